// Figures as they are printed, and the text that the check code of a signed card is of: those figures and one order of
// keys, so that whoever has the card can make the same text again.
import { asCanonical, canonicalJson } from '../elections/canonical.ts';
import type { Source } from './body.ts';

/** Decimals of a figure as it is printed; what staff report stays as they entered it. */
export const decimalsOf = (kind: Source['kind'] | undefined): number => (kind === 'reported' ? 2 : 1);

/** As it is printed, every number in it: no more than so many decimals, halves upwards as the decimal text has them. */
export function rounded<T>(value: T, decimals: number): T;
export function rounded(value: unknown, decimals: number): unknown {
  const by = 10 ** decimals;
  // 46.249999999999996 is 46.25 to whoever counts by hand.
  if (typeof value === 'number') return Math.round(Number((value * by).toFixed(6))) / by;
  if (Array.isArray(value)) return value.map((one) => rounded(one, decimals));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one, decimals)]));
}

/** Fractions as text, which is written in one way only: with one decimal where that is all of it, else with two. */
function asText(value: unknown): unknown {
  if (typeof value === 'number') {
    if (Number.isInteger(value)) return value;
    const text = value.toFixed(1);
    return Number(text) === value ? text : value.toFixed(2);
  }
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}

export const frozenText = (frozen: object): string => canonicalJson(asCanonical(asText(frozen)));
