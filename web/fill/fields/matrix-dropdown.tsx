// 矩阵下拉
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { say } from '../words.ts';
import { Cells } from './cells.tsx';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'matrix-dropdown'>> = {
  frame: 'group',
  says: ['rowsMissing', 'andMore', 'choose'],
  draw: (drawn) => (
    <Cells drawn={drawn}>
      {({ name, id, value, column, set }) => (
        <div class="select">
          <select id={id} name={name} onChange={(event) => set(event.currentTarget.value)}>
            <option value="">{say('choose')}</option>
            {column.options.map((option) => (
              <option key={option.id} value={option.id} selected={option.id === value}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      )}
    </Cells>
  ),
};
