// A value that comes with the link 链接带来的值 (?from=poster): where a resident came from, which meeting a form was given
// out at. Whatever the link says is taken; values that the author listed are counted by their names.
import * as z from 'zod/mini';
import { localId } from '../ids.ts';
import { type Field, firstFilled, formName, label, oneColumn, questionShape, writeOne } from './field.ts';
import { checkLine } from './line.ts';

/** Names in a link that mean something to the page itself. */
export const takenNames = ['b', 'u', 'choose', 'search', 'parent', 'lang', 'care'];

export const shape = () =>
  questionShape('hidden', {
    /** name in the link */
    param: z.string().check(
      z.regex(/^[a-z][a-z0-9_]{0,19}$/),
      z.refine((name) => !takenNames.includes(name)),
    ),
    known: z.optional(
      z.array(z.strictObject({ id: localId(), label: label(50) })).check(z.minLength(1), z.maxLength(50)),
    ),
  });
export type HiddenQuestion = z.infer<ReturnType<typeof shape>>;

const otherKey = '_other';
const keyOf = (answer: string, { known = [] }: HiddenQuestion) =>
  known.some(({ id }) => id === answer) ? answer : otherKey;

export const field: Field<HiddenQuestion, string> = {
  type: 'hidden',
  asks: false,
  personal: true,
  labels: ['隐藏题', '链接参数', '隐藏值'],
  problems: ['text-long', 'text-broken'],
  check: (value) => checkLine(value, 100),
  read: (form, question) => firstFilled(form(formName(question))),
  write: writeOne,
  count: (answer, question) => ({ [keyOf(answer, question)]: 1, _n: 1 }),
  items: ({ title, known = [] }) => [
    { row: '', title, keys: known.map(({ id, label }) => ({ key: id, label })), base: '_n' },
  ],
  comparable: ({ known }) =>
    known ? { kind: 'option', options: known.map(({ id }) => id) } : { kind: 'text' },
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer, { known = [] }) => known.find(({ id }) => id === answer)?.label ?? answer,
  seconds: () => 0,
};
