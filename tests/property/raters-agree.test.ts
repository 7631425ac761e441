// Krippendorff's alpha by its definition over pairs, and what chance gives: over every way to deal the same marks out
// again it is 0 on average, at every level.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alpha, type Level, type Marks } from '../../schema/measures/agreement.ts';

const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
const mark = fc.integer({ min: 1, max: 4 });

/** Every way to put a list in order, places told apart. */
const orders = <T>(list: readonly T[]): T[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((one, at) =>
        orders([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [one, ...rest]),
      );

test('is 0 on average over all ways to deal the marks out', () => {
  const units = fc
    .array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 3 })
    .filter((sizes) => sizes.reduce((a, b) => a + b, 0) <= 7)
    .chain((sizes) => {
      const n = sizes.reduce((a, b) => a + b, 0);
      return fc.record({ sizes: fc.constant(sizes), marks: fc.array(mark, { minLength: n, maxLength: n }) });
    });
  fc.assert(
    fc.property(units, fc.constantFrom(...levels), ({ sizes, marks }, level) => {
      const values = orders(marks).map((order) => {
        let at = 0;
        return alpha(
          sizes.map((size) => {
            at += size;
            return order.slice(at - size, at);
          }),
          level,
        );
      });
      if (new Set(marks).size === 1) return expectAll(values, null);
      const mean = values.reduce<number>((all, value) => all + (value ?? Number.NaN), 0) / values.length;
      expect(Math.abs(mean)).toBeLessThan(1e-9);
    }),
    { numRuns: 25 },
  );
});

const expectAll = (values: readonly unknown[], value: unknown) => {
  expect(values.every((one) => one === value)).toBe(true);
};

/** 1 − (mean difference of marks of the same unit) / (mean difference of any two marks), from single marks. */
function byPairs(units: readonly Marks[], level: Level): number {
  const met = units.map((marks) => marks.filter((one) => one !== null)).filter(({ length }) => length > 1);
  const all = met.flat();
  const between: Record<Level, (a: number, b: number) => number> = {
    nominal: (a, b) => (a === b ? 0 : 1),
    interval: (a, b) => (a - b) ** 2,
    ratio: (a, b) => ((a - b) / (a + b)) ** 2,
    ordinal: (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const inside = all.filter((one) => one >= low && one <= high).length;
      const ends = all.filter((one) => one === low).length + all.filter((one) => one === high).length;
      return a === b ? 0 : (inside - ends / 2) ** 2;
    },
  };
  const pairs = (list: readonly number[]) =>
    list.flatMap((a, at) => list.flatMap((b, other) => (at === other ? [] : [between[level](a, b)])));
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const observed = sum(met.map((marks) => sum(pairs(marks)) / (marks.length - 1))) / all.length;
  return 1 - observed / (sum(pairs(all)) / (all.length * (all.length - 1)));
}

test('equals its definition over pairs of marks, with gaps', () => {
  const units = fc.array(fc.array(fc.option(mark), { minLength: 3, maxLength: 5 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(units, fc.constantFrom(...levels), (all, level) => {
      const value = alpha(all, level);
      const expected = byPairs(all, level);
      if (value === null) expect(Number.isFinite(expected)).toBe(false);
      else expect(value).toBeCloseTo(expected, 9);
    }),
    { numRuns: 2000 },
  );
});
