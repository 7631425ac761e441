// What reads each kind of source. A new kind is one entry of the contract (schema/scorecards/body.ts) and one here.
import type { MeasureLine } from '../../../schema/api/composed.ts';
import { formOf, type Measure } from '../../../schema/scorecards/body.ts';
import { burdenOf, electionOf, ownerVoteOf, reportedOf } from './counted.ts';
import { evaluated } from './evaluated.ts';
import { type Got, isFound, missing } from './got.ts';
import { indexOf, type OfForms, overallOf, participationOf, questionOf } from './line-figures.ts';
import type { Seen, SeenRuns } from './runs.ts';

export interface Place {
  id: string;
  kind: string;
  name: string;
  path: string;
  /** in use, in administrative order */
  children: readonly { id: string; kind: string; name: string }[];
  /** what is read of it is told in public, where units below communities have no figures */
  inPublic?: true;
}
/** A stretch of time: from its first moment to the first after it. */
export interface Span {
  from: number;
  to: number;
}

export interface Ask {
  db: D1Database;
  place: Place;
  span: Span;
  /** '' where the card is of one run */
  period: string;
  /** '' while it is composed */
  scorecard: string;
  runs: SeenRuns;
  /** groups of fewer are hidden */
  k: number;
  now: number;
}

export interface Reading extends OfForms {
  run: Seen | undefined;
  reported: MeasureLine['how']['reported'];
  evaluation?: MeasureLine['how']['evaluation'];
}

const plain = { basis: '', suffix: '', parts: [], missing: 0, run: undefined, reported: null };

export async function readMeasure(measure: Measure, ask: Ask): Promise<Reading> {
  const { source } = measure;
  const { db, place, span } = ask;
  if (source.kind === 'election')
    return { ...plain, at: await electionOf(db, place, span, source), what: source.what };
  if (source.kind === 'owner-vote')
    return { ...plain, at: await ownerVoteOf(db, place, span, source), what: source.what };
  if (source.kind === 'evaluation')
    return { ...plain, ...(await evaluated(db, place, span, ask.k)), what: 'score' };
  if (source.kind === 'burden')
    return {
      ...plain,
      at: await burdenOf(db, place, { from: span.from, to: Math.min(span.to, ask.now + 1) }, source),
      what: source.what,
    };
  if (source.kind === 'reported') {
    const { at, here } = await reportedOf(db, place, { ...ask, measure: measure.id });
    const reported = here ? { source: here.source, day: here.day, by: here.by } : null;
    return { ...plain, at, what: 'reported', suffix: source.suffix, reported };
  }
  const of = { ...plain, ...fromRun(source, ask.runs.get(source.form)) };
  const elsewhere = await movedSince(of, source.form, ask);
  return { ...of, at: (unit) => (elsewhere.has(unit) ? missing('elsewhere') : of.at(unit)) };
}

/** Units below that a run of the form in this time found in another branch. */
async function movedSince({ at }: Reading, form: string, ask: Ask): Promise<ReadonlySet<string>> {
  const { db, place, span } = ask;
  const lost = place.children.map(({ id }) => id).filter((id) => isNoRun(at(id)));
  if (lost.length === 0) return new Set();
  const { results } = await db
    .prepare(
      `SELECT t.unit FROM campaign c JOIN campaign_unit t ON t.campaign = c.id AND t.parent IS NOT ?4
         WHERE c.form = ?1 AND c.opens_at >= ?2 AND c.opens_at < ?3 AND t.unit IN (SELECT value FROM json_each(?5))`,
    )
    .bind(form, span.from, span.to, place.id, JSON.stringify(lost))
    .all<{ unit: string }>();
  return new Set(results.map(({ unit }) => unit));
}
const isNoRun = (got: Got): boolean => !isFound(got) && got.why === 'no-run';

function fromRun(source: Extract<Measure['source'], { form: string }>, seen: Seen | undefined) {
  if (!seen) {
    const why = formOf(source) === '' ? 'no-form' : 'no-run';
    const what =
      source.kind === 'question' ? source.what : source.kind === 'participation' ? 'rate' : 'score';
    return { at: () => missing(why), what };
  }
  return { ...ofForm(seen, source), run: seen };
}

function ofForm(seen: Seen, source: Extract<Measure['source'], { form: string }>): OfForms {
  if (source.kind === 'overall') return overallOf(seen);
  if (source.kind === 'question') return questionOf(seen, source);
  if (source.kind === 'index') return indexOf(seen, source);
  return participationOf(seen);
}
