// A person's name 姓名: as it is written, with the dot of names from minorities (阿卜杜拉·买买提) and spaces of Latin ones.
import type * as z from 'zod/mini';
import { type Field, fail, firstFilled, formName, ok, oneColumn, questionShape, writeOne } from './field.ts';
import { headsItem } from './figures.ts';
import { checkLine } from './line.ts';

export const shape = () => questionShape('name', {});
export type NameQuestion = z.infer<ReturnType<typeof shape>>;

const form = /^\p{L}[\p{L}\p{M} .'’·-]*$/u;

export const field: Field<NameQuestion, string> = {
  type: 'name',
  asks: true,
  personal: true,
  identifies: () => 'outright',
  labels: ['姓名题', '姓名'],
  problems: ['name', 'text-long', 'text-broken'],
  check(value) {
    const line = checkLine(value, 40);
    if (!line.ok) return line;
    // One dot of the several that keyboards have.
    const name = line.value.replace(/[•・‧∙⋅]/g, '·');
    return form.test(name) ? ok(name) : fail('name');
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
  seconds: () => 8,
};
