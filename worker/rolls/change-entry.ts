// One entry of a draft: corrected, struck off, brought back. What is struck stays on record and keeps its door.
import type { Body } from '../../schema/api/endpoint.ts';
import type { changeEntry as contract, Entry } from '../../schema/api/rolls.ts';
import { asKept, isPersonal } from '../../schema/rolls/rows.ts';
import { recordWhere } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { contactHasher } from './contact.ts';
import { entryFrom, wanting } from './import-entries.ts';
import { putEntries } from './import-store.ts';
import { draftGuard, type EntryListed, entryById, entryOf, readDraft, recountUnits, touch } from './store.ts';

/** @throws Refusal not-found, roll-frozen, stale, entry-twice, entry-owner, entry-number */
export async function changeEntry(
  { db, now, actor }: StaffCall,
  params: { roll: string; entry: string },
  asked: Body<typeof contract>,
): Promise<Entry> {
  const roll = await readDraft(db, params.roll);
  const old = await entryById(db, roll.id, params.entry).first<EntryListed>();
  if (!old) throw new Refusal('not-found');
  if (old.rev !== asked.rev) throw new Refusal('stale', {}, { current: entryOf(old) });
  const { rev: _, struck, phone, ...fields } = asked;
  const contact = phone === undefined ? undefined : await (await contactHasher(roll.salt))(phone);
  if (isPersonal(fields.ownerNumber ?? '')) throw new Refusal('entry-number');
  const { unit_kind: _kind, unit_name: _name, unit_code: _code, ...before } = old;
  const row = asKept({
    ...fields,
    unit: old.unit,
    stairwell: fields.stairwell ?? old.stairwell,
    door: fields.door ?? old.door,
    name: fields.name ?? old.name,
  });
  const next = {
    ...entryFrom(row, roll.kind, old.path, before, contact),
    ...(struck !== undefined && { struck_at: struck ? now : null }),
  };
  if (wanting(next, roll.kind)) throw new Refusal('entry-owner');
  const entry = {
    at: now,
    actor: actor.id,
    act: struck === undefined ? 'roll.entry' : struck ? 'roll.strike' : 'roll.unstrike',
    target: roll.id,
    path: old.path,
    // Which fields, and never what stands in them.
    detail: { title: roll.title, unit: old.unit_name, fields: Object.keys(fields) },
  };
  const [recorded] = await db
    .batch([
      recordWhere(db, entry, draftGuard, [roll.id, roll.rev]),
      ...putEntries(db, roll.id, roll.rev, [next]),
      recountUnits(db, roll.id, [old.unit]),
      touch(db, roll.id, roll.rev),
    ])
    .catch((thrown: unknown) => {
      if (thrown instanceof Error && /UNIQUE constraint/i.test(thrown.message))
        throw new Refusal('entry-twice');
      throw thrown;
    });
  const after = await entryById(db, roll.id, params.entry).first<EntryListed>();
  if (!after) throw new Refusal('not-found');
  if (recorded?.meta.changes !== 1) throw new Refusal('stale', {}, { current: entryOf(after) });
  return entryOf(after);
}
