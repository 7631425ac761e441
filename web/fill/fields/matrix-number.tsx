// 矩阵数字
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { Cells } from './cells.tsx';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'matrix-number'>> = {
  frame: 'group',
  says: ['rowsMissing', 'andMore'],
  draw: (drawn) => (
    <Cells drawn={drawn}>
      {({ name, id, value, set }) => (
        <div class={drawn.question.unit ? 'with-unit' : undefined}>
          <input
            class="short"
            id={id}
            name={name}
            value={value}
            autocomplete="off"
            {...((drawn.question.min ?? 0) < 0
              ? {}
              : { inputMode: drawn.question.decimals ? ('decimal' as const) : ('numeric' as const) })}
            onInput={(event) => set(event.currentTarget.value)}
          />
          {drawn.question.unit && <span>{drawn.question.unit}</span>}
        </div>
      )}
    </Cells>
  ),
};
