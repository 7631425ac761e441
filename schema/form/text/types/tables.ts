// Tables, in texts: the columns on one line and a row on each other, or both as lists under 列： and 行：.
import type { QuestionOf } from '../../../fields/shapes.ts';
import { baseOf } from '../draft.ts';
import { columnsOf, rowsOf, tableOf } from '../tables.ts';
import { boundMarks, boundsOf } from './choices.ts';
import { figureMarks, figureOf } from './figures.ts';
import { labelsAlone, scaleLines, scaleMarks, scaleOf } from './points.ts';
import { line, type Said, type TextType, type Written, when } from './type.ts';

interface Named {
  label: string;
}

const rowLines = (rows: readonly Named[], lead = '') => rows.map(({ label }) => line(label, lead));
export const listed = (rows: readonly Named[], columns: readonly Said[]): Said[] => [
  { lead: '行：' },
  ...rowLines(rows, '- '),
  { lead: '列：' },
  ...columns.map((column) => ({ ...column, lead: `- ${column.lead ?? ''}` })),
];

/** A table of plain rows and columns: side by side where that is read as it is meant, else as two lists. */
const plainly = (marks: string[], rows: readonly Named[], columns: readonly Named[]): Written[] => [
  { marks, body: [{ lead: columns.map(({ label }) => label).join(' ') }, ...rowLines(rows)] },
  {
    marks,
    body: listed(
      rows,
      columns.map(({ label }) => line(label)),
    ),
  },
];

export const matrixSingle: TextType<QuestionOf<'matrix-single'>> = {
  listed: true,
  read(draft) {
    const table = tableOf(draft);
    return {
      ...baseOf(draft),
      type: 'matrix-single',
      rows: rowsOf(draft, table.rows),
      columns: columnsOf(draft, table.columns, 50),
    };
  },
  write: ({ rows, columns }) => plainly([], rows, columns),
};

export const matrixMulti: TextType<QuestionOf<'matrix-multi'>> = {
  listed: true,
  read(draft) {
    const table = tableOf(draft);
    const columns = columnsOf(draft, table.columns, 50);
    return {
      ...baseOf(draft),
      type: 'matrix-multi',
      rows: rowsOf(draft, table.rows),
      columns,
      ...boundsOf(draft, columns.length, { top: 50 }),
    };
  },
  write: ({ rows, columns, min, max }) => plainly(boundMarks(min, max), rows, columns),
};

export const matrixText: TextType<QuestionOf<'matrix-text'>> = {
  listed: true,
  read(draft) {
    const table = tableOf(draft);
    const maxLength = draft.marks.number('words', 1, 200);
    return {
      ...baseOf(draft),
      type: 'matrix-text',
      rows: rowsOf(draft, table.rows),
      columns: columnsOf(draft, table.columns, 10),
      ...(maxLength !== undefined && { maxLength }),
    };
  },
  write: ({ rows, columns, maxLength }) =>
    plainly(
      when(maxLength, (n) => `限${n}字`),
      rows,
      columns,
    ),
};

export const matrixNumber: TextType<QuestionOf<'matrix-number'>> = {
  listed: true,
  read(draft) {
    const table = tableOf(draft);
    return {
      ...baseOf(draft),
      type: 'matrix-number',
      rows: rowsOf(draft, table.rows),
      columns: columnsOf(draft, table.columns, 10),
      ...figureOf(draft),
    };
  },
  write: (question) => plainly(figureMarks(question), question.rows, question.columns),
};

export const matrixScale: TextType<QuestionOf<'matrix-scale'>> = {
  listed: true,
  read(draft) {
    const table = tableOf(draft);
    const settings = scaleOf(table.head, draft);
    const rows = rowsOf(draft, table.rows);
    // Words that are too many or too long for points are columns to choose from.
    if (!settings)
      return { ...baseOf(draft), type: 'matrix-single', rows, columns: columnsOf(draft, table.columns, 50) };
    return { ...baseOf(draft), type: 'matrix-scale', rows, ...settings };
  },
  write(question) {
    const { rows, from, to, labels, low, high } = question;
    const marks = scaleMarks(question);
    const figures = { lead: `${from}~${to}` };
    if (labels === undefined && low === undefined && high === undefined)
      return [
        { marks, body: [figures, ...rowLines(rows)] },
        { marks, body: listed(rows, [figures]) },
      ];
    const words = labelsAlone(question);
    return [
      ...(words.length > 0 ? [{ marks, body: [{ lead: words.join(' ') }, ...rowLines(rows)] }] : []),
      ...scaleLines(question).map((columns): Written => ({ marks, body: listed(rows, columns) })),
    ];
  },
};
