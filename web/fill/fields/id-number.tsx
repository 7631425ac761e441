// 身份证号: why it is asked for and who sees it is said beside the field, every time.
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { say } from '../words.ts';
import type { Control } from './control.ts';
import { Line } from './line.tsx';

export const control: Control<QuestionOf<'id-number'>> = {
  frame: 'single',
  says: ['idNumberUse'],
  hint: () => say('idNumberUse'),
  draw: (drawn) => <Line drawn={drawn} type="text" />,
};
