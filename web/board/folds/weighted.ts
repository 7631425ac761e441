// A unit's scores as if every unit below had answered in proportion to its households, beside the plain ones, with what
// the weighting costs in certainty. By households alone: no other margin of a board's answers is known.
import type { Figures } from '../../../schema/api/figures.ts';
import type { Counts } from '../../../schema/fields/field.ts';
import type { Measured } from '../../../schema/measures/interval.ts';
import {
  answersOf,
  averageOf,
  index,
  linearMapping,
  type PointCount,
} from '../../../schema/measures/points.ts';
import { rollUp, type Stratum } from '../../../schema/measures/strata.ts';
import { type WeightingCost, weightedBeside } from '../../../schema/measures/weighting.ts';

export interface WeightedLine extends WeightingCost {
  question: string;
  row: string;
  n: number;
  plain: Measured;
  /** where each household answers once, of the strata, and never narrower than without knowing how many there are */
  weighted: Measured;
  /** share of the households that live where somebody answered and it may be seen, 0–1 */
  covered: number;
}

export interface Weighted {
  /** the mean of the lines */
  plain: Measured;
  weighted: Measured;
  lines: WeightedLine[];
}

/** `households` by unit id; `bound`: each of them answers once. Null where nothing can be weighted. */
export function weightedOf(
  { lines, here, units }: Pick<Figures, 'lines' | 'here' | 'units'>,
  households: ReadonlyMap<string, number>,
  bound: boolean,
): Weighted | null {
  const told = lines.flatMap(({ question, item, mixed }, at) => {
    const { points } = item;
    const own = whole(here, at);
    if (!points || mixed || !own) return [];
    const scale = points.map(({ point }) => point);
    const parts = units.flatMap((one) => {
      const N = households.get(one.unit.id) ?? 0;
      const list = whole(one, at);
      return N > 0 ? [{ N, list: list ? countsAt(points, list) : [] }] : [];
    });
    const strata = parts.map(({ N, list }) => stratum(list, N, scale));
    const cells = parts.filter(({ list }) => answersOf(list) > 0);
    const plain = index(countsAt(points, own));
    const rolled = rollUp(strata);
    const beside =
      cells.length > 1
        ? weightedBeside(
            cells.map(({ list }) => list),
            cells.map(({ N, list }) => N / answersOf(list)),
          )
        : null;
    if (!plain || !rolled || !beside) return [];
    return [
      {
        question,
        row: item.row,
        n: answersOf(cells.flatMap(({ list }) => list)),
        plain,
        weighted: bound ? widest(rolled, beside.weighted) : beside.weighted,
        covered: rolled.covered,
        deff: beside.deff,
        effective: beside.effective,
      },
    ];
  });
  const plain = averageOf(told.map((line) => line.plain));
  const weighted = averageOf(told.map((line) => line.weighted));
  return plain && weighted ? { plain, weighted, lines: told } : null;
}

/** Counts of a line that may all be seen: a mean of some of them would be another one. */
const whole = ({ counts, closed }: Figures['here'], at: number): Counts | null =>
  closed[at]?.length ? null : (counts[at] ?? null);

const countsAt = (points: readonly { key: string; point: number }[], counts: Counts): PointCount[] =>
  points.map(({ key, point }) => ({ point, n: counts[key] ?? 0 }));

/** On 0–100. */
function stratum(list: readonly PointCount[], N: number, scale: readonly number[]): Stratum {
  const worth = linearMapping(scale);
  const n = answersOf(list);
  const sum = (of: (value: number) => number) =>
    list.reduce((all, one, at) => all + one.n * of(worth[at] ?? 0), 0);
  const mean = n > 0 ? sum((value) => value) / n : 0;
  const sd = n > 1 ? Math.sqrt(sum((value) => (value - mean) ** 2) / (n - 1)) : 0;
  return { n, N, mean, sd };
}

/**
 * The range of the strata trusts the variance of each, which few answers show too small and equal ones not at all (four
 * buildings with 5–8 answers each: 86 of 100 such ranges held the truth); so it is never narrower than that of as many
 * answers as the weights leave.
 */
const widest = (strata: Measured, effective: Measured): Measured => ({
  value: strata.value,
  low: Math.max(0, Math.min(strata.low, effective.low)),
  high: Math.min(100, Math.max(strata.high, effective.high)),
});
