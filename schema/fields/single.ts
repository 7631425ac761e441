// One choice of several 单选. An option may ask for words (其他，请写明).
import type * as z from 'zod/mini';
import { type Field, oneColumn, questionShape } from './field.ts';
import {
  type Choice,
  checkChoice,
  choiceId,
  choiceSettings,
  choiceText,
  choiceWords,
  nobodyCanChoose,
  optionKeys,
  readChoices,
  writeChoices,
} from './options.ts';

export const shape = () => questionShape('single', choiceSettings());
export type SingleQuestion = z.infer<ReturnType<typeof shape>>;

/** The options that ask for words, which all stand in one column. */
const writtenBeside = ({ options }: SingleQuestion) =>
  options.flatMap(({ text, label }) => (text ? [label] : [])).join('、');

export const field: Field<SingleQuestion, Choice> = {
  type: 'single',
  asks: true,
  personal: false,
  labels: ['单选题', '单选', '单项选择题', '评分单选题', '评分单选', '情景题'],
  problems: ['choice-unknown', 'other-text-missing', 'text-long', 'text-broken'],
  check: (value, question) => checkChoice(value, question.options),
  read: (form, question) => readChoices(form, question)[0],
  write: (answer, question) => writeChoices([answer], question),
  count: (answer) => ({ [choiceId(answer)]: 1 }),
  items: (question) => [{ row: '', title: question.title, keys: optionKeys(question.options) }],
  comparable: (question) => ({ kind: 'option', options: question.options.map((option) => option.id) }),
  value: (answer) => choiceId(answer),
  columns: (question) =>
    question.options.some((option) => option.text)
      ? [...oneColumn(question), { suffix: 'text', label: `${question.title} ${writtenBeside(question)}` }]
      : oneColumn(question),
  cells: (answer, question) =>
    question.options.some((option) => option.text)
      ? [choiceId(answer), choiceText(answer)]
      : [choiceId(answer)],
  words: (answer, question) => choiceWords(answer, question.options),
  faults: nobodyCanChoose,
};
