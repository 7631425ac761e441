// Answers as staff read, correct and void them, and take them out as a file.
import * as z from 'zod/mini';
import { definitionShape } from '../form/definition.ts';
import { localId } from '../ids.ts';
import { after, id, rev, time, unitRef, words } from './common.ts';
import { editors, endpoint } from './endpoint.ts';

export const responseStates = ['accepted', 'void', 'withdrawn'] as const;

const day = () => z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));
/** Which answers of a branch: all that is said holds. Sensitive questions are refused, for a filter would tell them. */
export const answerFilter = () =>
  z.object({
    /** days of the place, both included */
    from: day(),
    to: day(),
    channel: z.optional(words(40)),
    state: z.optional(z.enum(responseStates)),
    /** alone: answered; with `is`: counted under this key of the tally; with `min` or `max`: a figure between them */
    question: z.optional(localId()),
    is: z.optional(words(80)),
    min: z.optional(z.coerce.number()),
    max: z.optional(z.coerce.number()),
    /** stand in what was written, in capitals or not */
    words: z.optional(words(100)),
  });
export type AnswerFilter = z.infer<ReturnType<typeof answerFilter>>;

/** Building by building and there in the order of arrival, or the newest of all first. */
export const orders = ['building', 'newest'] as const;
export type Order = (typeof orders)[number];

/** Answers that one request looks at where the index does not serve the filter. */
export const lookedMost = 5000;
/** Answers a page. */
export const pageMost = 50;

export const responseRow = () =>
  z.object({
    seq: z.int(),
    id: z.string(),
    unit: unitRef(),
    version: z.int(),
    channel: z.string(),
    state: z.enum(responseStates),
    at: time(),
    changedAt: z.nullable(time()),
    erased: z.boolean(),
    rev: rev(),
    /** without what is sensitive */
    answers: z.record(z.string(), z.unknown()),
    /** what stands in the place of sensitive answers, by question id */
    masks: z.record(z.string(), z.string()),
  });
export type ResponseRow = z.infer<ReturnType<typeof responseRow>>;

export const listResponses = endpoint({
  id: 'listResponses',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/responses',
  policy: editors('campaign-unit'),
  says: 'Answers of a branch, 50 a page: building by building and there in the order of arrival, or the newest first. A filter, and the newest of a part of the run, look at 5,000 answers at most a request: there may be more at `next` though the page is not full.',
  io: () => ({
    query: z.extend(answerFilter(), {
      /** building unless it is said */
      order: z.optional(z.enum(orders)),
      after: after(),
      /** backwards: the page that ends before this one, in the same order */
      before: after(),
      most: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(pageMost))),
    }),
    output: z.object({
      responses: z.array(responseRow()),
      /** where to go on in the direction asked for; null at the end */
      next: z.nullable(z.int()),
      /** how many were looked at on the way to `next` */
      looked: z.int(),
      /** the branch, and how many of its answers count */
      branch: z.object({ unit: unitRef(), n: z.int() }),
      definition: definitionShape(),
    }),
  }),
});

export const listComments = endpoint({
  id: 'listComments',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/comments',
  policy: editors('campaign-unit'),
  says: 'Free-text answers to one question of a branch, building by building, up to 50 a page; `next` is null at the end.',
  io: () => ({
    query: z.object({ question: localId(), after: after() }),
    output: z.object({
      comments: z.array(
        z.object({ seq: z.int(), response: z.string(), unit: unitRef(), at: time(), text: z.string() }),
      ),
      next: z.nullable(z.int()),
    }),
  }),
});

const reason = () => words(200);
const responseParams = () =>
  z.object({ campaign: id(), response: z.string().check(z.regex(/^[a-z0-9]{20,32}$/)) });

export const getResponse = endpoint({
  id: 'getResponse',
  method: 'GET',
  path: '/api/campaigns/:campaign/responses/:response',
  policy: editors('response'),
  says: 'One response with the version that it was given on, and what staff did with it; sensitive answers are masked.',
  io: () => ({
    params: responseParams(),
    output: z.object({
      response: responseRow(),
      acts: z.array(
        z.object({
          act: z.string(),
          by: z.string(),
          at: time(),
          reason: z.optional(z.string()),
          /** questions that a correction answered otherwise */
          changed: z.optional(z.array(localId())),
        }),
      ),
      definition: definitionShape(),
      /** what “today” means in the form */
      opensAt: time(),
    }),
  }),
});

export const revealResponse = endpoint({
  id: 'revealResponse',
  method: 'POST',
  path: '/api/campaigns/:campaign/responses/:response/reveal',
  policy: editors('response'),
  says: 'One response with its sensitive answers, which goes on record.',
  io: () => ({
    params: responseParams(),
    output: z.object({ answers: z.record(z.string(), z.unknown()) }),
  }),
});

export const editResponse = endpoint({
  id: 'editResponse',
  method: 'PATCH',
  path: '/api/campaigns/:campaign/responses/:response',
  policy: editors('response'),
  says: 'Correct answers, with a reason; the tallies follow exactly and the act is on record. Sensitive answers that are not named stay as they are; null takes one out.',
  io: () => ({
    params: responseParams(),
    body: z.strictObject({
      rev: rev(),
      reason: reason(),
      answers: z.record(z.string().check(z.maxLength(40)), z.unknown()),
    }),
    output: z.object({ rev: rev(), dropped: z.array(localId()) }),
  }),
});

export const voidResponse = endpoint({
  id: 'voidResponse',
  method: 'POST',
  path: '/api/campaigns/:campaign/responses/:response/void',
  policy: editors('response'),
  says: 'Take a response out of the count, with a reason; it stays on record.',
  io: () => ({ params: responseParams(), body: z.strictObject({ rev: rev(), reason: reason() }) }),
});

export const exportResponses = endpoint({
  id: 'exportResponses',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/export',
  policy: editors('campaign-unit'),
  says: 'Answers of a branch, all or those of a filter, as they stood at the start, streamed as CSV or NDJSON; columns by question ids, the same in every version. Sensitive answers are masked unless `whole` is asked for, which is on record.',
  media: ['text/csv', 'application/x-ndjson'],
  io: () => ({
    query: z.extend(answerFilter(), {
      format: z.enum(['csv', 'ndjson']),
      whole: z.optional(z.literal('1')),
    }),
  }),
});
