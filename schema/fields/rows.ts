// A table that the resident extends 自增表格: as many lines as are needed, the same few columns in each.
import * as z from 'zod/mini';
import { localId } from '../ids.ts';
import { cellPart } from './cells.ts';
import { isDay, readDay } from './date.ts';
import {
  type Checked,
  contradictory,
  error,
  type Field,
  fail,
  firstFilled,
  formName,
  inLanguage,
  isRecord,
  label,
  ok,
  questionShape,
} from './field.ts';
import { headsItem } from './figures.ts';
import { checkId, checkLine } from './line.ts';
import { readParts } from './matrix.ts';
import { checkNumber, readFigure } from './number.ts';
import { checkPhone } from './phone.ts';

const kinds = ['text', 'number', 'phone', 'date', 'choice'] as const;
const columnShape = () =>
  z.strictObject({
    id: localId(),
    label: label(100),
    kind: z.enum(kinds),
    required: z.optional(z.boolean()),
    /** of a number */
    min: z.optional(z.number().check(z.minimum(-10_000_000), z.maximum(10_000_000))),
    max: z.optional(z.number().check(z.minimum(-10_000_000), z.maximum(10_000_000))),
    /** of a choice */
    options: z.optional(
      z.array(z.strictObject({ id: localId(), label: label(100) })).check(z.minLength(1), z.maxLength(50)),
    ),
  });
export type RowsColumn = z.infer<ReturnType<typeof columnShape>>;

const count = () => z.optional(z.int().check(z.minimum(1), z.maximum(30)));
export const shape = () =>
  questionShape('rows', {
    columns: z.array(columnShape()).check(z.minLength(1), z.maxLength(8)),
    min: count(),
    max: count(),
    /** on the button that adds a line: 再加一人 */
    addWord: z.optional(label(20)),
  });
export type RowsQuestion = z.infer<ReturnType<typeof shape>>;

/** Lines at most, and lines that a page without a script shows. */
export const mostRows = ({ max = 20 }: Pick<RowsQuestion, 'max'>) => max;

type Line = Record<string, string | number>;

const lineWords = (line: number, question: RowsQuestion) =>
  inLanguage(question, { zh: `第 ${line} 行`, en: `line ${line}` });

function checkCell(value: unknown, column: RowsColumn): Checked<string | number> {
  switch (column.kind) {
    case 'text':
      return checkLine(value, 200);
    case 'number':
      return checkNumber(value, { min: column.min ?? -10_000_000, max: column.max, decimals: 2 });
    case 'phone':
      return checkPhone(value);
    case 'date':
      return typeof value === 'string' && isDay(value) ? ok(value) : fail('date-format');
    case 'choice':
      return checkId(value, column.options ?? []);
  }
}

function readCell(typed: readonly string[], column: RowsColumn): unknown {
  if (column.kind === 'number') return readFigure(typed);
  return column.kind === 'date' ? readDay(typed) : firstFilled(typed);
}

const cellWords = (cell: string | number, column: RowsColumn) =>
  column.options?.find(({ id }) => id === cell)?.label ?? String(cell);

export const field: Field<RowsQuestion, readonly Line[]> = {
  type: 'rows',
  asks: true,
  personal: true,
  identifies: ({ columns }) => (columns.some(({ kind }) => kind === 'phone') ? 'by-looking-up' : undefined),
  labels: ['自增表格题', '自增表格', '可增行表格题', '动态表格'],
  problems: [
    'rows-few',
    'rows-many',
    'cell-missing',
    'row-unknown',
    'text-long',
    'text-broken',
    'not-a-number',
    'number-range',
    'number-decimals',
    'phone',
    'phone-mobile',
    'date-format',
    'choice-unknown',
  ],
  check(value, question) {
    if (!Array.isArray(value) || value.length === 0) return fail('wrong-shape');
    const { min = 1 } = question;
    const max = mostRows(question);
    if (value.length > max) return fail('rows-many', { max, lines: value.length });
    const lines: Line[] = [];
    for (const [index, given] of value.entries()) {
      if (!isRecord(given)) return fail('wrong-shape');
      // Left empty between two others.
      if (Object.keys(given).length === 0) continue;
      const where = { row: lineWords(index + 1, question), line: index + 1 };
      const line: Line = {};
      for (const column of question.columns) {
        const cell = Object.hasOwn(given, column.id) ? given[column.id] : undefined;
        if (cell === undefined || cell === null || cell === '') {
          if (column.required) return fail('cell-missing', { ...where, column: column.label });
          continue;
        }
        const checked = checkCell(cell, column);
        if (!checked.ok)
          return fail(checked.problem.code, { ...checked.problem.args, ...where, column: column.label });
        line[column.id] = checked.value;
      }
      const stranger = Object.keys(given).find((key) => question.columns.every(({ id }) => id !== key));
      if (stranger !== undefined) return fail('row-unknown', { row: stranger.slice(0, 24) });
      if (Object.keys(line).length > 0) lines.push(line);
    }
    if (lines.length === 0) return fail('required');
    return lines.length < min ? fail('rows-few', { min, lines: lines.length }) : ok(lines);
  },
  read(form, question) {
    // In their places, so that what is wrong is named by the line in which it stands.
    const lines = Array.from({ length: mostRows(question) }, (_, index) =>
      readParts(question.columns, (column) =>
        readCell(form(formName(question, cellPart(String(index), column.id))), column),
      ),
    );
    while (lines.length > 0 && lines[lines.length - 1] === undefined) lines.pop();
    return lines.length > 0 ? lines.map((line) => line ?? {}) : undefined;
  },
  write: (answer, question) =>
    Object.fromEntries(
      answer.flatMap((line, index) =>
        Object.entries(line).map(([column, cell]) => [
          formName(question, cellPart(String(index), column)),
          [String(cell)],
        ]),
      ),
    ),
  count: (answer) => ({ _n: 1, _sum: answer.length }),
  items: (question) => [
    {
      ...headsItem(question),
      sum: { key: '_sum', scale: 1 },
      unit: inLanguage(question, { zh: '行', en: 'lines' }),
    },
  ],
  comparable: () => ({ kind: 'none' }),
  value: (answer) => answer.map((_, index) => String(index + 1)),
  // A file has as many columns as the form allows lines, so that every answer has the same.
  columns: (question) =>
    Array.from({ length: mostRows(question) }, (_, index) =>
      question.columns.map(({ id, label }) => ({
        suffix: cellPart(String(index + 1), id),
        label: `${question.title} ${index + 1} ${label}`,
      })),
    ).flat(),
  cells: (answer, question) =>
    Array.from({ length: mostRows(question) }, (_, index) =>
      question.columns.map(({ id }) => answer[index]?.[id] ?? ''),
    ).flat(),
  cellsInWords: (answer, question) =>
    Array.from({ length: mostRows(question) }, (_, index) =>
      question.columns.map((column) => cellWords(answer[index]?.[column.id] ?? '', column)),
    ).flat(),
  words: (answer, question) =>
    answer
      .map((line, index) => {
        const cells = question.columns.flatMap((column) => {
          const cell = line[column.id];
          return cell === undefined ? [] : [`${column.label} ${cellWords(cell, column)}`];
        });
        return `${index + 1}. ${cells.join('，')}`;
      })
      .join('\n'),
  faults: ({ min, max, columns }) => [
    ...([{ min, max }, ...columns].some((ends) => contradictory(ends.min, ends.max))
      ? [error('contradictory-range')]
      : []),
    ...(columns.some(({ kind, options }) => (kind === 'choice') !== (options !== undefined))
      ? [error('no-options-left')]
      : []),
  ],
  seconds: ({ columns }) => 10 + 8 * columns.length * 2,
};
