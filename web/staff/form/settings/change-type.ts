// Another type for a question on the form page: it goes on where it stands, with its conditions, checks and jumps. Only
// types that can be changed back to what it was are offered, so that nothing that was set or written is lost.
import { type FieldType, fieldOf } from '../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import { lint } from '../../../../schema/form/lint.ts';
import { repiped } from '../../../../schema/logic/pipe.ts';
import { redirected } from '../../../../schema/logic/sources.ts';
import { savable, writable } from '../blanks.ts';
import { copied, replaced, without } from '../edits.ts';
import { followed } from '../followed.ts';
import { retyped, typesFor } from '../retype.ts';

const alone = (question: Question): Definition => ({ title: '-', layout: 'pages', questions: [question] });
/** With blanks filled in, as it may be stored; and with blanks again, as it is written on. */
const stored = (question: Question): Question => savable(alone(question)).questions[0] ?? question;
const written = (question: Question): Question => writable(alone(question)).questions[0] ?? question;

/** The question as one of another type; undefined when it would not hold. */
export function changedType(question: Question, type: FieldType): Question | undefined {
  const next = retyped(stored(question), type);
  if (!next) return undefined;
  const { showIf, requiredIf, rules, jumps } = question;
  return written({
    ...next,
    ...(showIf && { showIf }),
    ...(jumps && { jumps }),
    ...(fieldOf(next).asks && { ...(requiredIf && { requiredIf }), ...(rules && { rules }) }),
  });
}

/** Types, its own among them, that keep all that is written and set. */
export const typesWithoutLoss = (question: Question): FieldType[] =>
  typesFor(stored(question)).filter((type) => {
    const there = changedType(question, type);
    const back = there && changedType(there, question.type);
    return back !== undefined && contents(back) === contents(question);
  });

/** All that was written and set, in no order; ids of options are nobody's words. */
function contents(question: Question): string {
  const flat = (value: unknown, path: string): string[] => {
    if (Array.isArray(value)) return value.flatMap((inner) => flat(inner, `${path}[]`));
    if (typeof value !== 'object' || value === null) return value === undefined ? [] : [`${path}=${value}`];
    return Object.entries(value).flatMap(([key, inner]) =>
      path.endsWith('options[]') && key === 'id' ? [] : flat(inner, `${path}.${key}`),
    );
  };
  return flat(stored(question), '').sort().join('\n');
}

/** Whether answers of this question can't be counted together with those of what was published, newest first. */
export const countsApart = (question: Question, [newest, ...earlier]: readonly Question[]): boolean =>
  newest !== undefined &&
  lint(alone(question), { published: alone(newest), earlier }).some(
    ({ code, severity }) => severity === 'error' && (code === 'type-changed' || code === 'counting-changed'),
  );

/** The question under a new id in the place of the one that it was; what went by that one goes by it. */
export function replacedAnew(
  definition: Definition,
  question: Question,
): { definition: Definition; id: string } {
  const was = question.id;
  const made = copied(definition, [was]);
  const [id = was] = made.ids;
  const next = redirected(without(replaced(made.definition, { ...question, id }), [was]), was, id);
  return {
    definition: {
      ...repiped(next, was, id),
      questions: next.questions.map((one) => followed(one, was, id)),
      ...(next.shuffle && {
        shuffle: next.shuffle.map((group) => group.map((one) => (one === was ? id : one))),
      }),
      ...(next.quotas && {
        quotas: next.quotas.map((quota) => (quota.by === was ? { ...quota, by: id } : quota)),
      }),
    },
    id,
  };
}
