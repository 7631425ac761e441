// Every question type as the form page knows it. A type that schema/fields gains does not compile until it is here.
import type { FieldType } from '../../../../schema/fields/registry.ts';
import type { Question, QuestionOf } from '../../../../schema/fields/shapes.ts';
import { cascade } from './cascade.tsx';
import { dropdown, multi, single, yesNo } from './choices.tsx';
import type { TypeEntry } from './entry.ts';
import { allocate, candidates, deductions, indicator, rank, slider, vote } from './evaluating.tsx';
import {
  consent,
  divider,
  file,
  imageChoice,
  location,
  photo,
  picture,
  signature,
  video,
  voice,
} from './files.tsx';
import { gapFill } from './gap-fill.tsx';
import { calculated, dateRange, email, hidden, idNumber, name, plate, time, unit, url } from './person.tsx';
import { matrixScale, nps, rating, scale } from './points.tsx';
import { rows } from './rows.tsx';
import { matrixDropdown, matrixMulti, matrixNumber, matrixSingle, matrixText } from './tables.tsx';
import { fresh } from './words.ts';
import { date, longText, number, phone, text } from './writing.tsx';

const note: TypeEntry<QuestionOf<'note'>> = {
  purpose: 'layout',
  make: (id) => ({ id, type: 'note', title: '' }),
};
const pageBreak: TypeEntry<QuestionOf<'page-break'>> = {
  purpose: 'layout',
  make: (id) => ({ id, type: 'page-break', title: fresh('page') }),
};

export const types = {
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
} satisfies { [T in FieldType]: TypeEntry<QuestionOf<T>> };

/** On the bar under a question, name and telephone number together; all others are one press away. */
export const onTheBar: readonly (readonly FieldType[])[] = [
  ['single'],
  ['multi'],
  ['text'],
  ['rating'],
  ['scale'],
  ['photo'],
  ['name', 'phone'],
  ['unit'],
];

export const entryOf = (question: { type: FieldType }): TypeEntry<Question> => types[question.type];
export const makeQuestion = (type: FieldType, id: string): Question => types[type].make(id);
