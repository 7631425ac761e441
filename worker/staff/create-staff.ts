// A new account in a branch, with an invitation link instead of a password.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type { createStaff as contract } from '../../schema/api/staff.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { accountOf, mustBeMine, readAccount } from './account.ts';
import { newInvitation } from './invitation.ts';
import { insertStaff, recordCreated, unitPath } from './store.ts';

/** @throws Refusal login-taken, grant-outside */
export async function createStaff(
  call: StaffCall,
  unit: string,
  asked: Body<typeof contract>,
): Promise<Output<typeof contract>> {
  const { db, now, actor } = call;
  await mustBeMine(db, actor, asked.grants);
  const home = await unitPath(db, unit).first<{ path: string }>();
  if (!home) throw new Refusal('not-found');
  const invitation = await newInvitation(call.origin, now);
  const account = { id: newId(), ...asked, home: unit, token: invitation.hash };
  const [stored] = await db.batch([
    ...insertStaff(db, [account], now, invitation.expiresAt),
    recordCreated(db, [account], now, actor.id, home.path),
  ]);
  if (stored?.meta.changes !== 1) throw new Refusal('login-taken', { login: asked.login });
  const { row, grants } = await readAccount(db, account.id);
  return {
    account: accountOf(row, grants),
    invitation: { link: invitation.link, expiresAt: invitation.expiresAt },
  };
}
