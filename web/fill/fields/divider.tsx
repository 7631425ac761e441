// 分割线
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'divider'>> = {
  frame: 'bare',
  draw: () => <hr />,
};
