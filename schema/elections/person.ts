// What is written of a person who stands: a name as people have them, one line, and nothing that must not be posted.

export const personMost = { name: 40, line: 60, said: 40, contact: 20 } as const;

/** Half-width, single spaces, the middle dot of the many forms in which names are typed. */
export const tidyName = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[・•‧∙⋅]/g, '·')
    .replace(/\s+/g, ' ')
    // 王 秀 英 → 王秀英
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    .trim();

/** Two letters at least, and letters only but for what stands inside of names. */
export const isName = (name: string): boolean =>
  name.length <= personMost.name && /^\p{L}[\p{L}\p{M}·.'’ -]*[\p{L}\p{M}.]$/u.test(name);

/** A telephone, an identity or a card number, or an address of a page: nothing for a line that everybody reads. */
export const tellsTooMuch = (line: string): boolean =>
  /\d[\d\s-]{5,}[\dXx]|https?:|www\.|@/i.test(line.normalize('NFKC'));

const digitsOf = (typed: string) => typed.normalize('NFKC').replace(/\D/g, '');

/** How many digits a number has that begins like a mobile one and is not one; 0 where nothing is wrong. */
export function mobileDigits(typed: string): number {
  const digits = digitsOf(typed).replace(/^(?:00)?86(?=1)/, '');
  return /^1[3-9]/.test(digits) && digits.length !== 11 ? digits.length : 0;
}

export const isContact = (typed: string): boolean =>
  /^\+?[\d ()-]{6,19}\d$/.test(typed.normalize('NFKC')) && mobileDigits(typed) === 0;
