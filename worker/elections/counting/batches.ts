// Batches of paper ballots and shows of hands: begun, entered by two people, settled when both say the same. Every rule
// stands in the statement itself, so that two who press at one moment cannot get past it.
import type { addBatch as addContract, changeBatch as changeContract } from '../../../schema/api/counts.ts';
import { batchesMost, type CountDesk } from '../../../schema/api/counts.ts';
import type { Body } from '../../../schema/api/endpoint.ts';
import { type CountSheet, sheetFaults, sheetText } from '../../../schema/elections/count-sheet.ts';
import type { StaffCall } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { readDesk } from './desk.ts';

interface Of {
  contest: string;
  batch: string;
}

/** While votes can be counted by hand: on the spot from the first ballot on, in secret contests once voting is over; to the count. */
const counting = (contest: string) =>
  `EXISTS (SELECT 1 FROM contest c JOIN election e ON e.id = c.election WHERE c.id = ${contest}
     AND (c.state IN ('closed', 'opened') OR c.state = 'open' AND e.preset <> 'sealed'))`;

/** SQL: two people entered it, now or before it was sent back. */
const byTwo = '(second_by IS NOT NULL OR reopened_at IS NOT NULL)';

/** The entry of an act on a batch, where the statement before it changed something. */
const audited = (
  { db, now, actor }: StaffCall,
  desk: Pick<CountDesk, 'contest' | 'title' | 'name'>,
  act: string,
  detail: Readonly<Record<string, unknown>> = {},
) =>
  db
    .prepare(
      `INSERT INTO audit (at, actor, act, target, path, detail)
       SELECT ?1, ?2, ?3, ?4, path, ?5 FROM contest WHERE id = ?4 AND changes() = 1`,
    )
    .bind(
      now,
      actor.id,
      act,
      desk.contest,
      JSON.stringify({ title: desk.title, unit: desk.name, ...detail }),
    );

/** @throws Refusal not-found, count-over, batches-many; bad-input for raised hands where the vote is secret */
export async function addBatch(
  call: StaffCall,
  { contest, batch }: Of,
  { name, method }: Body<typeof addContract>,
): Promise<CountDesk> {
  const desk = await readDesk(call, contest);
  if (method === 'hands' && desk.preset === 'sealed') throw new Refusal('bad-input', { where: 'method' });
  const { db, now, actor } = call;
  await db.batch([
    db
      .prepare(
        `INSERT INTO paper_batch (id, contest, name, method, created_by, created_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE ${counting('?2')}
           AND (SELECT count(*) FROM paper_batch WHERE contest = ?2) < ?7
         ON CONFLICT (id) DO NOTHING`,
      )
      .bind(batch, contest, name, method, actor.id, now, batchesMost),
    audited(call, desk, 'contest.batch', { batch: name }),
  ]);
  const after = await readDesk(call, contest);
  if (after.batches.some(({ id }) => id === batch)) return after;
  if (desk.batches.length >= batchesMost) throw new Refusal('batches-many', { most: batchesMost });
  throw new Refusal('count-over');
}

/** @throws Refusal not-found, sheet-wrong, count-over, batch-two, batch-agreed */
export async function enterSheet(
  call: StaffCall,
  { contest, batch }: Of,
  sheet: CountSheet,
): Promise<CountDesk> {
  const desk = await readDesk(call, contest);
  const found = desk.batches.find(({ id }) => id === batch);
  if (!found || found.removed) throw new Refusal('not-found');
  const { seats, style, writeIns, candidates } = desk;
  const faults = sheetFaults(sheet, {
    method: found.method,
    seats,
    style,
    writeIns,
    candidates: candidates.map(({ id }) => id),
  });
  if (faults.length > 0) throw new Refusal('sheet-wrong', { count: faults.length }, { faults });
  const text = sheetText(sheet);
  const { db, now, actor } = call;
  const [entered] = await db.batch([
    // Who comes first is the first; everybody else is the second. The old values stand on every right side.
    db
      .prepare(
        `UPDATE paper_batch SET
           first = CASE WHEN coalesce(first_by, ?3) = ?3 THEN ?4 ELSE first END,
           first_by = coalesce(first_by, ?3),
           second = CASE WHEN first_by <> ?3 THEN ?4 ELSE second END,
           second_by = CASE WHEN first_by <> ?3 THEN ?3 ELSE second_by END,
           agreed = CASE WHEN first_by = ?3 AND second = ?4 OR first_by <> ?3 AND first = ?4 THEN ?4 END,
           agreed_at = CASE WHEN first_by = ?3 AND second = ?4 OR first_by <> ?3 AND first = ?4 THEN ?5 END,
           rev = rev + 1
         WHERE id = ?1 AND contest = ?2 AND agreed IS NULL AND removed_at IS NULL
           AND (first_by IS NULL OR first_by = ?3 OR second_by IS NULL OR second_by = ?3) AND ${counting('?2')}`,
      )
      .bind(batch, contest, actor.id, text, now),
    audited(call, desk, 'contest.sheet', { batch: found.name }),
  ]);
  const after = await readDesk(call, contest);
  if (entered?.meta.changes === 1) return after;
  const stands = after.batches.find(({ id }) => id === batch);
  // Sent again after both agreed: it stands already.
  if (stands?.agreed && stands.mine && sheetText(stands.agreed) === text) return after;
  if (stands?.agreed) throw new Refusal('batch-agreed');
  if (stands && stands.by.length === 2) throw new Refusal('batch-two', { names: stands.by.join('、') });
  throw new Refusal('count-over');
}

/**
 * What two people entered is left out by two: the first asks, another one does it, and it is not put back by one.
 * @throws Refusal not-found, stale, batch-second, count-over
 */
export async function changeBatch(
  call: StaffCall,
  { contest, batch }: Of,
  { rev, removed, reopen }: Body<typeof changeContract>,
): Promise<CountDesk> {
  const desk = await readDesk(call, contest);
  const found = desk.batches.find(({ id }) => id === batch);
  if (!found) throw new Refusal('not-found');
  const { db, now, actor } = call;
  const asks = found.byTwo && found.out === null;
  const out = asks ? 'contest.ask-out' : 'contest.leave-out';
  const act = reopen ? 'contest.reopen' : removed ? out : 'contest.put-back';
  const [changed] = await db.batch([
    db
      .prepare(
        `UPDATE paper_batch SET agreed = iif(?4, NULL, agreed), agreed_at = iif(?4, NULL, agreed_at),
           first = iif(?4, NULL, first), first_by = iif(?4, NULL, first_by),
           second = iif(?4, NULL, second), second_by = iif(?4, NULL, second_by), reopened_at = iif(?4 AND second_by IS NOT NULL, ?6, reopened_at),
           removed_at = CASE WHEN ?5 IS NULL THEN removed_at
             WHEN ?5 AND (NOT ${byTwo} OR out_by IS NOT NULL) THEN ?6 END,
           out_by = CASE WHEN ?5 IS NULL THEN out_by WHEN ?5 THEN coalesce(out_by, ?7) END, rev = rev + 1
         WHERE id = ?1 AND contest = ?2 AND rev = ?3 AND ${counting('?2')} AND (NOT ${byTwo} OR ?5 IS NULL
           OR removed_at IS NULL AND (NOT ?5 OR out_by IS NULL OR out_by <> ?7))`,
      )
      .bind(
        batch,
        contest,
        rev,
        reopen ? 1 : 0,
        removed === undefined ? null : Number(removed),
        now,
        actor.id,
      ),
    // Both enter it again; what they had agreed on is kept here alone.
    audited(call, desk, act, { batch: found.name, ...(reopen && { before: found.agreed }) }),
  ]);
  const settled = ['open', 'closed', 'opened'].includes(desk.state) ? 'batch-second' : 'count-over';
  if (changed?.meta.changes !== 1) throw new Refusal(found.rev === rev ? settled : 'stale');
  return readDesk(call, contest);
}
