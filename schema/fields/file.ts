// Files 文件: documents, tables, pictures, recordings, told by their content and not by their name.
import * as z from 'zod/mini';
import { inLanguage, questionShape } from './field.ts';
import { type FileKind, fileLimits, filesField } from './files.ts';

const all = [
  'image',
  'pdf',
  'document',
  'sheet',
  'slides',
  'audio',
  'text',
  'zip',
] as const satisfies FileKind[];
export const shape = () =>
  questionShape('file', {
    most: z.optional(z.int().check(z.minimum(1), z.maximum(9))),
    /** pictures, PDF, documents and tables unless said */
    kinds: z.optional(z.array(z.enum(all)).check(z.minLength(1), z.maxLength(all.length))),
  });
export type FileQuestion = z.infer<ReturnType<typeof shape>>;

export const usualKinds: readonly FileKind[] = ['image', 'pdf', 'document', 'sheet'];

export const field = filesField<FileQuestion>(
  {
    type: 'file',
    labels: ['文件上传题', '附件题', '上传文件', '文件题'],
    words: ({ length }, question) =>
      inLanguage(question, { zh: `文件 ${length} 个`, en: length === 1 ? '1 file' : `${length} files` }),
    seconds: () => 40,
  },
  ({ most = 3, kinds = usualKinds }) => fileLimits(most, kinds),
);
