// Figures of one thing over periods: a point for each with the range in which it lies. Never a line between them: nothing
// is known of the time between.
import { block, type Drawing, lineOf, linesOf, type Pen, type Shape, sizeOf, widthOf } from './shape.ts';

interface TrendPoint {
  label: string;
  /** none where it may not be shown, or was asked in another way */
  range?: { value: number; low: number; high: number } | undefined;
  /** what it is a figure of is not what those before it are of: it stands behind a rule */
  apart?: boolean | undefined;
}

/** In ems. */
const tall = 10;
const widestStep = 9;
const radius = 5;

/** Whole tens around all ranges, at least 20 of the 100; from nothing on where figures go beyond. */
export function frameOf(points: readonly TrendPoint[]): { from: number; to: number } {
  const ranges = points.flatMap(({ range }) => (range ? [range] : []));
  if (ranges.length === 0) return { from: 0, to: 100 };
  const most = Math.max(...ranges.map(({ high }) => high));
  if (most > 100) return { from: 0, to: roundAbove(most) };
  const from = Math.max(0, Math.floor(Math.min(...ranges.map(({ low }) => low)) / 10) * 10);
  const to = Math.min(100, Math.ceil(most / 10) * 10);
  if (to - from >= 20) return { from, to };
  return to >= 20 ? { from: to - 20, to } : { from: 0, to: 20 };
}

/** The next of 100, 200, 500, 1,000 … */
function roundAbove(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((times) => times * ten >= value) ?? 10) * ten;
}

export function drawTrend(pen: Pen, points: readonly TrendPoint[]): Drawing {
  const size = sizeOf(pen);
  const line = lineOf(pen);
  const { from, to } = frameOf(points);
  const left = widthOf(String(Math.max(100, to)), size) + pen.em * 0.6;
  const step = Math.min((pen.width - left) / Math.max(1, points.length), widestStep * pen.em);
  const right = left + step * points.length;
  const top = line;
  const floor = top + tall * pen.em;
  const y = (value: number) => floor - ((value - from) / (to - from)) * (floor - top);
  const every = to > 100 ? to / 5 : to - from > 50 ? 20 : 10;
  const shapes: Shape[] = [];
  for (let mark = from; mark <= to; mark += every) {
    shapes.push({ kind: 'box', x: left, y: y(mark), w: right - left, h: 1, fill: 'line' });
    const words = { x: left - pen.em * 0.4, top: y(mark) - line / 2, anchor: 'end', fill: 'ink-2' } as const;
    shapes.push(...block(pen, [String(mark)], words));
  }
  const labels = points.map(({ label }) => linesOf(label, step - 4, size));
  points.forEach(({ range, apart }, at) => {
    const x = left + (at + 0.5) * step;
    if (apart) shapes.push({ kind: 'box', x: x - step / 2, y: top, w: 2, h: floor - top, fill: 'ink-2' });
    shapes.push(...block(pen, labels[at] ?? [], { x, top: floor + 6, anchor: 'middle', fill: 'ink-2' }));
    if (!range) return;
    const [high, low] = [y(range.high), y(range.low)];
    shapes.push({ kind: 'box', x: x - 4, y: high, w: 8, h: Math.max(2, low - high), fill: 'heat-3' });
    shapes.push({ kind: 'dot', x, y: y(range.value), r: radius });
    shapes.push(
      ...block(pen, [range.value.toFixed(1)], { x, top: Math.max(0, high - line), anchor: 'middle' }),
    );
  });
  const under = Math.max(1, ...labels.map((lines) => lines.length));
  return { width: pen.width, height: floor + 6 + under * line, shapes };
}
