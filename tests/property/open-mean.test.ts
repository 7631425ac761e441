// A mean that may be shown beside n leaves every given answer open: here by trying all counts with the same n and sum.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meanIsOpen } from '../../schema/measures/open-mean.ts';

const waysOf = (n: number, sum: number, points: readonly number[]): number[][] => {
  const [point, ...rest] = points;
  if (point === undefined) return n === 0 && sum === 0 ? [[]] : [];
  return Array.from({ length: n + 1 }, (_, count) => count).flatMap((count) =>
    waysOf(n - count, sum - count * point, rest).map((way) => [count, ...way]),
  );
};

it('leaves every answer that somebody gave a range of three', () => {
  let [open, shut] = [0, 0];
  const scale = fc.constantFrom([1, 2, 3, 4, 5], [0, 30, 60, 80, 100], [5, 4, 3], [0, 1]);
  const answers = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(scale, answers, (points, of) => {
      const counts = points.map((point, at) => ({ point, n: of[at] ?? 0 }));
      const n = counts.reduce((all, one) => all + one.n, 0);
      const sum = counts.reduce((all, one) => all + one.n * one.point, 0);
      const ways = waysOf(n, sum, points);
      const wide = counts.every((one, at) => {
        const could = ways.map((way) => way[at] ?? 0);
        return one.n === 0 || Math.max(...could) - Math.min(...could) >= 3;
      });
      const may = meanIsOpen(counts);
      if (may) expect(wide, JSON.stringify(counts)).toBe(true);
      if (may) open++;
      else shut++;
    }),
    { numRuns: 500 },
  );
  expect(Math.min(open, shut)).toBeGreaterThan(50);
});

it('shuts on all the same, on all but one, and on two points; not on an ordinary building', () => {
  const five = (...counts: number[]) => counts.map((n, at) => ({ point: at + 1, n }));
  expect(meanIsOpen(five(0, 0, 0, 0, 5))).toBe(false);
  expect(meanIsOpen(five(0, 0, 0, 1, 9))).toBe(false);
  expect(meanIsOpen(five(20, 30))).toBe(false);
  expect(meanIsOpen(five(0, 0, 1, 4, 4))).toBe(true);
  expect(meanIsOpen(five(0, 1, 2, 8, 9))).toBe(true);
});
