// A question on its way from lines to its type: what its title said, and the lines under it that nothing has taken yet.
import { blankTitle } from '../placeholders.ts';
import type { Unplaced } from '../reading.ts';
import type { Exam } from './exam.ts';
import type { Piece } from './lines.ts';
import type { Marks } from './marks.ts';
import type { Printed } from './routes.ts';

export interface Draft {
  id: string;
  title: string;
  /** the same before it was cut to its length, for those who look for blanks in it */
  words: Piece;
  hint: string | undefined;
  required: boolean;
  /** the word that named the type */
  named: string | undefined;
  /** nothing named it */
  guessed: boolean;
  marks: Marks;
  /** taken by the type; what it leaves is told */
  body: Piece[];
  exam: Exam;
  /** takes the options, as they were printed, and the words beside them that send the reader on */
  printed: Pick<Printed, 'options' | 'sends'>;
  /** what has no place in the form */
  lose: (lost: Unplaced) => void;
}

/** What every question has. */
export const baseOf = ({ id, title, hint, required }: Draft) => ({
  id,
  title: title === '' ? blankTitle : title,
  ...(hint ? { hint } : {}),
  ...(required ? { required } : {}),
});

/** Takes all lines of the body. */
export const takeBody = (draft: Draft): Piece[] => draft.body.splice(0);

/** Where to cut a text that may be so long: a pair that makes one sign is not cut in two. */
export const endWithin = (text: string, max: number) =>
  /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;

/** The words, as long as they may be: the rest is told. */
export function fitting(words: Piece, max: number, lose: Draft['lose']): string {
  const text = words.raw.trim();
  if (text.length <= max) return text;
  const end = endWithin(text, max);
  const rest = text.slice(end).trim();
  if (rest !== '') lose({ line: words.at, text: rest });
  return text.slice(0, end).trim();
}

/** Short words, or nothing: half of a short word would say something else. */
export function short(words: Piece | undefined, max: number, lose: Draft['lose']): string | undefined {
  const text = words?.raw.trim() ?? '';
  if (text.length <= max) return text || undefined;
  if (words) lose({ line: words.at, text });
  return undefined;
}

/** The first of a list that fit in it; the others are told. */
export function atMost<P extends Piece>(list: readonly P[], max: number, lose: Draft['lose']): P[] {
  for (const { at, raw } of list.slice(max)) lose({ line: at, text: raw });
  return list.slice(0, max);
}

/** Words of several lines as one text, as long as it may be; lines that no longer fit are told. */
export function together(lines: readonly Piece[], max: number, lose: Draft['lose'], sign = '\n'): string {
  let text = '';
  for (const line of lines) {
    const between = text === '' ? '' : sign;
    const room = max - text.length - between.length;
    const words = text === '' || line.raw.length <= room ? line.raw.trim() : '';
    if (words.length <= room && words !== '') text += between + words;
    else if (text === '') text = fitting(line, max, lose);
    else lose({ line: line.at, text: line.raw });
  }
  return text;
}
