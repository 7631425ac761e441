// How figures are counted (number, slider, indicator, calculated): a short range of whole values one by one, any other
// as a number and a sum in units of the last decimal, so that all counts are whole and exact.
import type { Counts, Item } from './field.ts';

export interface FigureRange {
  min: number;
  max: number;
  decimals: number;
  /** distance between two values; 1 unless said */
  step?: number | undefined;
}

/** The value in units of its last decimal; undefined when it has more decimals. */
export function inUnits(value: number, decimals: number): number | undefined {
  const whole = Math.round(value * 10 ** decimals);
  return whole / 10 ** decimals === value ? whole : undefined;
}

/** At most so many values are counted one by one (people in a household, ages, hundredths). */
const most = 101;

function valuesOf({ min, max, decimals, step = 1 }: FigureRange): number[] | undefined {
  if (decimals !== 0 || !Number.isInteger(min) || (max - min) / step >= most) return undefined;
  return Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, index) => min + index * step);
}

export function countFigure(value: number, range: FigureRange): Counts {
  if (valuesOf(range)) return { [String(value)]: 1 };
  return { _n: 1, _sum: inUnits(value, range.decimals) ?? 0 };
}

export function figureItem({ title }: { title: string }, range: FigureRange, unit = ''): Item {
  const values = valuesOf(range);
  const said = { row: '', title, ...(unit && { unit }) };
  if (!values) return { ...said, keys: [], base: '_n', sum: { key: '_sum', scale: 10 ** range.decimals } };
  return {
    ...said,
    keys: values.map((value) => ({ key: String(value), label: `${value}${unit}` })),
    values: values.map((value) => ({ key: String(value), value })),
  };
}

/** For what has no shares to show: how many answered. */
export const headsItem = ({ title }: { title: string }): Item => ({ row: '', title, keys: [], base: '_n' });
