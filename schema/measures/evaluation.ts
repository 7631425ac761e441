// The score of what is evaluated: marks by rater groups, deductions, bonus, and what bars or disqualifies whatever the
// score. The score of a group on an indicator is a middle of its raters' marks, so that no group wins by being many.
import { answersOf, mean, type PointCount } from './points.ts';
import { sum } from './sum.ts';

/** How many marks are cut at each end (`percent`, rounded down), once there are at least `from` of them. */
export type Middle =
  | { rule: 'mean' }
  | { rule: 'trimmed'; percent: number; from: number }
  | { rule: 'median'; from: number };

export interface Indicator {
  id: string;
  /** counts in proportion */
  weight: number;
  /** the full mark: marks are 0 to this */
  most: number;
}

export interface RaterGroup {
  id: string;
  /** counts in proportion; 0 is shown beside and counts nothing */
  weight: number;
  /** marks that each of its indicators needs */
  minimum: number;
  middle: Middle;
  /** ids of the indicators that this group marks; without them, all */
  marks?: readonly string[];
}

export interface Scheme {
  indicators: readonly Indicator[];
  groups: readonly RaterGroup[];
  /** a group under its minimum: no score, or the others' weights fill up, and the result says so */
  missing: 'incomplete' | 'reweight';
  deductionCap: number;
  bonusCap: number;
  /** figures that a subject needs for any band or award, as 满意率 ≥ 80 */
  gates: readonly { id: string; atLeast: number }[];
  bands: readonly { id: string; from: number }[];
}

export interface Subject {
  /** marks by group and indicator */
  marks: Readonly<Record<string, Readonly<Record<string, readonly PointCount[]>>>>;
  deductions: readonly number[];
  bonus: readonly number[];
  /** veto items that were found */
  vetoes: readonly string[];
  /** what the gates look at, by their ids */
  readings: Readonly<Record<string, number | null>>;
}

export type Outcome =
  | { state: 'disqualified'; vetoes: readonly string[] }
  | { state: 'incomplete'; groups: string[]; gates: string[] }
  | { state: 'barred'; gates: string[] }
  | { state: 'rated'; band: string | null };

export interface Evaluated {
  /** 0–100; null under the minimum */
  groups: { id: string; score: number | null }[];
  /** ids of groups that the others stand in for */
  reweighted: string[];
  /** of the groups together, before deductions and bonus */
  before: number | null;
  /** what was taken off and put on, within the caps */
  deducted: number;
  added: number;
  /** 0 to 100 and the cap of the bonus */
  score: number | null;
  outcome: Outcome;
}

/** Scores that differ by less than a billionth differ by rounding alone. */
export const billionths = (score: number) => Math.round(score * 1e9);
const reaches = (value: number, limit: number) => billionths(value) >= billionths(limit);

/** The mean of what is left when `cut` marks are taken off at each end. */
function trimmedMean(marks: readonly PointCount[], cut: number): number | null {
  const order = [...marks].sort((a, b) => a.point - b.point);
  const until = answersOf(marks) - cut;
  let at = 0;
  const kept = order.map(({ point, n }) => {
    const from = Math.max(at, cut);
    at += n;
    return { point, n: Math.max(0, Math.min(at, until) - from) };
  });
  return mean(kept);
}

/** The middle of marks as the group's rule has it; null without marks. The median is the mean trimmed to the middle. */
export function middleOf(marks: readonly PointCount[], middle: Middle): number | null {
  const n = answersOf(marks);
  if (middle.rule === 'mean' || n < middle.from) return mean(marks);
  const most = Math.floor((n - 1) / 2);
  return trimmedMean(
    marks,
    middle.rule === 'median' ? most : Math.min(most, Math.floor((n * middle.percent) / 100)),
  );
}

/** Σ wᵢ sᵢ over what the group marks, 0–100; null when one of its indicators has too few marks. */
function groupScore({ indicators }: Scheme, group: RaterGroup, { marks }: Subject): number | null {
  const asked = indicators.filter(({ id }) => group.marks?.includes(id) ?? true);
  const weight = sum(asked.map((one) => one.weight));
  let score = 0;
  for (const { id, weight: w, most } of asked) {
    const given = marks[group.id]?.[id] ?? [];
    const middle = middleOf(given, group.middle);
    if (middle === null || answersOf(given) < group.minimum) return null;
    score += (w / weight) * (middle / most) * 100;
  }
  return weight > 0 ? score : null;
}

/**
 * Σ W_g Σ wᵢ s_gi − min(cap, deductions) + min(cap, bonus), and not under 0. A veto decides the outcome and leaves the number; a missing
 * group leaves no number, unless the scheme lets the others stand in for it.
 */
export function evaluate(scheme: Scheme, subject: Subject): Evaluated {
  const groups = scheme.groups.map((group) => ({ ...group, score: groupScore(scheme, group, subject) }));
  const counting = groups.filter(({ weight }) => weight > 0);
  const there = counting.flatMap(({ weight, score }) => (score === null ? [] : [{ weight, score }]));
  const missing = counting.filter(({ score }) => score === null).map(({ id }) => id);
  const weight = sum(there.map((one) => one.weight));
  const standIn = scheme.missing === 'reweight' && there.length > 0;
  const known = there.length > 0 && (missing.length === 0 || standIn);
  const before = known ? sum(there.map((one) => (one.weight / weight) * one.score)) : null;
  const deducted = Math.min(scheme.deductionCap, sum(subject.deductions));
  const added = Math.min(scheme.bonusCap, sum(subject.bonus));
  const score = before === null ? null : Math.max(0, before - deducted + added);
  return {
    groups: groups.map(({ id, score }) => ({ id, score })),
    reweighted: standIn ? missing : [],
    before,
    deducted,
    added,
    score,
    outcome: outcomeOf(scheme, subject, { score, missing }),
  };
}

function outcomeOf(
  { gates, bands }: Scheme,
  { vetoes, readings }: Subject,
  { score, missing }: { score: number | null; missing: string[] },
): Outcome {
  if (vetoes.length > 0) return { state: 'disqualified', vetoes };
  const unread = gates.filter(({ id }) => (readings[id] ?? null) === null).map(({ id }) => id);
  if (score === null || unread.length > 0)
    return { state: 'incomplete', groups: score === null ? missing : [], gates: unread };
  const shut = gates.filter(({ id, atLeast }) => !reaches(readings[id] ?? 0, atLeast)).map(({ id }) => id);
  if (shut.length > 0) return { state: 'barred', gates: shut };
  const [band] = bands.filter(({ from }) => reaches(score, from)).sort((a, b) => b.from - a.from);
  return { state: 'rated', band: band?.id ?? null };
}
