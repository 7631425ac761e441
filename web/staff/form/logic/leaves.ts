// Sentences about one answer: which fit a source, how a fresh one begins, and when one has all that it needs. What is
// offered follows the kind of the source's answers, so that nothing can be written that the check refuses.
import type { Question } from '../../../../schema/form/definition.ts';
import { operators } from '../../../../schema/logic/condition.ts';
import type { Leaf } from '../../../../schema/logic/shapes.ts';
import { kindOf, placesOf, type Value, valuesOf } from './answers.ts';

type Op = Leaf['op'];
/** What is said of an answer, or the opposite of it. */
export interface Saying {
  op: Op;
  not: boolean;
}

const opposed: readonly Op[] = ['equals', 'in', 'contains', 'same'];

/** What can be said of this answer. `others`: questions that it may be the same as. */
export function sayingsFor(source: Question, row: string | undefined, others: readonly Question[]): Saying[] {
  return operators[kindOf(source, row)]
    .filter((op) => op !== 'same' || alike(source, row, others).length > 0)
    .flatMap((op) => (opposed.includes(op) ? [false, true] : [false]).map((not) => ({ op, not })));
}

/** Questions whose answers are of the same kind, so that two of them may be equal. */
export const alike = (source: Question, row: string | undefined, others: readonly Question[]): Question[] =>
  others.filter(
    (one) => one.id !== source.id && kindOf(one) === kindOf(source, row) && kindOf(one) !== 'none',
  );

/** The first sentence that fits a source: that its first answer was chosen, where answers can be named. */
export function firstLeaf(source: Question, row: string | undefined = firstRow(source)): Leaf {
  const kind = kindOf(source, row);
  const op = kind === 'options' ? 'contains' : kind === 'option' || kind === 'number' ? 'equals' : 'answered';
  const first = leafWith(source, row, op);
  return isWhole(first, source) ? first : leafWith(source, row, 'answered');
}
/** A table is asked by its rows, a ballot as a whole. */
const firstRow = (source: Question) => (kindOf(source) === 'none' ? placesOf(source)[0]?.id : undefined);

/** What an answer can be compared with so: nothing lies below the lowest point of a scale, or above the highest. */
export function comparedWith(source: Question, row: string | undefined, op: Op): Value[] {
  const values = valuesOf(source, row);
  if (kindOf(source, row) !== 'number') return values;
  return op === 'lt' ? values.slice(1) : op === 'gt' ? values.slice(0, -1) : values;
}

/** A sentence of another kind about the same answer; what it was compared with stays where it fits. */
export function leafWith(source: Question, row: string | undefined, op: Op, kept?: Leaf): Leaf {
  const at = row === undefined ? { q: source.id } : { q: source.id, row };
  const numeric = kindOf(source, row) === 'number';
  const listed = comparedWith(source, row, op);
  const first = listed[0]?.key;
  const held = kept && 'value' in kept ? [kept.value].flat()[0] : undefined;
  const beyond =
    (op === 'lt' || op === 'gt') && listed.length > 0 && listed.every(({ key }) => key !== String(held));
  const before = beyond ? undefined : held;
  const value = before ?? (numeric ? Number(first ?? Number.NaN) : (first ?? ''));
  switch (op) {
    case 'answered':
    case 'unanswered':
      return { ...at, op };
    case 'same':
      return { ...at, op, as: kept && 'as' in kept ? kept.as : '' };
    case 'in':
      return { ...at, op, value: kept?.op === 'in' ? kept.value : [value] };
    case 'equals':
      return { ...at, op, value };
    case 'contains':
      return { ...at, op, value: String(value) };
    default:
      return { ...at, op, value: numeric ? Number(value) : String(value) };
  }
}

const forms = { date: /^\d{4}-\d{2}-\d{2}$/, time: /^\d{2}:\d{2}$/ } as const;

/** Whether there is something to compare with, of the kind that the source is answered in. */
export function isWhole(leaf: Leaf, source: Question): boolean {
  if (leaf.op === 'same') return leaf.as !== '';
  if (!('value' in leaf)) return true;
  const kind = kindOf(source, leaf.row);
  const values = [leaf.value].flat();
  return (
    values.length > 0 &&
    values.every((value) => {
      if (typeof value === 'number') return Number.isFinite(value);
      return kind === 'date' || kind === 'time' ? forms[kind].test(value) : value.trim() !== '';
    })
  );
}
