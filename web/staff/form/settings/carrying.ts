// Options and rows that are carried forward stand under the same ids as in the question that they come from. They are
// taken over once, and follow what changes there.
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Carry } from '../../../../schema/logic/shapes.ts';
import type { Line } from '../edits.ts';
import { carriable, choosesOptions, type With } from '../types/features.ts';

type Carrying = With<'carry'>;

/** Earlier questions of which options were chosen. */
export function carrySources(definition: Definition, id: string): With<'options'>[] {
  const at = definition.questions.findIndex((question) => question.id === id);
  return definition.questions.slice(0, Math.max(0, at)).filter(choosesOptions);
}

const plain = ({ id, label }: Line): Line => ({ id, label });

/** The list that comes and goes: options where there are any, else rows. */
function withList<Q extends Carrying>(question: Q, change: (list: readonly Line[]) => Line[]): Q {
  if ('options' in question) return { ...question, options: change(question.options) };
  return 'rows' in question ? { ...question, rows: change(question.rows) } : question;
}

/** Carries forward what was chosen in another question: its options are taken over, with what was set for them here. */
export function carrying(question: Carrying, carry: Carry, source: With<'options'> | undefined): Question {
  const taken = withList(question, (own) =>
    source
      ? source.options.map((option) => own.find(({ id }) => id === option.id) ?? plain(option))
      : [...own],
  );
  return { ...taken, carry };
}

/** After an edit of one question: what was added, removed or renamed in its options is so wherever they are carried. */
export function carriedAlong(definition: Definition, before: Question, after: Question): Definition {
  if (!choosesOptions(before) || !choosesOptions(after) || before.options === after.options)
    return definition;
  const labelBefore = new Map(before.options.map(({ id, label }) => [id, label]));
  const now = new Set(after.options.map(({ id }) => id));
  const follow = (own: readonly Line[]): Line[] => {
    const kept = own.filter(({ id }) => now.has(id) || !labelBefore.has(id));
    const renamed = kept.map((line) => {
      const source = after.options.find(({ id }) => id === line.id);
      return source && line.label === labelBefore.get(line.id) ? { ...line, label: source.label } : line;
    });
    const fresh = after.options.filter(
      ({ id }) => !labelBefore.has(id) && !own.some((line) => line.id === id),
    );
    const all = [...renamed, ...fresh.map(plain)];
    return all.length > 0 ? all : [...own];
  };
  return {
    ...definition,
    questions: definition.questions.map((question) =>
      carriable(question) && question.carry?.from === after.id ? withList(question, follow) : question,
    ),
  };
}
