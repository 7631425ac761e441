// 邮箱
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';
import { Line } from './line.tsx';

export const control: Control<QuestionOf<'email'>> = {
  frame: 'single',
  draw: (drawn) => <Line drawn={drawn} type="text" inputMode="email" autocomplete="email" />,
};
