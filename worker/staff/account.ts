// An account as its admins see it, and which accounts and grants are within an admin's reach.
import type { Account } from '../../schema/api/staff.ts';
import type { Actor } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { byId, type Grant, type GrantRow, grantsOf, type StaffRow, unitPaths } from './store.ts';

export const accountOf = (row: StaffRow, grants: readonly GrantRow[]): Account => ({
  id: row.id,
  login: row.login,
  name: row.name,
  disabled: row.disabled_at !== null,
  active: row.password !== null,
  rev: row.rev,
  grants: grants
    .filter((grant) => grant.staff === row.id)
    .map(({ role, unit, kind, name }) => ({ role, unit: { id: unit, kind, name } })),
});

/** An account with its grants. @throws Refusal not-found */
export async function readAccount(
  db: D1Database,
  id: string,
): Promise<{ row: StaffRow; grants: GrantRow[] }> {
  const [rows, grants] = await db.batch<unknown>([byId(db, id), grantsOf(db, [id])]);
  const row = rows?.results[0] as StaffRow | undefined;
  if (!row) throw new Refusal('not-found');
  return { row, grants: (grants?.results ?? []) as GrantRow[] };
}

/** Only accounts whose every grant lies where the actor is admin. @throws Refusal grant-outside */
export function mustReach(actor: Actor, grants: readonly { path: string }[]): void {
  if (!grants.every(({ path }) => covers(actor, path, ['admin']))) throw new Refusal('grant-outside');
}

/**
 * Whoever is admin stands under admins further up only: a peer could else reset the account and act by its name. At a
 * root nobody stands higher, so peers may; each may change themselves. @throws Refusal forbidden
 */
export function mustStandAbove(actor: Actor, account: string, grants: readonly GrantRow[]): void {
  if (account === actor.id) return;
  const under = grants.filter(({ role, parent }) => role === 'admin' && parent !== null);
  const higher = (grant: GrantRow) => actor.grants.filter(({ unit }) => unit !== grant.unit);
  if (!under.every((grant) => covers({ ...actor, grants: higher(grant) }, grant.path, ['admin'])))
    throw new Refusal('forbidden');
}

/** Only grants at units in use where the actor is admin; others are not even said to exist. @throws Refusal grant-outside */
export async function mustBeMine(db: D1Database, actor: Actor, grants: readonly Grant[]): Promise<void> {
  const wanted = [...new Set(grants.map(({ unit }) => unit))];
  const { results } = await unitPaths(db, wanted).all<{ id: string; path: string }>();
  if (results.length !== wanted.length) throw new Refusal('grant-outside');
  mustReach(actor, results);
}
