// A rehearsal 演练: an election of its own, marked as one in its row and, for good, in ledger entry 0, to which every ballot is
// bound. It has made-up candidates, a small roll with test letters, and the rules of the election that it is for.
import type { rehearse as contract } from '../../../schema/api/boxes.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import { placeDay } from '../../../schema/day.ts';
import { type Days, dayAfter } from '../../../schema/elections/days.ts';
import { record } from '../../audit/record.ts';
import { sha256 } from '../../db/hash.ts';
import { newId, newSecret, newSlug, newToken } from '../../db/random.ts';
import type { StaffCall } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { checkCodeOf } from '../../rolls/lines.ts';

const doors = ['演练1', '演练2', '演练3', '演练4', '演练5', '演练6'];
const people = ['演练甲', '演练乙', '演练丙'];

/** From now on for a week, in one sitting, without notice. */
function daysNow(now: number): Days {
  const today = placeDay(now);
  const [opens, closes] = ['00:00', '23:59'];
  const days = { roll: today, objections: today, nominate: today, candidates: today, checkIn: null };
  const voteEnd = dayAfter(today, 7);
  return { ...days, vote: today, voteEnd, opens, closes, result: voteEnd };
}

/** @throws Refusal not-found where the election has no building */
export async function rehearse(
  { db, now, actor, origin }: StaffCall,
  id: string,
): Promise<Output<typeof contract>> {
  const from = await db
    .prepare(
      `SELECT e.title, u.path, c.id, c.unit, c.seats FROM election e JOIN unit u ON u.id = e.unit
       JOIN contest c ON c.election = e.id WHERE e.id = ?1 ORDER BY c.position, c.round LIMIT 1`,
    )
    .bind(id)
    .first<{ title: string; path: string; id: string; unit: string; seats: number }>();
  if (!from) throw new Refusal('not-found');
  const [election, contest, roll] = [newId(), newId(), newId()];
  const title = `演练：${from.title}`.slice(0, 60);
  const letters = await Promise.all(
    doors.map(async (door) => {
      const secret = newSecret();
      return { door, entry: newId(), secret, hash: await sha256(secret) };
    }),
  );
  const rows = JSON.stringify(letters);
  await db.batch([
    db
      .prepare(
        `INSERT INTO roll (id, line, version, unit, kind, title, state, salt, created_by, created_at)
         VALUES (?1, ?1, 1, ?2, 'household', ?3, 'draft', ?4, ?5, ?6)`,
      )
      .bind(roll, from.unit, title, newToken(), actor.id, now),
    db
      .prepare(
        `INSERT INTO roll_entry (roll, id, unit, path, stairwell, door, person, name, position)
         SELECT ?1, j.value ->> 'entry', u.id, u.path, '', j.value ->> 'door', '', '', j.key
         FROM json_each(?2) j JOIN unit u ON u.id = ?3`,
      )
      .bind(roll, rows, from.unit),
    db
      .prepare(
        `INSERT INTO roll_unit (roll, unit, path, n, struck, area, due, letters)
         SELECT ?1, id, path, ?3, 0, 0, ?3, ?3 FROM unit WHERE id = ?2`,
      )
      .bind(roll, from.unit, doors.length),
    db
      .prepare(
        `INSERT INTO credential (secret_hash, line, entry, making, issued_at, printed_at)
         SELECT j.value ->> 'hash', ?1, j.value ->> 'entry', ?1, ?3, ?3 FROM json_each(?2) j`,
      )
      .bind(roll, rows, now),
    db
      .prepare(
        `INSERT INTO election (id, slug, unit, title, post, preset, phases, pack, roll, days, quorum, organiser, phone,
           words, listed, created_by, created_at, rehearsal)
         SELECT ?1, ?2, unit, ?3, post, 'sealed', 0, pack, ?4, ?5, quorum, organiser, phone, '', 0, ?6, ?7, 1
         FROM election WHERE id = ?8`,
      )
      .bind(election, newSlug(), title, roll, JSON.stringify(daysNow(now)), actor.id, now, id),
    db
      .prepare(
        `INSERT INTO contest (id, election, unit, path, name, above, position, seats, state)
         SELECT ?1, ?2, unit, path, name, above, position, seats, 'preparing' FROM contest WHERE id = ?3`,
      )
      .bind(contest, election, from.id),
    db
      .prepare(
        `INSERT INTO candidate (id, contest, position, name, source, consent, state, at)
         SELECT ?1 || j.key, ?1, j.key, j.value, 'community', 1, 'accepted', ?3 FROM json_each(?2) j`,
      )
      .bind(contest, JSON.stringify(candidatesFor(from.seats)), now),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'election.rehearse',
      target: election,
      path: from.path,
      detail: { title },
    }),
  ]);
  await db
    .prepare("UPDATE roll SET state = 'frozen', sha256 = ?2, frozen_at = ?3, frozen_by = ?4 WHERE id = ?1")
    .bind(roll, await checkCodeOf(db, roll), now, actor.id)
    .run();
  return {
    election,
    letters: letters.map(({ door, secret }) => ({ door, link: `${origin}/v#${secret}` })),
  };
}

/** Enough for rules that want two more than seats. */
const candidatesFor = (seats: number): string[] =>
  Array.from({ length: seats + 2 }, (_, at) => people[at] ?? `演练${at + 1}`);
