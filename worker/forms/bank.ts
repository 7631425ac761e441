// The bank of questions: kept for oneself or shared with a branch, listed, taken out.
import type { BankQuestion } from '../../schema/api/templates.ts';
import type { bank_question } from '../../schema/db/tables.ts';
import { anyQuestionShape, type Question } from '../../schema/fields/shapes.ts';
import { record, recordWhere } from '../audit/record.ts';
import { insert } from '../db/insert.ts';
import { newId } from '../db/random.ts';
import type { Actor, StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { editorUnits, related } from './reach.ts';

interface BankRow {
  id: string;
  unit: string;
  kind: string;
  name: string;
  path: string;
  owner: string;
  shared: number;
  question: string;
}

const select = `SELECT b.id, b.unit, u.kind, u.name, u.path, b.owner, b.shared, b.question
  FROM bank_question b JOIN unit u ON u.id = b.unit WHERE b.removed_at IS NULL`;
const readOne = (db: D1Database, id: string) => db.prepare(`${select} AND b.id = ?1`).bind(id);

const shown = (row: BankRow, actor: Actor, shape = anyQuestionShape()): BankQuestion => ({
  id: row.id,
  unit: { id: row.unit, kind: row.kind, name: row.name },
  shared: row.shared === 1,
  mine: row.owner === actor.id,
  question: shape.parse(JSON.parse(row.question)),
  mayRemove: covers(actor, row.path, ['admin', 'editor']),
});

export async function listBank({ db, actor }: StaffCall) {
  const { results } = await db
    .prepare(
      `${select} AND (b.owner = ?2 OR (b.shared = 1 AND ${related})) ORDER BY b.kept_at DESC, b.id LIMIT 300`,
    )
    .bind(editorUnits(actor), actor.id)
    .all<BankRow>();
  const shape = anyQuestionShape();
  return { questions: results.map((row) => shown(row, actor, shape)) };
}

export async function keepQuestion(
  { db, now, actor }: StaffCall,
  asked: { unit: string; question: Question; shared: boolean },
): Promise<BankQuestion> {
  const id = newId();
  const path = await db.prepare('SELECT path FROM unit WHERE id = ?1').bind(asked.unit).first<string>('path');
  const [, , read] = await db.batch<BankRow>([
    insert<typeof bank_question>(db, 'bank_question', {
      id,
      unit: asked.unit,
      owner: actor.id,
      shared: Number(asked.shared),
      question: JSON.stringify(asked.question),
      kept_at: now,
    }),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'bank.keep',
      target: id,
      path: path ?? '',
      detail: { title: asked.question.title },
    }),
    readOne(db, id),
  ]);
  const row = read?.results[0];
  if (!row) throw new Refusal('not-found');
  return shown(row, actor);
}

export async function removeFromBank({ db, now, actor }: StaffCall, id: string): Promise<void> {
  const row = await readOne(db, id).first<BankRow>();
  if (!row) throw new Refusal('not-found');
  const { title } = shown(row, actor).question;
  await db.batch([
    recordWhere(
      db,
      { at: now, actor: actor.id, act: 'bank.remove', target: id, path: row.path, detail: { title } },
      'SELECT 1 FROM bank_question WHERE id = ?7 AND removed_at IS NULL',
      [id],
    ),
    db.prepare('UPDATE bank_question SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL').bind(id, now),
  ]);
}
