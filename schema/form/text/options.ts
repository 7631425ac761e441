// Options out of the lines under a title: cut where one line holds several, without their marks, and with what their
// brackets and blanks say of them.
import type { Option } from '../../fields/options.ts';
import { blankLabel } from '../placeholders.ts';
import type { Unplaced } from '../reading.ts';
import { bracketsOf } from './brackets.ts';
import { atMost, type Draft, fitting } from './draft.ts';
import { optionId } from './ids.ts';
import { isLiteral, type Piece, part, splitBy, without } from './lines.ts';
import { alone, type Item, marklessOf } from './markless.ts';
import { type Mark, marksIn } from './marks.ts';
import { family, numberOf } from './numbers.ts';
import {
  boxesEnd,
  boxless,
  cutByMarks,
  cutNarrow,
  cutWide,
  type OptionMark,
  optionMarkOf,
} from './option-marks.ts';
import { readWay, sendsApart } from './sends.ts';

const most = 200;

/** `1.` before an option, where it counts from 1; lines below the last have none. */
function numberMarks(items: readonly Piece[]): (OptionMark | undefined)[] | undefined {
  const numbers = items.map(numberOf);
  const end = numbers.findIndex(
    (number, index) => number?.n !== index + 1 || family(number.style) !== family(numbers[0]?.style ?? 'dot'),
  );
  const counted = end < 0 ? items.length : end;
  return counted > 1 && numbers.slice(counted).every((number) => number === undefined)
    ? numbers.map((number) => number && { style: 'number', n: number.n, length: number.length })
    : undefined;
}

/** The marks that belong to the list: a letter that stands for itself (`E. 科利` as the second of three) is none. */
function marksOf(items: readonly Piece[]): (OptionMark | undefined)[] {
  const marks = items.map(optionMarkOf);
  const first = marks.find((mark) => mark?.style === 'letter' || mark?.style === 'loose');
  const second = marks.filter((mark) => mark?.style === first?.style)[1];
  const lettered =
    first?.n === 1 && (first.style === 'letter' || (second?.n === 2 && tellApart(items, marks)));
  const kept = marks.map((mark) =>
    mark && (mark.style === 'letter' || mark.style === 'loose') && (!lettered || mark.style !== first?.style)
      ? undefined
      : mark,
  );
  return kept.some((mark) => mark) ? kept : (numberMarks(items) ?? kept);
}

/** A座, B座 are told apart by their letters alone, so these are no marks. */
const tellApart = (items: readonly Piece[], marks: readonly (OptionMark | undefined)[]) => {
  const words = items.map(({ raw }, index) => raw.slice(marks[index]?.length ?? 0).trim());
  return new Set(words).size === words.length;
};

/** Only underscores: the blank of the option before it. */
export const isBlank = ({ plain }: Piece) => /^[_\s():]+$/.test(plain) && plain.includes('_');

/** Words behind an option, with a gap before them, that only send the reader on from it. */
function isWayOn(words: Piece): boolean {
  const way = readWay(words);
  return way !== undefined && way.chosen === undefined && way.to !== 'end';
}

const joined = (a: Piece, b: Piece, sign = ''): Piece => ({
  at: a.at,
  raw: a.raw + sign + b.raw,
  plain: a.plain + sign + b.plain,
});

/** Cut at wide gaps, but not behind the mark: a tab stands there in lists of word processors. */
function cutBeyondMark(line: Piece): Piece[] {
  const cells = cutWide(line);
  const [first, second, ...more] = cells;
  if (!first || !second || optionMarkOf(line)?.length !== first.raw.length + gapAfter(line, first))
    return cells;
  return [part(line, 0, line.raw.indexOf(second.raw, first.raw.length) + second.raw.length), ...more];
}
const gapAfter = (line: Piece, first: Piece) =>
  /^\s*/.exec(line.plain.slice(first.raw.length))?.[0].length ?? 0;

interface Itemized {
  /** an item may have columns of its own, and is not cut at these */
  columns?: boolean;
  /** takes lines that have no place in the list; without it they are items */
  stray?: ((line: Piece) => void) | undefined;
}

/** The lines of a list, one item each, without marks. */
export function itemsOf(body: readonly Piece[], { columns = false, stray }: Itemized = {}): Piece[] {
  const cut = body.flatMap(
    (line) => cutByMarks(line) ?? (columns || isLiteral(line) ? [line] : cutBeyondMark(line)),
  );
  const marks = marksOf(cut);
  if (cut.length > 1 && marks.every((mark) => !mark) && cut.every(boxesEnd)) return cut.map(boxless);
  // Letters behind bullets (- A. 甲) are marks too.
  if (cut.length > 1 && marks.every((mark) => mark?.style === 'bullet' || mark?.style === 'box')) {
    const inner = cut.map((piece, index) => part(piece, marks[index]?.length ?? 0));
    if (marksOf(inner).every((mark) => mark?.style === 'letter')) return itemsOf(inner, { stray });
  }
  const items: Item[] = cut.map((piece, index) => ({ ...piece, mark: marks[index] }));
  const markless = marklessOf(items);
  const list: Piece[] = [];
  items.forEach((item, index) => {
    const before = list.at(-1);
    const words = item.mark
      ? part(item, item.mark.length)
      : { at: item.at, raw: item.raw, plain: item.plain };
    const behind = isBlank(words) || markless[index] === 'on' || (!item.mark && isWayOn(words));
    // A gap in a line stays one.
    const gap = markless[index] === 'on' && items[index - 1]?.at === item.at ? ' ' : '';
    if (before && behind) list[list.length - 1] = joined(before, words, gap);
    else if (stray && markless[index] === 'stray') stray(words);
    else list.push(words);
  });
  return list;
}

/** Of the body of a choice: one line alone is cut at spaces or strokes too, since one option alone is no choice. */
export function choicesOf(body: readonly Piece[], stray?: Itemized['stray']): Piece[] {
  const items = itemsOf(body, { stray });
  const [only] = items;
  if (items.length !== 1 || !only || isLiteral(only)) return items;
  if (optionMarkOf(body[0] ?? only)) return items;
  // With spaces around strokes (男 / 女) the strokes part.
  const narrow = /\s[/|]|[/|]\s/.test(only.plain) ? [only] : cutNarrow(only);
  if (narrow.length > 1) return itemsOf(narrow);
  const strokes = splitBy(only, /[/|]/g);
  if (strokes.length > 1 && strokes.every(({ raw }) => raw.length <= 20)) return strokes;
  const listed = /^(?:请|如|例)|[。!?]$/.test(only.plain) ? [] : splitBy(only, /[、;,]/g);
  return listed.length > 1 && listed.every(({ raw }) => raw.length <= 8) ? listed : items;
}

const asksForWords = /(?:请|需|可)?(?:注明|说明|填写|写明|列明|补充说明|具体说明)[:.。…]*$/;

/** A setting that stood in a bracket, and what to tell of it where it cannot hold. */
interface OptionMarkSaid {
  key: Mark['key'];
  told: Unplaced;
}

export interface OptionWords {
  option: Omit<Option, 'id'>;
  said: OptionMarkSaid[];
  /** words that send the reader on */
  sends: Piece[];
}

/** A blank at the end, or in a bracket at the end, and the sign before it. */
function blankAt(piece: Piece): number | undefined {
  const { plain } = piece;
  let end = plain.length;
  if (plain.charAt(end - 1) === ')') end -= 1;
  let at = end;
  while (at > 0 && /[_\s]/.test(plain.charAt(at - 1))) at -= 1;
  if (!plain.slice(at, end).includes('__')) return undefined;
  if (end < plain.length && plain.charAt(at - 1) === '(') at -= 1;
  else if (end < plain.length) return undefined;
  while (at > 0 && /[:,\s]/.test(plain.charAt(at - 1))) at -= 1;
  return at;
}

/** One option with its marks taken off: 其他____, 满意（5分）, 以上都没有. */
export function optionOf(item: Piece, draft: Draft, exclusive: boolean): OptionWords {
  const found: OptionWords = { option: { label: '' }, said: [], sends: [] };
  const { option, said } = found;
  let words = item;
  const spans = bracketsOf(words).filter((bracket) => {
    const marked = marksIn(bracket);
    const [mark, ...more] = marked?.marks ?? [];
    if (!mark || more.length > 0 || (marked?.rest.length ?? 0) > 0) return false;
    if (mark.key === 'exclusive') option.exclusive = true;
    else if (mark.key === 'open') option.text = true;
    else if (mark.key === 'points' && option.score === undefined && Math.abs(mark.value) <= 1000)
      option.score = mark.value;
    else if (mark.key === 'quota' && option.quota === undefined && mark.value >= 1 && mark.value <= 1_000_000)
      option.quota = mark.value;
    else if (mark.key !== 'right') return false;
    said.push({ key: mark.key, told: { line: item.at, text: item.raw.slice(bracket.from, bracket.to) } });
    return true;
  });
  // Where a paper form sends the reader on is nothing for a resident.
  ({ words, sends: found.sends } = sendsApart(without(words, spans)));
  if (/[^;];$/.test(words.plain)) words = part(words, 0, words.raw.length - 1);
  const blank = blankAt(words);
  if (blank !== undefined) {
    option.text = true;
    words = part(words, 0, blank);
  } else if (/^_{2,}/.test(words.plain)) {
    option.text = true;
    words = part(words, /^_+/.exec(words.plain)?.[0].length ?? 0);
  }
  // A place to write within the words stays there, and is written behind them.
  if (/[^_]__+[^_]/.test(words.plain)) option.text = true;
  if (/^其[他它]\s*:$/.test(words.plain)) {
    option.text = true;
    words = part(words, 0, words.raw.length - 1);
  }
  const inner = words.plain.replace(/[()]/g, '');
  if (inner.length < 60 && /^(?:其[他它]|另)/.test(inner) && asksForWords.test(inner)) option.text = true;
  if (exclusive && alone.test(words.plain)) option.exclusive = true;
  option.label = words.raw === '' ? (option.text ? '其他' : blankLabel) : fitting(words, 200, draft.lose);
  return found;
}

export interface Options {
  options: Option[];
  /** what stood in brackets beside them */
  said: (OptionMarkSaid & { id: string })[];
}

/** Keeps the options as they were printed, with the words that send the reader on from them. */
export function keepSends(
  { printed }: Draft,
  list: readonly { id: string; sends: readonly Piece[] }[],
): void {
  printed.options = list.map(({ id }) => id);
  printed.sends.push(...list.flatMap(({ id, sends }) => sends.map((words) => ({ words, option: id }))));
}

/** The options of a question, with ids; two blanks to fill in where the text has none. */
export function optionsOf(draft: Draft, body: readonly Piece[], { exclusive = false } = {}): Options {
  const items = atMost(
    choicesOf(body, ({ at, raw }) => draft.lose({ line: at, text: raw })),
    most,
    draft.lose,
  );
  const read = items.map((item, index) => ({ id: optionId(index), ...optionOf(item, draft, exclusive) }));
  keepSends(draft, read);
  const blanks = [0, 1].map((index) => ({ id: optionId(index), label: blankLabel }));
  return {
    options: read.length > 0 ? read.map(({ id, option }) => ({ id, ...option })) : blanks,
    said: read.flatMap(({ id, said }) => said.map((one) => ({ id, ...one }))),
  };
}

/** The options without a setting that cannot hold; where the text said it, that is told. */
export function withdrawn(
  { options, said }: Options,
  key: 'exclusive' | 'quota',
  { lose }: Draft,
  of: (id: string) => boolean = () => true,
): Option[] {
  for (const one of said) if (one.key === key && of(one.id)) lose(one.told);
  return options.map((option) => {
    const { [key]: _, ...others } = option;
    return of(option.id) ? others : option;
  });
}
