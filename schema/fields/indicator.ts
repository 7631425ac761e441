// A score for one criterion 评分项: from 0 to its full marks, in whole or half marks, with words for the levels and a
// reason where the marks are low.
import * as z from 'zod/mini';
import {
  type Field,
  fail,
  firstFilled,
  formName,
  inLanguage,
  isRecord,
  label,
  ok,
  oneColumn,
  partColumn,
  questionShape,
} from './field.ts';
import { countFigure, figureItem } from './figures.ts';
import { checkLine } from './line.ts';
import { readFigure } from './number.ts';

export const shape = () =>
  questionShape('indicator', {
    full: z.int().check(z.minimum(1), z.maximum(100)),
    halves: z.optional(z.boolean()),
    /** what so many marks stand for, best first: 优 18–20 */
    levels: z.optional(
      z
        .array(z.strictObject({ label: label(100), from: z.number().check(z.minimum(0), z.maximum(100)) }))
        .check(z.minLength(1), z.maxLength(6)),
    ),
    /** below these marks a reason must be given */
    reasonBelow: z.optional(z.number().check(z.minimum(0), z.maximum(100))),
  });
export type IndicatorQuestion = z.infer<ReturnType<typeof shape>>;

export interface Marks {
  marks: number;
  reason?: string;
}

const rangeOf = ({ full, halves }: IndicatorQuestion) => ({ min: 0, max: full, decimals: halves ? 1 : 0 });

export const field: Field<IndicatorQuestion, Marks> = {
  type: 'indicator',
  asks: true,
  personal: true,
  labels: ['评分项', '指标评分题', '指标题', '打分项'],
  problems: ['not-a-number', 'number-range', 'marks-step', 'reason-missing', 'text-long', 'text-broken'],
  check(value, question) {
    if (!isRecord(value) || Object.keys(value).some((key) => key !== 'marks' && key !== 'reason'))
      return fail('wrong-shape');
    const { marks, reason } = value;
    if (typeof marks !== 'number' || !Number.isFinite(marks)) return fail('not-a-number');
    const { full, halves, reasonBelow = 0 } = question;
    if (marks < 0 || marks > full) return fail('number-range', { min: 0, max: full });
    if (!Number.isInteger(halves ? marks * 2 : marks)) return fail('marks-step', { step: halves ? 0.5 : 1 });
    const canonical = marks === 0 ? 0 : marks;
    if (reason === undefined || reason === '') {
      if (marks < reasonBelow) return fail('reason-missing', { below: reasonBelow });
      return ok({ marks: canonical });
    }
    const line = checkLine(reason, 200);
    return line.ok ? ok({ marks: canonical, reason: line.value }) : line;
  },
  read(form, question) {
    const marks = readFigure(form(formName(question)));
    const reason = firstFilled(form(formName(question, 'reason')));
    // A reason without marks is no answer yet, and must not be lost in silence.
    return marks === undefined && reason === undefined
      ? undefined
      : { marks, ...(reason !== undefined && { reason }) };
  },
  write: ({ marks, reason }, question) => ({
    [formName(question)]: [String(marks)],
    ...(reason !== undefined && { [formName(question, 'reason')]: [reason] }),
  }),
  count: ({ marks }, question) => countFigure(marks, rangeOf(question)),
  // Whole marks are points of a scale, so that a card can show them as a score of 100.
  items(question) {
    const unit = inLanguage(question, { zh: '分', en: 'marks' });
    const item = { ...figureItem(question, rangeOf(question)), unit };
    const points = item.values?.map(({ key, value }) => ({ key, point: value }));
    return [points ? { ...item, points, marks: true } : item];
  },
  comparable: ({ full }) => ({ kind: 'number', min: 0, max: full }),
  value: ({ marks }) => marks,
  columns: (question) => [
    ...oneColumn(question),
    partColumn(question, 'reason', { zh: '理由', en: 'reason' }),
  ],
  cells: ({ marks, reason }) => [marks, reason ?? ''],
  words: ({ marks, reason }, { full }) => `${marks} / ${full}${reason ? `：${reason}` : ''}`,
  faults: ({ full, levels = [], reasonBelow = 0 }) =>
    reasonBelow > full || levels.some(({ from }) => from > full)
      ? [{ code: 'contradictory-range', severity: 'error' }]
      : [],
  seconds: () => 12,
};
