// What a tally says about one countable line: its base, its bars and its measures.
import type { Counts, Item } from '../fields/field.ts';
import type { Measured, Sureness } from './interval.ts';
import { type Mapping, valuesOf } from './mapping.ts';
import { index, mean, nps, type PointCount, satisfied } from './points.ts';

export interface Bar {
  key: string;
  label: string;
  n: number;
  /** 不了解: shown, and outside every base */
  missing: boolean;
  /** no longer offered */
  retired: boolean;
}

export interface ItemMeasures {
  base: number;
  bars: Bar[];
  score: Measured | null;
  satisfied: Measured | null;
  nps: Measured | null;
  mean: number | null;
}

/** A figure with what it is a number of: `5 天`, `50.7%`. */
export const withUnit = (figure: string, unit: string): string =>
  /^[\p{L}\p{N}]/u.test(unit) ? `${figure} ${unit}` : `${figure}${unit}`;

export interface MeasureOptions extends Sureness {
  /** type of the question */
  type: string;
  /** what the points are worth; without it, equal steps from 0 to 100 */
  mapping?: Mapping | undefined;
  /** keys of older versions stand on another scale: counts are shown, but not put together as one score */
  mixed?: boolean;
}

/** Answers in the base of an item: without 不了解. */
export function baseOf(item: Item, counts: Counts): number {
  if (item.base !== undefined) return counts[item.base] ?? 0;
  return item.keys.reduce((sum, { key, missing }) => sum + (missing ? 0 : (counts[key] ?? 0)), 0);
}

export function measure(
  item: Item,
  counts: Counts,
  { type, N, z, mapping, mixed = false }: MeasureOptions,
): ItemMeasures {
  const base = baseOf(item, counts);
  const bars = item.keys.map(({ key, label, missing, retired }) => ({
    key,
    label,
    n: counts[key] ?? 0,
    missing: missing === true,
    retired: retired === true,
  }));
  const points: PointCount[] = mixed
    ? []
    : (item.points ?? []).map(({ key, point }) => ({ point, n: counts[key] ?? 0 }));
  return {
    base,
    bars,
    score: index(points, { N, z, values: mapping && valuesOf(mapping, points) }),
    satisfied: item.marks ? null : satisfied(points, { N, z }),
    nps: type === 'nps' ? nps(points, { N, z }) : null,
    mean: mean(points) ?? meanOfSum(item, counts, base) ?? meanOfValues(item, counts),
  };
}

/** A number counted as a sum: counts[sum] / scale / base. */
const meanOfSum = ({ sum }: Item, counts: Counts, base: number) =>
  sum && base > 0 ? (counts[sum.key] ?? 0) / sum.scale / base : null;

/** A number of a short range is counted value by value: its keys are the values. */
const meanOfValues = ({ values = [] }: Item, counts: Counts) =>
  mean(values.map(({ key, value }) => ({ point: value, n: counts[key] ?? 0 })));
