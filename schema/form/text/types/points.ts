// Types with points, in texts: scales, stars, willingness to recommend, criteria with full marks.
import type { QuestionOf } from '../../../fields/shapes.ts';
import { baseOf, type Draft, takeBody } from '../draft.ts';
import { isReversed } from '../labels.ts';
import type { Piece } from '../lines.ts';
import { bestFirst, type Points, pointsOf, rangeOf } from '../points.ts';
import { single } from './choices.ts';
import { endLines, endWords, sliderOf, takeEnds } from './figures.ts';
import { line, type Said, type TextType, type Written, when } from './type.ts';

interface ScaleWords {
  from: number;
  to: number;
  labels?: string[];
  low?: string;
  high?: string;
  na?: boolean;
}

const turned = <T>(list: readonly T[], turn: boolean) => (turn ? [...list].reverse() : [...list]);

/**
 * The settings of a scale out of its lines; undefined when they are no points of one (0~100, eleven words). Points count
 * from the worst, so words that begin with the best are turned round, and 反向 turns them once more.
 */
export function scaleOf(lines: readonly Piece[], draft: Draft): ScaleWords | undefined {
  const points = pointsOf(lines);
  const { from, to, low, high, labels, order, range } = points;
  const reversed = isReversed(draft.named ?? '');
  const given = from !== undefined && to !== undefined;
  if (given && !(from >= 0 && from <= 1 && to >= 2 && to <= 10)) return undefined;
  const start = from ?? 1;
  const end = start + labels.length - 1;
  const said = given && end === to;
  if (labels.length > 2 || said) {
    if (end > 10 || labels.some(({ raw }) => raw.length > 20)) return undefined;
    if (given && !said && range) draft.lose({ line: range.at, text: range.raw });
    const falling = order
      ? (order[0] ?? 0) > (order.at(-1) ?? 0)
      : !said && bestFirst(plain(labels[0]), plain(labels.at(-1)));
    const words = turned(labels, falling !== reversed).map(({ raw }) => raw);
    return {
      from: start,
      to: end,
      labels: words,
      ...endWords(low, high, draft),
      ...unsureIn(points, draft),
    };
  }
  return { ...pairOf(points, draft, reversed), ...unsureIn(points, draft) };
}

const unsureIn = ({ unsure }: Points, { marks }: Draft) =>
  marks.flag('unsure') || unsure ? { na: true } : {};

/** A scale of which only the ends have words. */
function pairOf({ from = 1, to = 5, low, high, labels, order }: Points, draft: Draft, reversed: boolean) {
  // Two lines of words are the ends, unless these are said otherwise.
  if (low || high) for (const { at, raw } of labels) draft.lose({ line: at, text: raw });
  const falling = order !== undefined && (order[0] ?? 0) > (order[1] ?? 0);
  const [first, last] = low || high ? [low, high] : turned(labels, falling);
  const least = order ? Math.min(...order) : from;
  const most = order ? Math.max(...order) : to;
  const figured = least >= 0 && least <= 1 && most >= 2 && most <= 10;
  const swap = !order && first !== undefined && last !== undefined && bestFirst(first.plain, last.plain);
  const [worst, best] = turned([first, last], swap !== reversed);
  return {
    from: figured ? least : from,
    to: figured ? most : to,
    ...endWords(worst, best, draft),
  };
}

const plain = (piece: Piece | undefined) => piece?.plain ?? '';

export const scaleMarks = ({ na }: { na?: boolean | undefined }) => when(na, () => '可选不了解');

/** The lines of a scale, in every way in which its ends can be written. */
export const scaleLines = ({
  from,
  to,
  labels,
  low,
  high,
}: Pick<QuestionOf<'scale'>, 'from' | 'to' | 'labels' | 'low' | 'high'>): Said[][] =>
  endLines(low, high).map((body) => [
    { lead: `${from}~${to}` },
    ...body,
    ...(labels ?? []).map((label) => line(label)),
  ]);

/** Where only the points have words, these say it all. */
export const labelsAlone = ({
  labels,
  low,
  high,
}: Pick<QuestionOf<'scale'>, 'labels' | 'low' | 'high'>): readonly string[] =>
  low === undefined && high === undefined ? (labels ?? []) : [];

export const scale: TextType<QuestionOf<'scale'>> = {
  pointed: true,
  read(draft) {
    const lines = draft.body;
    const settings = scaleOf(lines, draft);
    if (!settings) return lines.some((piece) => rangeOf(piece)) ? sliderOf(draft) : single.read(draft);
    takeBody(draft);
    return { ...baseOf(draft), type: 'scale', ...settings };
  },
  write(question) {
    const words = labelsAlone(question).map((label) => line(label));
    const bodies = [...(words.length > 0 ? [words] : []), ...scaleLines(question)];
    return bodies.map((body): Written => ({ marks: scaleMarks(question), body }));
  },
};

export const rating: TextType<QuestionOf<'rating'>> = {
  pointed: true,
  read(draft) {
    const at = draft.body.findIndex((piece) => rangeOf(piece) !== undefined);
    const said = draft.body[at] && rangeOf(draft.body[at]);
    if (said && !(said.from === 1 && said.to >= 3 && said.to <= 10)) return sliderOf(draft);
    if (said) draft.body.splice(at, 1);
    const stars = said?.to;
    return { ...baseOf(draft), type: 'rating', ...(stars !== undefined && { stars }) };
  },
  write: ({ stars }) => [{ marks: [], body: stars === undefined ? [] : [{ lead: `1~${stars}` }] }],
};

export const nps: TextType<QuestionOf<'nps'>> = {
  pointed: true,
  read(draft) {
    const at = draft.body.findIndex((piece) => rangeOf(piece)?.to === 10);
    if (at >= 0) draft.body.splice(at, 1);
    const { low, high } = takeEnds(draft, true);
    return { ...baseOf(draft), type: 'nps', ...endWords(low, high, draft) };
  },
  write: ({ low, high }) => endLines(low, high).map((body): Written => ({ marks: [], body })),
};

/** `优：18` `好（16分以上）` `中 12~16分` */
const level =
  /^(.{1,100}?)\s?(?:[:(=]|\s)\s?(\d{1,3}(?:\.\d{1,2})?)\s?分?\s?(?:及以上|以上|起|[-~至到]\s?\d{1,3}(?:\.\d{1,2})?\s?分?)?\)?$/;

const levelFirst = /^(\d{1,3}(?:\.\d{1,2})?)\s?分?(?:及以上|以上)\s?:\s?/;

/** `优：18分以上`: a word and the marks from which it holds. */
export function levelOf(piece: Piece): { label: string; from: number } | undefined {
  if (piece.raw.length > 130) return undefined;
  const figure = levelFirst.exec(piece.plain);
  if (figure) {
    const label = piece.raw.slice(figure[0].length);
    return label !== '' && label.length <= 100 ? { label, from: Number(figure[1]) } : undefined;
  }
  const found = level.exec(piece.plain);
  const label = piece.raw.slice(0, found?.[1]?.length ?? 0).trim();
  return found && label !== '' && Number(found[2]) <= 100 ? { label, from: Number(found[2]) } : undefined;
}

export const indicator: TextType<QuestionOf<'indicator'>> = {
  read(draft) {
    const full = draft.marks.number('points', 1, 100) ?? 20;
    const halves = draft.marks.flag('halves');
    const reasonBelow = draft.marks.number('reasonBelow', 0, full, false);
    const levels: { label: string; from: number }[] = [];
    draft.body = draft.body.filter((piece) => {
      const found = levelOf(piece);
      if (!found || levels.length >= 6 || found.from > full) return true;
      levels.push(found);
      return false;
    });
    return {
      ...baseOf(draft),
      type: 'indicator',
      full,
      ...(halves && { halves }),
      ...(levels.length > 0 && { levels }),
      ...(reasonBelow !== undefined && { reasonBelow }),
    };
  },
  write({ full, halves, levels = [], reasonBelow }) {
    const marks = [
      `${full}分`,
      ...when(halves, () => '可打半分'),
      ...when(reasonBelow, (below) => `${below}分以下须说明原因`),
    ];
    return [
      { marks, body: levels.map(({ label, from }) => ({ lead: `${label}：${from}分及以上` })) },
      { marks, body: levels.map(({ label, from }) => line(label, `${from}分及以上：`)) },
    ];
  },
};
