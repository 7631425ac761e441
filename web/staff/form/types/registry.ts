// Every question type as the form page knows it. A type that schema/fields gains does not compile until it is here.
import type { FieldType } from '../../../../schema/fields/registry.ts';
import type { Question, QuestionOf } from '../../../../schema/fields/shapes.ts';
import { dropdown, multi, single, yesNo } from './choices.tsx';
import { blankLines, type TypeEntry } from './entry.ts';
import { matrixScale, nps, rating, scale } from './points.tsx';
import { fresh } from './words.ts';
import { date, longText, number, phone, text } from './writing.tsx';

const matrixSingle: TypeEntry<QuestionOf<'matrix-single'>> = {
  purpose: 'table',
  make: (id) => ({
    id,
    type: 'matrix-single',
    title: '',
    required: true,
    rows: blankLines(2),
    columns: blankLines(2),
  }),
};
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
} satisfies { [T in FieldType]: TypeEntry<QuestionOf<T>> };

/** On the bar under a question; all others are one press away. */
export const onTheBar: readonly FieldType[] = [
  'single',
  'multi',
  'text',
  'rating',
  'scale',
  'long-text',
  'phone',
  'matrix-scale',
];

export const entryOf = (question: { type: FieldType }): TypeEntry<Question> => types[question.type];
export const makeQuestion = (type: FieldType, id: string): Question => types[type].make(id);
