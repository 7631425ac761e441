// A figure of a unit from samples of its parts, each counting by how many live there, not by how many answered.
import { type Measured, z95 } from './interval.ts';
import { sum } from './sum.ts';

export interface Stratum {
  /** answers, and those who could have answered */
  n: number;
  N: number;
  /** of the answers; `sd` with n − 1, 0 for one answer */
  mean: number;
  sd: number;
}

export interface RollUp extends Measured {
  se: number;
  /** share of those who could have answered that live where somebody did: the figure says nothing of the others */
  covered: number;
}

/**
 * Mean Σ(N_h/N)ȳ_h with variance Σ(N_h/N)²(1 − n_h/N_h)s_h²/n_h (Cochran, Sampling Techniques, 3rd ed., 1977, ch. 5), on
 * any scale; the interval at 95 % by the normal distribution. Strata without answers are left out and told as not
 * covered. One answer of several shows no variance: it takes that of the others together. Null where nobody answered, or
 * no stratum shows a variance that one is in need of.
 */
export function rollUp(strata: readonly Stratum[]): RollUp | null {
  const there = strata.filter(({ n, N }) => n > 0 && N > 0);
  const all = sum(strata.map(({ N }) => N));
  const N = sum(there.map((one) => one.N));
  if (N === 0) return null;
  const pooled = pooledVariance(there);
  let value = 0;
  let variance = 0;
  for (const one of there) {
    const open = 1 - Math.min(1, one.n / one.N);
    const s2 = one.n > 1 ? one.sd ** 2 : pooled;
    if (s2 === null && open > 0) return null;
    value += (one.N / N) * one.mean;
    variance += ((one.N / N) ** 2 * open * (s2 ?? 0)) / one.n;
  }
  const se = Math.sqrt(variance);
  return { value, low: value - z95 * se, high: value + z95 * se, se, covered: N / all };
}

function pooledVariance(strata: readonly Stratum[]): number | null {
  const free = sum(strata.map(({ n }) => n - 1));
  return free > 0 ? sum(strata.map(({ n, sd }) => (n - 1) * sd ** 2)) / free : null;
}

/** A part of which only its figure is told, with its range; null where none is. */
export interface ShownStratum {
  N: number;
  figure: Measured | null;
}

/**
 * The same from figures that are shown instead of answers: Σ(N_h/N)ȳ_h, its ends as far away as those of the parts
 * together, √Σ((N_h/N)·d_h)² on each side (MOVER, Zou & Donner 2008). Null where no figure is shown.
 */
export function weighShown(strata: readonly ShownStratum[]): (Measured & { covered: number }) | null {
  const there = strata.flatMap(({ N, figure }) => (figure && N > 0 ? [{ N, figure }] : []));
  const N = sum(there.map((one) => one.N));
  if (N === 0) return null;
  const value = sum(there.map((one) => (one.N / N) * one.figure.value));
  const away = (end: 'low' | 'high') =>
    Math.hypot(...there.map((one) => (one.N / N) * (one.figure[end] - one.figure.value)));
  return {
    value,
    low: value - away('low'),
    high: value + away('high'),
    covered: N / sum(strata.map((one) => one.N)),
  };
}
