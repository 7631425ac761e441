// Reading back what canonical.ts writes, and nothing else: a text that could have been written otherwise has another hash.
import { type Canonical, canonicalJson } from './canonical.ts';

/** The value of a text that {@link canonicalJson} could have written; undefined for every other text. */
export function readCanonical(text: string): Canonical | undefined {
  try {
    const value: Canonical = JSON.parse(text);
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
