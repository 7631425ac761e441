// What a self-hosted server tells the person at the terminal: one plain line, Chinese first, English after.
// Never answers, names or tokens.

/** One line of progress. */
export function say(zh: string, en: string): void {
  console.log(`${zh}  ·  ${en}`);
}

/** Something went wrong that a person should know of; the server goes on if it can. */
export function warn(zh: string, en: string): void {
  console.error(`⚠ ${zh}  ·  ${en}`);
}

/** An error that ends the program with a sentence instead of a stack. */
export class PlainError extends Error {
  override name = 'PlainError';

  constructor(zh: string, en: string) {
    super(`${zh}\n  ${en}`);
  }
}

/** Prints why the program ends, and ends it. */
export function fail(error: unknown): never {
  if (error instanceof PlainError) console.error(`✗ ${error.message}`);
  else console.error(error);
  process.exit(1);
}
