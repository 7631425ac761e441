// What stands on the line of a title behind its words: options, in a bracket or without one, a range, the place for the
// answer.
import { bracketsOf, lastOpening } from './brackets.ts';
import { answerInTitle } from './exam.ts';
import { tidyEnd } from './head.ts';
import { isLiteral, type Piece, part, without } from './lines.ts';
import { boxesEnd, boxPlaces, cutByMarks, cutWide } from './option-marks.ts';

const firstOption =
  /(?<=[^A-Za-z0-9])\(?A\s?[.、:)]|[□☐○◯①]|(?<=[\s:?)])1\s?[.、]\s?\D|(?<=[\s:?)])A(?:\s+\S|[\u4e00-\u9fff])/;

/** Where words with boxes behind them begin: `性别：男□ 女□`. */
function boxesBehind(title: Piece): number | undefined {
  const first = boxesEnd(title) ? (boxPlaces(title)[0] ?? 0) : 0;
  const words = title.plain.slice(0, first).trimEnd();
  const at = Math.max(...[':', '?', ' ', '\t'].map((sign) => words.lastIndexOf(sign)));
  return at > 0 && at < words.length - 1 ? at + 1 : undefined;
}

/** `对工作的评价（A.满意 B.一般）`, and a line that is such a bracket. */
export function listInBracket(line: Piece): { title: Piece; options: Piece[] } | undefined {
  const from = isLiteral(line) ? undefined : lastOpening(line);
  const options = from === undefined ? undefined : cutByMarks(part(line, from + 1, line.raw.length - 1));
  return options && wordsApart(options) ? { title: tidyEnd(part(line, 0, from)).title, options } : undefined;
}

/** Options on the line of the title: `您是党员吗 □是 □否`, `满意度：A.满意 B.一般`. */
export function optionsBeside(title: Piece): { title: Piece; options: Piece[] } | undefined {
  if (isLiteral(title)) return undefined;
  const bracket = listInBracket(title);
  if (bracket) return bracket.title.raw === '' ? undefined : bracket;
  const colon = title.plain.indexOf(':');
  const slots = colon > 0 && title.plain.endsWith(')') ? cutByMarks(part(title, colon + 1)) : undefined;
  if (slots) return { title: part(title, 0, colon), options: slots };
  const at = boxesBehind(title) ?? title.plain.search(firstOption);
  // A blank before them, or in each of them, is there to be filled in.
  if (at < 1 || title.plain.slice(0, at).includes('__')) return undefined;
  const options = cutByMarks(part(title, at));
  return options && wordsApart(options) ? { title: tidyEnd(part(title, 0, at)).title, options } : undefined;
}

/** Whether these are options by more than their marks. */
function wordsApart(options: readonly Piece[]): boolean {
  const words = options
    .map(({ plain }) => plain.replace(/^\(?[A-Z](?:\s?[.、:)])*/, '').trim())
    .filter((word) => !/^[_\s:]+$/.test(word));
  // A座 and B座 differ in their letters alone: these are no marks.
  if (words.length < 2 || new Set(words).size < words.length) return false;
  return words.every((word) => /[\p{L}\d]/u.test(word)) && !words.every((word) => word.includes('__'));
}

/** What is asked with a stroke between its answers; 联系方式（电话/微信） is not. */
const either = /是否|性别|哪|时间|什么时候|几点|时段|场次|班次|意向|意愿|态度|您的意见$/;
const opposite = (one: string, other: string) =>
  [`${one}/${other}`, `${other}/${one}`].some((pair) =>
    /^(?:男\/女|是\/否|有\/无|有\/没有|对\/错|能\/否)$/.test(pair),
  ) ||
  one === `不${other}` ||
  other === `不${one}`;

/** `（是/否）` at the end of a title that nothing stands under, and `什么时间方便 上午/下午/晚上`. */
export function strokesBeside(whole: Piece): { title: Piece; options: Piece } | undefined {
  if (isLiteral(whole)) return undefined;
  const last = bracketsOf(whole).at(-1);
  const bracket = last?.to === whole.raw.length && last.from > 0 ? last : undefined;
  const tail = /[\s:?][^\s:?/]{1,8}(?:\/[^\s:?/]{1,8}){1,5}$/.exec(whole.plain.slice(-60));
  const from = bracket?.from ?? (tail ? Math.max(0, whole.raw.length - 60) + tail.index + 1 : 0);
  if (from === 0) return undefined;
  const title = tidyEnd(part(whole, 0, from)).title;
  const options = bracket?.inside ?? part(whole, from);
  const words = options.plain.split('/').map((word) => word.trim());
  const [one = '', other = ''] = words;
  // Two words behind a title may be its own: 是否参加过 培训/讲座.
  const asked = either.test(title.plain) && (bracket || words.length > 2 || /哪|性别|\?$/.test(title.plain));
  const sure = asked || (words.length === 2 && opposite(one, other));
  const fits =
    words.length > 1 && words.length < 7 && words.every((word) => /[^\d.]/.test(word) && word.length < 9);
  return fits && sure ? { title, options } : undefined;
}

/** Words that ask for one of a few, where these stand behind a colon; what is to be written is none of them. */
const kind = /类型|类别|种类|形式|意愿|是否|程度|评价|态度|满意/;
const written = /填|写|列|联系方式|网址|地址/;

/** `性别：男 / 女`, `总体评价：很满意  满意  不满意`, `是否参加：是 否`: short words behind a colon, and nothing else. */
export function keyedList(line: Piece): { title: Piece; options: Piece } | undefined {
  const at = isLiteral(line) || line.raw.length > 120 ? -1 : line.plain.indexOf(':');
  if (at < 2 || at > 30 || written.test(line.plain.slice(0, at))) return undefined;
  const options = part(line, at + 1);
  const sign = [/\s*[/|]\s*/, /\s+/, /、/].find((one) => one.test(options.plain));
  const words = sign ? options.plain.split(sign) : [];
  if (words.length < 2 || words.length > 8 || !words.every((word) => /^[^\d_:?。,()[\]□○]{1,9}$/.test(word)))
    return undefined;
  const [one = '', other = ''] = words;
  const sure = words.length === 2 ? opposite(one, other) : kind.test(line.plain.slice(0, at));
  const fits = sure || (words.length > 2 && sign?.source !== '、') || sign?.source.includes('/');
  return fits ? { title: part(line, 0, at), options } : undefined;
}

const judgement = /^(?:非常|很|较|比较|基本)?不?(?:满意|同意|了解|清楚|符合|合格|好|差|优秀?|良好?|一般|中)$/;

/** `治安巡逻   满意  基本满意  不满意`: judgements behind wide gaps. */
export function judgedBeside(line: Piece): { title: Piece; options: Piece } | undefined {
  const [title, ...cells] = isLiteral(line) || line.raw.length > 120 ? [] : cutWide(line);
  if (!title || cells.length < 2 || !cells.every(({ plain }) => judgement.test(plain))) return undefined;
  return { title, options: part(line, title.raw.length) };
}

/** `请打分 0~100`, `满意度（1-5分）` */
export function rangeBeside(title: Piece): { title: Piece; range: Piece } | undefined {
  const from = Math.max(0, title.raw.length - 20);
  const found = /[\s(:](\d{1,3}\s?[-~至到]\s?\d{1,3}\s?分?)\)?$/.exec(title.plain.slice(from));
  if (!found?.[1]) return undefined;
  const at = from + found.index;
  const range = part(title, at + 1, title.raw.length - (title.plain.endsWith(')') ? 1 : 0));
  return { title: tidyEnd(part(title, 0, at)).title, range };
}

interface Answered {
  title: Piece;
  /** what stood in the bracket, if anything */
  answer?: Piece;
}

/**
 * The bracket for the answer, `（  ）` or `（ B ）`, at the end of a title, and in a test anywhere in it; where there are
 * options it is no part of the title.
 */
export function answerSlot(title: Piece, isTest = false): Answered | undefined {
  if (isLiteral(title)) return undefined;
  const slot = bracketsOf(title).find(
    ({ round, inside, to }) =>
      round &&
      (inside.raw === '' || answerInTitle.test(inside.plain)) &&
      (isTest || /^[\s。.?!:,]*$/.test(title.plain.slice(to))),
  );
  if (slot)
    return {
      title: tidyEnd(without(title, [slot])).title,
      ...(slot.inside.raw !== '' && { answer: slot.inside }),
    };
  let end = title.raw.length;
  while (end > 0 && title.plain.charAt(end - 1) === '_') end -= 1;
  return end < title.raw.length - 1 ? { title: tidyEnd(part(title, 0, end)).title } : undefined;
}
