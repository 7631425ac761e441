// A new link to set a password: the old password, older links and all sessions end at once.
import type { Output } from '../../schema/api/endpoint.ts';
import type { resetStaff as contract } from '../../schema/api/staff.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { mustReach, mustStandAbove, readAccount } from './account.ts';
import { resetStaff as reset } from './change-store.ts';
import { newInvitation } from './invitation.ts';
import { unitPath } from './store.ts';

/** @throws Refusal grant-outside, forbidden, last-admin (who would be left without a way in), stale */
export async function resetStaff(call: StaffCall, id: string): Promise<Output<typeof contract>> {
  const { db, now, actor } = call;
  const { row, grants } = await readAccount(db, id);
  mustReach(actor, grants);
  mustStandAbove(actor, id, grants);
  const home = await unitPath(db, row.home).first<{ path: string }>();
  const { hash, link, expiresAt } = await newInvitation(call.origin, now);
  const audit = { at: now, actor: actor.id, path: home?.path ?? '' };
  const results = await db.batch(reset(db, { id, rev: row.rev, token: hash, until: expiresAt, audit }));
  if (results.at(-1)?.meta.changes !== 1) {
    const after = await readAccount(db, id);
    throw new Refusal(after.row.rev === row.rev ? 'last-admin' : 'stale');
  }
  return { link, expiresAt };
}
