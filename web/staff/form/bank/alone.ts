// A question by itself: without all that goes by other questions of its form, which are not where it is asked next.
import type { Question } from '../../../../schema/form/definition.ts';
import { judgeSources } from '../../../../schema/logic/judge.ts';
import { unpiped } from '../../../../schema/logic/pipe.ts';
import { freshQuestionId } from '../fresh-id.ts';
import { questionShape } from '../question-shape.ts';
import { referencesIn, type Way } from '../references.ts';

/** Where each way of going by another question is written. */
const writtenIn: Readonly<Partial<Record<Way, string>>> = {
  shows: 'showIf',
  requires: 'requiredIf',
  jumps: 'jumps',
  lands: 'jumps',
  carries: 'carry',
};

const always = <L extends { showIf?: unknown }>(list: readonly L[]) =>
  list.map(({ showIf: _, ...line }) => line);

/** And the ways that were left out; undefined where nothing would be left to ask. */
export function alone(question: Question): { question: Question; left: Way[] } | undefined {
  const references = referencesIn({ title: '', layout: 'steps', questions: [question] });
  const left = [...new Set(references.map(({ way }) => way))];
  if (left.includes('counts')) return undefined;
  const gone = new Set(left.flatMap((way) => writtenIn[way] ?? []));
  const kept = Object.entries(question).filter(([key]) => !gone.has(key));
  const lists = left.includes('lists');
  const rules = question.rules?.filter((rule) => judgeSources([rule]).every((id) => id === question.id));
  const { data } = questionShape().safeParse({
    ...Object.fromEntries(kept),
    ...(rules && { rules: rules.length > 0 ? rules : undefined }),
    ...(lists && 'options' in question && { options: always(question.options) }),
    ...(lists && 'rows' in question && { rows: always(question.rows) }),
  });
  return data && { question: unpiped(data, () => undefined), left };
}

/** Under an id that the form does not have yet: taken twice, each counts for itself. */
export const taken = (question: Question, ids: ReadonlySet<string>): Question =>
  ids.has(question.id) ? { ...question, id: freshQuestionId() } : question;
