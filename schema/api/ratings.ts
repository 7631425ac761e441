// What raters and households see and send: they come with the secret of a link or of a letter, in the body.
import * as z from 'zod/mini';
import { mostIndicators } from '../evaluations/scheme.ts';
import { count, id, rev, time } from './common.ts';
import { endpoint, holder } from './endpoint.ts';
import { group, listOf } from './evaluation-shapes.ts';

const secret = () => z.string().check(z.minLength(4), z.maxLength(80));
const marks = () => listOf(z.nullable(z.int().check(z.minimum(0), z.maximum(100))), mostIndicators);

const rating = () =>
  z.object({
    evaluation: id(),
    title: z.string(),
    period: z.string(),
    words: z.string(),
    unit: z.string(),
    organiser: z.string(),
    phone: z.string(),
    state: z.enum(['rating', 'provisional', 'final']),
    closesAt: time(),
    appealsUntil: z.nullable(time()),
    /** who was given what, once it is final */
    awards: z.nullable(z.array(z.object({ title: z.string(), names: z.array(z.string()) }))),
    group: group(),
    /** '' of a household */
    name: z.string(),
    indicators: z.array(
      z.object({
        title: z.string(),
        criteria: z.string(),
        most: z.int(),
        /** this group marks it */
        asked: z.boolean(),
      }),
    ),
    subjects: z.array(
      z.object({
        id: id(),
        name: z.string(),
        above: z.string(),
        person: z.string(),
        marks: z.nullable(marks()),
        rev: count(),
      }),
    ),
  });
export type Rating = z.infer<ReturnType<typeof rating>>;

export const openRating = endpoint({
  id: 'openRating',
  method: 'POST',
  path: '/api/ratings',
  policy: holder,
  ownPace: true,
  says: 'What a rater’s link or a household’s letter opens: the evaluations that run, who to rate in them, and the marks that are there; and the last one that ended, with what came of it.',
  io: () => ({
    body: z.strictObject({ secret: secret() }),
    output: z.object({ ratings: z.array(rating()), now: time(), demo: z.boolean() }),
  }),
});

export const sendMarks = endpoint({
  id: 'sendMarks',
  method: 'POST',
  path: '/api/ratings/marks',
  policy: holder,
  ownPace: true,
  says: 'Keep marks for one subject, in the order of the criteria; null where none is given yet. `rev` is that of the marks they take the place of, 0 for the first; sent again with the same content they are the same.',
  io: () => ({
    body: z.strictObject({
      secret: secret(),
      evaluation: id(),
      subject: id(),
      rev: count(),
      marks: marks(),
    }),
    output: z.object({ rev: rev() }),
  }),
});
