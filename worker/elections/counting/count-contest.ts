// Counting a contest once nothing waits for people, and anew where an objection was upheld: sheets and opened box together,
// by the rules it was frozen with. Of a secret contest the result goes into the ledger in the same batch.
import type { countAnew as anewContract } from '../../../schema/api/counts.ts';
import type { Body } from '../../../schema/api/endpoint.ts';
import { recordWhere } from '../../audit/record.ts';
import { sha256 } from '../../db/hash.ts';
import type { Call, StaffCall } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { addEntry, headsOf, inTurn, place } from '../ballots/ledger-store.ts';
import { readContest } from '../store.ts';
import { markOf, readCounted, resultOf, waitsFor } from './counted.ts';

/** What an opened secret box waits for before tellers can count it. */
export async function boxWaits(db: D1Database, contest: string): Promise<'paper' | 'names' | null> {
  const waits = waitsFor(await readCounted(db, contest));
  return waits === 'issued' ? 'paper' : waits === 'paper' || waits === 'names' ? waits : null;
}

/**
 * @returns the result as it is kept (schema/elections/result.ts); counted before, the one that stands
 * @throws Refusal not-found, box-not-closed while votes are still taken, count-waits, names-overlap, stale
 */
export const countContest = (
  { db, now }: Pick<Call, 'db' | 'now'>,
  id: string,
  actor: string,
): Promise<string> =>
  inTurn(async () => {
    const counted = await readCounted(db, id);
    const { row } = counted;
    if (row.result !== null) return row.result;
    const waits = waitsFor(counted);
    if (waits === 'state') throw new Refusal('box-not-closed');
    if (waits !== null) throw new Refusal('count-waits');
    const result = resultOf(counted);
    // What was read is what is counted: a sheet or a name that came meanwhile leaves the contest uncounted.
    const still = (of: string, mark: string) =>
      `SELECT 1 FROM contest c WHERE c.id = ${of} AND c.result IS NULL AND c.state = '${row.state}' AND ${markOf} = ${mark}`;
    const audited = {
      at: now,
      actor,
      act: 'contest.count',
      target: id,
      path: row.path,
      detail: { title: row.title, unit: row.name },
    };
    const head = row.preset === 'sealed' ? (await headsOf(db, [id])).get(id) : undefined;
    const act = { act: 'result' as const, sha256: await sha256(result) };
    const done = await db.batch([
      ...(head ? [addEntry(db, id, await place(id, head, now, act), still('?1', '?5'), [row.mark])] : []),
      recordWhere(db, audited, still('?7', '?8'), [id, row.mark]),
      db
        .prepare(
          `UPDATE contest SET state = 'counted', counted_at = ?2, result = ?3, took = ?5, rev = rev + 1
           WHERE id = ?1 AND EXISTS (${still('?1', '?4')})`,
        )
        .bind(id, now, result, row.mark, JSON.stringify(counted.took)),
    ]);
    if (done.at(-1)?.meta.changes !== 1) throw new Refusal('stale');
    return result;
  });

/** SQL: objection `o` was upheld against the count of contest `c` that stands. */
export const overturns = `(o.about = 'result' AND o.state = 'upheld' AND c.state IN ('counted', 'announced')
  AND o.answered_at >= c.counted_at)`;

/**
 * Takes a count back. A later round was made of the count, so it must be cancelled first.
 * @throws Refusal not-found, count-stands
 */
export const countAnew = (
  { db, now, actor }: StaffCall,
  id: string,
  { objection }: Body<typeof anewContract>,
): Promise<void> =>
  inTurn(async () => {
    const row = await readContest(db, id);
    const said = await db
      .prepare('SELECT answer FROM contest_objection WHERE id = ?1 AND contest = ?2')
      .bind(objection, id)
      .first<{ answer: string }>();
    const counted = await db
      .prepare("SELECT max(seq) AS seq FROM ledger_entry WHERE contest = ?1 AND body ->> '$.act' = 'result'")
      .bind(id)
      .first<{ seq: number | null }>();
    const may = (of: string, by: string) =>
      `SELECT 1 FROM contest c JOIN contest_objection o ON o.contest = c.id WHERE c.id = ${of} AND o.id = ${by} AND ${overturns}
         AND NOT EXISTS (SELECT 1 FROM contest later WHERE later.before = c.id AND later.state <> 'cancelled')`;
    const audited = {
      at: now,
      actor: actor.id,
      act: 'contest.anew',
      target: id,
      path: row.path,
      detail: { title: row.title, unit: row.name, before: row.result },
    };
    const head = (await headsOf(db, [id])).get(id);
    const act = {
      act: 'correction' as const,
      corrects: counted?.seq ?? 0,
      sha256: await sha256(said?.answer ?? ''),
    };
    const done = await db.batch([
      ...(head ? [addEntry(db, id, await place(id, head, now, act), may('?1', '?5'), [objection])] : []),
      recordWhere(db, audited, may('?7', '?8'), [id, objection]),
      db
        .prepare(
          `UPDATE contest SET state = CASE WHEN EXISTS (SELECT 1 FROM opened_ballot WHERE contest = ?1) THEN 'opened' ELSE 'closed' END,
             counted_at = NULL, result = NULL, took = NULL, announced_at = NULL, announced_by = NULL, rev = rev + 1
           WHERE id = ?1 AND EXISTS (${may('?1', '?2')})`,
        )
        .bind(id, objection),
    ]);
    if (done.at(-1)?.meta.changes !== 1) throw new Refusal('count-stands');
  });

/** @throws Refusal not-found, not-voting unless votes are taken on the spot now */
export async function endVoting({ db, now, actor }: StaffCall, id: string): Promise<void> {
  const row = await readContest(db, id);
  const voting = (of: string) =>
    `SELECT 1 FROM contest c JOIN election e ON e.id = c.election WHERE c.id = ${of} AND c.state = 'open' AND e.preset = 'spot'`;
  const audited = {
    at: now,
    actor: actor.id,
    act: 'contest.close',
    target: id,
    path: row.path,
    detail: { title: row.title, unit: row.name },
  };
  const [, ended] = await db.batch([
    recordWhere(db, audited, voting('?7'), [id]),
    db
      .prepare(
        `UPDATE contest SET state = 'closed', closed_at = ?2, rev = rev + 1 WHERE id = ?1 AND EXISTS (${voting('?1')})`,
      )
      .bind(id, now),
  ]);
  if (ended?.meta.changes !== 1 && row.state !== 'closed') throw new Refusal('not-voting');
}
