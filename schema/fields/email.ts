// An e-mail address 邮箱. Checked for its form only: one @, a name before it, a domain with a dot after it.
import type * as z from 'zod/mini';
import { type Field, fail, firstFilled, formName, ok, oneColumn, questionShape, writeOne } from './field.ts';
import { headsItem } from './figures.ts';
import { checkLine } from './line.ts';

export const shape = () => questionShape('email', {});
export type EmailQuestion = z.infer<ReturnType<typeof shape>>;

const form = /^[^\s@"<>(),;:\\[\]]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;

export const field: Field<EmailQuestion, string> = {
  type: 'email',
  asks: true,
  personal: true,
  identifies: () => 'by-looking-up',
  labels: ['邮箱题', '邮箱', '电子邮箱题', 'Email题', 'Email'],
  problems: ['email', 'text-long', 'text-broken'],
  check(value) {
    const line = checkLine(value, 254);
    if (!line.ok) return line;
    // The domain is the same in any case; what stands before the @ is the owner's affair.
    const [name = '', domain = '', ...more] = line.value.normalize('NFKC').split('@');
    const address = `${name}@${domain.toLowerCase()}`;
    return more.length === 0 && form.test(address) ? ok(address) : fail('email');
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
  seconds: () => 15,
};
