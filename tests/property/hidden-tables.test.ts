// Whoever knows all that is shown of a unit and of those below it, every total among it, cannot compute a hidden count nor
// narrow it down. Other tables are found here by trying all, not by the way that the code goes.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Branch, type Shown, type ShownCounts, showTree } from '../../schema/measures/table.ts';
import { seeded } from '../unit/seeded.ts';

const sum = (list: readonly number[]) => list.reduce((all, n) => all + n, 0);
const added = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, at) => sum(rows.map((row) => row[at] ?? 0)));

/** A row as it is, as it is shown, and the rows that add up to it. */
interface Row {
  truth: number[];
  shown: ShownCounts;
  parts: Row[];
}

function rowsOf(branch: Branch, shown: Shown): Row {
  const parts = shown.children.flatMap((child, at) => {
    const below = branch.children[at];
    return child && below ? [rowsOf(below, child)] : [];
  });
  const truth = [...branch.counts];
  if (shown.merged) {
    const others = added([truth.map(() => 0), ...parts.map((part) => part.truth)]);
    const left = truth.map((n, at) => n - (others[at] ?? 0));
    parts.push({ truth: left, shown: shown.merged, parts: [] });
  }
  return { truth, shown, parts };
}

const withParts = (row: Row): Row[] => [row, ...row.parts.flatMap(withParts)];

/** All ways to share out n among so many answers that agree with what is shown of them. */
function waysOf(n: number, shown: readonly (number | null)[]): number[][] {
  const [first, ...rest] = shown;
  if (first === undefined) return n === 0 ? [[]] : [];
  const tries = first === null ? Array.from({ length: n + 1 }, (_, one) => one) : first <= n ? [first] : [];
  return tries.flatMap((one) => waysOf(n - one, rest).map((way) => [one, ...way]));
}

/** Least and most of each count of each row, over all tables that agree with what is shown. */
function bounds(root: Row): Map<Row, { low: number; high: number }[]> {
  const rows = withParts(root);
  const leaves = rows.filter(({ parts }) => parts.length === 0);
  const found = new Map(
    rows.map((row) => [row, row.truth.map(() => ({ low: Number.POSITIVE_INFINITY, high: -1 }))]),
  );
  const ways = leaves.map(({ shown }) => waysOf(shown.n, shown.counts));
  const tried = new Map<Row, number[]>();
  const valuesIn = (row: Row): number[] => tried.get(row) ?? added(row.parts.map(valuesIn));
  const go = (at: number): void => {
    const leaf = leaves[at];
    if (leaf) {
      for (const way of ways[at] ?? []) {
        tried.set(leaf, way);
        go(at + 1);
      }
      return;
    }
    const values = rows.map(valuesIn);
    const agrees = rows.every(({ shown }, row) =>
      shown.counts.every((count, answer) => count === null || count === values[row]?.[answer]),
    );
    if (!agrees) return;
    rows.forEach((row, index) => {
      found.get(row)?.forEach((one, answer) => {
        const value = values[index]?.[answer] ?? 0;
        one.low = Math.min(one.low, value);
        one.high = Math.max(one.high, value);
      });
    });
  };
  go(0);
  return found;
}

const counts = (answers: number) =>
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 2 }) },
      { weight: 1, arbitrary: fc.integer({ min: 3, max: 6 }) },
    ),
    { minLength: answers, maxLength: answers },
  );
const leaf = (answers: number): fc.Arbitrary<Branch> =>
  counts(answers).map((of) => ({ counts: of, children: [] }));
const above = (children: Branch[], rest: number[]): Branch => ({
  counts: added([rest, ...children.map((child) => child.counts)]),
  children,
});
const withChildren = (of: fc.Arbitrary<Branch>, most: number, answers: number) =>
  fc
    .tuple(
      fc.array(of, { minLength: 1, maxLength: most }),
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(Array(answers).fill(0)) },
        { weight: 1, arbitrary: counts(answers) },
      ),
    )
    .map(([children, rest]) => above(children, rest));
const branch = fc.oneof(
  leaf(3),
  withChildren(leaf(3), 3, 3),
  withChildren(leaf(2), 4, 2),
  withChildren(withChildren(leaf(2), 2, 2), 2, 2),
);

it('leaves every hidden count a range of three, and small ones open to k and below what they are', () => {
  fc.assert(
    fc.property(branch, fc.integer({ min: 3, max: 5 }), fc.option(fc.constant(3)), (root, k, lower) => {
      const shown = showTree(root, k, (lower && showTree(root, lower)) || undefined);
      if (!shown) {
        expect(sum(root.counts)).toBeLessThan(k);
        return;
      }
      const rows = rowsOf(root, shown);
      for (const [row, ranges] of bounds(rows)) {
        expect(row.shown.n).toBe(sum(row.truth));
        expect(row.shown.n).toBeGreaterThanOrEqual(k);
        ranges.forEach(({ low, high }, answer) => {
          const n = row.truth[answer] ?? 0;
          const said = row.shown.counts[answer];
          const at = `${n} of ${row.truth} in ${JSON.stringify(root.children)} shown ${JSON.stringify(shown)}`;
          if (said !== null) {
            expect(said, at).toBe(n);
            expect(n === 0 || n >= k, at).toBe(true);
            expect(n === row.shown.n, at).toBe(false);
            return;
          }
          expect(high - low, at).toBeGreaterThanOrEqual(3);
          if (n > 0 && n < k) {
            expect(high, at).toBeGreaterThanOrEqual(k);
            expect(low, at).toBeLessThan(n);
          }
        });
      }
    }),
    { numRuns: 400 },
  );
});

it('shows to others what can be computed from what is shown inside', () => {
  const computed = (shown: Shown, inside: Shown): boolean => {
    const known = (parts: readonly (ShownCounts | null | undefined)[], answer: number) =>
      parts.every((part) => !part || part.counts[answer] !== null);
    const { merged } = shown;
    const parts = [...(merged?.of ?? []).map((at) => inside.children[at]), inside.merged];
    return (
      shown.counts.every((count, answer) => count === null || known([inside], answer)) &&
      (merged?.counts ?? []).every((count, answer) => count === null || known(parts, answer)) &&
      (inside.merged?.of ?? []).every((at) => merged?.of.includes(at)) &&
      shown.children.every((child, at) => {
        const below = inside.children[at];
        return !child || (below ? computed(child, below) : false);
      })
    );
  };
  let hidesMore = 0;
  fc.assert(
    fc.property(branch, (root) => {
      const inside = showTree(root, 3);
      const outside = inside && showTree(root, 5, inside);
      if (!outside) return;
      if (JSON.stringify(outside) !== JSON.stringify(showTree(root, 5))) hidesMore++;
      expect(computed(outside, inside)).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(hidesMore).toBeGreaterThan(0);
});

it('hides nothing where every count is large or nobody’s', () => {
  const root = above(
    [
      { counts: [9, 0, 5], children: [] },
      { counts: [12, 7, 30], children: [] },
    ],
    [0, 0, 0],
  );
  const shown = showTree(root, 5);
  expect([shown, ...(shown?.children ?? [])].flatMap((one) => one?.counts ?? [null])).toEqual([
    ...[21, 7, 35],
    ...[9, 0, 5],
    ...[12, 7, 30],
  ]);
});

it('does not say of a group that all gave the same answer', () => {
  const root = above(
    [
      { counts: [9, 0], children: [] },
      { counts: [12, 30], children: [] },
    ],
    [0, 0],
  );
  expect(showTree(root, 5)?.children[0]?.counts).toEqual([null, null]);
});

it('puts a lone small child together with the smallest other one, and nobody’s answers with nobody', () => {
  const of = (n: number): Branch => ({ counts: [n, n], children: [] });
  const shown = showTree(above([12, 9, 2, 0].map(of), [0, 0]), 5);
  expect(shown?.merged).toEqual({ n: 22, counts: [11, 11], of: [1, 2] });
  expect(shown?.children.map((child) => child?.n ?? null)).toEqual([24, null, null, null]);
});

it('is done with the 42 communities of a street and five answers in less than 300 ms', () => {
  const random = seeded(42);
  const communities = Array.from({ length: 42 }, (): Branch => {
    const n = Math.floor(random() * 120);
    const counts = [0, 0, 0, 0, 0];
    for (let one = 0; one < n; one++) {
      const answer = Math.min(4, Math.floor(random() ** 2 * 5));
      counts[answer] = (counts[answer] ?? 0) + 1;
    }
    return { counts, children: [] };
  });
  const street = above(communities, [0, 0, 0, 0, 0]);
  // The best of three: another test may be at work on the same machine.
  const times = [1, 2, 3].map(() => {
    const before = performance.now();
    const shown = showTree(street, 5);
    expect(shown?.children.some((child) => child?.counts.includes(null))).toBe(true);
    return performance.now() - before;
  });
  expect(Math.min(...times)).toBeLessThan(300);
});
