// A text file, in any encoding that an office has.
import { readText } from '../../../../schema/form/text/read-text.ts';
import { fileText } from '../../file-text.ts';
import type { FileReader } from './readers.ts';

export const readTextFile: FileReader = async (file) => {
  const text = await fileText(file);
  return { ...readText(text), text };
};
