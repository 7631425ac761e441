// The text that the check code of a signed card is of: figures with one decimal, as they are printed, and one order of
// keys, so that whoever has the card can make the same text again.
import { asCanonical, canonicalJson } from '../elections/canonical.ts';

/** As it is printed: no more than one decimal anywhere. */
export function rounded<T>(value: T): T;
export function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 10) / 10;
  if (Array.isArray(value)) return value.map((one) => rounded(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
}

/** Fractions as text, which is written in one way only. */
function asText(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : value.toFixed(1);
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}

export const frozenText = (frozen: object): string => canonicalJson(asCanonical(asText(frozen)));
