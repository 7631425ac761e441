// Scorecards that staff compose from measures, as they are kept and as they are read at a unit for a month or quarter;
// figures that staff report.
import * as z from 'zod/mini';
import { isDay } from '../fields/date.ts';
import { localId } from '../ids.ts';
import { publicThreshold } from '../measures/suppression.ts';
import { bodyShape, sourceKinds } from '../scorecards/body.ts';
import { marks } from '../scorecards/mark.ts';
import { periodKinds } from '../scorecards/period.ts';
import { accessKinds, count, id, maybeWords, rev, time, unitRef, words } from './common.ts';
import { boardReaders, editors, endpoint, staffOnly } from './endpoint.ts';
import { measureId, noteShape, periodKey } from './notes.ts';

const periodShape = () => z.object({ kind: z.enum(periodKinds), key: periodKey(), from: time(), to: time() });

/** Why there is no figure. few: fewer than may be told · alike: would say what each household gave · beside: would give a small one away · closed: would tell what few chose · elsewhere: the unit lay in another branch then · own-evaluation: it was rated, by another evaluation than the card's · held: would tell a few answers beside an older publication. */
export const reasons = [
  'few',
  'alike',
  'beside',
  'closed',
  'held',
  'open',
  'no-form',
  'no-run',
  'no-answers',
  'not-asked',
  'no-contest',
  'no-vote',
  'no-evaluation',
  'own-evaluation',
  'elsewhere',
  'not-rated',
  'no-households',
  'not-reported',
  'incomplete',
] as const;
export type Reason = (typeof reasons)[number];

/** A figure with how sure it is, as it is printed (one decimal; what staff report, two); exact ones have no range beyond themselves. */
const figureShape = () =>
  z.object({
    value: z.nullable(z.number()),
    low: z.nullable(z.number()),
    high: z.nullable(z.number()),
    /** what it counts, of how many: answers of households, contests of contests, minutes of runs, rated of all to be rated */
    n: z.nullable(count()),
    of: z.nullable(count()),
    /** of an evaluation that rated only some of its kind here: how many there are. Such a figure stands for those alone */
    all: z.optional(count()),
    /** null where there is a figure */
    why: z.nullable(z.enum(reasons)),
    mark: z.nullable(z.enum(marks)),
    /** its whole range has this mark */
    sure: z.boolean(),
  });
export type Figure = z.infer<ReturnType<typeof figureShape>>;

/** In a trend: `basis` is the same where figures may be compared, of one question, scale, access, rules. */
const trendFigure = () =>
  z.object({ ...figureShape().shape, what: z.string(), suffix: z.string(), basis: count() });

const runShape = () =>
  z.object({
    id: id(),
    title: z.string(),
    opensAt: time(),
    closesAt: time(),
    open: z.boolean(),
    version: z.int(),
    access: z.enum(accessKinds),
    /** of what is signed: where the figures are those of an earlier publication, since too few answers changed after it */
    older: z.optional(z.enum(['here', 'below'])),
  });

const measureLine = () =>
  z.object({
    id: measureId(),
    title: z.string(),
    kind: z.enum(sourceKinds),
    /** which figure of that source: score, satisfied, mean, share, rate, perHundred, announced, turnout, minutes, runs, reported */
    what: z.string(),
    /** what it is a number of, where that is not told by `what` */
    suffix: z.string(),
    better: z.enum(['higher', 'lower']),
    target: z.nullable(z.number()),
    fair: z.nullable(z.number()),
    weight: z.number(),
    /** it was given a weight, and its figure is none that can be weighed into the total */
    unweighed: z.optional(z.literal(true)),
    figure: figureShape(),
    /** of the period before, and what became of it since; without an interval no change is clear */
    before: z.nullable(z.number()),
    change: z.nullable(
      z.object({ value: z.number(), low: z.number(), high: z.number(), clear: z.boolean() }),
    ),
    how: z.object({
      run: z.nullable(runShape()),
      mapping: z.string(),
      /** what an index is made of */
      parts: z.array(z.object({ title: z.string(), weight: z.number(), value: z.nullable(z.number()) })),
      /** answered 不了解: outside the figure; null where it is not told */
      missing: z.nullable(count()),
      reported: z.nullable(z.object({ source: z.string(), day: z.string(), by: z.string() })),
      /** whose final scores these are: of the evaluations of that branch */
      evaluation: z.optional(z.object({ title: z.string(), unit: z.string(), finalAt: time() })),
    }),
  });
export type MeasureLine = z.infer<ReturnType<typeof measureLine>>;

export const composedCard = () =>
  z.object({
    title: z.string(),
    unit: unitRef(),
    above: z.array(unitRef()),
    period: z.nullable(periodShape()),
    asOf: time(),
    measures: z.array(measureLine()),
    /** weighed measures together; null where none is weighed */
    total: z.nullable(figureShape()),
    /** units below in administrative order, figures in the order of the measures */
    rows: z.array(z.object({ unit: unitRef(), figures: z.array(figureShape()) })),
    notes: z.array(noteShape()),
    demo: z.boolean(),
  });
export type ComposedCard = z.infer<ReturnType<typeof composedCard>>;

const kept = () =>
  z.object({
    id: id(),
    unit: unitRef(),
    title: z.string(),
    /** others in the branch may start from it */
    template: z.boolean(),
    body: bodyShape(),
    rev: rev(),
    updatedAt: time(),
    removed: z.boolean(),
    mayEdit: z.boolean(),
  });
export type KeptScorecard = z.infer<ReturnType<typeof kept>>;

export const listScorecards = endpoint({
  id: 'listScorecards',
  method: 'GET',
  path: '/api/scorecards',
  policy: staffOnly,
  says: 'Scorecards of the own branches and of the units above them, the one changed last first, 200 at most.',
  io: () => ({ output: z.object({ scorecards: z.array(kept()) }) }),
});

export const createScorecard = endpoint({
  id: 'createScorecard',
  method: 'POST',
  path: '/api/units/:unit/scorecards',
  policy: editors('unit'),
  says: 'Keep a composed scorecard at a unit.',
  io: () => ({
    body: z.strictObject({ title: words(60), body: bodyShape(), template: z.boolean() }),
    output: kept(),
  }),
});

export const updateScorecard = endpoint({
  id: 'updateScorecard',
  method: 'PATCH',
  path: '/api/scorecards/:scorecard',
  policy: editors('scorecard'),
  says: 'Change a composed scorecard, make it a template, take it away or bring it back; the revision that was read is named.',
  io: () => ({
    body: z.strictObject({
      rev: rev(),
      title: z.optional(words(60)),
      body: z.optional(bodyShape()),
      template: z.optional(z.boolean()),
      removed: z.optional(z.boolean()),
    }),
    output: kept(),
  }),
});

/** `k`: 10 for what may leave the house, as on boards */
const reading = () =>
  z.object({ period: z.optional(periodKey()), k: z.optional(z.literal(`${publicThreshold}`)) });

export const readComposed = endpoint({
  id: 'readComposed',
  method: 'GET',
  path: '/api/units/:unit/scorecards/:scorecard',
  policy: boardReaders('unit'),
  says: 'A composed scorecard at a unit of its branch, for a month or quarter; without ?period= the one of today, with ?k=10 as it may leave the house.',
  io: () => ({
    query: reading(),
    output: z.object({
      scorecard: kept(),
      card: composedCard(),
      periods: z.array(periodShape()),
    }),
  }),
});

export const readTrend = endpoint({
  id: 'readTrend',
  method: 'GET',
  path: '/api/units/:unit/scorecards/:scorecard/trend',
  policy: boardReaders('unit'),
  says: 'The figures of the last six periods up to ?period= at a unit, the oldest first; with ?k=10 as they may leave the house.',
  io: () => ({
    query: reading(),
    output: z.object({
      periods: z.array(periodShape()),
      measures: z.array(z.object({ id: localId(), figures: z.array(trendFigure()) })),
    }),
  }),
});

export const previewComposed = endpoint({
  id: 'previewComposed',
  method: 'POST',
  path: '/api/units/:unit/scorecards/preview',
  policy: editors('unit'),
  says: 'What a scorecard would show at a unit; nothing is kept.',
  io: () => ({
    body: z.strictObject({ title: maybeWords(60), body: bodyShape(), period: z.nullable(periodKey()) }),
    output: composedCard(),
  }),
});

export const listMeasurable = endpoint({
  id: 'listMeasurable',
  method: 'GET',
  path: '/api/units/:unit/measurable',
  policy: editors('unit'),
  says: 'Forms that were asked in a unit, with the lines that a measure can be made of and the runs that can be picked.',
  io: () => ({
    output: z.object({
      forms: z.array(
        z.object({
          id: id(),
          title: z.string(),
          lines: z.array(
            z.object({
              question: localId(),
              row: z.string(),
              title: z.string(),
              /** figures that can be made of it */
              figures: z.array(z.string()),
              options: z.array(z.object({ key: z.string(), label: z.string() })),
              /** points of its scale */
              points: count(),
            }),
          ),
          runs: z.array(
            z.object({
              id: id(),
              title: z.string(),
              opensAt: time(),
              n: count(),
              access: z.enum(accessKinds),
            }),
          ),
        }),
      ),
    }),
  }),
});

export const reportFigure = endpoint({
  id: 'reportFigure',
  method: 'PUT',
  path: '/api/units/:unit/scorecards/:scorecard/reported',
  policy: editors('unit'),
  says: 'Report a figure of a unit for a period of the last ten years with its source and a day that has come; null takes it back.',
  io: () => ({
    body: z.strictObject({
      measure: localId(),
      period: periodKey(),
      /** two decimals at most: it is shown as it was entered */
      value: z.nullable(z.number().check(z.minimum(0), z.maximum(1_000_000), z.multipleOf(0.01))),
      source: maybeWords(100),
      day: z.string().check(z.refine(isDay)),
    }),
  }),
});
