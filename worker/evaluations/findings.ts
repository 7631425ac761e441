// What was found of a subject: deductions and bonus, a veto item, a figure that a precondition looks at. Nothing is deleted:
// what is taken off stays on record with the reason.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type {
  addFinding as addContract,
  uploadFindingPhoto as photoContract,
  strikeFinding as strikeContract,
} from '../../schema/api/evaluation-subjects.ts';
import type { evaluation_finding } from '../../schema/db/evaluation-tables.ts';
import type { Rules } from '../../schema/evaluations/scheme.ts';
import { insert } from '../db/insert.ts';
import { newId } from '../db/random.ts';
import { storePicture } from '../files/picture.ts';
import { insertMedia } from '../files/store.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { actIn, type EvaluationRow, mustBe, type Place, placeOf, readEvaluation, rulesOf } from './store.ts';

/** @throws Refusal evaluation-stage, file-kind, file-metadata */
export async function uploadFindingPhoto(
  call: StaffCall,
  files: R2Bucket,
  id: string,
  raw: Uint8Array<ArrayBuffer>,
): Promise<Output<typeof photoContract>> {
  const { db, now, actor } = call;
  const row = await readEvaluation(db, id);
  mustBe(row, 'rating');
  const picture = await storePicture(files, raw);
  await actIn(call, row, { act: 'evaluation.photo' }, [
    insertMedia(db, { ...picture, form: id, by: actor.id, at: now }),
  ]);
  return { photo: picture.id };
}

/** A figure that the rules ask for, with two decimals at most as figures are published. */
export const readingFits = ({ gates }: Rules, { item, times }: { item: string; times: number }): boolean =>
  gates.some(({ id, from }) => id === item && from === 'reported') && Number(times.toFixed(2)) === times;

interface Asked extends Pick<Body<typeof addContract>, 'kind' | 'item' | 'times' | 'note'> {
  evaluation: string;
  subject: string;
  id?: string;
  photo?: string | undefined;
}

/** The statement that keeps what was found. */
export const record = ({ db, now, actor }: StaffCall, asked: Asked) =>
  insert<typeof evaluation_finding>(db, 'evaluation_finding', {
    evaluation: asked.evaluation,
    id: asked.id ?? newId(),
    subject: asked.subject,
    kind: asked.kind,
    item: asked.item,
    note: asked.note,
    times: Math.floor(asked.times),
    reading: asked.kind === 'reading' ? asked.times : null,
    photo: asked.photo ?? null,
    found_by: actor.id,
    at: now,
  });

/** @throws Refusal evaluation-stage, photo-needed, bad-input for what the rules do not know, not-found */
export async function addFinding(
  call: StaffCall,
  at: { evaluation: string; subject: string },
  asked: Body<typeof addContract>,
): Promise<Output<typeof addContract>> {
  const { db } = call;
  const row = await readEvaluation(db, at.evaluation);
  // Afterwards nobody could answer to it any more.
  mustBe(row, 'rating');
  const rules = rulesOf(row);
  const { deductions, bonuses, vetoes, gates } = rules;
  const known = {
    deduction: deductions,
    bonus: bonuses,
    veto: vetoes,
    reading: gates.filter(({ from }) => from === 'reported'),
  }[asked.kind].find(({ id }) => id === asked.item);
  if (!known) throw new Refusal('bad-input', { where: 'item' });
  const read = asked.kind === 'reading';
  // What happened happened a whole number of times.
  const fits = read ? readingFits(rules, asked) : Number.isInteger(asked.times);
  if (!fits || (!read && asked.times === 0)) throw new Refusal('bad-input', { where: 'times' });
  // A figure without its source is nobody's.
  if (read && asked.note === '') throw new Refusal('bad-input', { where: 'note' });
  const [subject, photo] = await db.batch<unknown>([
    placeOf(db, at),
    db.prepare('SELECT id FROM media WHERE id = ?1 AND form = ?2').bind(asked.photo ?? '', row.id),
  ]);
  const of = subject?.results[0] as Place | undefined;
  if (!of) throw new Refusal('not-found');
  const shown = photo?.results[0] !== undefined;
  if ((asked.photo !== undefined && !shown) || ('photo' in known && known.photo && !shown))
    throw new Refusal('photo-needed');
  const id = newId();
  const detail = { of: of.name, item: known.title, times: asked.times };
  await actIn(call, row, { act: 'evaluation.finding', path: of.path, detail }, [
    record(call, { ...at, ...asked, id }),
  ]);
  return { id };
}

/** SQL that takes findings off; ?3 is a list of their ids. */
export const strike = (
  db: D1Database,
  at: { evaluation: string; subject: string; ids: readonly string[] },
  { by, now, reason }: { by: string; now: number; reason: string },
) =>
  db
    .prepare(
      `UPDATE evaluation_finding SET struck_at = ?4, struck_by = ?5, struck_reason = ?6
       WHERE evaluation = ?1 AND subject = ?2 AND id IN (SELECT value FROM json_each(?3)) AND struck_at IS NULL`,
    )
    .bind(at.evaluation, at.subject, JSON.stringify(at.ids), now, by, reason);

/**
 * Once the result is out, whoever recorded a finding knows what taking it off would do, so somebody else does; and after the
 * time to appeal only the decision of an appeal that was made in time.
 */
export const mayStrike = (
  { state, appeals_until }: EvaluationRow,
  foundBy: string,
  { now, actor }: Pick<StaffCall, 'now' | 'actor'>,
): boolean =>
  state === 'rating' || (state === 'provisional' && now < (appeals_until ?? 0) && foundBy !== actor.id);

/** @throws Refusal evaluation-stage, appeals-over, appeal-own, not-found for one that is off already */
export async function strikeFinding(
  call: StaffCall,
  at: { evaluation: string; finding: string },
  { reason }: Body<typeof strikeContract>,
): Promise<void> {
  const { db, now, actor } = call;
  const row = await readEvaluation(db, at.evaluation);
  mustBe(row, 'rating', 'provisional');
  const found = await db
    .prepare(
      `SELECT f.subject, f.found_by, o.path, o.name || o.person AS name FROM evaluation_finding f
       JOIN evaluation_subject o ON o.evaluation = f.evaluation AND o.id = f.subject
       WHERE f.evaluation = ?1 AND f.id = ?2 AND f.struck_at IS NULL`,
    )
    .bind(at.evaluation, at.finding)
    .first<{ subject: string; found_by: string; path: string; name: string }>();
  if (!found) throw new Refusal('not-found');
  if (!mayStrike(row, found.found_by, call))
    throw new Refusal(now >= (row.appeals_until ?? 0) ? 'appeals-over' : 'appeal-own');
  const { subject, path, name } = found;
  await actIn(call, row, { act: 'evaluation.strike', path, detail: { of: name, reason } }, [
    strike(db, { evaluation: row.id, subject, ids: [at.finding] }, { by: actor.id, now, reason }),
  ]);
}
