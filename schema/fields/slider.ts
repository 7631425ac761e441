// A slider 滑动条: one figure between two ends, in even steps. Without a script it is a number that is typed.
import * as z from 'zod/mini';
import {
  contradictory,
  error,
  type Field,
  fail,
  formName,
  label,
  ok,
  oneColumn,
  questionShape,
  writeOne,
} from './field.ts';
import { countFigure, figureItem } from './figures.ts';
import { readFigure } from './number.ts';

const limit = 1_000_000;
const end = () => z.int().check(z.minimum(-limit), z.maximum(limit));
export const shape = () =>
  questionShape('slider', {
    min: end(),
    max: end(),
    step: z.optional(z.int().check(z.minimum(1), z.maximum(limit))),
    low: z.optional(label(20)),
    high: z.optional(label(20)),
    unit: z.optional(label(10)),
  });
export type SliderQuestion = z.infer<ReturnType<typeof shape>>;

const rangeOf = ({ min, max, step }: SliderQuestion) => ({ min, max, step, decimals: 0 });

export const field: Field<SliderQuestion, number> = {
  type: 'slider',
  asks: true,
  personal: false,
  labels: ['滑动条', '滑动条题', '滑块题', '滑动题'],
  problems: ['not-a-number', 'number-range', 'number-step'],
  check(value, { min, max, step = 1 }) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return fail('not-a-number');
    if (value < min || value > max) return fail('number-range', { min, max });
    return (value - min) % step === 0 ? ok(value === 0 ? 0 : value) : fail('number-step', { step, min });
  },
  read: (form, question) => readFigure(form(formName(question))),
  write: writeOne,
  count: (answer, question) => countFigure(answer, rangeOf(question)),
  items: (question) => [figureItem(question, rangeOf(question), question.unit)],
  comparable: ({ min, max }) => ({ kind: 'number', min, max }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer, question) => `${answer}${question.unit ?? ''}`,
  faults: ({ min, max, step = 1 }) =>
    contradictory(min, max) || min === max || step > max - min ? [error('contradictory-range')] : [],
};
