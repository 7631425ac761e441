// What an answer is worth: the scores of the chosen options, the points of a quiz question when it is right, or the
// point of a scale itself.
import type { Given } from './sight.ts';

/** An option without a score of its own is worth 0 beside others that have one; null when there is nothing to score. */
export function scoreOf(given: Given | undefined): number | null {
  if (!given) return null;
  const { question, field, answer } = given;
  const value = field.value(answer, question);
  if (typeof value === 'number') return value;
  const chosen = typeof value === 'string' ? [value] : (value ?? []);
  if ('quiz' in question && question.quiz) {
    const { right, points } = question.quiz;
    return right.length === chosen.length && right.every((id) => chosen.includes(id)) ? points : 0;
  }
  if (!('options' in question)) return null;
  if (question.options.every(({ score }) => score === undefined)) return null;
  return question.options.reduce((all, { id, score = 0 }) => all + (chosen.includes(id) ? score : 0), 0);
}
