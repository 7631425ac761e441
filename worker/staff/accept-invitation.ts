// An invitation link is used once, within its time, to set a password. Sessions begun before end, other links too.
import type { Me } from '../../schema/api/session.ts';
import { recordWhere } from '../audit/record.ts';
import { sha256 } from '../db/hash.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { markOf } from './device.ts';
import { hashPassword, mustBeStrong } from './password.ts';
import type { Visitor } from './sign-in.ts';
import { accept, type InvitationRow, invitation, invitationGuard } from './store.ts';
import { whoAmI } from './who-am-i.ts';

/** @throws Refusal invitation-over, password-weak */
export async function acceptInvitation(
  call: Call,
  asked: { token: string; password: string },
  visitor: Pick<Visitor, 'begin' | 'remember'>,
): Promise<Me> {
  const { db, now } = call;
  const hash = await sha256(asked.token);
  const found = await invitation(db, hash, now).first<InvitationRow>();
  if (!found) throw new Refusal('invitation-over');
  mustBeStrong(asked.password, found.login);
  const password = await hashPassword(asked.password);
  const entry = {
    at: now,
    actor: found.staff,
    act: 'staff.accept',
    target: found.staff,
    path: found.path,
  };
  const results = await db.batch([
    recordWhere(db, entry, invitationGuard, [hash, found.staff]),
    ...accept(db, hash, found.staff, password),
  ]);
  if ((results.at(-1)?.meta.changes ?? 0) === 0) throw new Refusal('invitation-over');
  // The invitation is used up and the password holds, whatever happens from here.
  await db.batch([await visitor.begin(found.staff)]);
  visitor.remember(markOf(found.staff, password));
  return whoAmI(db, found.staff);
}
