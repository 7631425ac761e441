// Rows of figures on 0–100, each with the range in which it lies: a dot on a bar with ends, and an outlined dot for what
// it is compared with.
import { drawRows } from './rows.ts';
import type { Drawing, Pen, Shape } from './shape.ts';

interface Range {
  value?: number | undefined;
  low: number;
  high: number;
}

interface RangeRow {
  label: string;
  /** at the end of the row */
  figure: string;
  /** instead of the bar: why there is none */
  veiled?: string | undefined;
  /** without a value, a range alone */
  range?: Range | undefined;
  before?: number | undefined;
}

const radius = 5;
const within = (value: number) => Math.min(100, Math.max(0, value)) / 100;

export const drawRanges = (pen: Pen, rows: readonly RangeRow[]): Drawing =>
  drawRows(
    pen,
    rows.map(({ label, figure, veiled, range, before }) => ({
      label,
      figure,
      veiled,
      bar: (place) => (range ? rangeOn(place, range, before) : []),
    })),
    pen.em * 1.1,
  );

function rangeOn(
  { x, y, w, h }: { x: number; y: number; w: number; h: number },
  { value, low, high }: Range,
  before: number | undefined,
): Shape[] {
  const middle = y + h / 2;
  const at = (one: number) => x + within(one) * w;
  return [
    { kind: 'box', x, y: middle - 1, w, h: 2, fill: 'line' },
    { kind: 'box', x: at(low), y: middle - 4, w: Math.max(2, at(high) - at(low)), h: 8, fill: 'heat-3' },
    ...(before === undefined
      ? []
      : [{ kind: 'dot' as const, x: at(before), y: middle, r: radius, hollow: true }]),
    ...(value === undefined ? [] : [{ kind: 'dot' as const, x: at(value), y: middle, r: radius }]),
  ];
}
