// A telephone number 电话: a mobile of 11 digits, or a landline with its area code (or a local one of 7 or 8 digits).
import type * as z from 'zod/mini';
import {
  type Checked,
  type Field,
  fail,
  firstFilled,
  formName,
  ok,
  oneColumn,
  questionShape,
  writeOne,
} from './field.ts';

export const shape = () => questionShape('phone', {});
export type PhoneQuestion = z.infer<ReturnType<typeof shape>>;

const mobile = /^1[3-9]\d{9}$/;
const landline = /^(0\d{2,3})?[2-8]\d{6,7}$/;

export function checkPhone(value: unknown): Checked<string> {
  if (typeof value !== 'string') return fail('wrong-shape');
  const digits = value
    .normalize('NFKC')
    .replace(/^\+?86(?=1)/, '')
    .replace(/[\s\-–—()]/g, '');
  if (mobile.test(digits) || landline.test(digits)) return ok(digits);
  if (/^1\d*$/.test(digits)) return fail('phone-mobile', { length: digits.length });
  return fail('phone');
}

export const field: Field<PhoneQuestion, string> = {
  type: 'phone',
  asks: true,
  personal: true,
  identifies: () => 'by-looking-up',
  labels: ['电话题', '手机号题', '手机题', '电话', '手机号'],
  problems: ['phone', 'phone-mobile'],
  check: checkPhone,
  read: (form, question) => firstFilled(form(formName(question))),
  write: writeOne,
  count: () => ({ _n: 1 }),
  items: () => [],
  comparable: () => ({ kind: 'none' }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer) => answer,
  seconds: () => 12,
};
