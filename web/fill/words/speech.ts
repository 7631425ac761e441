// The dictionaries as the renderer hands them in, and the parts of them that a page's script needs.
import { answerWords } from '../../../schema/words/answers.ts';
import type { Language } from '../../../schema/words/language.ts';
import type { Speech, Word } from '../words.ts';
import { pageWords } from './page-words.ts';
import { scriptWords } from './script-words.ts';

export const speechOf = (language: Language): Speech => ({
  language,
  words: { ...pageWords[language], ...scriptWords[language] },
  answers: answerWords[language],
});

/** Everything that the form's script may say. */
export const formSpeech = (language: Language): Speech => ({
  language,
  words: scriptWords[language],
  answers: answerWords[language],
});

/** A script that says only these. */
export const partSpeech = (language: Language, keys: readonly Word[]): Speech => {
  const { words } = speechOf(language);
  return { language, words: Object.fromEntries(keys.map((key) => [key, words[key] ?? ''])), answers: {} };
};
