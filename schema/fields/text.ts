// One line of words 填空.
import * as z from 'zod/mini';
import {
  type BaseQuestion,
  type Field,
  fail,
  firstFilled,
  formName,
  ok,
  oneColumn,
  questionShape,
  writeOne,
} from './field.ts';

export interface TextSettings extends BaseQuestion {
  maxLength?: number | undefined;
}

/** A type whose answer is words: how many characters at most unless the author says otherwise. */
export const wordsField = (
  type: string,
  usualMax: number,
  seconds: (question: TextSettings) => number,
): Field<TextSettings, string> => ({
  type,
  asks: true,
  personal: true,
  problems: ['text-long'],
  check(value, question) {
    if (typeof value !== 'string') return fail('wrong-shape');
    const words = value.replace(/\r\n?/g, '\n').trim();
    const max = question.maxLength ?? usualMax;
    if (words === '') return fail('required');
    if (words.length > max) return fail('text-long', { max, length: words.length });
    return ok(words);
  },
  read: (form, question) => firstFilled(form(formName(question))),
  write: writeOne,
  count: () => ({ _n: 1 }),
  items: () => [],
  comparable: () => ({ kind: 'text' }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer) => answer,
  seconds,
});

export const textMax = 200;
export const shape = () =>
  questionShape('text', { maxLength: z.optional(z.int().check(z.minimum(1), z.maximum(textMax))) });
export type TextQuestion = z.infer<ReturnType<typeof shape>>;
export const field = wordsField('text', textMax, () => 12);
