// Stars 打分: 1 to 5 (or up to 10), always shown with the word of the chosen star.
import * as z from 'zod/mini';
import {
  type Field,
  firstFilled,
  formName,
  inLanguage,
  oneColumn,
  questionShape,
  writeOne,
} from './field.ts';
import { checkPoint, type Point, pointsOf, readPoint } from './points.ts';

export const shape = () =>
  questionShape('rating', { stars: z.optional(z.int().check(z.minimum(3), z.maximum(10))) });
export type RatingQuestion = z.infer<ReturnType<typeof shape>>;

export const ratingRange = (question: RatingQuestion) => ({ from: 1, to: question.stars ?? 5 });

const starWords = (stars: Point, question: RatingQuestion) =>
  inLanguage(question, { zh: `${stars} 星`, en: `${stars}-star` });

export const field: Field<RatingQuestion, Point> = {
  type: 'rating',
  asks: true,
  personal: false,
  labels: ['打分题', '评分题', '星级题', '评价题'],
  problems: ['point-range'],
  check: (value, question) => checkPoint(value, ratingRange(question)),
  read: (form, question) => readPoint(firstFilled(form(formName(question)))),
  write: writeOne,
  count: (answer) => ({ [String(answer)]: 1 }),
  items(question) {
    const points = pointsOf(ratingRange(question));
    return [
      {
        row: '',
        title: question.title,
        keys: points.map((point) => ({ key: String(point), label: starWords(point, question) })),
        points: points.map((point) => ({ key: String(point), point })),
        unit: inLanguage(question, { zh: '星', en: 'stars' }),
      },
    ];
  },
  comparable: (question) => {
    const { from, to } = ratingRange(question);
    return { kind: 'number', min: from, max: to };
  },
  value: (answer) => answer,
  columns: oneColumn,
  cells: (answer) => [answer],
  words: starWords,
};
