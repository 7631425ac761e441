// Two questions crossed: which cells must not show, so that nobody can read off or compute what fewer than k people
// answered to both. The totals of rows and columns are known to the reader: they are the questions' own counts.

import { type Doubt, hideRings } from './rings.ts';
import { sum } from './sum.ts';

/** By row, then by column; whole numbers. */
type Cells = readonly (readonly number[])[];
export const rowTotals = (cells: Cells) => cells.map(sum);
export const columnTotals = (cells: Cells) =>
  (cells[0] ?? []).map((_, column) => sum(cells.map((row) => row[column] ?? 0)));

export interface CrossOptions {
  /** cells that are hidden for another reason already */
  already?: readonly (readonly boolean[])[];
}

/**
 * Whether each cell is hidden.
 *
 * Hidden first: cells with 0 < n < k, and every cell of a row or column whose total is (even its zeros would tell what
 * all of so few answered). Then others, the smallest ones first, until another table agrees with all that is shown, with
 * the totals, and with a count of at least k in a small cell; another with less than is there; and the range of every
 * hidden cell is wide (schema/measures/rings.ts). A cell that the totals alone give away (everybody gave one answer)
 * cannot be helped.
 */
export function hideCells(cells: Cells, k: number, { already = [] }: CrossOptions = {}): boolean[][] {
  const few = (n: number) => n > 0 && n < k;
  const rows = rowTotals(cells).map(few);
  const columns = columnTotals(cells).map(few);
  const doubts: Doubt[] = [];
  const arcs = cells.flatMap((row, r) =>
    row.map((n, c) => {
      const hidden = few(n) || rows[r] === true || columns[c] === true || already[r]?.[c] === true;
      return { from: r, to: cells.length + c, n, hidden };
    }),
  );
  arcs.forEach(({ n }, arc) => {
    if (few(n)) doubts.push({ arc, more: k - n, less: 1 });
  });
  hideRings(arcs, doubts);
  let at = 0;
  return cells.map((row) => row.map(() => arcs[at++]?.hidden === true));
}
