// Measures of a scale of points from exact counts: mean, index, satisfied share, willingness to recommend.
import { effectiveSize, type Measured, scoreInterval, wilson } from './interval.ts';

/** How many answers a point got. */
export interface PointCount {
  point: number;
  n: number;
}

const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);
export const answersOf = (counts: readonly PointCount[]) => total(counts.map(({ n }) => n));

/** Mean of the points; null without answers. */
export function mean(counts: readonly PointCount[]): number | null {
  const n = answersOf(counts);
  return n > 0 ? counts.reduce((sum, one) => sum + one.point * one.n, 0) / n : null;
}

/**
 * Index 0–100 under a mapping: one value for each count, in the same order. The mapping belongs to the figure: 100/80/
 * 60/30/0 and linear 100/75/50/25/0 give other indices for the same answers (vector index-1).
 */
export function mappedIndex(counts: readonly number[], mapping: readonly number[]): number {
  return counts.reduce((sum, n, at) => sum + n * (mapping[at] ?? 0), 0) / total(counts);
}

/** Values 0–100 at equal steps from the lowest to the highest point. */
export function linearMapping(points: readonly number[]): number[] {
  const low = Math.min(...points);
  const width = Math.max(...points) - low;
  return points.map((point) => (width > 0 ? ((point - low) / width) * 100 : 0));
}

/**
 * The mean of a bounded scale with its interval, all on 0–100, from exact counts; null without answers.
 *
 * A t interval on the plain variance says "100, certain" when five of five agree. So: Wilson's interval around the
 * mean, with n divided by φ = s²/(m(1−m)), how much the answers spread compared with answers at the two ends alone. s
 * and m of φ come with one more answer at each end (as Agresti & Coull 1998 do for shares). On a scale of two points it
 * is Wilson's own interval up to that; simulated coverage on five points is 0.93–1.00 from n = 10 on and ≥ 0.85 at n =
 * 5, where the t interval falls to 0.14 for one-sided answers (tests/unit/measures-points.test.ts).
 */
export function index(
  counts: readonly PointCount[],
  { N }: { N?: number | undefined } = {},
): Measured | null {
  const n = answersOf(counts);
  if (n <= 0) return null;
  const shares = linearMapping(counts.map(({ point }) => point)).map((value) => value / 100);
  const of = (weights: readonly number[]) => {
    const sum = total(weights);
    const m = weights.reduce((all, weight, at) => all + weight * (shares[at] ?? 0), 0) / sum;
    const s2 = weights.reduce((all, weight, at) => all + weight * ((shares[at] ?? 0) - m) ** 2, 0) / sum;
    return { m, s2 };
  };
  const plain = counts.map((one) => one.n);
  const { m: value } = of(plain);
  const widened = of(plain.map((count, at) => count + (shares[at] === 0 || shares[at] === 1 ? 1 : 0)));
  const spread = widened.s2 / (widened.m * (1 - widened.m));
  const { low, high } = scoreInterval(value, effectiveSize(n, N) / spread);
  return { value: value * 100, low: low * 100, high: high * 100 };
}

/** 满意率: answers at the two highest points, x of n. */
export function topTwo(counts: readonly PointCount[]): { x: number; n: number } {
  const best = [...counts].sort((a, b) => b.point - a.point).slice(0, 2);
  return { x: answersOf(best), n: answersOf(counts) };
}

/** The satisfied share 0–100 with Wilson's interval; null without answers. */
export function satisfied(
  counts: readonly PointCount[],
  { N }: { N?: number | undefined } = {},
): Measured | null {
  const { x, n } = topTwo(counts);
  if (n <= 0) return null;
  const { low, high } = wilson(x, n, { N });
  return { value: (x / n) * 100, low: low * 100, high: high * 100 };
}

/**
 * Net promoter score −100–100 with its standard error, in points: p − d, sqrt((p + d − (p − d)²)/n) (multinomial
 * variance). Promoters 9–10, detractors 0–6 of 0–10 (Reichheld 2003).
 */
export function netPromoters(
  promoters: number,
  detractors: number,
  n: number,
): { value: number; se: number } {
  const p = promoters / n;
  const d = detractors / n;
  return { value: (p - d) * 100, se: Math.sqrt((p + d - (p - d) ** 2) / n) * 100 };
}

/** The same with an interval that stays honest for few or equal answers: a three-point scale through {@link index}. */
export function nps(counts: readonly PointCount[], { N }: { N?: number | undefined } = {}): Measured | null {
  const between = (low: number, high: number) =>
    answersOf(counts.filter(({ point }) => point >= low && point <= high));
  const scale = index(
    [
      { point: -1, n: between(0, 6) },
      { point: 0, n: between(7, 8) },
      { point: 1, n: between(9, 10) },
    ],
    { N },
  );
  if (!scale) return null;
  const wide = (value: number) => value * 2 - 100;
  return { value: wide(scale.value), low: wide(scale.low), high: wide(scale.high) };
}

/**
 * A customer satisfaction index as the American one (ACSI) is built: means of items answered on 1–10, weighted, on
 * 0–100: Σ wᵢ(x̄ᵢ − 1)/9 × 100. Weights sum to 1; without weights each item counts the same.
 */
export function satisfactionIndex(means: readonly number[], weights?: readonly number[]): number {
  return means.reduce((sum, one, at) => sum + ((weights?.[at] ?? 1 / means.length) * (one - 1) * 100) / 9, 0);
}

/**
 * The mean of several figures, each counting the same. Tallies do not say how the items of one person hang together,
 * so the interval takes the widest case (they move together): the mean of the ends. Null without figures.
 */
export function averageOf(figures: readonly Measured[]): Measured | null {
  if (figures.length === 0) return null;
  const average = (pick: (one: Measured) => number) => total(figures.map(pick)) / figures.length;
  return {
    value: average((one) => one.value),
    low: average((one) => one.low),
    high: average((one) => one.high),
  };
}
