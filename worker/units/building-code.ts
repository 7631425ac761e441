// The permanent code of a page, printed once and put up at the door: buildings and places have one from the start.
import type { Output } from '../../schema/api/endpoint.ts';
import type { replaceBuildingCode as contract } from '../../schema/api/units.ts';
import { record } from '../audit/record.ts';
import { newBuildingCode } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { readUnit } from './read-units.ts';
import { insertCode, revokeCode } from './store.ts';

const coded = new Set(['building', 'place']);
/** Kinds that get a code by themselves; a stairwell gets one when it is asked for. */
export const hasCode = (kind: string) => coded.has(kind);

/** A lost code ends and a new one takes its place; the old page says that it was replaced. */
export async function replaceBuildingCode(call: StaffCall, id: string): Promise<Output<typeof contract>> {
  const { db, now, actor } = call;
  const unit = await readUnit(db, id);
  if (unit.retiredAt !== null || !(hasCode(unit.kind) || unit.kind === 'stairwell'))
    throw new Refusal('not-found');
  const code = newBuildingCode();
  await db.batch([
    revokeCode(db, id, now),
    insertCode(db, id, code, now),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'unit.code',
      target: id,
      path: unit.path,
      detail: { name: unit.name },
    }),
  ]);
  return { code };
}
