// The index of a bounded scale: exact value, an interval that few or equal answers cannot make look certain.
import { describe, expect, it } from 'vitest';
import { difference, isClear, wilson } from '../../schema/measures/interval.ts';
import { averageOf, index, linearMapping, nps, satisfied } from '../../schema/measures/points.ts';
import { seeded } from './seeded.ts';

const five = (counts: readonly number[]) => counts.map((n, at) => ({ point: at + 1, n }));

describe('index', () => {
  it('is linear from the lowest to the highest point', () => {
    expect(linearMapping([1, 2, 3, 4, 5])).toEqual([0, 25, 50, 75, 100]);
    expect(index(five([4, 6, 15, 35, 40]))?.value).toBeCloseTo(75.25, 12);
  });

  it('says nothing without answers', () => {
    expect(index(five([0, 0, 0, 0, 0]))).toBeNull();
    expect(satisfied(five([0, 0, 0, 0, 0]))).toBeNull();
  });

  it('is not certain because five people agree', () => {
    const agreed = index(five([0, 0, 0, 0, 5]));
    expect(agreed?.value).toBe(100);
    expect(agreed?.high).toBe(100);
    expect(agreed?.low).toBeLessThan(60);
  });

  it('has no sampling interval when everybody answered', () => {
    expect(index(five([0, 1, 2, 3, 4]), { N: 10 })).toEqual({ value: 75, low: 75, high: 75 });
  });

  it('is narrower the larger the share of those asked', () => {
    const width = (N?: number) => {
      const it = index(five([1, 2, 5, 8, 4]), { N });
      return it ? it.high - it.low : Number.NaN;
    };
    expect(width(25)).toBeLessThan(width(100));
    expect(width(100)).toBeLessThan(width());
  });

  it('on two points is about Wilson’s interval', () => {
    const it = index([
      { point: 0, n: 60 },
      { point: 1, n: 140 },
    ]);
    const w = wilson(140, 200);
    expect(it?.low).toBeCloseTo(w.low * 100, 6);
    expect(it?.high).toBeCloseTo(w.high * 100, 6);
  });

  it('covers the true mean about as often as it says', () => {
    const shapes = {
      satisfied: [0.02, 0.05, 0.13, 0.4, 0.4],
      veryHigh: [0, 0.01, 0.04, 0.15, 0.8],
      oneSided: [0.03, 0, 0, 0, 0.97],
      flat: [0.2, 0.2, 0.2, 0.2, 0.2],
      split: [0.4, 0.05, 0.1, 0.05, 0.4],
    };
    const random = seeded(20261124);
    for (const [name, shape] of Object.entries(shapes)) {
      const truth = shape.reduce((sum, p, at) => sum + p * at * 25, 0);
      for (const [n, least] of [
        [5, 0.83],
        [10, 0.92],
        [30, 0.92],
        [200, 0.92],
      ] as const) {
        let covered = 0;
        const rounds = 1500;
        for (let round = 0; round < rounds; round++) {
          const it = index(five(sample(shape, n, random)));
          if (it && it.low <= truth + 1e-9 && truth <= it.high + 1e-9) covered++;
        }
        expect(covered / rounds, `${name}, n = ${n}`).toBeGreaterThan(least);
      }
    }
  });
});

describe('figures made of figures', () => {
  it('counts promoters minus detractors', () => {
    const counts = Array.from({ length: 11 }, (_, point) => ({
      point,
      n: point === 10 ? 50 : point === 7 ? 30 : 0,
    }));
    const answers = counts.map((one) => (one.point === 3 ? { ...one, n: 20 } : one));
    expect(nps(answers)?.value).toBeCloseTo(30, 12);
  });

  it('averages items with ends that hold however the items hang together', () => {
    expect(
      averageOf([
        { value: 80, low: 70, high: 90 },
        { value: 60, low: 58, high: 62 },
      ]),
    ).toEqual({ value: 70, low: 64, high: 76 });
    expect(averageOf([])).toBeNull();
  });

  it('sees no change when the difference may be nothing', () => {
    const small = difference({ value: 82, low: 79, high: 85 }, { value: 80, low: 77, high: 83 });
    const large = difference({ value: 82, low: 79, high: 85 }, { value: 60, low: 57, high: 63 });
    expect([isClear(small), isClear(large)]).toEqual([false, true]);
  });
});

function sample(shape: readonly number[], n: number, random: () => number): number[] {
  const counts = shape.map(() => 0);
  for (let drawn = 0; drawn < n; drawn++) {
    let left = random();
    const at = shape.findIndex((p) => {
      left -= p;
      return left < 0;
    });
    const place = at < 0 ? shape.length - 1 : at;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
