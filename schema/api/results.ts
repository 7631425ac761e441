// Results: of a contest as it was counted, of a whole election as a table, for residents once it is announced; and what the
// papers of an election are set from.
import * as z from 'zod/mini';
import { daysShape } from '../elections/days.ts';
import { contestStates, count, id, presets, round, slug, time } from './common.ts';
import { anyone, boardReaders, editors, endpoint } from './endpoint.ts';

/** Who checked in: by channel, and those for whom staff did it; null before the count. */
const took = () =>
  z.nullable(z.object({ token: count(), paper: count(), assisted: count(), proxies: count() }));

const line = () =>
  z.object({
    contest: id(),
    unit: id(),
    name: z.string(),
    above: z.string(),
    seats: z.int(),
    round: z.int(),
    kind: round(),
    state: z.enum(contestStates),
    /** null before the count */
    figures: z.nullable(
      z.object({
        valid: z.boolean(),
        registered: count(),
        issued: count(),
        collected: count(),
        void: count(),
        blank: count(),
        base: count(),
        need: count(),
        /** checked in, by whatever channel, and of them those for whom staff did it */
        took: count(),
        assisted: count(),
        elected: z.array(z.string()),
        tied: count(),
        /** stand again in a second round */
        second: count(),
        vacant: count(),
      }),
    ),
    countedAt: z.nullable(time()),
    announcedAt: z.nullable(time()),
    /** too few tellers have signed its opening or its result */
    unsigned: z.boolean(),
  });
export type ResultLine = z.infer<ReturnType<typeof line>>;

export const listResults = endpoint({
  id: 'listResults',
  method: 'GET',
  path: '/api/elections/:election/results',
  policy: boardReaders('election-reach'),
  says: 'Every contest of an election with the figures of its count, in administrative order.',
  io: () => ({
    output: z.object({
      title: z.string(),
      post: z.string(),
      slug: slug(),
      preset: z.enum(presets),
      /** the rule pack, whole: the article that each kind of round rests on */
      pack: z.string(),
      contests: z.array(line()),
      mayEdit: z.boolean(),
    }),
  }),
});

export const getResult = endpoint({
  id: 'getResult',
  method: 'GET',
  path: '/api/contests/:contest/result',
  policy: boardReaders('contest'),
  says: 'The result of one contest as it was counted, its check code, and who announced it.',
  io: () => ({
    output: z.object({
      contest: id(),
      election: id(),
      slug: slug(),
      title: z.string(),
      post: z.string(),
      name: z.string(),
      above: z.string(),
      kind: round(),
      state: z.enum(contestStates),
      pack: z.string(),
      days: daysShape(),
      /** canonical JSON (schema/elections/box.ts), and its SHA-256 */
      result: z.nullable(z.string()),
      took: took(),
      sha256: z.nullable(z.string()),
      countedAt: z.nullable(time()),
      announcedAt: z.nullable(time()),
      announcedBy: z.nullable(z.string()),
      /** of a sealed box that was opened: how many tellers must sign opening and result, and who has signed both */
      signed: z.nullable(
        z.object({ need: count(), tellers: z.array(z.object({ name: z.string(), signed: z.boolean() })) }),
      ),
      mayEdit: z.boolean(),
    }),
  }),
});
export type ResultWhole = z.infer<NonNullable<ReturnType<typeof getResult.io>['output']>>;

export const recountContest = endpoint({
  id: 'recountContest',
  method: 'POST',
  path: '/api/contests/:contest/recount',
  policy: boardReaders('contest'),
  says: 'Count again from the stored ballots and compare with the result. Changes nothing.',
  io: () => ({ body: z.strictObject({}), output: z.object({ same: z.boolean(), sha256: z.string() }) }),
});

export const announceResult = endpoint({
  id: 'announceResult',
  method: 'POST',
  path: '/api/contests/:contest/announce',
  policy: editors('contest'),
  says: 'Announce the result of a counted contest: residents can read it from now on.',
  io: () => ({ body: z.strictObject({}), output: z.object({ announcedAt: time() }) }),
});

export const announceResults = endpoint({
  id: 'announceResults',
  method: 'POST',
  path: '/api/elections/:election/announce',
  policy: editors('election'),
  says: 'Announce the results of all contests of an election that are counted.',
  io: () => ({ body: z.strictObject({}), output: z.object({ announced: count() }) }),
});

/** Contests whose papers one request reads. */
export const papersMost = 50;

const paper = () =>
  z.object({
    contest: id(),
    unit: id(),
    name: z.string(),
    /** community and estate: where the building is */
    place: z.string(),
    seats: z.int(),
    round: z.int(),
    kind: round(),
    state: z.enum(contestStates),
    days: daysShape(),
    registered: z.nullable(count()),
    candidates: z.array(z.object({ id: id(), name: z.string(), line: z.string() })),
    /** check code of what was settled (its ledger entry 0); null before */
    settled: z.nullable(z.string()),
    /** who watches over the box */
    tellers: z.array(z.string()),
    /** who votes for whom, in the order of the doors */
    proxies: z.array(
      z.object({
        stairwell: z.string(),
        door: z.string(),
        name: z.string(),
        holderStairwell: z.string(),
        holderDoor: z.string(),
        holderName: z.string(),
        relation: z.string(),
      }),
    ),
    result: z.nullable(z.string()),
    took: took(),
    sha256: z.nullable(z.string()),
    announcedAt: z.nullable(time()),
  });
export type PaperOf = z.infer<ReturnType<typeof paper>>;

export const listPapers = endpoint({
  id: 'listPapers',
  method: 'GET',
  path: '/api/elections/:election/papers',
  policy: editors('election-reach'),
  says: 'What the papers of up to 50 contests are set from: notices, lists, ballots, count sheets, minutes.',
  io: () => ({
    query: z.object({
      /** ids with commas between */
      contests: z.string().check(z.regex(/^[a-z0-9]{2,32}(,[a-z0-9]{2,32}){0,49}$/)),
    }),
    output: z.object({
      election: z.object({
        id: id(),
        slug: slug(),
        title: z.string(),
        post: z.string(),
        preset: z.enum(presets),
        organiser: z.string(),
        phone: z.string(),
        words: z.string(),
        place: z.string(),
        pack: z.string(),
        roll: z.nullable(id()),
        rollKind: z.nullable(z.enum(['household', 'person', 'owner'])),
        origin: z.string(),
      }),
      papers: z.array(paper()),
    }),
  }),
});
export type PapersElection = z.infer<NonNullable<ReturnType<typeof listPapers.io>['output']>>['election'];

export const getPublicResult = endpoint({
  id: 'getPublicResult',
  method: 'GET',
  path: '/api/e/:slug/contests/:contest/result',
  policy: anyone,
  says: 'The announced result of a contest as residents read it; null before it is announced.',
  io: () => ({
    params: z.object({ slug: slug(), contest: id() }),
    output: z.object({
      result: z.nullable(
        z.object({
          /** canonical JSON (schema/elections/box.ts) */
          text: z.string(),
          took: took(),
          sha256: z.string(),
          announcedAt: time(),
        }),
      ),
    }),
  }),
});
