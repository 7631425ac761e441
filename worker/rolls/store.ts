// The SQL of rolls: what a roll is, its entries in the order of doors, and the guards that every change stands behind.
import type { Entry, Roll } from '../../schema/api/rolls.ts';
import { developerHead, type Holding, ownerKey } from '../../schema/rolls/heads.ts';
import type { RollKind } from '../../schema/rolls/rows.ts';
import { Refusal } from '../http/refusal.ts';
import { endOfBranch } from '../units/store.ts';

export interface RollRecord {
  id: string;
  line: string;
  version: number;
  unit: string;
  unit_kind: string;
  unit_name: string;
  path: string;
  kind: RollKind;
  title: string;
  note: string;
  state: 'draft' | 'frozen';
  salt: string;
  sha256: string | null;
  posted_at: number | null;
  frozen_at: number | null;
  removed_at: number | null;
  created_at: number;
  rev: number;
  entries: number;
  /** 1 when a later version of its line is final */
  later: number;
}

export const rollOf = (row: RollRecord): Roll => ({
  id: row.id,
  line: row.line,
  version: row.version,
  unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
  kind: row.kind,
  title: row.title,
  note: row.note,
  state: row.state,
  sha256: row.sha256,
  postedAt: row.posted_at,
  frozenAt: row.frozen_at,
  removedAt: row.removed_at,
  createdAt: row.created_at,
  rev: row.rev,
  entries: row.entries,
});

const rolls = `SELECT r.*, u.kind AS unit_kind, u.name AS unit_name, u.path,
  (SELECT coalesce(sum(n), 0) FROM roll_unit WHERE roll = r.id) AS entries,
  EXISTS (SELECT 1 FROM roll n WHERE n.line = r.line AND n.version > r.version AND n.state = 'frozen') AS later
  FROM roll r JOIN unit u ON u.id = r.unit`;

/** @throws Refusal not-found */
export async function readRoll(db: D1Database, id: string): Promise<RollRecord> {
  const row = await db.prepare(`${rolls} WHERE r.id = ?1`).bind(id).first<RollRecord>();
  if (!row) throw new Refusal('not-found');
  return row;
}

/** The same, when its entries may still change. @throws Refusal roll-frozen */
export async function readDraft(db: D1Database, id: string): Promise<RollRecord> {
  const row = await readRoll(db, id);
  if (row.state === 'frozen' || row.removed_at !== null) throw new Refusal('roll-frozen');
  return row;
}

export const rollsOf = (db: D1Database, units: readonly string[]) =>
  db
    .prepare(
      `${rolls} WHERE EXISTS (SELECT 1 FROM json_each(?1) g WHERE instr(u.path, '/' || g.value || '/') > 0)
       ORDER BY r.created_at DESC, r.version DESC`,
    )
    .bind(JSON.stringify(units));

/** SQL: the newest final version of a line. */
export const newestRoll = (line: string) =>
  `(SELECT r.id FROM roll r WHERE r.line = ${line} AND r.state = 'frozen' ORDER BY r.version DESC LIMIT 1)`;

/** SQL: the head of an entry, as schema/rolls/heads.ts tells heads apart. */
export const headSql = `CASE WHEN developer = 1 OR holding <> 'sold' THEN '${developerHead}' ELSE owner END`;

/** Finds a row while a roll is a draft of this revision. */
export const draftAt = (roll: string, rev: string) =>
  `SELECT 1 FROM roll WHERE id = ${roll} AND rev = ${rev} AND state = 'draft' AND removed_at IS NULL`;
/** The same for audit entries; values from ?7 on: roll, revision. */
export const draftGuard = draftAt('?7', '?8');

/** Ends a change to a draft's entries: whoever read the roll before knows that it is another now. */
export const touch = (db: D1Database, roll: string, rev: number) =>
  db
    .prepare(`UPDATE roll SET rev = rev + 1 WHERE id = ?1 AND EXISTS (${draftAt('?1', '?2')})`)
    .bind(roll, rev);

export interface EntryRecord {
  id: string;
  unit: string;
  path: string;
  stairwell: string;
  door: string;
  person: string;
  floor: number | null;
  name: string;
  contact: string | null;
  area: number | null;
  owner: string;
  holding: Holding;
  developer: number;
  position: number;
  struck_at: number | null;
  rev: number;
}
export type EntryListed = EntryRecord & { unit_kind: string; unit_name: string; unit_code: string };

/** The number that the office gave an owner; '' where name and contact tell who is one. */
export const numberOf = ({
  name,
  owner,
  contact,
}: Pick<EntryRecord, 'name' | 'owner' | 'contact'>): string =>
  owner === ownerKey(name, '', contact) ? '' : owner;

export const entryOf = (row: EntryListed): Entry => ({
  id: row.id,
  unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
  stairwell: row.stairwell,
  door: row.door,
  name: row.name,
  floor: row.floor,
  hasContact: row.contact !== null,
  area: row.area,
  ownerNumber: numberOf(row),
  holding: row.holding,
  developer: row.developer === 1,
  struckAt: row.struck_at,
  rev: row.rev,
});

const entries =
  'SELECT e.*, u.kind AS unit_kind, u.name AS unit_name, u.code AS unit_code FROM roll_entry e JOIN unit u ON u.id = e.unit';

export const entryById = (db: D1Database, roll: string, id: string) =>
  db.prepare(`${entries} WHERE e.roll = ?1 AND e.id = ?2`).bind(roll, id);

/** Where a page of entries ended. */
export interface Place {
  path: string;
  position: number;
  id: string;
}
/** Entries of a roll in the order of the doors, from a place on, as far as paths before `end`. */
interface Stretch {
  after: Place;
  end: string;
}
export const wholeRoll: Stretch = { after: { path: '', position: 0, id: '' }, end: '0' };

/** One building of the roll, or undefined when it has none there. */
export async function buildingOf(db: D1Database, roll: string, unit: string): Promise<Stretch | undefined> {
  const found = await db
    .prepare('SELECT path FROM roll_unit WHERE roll = ?1 AND unit = ?2')
    .bind(roll, unit)
    .first<{ path: string }>();
  if (!found) return undefined;
  return { after: { path: found.path, position: -1, id: '' }, end: endOfBranch(found.path) };
}

// The place is the one lower bound: with a second one, of the path alone, every page would begin at the first door again.
const stretch = `roll_entry INDEXED BY roll_entry_order
  WHERE roll = ?1 AND (path, position, id) > (?2, ?3, ?4) AND path < ?5 ORDER BY path, position, id`;
const bounds = (roll: string, { after, end }: Stretch) => [roll, after.path, after.position, after.id, end];

/** The first `shown` of `most` entries that hold the words in door or name. */
export const entriesFrom = (
  db: D1Database,
  roll: string,
  of: Stretch,
  { most, words = '', shown = most }: { most: number; words?: string; shown?: number },
) =>
  db
    .prepare(
      `SELECT w.*, u.kind AS unit_kind, u.name AS unit_name, u.code AS unit_code
       FROM (SELECT * FROM ${stretch} LIMIT ?6) w JOIN unit u ON u.id = w.unit
       WHERE ?7 = '' OR instr(w.door, ?7) > 0 OR instr(w.name, ?7) > 0
         OR instr(w.stairwell || '单元' || w.door, ?7) > 0
       ORDER BY w.path, w.position, w.id LIMIT ?8`,
    )
    .bind(...bounds(roll, of), most, words, shown);

/** The last of `most` entries; none when the end comes before. */
export const lookedTo = (db: D1Database, roll: string, of: Stretch, most: number) =>
  db
    .prepare(`SELECT path, position, id FROM ${stretch} LIMIT 1 OFFSET ?6`)
    .bind(...bounds(roll, of), most - 1);

/** Entries whose door a letter goes to: not the developer's, whose units are one head and one letter. */
export const dueLetter = "e.developer = 0 AND e.holding = 'sold'";

/** Makes the counts of these buildings anew from their entries. */
export const recountUnits = (db: D1Database, roll: string, units: readonly string[]) =>
  db
    .prepare(
      `INSERT INTO roll_unit (roll, unit, path, n, struck, area, due, letters)
       SELECT e.roll, e.unit, e.path, sum(e.struck_at IS NULL), sum(e.struck_at IS NOT NULL),
         sum(CASE WHEN e.struck_at IS NULL THEN coalesce(e.area, 0) ELSE 0 END),
         sum(e.struck_at IS NULL AND ${dueLetter}),
         sum(e.struck_at IS NULL AND ${dueLetter} AND EXISTS (SELECT 1 FROM credential c WHERE c.line = r.line AND c.entry = e.id
           AND c.revoked_at IS NULL AND c.printed_at IS NOT NULL))
       FROM json_each(?2) j CROSS JOIN roll r ON r.id = ?1
         CROSS JOIN roll_entry e INDEXED BY roll_entry_door ON e.roll = r.id AND e.unit = j.value
       WHERE true GROUP BY e.unit
       ON CONFLICT (roll, unit) DO UPDATE SET n = excluded.n, struck = excluded.struck, area = excluded.area,
         due = excluded.due, letters = excluded.letters`,
    )
    .bind(roll, JSON.stringify(units));
