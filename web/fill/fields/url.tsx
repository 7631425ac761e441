// 网址
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';
import { Line } from './line.tsx';

export const control: Control<QuestionOf<'url'>> = {
  frame: 'single',
  draw: (drawn) => <Line drawn={drawn} type="text" inputMode="url" autocomplete="url" />,
};
