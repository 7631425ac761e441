// An evaluation is led through its stages. Opening freezes rules and roll and writes down who rates whom; ending the marking
// parts marks from households and gives each branch its time to answer; the final result is frozen as one text with its check code.
import type { Body } from '../../schema/api/endpoint.ts';
import type { Evaluation, FrozenResult } from '../../schema/api/evaluation-shapes.ts';
import type { stepEvaluation as contract } from '../../schema/api/evaluations.ts';
import { drawsUnstated, ruleFaults } from '../../schema/evaluations/scheme.ts';
import { nextState, type StepFault } from '../../schema/evaluations/stages.ts';
import { doorKey } from '../../schema/rolls/doors.ts';
import { chunks } from '../db/chunks.ts';
import { sha256 } from '../db/hash.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { newestRoll } from '../rolls/store.ts';
import { compute } from './compute.ts';
import { pairsOf } from './pairs.ts';
import { actIn, type EvaluationRow, evaluationOf, mustStandAt, readEvaluation, rulesOf } from './store.ts';
import { ownHome, placeSubjects } from './subjects.ts';

const acts = {
  rating: 'evaluation.open',
  provisional: 'evaluation.provisional',
  final: 'evaluation.final',
  cancelled: 'evaluation.cancel',
} as const;

/** @throws Refusal stale, evaluation-stage for a step that does not follow, evaluation-not-ready with the faults */
export async function stepEvaluation(
  call: StaffCall,
  id: string,
  { rev, to, reason = '', homes = [] }: Body<typeof contract>,
): Promise<Evaluation> {
  const { db, actor } = call;
  const row = await readEvaluation(db, id);
  mustStandAt(row, rev, actor);
  const cancels = to === 'cancelled' && row.state in nextState && reason !== '';
  if (to === 'draft' || (!cancels && (!(row.state in nextState) || nextState[row.state as 'draft'] !== to)))
    throw new Refusal('evaluation-stage');
  await actIn(
    call,
    row,
    {
      act: acts[to],
      rev,
      ...(cancels && { detail: { reason } }),
      ...(homes.length > 0 && { detail: { away: homes.filter(({ door }) => door === '').length } }),
    },
    await statementsOf(call, row, to, { reason, homes }),
  );
  return evaluationOf(await readEvaluation(db, id), actor);
}

type Homes = NonNullable<Body<typeof contract>['homes']>;

const mustBeReady = (
  faults: readonly StepFault[],
  people: readonly { id: string; person: string }[] = [],
) => {
  if (faults.length > 0) throw new Refusal('evaluation-not-ready', {}, { faults, people });
};

function statementsOf(
  call: StaffCall,
  row: EvaluationRow,
  to: keyof typeof acts,
  { reason, homes }: { reason: string; homes: Homes },
): Promise<D1PreparedStatement[]> | D1PreparedStatement[] {
  const { db, now } = call;
  if (to === 'rating') return opening(call, row, homes);
  if (to === 'final') return finishing(call, row);
  if (to === 'provisional') {
    // The end of the marking was told to everybody who marks.
    mustBeReady(row.closes_at > now ? ['marking'] : []);
    return [
      forgetHouseholds(db, row.id, now),
      db
        .prepare("UPDATE evaluation SET state = 'provisional', appeals_until = ?2 WHERE id = ?1")
        .bind(row.id, now + row.appeal_days * 86_400_000),
    ];
  }
  return [
    forgetHouseholds(db, row.id, now),
    db.prepare("UPDATE evaluation SET state = 'cancelled', reason = ?2 WHERE id = ?1").bind(row.id, reason),
  ];
}

/** SQL: marks of households stay, and nothing says any more whose they are, nor by when they were given. */
const forgetHouseholds = (db: D1Database, id: string, now: number) =>
  db
    .prepare(
      `UPDATE evaluation_mark SET rater = lower(hex(randomblob(8))), at = ?2, rev = 1
       WHERE evaluation = ?1 AND grp = 'residents'`,
    )
    .bind(id, now);

/** Words that name no door: none of the roll is written so. */
const noDoor = '?';

async function opening(
  { db, now }: StaffCall,
  row: EvaluationRow,
  homes: Homes,
): Promise<D1PreparedStatement[]> {
  const rules = rulesOf(row);
  const doors = JSON.stringify(
    homes.map(({ subject, door }) => [subject, door === '' ? '' : doorKey(door) || noDoor]),
  );
  const said = '(SELECT j.value ->> 1 FROM json_each(?2) j WHERE j.value ->> 0 = o.id)';
  const { rated, pairs, homes: households } = await pairsOf(db, row);
  const places = await placeSubjects(db, { evaluation: row.id, unit: row.unit, path: row.path }, rated);
  // Whoever is rated is not rated by their own household, so the roll has to tell which it is, or somebody that it has none.
  const untold = await db
    .prepare(
      `SELECT o.id, o.person FROM evaluation_subject o WHERE o.evaluation = ?1 AND o.person <> '' AND ?3 IS NOT NULL
         AND coalesce(${said}, 'untold') <> '' AND NOT EXISTS (SELECT 1 FROM unit u
           CROSS JOIN unit b ON b.path >= u.path AND b.path < substr(u.path, 1, length(u.path) - 1) || '0'
           CROSS JOIN roll_entry h ON h.roll = ${newestRoll('?3')} AND h.unit = b.id
           WHERE u.id = o.unit AND h.struck_at IS NULL
             AND ${ownHome(`coalesce(${said}, o.door)`)}) ORDER BY o.position, o.id`,
    )
    .bind(row.id, doors, row.line)
    .all<{ id: string; person: string }>();
  const asksHomes = rules.groups.some(({ id }) => id === 'residents');
  const people = asksHomes ? untold.results : [];
  const there = new Set(pairs.map(({ group }) => group));
  const counts = rules.groups.filter(({ weight }) => weight > 0);
  const faults: [StepFault, boolean][] = [
    ['rules', ruleFaults(rules).length > 0],
    ['no-subjects', rated.length === 0],
    ['gone', places.gone.length > 0],
    ['no-raters', counts.some(({ id }) => id !== 'residents' && !there.has(id))],
    ['no-roll', counts.some(({ id }) => id === 'residents') && row.line === null],
    ['no-seed', drawsUnstated(rules, row)],
    ['closes', row.closes_at <= now],
    ['homes', people.length > 0],
  ];
  mustBeReady(
    faults.flatMap(([fault, is]) => (is ? [fault] : [])),
    people,
  );
  return [
    ...places.statements,
    ...chunks([
      ...pairs.map(({ rater, subject }) => [rater, subject]),
      ...(asksHomes ? households : []).map(({ unit, subject }) => [unit, subject]),
    ]).map((part) =>
      db
        .prepare(
          `INSERT INTO evaluation_assignment (evaluation, rater, subject)
           SELECT ?1, j.value ->> 0, j.value ->> 1 FROM json_each(?2) j`,
        )
        .bind(row.id, JSON.stringify(part)),
    ),
    db
      .prepare(
        `UPDATE evaluation_subject AS o SET door = ${said} WHERE evaluation = ?1 AND ${said} IS NOT NULL`,
      )
      .bind(row.id, doors),
    db
      .prepare(
        `UPDATE evaluation AS e SET state = 'rating', opened_at = ?2, roll = ${newestRoll('e.line')} WHERE id = ?1`,
      )
      .bind(row.id, now),
  ];
}

async function finishing({ db, now }: StaffCall, row: EvaluationRow): Promise<D1PreparedStatement[]> {
  const { popularity: _, ...board } = await compute(db, row);
  const faults: [StepFault, boolean][] = [
    ['window', (row.appeals_until ?? 0) > now],
    ['appeals', board.appeals.some(({ state }) => state === 'open')],
    ['ties', board.awards.some(({ state }) => state !== 'given')],
  ];
  mustBeReady(faults.flatMap(([fault, is]) => (is ? [fault] : [])));
  const result: FrozenResult = { at: now, rules: row.rules_sha256, ...board };
  const text = JSON.stringify(result);
  return [
    db
      .prepare(
        "UPDATE evaluation SET state = 'final', final_at = ?2, result = ?3, result_sha256 = ?4 WHERE id = ?1",
      )
      .bind(row.id, now, text, await sha256(text)),
  ];
}
