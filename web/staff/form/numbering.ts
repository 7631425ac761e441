// Numbers of questions as readers see them: only what asks something is counted.
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../schema/form/definition.ts';
import { pipeMark } from '../../../schema/logic/pipe.ts';
import { typeWord } from './types/words.ts';
import { t } from './words.ts';

/** The page is drawn many times for one definition, and asks for its numbers in many places. */
const known = new WeakMap<readonly Question[], ReadonlyMap<string, number>>();

export function numbersOf(definition: Definition): ReadonlyMap<string, number> {
  const before = known.get(definition.questions);
  if (before) return before;
  const numbers = new Map<string, number>();
  known.set(definition.questions, numbers);
  for (const question of definition.questions)
    if (fieldOf(question).asks) numbers.set(question.id, numbers.size + 1);
  return numbers;
}

/** `第 3 题`, or the kind of a note or page break. */
export function nameOf(question: Question, numbers: ReadonlyMap<string, number>): string {
  const n = numbers.get(question.id);
  return n === undefined ? typeWord(question.type) : t('questionN', { n });
}
/** In lists and sentences an earlier answer in a title is no more than its place. */
export const titleOf = (question: Question): string =>
  question.title.replace(pipeMark, '〔…〕').trim() || t('noTitle');

/** Questions to choose from: number and title. */
export function choicesOf(definition: Definition, questions: readonly Question[]) {
  const numbers = numbersOf(definition);
  return questions.map((one) => ({ value: one.id, label: `${nameOf(one, numbers)} ${titleOf(one)}` }));
}
