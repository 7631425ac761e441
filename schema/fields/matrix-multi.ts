// A table of several choices 矩阵多选: the same columns for every row, any number of them a row.
import * as z from 'zod/mini';
import { error, type Field, fail, formName, ok, questionShape } from './field.ts';
import { checkId } from './line.ts';
import {
  cellKey,
  checkRows,
  columnsShape,
  readParts,
  rowColumns,
  rowsSeconds,
  rowWords,
  tableSettings,
  writeRows,
} from './matrix.ts';

const bound = () => z.optional(z.int().check(z.minimum(1), z.maximum(50)));
export const shape = () =>
  questionShape('matrix-multi', {
    ...tableSettings(),
    columns: columnsShape(50),
    min: bound(),
    max: bound(),
  });
export type MatrixMultiQuestion = z.infer<ReturnType<typeof shape>>;

/** Tally key of the number of answers to a row: several choices an answer. */
const baseKey = (row: string) => cellKey(row, '_n');

export const field: Field<MatrixMultiQuestion, Record<string, readonly string[]>> = {
  type: 'matrix-multi',
  asks: true,
  personal: false,
  labels: ['矩阵多选题', '矩阵多选'],
  problems: [
    'row-missing',
    'row-unknown',
    'choice-unknown',
    'choice-twice',
    'choice-too-few',
    'choice-too-many',
  ],
  check: (value, question) =>
    checkRows(value, question, (cell) => {
      const { columns, min = 1, max = columns.length } = question;
      if (!Array.isArray(cell) || cell.length === 0) return fail('wrong-shape');
      if (cell.length > columns.length) return fail('choice-twice');
      for (const one of cell) {
        const known = checkId(one, columns);
        if (!known.ok) return known;
      }
      if (new Set(cell).size !== cell.length) return fail('choice-twice');
      if (cell.length < min) return fail('choice-too-few', { min, chosen: cell.length });
      if (cell.length > max) return fail('choice-too-many', { max, chosen: cell.length });
      return ok(columns.flatMap(({ id }) => (cell.includes(id) ? [id] : [])));
    }),
  read: (form, question) =>
    readParts(question.rows, (row) => {
      const ticked = form(formName(question, row.id)).filter((id) => id !== '');
      return ticked.length > 0 ? ticked : undefined;
    }),
  write: writeRows,
  count: (answer) =>
    Object.fromEntries(
      Object.entries(answer).flatMap(([row, chosen]) => [
        ...chosen.map((id): [string, number] => [cellKey(row, id), 1]),
        [baseKey(row), 1],
      ]),
    ),
  items: (question) =>
    question.rows.map((row) => ({
      row: row.id,
      title: row.label,
      keys: question.columns.map((column) => ({ key: cellKey(row.id, column.id), label: column.label })),
      base: baseKey(row.id),
    })),
  comparable: (question, row) =>
    question.rows.some((candidate) => candidate.id === row)
      ? { kind: 'options', options: question.columns.map((column) => column.id) }
      : { kind: 'none' },
  value: (answer, _question, row) => (row === undefined ? Object.keys(answer) : answer[row]),
  columns: rowColumns,
  cells: (answer, question) => question.rows.map((row) => answer[row.id]?.join(';') ?? ''),
  words: (answer, question) =>
    rowWords(answer, question, (chosen) =>
      chosen.map((id) => question.columns.find((column) => column.id === id)?.label ?? id).join('、'),
    ),
  faults: ({ columns, min = 1, max = columns.length }) =>
    min > max || min > columns.length ? [error('contradictory-range')] : [],
  seconds: rowsSeconds,
};
