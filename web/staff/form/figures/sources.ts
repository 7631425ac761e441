// Which questions give a figure, and which kind: a number, a score, how many are chosen, numbers to add up, a day.
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Question } from '../../../../schema/form/definition.ts';
import type { Expression } from '../../../../schema/logic/shapes.ts';
import { kindOf, placesOf } from '../logic/answers.ts';
import { choosesOptions, testable } from '../types/features.ts';

/** `day`: the value of a question that asks for one. */
export type Source = 'value' | 'score' | 'chosen' | 'total' | 'day';

/** Rows of which each gives such a figure; `undefined` stands for the question itself. */
export function rowsThatGive(source: Source, question: Question): (string | undefined)[] {
  const all = [undefined, ...placesOf(question).map(({ id }) => id)];
  const kinds = (row: string | undefined) => kindOf(question, row);
  switch (source) {
    case 'value':
      return all.filter((row) => kinds(row) === 'number' || kinds(row) === 'time');
    case 'day':
      return all.filter((row) => kinds(row) === 'date');
    case 'score':
      return hasScore(question) ? [undefined] : [];
    case 'chosen':
      return kinds(undefined) === 'options' || (kinds(undefined) === 'none' && fieldOf(question).asks)
        ? [undefined]
        : [];
    case 'total':
      return kinds(undefined) === 'none' && givesSums(question) ? [undefined] : [];
  }
}

/** Options may be scored, a test has points, and a figure is its own score. */
const hasScore = (question: Question) =>
  choosesOptions(question) || testable(question) || kindOf(question) === 'number';

/** Tables of numbers, shares, blanks: the tally adds something up, or a part is a number. */
const givesSums = (question: Question) =>
  fieldOf(question)
    .items(question)
    .some(({ sum }) => sum !== undefined) ||
  placesOf(question).some(({ id }) => kindOf(question, id) === 'number');

export const questionsThatGive = (source: Source, questions: readonly Question[]): Question[] =>
  questions.filter((question) => rowsThatGive(source, question).length > 0);

/** The figure that this question, or this row of it, gives. */
export function figureFrom(source: Source, id: string, row: string | undefined): Expression {
  if (source === 'value' || source === 'day') return row === undefined ? { value: id } : { value: id, row };
  if (source === 'score') return { score: id };
  return source === 'chosen' ? { chosen: id } : { total: id };
}

/** The first figure of this kind that there is. */
export function firstOf(source: Source, questions: readonly Question[]): Expression | undefined {
  const [question] = questionsThatGive(source, questions);
  return question && figureFrom(source, question.id, rowsThatGive(source, question)[0]);
}

/** A figure to begin with: a number that is asked for, else a score. */
export const freshFigure = (questions: readonly Question[]): Expression =>
  firstOf('value', questions) ?? firstOf('score', questions) ?? { number: 0 };
