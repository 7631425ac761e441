// Stars 打分: 1 to 5 (or up to 10), always shown with the word of the chosen star.
import * as z from 'zod/mini';
import { type Field, firstFilled, formName, oneColumn, questionShape, writeOne } from './field.ts';
import { checkPoint, type Point, pointsOf, readPoint } from './points.ts';

export const shape = () =>
  questionShape('rating', { stars: z.optional(z.int().check(z.minimum(3), z.maximum(10))) });
export type RatingQuestion = z.infer<ReturnType<typeof shape>>;

export const ratingRange = (question: RatingQuestion) => ({ from: 1, to: question.stars ?? 5 });

export const field: Field<RatingQuestion, Point> = {
  type: 'rating',
  asks: true,
  personal: false,
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
        keys: points.map((point) => ({ key: String(point), label: `${point} 星` })),
        points: points.map((point) => ({ key: String(point), point })),
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
  words: (answer) => `${answer} 星`,
};
