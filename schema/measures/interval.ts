// How sure a share is: intervals for proportions, for the difference of two, and the bounds that need no assumption.
// Everything here is on 0–1; scorecards turn it into 0–100.

/** 97.5 % quantile of the normal distribution: an interval of one figure is at 95 %. */
export const z95 = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

export interface Measured extends Interval {
  value: number;
}

const clip = (value: number) => Math.min(1, Math.max(0, value));

/**
 * Answers that count for the interval of `n` answers out of a population of `N`: n(N−1)/(N−n), the finite-population
 * correction as a larger sample. All asked (n ≥ N): infinite, so no sampling interval is left.
 */
export function effectiveSize(n: number, N?: number): number {
  if (N === undefined) return n;
  return n >= N ? Number.POSITIVE_INFINITY : (n * (N - 1)) / (N - n);
}

/** How sure an interval is: of how many that could have answered, and its normal quantile (95 % for one figure). */
export interface Sureness {
  N?: number | undefined;
  z?: number | undefined;
}

/**
 * Wilson's score interval around a share `p` of `n` answers, where `n` need not be whole (Wilson, Probable inference,
 * JASA 22, 1927).
 */
export function scoreInterval(p: number, n: number, z = z95): Interval {
  if (n === Number.POSITIVE_INFINITY) return { low: p, high: p };
  if (n <= 0) return { low: 0, high: 1 };
  const z2 = z * z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  // At the ends the exact bound is the end itself; rounding must not leave a sliver.
  return { low: p <= 0 ? 0 : clip(centre - half), high: p >= 1 ? 1 : clip(centre + half) };
}

/**
 * Wilson's interval for `x` of `n`; with `N`, the number of those who could have answered, in its finite-population
 * form. x ≤ n are counts; the result is on 0–1. No answers tell nothing: 0–1.
 */
export function wilson(x: number, n: number, { N, z }: Sureness = {}): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  return scoreInterval(x / n, effectiveSize(n, N), z);
}

/** What the share would be if all who did not answer said no, or all said yes: x/N to (x+N−n)/N. Needs no assumption. */
export const worstCase = (x: number, n: number, N: number): Interval => ({
  low: x / N,
  high: (x + N - n) / N,
});

/**
 * The difference a − b of two independent figures from their own intervals (MOVER, Zou & Donner 2008). With Wilson
 * intervals of two shares this is Newcombe's hybrid score interval (Newcombe 1998, method 10). Any common scale.
 */
export function difference(a: Measured, b: Measured): Measured {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

/** Newcombe's interval for the difference of two shares, each as [x, n]; on −1–1. */
export function newcombe(a: readonly [number, number], b: readonly [number, number]): Measured {
  const share = ([x, n]: readonly [number, number]) => ({ value: x / n, ...wilson(x, n) });
  return difference(share(a), share(b));
}

/** A change is clear when its interval leaves out 0. */
export const isClear = (change: Interval) => change.low > 0 || change.high < 0;
