// A table of figures, the darker the larger. It keeps room for its figures: on a phone it is wider than the page and
// scrolls in its box.
import {
  block,
  type Drawing,
  type Ink,
  lineOf,
  linesOf,
  type Pen,
  type Shape,
  sizeOf,
  widthOf,
} from './shape.ts';

export interface Grid {
  columns: readonly string[];
  rows: readonly {
    title: string;
    /** behind its cells: of how many */
    end: string;
    /** instead of its cells: why there are none */
    veiled?: string | undefined;
    /** null where it may not be shown */
    cells: readonly ({ words: string; step: 1 | 2 | 3 | 4 | 5 } | null)[];
  }[];
}

/** Ems: a cell at least, and at most; the label of a row at most. */
const cell = { least: 2.45, most: 9 };
const labelMost = 11;

export function drawGrid(pen: Pen, { columns, rows }: Grid): Drawing {
  const size = sizeOf(pen);
  const line = lineOf(pen);
  const gap = pen.em * 0.6;
  const endWidth = Math.max(...rows.map(({ end }) => widthOf(end, size))) + gap;
  const longest = Math.max(...rows.map(({ title }) => widthOf(title, size)));
  const left = Math.min(longest + 1, labelMost * pen.em, pen.width * 0.36) + gap;
  const room = (pen.width - left - endWidth) / Math.max(1, columns.length);
  const wide = Math.min(cell.most * pen.em, Math.max(cell.least * pen.em, room));
  const width = Math.max(pen.width, left + wide * columns.length + endWidth);
  const heads = columns.map((label) => linesOf(label, wide - 4, size));
  const headLines = Math.max(0, ...heads.map((lines) => lines.length));
  const shapes: Shape[] = heads.flatMap((lines, at) =>
    block(pen, lines, {
      x: left + (at + 0.5) * wide,
      top: (headLines - lines.length) * line,
      anchor: 'middle',
      fill: 'ink-2',
    }),
  );
  let top = headLines * line + 4;
  for (const row of rows) {
    const label = linesOf(row.title, left - gap, size);
    const height = Math.max(label.length * line, line + 8);
    const middle = top + (height - line) / 2;
    shapes.push(...block(pen, label, { x: 0, top: top + (height - label.length * line) / 2 }));
    if (row.veiled) {
      const across = Math.min(pen.width - left, wide * columns.length);
      shapes.push({ kind: 'box', x: left, y: top, w: pen.em * 2.5, h: height - 2, fill: 'hatch' });
      const [reason = ''] = linesOf(row.veiled, across * 2, size);
      shapes.push(...block(pen, [reason], { x: left + pen.em * 2.5 + gap, top: middle, fill: 'ink-2' }));
    } else {
      columns.forEach((_, at) => {
        const cell = row.cells[at];
        const place = { x: left + at * wide, y: top, w: wide - 2, h: height - 2 };
        if (!cell) {
          shapes.push({ kind: 'box', ...place, fill: 'hatch' });
          return;
        }
        const fill: Ink = cell.step > 3 ? 'heat-on' : 'ink';
        shapes.push({ kind: 'box', ...place, fill: `heat-${cell.step}` });
        if (cell.words !== '')
          shapes.push(
            ...block(pen, [cell.words], {
              x: place.x + place.w / 2,
              top: middle - 1,
              anchor: 'middle',
              fill,
            }),
          );
      });
      shapes.push(
        ...block(pen, [row.end], {
          x: left + wide * columns.length + endWidth,
          top: middle,
          anchor: 'end',
          fill: 'ink-2',
        }),
      );
    }
    top += height;
  }
  return { width, height: top, shapes };
}
