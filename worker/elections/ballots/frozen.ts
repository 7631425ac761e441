// A frozen contest as the acts on its ballots need it: the row, ledger entry 0, and what ballots are sealed for.
import type { contestStates } from '../../../schema/api/common.ts';
import { fromBase64url, fromHex } from '../../../schema/elections/bytes.ts';
import type { Bytes } from '../../../schema/elections/crypto.ts';
import { type Freeze, readAct } from '../../../schema/elections/ledger.ts';
import type { Terms } from '../../../schema/elections/seal.ts';
import { Refusal } from '../../http/refusal.ts';

export interface ContestRow {
  id: string;
  election: string;
  unit: string;
  path: string;
  name: string;
  above: string;
  state: (typeof contestStates)[number];
  seats: number;
  registered: number | null;
  roll: string | null;
  issuer_secret: string | null;
  receipts_secret: string | null;
  check_in_from: number | null;
  check_in_to: number | null;
  voting_from: number | null;
  voting_to: number | null;
  closed_at: number | null;
  result: string | null;
  rehearsal: number;
  phases: number;
  entry: string | null;
  hash: string | null;
}

export const contestById = (db: D1Database, id: string) =>
  db
    .prepare(
      `SELECT c.*, e.rehearsal, e.phases, l.body AS entry, l.hash FROM contest c JOIN election e ON e.id = c.election
       LEFT JOIN ledger_entry l ON l.contest = c.id AND l.seq = 0 WHERE c.id = ?1`,
    )
    .bind(id);

export interface Frozen {
  row: ContestRow;
  freeze: Freeze;
  /** hash of ledger entry 0, 32 bytes */
  ledger: Bytes;
  /** what a ballot of this id is sealed for */
  terms(ballot: Bytes): Terms;
}

/** @throws Refusal not-found when there is none, not-frozen when nothing is fixed yet */
export async function readFrozen(db: D1Database, id: string): Promise<Frozen> {
  const row = await contestById(db, id).first<ContestRow>();
  if (!row) throw new Refusal('not-found');
  const freeze = row.entry === null ? undefined : readAct(row.entry);
  const ledger = row.hash === null ? undefined : fromHex(row.hash);
  if (freeze?.act !== 'freeze' || !ledger) throw new Refusal('not-frozen');
  const tellers = freeze.tellers.map(({ opening }) => fromBase64url(opening) ?? new Uint8Array());
  const { quorum } = freeze;
  return { row, freeze, ledger, terms: (ballot) => ({ ledger, ballot, quorum, tellers }) };
}

/** Bytes that the database keeps as hexadecimal digits. */
export const keptBytes = (digits: string): Bytes => fromHex(digits) ?? new Uint8Array();

/** Bytes that came in base64url. @throws Refusal bad-input naming the field */
export function bytesOf(text: string, where: string): Bytes {
  const bytes = fromBase64url(text);
  if (!bytes) throw new Refusal('bad-input', { where });
  return bytes;
}
