// Every question type, by name: what both sides run. Behaviour only; the zod shapes stand in shapes.ts, so that a
// resident's page carries no schema library.
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
import { field as scale } from './scale.ts';
import { field as single } from './single.ts';
import { field as text } from './text.ts';
import { field as yesNo } from './yes-no.ts';

export const fields = {
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
} as const;

export type FieldType = keyof typeof fields;
export const fieldTypes = Object.keys(fields) as readonly FieldType[];

/** The behaviour of a question. A definition from outside has been parsed, so its type is known. */
export function fieldOf(question: { type: FieldType }): Field {
  return fields[question.type];
}
