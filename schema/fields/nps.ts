// Willingness to recommend, 0 to 10 (Reichheld 2003). Detractors 0–6, promoters 9–10.
import * as z from 'zod/mini';
import type { Language } from '../words/language.ts';
import {
  type Field,
  firstFilled,
  formName,
  inLanguage,
  label,
  oneColumn,
  questionShape,
  writeOne,
} from './field.ts';
import { checkPoint, type Point, readPoint } from './points.ts';
import { scaleKeys, scalePoints } from './scale.ts';

export const shape = () => questionShape('nps', { low: z.optional(label(20)), high: z.optional(label(20)) });
export type NpsQuestion = z.infer<ReturnType<typeof shape>>;

export const npsScale = (question: NpsQuestion & { spoken?: Language | undefined }) => ({
  from: 0,
  to: 10,
  low: question.low ?? inLanguage(question, { zh: '完全不愿意', en: 'not at all' }),
  high: question.high ?? inLanguage(question, { zh: '非常愿意', en: 'very much' }),
  spoken: question.spoken,
});

export const field: Field<NpsQuestion, Point> = {
  type: 'nps',
  asks: true,
  personal: false,
  labels: ['NPS题', 'NPS评分', 'NPS', '推荐意愿题'],
  problems: ['point-range'],
  check: (value, question) => checkPoint(value, npsScale(question)),
  read: (form, question) => readPoint(firstFilled(form(formName(question)))),
  write: writeOne,
  count: (answer) => ({ [String(answer)]: 1 }),
  items: (question) => [
    {
      row: '',
      title: question.title,
      keys: scaleKeys(npsScale(question)),
      points: scalePoints(npsScale(question)),
    },
  ],
  comparable: () => ({ kind: 'number', min: 0, max: 10 }),
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: (answer) => String(answer),
};
