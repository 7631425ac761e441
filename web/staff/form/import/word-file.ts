// A Word file as its text, which is then read and changed like a pasted one. What is no part of it (a picture, a note) is
// told beside it.
import { formTextMax } from '../../../../schema/form/definition.ts';
import { blankTitle } from '../../../../schema/form/placeholders.ts';
import { readText } from '../../../../schema/form/text/read-text.ts';
import type { LostKind } from './docx/line.ts';
import { docxText } from './docx-text.ts';
import { bytesOf, titleOf } from './file-parts.ts';
import type { FileText } from './readers.ts';
import { asideWord, besideWord, lostWord } from './unreadable-words.ts';

/** @throws Unreadable */
export async function readWordFile(file: File): Promise<FileText> {
  const { text, lost, asides } = docxText(await bytesOf(file));
  const titled = readText(text).definition.title !== blankTitle;
  // The name of a questionnaire may stand in the header of its pages alone.
  const header = titled ? undefined : asides.find(({ kind, words }) => kind === 'header' && isTitle(words));
  const told = asides.filter((aside) => aside !== header && aside.words !== '');
  return {
    text: titled ? text : `${header?.words ?? titleOf(file)}\n\n${text}`,
    lost: [
      ...lost.map(({ kind, beside }) => placed(kind, beside)),
      ...told.map(({ kind, words }) => asideWord(kind, { words })),
      ...asides.flatMap(({ lost: kinds, words }) => kinds.map((kind) => placed(kind, words))),
    ],
  };
}

const isTitle = (words: string) => words !== '' && words.length <= formTextMax.title && !words.includes('\n');

const placed = (kind: LostKind, beside: string) =>
  beside === '' ? lostWord(kind) : besideWord('beside', { what: lostWord(kind), words: beside.slice(0, 40) });
