// What the matrix types share: rows with stable ids, one answer a row, all rows or none when required.
import * as z from 'zod/mini';
import { localId } from '../ids.ts';
import { carryShape, conditionShape } from '../logic/shapes.ts';
import {
  type Checked,
  type Counts,
  type FormReader,
  type FormValues,
  fail,
  firstFilled,
  formName,
  isRecord,
  label,
  ok,
} from './field.ts';

/** Rows of a table; a row may have a condition of its own. */
export const rowsShape = () =>
  z
    .array(z.strictObject({ id: localId(), label: label(200), showIf: z.optional(conditionShape()) }))
    .check(z.minLength(1), z.maxLength(50));
export type Row = z.infer<ReturnType<typeof rowsShape>>[number];

/** What every table has: its rows, which may be carried forward from what was chosen before. */
export const tableSettings = () => ({ rows: rowsShape(), carry: carryShape() });

/** Columns that are chosen from, or filled in. */
export const columnsShape = (most: number) =>
  z.array(z.strictObject({ id: localId(), label: label(200) })).check(z.minLength(1), z.maxLength(most));
export type Column = z.infer<ReturnType<typeof columnsShape>>[number];

/** Tally key of a cell: row and value apart, in a character that no id has. */
export const cellKey = (row: string, value: string | number) => `${row}:${value}`;

export interface MatrixQuestion {
  id: string;
  title: string;
  required?: boolean | undefined;
  rows: Row[];
}

/** Checks row by row, in the order of the rows; a required matrix needs every row. */
export function checkRows<C>(
  value: unknown,
  question: MatrixQuestion,
  checkCell: (cell: unknown) => Checked<C>,
): Checked<Record<string, C>> {
  if (!isRecord(value)) return fail('wrong-shape');
  const given = new Map(Object.entries(value));
  const answer: Record<string, C> = {};
  for (const row of question.rows) {
    const cell = given.get(row.id);
    given.delete(row.id);
    if (cell === undefined || cell === null) {
      if (question.required) return fail('row-missing', { row: row.label });
      continue;
    }
    const checked = checkCell(cell);
    if (!checked.ok)
      return {
        ok: false,
        problem: { ...checked.problem, args: { ...checked.problem.args, row: row.label } },
      };
    answer[row.id] = checked.value;
  }
  const stranger = [...given.keys()][0];
  if (stranger !== undefined) return fail('row-unknown', { row: stranger.slice(0, 24) });
  return Object.keys(answer).length > 0 ? ok(answer) : fail('required');
}

/** The filled rows of a plain form post; undefined when no row was touched. */
export const readRows = (form: FormReader, question: MatrixQuestion, cell: (typed: string) => unknown) =>
  readParts(question.rows, (row) => {
    const typed = firstFilled(form(formName(question, row.id)));
    return typed === undefined ? undefined : cell(typed);
  });

/** What was filled in of several parts, by their ids; undefined when nothing was. */
export function readParts<P extends { id: string }>(
  parts: readonly P[],
  read: (part: P) => unknown,
): Record<string, unknown> | undefined {
  const filled = parts.flatMap((part) => {
    const value = read(part);
    return value === undefined ? [] : [[part.id, value] as const];
  });
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

export const writeRows = (answer: Readonly<Record<string, unknown>>, question: { id: string }): FormValues =>
  Object.fromEntries(
    Object.entries(answer).map(([row, cell]) => [
      formName(question, row),
      Array.isArray(cell) ? cell.map(String) : [String(cell)],
    ]),
  );

/** A glance at the table, and a tap a row. */
export const rowsSeconds = (question: { rows: readonly Row[] }) => 4 + 4 * question.rows.length;

export function countRows(answer: Record<string, string | number>): Counts {
  return Object.fromEntries(Object.entries(answer).map(([row, value]) => [cellKey(row, value), 1]));
}

export const rowColumns = (question: MatrixQuestion) =>
  question.rows.map((row) => ({ suffix: row.id, label: `${question.title} ${row.label}` }));

export const rowCells = (answer: Record<string, string | number>, question: MatrixQuestion) =>
  question.rows.map((row) => answer[row.id] ?? '');

export const rowWords = <C>(
  answer: Record<string, C>,
  question: MatrixQuestion,
  words: (cell: C) => string,
) =>
  question.rows
    .flatMap((row) => {
      const cell = answer[row.id];
      return cell === undefined ? [] : [`${row.label}：${words(cell)}`];
    })
    .join('；');
