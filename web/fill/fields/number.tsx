// 数字: a text field with a number pad, because number fields swallow what they cannot read.
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';
import { Line } from './line.tsx';

export const control: Control<QuestionOf<'number'>> = {
  frame: 'single',
  draw: (drawn) => (
    <Line
      drawn={drawn}
      type="text"
      // Pads without a minus sign would make negative answers impossible.
      {...((drawn.question.min ?? 0) < 0
        ? {}
        : { inputMode: drawn.question.decimals ? ('decimal' as const) : ('numeric' as const) })}
      unit={drawn.question.unit}
    />
  ),
};
