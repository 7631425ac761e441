// Objections to a contest: entered by the staff who took them down, each answered with a reason. Once the ledger has begun,
// both go into it as the SHA-256 of their words, so that neither can be lost or written anew afterwards.
import type {
  addContestObjection as addContract,
  answerContestObjection as answerContract,
} from '../../schema/api/elections.ts';
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type { contest_objection } from '../../schema/db/election-tables.ts';
import { record, recordWhere } from '../audit/record.ts';
import { sha256 } from '../db/hash.ts';
import { insert } from '../db/insert.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { addToBegun, inTurn } from './ballots/ledger-store.ts';
import { readContest } from './store.ts';

export const addObjection = (
  { db, now, actor }: StaffCall,
  contest: string,
  { about, words, saidBy }: Body<typeof addContract>,
): Promise<Output<typeof addContract>> =>
  inTurn(async () => {
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
      ...(await addToBegun(db, contest, now, { act: 'objection', sha256: await sha256(words) }, 'SELECT 1')),
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
  });

const changed = 'SELECT 1 WHERE changes() = 1';

/** The number under which the ledger has this objection; undefined for one from before it began. */
async function entryOf(db: D1Database, contest: string, objection: string): Promise<number | undefined> {
  const said = await db
    .prepare('SELECT words FROM contest_objection WHERE id = ?1 AND contest = ?2')
    .bind(objection, contest)
    .first<{ words: string }>();
  const entry = await db
    .prepare(
      `SELECT max(seq) AS seq FROM ledger_entry WHERE contest = ?1 AND body ->> '$.act' = 'objection'
         AND body ->> '$.sha256' = ?2`,
    )
    .bind(contest, await sha256(said?.words ?? ''))
    .first<{ seq: number | null }>();
  return entry?.seq ?? undefined;
}

/** @throws Refusal not-found, also when it is answered already */
export const answerObjection = (
  { db, now, actor }: StaffCall,
  { contest, objection }: { contest: string; objection: string },
  { state, answer }: Body<typeof answerContract>,
): Promise<void> =>
  inTurn(async () => {
    const { path, title, name } = await readContest(db, contest);
    const corrects = await entryOf(db, contest, objection);
    const act = { act: 'correction', corrects: corrects ?? 0, sha256: await sha256(answer) } as const;
    const [answered] = await db.batch([
      db
        .prepare(
          `UPDATE contest_objection SET state = ?3, answer = ?4, answered_by = ?5, answered_at = ?6
         WHERE id = ?1 AND contest = ?2 AND state = 'open'`,
        )
        .bind(objection, contest, state, answer, actor.id, now),
      ...(corrects === undefined ? [] : await addToBegun(db, contest, now, act, changed)),
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
        changed,
        [],
      ),
    ]);
    if (answered?.meta.changes !== 1) throw new Refusal('not-found');
  });
