// Evaluations as staff find them: the list, one of them, its board, and one subject with what was said of it.
import type { Output } from '../../schema/api/endpoint.ts';
import type { getEvaluationSubject as subjectContract } from '../../schema/api/evaluation-subjects.ts';
import type {
  getEvaluationBoard as boardContract,
  getEvaluation as getContract,
  listEvaluations as listContract,
  getEvaluationResult as resultContract,
} from '../../schema/api/evaluations.ts';
import { tidyName } from '../../schema/elections/person.ts';
import type { AppealEffect } from '../../schema/evaluations/decision.ts';
import type { GroupKind } from '../../schema/evaluations/scheme.ts';
import { indicatorsOf } from '../../schema/evaluations/score.ts';
import type { appealKinds, appealStates, findingKinds } from '../../schema/evaluations/stages.ts';
import { tellsCriteria, toldLine } from '../../schema/evaluations/told.ts';
import { branchesOf } from '../elections/store.ts';
import type { StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { concerns } from './appeals.ts';
import { compute, computeOne } from './compute.ts';
import { mayStrike } from './findings.ts';
import {
  type EvaluationRow,
  evaluationOf,
  evaluations,
  keeps,
  mustBe,
  readEvaluation,
  rulesOf,
  type SubjectRow,
  subjectOf,
  subjectsOf,
} from './store.ts';

const listed = 100;

export async function listEvaluations({ db, actor }: StaffCall): Promise<Output<typeof listContract>> {
  const { results } = await db
    .prepare(
      `SELECT x.*, (SELECT count(*) FROM evaluation_appeal a WHERE a.evaluation = x.id AND a.state = 'open'
         AND NOT ${concerns('?2', '?3')}) AS appeals
       FROM (${evaluations}) x WHERE EXISTS (SELECT 1 FROM json_each(?1) g WHERE instr(x.path, g.value) = 1
         OR EXISTS (SELECT 1 FROM evaluation_subject o WHERE o.evaluation = x.id
           AND o.path >= g.value AND o.path < substr(g.value, 1, length(g.value) - 1) || '0'))
       ORDER BY x.created_at DESC, x.id LIMIT ${listed}`,
    )
    .bind(JSON.stringify(branchesOf(actor)), actor.id, tidyName(actor.name))
    .all<EvaluationRow & { appeals: number }>();
  return {
    evaluations: results.map((row) => ({
      id: row.id,
      unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
      title: row.title,
      period: row.period,
      state: row.state,
      closesAt: row.closes_at,
      appealsUntil: row.appeals_until,
      subjects: row.subjects,
      appeals: row.appeals,
    })),
  };
}

const isShown = ({ state }: EvaluationRow): boolean => state === 'provisional' || state === 'final';

export async function getEvaluation(
  { db, actor }: StaffCall,
  id: string,
): Promise<Output<typeof getContract>> {
  const row = await readEvaluation(db, id);
  const { results } = await subjectsOf(db, id).all<SubjectRow>();
  const own = results.filter(({ path }) => covers(actor, path));
  const ids = new Set(own.map((one) => one.id));
  const whole = covers(actor, row.path, ['admin', 'editor', 'leader']);
  const lines = isShown(row) && !whole ? (await compute(db, row)).lines : [];
  return {
    evaluation: evaluationOf(row, actor),
    subjects: own.map(subjectOf),
    lines: lines.flatMap((line) => (ids.has(line.id) ? [toldLine(rulesOf(row), line)] : [])),
  };
}

/** @throws Refusal evaluation-stage while marking runs */
export async function getEvaluationBoard(
  { db, actor }: StaffCall,
  id: string,
): Promise<Output<typeof boardContract>> {
  const row = await readEvaluation(db, id);
  mustBe(row, 'provisional', 'final');
  const [board, { results }] = await Promise.all([
    compute(db, row),
    db
      .prepare(
        `SELECT a.id FROM evaluation_appeal a WHERE a.evaluation = ?1 AND a.state = 'open' AND ${concerns('?2', '?3')}`,
      )
      .bind(id, actor.id, tidyName(actor.name))
      .all<{ id: string }>(),
  ]);
  return { ...board, notYours: results.map((one) => one.id) };
}

/** @throws Refusal evaluation-stage before it is final */
export async function getEvaluationResult(
  { db }: StaffCall,
  id: string,
): Promise<Output<typeof resultContract>> {
  const row = await readEvaluation(db, id);
  if (row.result === null || row.result_sha256 === null) throw new Refusal('evaluation-stage');
  return { text: row.result, sha256: row.result_sha256 };
}

interface FindingRow {
  id: string;
  kind: (typeof findingKinds)[number];
  item: string;
  times: number;
  note: string;
  photo: string | null;
  by: string;
  at: number;
  found_by: string;
  struck_at: number | null;
  struck_reason: string;
}
interface RaterRow {
  id: string;
  grp: GroupKind;
  name: string;
  marks: string;
  at: number;
  left_out: string | null;
  was: string;
}
interface AppealRow {
  id: string;
  kind: (typeof appealKinds)[number];
  words: string;
  said_by: string;
  at: number;
  state: (typeof appealStates)[number];
  answer: string;
  decided_at: number | null;
  changed: number;
  effect: AppealEffect | null;
  own: number;
}

export async function getEvaluationSubject(
  { db, now, actor }: StaffCall,
  at: { evaluation: string; subject: string },
): Promise<Output<typeof subjectContract>> {
  const row = await readEvaluation(db, at.evaluation);
  const [subjects, findings, appeals, raters] = await db.batch<unknown>([
    db
      .prepare('SELECT * FROM evaluation_subject WHERE evaluation = ?1 AND id = ?2')
      .bind(at.evaluation, at.subject),
    db
      .prepare(
        `SELECT f.*, coalesce(f.reading, f.times) AS times, s.name AS "by" FROM evaluation_finding f JOIN staff s ON s.id = f.found_by
         WHERE f.evaluation = ?1 AND f.subject = ?2 ORDER BY f.at, f.id`,
      )
      .bind(at.evaluation, at.subject),
    db
      .prepare(
        `SELECT a.*, ${concerns('?3', '?4')} AS own FROM evaluation_appeal a
         WHERE a.evaluation = ?1 AND a.subject = ?2 ORDER BY a.at, a.id`,
      )
      .bind(at.evaluation, at.subject, actor.id, tidyName(actor.name)),
    db
      .prepare(
        `SELECT r.id, m.grp, r.name, m.marks, m.at, m.left_out, m.was FROM evaluation_mark m
         JOIN evaluation_rater r ON r.evaluation = m.evaluation AND r.id = m.rater
         WHERE m.evaluation = ?1 AND m.subject = ?2 AND m.grp <> 'residents' ORDER BY m.grp, r.created_at, r.id`,
      )
      .bind(at.evaluation, at.subject),
  ]);
  const subject = subjects?.results[0] as SubjectRow | undefined;
  const shown = isShown(row);
  const computed = shown ? await computeOne(db, row, at.subject) : undefined;
  if (!subject) throw new Refusal('not-found');
  const steers = keeps(actor, row);
  // Whoever has the board of all decides by it; the own area has what tells of no household.
  const whole = covers(actor, row.path, ['admin', 'editor', 'leader']);
  const line = computed && (whole ? computed.line : toldLine(computed.rules, computed.line));
  return {
    evaluation: evaluationOf(row, actor),
    subject: subjectOf(subject),
    line: line ?? null,
    middles: line
      ? computed.rules.groups.map(({ id }) => {
          // Marks of a group without a score count nothing, and are nobody's to see one by one.
          const scored =
            computed.line.groups.some((group) => group.id === id && group.score !== null) &&
            (whole || tellsCriteria(computed.rules, line, id));
          return {
            id,
            marks: indicatorsOf(computed.rules, id, scored ? (computed.rated.marks[id] ?? []) : []),
          };
        })
      : [],
    raters:
      steers && shown
        ? ((raters?.results ?? []) as RaterRow[]).map(({ grp, marks, left_out, was, ...one }) => ({
            ...one,
            group: grp,
            marks: JSON.parse(marks) as (number | null)[],
            was: (JSON.parse(was) as { marks: (number | null)[] }[]).map(({ marks }) => marks),
            leftOut: left_out !== null,
          }))
        : [],
    findings: ((findings?.results ?? []) as FindingRow[]).map((one) => ({
      id: one.id,
      kind: one.kind,
      item: one.item,
      times: one.times,
      note: one.note,
      photo: one.photo,
      by: one.by,
      at: one.at,
      strikes: steers && one.struck_at === null && mayStrike(row, one.found_by, { now, actor }),
      struckAt: one.struck_at,
      struckReason: one.struck_reason,
    })),
    appeals: ((appeals?.results ?? []) as AppealRow[]).map((one) => ({
      id: one.id,
      kind: one.kind,
      words: one.words,
      saidBy: one.said_by,
      at: one.at,
      state: one.state,
      answer: one.answer,
      decidedAt: one.decided_at,
      changed: one.changed,
      effect: one.effect,
      own: one.own === 1,
    })),
    speaks:
      row.state === 'provisional' &&
      now < (row.appeals_until ?? 0) &&
      covers(actor, subject.path, ['admin', 'editor']),
  };
}
