// Elections as staff set them up and steer them: one for a branch, with a contest for each building of it; who stands in
// each, what was objected to, what is still missing.
import * as z from 'zod/mini';
import { daysShape } from '../elections/days.ts';
import { personMost } from '../elections/person.ts';
import { fileId } from '../ids.ts';
import {
  contestStates,
  count,
  id,
  maybeWords,
  presets,
  rev,
  round,
  sentId,
  slug,
  time,
  unitRef,
  words,
} from './common.ts';
import { boardReaders, editors, endpoint, staffOnly } from './endpoint.ts';

const day = () => z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
/** One building each; a city of 1,269 is one election. */
export const contestsMost = 2000;

const election = () =>
  z.object({
    id: id(),
    slug: slug(),
    unit: unitRef(),
    title: z.string(),
    /** what is elected */
    post: z.string(),
    preset: z.enum(presets),
    /** ballots are handed out on earlier days than they are cast */
    phases: z.boolean(),
    roll: z.nullable(z.object({ id: id(), title: z.string(), frozen: z.boolean(), entries: count() })),
    days: daysShape(),
    /** how many tellers open a box together */
    quorum: z.int(),
    /** held with test letters: nothing in it counts */
    rehearsal: z.boolean(),
    /** those whose saved key card opened a test ballot, and all */
    tellers: z.object({ proved: count(), all: count() }),
    organiser: z.string(),
    phone: z.string(),
    words: z.string(),
    listed: z.boolean(),
    cancelledAt: z.nullable(time()),
    createdAt: time(),
    rev: rev(),
    /** the address for residents */
    link: z.string(),
    mayEdit: z.boolean(),
  });
export type Election = z.infer<ReturnType<typeof election>>;

export const listElections = endpoint({
  id: 'listElections',
  method: 'GET',
  path: '/api/elections',
  policy: staffOnly,
  says: 'Elections that have contests in the own branches, newest first, 50 at most.',
  io: () => ({
    query: z.object({ search: z.optional(z.string().check(z.trim(), z.maxLength(100))) }),
    output: z.object({ elections: z.array(election()) }),
  }),
});

export const createElection = endpoint({
  id: 'createElection',
  method: 'PUT',
  path: '/api/units/:unit/elections/:election',
  policy: editors('unit'),
  says: 'Set up an election under an id made by the sender, with a contest for each building of the scope, all at once or not at all. The same id again gives the same election.',
  bodyLimit: 1_048_576,
  io: () => ({
    params: z.object({ unit: id(), election: sentId() }),
    body: z.strictObject({
      title: words(60),
      post: words(20),
      preset: z.enum(presets),
      phases: z.boolean(),
      /** canonical JSON of a pack of schema/elections/packs: taken only when it is one of them to the letter */
      pack: z.string().check(z.maxLength(30_000)),
      roll: z.nullable(id()),
      /** units whose buildings each have a contest */
      scope: z.array(id()).check(z.minLength(1), z.maxLength(contestsMost)),
      seats: z.int().check(z.minimum(1), z.maximum(20)),
      days: daysShape(),
      quorum: z.int().check(z.minimum(2), z.maximum(5)),
      organiser: words(50),
      phone: words(30),
      words: maybeWords(1000),
      listed: z.boolean(),
    }),
    output: election(),
  }),
});

export const getElection = endpoint({
  id: 'getElection',
  method: 'GET',
  path: '/api/elections/:election',
  policy: boardReaders('election-reach'),
  says: 'An election that has contests in the own branch, with the rules that it goes by.',
  io: () => ({
    output: z.object({
      ...election().shape,
      /** the rule pack, whole (schema/elections/pack.ts) */
      pack: z.string(),
    }),
  }),
});
export type ElectionWithPack = z.infer<NonNullable<ReturnType<typeof getElection.io>['output']>>;

export const updateElection = endpoint({
  id: 'updateElection',
  method: 'PATCH',
  path: '/api/elections/:election',
  policy: editors('election'),
  says: 'Change names, whom to ask, days, roll, tellers to open together. Days, roll and tellers stay once a contest was frozen.',
  io: () => ({
    body: z.strictObject({
      rev: rev(),
      title: z.optional(words(60)),
      organiser: z.optional(words(50)),
      phone: z.optional(words(30)),
      words: z.optional(maybeWords(1000)),
      listed: z.optional(z.boolean()),
      days: z.optional(daysShape()),
      roll: z.optional(z.nullable(id())),
      quorum: z.optional(z.int().check(z.minimum(2), z.maximum(5))),
    }),
    output: election(),
  }),
});

export const cancelContests = endpoint({
  id: 'cancelContests',
  method: 'POST',
  path: '/api/elections/:election/cancel',
  policy: editors('election'),
  says: 'Cancel contests that are not counted yet, or all of them with the election; the reason is published.',
  io: () => ({
    body: z.strictObject({
      reason: words(200),
      /** absent: the whole election */
      contests: z.optional(z.array(id()).check(z.minLength(1), z.maxLength(contestsMost))),
    }),
    output: z.object({ cancelled: count() }),
  }),
});

const contestLine = () =>
  z.object({
    id: id(),
    unit: id(),
    name: z.string(),
    above: z.string(),
    seats: z.int(),
    round: z.int(),
    kind: round(),
    state: z.enum(contestStates),
    /** its own days; null: those of the election */
    days: z.nullable(daysShape()),
    /** accepted, and proposals nobody decided on */
    candidates: count(),
    undecided: count(),
    /** objections to the candidates without an answer */
    objections: count(),
    /** electors of its building on the roll of the election; null without a roll */
    entries: z.nullable(count()),
    /** electors as it was frozen */
    registered: z.nullable(count()),
    /** who took a ballot, while that is not counted yet */
    checkedIn: count(),
    /** ballots that will be counted, once voting is over and until they are; paper that no settled batch holds yet as if it came back. null: not known */
    came: z.nullable(count()),
    /** of a frozen contest: tellers who have not signed what was settled */
    unsigned: count(),
    /** tellers who watch over it, their card proved */
    tellers: count(),
    /** proxies held by candidates, while it is prepared */
    candidateProxies: count(),
    /** when the last of those who stand was accepted */
    newest: z.nullable(time()),
    /** too few took part, as counted */
    short: z.boolean(),
    /** what its count calls for and nobody made yet */
    again: z.nullable(round()),
  });
export type ContestLine = z.infer<ReturnType<typeof contestLine>>;

export const listContests = endpoint({
  id: 'listContests',
  method: 'GET',
  path: '/api/elections/:election/contests',
  policy: boardReaders('election-reach'),
  says: 'All contests of an election in the own branch, in administrative order, with what decides how each goes on (schema/elections/steering.ts).',
  io: () => ({ output: z.object({ contests: z.array(contestLine()) }) }),
});

const candidate = () =>
  z.object({
    id: id(),
    position: z.int(),
    name: z.string(),
    line: z.string(),
    photo: z.nullable(z.string()),
    source: z.enum(['self', 'resident', 'party', 'community']),
    /** who proposed; '' for readers who do not keep the contest */
    saidBy: z.string(),
    /** how to reach the person, until it is decided */
    contact: z.nullable(z.string()),
    consent: z.boolean(),
    state: z.enum(['proposed', 'accepted', 'refused', 'withdrawn']),
    reason: z.string(),
    at: time(),
    rev: rev(),
  });
export type Candidate = z.infer<ReturnType<typeof candidate>>;

const objection = () =>
  z.object({
    id: id(),
    about: z.enum(['roll', 'candidates', 'result']),
    words: z.string(),
    saidBy: z.string(),
    at: time(),
    state: z.enum(['open', 'upheld', 'refused']),
    answer: z.string(),
    answeredAt: z.nullable(time()),
    /** it was upheld after the count that stands, so that may be taken back */
    countAnew: z.boolean(),
  });
export type ContestObjection = z.infer<ReturnType<typeof objection>>;

const contest = () =>
  z.object({
    ...contestLine().shape,
    days: daysShape(),
    election: z.object({
      id: id(),
      slug: slug(),
      title: z.string(),
      post: z.string(),
      preset: z.enum(presets),
      pack: z.string(),
      quorum: z.int(),
      rehearsal: z.boolean(),
      organiser: z.string(),
    }),
    /** why it was cancelled */
    reason: z.string(),
    roll: z.nullable(z.object({ id: id(), title: z.string(), frozen: z.boolean(), entries: count() })),
    /** who watches over it */
    watchers: z.array(z.object({ name: z.string(), proved: z.boolean() })),
    /** the rounds of this building, this one included */
    rounds: z.array(z.object({ id: id(), round: z.int(), state: z.enum(contestStates) })),
    stand: z.array(candidate()),
    raised: z.array(objection()),
    rev: rev(),
    mayEdit: z.boolean(),
  });
export type ContestWhole = z.infer<ReturnType<typeof contest>>;

export const getContest = endpoint({
  id: 'getContest',
  method: 'GET',
  path: '/api/contests/:contest',
  policy: boardReaders('contest'),
  says: 'One contest: who stands, what was objected to, who watches over it. Proposals and who made them are for those who keep it.',
  io: () => ({ output: contest() }),
});

const candidateFields = () => ({
  name: words(personMost.name),
  line: maybeWords(personMost.line),
  /** the person agreed that name and line are posted */
  consent: z.boolean(),
});

export const addCandidate = endpoint({
  id: 'addCandidate',
  method: 'POST',
  path: '/api/contests/:contest/candidates',
  policy: editors('contest'),
  says: 'Enter somebody who stands. With the person’s consent to be posted they are accepted at once.',
  io: () => ({
    body: z.strictObject({
      ...candidateFields(),
      source: z.enum(['self', 'resident', 'party', 'community']),
      saidBy: maybeWords(personMost.said),
    }),
    output: z.object({ id: id() }),
  }),
});

/** Rows of one import. */
const candidatesMost = 5000;

export const importCandidates = endpoint({
  id: 'importCandidates',
  method: 'POST',
  path: '/api/elections/:election/candidates',
  policy: editors('election'),
  says: 'Put candidates of many buildings in at once: those whose contest is being prepared; the others are named with the reason. Who stands there already counts as the same.',
  bodyLimit: 1_048_576,
  io: () => ({
    body: z.strictObject({
      rows: z
        .array(z.strictObject({ row: z.int(), unit: id(), ...candidateFields() }))
        .check(z.minLength(1), z.maxLength(candidatesMost)),
      /** true: only the report, nothing is stored */
      dryRun: z.boolean(),
    }),
    output: z.object({
      added: count(),
      same: count(),
      refused: z.array(
        z.object({ row: z.int(), reason: z.enum(['no-contest', 'settled', 'name', 'line', 'teller']) }),
      ),
    }),
  }),
});

export const decideCandidate = endpoint({
  id: 'decideCandidate',
  method: 'PATCH',
  path: '/api/contests/:contest/candidates/:candidate',
  policy: editors('contest'),
  says: 'Accept, refuse with a reason, withdraw, take a decision back, or correct what is written of the person. How to reach them is erased once it is decided.',
  io: () => ({
    body: z.extend(z.partial(z.strictObject(candidateFields())), {
      rev: rev(),
      /** takes the picture away */
      photo: z.optional(z.null()),
      state: z.optional(z.enum(['proposed', 'accepted', 'refused', 'withdrawn'])),
      reason: z.optional(maybeWords(200)),
    }),
    output: z.object({ rev: rev() }),
  }),
});

export const uploadPhoto = endpoint({
  id: 'uploadPhoto',
  method: 'POST',
  path: '/api/contests/:contest/candidates/:candidate/photo',
  policy: editors('contest'),
  says: 'Keep a picture of somebody who stands, without what the camera wrote into it, in place of an earlier one.',
  octets: 5 * 1_048_576,
  io: () => ({ output: z.object({ photo: fileId(), rev: rev() }) }),
});

export const addContestObjection = endpoint({
  id: 'addContestObjection',
  method: 'POST',
  path: '/api/contests/:contest/objections',
  policy: editors('contest'),
  says: 'Enter an objection that somebody made. A contest is not frozen while one to its candidates has no answer.',
  io: () => ({
    body: z.strictObject({
      about: z.enum(['roll', 'candidates', 'result']),
      words: words(500),
      saidBy: words(personMost.said),
    }),
    output: z.object({ id: id() }),
  }),
});

export const answerContestObjection = endpoint({
  id: 'answerContestObjection',
  method: 'PATCH',
  path: '/api/contests/:contest/objections/:objection',
  policy: editors('contest'),
  says: 'Answer an objection: upheld or refused, and why.',
  io: () => ({ body: z.strictObject({ state: z.enum(['upheld', 'refused']), answer: words(500) }) }),
});

export const createRound = endpoint({
  id: 'createRound',
  method: 'POST',
  path: '/api/contests/:contest/rounds',
  policy: editors('contest'),
  says: 'Make the next round that a count calls for: the same again where the vote was invalid, a run-off between the tied, or a second round, with its candidates; the same again too where an objection to the result was upheld. Asked again, it is the same round.',
  io: () => ({
    body: z.strictObject({ vote: day() }),
    output: z.object({ id: id() }),
  }),
});
