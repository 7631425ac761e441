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

export const maybe = <T>(one: Case, key: string, read: (one: Case, key: string) => T): T | undefined =>
  key in one ? read(one, key) : undefined;

/** What the product computes for a case, by the name of the expectation; and how near is equal. */
export interface Kind {
  tolerance: number;
  compute(one: Case): Readonly<Record<string, number>>;
}

/** A kind whose expectations are more than figures: what differs in a case, in the words of the report. */
export interface Compared {
  compare(one: Case): string | undefined;
}
