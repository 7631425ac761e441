// The secret of the Worker under which the private keys of contests are kept (kept-key.ts). It is no part of the database,
// so that a copy of that one holds no key.
import type { Env } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';

/** @throws Refusal ballot-secret-missing: only secret ballots need it */
export function ballotSecret({ BALLOT_SECRET }: Env): string {
  if (!BALLOT_SECRET || BALLOT_SECRET.length < 32) throw new Refusal('ballot-secret-missing');
  return BALLOT_SECRET;
}
