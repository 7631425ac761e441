// A unit's scores as if every unit below had answered in proportion to its households, beside the plain ones, with what
// the weighting costs in certainty. Of scores that are shown, and by households alone: no other margin of a board's
// answers is known.
import type { Measured } from '../../../schema/measures/interval.ts';
import { averageOf } from '../../../schema/measures/points.ts';
import { weighShown } from '../../../schema/measures/strata.ts';
import { costOf, type WeightingCost } from '../../../schema/measures/weighting.ts';
import type { Scorecard } from '../card-types.ts';

/** Share of the households whose units show a score of an item, below which a weighted one would not speak for all. */
export const coveredLeast = 0.95;

export interface WeightedLine extends WeightingCost {
  title: string;
  /** answers of the units whose score is used */
  n: number;
  plain: Measured;
  weighted: Measured;
  /** share of the households of all units below, 0–1 */
  covered: number;
}

export interface Weighted {
  /** the mean of the lines */
  plain: Measured;
  weighted: Measured;
  /** of the line that has the least */
  covered: number;
  lines: WeightedLine[];
  /** items whose score too few households' units show, with their share */
  left: Pick<WeightedLine, 'title' | 'covered'>[];
}

/** Null where nothing can be weighted. */
export function weightedOf({ items, children }: Pick<Scorecard, 'items' | 'children'>): Weighted | null {
  const lines: WeightedLine[] = [];
  const left: Weighted['left'] = [];
  items
    .flatMap(({ short, score }) => (score ? [{ title: short, plain: score }] : []))
    .forEach(({ title, plain }, at) => {
      const parts = children.map((child) => ({
        n: child.n ?? 0,
        N: child.households,
        figure: child.items[at] ?? null,
      }));
      const used = parts.filter(({ N, figure }) => figure && N > 0);
      const weighted = weighShown(parts);
      if (!weighted || used.length < 2 || weighted.covered < coveredLeast) {
        left.push({ title, covered: weighted?.covered ?? 0 });
        return;
      }
      const { covered } = weighted;
      const n = used.reduce((sum, one) => sum + one.n, 0);
      const cost = costOf(
        used,
        used.map((one) => one.N / one.n),
      );
      lines.push({ title, n, plain, weighted: widest(weighted, plain, cost.deff), covered, ...cost });
    });
  const plain = averageOf(lines.map((line) => line.plain));
  const weighted = averageOf(lines.map((line) => line.weighted));
  if (!plain || !weighted) return null;
  return { plain, weighted, covered: Math.min(...lines.map(({ covered }) => covered)), lines, left };
}

/**
 * Few or equal answers leave the range of a unit no room on one side (four buildings with 5–8 answers each: 92 of 100
 * such ranges held the truth); so theirs together is never narrower than the plain one as the weights stretch it.
 */
function widest({ value, low, high }: Measured, plain: Measured, deff: number): Measured {
  const stretched = (to: number) => value + (to - plain.value) * Math.sqrt(deff);
  return {
    value,
    low: Math.max(0, Math.min(low, stretched(plain.low))),
    high: Math.min(100, Math.max(high, stretched(plain.high))),
  };
}
