// Words of a printed questionnaire that send the reader on: beside an option (不知道（跳到第7题）, 否→转第5题), or for one that they
// name (若选“否”，跳至第7题). What they are made of is decided in skips.ts, where all questions are known.
import { bracketsOf } from './brackets.ts';
import { isLiteral, type Piece, part, without } from './lines.ts';
import { amountOf } from './numerals.ts';

/** Such words, and the id of the option that they stand at. */
export interface Sent {
  words: Piece;
  option?: string;
}

export interface Way {
  /** the option, as the words name it: a label or a letter */
  chosen?: string;
  /** number of a question */
  to: number | 'end';
}

/** More than anybody writes to send somebody on. */
const longest = 60;

const go =
  '(?:请|可)?\\s?(?:直接)?\\s?(?:跳转|跳答|转答|跳|转)\\s?(?:至|到|入)?\\s?(?:回答|作答|填写|填答)?\\s?';
const numbered =
  '(?:第\\s?(\\d{1,3}|[一二三四五六七八九十]{1,3})\\s?小?[题问]|(?:Q|问题|题目)\\s?(\\d{1,3})|(\\d{1,3})\\s?小?题)';
const bare = '(?:跳转|跳|转)\\s?(?:至|到)\\s?第?\\s?(\\d{1,3})';
const activity = '(?:答题|作答|答卷|问卷|调查|访问|访谈|填写|填答)';
const end = `(?:请|则)?(?:直接)?(?:(?:跳转|跳|转)\\s?(?:至|到)\\s?(?:本?(?:问卷|调查|表单)的?)?(?:结束|结尾|末尾)(?:处|页|语)?|(?:结束|停止|终止)(?:本次|此次)?${activity}|${activity}(?:到此)?(?:结束|终止))`;
const arrow = '(?:[→⇒➔➜➡]\\ufe0f?|[-=]{1,8}>)';
const way = `(?:(?:${arrow}\\s?)?(?:${go}${numbered}|(?:请|可)?\\s?(?:直接)?${bare}|(${end}))|${arrow}\\s?(?:${numbered}|(结束|提交)))`;

const lead = '(?:(?:注|提示|说明|备注|跳题说明)\\s?:\\s?)?';
const choice = '(?:(?:勾?选|回?答)(?:择|了|中|的是|为)?)';
/** `若选“否”，`, `选择B的` */
const named = `(?:(?:如果?|若是?|凡是?)\\s?[您你]?\\s?${choice}?|${choice})\\s?:?\\s?(.{1,40}?)\\s?(?:一?选?项)?[的者时后]?\\s?[,:;]?\\s?`;

const wayOnly = new RegExp(`^${way}[。.!;]?$`);
const wayOf = new RegExp(`^\\(?\\s?${lead}${named}${way}[。.!;]?\\s?\\)?[。.]?$`);

/** No words that send on are without one of these. */
const signs = /[跳转束止交→⇒➔➜➡>]/;
/** What may be more than such words, or say it in another way. */
const sends =
  /^(?:请)?(?:直接)?跳(?:转)?(?:至|到)|(?:跳|转)(?:转|答)?(?:至|到|过|入)?(?:回答)?\s?第?\s?\d{1,3}\s?题/;

const targetOf = (found: readonly (string | undefined)[]): number | 'end' | undefined => {
  const written = found.find((group) => group !== undefined);
  return written === undefined ? undefined : (amountOf(written) ?? 'end');
};

/** What the words say; undefined where they say more, or less, than where to go on. */
export function readWay({ plain }: Piece): Way | undefined {
  if (plain.length > longest || !signs.test(plain)) return undefined;
  const [only, ...targets] = wayOnly.exec(plain) ?? [];
  const to = targetOf(targets);
  if (only !== undefined) return to === undefined ? undefined : { to };
  const [, chosen = '', ...ofChosen] = wayOf.exec(plain) ?? [];
  const next = targetOf(ofChosen);
  return next === undefined
    ? undefined
    : { chosen: chosen.replace(/[“”"'‘’「」『』]/g, '').trim(), to: next };
}

/** Words in a bracket that send the reader on. */
const sendsOn = (words: Piece) => sends.test(words.plain) || readWay(words) !== undefined;

/** A line that does nothing else. */
export const isSending = (line: Piece) =>
  line.plain.length <= longest &&
  !isLiteral(line) &&
  ((/^\(?\s?(?:(?:如果?|若|凡|选).{1,30})?(?:请)?(?:直接)?[跳转]/.test(line.plain) &&
    sends.test(line.plain)) ||
    readWay(line)?.chosen !== undefined);

/** Signs that only stand between an option and the words that send on from it. */
const between = '[\\s,;:、.。…·-]';
const behind = new RegExp(
  `${between}*((?:${arrow}\\s?(?:${go}${numbered}|${numbered}|${bare}|${end}|结束|提交)|${go}${numbered}|(?:请|可)?(?:直接)?${bare}|(?<=${between})${end})[。.!;]?)$`,
);

interface Apart {
  /** the words without those that send on */
  words: Piece;
  sends: Piece[];
}

/** The brackets that send the reader on, apart from the other words. */
export function bracketsApart(words: Piece): Apart {
  if (isLiteral(words) || !/[([]/.test(words.plain)) return { words, sends: [] };
  const spans = bracketsOf(words).filter(({ inside }) => sendsOn(inside));
  const outer = spans.filter(({ from }) => !spans.some((other) => other.from < from && from < other.to));
  return { words: without(words, outer), sends: outer.map(({ inside }) => inside) };
}

/** The same of an option, behind which they may stand without a bracket. */
export function sendsApart(option: Piece): Apart {
  const { words, sends: found } = bracketsApart(option);
  const from = Math.max(0, words.raw.length - longest);
  const tail = isLiteral(words) ? null : behind.exec(words.plain.slice(from));
  const at = tail && from + tail.index;
  if (!tail?.[1] || !at) return { words, sends: found };
  return {
    words: part(words, 0, at),
    sends: [...found, part(words, at + tail[0].length - tail[1].length)],
  };
}
