// Types between two ends, in texts: `（范围：0~20）` beside the title, or `0~20` under it.
import { isDay } from '../../../fields/date.ts';
import type { QuestionOf } from '../../../fields/shapes.ts';
import { baseOf, type Draft, short } from '../draft.ts';
import type { Piece } from '../lines.ts';
import { endsOf, rangeOf } from '../points.ts';
import { line, type TextType, when } from './type.ts';

/** Both ends as they are written; either may be open, and the lower one comes first. */
function endsIn(
  draft: Draft,
  good: (end: string) => boolean,
  value: (end: string) => number | string = (end) => end,
): { min?: string; max?: string } {
  const fits = (range: string) => {
    const ends = range.split('~').map((end) => end.trim());
    const [from = '', to = ''] = ends;
    const ordered = from === '' || to === '' || value(from) <= value(to);
    const ok =
      ends.length === 2 && ends.every((end) => end === '' || good(end)) && from + to !== '' && ordered;
    return ok ? { ...(from !== '' && { min: from }), ...(to !== '' && { max: to }) } : undefined;
  };
  const beside = draft.marks.word('range', (range) => fits(range) !== undefined);
  if (beside !== undefined) return fits(beside) ?? {};
  const at = draft.body.findIndex(({ plain }) => plain.length < 30 && fits(plain) !== undefined);
  return at < 0 ? {} : (fits(draft.body.splice(at, 1)[0]?.plain ?? '') ?? {});
}

const rangeMark = (min: string | number | undefined, max: string | number | undefined) =>
  min === undefined && max === undefined ? [] : [`范围：${min ?? ''}~${max ?? ''}`];

const isFigure = (end: string) =>
  /^-?\d{1,8}(?:\.\d{1,3})?$/.test(end) && Math.abs(Number(end)) <= 10_000_000;

/** Ends, decimals and unit of a figure that is typed. */
export function figureOf(draft: Draft) {
  const { min, max } = endsIn(draft, isFigure, Number);
  const decimals = draft.marks.number('decimals', 0, 3);
  const unit = draft.marks.word('unit');
  return {
    ...(min !== undefined && { min: Number(min) }),
    ...(max !== undefined && { max: Number(max) }),
    ...(decimals !== undefined && { decimals }),
    ...(unit !== undefined && { unit }),
  };
}

interface Figure {
  min?: number | undefined;
  max?: number | undefined;
  decimals?: number | undefined;
  unit?: string | undefined;
}
export const figureMarks = ({ min, max, decimals, unit }: Figure) => [
  ...rangeMark(min, max),
  ...when(decimals, (n) => `${n}位小数`),
  ...when(unit, (word) => `单位：${word}`),
];

export const number: TextType<QuestionOf<'number'>> = {
  read: (draft) => ({ ...baseOf(draft), type: 'number', ...figureOf(draft) }),
  write: (question) => [{ marks: figureMarks(question), body: [] }],
};

/** Ends of a slider out of the lines under it; 0 to 100 where none are said. */
export function sliderOf(draft: Draft): QuestionOf<'slider'> {
  const limit = 1_000_000;
  const at = draft.body.findIndex((piece) => rangeOf(piece) !== undefined);
  const said = at < 0 ? undefined : draft.body[at] && rangeOf(draft.body[at]);
  const fits = said && said.from >= -limit && said.to <= limit;
  if (fits) draft.body.splice(at, 1);
  const { from: min, to: max } = fits ? said : { from: 0, to: 100 };
  const step = draft.marks.number('step', 1, max - min);
  const unit = draft.marks.word('unit');
  const { low, high } = takeEnds(draft);
  return {
    ...baseOf(draft),
    type: 'slider',
    min,
    max,
    ...(step !== undefined && { step }),
    ...endWords(low, high, draft),
    ...(unit !== undefined && { unit }),
  };
}

/** The words of the two ends, where they are short enough. */
export function endWords(low: Piece | undefined, high: Piece | undefined, { lose }: Draft) {
  const [worst, best] = [short(low, 20, lose), short(high, 20, lose)];
  return { ...(worst !== undefined && { low: worst }), ...(best !== undefined && { high: best }) };
}

/** Takes the lines that name the ends: `很差~很好`. */
export function takeEnds(draft: Draft, dash = false): { low?: Piece; high?: Piece } {
  const found: { low?: Piece; high?: Piece } = {};
  draft.body = draft.body.filter((piece) => {
    const ends = endsOf(piece, dash);
    if (!ends || (ends.low && found.low) || (ends.high && found.high)) return true;
    Object.assign(found, ends);
    return false;
  });
  return found;
}

export const slider: TextType<QuestionOf<'slider'>> = {
  pointed: true,
  read: sliderOf,
  write: ({ min, max, step, low, high, unit }) =>
    endLines(low, high).map((body) => ({
      marks: [...when(step, (n) => `步长${n}`), ...when(unit, (word) => `单位：${word}`)],
      body: [{ lead: `${min}~${max}` }, ...body],
    })),
};

/** The words of both ends: on one line, or a line each. */
export const endLines = (low: string | undefined, high: string | undefined) =>
  low === undefined && high === undefined
    ? [[]]
    : [
        [{ lead: `${low ?? ''}~${high ?? ''}` }],
        [
          ...(low === undefined ? [] : [line(low, '低分：')]),
          ...(high === undefined ? [] : [line(high, '高分：')]),
        ],
      ];

export const date: TextType<QuestionOf<'date'>> = {
  read: (draft) => ({ ...baseOf(draft), type: 'date', ...endsIn(draft, isDay) }),
  write: ({ min, max }) => [{ marks: rangeMark(min, max), body: [] }],
};

const isTime = (end: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(end);
export const time: TextType<QuestionOf<'time'>> = {
  read: (draft) => ({ ...baseOf(draft), type: 'time', ...endsIn(draft, isTime) }),
  write: ({ min, max }) => [{ marks: rangeMark(min, max), body: [] }],
};

export const dateRange: TextType<QuestionOf<'date-range'>> = {
  read(draft) {
    const ends = endsIn(draft, isDay);
    const most = draft.marks.number('most', 1, 3660);
    return { ...baseOf(draft), type: 'date-range', ...ends, ...(most !== undefined && { most }) };
  },
  write: ({ min, max, most }) => [
    { marks: [...rangeMark(min, max), ...when(most, (n) => `最多${n}天`)], body: [] },
  ],
};
