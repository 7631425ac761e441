// What a letter's secret opens: the entry as the newest final version of its roll has it. Each secret has a pace of its own
// and no address has any, so that a whole building behind one router votes at once. Opening a letter leaves no trace in the
// database: on the day of voting a copy from before and one from after would show whose ballot just came. So the pace is kept
// in the memory of this isolate: exact when one machine serves, per isolate on a spread-out edge.
import { normalizeCode } from '../../schema/ids.ts';
import { sha256 } from '../db/hash.ts';
import { Refusal } from '../http/refusal.ts';
import { newestRoll } from './store.ts';

/** Uses of one secret in a minute. */
export const usesAMinute = 20;
const minute = 60_000;
const most = 10_000;
/** Of a secret's hash: uses in the minute that began at `since`. */
const uses = new Map<string, { n: number; since: number }>();

/** @throws Refusal too-many, with the seconds to wait */
function keepPace(hash: string, now: number): void {
  const known = uses.get(hash);
  // A clock that was set back begins a new minute.
  const { n, since } =
    known && known.since <= now && now < known.since + minute ? known : { n: 0, since: now };
  uses.delete(hash); // newest last, so that the oldest goes first
  uses.set(hash, { n: n + 1, since });
  if (uses.size > most) uses.delete(uses.keys().next().value ?? '');
  if (n >= usesAMinute)
    throw new Refusal('too-many', { seconds: Math.max(1, Math.ceil((since + minute - now) / 1000)) });
}

/** Whose letter it is. */
export interface Letter {
  line: string;
  entry: string;
  /** the newest final version of its line does not have the entry any more */
  struck: boolean;
}

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
  roll: string | null;
  line: string;
  entry: string;
  unit: string;
  path: string;
  struck_at: number | null;
}

async function use(db: D1Database, typed: string, now: number): Promise<Row> {
  const hash = await sha256(normalizeCode(typed));
  const row = await db
    .prepare(
      `SELECT c.revoked_at, c.line, c.entry, e.roll, e.unit, e.path, e.struck_at FROM credential c
       LEFT JOIN roll_entry e ON e.id = c.entry AND e.roll = ${newestRoll('c.line')}
       WHERE c.secret_hash = ?1`,
    )
    .bind(hash)
    .first<Row>();
  if (!row) throw new Refusal('letter-unknown');
  keepPace(hash, now);
  if (row.revoked_at !== null) throw new Refusal('letter-revoked');
  return row;
}

/** @throws Refusal letter-unknown, letter-revoked, entry-struck, too-many (of this secret, with the seconds to wait) */
export async function useCredential(db: D1Database, typed: string, now: number): Promise<Holder> {
  const { roll, line, entry, unit, path, struck_at } = await use(db, typed, now);
  if (roll === null || struck_at !== null) throw new Refusal('entry-struck');
  return { roll, line, entry, unit, path };
}

/** For what holds a roll of its own, as a vote does. @throws Refusal letter-unknown, letter-revoked, too-many */
export async function useLetter(db: D1Database, typed: string, now: number): Promise<Letter> {
  const { line, entry, roll, struck_at } = await use(db, typed, now);
  return { line, entry, struck: roll === null || struck_at !== null };
}
