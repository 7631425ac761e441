// What is wrong with an answer, in a sentence.
import type { AnswerProblem } from '../../../schema/fields/field.ts';
import { type AnswerWord, answerWords } from '../../../schema/words/answers.ts';
import { fillIn } from '../../../schema/words/language.ts';
import { spokenLanguage } from '../words.ts';

export function problemWords({ code, args }: AnswerProblem): string {
  const words = answerWords[spokenLanguage()];
  return fillIn(words[code as AnswerWord] ?? words['wrong-shape'], args);
}
