// Tellers 监票人: appointed by staff, known by a link of their own. Their keys are made on their devices; they sign the acts
// of a contest and open its box together.
import * as z from 'zod/mini';
import { bytes, digest } from './ballots.ts';
import { contestStates, count, id, time, unitRef, words } from './common.ts';
import { editors, endpoint, holder, readers } from './endpoint.ts';

const link = () => words(60);

const teller = () =>
  z.object({
    id: id(),
    unit: unitRef(),
    name: z.string(),
    /** keys are there */
    registered: z.boolean(),
    /** the saved key card was read again and opened a test ballot */
    provedAt: z.nullable(time()),
    removedAt: z.nullable(time()),
    /** a contest under this unit is frozen with this teller, who can't be removed any more */
    fixed: z.boolean(),
    /** frozen contests whose voting cannot open before this teller has signed */
    unsigned: count(),
  });
export type Teller = z.infer<ReturnType<typeof teller>>;

export const listTellers = endpoint({
  id: 'listTellers',
  method: 'GET',
  path: '/api/elections/:election/tellers',
  policy: readers('election'),
  says: 'Who watches over the boxes of an election, and how many open one together.',
  io: () => ({ output: z.object({ quorum: count(), tellers: z.array(teller()) }) }),
});

export const addTeller = endpoint({
  id: 'addTeller',
  method: 'POST',
  path: '/api/elections/:election/tellers',
  policy: editors('election'),
  says: 'Appoint a teller for all contests at or under a unit, five at most for each. The link is told this once.',
  io: () => ({
    body: z.strictObject({ unit: id(), name: words(40) }),
    output: z.object({ id: id(), link: z.string() }),
  }),
});

export const renewTellerLink = endpoint({
  id: 'renewTellerLink',
  method: 'POST',
  path: '/api/elections/:election/tellers/:teller/link',
  policy: editors('election'),
  says: 'A new link for a teller who lost theirs; the old one ends. Keys and card stay.',
  io: () => ({ body: z.strictObject({}), output: z.object({ link: z.string() }) }),
});

export const removeTeller = endpoint({
  id: 'removeTeller',
  method: 'POST',
  path: '/api/elections/:election/tellers/:teller/remove',
  policy: editors('election'),
  says: 'Remove a teller before any contest under their unit is frozen.',
  io: () => ({ body: z.strictObject({}) }),
});

const watched = () =>
  z.object({
    contest: id(),
    name: z.string(),
    above: z.string(),
    state: z.enum(contestStates),
    /** the teller's number in ledger entry 0 */
    number: count(),
    /** how many of the acts wait for this teller's signature */
    unsigned: count(),
    /** names of tellers who have not signed what is settled, until voting opens */
    missing: z.array(z.string()),
    ballots: z.nullable(count()),
  });

export const tellerHome = endpoint({
  id: 'tellerHome',
  method: 'POST',
  path: '/api/teller/home',
  policy: holder,
  says: 'What a teller’s link opens: their election, whether keys are registered and proved, the contests they watch over.',
  io: () => ({
    body: z.strictObject({ link: link() }),
    output: z.object({
      teller: id(),
      name: z.string(),
      place: z.string(),
      slug: z.string(),
      title: z.string(),
      post: z.string(),
      organiser: z.string(),
      phone: z.string(),
      rehearsal: z.boolean(),
      quorum: count(),
      /** how many tellers are appointed for the contests at this unit */
      tellers: count(),
      openingKey: z.nullable(z.string()),
      signingKey: z.nullable(z.string()),
      provedAt: z.nullable(time()),
      contests: z.array(watched()),
    }),
  }),
});

export const registerKeys = endpoint({
  id: 'registerKeys',
  method: 'POST',
  path: '/api/teller/keys',
  policy: holder,
  says: 'Register both public keys, signed by the signing key. Others may take their place until a contest is frozen.',
  io: () => ({
    body: z.strictObject({ link: link(), opening: bytes(65), signing: bytes(65), signature: bytes(64) }),
  }),
});

export const testBallot = endpoint({
  id: 'testBallot',
  method: 'POST',
  path: '/api/teller/test',
  policy: holder,
  says: 'A test ballot that only this teller’s key opens.',
  io: () => ({
    body: z.strictObject({ link: link() }),
    output: z.object({ sealed: z.string(), ledger: z.string(), ballot: z.string() }),
  }),
});

export const proveCard = endpoint({
  id: 'proveCard',
  method: 'POST',
  path: '/api/teller/proof',
  policy: holder,
  says: 'What the test ballot held, signed: the saved key card works. Nothing freezes before.',
  io: () => ({
    body: z.strictObject({ link: link(), content: bytes(32), signature: bytes(64) }),
    output: z.object({ provedAt: time() }),
  }),
});

/** Acts in one request. */
export const signaturesMost = 100;

export const unsignedActs = endpoint({
  id: 'unsignedActs',
  method: 'POST',
  path: '/api/teller/unsigned',
  policy: holder,
  says: 'Acts that wait for this teller’s signature, up to 100 a request, of all contests or of one.',
  io: () => ({
    body: z.strictObject({ link: link(), contest: z.optional(id()) }),
    output: z.object({
      acts: z.array(z.object({ contest: id(), name: z.string(), seq: count(), text: z.string() })),
    }),
  }),
});

export const signActs = endpoint({
  id: 'signActs',
  method: 'POST',
  path: '/api/teller/signatures',
  policy: holder,
  says: 'Sign acts, each by the hash of its text.',
  io: () => ({
    body: z.strictObject({
      link: link(),
      signatures: z
        .array(z.strictObject({ contest: id(), seq: count(), signature: bytes(64) }))
        .check(z.minLength(1), z.maxLength(signaturesMost)),
    }),
    output: z.object({ signed: count() }),
  }),
});

export const commitShares = endpoint({
  id: 'commitShares',
  method: 'POST',
  path: '/api/teller/commitments',
  policy: holder,
  says: 'Commit, signed, to the own shares of a closed box before anybody shows theirs; the act comes back to be signed too.',
  io: () => ({
    body: z.strictObject({ link: link(), contest: id(), sha256: digest(), signature: bytes(64) }),
    output: z.object({ seq: count(), text: z.string() }),
  }),
});

/** Of a teller of the largest box: 6 shares (3 of 5) of 2,000 ballots. */
const sharesLimit = 600_000;

export const handShares = endpoint({
  id: 'handShares',
  method: 'POST',
  path: '/api/teller/shares',
  policy: holder,
  bodyLimit: sharesLimit + 1000,
  says: 'Show the shares that were committed to, once a quorum has committed and signed.',
  io: () => ({
    body: z.strictObject({
      link: link(),
      contest: id(),
      /** in the order of the box; empty where the own key does not open it */
      shares: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(5000)),
    }),
  }),
});

export const openingState = endpoint({
  id: 'openingState',
  method: 'POST',
  path: '/api/teller/opening',
  policy: holder,
  says: 'How far the opening of a contest is: who has committed, who has shown shares, and these.',
  io: () => ({
    body: z.strictObject({ link: link(), contest: id() }),
    output: z.object({
      state: z.enum(contestStates),
      quorum: count(),
      tellers: z.array(
        z.object({
          name: z.string(),
          /** null: not yet; the hash that the ledger says */
          committed: z.nullable(z.string()),
          /** null: not shown yet */
          shares: z.nullable(z.array(z.string())),
          /** would rather go on than wait for those who have not come */
          goesOn: z.boolean(),
        }),
      ),
      /** ballots whose opening the server has checked */
      opened: count(),
      ballots: count(),
      /** by leaf, for those who open: of small boxes nobody else sees them */
      found: z.array(
        z.object({
          leaf: z.string(),
          seed: z.nullable(z.string()),
          content: z.nullable(z.string()),
          why: z.nullable(z.string()),
        }),
      ),
      result: z.nullable(z.string()),
      /** JSON of the paper ballots as they were counted, for the own count: the result does not always tell them apart */
      paper: z.string(),
      /** why the server does not count yet: paper entries or written names wait for staff */
      waits: z.nullable(z.enum(['paper', 'names'])),
    }),
  }),
});

/** Ballots in one request: each is sealed again. */
const openedMost = 50;

export const openBallots = endpoint({
  id: 'openBallots',
  method: 'POST',
  path: '/api/teller/opened',
  policy: holder,
  says: 'What the tellers’ shares together gave, ballot by ballot. The server seals each again and refuses what does not agree. What no present key opens is held back until all tellers have come, or all who came have signed to go on. With the last one the box is open.',
  io: () => ({
    body: z.strictObject({
      link: link(),
      contest: id(),
      ballots: z
        .array(z.strictObject({ leaf: digest(), seed: z.nullable(bytes(32)) }))
        .check(z.maxLength(openedMost)),
      goOn: z.optional(bytes(64)),
    }),
    output: z.object({ left: count() }),
  }),
});

export const countBox = endpoint({
  id: 'countBox',
  method: 'POST',
  path: '/api/teller/count',
  policy: holder,
  says: 'Count an opened box by the frozen rules, when no paper entry and no written name waits for staff.',
  io: () => ({
    body: z.strictObject({ link: link(), contest: id() }),
    output: z.object({ result: z.string() }),
  }),
});
