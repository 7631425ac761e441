// One question by itself: whether a value may be its answer, as its type and its author's checks have it that read nothing
// else.
import { fieldOf } from '../../../fields/registry.ts';
import type { Question } from '../../../fields/shapes.ts';
import { judge } from '../../../logic/judge.ts';
import { samplesOf } from '../../samples.ts';

/** Its answers are plain values, and this is none of them. */
export function isNever(question: Question, value: string | number): boolean {
  const field = fieldOf(question);
  const checked = field.check(value, question);
  if (checked.ok && field.value(checked.value, question) === value) return breaksRule(question, value);
  return samplesOf(question).some((answer) => answer === field.value(answer, question));
}

export function breaksRule(question: Question, value: string | number): boolean {
  const rules = question.rules?.filter(
    ({ check }) => check === 'range' || check === 'length' || check === 'pattern',
  );
  const alone = { opens: undefined, given: () => undefined, value: () => value };
  return judge({ ...question, rules }, alone) !== undefined;
}
