// Evaluations 评选: rules, who is rated and by whom, what was found, the provisional result with its appeals, the final one.
// Raters come with the secret of their link, households with that of their letter, in the body.
import * as z from 'zod/mini';
import { bandKinds, groupKinds, mostIndicators, mostRules } from '../evaluations/scheme.ts';
import { appealKinds, appealStates, evaluationStates, findingKinds } from '../evaluations/stages.ts';
import { fileId, localId } from '../ids.ts';
import { count, id, maybeWords, rev, time, unitRef, words } from './common.ts';
import { boardReaders, editors, endpoint, holder, readers, staffOnly } from './endpoint.ts';

const share = () => z.int().check(z.minimum(0), z.maximum(100));
const group = () => z.enum(groupKinds);
const listOf = <T extends z.ZodMiniType>(one: T, most = mostRules) => z.array(one).check(z.maxLength(most));

const item = () =>
  z.strictObject({
    id: localId(),
    title: words(60),
    tenths: z.int().check(z.minimum(1), z.maximum(1000)),
    photo: z.boolean(),
  });

/** schema/evaluations/scheme.ts */
const rules = () =>
  z.strictObject({
    indicators: listOf(
      z.strictObject({
        id: localId(),
        title: words(30),
        criteria: maybeWords(200),
        weight: share(),
        most: z.int().check(z.minimum(5), z.maximum(100)),
      }),
      mostIndicators,
    ),
    groups: listOf(
      z.strictObject({
        id: group(),
        weight: share(),
        minimum: z.int().check(z.minimum(1), z.maximum(500)),
        middle: z.discriminatedUnion('rule', [
          z.strictObject({ rule: z.literal('mean') }),
          z.strictObject({
            rule: z.literal('trimmed'),
            percent: z.int().check(z.minimum(1), z.maximum(49)),
            from: z.int().check(z.minimum(3), z.maximum(500)),
          }),
          z.strictObject({
            rule: z.literal('median'),
            from: z.int().check(z.minimum(2), z.maximum(500)),
          }),
        ]),
        marks: z.optional(listOf(localId(), mostIndicators)),
      }),
      groupKinds.length,
    ).check(z.minLength(1)),
    missing: z.enum(['incomplete', 'reweight']),
    deductions: listOf(item()),
    deductionCap: share(),
    bonuses: listOf(item()),
    bonusCap: share(),
    vetoes: listOf(z.strictObject({ id: localId(), title: words(60) })),
    gates: listOf(
      z.strictObject({
        id: localId(),
        title: words(60),
        atLeast: share(),
        from: z.enum(['residents', 'reported']),
      }),
      5,
    ),
    bands: listOf(z.strictObject({ id: z.enum(bandKinds), from: share() }), bandKinds.length),
    awards: listOf(
      z.strictObject({
        id: localId(),
        title: words(30),
        places: z.int().check(z.minimum(1), z.maximum(2000)),
        from: z.optional(share()),
      }),
      10,
    ),
    tie: z.strictObject({
      by: listOf(z.enum([...groupKinds, 'deductions']), groupKinds.length + 1),
      rest: z.enum(['all', 'none', 'decide']),
    }),
  });

/** What may be changed until marking begins. */
const settings = () => ({
  title: words(60),
  /** which month or quarter it is, as people say it */
  period: maybeWords(20),
  words: maybeWords(1000),
  /** the post whose holders are rated; '': areas are */
  post: maybeWords(20),
  rules: rules(),
  closesAt: time(),
  appealDays: z.int().check(z.minimum(1), z.maximum(30)),
  organiser: words(50),
  phone: maybeWords(30),
  /** a final roll of households, whose letters open the marking */
  roll: z.nullable(id()),
  /** a run whose open answers are shown beside as popularity, and count nothing */
  campaign: z.nullable(id()),
  /** of the experts' draw */
  seed: maybeWords(60),
  each: z.int().check(z.minimum(1), z.maximum(20)),
});

/** Who is rated: areas, or people who hold the post in one, with the door of their own household, which does not rate them. */
const subjects = () =>
  z
    .array(z.strictObject({ unit: id(), person: maybeWords(20), door: z.optional(maybeWords(20)) }))
    .check(z.maxLength(3000));

const facts = () =>
  z.object({
    id: id(),
    unit: unitRef(),
    ...settings(),
    version: z.int(),
    rulesSha256: z.string(),
    state: z.enum(evaluationStates),
    openedAt: z.nullable(time()),
    appealsUntil: z.nullable(time()),
    finalAt: z.nullable(time()),
    resultSha256: z.nullable(z.string()),
    decided: z.array(id()),
    decidedWords: z.string(),
    /** why it was cancelled */
    reason: z.string(),
    previous: z.nullable(id()),
    subjects: count(),
    rev: rev(),
    /** the reader steers it */
    keeps: z.boolean(),
  });
export type Evaluation = z.infer<ReturnType<typeof facts>>;

const subject = () =>
  z.object({ id: id(), unit: id(), name: z.string(), above: z.string(), person: z.string() });
export type EvaluationSubject = z.infer<ReturnType<typeof subject>>;

const outcome = () =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('disqualified'), vetoes: z.readonly(z.array(z.string())) }),
    z.object({ state: z.literal('incomplete'), groups: z.array(z.string()), gates: z.array(z.string()) }),
    z.object({ state: z.literal('barred'), gates: z.array(z.string()) }),
    z.object({ state: z.literal('rated'), band: z.nullable(z.string()) }),
  ]);
const line = () =>
  z.object({
    id: id(),
    groups: z.array(z.object({ id: z.string(), score: z.nullable(z.number()), n: z.nullable(count()) })),
    reweighted: z.array(z.string()),
    before: z.nullable(z.number()),
    deducted: z.number(),
    added: z.number(),
    score: z.nullable(z.number()),
    outcome: outcome(),
    readings: z.array(z.object({ id: z.string(), value: z.nullable(z.number()) })),
  });
const given = () =>
  z.discriminatedUnion('state', [
    z.object({ award: z.string(), state: z.literal('given'), winners: z.array(id()) }),
    z.object({
      award: z.string(),
      state: z.literal('undecided'),
      winners: z.array(id()),
      left: count(),
      among: z.array(id()),
    }),
    z.object({ award: z.string(), state: z.literal('waiting') }),
  ]);
const board = () =>
  z.object({
    /** in administrative order */
    subjects: z.array(subject()),
    lines: z.array(line()),
    awards: z.array(given()),
    agreement: z.array(
      z.object({ id: group(), alpha: z.nullable(z.number()), panel: z.nullable(z.number()) }),
    ),
    /** answers of the open run, by the subject's unit, where they are five at least: popularity, outside every score */
    popularity: z.record(id(), count()),
    /** what branches said, the newest last; the words are with the subject. `changed`: findings and raters that count no more */
    appeals: z.array(z.object({ id: id(), subject: id(), state: z.enum(appealStates), changed: count() })),
  });
export type EvaluationBoard = z.infer<ReturnType<typeof board>>;

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
          /** appeals without a decision */
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
  says: 'An evaluation: its rules, its days, and who is rated in the reader’s branches.',
  io: () => ({ output: z.object({ evaluation: facts(), subjects: z.array(subject()) }) }),
});

export const updateEvaluation = endpoint({
  id: 'updateEvaluation',
  method: 'PATCH',
  path: '/api/evaluations/:evaluation',
  policy: editors('evaluation'),
  says: 'Change rules, days and who is rated until marking begins; afterwards only closesAt, and only to a later time.',
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
  says: 'Who will have no score, and for want of which groups: before marking begins even if everybody marks, while it runs by the marks so far.',
  io: () => ({ output: z.object({ gaps: z.array(z.object({ id: id(), groups: z.array(group()) })) }) }),
});

export const nextEvaluation = endpoint({
  id: 'nextEvaluation',
  method: 'POST',
  path: '/api/evaluations/:evaluation/next',
  policy: editors('evaluation'),
  says: 'Prepare the next run: the same rules in the same version, who is rated, raters with their links, and who keeps out of what.',
  io: () => ({
    body: z.strictObject({ title: words(60), period: maybeWords(20), closesAt: time() }),
    output: facts(),
  }),
});

const raterFacts = () => ({ group: group(), name: words(20), unit: id() });

export const addRaters = endpoint({
  id: 'addRaters',
  method: 'POST',
  path: '/api/evaluations/:evaluation/raters',
  policy: editors('evaluation'),
  says: 'Add raters, each with the area that they rate in (of `self`: the area that is rated, or whose post they hold). Their links are told this once. Once marking has begun, all but experts.',
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

export const getEvaluationBoard = endpoint({
  id: 'getEvaluationBoard',
  method: 'GET',
  path: '/api/evaluations/:evaluation/board',
  policy: boardReaders('evaluation'),
  says: 'Everybody’s result, provisional or final, with awards, ties to decide, and how far raters agree. Not while marking runs.',
  io: () => ({ output: board() }),
});

export const getEvaluationSubject = endpoint({
  id: 'getEvaluationSubject',
  method: 'GET',
  path: '/api/evaluations/:evaluation/subjects/:subject',
  policy: readers('evaluation-subject'),
  says: 'One subject: what was found, and once marking is over its result and what was said to it. Single raters’ marks are for those who steer.',
  io: () => ({
    output: z.object({
      evaluation: facts(),
      subject: subject(),
      line: z.nullable(line()),
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

const frozen = () => z.object({ at: time(), rules: z.string(), ...board().shape });
export type FrozenResult = Omit<z.infer<ReturnType<typeof frozen>>, 'popularity'>;

export const getEvaluationResult = endpoint({
  id: 'getEvaluationResult',
  method: 'GET',
  path: '/api/evaluations/:evaluation/result',
  policy: boardReaders('evaluation'),
  says: 'The final result as it was frozen, word for word: the check code is the SHA-256 of `text`.',
  io: () => ({ output: z.object({ text: z.string(), sha256: z.string() }) }),
});

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
