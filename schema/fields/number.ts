// A number 数字 between two ends, with a stated number of decimals. A short whole range is counted value by value.
import * as z from 'zod/mini';
import {
  type Checked,
  contradictory,
  error,
  type Field,
  fail,
  firstFilled,
  formName,
  label,
  ok,
  oneColumn,
  questionShape,
  writeOne,
} from './field.ts';
import { countFigure, figureItem, inUnits } from './figures.ts';

// With three decimals, sums of hundreds of thousands of answers stay below 2^53.
const limit = 10_000_000;
const end = () => z.optional(z.number().check(z.minimum(-limit), z.maximum(limit)));
/** Settings of a figure that is typed, alone or in a cell. */
export const numberEnds = () => ({
  min: end(),
  max: end(),
  decimals: z.optional(z.int().check(z.minimum(0), z.maximum(3))),
});
export interface NumberEnds {
  min?: number | undefined;
  max?: number | undefined;
  decimals?: number | undefined;
}
export const shape = () => questionShape('number', { ...numberEnds(), unit: z.optional(label(10)) });
export type NumberQuestion = z.infer<ReturnType<typeof shape>>;

export const numberRange = (question: NumberEnds) => ({
  min: question.min ?? 0,
  max: question.max ?? limit,
  decimals: question.decimals ?? 0,
});

/** A typed figure; what is none stays text, so that `check` names it. */
export function readFigure(typed: readonly string[]): number | string | undefined {
  const text = firstFilled(typed)?.normalize('NFKC');
  return text !== undefined && /^[+-]?\d{1,10}(\.\d{1,9})?$/.test(text) ? Number(text) : text;
}

export function checkNumber(value: unknown, question: NumberEnds): Checked<number> {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fail('not-a-number');
  const { min, max, decimals } = numberRange(question);
  if (value < min || value > max) return fail('number-range', { min, max });
  if (inUnits(value, decimals) === undefined)
    return decimals === 0 ? fail('not-whole') : fail('number-decimals', { decimals });
  return ok(value === 0 ? 0 : value); // minus zero is zero
}

export const field: Field<NumberQuestion, number> = {
  type: 'number',
  asks: true,
  personal: false,
  labels: ['数字题', '数值题', '数字'],
  problems: ['not-a-number', 'not-whole', 'number-range', 'number-decimals'],
  check: checkNumber,
  read: (form, question) => readFigure(form(formName(question))),
  write: writeOne,
  count: (answer, question) => countFigure(answer, numberRange(question)),
  items: (question) => [figureItem(question, numberRange(question), question.unit)],
  comparable: (question) => ({ kind: 'number', ...numberRange(question) }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer, question) => `${answer}${question.unit ?? ''}`,
  // A number without ends starts at 0: an upper end below 0 fits nothing. Nor does 1.2 to 1.8, counted whole.
  faults(question) {
    const { min, max, decimals } = numberRange(question);
    const first = Math.ceil(min * 10 ** decimals) / 10 ** decimals;
    return contradictory(first, max) ? [error('contradictory-range')] : [];
  },
  seconds: () => 12,
};
