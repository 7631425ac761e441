// A figure that nobody fills in 计算: made from other answers, shown to the resident if the author likes, kept with the
// response and counted like a number.
import * as z from 'zod/mini';
import { evaluate, rounded } from '../logic/expression.ts';
import { expressionShape } from '../logic/shapes.ts';
import { type Field, fail, label, ok, oneColumn, questionShape } from './field.ts';
import { inUnits } from './figures.ts';

export const shape = () =>
  questionShape('calculated', {
    formula: expressionShape(),
    decimals: z.optional(z.int().check(z.minimum(0), z.maximum(3))),
    unit: z.optional(label(10)),
    /** the resident sees it */
    shown: z.optional(z.boolean()),
  });
export type CalculatedQuestion = z.infer<ReturnType<typeof shape>>;

/** So that sums of hundreds of thousands of answers stay exact. */
const limit = 10_000_000;

export const field: Field<CalculatedQuestion, number> = {
  type: 'calculated',
  asks: false,
  personal: false,
  labels: ['计算题', '计算值', '自动计算'],
  problems: [],
  compute({ formula, decimals = 0 }, sight) {
    const figure = evaluate(formula, sight);
    return figure === null || Math.abs(figure) > limit ? undefined : rounded(figure, decimals);
  },
  check: (value) => (typeof value === 'number' && Math.abs(value) <= limit ? ok(value) : fail('wrong-shape')),
  read: () => undefined,
  write: () => ({}),
  count: (answer, { decimals = 0 }) => ({ _n: 1, _sum: inUnits(answer, decimals) ?? 0 }),
  items: ({ title, decimals = 0, unit }) => [
    { row: '', title, keys: [], base: '_n', sum: { key: '_sum', scale: 10 ** decimals }, unit },
  ],
  comparable: () => ({ kind: 'number', min: -limit, max: limit }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer, question) => `${answer}${question.unit ?? ''}`,
  seconds: () => 0,
};
