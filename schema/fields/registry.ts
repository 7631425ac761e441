// Every question type, by name: what both sides run. Behaviour only; the zod shapes stand in shapes.ts, so that a
// resident's page carries no schema library.
import { field as allocate } from './allocate.ts';
import { field as calculated } from './calculated.ts';
import { field as candidates } from './candidates.ts';
import { field as cascade } from './cascade.ts';
import { field as consent } from './consent.ts';
import { field as date } from './date.ts';
import { field as dateRange } from './date-range.ts';
import { field as deductions } from './deductions.ts';
import { field as divider } from './divider.ts';
import { field as dropdown } from './dropdown.ts';
import { field as email } from './email.ts';
import type { Field } from './field.ts';
import { field as file } from './file.ts';
import { field as gapFill } from './gap-fill.ts';
import { field as hidden } from './hidden.ts';
import { field as idNumber } from './id-number.ts';
import { field as imageChoice } from './image-choice.ts';
import { field as indicator } from './indicator.ts';
import { field as location } from './location.ts';
import { field as longText } from './long-text.ts';
import { field as matrixDropdown } from './matrix-dropdown.ts';
import { field as matrixMulti } from './matrix-multi.ts';
import { field as matrixNumber } from './matrix-number.ts';
import { field as matrixScale } from './matrix-scale.ts';
import { field as matrixSingle } from './matrix-single.ts';
import { field as matrixText } from './matrix-text.ts';
import { field as multi } from './multi.ts';
import { field as name } from './name.ts';
import { field as note } from './note.ts';
import { field as nps } from './nps.ts';
import { field as number } from './number.ts';
import { field as pageBreak } from './page-break.ts';
import { field as phone } from './phone.ts';
import { field as photo } from './photo.ts';
import { field as picture } from './picture.ts';
import { field as plate } from './plate.ts';
import { field as rank } from './rank.ts';
import { field as rating } from './rating.ts';
import { field as rows } from './rows.ts';
import { field as scale } from './scale.ts';
import type { Question } from './shapes.ts';
import { field as signature } from './signature.ts';
import { field as single } from './single.ts';
import { field as slider } from './slider.ts';
import { field as text } from './text.ts';
import { field as time } from './time.ts';
import { field as unit } from './unit.ts';
import { field as url } from './url.ts';
import { field as video } from './video.ts';
import { field as voice } from './voice.ts';
import { field as vote } from './vote.ts';
import { field as yesNo } from './yes-no.ts';

/** In the order in which people look for them. */
export const fields = {
  single,
  multi,
  dropdown,
  'yes-no': yesNo,
  'image-choice': imageChoice,
  cascade,
  unit,
  vote,
  candidates,
  rating,
  scale,
  nps,
  slider,
  rank,
  allocate,
  indicator,
  deductions,
  number,
  text,
  'long-text': longText,
  'gap-fill': gapFill,
  name,
  phone,
  email,
  url,
  'id-number': idNumber,
  plate,
  date,
  time,
  'date-range': dateRange,
  consent,
  photo,
  file,
  signature,
  voice,
  location,
  'matrix-single': matrixSingle,
  'matrix-multi': matrixMulti,
  'matrix-scale': matrixScale,
  'matrix-number': matrixNumber,
  'matrix-text': matrixText,
  'matrix-dropdown': matrixDropdown,
  rows,
  calculated,
  hidden,
  note,
  divider,
  picture,
  video,
  'page-break': pageBreak,
} as const;

export type FieldType = keyof typeof fields;
export const fieldTypes = Object.keys(fields) as readonly FieldType[];

/** The behaviour of a question. A definition from outside has been parsed, so its type is known. */
export function fieldOf(question: { type: FieldType }): Field {
  return fields[question.type];
}

/** Whether a response may hold an answer of this question, given by somebody, made from others, or brought by the link. */
export const holdsAnswer = (question: Question): boolean => fieldOf(question).columns(question).length > 0;
