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
  /** without those that are closed */
  bars: Bar[];
  /** what is closed, with the number of its answers together; null where an answer may hold several of them */
  others: { n: number | null; labels: string[] } | null;
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
  /** what of it may be shown; all of it unless said (schema/measures/closing.ts) */
  open?: Open | undefined;
}

/** What may be shown of a line. */
export interface Open {
  shows(key: string): boolean;
  mean: boolean;
}

const everything: Open = { shows: () => true, mean: true };

/** Keys that one answer may hold several of. */
export const isSeveral = (item: Item): boolean => item.base !== undefined && item.keys.length > 0;

/** Answers in the base of an item: without 不了解. */
export function baseOf(item: Item, counts: Counts): number {
  if (item.base !== undefined) return counts[item.base] ?? 0;
  return item.keys.reduce((sum, { key, missing }) => sum + (missing ? 0 : (counts[key] ?? 0)), 0);
}

export function measure(
  item: Item,
  counts: Counts,
  { type, N, z, mapping, mixed = false, open = everything }: MeasureOptions,
): ItemMeasures {
  const base = baseOf(item, counts);
  const closed = item.keys.filter(({ key, missing }) => !missing && !open.shows(key));
  const isOpen = (key: string) => !closed.some((one) => one.key === key);
  const bars = item.keys
    .filter(({ key }) => isOpen(key))
    .map(({ key, label, missing, retired }) => ({
      key,
      label,
      n: counts[key] ?? 0,
      missing: missing === true,
      retired: retired === true,
    }));
  const keys = mixed ? [] : (item.points ?? []);
  const points: PointCount[] = keys.map(({ key, point }) => ({ point, n: counts[key] ?? 0 }));
  const best = [...keys].sort((a, b) => b.point - a.point).slice(0, 2);
  const told = widest(
    points,
    keys.map(({ key }) => isOpen(key)),
  );
  return {
    base,
    bars,
    others:
      closed.length > 0
        ? {
            n: isSeveral(item) ? null : closed.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0),
            labels: closed.map(({ label }) => label),
          }
        : null,
    score: open.mean ? index(told, { N, z, values: mapping && valuesOf(mapping, points) }) : null,
    satisfied: item.marks || !best.every(({ key }) => isOpen(key)) ? null : satisfied(points, { N, z }),
    nps: type === 'nps' && closed.length === 0 ? nps(points, { N, z }) : null,
    mean: open.mean ? (mean(points) ?? meanOfSum(item, counts, base) ?? meanOfValues(item, counts)) : null,
  };
}

/**
 * The same counts with the closed ones as far apart as their number and their mean allow: an interval made from these is
 * wide enough whatever they are, and tells nothing of them. (How much the answers spread would be one more sum of them.)
 */
function widest(counts: readonly PointCount[], isOpen: readonly boolean[]): PointCount[] {
  const closed = counts.filter((_, at) => !isOpen[at]).sort((a, b) => a.point - b.point);
  const [least, most] = [closed[0], closed.at(-1)];
  if (!least || !most || least.point === most.point) return [...counts];
  const n = closed.reduce((sum, one) => sum + one.n, 0);
  const sum = closed.reduce((all, one) => all + one.n * one.point, 0);
  const high = (sum - n * least.point) / (most.point - least.point);
  return counts.map((one, at) => {
    if (isOpen[at]) return one;
    return { point: one.point, n: one === least ? n - high : one === most ? high : 0 };
  });
}

/** A number counted as a sum: counts[sum] / scale / base. */
const meanOfSum = ({ sum }: Item, counts: Counts, base: number) =>
  sum && base > 0 ? (counts[sum.key] ?? 0) / sum.scale / base : null;

/** A number of a short range is counted value by value: its keys are the values. */
const meanOfValues = ({ values = [] }: Item, counts: Counts) =>
  mean(values.map(({ key, value }) => ({ point: value, n: counts[key] ?? 0 })));
