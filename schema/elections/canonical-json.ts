// One text for one value, so that it can be hashed and signed: RFC 8785, for whole numbers only.
import { type Bytes, utf8 } from './crypto.ts';

/**
 * JSON with the keys of every object sorted by UTF-16 code units, no spaces, and strings as JSON.stringify writes them.
 *
 * @throws TypeError for fractions, numbers beyond 2^53, undefined and what JSON does not know
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value + 0);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value === 'object') {
    const fields = Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
    return `{${fields.join()}}`;
  }
  throw new TypeError(`no canonical JSON for ${typeof value === 'number' ? value : typeof value}`);
}

export const canonicalBytes = (value: unknown): Bytes => utf8(canonicalJson(value));

/** The value of a text that {@link canonicalJson} could have written; undefined for every other text. */
export function readCanonical(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
