// Two questions crossed, from the pairs that the Worker counted: what stands in each cell, and which cells must not show.
import type { Output } from '../../../../schema/api/endpoint.ts';
import type { FigureLine, getPairs } from '../../../../schema/api/figures.ts';
import { columnTotals, hideCells, rowTotals } from '../../../../schema/measures/cross.ts';
import { boardThreshold } from '../../../../schema/measures/suppression.ts';
import type { ChartOf } from '../charts/chart.ts';

export type Pairs = Output<typeof getPairs>['pairs'];

/** Rows and columns at most: more cannot be read, and most cells would hold nobody. */
const keysMost = 40;

/** Lines with a few known answers. Below the first level of a cascade, what was not asked is no answer. */
export const crossable = ({ type, item }: FigureLine): boolean =>
  item.keys.length >= 2 && item.keys.length <= keysMost && (type !== 'cascade' || item.row === 'level1');

/** What the keys of a row of a table begin with, so that only these are counted. */
export const rowOf = ({ item }: FigureLine): string | undefined =>
  item.row !== '' && item.keys.every(({ key }) => key.startsWith(`${item.row}:`)) ? item.row : undefined;

interface Side {
  /** null for no answer */
  keys: readonly (string | null)[];
  /** key of the number of answers, where one answer may hold several keys */
  base: string | undefined;
}
const sideOf = ({ item }: FigureLine): Side => ({
  keys: [...item.keys.map(({ key }) => key), null],
  base: item.base,
});

/**
 * Cells as n of rows × columns, null where they are hidden; the last row and column are those without an answer. A row's
 * base is everybody in it, with and without an answer to the other question: a number that the questions' own counts
 * give away, so that nothing new is told by it.
 */
export function crossed(pairs: Pairs, a: FigureLine, b: FigureLine) {
  const rows = sideOf(a);
  const columns = sideOf(b);
  const sums = new Map<string, number>();
  for (const pair of pairs) {
    const at = JSON.stringify([pair.a, pair.b]);
    sums.set(at, (sums.get(at) ?? 0) + pair.n);
  }
  const n = (one: string | null, other: string | null) => sums.get(JSON.stringify([one, other])) ?? 0;
  // Everybody on the other side: its single keys together, or its number of answers, and those without one.
  const across = (side: Side): readonly (string | null)[] =>
    side.base === undefined ? side.keys : [side.base, null];
  const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
  const cells = rows.keys.map((one) => columns.keys.map((other) => n(one, other)));
  const bases = rows.keys.map((one) => total(across(columns).map((other) => n(one, other))));
  const heads = columns.keys.map((other) => total(across(rows).map((one) => n(one, other))));
  const all = total(across(rows).flatMap((one) => across(columns).map((other) => n(one, other))));
  const hidden = hiddenIn(cells, { bases, heads, all, rows, columns });
  return { cells, bases, hidden };
}

/**
 * Keys of several choices do not add up, so each stands against the rest of its side: a table of two columns, of two
 * rows, or of two by two.
 */
function hiddenIn(
  cells: readonly (readonly number[])[],
  of: { bases: readonly number[]; heads: readonly number[]; all: number; rows: Side; columns: Side },
): boolean[][] {
  const k = boardThreshold;
  const { bases, heads, all } = of;
  const severalRows = of.rows.base !== undefined;
  const severalColumns = of.columns.base !== undefined;
  if (!severalRows && !severalColumns) return hideCells(cells, k);
  const at = (r: number, c: number) => cells[r]?.[c] ?? 0;
  if (!severalRows) {
    const columns = heads.map((_, c) =>
      hideCells(
        bases.map((base, r) => [at(r, c), base - at(r, c)]),
        k,
      ),
    );
    return bases.map((_, r) => heads.map((_, c) => columns[c]?.[r]?.[0] === true));
  }
  if (!severalColumns)
    return bases.map(
      (_, r) =>
        hideCells([heads.map((_, c) => at(r, c)), heads.map((head, c) => head - at(r, c))], k)[0] ?? [],
    );
  return bases.map((base, r) =>
    heads.map((head, c) => {
      const both = at(r, c);
      const table = [
        [both, base - both],
        [head - both, all - base - head + both],
      ];
      return hideCells(table, k)[0]?.[0] === true;
    }),
  );
}

/**
 * The table as a chart: shares of each row, without rows and columns in which nobody is. `none`: what those are called
 * who did not answer one of the two.
 */
export function crossChart(pairs: Pairs, a: FigureLine, b: FigureLine, none: string): ChartOf<'heat'> {
  const { cells, bases, hidden } = crossed(pairs, a, b);
  const labels = (line: FigureLine) => [...line.item.keys.map(({ label }) => label), none];
  const used = columnTotals(cells).map((n) => n > 0);
  const filled = rowTotals(cells).map((n) => n > 0);
  const kept = <T>(list: readonly T[]) => list.filter((_, c) => used[c]);
  return {
    kind: 'heat',
    columns: kept(labels(b)),
    rows: labels(a).flatMap((title, r) => {
      const base = bases[r] ?? 0;
      if (!filled[r]) return [];
      if (base < boardThreshold) return [{ title, base: 0, n: [], veiled: 'few' as const }];
      return [{ title, base, n: kept((cells[r] ?? []).map((n, c) => (hidden[r]?.[c] ? null : n))) }];
    }),
  };
}
