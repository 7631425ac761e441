// What was written to a question, out of its raw answers: a text for each, under the check of the form, so that nothing
// else gets through.

import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Question } from '../../../../schema/fields/shapes.ts';

/** One text an answer; cells of a table or gaps of a sentence one below the other. */
export const textsIn = (question: Question, answers: readonly unknown[]): string[] =>
  answers.flatMap((answer) => {
    const field = fieldOf(question);
    const checked = field.check(answer, question);
    if (!checked.ok) return [];
    const words = field
      .cells(checked.value, question)
      .filter((cell) => cell !== '' && typeof cell === 'string')
      .join('\n');
    return words === '' ? [] : [words];
  });
