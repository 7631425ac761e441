// The SQL that the acts of evaluations share: the evaluation itself, who is rated, and the guard that changes stand behind.
import type { Evaluation, EvaluationSubject } from '../../schema/api/evaluation-shapes.ts';
import type { Rules } from '../../schema/evaluations/scheme.ts';
import type { EvaluationState } from '../../schema/evaluations/stages.ts';
import { type Entry, record } from '../audit/record.ts';
import type { Actor, StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';

export interface EvaluationRow {
  id: string;
  unit: string;
  unit_kind: string;
  unit_name: string;
  path: string;
  title: string;
  period: string;
  words: string;
  post: string;
  rules: string;
  rules_sha256: string;
  version: number;
  state: EvaluationState;
  closes_at: number;
  appeal_days: number;
  appeals_until: number | null;
  line: string | null;
  roll: string | null;
  campaign: string | null;
  seed: string;
  each: number;
  decided: string;
  decided_words: string;
  result: string | null;
  result_sha256: string | null;
  posted: string | null;
  posted_sha256: string | null;
  posted_at: number | null;
  opened_at: number | null;
  final_at: number | null;
  reason: string;
  organiser: string;
  phone: string;
  previous: string | null;
  subjects: number;
  rev: number;
}

export const evaluations = `SELECT e.*, u.kind AS unit_kind, u.name AS unit_name, u.path,
    (SELECT count(*) FROM evaluation_subject o WHERE o.evaluation = e.id) AS subjects
  FROM evaluation e JOIN unit u ON u.id = e.unit`;

/** @throws Refusal not-found */
export async function readEvaluation(db: D1Database, id: string): Promise<EvaluationRow> {
  const row = await db.prepare(`${evaluations} WHERE e.id = ?1`).bind(id).first<EvaluationRow>();
  if (!row) throw new Refusal('not-found');
  return row;
}

export const rulesOf = ({ rules }: Pick<EvaluationRow, 'rules'>) => JSON.parse(rules) as Rules;
export const decidedOf = ({ decided }: EvaluationRow) => JSON.parse(decided) as string[];

export const keeps = (actor: Actor, { path }: Pick<EvaluationRow, 'path'>): boolean =>
  covers(actor, path, ['admin', 'editor']);

export const evaluationOf = (row: EvaluationRow, actor: Actor): Evaluation => ({
  id: row.id,
  unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
  title: row.title,
  period: row.period,
  words: row.words,
  post: row.post,
  rules: rulesOf(row),
  closesAt: row.closes_at,
  appealDays: row.appeal_days,
  organiser: row.organiser,
  phone: row.phone,
  roll: row.roll,
  campaign: row.campaign,
  seed: row.seed,
  each: row.each,
  version: row.version,
  rulesSha256: row.rules_sha256,
  state: row.state,
  openedAt: row.opened_at,
  appealsUntil: row.appeals_until,
  finalAt: row.final_at,
  resultSha256: row.result_sha256,
  posted:
    row.posted_at === null || row.posted_sha256 === null
      ? null
      : { sha256: row.posted_sha256, at: row.posted_at },
  decided: decidedOf(row),
  decidedWords: row.decided_words,
  reason: row.reason,
  previous: row.previous,
  subjects: row.subjects,
  rev: row.rev,
  keeps: keeps(actor, row),
});

export interface SubjectRow extends EvaluationSubject {
  path: string;
}
export const subjectOf = ({ id, unit, name, above, person }: SubjectRow): EvaluationSubject => ({
  id,
  unit,
  name,
  above,
  person,
});

/** In administrative order. */
export const subjectsOf = (db: D1Database, evaluation: string) =>
  db
    .prepare(
      'SELECT id, unit, path, name, above, person FROM evaluation_subject WHERE evaluation = ?1 ORDER BY position, id',
    )
    .bind(evaluation);

/** Where a subject lies, and what the record calls it. */
export interface Place {
  path: string;
  name: string;
}
export const placeOf = (db: D1Database, at: { evaluation: string; subject: string }) =>
  db
    .prepare('SELECT path, name || person AS name FROM evaluation_subject WHERE evaluation = ?1 AND id = ?2')
    .bind(at.evaluation, at.subject);

/** Says that the result, or what it rests on, is another now: a step that was computed before is not taken. */
const touch = (db: D1Database, id: string) =>
  db.prepare('UPDATE evaluation SET rev = rev + 1 WHERE id = ?1').bind(id);

interface About extends Pick<Entry, 'act' | 'detail'> {
  path?: string;
  /** nothing happens unless this is still its revision */
  rev?: number;
}

/**
 * Runs statements in the state that was read, with their entry, as one batch. The first statement stops all of them by
 * breaking a NOT NULL where the evaluation has moved on, so that the others need no guard of their own.
 * @throws Refusal stale (at another revision than the caller's), evaluation-stage (in another state)
 */
export async function actIn(
  { db, now, actor }: StaffCall,
  row: EvaluationRow,
  { act, path = row.path, detail, rev }: About,
  statements: readonly D1PreparedStatement[],
): Promise<void> {
  const hold = db
    .prepare(
      `UPDATE evaluation SET rev = CASE WHEN state = ?2 AND rev = coalesce(?3, rev) THEN rev END WHERE id = ?1`,
    )
    .bind(row.id, row.state, rev ?? null);
  const entry = { at: now, actor: actor.id, act, target: row.id, path };
  const audited = record(db, { ...entry, detail: { title: row.title, ...detail } });
  try {
    await db.batch([hold, audited, ...statements, touch(db, row.id)]);
  } catch (thrown) {
    const after = await readEvaluation(db, row.id);
    if (rev !== undefined && after.rev !== rev)
      throw new Refusal('stale', {}, { current: evaluationOf(after, actor) });
    if (after.state !== row.state) throw new Refusal('evaluation-stage');
    throw thrown;
  }
}

/** @throws Refusal evaluation-stage unless it is in one of these states */
export function mustBe(row: EvaluationRow, ...states: EvaluationState[]): void {
  if (!states.includes(row.state)) throw new Refusal('evaluation-stage');
}

/** @throws Refusal stale */
export function mustStandAt(row: EvaluationRow, rev: number, actor: Actor): void {
  if (row.rev !== rev) throw new Refusal('stale', {}, { current: evaluationOf(row, actor) });
}
