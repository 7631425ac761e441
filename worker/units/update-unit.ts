// Name, households, place among siblings, who leads it. Campaigns keep the tree that they opened with.
import type { Body } from '../../schema/api/endpoint.ts';
import type { updateUnit as contract, Unit } from '../../schema/api/units.ts';
import { recordWhere } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { readUnit } from './read-units.ts';
import { change, makePlace, unchanged } from './store.ts';

/** @throws Refusal stale, with the newer state */
export async function updateUnit(call: StaffCall, id: string, asked: Body<typeof contract>): Promise<Unit> {
  const { db, now, actor } = call;
  const { rev, ...changes } = asked;
  const unit = await readUnit(db, id);
  if (unit.rev !== rev) throw new Refusal('stale', {}, { current: unit });
  const contact = changes.contact === undefined ? unit.contact : changes.contact;
  const empty = contact === null || (contact.name === '' && contact.phone === '');
  const entry = {
    at: now,
    actor: actor.id,
    act: 'unit.update',
    target: id,
    path: unit.path,
    detail: { ...changes, unit: unit.name },
  };
  const results = await db.batch([
    recordWhere(db, entry, unchanged, [id, rev]),
    ...(changes.position === undefined ? [] : [makePlace(db, id, rev, changes.position)]),
    change(db, {
      id,
      rev,
      name: changes.name ?? unit.name,
      households: changes.households ?? unit.households,
      position: changes.position ?? unit.position,
      contact: empty ? null : JSON.stringify(contact),
    }),
  ]);
  const after = await readUnit(db, id);
  if (results.at(-1)?.meta.changes !== 1) throw new Refusal('stale', {}, { current: after });
  return after;
}
