// A roll itself: started, named, posted for objections, put away.
import type { Body } from '../../schema/api/endpoint.ts';
import type {
  createRoll as createContract,
  Roll,
  updateRoll as updateContract,
} from '../../schema/api/rolls.ts';
import type { roll } from '../../schema/db/tables.ts';
import { record, recordWhere } from '../audit/record.ts';
import { insert } from '../db/insert.ts';
import { newId, newToken } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { readUnit } from '../units/read-units.ts';
import { readRoll, rollOf } from './store.ts';

/** @throws Refusal not-found when the unit is out of use */
export async function createRoll(
  { db, now, actor }: StaffCall,
  unit: string,
  asked: Body<typeof createContract>,
): Promise<Roll> {
  const { path, retiredAt } = await readUnit(db, unit);
  if (retiredAt !== null) throw new Refusal('not-found');
  const id = newId();
  await db.batch([
    insert<typeof roll>(db, 'roll', {
      ...asked,
      id,
      line: id,
      version: 1,
      unit,
      state: 'draft',
      salt: newToken(),
      created_by: actor.id,
      created_at: now,
    }),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'roll.create',
      target: id,
      path,
      detail: { title: asked.title },
    }),
  ]);
  return rollOf(await readRoll(db, id));
}

const draftOf = "SELECT 1 FROM roll WHERE id = ?7 AND rev = ?8 AND state = 'draft'";

/** @throws Refusal stale, roll-frozen */
export async function updateRoll(
  { db, now, actor }: StaffCall,
  id: string,
  asked: Body<typeof updateContract>,
): Promise<Roll> {
  const old = await readRoll(db, id);
  if (old.rev !== asked.rev) throw new Refusal('stale', {}, { current: rollOf(old) });
  if (old.state === 'frozen') throw new Refusal('roll-frozen');
  const removed = asked.removed === undefined ? old.removed_at : asked.removed ? now : null;
  const entry = {
    at: now,
    actor: actor.id,
    act: asked.removed === undefined ? 'roll.update' : asked.removed ? 'roll.remove' : 'roll.return',
    target: id,
    path: old.path,
    detail: { title: asked.title ?? old.title },
  };
  const [, changed] = await db.batch([
    recordWhere(db, entry, draftOf, [id, asked.rev]),
    db
      .prepare(
        `UPDATE roll SET title = ?3, note = ?4, posted_at = ?5, removed_at = ?6, rev = rev + 1
         WHERE id = ?1 AND rev = ?2 AND state = 'draft'`,
      )
      .bind(
        id,
        asked.rev,
        asked.title ?? old.title,
        asked.note ?? old.note,
        asked.postedAt === undefined ? old.posted_at : asked.postedAt,
        removed,
      ),
  ]);
  const after = rollOf(await readRoll(db, id));
  if (changed?.meta.changes !== 1) throw new Refusal('stale', {}, { current: after });
  return after;
}
