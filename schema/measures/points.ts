// Measures of a scale of points from exact counts: mean, index, satisfied share, willingness to recommend.
import { effectiveSize, type Measured, type Sureness, scoreInterval, wilson } from './interval.ts';
import { sum } from './sum.ts';

/** How many answers a point got. */
export interface PointCount {
  point: number;
  n: number;
}
export const answersOf = (counts: readonly PointCount[]) => sum(counts.map(({ n }) => n));

/** Mean of the points; null without answers. */
export function mean(counts: readonly PointCount[]): number | null {
  const n = answersOf(counts);
  return n > 0 ? sum(counts.map((one) => one.point * one.n)) / n : null;
}

/** Values 0–100 at equal steps from the lowest to the highest point. */
export function linearMapping(points: readonly number[]): number[] {
  const low = Math.min(...points);
  const width = Math.max(...points) - low;
  return points.map((point) => (width > 0 ? ((point - low) / width) * 100 : 0));
}

export interface IndexOptions extends Sureness {
  /** what each point is worth, in the order of the counts (schema/measures/mapping.ts); without them, equal steps */
  values?: readonly number[] | undefined;
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
  { N, z, values = linearMapping(counts.map(({ point }) => point)) }: IndexOptions = {},
): Measured | null {
  const n = answersOf(counts);
  if (n <= 0) return null;
  const least = Math.min(...values);
  const width = Math.max(...values) - least;
  const shares = values.map((value) => (width > 0 ? (value - least) / width : 0));
  const of = (weights: readonly number[]) => {
    const all = sum(weights);
    const m = sum(weights.map((weight, at) => weight * (shares[at] ?? 0))) / all;
    const s2 = sum(weights.map((weight, at) => weight * ((shares[at] ?? 0) - m) ** 2)) / all;
    return { m, s2 };
  };
  const plain = counts.map((one) => one.n);
  const { m: value } = of(plain);
  const widened = of(plain.map((count, at) => count + (shares[at] === 0 || shares[at] === 1 ? 1 : 0)));
  const spread = widened.s2 / (widened.m * (1 - widened.m));
  const { low, high } = scoreInterval(value, effectiveSize(n, N) / spread, z);
  const worth = (share: number) => least + share * width;
  return { value: worth(value), low: worth(low), high: worth(high) };
}

/** 满意率: answers at the two highest points, x of n. */
export function topTwo(counts: readonly PointCount[]): { x: number; n: number } {
  const best = [...counts].sort((a, b) => b.point - a.point).slice(0, 2);
  return { x: answersOf(best), n: answersOf(counts) };
}

/** The satisfied share 0–100 with Wilson's interval; null without answers. */
export function satisfied(counts: readonly PointCount[], sure: Sureness = {}): Measured | null {
  const { x, n } = topTwo(counts);
  if (n <= 0) return null;
  const { low, high } = wilson(x, n, sure);
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
export function nps(counts: readonly PointCount[], sure: Sureness = {}): Measured | null {
  const between = (low: number, high: number) =>
    answersOf(counts.filter(({ point }) => point >= low && point <= high));
  const scale = index(
    [
      { point: -1, n: between(0, 6) },
      { point: 0, n: between(7, 8) },
      { point: 1, n: between(9, 10) },
    ],
    sure,
  );
  if (!scale) return null;
  const wide = (value: number) => value * 2 - 100;
  return { value: wide(scale.value), low: wide(scale.low), high: wide(scale.high) };
}

/**
 * A customer satisfaction index as the American one (ACSI) is built: means of items answered on 1–10, weighted, on
 * 0–100: Σ wᵢ(x̄ᵢ − 1)/9 × 100 (Fornell et al., The American Customer Satisfaction Index, Journal of Marketing 60, 1996).
 * Its weights come from a model that is not public; ours are set by whoever writes the card. Weights count in
 * proportion; without them each item counts the same.
 */
export function satisfactionIndex(
  means: readonly number[],
  weights: readonly number[] = means.map(() => 1),
): number {
  const all = sum(weights);
  return sum(means.map((one, at) => (((weights[at] ?? 0) / all) * (one - 1) * 100) / 9));
}

/**
 * The mean of several figures, by their weights or each counting the same. Tallies do not say how the items of one
 * person hang together, so the interval takes the widest case (they move together): the mean of the ends. Null without
 * figures, or where none of them has a weight.
 */
export function averageOf(
  figures: readonly Measured[],
  weights: readonly number[] = figures.map(() => 1),
): Measured | null {
  const all = sum(weights);
  if (!(all > 0)) return null;
  const average = (pick: (one: Measured) => number) =>
    sum(figures.map((one, at) => pick(one) * (weights[at] ?? 0))) / all;
  return {
    value: average((one) => one.value),
    low: average((one) => one.low),
    high: average((one) => one.high),
  };
}
