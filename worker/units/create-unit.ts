// A new unit under an existing one. Its place is last among its siblings; buildings and places get their code at once.
import type { Body } from '../../schema/api/endpoint.ts';
import type { createUnit as contract, Unit } from '../../schema/api/units.ts';
import { recordWhere } from '../audit/record.ts';
import { newBuildingCode, newUnitId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { hasCode } from './building-code.ts';
import { readUnit } from './read-units.ts';
import { insertCode, insertUnit } from './store.ts';

/** @throws Refusal code-taken; not-found when the parent is out of use */
export async function createUnit(
  call: StaffCall,
  parent: string,
  asked: Body<typeof contract>,
): Promise<Unit> {
  const { db, now, actor } = call;
  const above = await readUnit(db, parent);
  if (above.retiredAt !== null) throw new Refusal('not-found');
  const unit = { ...asked, id: newUnitId(), parent, households: asked.households ?? 0 };
  const entry = {
    at: now,
    actor: actor.id,
    act: 'unit.create',
    target: unit.id,
    path: `${above.path}${unit.id}/`,
    detail: asked,
  };
  const [stored] = await db.batch([
    insertUnit(db, unit),
    ...(hasCode(unit.kind) ? [insertCode(db, unit.id, newBuildingCode(), now)] : []),
    recordWhere(db, entry, 'SELECT 1 FROM unit WHERE id = ?7', [unit.id]),
  ]);
  if (stored?.meta.changes !== 1) {
    // The parent may have gone out of use since it was read.
    const inUse = (await readUnit(db, parent)).retiredAt === null;
    throw inUse ? new Refusal('code-taken', { code: unit.code }) : new Refusal('not-found');
  }
  return readUnit(db, unit.id);
}
