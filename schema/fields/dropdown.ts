// One choice from a long list 下拉框. Same data as a single choice; another control.
import type * as z from 'zod/mini';
import { type Field, oneColumn, questionShape } from './field.ts';
import {
  type Choice,
  checkChoice,
  choiceId,
  choiceSettings,
  choiceWords,
  nobodyCanChoose,
  optionKeys,
  readChoices,
  writeChoices,
} from './options.ts';

export const shape = () => questionShape('dropdown', choiceSettings());
export type DropdownQuestion = z.infer<ReturnType<typeof shape>>;

// A closed list has no room for words beside an option.
const closed = (question: DropdownQuestion) => question.options.map((option) => ({ ...option, text: false }));

export const field: Field<DropdownQuestion, Choice> = {
  type: 'dropdown',
  asks: true,
  personal: false,
  labels: ['下拉框', '下拉题', '下拉单选题', '下拉选择题', '下拉单选'],
  problems: ['choice-unknown'],
  check: (value, question) => checkChoice(value, closed(question)),
  read: (form, question) =>
    readChoices(form, { ...question, options: closed(question) }).find((choice) => choice !== ''),
  write: (answer, question) => writeChoices([answer], question),
  count: (answer) => ({ [choiceId(answer)]: 1 }),
  items: (question) => [{ row: '', title: question.title, keys: optionKeys(question.options) }],
  comparable: (question) => ({ kind: 'option', options: question.options.map((option) => option.id) }),
  value: (answer) => choiceId(answer),
  columns: oneColumn,
  cells: (answer) => [choiceId(answer)],
  words: (answer, question) => choiceWords(answer, question.options),
  faults: nobodyCanChoose,
};
