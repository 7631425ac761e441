// What residents read of elections: what is elected, by which rule, when, who stands. No more of a candidate than the
// candidate agreed to have posted, and of electors nothing.
import * as z from 'zod/mini';
import { daysShape } from '../elections/days.ts';
import { personMost } from '../elections/person.ts';
import { contestStates, id, maybeWords, presets, round, ruleSources, slug, words } from './common.ts';
import { anyone, endpoint } from './endpoint.ts';

const spoken = () => z.object({ zh: z.string(), en: z.string() });

const share = { num: z.int(), den: z.int(), strict: z.boolean() };

/** The rule in a sentence, and the texts that it comes from: those of this kind of round. */
const rule = () =>
  z.object({
    name: spoken(),
    /** how the first round elects */
    about: spoken(),
    /** what a later round takes; null: as `about` says */
    round: z.nullable(
      z.object({
        turnout: z.nullable(z.object(share)),
        need: z.object({ ...share, of: z.enum(['registered', 'collected', 'present', 'valid']) }),
      }),
    ),
    /** what to know before one relies on it */
    caution: z.nullable(spoken()),
    sources: ruleSources(),
  });

const electionFacts = () =>
  z.object({
    slug: slug(),
    title: z.string(),
    /** what is elected */
    post: z.string(),
    preset: z.enum(presets),
    organiser: z.string(),
    phone: z.string(),
    /** what the organiser says about it */
    words: z.string(),
    /** the unit that the election is held in */
    place: z.string(),
    days: daysShape(),
    rule: rule(),
    cancelled: z.boolean(),
    demo: z.boolean(),
  });
export type ElectionFacts = z.infer<ReturnType<typeof electionFacts>>;

const listedContest = () =>
  z.object({
    id: id(),
    name: z.string(),
    above: z.string(),
    state: z.enum(contestStates),
    round: z.int(),
  });

/** Contests that one answer lists; more words find the others. */
export const contestsListed = 50;

export const getPublicElection = endpoint({
  id: 'getPublicElection',
  method: 'GET',
  path: '/api/e/:slug',
  policy: anyone,
  says: 'An election as residents read it, and its contests in administrative order: 50 of those whose building has all the words in its name.',
  io: () => ({
    params: z.object({ slug: slug() }),
    query: z.object({ search: z.optional(z.string().check(z.maxLength(50))) }),
    output: z.object({
      election: electionFacts(),
      contests: z.array(listedContest()),
      /** of the whole election */
      total: z.int(),
      more: z.boolean(),
    }),
  }),
});

export const publicContest = () =>
  z.object({
    election: electionFacts(),
    contest: z.object({
      ...listedContest().shape,
      seats: z.int(),
      kind: round(),
      /** why it was cancelled */
      reason: z.string(),
    }),
    /** posted from the day of the notice on; empty before */
    candidates: z.array(
      z.object({ id: id(), name: z.string(), line: z.string(), photo: z.nullable(z.string()) }),
    ),
    /** the candidates are posted */
    posted: z.boolean(),
    /** every vote of this building in this election, the first of them first */
    rounds: z.array(z.object({ id: id(), round: z.int(), state: z.enum(contestStates) })),
    /** objections to the result, by what became of them; what they say may name people and is not told */
    raised: z.object({ open: z.int(), upheld: z.int(), refused: z.int() }),
    /** whoever wants may propose somebody now */
    nominates: z.boolean(),
  });
export type PublicContest = z.infer<ReturnType<typeof publicContest>>;

export const getPublicContest = endpoint({
  id: 'getPublicContest',
  method: 'GET',
  path: '/api/e/:slug/contests/:contest',
  policy: anyone,
  says: 'One contest of an election as residents read it, with the candidates who are posted.',
  io: () => ({
    params: z.object({ slug: slug(), contest: id() }),
    output: publicContest(),
  }),
});

/** Proposals that wait for a decision in one contest; more are not taken. */
export const proposedMost = 50;

export const nominate = endpoint({
  id: 'nominate',
  method: 'PUT',
  path: '/api/e/:slug/contests/:contest/nominations/:nomination',
  policy: anyone,
  says: 'Stand oneself, or propose a neighbour, under an id made by the sender: sent again it is the same proposal. One a device; nothing is posted before it was looked at.',
  bodyLimit: 4096,
  io: () => ({
    params: z.object({
      slug: slug(),
      contest: id(),
      nomination: z.string().check(z.regex(/^[a-z0-9]{20,32}$/)),
    }),
    body: z.strictObject({
      source: z.enum(['self', 'resident']),
      name: words(personMost.name),
      line: maybeWords(personMost.line),
      /** who proposes, of a neighbour */
      saidBy: maybeWords(personMost.said),
      /** how to reach who sends this; erased once it is decided */
      contact: words(personMost.contact),
      /** of oneself: name and line may be posted */
      consent: z.boolean(),
    }),
    output: z.object({ name: z.string() }),
  }),
});
