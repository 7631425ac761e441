// What the points of a scale are worth on 0–100. A mapping is data with an id and a version, and belongs to the figure:
// 40/35/15/6/4 of 100 answers are 78.8 under 100/80/60/30/0 and 75.25 at equal steps, so that figures under two
// mappings cannot be compared.
import { linearMapping, type PointCount } from './points.ts';

export interface MappingRef {
  id: string;
  version: number;
}

export interface Mapping extends MappingRef {
  /** from the worst answer to the best; none for equal steps from 0 to 100, whatever the number of points */
  values?: readonly number[];
}

/** What each count is worth, in the order of the counts. @throws Error when the scale has other points than the mapping */
export function valuesOf({ id, version, values }: Mapping, counts: readonly PointCount[]): number[] {
  const points = counts.map(({ point }) => point);
  if (!values) return linearMapping(points);
  if (values.length !== points.length)
    throw new Error(`mapping ${id} ${version} has ${values.length} values for ${points.length} points`);
  const order = [...points].sort((a, b) => a - b);
  return points.map((point) => values[order.indexOf(point)] ?? 0);
}

/** Equal steps: what a figure is under that names no other. */
export const linear: Mapping = { id: 'linear', version: 1 };
/** Equal steps, and the one of published Chinese satisfaction figures (非常满意 100, 80, 60, 30, 0). */
export const mappings: readonly Mapping[] = [
  linear,
  { id: 'hundred_eighty', version: 1, values: [0, 30, 60, 80, 100] },
];
