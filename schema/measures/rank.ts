// Where units stand among each other as far as their answers can tell: sets of ranks, and bands of units that nobody can
// put in an order. 9 of 10 must not stand before 170 of 200 as "first".
import type { Interval, Measured } from './interval.ts';
import { normalQuantile } from './normal.ts';

/**
 * The z of intervals that hold for all of K units at once with 95 % (Bonferroni): at 1 − 0.05/2K. An interval at this z
 * goes into `rankSets`; a figure by itself keeps its own interval at 95 %.
 */
export const simultaneousZ = (K: number) => normalQuantile(1 - 0.05 / (2 * Math.max(1, K)));

export interface RankSet {
  best: number;
  worst: number;
}

/**
 * Ranks that each unit may have, 1 the highest, by simultaneous intervals on any common scale: best = 1 + those clearly
 * above it, worst = K − those clearly below. With probability ≥ 95 % every true rank lies in its set (Klein, Wright &
 * Wieczorek, A joint confidence region for an overall ranking of populations, JRSS C 69, 2020).
 */
export function rankSets(intervals: readonly Interval[]): RankSet[] {
  const lows = intervals.map(({ low }) => low).sort((a, b) => a - b);
  const highs = intervals.map(({ high }) => high).sort((a, b) => a - b);
  const K = intervals.length;
  return intervals.map(({ low, high }) => ({
    best: 1 + K - under(lows, high, true),
    worst: K - under(highs, low, false),
  }));
}

/** How many of an ascending list lie under a limit, or up to it. */
function under(list: readonly number[], limit: number, upTo: boolean): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const at = list[middle] ?? 0;
    if (at < limit || (upTo && at === limit)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Units from the highest value down, cut where one lies clearly below any of its band: inside a band no two can be told
 * apart (分不出先后). Across the edge of two bands some may not be either: their rank sets say so. Places in `units`;
 * equal values stay in their order.
 */
export function bandsOf(units: readonly Measured[]): number[][] {
  const bands: number[][] = [];
  let highestLow = Number.NEGATIVE_INFINITY;
  const order = units.map((unit, at) => ({ ...unit, at })).sort((a, b) => b.value - a.value || a.at - b.at);
  for (const { at, low, high } of order) {
    const band = bands.at(-1);
    if (band && high >= highestLow) {
      band.push(at);
      highestLow = Math.max(highestLow, low);
    } else {
      bands.push([at]);
      highestLow = low;
    }
  }
  return bands;
}

export interface Place extends RankSet {
  /** 1 for the first band */
  band: number;
}

/**
 * Places of units by their figures, given how to measure each at a z; null for units with fewer than k answers, which
 * stand outside the order and make it no less certain for the others.
 */
export function placesOf<Unit extends { n: number }>(
  units: readonly Unit[],
  k: number,
  measureAt: (unit: Unit, z: number) => Measured | null,
): (Place | null)[] {
  const enough = units.map((unit, at) => ({ unit, at })).filter(({ unit }) => unit.n >= k);
  const z = simultaneousZ(enough.length);
  const ranked = enough.flatMap(({ unit, at }) => {
    const measured = measureAt(unit, z);
    return measured ? [{ at, measured }] : [];
  });
  const figures = ranked.map(({ measured }) => measured);
  const places = units.map((): Place | null => null);
  const sets = rankSets(figures);
  bandsOf(figures).forEach((band, index) => {
    for (const one of band) {
      const [unit, set] = [ranked[one], sets[one]];
      if (unit && set) places[unit.at] = { ...set, band: index + 1 };
    }
  });
  return places;
}
