// The least and the most that the answer of a choice can be worth, as schema/logic/score.ts adds it up.
import { type Option, offered } from '../../../schema/fields/options.ts';
import { fieldOf } from '../../../schema/fields/registry.ts';
import type { Question } from '../../../schema/form/definition.ts';

const worth = ({ score = 0 }: Option) => score;

/** undefined where options have no scores, or a right answer decides instead. */
export function scoreRange(question: Question): { least: number; most: number } | undefined {
  if (!('options' in question) || ('quiz' in question && question.quiz)) return undefined;
  const options = offered(question.options);
  if (options.every(({ score }) => score === undefined)) return undefined;
  const alone = options.filter(({ exclusive }) => exclusive).map(worth);
  const together = options.filter(({ exclusive }) => !exclusive);
  const rising = together.map(worth).sort((a, b) => a - b);
  // The worst, or the best, of so many choices are the first so many.
  const sums = [rising, [...rising].reverse()].flatMap((scores) =>
    numbersChosen(question, together).map((n) => scores.slice(0, n).reduce((all, score) => all + score, 0)),
  );
  const possible = [...alone, ...sums];
  return possible.length > 0 ? { least: Math.min(...possible), most: Math.max(...possible) } : undefined;
}

/** How many of these options an answer may choose. */
function numbersChosen(question: Question, options: readonly Option[]): number[] {
  const field = fieldOf(question);
  if (field.comparable(question).kind === 'option') return options.length > 0 ? [1] : [];
  const bare = { ...question, options: options.map(({ id, label }) => ({ id, label })) };
  const ids = options.map(({ id }) => id);
  return ids.map((_, index) => index + 1).filter((n) => field.check(ids.slice(0, n), bare).ok);
}
