// What stands before an option or a row (`A.` `□` `①` `-`) or behind it (`□` `（ ）`), and how one line that holds several of
// them is cut.
import { cutAt, type Piece, part, splitBy, without } from './lines.ts';
import { numberOf } from './numbers.ts';
import { amountOf } from './numerals.ts';

export type OptionStyle = 'letter' | 'loose' | 'circle' | 'box' | 'bullet' | 'word' | 'number';
export interface OptionMark {
  style: OptionStyle;
  /** place in its list, from 1; 0 where marks do not count */
  n: number;
  length: number;
}

// `C..` and `D .` come of typing and of numbered lists that were pasted as text.
const letter = /^(?:([A-Za-z])\s?[.、:),]+|\(([A-Za-z])\))\s*/;
// Without a sign a letter is a mark only where the next ones follow: `A 男 B 女`, `A初中 B高中`.
const loose = /^([A-Z])(?:\s+(?=\S)|(?=[\u4e00-\u9fff]))/;
const circle = /^([①-⑳⑴-⒇⒈-⒛❶-❿])\s*[.、]?\s*/;
const boxes = '□■☐☑☒○●◯◇◆▢◻◼☆★⬜⭕◎';
const box = new RegExp(`^(?:(?:[-*+]\\s?)?[${boxes}][\\ue001\\s]*|\\(\\s*\\)\\s*)(?=\\S|$)`);
const bullet = /^(?:[-*+]\s+|[•·▪●‣∙]\s*)(?=\S)/;
const word = /^选项\s?(?:(\d{1,2})|([A-Z]))\s?[.、:]+\s*/;

const ordinal = (sign: string) => sign.toUpperCase().charCodeAt(0) - 64;

/** Any of these may begin a mark; most lines begin with none. */
const start = new RegExp(`^[A-Za-z([①-⑳⑴-⒇⒈-⒛❶-❿${boxes}*+•·▪●‣∙选-]`);

export function optionMarkOf({ plain }: Piece): OptionMark | undefined {
  if (!start.test(plain)) return undefined;
  const begin = plain.slice(0, 24);
  const lettered = letter.exec(begin);
  if (lettered)
    return {
      style: 'letter',
      n: ordinal(lettered[1] ?? lettered[2] ?? ''),
      length: lettered[0].length,
    };
  const ringed = circle.exec(begin);
  if (ringed) return { style: 'circle', n: amountOf(ringed[1] ?? '') ?? 0, length: ringed[0].length };
  const boxed = box.exec(begin) ?? bullet.exec(begin);
  if (boxed?.[0]) return { style: box.test(begin) ? 'box' : 'bullet', n: 0, length: boxed[0].length };
  const named = word.exec(begin);
  if (named)
    return {
      style: 'word',
      n: named[1] ? Number(named[1]) : ordinal(named[2] ?? ''),
      length: named[0].length,
    };
  const apart = loose.exec(begin);
  return apart ? { style: 'loose', n: ordinal(apart[1] ?? ''), length: apart[0].length } : undefined;
}

/** Where the next marks of a list of letters stand: B after A, each with its sign and not inside a word. */
function letterCuts({ plain }: Piece, first: OptionMark): number[] {
  const capital = plain.charAt(0) === '(' ? plain.charAt(1) : plain.charAt(0);
  const places: number[] = [];
  let code = capital.charCodeAt(0) + 1;
  const last = capital <= 'Z' ? 90 : 122;
  for (let at = first.length; at < plain.length && code <= last; at += 1) {
    if (plain.charCodeAt(at) !== code) continue;
    const after = plain.slice(at + 1, at + 3);
    const before = plain.charAt(at - 1);
    const signed =
      first.style === 'loose'
        ? /^[\s\u4e00-\u9fff]/.test(after) && /\s/.test(before)
        : /^\s?[.、:),]/.test(after);
    if (!signed || /[A-Za-z0-9]/.test(before)) continue;
    places.push(before === '(' ? at - 1 : at);
    code += 1;
  }
  return places;
}

/** Where circled figures go on by one. */
function circleCuts({ plain }: Piece, first: OptionMark): number[] {
  const places: number[] = [];
  let next = first.n + 1;
  for (let at = first.length; at < plain.length; at += 1) {
    const mark = circle.exec(plain.charAt(at));
    if (!mark || amountOf(mark[1] ?? '') !== next) continue;
    places.push(at);
    next += 1;
  }
  return places;
}

/** ○ is also the nought of 二○二六年. */
const isNought = (plain: string, at: number) =>
  /^[一二三四五六七八九○]○[一二三四五六七八九○年]$/.test(plain.slice(at - 1, at + 2));

export function boxPlaces({ plain }: Piece): number[] {
  const places: number[] = [];
  for (let at = 0; at < plain.length; at += 1)
    if (boxes.includes(plain.charAt(at)) && !isNought(plain, at)) places.push(at);
  return places;
}

/** Where figures go on by one: `1. 男 2. 女`. */
function numberCuts(piece: Piece, first: { n: number; length: number }): number[] {
  const { plain } = piece;
  const places: number[] = [];
  let next = first.n + 1;
  for (let at = plain.indexOf(String(next), first.length); at >= 0; ) {
    const before = plain.charAt(at - 1);
    if (!/[\d.]/.test(before) && /^\d+\s?[.、:,)]/.test(plain.slice(at, at + 6))) {
      const from = before === '(' ? at - 1 : at;
      if (numberOf(part(piece, from, from + 24))?.n === next) {
        places.push(from);
        next += 1;
      }
    }
    at = plain.indexOf(String(next), at + 1);
  }
  return places;
}

/** A box at the end, and a line to write on behind it, as in `男□ 女□` and `其他□____`. */
const boxBehind = new RegExp(`[${boxes}]\\ue001*(?=[\\s_:]*$)`);
export const boxesEnd = ({ plain }: Piece) => boxBehind.test(plain.slice(-40));

/** Words without the box behind them; others as they are. */
export function boxless(piece: Piece): Piece {
  const found = boxBehind.exec(piece.plain);
  return found ? without(piece, [{ from: found.index, to: found.index + found[0].length }]) : piece;
}

/** `A. 满意`, `□满意`, `男□ 女□`: answers with nothing before them. */
export function isAnswer(line: Piece): boolean {
  const mark = optionMarkOf(line);
  return mark
    ? mark.style !== 'loose' && mark.style !== 'bullet'
    : boxesEnd(line) && !/[:?]/.test(line.plain);
}

/** The first answer of a list, or one with a box, which counts nothing. */
export const isFirstAnswer = (line: Piece) => isAnswer(line) && (optionMarkOf(line)?.n ?? 0) < 2;

/** `满意（ ）一般（ ）不满意（ ）`: brackets to tick behind the words. */
function cutBySlots(piece: Piece): Piece[] | undefined {
  if (!/\(\s*\)$/.test(piece.plain.slice(-20))) return undefined;
  const slots = [...piece.plain.matchAll(/\(\s{0,20}\)/g)];
  const words = splitBy(piece, /\(\s{0,20}\)/g);
  return slots.length > 1 && words.length === slots.length ? words : undefined;
}

/** Longer lines than any list would fill are no lists, and are not cut. */
export const longestList = 50_000;

/** The options of one line by their marks; undefined when it has no marks that cut it. */
export function cutByMarks(piece: Piece): Piece[] | undefined {
  const { plain } = piece;
  if (plain.length > longestList) return undefined;
  const mark = optionMarkOf(piece);
  if (mark?.style === 'letter' || mark?.style === 'loose') {
    const places = letterCuts(piece, mark);
    return places.length > 0 ? cutAt(piece, places) : undefined;
  }
  if (mark?.style === 'circle') {
    const places = circleCuts(piece, mark);
    return places.length > 0 ? cutAt(piece, places) : undefined;
  }
  const found = boxPlaces(piece);
  if (found.length > 1 && found[0] === 0) return cutAt(piece, found);
  if (found.length > 1 && boxesEnd(piece)) {
    const ends = found.map((at) => at + (/^.\ue001*/.exec(plain.slice(at, at + 4))?.[0].length ?? 1));
    return cutAt(piece, ends).map(boxless);
  }
  const slots = cutBySlots(piece);
  if (slots) return slots;
  const number = numberOf(piece);
  if (number && number.style !== 'bare' && number.n === 1) {
    const places = numberCuts(piece, number);
    if (places.length > 0) return cutAt(piece, places);
  }
  return undefined;
}

/** Cut at tabs, and where two spaces or more stand. */
export const cutWide = (piece: Piece): Piece[] =>
  piece.plain.length < longestList && /\t| {2}/.test(piece.plain) ? splitBy(piece, /\t+ *| {2,}/g) : [piece];

/** Cut at single spaces too, but for those between Latin words. */
export function cutNarrow(piece: Piece): Piece[] {
  const { plain } = piece;
  if (plain.length > longestList) return [piece];
  const places = [...plain.matchAll(/[\t ]+/g)].flatMap(({ index, 0: gap }) => {
    const latin =
      /[A-Za-z,;.]/.test(plain.charAt(index - 1)) && /[A-Za-z]/.test(plain.charAt(index + gap.length));
    return latin && gap === ' ' ? [] : [index];
  });
  return cutAt(piece, places);
}
