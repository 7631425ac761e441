// Notes that staff write on a figure, and figures that they report themselves.
import type { reportFigure } from '../../../schema/api/composed.ts';
import type { Body, Output } from '../../../schema/api/endpoint.ts';
import type { listNotes, Note, putNote } from '../../../schema/api/notes.ts';
import { placeDay } from '../../../schema/day.ts';
import { periodNamed } from '../../../schema/scorecards/period.ts';
import { record, recordWhere } from '../../audit/record.ts';
import type { StaffCall } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { cardAt } from './keep.ts';
import { placeOf, reaches, readRow } from './store.ts';

interface NoteRow {
  id: string;
  measure: string;
  words: string;
  written_by: string;
  name: string;
  written_at: number;
  unit: string;
  place: string;
}

const notesWhere = (where: string) =>
  `SELECT n.id, n.measure, n.words, n.written_by, s.name, n.written_at, n.unit, u.name AS place FROM figure_note n
   JOIN staff s ON s.id = n.written_by JOIN unit u ON u.id = n.unit
   WHERE n.card = ?1 AND n.period = ?2 AND n.removed_at IS NULL AND ${where} ORDER BY n.written_at, n.id LIMIT 200`;

type Reader = Pick<StaffCall, 'db' | 'actor'>;

const noteOf = ({ actor }: Reader, { id, measure, words, written_by, name, written_at }: NoteRow): Note => ({
  id,
  measure,
  words,
  by: name,
  at: written_at,
  mine: written_by === actor.id,
});

export async function notesOf(
  call: Reader,
  about: { card: string; period: string; unit: string },
): Promise<Note[]> {
  const { results } = await call.db
    .prepare(notesWhere('n.unit = ?3'))
    .bind(about.card, about.period, about.unit)
    .all<NoteRow>();
  return results.map((row) => noteOf(call, row));
}

export async function notesOfRun(
  call: StaffCall,
  unit: string,
  run: string,
): Promise<Output<typeof listNotes>> {
  const here = `n.unit IN (SELECT ?3 UNION ALL SELECT id FROM unit WHERE parent = ?3)
    AND (n.unit = ?3 OR n.measure = 'overall')`;
  const { results } = await call.db.prepare(notesWhere(here)).bind(run, '', unit).all<NoteRow>();
  return {
    notes: results.filter((row) => row.unit === unit).map((row) => noteOf(call, row)),
    below: results
      .filter((row) => row.unit !== unit)
      .map((row) => ({ ...noteOf(call, row), unit: row.place })),
  };
}

/** @throws Refusal not-found where the card is not read at this unit; forbidden for a note of somebody else */
export async function write(
  { db, now, actor }: StaffCall,
  { unit, note }: { unit: string; note: string },
  { card, period, measure, words, removed }: Body<typeof putNote>,
): Promise<void> {
  const place = await placeOf(db, unit);
  if (period === '') {
    const run = 'SELECT 1 FROM campaign_unit WHERE campaign = ?1 AND unit = ?2';
    if (!(await db.prepare(run).bind(card, unit).first())) throw new Refusal('not-found');
  } else if (!reaches((await readRow(db, card)).unit, place.path)) throw new Refusal('not-found');
  const guard = 'SELECT 1 FROM figure_note WHERE id = ?7 AND (written_by <> ?8 OR unit <> ?9)';
  const entry = {
    at: now,
    actor: actor.id,
    act: removed ? 'scorecard.unnote' : 'scorecard.note',
    target: card,
    path: place.path,
    detail: { measure },
  };
  const [, changed] = await db.batch([
    recordWhere(db, entry, `SELECT 1 WHERE NOT EXISTS (${guard})`, [note, actor.id, unit]),
    db
      .prepare(
        `INSERT INTO figure_note (id, card, period, unit, measure, words, written_by, written_at, removed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET words = excluded.words, removed_at = excluded.removed_at
         WHERE written_by = excluded.written_by AND unit = excluded.unit`,
      )
      .bind(note, card, period, unit, measure, words, actor.id, now, removed ? now : null),
  ]);
  if (changed?.meta.changes !== 1) throw new Refusal('forbidden');
}

/** Figures of ten years may be entered afterwards. */
const longAgo = 10 * 366 * 86_400_000;

/** @throws Refusal not-found, bad-input where the card has no such measure, or the period or day has not come */
export async function report(
  call: StaffCall,
  at: { unit: string; scorecard: string },
  { measure, period, value, source, day }: Body<typeof reportFigure>,
): Promise<void> {
  const { db, now, actor } = call;
  const { body, place, row } = await cardAt(call, at.unit, at.scorecard);
  if (!body.measures.some((one) => one.id === measure && one.source.kind === 'reported'))
    throw new Refusal('bad-input', { where: 'measure' });
  const from = periodNamed(body.period, period)?.from ?? 0;
  if (from > now || from < now - longAgo) throw new Refusal('bad-input', { where: 'period' });
  if (day > placeDay(now)) throw new Refusal('bad-input', { where: 'day' });
  if (value !== null && source === '') throw new Refusal('bad-input', { where: 'source' });
  await db.batch([
    value === null
      ? db
          .prepare(
            'DELETE FROM reported_figure WHERE scorecard = ?1 AND measure = ?2 AND period = ?3 AND unit = ?4',
          )
          .bind(row.id, measure, period, place.id)
      : db
          .prepare(
            `INSERT INTO reported_figure (scorecard, measure, period, unit, value, source, day, reported_by, reported_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (scorecard, measure, period, unit) DO UPDATE SET value = excluded.value, source = excluded.source,
               day = excluded.day, reported_by = excluded.reported_by, reported_at = excluded.reported_at`,
          )
          .bind(row.id, measure, period, place.id, value, source, day, actor.id, now),
    record(db, {
      at: now,
      actor: actor.id,
      act: value === null ? 'scorecard.take-back' : 'scorecard.report',
      target: row.id,
      path: place.path,
      detail: { title: row.title, period },
    }),
  ]);
}
