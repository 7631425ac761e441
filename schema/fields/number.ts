// A number 数字 between two ends, with a stated number of decimals. A short whole range is counted value by value.
import * as z from 'zod/mini';
import {
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

// With three decimals, sums of hundreds of thousands of answers stay below 2^53.
const limit = 10_000_000;
const end = () => z.optional(z.number().check(z.minimum(-limit), z.maximum(limit)));
export const shape = () =>
  questionShape('number', {
    min: end(),
    max: end(),
    decimals: z.optional(z.int().check(z.minimum(0), z.maximum(3))),
    unit: z.optional(label(10)),
  });
export type NumberQuestion = z.infer<ReturnType<typeof shape>>;

export const numberRange = (question: NumberQuestion) => ({
  min: question.min ?? 0,
  max: question.max ?? limit,
  decimals: question.decimals ?? 0,
});

/** The value in units of its last decimal, so that sums are exact integers; undefined when it has more decimals. */
function scaled(value: number, decimals: number): number | undefined {
  const whole = Math.round(value * 10 ** decimals);
  return whole / 10 ** decimals === value ? whole : undefined;
}

/** Values counted one by one: whole numbers with at most 101 possible values (people in a household, age). */
function countedByValue(question: NumberQuestion): number[] | undefined {
  const { min, max, decimals } = numberRange(question);
  if (decimals !== 0 || max - min > 100 || !Number.isInteger(min)) return undefined;
  return Array.from({ length: Math.floor(max - min) + 1 }, (_, index) => min + index);
}

export const field: Field<NumberQuestion, number> = {
  type: 'number',
  asks: true,
  personal: false,
  problems: ['not-a-number', 'not-whole', 'number-range', 'number-decimals'],
  check(value, question) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return fail('not-a-number');
    const { min, max, decimals } = numberRange(question);
    if (value < min || value > max) return fail('number-range', { min, max });
    if (scaled(value, decimals) === undefined)
      return decimals === 0 ? fail('not-whole') : fail('number-decimals', { decimals });
    return ok(value === 0 ? 0 : value); // minus zero is zero
  },
  read(form, question) {
    const typed = firstFilled(form(formName(question)))?.normalize('NFKC');
    return typed !== undefined && /^[+-]?\d{1,10}(\.\d{1,9})?$/.test(typed) ? Number(typed) : typed;
  },
  write: writeOne,
  count(answer, question) {
    if (countedByValue(question)) return { [String(answer)]: 1 };
    return { _n: 1, _sum: scaled(answer, numberRange(question).decimals) ?? 0 };
  },
  items(question) {
    const values = countedByValue(question);
    if (!values)
      return [
        {
          row: '',
          title: question.title,
          keys: [],
          base: '_n',
          sum: { key: '_sum', scale: 10 ** numberRange(question).decimals },
        },
      ];
    const keys = values.map((value) => ({ key: String(value), label: `${value}${question.unit ?? ''}` }));
    return [{ row: '', title: question.title, keys }];
  },
  comparable: (question) => ({ kind: 'number', ...numberRange(question) }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer, question) => `${answer}${question.unit ?? ''}`,
  // A number without ends starts at 0: an upper end below 0 fits nothing.
  faults: ({ min, max }) =>
    contradictory(min, max) || (min === undefined && (max ?? 0) < 0) ? [error('contradictory-range')] : [],
  seconds: () => 12,
};
