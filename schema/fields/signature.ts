// A signature 手写签名, drawn with a finger and kept as a picture.
import type * as z from 'zod/mini';
import { inLanguage, questionShape } from './field.ts';
import { filesField, signatureLimits } from './files.ts';

export const shape = () => questionShape('signature', {});
export type SignatureQuestion = z.infer<ReturnType<typeof shape>>;

export const field = filesField<SignatureQuestion>(
  {
    type: 'signature',
    identifies: () => 'by-looking-up',
    labels: ['手写签名题', '签名题', '绘图题', '签名'],
    words: (_answer, question) => inLanguage(question, { zh: '已签名', en: 'signed' }),
    seconds: () => 20,
  },
  () => signatureLimits,
);
