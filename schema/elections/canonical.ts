// One text for one value: what is hashed must not depend on the order in which an object was put together.

export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical };

/**
 * JSON without spaces, the keys of every object in the order of their UTF-16 units, numbers whole: RFC 8785 for data
 * without fractions.
 * @throws RangeError for a number that is not a safe integer
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
    return String(value === 0 ? 0 : value);
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

const isList = (value: object): value is readonly Canonical[] => Array.isArray(value);

/** Data with nothing undefined in it, as it is written. @throws TypeError for what is no data */
export function asCanonical(value: unknown): Canonical {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map(asCanonical);
  if (typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, asCanonical(one)]])),
    );
  throw new TypeError(`${typeof value} is no data`);
}
