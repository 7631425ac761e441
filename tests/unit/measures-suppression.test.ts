// Nobody can compute the answers of a few people by subtracting what is shown.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSmall } from '../../schema/measures/suppression.ts';

describe('hiding small siblings', () => {
  it('hides a lone small child together with the next smallest', () => {
    expect(hideSmall([12, 9, 3], 5)).toEqual([false, true, true]);
  });

  it('hides no more when the small ones are enough together', () => {
    expect(hideSmall([12, 3, 9, 4], 5)).toEqual([false, true, false, true]);
  });

  it('goes on while the hidden ones are too few together', () => {
    expect(hideSmall([1, 2, 20, 30], 5)).toEqual([true, true, true, false]);
  });

  it('has nothing to hide where nobody answered', () => {
    expect(hideSmall([0, 12, 0], 5)).toEqual([false, false, false]);
  });

  it('hides a shown child when the parent has a few answers of its own', () => {
    expect(hideSmall([12, 9], 5, { rest: 2 })).toEqual([false, true]);
    expect(hideSmall([12, 9], 5, { rest: 7 })).toEqual([false, false]);
  });

  const sizes = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 7 });

  it('leaves a hidden total of none or at least k, whatever the sizes', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 2, max: 10 }), (n, rest, k) => {
        const hidden = hideSmall(n, k, { rest });
        const together = n.reduce((sum, count, at) => sum + (hidden[at] ? count : 0), rest);
        const everything = n.reduce((sum, count) => sum + count, rest);
        expect(n.some((count, at) => !hidden[at] && count > 0 && count < k)).toBe(false);
        // Too few in all: then the parent itself is hidden, at its own level.
        expect(together === 0 || together >= k || everything < k).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('hides at a lower threshold only what a higher one hides too', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 9 }), (n, rest) => {
        const [five, ten] = [hideSmall(n, 5, { rest }), hideSmall(n, 10, { rest })];
        expect(five.every((hidden, at) => !hidden || ten[at])).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells of no group under k through any chain of subtractions in a tree of units', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 2, max: 6 }), (root, k) => {
        const shown = shownSets(root, k);
        for (const set of closure(shown)) {
          const size = root.leaves.reduce((sum, n, at) => sum + (set & (1 << at) ? n : 0), 0);
          expect(size === 0 || size >= k, `a group of ${size}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Leaf sizes, and units above them as groups of groups of leaf numbers. */
interface Tree {
  leaves: number[];
  groups: number[][][];
}

const tree: fc.Arbitrary<Tree> = fc
  .array(
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((nested) => {
    const leaves: number[] = [];
    const groups = nested.map((street) => street.map((grid) => grid.map((n) => leaves.push(n) - 1)));
    return { leaves, groups };
  });

const bits = (leaves: readonly number[]) => leaves.reduce((set, at) => set | (1 << at), 0);

/** What a board shows, as sets of leaves: a unit under a hidden one is hidden. */
function shownSets({ leaves, groups }: Tree, k: number): number[] {
  const size = (set: readonly number[]) => set.reduce((sum, at) => sum + (leaves[at] ?? 0), 0);
  const top = groups.flat(2);
  if (size(top) < k) return [];
  const shown = [bits(top)];
  const streets = groups.map((street) => street.flat());
  const hiddenStreets = hideSmall(streets.map(size), k);
  groups.forEach((street, at) => {
    if (hiddenStreets[at]) return;
    shown.push(bits(streets[at] ?? []));
    const hiddenGrids = hideSmall(street.map(size), k);
    street.forEach((grid, below) => {
      if (hiddenGrids[below]) return;
      shown.push(bits(grid));
      const hiddenLeaves = hideSmall(
        grid.map((leaf) => leaves[leaf] ?? 0),
        k,
      );
      grid.forEach((leaf, last) => {
        if (!hiddenLeaves[last]) shown.push(bits([leaf]));
      });
    });
  });
  return shown;
}

/** Everything that sums and differences of known sets make known. */
function closure(known: readonly number[]): Set<number> {
  const all = new Set(known);
  let grew = true;
  while (grew && all.size < 600) {
    grew = false;
    for (const a of [...all])
      for (const b of [...all]) {
        const made = [(a & b) === b && a !== b ? a & ~b : 0, (a & b) === 0 ? a | b : 0];
        for (const set of made)
          if (set !== 0 && !all.has(set)) {
            all.add(set);
            grew = true;
          }
      }
  }
  return all;
}
