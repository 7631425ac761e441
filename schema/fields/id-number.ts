// A resident identity number 身份证号: 18 characters with a day of birth that exists and a check digit (GB 11643-1999,
// ISO 7064 MOD 11-2). Sensitive: it is asked for only after a consent of its own, and lists show a mask.
import type * as z from 'zod/mini';
import { isDay } from './date.ts';
import { type Field, fail, firstFilled, formName, ok, oneColumn, questionShape, writeOne } from './field.ts';
import { headsItem } from './figures.ts';

export const shape = () => questionShape('id-number', {});
export type IdNumberQuestion = z.infer<ReturnType<typeof shape>>;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

const isWhole = (number: string) =>
  /^[1-9]\d{16}[\dX]$/.test(number) &&
  isDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`) &&
  checkDigits.charAt(
    weights.reduce((sum, weight, at) => sum + weight * Number(number.charAt(at)), 0) % 11,
  ) === number.charAt(17);

export const field: Field<IdNumberQuestion, string> = {
  type: 'id-number',
  asks: true,
  personal: true,
  identifies: () => 'outright',
  sensitive: true,
  labels: ['身份证号题', '身份证题', '身份证号', '身份证'],
  problems: ['id-length', 'id-number'],
  check(value) {
    if (typeof value !== 'string') return fail('wrong-shape');
    const number = value.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
    if (number.length !== 18) return fail('id-length', { length: number.length });
    return isWhole(number) ? ok(number) : fail('id-number');
  },
  read: (values, question) => firstFilled(values(formName(question))),
  write: writeOne,
  count: () => ({ _n: 1 }),
  items: (question) => [headsItem(question)],
  comparable: () => ({ kind: 'none' }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer) => answer,
  mask: (answer) => `${answer.slice(0, 3)}${'*'.repeat(13)}${answer.slice(16)}`,
  seconds: () => 25,
};
