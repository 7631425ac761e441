// Back in use, where it stood: a unit that was taken out of use, under a parent that is in use.
import type { Unit } from '../../schema/api/units.ts';
import { recordWhere } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { readUnit } from './read-units.ts';
import { restore, restoreGuard } from './store.ts';

/** @throws Refusal parent-retired, stale */
export async function restoreUnit(call: StaffCall, id: string, rev: number): Promise<Unit> {
  const { db, now, actor } = call;
  const { path, name } = await readUnit(db, id);
  const entry = { at: now, actor: actor.id, act: 'unit.restore', target: id, path, detail: { name } };
  const [, restored] = await db.batch([
    recordWhere(db, entry, restoreGuard, [id, rev]),
    restore(db, id, rev),
  ]);
  const after = await readUnit(db, id);
  if (restored?.meta.changes !== 1)
    throw after.rev === rev && after.retiredAt !== null
      ? new Refusal('parent-retired')
      : new Refusal('stale', {}, { current: after });
  return after;
}
