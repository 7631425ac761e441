// What leaders read: a unit's card from its tallies, the units below side by side, another campaign beside it.
import * as z from 'zod/mini';
import { localId } from '../ids.ts';
import { publicThreshold } from '../measures/suppression.ts';
import { phases } from './campaigns.ts';
import { accessKinds, after, campaignKinds, id, time, unitRef } from './common.ts';
import { boardReaders, editors, endpoint, holder } from './endpoint.ts';

const range = () => z.object({ low: z.number(), high: z.number() });

/** A figure that says how sure it is. value, low and high have the same scale: 0–100 for scores and shares. */
const measured = () => z.object({ value: z.number(), ...range().shape });

const bar = () =>
  z.object({
    key: z.string(),
    label: z.string(),
    n: z.int(),
    missing: z.boolean(),
    /** no longer offered */
    retired: z.boolean(),
  });

/** One countable line: a question, or a row of a matrix. */
export const cardItem = () =>
  z.object({
    question: localId(),
    row: z.string(),
    title: z.string(),
    /** without the question's own words where a row says enough */
    short: z.string(),
    type: z.string(),
    /** what the points of its score say; null where it has none, whether a score is shown or not */
    scale: z.nullable(z.enum(['satisfaction', 'marks', 'recommendation'])),
    /** answers in the base of shares: without 不了解 */
    base: z.int(),
    /** keys of the answers on offer, whether their counts are shown or not */
    keys: z.array(z.string()),
    bars: z.array(bar()),
    /** answers whose counts are not shown one by one, and their number together: null where one may give several */
    others: z.nullable(z.object({ n: z.nullable(z.int()), labels: z.array(z.string()) })),
    /** 0–100, linear from the lowest to the highest point */
    score: z.nullable(measured()),
    /** share of the two highest points, 0–100 */
    satisfied: z.nullable(measured()),
    /** promoters minus detractors, −100–100 */
    nps: z.nullable(measured()),
    mean: z.nullable(z.number()),
    /** what the mean is a number of: 元, 天; '' for points and plain numbers */
    unit: z.string(),
    /** nothing but the number of answers may be shown here */
    hidden: z.boolean(),
  });
export type CardItem = z.infer<ReturnType<typeof cardItem>>;

const rate = () =>
  z.object({
    /** response: answers / households, where each household answers once; perHundred: answers for 100 households */
    kind: z.enum(['response', 'perHundred']),
    value: z.number(),
    households: z.int(),
  });

const change = () => z.object({ value: z.number(), ...range().shape, clear: z.boolean() });

/** At most four on a card. */
const tile = () =>
  z.object({
    question: localId(),
    row: z.string(),
    title: z.string(),
    value: measured(),
    base: z.int(),
    change: z.nullable(change()),
  });

const headline = () =>
  z.object({
    /** mean score of all scored items of the card, each counting the same */
    score: z.nullable(measured()),
    change: z.nullable(change()),
  });

/** Answers; null for 1 to 4, whose number is not told. */
const toldCount = () => z.nullable(z.int());

const attention = () =>
  z.discriminatedUnion('why', [
    z.object({ why: z.literal('low'), title: z.string(), value: measured() }),
    z.object({ why: z.literal('worse'), title: z.string(), value: measured(), change: change() }),
    /** `n` as of the unit below */
    z.object({ why: z.literal('few'), title: z.string(), n: toldCount() }),
    z.object({ why: z.literal('silent'), title: z.string(), places: z.int() }),
  ]);

export const childLine = () =>
  z.object({
    unit: unitRef(),
    n: toldCount(),
    households: z.int(),
    /** null where `n` is: it would tell it */
    rate: z.nullable(rate()),
    /** null when hidden or nothing is scored */
    score: z.nullable(measured()),
    /** per tile of the card, in the same order */
    tiles: z.array(z.nullable(measured())),
    /** per item of the card that has a score, in the same order; null when it may not be shown here */
    items: z.array(z.nullable(measured())),
    /** of the score since the campaign beside, over what both scored here */
    change: z.nullable(change()),
    /** where its score stands among the others, as far as the answers can tell; null for fewer than 5 answers */
    place: z.nullable(z.object({ best: z.int(), worst: z.int(), band: z.int() })),
    /** fewer than 5 answers, or needed so that such a unit cannot be computed */
    hidden: z.boolean(),
    drill: z.boolean(),
  });
export type ChildLine = z.infer<ReturnType<typeof childLine>>;

/** Children with too few answers for figures of their own, together; and what was answered for the unit itself. */
const mergedLine = () =>
  z.object({
    /** their names */
    of: z.array(z.string()),
    n: z.int(),
    score: z.nullable(measured()),
    tiles: z.array(z.nullable(measured())),
    items: z.array(z.nullable(measured())),
  });

export const scorecard = () =>
  z.object({
    campaign: z.object({
      id: id(),
      kind: z.enum(campaignKinds),
      title: z.string(),
      phase: z.enum(phases),
      opensAt: time(),
      closesAt: time(),
      access: z.enum(accessKinds),
      organiser: z.string(),
      version: z.int(),
    }),
    unit: unitRef(),
    above: z.array(unitRef()),
    asOf: time(),
    n: toldCount(),
    places: z.int(),
    /** null where `n` is: it would tell it */
    rate: z.nullable(rate()),
    /** groups of fewer are hidden in it */
    k: z.int(),
    hidden: z.boolean(),
    headline: headline(),
    tiles: z.array(tile()),
    attention: z.array(attention()),
    items: z.array(cardItem()),
    /** free-text questions with the number of answers */
    texts: z.array(z.object({ question: localId(), title: z.string(), n: z.int() })),
    children: z.array(childLine()),
    merged: z.nullable(mergedLine()),
    channels: z.array(z.object({ channel: z.string(), n: z.int() })),
    compared: z.nullable(z.object({ id: id(), title: z.string(), n: toldCount(), closesAt: time() })),
    mayReadAnswers: z.boolean(),
    demo: z.boolean(),
    /** of a public card: the publication that it is from, the newest one, and questions left out of it */
    published: z.nullable(
      z.object({ number: z.int(), newest: z.int(), at: time(), held: z.array(z.string()) }),
    ),
  });
export type Scorecard = z.infer<ReturnType<typeof scorecard>>;
/** Of a unit that is not hidden. */
export type ShownScorecard = Scorecard & { n: number };

export const getScorecard = endpoint({
  id: 'getScorecard',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/scorecard',
  policy: boardReaders('campaign-unit'),
  cache: 'private, no-cache',
  says: 'The card of a unit and the units below it, from tallies alone; with ?compare= another campaign of the same form, with ?k=10 as it may leave the house. With an ETag: 304 while nothing changed.',
  io: () => ({
    query: z.object({ compare: z.optional(id()), k: z.optional(z.literal(`${publicThreshold}`)) }),
    output: scorecard(),
  }),
});

export const boardWords = endpoint({
  id: 'boardWords',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/words',
  policy: editors('campaign-unit'),
  says: 'Free-text answers to one question as a board lists them, up to 50 a page: where there are ten or more, and without saying where each is from.',
  io: () => ({
    query: z.object({ question: localId(), after: after() }),
    output: z.object({
      comments: z.array(z.object({ at: time(), text: z.string() })),
      /** where to go on; null at the end */
      next: z.nullable(z.int()),
    }),
  }),
});

export const comparable = endpoint({
  id: 'comparable',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/comparable',
  policy: boardReaders('campaign-unit'),
  says: 'Other campaigns of the same form that touched this unit.',
  io: () => ({
    output: z.object({
      campaigns: z.array(z.object({ id: id(), title: z.string(), opensAt: time(), closesAt: time() })),
      /** the one before this: named as that when this one was opened, else the last that closed by then */
      previous: z.nullable(id()),
    }),
  }),
});

export const getShared = endpoint({
  id: 'getShared',
  method: 'POST',
  path: '/api/shared',
  policy: holder,
  says: 'The card behind a shared link, without the table of units below.',
  io: () => ({ body: z.strictObject({ token: z.string().check(z.maxLength(100)) }), output: scorecard() }),
});
