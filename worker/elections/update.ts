// An election is changed, or contests of it are cancelled. What was frozen with a contest stays.
import type {
  cancelContests as cancelContract,
  updateElection as contract,
  Election,
} from '../../schema/api/elections.ts';
import type { Body, Output } from '../../schema/api/endpoint.ts';
import { placeDay } from '../../schema/day.ts';
import { dayFaults } from '../../schema/elections/calendar.ts';
import type { Pack } from '../../schema/elections/pack.ts';
import { recordWhere } from '../audit/record.ts';
import { sha256 } from '../db/hash.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { mustCover } from '../rolls/covering.ts';
import { headsOf, inTurn, place } from './ballots/ledger-store.ts';
import { mustHold } from './create.ts';
import { electionOf, readElection, unsettled } from './store.ts';

/** @throws Refusal stale, days-wrong, election-settled, not-found for a roll of others */
export async function updateElection(
  { db, now, actor, origin }: StaffCall,
  id: string,
  { rev, ...set }: Body<typeof contract>,
): Promise<Election> {
  const old = await readElection(db, id);
  if (rev !== old.rev) throw new Refusal('stale');
  const { days, roll, quorum, listed, title, organiser, phone, words } = set;
  const settles = days !== undefined || roll !== undefined || quorum !== undefined;
  if (days)
    mustHold(
      dayFaults(
        JSON.parse(old.pack) as Pack,
        days,
        { preset: old.preset, phases: old.phases === 1 },
        placeDay(now),
      ),
    );
  await mustCover(db, roll, old.path);
  const [changed] = await db.batch([
    db
      .prepare(
        `UPDATE election SET title = coalesce(?3, title), organiser = coalesce(?4, organiser), phone = coalesce(?5, phone),
           words = coalesce(?6, words), listed = coalesce(?7, listed), days = coalesce(?8, days),
           roll = CASE WHEN ?9 THEN ?10 ELSE roll END, quorum = coalesce(?11, quorum), rev = rev + 1
         WHERE id = ?1 AND rev = ?2 AND cancelled_at IS NULL AND (?12 OR ${unsettled})`,
      )
      .bind(
        id,
        rev,
        title ?? null,
        organiser ?? null,
        phone ?? null,
        words ?? null,
        listed === undefined ? null : Number(listed),
        days ? JSON.stringify(days) : null,
        Number(roll !== undefined),
        roll ?? null,
        quorum ?? null,
        Number(!settles),
      ),
    recordWhere(
      db,
      {
        at: now,
        actor: actor.id,
        act: 'election.update',
        target: id,
        path: old.path,
        detail: { title: old.title, changed: Object.keys(set) },
      },
      'SELECT 1 WHERE changes() = 1',
      [],
    ),
  ]);
  if (changed?.meta.changes !== 1)
    throw new Refusal((await readElection(db, id)).rev === rev ? 'election-settled' : 'stale');
  return electionOf(await readElection(db, id), actor, origin);
}

const cancellable = "c.election = ?1 AND c.state NOT IN ('counted', 'announced', 'cancelled')";
/** ?2: JSON list of ids; null: all. */
const among = `${cancellable} AND (?2 IS NULL OR c.id IN (SELECT value FROM json_each(?2)))`;

/**
 * Those that are counted stay as they are. Of a contest whose ledger has begun, the ledger takes in the hash of the reason.
 * @throws Refusal contest-settled when none was left to cancel
 */
export const cancelContests = (
  { db, now, actor }: StaffCall,
  id: string,
  { reason, contests }: Body<typeof cancelContract>,
): Promise<Output<typeof cancelContract>> =>
  inTurn(async () => {
    const { path, title } = await readElection(db, id);
    const which = contests ? JSON.stringify(contests) : null;
    const { results: begun } = await db
      .prepare(
        `SELECT c.id FROM contest c JOIN ledger_entry l ON l.contest = c.id AND l.seq = 0 WHERE ${among}`,
      )
      .bind(id, which)
      .all<{ id: string }>();
    const heads = await headsOf(
      db,
      begun.map((one) => one.id),
    );
    const act = { act: 'correction', corrects: 0, sha256: await sha256(reason) } as const;
    const entries = await Promise.all(
      begun.map(async (one) => [one.id, await place(one.id, heads.get(one.id), now, act)] as const),
    );
    const results = await db.batch([
      db
        .prepare(
          `INSERT INTO ledger_entry (contest, seq, body, hash)
           SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3 FROM json_each(?2) j
           JOIN contest c ON c.id = j.value ->> 0 AND ${cancellable}`,
        )
        .bind(
          id,
          JSON.stringify(entries.map(([contest, { seq, text, hash }]) => [contest, seq, text, hash])),
        ),
      ...(contests
        ? []
        : [
            db
              .prepare(
                `UPDATE election SET cancelled_at = ?2, rev = rev + 1 WHERE id = ?1 AND cancelled_at IS NULL
                   AND EXISTS (SELECT 1 FROM contest c WHERE ${cancellable})`,
              )
              .bind(id, now),
          ]),
      db
        .prepare(`UPDATE contest AS c SET state = 'cancelled', reason = ?3, rev = rev + 1 WHERE ${among}`)
        .bind(id, which, reason),
      recordWhere(
        db,
        {
          at: now,
          actor: actor.id,
          act: 'election.cancel',
          target: id,
          path,
          detail: { title, reason, ...(contests ? { n: contests.length } : { whole: true }) },
        },
        'SELECT 1 WHERE changes() > 0',
        [],
      ),
    ]);
    const n = results.at(-2)?.meta.changes ?? 0;
    if (n === 0) throw new Refusal('contest-settled');
    return { cancelled: n };
  });
