// Objections to a contest: entered by the staff who took them down, each answered with a reason.
import type {
  addContestObjection as addContract,
  answerContestObjection as answerContract,
} from '../../schema/api/elections.ts';
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type { contest_objection } from '../../schema/db/election-tables.ts';
import { record, recordWhere } from '../audit/record.ts';
import { insert } from '../db/insert.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { readContest } from './store.ts';

export async function addObjection(
  { db, now, actor }: StaffCall,
  contest: string,
  { about, words, saidBy }: Body<typeof addContract>,
): Promise<Output<typeof addContract>> {
  const { path, title, name } = await readContest(db, contest);
  const id = newId();
  await db.batch([
    insert<typeof contest_objection>(db, 'contest_objection', {
      id,
      contest,
      about,
      words,
      said_by: saidBy,
      at: now,
      state: 'open',
    }),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'contest.objection',
      target: contest,
      path,
      detail: { title, unit: name },
    }),
  ]);
  return { id };
}

/** @throws Refusal not-found, also when it is answered already */
export async function answerObjection(
  { db, now, actor }: StaffCall,
  { contest, objection }: { contest: string; objection: string },
  { state, answer }: Body<typeof answerContract>,
): Promise<void> {
  const { path, title, name } = await readContest(db, contest);
  const [answered] = await db.batch([
    db
      .prepare(
        `UPDATE contest_objection SET state = ?3, answer = ?4, answered_by = ?5, answered_at = ?6
         WHERE id = ?1 AND contest = ?2 AND state = 'open'`,
      )
      .bind(objection, contest, state, answer, actor.id, now),
    recordWhere(
      db,
      {
        at: now,
        actor: actor.id,
        act: 'contest.answer',
        target: contest,
        path,
        detail: { title, unit: name, upheld: state === 'upheld' },
      },
      'SELECT 1 WHERE changes() = 1',
      [],
    ),
  ]);
  if (answered?.meta.changes !== 1) throw new Refusal('not-found');
}
