// One that is rated: what was found, its result, what was said to it and what was decided.
import * as z from 'zod/mini';
import { appealKinds, appealStates, findingKinds } from '../evaluations/stages.ts';
import { fileId, localId } from '../ids.ts';
import { count, id, maybeWords, time, words } from './common.ts';
import { editors, endpoint, readers } from './endpoint.ts';
import { facts, group, subject, toldLine } from './evaluation-shapes.ts';

export const uploadFindingPhoto = endpoint({
  id: 'uploadFindingPhoto',
  method: 'POST',
  path: '/api/evaluations/:evaluation/photos',
  policy: editors('evaluation'),
  says: 'Keep a picture of what was found, without what the camera wrote into it; a finding names it.',
  octets: 5 * 1_048_576,
  io: () => ({ output: z.object({ photo: fileId() }) }),
});

export const addFinding = endpoint({
  id: 'addFinding',
  method: 'POST',
  path: '/api/evaluations/:evaluation/subjects/:subject/findings',
  policy: editors('evaluation'),
  says: 'Record what was found: a deduction or a bonus so many times, a veto item, or the figure that a precondition looks at. While marking runs: what is found later nobody could answer to.',
  io: () => ({
    body: z.strictObject({
      kind: z.enum(findingKinds),
      /** id of the item, of the veto or of the precondition */
      item: localId(),
      /** a whole number; of a figure, with two decimals at most */
      times: z.number().check(z.minimum(0), z.maximum(100)),
      note: maybeWords(300),
      photo: z.optional(fileId()),
    }),
    output: z.object({ id: id() }),
  }),
});

export const strikeFinding = endpoint({
  id: 'strikeFinding',
  method: 'POST',
  path: '/api/evaluations/:evaluation/findings/:finding/strike',
  policy: editors('evaluation'),
  says: 'Take a finding off, and say why; it stays on record. Until the result is final.',
  io: () => ({ body: z.strictObject({ reason: words(300) }) }),
});

export const getEvaluationSubject = endpoint({
  id: 'getEvaluationSubject',
  method: 'GET',
  path: '/api/evaluations/:evaluation/subjects/:subject',
  policy: readers('evaluation-subject'),
  says: 'One subject: what was found, and once marking is over its result and what was said to it. Single raters’ marks are for those who steer; who reads no board of all has ranges in place of figures that would say what each household gave.',
  io: () => ({
    output: z.object({
      evaluation: facts(),
      subject: subject(),
      line: z.nullable(toldLine()),
      /** the middle of each criterion’s marks by group, in marks */
      middles: z.array(z.object({ id: group(), marks: z.array(z.nullable(z.number())) })),
      raters: z.array(
        z.object({
          id: id(),
          group: group(),
          name: z.string(),
          marks: z.array(z.nullable(z.number())),
          at: time(),
          /** for an appeal that was upheld */
          leftOut: z.boolean(),
        }),
      ),
      findings: z.array(
        z.object({
          id: id(),
          kind: z.enum(findingKinds),
          item: z.string(),
          times: z.number(),
          note: z.string(),
          photo: z.nullable(z.string()),
          by: z.string(),
          at: time(),
          struckAt: z.nullable(time()),
          struckReason: z.string(),
        }),
      ),
      appeals: z.array(
        z.object({
          id: id(),
          kind: z.enum(appealKinds),
          words: z.string(),
          saidBy: z.string(),
          at: time(),
          state: z.enum(appealStates),
          answer: z.string(),
          decidedAt: z.nullable(time()),
          /** findings and raters that count no more for it */
          changed: count(),
          /** the reader entered it or recorded a finding of the subject, and so does not decide it */
          own: z.boolean(),
        }),
      ),
      /** the reader may answer or object for the subject */
      speaks: z.boolean(),
    }),
  }),
});

export const addAppeal = endpoint({
  id: 'addAppeal',
  method: 'POST',
  path: '/api/evaluations/:evaluation/subjects/:subject/appeals',
  policy: editors('evaluation-subject'),
  says: 'Answer or object to a provisional result for the subject, until the time for it is over.',
  io: () => ({
    body: z.strictObject({ kind: z.enum(appealKinds), words: words(1000), saidBy: words(20) }),
    output: z.object({ id: id() }),
  }),
});

export const decideAppeal = endpoint({
  id: 'decideAppeal',
  method: 'POST',
  path: '/api/evaluations/:evaluation/appeals/:appeal/decision',
  policy: editors('evaluation'),
  says: 'Decide an objection, and say why: upheld, with the findings that stand and are taken off for it and the raters whose marks on this subject are left out, or refused. Neither who entered it nor who recorded a finding that stands of the subject.',
  io: () => ({
    body: z.strictObject({
      state: z.enum(['upheld', 'refused']),
      answer: words(1000),
      strike: z.array(id()).check(z.maxLength(100)),
      leaveOut: z.optional(z.array(id()).check(z.maxLength(500))),
    }),
  }),
});
