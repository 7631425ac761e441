// The box of a contest as staff steer it: frozen with what holds for it, opened for voting, closed; and check-in by hand.
import * as z from 'zod/mini';
import { bytes } from './ballots.ts';
import { contestStates, count, id, presets, words } from './common.ts';
import { atDesk, editors, endpoint, staffOnly } from './endpoint.ts';

/** Contests in one request: each gets an RSA key, some 70 ms. */
export const frozenMost = 20;

/** Why a contest can't be frozen yet: what it lacks (schema/elections/stages.ts), or a teller whose card is not proved. */
export const freezeFaults = [
  'candidates',
  'undecided',
  'objections',
  'no-roll',
  'roll-draft',
  'roll-empty',
  'roll-notice',
  'candidate-notice',
  'tellers',
  'signatures',
  'candidate-proxies',
  'unproved',
  'begins',
  'over',
] as const;

export const freezeContests = endpoint({
  id: 'freezeContests',
  method: 'POST',
  path: '/api/elections/:election/freeze',
  policy: editors('election'),
  says: 'Fix pack, roll, candidates, tellers and keys of contests that are ready, 20 a request: ask again while some are left. What is not ready is named with the reason.',
  io: () => ({
    body: z.strictObject({
      /** only this one */
      contest: z.optional(id()),
      /** where the request before ended */
      after: z.optional(id()),
    }),
    output: z.object({
      frozen: z.array(id()),
      refused: z.array(z.object({ contest: id(), name: z.string(), why: z.enum(freezeFaults) })),
      /** ask again with it; null at the end */
      next: z.nullable(id()),
    }),
  }),
});

export const openContests = endpoint({
  id: 'openContests',
  method: 'POST',
  path: '/api/elections/:election/open',
  policy: editors('election'),
  says: 'Begin handing out ballots where the day has come and every teller has signed; the clock does the same by itself.',
  io: () => ({
    body: z.strictObject({}),
    output: z.object({ opened: count(), unsigned: count(), left: z.boolean() }),
  }),
});

export const closeContests = endpoint({
  id: 'closeContests',
  method: 'POST',
  path: '/api/elections/:election/close',
  policy: editors('election'),
  says: 'Seal the boxes whose time is over, of a rehearsal all; the clock does the same by itself. From then on nothing is accepted.',
  io: () => ({ body: z.strictObject({}), output: z.object({ closed: count(), left: z.boolean() }) }),
});

/** Contests in one answer, where not only the desks are asked for. */
export const contestsFound = 50;

export const findContests = endpoint({
  id: 'findContests',
  method: 'GET',
  path: '/api/contests',
  policy: staffOnly,
  says: 'Contests of the own branches whose box is or was open, by building or title, the newest election first, 50 at most. Helpers are told of those alone at whose desk they may hand out ballots now; with `desks` everybody, and then of all.',
  io: () => ({
    query: z.object({
      search: z.optional(z.string().check(z.trim(), z.maxLength(100))),
      desks: z.optional(z.literal('1')),
    }),
    output: z.object({
      contests: z.array(
        z.object({
          id: id(),
          name: z.string(),
          above: z.string(),
          state: z.enum(contestStates),
          election: z.object({ id: id(), title: z.string(), preset: z.enum(presets) }),
          /** the reader may hand out its ballots now */
          desk: z.boolean(),
          /** its own page is open to the reader */
          reads: z.boolean(),
        }),
      ),
    }),
  }),
});

export const listDoors = endpoint({
  id: 'listDoors',
  method: 'GET',
  path: '/api/contests/:contest/doors',
  policy: atDesk('contest'),
  says: 'The doors of a contest and which have taken part, and how, and who votes for whom by proxy; with the name on the roll for those who keep it. Helpers are told the first sign of it, and in rolls of persons the name, without which two of one door are the same.',
  io: () => ({
    output: z.object({
      name: z.string(),
      title: z.string(),
      entry: z.nullable(z.string()),
      doors: z.array(
        z.object({
          entry: id(),
          door: z.string(),
          name: z.string(),
          channel: z.nullable(z.enum(['token', 'paper'])),
          /** who holds its written proxy */
          proxy: z.nullable(z.object({ entry: id(), door: z.string() })),
        }),
      ),
    }),
  }),
});

export const checkInByHand = endpoint({
  id: 'checkInByHand',
  method: 'POST',
  path: '/api/contests/:contest/check-ins',
  policy: atDesk('contest'),
  says: 'Hand out a ballot at the desk or the door to an elector who came or asked for help: on paper, or on this device. Who helped whom, and why, goes on record.',
  io: () => ({
    body: z.strictObject({
      entry: id(),
      /** what this device blinded; without it the ballot is paper */
      blinded: z.optional(bytes(256)),
      /** made by the page for one press of its button: a paper ballot asked for again by it is the same ballot */
      press: z.optional(id()),
      /** why staff help; without it the elector came and took the ballot unaided */
      reason: z.optional(words(200)),
      /** who holds the written proxy of the elector, and came in their place */
      holder: z.optional(id()),
      /** the elector, or the holder, is there, and asked for help where there is a reason */
      consent: z.literal(true),
    }),
    output: z.object({ reply: z.nullable(z.string()) }),
  }),
});

export const rehearse = endpoint({
  id: 'rehearse',
  method: 'POST',
  path: '/api/elections/:election/rehearsals',
  policy: editors('election'),
  says: 'Start a rehearsal: an election of its own for the first building, with made-up candidates and six test letters, which are told this once. Its ballots fit no other box and its result is never announced.',
  io: () => ({
    body: z.strictObject({}),
    output: z.object({
      election: id(),
      letters: z.array(z.object({ door: z.string(), link: z.string() })),
    }),
  }),
});
