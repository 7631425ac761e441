// What a file has no place for, in words: for a sheet of the file, the end of a text, and the sentence that says it.
import type { Definition } from '../../../../schema/form/definition.ts';
import { numbersOf } from '../numbering.ts';
import { typeWord } from '../types/words.ts';
import type { Unsaid } from './unsaid.ts';
import { isSetting, settingWord, unsaidWord as t } from './unsaid-words.ts';

export interface NotExported {
  /** number of the question, or '' for the form itself */
  number: string;
  title: string;
  what: string;
  value: string;
}

/** A setting that no dictionary has is told by its key: a name, and never nothing. */
const settingName = (key: string): string =>
  key
    .split('.')
    .map((part) => (isSetting(part) ? settingWord(part) : t('other', { key: part })))
    .join(' · ');

const whatWord = (key: string) => (key === 'question' || key === 'split' ? t(key) : settingName(key));

export function notExportedOf(
  { question, key, value, becomes }: Unsaid,
  definition: Definition,
): NotExported {
  const number = question && numbersOf(definition).get(question.id);
  return {
    number: number === undefined ? '' : String(number),
    title: question?.title ?? t('form'),
    what: becomes && key === 'type' ? t('type', { type: typeWord(becomes) }) : whatWord(key),
    value,
  };
}
