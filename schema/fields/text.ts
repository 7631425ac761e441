// One line of words 填空.
import * as z from 'zod/mini';
import {
  type BaseQuestion,
  cleanWords,
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
): Omit<Field<TextSettings, string>, 'labels' | 'seconds'> => ({
  type,
  asks: true,
  personal: true,
  free: true,
  problems: ['text-long', 'text-broken'],
  check(value, question) {
    if (typeof value !== 'string') return fail('wrong-shape');
    const words = cleanWords(value);
    const max = question.maxLength ?? usualMax;
    if (words === undefined) return fail('text-broken');
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
});

export const textMax = 200;
export const shape = () =>
  questionShape('text', { maxLength: z.optional(z.int().check(z.minimum(1), z.maximum(textMax))) });
export type TextQuestion = z.infer<ReturnType<typeof shape>>;
export const field: Field<TextSettings, string> = {
  ...wordsField('text', textMax),
  labels: ['填空题', '单行文本题', '单行文本', '单行文字', '单项填空题', '单行输入框', '填空'],
  seconds: () => 12,
};
