// What is shown of a tree, family by family, against all tables that agree with it: no closed count can be computed.
// Small trees by trying every table, larger ones by exact elimination.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recoverable, type Sum } from '../../schema/measures/audit.ts';
import { closeRows } from '../../schema/measures/closing.ts';
import type { Decided } from '../../schema/measures/freedom.ts';
import { isWithin, movesIn, type Scale, timesOf } from '../../schema/measures/moves.ts';

const sum = (list: readonly number[]) => list.reduce((all, n) => all + n, 0);
const added = (rows: readonly (readonly number[])[], answers: number) =>
  Array.from({ length: answers }, (_, at) => sum(rows.map((row) => row[at] ?? 0)));

/** Counts by answer at the leaves. */
type Tree = number[] | Tree[];
interface Row {
  counts: number[];
  children: Row[];
  said: Decided;
}
const isLeaf = (tree: Tree): tree is number[] => tree.every((one) => typeof one === 'number');
const countsOf = (tree: Tree, answers: number): number[] =>
  isLeaf(tree)
    ? tree
    : added(
        tree.map((one) => countsOf(one, answers)),
        answers,
      );

interface Inside {
  row: Row;
}

/** All families decided, from the top down. */
function decide(tree: Tree, scale: Scale, k: number, inside?: Inside): Row {
  const below = (one: Tree, said: Decided, within: Row | undefined): Row => {
    if (isLeaf(one)) return { counts: one, children: [], said };
    const counts = one.map((child) => countsOf(child, scale.answers));
    const rows = closeRows(counts, {
      scale,
      k,
      above: said,
      inside: within?.children.map((child) => child.said),
    });
    return {
      counts: countsOf(one, scale.answers),
      children: one.flatMap((child, at) => {
        const row = rows[at];
        return row ? [below(child, row, within?.children[at])] : [];
      }),
      said,
    };
  };
  const [top] = closeRows([countsOf(tree, scale.answers)], {
    scale,
    k,
    above: null,
    inside: inside && [inside.row.said],
  });
  if (!top) throw new Error('no top');
  return below(tree, top, inside?.row);
}

const withBelow = (row: Row): Row[] => [row, ...row.children.flatMap(withBelow)];

/** All counts of n people that agree with what is shown of a row. */
function waysOf(row: Row, scale: Scale): number[][] {
  const n = sum(row.counts);
  const ways: number[][] = [];
  const go = (way: number[], left: number): void => {
    const at = way.length;
    if (at === scale.answers) {
      if (left === 0) ways.push(way);
      return;
    }
    const own = row.counts[at] ?? 0;
    const tries = row.said.closed[at] ? Array.from({ length: left + 1 }, (_, one) => one) : [own];
    for (const one of tries) if (one <= left) go([...way, one], left - one);
  };
  go([], n);
  return ways.filter((way) => agrees(row, way, scale));
}

const pointsOf = (counts: readonly number[], { points }: Scale) =>
  sum(counts.map((n, at) => n * (points?.[at] ?? 0)));

const agrees = (row: Row, way: readonly number[], scale: Scale) =>
  way.every((n, at) => row.said.closed[at] || n === row.counts[at]) &&
  (!row.said.mean || pointsOf(way, scale) === pointsOf(row.counts, scale));

const keyOf = (way: readonly number[]) => way.join();
type Ways = Map<string, number[]>;
const waysIn = (list: readonly number[][]): Ways => new Map(list.map((way) => [keyOf(way), way]));

/** What each row could be, in all tables that agree with everything that is shown. */
function possible(top: Row, scale: Scale): Map<Row, number[][]> {
  const own = new Map<Row, Ways>();
  const up = (row: Row): Ways => {
    const ways =
      row.children.length === 0
        ? waysIn(waysOf(row, scale))
        : waysIn(
            [...together(row.children.map(up), scale).values()].filter((way) => agrees(row, way, scale)),
          );
    own.set(row, ways);
    return ways;
  };
  up(top);
  const found = new Map<Row, number[][]>();
  const down = (row: Row, could: Ways): void => {
    found.set(row, [...could.values()]);
    row.children.forEach((child, at) => {
      const others = together(
        row.children.flatMap((one, place) => (place === at ? [] : (own.get(one) ?? []))),
        scale,
      );
      const its = [...(own.get(child)?.values() ?? [])].filter((way) =>
        [...others.values()].some((other) => could.has(keyOf(added([way, other], scale.answers)))),
      );
      down(child, waysIn(its));
    });
  };
  down(top, own.get(top) ?? new Map());
  return found;
}

function together(parts: readonly Ways[], scale: Scale): Ways {
  let all = waysIn([Array(scale.answers).fill(0)]);
  for (const part of parts) {
    const next: Ways = new Map();
    for (const one of all.values())
      for (const other of part.values()) {
        const way = added([one, other], scale.answers);
        next.set(keyOf(way), way);
      }
    all = next;
  }
  return all;
}

const few = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 2 }) },
  { weight: 1, arbitrary: fc.integer({ min: 3, max: 5 }) },
);
/** Enough of all for means to stand. */
const some = fc.integer({ min: 1, max: 4 });
const leaf = (answers: number, k: number): fc.Arbitrary<number[]> =>
  fc
    .oneof(few, some)
    .chain((first) =>
      fc
        .array(first > 2 ? some : few, { minLength: answers - 1, maxLength: answers - 1 })
        .map((rest) => [first, ...rest]),
    )
    .filter((counts) => sum(counts) >= k);
const treeOf = (answers: number, k: number): fc.Arbitrary<Tree> =>
  fc.oneof(
    fc.array(leaf(answers, k), { minLength: 1, maxLength: 4 }),
    fc.array(fc.array(leaf(answers, k), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
  );
const scales: Scale[] = [
  { answers: 2, points: null },
  { answers: 3, points: null },
  { answers: 3, points: [1, 2, 3] },
  { answers: 4, points: [1, 2, 3, 4] },
  { answers: 4, points: [0, 30, 60, 100] },
];

it('leaves every closed count another one, over all tables that agree', () => {
  let meansBesideClosed = 0;
  for (const scale of scales)
    fc.assert(
      fc.property(treeOf(scale.answers, 3), (tree) => {
        const k = 3;
        const top = decide(tree, scale, k);
        const could = possible(top, scale);
        for (const row of withBelow(top)) {
          const ways = could.get(row) ?? [];
          if (row.said.mean && row.said.closed.includes(true)) meansBesideClosed++;
          const n = sum(row.counts);
          row.counts.forEach((count, answer) => {
            const at = `${answer} of ${row.counts} in ${JSON.stringify(tree)}`;
            if (!row.said.closed[answer]) {
              expect(count === 0 || count >= k, at).toBe(true);
              expect(count < n || n === 0, at).toBe(true);
              return;
            }
            if (count === 0 || (count >= k && count < n)) return;
            const values = ways.map((way) => way[answer] ?? 0);
            const [low, high] = [Math.min(...values), Math.max(...values)];
            expect(high - low, at).toBeGreaterThanOrEqual(3);
            if (row.said.mean || count >= k) return;
            expect(high, at).toBeGreaterThanOrEqual(k);
          });
        }
      }),
      { numRuns: process.env.FULL ? 300 : 25 },
    );
  expect(meansBesideClosed).toBeGreaterThan(20);
}, 1_200_000);

it('gives nothing away to elimination, at two thresholds', () => {
  const scale: Scale = { answers: 5, points: [1, 2, 3, 4, 5] };
  const counts = fc
    .array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 30 })), {
      minLength: 5,
      maxLength: 5,
    })
    .filter((list) => sum(list) >= 10);
  const tree = fc.array(
    fc.array(fc.array(counts, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    { minLength: 1, maxLength: 4 },
  );
  const seen = { means: 0, rows: 0 };
  fc.assert(
    fc.property(tree, (of) => {
      const inner = decide(of, scale, 5);
      const outer = decide(of, scale, 10, { row: inner });
      for (const [top, k] of [
        [inner, 5],
        [outer, 10],
      ] as const) {
        const rows = withBelow(top);
        const cell = new Map(rows.map((row, at) => [row, at * scale.answers]));
        const sums: Sum[] = [];
        for (const row of rows) {
          seen.rows++;
          if (row.said.mean) seen.means++;
          const at = cell.get(row) ?? 0;
          const own = row.counts.map((_, answer) => at + answer);
          sums.push(new Map(own.map((one) => [one, 1n])));
          if (row.said.mean)
            sums.push(new Map(own.map((one, answer) => [one, BigInt(scale.points?.[answer] ?? 0)])));
          if (row.children.length > 0)
            for (const [answer, one] of own.entries())
              sums.push(
                new Map([
                  [one, -1n],
                  ...row.children.map((child) => [(cell.get(child) ?? 0) + answer, 1n] as const),
                ]),
              );
        }
        const hidden = (at: number) => {
          const row = rows[Math.floor(at / scale.answers)];
          return row?.said.closed[at % scale.answers] === true;
        };
        for (const at of recoverable(sums, hidden)) {
          const row = rows[Math.floor(at / scale.answers)];
          const count = row?.counts[at % scale.answers] ?? 0;
          expect(count === 0 || count >= k, `${row?.counts} ${JSON.stringify(of)}`).toBe(true);
          expect(count).not.toBe(sum(row?.counts ?? []));
        }
      }
      const pairs = (one: Row, other: Row): void => {
        one.said.closed.forEach((is, answer) => {
          if (is) expect(other.said.closed[answer]).toBe(true);
        });
        if (!one.said.mean) expect(other.said.mean).toBe(false);
        one.children.forEach((child, at) => {
          const its = other.children[at];
          if (its) pairs(child, its);
        });
      };
      pairs(inner, outer);
    }),
    { numRuns: process.env.FULL ? 10_000 : 300 },
  );
  expect(seen.means).toBeGreaterThan(seen.rows / 2);
}, 600_000);

it('keeps possible below what the figures above rely on', () => {
  const scale: Scale = { answers: 5, points: [1, 2, 3, 4, 5] };
  const { shifts } = movesIn(scale);
  const counts = fc
    .array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 30 })), {
      minLength: 5,
      maxLength: 5,
    })
    .filter((list) => sum(list) >= 10);
  const tree = fc.array(fc.array(counts, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  let relied = 0;
  fc.assert(
    fc.property(tree, (of) => {
      for (const row of withBelow(decide(of, scale, 5))) {
        if (!row.said.mean || row.children.length === 0) continue;
        const silent = row.children.filter(({ said }) => !said.mean);
        const together = added(
          silent.map((one) => one.counts),
          scale.answers,
        );
        for (const [at, times] of row.said.freedom) {
          const move = shifts[at] ?? [];
          // One move may make room for the next: by itself none goes further than the counts reach.
          const most = Math.min(times, timesOf(row.counts, move));
          if (most === 0) continue;
          relied++;
          const below = row.children.map(({ said, counts: own }) =>
            said.mean && isWithin(move, said.closed) ? timesOf(own, move) : 0,
          );
          expect(timesOf(together, move) + sum(below), JSON.stringify(of)).toBeGreaterThanOrEqual(most);
        }
      }
    }),
    { numRuns: process.env.FULL ? 10_000 : 500 },
  );
  expect(relied).toBeGreaterThan(100);
}, 600_000);
