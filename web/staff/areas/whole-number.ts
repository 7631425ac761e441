// A whole number from 0 as people type it, full-width digits too; undefined for anything else.
export function wholeNumber(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim();
  return /^\d{1,7}$/.test(plain) ? Number(plain) : undefined;
}
