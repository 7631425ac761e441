// What residents call: open a form, find the building, send answers, see, correct or withdraw them.
import * as z from 'zod/mini';
import { definitionShape } from '../form/definition.ts';
import { localId, responseId } from '../ids.ts';
import { phases } from './campaigns.ts';
import { accessKinds, campaignKinds, contestStates, id, kind, slug, time, unitRef, words } from './common.ts';
import { anyone, endpoint, holder } from './endpoint.ts';

/** The facts at the top of a resident's page. */
export const facts = () =>
  z.object({
    slug: slug(),
    kind: z.enum(campaignKinds),
    title: z.string(),
    phase: z.enum(phases),
    opensAt: time(),
    closesAt: time(),
    organiser: z.string(),
    phone: z.string(),
    named: z.boolean(),
    access: z.enum(accessKinds),
    perDevice: z.boolean(),
    keepDays: z.int(),
    /** the page opens in large type */
    care: z.boolean(),
    /** said on the receipt, above what the form says */
    thanks: z.string(),
    minutes: z.int(),
    version: z.int(),
    /** the result can be seen while the run is open */
    liveResult: z.boolean(),
    /** where it runs: the campaign's top unit */
    place: z.string(),
    demo: z.boolean(),
  });
export type Facts = z.infer<ReturnType<typeof facts>>;

/** A unit to choose the own building by; `answers`: residents answer for it. */
export const fillUnit = () =>
  z.object({
    id: id(),
    kind: kind(),
    name: z.string(),
    above: z.string(),
    answers: z.boolean(),
    children: z.int(),
  });
export type FillUnit = z.infer<ReturnType<typeof fillUnit>>;

export const openForm = endpoint({
  id: 'openForm',
  method: 'GET',
  path: '/api/fill/:slug',
  policy: anyone,
  says: 'A campaign as residents meet it: facts and the definition of its current version.',
  io: () => ({
    params: z.object({ slug: slug() }),
    output: z.object({ facts: facts(), definition: definitionShape() }),
  }),
});

export const openVersion = endpoint({
  id: 'openVersion',
  method: 'GET',
  path: '/api/fill/:slug/versions/:number',
  policy: anyone,
  says: 'The definition of one published version; it never changes.',
  cache: 'public, max-age=31536000, immutable',
  io: () => ({
    params: z.object({ slug: slug(), number: z.coerce.number().check(z.minimum(1)) }),
    output: z.object({ number: z.int(), definition: definitionShape() }),
  }),
});

export const findBuilding = endpoint({
  id: 'findBuilding',
  method: 'GET',
  path: '/api/fill/:slug/units',
  policy: anyone,
  says: 'Units of a campaign: by words, below a parent, or at the top.',
  io: () => ({
    params: z.object({ slug: slug() }),
    query: z.object({ search: z.optional(z.string().check(z.maxLength(50))), parent: z.optional(id()) }),
    output: z.object({ units: z.array(fillUnit()) }),
  }),
});

export const receipt = () =>
  z.object({
    /** the receipt number, in capitals and groups of four: whoever has it may see, correct and withdraw */
    receipt: z.string(),
    at: time(),
    unit: unitRef(),
    /** questions whose answers were dropped because they turned out hidden */
    dropped: z.array(localId()),
  });
export type Receipt = z.infer<ReturnType<typeof receipt>>;

export const submit = endpoint({
  id: 'submit',
  method: 'PUT',
  path: '/api/campaigns/:slug/responses/:response',
  policy: anyone,
  says: 'Send answers under an id made by the sender. Sending the same again gives the same receipt; other answers under the same id are refused.',
  io: () => ({
    params: z.object({ slug: slug(), response: responseId() }),
    body: z.strictObject({
      version: z.int().check(z.minimum(1)),
      /** where the code of a letter says whose answers they are, the letter's building stands */
      unit: id(),
      answers: z.record(z.string().check(z.maxLength(40)), z.unknown()),
      /** the code of a letter, in runs that are answered by letter */
      letter: z.optional(words(60)),
    }),
    output: receipt(),
  }),
});

const receiptCode = () => words(40);
export const receiptView = () =>
  z.object({
    receipt: z.string(),
    /** id of the response: what was drawn by lot was drawn from it */
    response: responseId(),
    facts: facts(),
    unit: unitRef(),
    definition: definitionShape(),
    answers: z.record(z.string(), z.unknown()),
    at: time(),
    changedAt: z.nullable(time()),
    state: z.enum(['accepted', 'void', 'withdrawn']),
    erased: z.boolean(),
    rev: z.int(),
    /** until the campaign closes */
    mayChange: z.boolean(),
  });
export type ReceiptView = z.infer<ReturnType<typeof receiptView>>;

export const viewReceipt = endpoint({
  id: 'viewReceipt',
  method: 'POST',
  path: '/api/receipts',
  policy: holder,
  says: 'What was answered, by the receipt number.',
  io: () => ({ body: z.strictObject({ receipt: receiptCode() }), output: receiptView() }),
});

export const correctReceipt = endpoint({
  id: 'correctReceipt',
  method: 'POST',
  path: '/api/receipts/correct',
  policy: holder,
  says: 'Replace the answers until the campaign closes; the tallies follow exactly.',
  io: () => ({
    body: z.strictObject({
      receipt: receiptCode(),
      rev: z.int(),
      answers: z.record(z.string().check(z.maxLength(40)), z.unknown()),
    }),
    output: z.object({ ...receipt().shape, rev: z.int() }),
  }),
});

export const withdrawReceipt = endpoint({
  id: 'withdrawReceipt',
  method: 'POST',
  path: '/api/receipts/withdraw',
  policy: holder,
  says: 'Take the answers back until the campaign closes: they leave the tallies and are erased.',
  io: () => ({ body: z.strictObject({ receipt: receiptCode(), rev: z.int() }) }),
});

const listed = () =>
  z.object({
    slug: slug(),
    kind: z.enum(campaignKinds),
    title: z.string(),
    phase: z.enum(phases),
    opensAt: time(),
    closesAt: time(),
    organiser: z.string(),
    named: z.boolean(),
    minutes: z.int(),
    liveResult: z.boolean(),
  });
/**
 * A result as residents may see it: at a community or above, from 10 answers on, each question's first line. Of a run that
 * showed it while it was open, only as a whole, and in steps of 10 answers.
 */
export const publicResult = () =>
  z.object({
    unit: unitRef(),
    n: z.int(),
    /** a few answers came, changed or went since then and are kept out, so that nobody can tell whose they are */
    older: z.boolean(),
    lines: z.array(z.object({ title: z.string(), words: z.string() })),
  });
export type PublicResult = z.infer<ReturnType<typeof publicResult>>;
export const buildingPage = () =>
  z.object({
    unit: unitRef(),
    above: z.string(),
    contact: z.nullable(z.object({ name: z.string(), phone: z.string() })),
    /** open now, the paused ones among them */
    open: z.array(listed()),
    coming: z.array(listed()),
    finished: z.array(
      z.object({ ...listed().shape, outcome: z.string(), result: z.nullable(publicResult()) }),
    ),
    /** 本楼推选: its newest round in each election that stands on building pages */
    contests: z.array(
      z.object({
        slug: slug(),
        contest: id(),
        title: z.string(),
        post: z.string(),
        seats: z.int(),
        state: z.enum(contestStates),
        /** day of voting; null: candidates only */
        vote: z.nullable(z.string()),
        /** names; null before the result is announced */
        elected: z.nullable(z.array(z.string())),
      }),
    ),
    demo: z.boolean(),
  });
export type BuildingPage = z.infer<ReturnType<typeof buildingPage>>;

export const getBuildingPage = endpoint({
  id: 'getBuildingPage',
  method: 'GET',
  path: '/api/buildings/:code',
  policy: anyone,
  says: 'What is open, announced and finished for one building, by the code on its door.',
  io: () => ({
    params: z.object({ code: z.string().check(z.maxLength(20)) }),
    output: buildingPage(),
  }),
});
