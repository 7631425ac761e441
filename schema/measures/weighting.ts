// Weights that make the answers look like the people they speak for, by what is known of these (age bands, tenure,
// buildings): raked to known totals, held within bounds, and with what the weighting costs in certainty.
// For communities and above; inside one building there is too little to weight by.

import type { Measured } from './interval.ts';
import { type IndexOptions, index, type PointCount } from './points.ts';
import { sum } from './sum.ts';

/** Answers of one kind of people: their category in each margin, and how many. */
export interface Cell {
  at: readonly number[];
  n: number;
}

/** How many people there are in each category; `ordered` (age bands) says that only neighbours may be put together. */
export interface Margin {
  totals: readonly number[];
  ordered?: boolean;
}
const answersIn = (cells: readonly Cell[], margin: number, category: number, weights?: readonly number[]) =>
  sum(cells.map(({ at, n }, cell) => (at[margin] === category ? n * (weights?.[cell] ?? 1) : 0)));

export interface Collapsed {
  cells: Cell[];
  margins: Margin[];
  /** by margin, the old categories that each new one holds */
  groups: number[][][];
}

/** Puts categories with fewer than `least` answers together with the smallest other one, or the smaller neighbour. */
export function collapse(cells: readonly Cell[], margins: readonly Margin[], least = 5): Collapsed {
  const groups = margins.map(({ totals, ordered = false }, margin) => {
    const parts = totals.map((_, category) => ({ of: [category], n: answersIn(cells, margin, category) }));
    while (parts.length > 1) {
      const few = parts.findIndex(({ n }) => n < least);
      if (few < 0) break;
      const others = parts
        .map((_, at) => at)
        .filter((at) => at !== few && (!ordered || Math.abs(at - few) === 1));
      const into = others.reduce((best, at) => ((parts[at]?.n ?? 0) < (parts[best]?.n ?? 0) ? at : best));
      const [first, second] = [Math.min(few, into), Math.max(few, into)];
      const [gone] = parts.splice(second, 1);
      const kept = parts[first];
      if (!kept || !gone) break;
      parts[first] = { of: [...kept.of, ...gone.of], n: kept.n + gone.n };
    }
    return parts.map(({ of }) => of);
  });
  const placed = cells.map(({ at, n }) => ({
    n,
    at: at.map((category, margin) => groups[margin]?.findIndex((of) => of.includes(category)) ?? 0),
  }));
  return {
    cells: placed,
    groups,
    margins: margins.map((margin, at) => ({
      ...margin,
      totals: groups[at]?.map((of) => sum(of.map((category) => margin.totals[category] ?? 0))) ?? [],
    })),
  };
}

export interface Raked {
  /** of one answer in each cell: how many people it speaks for */
  weights: number[];
  /** how far the weighted answers are from the known totals at most, as a share of each */
  off: number;
}

/**
 * Weights whose sums meet every margin, by scaling to one after the other (iterative proportional fitting; Deming &
 * Stephan, Annals of Mathematical Statistics 11, 1940). With one margin it is post-stratification, N_c/n_c. Where no
 * weights can meet all margins (people without any answers), `off` stays large.
 * @throws Error when the margins do not speak of equally many people
 */
export function rake(cells: readonly Cell[], margins: readonly Margin[]): Raked {
  const people = margins.map(({ totals }) => sum(totals));
  const all = people[0] ?? 0;
  if (people.some((one) => Math.abs(one - all) > 1e-9 * all))
    throw new Error(`the margins speak of ${people.join(' and ')} people`);
  const start = all / sum(cells.map(({ n }) => n));
  const weights = cells.map(() => start);
  let off = offMargin(cells, margins, weights);
  for (let round = 0; round < 1000 && off > 1e-12; round++) {
    margins.forEach(({ totals }, margin) => {
      const factors = totals.map((total, category) => {
        const has = answersIn(cells, margin, category, weights);
        return has > 0 ? total / has : 1;
      });
      cells.forEach(({ at }, cell) => {
        weights[cell] = (weights[cell] ?? 0) * (factors[at[margin] ?? 0] ?? 1);
      });
    });
    off = offMargin(cells, margins, weights);
  }
  return { weights, off };
}

function offMargin(cells: readonly Cell[], margins: readonly Margin[], weights: readonly number[]): number {
  const shares = margins.flatMap(({ totals }, margin) =>
    totals.map((total, category) => {
      const apart = Math.abs(answersIn(cells, margin, category, weights) - total);
      return total > 0 ? apart / total : apart;
    }),
  );
  return Math.max(0, ...shares);
}

/**
 * Weights held within bounds around the mean weight, so that one answer speaks for no more than three ordinary ones;
 * their sum stays. The margins are met less well after it: `off` says how much.
 */
export function cap(
  cells: readonly Cell[],
  margins: readonly Margin[],
  { weights }: Pick<Raked, 'weights'>,
  [least, most]: readonly [number, number] = [0.3, 3],
): Raked {
  const n = sum(cells.map((cell) => cell.n));
  const mean = sum(cells.map((cell, at) => cell.n * (weights[at] ?? 0))) / n;
  const held = (scale: number) =>
    weights.map((weight) => Math.min(most, Math.max(least, (weight / mean) * scale)));
  const size = (scale: number) => sum(held(scale).map((weight, at) => weight * (cells[at]?.n ?? 0))) / n;
  // What is cut off at one end is made up by all others alike: the scale at which the mean is 1 again.
  let [low, high] = [0, 1];
  while (size(high) < 1) high *= 2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (size(middle) < 1) low = middle;
    else high = middle;
  }
  const capped = held(high).map((weight) => weight * mean);
  return { weights: capped, off: offMargin(cells, margins, capped) };
}

export interface WeightingCost {
  /** design effect nΣw²/(Σw)² */
  deff: number;
  /** as many answers without weights would be as certain */
  effective: number;
}

/** What unequal weights cost (Kish, Survey Sampling, 1965, sec. 11.7). */
export function costOf(cells: readonly Pick<Cell, 'n'>[], weights: readonly number[]): WeightingCost {
  const n = sum(cells.map((cell) => cell.n));
  const of = (power: number) => sum(cells.map((cell, at) => cell.n * (weights[at] ?? 0) ** power));
  const deff = (n * of(2)) / of(1) ** 2;
  return { deff, effective: n / deff };
}

/**
 * An index as it was answered and as it is weighted, side by side; `counts` are the answers of each cell. The weighted
 * interval is that of so many answers as the weighting leaves effective.
 */
export function weightedBeside(
  counts: readonly (readonly PointCount[])[],
  weights: readonly number[],
  options: Omit<IndexOptions, 'N'> = {},
): ({ unweighted: Measured; weighted: Measured } & WeightingCost) | null {
  const cells = counts.map((list) => ({ n: sum(list.map(({ n }) => n)) }));
  const cost = costOf(cells, weights);
  const scale = cost.effective / sum(cells.map(({ n }, at) => n * (weights[at] ?? 0)));
  const together = (weightOf: (cell: number) => number): PointCount[] =>
    (counts[0] ?? []).map(({ point }, at) => ({
      point,
      n: sum(counts.map((list, cell) => (list[at]?.n ?? 0) * weightOf(cell))),
    }));
  const unweighted = index(
    together(() => 1),
    options,
  );
  const weighted = index(
    together((cell) => (weights[cell] ?? 0) * scale),
    options,
  );
  return unweighted && weighted ? { unweighted, weighted, ...cost } : null;
}
