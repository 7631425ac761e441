// Name, roles, and whether an account may be used. Nobody reaches beyond the own branch or a peer, and no root loses
// its last admin; sessions end when roles or use change.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type { updateStaff as contract } from '../../schema/api/staff.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { accountOf, mustBeMine, mustReach, mustStandAbove, readAccount } from './account.ts';
import { changeStaff } from './change-store.ts';
import { type Grant, unitPath } from './store.ts';

const sorted = (grants: readonly Grant[]) =>
  [...new Set(grants.map(({ role, unit }) => `${role} ${unit}`))].sort().join();

/** @throws Refusal stale, last-admin, grant-outside, forbidden */
export async function updateStaff(
  call: StaffCall,
  id: string,
  asked: Body<typeof contract>,
): Promise<Output<typeof contract>> {
  const { db, now, actor } = call;
  const { row, grants: held } = await readAccount(db, id);
  mustReach(actor, held);
  mustStandAbove(actor, id, held);
  if (asked.grants) await mustBeMine(db, actor, asked.grants);
  if (row.rev !== asked.rev) throw new Refusal('stale', {}, { current: accountOf(row, held) });

  const name = asked.name ?? row.name;
  const disabledAt =
    asked.disabled === undefined ? row.disabled_at : asked.disabled ? (row.disabled_at ?? now) : null;
  const grants: Grant[] = (asked.grants ?? held).map(({ role, unit }) => ({ role, unit }));
  const detail = {
    login: row.login,
    ...(name === row.name ? {} : { name }),
    ...(disabledAt === row.disabled_at ? {} : { disabled: disabledAt !== null }),
    ...(sorted(grants) === sorted(held)
      ? {}
      : { grants, before: held.map(({ role, unit }) => ({ role, unit })) }),
  };
  const home = await unitPath(db, row.home).first<{ path: string }>();
  const results = await db.batch(
    changeStaff(db, {
      id,
      rev: asked.rev,
      name,
      disabledAt,
      grants,
      ends: 'disabled' in detail || 'grants' in detail,
      audit: { at: now, actor: actor.id, path: home?.path ?? '', detail },
    }),
  );
  const after = await readAccount(db, id);
  if (results.at(-1)?.meta.changes !== 1)
    throw new Refusal(
      after.row.rev === asked.rev ? 'last-admin' : 'stale',
      {},
      { current: accountOf(after.row, after.grants) },
    );
  return accountOf(after.row, after.grants);
}
