// The shape of a rule pack 推选办法: by which rules a contest is prepared, voted and counted. Data, not code: it is shown,
// frozen and hashed when the contest opens. Every rule names where it comes from.
import * as z from 'zod/mini';
import { isDay } from '../fields/date.ts';
import { type Canonical, canonicalJson } from './canonical.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const spoken = (max: number) => z.strictObject({ zh: text(max), en: text(max) });
const days = () => z.int().check(z.minimum(0), z.maximum(365));
const people = () => z.int().check(z.minimum(0), z.maximum(1000));

const sourceShape = () =>
  z.strictObject({
    /** the name of the law, or in words whose rule it is */
    text: spoken(120),
    /** as the law numbers it: 第十五条 */
    article: z.nullable(text(40)),
    /** statute: the text rules this vote; analogy: it rules a like vote; local: the organiser decides */
    standing: z.enum(['statute', 'analogy', 'local']),
    /** the article itself was read in the edition that `text` names, not a report of it */
    verified: z.boolean(),
  });
export type Source = z.infer<ReturnType<typeof sourceShape>>;

const sources = () => z.array(sourceShape()).check(z.minLength(1), z.maxLength(6));

const share = {
  num: z.int().check(z.minimum(0), z.maximum(100)),
  den: z.int().check(z.minimum(1), z.maximum(100)),
  strict: z.boolean(),
};

/** Of whom: all on the roll; ballots taken out of the box, void ones too; people who came; ballots that are not void. */
const ofWhom = z.enum(['registered', 'collected', 'present', 'valid']);

const roundShape = () =>
  z.strictObject({
    /** who must have taken part of those on the roll; null: however few */
    turnout: z.nullable(
      z.strictObject({ ...share, counted: z.enum(['collected', 'present']), sources: sources() }),
    ),
    /** what a person needs to be elected; 0 and strict: one vote */
    need: z.strictObject({ ...share, of: ofWhom, sources: sources() }),
  });
export type RoundRule = z.infer<ReturnType<typeof roundShape>>;

const buildShape = () =>
  z
    .strictObject({
      id: z.string().check(z.regex(/^[a-z][a-z0-9-]{2,39}$/)),
      version: z.int().check(z.minimum(1)),
      validFrom: z.string().check(z.refine(isDay)),
      name: spoken(40),
      /** how one is elected, in a sentence for staff and residents */
      about: spoken(200),
      /** what to check before relying on it */
      caution: z.nullable(spoken(200)),
      electors: z.strictObject({ basis: z.enum(['household', 'person']), sources: sources() }),
      /** contested 差额: at least `surplus` more than seats; equal 等额: as many do; none: electors write whom they want */
      candidates: z.strictObject({
        choice: z.enum(['contested', 'equal', 'none']),
        surplus: people(),
        sources: sources(),
      }),
      /** choose: tick up to the seats; each: for, against or abstain beside every candidate */
      ballot: z.strictObject({ style: z.enum(['choose', 'each']), sources: sources() }),
      writeIns: z.strictObject({ allowed: z.boolean(), sources: sources() }),
      /** more chosen for a post than it has seats: the ballot is void, or what it says of this post */
      overSelection: z.strictObject({ voids: z.enum(['ballot', 'line']), sources: sources() }),
      /** what people find illegible or contradictory: the ballot is void, or what it says there */
      unclear: z.strictObject({ voids: z.enum(['ballot', 'line']), sources: sources() }),
      /** one person chosen for two posts of one ballot */
      twoPosts: z.strictObject({ voids: z.enum(['ballot', 'nothing']), sources: sources() }),
      /** more ballots in the box than were given out make the vote invalid */
      box: z.strictObject({ sources: sources() }),
      rounds: z.strictObject({
        first: roundShape(),
        /** for seats that nobody reached; null: they stay vacant */
        second: z.nullable(
          z.extend(roundShape(), {
            /** at the latest so many days after the first; null: the organiser says */
            withinDays: z.nullable(days()),
            surplus: people(),
            sources: sources(),
          }),
        ),
        runOff: roundShape(),
      }),
      /** run-off: those with equal votes stand again, nobody else */
      tie: z.strictObject({ how: z.enum(['run-off', 'lot']), sources: sources() }),
      /** seats may stay vacant once so many are elected; null: the organiser says */
      vacancies: z.strictObject({ least: z.nullable(people()), sources: sources() }),
      recall: z.nullable(
        z.strictObject({
          /** who may ask for it; one of them is enough */
          asked: z
            .array(z.strictObject({ ...share, by: z.enum(['electors', 'delegates']), sources: sources() }))
            .check(z.minLength(1)),
          ...roundShape().shape,
        }),
      ),
      /** null: nobody votes for another */
      proxies: z.nullable(
        z.strictObject({
          /** how many one may vote for */
          limit: people(),
          candidateMayHold: z.boolean(),
          relativesOnly: z.boolean(),
          /** asked for so many days before the vote; null: before the vote */
          applyDays: z.nullable(days()),
          /** the list stands so many days before the vote; null: before the vote */
          publishDays: z.nullable(days()),
          sources: sources(),
        }),
      ),
      /** null: the organiser says */
      calendar: z.strictObject({
        rollDays: z.strictObject({ days: z.nullable(days()), sources: sources() }),
        objectionDays: z.strictObject({ days: z.nullable(days()), sources: sources() }),
        rulingDays: z.strictObject({ days: z.nullable(days()), sources: sources() }),
        candidateDays: z.strictObject({ days: z.nullable(days()), sources: sources() }),
        resultDays: z.strictObject({ days: z.nullable(days()), sources: sources() }),
      }),
      /** votes for a higher post count for the lower ones too */
      cascade: z.strictObject({ down: z.boolean(), sources: sources() }),
    })
    .check(
      z.refine(
        ({ tie }) => tie.how !== 'lot' || tie.sources.some(({ article }) => article !== null),
        'a lot is drawn only where an article says so',
      ),
    );

let built: ReturnType<typeof buildShape> | undefined;
/** The shape of a pack; built on first use (zod schemas cost start-up time). */
export function packShape() {
  built ??= buildShape();
  return built;
}

export type Pack = z.infer<ReturnType<typeof buildShape>>;
export type Round = keyof Pack['rounds'];

/** What is hashed when the pack is frozen. */
export const packText = (pack: Pack): string => canonicalJson(pack satisfies Canonical);

/** The rule of a round. @throws RangeError for a second round where the pack has none */
export function roundRule(pack: Pack, round: Round): RoundRule {
  const rule = pack.rounds[round];
  if (!rule) throw new RangeError(`${pack.id} has no second round`);
  return rule;
}
