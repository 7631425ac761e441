// Who is signed in, with which roles where: what the staff pages start from.
import type { Me } from '../../schema/api/session.ts';
import { Refusal } from '../http/refusal.ts';
import { byId, type GrantRow, grantsOf, type StaffRow } from './store.ts';

export async function whoAmI(db: D1Database, staff: string): Promise<Me> {
  const [rows, grants] = await db.batch<unknown>([byId(db, staff), grantsOf(db, [staff])]);
  const row = rows?.results[0] as StaffRow | undefined;
  if (!row) throw new Refusal('not-signed-in');
  const held = (grants?.results ?? []) as GrantRow[];
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    mustChange: row.must_change === 1,
    grants: held.map(({ role, unit, kind, name, path }) => ({ role, unit: { id: unit, kind, name }, path })),
    demo: held.some(({ demo }) => demo === 1),
  };
}
