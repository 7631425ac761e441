// The places that a board shows are the sets of ranks of its units by simultaneous intervals, and no other order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z95 } from '../../schema/measures/interval.ts';
import { index } from '../../schema/measures/points.ts';
import { simultaneousZ } from '../../schema/measures/rank.ts';
import { byScore, placeWords } from '../../web/board/places.ts';
import { type Below, cardOf, sideOf } from './board-card.ts';

const each = (max: number) => fc.array(fc.nat({ max }), { minLength: 5, maxLength: 5 });
/** Some units have too few answers for a place, and must not make the others less certain. */
const five = fc.oneof({ weight: 3, arbitrary: each(40) }, { weight: 2, arbitrary: each(1) });
const unit: fc.Arbitrary<Below> = fc.record({
  households: fc.integer({ min: 300, max: 900 }),
  given: five.chain((first) =>
    // The second question has the answers of the first in another order: as many.
    fc.shuffledSubarray(first, { minLength: 5 }).map((second) => [first, second]),
  ),
});

const answers = ({ given }: Below) => (given[0] ?? []).reduce((sum, n) => sum + n, 0);
function scoreAt({ given, households }: Below, z: number) {
  const scores = given.map((list) =>
    index(
      list.map((n, at) => ({ point: at + 1, n })),
      { N: households, z },
    ),
  );
  const mean = (pick: 'value' | 'low' | 'high') =>
    scores.reduce((sum, one) => sum + (one?.[pick] ?? Number.NaN), 0) / scores.length;
  return { value: mean('value'), low: mean('low'), high: mean('high') };
}

test('places, bands and their order are those of the measures', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 16 }), (below) => {
      const { children } = cardOf(sideOf(below));
      const ranked = below.flatMap((one, at) => (answers(one) >= 5 ? [{ at, one }] : []));
      const z = simultaneousZ(ranked.length);
      // What hiding takes away is hidden from the order too.
      const shown = ranked.filter(({ at }) => children[at]?.score);
      const ranges = shown.map(({ at, one }) => ({ at, ...scoreAt(one, z) }));
      for (const range of ranges) {
        const place = children[range.at]?.place;
        const above = ranges.filter(({ low }) => low > range.high).length;
        const under = ranges.filter(({ high }) => high < range.low).length;
        expect([place?.best, place?.worst]).toEqual([1 + above, ranges.length - under]);
        expect(children[range.at]?.score?.low).toBeCloseTo(
          scoreAt(below[range.at] ?? { households: 0, given: [] }, z95).low,
          9,
        );
        if (above + under > 0) told += 1;
      }
      for (const [at, child] of children.entries())
        if (!ranges.some((range) => range.at === at))
          expect([child.place, placeWords(child)]).toEqual([null, '']);

      const order = byScore(children);
      expect(new Set(order)).toEqual(new Set(children));
      const placed = order.filter(({ place }) => place);
      expect(order.slice(0, placed.length)).toEqual(placed);
      placed.forEach((child, at) => {
        const next = placed[at + 1];
        if (!child.place || !next?.place) return;
        expect(child.score?.value).toBeGreaterThanOrEqual(next.score?.value ?? Number.NaN);
        // A new band begins where nobody can be level with the one before, and not elsewhere.
        const rangeOf = (id: string) => ranges.find((range) => `b${range.at}` === id);
        const band = placed.slice(0, at + 1).filter(({ place }) => place?.band === child.place?.band);
        const clearly = band.some(
          ({ unit }) => (rangeOf(unit.id)?.low ?? 0) > (rangeOf(next.unit.id)?.high ?? 0),
        );
        expect(next.place.band - child.place.band).toBe(clearly ? 1 : 0);
      });
    }),
    { numRuns: process.env.FULL ? 2000 : 400 },
  );
  expect(told).toBeGreaterThan(100);
});

test('9 of 10 do not stand before 170 of 200', () => {
  const shares = (yes: number, no: number): Below => ({ households: 1000, given: [[no, 0, 0, 0, yes]] });
  const { children } = cardOf(sideOf([shares(170, 30), shares(9, 1), shares(2, 1), shares(1, 2)]));
  expect(children.map(({ place }) => place && [place.best, place.worst, place.band])).toEqual([
    [1, 2, 1],
    [1, 2, 1],
    null,
    null,
  ]);
  expect(children.map(placeWords)).toEqual(['第 1–2 名，分不出先后', '第 1–2 名，分不出先后', '', '']);
});
