// A time of day 时间, written HH:MM by the clock of the place.
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

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
const end = () => z.optional(z.string().check(z.regex(clock)));
export const shape = () => questionShape('time', { min: end(), max: end() });
export type TimeQuestion = z.infer<ReturnType<typeof shape>>;

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

export const field: Field<TimeQuestion, string> = {
  type: 'time',
  asks: true,
  personal: false,
  labels: ['时间题', '时间', '时刻题'],
  problems: ['time-format', 'time-early', 'time-late'],
  check(value, { min, max }) {
    if (typeof value !== 'string' || !clock.test(value)) return fail('time-format');
    if (min !== undefined && value < min) return fail('time-early', { min });
    if (max !== undefined && value > max) return fail('time-late', { max });
    return ok(value);
  },
  read(form, question) {
    // 9:05, 9点5分 and 9时 mean what they say; a browser's own clock gives 09:05.
    const typed = firstFilled(form(formName(question)))?.normalize('NFKC');
    const parts = typed && /^(\d{1,2})[:点时](?:(\d{1,2})分?)?(?::\d{2})?$/.exec(typed);
    return parts ? `${parts[1]?.padStart(2, '0')}:${(parts[2] ?? '').padStart(2, '0')}` : typed;
  },
  write: writeOne,
  // By the hour: 24 counts instead of 1,440.
  count: (answer) => ({ [`h${answer.slice(0, 2)}`]: 1 }),
  items: (question) => [
    {
      row: '',
      title: question.title,
      keys: hours.map((hour) => ({ key: `h${hour}`, label: `${hour}:00–${hour}:59` })),
    },
  ],
  comparable: () => ({ kind: 'time' }),
  value: (answer) => answer,
  number: (value) => Number(value.slice(0, 2)) * 60 + Number(value.slice(3)),
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer) => answer,
  faults: ({ min, max }) => (contradictory(min, max) ? [error('contradictory-range')] : []),
  seconds: () => 12,
};
