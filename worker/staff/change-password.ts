// The own password: the current one must be known, a session alone is not enough. All other sessions end.
import { recordWhere } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { hashPassword, isPassword, mustBeStrong } from './password.ts';
import { claimTry, forgive } from './slow.ts';
import { byId, endOthers, replacePassword, type StaffRow } from './store.ts';

/** @returns the stored form of the new password. @throws Refusal password-weak, password-wrong, sign-in-slow */
export async function changePassword(
  call: StaffCall,
  asked: { current: string; next: string },
  session: string,
): Promise<string> {
  const { db, now, actor } = call;
  mustBeStrong(asked.next, actor.login);
  claimTry(`change ${actor.id}`, now);
  const row = await byId(db, actor.id).first<StaffRow>();
  if (!row?.password || !(await isPassword(asked.current, row.password, 'known')))
    throw new Refusal('password-wrong');
  forgive(`change ${actor.id}`);
  if (asked.next === asked.current) throw new Refusal('password-weak');
  const next = await hashPassword(asked.next);
  const entry = {
    at: now,
    actor: actor.id,
    act: 'staff.password',
    target: actor.id,
    path: actor.grants[0]?.path ?? '',
  };
  const [changed] = await db.batch([
    replacePassword(db, actor.id, row.password, next),
    // The new hash has its own salt, so nobody else can have stored it.
    endOthers(db, actor.id, session, next),
    recordWhere(db, entry, 'SELECT 1 FROM staff WHERE id = ?7 AND password = ?8', [actor.id, next]),
  ]);
  if (changed?.meta.changes !== 1) throw new Refusal('stale');
  return next;
}
