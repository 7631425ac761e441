// A board's weighted figure is the post-stratified one of the answers, whatever of these is closed, and there is none
// where too few households stand behind it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mean } from '../../schema/measures/points.ts';
import { rollUp } from '../../schema/measures/strata.ts';
import { rake } from '../../schema/measures/weighting.ts';
import { coveredLeast, weightedOf } from '../../web/board/folds/weighted.ts';
import { type Below, cardOf, sideOf } from './board-card.ts';

const five = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: 5, maxLength: 5 });
const open = five(fc.integer({ min: 5, max: 45 }));
const below = (given: fc.Arbitrary<number[]>): fc.Arbitrary<Below[]> =>
  fc.array(
    fc.record({ households: fc.integer({ min: 250, max: 900 }), given: given.map((list) => [list]) }),
    { minLength: 2, maxLength: 12 },
  );

const pointsOf = ({ given }: Below) => (given[0] ?? []).map((n, at) => ({ point: at + 1, n }));
const answers = (one: Below) => pointsOf(one).reduce((sum, { n }) => sum + n, 0);
/** On 0–100. */
const score = (one: Below) => (((mean(pointsOf(one)) ?? 0) - 1) / 4) * 100;

test('with nothing closed it is that of the strata and of raking by households', () => {
  fc.assert(
    fc.property(below(open), (units) => {
      const card = cardOf(sideOf(units));
      fc.pre(card.children.every(({ items: [shown] }) => shown));
      const found = weightedOf(card);
      const rolled = rollUp(
        units.map((one) => ({ n: answers(one), N: one.households, mean: score(one), sd: 1 })),
      );
      expect(found?.weighted.value).toBeCloseTo(rolled?.value ?? 0, 9);
      expect(found?.covered).toBe(1);
      const { weights } = rake(
        units.map((one, at) => ({ at: [at], n: answers(one) })),
        [{ totals: units.map(({ households }) => households) }],
      );
      const all = units.reduce((sum, one) => sum + one.households, 0);
      const raked = units.reduce((sum, one, at) => sum + (weights[at] ?? 0) * answers(one) * score(one), 0);
      expect(found?.weighted.value).toBeCloseTo(raked / all, 6);
      const { low, value, high } = found?.weighted ?? { low: 0, value: 0, high: 0 };
      expect(low < value && value < high && low >= 0 && high <= 100).toBe(true);
    }),
  );
});

test('with options closed it is that of the scores shown, or none', () => {
  let weighted = 0;
  let partly = 0;
  fc.assert(
    fc.property(below(five(fc.oneof(fc.nat({ max: 6 }), fc.integer({ min: 20, max: 45 })))), (units) => {
      const card = cardOf(sideOf(units));
      const shown = units.flatMap((one, at) => (card.children[at]?.items[0] ? [one] : []));
      const all = units.reduce((sum, one) => sum + one.households, 0);
      const N = shown.reduce((sum, one) => sum + one.households, 0);
      const found = weightedOf(card);
      if (shown.length < 2 || N / all < coveredLeast || !card.items[0]?.score) {
        partly++;
        expect(found).toBe(null);
        return;
      }
      weighted++;
      const value = shown.reduce((sum, one) => sum + (one.households / N) * score(one), 0);
      expect(found?.weighted.value).toBeCloseTo(value, 9);
    }),
  );
  expect(Math.min(weighted, partly)).toBeGreaterThan(0);
});
