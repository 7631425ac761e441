// 量表
import { formName } from '../../../schema/fields/field.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';
import { Points } from './points.tsx';

export const control: Control<QuestionOf<'scale'>> = {
  frame: 'group',
  says: ['ends'],
  draw: (drawn) => (
    <Points drawn={drawn} settings={drawn.question} name={formName(drawn.question)} id={drawn.id} />
  ),
};
