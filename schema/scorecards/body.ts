// What a scorecard that staff compose is made of: measures in their order, each with its source, its weight and, once
// somebody sets one, its target. A card says by which months or quarters it is read.
import * as z from 'zod/mini';
import { localId, objectId } from '../ids.ts';
import { periodKinds } from './period.ts';

const figure = () => z.number().check(z.minimum(-100), z.maximum(1_000_000));
const weight = () => z.number().check(z.minimum(0), z.maximum(100));
const title = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
/** '' until it is chosen: a template does not know the forms of a branch */
const form = () => z.union([z.literal(''), objectId()]);
/** a question, or a row of a matrix; '' for a question itself */
const row = () => z.string().check(z.regex(/^[a-z0-9_]{0,24}$/));
const mapping = () => z.enum(['linear', 'hundred_eighty']);

/** The measures of one line of a form. */
export const lineFigures = ['score', 'satisfied', 'mean', 'share'] as const;

/**
 * Where a figure comes from, by kind. A kind is one entry here and one reader of the Worker
 * (worker/scorecards/composed/sources.ts).
 */
export const sourceShape = () =>
  z.discriminatedUnion('kind', [
    /** mean score of all scored lines of a form, each counting the same: the headline of its own card */
    z.strictObject({ kind: z.literal('overall'), form: form() }),
    z.strictObject({
      kind: z.literal('question'),
      form: form(),
      question: localId(),
      row: row(),
      what: z.enum(lineFigures),
      /** of a share: the key of the option */
      option: z.optional(z.string().check(z.maxLength(60))),
      mapping: mapping(),
    }),
    z.strictObject({
      kind: z.literal('index'),
      form: form(),
      items: z
        .array(z.strictObject({ question: localId(), row: row(), weight: weight() }))
        .check(z.minLength(1), z.maxLength(40)),
      mapping: mapping(),
    }),
    z.strictObject({ kind: z.literal('participation'), form: form() }),
    z.strictObject({ kind: z.literal('election'), what: z.enum(['announced', 'turnout']) }),
    z.strictObject({ kind: z.literal('owner-vote'), what: z.enum(['announced', 'turnout']) }),
    /** final score of the newest evaluation of areas, of the unit itself or the mean of those below it */
    z.strictObject({ kind: z.literal('evaluation') }),
    /** what forms asked of people: minutes for a household, or the number of runs */
    z.strictObject({ kind: z.literal('burden'), what: z.enum(['minutes', 'runs']) }),
    /** 填报数: staff enter it for each unit with its source and day */
    z.strictObject({ kind: z.literal('reported'), suffix: z.string().check(z.trim(), z.maxLength(8)) }),
  ]);
export type Source = z.infer<ReturnType<typeof sourceShape>>;

/** In the order in which they are offered. */
export const sourceKinds = [
  'overall',
  'question',
  'index',
  'participation',
  'election',
  'owner-vote',
  'evaluation',
  'burden',
  'reported',
] as const satisfies readonly Source['kind'][];

/**
 * Figures on 0–100, which can be weighed into the card's total. `access`: of the run that it is read from, where one is:
 * where anyone may answer, participation is so many responses for 100 households and no rate.
 */
export const inHundred = (source: Source, access?: string): boolean => {
  if (source.kind === 'question') return source.what !== 'mean';
  if (source.kind === 'participation') return access !== 'anyone';
  return source.kind !== 'burden' && source.kind !== 'reported';
};

const measureShape = () =>
  z
    .strictObject({
      id: localId(),
      title: title(40),
      source: sourceShape(),
      /** its part in the card's own total; 0: none, as of all that is not on 0–100 */
      weight: weight(),
      better: z.enum(['higher', 'lower']),
      /** no mark is shown until somebody sets a target */
      target: z.nullable(figure()),
      /** from here to the target it is ◐; null: short of the target is ▲ */
      fair: z.nullable(figure()),
    })
    .check(z.refine(({ weight, source }) => weight === 0 || inHundred(source)));
export type Measure = z.infer<ReturnType<typeof measureShape>>;

/** More do not fit a page that is read in one look. */
export const measuresMost = 24;

export const bodyShape = () =>
  z.strictObject({
    period: z.enum(periodKinds),
    measures: z.array(measureShape()).check(
      z.maxLength(measuresMost),
      z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
    ),
    /** runs chosen by hand for a period, before the one that the rule would take */
    picks: z
      .array(z.strictObject({ form: objectId(), period: z.string().check(z.maxLength(8)), run: objectId() }))
      .check(z.maxLength(200)),
  });
export type Body = z.infer<ReturnType<typeof bodyShape>>;

/** The form that a measure is asked by; undefined for those of no form. */
export const formOf = (source: Source): string | undefined => ('form' in source ? source.form : undefined);

/** Of an index all that it is made of; what has no weight is no part of it. */
export const weighedItems = <Item extends { weight: number }>(items: readonly Item[]): Item[] =>
  items.filter((item) => item.weight > 0);
