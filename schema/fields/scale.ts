// A scale 量表 (Likert): whole points with words for each, or for the two ends; the higher point is the better one.
import * as z from 'zod/mini';
import type { Language } from '../words/language.ts';
import {
  type BaseQuestion,
  error,
  type Fault,
  type Field,
  firstFilled,
  formName,
  inLanguage,
  label,
  oneColumn,
  questionShape,
  writeOne,
} from './field.ts';
import { checkPoint, notKnown, type Point, pointsOf, type Range, readPoint } from './points.ts';

/** Settings that a scale and a matrix of scales share. `labels` names each point, lowest first; `low`, `high` the ends. */
export const scaleSettings = () => ({
  from: z.int().check(z.minimum(0), z.maximum(1)),
  to: z.int().check(z.minimum(2), z.maximum(10)),
  labels: z.optional(z.array(label(20)).check(z.maxLength(11))),
  low: z.optional(label(20)),
  high: z.optional(label(20)),
  na: z.optional(z.boolean()),
});

export interface ScaleSettings extends Range {
  labels?: string[] | undefined;
  low?: string | undefined;
  high?: string | undefined;
  spoken?: Language | undefined;
}

/** What stands beside a point: its own word, the end's word with the number, or the number. */
export function pointLabel(settings: ScaleSettings, point: Point): string {
  if (point === notKnown) return inLanguage(settings, { zh: '不了解', en: 'Don’t know' });
  const own = settings.labels?.[point - settings.from];
  if (own) return own;
  if (point === settings.from && settings.low) return `${point} ${settings.low}`;
  if (point === settings.to && settings.high) return `${point} ${settings.high}`;
  return String(point);
}

export function scaleKeys(settings: ScaleSettings, prefix = '') {
  const keys = pointsOf(settings).map((point) => ({
    key: `${prefix}${point}`,
    label: pointLabel(settings, point),
  }));
  const na = { key: `${prefix}${notKnown}`, label: pointLabel(settings, notKnown), missing: true };
  return settings.na ? [...keys, na] : keys;
}

export const scalePoints = (settings: ScaleSettings, prefix = '') =>
  pointsOf(settings).map((point) => ({ key: `${prefix}${point}`, point }));

export const scaleFaults = ({ labels, from, to }: ScaleSettings): Fault[] =>
  labels && labels.length !== to - from + 1 ? [error('labels-do-not-fit')] : [];

export const shape = () => questionShape('scale', scaleSettings());
export type ScaleQuestion = z.infer<ReturnType<typeof shape>>;

export const field: Field<BaseQuestion & ScaleSettings, Point> = {
  type: 'scale',
  asks: true,
  personal: false,
  labels: ['量表题', '反向量表题', '李克特量表题', '量表'],
  problems: ['point-range'],
  check: (value, question) => checkPoint(value, question),
  read: (form, question) => readPoint(firstFilled(form(formName(question)))),
  write: writeOne,
  count: (answer) => ({ [String(answer)]: 1 }),
  items: (question) => [
    { row: '', title: question.title, keys: scaleKeys(question), points: scalePoints(question) },
  ],
  comparable: (question) => ({ kind: 'number', min: question.from, max: question.to }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer, question) => pointLabel(question, answer),
  faults: scaleFaults,
};
