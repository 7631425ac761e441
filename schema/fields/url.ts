// A web address 网址, http or https only: staff open it from a list, so nothing that a browser would run.
import type * as z from 'zod/mini';
import { type Field, fail, firstFilled, formName, ok, oneColumn, questionShape, writeOne } from './field.ts';
import { headsItem } from './figures.ts';
import { checkLine } from './line.ts';

export const shape = () => questionShape('url', {});
export type UrlQuestion = z.infer<ReturnType<typeof shape>>;

const form =
  /^https?:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}(?::\d{1,5})?(?:[/?#]\S*)?$/u;

export const field: Field<UrlQuestion, string> = {
  type: 'url',
  asks: true,
  personal: true,
  labels: ['网址题', '网址', '链接题', 'URL题'],
  problems: ['url', 'text-long', 'text-broken'],
  check(value) {
    const line = checkLine(value, 1000);
    if (!line.ok) return line;
    const address = /^[a-z]+:/i.test(line.value) ? line.value : `https://${line.value}`;
    const lower = address.replace(/^[a-z]+:\/\/[^/?#]+/i, (start) => start.toLowerCase());
    return form.test(lower) ? ok(lower) : fail('url');
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
