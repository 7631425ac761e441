// The lines of a pasted text: cleaned of what nobody sees, each with a twin that patterns are matched on. The twin has
// half-width signs where the text has full-width ones (`（` is `(`), so that a text keeps its own signs and is read anyway.
import { framedIn } from './frames.ts';

/** Words of one line, and where it stands. */
export interface Piece {
  /** line of the text, from 1 */
  at: number;
  /** as it will be shown */
  raw: string;
  /** the same, character for character, for patterns; what stands after a backslash matches none */
  plain: string;
  /** columns before the first character of a whole line */
  indent?: number;
}

export interface Line extends Piece {
  /** nothing, or only a line drawn with dashes */
  blank: boolean;
  /** a heading, whose words stood between drawn lines */
  framed?: true;
  /** blank, with tabs between cells where something is to be written */
  emptyRow?: true;
  /** a page break, with the title of the page if it says one */
  page?: string | undefined;
}

const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const halves = /[\ud800-\udfff]/gu;
/** Breaks inside a line, as word processors make them. */
const softBreak = /[\v\f\u0085\u2028\u2029]/;
const spaces = /[^\P{Cc}\t\n\r\v\f\u0085]|[\u00a0\u1680\u2000-\u200a\u202f\u205f]/gu;
/** Two columns wide: how far in a line stands is told by it. */
const wideBlank = '\u3000';
const wideLetters = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;
const wideSigns = /[\uff01-\uff5e\u3010\u3011\u3014-\u3017\u301c\u223c\u2014\u2013\u2500]/g;
const twins: Readonly<Record<string, string>> = {
  '\u3010': '[',
  '\u3011': ']',
  '\u3014': '[',
  '\u3015': ']',
  '\u3016': '[',
  '\u3017': ']',
  '\u301c': '~',
  '\u223c': '~',
  '\u2014': '-',
  '\u2013': '-',
  '\u2500': '-',
};
const narrow = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/** Figures on keys, as chats have them (1️⃣ 2️⃣), are numbers with their sign. */
const keys = /(?:\d\ufe0f?\u20e3\ufe0f?)+/g;
const numbered = (key: string) => `${key.replace(/[\ufe0f\u20e3]/g, '')}、`.padEnd(key.length);
/** The key of ten, where a line begins, is two keys. */
const tenth = /^(?<blanks>[ \t\u3000]*)\ud83d\udd1f/gm;

export function plainOf(raw: string): string {
  const plain = raw.replace(wideSigns, (sign) => twins[sign] ?? narrow(sign)).replace(keys, numbered);
  // A box to tick may be drawn with brackets.
  return plain.includes(']')
    ? plain.replace(/\[[ xX√✓]?\]/g, (box) => '□'.padEnd(box.length, boxRest))
    : plain;
}

/** Stands for what is left of a box of brackets beside its sign. */
const boxRest = '\ue001';

/** Stands for every character that an author has taken out of reading. In Unicode's private area: no text has it. */
const mask = '\ue000';

/**
 * A backslash where words begin takes the rest of its line literally: `A. \B. 楼` is the option “B. 楼”. Inside words it is
 * nothing special (男\女).
 */
function literalFrom(raw: string): number | undefined {
  for (let at = raw.indexOf('\\'); at >= 0; at = raw.indexOf('\\', at + 1)) {
    const next = raw.charAt(at + 1);
    const before = at === 0 || /[\s\])）】.、:：~～*=_]/.test(raw.charAt(at - 1));
    if (before && next !== '' && next !== ' ') return at;
  }
  return undefined;
}

const drawn = /^[-=_━*\s]+$/;
const pageBreak =
  /^[-=*]{2,}\s?(?:分页[栏符]?|第\s?[\d一二三四五六七八九十]{1,3}\s?页)(?::[^=]*)?\s?[-=*]{2,}$/;

/** Where the questions of a text end, and what it could not say of them begins; see write-text.ts. */
export const notSaidLine = '=== 没有写进文字 ===';

/** Columns of the blanks before the first character. */
function indentOf(given: string): number {
  let columns = 0;
  for (let at = 0; at < given.length; at += 1) {
    const sign = given.charAt(at);
    if (sign !== ' ' && sign !== '\t' && sign !== wideBlank) break;
    columns += sign === '\t' ? 4 : sign === ' ' ? 1 : 2;
  }
  return columns;
}

function lineOf(given: string, at: number): Line {
  const indent = indentOf(given);
  const whole = given.replaceAll(wideBlank, ' ').trim();
  const literal = whole.includes('\\') ? literalFrom(whole) : undefined;
  const framed = literal === undefined && whole !== notSaidLine ? framedIn(whole) : undefined;
  const spoken = framed?.words ?? undressed(literal === undefined ? whole : whole.slice(0, literal));
  const rest = literal === undefined ? '' : whole.slice(literal + 1);
  const plain = plainOf(spoken) + mask.repeat(rest.length);
  const breaks = rest === '' && plain.length < 200 && pageBreak.test(plain);
  return {
    at,
    raw: spoken + rest,
    plain,
    indent,
    blank: plain === '' || (!breaks && drawn.test(plain)),
    ...(framed?.heads && { framed: true }),
    ...(plain === '' && given.includes('\t') && { emptyRow: true }),
    ...(breaks && { page: pageTitle(spoken) }),
  };
}

const pageTitle = (line: string) => (/[:：]([^=]*?)[-=*]+$/.exec(line)?.[1] ?? '').trim();

/** Without the dress of Markdown, in which many drafts come. */
function undressed(text: string): string {
  const start = /^[#>]/.test(text) ? text.replace(/^(?:#{1,6}|>)\s+/, '') : text;
  return start.includes('**') ? start.replace(/\*{2,3}(?=[^\s*])([^*]+)\*{2,3}/g, '$1').trimStart() : start;
}

/** All lines, blank ones too. Line numbers are those of a text field: other breaks cut a line, but do not count. */
export function linesOf(text: string): Line[] {
  const cleaned = text
    .replace(unseen, '')
    .replace(tenth, '$<blanks>1\ufe0f\u20e30\ufe0f\u20e3')
    .replace(halves, '\ufffd')
    .replace(spaces, ' ')
    .replace(wideLetters, narrow);
  return cleaned
    .split(/\r\n?|\n/)
    .flatMap((line, index) =>
      softBreak.test(line)
        ? line.split(softBreak).map((part) => lineOf(part, index + 1))
        : lineOf(line, index + 1),
    );
}

const isSpace = (code: number) => code === 32 || code === 9;

/** A part of a piece, without the spaces around it. */
export function part({ at, raw, plain }: Piece, from: number, to = raw.length): Piece {
  let start = from;
  let end = Math.min(to, raw.length);
  while (start < end && isSpace(raw.charCodeAt(start))) start += 1;
  while (end > start && isSpace(raw.charCodeAt(end - 1))) end -= 1;
  return { at, raw: raw.slice(start, end), plain: plain.slice(start, end) };
}

/** A piece without these parts, which are in order and do not overlap. */
export function without(piece: Piece, spans: readonly { from: number; to: number }[]): Piece {
  let at = 0;
  let raw = '';
  let plain = '';
  for (const { from, to } of spans) {
    raw += piece.raw.slice(at, from);
    plain += piece.plain.slice(at, from);
    at = to;
  }
  return part({ at: piece.at, raw: raw + piece.raw.slice(at), plain: plain + piece.plain.slice(at) }, 0);
}

/** Cut at these places; empty parts are left out. */
export const cutAt = (piece: Piece, places: readonly number[]): Piece[] =>
  [0, ...places]
    .map((from, index) => part(piece, from, places[index] ?? piece.raw.length))
    .filter(({ raw }) => raw !== '');

/** Cut at what stands between; the separators themselves are left out, and so are empty parts. */
export function splitBy(piece: Piece, separator: RegExp): Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  for (const found of piece.plain.matchAll(separator)) {
    parts.push(part(piece, from, found.index));
    from = found.index + found[0].length;
  }
  parts.push(part(piece, from));
  return parts.filter(({ raw }) => raw !== '');
}

/** Whether something in it was taken out of reading. */
export const isLiteral = ({ plain }: Piece) => plain.includes(mask);
