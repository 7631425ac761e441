// From one day to another 起止日期, both included.
import * as z from 'zod/mini';
import { dayNumber, isDay, readDay } from './date.ts';
import {
  contradictory,
  error,
  type Field,
  fail,
  formName,
  inLanguage,
  isRecord,
  ok,
  partColumn,
  questionShape,
} from './field.ts';
import { headsItem } from './figures.ts';

const end = () => z.optional(z.string().check(z.refine(isDay)));
export const shape = () =>
  questionShape('date-range', {
    min: end(),
    max: end(),
    /** most days, the first and the last counted */
    most: z.optional(z.int().check(z.minimum(1), z.maximum(3660))),
  });
export type DateRangeQuestion = z.infer<ReturnType<typeof shape>>;

export interface DateRange {
  from: string;
  to: string;
}
const daysOf = ({ from, to }: DateRange) => (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0) + 1;

export const field: Field<DateRangeQuestion, DateRange> = {
  type: 'date-range',
  asks: true,
  personal: false,
  labels: ['起止日期题', '日期区间题', '日期范围题', '起止日期'],
  problems: ['date-format', 'date-early', 'date-late', 'range-backwards', 'range-long', 'range-half'],
  check(value, { min, max, most }) {
    if (!isRecord(value) || Object.keys(value).some((key) => key !== 'from' && key !== 'to'))
      return fail('wrong-shape');
    const { from, to } = value;
    if (from === undefined || to === undefined) return fail('range-half');
    if (typeof from !== 'string' || typeof to !== 'string' || !isDay(from) || !isDay(to))
      return fail('date-format');
    if (from > to) return fail('range-backwards');
    if (min !== undefined && from < min) return fail('date-early', { min });
    if (max !== undefined && to > max) return fail('date-late', { max });
    if (most !== undefined && daysOf({ from, to }) > most) return fail('range-long', { most });
    return ok({ from, to });
  },
  read(form, question) {
    const from = readDay(form(formName(question, 'from')));
    const to = readDay(form(formName(question, 'to')));
    if (from === undefined && to === undefined) return undefined;
    return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  },
  write: ({ from, to }, question) => ({
    ...(from !== undefined && { [formName(question, 'from')]: [from] }),
    ...(to !== undefined && { [formName(question, 'to')]: [to] }),
  }),
  count: (answer) => ({ _n: 1, _sum: daysOf(answer) }),
  items: (question) => [
    {
      ...headsItem(question),
      sum: { key: '_sum', scale: 1 },
      unit: inLanguage(question, { zh: '天', en: 'days' }),
    },
  ],
  comparable: () => ({ kind: 'none' }),
  value: ({ from, to }) => [from, to],
  columns: (question) => [
    partColumn(question, 'from', { zh: '从', en: 'from' }),
    partColumn(question, 'to', { zh: '到', en: 'to' }),
  ],
  cells: ({ from, to }) => [from, to],
  words: ({ from, to }) => `${from} – ${to}`,
  faults: ({ min, max }) => (contradictory(min, max) ? [error('contradictory-range')] : []),
  seconds: () => 20,
};
