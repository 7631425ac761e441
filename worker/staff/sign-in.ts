// Signing in. A wrong password, an unknown login and a disabled account get the same answer after the same work, and
// the same growing wait after failures; the right password after the wait always works.
import type { Me } from '../../schema/api/session.ts';
import { record } from '../audit/record.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { markOf } from './device.ts';
import { hashPassword, isDated, isNoPassword, isPassword, mustHaveRoom } from './password.ts';
import { claimTry, forgive, freeTriesOfAddress, giveBack, tooSlow, waitAfter } from './slow.ts';
import {
  byId,
  byLogin,
  claim,
  endOvertaken,
  forgiveFailures,
  noFailureAhead,
  type StaffRow,
  samePassword,
  unitPath,
} from './store.ts';
import { whoAmI } from './who-am-i.ts';

/** Who asks, and how a session is begun for them. */
export interface Visitor {
  address: string;
  /** of a browser that has signed in before */
  mark: string | undefined;
  /** sets the cookie and returns the statement that stores the session */
  begin(staff: string): Promise<D1PreparedStatement>;
  remember(mark: string): void;
}

/** @throws Refusal sign-in-failed, sign-in-slow, unavailable (too many are signing in) */
export async function signIn(
  call: Call,
  asked: { login: string; password: string },
  visitor: Visitor,
): Promise<Me> {
  const { db, now } = call;
  const login = asked.login.toLowerCase();
  const address = `address ${visitor.address}`;
  if (!visitor.mark) mustHaveRoom('stranger'); // before anything is counted as a failed try
  const slowAddress = slowness(() => claimTry(address, now, freeTriesOfAddress));
  if (slowAddress && !visitor.mark) throw slowAddress;

  const [, claimed, rows] = await db.batch<StaffRow>([
    noFailureAhead(db, login, now),
    claim(db, login, now),
    byLogin(db, login),
  ]);
  const row = rows?.results[0];
  const kept = row?.disabled_at === null ? row.password : null;
  const known = row !== undefined && kept !== null && visitor.mark === markOf(row.id, kept);
  if (known) claimTry(`device ${row.id}`, now);
  else if (slowAddress) throw slowAddress;
  else if (!row) claimTry(`login ${login}`, now);
  else if (claimed?.meta.changes !== 1) throw tooSlow((row.failed_at ?? now) + waitAfter(row.failures) - now);

  const lane = known ? 'known' : 'stranger';
  const right =
    kept === null ? await isNoPassword(asked.password, lane) : await isPassword(asked.password, kept, lane);
  if (!right || !row || kept === null) throw new Refusal('sign-in-failed');
  giveBack(address);
  forgive(`device ${row.id}`);
  return enter(call, row, kept, asked.password, visitor);
}

function slowness(claim: () => void): Refusal | undefined {
  try {
    claim();
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown;
    throw thrown;
  }
  return undefined;
}

async function enter(
  call: Call,
  row: StaffRow,
  kept: string,
  password: string,
  visitor: Visitor,
): Promise<Me> {
  const { db, now } = call;
  const stronger = isDated(kept) ? await hashPassword(password) : kept;
  const home = await unitPath(db, row.home).first<{ path: string }>();
  const results = await db.batch<StaffRow>([
    ...(stronger === kept ? [] : [samePassword(db, row.id, kept, stronger)]),
    await visitor.begin(row.id),
    forgiveFailures(db, row.id),
    endOvertaken(db, row.id, now, stronger),
    record(db, { at: now, actor: row.id, act: 'session.sign-in', target: row.id, path: home?.path ?? '' }),
    byId(db, row.id),
  ]);
  // A reset or a new password that came in between wins.
  const after = results.at(-1)?.results[0];
  if (after?.password !== stronger || after.disabled_at !== null) throw new Refusal('sign-in-failed');
  visitor.remember(markOf(row.id, stronger));
  return whoAmI(db, row.id);
}
