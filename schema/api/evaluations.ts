// Evaluations 评选 as a whole: prepared, led through their stages, the board with its ties, the final result.
import * as z from 'zod/mini';
import { evaluationStates } from '../evaluations/stages.ts';
import { count, id, maybeWords, rev, sentId, time, unitRef, words } from './common.ts';
import { anyone, boardReaders, editors, endpoint, readers, staffOnly } from './endpoint.ts';
import { board, facts, group, settings, subject, subjects, toldLine } from './evaluation-shapes.ts';

export const listEvaluations = endpoint({
  id: 'listEvaluations',
  method: 'GET',
  path: '/api/evaluations',
  policy: staffOnly,
  says: 'Evaluations of the own branches or with subjects in them, the newest first, 100 at most.',
  io: () => ({
    output: z.object({
      evaluations: z.array(
        z.object({
          id: id(),
          unit: unitRef(),
          title: z.string(),
          period: z.string(),
          state: z.enum(evaluationStates),
          closesAt: time(),
          appealsUntil: z.nullable(time()),
          subjects: count(),
          /** appeals without a decision, but for those that the reader does not decide: entered by them, or against what they recorded */
          appeals: count(),
        }),
      ),
    }),
  }),
});

export const createEvaluation = endpoint({
  id: 'createEvaluation',
  method: 'POST',
  path: '/api/units/:unit/evaluations',
  policy: editors('unit'),
  says: 'Prepare an evaluation in a branch.',
  io: () => ({
    body: z.strictObject({ ...settings(), subjects: subjects() }),
    output: facts(),
  }),
});

export const getEvaluation = endpoint({
  id: 'getEvaluation',
  method: 'GET',
  path: '/api/evaluations/:evaluation',
  policy: readers('evaluation-reach'),
  says: 'An evaluation: its rules, its days, and who is rated in the reader’s branches; to whoever has no board of all, once marking is over, the results of those.',
  io: () => ({
    output: z.object({
      evaluation: facts(),
      subjects: z.array(subject()),
      /** of these subjects, as the page of each tells it; none while marking runs and where there is the board */
      lines: z.array(toldLine()),
    }),
  }),
});

export const updateEvaluation = endpoint({
  id: 'updateEvaluation',
  method: 'PATCH',
  path: '/api/evaluations/:evaluation',
  policy: editors('evaluation'),
  says: 'Change rules, days and who is rated until marking begins, another post only together with who holds it; afterwards only closesAt, until it has come, and only to a later time.',
  io: () => ({
    body: z.extend(z.partial(z.strictObject({ ...settings(), subjects: subjects() })), { rev: rev() }),
    output: facts(),
  }),
});

export const stepEvaluation = endpoint({
  id: 'stepEvaluation',
  method: 'POST',
  path: '/api/evaluations/:evaluation/step',
  policy: editors('evaluation'),
  says: 'rating: freeze the rules and say who rates whom; refused with `people` while the roll does not tell somebody’s own household. provisional: once the time for marking is over, part marks from households and show each branch its result. final: freeze the result, once the time to appeal is over, every appeal is decided and so is every tie. cancelled: with a reason, before that.',
  io: () => ({
    body: z.strictObject({
      rev: rev(),
      to: z.enum(evaluationStates),
      reason: z.optional(words(300)),
      /** to rating, where people are rated: doors of those whose household the roll does not tell; '' who has none on it */
      homes: z.optional(
        z.array(z.strictObject({ subject: id(), door: maybeWords(20) })).check(z.maxLength(3000)),
      ),
    }),
    output: facts(),
  }),
});

export const getEvaluationGaps = endpoint({
  id: 'getEvaluationGaps',
  method: 'GET',
  path: '/api/evaluations/:evaluation/gaps',
  policy: editors('evaluation'),
  says: 'Who will have no score or no band, and for want of which groups or of which preconditions’ figures: before marking begins even if everybody marks, while it runs by the marks and figures so far.',
  io: () => ({
    output: z.object({
      gaps: z.array(z.object({ id: id(), groups: z.array(group()), gates: z.array(z.string()) })),
    }),
  }),
});

export const nextEvaluation = endpoint({
  id: 'nextEvaluation',
  method: 'POST',
  path: '/api/evaluations/:evaluation/next',
  policy: editors('evaluation'),
  says: 'Prepare the next run: the same rules in the same version, who is rated, raters with their links, and who keeps out of what. One of each period.',
  io: () => ({
    body: z.strictObject({ id: sentId(), title: words(60), period: maybeWords(20), closesAt: time() }),
    output: facts(),
  }),
});

export const getEvaluationBoard = endpoint({
  id: 'getEvaluationBoard',
  method: 'GET',
  path: '/api/evaluations/:evaluation/board',
  policy: boardReaders('evaluation'),
  says: 'Everybody’s result, provisional or final, with awards, ties to decide, and how far raters agree. Not while marking runs.',
  io: () => ({
    output: z.extend(board(), {
      /** ids of open appeals that the reader does not decide: entered by them, or against what they recorded */
      notYours: z.array(id()),
    }),
  }),
});

export const decideTies = endpoint({
  id: 'decideTies',
  method: 'POST',
  path: '/api/evaluations/:evaluation/ties',
  policy: editors('evaluation'),
  says: 'Put those with equal scores in order where the rules leave the last places to a decision, and say how it was made.',
  io: () => ({
    body: z.strictObject({
      rev: rev(),
      order: z.array(id()).check(z.minLength(1), z.maxLength(3000)),
      words: words(300),
    }),
    output: facts(),
  }),
});

export const getEvaluationResult = endpoint({
  id: 'getEvaluationResult',
  method: 'GET',
  path: '/api/evaluations/:evaluation/result',
  policy: boardReaders('evaluation'),
  says: 'The final result as it was frozen, word for word: the check code is the SHA-256 of `text`.',
  io: () => ({ output: z.object({ text: z.string(), sha256: z.string() }) }),
});

export const postEvaluation = endpoint({
  id: 'postEvaluation',
  method: 'POST',
  path: '/api/evaluations/:evaluation/post',
  policy: editors('evaluation'),
  says: 'Open what the posted list says of a final result to everybody, behind an address of its own, or close it again. Opened again it is the same text.',
  io: () => ({ body: z.strictObject({ rev: rev(), open: z.boolean() }), output: facts() }),
});

export const getPostedEvaluation = endpoint({
  id: 'getPostedEvaluation',
  method: 'GET',
  path: '/api/open/evaluations/:evaluation',
  policy: anyone,
  says: 'A final result as it was opened to everybody, word for word: who was given what, and how many were rated. The check code is the SHA-256 of `text`.',
  io: () => ({ output: z.object({ text: z.string(), sha256: z.string(), demo: z.boolean() }) }),
});
