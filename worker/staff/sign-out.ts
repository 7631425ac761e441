// Signing out: of this browser, or of all.
import { record } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { endSession, endSessions } from './store.ts';

export async function signOut(
  { db, now, actor }: StaffCall,
  session: string,
  everywhere: boolean,
): Promise<void> {
  await db.batch([
    everywhere ? endSessions(db, actor.id) : endSession(db, session),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'session.sign-out',
      target: actor.id,
      path: actor.grants[0]?.path ?? '',
      detail: { everywhere },
    }),
  ]);
}
