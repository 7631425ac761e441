// What the types with stored files share (photo, file, signature, voice). A file is sent by itself, before the answers,
// and bound to the response's id; the answer is the list of ids. What each file holds is found out from its bytes.
import { fileIdForm } from '../ids.ts';
import {
  type BaseQuestion,
  type Checked,
  type Field,
  fail,
  formName,
  inLanguage,
  ok,
  oneColumn,
} from './field.ts';
import { headsItem } from './figures.ts';

/** Kinds of content, as the first bytes tell them (schema/files.ts). */
export type FileKind = 'image' | 'audio' | 'pdf' | 'document' | 'sheet' | 'slides' | 'text' | 'zip';

/** What may be sent for a question: kinds, files, bytes a file. */
export interface FileLimits {
  kinds: readonly FileKind[];
  most: number;
  bytes: number;
}

const MiB = 1_048_576;
/** Bytes of all files of one response together. */
export const responseBytes = 60 * MiB;

export const megabytes = (bytes: number) => Math.round(bytes / MiB);

/** Before an id in a form's field: the file is not stored yet. */
export const unsent = '~';
/** And it will not be: it was refused, or got lost with the page that sent it. */
export const givenUp = '~~';

export function checkFiles(value: unknown, most: number): Checked<readonly string[]> {
  if (!Array.isArray(value) || value.length === 0) return fail('wrong-shape');
  const marked = (mark: string) => value.some((id) => typeof id === 'string' && id.startsWith(mark));
  if (marked(givenUp)) return fail('file-refused');
  if (marked(unsent)) return fail('file-sending');
  if (!value.every((id) => typeof id === 'string' && fileIdForm.test(id))) return fail('wrong-shape');
  if (new Set(value).size !== value.length) return fail('wrong-shape');
  return value.length > most ? fail('files-many', { most, files: value.length }) : ok(value);
}

/** A type whose answer is stored files. */
export const filesField = <Q extends BaseQuestion>(
  own: Pick<Field<Q, readonly string[]>, 'labels' | 'words' | 'seconds' | 'sense' | 'identifies'> & {
    type: string;
  },
  limits: (question: Q) => FileLimits,
): Field<Q, readonly string[]> => ({
  asks: true,
  personal: true,
  problems: ['files-many', 'file-lost', 'file-refused', 'file-sending'],
  check: (value, question) => checkFiles(value, limits(question).most),
  read(form, question) {
    const ids = form(formName(question)).filter((id) => id !== '');
    return ids.length > 0 ? ids : undefined;
  },
  write: (answer, question) => ({ [formName(question)]: [...answer] }),
  count: () => ({ _n: 1 }),
  items: (question) => [headsItem(question)],
  comparable: () => ({ kind: 'none' }),
  value: (answer) => answer,
  files: (answer) => answer,
  limits,
  columns: oneColumn,
  cells: (answer) => [answer.join(';')],
  ...own,
});

export const photoWords = ({ length }: readonly string[], question: BaseQuestion) =>
  inLanguage(question, { zh: `照片 ${length} 张`, en: length === 1 ? '1 photo' : `${length} photos` });

export const photoLimits = (most: number): FileLimits => ({ kinds: ['image'], most, bytes: 10 * MiB });
export const voiceLimits: FileLimits = { kinds: ['audio'], most: 1, bytes: 8 * MiB };
export const signatureLimits: FileLimits = { kinds: ['image'], most: 1, bytes: 1 * MiB };
export const fileLimits = (most: number, kinds: readonly FileKind[]): FileLimits => ({
  kinds,
  most,
  bytes: 20 * MiB,
});
