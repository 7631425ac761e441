// Several lines of words 简答.
import * as z from 'zod/mini';
import { questionShape } from './field.ts';
import { wordsField } from './text.ts';

export const longTextMax = 2000;
export const shape = () =>
  questionShape('long-text', { maxLength: z.optional(z.int().check(z.minimum(1), z.maximum(longTextMax))) });
export type LongTextQuestion = z.infer<ReturnType<typeof shape>>;
export const field = wordsField('long-text', longTextMax, (question) => (question.required ? 40 : 15));
