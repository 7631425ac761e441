// Sets of ranks hold the true ranks of all units at once in at least 95 of 100 cities; bands hold only what cannot be told
// apart; few answers stand outside the order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson } from '../../schema/measures/interval.ts';
import { bandsOf, placesOf, rankSets, simultaneousZ } from '../../schema/measures/rank.ts';
import { seeded } from '../unit/seeded.ts';

interface Sampled {
  x: number;
  n: number;
}
const shareAt = ({ x, n }: Sampled, z: number) => ({ value: x / n, ...wilson(x, n, { z }) });

/** A city of units with a true satisfied share each, near each other or far apart, and a sample from each. */
function city(random: () => number): { truth: number; sampled: Sampled }[] {
  const middle = 0.3 + 0.65 * random();
  const spread = 0.3 * random();
  return Array.from({ length: 3 + Math.floor(random() * 30) }, () => {
    const truth = Math.min(0.99, Math.max(0.02, middle + spread * (random() - 0.5)));
    const n = 5 + Math.floor(random() ** 2 * 300);
    let x = 0;
    for (let drawn = 0; drawn < n; drawn++) if (random() < truth) x++;
    return { truth, sampled: { x, n } };
  });
}

test('the true ranks of all units lie in their sets in 95 of 100 of 2,000 cities', () => {
  const random = seeded(20_261_127);
  let covered = 0;
  let narrow = 0;
  for (let round = 0; round < 2000; round++) {
    const units = city(random);
    const z = simultaneousZ(units.length);
    const sets = rankSets(units.map(({ sampled }) => shareAt(sampled, z)));
    const holds = units.every(({ truth }, at) => {
      const rank = 1 + units.filter((other) => other.truth > truth).length;
      const last = units.length - units.filter((other) => other.truth < truth).length;
      return (sets[at]?.best ?? 0) <= rank && last <= (sets[at]?.worst ?? 0);
    });
    if (holds) covered++;
    if (sets.some(({ best, worst }) => worst - best < units.length - 1)) narrow++;
  }
  expect(covered / 2000).toBeGreaterThanOrEqual(0.95);
  // A set of all ranks would hold too.
  expect(narrow).toBeGreaterThan(500);
});

const interval = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .map(([value, under, over]) => ({ value, low: value - under, high: value + over }));

test('sets count who is clearly above and below, and bands part only those', () => {
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 12 }), (units) => {
      const sets = rankSets(units);
      units.forEach((one, at) => {
        expect(sets[at]).toEqual({
          best: 1 + units.filter(({ low }) => low > one.high).length,
          worst: units.length - units.filter(({ high }) => high < one.low).length,
        });
      });
      const bands = bandsOf(units).map((band) => band.flatMap((at) => units[at] ?? []));
      expect(bands.flat().length).toBe(units.length);
      bands.forEach((band, at) => {
        for (const one of band)
          for (const other of band) expect(one.low <= other.high && other.low <= one.high).toBe(true);
        const [next] = bands[at + 1] ?? [];
        if (next) {
          expect(band.some(({ low }) => next.high < low)).toBe(true);
          expect(band.every(({ value }) => value >= next.value)).toBe(true);
        }
      });
    }),
    { numRuns: 2000 },
  );
});

test('nine of ten do not stand before 170 of 200, and four answers stand nowhere', () => {
  const units = [
    { x: 9, n: 10 },
    { x: 170, n: 200 },
    { x: 120, n: 200 },
    { x: 4, n: 4 },
  ];
  expect(placesOf(units, 5, shareAt)).toEqual([
    { best: 1, worst: 3, band: 1 },
    { best: 1, worst: 2, band: 1 },
    { best: 2, worst: 3, band: 2 },
    null,
  ]);
  expect(placesOf([], 5, shareAt)).toEqual([]);
});
