// Which files can be made a form of, by the end of their names. A reader comes with its own chunk, when a file asks for it.
import type { Reading } from '../../../../schema/form/reading.ts';

/** A file that is a text, to be read and changed on the page like a pasted one. */
export interface FileText {
  text: string;
  /** what the file holds beside it that cannot be read, each in words */
  lost?: readonly string[];
}
/** A file that is the form itself. */
export interface FileForm extends Reading {
  /** for files without lines: the number of an unplaced one says nothing to a reader */
  lines?: 'none';
}
export type FileReading = FileText | FileForm;
type FileReader = (file: File) => Promise<FileReading>;

const readers: Readonly<Record<string, () => Promise<FileReader>>> = {
  docx: () => import('./word-file.ts').then(({ readWordFile }) => readWordFile),
  xlsx: () => import('./office-readers.ts').then(({ readExcelFile }) => readExcelFile),
  txt: () => import('./text-file.ts').then(({ readTextFile }) => readTextFile),
  md: () => import('./text-file.ts').then(({ readTextFile }) => readTextFile),
  json: () => import('./office-readers.ts').then(({ readJsonFile }) => readJsonFile),
};

/** Formats of older office programs, which only these open. */
const old: readonly string[] = ['doc', 'wps', 'xls', 'et'];

/** So much as a form of any length needs. */
export const bytesMost = 10 * 1024 * 1024;

type Known = { kind: 'reader'; load: () => Promise<FileReader> } | { kind: 'old' | 'unknown' };

const endOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

export function readerFor(name: string): Known {
  const end = endOf(name);
  const load = Object.hasOwn(readers, end) ? readers[end] : undefined;
  if (load) return { kind: 'reader', load };
  return { kind: old.includes(end) ? 'old' : 'unknown' };
}

/** For the list of files in the browser's own window; old ones are shown too, to be told about. */
export const accepted = [...Object.keys(readers), ...old].map((end) => `.${end}`).join(',');
/** The ends that are read, for people. */
export const readable = Object.keys(readers).map((end) => `.${end}`);
