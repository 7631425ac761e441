// The line that a question begins with: its number, its title, and what brackets beside it say.
import type { Unplaced } from '../reading.ts';
import { bracketsOf } from './brackets.ts';
import type { Context } from './context.ts';
import { type Piece, part, without } from './lines.ts';
import { type Mark, markedSpans } from './marks.ts';
import { type NumberStyle, numberOf } from './numbers.ts';

export interface Head {
  title: Piece;
  /** the word that names the type */
  named: string | undefined;
  marks: { mark: Mark; at: number; text: string }[];
  /** words in a bracket beside a setting */
  rest: Piece[];
  /** in red in a printed copy: must be answered */
  starred: boolean;
  /** labels of types that do not exist */
  unknown: Unplaced[];
}

/** After the first number only one with a sign of its own is a second number, and no part of the title. */
const again: ReadonlySet<NumberStyle> = new Set(['dot', 'word', 'chinese']);

/** Without star and numbers: pasted lists have them twice (`1、 1.`). */
function numberless(line: Piece, chinese = true): { words: Piece; starred: boolean } {
  let words = line;
  let starred = false;
  for (let round = 0; round < 4; round += 1) {
    const number = numberOf(words);
    const star = words.plain.startsWith('*');
    const next = number && words.plain.charAt(number.length);
    const goesOn =
      number &&
      (chinese || number.style !== 'chinese') &&
      (round === 0 || (again.has(number.style) && !/\d/.test(next ?? '')));
    if (star) starred = true;
    if (goesOn) words = part(words, number.length);
    else if (star) words = part(words, 1);
    else break;
  }
  return { words, starred };
}

/** `[不存在的题型]`: meant as a label, and none. */
const strange = /^.{0,12}(?:题|题型)$/;

interface HeadStyle {
  /** 一、 is a number, and not part of the words */
  chinese?: boolean;
  /** where labels stand, if the whole text has them in one place */
  labels?: Context['labels'];
}

/** The parts of the line. */
export function headOf(line: Piece, { chinese = true, labels }: HeadStyle = {}): Head {
  const { words, starred } = numberless(line, chinese);
  const spans = markedSpans(words);
  const named = spans.flatMap(({ marks }) => marks).find(({ key }) => key === 'type')?.value;
  const odd = bracketsOf(words).filter(({ round, from, to, inside }) => {
    const place = from === 0 ? 'front' : to === words.raw.length ? 'end' : undefined;
    if (round || !place || spans.some((span) => span.from <= from && to <= span.to)) return false;
    const usual = named === undefined && place === labels && /^[\p{L}\s]{2,10}$/u.test(inside.plain);
    return strange.test(inside.plain) || usual;
  });
  const cut = [...spans, ...odd].sort((a, b) => a.from - b.from);
  const bare = without(words, cut);
  const after = spans[0]?.from === 0 && words === line ? numberless(bare) : { words: bare, starred: false };
  const ended = tidyEnd(after.words);
  return {
    title: ended.title,
    named: typeof named === 'string' ? named : undefined,
    marks: spans.flatMap(({ marks, from, to, inside }) =>
      marks.map((mark) => ({ mark, at: inside.at, text: words.raw.slice(from, to) })),
    ),
    rest: spans.flatMap(({ rest }) => rest),
    starred: starred || after.starred || ended.starred,
    unknown: odd.map(({ from, to }) => ({ line: line.at, text: words.raw.slice(from, to) })),
  };
}

/** Without the star of a printed copy and the colon at the end of a title. */
export function tidyEnd(words: Piece): { title: Piece; starred: boolean } {
  const { plain } = words;
  let end = plain.length;
  let starred = false;
  for (let sign = plain.charAt(end - 1); /^[:*\s]$/.test(sign); sign = plain.charAt(end - 1)) {
    if (sign === '*') starred = true;
    end -= 1;
  }
  return { title: part(words, 0, end), starred };
}

/** Whether the line names a type in a bracket. */
export const isLabelled = (line: Piece) =>
  /[[(]/.test(line.plain) && markedSpans(line).some(({ marks }) => marks.some(({ key }) => key === 'type'));
