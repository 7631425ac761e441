// A vote with its state shown 表态: who has voted sees how all have voted so far.
import type * as z from 'zod/mini';
import { type Field, firstFilled, formName, oneColumn, questionShape, writeOne } from './field.ts';
import { checkId } from './line.ts';
import { nobodyCanChoose, optionKeys, optionsShape } from './options.ts';

export const shape = () => questionShape('vote', { options: optionsShape() });
export type VoteQuestion = z.infer<ReturnType<typeof shape>>;

export const field: Field<VoteQuestion, string> = {
  type: 'vote',
  asks: true,
  personal: false,
  labels: ['表态题', '点赞题', '投票题', '投票单选题', '投票单选'],
  problems: ['choice-unknown'],
  check: (value, question) => checkId(value, question.options),
  read: (form, question) => firstFilled(form(formName(question))),
  write: writeOne,
  count: (answer) => ({ [answer]: 1 }),
  items: (question) => [{ row: '', title: question.title, keys: optionKeys(question.options) }],
  comparable: (question) => ({ kind: 'option', options: question.options.map(({ id }) => id) }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer, question) => question.options.find(({ id }) => id === answer)?.label ?? answer,
  faults: nobodyCanChoose,
};
