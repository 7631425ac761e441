// The places that a board shows are the sets of ranks of its units by simultaneous intervals, and no other order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z95 } from '../../schema/measures/interval.ts';
import { simultaneousZ } from '../../schema/measures/rank.ts';
import { boardThreshold } from '../../schema/measures/suppression.ts';
import { byScore, placeWords } from '../../web/board/places.ts';
import { type Sight, sight } from '../../worker/scorecards/compose.ts';
import { type Below, cardOf, sideOf } from './board-card.ts';

const five = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: 5, maxLength: 5 });
/** Answers that may all be shown; or too few for a place, which must not make the others less certain. */
const first = fc.oneof(
  { weight: 4, arbitrary: five(fc.integer({ min: 5, max: 45 })) },
  { weight: 1, arbitrary: five(fc.nat({ max: 1 })).filter((list) => list.includes(0)) },
);
const unit: fc.Arbitrary<Below> = fc.record({
  households: fc.integer({ min: 300, max: 900 }),
  given: first.chain((list) =>
    fc.oneof(
      // The second question has the answers of the first in another order: as many.
      {
        weight: 4,
        arbitrary: fc.shuffledSubarray(list, { minLength: 5 }).map((second) => [list, second]),
      },
      // Or nobody there was asked.
      { weight: 1, arbitrary: fc.constant([list, [0, 0, 0, 0, 0]]) },
    ),
  ),
});

const answers = ({ given }: Below) => (given[0] ?? []).reduce((sum, n) => sum + n, 0);
/** The mean of what the board shows there of each line, wide enough for what is hidden of it. */
function scoreAt({ lines, measure }: Sight, unit: string, z: number) {
  const scores = lines.countable.flatMap((line) => measure(unit, line, z).score ?? []);
  const mean = (pick: 'value' | 'low' | 'high') =>
    scores.reduce((sum, one) => sum + one[pick], 0) / scores.length;
  return { value: mean('value'), low: mean('low'), high: mean('high') };
}

/** Those that say the same `of` as most; none where of several no two do. */
function largest<One extends { of: string }>(all: readonly One[]): One[] {
  const sets = [...new Set(all.map(({ of }) => of))].map((of) => all.filter((one) => one.of === of));
  const most = sets.reduce((a, b) => (b.length > a.length ? b : a), []);
  return most.length > 1 || all.length === 1 ? most : [];
}

test('places, bands and their order are those of the measures', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 16 }), (below) => {
      const side = sideOf(below);
      const { children } = cardOf(side);
      const seen = sight(side, boardThreshold);
      const ranked = below.flatMap((one, at) => (answers(one) >= 5 ? [{ at, one }] : []));
      const z = simultaneousZ(ranked.length);
      // What hiding takes away is hidden from the order too, and a score without it is another score.
      const shown = largest(
        ranked
          .filter(({ at }) => children[at]?.score)
          .map((one) => ({ ...one, of: JSON.stringify(children[one.at]?.items.map(Boolean)) })),
      );
      const ranges = shown.map(({ at }) => ({ at, ...scoreAt(seen, `b${at}`, z) }));
      for (const range of ranges) {
        const place = children[range.at]?.place;
        const above = ranges.filter(({ low }) => low > range.high).length;
        const under = ranges.filter(({ high }) => high < range.low).length;
        expect([place?.best, place?.worst]).toEqual([1 + above, ranges.length - under]);
        expect(children[range.at]?.score?.low).toBeCloseTo(scoreAt(seen, `b${range.at}`, z95).low, 9);
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

test('45 of 50 do not stand before 170 of 200', () => {
  const shares = (yes: number, no: number): Below => ({ households: 1000, given: [[no, 0, 0, 0, yes]] });
  const { children } = cardOf(
    sideOf([shares(170, 30), shares(45, 5), shares(2, 2), shares(2, 2), shares(1, 1)]),
  );
  expect(children.map(({ place }) => place && [place.best, place.worst, place.band])).toEqual([
    [1, 2, 1],
    [1, 2, 1],
    null,
    null,
    null,
  ]);
  expect(children.map(placeWords)).toEqual(['第 1–2 名，分不出先后', '第 1–2 名，分不出先后', '', '', '']);
});

test('a unit that was spared a question does not stand before those that answered it', () => {
  const asked = (clean: number[]) => [clean, [30, 20, 10, 10, 10]];
  const spared = [
    [6, 6, 8, 30, 30],
    [0, 0, 0, 0, 0],
  ];
  const below = (given: Below['given']): Below => ({ households: 1000, given });
  const card = cardOf(
    sideOf([
      below(asked([10, 10, 20, 20, 20])),
      // No lift, and nobody answered: by the one question left it would be first, and clearly.
      below(spared),
      below(asked([14, 16, 10, 20, 20])),
    ]),
  );
  expect(card.children.map(({ score }) => Math.round(score?.value ?? -1))).toEqual([47, 73, 45]);
  expect(card.children.map(({ place }) => place && [place.best, place.worst])).toEqual([
    [1, 2],
    null,
    [1, 2],
  ]);
  const two = cardOf(sideOf([below(asked([10, 10, 20, 20, 20])), below(spared)]));
  expect(two.children.map(({ place }) => place)).toEqual([null, null]);
});
