// Objections to a roll, entered by the staff who took them down, each answered with a reason. They belong to all versions.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type {
  addObjection as addContract,
  answerObjection as answerContract,
  listObjections as listContract,
  Objection,
} from '../../schema/api/rolls.ts';
import type { roll_objection } from '../../schema/db/tables.ts';
import { record, recordWhere } from '../audit/record.ts';
import { insert } from '../db/insert.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { readRoll } from './store.ts';

interface Row {
  id: string;
  unit: string | null;
  unit_kind: string;
  unit_name: string;
  entry: string | null;
  stairwell: string | null;
  door: string | null;
  words: string;
  said_by: string;
  at: number;
  state: Objection['state'];
  answer: string;
  answered_at: number | null;
}

export async function listObjections({ db }: StaffCall, roll: string): Promise<Output<typeof listContract>> {
  const { results } = await db
    .prepare(
      `SELECT o.*, u.kind AS unit_kind, u.name AS unit_name, e.stairwell, e.door FROM roll r
         JOIN roll_objection o ON o.line = r.line LEFT JOIN unit u ON u.id = o.unit
         LEFT JOIN roll_entry e ON e.roll = r.id AND e.id = o.entry
       WHERE r.id = ?1 ORDER BY o.at DESC LIMIT 500`,
    )
    .bind(roll)
    .all<Row>();
  return {
    objections: results.map((row) => ({
      id: row.id,
      unit: row.unit === null ? null : { id: row.unit, kind: row.unit_kind, name: row.unit_name },
      entry:
        row.entry === null ? null : { id: row.entry, stairwell: row.stairwell ?? '', door: row.door ?? '' },
      words: row.words,
      by: row.said_by,
      at: row.at,
      state: row.state,
      answer: row.answer,
      answeredAt: row.answered_at,
    })),
  };
}

/** About an entry, a building, or the roll as a whole. @throws Refusal not-found */
export async function addObjection(
  { db, now, actor }: StaffCall,
  id: string,
  asked: Body<typeof addContract>,
): Promise<{ id: string }> {
  const roll = await readRoll(db, id);
  const about = await db
    .prepare(
      `SELECT (SELECT unit FROM roll_entry WHERE roll = ?1 AND id = ?2) AS of_entry,
         (SELECT unit FROM roll_unit WHERE roll = ?1 AND unit = ?3) AS itself`,
    )
    .bind(id, asked.entry ?? '', asked.unit ?? '')
    .first<{ of_entry: string | null; itself: string | null }>();
  const unit = about?.of_entry ?? about?.itself ?? null;
  if ((asked.entry || asked.unit) && unit === null) throw new Refusal('not-found');
  const made = newId();
  await db.batch([
    insert<typeof roll_objection>(db, 'roll_objection', {
      id: made,
      line: roll.line,
      entry: asked.entry ?? null,
      unit,
      words: asked.words,
      said_by: asked.by,
      at: now,
      state: 'open',
    }),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'roll.objection',
      target: id,
      path: roll.path,
      detail: { title: roll.title },
    }),
  ]);
  return { id: made };
}

/** @throws Refusal not-found, also when it is answered already */
export async function answerObjection(
  { db, now, actor }: StaffCall,
  params: { roll: string; objection: string },
  asked: Body<typeof answerContract>,
): Promise<void> {
  const roll = await readRoll(db, params.roll);
  const entry = {
    at: now,
    actor: actor.id,
    act: 'roll.answer',
    target: roll.id,
    path: roll.path,
    detail: { title: roll.title, upheld: asked.state === 'upheld' },
  };
  const isOpen = "SELECT 1 FROM roll_objection WHERE id = ?7 AND line = ?8 AND state = 'open'";
  const [, answered] = await db.batch([
    recordWhere(db, entry, isOpen, [params.objection, roll.line]),
    db
      .prepare(
        `UPDATE roll_objection SET state = ?3, answer = ?4, answered_by = ?5, answered_at = ?6, answered_rev =
           (SELECT rev FROM roll WHERE line = ?2 AND state = 'draft' AND removed_at IS NULL)
         WHERE id = ?1 AND line = ?2 AND state = 'open'`,
      )
      .bind(params.objection, roll.line, asked.state, asked.answer, actor.id, now),
  ]);
  if (answered?.meta.changes !== 1) throw new Refusal('not-found');
}
