// One case of a vector file: numbers and lists by name. Reading them says which case lacks what.
export type Case = Readonly<Record<string, unknown>> & { readonly id: string };

const isNumber = (value: unknown): value is number => typeof value === 'number';

export function numberOf(one: Case, key: string): number {
  const value = one[key];
  if (!isNumber(value)) throw new Error(`${key} is not a number`);
  return value;
}

export function numbersOf(one: Case, key: string): number[] {
  const value = one[key];
  if (!Array.isArray(value) || !value.every(isNumber)) throw new Error(`${key} is not a list of numbers`);
  return value;
}

export function textOf(one: Case, key: string): string {
  const value = one[key];
  if (typeof value !== 'string') throw new Error(`${key} is not a text`);
  return value;
}

export function textsOf(one: Case, key: string): string[] {
  const value = one[key];
  if (!Array.isArray(value) || !value.every((text) => typeof text === 'string'))
    throw new Error(`${key} is not a list of texts`);
  return value;
}

/** An object inside a case, read like one. */
export function recordOf(one: Case, key: string): Case {
  const value = one[key];
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${key} is not an object`);
  return { ...value, id: one.id };
}

export function tableOf(one: Case, key: string): number[][] {
  const value = one[key];
  const isRow = (row: unknown): row is number[] => Array.isArray(row) && row.every(isNumber);
  if (!Array.isArray(value) || !value.every(isRow)) throw new Error(`${key} is not a table of numbers`);
  return value;
}

/** An object of a case by its keys, each value read by its name. */
export function byName<T>(one: Case, key: string, read: (all: Case, name: string) => T): [string, T][] {
  const all = recordOf(one, key);
  return Object.keys(all)
    .filter((name) => name !== 'id')
    .map((name) => [name, read(all, name)]);
}

export const maybe = <T>(one: Case, key: string, read: (one: Case, key: string) => T): T | undefined =>
  key in one ? read(one, key) : undefined;

/** What a case can print: figures by themselves, in tables or by name; words; yes or no. */
export type Printed =
  | number
  | string
  | boolean
  | null
  | readonly Printed[]
  | { readonly [name: string]: Printed };

/** What the product computes for a case, by the name of the expectation; and how near is equal. */
export interface Kind {
  tolerance: number;
  compute(one: Case): Readonly<Record<string, Printed>>;
}

/** A kind whose expectations are more than figures: what differs in a case, in the words of the report. */
export interface Compared {
  compare(one: Case): string | undefined;
}

/**
 * What of `got` differs from what is printed under the same key: lists as sets, objects by the keys that are printed.
 * Undefined when nothing does.
 */
export function differing(
  printed: Readonly<Record<string, unknown>>,
  got: Readonly<Record<string, unknown>>,
): string | undefined {
  const keys = Object.keys(got).filter((key) => key in printed);
  if (keys.length === 0) return 'mismatch: expected nothing that is known, got nothing to compare';
  const wrong = keys.find((key) => !agrees(printed[key], got[key]));
  if (wrong === undefined) return undefined;
  return `mismatch: expected ${wrong} ${JSON.stringify(printed[wrong])}, got ${JSON.stringify(got[wrong])}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function agrees(printed: unknown, got: unknown): boolean {
  if (Array.isArray(printed) && Array.isArray(got))
    return JSON.stringify([...printed].sort()) === JSON.stringify([...got].sort());
  if (isObject(printed) && isObject(got))
    return Object.keys(printed).every((key) => agrees(printed[key], got[key]));
  return printed === got;
}
