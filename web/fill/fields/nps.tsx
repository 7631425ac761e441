// Willingness to recommend, 0 to 10.
import { formName } from '../../../schema/fields/field.ts';
import { npsScale } from '../../../schema/fields/nps.ts';
import type { QuestionOf } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';
import { Points } from './points.tsx';

export const control: Control<QuestionOf<'nps'>> = {
  frame: 'group',
  says: ['ends'],
  draw: (drawn) => (
    <Points drawn={drawn} settings={npsScale(drawn.question)} name={formName(drawn.question)} id={drawn.id} />
  ),
};
