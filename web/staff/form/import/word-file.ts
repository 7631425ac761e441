// A Word file as its text, which is then read and changed like a pasted one. What is no text (a picture) is told beside it.
import { blankTitle } from '../../../../schema/form/placeholders.ts';
import { readText } from '../../../../schema/form/text/read-text.ts';
import { docxText } from './docx-text.ts';
import { bytesOf, titleOf } from './file-parts.ts';
import type { FileReader } from './readers.ts';
import { besideWord, lostWord } from './unreadable-words.ts';

/** @throws Unreadable */
export const readWordFile: FileReader = async (file) => {
  const { text, lost } = docxText(await bytesOf(file));
  const titled = readText(text).definition.title !== blankTitle;
  const whole = titled ? text : `${titleOf(file)}\n\n${text}`;
  return {
    ...readText(whole),
    text: whole,
    lost: lost.map(({ kind, beside }) =>
      beside === ''
        ? lostWord(kind)
        : besideWord('beside', { what: lostWord(kind), words: beside.slice(0, 40) }),
    ),
  };
};
