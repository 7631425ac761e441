// Whoever knows the totals and what is shown of two crossed questions cannot tell what a few people answered: for every
// small cell there is another table that agrees with all of it. Other tables are found here by trying all, not by the
// way that the code goes.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnTotals, hideCells, rowTotals } from '../../schema/measures/cross.ts';

const k = 5;
type Cells = number[][];

/** Least and most that each cell can hold in any table of whole numbers ≥ 0 with these totals and these shown cells. */
function bounds(cells: Cells, hidden: boolean[][]): { low: number; high: number }[][] {
  const found = cells.map((row) => row.map(() => ({ low: Number.POSITIVE_INFINITY, high: -1 })));
  const rows = rowTotals(cells);
  const columns = columnTotals(cells);
  const places = cells.flatMap((row, r) => row.map((_, c) => ({ r, c })));
  const left = { rows: [...rows], columns: [...columns] };
  const tried: number[] = [];
  const go = (at: number): void => {
    const place = places[at];
    if (!place) {
      places.forEach(({ r, c }, index) => {
        const one = found[r]?.[c];
        if (!one) return;
        one.low = Math.min(one.low, tried[index] ?? 0);
        one.high = Math.max(one.high, tried[index] ?? 0);
      });
      return;
    }
    const { r, c } = place;
    const shown = hidden[r]?.[c] ? undefined : (cells[r]?.[c] ?? 0);
    const most = Math.min(left.rows[r] ?? 0, left.columns[c] ?? 0);
    for (let n = shown ?? 0; n <= Math.min(most, shown ?? most); n++) {
      // The last cell of a row or column takes what is left.
      if (c === columns.length - 1 && n !== left.rows[r]) continue;
      if (r === rows.length - 1 && n !== left.columns[c]) continue;
      left.rows[r] = (left.rows[r] ?? 0) - n;
      left.columns[c] = (left.columns[c] ?? 0) - n;
      tried[at] = n;
      go(at + 1);
      left.rows[r] = (left.rows[r] ?? 0) + n;
      left.columns[c] = (left.columns[c] ?? 0) + n;
    }
  };
  go(0);
  return found;
}

const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(
        fc.oneof(
          { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) },
          { weight: 1, arbitrary: fc.integer({ min: 5, max: 9 }) },
        ),
        { minLength: columns, maxLength: columns },
      ),
      { minLength: rows, maxLength: rows },
    ),
  );

it('leaves every small cell open, up to at least five or as far as the totals do', () => {
  fc.assert(
    fc.property(table, (cells) => {
      const hidden = hideCells(cells, k);
      const known = bounds(cells, hidden);
      const unshown = bounds(
        cells,
        cells.map((row) => row.map(() => true)),
      );
      cells.forEach((row, r) => {
        row.forEach((n, c) => {
          if (n === 0 || n >= k) return;
          const at = `cell ${r},${c} of ${JSON.stringify(cells)} hidden ${JSON.stringify(hidden)}`;
          expect(hidden[r]?.[c], at).toBe(true);
          const [is, totals] = [known[r]?.[c], unshown[r]?.[c]];
          expect(is?.high, at).toBeGreaterThanOrEqual(Math.min(k, totals?.high ?? 0));
          expect((is?.low ?? 0) < n || is?.low === totals?.low, at).toBe(true);
        });
      });
    }),
    { numRuns: 300 },
  );
});

it('leaves whatever is hidden a range of three, or as far as the totals do', () => {
  const flags = fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), {
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(table, flags, fc.constantFrom(0, 2, k), (cells, already, few) => {
      const hidden = hideCells(cells, few, { already });
      const known = bounds(cells, hidden);
      const unshown = bounds(
        cells,
        cells.map((row) => row.map(() => true)),
      );
      hidden.forEach((row, r) => {
        row.forEach((is, c) => {
          if (!is) return;
          const at = `cell ${r},${c} of ${JSON.stringify(cells)} hidden ${JSON.stringify(hidden)}`;
          const width = (all: typeof known) => (all[r]?.[c]?.high ?? 0) - (all[r]?.[c]?.low ?? 0);
          expect(width(known), at).toBeGreaterThanOrEqual(Math.min(3, width(unshown)));
        });
      });
    }),
    { numRuns: 500 },
  );
});

it('shows nothing of a row or column of fewer than five, not even who is not in it', () => {
  fc.assert(
    fc.property(table, (cells) => {
      const hidden = hideCells(cells, k);
      rowTotals(cells).forEach((n, r) => {
        if (n > 0 && n < k) expect(hidden[r]?.every(Boolean)).toBe(true);
      });
      columnTotals(cells).forEach((n, c) => {
        if (n > 0 && n < k) expect(hidden.every((row) => row[c])).toBe(true);
      });
    }),
  );
});

it('hides nothing where every cell is large or empty', () => {
  expect(
    hideCells(
      [
        [5, 0, 12],
        [7, 9, 30],
      ],
      k,
    ).flat(),
  ).not.toContain(true);
});

it('hides the cheapest ring around one small cell', () => {
  expect(
    hideCells(
      [
        [3, 20, 40],
        [8, 30, 50],
        [60, 70, 80],
      ],
      k,
    ),
  ).toEqual([
    [true, true, false],
    [true, true, false],
    [false, false, false],
  ]);
});

it('is done at once with forty rows and forty columns', () => {
  const cells = Array.from({ length: 40 }, (_, r) =>
    Array.from({ length: 40 }, (_, c) => (r * 7 + c * 13) % 11),
  );
  const before = performance.now();
  hideCells(cells, k);
  expect(performance.now() - before).toBeLessThan(5000);
});
