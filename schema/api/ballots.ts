// Secret ballots as electors meet them: what a letter opens, handing out a ballot (check-in), casting it, and the public
// record of a contest. Check-in knows the elector and never sees the ballot; casting sees a ballot and knows nobody.
import * as z from 'zod/mini';
import { contestStates, count, id, presets, slug, time, words } from './common.ts';
import { anyone, endpoint, holder } from './endpoint.ts';

/** So many bytes in base64url, without padding. */
export const bytes = (length: number) =>
  z.string().check(z.regex(/^[\w-]+$/), z.length(Math.ceil((length * 4) / 3)));
export const digest = () => z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** The code in a letter, as it was typed or scanned. */
const secret = () => words(60);
const names = z.enum(['token', 'paper']);

/** A contest that a letter opens. */
const letterContest = () =>
  z.object({
    contest: id(),
    slug: slug(),
    title: z.string(),
    post: z.string(),
    preset: z.enum(presets),
    rehearsal: z.boolean(),
    /** the building */
    name: z.string(),
    above: z.string(),
    organiser: z.string(),
    phone: z.string(),
    state: z.enum(contestStates),
    /** handed out before the days of voting */
    phases: z.boolean(),
    checkInFrom: z.nullable(time()),
    checkInTo: z.nullable(time()),
    votingFrom: z.nullable(time()),
    votingTo: z.nullable(time()),
    /** how this elector took part already */
    channel: z.nullable(names),
    /** the door of who holds this elector's written proxy */
    proxy: z.nullable(z.string()),
    /** ledger entry 0: what everything is bound to; null before the freeze */
    entry: z.nullable(z.string()),
    ballot: z.object({
      style: z.enum(['choose', 'each']),
      writeIns: z.boolean(),
      /** more than the seats: the whole ballot is void, or this line */
      over: z.enum(['ballot', 'line']),
    }),
    candidates: z.array(
      z.object({ id: id(), name: z.string(), line: z.string(), photo: z.nullable(z.string()) }),
    ),
  });
export type LetterContest = z.infer<ReturnType<typeof letterContest>>;

export const openLetter = endpoint({
  id: 'openLetter',
  method: 'POST',
  path: '/api/vote/letter',
  policy: holder,
  ownPace: true,
  says: 'What the code of a letter opens: whose door it is, the contests of that building with their candidates, and the runs that it answers once.',
  io: () => ({
    body: z.strictObject({ secret: secret() }),
    output: z.object({
      door: z.string(),
      contests: z.array(letterContest()),
      /** questionnaires and evaluations that are open or coming, for the letter's building; `taken`: answered with it */
      runs: z.array(
        z.object({
          slug: slug(),
          unit: id(),
          title: z.string(),
          opensAt: time(),
          closesAt: time(),
          taken: z.boolean(),
        }),
      ),
      now: time(),
    }),
  }),
});

export const checkIn = endpoint({
  id: 'checkIn',
  method: 'POST',
  path: '/api/vote/check-in',
  policy: holder,
  ownPace: true,
  says: 'Hand out a ballot once for each entry of the roll: what the elector’s browser blinded comes back signed. The same message again gets the same reply.',
  io: () => ({
    body: z.strictObject({ secret: secret(), contest: id(), blinded: bytes(256) }),
    output: z.object({ reply: z.string() }),
  }),
});

/** How often one ballot may be cast anew. */
const votesMost = 99;

export const cast = endpoint({
  id: 'cast',
  method: 'POST',
  path: '/api/vote/ballots',
  policy: holder,
  ownPace: true,
  says: 'Put a sealed ballot into the box. Sent without cookies; nothing of time, address or browser is kept. Of one key each counter goes one beyond the last, and the last counts.',
  io: () => ({
    body: z.strictObject({
      contest: id(),
      key: bytes(65),
      token: bytes(256),
      sealed: z.string().check(z.regex(/^[\w-]+$/), z.maxLength(4000)),
      counter: z.int().check(z.minimum(1), z.maximum(votesMost)),
      signature: bytes(64),
    }),
    output: z.object({ leaf: z.string(), receipt: z.string() }),
  }),
});

const record = () =>
  z.object({
    contest: id(),
    title: z.string(),
    post: z.string(),
    name: z.string(),
    above: z.string(),
    slug: slug(),
    organiser: z.string(),
    phone: z.string(),
    state: z.enum(contestStates),
    rehearsal: z.boolean(),
    phases: z.boolean(),
    votingFrom: z.nullable(time()),
    votingTo: z.nullable(time()),
    /** the ledger: canonical text of each act, and who of the tellers (by number) signed it */
    entries: z.array(
      z.object({
        text: z.string(),
        signatures: z.array(z.object({ teller: count(), signature: z.string() })),
      }),
    ),
    /** canonical JSON of the rule pack */
    pack: z.string(),
    /** handed out so far, by channel */
    checkedIn: z.object({ token: count(), paper: count() }),
    /** the closed box in its order; null while it is open */
    ballots: z.nullable(
      z.array(
        z.object({
          key: z.string(),
          token: z.string(),
          sealed: z.string(),
          counter: count(),
          signature: z.string(),
          leaf: z.string(),
        }),
      ),
    ),
    /** ballots that later ones of the same key replaced; null while the box is open */
    superseded: z.nullable(z.array(z.object({ ballot: z.string(), counter: count(), leaf: z.string() }))),
    /** the seed of each ballot in the order of the box, null for void ones without; null before the opening, of fewer than 20 ballots, and beside fewer than 20 on paper, which they would tell by subtraction */
    seeds: z.nullable(z.array(z.nullable(z.string()))),
    /** canonical JSON of the count; null before it */
    result: z.nullable(z.string()),
  });
export type ContestRecord = z.infer<ReturnType<typeof record>>;

export const getRecord = endpoint({
  id: 'getRecord',
  method: 'GET',
  path: '/api/contests/:contest/record',
  policy: anyone,
  says: 'The public record of a contest, enough to count it again without trusting the server: acts, signatures, the closed box, seeds once opened (of 20 ballots or more, not beside fewer on paper), the result.',
  io: () => ({ output: record() }),
});
