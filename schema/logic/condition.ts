// What a condition means. One evaluator serves the browser and the Worker. Semantics (every cell of them: decisions.ts):
// no coercion; a leaf whose source is unanswered or hidden is false, but for `unanswered`; `not` is plain negation of
// what stands inside it.
import { compares } from './rules.ts';
import type { Condition, Leaf } from './shapes.ts';
import type { Sight, Value } from './sight.ts';

export function holds(condition: Condition, sight: Sight): boolean {
  if ('all' in condition) return condition.all.every((inner) => holds(inner, sight));
  if ('any' in condition) return condition.any.some((inner) => holds(inner, sight));
  if ('not' in condition) return !holds(condition.not, sight);
  if ('is' in condition) return compares(condition, sight);
  return leafHolds(condition, sight.value(condition.q, condition.row), sight);
}

function leafHolds(leaf: Leaf, answer: Value, sight: Sight): boolean {
  if (leaf.op === 'unanswered') return answer === undefined;
  if (answer === undefined) return false;
  if (leaf.op === 'answered') return true;
  if (leaf.op === 'equals') return answer === leaf.value;
  if (leaf.op === 'in') return leaf.value.some((value) => value === answer);
  if (leaf.op === 'contains') return typeof answer === 'object' && answer.includes(leaf.value);
  if (leaf.op === 'same') return equal(answer, sight.value(leaf.as));
  return (
    typeof answer === typeof leaf.value && typeof answer !== 'object' && ranks[leaf.op](answer, leaf.value)
  );
}

/** Lists of choices are in the order of the form, so one set has one text. */
const equal = (one: Value, other: Value) => typeof one === typeof other && String(one) === String(other);

type Ranked = string | number;
/** Days and times are written so that their order is that of their letters. */
export const ranks = {
  lt: (a: Ranked, b: Ranked) => a < b,
  lte: (a: Ranked, b: Ranked) => a <= b,
  gt: (a: Ranked, b: Ranked) => a > b,
  gte: (a: Ranked, b: Ranked) => a >= b,
};

/** Every leaf of a condition, for those who ask which answers it is held against. */
export function leaves(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leaves);
  if ('any' in condition) return condition.any.flatMap(leaves);
  if ('not' in condition) return leaves(condition.not);
  return 'is' in condition ? [] : [condition];
}

/** The operators that fit each kind of answer; publishing refuses any other. */
export const operators = {
  option: ['answered', 'unanswered', 'equals', 'in', 'same'],
  options: ['answered', 'unanswered', 'contains', 'same'],
  number: ['answered', 'unanswered', 'equals', 'in', 'lt', 'lte', 'gt', 'gte', 'same'],
  text: ['answered', 'unanswered', 'equals', 'in', 'same'],
  date: ['answered', 'unanswered', 'equals', 'in', 'lt', 'lte', 'gt', 'gte', 'same'],
  time: ['answered', 'unanswered', 'equals', 'in', 'lt', 'lte', 'gt', 'gte', 'same'],
  none: ['answered', 'unanswered', 'same'],
} as const satisfies Record<string, readonly Leaf['op'][]>;
