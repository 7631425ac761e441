// A table of words 矩阵填空: a line in each cell.
import * as z from 'zod/mini';
import {
  cellCells,
  cellColumns,
  cellsSeconds,
  cellWords,
  checkCells,
  readCells,
  writeCells,
} from './cells.ts';
import { type Field, firstFilled, questionShape } from './field.ts';
import { headsItem } from './figures.ts';
import { checkLine } from './line.ts';
import { checkRows, columnsShape, tableSettings } from './matrix.ts';

const cellMax = 200;
export const shape = () =>
  questionShape('matrix-text', {
    ...tableSettings(),
    columns: columnsShape(10),
    maxLength: z.optional(z.int().check(z.minimum(1), z.maximum(cellMax))),
  });
export type MatrixTextQuestion = z.infer<ReturnType<typeof shape>>;

export const field: Field<MatrixTextQuestion, Record<string, Record<string, string>>> = {
  type: 'matrix-text',
  asks: true,
  personal: true,
  labels: ['矩阵填空题', '表格文本题', '矩阵填空', '表格填空题'],
  problems: ['row-missing', 'row-unknown', 'cell-missing', 'text-long', 'text-broken'],
  check: (value, question) =>
    checkRows(value, question, (cells) =>
      checkCells(cells, question.columns, question.required, (cell) =>
        checkLine(cell, question.maxLength ?? cellMax),
      ),
    ),
  read: (form, question) => readCells(form, question, firstFilled),
  write: writeCells,
  count: () => ({ _n: 1 }),
  items: (question) => [headsItem(question)],
  comparable: () => ({ kind: 'none' }),
  value: (answer) => Object.keys(answer),
  columns: cellColumns,
  cells: cellCells,
  words: (answer, question) => cellWords(answer, question),
  seconds: cellsSeconds,
};
