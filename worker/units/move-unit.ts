// Moving a unit with all under it. Whoever moves it is admin of where it was and of where it goes; running campaigns
// keep their frozen tree. The act is on record in both branches.
import type { Unit } from '../../schema/api/units.ts';
import { recordWhere } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { readUnit } from './read-units.ts';
import { idsOf, move, moveGuard, moveValues, type UnitRow, unitsById } from './store.ts';

/** @throws Refusal move-into-itself, forbidden, not-found (a parent outside the own branch), stale */
export async function moveUnit(
  call: StaffCall,
  id: string,
  asked: { rev: number; parent: string },
): Promise<Unit> {
  const { db, now, actor } = call;
  const { results } = await unitsById(db, [id, asked.parent]).all<UnitRow>();
  const unit = results.find((row) => row.id === id);
  const parent = results.find((row) => row.id === asked.parent);
  if (!unit || !parent || !covers(actor, parent.path)) throw new Refusal('not-found');
  if (parent.path.startsWith(unit.path)) throw new Refusal('move-into-itself');
  const old = unit.path.slice(0, -id.length - 1);
  // The root of a tree and the top of an admin's own branch stay where they are.
  if (idsOf(old).length === 0 || !covers(actor, old, ['admin']) || !covers(actor, parent.path, ['admin']))
    throw new Refusal('forbidden');
  if (parent.root !== unit.root || parent.retired_at !== null || unit.retired_at !== null)
    throw new Refusal('not-found');
  if (unit.rev !== asked.rev) throw new Refusal('stale', {}, { current: await readUnit(db, id) });

  const one = { id, rev: asked.rev, from: unit.path, parent: parent.id, parentPath: parent.path };
  const entry = (path: string) => ({
    at: now,
    actor: actor.id,
    act: 'unit.move',
    target: id,
    path,
    detail: { from: unit.parent, to: parent.id, name: unit.name },
  });
  const done = await db.batch([
    recordWhere(db, entry(unit.path), moveGuard, moveValues(one)),
    recordWhere(db, entry(`${parent.path}${id}/`), moveGuard, moveValues(one)),
    move(db, one),
  ]);
  const after = await readUnit(db, id);
  if ((done.at(-1)?.meta.changes ?? 0) === 0) throw new Refusal('stale', {}, { current: after });
  return after;
}
