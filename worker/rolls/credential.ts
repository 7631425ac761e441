// What a letter's secret opens: the entry as the newest final version of its roll has it. Each secret has a pace of its own
// and no address has any, so that a whole building behind one router votes at once.
import { normalizeCode } from '../../schema/ids.ts';
import { sha256 } from '../db/hash.ts';
import { Refusal } from '../http/refusal.ts';

/** Uses of one secret in a minute. */
export const usesAMinute = 20;
const minute = 60_000;

export interface Holder {
  /** the newest final version of its line */
  roll: string;
  line: string;
  entry: string;
  /** the building */
  unit: string;
  path: string;
}

interface Row {
  revoked_at: number | null;
  tries: number;
  tried_at: number;
  roll: string | null;
  line: string;
  entry: string;
  unit: string;
  path: string;
  struck_at: number | null;
}

/** @throws Refusal letter-unknown, letter-revoked, entry-struck, too-many (of this secret, with the seconds to wait) */
export async function useCredential(db: D1Database, typed: string, now: number): Promise<Holder> {
  const hash = await sha256(normalizeCode(typed));
  const [, found] = await db.batch<unknown>([
    db
      .prepare(
        `UPDATE credential SET tries = CASE WHEN tried_at > ?2 - ${minute} THEN tries + 1 ELSE 1 END,
           tried_at = CASE WHEN tried_at > ?2 - ${minute} THEN tried_at ELSE ?2 END WHERE secret_hash = ?1`,
      )
      .bind(hash, now),
    db
      .prepare(
        `SELECT c.revoked_at, c.tries, c.tried_at, c.line, c.entry, e.roll, e.unit, e.path, e.struck_at FROM credential c
         LEFT JOIN roll_entry e ON e.id = c.entry AND e.roll = (SELECT r.id FROM roll r
           WHERE r.line = c.line AND r.state = 'frozen' ORDER BY r.version DESC LIMIT 1)
         WHERE c.secret_hash = ?1`,
      )
      .bind(hash),
  ]);
  const row = found?.results[0] as Row | undefined;
  if (!row) throw new Refusal('letter-unknown');
  if (row.tries > usesAMinute)
    throw new Refusal('too-many', { seconds: Math.max(1, Math.ceil((row.tried_at + minute - now) / 1000)) });
  if (row.revoked_at !== null) throw new Refusal('letter-revoked');
  if (row.roll === null || row.struck_at !== null) throw new Refusal('entry-struck');
  return { roll: row.roll, line: row.line, entry: row.entry, unit: row.unit, path: row.path };
}
