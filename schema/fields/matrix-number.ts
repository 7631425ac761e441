// A table of figures 矩阵数字: a number in each cell, all between the same two ends.
import * as z from 'zod/mini';
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
import { contradictory, error, type Field, label, questionShape } from './field.ts';
import { inUnits } from './figures.ts';
import { cellKey, checkRows, columnsShape, tableSettings } from './matrix.ts';
import { checkNumber, numberEnds, numberRange, readFigure } from './number.ts';

export const shape = () =>
  questionShape('matrix-number', {
    ...tableSettings(),
    columns: columnsShape(10),
    ...numberEnds(),
    unit: z.optional(label(10)),
  });
export type MatrixNumberQuestion = z.infer<ReturnType<typeof shape>>;

/** Tally keys of a cell: how many filled it in, and what these make together. */
const keysOf = (row: string, column: string) => {
  const cell = cellPart(row, column);
  return { n: cellKey(cell, '_n'), sum: cellKey(cell, '_sum') };
};

export const field: Field<MatrixNumberQuestion, Record<string, Record<string, number>>> = {
  type: 'matrix-number',
  asks: true,
  personal: false,
  labels: ['矩阵数字题', '表格数值题', '矩阵数值题'],
  problems: [
    'row-missing',
    'row-unknown',
    'cell-missing',
    'not-a-number',
    'not-whole',
    'number-range',
    'number-decimals',
  ],
  check: (value, question) =>
    checkRows(value, question, (cells) =>
      checkCells(cells, question.columns, question.required, (cell) => checkNumber(cell, question)),
    ),
  read: (form, question) => readCells(form, question, readFigure),
  write: writeCells,
  count: (answer, question) =>
    Object.fromEntries(
      Object.entries(answer).flatMap(([row, cells]) =>
        Object.entries(cells).flatMap(([column, cell]): [string, number][] => {
          const { n, sum } = keysOf(row, column);
          return [
            [n, 1],
            [sum, inUnits(cell, numberRange(question).decimals) ?? 0],
          ];
        }),
      ),
    ),
  items: (question) =>
    question.rows.flatMap((row) =>
      question.columns.map((column) => {
        const { n, sum } = keysOf(row.id, column.id);
        return {
          row: cellPart(row.id, column.id),
          title: question.columns.length > 1 ? `${row.label} ${column.label}` : row.label,
          keys: [],
          base: n,
          sum: { key: sum, scale: 10 ** numberRange(question).decimals },
          unit: question.unit,
        };
      }),
    ),
  // With one column a row is a figure; with several, only all together are (`total`).
  comparable: (question, row) =>
    question.columns.length === 1 && question.rows.some(({ id }) => id === row)
      ? { kind: 'number', ...numberRange(question) }
      : { kind: 'none' },
  value: (answer, question, row) =>
    row === undefined ? Object.keys(answer) : answer[row]?.[question.columns[0]?.id ?? ''],
  columns: cellColumns,
  cells: cellCells,
  words: (answer, question) => cellWords(answer, question, (cell) => `${cell}${question.unit ?? ''}`),
  faults: ({ min, max }) => (contradictory(min, max) ? [error('contradictory-range')] : []),
  seconds: cellsSeconds,
};
