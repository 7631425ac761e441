// Numbers as people write them in a form: 3, 三, 十二, Ⅲ, ③.
const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Signs that are a number each, and what stands before the first of a kind. */
const signs: readonly (readonly [RegExp, number])[] = [
  [/^[Ⅰ-Ⅻ]$/, 0x215f],
  [/^[ⅰ-ⅻ]$/, 0x216f],
  [/^[①-⑳]$/, 0x245f],
  [/^[⑴-⒇]$/, 0x2473],
  [/^[⒈-⒛]$/, 0x2487],
  [/^[❶-❿]$/, 0x2775],
];

/** A pattern for either, up to three signs. */
export const numeral = '(?:\\d{1,4}|[一二两三四五六七八九十]{1,3})';

/** The number that it stands for; undefined for what is none. */
export function amountOf(written: string): number | undefined {
  if (/^\d{1,4}$/.test(written)) return Number(written);
  const sign = signs.find(([pattern]) => pattern.test(written));
  if (sign) return (written.codePointAt(0) ?? 0) - sign[1];
  const parts = /^([一二两三四五六七八九])?(十)?([一二两三四五六七八九])?$/.exec(written);
  if (!parts || written === '') return undefined;
  const [, tens = '', ten, ones = ''] = parts;
  if (!ten) return tens && ones ? undefined : digits[tens || ones];
  return (digits[tens] ?? 1) * 10 + (digits[ones] ?? 0);
}
