// What residents see of an open run changes by ten answers or more, whoever looks when: two looks never tell what one
// neighbour answered.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { showInSteps } from '../../worker/scorecards/store.ts';
import { type City, openCity } from '../http/city.ts';

const rounds = process.env.FULL ? 150 : 12;
const step = 10;
let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

let runs = 0;
const looks = (campaign: string) => async (n: number) => {
  const row = { campaign, unit: 'e1', n, lines: `after ${n}`, step };
  const shown = await showInSteps(city.db, row);
  expect(shown.lines).toBe(`after ${shown.n}`);
  return shown.n;
};

test('as answers come in and many look at once, any two numbers shown are ten apart', async () => {
  const moments = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 15,
  });
  await fc.assert(
    fc.asyncProperty(moments, async (drawn) => {
      const look = looks(`come ${++runs}`);
      let n = step;
      const shown = new Set<number>();
      for (const more of drawn) {
        const counts = more.map((one) => {
          n += one;
          return n;
        });
        for (const one of await Promise.all(counts.map(look))) shown.add(one);
      }
      const sorted = [...shown].sort((a, b) => a - b);
      for (const [at, one] of sorted.entries())
        if (at > 0) expect(one - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(step);
      // Nor does it stand still: the last look is less than a step behind.
      expect(n - (await look(n))).toBeLessThan(step);
    }),
    { numRuns: rounds },
  );
}, 120_000);

test('as answers are taken back too, what is shown next is ten apart from what was shown before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 2, maxLength: 25 }),
      async (counts) => {
        const look = looks(`go ${++runs}`);
        let before: number | undefined;
        for (const n of counts) {
          const shown = await look(n);
          if (before !== undefined && shown !== before)
            expect(Math.abs(shown - before)).toBeGreaterThanOrEqual(step);
          before = shown;
        }
      },
    ),
    { numRuns: rounds },
  );
}, 120_000);
