// 链接带来的值: carried along unseen.
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import { first } from '../values.ts';
import type { Control } from './control.ts';

export const control: Control<QuestionOf<'hidden'>> = {
  frame: 'bare',
  draw: ({ question, values }) => (
    <input type="hidden" name={formName(question)} value={first(values, formName(question))} />
  ),
};
