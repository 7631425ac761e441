// A table of scales 矩阵量表: the same points for every row.
import type * as z from 'zod/mini';
import { type BaseQuestion, type Field, questionShape } from './field.ts';
import {
  checkRows,
  countRows,
  type Row,
  readRows,
  rowCells,
  rowColumns,
  rowsSeconds,
  rowWords,
  tableSettings,
  writeRows,
} from './matrix.ts';
import { checkPoint, type Point, readPoint } from './points.ts';
import {
  pointLabel,
  type ScaleSettings,
  scaleFaults,
  scaleKeys,
  scalePoints,
  scaleSettings,
} from './scale.ts';

export const shape = () => questionShape('matrix-scale', { ...tableSettings(), ...scaleSettings() });
export type MatrixScaleQuestion = z.infer<ReturnType<typeof shape>>;

export const field: Field<BaseQuestion & ScaleSettings & { rows: Row[] }, Record<string, Point>> = {
  type: 'matrix-scale',
  asks: true,
  personal: false,
  labels: ['矩阵量表题', '矩阵评分题', '矩阵量表', '矩阵反向量表题', '矩阵滑动条'],
  problems: ['row-missing', 'row-unknown', 'point-range'],
  check: (value, question) => checkRows(value, question, (cell) => checkPoint(cell, question)),
  read: (form, question) => readRows(form, question, readPoint),
  write: writeRows,
  count: countRows,
  items: (question) =>
    question.rows.map((row) => ({
      row: row.id,
      title: row.label,
      keys: scaleKeys(question, `${row.id}:`),
      points: scalePoints(question, `${row.id}:`),
    })),
  comparable: (question, row) =>
    question.rows.some((candidate) => candidate.id === row)
      ? { kind: 'number', min: question.from, max: question.to }
      : { kind: 'none' },
  // Without a row: the rows that were filled, so that a condition may ask whether there is any.
  value: (answer, _question, row) => (row === undefined ? Object.keys(answer) : answer[row]),
  columns: rowColumns,
  cells: rowCells,
  words: (answer, question) => rowWords(answer, question, (point) => pointLabel(question, point)),
  faults: scaleFaults,
  seconds: rowsSeconds,
};
