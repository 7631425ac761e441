// A day 日期, written YYYY-MM-DD in the calendar of the place (no time, so no time zone).
import * as z from 'zod/mini';
import {
  contradictory,
  error,
  type Field,
  fail,
  firstFilled,
  formName,
  ok,
  oneColumn,
  questionShape,
  writeOne,
} from './field.ts';

const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists: 2026-02-30 is not. */
export function isDay(text: string): boolean {
  const parts = day.exec(text);
  if (!parts) return false;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  const found = new Date(Date.UTC(year, month - 1, date));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === date && found.getUTCFullYear() === year;
}

/** Days since 1970-01-01 of a day that exists. No time of day, so no time zone. */
export const dayNumber = (text: string) =>
  isDay(text) ? Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8)) / 86_400_000 : undefined;

const end = () => z.optional(z.string().check(z.refine(isDay)));
export const shape = () => questionShape('date', { min: end(), max: end() });
export type DateQuestion = z.infer<ReturnType<typeof shape>>;

/** Old browsers show a plain field: 2026/1/5, 2026.01.05 and 2026年1月5日 mean the same day. */
export function readDay(values: readonly string[]): string | undefined {
  const typed = firstFilled(values)?.normalize('NFKC');
  const parts = typed && /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed);
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : typed;
}

export const field: Field<DateQuestion, string> = {
  type: 'date',
  asks: true,
  personal: false,
  labels: ['日期题', '日期', '日期时间'],
  problems: ['date-format', 'date-early', 'date-late'],
  check(value, question) {
    if (typeof value !== 'string' || !isDay(value)) return fail('date-format');
    if (question.min !== undefined && value < question.min) return fail('date-early', { min: question.min });
    if (question.max !== undefined && value > question.max) return fail('date-late', { max: question.max });
    return ok(value);
  },
  read: (form, question) => readDay(form(formName(question))),
  write: writeOne,
  count: () => ({ _n: 1 }),
  items: () => [],
  comparable: () => ({ kind: 'date' }),
  value: (answer) => answer,
  number: dayNumber,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer) => answer,
  faults: ({ min, max }) => (contradictory(min, max) ? [error('contradictory-range')] : []),
  seconds: () => 12,
};
