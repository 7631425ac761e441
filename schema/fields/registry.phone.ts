// Stands in for registry.ts in the script of a resident's page (worker/host/fill-bundle.ts): the types that nearly every
// form uses. Any other type is a file of its own, loaded when a form uses it, and made known here.
import { field as date } from './date.ts';
import { field as dropdown } from './dropdown.ts';
import type { Field } from './field.ts';
import { field as longText } from './long-text.ts';
import { field as matrixScale } from './matrix-scale.ts';
import { field as matrixSingle } from './matrix-single.ts';
import { field as multi } from './multi.ts';
import { field as note } from './note.ts';
import { field as nps } from './nps.ts';
import { field as number } from './number.ts';
import { field as pageBreak } from './page-break.ts';
import { field as phone } from './phone.ts';
import { field as rating } from './rating.ts';
import type { FieldType } from './registry.ts';
import { field as scale } from './scale.ts';
import { field as single } from './single.ts';
import { field as text } from './text.ts';
import { field as yesNo } from './yes-no.ts';

export const fields: Record<string, Field> = {
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

export function fieldOf(question: { type: FieldType }): Field {
  const field = fields[question.type];
  if (!field) throw new Error(question.type);
  return field;
}
