// 矩阵填空
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { Cells } from './cells.tsx';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'matrix-text'>> = {
  frame: 'group',
  says: ['rowsMissing', 'andMore'],
  draw: (drawn) => (
    <Cells drawn={drawn}>
      {({ name, id, value, set }) => (
        <input
          id={id}
          name={name}
          value={value}
          autocomplete="off"
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </Cells>
  ),
};
