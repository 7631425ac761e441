// One line of words, and one of several ids: what most types beyond the usual ones are made of.
import { type Checked, cleanWords, fail, ok } from './field.ts';

/** One line of words of at most so many characters. */
export function checkLine(value: unknown, max: number): Checked<string> {
  if (typeof value !== 'string') return fail('wrong-shape');
  const words = cleanWords(value)?.replace(/\s+/g, ' ');
  if (words === undefined) return fail('text-broken');
  if (words === '') return fail('required');
  return words.length > max ? fail('text-long', { max, length: words.length }) : ok(words);
}

/** An option by its id alone, where none asks for words. */
export function checkId(
  value: unknown,
  options: readonly { id: string; retired?: boolean | undefined }[],
): Checked<string> {
  if (typeof value !== 'string') return fail('wrong-shape');
  const known = options.some(({ id, retired }) => id === value && !retired);
  return known ? ok(value) : fail('choice-unknown', { option: value.slice(0, 24) });
}
