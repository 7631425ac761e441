// About how long a form takes: said to residents before they begin and to staff before they ask.
import type { Definition, Question } from './definition.ts';

/** Seconds by kind of work: a tap, a choice from several, a line of words, a paragraph. Rounded up to whole minutes. */
function seconds(question: Question): number {
  switch (question.type) {
    case 'note':
    case 'page-break':
      return 3;
    case 'matrix-single':
    case 'matrix-scale':
      return 4 + 4 * question.rows.length;
    case 'long-text':
      return question.required ? 40 : 15;
    case 'text':
    case 'phone':
    case 'date':
    case 'number':
      return 12;
    default:
      return 7;
  }
}

export function minutesOf(definition: Definition): number {
  const total = definition.questions.reduce((sum, question) => sum + seconds(question), 15);
  return Math.max(1, Math.round(total / 60));
}
