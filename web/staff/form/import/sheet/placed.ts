// Cells of one row, each handed out once: whatever nobody asked for is left, and is told to whoever brought the sheet.
import type { Unplaced } from '../../../../../schema/form/reading.ts';

interface Cell<H> {
  head: H | undefined;
  /** as the sheet calls the column */
  column: string;
  text: string;
}

export class PlacedRow<H extends string> {
  /** counted from 1, as the sheet does */
  readonly line: number;
  #left: Cell<H>[];

  constructor(line: number, cells: readonly Cell<H>[]) {
    this.line = line;
    this.#left = cells.filter(({ text }) => text.trim() !== '');
  }

  get isBlank(): boolean {
    return this.#left.length === 0;
  }
  has(head: H): boolean {
    return this.#left.some((cell) => cell.head === head);
  }
  /** What stands there, without taking it. */
  look(head: H): string {
    return this.#left.find((cell) => cell.head === head)?.text.trim() ?? '';
  }
  /** All cells under this head; none when they were taken before. */
  takeAll(head: H): string[] {
    const taken = this.#left.filter((cell) => cell.head === head);
    this.#left = this.#left.filter((cell) => cell.head !== head);
    return taken.map(({ text }) => text.trim());
  }
  take(head: H): string | undefined {
    return this.takeAll(head)[0];
  }
  /** Leaves only this of what stands there. */
  leave(head: H, text: string): void {
    this.#left = this.#left.flatMap((cell) =>
      cell.head !== head ? [cell] : text === '' ? [] : [{ ...cell, text }],
    );
  }
  copy(): PlacedRow<H> {
    return new PlacedRow(this.line, this.#left);
  }
  /** All cells as this copy has them: what was made of the row came to nothing. */
  putBack(copy: PlacedRow<H>): void {
    this.#left = copy.#left;
  }
  /** What `read` makes of it; left where it is when that is nothing. */
  takeAs<T>(head: H, read: (text: string) => T | undefined): T | undefined {
    const text = this.look(head);
    const value = text === '' ? undefined : read(text);
    if (value !== undefined) this.takeAll(head);
    return value;
  }
  /** Cells that `work` took are put back when it comes to nothing. */
  attempt<T>(work: () => T | undefined): T | undefined {
    const before = this.#left;
    const result = work();
    if (result === undefined) this.#left = before;
    return result;
  }
  /** What nobody took; under this head, when one is said. */
  left(head?: H): Unplaced[] {
    const cells = this.#left.filter((cell) => head === undefined || cell.head === head);
    return cells.map(({ column, text }) => ({ line: this.line, column, text }));
  }
}

/** The rows below a head row. */
export const placedRows = <H extends string>(
  rows: readonly (readonly string[])[],
  headRow: number,
  headOf: (text: string) => H | undefined,
): PlacedRow<H>[] => {
  const heads = (rows[headRow] ?? []).map((column) => ({ column, head: headOf(column) }));
  return rows.slice(headRow + 1).map(
    (cells, index) =>
      new PlacedRow(
        headRow + index + 2,
        cells.map((text, at) => ({ head: heads[at]?.head, column: heads[at]?.column ?? '', text })),
      ),
  );
};

/** Every cell of rows that nobody reads, from the first of their sheet on, under its name. */
export const cellsIn = (rows: readonly (readonly string[])[], sheet: string): Unplaced[] =>
  rows.flatMap((cells, index) =>
    cells.flatMap((text) => (text.trim() === '' ? [] : [{ line: index + 1, column: sheet, text }])),
  );

/** A figure as people write it: 1,000 and ５ are figures. */
export function figure(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
