// What a question offers to this resident: options with conditions of their own, and options or rows that are carried
// forward from what was chosen before. A choice that is no longer on offer is taken out of the answer, and named.
import { isChoice, offered } from '../fields/options.ts';
import type { Question } from '../fields/shapes.ts';
import { holds } from './condition.ts';
import type { Carry, Condition } from './shapes.ts';
import type { Sight } from './sight.ts';
import { sourcesOf } from './sources.ts';

type Listed = { id: string; showIf?: Condition | undefined };

/** Lists of which parts may come and go. */
const listsOf = (question: Question): Partial<Record<'options' | 'rows', readonly Listed[]>> => ({
  ...('options' in question && Array.isArray(question.options) && { options: question.options }),
  ...('rows' in question && { rows: question.rows }),
});
const carryOf = (question: Question): Carry => ('carry' in question ? question.carry : undefined);

export const comesAndGoes = (question: Question) =>
  carryOf(question) !== undefined ||
  Object.values(listsOf(question)).some((list) => list.some(({ showIf }) => showIf));

export const offerSources = (question: Question): string[] => [
  ...Object.values(listsOf(question)).flatMap((list) => list.flatMap(({ showIf }) => sourcesOf(showIf))),
  ...(carryOf(question) ? [carryOf(question)?.from ?? ''] : []),
];

/** The question with what is on offer only; the same object when nothing comes or goes. */
export function offer(question: Question, sight: Sight): Question {
  if (!comesAndGoes(question)) return question;
  const carry = carryOf(question);
  const chosen = carry && sight.value(carry.from);
  const isChosen = (id: string) => (typeof chosen === 'object' ? chosen.includes(id) : chosen === id);
  const left = Object.entries(listsOf(question)).map(([name, list]) => [
    name,
    list.filter(
      ({ id, showIf }) =>
        (!showIf || holds(showIf, sight)) && (!carry || isChosen(id) === (carry.pick === 'chosen')),
    ),
  ]);
  return { ...question, ...Object.fromEntries(left) };
}

/** Nothing is left to answer with. */
export const isEmpty = (question: Question) =>
  ('options' in question && Array.isArray(question.options) && offered(question.options).length === 0) ||
  ('rows' in question && question.rows.length === 0);

/**
 * A given answer without the choices or rows that are not on offer; undefined when nothing is left of it, and the answer
 * itself when nothing had to go.
 */
export function keep(value: unknown, question: Question, left: Question): unknown {
  if (left === question) return value;
  const there = new Set(Object.values(listsOf(left)).flatMap((list) => list.map(({ id }) => id)));
  const gone = new Set(
    Object.values(listsOf(question)).flatMap((list) => list.flatMap(({ id }) => (there.has(id) ? [] : [id]))),
  );
  if (gone.size === 0) return value;
  const goes = (one: unknown) => gone.has(String(isChoice(one) ? one.id : one));
  if (Array.isArray(value)) {
    const kept = value.filter((one) => !goes(one));
    if (kept.length === value.length) return value;
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value !== 'object' || value === null || isChoice(value)) return goes(value) ? undefined : value;
  const parts = Object.entries(value);
  const kept = parts.filter(([key]) => !gone.has(key));
  if (kept.length === parts.length) return value;
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
