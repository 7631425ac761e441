// A table of single choices 矩阵单选: the same columns for every row.
import type * as z from 'zod/mini';
import { type Field, fail, ok, questionShape } from './field.ts';
import {
  cellKey,
  checkRows,
  columnsShape,
  countRows,
  readRows,
  rowCells,
  rowColumns,
  rowsSeconds,
  rowWords,
  tableSettings,
  writeRows,
} from './matrix.ts';

export const shape = () => questionShape('matrix-single', { ...tableSettings(), columns: columnsShape(50) });
export type MatrixSingleQuestion = z.infer<ReturnType<typeof shape>>;

export const field: Field<MatrixSingleQuestion, Record<string, string>> = {
  type: 'matrix-single',
  asks: true,
  personal: false,
  labels: ['矩阵单选题', '矩阵题', '矩阵单选'],
  problems: ['row-missing', 'row-unknown', 'choice-unknown'],
  check: (value, question) =>
    checkRows(value, question, (cell) => {
      if (typeof cell !== 'string') return fail('wrong-shape');
      const known = question.columns.some((column) => column.id === cell);
      return known ? ok(cell) : fail('choice-unknown', { option: cell.slice(0, 24) });
    }),
  read: (form, question) => readRows(form, question, (typed) => typed),
  write: writeRows,
  count: countRows,
  items: (question) =>
    question.rows.map((row) => ({
      row: row.id,
      title: row.label,
      keys: question.columns.map((column) => ({ key: cellKey(row.id, column.id), label: column.label })),
    })),
  comparable: (question, row) =>
    question.rows.some((candidate) => candidate.id === row)
      ? { kind: 'option', options: question.columns.map((column) => column.id) }
      : { kind: 'none' },
  // Without a row: the rows that were filled, so that a condition may ask whether there is any.
  value: (answer, _question, row) => (row === undefined ? Object.keys(answer) : answer[row]),
  columns: rowColumns,
  cells: rowCells,
  words: (answer, question) =>
    rowWords(
      answer,
      question,
      (cell) => question.columns.find((column) => column.id === cell)?.label ?? cell,
    ),
  seconds: rowsSeconds,
};
