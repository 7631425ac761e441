// Several lines of words 简答.
import * as z from 'zod/mini';
import { type Field, questionShape } from './field.ts';
import { type TextSettings, wordsField } from './text.ts';

export const longTextMax = 2000;
export const shape = () =>
  questionShape('long-text', { maxLength: z.optional(z.int().check(z.minimum(1), z.maximum(longTextMax))) });
export type LongTextQuestion = z.infer<ReturnType<typeof shape>>;
export const field: Field<TextSettings, string> = {
  ...wordsField('long-text', longTextMax),
  labels: ['简答题', '问答题', '多行文本题', '多行文本', '多行文字', '多行填空题', '多行输入框'],
  seconds: ({ required }) => (required ? 40 : 15),
};
