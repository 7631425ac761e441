// Two questions crossed: which cells must not show, so that nobody can read off or compute what fewer than k people
// answered to both. The totals of rows and columns are known to the reader: they are the questions' own counts.

/** By row, then by column; whole numbers. */
type Cells = readonly (readonly number[])[];
const sum = (list: readonly number[]) => list.reduce((all, n) => all + n, 0);
export const rowTotals = (cells: Cells) => cells.map(sum);
export const columnTotals = (cells: Cells) =>
  (cells[0] ?? []).map((_, column) => sum(cells.map((row) => row[column] ?? 0)));

/**
 * Whether each cell is hidden.
 *
 * Hidden first: cells with 0 < n < k, and every cell of a row or column whose total is (even its zeros would tell what
 * all of so few answered). Then, for each small cell, others are hidden until another table agrees with all that is
 * shown, with the totals, and with a count of at least k in this cell; and another with less than is there. Such a table
 * is found by one-person swaps around a ring of cells (the residual graph of a flow), over hidden cells first and the
 * smallest shown ones next. A cell that the totals alone give away (everybody gave one answer) cannot be helped.
 * What is hidden for one cell only widens what is possible for the others, so one pass is enough.
 */
export function hideCells(cells: Cells, k: number): boolean[][] {
  const few = (n: number) => n > 0 && n < k;
  const rows = rowTotals(cells).map(few);
  const columns = columnTotals(cells).map(few);
  const hidden = cells.map((row, r) => row.map((n, c) => few(n) || rows[r] === true || columns[c] === true));
  cells.forEach((row, r) => {
    row.forEach((n, c) => {
      if (!few(n)) return;
      widen(cells, hidden, { r, c, more: true, by: k - n });
      widen(cells, hidden, { r, c, more: false, by: 1 });
    });
  });
  return hidden;
}

interface Wanted {
  r: number;
  c: number;
  /** another table with more people in this cell, or with less */
  more: boolean;
  by: number;
}

/** Hides the rings of cells over which `by` people can be swapped into the cell, or out of it, as far as there are any. */
function widen(cells: Cells, hidden: boolean[][], { r, c, more, by }: Wanted): void {
  const other = cells.map((row) => [...row]);
  for (let swaps = 0; swaps < by; swaps++) {
    const ring = cheapestRing(cells, other, hidden, { r, c, more });
    if (!ring) return;
    for (const step of ring) {
      const flags = hidden[step.r];
      const row = other[step.r];
      if (!flags || !row) return;
      flags[step.c] = true;
      row[step.c] = (row[step.c] ?? 0) + (step.less === more ? -1 : 1);
    }
  }
}

interface Step {
  r: number;
  c: number;
  /** walked from the row to the column */
  less: boolean;
}

/**
 * The way from the row of the cell to its column, alternately along a row and along a column, that shows the least:
 * hidden cells cost nothing, shown ones what stands in them. Cells that lose a person must have one.
 */
function cheapestRing(
  cells: Cells,
  other: Cells,
  hidden: boolean[][],
  { r, c, more }: Omit<Wanted, 'by'>,
): Step[] | undefined {
  const columns = cells[0]?.length ?? 0;
  const size = cells.length + columns;
  const cost = new Array<number>(size).fill(Number.POSITIVE_INFINITY);
  const from = new Array<Step | undefined>(size);
  const done = new Set<number>();
  cost[r] = 0;
  for (;;) {
    let at = -1;
    for (let node = 0; node < size; node++)
      if (!done.has(node) && (cost[node] ?? 0) < (at < 0 ? Number.POSITIVE_INFINITY : (cost[at] ?? 0)))
        at = node;
    if (at < 0) return undefined;
    if (at === cells.length + c) break;
    done.add(at);
    const less = at < cells.length;
    const next = less ? columns : cells.length;
    for (let index = 0; index < next; index++) {
      const step = less ? { r: at, c: index, less } : { r: index, c: at - cells.length, less };
      if (step.r === r && step.c === c) continue;
      // Along the row a person leaves when the cell gains one, and comes when it loses one.
      if (less === more && (other[step.r]?.[step.c] ?? 0) < 1) continue;
      const price = hidden[step.r]?.[step.c] ? 0 : 1 + (cells[step.r]?.[step.c] ?? 0);
      const node = less ? cells.length + index : index;
      if ((cost[at] ?? 0) + price >= (cost[node] ?? 0)) continue;
      cost[node] = (cost[at] ?? 0) + price;
      from[node] = step;
    }
  }
  const ring: Step[] = [];
  for (let node = cells.length + c; node !== r; ) {
    const step = from[node];
    if (!step) return undefined;
    ring.push(step);
    node = step.less ? step.r : cells.length + step.c;
  }
  return ring;
}
