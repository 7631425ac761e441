// Figures that no form gives: contests with a result, votes of owners, what forms asked of people, and what staff report.
// Each statement counts a unit and its children together, so a card of 1,269 buildings is one read.

import { placeDay } from '../../../schema/day.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { minutesOf } from '../../../schema/form/minutes.ts';
import type { Source } from '../../../schema/scorecards/body.ts';
import { endOfBranch } from '../../units/store.ts';
import { exact, type Got, missing, part } from './got.ts';
import type { Place, Span } from './sources.ts';

type OfKind<K extends Source['kind']> = Extract<Source, { kind: K }>;
/** By unit; what is not in it has nothing of the kind. */
type Figures = (unit: string) => Got;

/** SQL: which child of the branch ?1 a path lies in; '' for the unit itself. */
export const childOf = (path: string) =>
  `substr(${path}, length(?1) + 1, max(instr(substr(${path}, length(?1) + 1), '/') - 1, 0))`;

interface Progress {
  child: string;
  n: number;
  done: number;
  took: number;
  called: number;
}

function shares(
  rows: readonly Progress[],
  place: Place,
  what: 'announced' | 'turnout',
  none: 'no-contest' | 'no-vote',
): Figures {
  const at = (unit: string) => (unit === place.id ? rows : rows.filter(({ child }) => child === unit));
  const sum = (of: readonly Progress[], key: 'n' | 'done' | 'took' | 'called') =>
    of.reduce((all, row) => all + row[key], 0);
  return (unit) => {
    const mine = at(unit);
    if (sum(mine, 'n') === 0) return missing(none);
    if (what === 'announced') return part(sum(mine, 'done'), sum(mine, 'n'), none);
    return part(sum(mine, 'took'), sum(mine, 'called'), 'no-answers');
  };
}

/** Contests by their last round, of elections whose voting day lies in the period; rehearsals are none. */
export async function electionOf(
  db: D1Database,
  place: Place,
  period: Span,
  source: OfKind<'election'>,
): Promise<Figures> {
  const { results } = await db
    .prepare(
      `SELECT ${childOf('c.path')} AS child, count(*) AS n, sum(c.state = 'announced') AS done,
         sum(CASE WHEN c.state = 'announced' THEN (c.took ->> '$.token') + (c.took ->> '$.paper') ELSE 0 END) AS took,
         sum(CASE WHEN c.state = 'announced' THEN coalesce(c.registered, 0) ELSE 0 END) AS called
       FROM election e CROSS JOIN contest c INDEXED BY contest_order
         ON c.election = e.id AND c.path >= ?1 AND c.path < ?2
       WHERE e.rehearsal = 0 AND e.cancelled_at IS NULL AND c.state <> 'cancelled'
         AND e.days ->> '$.vote' >= ?3 AND e.days ->> '$.vote' < ?4
         AND NOT EXISTS (SELECT 1 FROM contest o WHERE o.unit = c.unit AND o.election = c.election
           AND o.round > c.round AND o.state <> 'cancelled')
       GROUP BY child`,
    )
    .bind(place.path, endOfBranch(place.path), placeDay(period.from), placeDay(period.to))
    .all<Progress>();
  return shares(results, place, source.what, 'no-contest');
}

/** Votes of owners whose last day lies in the period, but those that are prepared and those that were cancelled. */
export async function ownerVoteOf(
  db: D1Database,
  place: Place,
  period: Span,
  source: OfKind<'owner-vote'>,
): Promise<Figures> {
  const { results } = await db
    .prepare(
      `SELECT ${childOf('u.path')} AS child, count(*) AS n, count(v.announced_at) AS done,
         sum(CASE WHEN v.announced_at IS NULL THEN 0 ELSE coalesce(v.result ->> '$.matters[0].strict.part.heads', 0) END) AS took,
         sum(CASE WHEN v.announced_at IS NULL THEN 0 ELSE coalesce(v.result ->> '$.matters[0].strict.all.heads', 0) END) AS called
       FROM owner_vote v JOIN unit u ON u.id = v.unit
       WHERE u.path >= ?1 AND u.path < ?2 AND v.noticed_at IS NOT NULL AND v.cancelled_at IS NULL
         AND v.closes_at >= ?3 AND v.closes_at < ?4 GROUP BY child`,
    )
    .bind(place.path, endOfBranch(place.path), period.from, period.to)
    .all<Progress>();
  return shares(results, place, source.what, 'no-vote');
}

/** A run and how many households of a unit it asked. */
interface AskedRow {
  run: string;
  unit: string;
  /** the child of the place that the unit is, or lies in; the place itself */
  within: string;
  households: number;
  form: string;
  version: number;
}

/**
 * Runs that opened in the period and asked any household of the unit, and their minutes for an average household of it.
 * A run that covers the unit is counted there, one that covers none but a part of it with the households of that part.
 */
export async function burdenOf(
  db: D1Database,
  place: Place,
  period: Span,
  source: OfKind<'burden'>,
): Promise<Figures> {
  const units = JSON.stringify([place.id, ...place.children.map(({ id }) => id)]);
  const branch = [place.path, endOfBranch(place.path)];
  const [asked, homes] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT c.id AS run, t.unit, t.unit AS within, t.households, c.form, c.version FROM json_each(?3) j
           CROSS JOIN campaign_unit t INDEXED BY campaign_unit_by_unit ON t.unit = j.value
           JOIN campaign c ON c.id = t.campaign WHERE c.opens_at >= ?4 AND c.opens_at < ?5
         UNION ALL SELECT c.id, u.id, ${childOf('u.path')}, t.households, c.form, c.version FROM unit u
           CROSS JOIN campaign c INDEXED BY campaign_by_unit ON c.unit = u.id
           JOIN campaign_unit t ON t.campaign = c.id AND t.unit = u.id
           WHERE u.path > ?1 AND u.path < ?2 AND u.id NOT IN (SELECT value FROM json_each(?3))
             AND c.opens_at >= ?4 AND c.opens_at < ?5`,
      )
      .bind(...branch, units, period.from, period.to),
    db
      .prepare(
        `SELECT ${childOf('b.path')} AS child, sum(b.households) AS n FROM unit b
         WHERE b.path >= ?1 AND b.path < ?2 AND b.kind = 'building' AND b.retired_at IS NULL GROUP BY child`,
      )
      .bind(...branch),
  ]);
  const rows = (asked?.results ?? []) as AskedRow[];
  const households = (homes?.results ?? []) as { child: string; n: number }[];
  const minutes = await minutesBy(db, rows);
  return (unit) => {
    const here = unit === place.id;
    const mine = rows.filter(({ within }) => here || within === unit);
    const covered = new Set(mine.flatMap((row) => (row.unit === unit ? row.run : [])));
    const counted = mine.filter((row) => row.unit === unit || !covered.has(row.run));
    const runs = new Set(counted.map(({ run }) => run)).size;
    if (source.what === 'runs' || runs === 0) return exact(runs, runs, null);
    const living = households.reduce((sum, { child, n }) => sum + (here || child === unit ? n : 0), 0);
    // Those that were asked are there, in areas without buildings and where some have gone since.
    const all = Math.max(living, ...counted.map((row) => row.households));
    if (all <= 0) return missing('no-households');
    const spent = counted.reduce(
      (sum, row) => sum + (minutes.get(`${row.form} ${row.version}`) ?? 0) * row.households,
      0,
    );
    return exact(spent / all, runs, null);
  };
}

/** By form and version, as `form version`. */
async function minutesBy(
  db: D1Database,
  rows: readonly Pick<AskedRow, 'form' | 'version'>[],
): Promise<ReadonlyMap<string, number>> {
  const versions = [...new Set(rows.map(({ form, version }) => `${form} ${version}`))];
  const { results } = await db
    .prepare(
      `SELECT j.value AS version, v.definition FROM json_each(?1) j JOIN form_version v
         ON v.form || ' ' || v.number = j.value AND v.form = substr(j.value, 1, instr(j.value, ' ') - 1)`,
    )
    .bind(JSON.stringify(versions))
    .all<{ version: string; definition: string }>();
  return new Map(
    results.map(({ version, definition }) => [version, minutesOf(JSON.parse(definition) as Definition)]),
  );
}

export interface ReportedRow {
  unit: string;
  value: number;
  source: string;
  day: string;
  by: string;
}

export async function reportedOf(
  db: D1Database,
  place: Place,
  asked: { scorecard: string; measure: string; period: string },
): Promise<{ at: Figures; here: ReportedRow | undefined }> {
  const { results } = await db
    .prepare(
      `SELECT r.unit, r.value, r.source, r.day, s.name AS by FROM json_each(?1) j
         JOIN reported_figure r ON r.scorecard = ?2 AND r.measure = ?3 AND r.period = ?4 AND r.unit = j.value
         JOIN staff s ON s.id = r.reported_by`,
    )
    .bind(
      JSON.stringify([place.id, ...place.children.map(({ id }) => id)]),
      asked.scorecard,
      asked.measure,
      asked.period,
    )
    .all<ReportedRow>();
  const row = (unit: string) => results.find((one) => one.unit === unit);
  return {
    at: (unit) => {
      const found = row(unit);
      return found ? exact(found.value, null, null) : missing('not-reported');
    },
    here: row(place.id),
  };
}
