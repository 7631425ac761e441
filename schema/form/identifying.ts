// Which questions tell who answered: what a run may promise about names depends on them. Free texts don't count, whatever
// somebody writes there.
import { fieldOf } from '../fields/registry.ts';
import type { Definition, Question } from './definition.ts';

/** Questions whose answers tell who somebody is. */
export const identifying = ({ questions }: Definition): Question[] =>
  questions.filter((question) => fieldOf(question).identifies?.(question));

/**
 * Those with which no run may promise that no names are kept: an identity number, asked of anybody, and a name that
 * everybody has to give.
 */
export function namesNeeded({ questions }: Definition): Question[] {
  let pageIsForAll = true;
  return questions.filter((question) => {
    if (question.type === 'page-break') pageIsForAll = question.showIf === undefined;
    const field = fieldOf(question);
    if (field.identifies?.(question) !== 'outright') return false;
    return field.sensitive || (question.required === true && pageIsForAll && question.showIf === undefined);
  });
}

/** Their titles as a sentence names them. */
export const titlesOf = (questions: readonly Question[]) =>
  questions.map(({ title }) => `“${title}”`).join('、');
