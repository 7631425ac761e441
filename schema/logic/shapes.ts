// What may be written of a form's logic, as data: conditions, figures, jumps, endings, checks, what is carried forward.
// Shapes only, no text language; what each means stands in the file of its name (condition.ts, expression.ts …).
import * as z from 'zod/mini';
import { localId } from '../ids.ts';

/** Deepest nesting of groups and figures; deeper ones are refused, so that no definition can exhaust a stack. */
export const deepest = 8;

export const orders = ['lt', 'lte', 'gt', 'gte'] as const;
export type Order = (typeof orders)[number];

export type Leaf = { q: string; row?: string | undefined } & (
  | { op: 'answered' }
  | { op: 'unanswered' }
  | { op: 'equals'; value: string | number }
  | { op: 'in'; value: (string | number)[] }
  | { op: 'contains'; value: string }
  /** the same as the answer to another question */
  | { op: 'same'; as: string }
  | { op: 'lt'; value: number | string }
  | { op: 'lte'; value: number | string }
  | { op: 'gt'; value: number | string }
  | { op: 'gte'; value: number | string }
);
/** Two figures side by side; false when either is missing. */
export interface Comparison {
  is: 'equals' | Order;
  left: Expression;
  right: Expression;
}
export type Condition = Leaf | Comparison | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** What a missing part does to a sum: it is left out, it is 0, or there is no sum. */
export type Missing = 'skip' | 'zero' | 'null';
/** The day on which the run opened, in a figure. */
export const opening = 'opens';
/** The form's usual end, in a jump. */
export const usualEnd = 'end';

export type Expression =
  | { number: number }
  /** a number, the chosen point of a scale, a day (days since 1970), a time of day (minutes since midnight) */
  | { value: string; row?: string | undefined }
  /** scores of the chosen options, the points of a quiz question, or the point of a scale */
  | { score: string }
  /** how many options are chosen, or rows filled in */
  | { chosen: string }
  /** all numbers of one answer together: a table of numbers, shares */
  | { total: string }
  /** a fixed day, or the day on which the run opened */
  | { day: string }
  | { sum: Expression[]; missing: Missing }
  | { average: Expression[]; missing: Missing }
  | { least: Expression[]; missing: Missing }
  | { most: Expression[]; missing: Missing }
  /** Σ weight × part; with `mean`, over the sum of the weights of the parts that count */
  | { weighted: { part: Expression; weight: number }[]; missing: Missing; mean?: boolean | undefined }
  /** how many of these hold */
  | { count: Condition[] }
  | { if: Condition; yes: Expression; no: Expression }
  | { round: Expression; digits: number }
  | { minus: [Expression, Expression] }
  | { times: [Expression, Expression] }
  | { over: [Expression, Expression] }
  /** whole days, months or years from the first day to the second, as ages are counted */
  | { between: [Expression, Expression]; unit: 'days' | 'months' | 'years' };

const scalar = () => z.union([z.string().check(z.maxLength(200)), z.number()]);
const source = () => ({ q: localId(), row: z.optional(localId()) });
/** A number, a day or a time of day: what has an order. */
const ordered = () =>
  z.union([z.number(), z.string().check(z.regex(/^(\d{4}-\d{2}-\d{2}|([01]\d|2[0-3]):[0-5]\d)$/))]);

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
    z.strictObject({ ...source(), op: z.literal('same'), as: localId() }),
    ...orders.map((op) => z.strictObject({ ...source(), op: z.literal(op), value: ordered() })),
  ]);

/** How many objects stand in each other. */
const depthOf = (node: unknown): number =>
  typeof node !== 'object' || node === null
    ? 0
    : Math.max(0, ...Object.values(node).map(depthOf)) + (Array.isArray(node) ? 0 : 1);

let built: ReturnType<typeof build> | undefined;
/** Both hold themselves and each other; built once, on first use. */
function build() {
  const condition: z.ZodMiniType<Condition> = z.lazy(() => conditionOf(condition, expression));
  const expression: z.ZodMiniType<Expression> = z.lazy(() => expressionOf(condition, expression));
  const notTooDeep = z.refine((node: unknown) => depthOf(node) <= deepest + 1);
  return { condition: condition.check(notTooDeep), expression: expression.check(notTooDeep) };
}

export function conditionShape(): z.ZodMiniType<Condition> {
  built ??= build();
  return built.condition;
}
export function expressionShape(): z.ZodMiniType<Expression> {
  built ??= build();
  return built.expression;
}

function conditionOf(
  inner: z.ZodMiniType<Condition>,
  figure: z.ZodMiniType<Expression>,
): z.ZodMiniType<Condition> {
  const several = z.array(inner).check(z.minLength(1), z.maxLength(20));
  return z.union([
    leafShape(),
    z.strictObject({ all: several }),
    z.strictObject({ any: several }),
    z.strictObject({ not: inner }),
    z.strictObject({ is: z.enum(['equals', ...orders]), left: figure, right: figure }),
  ]);
}

const figure = () => z.number().check(z.minimum(-1e9), z.maximum(1e9));

function expressionOf(
  condition: z.ZodMiniType<Condition>,
  inner: z.ZodMiniType<Expression>,
): z.ZodMiniType<Expression> {
  const several = z.array(inner).check(z.minLength(1), z.maxLength(100));
  const pair = z.tuple([inner, inner]);
  const missing = z.enum(['skip', 'zero', 'null']);
  return z.union([
    z.strictObject({ number: figure() }),
    z.strictObject({ value: localId(), row: z.optional(localId()) }),
    z.strictObject({ score: localId() }),
    z.strictObject({ chosen: localId() }),
    z.strictObject({ total: localId() }),
    z.strictObject({ day: z.string().check(z.regex(/^(opens|\d{4}-\d{2}-\d{2})$/)) }),
    z.strictObject({ sum: several, missing }),
    z.strictObject({ average: several, missing }),
    z.strictObject({ least: several, missing }),
    z.strictObject({ most: several, missing }),
    z.strictObject({
      weighted: z
        .array(z.strictObject({ part: inner, weight: figure() }))
        .check(z.minLength(1), z.maxLength(100)),
      missing,
      mean: z.optional(z.boolean()),
    }),
    z.strictObject({ count: z.array(condition).check(z.minLength(1), z.maxLength(100)) }),
    z.strictObject({ if: condition, yes: inner, no: inner }),
    z.strictObject({ round: inner, digits: z.int().check(z.minimum(0), z.maximum(3)) }),
    z.strictObject({ minus: pair }),
    z.strictObject({ times: pair }),
    z.strictObject({ over: pair }),
    z.strictObject({ between: pair, unit: z.enum(['days', 'months', 'years']) }),
  ]);
}

/** `to`: a page break, an ending, or `end` for the form's usual end. Without `when`: whenever the question shows. */
export interface Jump {
  when?: Condition | undefined;
  to: string;
}
export const jumpsShape = () =>
  z
    .array(z.strictObject({ when: z.optional(conditionShape()), to: localId() }))
    .check(z.minLength(1), z.maxLength(20));

const words = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

export const endingShape = () =>
  z.strictObject({
    id: localId(),
    /** the heading in the place of 已收到 */
    title: words(100),
    text: z.optional(words(500)),
    /** reached at the end of the form when this holds and no jump led elsewhere; the first one counts */
    when: z.optional(conditionShape()),
    /** for whom the form is not meant: nothing is sent and nothing is kept */
    refuses: z.optional(z.boolean()),
  });
export type Ending = z.infer<ReturnType<typeof endingShape>>;

/** The options (or rows) of a question are those of an earlier one, under the same ids, that were or were not chosen. */
export const carryShape = () =>
  z.optional(z.strictObject({ from: localId(), pick: z.enum(['chosen', 'others']) }));
export type Carry = z.infer<ReturnType<typeof carryShape>>;

/** The patterns that an answer may be held to; what each is stands in judge.ts. */
export const patternNames = [
  'digits',
  'letters',
  'letters-digits',
  'chinese',
  'postcode',
  'room',
  'credit-code',
] as const;
export type PatternName = (typeof patternNames)[number];

export const ruleOrders = ['equals', 'differs', ...orders] as const;
export type RuleOrder = (typeof ruleOrders)[number];

const message = () => z.optional(words(100));
const end = () => z.optional(z.union([z.number(), z.string().check(z.maxLength(10))]));
const count = () => z.optional(z.int().check(z.minimum(0), z.maximum(2000)));

/** Checks of an author's own on an answer that its type accepts, each with its own words if the author likes. */
export const rulesShape = () =>
  z
    .array(
      z.discriminatedUnion('check', [
        /** of a number, a day or a time of day */
        z.strictObject({ check: z.literal('range'), min: end(), max: end(), message: message() }),
        /** in characters */
        z.strictObject({ check: z.literal('length'), min: count(), max: count(), message: message() }),
        z.strictObject({ check: z.literal('pattern'), pattern: z.enum(patternNames), message: message() }),
        z.strictObject({
          check: z.literal('compare'),
          order: z.enum(ruleOrders),
          with: localId(),
          message: message(),
        }),
        /** all the numbers of this answer and of the questions named, together */
        z.strictObject({
          check: z.literal('sum'),
          order: z.enum(ruleOrders),
          and: z.optional(z.array(localId()).check(z.maxLength(50))),
          value: z.number(),
          message: message(),
        }),
        z.strictObject({ check: z.literal('holds'), condition: conditionShape(), message: message() }),
      ]),
    )
    .check(z.minLength(1), z.maxLength(10));
export type Rule = z.infer<ReturnType<typeof rulesShape>>[number];
