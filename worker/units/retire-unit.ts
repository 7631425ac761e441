// Out of use: no longer offered, found or printed; its history, its code's page and its past campaigns stay.
import type { Unit } from '../../schema/api/units.ts';
import { recordWhere } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { readUnit } from './read-units.ts';
import { retire, retireGuard } from './store.ts';

/** @throws Refusal unit-in-use (units below it, or a root), stale */
export async function retireUnit(call: StaffCall, id: string, rev: number): Promise<Unit> {
  const { db, now, actor } = call;
  const unit = await readUnit(db, id);
  const entry = {
    at: now,
    actor: actor.id,
    act: 'unit.retire',
    target: id,
    path: unit.path,
    detail: { name: unit.name },
  };
  const [, retired] = await db.batch([
    recordWhere(db, entry, retireGuard, [id, rev]),
    retire(db, id, rev, now),
  ]);
  const after = await readUnit(db, id);
  if (retired?.meta.changes !== 1)
    throw after.rev === rev && after.retiredAt === null
      ? new Refusal('unit-in-use')
      : new Refusal('stale', {}, { current: after });
  return after;
}
