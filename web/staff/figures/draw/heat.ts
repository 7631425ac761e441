// A table of shares, the darker the larger. It keeps room for its figures: on a phone it is wider than the page and
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
} from '../../../ui/drawing/shape.ts';
import { count, percent } from '../../../ui/figures.ts';
import type { ChartOf } from '../charts/chart.ts';
import { veiledWords } from '../charts/table.ts';
import { t } from '../words.ts';

/** Ems: a cell at least, and at most; the label of a row at most. */
const cell = { least: 2.45, most: 9 };
const labelMost = 11;

/** Fifths, each a step darker. */
const stepOf = (share: number): 1 | 2 | 3 | 4 | 5 => {
  if (share < 0.2) return 1;
  if (share < 0.4) return 2;
  if (share < 0.6) return 3;
  return share < 0.8 ? 4 : 5;
};

export function drawHeat(pen: Pen, { columns, rows }: ChartOf<'heat'>): Drawing {
  const size = sizeOf(pen);
  const line = lineOf(pen);
  const gap = pen.em * 0.6;
  const bases = rows.map(({ base, veiled }) => (veiled ? '' : t('ofBase', { n: count(base) })));
  const baseWidth = Math.max(...bases.map((one) => widthOf(one, size))) + gap;
  const longest = Math.max(...rows.map(({ title }) => widthOf(title, size)));
  const left = Math.min(longest + 1, labelMost * pen.em, pen.width * 0.36) + gap;
  const room = (pen.width - left - baseWidth) / Math.max(1, columns.length);
  const wide = Math.min(cell.most * pen.em, Math.max(cell.least * pen.em, room));
  const width = Math.max(pen.width, left + wide * columns.length + baseWidth);
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
  rows.forEach((row, index) => {
    const label = linesOf(row.title, left - gap, size);
    const height = Math.max(label.length * line, line + 8);
    const middle = top + (height - line) / 2;
    shapes.push(...block(pen, label, { x: 0, top: top + (height - label.length * line) / 2 }));
    if (row.veiled) {
      const across = Math.min(pen.width - left, wide * columns.length);
      shapes.push({ kind: 'box', x: left, y: top, w: pen.em * 2.5, h: height - 2, fill: 'hatch' });
      const [reason = ''] = linesOf(veiledWords(row.veiled), across * 2, size);
      shapes.push(...block(pen, [reason], { x: left + pen.em * 2.5 + gap, top: middle, fill: 'ink-2' }));
    } else {
      columns.forEach((_, at) => {
        const n = row.n[at];
        const place = { x: left + at * wide, y: top, w: wide - 2, h: height - 2 };
        if (n === null || n === undefined) {
          shapes.push({ kind: 'box', ...place, fill: 'hatch' });
          return;
        }
        const step = stepOf(row.base > 0 ? n / row.base : 0);
        const fill: Ink = step > 3 ? 'heat-on' : 'ink';
        shapes.push({ kind: 'box', ...place, fill: `heat-${step}` });
        if (row.base > 0)
          shapes.push(
            ...block(pen, [percent(n, row.base)], {
              x: place.x + place.w / 2,
              top: middle - 1,
              anchor: 'middle',
              fill,
            }),
          );
      });
      shapes.push(
        ...block(pen, [bases[index] ?? ''], {
          x: left + wide * columns.length + baseWidth,
          top: middle,
          anchor: 'end',
          fill: 'ink-2',
        }),
      );
    }
    top += height;
  });
  return { width, height: top, shapes };
}
