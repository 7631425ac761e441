// A final result for everybody: opened by an act of staff, behind an address, and closed again by another. Its text is frozen
// when it is first opened, so that a code that was printed stays its code.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type { Evaluation, FrozenResult } from '../../schema/api/evaluation-shapes.ts';
import type {
  getPostedEvaluation as getContract,
  postEvaluation as postContract,
} from '../../schema/api/evaluations.ts';
import { postedOf } from '../../schema/evaluations/posted.ts';
import { sha256 } from '../db/hash.ts';
import type { Call, StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { actIn, evaluationOf, mustStandAt, readEvaluation } from './store.ts';

/** @throws Refusal stale, evaluation-stage before it is final */
export async function postEvaluation(
  call: StaffCall,
  id: string,
  { rev, open }: Body<typeof postContract>,
): Promise<Evaluation> {
  const { db, now, actor } = call;
  const row = await readEvaluation(db, id);
  mustStandAt(row, rev, actor);
  if (row.result === null || row.result_sha256 === null) throw new Refusal('evaluation-stage');
  const result = JSON.parse(row.result) as FrozenResult;
  const text =
    row.posted ??
    JSON.stringify(postedOf(evaluationOf(row, actor), row.unit_name, row.result_sha256, result));
  await actIn(call, row, { act: open ? 'evaluation.post' : 'evaluation.unpost', rev }, [
    db
      .prepare('UPDATE evaluation SET posted = ?2, posted_sha256 = ?3, posted_at = ?4 WHERE id = ?1')
      .bind(id, text, await sha256(text), open ? now : null),
  ]);
  return evaluationOf(await readEvaluation(db, id), actor);
}

/** @throws Refusal not-found unless it is open */
export async function getPostedEvaluation({ db }: Call, id: string): Promise<Output<typeof getContract>> {
  const row = await db
    .prepare(
      `SELECT posted AS text, posted_sha256 AS sha256, (SELECT max(body ->> '$.demo') FROM setting) AS demo
       FROM evaluation WHERE id = ?1 AND posted_at IS NOT NULL`,
    )
    .bind(id)
    .first<{ text: string; sha256: string; demo: number | null }>();
  if (!row) throw new Refusal('not-found');
  return { ...row, demo: row.demo === 1 };
}
