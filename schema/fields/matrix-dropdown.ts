// A table of drop-down lists 矩阵下拉: each column has options of its own.
import * as z from 'zod/mini';
import { localId } from '../ids.ts';
import {
  cellCells,
  cellColumns,
  cellPart,
  cellsSeconds,
  cellWords,
  checkCells,
  readCells,
  writeCells,
} from './cells.ts';
import { type Field, firstFilled, label, questionShape } from './field.ts';
import { checkId } from './line.ts';
import { cellKey, checkRows, tableSettings } from './matrix.ts';

const plainOption = () => z.strictObject({ id: localId(), label: label(100) });
const columnShape = () =>
  z.strictObject({
    id: localId(),
    label: label(200),
    options: z.array(plainOption()).check(z.minLength(1), z.maxLength(50)),
  });
export const shape = () =>
  questionShape('matrix-dropdown', {
    ...tableSettings(),
    columns: z.array(columnShape()).check(z.minLength(1), z.maxLength(6)),
  });
export type MatrixDropdownQuestion = z.infer<ReturnType<typeof shape>>;

const optionsOf = (question: MatrixDropdownQuestion, column: string) =>
  question.columns.find(({ id }) => id === column)?.options ?? [];

export const field: Field<MatrixDropdownQuestion, Record<string, Record<string, string>>> = {
  type: 'matrix-dropdown',
  asks: true,
  personal: false,
  labels: ['矩阵下拉题', '表格下拉题', '表格题', '矩阵下拉框'],
  problems: ['row-missing', 'row-unknown', 'cell-missing', 'choice-unknown'],
  check: (value, question) =>
    checkRows(value, question, (cells) =>
      checkCells(cells, question.columns, question.required, (cell, column) =>
        checkId(cell, optionsOf(question, column.id)),
      ),
    ),
  read: (form, question) => readCells(form, question, firstFilled),
  write: writeCells,
  count: (answer) =>
    Object.fromEntries(
      Object.entries(answer).flatMap(([row, cells]) =>
        Object.entries(cells).map(([column, option]) => [cellKey(cellPart(row, column), option), 1]),
      ),
    ),
  items: (question) =>
    question.rows.flatMap((row) =>
      question.columns.map((column) => ({
        row: cellPart(row.id, column.id),
        title: question.columns.length > 1 ? `${row.label} ${column.label}` : row.label,
        keys: column.options.map((option) => ({
          key: cellKey(cellPart(row.id, column.id), option.id),
          label: option.label,
        })),
      })),
    ),
  comparable: (question, row) =>
    question.columns.length === 1 && question.rows.some(({ id }) => id === row)
      ? { kind: 'option', options: (question.columns[0]?.options ?? []).map(({ id }) => id) }
      : { kind: 'none' },
  value: (answer, question, row) =>
    row === undefined ? Object.keys(answer) : answer[row]?.[question.columns[0]?.id ?? ''],
  columns: cellColumns,
  cells: cellCells,
  words: (answer, question) =>
    cellWords(
      answer,
      question,
      (cell, column) => optionsOf(question, column.id).find(({ id }) => id === cell)?.label ?? cell,
    ),
  seconds: cellsSeconds,
};
