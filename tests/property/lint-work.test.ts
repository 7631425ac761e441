// The check runs wherever a draft is read or saved: no form may hold a server up, however its conditions are knotted.
// Work is counted and not timed: a form that takes more of it than a check may do is told so (`not-all-checked`).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionsMax } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import { busy } from '../unit/busy.ts';
import { heaviest, knot, knotted } from './knots.ts';

const runs = process.env.FULL ? 2_000 : 150;

const unfinished = (definition: Parameters<typeof lint>[0]) =>
  lint(definition).some(({ code }) => code === 'not-all-checked');

test('twenty questions of ten options, each hanging on three before it, are checked to the end', () => {
  const chain = { questions: 20, options: 10, asks: 3, of: 1 << 6, back: 1, groups: 'none' } as const;
  expect(unfinished(knotted(chain))).toBe(false);
  // And the count is one: it grows with the form, and ends somewhere.
  expect(unfinished(knotted({ ...chain, questions: 120 }))).toBe(true);
});

test(`${runs} knots of ten questions are checked to the end`, () => {
  fc.assert(
    fc.property(knot({ questions: 10, options: 5 }), (one) => {
      expect(unfinished(knotted(one))).toBe(false);
    }),
    { numRuns: runs },
  );
});

test(`${runs} knots as heavy as a definition may be take less than a second`, { timeout: 1_200_000 }, () => {
  const large = fc.oneof(
    knot({ questions: questionsMax, options: 40 }),
    knot({ questions: 30, options: 150 }),
  );
  fc.assert(
    fc.property(large, (one) => {
      const definition = knotted(one);
      fc.pre(JSON.stringify(definition).length <= heaviest);
      expect(busy(() => lint(definition))).toBeLessThan(1_000);
    }),
    { numRuns: runs },
  );
});
