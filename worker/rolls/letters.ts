// The secrets of letters. Only hashes stay: a secret leaves once, for printing, and a letter that was not printed, was lost
// or was taken is made anew, which ends the old secret. They belong to the entry in all versions of its roll.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type {
  makeLetters as makeContract,
  markPrinted as printedContract,
  revokeLetters as revokeContract,
} from '../../schema/api/rolls.ts';
import { record } from '../audit/record.ts';
import { sha256 } from '../db/hash.ts';
import { newId, newSecret } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { dueLetter, type EntryRecord, type RollRecord, readRoll, recountUnits } from './store.ts';

type Whose = Body<typeof makeContract>['of'];

/** @throws Refusal not-found, roll-draft */
async function frozen(db: D1Database, id: string): Promise<RollRecord> {
  const roll = await readRoll(db, id);
  if (roll.state !== 'frozen') throw new Refusal('roll-draft');
  return roll;
}

const inForce = 'c.line = ?2 AND c.entry = e.id AND c.revoked_at IS NULL';

/**
 * What the developer has not sold or not handed over is one head, the developer's: no letter goes to those doors. Who has
 * bought a unit and waits for it would vote with all of the developer's area. The developer's own is made by itself, of
 * a unit that is nobody else's yet.
 */
const ownDoor = `e.struck_at IS NULL AND ${dueLetter}`;
const ownOrDevelopers = "e.struck_at IS NULL AND e.holding <> 'undelivered'";

/** Entries of a building in the order of its doors whose letter is not printed, or the one entry. */
const wanted = (db: D1Database, roll: RollRecord, of: Whose, most: number) =>
  'entry' in of
    ? db
        .prepare(`SELECT e.* FROM roll_entry e WHERE e.roll = ?1 AND e.id = ?2 AND ${ownOrDevelopers}`)
        .bind(roll.id, of.entry)
    : db
        .prepare(
          `SELECT e.* FROM roll_unit b JOIN roll_entry e INDEXED BY roll_entry_order ON e.roll = b.roll AND e.path = b.path
           WHERE b.roll = ?1 AND b.unit = ?3 AND ${ownDoor}
             AND NOT EXISTS (SELECT 1 FROM credential c WHERE ${inForce} AND c.printed_at IS NOT NULL)
           ORDER BY e.position, e.id LIMIT ?4`,
        )
        .bind(roll.id, roll.line, of.unit, most);

/** Ends the secrets in force of these entries. */
const revoke = (db: D1Database, line: string, entries: readonly string[], now: number) =>
  db
    .prepare(
      `UPDATE credential SET revoked_at = ?3 FROM json_each(?2) j
       WHERE credential.line = ?1 AND credential.entry = j.value AND credential.revoked_at IS NULL`,
    )
    .bind(line, JSON.stringify(entries), now);

/** @throws Refusal not-found, roll-draft, roll-corrected when a later version is final: this one may name former owners */
export async function makeLetters(
  { db, now, actor, origin }: StaffCall,
  id: string,
  { of, most }: Body<typeof makeContract>,
): Promise<Output<typeof makeContract>> {
  const roll = await frozen(db, id);
  if (roll.later) throw new Refusal('roll-corrected');
  const { results: entries } = await wanted(db, roll, of, most).all<EntryRecord>();
  if (entries.length === 0 && 'entry' in of) throw new Refusal('not-found');
  const letters = await Promise.all(
    entries.map(async ({ id: entry, unit, stairwell, door, name }) => {
      const secret = newSecret();
      return { entry, unit, stairwell, door, name, secret, hash: await sha256(secret) };
    }),
  );
  const rows = JSON.stringify(letters.map(({ entry, hash }) => [hash, entry]));
  const ids = letters.map(({ entry }) => entry);
  const units = [...new Set(entries.map(({ unit }) => unit))];
  const making = newId();
  const path = entries[0]?.path ?? roll.path;
  const detail = { title: roll.title, n: letters.length };
  await db.batch([
    revoke(db, roll.line, ids, now),
    db
      .prepare(
        `INSERT INTO credential (secret_hash, line, entry, making, issued_at)
         SELECT j.value ->> 0, ?1, j.value ->> 1, ?4, ?3 FROM json_each(?2) j`,
      )
      .bind(roll.line, rows, now, making),
    recountUnits(db, id, units),
    record(db, { at: now, actor: actor.id, act: 'roll.letters', target: id, path, detail }),
  ]);
  return {
    letters: letters.map(({ hash: _, ...letter }) => letter),
    ...(await aboutOf(db, roll, units)),
    making,
    origin,
  };
}

type About = Pick<Output<typeof makeContract>, 'settled' | 'about'>;
type Found = { settled: string | null } & NonNullable<About['about']>;

/** What letters of these buildings are for, where it is one thing: a contest that is settled, or a vote of the owners. */
async function aboutOf(db: D1Database, { line, kind }: RollRecord, units: readonly string[]): Promise<About> {
  const { results } = await db
    .prepare(
      kind === 'owner'
        ? `SELECT NULL AS settled, title, NULL AS checkIn, opens_at AS "from", closes_at AS "to" FROM owner_vote
           WHERE line = ?1 AND state = 'notice' AND ?2 <> '' LIMIT 2`
        : `SELECT l.hash AS settled, e.title, iif(e.phases = 1, c.check_in_from, NULL) AS checkIn,
             coalesce(c.voting_from, 0) AS "from", coalesce(c.voting_to, 0) AS "to"
           FROM json_each(?2) u JOIN contest c ON c.unit = u.value
             AND c.roll IN (SELECT id FROM roll WHERE line = ?1) AND c.state IN ('frozen', 'open')
             JOIN election e ON e.id = c.election JOIN ledger_entry l ON l.contest = c.id AND l.seq = 0 LIMIT 2`,
    )
    .bind(line, JSON.stringify(units))
    .all<Found>();
  const [one, other] = results;
  if (!one || other) return { settled: null, about: null };
  const { settled, ...about } = one;
  return { settled, about };
}

/** @throws Refusal not-found, roll-draft */
export async function markPrinted(
  { db, now, actor }: StaffCall,
  id: string,
  { entries, making }: Body<typeof printedContract>,
): Promise<Output<typeof printedContract>> {
  const roll = await frozen(db, id);
  const list = JSON.stringify(entries);
  const [printed] = await db.batch([
    db
      .prepare(
        `UPDATE credential SET printed_at = ?4 FROM json_each(?2) j WHERE credential.line = ?1
           AND credential.entry = j.value AND credential.making = ?3 AND credential.revoked_at IS NULL`,
      )
      .bind(roll.line, list, making, now),
    recountUnits(db, id, await unitsOf(db, id, list)),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'roll.printed',
      target: id,
      path: roll.path,
      detail: { title: roll.title, n: entries.length },
    }),
  ]);
  return { printed: printed?.meta.changes ?? 0 };
}

async function unitsOf(db: D1Database, roll: string, entries: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      'SELECT DISTINCT e.unit FROM json_each(?2) j CROSS JOIN roll_entry e ON e.roll = ?1 AND e.id = j.value',
    )
    .bind(roll, entries)
    .all<{ unit: string }>();
  return results.map(({ unit }) => unit);
}

/** @throws Refusal not-found, roll-draft */
export async function revokeLetters(
  { db, now, actor }: StaffCall,
  id: string,
  { of }: Body<typeof revokeContract>,
): Promise<Output<typeof revokeContract>> {
  const roll = await frozen(db, id);
  const { results } = await db
    .prepare(
      `SELECT e.id, e.unit, e.path FROM roll_entry e JOIN credential c ON ${inForce}
       WHERE e.roll = ?1 AND ${'entry' in of ? 'e.id = ?3' : 'e.unit = ?3'}`,
    )
    .bind(id, roll.line, 'entry' in of ? of.entry : of.unit)
    .all<Pick<EntryRecord, 'id' | 'unit' | 'path'>>();
  const ids = results.map((entry) => entry.id);
  const path = results[0]?.path ?? roll.path;
  await db.batch([
    revoke(db, roll.line, ids, now),
    recountUnits(db, id, [...new Set(results.map(({ unit }) => unit))]),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'roll.revoke',
      target: id,
      path,
      detail: { title: roll.title, n: ids.length },
    }),
  ]);
  return { revoked: ids.length };
}
