// Campaigns: one run of a form version, in a scope of units, over a window, under an access rule.
import * as z from 'zod/mini';
import { formTextMax } from '../form/definition.ts';
import { tongueNames } from '../words/tongues.ts';
import {
  accessKinds,
  campaignKinds,
  campaignStates,
  id,
  maybeWords,
  rev,
  slug,
  time,
  unitRef,
  words,
} from './common.ts';
import { admins, boardReaders, editors, endpoint, readers, staffOnly } from './endpoint.ts';

/** What the window and the state make of it at this moment. */
export const phases = ['coming', 'open', 'paused', 'closed'] as const;
export type Phase = (typeof phases)[number];

export const campaign = () =>
  z.object({
    id: id(),
    slug: slug(),
    unit: unitRef(),
    form: id(),
    version: z.int(),
    kind: z.enum(campaignKinds),
    title: z.string(),
    state: z.enum(campaignStates),
    phase: z.enum(phases),
    opensAt: time(),
    closesAt: time(),
    cap: z.nullable(z.int()),
    accepted: z.int(),
    access: z.enum(accessKinds),
    /** the final roll by whose letters it is answered; null where anyone may */
    roll: z.nullable(z.object({ id: id(), title: z.string() })),
    perDevice: z.boolean(),
    named: z.boolean(),
    liveResult: z.boolean(),
    /** on the pages of its buildings; otherwise reached by its own address only */
    listed: z.boolean(),
    organiser: z.string(),
    phone: z.string(),
    keepDays: z.int(),
    /** pages open in large type; everybody may switch it */
    care: z.boolean(),
    /** said on its receipts, above what the form says */
    thanks: z.string(),
    /** languages that residents may choose besides the form's own; null: all that it has */
    tongues: z.nullable(z.array(z.enum(tongueNames))),
    /** the run of the period before, where it holds the unit of `board` too */
    previous: z.nullable(z.object({ id: id(), title: z.string() })),
    outcome: z.string(),
    erasedAt: z.nullable(time()),
    createdAt: time(),
    rev: rev(),
    /** units that residents answer for, and their households, as frozen at opening */
    places: z.int(),
    households: z.int(),
    /** the resident's address */
    link: z.string(),
    /** the unit at which the reader's own board starts: the top of the campaign or of the own branch in it */
    board: unitRef(),
    mayEdit: z.boolean(),
  });
export type Campaign = z.infer<ReturnType<typeof campaign>>;

export const listCampaigns = endpoint({
  id: 'listCampaigns',
  method: 'GET',
  path: '/api/campaigns',
  policy: staffOnly,
  says: 'Campaigns that touch the own branches, newest first.',
  io: () => ({
    query: z.object({
      form: z.optional(id()),
      /** words of the title */
      search: z.optional(z.string().check(z.trim(), z.maxLength(100))),
      before: z.optional(z.string()),
    }),
    output: z.object({ campaigns: z.array(campaign()), next: z.nullable(z.string()) }),
  }),
});

export const createCampaign = endpoint({
  id: 'createCampaign',
  method: 'POST',
  path: '/api/units/:unit/campaigns',
  policy: editors('unit'),
  says: 'Open a campaign of a published form version over units of this branch; the tree is frozen as it stands.',
  bodyLimit: 1_048_576,
  io: () => ({
    body: z.strictObject({
      form: id(),
      /** the newest unless said */
      version: z.optional(z.int().check(z.minimum(1))),
      title: z.optional(words(100)),
      /** units whose whole subtrees take part; duplicates and nested ones count once */
      scope: z.array(id()).check(z.minLength(1), z.maxLength(2000)),
      opensAt: time(),
      closesAt: time(),
      cap: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(10_000_000)))),
      access: z.enum(accessKinds),
      /** needed unless anyone may answer: a final roll, of households for one per household */
      roll: z.optional(id()),
      /** one per device: a soft limit, it stops double taps and not the determined */
      perDevice: z.optional(z.boolean()),
      named: z.boolean(),
      liveResult: z.optional(z.boolean()),
      /** true unless said */
      listed: z.optional(z.boolean()),
      organiser: words(50),
      phone: words(30),
      keepDays: z.int().check(z.minimum(1), z.maximum(3650)),
      care: z.optional(z.boolean()),
      thanks: z.optional(maybeWords(formTextMax.thanks)),
      tongues: z.optional(z.array(z.enum(tongueNames))),
      /** a run of the same form that this one follows */
      previous: z.optional(id()),
    }),
    output: campaign(),
  }),
});

export const askedAlready = endpoint({
  id: 'askedAlready',
  method: 'POST',
  path: '/api/units/:unit/asked',
  policy: editors('unit'),
  says: 'Runs on building pages that ask residents of these units of the branch in the calendar month of a moment, in the order of their opening.',
  bodyLimit: 1_048_576,
  io: () => ({
    body: z.strictObject({ scope: z.array(id()).check(z.maxLength(2000)), at: time() }),
    output: z.object({ titles: z.array(z.string()) }),
  }),
});

export const getScope = endpoint({
  id: 'getScope',
  method: 'GET',
  path: '/api/campaigns/:campaign/scope',
  policy: editors('campaign'),
  says: 'The units that were ticked for a campaign; of old ones, each that residents answer for.',
  io: () => ({ output: z.object({ scope: z.array(id()) }) }),
});

export const getCampaign = endpoint({
  id: 'getCampaign',
  method: 'GET',
  path: '/api/campaigns/:campaign',
  policy: readers('campaign-reach'),
  says: 'A campaign that touches the own branch.',
  io: () => ({ output: campaign() }),
});

export const updateCampaign = endpoint({
  id: 'updateCampaign',
  method: 'PATCH',
  path: '/api/campaigns/:campaign',
  policy: editors('campaign'),
  says: 'Pause, go on, close, extend, list on the pages of its buildings or not, show the result while it is open or not, move to the newest version of the form, or say what was done about the result.',
  io: () => ({
    body: z.strictObject({
      rev: rev(),
      state: z.optional(z.enum(campaignStates)),
      closesAt: z.optional(time()),
      title: z.optional(words(100)),
      phone: z.optional(words(30)),
      version: z.optional(z.int().check(z.minimum(1))),
      liveResult: z.optional(z.boolean()),
      listed: z.optional(z.boolean()),
      outcome: z.optional(maybeWords(2000)),
    }),
    output: campaign(),
  }),
});

const progressLine = () =>
  z.object({
    unit: unitRef(),
    n: z.int(),
    today: z.int(),
    week: z.int(),
    households: z.int(),
    places: z.int(),
    /** places under it without any answer */
    silent: z.int(),
    drill: z.boolean(),
  });
export const getProgress = endpoint({
  id: 'getProgress',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/progress',
  policy: readers('campaign-unit'),
  says: 'How many answered, today and in seven days, here and in each unit below, in administrative order.',
  io: () => ({
    output: z.object({
      here: progressLine(),
      above: z.array(unitRef()),
      children: z.array(progressLine()),
      days: z.array(z.object({ day: z.string(), n: z.int() })),
    }),
  }),
});

export const recountCampaign = endpoint({
  id: 'recountCampaign',
  method: 'POST',
  path: '/api/campaigns/:campaign/recount',
  policy: admins('campaign'),
  says: 'Count all stored answers again and name every difference to the tallies. Changes nothing.',
  io: () => ({
    body: z.strictObject({}),
    output: z.object({
      responses: z.int(),
      /** of them erased: counted as heads only */
      erased: z.int(),
      tallies: z.int(),
      differences: z.array(
        z.object({
          unit: z.string(),
          group: z.string(),
          question: z.string(),
          key: z.string(),
          tallied: z.int(),
          counted: z.int(),
        }),
      ),
    }),
  }),
});

export const shareLink = () =>
  z.object({
    id: z.string(),
    unit: unitRef(),
    createdAt: time(),
    expiresAt: time(),
    revoked: z.boolean(),
  });

export const createShare = endpoint({
  id: 'createShare',
  method: 'POST',
  path: '/api/campaigns/:campaign/units/:unit/shares',
  policy: boardReaders('campaign-unit'),
  says: 'A read-only link to the card of one community or above, with at least 10 answers; it ends by itself.',
  io: () => ({
    body: z.strictObject({ days: z.int().check(z.minimum(1), z.maximum(90)) }),
    output: z.object({ link: z.string(), share: shareLink() }),
  }),
});

export const listShares = endpoint({
  id: 'listShares',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/shares',
  policy: boardReaders('campaign-unit'),
  says: 'Links given out for this unit and those below.',
  io: () => ({ output: z.object({ shares: z.array(shareLink()) }) }),
});

export const revokeShare = endpoint({
  id: 'revokeShare',
  method: 'DELETE',
  path: '/api/campaigns/:campaign/units/:unit/shares/:share',
  policy: boardReaders('campaign-unit'),
  says: 'End a link now.',
  io: () => ({ params: z.object({ campaign: id(), unit: id(), share: z.string().check(z.maxLength(64)) }) }),
});
