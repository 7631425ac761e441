// What conditions and figures can see of a form that is being filled in: answers that are accepted so far, of questions
// that show. Whatever is unanswered, hidden or wrong is not there.
import type { Field } from '../fields/field.ts';
import type { Question } from '../fields/shapes.ts';

/** An answer as conditions see it: an option id, a number, a day, a text, or a list of ids. */
export type Value = string | number | readonly string[] | undefined;

/** An accepted answer with its question, for those who need more than its value. */
export interface Given {
  question: Question;
  field: Field;
  answer: unknown;
}

export interface Sight {
  value(question: string, row?: string): Value;
  given(question: string): Given | undefined;
  /** When the run opened, in milliseconds since 1970: its day is what "today" means in a form, for everybody and for ever. */
  opens: number | undefined;
}

/** All that can be seen by what was given. */
export const sightOf = (given: Sight['given'], opens: number | undefined): Sight => ({
  opens,
  given,
  value(id, row) {
    const one = given(id);
    return one?.field.value(one.answer, one.question, row);
  },
});
