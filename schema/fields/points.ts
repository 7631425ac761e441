// What the point types share (rating, scale, nps, matrix-scale): whole points between two ends, counted each for itself.
import { type Checked, fail, ok } from './field.ts';

/** The answer 不了解 / 不适用, where a question offers it. It is counted, shown, and outside every base. */
export const notKnown = 'na';
export type Point = number | typeof notKnown;

export interface Range {
  from: number;
  to: number;
  /** 不了解 is offered */
  na?: boolean | undefined;
}

export function checkPoint(value: unknown, range: Range): Checked<Point> {
  if (value === notKnown && range.na) return ok(notKnown);
  if (typeof value !== 'number') return fail('wrong-shape');
  if (!Number.isInteger(value) || value < range.from || value > range.to)
    return fail('point-range', { from: range.from, to: range.to });
  return ok(value);
}

/** A form value → a point; what is not a whole number stays text, so that `checkPoint` names it. */
export function readPoint(value: string | undefined): unknown {
  return value !== undefined && /^-?\d{1,3}$/.test(value) ? Number(value) : value;
}

export const pointsOf = (range: Range) =>
  Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index);
