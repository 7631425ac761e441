// 车牌
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import { Line } from './line.tsx';

export const control: Control<QuestionOf<'plate'>> = {
  frame: 'single',
  says: ['plateExample'],
  hint: () => say('plateExample'),
  draw: (drawn) => <Line drawn={drawn} type="text" />,
};
