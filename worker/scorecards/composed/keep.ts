// Keeping, changing and reading scorecards that staff compose.
import type {
  createScorecard,
  listScorecards,
  previewComposed,
  readComposed,
  readTrend,
  updateScorecard,
} from '../../../schema/api/composed.ts';
import type { Body as Given, Output } from '../../../schema/api/endpoint.ts';
import type { scorecard } from '../../../schema/db/tables.ts';
import { boardThreshold } from '../../../schema/measures/suppression.ts';
import type { Body } from '../../../schema/scorecards/body.ts';
import { type Period, periodNamed, periodOf, periodsUpTo } from '../../../schema/scorecards/period.ts';
import { record, recordWhere } from '../../audit/record.ts';
import { insert } from '../../db/insert.ts';
import { newId } from '../../db/random.ts';
import type { StaffCall } from '../../http/context.ts';
import { covers } from '../../http/policy.ts';
import { Refusal } from '../../http/refusal.ts';
import { idsOf } from '../../units/store.ts';
import { composed, inPeriods } from './card.ts';
import { figureOf } from './got.ts';
import { notesOf } from './notes.ts';
import { runsIn, seeRuns } from './runs.ts';
import { readMeasure } from './sources.ts';
import {
  bodyOf,
  keptOf,
  type PlaceWithAbove,
  placeOf,
  reaches,
  readRow,
  type ScorecardRow,
  scorecards,
} from './store.ts';

export async function listKept(call: StaffCall): Promise<Output<typeof listScorecards>> {
  const { db, actor } = call;
  const grants = JSON.stringify(actor.grants.map(({ unit }) => unit));
  const above = JSON.stringify(actor.grants.flatMap(({ path }) => idsOf(path)));
  const { results } = await db
    .prepare(
      `${scorecards} WHERE s.removed_at IS NULL AND (s.unit IN (SELECT value FROM json_each(?2))
         OR EXISTS (SELECT 1 FROM json_each(?1) g WHERE instr(u.path, '/' || g.value || '/') > 0))
       ORDER BY s.updated_at DESC, s.id LIMIT 200`,
    )
    .bind(grants, above)
    .all<ScorecardRow>();
  return { scorecards: results.map((row) => keptOf(call, row)) };
}

export async function keep(
  call: StaffCall,
  unit: string,
  { title, body, template }: Given<typeof createScorecard>,
): Promise<Output<typeof createScorecard>> {
  const { db, now, actor } = call;
  const { path } = await placeOf(db, unit);
  const id = newId();
  await db.batch([
    insert<typeof scorecard>(db, 'scorecard', {
      id,
      unit,
      title,
      body: JSON.stringify(body),
      template: Number(template),
      created_by: actor.id,
      created_at: now,
      updated_at: now,
    }),
    record(db, { at: now, actor: actor.id, act: 'scorecard.create', target: id, path, detail: { title } }),
  ]);
  return keptOf(call, await readRow(db, id));
}

/** @throws Refusal stale */
export async function change(
  call: StaffCall,
  id: string,
  { rev, ...asked }: Given<typeof updateScorecard>,
): Promise<Output<typeof updateScorecard>> {
  const { db, now, actor } = call;
  const row = await readRow(db, id);
  const title = asked.title ?? row.title;
  const removed = asked.removed === undefined ? row.removed_at : asked.removed ? now : null;
  const act =
    asked.removed === undefined
      ? 'scorecard.update'
      : asked.removed
        ? 'scorecard.remove'
        : 'scorecard.return';
  const entry = { at: now, actor: actor.id, act, target: id, path: row.path, detail: { title } };
  const [, changed] = await db.batch([
    recordWhere(db, entry, 'SELECT 1 FROM scorecard WHERE id = ?7 AND rev = ?8', [id, rev]),
    db
      .prepare(
        `UPDATE scorecard SET title = ?3, body = ?4, template = ?5, removed_at = ?6, updated_at = ?7, rev = rev + 1
         WHERE id = ?1 AND rev = ?2`,
      )
      .bind(
        id,
        rev,
        title,
        asked.body ? JSON.stringify(asked.body) : row.body,
        asked.template === undefined ? row.template : Number(asked.template),
        removed,
        now,
      ),
  ]);
  if (changed?.meta.changes !== 1)
    throw new Refusal('stale', {}, { current: keptOf(call, await readRow(db, id)) });
  return keptOf(call, await readRow(db, id));
}

/** The one that was asked for, or today's. @throws Refusal bad-input */
export function wantedPeriod({ now }: StaffCall, body: Body, key: string | null | undefined): Period {
  if (!key) return periodOf(body.period, now);
  const period = periodNamed(body.period, key);
  if (!period) throw new Refusal('bad-input', { where: 'period' });
  return period;
}

const aboveFor = ({ actor }: StaffCall, place: PlaceWithAbove) =>
  place.above.filter(({ path }) => covers(actor, path)).map(({ id, kind, name }) => ({ id, kind, name }));

/** A card that is read at a unit. @throws Refusal not-found where the card is kept neither there nor above */
export async function cardAt(call: StaffCall, unit: string, id: string) {
  const [row, place] = await Promise.all([readRow(call.db, id), placeOf(call.db, unit)]);
  if (!reaches(row.unit, place.path)) throw new Refusal('not-found');
  return { row, place, body: bodyOf(row) };
}

/** Periods to choose from. */
const offered = 12;

interface Asked {
  unit: string;
  scorecard: string;
  period?: string | undefined;
  /** groups of fewer are hidden; as on boards of staff unless said */
  k?: string | undefined;
}
const hiding = ({ k }: Asked): number => Number(k ?? boardThreshold);

export async function readAt(call: StaffCall, asked: Asked): Promise<Output<typeof readComposed>> {
  const { db, now } = call;
  const { row, place, body } = await cardAt(call, asked.unit, asked.scorecard);
  const period = wantedPeriod(call, body, asked.period);
  const card = await composed(db, {
    title: row.title,
    body,
    place,
    above: aboveFor(call, place).filter(
      ({ id }) => idsOf(place.path).indexOf(id) >= idsOf(place.path).indexOf(row.unit),
    ),
    demo: place.demo,
    scorecard: row.id,
    now,
    ...(await inPeriods(db, place, body, period, { k: hiding(asked), now, home: row.unit })),
  });
  return {
    scorecard: keptOf(call, row),
    card: { ...card, notes: await notesOf(call, { card: row.id, period: period.key, unit: place.id }) },
    periods: periodsUpTo(periodOf(body.period, now), offered),
  };
}

export async function preview(
  call: StaffCall,
  unit: string,
  { title, body, period: key }: Given<typeof previewComposed>,
): Promise<Output<typeof previewComposed>> {
  const { db, now } = call;
  const place = await placeOf(db, unit);
  const period = wantedPeriod(call, body, key);
  return composed(db, {
    title,
    body,
    place,
    above: aboveFor(call, place),
    demo: place.demo,
    scorecard: '',
    now,
    ...(await inPeriods(db, place, body, period, { k: boardThreshold, now, home: unit })),
  });
}

/** What each is a figure of, as a number among them: the text of it is long, and says nothing to a reader. */
const numbered = <T extends { basis: string }>(figures: readonly T[]) =>
  figures.map((one) => ({ ...one, basis: figures.findIndex(({ basis }) => basis === one.basis) }));

/** Periods of a trend. */
const trendLength = 6;

export async function trend(call: StaffCall, asked: Asked): Promise<Output<typeof readTrend>> {
  const { db, now } = call;
  const { row, place, body } = await cardAt(call, asked.unit, asked.scorecard);
  const periods = periodsUpTo(wantedPeriod(call, body, asked.period), trendLength).reverse();
  const alone = { ...place, children: [] };
  const k = hiding(asked);
  const runs = await seeRuns(db, place.id, await runsIn(db, place, body, periods, { home: row.unit, now }), {
    k,
    now,
  });
  return {
    periods,
    measures: await Promise.all(
      body.measures.map(async (measure) => ({
        id: measure.id,
        figures: numbered(
          await Promise.all(
            periods.map(async (period, at) => {
              const ask = { db, place: alone, span: period, period: period.key, scorecard: row.id, k, now };
              const { what, suffix, basis, ...reading } = await readMeasure(measure, {
                ...ask,
                runs: runs[at] ?? new Map(),
              });
              const figure = figureOf(measure, reading.at(place.id));
              // What is of some alone is a figure of its own each time.
              return { ...figure, what, suffix, basis: figure.all ? `${basis} ${period.key}` : basis };
            }),
          ),
        ),
      })),
    ),
  };
}
