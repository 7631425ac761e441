// Guessing passwords gets slow, but nobody is ever locked out. After five failures each next try must wait 1, 2, 4 …
// 60 seconds. An account's failures are counted in its row; here, in the memory of this isolate, those of an address,
// of a login that does not exist (it must answer like one that does), and of a device that has signed in before.
import { Refusal } from '../http/refusal.ts';

export const freeTries = 5;
/** Neighbours at one desk share an address: more tries, the same slowness after. */
export const freeTriesOfAddress = 30;
export const longest = 60_000;
/** Failures are forgotten after this time without a new one. */
export const forgotten = 15 * 60_000;
const most = 10_000;

/** Milliseconds to wait after so many failures. */
export const waitAfter = (failures: number, free = freeTries): number =>
  failures < free ? 0 : Math.min(longest, 1000 * 2 ** Math.min(failures - free, 6));

const tries = new Map<string, { failures: number; at: number }>();

/**
 * Counts a try as failed before it is made, so that a hundred at once do not slip through; `forgive` and
 * `giveBack` undo that.
 * @throws Refusal sign-in-slow, with the seconds left
 */
export function claimTry(key: string, now: number, free = freeTries): void {
  const seen = tries.get(key);
  // A clock that was set back must not make a wait of minutes one of days.
  if (seen && seen.at > now) seen.at = now;
  const known = seen && now - seen.at < forgotten ? seen : { failures: 0, at: 0 };
  const left = known.at + waitAfter(known.failures, free) - now;
  if (left > 0) throw tooSlow(left);
  tries.delete(key); // newest last, so that the oldest goes first
  tries.set(key, { failures: known.failures + 1, at: now });
  if (tries.size > most) tries.delete(tries.keys().next().value ?? '');
}

/** Takes all failures back. */
export const forgive = (key: string) => tries.delete(key);

/** Takes one try back: signing in to the own account must not buy an address new tries at those of others. */
export function giveBack(key: string): void {
  const seen = tries.get(key);
  if (seen) tries.set(key, { ...seen, failures: Math.max(0, seen.failures - 1) });
}

export const tooSlow = (left: number) =>
  new Refusal('sign-in-slow', { seconds: Math.max(1, Math.ceil(left / 1000)) });
