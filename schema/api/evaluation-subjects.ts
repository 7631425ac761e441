// One that is rated: what was found, its result, what was said to it and what was decided.
import * as z from 'zod/mini';
import { mostIndicators } from '../evaluations/scheme.ts';
import { appealKinds, appealStates, findingKinds } from '../evaluations/stages.ts';
import { fileId, localId } from '../ids.ts';
import { count, id, maybeWords, time, words } from './common.ts';
import { editors, endpoint, readers } from './endpoint.ts';
import { effect, facts, group, line, subject, toldLine } from './evaluation-shapes.ts';

const figure = () => z.number().check(z.minimum(0), z.maximum(100));
/** In the order of the criteria; null where none is given. */
const marks = () => z.array(z.nullable(z.number()));

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
      times: figure(),
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
  says: 'Take a finding off, and say why; it stays on record. Once the provisional result is out, within the time to appeal and not by whoever recorded it; after that only an appeal’s decision does.',
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
      middles: z.array(z.object({ id: group(), marks: marks() })),
      raters: z.array(
        z.object({
          id: id(),
          group: group(),
          name: z.string(),
          marks: marks(),
          /** what they were before appeals put them right, the oldest first */
          was: z.array(marks()),
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
          /** the reader may take it off */
          strikes: z.boolean(),
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
          /** findings and raters that were left out or put right for it */
          changed: count(),
          effect: effect(),
          /** the reader entered it, or recorded a finding of the subject or marked it, and so does not decide it */
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
  says: 'Decide an objection, and say why: upheld, with findings that are taken off, raters whose marks on this subject are left out, a figure of a precondition or one rater’s marks put right (what they were stays on record), or refused. dryRun: only say what would come of it. Neither who entered it nor who recorded a finding of the subject or, by name, marked it.',
  io: () => ({
    body: z.strictObject({
      state: z.enum(['upheld', 'refused']),
      /** may be empty of a dry run alone, as a figure’s source */
      answer: maybeWords(1000),
      strike: z.array(id()).check(z.maxLength(100)),
      leaveOut: z.optional(z.array(id()).check(z.maxLength(500))),
      reading: z.optional(
        z.strictObject({
          /** id of the precondition */
          item: localId(),
          times: figure(),
          note: maybeWords(300),
        }),
      ),
      marks: z.optional(
        z.strictObject({
          rater: id(),
          marks: z
            .array(z.nullable(z.int().check(z.minimum(0), z.maximum(100))))
            .check(z.maxLength(mostIndicators)),
        }),
      ),
      dryRun: z.optional(z.boolean()),
    }),
    /** the subject’s result before and after */
    output: z.object({ before: line(), after: line() }),
  }),
});
