// A scale that is written on one line with the words of its ends: `很差 ○1 ○2 ○3 ○4 ○5 很好`, `1（很差）……5（很好）`,
// `1分很差，5分很好`, `1-5分，1分最低，5分最高`.
import { lastOpening } from './brackets.ts';
import { tidyEnd } from './head.ts';
import { isLiteral, type Piece, part, splitBy } from './lines.ts';
import { amountOf } from './numerals.ts';

export interface Strip {
  from: number;
  to: number;
  low?: Piece | undefined;
  high?: Piece | undefined;
}

const longest = 200;

function pointOf(cell: string): number | undefined {
  const figure = /^(\d{1,2}|[①-⑩])分?$/.exec(cell)?.[1];
  return figure === undefined ? undefined : amountOf(figure);
}

/** By one, up or down. */
const isRun = ([from = 0, next = 0, ...more]: readonly number[]) =>
  Math.abs(next - from) === 1 && more.every((n, at) => n === from + (at + 2) * (next - from));

/** All figures between the words of the ends. */
function counted(line: Piece): Strip | undefined {
  const cells = splitBy(line, /[\s○□◯☐●◎()/、,_—-]+|(?<=[①-⑩])|(?=[①-⑩])/g).map((cell) => ({
    cell,
    n: pointOf(cell.plain),
  }));
  const start = cells.findIndex(({ n }) => n !== undefined);
  const figures = cells.slice(start).findIndex(({ n }) => n === undefined);
  const end = figures < 0 ? cells.length : start + figures;
  const numbers = cells.slice(start, end).map(({ n }) => n ?? 0);
  const [from = 0] = numbers;
  if (start < 0 || numbers.length < 3 || !isRun(numbers)) return undefined;
  const [low, ...moreLow] = cells.slice(0, start);
  const [high, ...moreHigh] = cells.slice(end);
  if (moreLow.length > 0 || moreHigh.length > 0) return undefined;
  const to = numbers.at(-1) ?? from;
  return from < to
    ? { from, to, low: low?.cell, high: high?.cell }
    : { from: to, to: from, low: high?.cell, high: low?.cell };
}

const word = '([^\\s\\d()=:,;~…·.-]{1,12}?)';
/** What is counted with it (1号楼, 3档) is no point of a scale. */
const figure = '(\\d{1,2})(?![档号楼层栋单级期元年月日天次人户岁])\\s?[分星]?\\s?';
const means = '(?:[=:(、.]|-{1,2}|代表|表示|为|是)?\\s?';
const between = '\\s?\\)?\\s?(?:…+|·{2,}|\\.{2,}|-+|~+|[至到→,;/]|\\s)\\s?';
/** The two ends alone, each with its figure before its word or behind it. */
const figureFirst = new RegExp(`^${figure}${means}${word}${between}${figure}${means}${word}\\s?\\)?$`);
const wordFirst = new RegExp(`^${word}\\s?\\(?${figure}${between}${word}\\s?\\(?${figure}\\)?$`);
const ahead = /^\d{1,2}\s?分?\s?[-~至到]{1,2}\s?\d{1,2}\s?分?制?\s?[,:;]\s?/;

/** Words for how much of something there is; other words with figures (1号楼张三，5号楼李四) are no ends. */
const judges =
  /满意|同意|愿意|赞成|支持|重要|符合|信任|了解|清楚|方便|安全|及时|认可|推荐|可能|困难|容易|频繁|好|差|低|高|不|完全|非常|很|极|从不|总是|强|弱|优|劣/;
const isJudging = ({ low, high }: Strip) =>
  low !== undefined && high !== undefined && judges.test(low.plain) && judges.test(high.plain);

function ends(whole: Piece): Strip | undefined {
  const line = part(whole, ahead.exec(whole.plain)?.[0].length ?? 0);
  const [, ...first] = figureFirst.exec(line.plain) ?? [];
  const [, ...second] = wordFirst.exec(line.plain) ?? [];
  const [a, left = '', b, right = ''] =
    first.length > 0 ? first : [second[1], second[0], second[3], second[2]];
  if (left === '') return undefined;
  const at = line.plain.indexOf(left);
  const end = line.plain.lastIndexOf(right);
  const [low, high] = [part(line, at, at + left.length), part(line, end, end + right.length)];
  const [from, to] = [Number(a), Number(b)];
  const strip = from < to ? { from, to, low, high } : { from: to, to: from, low: high, high: low };
  const fits = strip.from <= 1 && strip.to <= 10 && strip.to - strip.from > 1;
  return fits && isJudging(strip) ? strip : undefined;
}

/** Undefined for a line that is no such scale. */
export function stripOf(line: Piece): Strip | undefined {
  if (isLiteral(line) || line.raw.length > longest || !/[\d①-⑩]/.test(line.plain)) return undefined;
  return counted(line) ?? ends(line);
}

/** Whether it is one even where nothing else says so: by the words of its ends, or by having none. */
export function isScaleAlone(line: Piece): boolean {
  const strip = stripOf(line);
  return strip !== undefined && ((!strip.low && !strip.high) || isJudging(strip));
}

/** As far from the end of a title such a scale may begin. */
const farthest = 100;

/** The same at the end of a title, in a bracket or without one; without words only where points are `asked` for. */
export function stripBeside(title: Piece, asked: boolean): { title: Piece; strip: Piece } | undefined {
  const fits = (piece: Piece) => {
    const strip = stripOf(piece);
    return strip && (asked || isJudging(strip));
  };
  if (isLiteral(title) || !/[\d①-⑩]\D{0,20}$/.test(title.plain.slice(-farthest))) return undefined;
  const open = lastOpening(title);
  const inside = open === undefined ? undefined : part(title, open + 1, title.raw.length - 1);
  if (open && inside && fits(inside)) return { title: tidyEnd(part(title, 0, open)).title, strip: inside };
  for (let at = Math.max(1, title.raw.length - farthest); at < title.raw.length; at += 1) {
    if (!/[\s?:,;。]/.test(title.plain.charAt(at - 1))) continue;
    const strip = part(title, at);
    if (fits(strip)) return { title: tidyEnd(part(title, 0, at)).title, strip };
  }
  return undefined;
}
