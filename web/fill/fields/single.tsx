// 单选
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { Choices } from './choice.tsx';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'single'>> = {
  frame: 'group',
  says: ['other'],
  draw: (drawn) => <Choices drawn={drawn} type="radio" pick={(option) => [option.id]} />,
};
