// Votes of owners 业主表决: named, signed, counted by heads and by area. Until it is closed nobody is told who chose what:
// staff see who took part. Owners come with the secret of their letter in the body.
import * as z from 'zod/mini';
import {
  channels,
  mattersMost,
  ownerChoices,
  ownerVoteStates,
  paperChoices,
  services,
  signatureMost,
  voidReasonLeast,
} from '../elections/owner-vote.ts';
import { isDay } from '../fields/date.ts';
import { count, id, maybeWords, rev, time, unitRef, words } from './common.ts';
import { atDesk, boardReaders, editors, endpoint, holder, readers, staffOnly } from './endpoint.ts';
import { doubtfulHead } from './rolls.ts';

const weight = () => z.object({ heads: count(), area: count() });
/** id of a matter → what was chosen */
const choices = () => z.record(id(), z.enum(paperChoices));

const matter = () =>
  z.strictObject({
    id: id(),
    title: words(80),
    text: maybeWords(3000),
    /** of article 278 of the Civil Code */
    item: z.int().check(z.minimum(1), z.maximum(9)),
  });
const silence = () =>
  z.strictObject({
    article: maybeWords(200),
    warning: maybeWords(300),
    abstentions: z.enum(['stand', 'follow']),
  });

/** What may be changed until the notice is posted. */
const settings = () => ({
  title: words(60),
  words: maybeWords(2000),
  opensAt: time(),
  closesAt: time(),
  noticeDays: z.int().check(z.minimum(1), z.maximum(60)),
  /** the rule by which they may be fewer than the regulation has */
  noticeGround: maybeWords(200),
  organiser: words(50),
  phone: maybeWords(30),
  /** where the law has the binding vote cast; '': this is the binding one */
  official: maybeWords(100),
  silence: z.nullable(silence()),
  /** why the posted list says who chose what; '': it does not */
  named: maybeWords(200),
  matters: z.array(matter()).check(z.maxLength(mattersMost)),
});

const facts = () =>
  z.object({
    id: id(),
    unit: unitRef(),
    roll: id(),
    ...settings(),
    state: z.enum(ownerVoteStates),
    noticedAt: z.nullable(time()),
    closedAt: z.nullable(time()),
    announcedAt: z.nullable(time()),
    /** why it was cancelled */
    reason: z.string(),
    rev: rev(),
  });
export type OwnerVote = z.infer<ReturnType<typeof facts>>;

const counted = () =>
  z.object({
    all: weight(),
    part: weight(),
    agree: weight(),
    against: weight(),
    abstain: weight(),
    quorum: z.boolean(),
    passes: z.boolean(),
    quorumNeed: weight(),
    need: weight(),
  });
const result = () =>
  z.object({
    at: time(),
    ballots: z.record(z.enum(channels), count()),
    /** of those on paper, filled in by somebody for the owner */
    paperAssisted: count(),
    /** ballots that were voided, by the reason; again: of those whose head voted again */
    voided: z.array(z.object({ reason: z.string(), n: count(), again: count() })),
    matters: z.array(
      z.object({
        id: id(),
        kind: z.enum(['ordinary', 'special']),
        strict: counted(),
        /** whose ballot says nothing here that counts */
        uncounted: weight(),
        silence: z.nullable(
          z.extend(counted(), {
            joined: weight(),
            faults: z.array(z.enum(['no-article', 'no-warning', 'nobody-served'])),
          }),
        ),
        decides: z.enum(['strict', 'silence']),
        passes: z.boolean(),
      }),
    ),
  });
export type VoteResult = z.infer<ReturnType<typeof result>>;

export const listOwnerVotes = endpoint({
  id: 'listOwnerVotes',
  method: 'GET',
  path: '/api/owner-votes',
  policy: staffOnly,
  says: 'Votes of owners in the own branches, the newest first, 200 at most.',
  io: () => ({
    output: z.object({
      votes: z.array(
        z.object({
          id: id(),
          unit: unitRef(),
          title: z.string(),
          state: z.enum(ownerVoteStates),
          opensAt: time(),
          closesAt: time(),
        }),
      ),
    }),
  }),
});

export const createOwnerVote = endpoint({
  id: 'createOwnerVote',
  method: 'POST',
  path: '/api/rolls/:roll/owner-votes',
  policy: editors('roll'),
  says: 'Prepare a vote of the owners on a final roll of owners.',
  io: () => ({
    body: z.strictObject({
      title: words(60),
      organiser: words(50),
      phone: maybeWords(30),
      opensAt: time(),
      closesAt: time(),
    }),
    output: facts(),
  }),
});

const building = () =>
  z.object({
    unit: unitRef(),
    units: count(),
    area: count(),
    /** whose head has a ballot */
    unitsIn: count(),
    areaIn: count(),
    served: count(),
  });

export const getOwnerVote = endpoint({
  id: 'getOwnerVote',
  method: 'GET',
  path: '/api/owner-votes/:vote',
  policy: readers('owner-vote'),
  says: 'A vote of owners: what is asked, how far it is served, who took part by heads and by area, and the result once it is counted.',
  io: () => ({
    output: z.object({
      vote: facts(),
      /** the reader steers it */
      keeps: z.boolean(),
      roll: z.object({ title: z.string(), version: z.int(), sha256: z.nullable(z.string()) }),
      /** heads to check before the notice is posted, of the roll that it will freeze; for who steers it */
      doubts: z.array(doubtfulHead()),
      all: weight(),
      part: weight(),
      /** paper ballots that one person has entered, or two differently */
      papers: count(),
      buildings: z.array(building()),
      result: z.nullable(result()),
    }),
  }),
});

export const updateOwnerVote = endpoint({
  id: 'updateOwnerVote',
  method: 'PATCH',
  path: '/api/owner-votes/:vote',
  policy: editors('owner-vote'),
  says: 'Change what is asked, when and how, until the notice is posted.',
  io: () => ({
    body: z.extend(z.partial(z.strictObject(settings())), { rev: rev() }),
    output: facts(),
  }),
});

export const stepOwnerVote = endpoint({
  id: 'stepOwnerVote',
  method: 'POST',
  path: '/api/owner-votes/:vote/step',
  policy: editors('owner-vote'),
  says: 'notice: post it, and freeze the roll and what is asked. preparing: take the notice back before voting begins. closed: count, once voting is over. announced: the result is posted. cancelled: with a reason, before that.',
  io: () => ({
    body: z.strictObject({
      rev: rev(),
      to: z.enum(ownerVoteStates),
      reason: z.optional(words(300)),
      /** heads of the roll that may be told wrong (schema/rolls/doubts.ts) and were looked at: for `notice`, as many as there are */
      checked: z.optional(count()),
    }),
    output: facts(),
  }),
});

export const listOwnerUnits = endpoint({
  id: 'listOwnerUnits',
  method: 'GET',
  path: '/api/owner-votes/:vote/units',
  policy: readers('owner-vote'),
  says: 'The units of a building in the order of doors: served or not, took part or not. Names are for those who steer the vote, choices for nobody.',
  io: () => ({
    query: z.object({ unit: id() }),
    output: z.object({
      units: z.array(
        z.object({
          entry: id(),
          stairwell: z.string(),
          door: z.string(),
          name: z.string(),
          area: count(),
          /** numbers the heads of this vote; units with the same one vote together */
          head: z.int(),
          /** not sold or not handed over: the developer votes with it, whoever bought it */
          developer: z.boolean(),
          service: z.nullable(z.object({ how: z.enum(services), day: z.string(), note: z.string() })),
          ballot: z.nullable(z.object({ channel: z.enum(channels), at: time(), rev: rev() })),
          /** a paper that does not count yet: how many entered it, the reader among them */
          papers: count(),
          mine: z.boolean(),
          /** they entered different things */
          differ: z.boolean(),
        }),
      ),
    }),
  }),
});

/** Units of one building that are marked at a time. */
const servedMost = 1000;

export const serveOwners = endpoint({
  id: 'serveOwners',
  method: 'POST',
  path: '/api/owner-votes/:vote/service',
  policy: atDesk('owner-vote'),
  says: 'Say how and on which day, from that of the notice until today, notice and ballot reached units, or take it back (how: null). Until voting is over.',
  io: () => ({
    body: z.strictObject({
      entries: z.array(id()).check(z.minLength(1), z.maxLength(servedMost)),
      how: z.nullable(z.enum(services)),
      day: z.string().check(z.refine(isDay)),
      note: maybeWords(200),
    }),
    output: z.object({ changed: count() }),
  }),
});

export const enterPaper = endpoint({
  id: 'enterPaper',
  method: 'POST',
  path: '/api/owner-votes/:vote/papers',
  policy: atDesk('owner-vote'),
  says: 'Enter a signed paper ballot as one reads it. It counts once two people entered the same; what another entered is not shown. Where a ballot is there that counts, `after` is its `rev` and says that the paper came in later; one without a signature takes the place of none. Until the vote is closed.',
  io: () => ({
    body: z.strictObject({
      entry: id(),
      choices: choices(),
      /** who filled it in for the owner, as the paper says */
      assistant: z.optional(maybeWords(40)),
      after: z.optional(rev()),
    }),
    output: z.object({
      state: z.enum(['waits', 'differs', 'counts']),
      /** matters, and whether the name of who filled it in, that were entered differently */
      differ: z.array(id()),
      assistant: z.boolean(),
    }),
  }),
});

export const voidOwnerBallot = endpoint({
  id: 'voidOwnerBallot',
  method: 'POST',
  path: '/api/owner-votes/:vote/void',
  policy: editors('owner-vote'),
  says: 'Void the ballot of the head that a unit belongs to, and say why: it stays in the evidence, reason and number stand in the result, and the owner may vote anew. While voting is open; a paper ballot, which staff may have misread, until the count. Where a paper is entered that does not count yet, that is dropped and the ballot stays.',
  io: () => ({
    body: z.strictObject({
      entry: id(),
      reason: z.string().check(z.trim(), z.minLength(voidReasonLeast), z.maxLength(300)),
    }),
  }),
});

/** A ballot as it is stored; `choices` is the text that its SHA-256 is of. */
const storedBallot = () =>
  z.object({
    /** numbers the heads of this vote */
    head: z.int(),
    entry: id(),
    choices: z.string(),
    channel: z.enum(channels),
    assistant: z.string(),
    signature: z.nullable(z.string()),
    sha256: z.string(),
    at: time(),
    enteredBy: z.nullable(id()),
    secondedBy: z.nullable(id()),
    voidAt: z.nullable(time()),
    voidBy: z.nullable(id()),
    voidReason: z.string(),
    rev: rev(),
  });
const evidence = () =>
  z.object({
    vote: facts(),
    roll: z.object({ id: id(), title: z.string(), version: z.int(), sha256: z.nullable(z.string()) }),
    units: z.array(
      z.object({
        entry: id(),
        building: z.string(),
        stairwell: z.string(),
        door: z.string(),
        name: z.string(),
        area: count(),
        holding: z.string(),
        developer: z.int(),
        head: z.int(),
      }),
    ),
    service: z.array(
      z.object({
        entry: id(),
        how: z.enum(services),
        day: z.string(),
        note: z.string(),
        staff: id(),
        at: time(),
      }),
    ),
    ballots: z.array(storedBallot()),
    /** what later ones took the place of */
    before: z.array(storedBallot()),
    result: result(),
  });
export type Evidence = z.infer<ReturnType<typeof evidence>>;

export const exportOwnerVote = endpoint({
  id: 'exportOwnerVote',
  method: 'GET',
  path: '/api/owner-votes/:vote/evidence',
  policy: editors('owner-vote'),
  says: 'Everything that the result rests on, with names and choices, once it is counted: matters, rules, units, service, ballots and those before them, the result. Goes on record.',
  io: () => ({ output: evidence() }),
});

/** Pictures of signatures in one answer. */
export const signaturesAtOnce = 20;

export const ownerSignatures = endpoint({
  id: 'ownerSignatures',
  method: 'GET',
  path: '/api/owner-votes/:vote/signatures',
  policy: editors('owner-vote'),
  says: 'The pictures of the signatures under ballots, replaced and voided ones too, once the vote is counted: some after the SHA-256 `after` in the order of these, until `next` is null. Each answer goes on record.',
  io: () => ({
    query: z.object({ after: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))) }),
    output: z.object({
      /** png: in base64url; null where the picture is lost */
      signatures: z.array(z.object({ sha256: z.string(), png: z.nullable(z.string()) })),
      next: z.nullable(z.string()),
    }),
  }),
});

export const listVoters = endpoint({
  id: 'listVoters',
  method: 'GET',
  path: '/api/owner-votes/:vote/voters',
  policy: boardReaders('owner-vote'),
  says: 'The list that is posted with the result: each unit, whether its owner took part, and what was chosen if the notice said so. Once it is counted.',
  io: () => ({
    output: z.object({
      units: z.array(
        z.object({
          building: z.string(),
          stairwell: z.string(),
          door: z.string(),
          area: count(),
          channel: z.nullable(z.enum(channels)),
          choices: z.nullable(choices()),
        }),
      ),
    }),
  }),
});

const secret = () => z.string().check(z.minLength(4), z.maxLength(60));

const ownBallot = () =>
  z.object({
    rev: rev(),
    at: time(),
    channel: z.enum(channels),
    choices: choices(),
    /** SHA-256 of what was signed */
    sha256: z.string(),
    /** why it does not count any more; '' while it does */
    voided: z.string(),
  });

const ownVote = () =>
  z.object({
    ...facts().shape,
    /** every unit that votes with this letter's */
    units: z.array(
      z.object({ building: z.string(), stairwell: z.string(), door: z.string(), area: count() }),
    ),
    ballot: z.nullable(ownBallot()),
    /** once it is announced */
    result: z.nullable(result()),
  });
export type OwnVote = z.infer<ReturnType<typeof ownVote>>;

export const openOwnerLetter = endpoint({
  id: 'openOwnerLetter',
  method: 'POST',
  path: '/api/o',
  policy: holder,
  says: 'What a letter of an owners’ roll opens: the votes posted for its owner, the units that vote together, and the ballot that is there.',
  io: () => ({
    body: z.strictObject({ secret: secret() }),
    output: z.object({ votes: z.array(ownVote()), now: time(), demo: z.boolean() }),
  }),
});

export const castOwnerBallot = endpoint({
  id: 'castOwnerBallot',
  method: 'POST',
  path: '/api/o/ballot',
  policy: holder,
  says: 'Vote on every matter and sign. `rev` is that of the ballot it takes the place of, 0 for the first; sent again with the same content it gets the same receipt.',
  io: () => ({
    body: z.strictObject({
      secret: secret(),
      vote: id(),
      rev: count(),
      choices: z.record(id(), z.enum(ownerChoices)),
      /** a PNG of at most 30 KiB, in base64 */
      signature: z
        .string()
        .check(
          z.regex(/^([A-Za-z0-9+/]{4})+([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
          z.maxLength((signatureMost * 4) / 3 + 4),
        ),
      /** who helped; '' when nobody did */
      assistant: maybeWords(40),
    }),
    output: ownBallot(),
  }),
});
