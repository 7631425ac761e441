// What tables share whose cells are filled in one by one: a value a cell, by row and column.
import {
  type Checked,
  type FormReader,
  type FormValues,
  fail,
  firstFilled,
  formName,
  isRecord,
  ok,
} from './field.ts';
import { type Column, type MatrixQuestion, type Row, readParts, rowWords } from './matrix.ts';

/** Name of the part of a cell in a plain form: row and column apart in a character that no id has. */
export const cellPart = (row: string, column: string) => `${row}.${column}`;

/** Checks the cells of one row by column. A row counts as answered once a cell is; a required table needs every cell. */
export function checkCells<C>(
  value: unknown,
  columns: readonly Column[],
  required: boolean | undefined,
  checkCell: (cell: unknown, column: Column) => Checked<C>,
): Checked<Record<string, C>> {
  if (!isRecord(value)) return fail('wrong-shape');
  const given = new Map(Object.entries(value));
  const cells: Record<string, C> = {};
  for (const column of columns) {
    const cell = given.get(column.id);
    given.delete(column.id);
    if (cell === undefined || cell === null || cell === '') {
      if (required) return fail('cell-missing', { column: column.label });
      continue;
    }
    const checked = checkCell(cell, column);
    if (!checked.ok) {
      const { code, args } = checked.problem;
      return fail(code, { ...args, column: column.label });
    }
    cells[column.id] = checked.value;
  }
  if (given.size > 0) return fail('row-unknown', { row: [...given.keys()][0]?.slice(0, 24) ?? '' });
  return Object.keys(cells).length > 0 ? ok(cells) : fail('row-missing', {});
}

/** The cells of a table in a plain form post. */
export const readCells = (
  form: FormReader,
  question: MatrixQuestion & { columns: readonly Column[] },
  cell: (typed: readonly string[]) => unknown,
) =>
  readParts(question.rows, (row) =>
    readParts(question.columns, (column) => {
      const typed = form(formName(question, cellPart(row.id, column.id)));
      return firstFilled(typed) === undefined ? undefined : cell(typed);
    }),
  );

type Cells<C> = Record<string, Record<string, C>>;

export const writeCells = (answer: Cells<unknown>, question: { id: string }): FormValues =>
  Object.fromEntries(
    Object.entries(answer).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, cell]) => [
        formName(question, cellPart(row, column)),
        [String(cell)],
      ]),
    ),
  );

export const cellColumns = (question: MatrixQuestion & { columns: readonly Column[] }) =>
  question.rows.flatMap((row) =>
    question.columns.map((column) => ({
      suffix: cellPart(row.id, column.id),
      label: `${question.title} ${row.label} ${column.label}`,
    })),
  );

export const cellCells = <C extends string | number>(
  answer: Cells<C>,
  question: MatrixQuestion & { columns: readonly Column[] },
) => question.rows.flatMap((row) => question.columns.map((column) => answer[row.id]?.[column.id] ?? ''));

/** `行一：甲 3，乙 5；行二：甲 1` */
export const cellWords = <C>(
  answer: Cells<C>,
  question: MatrixQuestion & { columns: readonly Column[] },
  words: (cell: C, column: Column) => string = String,
) =>
  rowWords(answer, question, (cells) =>
    question.columns
      .flatMap((column) => {
        const cell = cells[column.id];
        return cell === undefined ? [] : [`${column.label} ${words(cell, column)}`];
      })
      .join('，'),
  );

export const cellsSeconds = ({ rows, columns }: { rows: readonly Row[]; columns: readonly Column[] }) =>
  6 + 5 * rows.length * columns.length;
