// What is told of an evaluation 评选: its rules and days, who is rated, the result of each, the board and what is frozen of it.
import * as z from 'zod/mini';
import { appealEffects } from '../evaluations/decision.ts';
import { bandKinds, groupKinds, mostIndicators, mostRules } from '../evaluations/scheme.ts';
import { appealStates, evaluationStates } from '../evaluations/stages.ts';
import { localId } from '../ids.ts';
import { count, id, maybeWords, rev, time, unitRef, words } from './common.ts';

const share = () => z.int().check(z.minimum(0), z.maximum(100));
export const group = () => z.enum(groupKinds);
export const listOf = <T extends z.ZodMiniType>(one: T, most = mostRules) =>
  z.array(one).check(z.maxLength(most));

const item = () =>
  z.strictObject({
    id: localId(),
    title: words(60),
    tenths: z.int().check(z.minimum(1), z.maximum(1000)),
    photo: z.boolean(),
  });

/** schema/evaluations/scheme.ts */
const rules = () =>
  z.strictObject({
    indicators: listOf(
      z.strictObject({
        id: localId(),
        title: words(30),
        criteria: maybeWords(200),
        weight: share(),
        most: z.int().check(z.minimum(5), z.maximum(100)),
      }),
      mostIndicators,
    ),
    groups: listOf(
      z.strictObject({
        id: group(),
        weight: share(),
        minimum: z.int().check(z.minimum(1), z.maximum(500)),
        middle: z.discriminatedUnion('rule', [
          z.strictObject({ rule: z.literal('mean') }),
          z.strictObject({
            rule: z.literal('trimmed'),
            percent: z.int().check(z.minimum(1), z.maximum(49)),
            from: z.int().check(z.minimum(3), z.maximum(500)),
          }),
          z.strictObject({
            rule: z.literal('median'),
            from: z.int().check(z.minimum(2), z.maximum(500)),
          }),
        ]),
        marks: z.optional(listOf(localId(), mostIndicators)),
      }),
      groupKinds.length,
    ).check(z.minLength(1)),
    missing: z.enum(['incomplete', 'reweight']),
    deductions: listOf(item()),
    deductionCap: share(),
    bonuses: listOf(item()),
    bonusCap: share(),
    vetoes: listOf(z.strictObject({ id: localId(), title: words(60) })),
    gates: listOf(
      z.strictObject({
        id: localId(),
        title: words(60),
        atLeast: share(),
        from: z.enum(['residents', 'reported']),
      }),
      5,
    ),
    bands: listOf(z.strictObject({ id: z.enum(bandKinds), from: share() }), bandKinds.length),
    awards: listOf(
      z.strictObject({
        id: localId(),
        title: words(30),
        places: z.int().check(z.minimum(1), z.maximum(2000)),
        from: z.optional(share()),
      }),
      10,
    ),
    tie: z.strictObject({
      by: listOf(z.enum([...groupKinds, 'deductions']), groupKinds.length + 1),
      rest: z.enum(['all', 'none', 'decide']),
    }),
  });

/** What may be changed until marking begins. */
export const settings = () => ({
  title: words(60),
  /** which month or quarter it is, as people say it */
  period: maybeWords(20),
  words: maybeWords(1000),
  /** the post whose holders are rated; '': areas are */
  post: maybeWords(20),
  rules: rules(),
  closesAt: time(),
  appealDays: z.int().check(z.minimum(1), z.maximum(30)),
  organiser: words(50),
  phone: maybeWords(30),
  /** a final roll of households, whose letters open the marking */
  roll: z.nullable(id()),
  /** a run whose open answers are shown beside as popularity, and count nothing */
  campaign: z.nullable(id()),
  /** of the experts' draw */
  seed: maybeWords(60),
  each: z.int().check(z.minimum(1), z.maximum(20)),
});

/** Who is rated: areas, or people who hold the post in one, with the door of their own household, which does not rate them. */
export const subjects = () =>
  z
    .array(z.strictObject({ unit: id(), person: maybeWords(20), door: z.optional(maybeWords(20)) }))
    .check(z.maxLength(3000));

export const facts = () =>
  z.object({
    id: id(),
    unit: unitRef(),
    ...settings(),
    version: z.int(),
    rulesSha256: z.string(),
    state: z.enum(evaluationStates),
    openedAt: z.nullable(time()),
    appealsUntil: z.nullable(time()),
    finalAt: z.nullable(time()),
    resultSha256: z.nullable(z.string()),
    /** what everybody may read of it, and since when: /i/e/:evaluation */
    posted: z.nullable(z.object({ sha256: z.string(), at: time() })),
    decided: z.array(id()),
    decidedWords: z.string(),
    /** why it was cancelled */
    reason: z.string(),
    previous: z.nullable(id()),
    subjects: count(),
    rev: rev(),
    /** the reader steers it */
    keeps: z.boolean(),
  });
export type Evaluation = z.infer<ReturnType<typeof facts>>;

export const subject = () =>
  z.object({ id: id(), unit: id(), name: z.string(), above: z.string(), person: z.string() });
export type EvaluationSubject = z.infer<ReturnType<typeof subject>>;

const outcome = () =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('disqualified'), vetoes: z.readonly(z.array(z.string())) }),
    z.object({ state: z.literal('incomplete'), groups: z.array(z.string()), gates: z.array(z.string()) }),
    z.object({ state: z.literal('barred'), gates: z.array(z.string()) }),
    z.object({ state: z.literal('rated'), band: z.nullable(z.string()) }),
  ]);
const range = () => z.optional(z.object({ from: z.number(), to: z.number() }));
export const line = () =>
  z.object({
    id: id(),
    groups: z.array(z.object({ id: z.string(), score: z.nullable(z.number()), n: z.nullable(count()) })),
    reweighted: z.array(z.string()),
    before: z.nullable(z.number()),
    deducted: z.number(),
    added: z.number(),
    score: z.nullable(z.number()),
    outcome: outcome(),
    readings: z.array(z.object({ id: z.string(), value: z.nullable(z.number()) })),
  });
/** As an area has its own: with ranges in place of what would say what each household gave (schema/evaluations/told.ts). */
export const toldLine = () => {
  const { shape } = line();
  return z.object({
    ...shape,
    about: range(),
    groups: z.array(z.object({ ...shape.groups.def.element.shape, about: range() })),
    readings: z.array(z.object({ ...shape.readings.def.element.shape, about: range() })),
  });
};
export const effect = () => z.nullable(z.enum(appealEffects));
const given = () =>
  z.discriminatedUnion('state', [
    z.object({ award: z.string(), state: z.literal('given'), winners: z.array(id()) }),
    z.object({
      award: z.string(),
      state: z.literal('undecided'),
      winners: z.array(id()),
      left: count(),
      among: z.array(id()),
    }),
    z.object({ award: z.string(), state: z.literal('waiting') }),
  ]);
export const board = () =>
  z.object({
    /** in administrative order */
    subjects: z.array(subject()),
    lines: z.array(line()),
    awards: z.array(given()),
    agreement: z.array(
      z.object({ id: group(), alpha: z.nullable(z.number()), panel: z.nullable(z.number()) }),
    ),
    /** answers of the open run, by the subject's unit, where they are five at least: popularity, outside every score */
    popularity: z.record(id(), count()),
    /**
     * what branches said, the newest last; the words are with the subject. `changed`: findings and raters that were left out
     * or put right; `effect`: what that did to the subject's result, null of those that are not decided
     */
    appeals: z.array(
      z.object({ id: id(), subject: id(), state: z.enum(appealStates), changed: count(), effect: effect() }),
    ),
  });
export type EvaluationBoard = z.infer<ReturnType<typeof board>>;

const frozen = () => z.object({ at: time(), rules: z.string(), ...board().shape });
export type FrozenResult = Omit<z.infer<ReturnType<typeof frozen>>, 'popularity'>;
