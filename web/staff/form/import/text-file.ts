// A text file, in any encoding that an office has.
import { fileText } from '../../file-text.ts';
import type { FileText } from './readers.ts';

export const readTextFile = async (file: File): Promise<FileText> => ({ text: await fileText(file) });
