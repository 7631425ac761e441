// Who rates in an evaluation, by which link, and how far each is.
import * as z from 'zod/mini';
import { count, id, rev, time, unitRef, words } from './common.ts';
import { editors, endpoint } from './endpoint.ts';
import { group } from './evaluation-shapes.ts';

const raterFacts = () => ({ group: group(), name: words(20), unit: id() });

export const addRaters = endpoint({
  id: 'addRaters',
  method: 'POST',
  path: '/api/evaluations/:evaluation/raters',
  policy: editors('evaluation'),
  says: 'Add raters, each with the area that they rate in (of `self`: the area that is rated, or whose post they hold). Their links are told this once. One name stands once in a group and area. Once marking has begun, all but experts.',
  io: () => ({
    body: z.strictObject({
      raters: z.array(z.strictObject(raterFacts())).check(z.minLength(1), z.maxLength(500)),
    }),
    output: z.object({
      raters: z.array(z.object({ id: id(), name: z.string(), link: z.string() })),
    }),
  }),
});

export const listRaters = endpoint({
  id: 'listRaters',
  method: 'GET',
  path: '/api/evaluations/:evaluation/raters',
  policy: editors('evaluation'),
  says: 'Raters and how far each is; of households only how many marked, and after marking how many marks they gave.',
  io: () => ({
    output: z.object({
      raters: z.array(
        z.object({
          id: id(),
          group: group(),
          name: z.string(),
          unit: unitRef(),
          recused: z.array(id()),
          removed: z.boolean(),
          assigned: count(),
          /** with a mark for everything that is asked */
          done: count(),
          lastAt: z.nullable(time()),
          rev: rev(),
        }),
      ),
      /** `all`: on the roll with somebody to mark */
      households: z.object({ marked: count(), all: count() }),
    }),
  }),
});

export const updateRater = endpoint({
  id: 'updateRater',
  method: 'PATCH',
  path: '/api/evaluations/:evaluation/raters/:rater',
  policy: editors('evaluation'),
  says: 'Say what a rater keeps out of, until marking begins; or take them off: marks that they gave stay.',
  io: () => ({
    body: z.strictObject({
      rev: rev(),
      recused: z.optional(z.array(id()).check(z.maxLength(3000))),
      removed: z.optional(z.literal(true)),
    }),
    output: z.object({ rev: rev() }),
  }),
});

export const renewRaterLink = endpoint({
  id: 'renewRaterLink',
  method: 'POST',
  path: '/api/evaluations/:evaluation/raters/:rater/link',
  policy: editors('evaluation'),
  says: 'A new link for a rater, told this once; the old one ends in every run.',
  io: () => ({ output: z.object({ link: z.string() }) }),
});
