// Questions of a test: the right answer must be one that can be given.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import { error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { addressOf, listed } from './places.ts';
import { asChosen, retiredIn } from './possible/base.ts';

export const quizFindings = (form: Form): Finding[] =>
  form.questions.flatMap((question) => {
    const quiz = 'quiz' in question ? question.quiz : undefined;
    const kind = form.comparable(question);
    if (!quiz || (kind.kind !== 'option' && kind.kind !== 'options')) return [];
    const at = addressOf(question, 'quiz');
    const retired = retiredIn(question);
    const gone = quiz.right.filter((id) => !kind.options.includes(id) || retired.has(id));
    if (gone.length > 0) {
      const labels = gone.flatMap((id) => listed(question).options.find((one) => one.id === id)?.label ?? []);
      return [error('quiz-answer-missing', [question.id], { at, args: { values: labels.join('、') } })];
    }
    return canBeGiven(question, quiz.right) ? [] : [error('quiz-never-right', [question.id], { at })];
  });

/** All that is right and nothing else: as one answer, or as a list of them (score.ts), with words or without. */
function canBeGiven(question: Question, right: readonly string[]): boolean {
  if (new Set(right).size < right.length) return false;
  const field = fieldOf(question);
  return [asChosen(question, right), right]
    .flatMap((all) => [all, ...(all.length === 1 ? all : [])])
    .some((given) => field.check(given, question).ok);
}
