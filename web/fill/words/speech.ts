// The dictionaries as the renderer hands them in, and the parts of them that a page's script needs.
import { fieldOf } from '../../../schema/fields/registry.ts';
import { hasQuotas } from '../../../schema/form/claims.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { ruleProblems } from '../../../schema/logic/judge.ts';
import { usesRules } from '../../../schema/logic/rules.ts';
import { type AnswerWord, answerWords } from '../../../schema/words/answers.ts';
import type { Language } from '../../../schema/words/language.ts';
import { controlOf, controls } from '../fields/registry.ts';
import type { Speech, Word } from '../words.ts';
import { pageWords } from './page-words.ts';
import { type ScriptWord, scriptWords } from './script-words.ts';

const allWords = (language: Language) => ({ ...pageWords[language], ...scriptWords[language] });

export const speechOf = (language: Language): Speech => ({
  language,
  words: allWords(language),
  answers: answerWords[language],
});

const picked = <K extends string>(words: Readonly<Record<K, string>>, keys: Iterable<K>) =>
  Object.fromEntries([...new Set(keys)].map((key) => [key, words[key]])) as Partial<Record<K, string>>;

/** What only some types say. */
const ofTypes = new Set<Word>(Object.values(controls).flatMap(({ says = [] }) => says));
const common = (Object.keys(scriptWords.zh) as ScriptWord[]).filter(
  (word) => !ofTypes.has(word) && word !== 'previewEnds',
);

/** Going on is a matter of questions, or of pages. */
const onlyIn: Readonly<Record<'steps' | 'pages', readonly Word[]>> = {
  steps: ['progress', 'next', 'back'],
  pages: ['progressPage', 'nextPage', 'backPage'],
};

/** Everything that the script of this form may say. */
export function formSpeech(language: Language, definition: Definition, more: readonly Word[]): Speech {
  const { questions, layout } = definition;
  const unsaid = onlyIn[layout === 'steps' ? 'pages' : 'steps'];
  const words = [
    ...common.filter((word) => !unsaid.includes(word)),
    ...more,
    ...questions.flatMap((question) => controlOf(question).says ?? []),
  ];
  const problems: AnswerWord[] = [
    'required',
    'wrong-shape',
    'unknown-question',
    ...questions.flatMap((question) => fieldOf(question).problems),
    ...(usesRules(definition) ? ruleProblems : []),
    ...(hasQuotas(definition) ? (['option-full', 'quota-full'] as const) : []),
  ];
  return {
    language,
    words: picked(allWords(language), words),
    answers: picked(answerWords[language], problems),
  };
}

/** A script that says only these. */
export const partSpeech = (language: Language, keys: readonly Word[]): Speech => {
  const { words } = speechOf(language);
  return { language, words: Object.fromEntries(keys.map((key) => [key, words[key] ?? ''])), answers: {} };
};
