// Conditions as data: what may be written, what it means, and which question it reads. One evaluator serves the
// browser and the Worker. Semantics: no coercion; a leaf whose source is unanswered or hidden is false, but for
// `unanswered`; `not` is plain negation of what stands inside it.
import * as z from 'zod/mini';
import { localId } from '../ids.ts';

const scalar = () => z.union([z.string().check(z.maxLength(200)), z.number()]);
const source = () => ({ q: localId(), row: z.optional(localId()) });

export type Leaf = { q: string; row?: string | undefined } & (
  | { op: 'answered' }
  | { op: 'unanswered' }
  | { op: 'equals'; value: string | number }
  | { op: 'in'; value: (string | number)[] }
  | { op: 'contains'; value: string }
  | { op: 'lt'; value: number }
  | { op: 'lte'; value: number }
  | { op: 'gt'; value: number }
  | { op: 'gte'; value: number }
);
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** Deepest nesting of groups; deeper ones are refused, so that no definition can exhaust a stack. */
export const deepest = 5;

const leafShape = () =>
  z.discriminatedUnion('op', [
    z.strictObject({ ...source(), op: z.literal('answered') }),
    z.strictObject({ ...source(), op: z.literal('unanswered') }),
    z.strictObject({ ...source(), op: z.literal('equals'), value: scalar() }),
    z.strictObject({
      ...source(),
      op: z.literal('in'),
      value: z.array(scalar()).check(z.minLength(1), z.maxLength(200)),
    }),
    z.strictObject({ ...source(), op: z.literal('contains'), value: z.string().check(z.maxLength(200)) }),
    ...(['lt', 'lte', 'gt', 'gte'] as const).map((op) =>
      z.strictObject({ ...source(), op: z.literal(op), value: z.number() }),
    ),
  ]);

const byDepth: z.ZodMiniType<Condition>[] = [];

/** The shape of a condition with at most `depth` groups in each other; each depth is built once. */
export function conditionShape(depth: number = deepest): z.ZodMiniType<Condition> {
  const known = byDepth[depth];
  if (known) return known;
  const shape = depth === 0 ? leafShape() : groupShape(conditionShape(depth - 1));
  byDepth[depth] = shape;
  return shape;
}

function groupShape(inner: z.ZodMiniType<Condition>): z.ZodMiniType<Condition> {
  const several = z.array(inner).check(z.minLength(1), z.maxLength(20));
  return z.union([
    leafShape(),
    z.strictObject({ all: several }),
    z.strictObject({ any: several }),
    z.strictObject({ not: inner }),
  ]);
}

/** The answer of a question as conditions see it; undefined when it is unanswered or hidden. */
export type Look = (question: string, row?: string) => string | number | readonly string[] | undefined;

export function holds(condition: Condition, look: Look): boolean {
  if ('all' in condition) return condition.all.every((inner) => holds(inner, look));
  if ('any' in condition) return condition.any.some((inner) => holds(inner, look));
  if ('not' in condition) return !holds(condition.not, look);
  return leafHolds(condition, look(condition.q, condition.row));
}

function leafHolds(leaf: Leaf, answer: ReturnType<Look>): boolean {
  if (leaf.op === 'unanswered') return answer === undefined;
  if (answer === undefined) return false;
  if (leaf.op === 'answered') return true;
  if (leaf.op === 'equals') return answer === leaf.value;
  if (leaf.op === 'in') return leaf.value.some((value) => value === answer);
  if (leaf.op === 'contains') return typeof answer === 'object' && answer.includes(leaf.value);
  return typeof answer === 'number' && compare[leaf.op](answer, leaf.value);
}

const compare = {
  lt: (a: number, b: number) => a < b,
  lte: (a: number, b: number) => a <= b,
  gt: (a: number, b: number) => a > b,
  gte: (a: number, b: number) => a >= b,
};

/** Every leaf of a condition, for those who ask which questions it reads. */
export function leaves(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leaves);
  if ('any' in condition) return condition.any.flatMap(leaves);
  if ('not' in condition) return leaves(condition.not);
  return [condition];
}

/** The operators that fit each kind of answer; publishing refuses any other. */
export const operators = {
  option: ['answered', 'unanswered', 'equals', 'in'],
  options: ['answered', 'unanswered', 'contains'],
  number: ['answered', 'unanswered', 'equals', 'in', 'lt', 'lte', 'gt', 'gte'],
  text: ['answered', 'unanswered', 'equals', 'in'],
  date: ['answered', 'unanswered', 'equals', 'in'],
  none: ['answered', 'unanswered'],
} as const satisfies Record<string, readonly Leaf['op'][]>;
