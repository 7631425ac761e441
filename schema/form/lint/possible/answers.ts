// Sets of answers that a question may have, as far as conditions can tell answers apart. Each operation may make a set too
// large and never too small: what is said to be impossible is so.
import { ranks } from '../../../logic/condition.ts';
import type { Leaf } from '../../../logic/shapes.ts';

export type Answers =
  /** one of these */
  | { of: 'ids'; ids: ReadonlySet<string | number> }
  /** a list of choices, some of which must be in it and some must not */
  | { of: 'list'; has: ReadonlySet<string>; lacks: ReadonlySet<string> }
  /** what has an order, between two ends; `other`: or something that has none (不了解) */
  | { of: 'range'; low: End | undefined; high: End | undefined; other: boolean }
  | { of: 'anything'; but: ReadonlySet<string | number> };

export interface End {
  at: number | string;
  /** the end itself does not belong to it */
  open: boolean;
}
export type ValueLeaf = Extract<Leaf, { value: unknown }>;

export const anything: Answers = { of: 'anything', but: new Set() };
export const range = (min?: number | string, max?: number | string, other = false): Answers => ({
  of: 'range',
  low: min === undefined ? undefined : { at: min, open: false },
  high: max === undefined ? undefined : { at: max, open: false },
  other,
});
export const oneOf = (ids: Iterable<string | number>): Answers | undefined => {
  const set = new Set(ids);
  return set.size > 0 ? { of: 'ids', ids: set } : undefined;
};
type Ids = Extract<Answers, { of: 'ids' }>;
/** The same object when all of them stay: what is the same need not be looked at again. */
function idsOf(answers: Ids, stays: (id: string | number) => boolean): Answers | undefined {
  const left = [...answers.ids].filter(stays);
  return left.length === answers.ids.size ? answers : oneOf(left);
}

/** Those of the answers for which the comparison comes out as wanted; undefined when there is none. */
export function narrowed(answers: Answers, leaf: ValueLeaf, wanted: boolean): Answers | undefined {
  const never = wanted ? undefined : answers;
  switch (answers.of) {
    case 'ids':
      return idsOf(answers, (id) => comesOut(leaf, id) === wanted);
    case 'list': {
      if (leaf.op !== 'contains') return never;
      const has = wanted ? new Set([...answers.has, leaf.value]) : answers.has;
      const lacks = wanted ? answers.lacks : new Set([...answers.lacks, leaf.value]);
      return consistent(has, lacks);
    }
    case 'range': {
      if (leaf.op === 'contains') return never;
      if (leaf.op === 'equals' || leaf.op === 'in') {
        if (wanted) return oneOf([leaf.value].flat().filter((value) => within(answers, value)));
        const { low, high, other } = answers;
        const single = low !== undefined && low.at === high?.at && [leaf.value].flat().includes(low.at);
        return single ? (other ? anything : undefined) : answers;
      }
      if (wanted) return sameKind(answers, leaf.value) ? cut(answers, leaf.op, leaf.value) : undefined;
      const rest = sameKind(answers, leaf.value)
        ? cut(answers, opposite[leaf.op], leaf.value)
        : { ...answers, other: false };
      return answers.other ? anything : rest;
    }
    case 'anything': {
      if (leaf.op !== 'equals' && leaf.op !== 'in') return answers;
      const values = [leaf.value].flat();
      if (wanted) return oneOf(values.filter((value) => !answers.but.has(value)));
      return { of: 'anything', but: new Set([...answers.but, ...values]) };
    }
  }
}

const opposite = { lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt' } as const;

function comesOut(leaf: ValueLeaf, answer: string | number): boolean {
  if (leaf.op === 'equals') return answer === leaf.value;
  if (leaf.op === 'in') return leaf.value.includes(answer);
  if (leaf.op === 'contains') return false;
  return typeof answer === typeof leaf.value && ranks[leaf.op](answer, leaf.value);
}

type Range = Extract<Answers, { of: 'range' }>;

/** What has an order has it among its own kind only; an end tells the kind. */
const sameKind = ({ low, high }: Range, value: number | string) => {
  const end = low ?? high;
  return end === undefined || typeof end.at === typeof value;
};
function within(answers: Range, value: number | string): boolean {
  const { low, high, other } = answers;
  if (!sameKind(answers, value)) return other;
  return (
    (low === undefined || (low.open ? value > low.at : value >= low.at)) &&
    (high === undefined || (high.open ? value < high.at : value <= high.at))
  );
}

function cut(answers: Range, op: keyof typeof opposite, at: number | string): Answers | undefined {
  const end = { at, open: op === 'lt' || op === 'gt' };
  const upper = op === 'lt' || op === 'lte';
  return nonEmpty({
    of: 'range',
    low: upper ? answers.low : tighter(answers.low, end, (a, b) => a > b),
    high: upper ? tighter(answers.high, end, (a, b) => a < b) : answers.high,
    other: false,
  });
}

const tighter = (
  one: End | undefined,
  other: End | undefined,
  closer: (a: number | string, b: number | string) => boolean,
): End | undefined => {
  if (!one || !other) return one ?? other;
  if (one.at === other.at) return one.open ? one : other;
  return closer(one.at, other.at) ? one : other;
};

function nonEmpty(answers: Range): Answers | undefined {
  const { low, high, other } = answers;
  if (!low || !high || low.at < high.at || (low.at === high.at && !low.open && !high.open)) return answers;
  return other ? anything : undefined;
}

function consistent(has: ReadonlySet<string>, lacks: ReadonlySet<string>): Answers | undefined {
  for (const id of has) if (lacks.has(id)) return undefined;
  return { of: 'list', has, lacks };
}

/** Answers that are in both. */
export function meet(one: Answers, other: Answers): Answers | undefined {
  if (one === other) return one;
  if (one.of === 'ids') return idsOf(one, (id) => belongs(id, other));
  if (other.of === 'ids') return meet(other, one);
  if (one.of === 'list' && other.of === 'list')
    return consistent(new Set([...one.has, ...other.has]), new Set([...one.lacks, ...other.lacks]));
  if (one.of === 'range' && other.of === 'range')
    return nonEmpty({
      of: 'range',
      low: tighter(one.low, other.low, (a, b) => a > b),
      high: tighter(one.high, other.high, (a, b) => a < b),
      other: one.other && other.other,
    });
  if (one.of === 'anything' && other.of === 'anything')
    return { of: 'anything', but: new Set([...one.but, ...other.but]) };
  return one.of === 'anything' ? other : one;
}

function belongs(id: string | number, answers: Answers): boolean {
  if (answers.of === 'ids') return answers.ids.has(id);
  if (answers.of === 'range') return within(answers, id);
  return answers.of === 'anything' ? !answers.but.has(id) : true;
}

/** Whether this value, as conditions see it, is one of them. */
export function fits(answers: Answers, value: string | number | readonly string[]): boolean {
  if (typeof value !== 'object') return belongs(value, answers);
  if (answers.of !== 'list') return true;
  return [...answers.has].every((id) => value.includes(id)) && !value.some((id) => answers.lacks.has(id));
}

/** Answers that are in either. */
export function join(one: Answers, other: Answers): Answers {
  if (one === other) return one;
  if (one.of === 'ids' && other.of === 'ids') {
    const [large, small] = one.ids.size < other.ids.size ? [other, one] : [one, other];
    return [...small.ids].every((id) => large.ids.has(id))
      ? large
      : { of: 'ids', ids: new Set([...one.ids, ...other.ids]) };
  }
  if (one.of === 'list' && other.of === 'list') {
    const both = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
      new Set([...a].filter((id) => b.has(id)));
    return { of: 'list', has: both(one.has, other.has), lacks: both(one.lacks, other.lacks) };
  }
  if (one.of === 'range' && other.of === 'range')
    return {
      of: 'range',
      low: looser(one.low, other.low, (a, b) => a < b),
      high: looser(one.high, other.high, (a, b) => a > b),
      other: one.other || other.other,
    };
  if (one.of === 'range' && other.of === 'ids') return [...other.ids].reduce<Answers>(reaching, one);
  return one.of === 'ids' && other.of === 'range' ? join(other, one) : anything;
}

/** A range that has this in it, too. */
const reaching = (answers: Answers, id: string | number): Answers =>
  answers.of === 'range' && sameKind(answers, id) ? join(answers, range(id, id, answers.other)) : anything;

const looser = (
  one: End | undefined,
  other: End | undefined,
  wider: (a: number | string, b: number | string) => boolean,
): End | undefined => {
  if (!one || !other) return undefined;
  if (one.at === other.at) return one.open ? other : one;
  return wider(one.at, other.at) ? one : other;
};
