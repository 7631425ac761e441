// The next round of a contest, as its count calls for it: the same again where the vote was invalid, a run-off between the
// tied, another vote for seats that nobody reached, and the same again where an objection to its result was upheld. Who stands
// in it comes from the count.
import type { createRound as contract } from '../../schema/api/elections.ts';
import type { Output } from '../../schema/api/endpoint.ts';
import { placeDay } from '../../schema/day.ts';
import { daysOfRound, roundFaults } from '../../schema/elections/calendar.ts';
import type { Count, PostResult } from '../../schema/elections/count.ts';
import type { Days } from '../../schema/elections/days.ts';
import type { Pack, Round } from '../../schema/elections/pack.ts';
import { nextRound } from '../../schema/elections/stages.ts';
import { leading } from '../../schema/elections/winners.ts';
import { recordWhere } from '../audit/record.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { overturns } from './counting/count-contest.ts';
import { mustHold } from './create.ts';
import { readContest } from './store.ts';

/** Seats and people of a round after a valid one. Where no count named them, those with most votes go on. */
function left(post: PostResult, { rounds }: Pack, kind: Round) {
  if (kind === 'runOff') return { seats: post.tiedSeats, people: post.tied };
  if (post.secondSeats > 0) return { seats: post.secondSeats, people: post.second };
  const losers = post.standings.filter(({ person }) => !post.elected.includes(person));
  return { seats: post.vacant, people: leading(losers, post.vacant + (rounds.second?.surplus ?? 0)) };
}

const overturnedBy = async (db: D1Database, contest: string): Promise<boolean> =>
  (await db
    .prepare(
      `SELECT 1 FROM contest c JOIN contest_objection o ON o.contest = c.id WHERE c.id = ?1 AND ${overturns} LIMIT 1`,
    )
    .bind(contest)
    .first()) !== null;

/** @throws Refusal no-next-round, days-wrong (also after the last day that the rules allow) */
export async function createRound(
  { db, now, actor }: StaffCall,
  contest: string,
  vote: string,
): Promise<Output<typeof contract>> {
  const row = await readContest(db, contest);
  const made = () =>
    db
      .prepare("SELECT id FROM contest WHERE before = ?1 AND state <> 'cancelled'")
      .bind(contest)
      .first<{ id: string }>();
  const existing = await made();
  if (existing) return existing;
  const counted = row.state === 'counted' || row.state === 'announced';
  const result = counted && row.result !== null ? (JSON.parse(row.result) as Count) : undefined;
  const called = result && nextRound(result, row.kind);
  const kind = called ?? ((await overturnedBy(db, contest)) ? row.kind : undefined);
  const post = result?.posts[0];
  if (!kind || !result || !post) throw new Refusal('no-next-round');
  const pack = JSON.parse(row.pack) as Pack;
  const before = JSON.parse(row.days) as Days;
  const days = daysOfRound(pack, before, placeDay(now), vote);
  mustHold(roundFaults(pack, before, kind, days, row.preset, placeDay(now)));
  const { seats, people } =
    called && result.valid ? left(post, pack, kind) : { seats: row.seats, people: null };
  const id = newId();
  const written = people
    ? post.standings.filter(({ person, candidate }) => !candidate && people.includes(person))
    : [];
  await db.batch([
    db
      .prepare(
        `INSERT INTO contest (id, election, unit, path, name, above, position, seats, round, kind, before, days, state)
         SELECT ?1, election, unit, path, name, above, position, ?3,
           (SELECT max(round) + 1 FROM contest m WHERE m.election = c.election AND m.unit = c.unit), ?4, id, ?5, 'preparing'
         FROM contest c WHERE id = ?2
           AND NOT EXISTS (SELECT 1 FROM contest m WHERE m.before = ?2 AND m.state <> 'cancelled')
           AND NOT EXISTS (SELECT 1 FROM election WHERE id = c.election AND cancelled_at IS NOT NULL)`,
      )
      .bind(id, contest, seats, kind, JSON.stringify(days)),
    // Each contest has candidates of its own.
    db
      .prepare(
        `INSERT INTO candidate (id, contest, position, name, line, photo, source, said_by, consent, state, at, decided_by, decided_at)
         SELECT lower(hex(randomblob(8))), ?1, position, name, line, photo, source, said_by, consent, 'accepted', ?3, ?4, ?3
         FROM candidate WHERE contest = ?2 AND state = 'accepted' AND (?5 IS NULL OR id IN (SELECT value FROM json_each(?5)))
           AND EXISTS (SELECT 1 FROM contest WHERE id = ?1)`,
      )
      .bind(id, contest, now, actor.id, people && JSON.stringify(people)),
    // Who was written in has not been asked yet.
    db
      .prepare(
        `INSERT INTO candidate (id, contest, position, name, source, state, at)
         SELECT lower(hex(randomblob(8))), ?1, 1000 + j.key, j.value, 'resident', 'proposed', ?3 FROM json_each(?2) j
         WHERE EXISTS (SELECT 1 FROM contest WHERE id = ?1)`,
      )
      .bind(id, JSON.stringify(written.map(({ name }) => name)), now),
    recordWhere(
      db,
      {
        at: now,
        actor: actor.id,
        act: 'contest.again',
        target: id,
        path: row.path,
        detail: { title: row.title, unit: row.name, kind },
      },
      'SELECT 1 FROM contest WHERE id = ?7',
      [id],
    ),
  ]);
  const next = await made();
  if (!next) throw new Refusal('no-next-round');
  return next;
}
