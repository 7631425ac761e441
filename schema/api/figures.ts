// What staff put into a report: every question's counts at a unit and at the units of a level below, two questions
// crossed, and what was written. The first hides what boards hide; the others are pieces of answers for those who may
// read answers anyway, a bounded number of responses a request, and the page adds them up.
import * as z from 'zod/mini';
import { fieldTypes } from '../fields/registry.ts';
import { definitionShape } from '../form/definition.ts';
import { localId } from '../ids.ts';
import { after, time, unitRef } from './common.ts';
import { boardReaders, editors, endpoint } from './endpoint.ts';
import { lookedMost } from './responses.ts';

/** Units that can stand side by side at most: a level with more is not offered. */
export const unitsMost = 300;
/** Responses that a request crosses, or whose words it reads. */
export const pageMost = { pairs: lookedMost, said: 2000 };
/** Answers at a unit up to which its questions are crossed and its words listed. */
export const scanMost = 50_000;

/** schema/fields/field.ts, Item. */
const item = () =>
  z.object({
    row: z.string(),
    title: z.string(),
    keys: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        missing: z.optional(z.boolean()),
        retired: z.optional(z.boolean()),
      }),
    ),
    base: z.optional(z.string()),
    points: z.optional(z.array(z.object({ key: z.string(), point: z.number() }))),
    marks: z.optional(z.boolean()),
    values: z.optional(z.array(z.object({ key: z.string(), value: z.number() }))),
    sum: z.optional(z.object({ key: z.string(), scale: z.number() })),
    unit: z.optional(z.string()),
  });

const figureLine = () =>
  z.object({
    question: localId(),
    /** with the question that a row belongs to */
    title: z.string(),
    type: z.enum(fieldTypes),
    item: item(),
    /** an older version asked it on another scale: no common score */
    mixed: z.boolean(),
  });
export type FigureLine = z.infer<ReturnType<typeof figureLine>>;

const unitFigures = () =>
  z.object({
    unit: unitRef(),
    /** null when there are fewer answers than may be told */
    n: z.nullable(z.int()),
    /** fewer than 5 answers, or needed so that such a unit cannot be computed */
    hidden: z.boolean(),
    /**
     * by line: its keys, its base and its sum; null where it may not be shown. Empty for a hidden unit. Of a line with
     * closed keys only the others, and `_others`, how many gave a closed one.
     */
    counts: z.array(z.nullable(z.record(z.string(), z.int()))),
    /** by line: keys that may not be shown one by one */
    closed: z.array(z.array(z.string())),
  });
export type UnitFigures = z.infer<ReturnType<typeof unitFigures>>;

const figures = () =>
  z.object({
    asOf: time(),
    definition: definitionShape(),
    /** above the unit, as far as the reader's branches go */
    above: z.array(unitRef()),
    /** directly below */
    below: z.array(unitRef()),
    /** what stands below, level by level, as far as it can be put side by side */
    levels: z.array(z.object({ depth: z.int(), kinds: z.array(z.string()), units: z.int() })),
    lines: z.array(figureLine()),
    here: unitFigures(),
    /** the units of the level that was asked for, in administrative order */
    units: z.array(unitFigures()),
    mayReadAnswers: z.boolean(),
  });
export type Figures = z.infer<ReturnType<typeof figures>>;

export const getFigures = endpoint({
  id: 'getFigures',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/figures',
  policy: boardReaders('campaign-unit'),
  says: 'Counts of every question at a unit, and with ?depth= at each unit so many steps below; hidden as on boards.',
  io: () => ({
    query: z.object({ depth: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(9))) }),
    output: figures(),
  }),
});

/** A row of a table: the counts whose keys begin with it. */
const part = () => z.optional(z.string().check(z.regex(/^[a-z0-9_.]{1,49}$/)));
/** Responses that were looked at, and where to go on. */
const paged = () => ({ read: z.int(), next: z.nullable(z.int()) });

export const getPairs = endpoint({
  id: 'getPairs',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/pairs',
  policy: editors('campaign-unit'),
  says: 'How often two questions were answered in one way together, from the next 5,000 responses of a branch: by tally keys, null for no answer.',
  io: () => ({
    query: z.object({ a: localId(), b: localId(), rowA: part(), rowB: part(), after: after() }),
    output: z.object({
      pairs: z.array(z.object({ a: z.nullable(z.string()), b: z.nullable(z.string()), n: z.int() })),
      ...paged(),
    }),
  }),
});

export const getSaid = endpoint({
  id: 'getSaid',
  method: 'GET',
  path: '/api/campaigns/:campaign/units/:unit/said',
  policy: editors('campaign-unit'),
  says: 'The answers to one question from the next 2,000 responses of a branch, without who gave them; none of a question that is sensitive.',
  io: () => ({
    query: z.object({ question: localId(), after: after() }),
    output: z.object({ answers: z.array(z.unknown()), ...paged() }),
  }),
});
