// A draft becomes final: the SHA-256 of its lines is taken and kept, unless somebody changes it meanwhile. A correction is
// the next version, begun from the newest final one with the same ids.
import type { Roll } from '../../schema/api/rolls.ts';
import { recordWhere } from '../audit/record.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { checkCodeOf } from './lines.ts';
import { draftGuard, type RollRecord, readDraft, readRoll, recountUnits, rollOf } from './store.ts';

const posted = 'EXISTS (SELECT 1 FROM roll p WHERE p.line = roll.line AND p.posted_at IS NOT NULL)';
const noneOpen = "NOT EXISTS (SELECT 1 FROM roll_objection WHERE line = roll.line AND state = 'open')";

/** @throws Refusal roll-frozen, stale, roll-empty, roll-unposted when no version was posted, roll-objections */
export async function freezeRoll({ db, now, actor }: StaffCall, id: string, rev: number): Promise<Roll> {
  const roll = await readDraft(db, id);
  if (roll.rev !== rev) throw new Refusal('stale', {}, { current: rollOf(roll) });
  if (roll.entries === 0) throw new Refusal('roll-empty');
  const open = await db
    .prepare(
      `SELECT (SELECT count(*) FROM roll_objection WHERE line = ?1 AND state = 'open') AS n,
         EXISTS (SELECT 1 FROM roll WHERE line = ?1 AND posted_at IS NOT NULL) AS posted`,
    )
    .bind(roll.line)
    .first<{ n: number; posted: number }>();
  if (!open?.posted) throw new Refusal('roll-unposted');
  if (open.n > 0) throw new Refusal('roll-objections', { count: open.n });

  const sha256 = await checkCodeOf(db, id);
  const entry = {
    at: now,
    actor: actor.id,
    act: 'roll.freeze',
    target: id,
    path: roll.path,
    detail: { title: roll.title, version: roll.version, n: roll.entries, sha256 },
  };
  const [, frozen] = await db.batch([
    recordWhere(db, entry, `${draftGuard} AND ${posted} AND ${noneOpen}`, [id, rev]),
    db
      .prepare(
        `UPDATE roll SET state = 'frozen', sha256 = ?3, frozen_at = ?4, frozen_by = ?5, rev = rev + 1
         WHERE id = ?1 AND rev = ?2 AND state = 'draft' AND removed_at IS NULL AND ${posted} AND ${noneOpen}`,
      )
      .bind(id, rev, sha256, now, actor.id),
    // Letters of the version before may have been printed since this one was begun.
    ...(roll.version > 1 ? [endOthers(db, roll, now), recountUnits(db, id, await unitsIn(db, id))] : []),
  ]);
  const after = rollOf(await readRoll(db, id));
  if (frozen?.meta.changes !== 1) throw new Refusal('stale', {}, { current: after });
  return after;
}

/**
 * Ends the letters of entries that are another's now: whoever had the unit before would vote for it. A first name, or the
 * first phone beside a name, says more of the same person.
 */
const endOthers = (db: D1Database, { id, rev, line }: RollRecord, now: number) =>
  db
    .prepare(
      `UPDATE credential SET revoked_at = ?4 WHERE line = ?2 AND revoked_at IS NULL
         AND EXISTS (SELECT 1 FROM roll WHERE id = ?1 AND rev = ?3 + 1 AND state = 'frozen' AND frozen_at = ?4)
         AND EXISTS (SELECT 1 FROM roll_entry e CROSS JOIN roll_entry o ON o.id = e.id AND o.roll = (SELECT id FROM roll
           WHERE line = ?2 AND id <> ?1 AND state = 'frozen' ORDER BY version DESC LIMIT 1)
         WHERE e.roll = ?1 AND e.id = credential.entry AND (o.name <> '' AND e.name <> o.name OR e.contact <> o.contact
           OR e.contact IS o.contact AND e.name = o.name AND e.owner <> o.owner
           OR e.holding <> o.holding OR e.developer <> o.developer))`,
    )
    .bind(id, line, rev, now);

async function unitsIn(db: D1Database, roll: string): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT unit FROM roll_unit WHERE roll = ?1')
    .bind(roll)
    .all<{ unit: string }>();
  return results.map(({ unit }) => unit);
}

/** @throws Refusal roll-draft, roll-corrected when another version is under way */
export async function correctRoll({ db, now, actor }: StaffCall, id: string): Promise<Roll> {
  const from = await readRoll(db, id);
  if (from.state !== 'frozen') throw new Refusal('roll-draft');
  const next = newId();
  const made = 'SELECT 1 FROM roll WHERE id = ?7';
  const entry = {
    at: now,
    actor: actor.id,
    act: 'roll.version',
    target: next,
    path: from.path,
    detail: { title: from.title, version: from.version + 1 },
  };
  await db.batch([
    // Only the newest version is corrected, and by one draft at a time; removed drafts keep their numbers.
    db
      .prepare(
        `INSERT INTO roll (id, line, version, unit, kind, title, note, state, salt, created_by, created_at)
         SELECT ?2, line, (SELECT max(version) + 1 FROM roll n WHERE n.line = r.line), unit, kind, title, note, 'draft',
           salt, ?3, ?4 FROM roll r WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM roll n WHERE n.line = r.line
             AND n.removed_at IS NULL AND n.version > r.version)`,
      )
      .bind(id, next, actor.id, now),
    recordWhere(db, entry, made, [next]),
    db
      .prepare(
        `INSERT INTO roll_entry (roll, id, unit, path, stairwell, door, person, floor, name, contact, area, owner, holding,
           developer, position, struck_at, rev)
         SELECT ?2, id, unit, path, stairwell, door, person, floor, name, contact, area, owner, holding, developer,
           position, struck_at, rev FROM roll_entry WHERE roll = ?1 AND EXISTS (SELECT 1 FROM roll WHERE id = ?2)`,
      )
      .bind(id, next),
    db
      .prepare(
        `INSERT INTO roll_unit (roll, unit, path, n, struck, area, due, letters)
         SELECT ?2, unit, path, n, struck, area, due, letters FROM roll_unit
         WHERE roll = ?1 AND EXISTS (SELECT 1 FROM roll WHERE id = ?2)`,
      )
      .bind(id, next),
  ]);
  const drafted = await readRoll(db, next).catch(() => undefined);
  if (!drafted) throw new Refusal('roll-corrected');
  return rollOf(drafted);
}
