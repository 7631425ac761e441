// Stands in for registry.ts in the script of a resident's page: see schema/fields/registry.phone.ts.
import type { FieldType } from '../../../schema/fields/registry.ts';
import type { Question } from '../../../schema/fields/shapes.ts';
import type { Control } from './control.ts';
import { control as date } from './date.tsx';
import { control as dropdown } from './dropdown.tsx';
import { control as longText } from './long-text.tsx';
import { control as matrixScale } from './matrix-scale.tsx';
import { control as matrixSingle } from './matrix-single.tsx';
import { control as multi } from './multi.tsx';
import { control as note } from './note.tsx';
import { control as nps } from './nps.tsx';
import { control as number } from './number.tsx';
import { control as pageBreak } from './page-break.tsx';
import { control as phone } from './phone.tsx';
import { control as rating } from './rating.tsx';
import { control as scale } from './scale.tsx';
import { control as single } from './single.tsx';
import { control as text } from './text.tsx';
import { control as yesNo } from './yes-no.tsx';

export const controls: Record<string, Control> = {
  single,
  multi,
  dropdown,
  'yes-no': yesNo,
  rating,
  scale,
  nps,
  number,
  text,
  'long-text': longText,
  date,
  phone,
  'matrix-single': matrixSingle,
  'matrix-scale': matrixScale,
  note,
  'page-break': pageBreak,
};

export function controlOf(question: Question & { type: FieldType }): Control {
  const control = controls[question.type];
  if (!control) throw new Error(question.type);
  return control;
}
