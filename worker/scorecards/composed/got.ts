// A figure as a source found it, before it has a target: with its range, or with why there is none.
import type { Figure, Reason } from '../../../schema/api/composed.ts';
import type { Measured } from '../../../schema/measures/interval.ts';
import type { Measure } from '../../../schema/scorecards/body.ts';
import { decimalsOf, rounded } from '../../../schema/scorecards/frozen.ts';
import { type Mark, markOf } from '../../../schema/scorecards/mark.ts';

export interface Found {
  value: number;
  /** null where the figure says nothing of how sure it is: a mean of numbers */
  low: number | null;
  high: number | null;
  n: number | null;
  of: number | null;
  /** how many there are, where too few of them are in it to stand for all */
  all?: number | undefined;
}
export type Got = Found | { why: Reason };

export const missing = (why: Reason): Got => ({ why });
export const isFound = (got: Got): got is Found => 'value' in got;
/** It is of some alone: nothing to be held against a target, an earlier figure or other measures. */
export const isPartial = (got: Got): boolean => isFound(got) && got.all !== undefined;

/** Counted whole: nothing is left to chance. */
export const exact = (value: number, n: number | null, of: number | null): Got => ({
  value,
  low: value,
  high: value,
  n,
  of,
});

/** Shares of what is counted whole, in per cent; without any there is no share. */
export const part = (n: number, of: number, none: Reason): Got =>
  of > 0 ? exact((n / of) * 100, n, of) : missing(none);

export const measuredOf = ({ value, low, high }: Found): Measured | undefined =>
  low === null || high === null ? undefined : { value, low, high };

type Aimed = Pick<Measure, 'better' | 'target' | 'fair'> & Partial<Pick<Measure, 'source'>>;

/** Rounded once, to what is printed: its mark is that of the figure which the reader sees. */
export function figureOf({ better, target, fair, source }: Aimed, got: Got): Figure {
  if (!isFound(got))
    return { value: null, low: null, high: null, n: null, of: null, why: got.why, mark: null, sure: true };
  const decimals = decimalsOf(source?.kind);
  const { value, low, high, n, of } = rounded(got, decimals);
  const { all } = got;
  if (all !== undefined) return { value, low, high, n, of, all, why: null, mark: null, sure: true };
  const aim = { better, ...rounded({ target, fair }, decimals) };
  const marked: { mark: Mark | null; sure: boolean } = markOf(aim, {
    value,
    low: low ?? value,
    high: high ?? value,
  }) ?? { mark: null, sure: true };
  return { value, low, high, n, of, why: null, ...marked };
}
