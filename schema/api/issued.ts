// 签发: a scorecard frozen with its number, signer and check code. What is signed leaves the house, so it holds what may
// be told in public and nothing else; it never changes, and a correction is the next number.
import * as z from 'zod/mini';
import { count, id, maybeWords, sentId, time, unitRef, words } from './common.ts';
import { composedCard } from './composed.ts';
import { anyone, boardReaders, endpoint, staffOnly } from './endpoint.ts';
import { periodKey } from './notes.ts';

const line = () =>
  z.object({
    id: id(),
    unit: unitRef(),
    title: z.string(),
    /** one after the other in a unit and year */
    year: z.int(),
    number: z.int(),
    signer: z.string(),
    signedAt: time(),
    /** SHA-256 of the canonical text */
    sha256: z.string(),
    corrects: z.nullable(z.object({ id: id(), year: z.int(), number: z.int(), reason: z.string() })),
    correctedBy: z.nullable(z.object({ id: id(), year: z.int(), number: z.int() })),
    /** addresses for everybody: the page, and these figures as JSON */
    page: z.string(),
    data: z.string(),
  });
export type IssuedLine = z.infer<ReturnType<typeof line>>;

const issued = () =>
  z.object({
    ...line().shape,
    organiser: z.string(),
    phone: z.string(),
    card: composedCard(),
    /** what the check code is of: the card with its number, signer and day, as one text (RFC 8785, figures that are not whole as text, with one decimal, or with two as staff reported them) */
    canonical: z.string(),
  });
export type Issued = z.infer<ReturnType<typeof issued>>;

/** What is to be signed: a composed scorecard for a period, or the card of a run. */
const about = () =>
  z.union([z.strictObject({ scorecard: id(), period: periodKey() }), z.strictObject({ campaign: id() })]);
export type About = z.infer<ReturnType<typeof about>>;

const signers = { who: 'role', roles: ['admin', 'leader'], of: 'unit' } as const;

export const previewIssue = endpoint({
  id: 'previewIssue',
  method: 'GET',
  path: '/api/units/:unit/issue',
  policy: boardReaders('unit'),
  says: 'A card of a unit as it would be signed: what may be told in public, of runs that are over.',
  io: () => ({
    query: z.object({
      scorecard: z.optional(id()),
      period: z.optional(z.string()),
      campaign: z.optional(id()),
    }),
    output: z.object({
      card: composedCard(),
      /** a hash of the card but for its moment: signing names it */
      seen: z.string(),
      maySign: z.boolean(),
      signer: z.string(),
      /** in whose name, over the day and the seal */
      organiser: z.string(),
      year: z.int(),
      number: z.int(),
      /** what was signed of the same card and may be corrected: the newest */
      before: z.nullable(line()),
    }),
  }),
});

export const issueCard = endpoint({
  id: 'issueCard',
  method: 'PUT',
  path: '/api/units/:unit/issued/:issued',
  policy: signers,
  says: 'Sign a card off under an id made by the sender; the same id again gives the same one.',
  io: () => ({
    params: z.object({ unit: id(), issued: sentId() }),
    body: z.strictObject({
      about: about(),
      /** what the signer saw in the preview; `stale` where the card is another by now */
      seen: z.string().check(z.maxLength(64)),
      signer: words(30),
      organiser: words(50),
      /** id of the one that this corrects, and why */
      corrects: z.nullable(id()),
      reason: maybeWords(200),
    }),
    output: issued(),
  }),
});

export const listIssued = endpoint({
  id: 'listIssued',
  method: 'GET',
  path: '/api/units/:unit/issued',
  policy: boardReaders('unit'),
  says: 'What was signed off at a unit and below it, the newest first, 200 at most.',
  io: () => ({ output: z.object({ issued: z.array(line()) }) }),
});

export const getIssued = endpoint({
  id: 'getIssued',
  method: 'GET',
  path: '/api/open/issued/:issued',
  policy: anyone,
  says: 'A card that was signed off, with its check code and the text that the code is of.',
  io: () => ({ output: issued() }),
});

export const openPublished = endpoint({
  id: 'openPublished',
  method: 'GET',
  path: '/api/open/units/:unit',
  policy: anyone,
  says: 'What a unit has published: cards that were signed off there, results of listed contests in its branch that were announced, and what residents are told of listed runs that are over, from the newest publication of each; the newest first, 200 of each at most.',
  io: () => ({
    output: z.object({
      unit: unitRef(),
      issued: z.array(line()),
      results: z.array(
        z.object({
          election: z.string(),
          contest: id(),
          name: z.string(),
          announcedAt: time(),
          page: z.string(),
          data: z.string(),
        }),
      ),
      runs: z.array(
        z.object({
          id: id(),
          title: z.string(),
          opensAt: time(),
          closesAt: time(),
          /** of the publication, and when it was made; the figures may be older, where too little changed since */
          number: z.int(),
          at: time(),
          n: count(),
          /** a sentence for each question that may be told of */
          lines: z.array(z.object({ title: z.string(), words: z.string() })),
        }),
      ),
    }),
  }),
});

const happening = () =>
  z.object({
    unit: unitRef(),
    runs: z.array(
      z.object({
        id: id(),
        title: z.string(),
        /** where the own board of it starts */
        unit: id(),
        opensAt: time(),
        closesAt: time(),
        open: z.boolean(),
        /** null as on the board, for 1 to 4 */
        n: z.nullable(count()),
        /** answers since then; null in a week's digest, and where `n` is */
        more: z.nullable(count()),
        households: count(),
        access: z.enum(['anyone', 'household', 'roll']),
        score: z.nullable(z.object({ value: z.number(), low: z.number(), high: z.number() })),
        /** what of it falls into the time that is told of */
        opened: z.boolean(),
        closed: z.boolean(),
      }),
    ),
    contests: z.object({ all: count(), announced: count(), fresh: count() }),
    evaluations: z.array(
      z.object({
        id: id(),
        title: z.string(),
        period: z.string(),
        state: z.enum(['rating', 'provisional', 'final']),
        /** until when is marked, or appealed; of a final one, since when it is */
        until: time(),
        /** it came to this within the time that is told of */
        fresh: z.boolean(),
      }),
    ),
    issued: z.array(line()),
    notes: z.array(z.object({ words: z.string(), by: z.string(), at: time(), unit: z.string() })),
  });
export type Happening = z.infer<ReturnType<typeof happening>>;

export const noteVisit = endpoint({
  id: 'noteVisit',
  method: 'POST',
  path: '/api/visit',
  policy: staffOnly,
  says: 'The own branches as they stand, and what changed in them since the last visit, which is noted.',
  io: () => ({
    output: z.object({
      /** the last visit before this one */
      since: z.nullable(time()),
      branches: z.array(happening()),
      scorecards: z.array(z.object({ id: id(), title: z.string(), unit: id() })),
      demo: z.boolean(),
    }),
  }),
});

export const readDigest = endpoint({
  id: 'readDigest',
  method: 'GET',
  path: '/api/digest',
  policy: staffOnly,
  says: 'What happened in the own branches in a week, by a Monday that has come; without ?monday= in the last seven days. Of a week that is over: what was counted by its end, and no scores, which are always of now.',
  io: () => ({
    query: z.object({ monday: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))) }),
    output: z.object({ from: time(), to: time(), branches: z.array(happening()), demo: z.boolean() }),
  }),
});
