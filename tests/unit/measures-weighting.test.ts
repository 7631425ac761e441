// Weights: categories with few answers are put together, no answer speaks for too many, and what it costs is said.
import { describe, expect, it } from 'vitest';
import { rollUp } from '../../schema/measures/strata.ts';
import { cap, collapse, costOf, rake, weightedBeside } from '../../schema/measures/weighting.ts';

const cellsOf = (counts: readonly number[]) => counts.map((n, at) => ({ n, at: [at] }));

describe('categories with few answers', () => {
  it('join their smaller neighbour where there is an order, else the smallest', () => {
    const cells = cellsOf([30, 3, 20, 40, 9]);
    const totals = [10, 20, 30, 40, 50];
    expect(collapse(cells, [{ totals, ordered: true }]).groups).toEqual([[[0], [1, 2], [3], [4]]]);
    const { groups, margins, cells: joined } = collapse(cells, [{ totals }]);
    expect(groups).toEqual([[[0], [1, 4], [2], [3]]]);
    expect(margins[0]?.totals).toEqual([10, 70, 30, 40]);
    expect(joined.map(({ at }) => at[0])).toEqual([0, 1, 2, 3, 1]);
  });

  it('go on joining until there are enough, or one is left', () => {
    const of = (counts: readonly number[]) =>
      collapse(cellsOf(counts), [{ totals: counts.map(() => 9), ordered: true }]).groups[0];
    expect(of([1, 1, 1, 30])).toEqual([[0, 1, 2, 3]]);
    expect(of([2, 0, 3, 30])).toEqual([[0, 1, 2], [3]]);
    expect(of([1, 2])).toEqual([[0, 1]]);
  });
});

describe('weights', () => {
  it('with one margin are people over answers', () => {
    expect(rake(cellsOf([5, 20]), [{ totals: [50, 50] }]).weights).toEqual([10, 2.5]);
  });

  it('say when no weights can meet the totals', () => {
    expect(rake(cellsOf([5, 0]), [{ totals: [50, 50] }]).off).toBe(1);
    expect(() => rake(cellsOf([5, 5]), [{ totals: [50] }, { totals: [60] }])).toThrow('50 and 60 people');
  });

  it('are held between 0.3 and 3 times the mean, and still speak for all', () => {
    const cells = cellsOf([1, 50, 49]);
    const margins = [{ totals: [300, 650, 50] }];
    const { weights } = rake(cells, margins);
    const held = cap(cells, margins, { weights });
    const n = (at: number) => cells[at]?.n ?? 0;
    expect(held.weights.reduce((sum, weight, at) => sum + weight * n(at), 0)).toBeCloseTo(1000, 9);
    const relative = held.weights.map((weight) => weight / 10);
    expect(relative[0]).toBeCloseTo(3, 9);
    expect(relative[2]).toBeCloseTo(0.3, 9);
    expect(relative[1]).toBeCloseTo((100 - 3 - 0.3 * 49) / 50, 9);
    expect(held.off).toBeCloseTo(1.94, 9);
    const mild = rake(cellsOf([50, 50]), [{ totals: [60, 40] }]);
    expect(cap(cellsOf([50, 50]), [{ totals: [60, 40] }], mild).weights[0]).toBeCloseTo(1.2, 12);
  });

  it('cost certainty: the design effect, and the wider interval beside the unweighted one', () => {
    expect(costOf(cellsOf([50, 50]), [1, 1])).toEqual({ deff: 1, effective: 100 });
    expect(costOf(cellsOf([50, 50]), [1, 3])).toEqual({ deff: 1.25, effective: 80 });
    const counts = [
      [10, 40],
      [40, 10],
    ].map((row) => row.map((n, point) => ({ point, n })));
    const same = weightedBeside(counts, [1, 1]);
    expect(same?.weighted.value).toBeCloseTo(50, 12);
    expect(same?.weighted.low).toBeCloseTo(same?.unweighted.low ?? 0, 9);
    const beside = weightedBeside(counts, [3, 1]);
    expect(beside?.unweighted.value).toBeCloseTo(50, 12);
    expect(beside?.weighted.value).toBeCloseTo(65, 12);
    expect(beside?.effective).toBeCloseTo(80, 12);
    expect(weightedBeside([], [])).toBeNull();
  });
});

describe('a figure from strata', () => {
  const stratum = { n: 10, N: 40, mean: 80, sd: 10 };

  it('counts each by who lives there, and is sure where all answered', () => {
    expect(rollUp([stratum, { ...stratum, N: 120, mean: 60 }])?.value).toBe(65);
    expect(rollUp([{ ...stratum, N: 10 }])).toEqual({ value: 80, low: 80, high: 80, se: 0, covered: 1 });
  });

  it('says how many it says nothing of', () => {
    const rolled = rollUp([stratum, { n: 0, N: 60, mean: 0, sd: 0 }]);
    expect([rolled?.value, rolled?.covered]).toEqual([80, 0.4]);
    expect(rollUp([{ n: 0, N: 60, mean: 0, sd: 0 }])).toBeNull();
  });

  it('takes the variance of the others for a single answer, and makes none up', () => {
    const one = { n: 1, N: 40, mean: 80, sd: 0 };
    const expected = Math.sqrt(0.25 * 0.75 * (100 / 10) + 0.25 * (39 / 40) * 100);
    expect(rollUp([stratum, one])?.se).toBeCloseTo(expected, 12);
    expect(rollUp([one])).toBeNull();
    expect(rollUp([{ ...one, N: 1 }])?.se).toBe(0);
  });
});
