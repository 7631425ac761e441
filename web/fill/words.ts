// What the resident's room says. The words of one language are handed in before anything is drawn, by the renderer
// from the dictionaries in words/, by the page's script from its data block: so a phone loads one language only.
import type { AnswerWord } from '../../schema/words/answers.ts';
import { fillIn, type Language } from '../../schema/words/language.ts';
import type { PageWord } from './words/page-words.ts';
import type { ScriptWord } from './words/script-words.ts';

export type Word = PageWord | ScriptWord;
type Args = Readonly<Record<string, string | number>>;

export interface Speech {
  language: Language;
  /** by key; a script has those that it may say */
  words: Readonly<Partial<Record<Word, string>>>;
  /** what is wrong with an answer, by code */
  answers: Readonly<Partial<Record<AnswerWord, string>>>;
}

let speech: Speech = { language: 'zh', words: {}, answers: {} };

/** What is drawn next speaks so. Drawing is synchronous, so two requests cannot mix. */
export function speak(next: Speech): void {
  speech = next;
}
export const spokenLanguage = () => speech.language;

export const say = (word: Word, args: Args = {}): string => fillIn(speech.words[word] ?? word, args);

/** What is wrong with an answer, in a sentence. */
export const sayProblem = ({ code, args }: { code: string; args: Args }): string =>
  fillIn(speech.answers[code as AnswerWord] ?? speech.answers['wrong-shape'] ?? code, args);
