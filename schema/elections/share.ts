// Fractions as whole numbers: a threshold is decided by multiplying both sides, never by dividing or rounding.

/** `num`/`den` of a number of people, ballots or hundredths of a square metre; `strict`: more than that, not just as much. */
export interface Share {
  num: number;
  den: number;
  /** 过半数 and 超过 leave the number itself out, 以上 takes it in (Civil Code, article 1259) */
  strict: boolean;
}

/** Whether `part` is the share of `whole`. @throws RangeError unless both are whole numbers that multiply exactly */
export function reaches({ num, den, strict }: Share, part: number, whole: number): boolean {
  const has = times(part, den);
  const asked = times(whole, num);
  return strict ? has > asked : has >= asked;
}

/** The least whole number that is the share of `whole`: what has to be reached, printed on the notice. */
export function least({ num, den, strict }: Share, whole: number): number {
  const product = times(whole, num);
  const rest = product % den;
  // What is left by the rest is a multiple of `den`.
  const below = (product - rest) / den;
  return strict || rest > 0 ? below + 1 : below;
}

/** @throws RangeError for what is not a number of things: negative, broken, or too large to be exact */
export function wholeNumber(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${what} is not a whole number: ${value}`);
  return value;
}

const times = (value: number, by: number) => wholeNumber(wholeNumber(value, 'a figure') * by, 'a product');
