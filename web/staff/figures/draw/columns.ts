// A column for each figure or step: how many stands on it where there is room, what it is below the line.

import {
  block,
  type Drawing,
  lineOf,
  linesOf,
  type Pen,
  type Shape,
  sizeOf,
  widthOf,
} from '../../../ui/drawing/shape.ts';
import { count } from '../../../ui/figures.ts';
import type { ChartOf } from '../charts/chart.ts';

/** In ems. */
const tall = 9;
const widestColumn = 5;

export function drawColumns(pen: Pen, { columns }: ChartOf<'columns'>): Drawing {
  const size = sizeOf(pen);
  const line = lineOf(pen);
  const step = Math.min(pen.width / Math.max(1, columns.length), widestColumn * pen.em);
  const most = Math.max(1, ...columns.map(({ n }) => n));
  const width = Math.max(1, step - Math.max(2, step * 0.2));
  const floor = line + tall * pen.em;
  const figuresFit = columns.every(({ n }) => widthOf(count(n), size) <= step - 1);
  // Every label, broken in lines; or each second, third … on one line, where they would be broken in too many.
  const broken = columns.map(({ label }) => linesOf(label, step - 2, size));
  const whole = (label: string) =>
    label.split(/\s/).every((word) => /[⺀-￯]/.test(word) || widthOf(word, size) <= step - 2);
  const fit = broken.every((lines) => lines.length <= 3) && columns.every(({ label }) => whole(label));
  const longest = Math.max(1, ...columns.map(({ label }) => widthOf(label, size)));
  const every = fit ? 1 : Math.max(1, Math.ceil((longest + pen.em * 0.5) / step));
  const shapes: Shape[] = [{ kind: 'box', x: 0, y: floor, w: step * columns.length, h: 1, fill: 'line' }];
  columns.forEach(({ label, n }, at) => {
    const middle = (at + 0.5) * step;
    const h = (n / most) * tall * pen.em;
    if (n > 0)
      shapes.push({
        kind: 'box',
        x: middle - width / 2,
        y: floor - Math.max(1, h),
        w: width,
        h: Math.max(1, h),
        fill: 'accent',
      });
    if (figuresFit)
      shapes.push(
        ...block(pen, [count(n)], {
          x: middle,
          top: floor - h - line,
          anchor: 'middle',
          fill: n > 0 ? 'ink' : 'ink-2',
        }),
      );
    if (at % every === 0) {
      const lines = fit ? (broken[at] ?? []) : [label];
      // The last ones must not run over the edge.
      const anchor = fit || middle + longest / 2 <= pen.width ? 'middle' : 'end';
      const x =
        anchor === 'end'
          ? Math.min(pen.width, step * columns.length)
          : Math.max(middle, fit ? 0 : widthOf(label, size) / 2);
      shapes.push(...block(pen, lines, { x, top: floor + 4, anchor, fill: 'ink-2' }));
    }
  });
  const under = fit ? Math.max(0, ...broken.map((lines) => lines.length)) : 1;
  return { width: pen.width, height: floor + 4 + under * line, shapes };
}
