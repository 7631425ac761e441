// The right of reply: a subject's branch answers or objects to the provisional result within the time for it, somebody else
// decides, and what was decided stands on record. And the order of those whom nothing tells apart.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type { Evaluation } from '../../schema/api/evaluation-shapes.ts';
import type {
  addAppeal as addContract,
  decideAppeal as decideContract,
} from '../../schema/api/evaluation-subjects.ts';
import type { decideTies as tiesContract } from '../../schema/api/evaluations.ts';
import type { evaluation_appeal } from '../../schema/db/evaluation-tables.ts';
import { tidyName } from '../../schema/elections/person.ts';
import {
  changesOf,
  type Decision,
  effectOf,
  type Stored,
  standingAfter,
  struckBy,
} from '../../schema/evaluations/decision.ts';
import { groupKinds, marksFit, type Rules } from '../../schema/evaluations/scheme.ts';
import { lineOf } from '../../schema/evaluations/score.ts';
import { insert } from '../db/insert.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { compute, computeOne } from './compute.ts';
import { readingFits, record, strike } from './findings.ts';
import {
  actIn,
  decidedOf,
  evaluationOf,
  mustBe,
  mustStandAt,
  type Place,
  placeOf,
  readEvaluation,
} from './store.ts';

/** @throws Refusal evaluation-stage, appeals-over, not-found */
export async function addAppeal(
  call: StaffCall,
  at: { evaluation: string; subject: string },
  { kind, words, saidBy }: Body<typeof addContract>,
): Promise<Output<typeof addContract>> {
  const { db, now, actor } = call;
  const row = await readEvaluation(db, at.evaluation);
  if (row.state === 'final') throw new Refusal('appeals-over');
  mustBe(row, 'provisional');
  if (now >= (row.appeals_until ?? 0)) throw new Refusal('appeals-over');
  const subject = await placeOf(db, at).first<Place>();
  if (!subject) throw new Refusal('not-found');
  const id = newId();
  const { path, name } = subject;
  await actIn(call, row, { act: 'evaluation.appeal', path, detail: { of: name, kind } }, [
    insert<typeof evaluation_appeal>(db, 'evaluation_appeal', {
      evaluation: row.id,
      id,
      subject: at.subject,
      kind,
      words,
      said_by: saidBy,
      entered_by: actor.id,
      at: now,
      state: kind === 'object' ? 'open' : 'noted',
    }),
  ]);
  return { id };
}

/**
 * SQL: appeal `a` is of this member of staff, or of what they recorded of its subject, taken off or not, or marked: by the
 * name that a rater with a link goes by, which is all that is known of one.
 */
export const concerns = (
  staff: string,
  name: string,
) => `(a.entered_by = ${staff} OR EXISTS (SELECT 1 FROM evaluation_finding f
    WHERE f.evaluation = a.evaluation AND f.subject = a.subject AND f.found_by = ${staff})
  OR EXISTS (SELECT 1 FROM evaluation_mark m JOIN evaluation_rater r ON r.evaluation = m.evaluation AND r.id = m.rater
    WHERE m.evaluation = a.evaluation AND m.subject = a.subject AND m.grp <> 'residents' AND r.name = ${name}))`;

/** Where a decision names what does not stand of the subject, or what could not have been recorded or marked. */
function faultOf(rules: Rules, one: Stored, decision: Decision): string | undefined {
  const { strike, leaveOut, reading, marks: right } = decision;
  const lists = groupKinds.flatMap((group) =>
    (one.raters[group] ?? []).map((rater, at) => ({ group, rater, list: one.marks[group]?.[at] ?? [] })),
  );
  const known = [...lists, ...one.found].map((each) => ('id' in each ? each.id : each.rater));
  if (![...strike, ...leaveOut].every((id) => known.includes(id))) return 'strike';
  if (reading && !readingFits(rules, reading)) return 'reading';
  const fits = ({ group, rater, list }: (typeof lists)[number]) =>
    rater === right?.rater &&
    !leaveOut.includes(rater) &&
    marksFit(rules, group, right.marks) &&
    // Marks are put right, and not taken away: for that they are left out, with their rater.
    list.every((mark, at) => mark === null || right.marks[at] !== null);
  return right && !lists.some(fits) ? 'marks' : undefined;
}

/**
 * @throws Refusal evaluation-stage, appeal-own, appeal-decided, not-found, bad-input for what does not stand, for a refusal
 * that changes something, or for want of a reason or a source
 */
export async function decideAppeal(
  call: StaffCall,
  at: { evaluation: string; appeal: string },
  asked: Body<typeof decideContract>,
): Promise<Output<typeof decideContract>> {
  const { db, now, actor } = call;
  const { state, answer, reading, marks: right } = asked;
  const decision = { ...asked, leaveOut: asked.leaveOut ?? [] };
  const { leaveOut } = decision;
  const row = await readEvaluation(db, at.evaluation);
  mustBe(row, 'provisional');
  const appeal = await db
    .prepare(
      `SELECT a.subject, a.state, ${concerns('?3', '?4')} AS own, o.path, o.name || o.person AS name FROM evaluation_appeal a
       JOIN evaluation_subject o ON o.evaluation = a.evaluation AND o.id = a.subject WHERE a.evaluation = ?1 AND a.id = ?2`,
    )
    .bind(at.evaluation, at.appeal, actor.id, tidyName(actor.name))
    .first<{ subject: string; state: string; own: number; path: string; name: string }>();
  if (!appeal) throw new Refusal('not-found');
  if (appeal.state !== 'open') throw new Refusal('appeal-decided');
  if (appeal.own === 1) throw new Refusal('appeal-own');
  const { path, name, subject } = appeal;
  const changed = changesOf(decision);
  const { rules, rated, line: before } = await computeOne(db, row, subject);
  const unsaid = answer === '' ? 'answer' : reading?.note === '' ? 'note' : undefined;
  const where =
    (state === 'refused' && changed > 0 ? 'strike' : faultOf(rules, rated, decision)) ??
    (asked.dryRun ? undefined : unsaid);
  if (where) throw new Refusal('bad-input', { where });
  const result = { before, after: lineOf(rules, standingAfter(rated, decision)) };
  if (asked.dryRun) return result;
  const struck = struckBy(decision, rated.found);
  const detail = { of: name, state, struck: struck.length, leftOut: leaveOut.length, changed };
  // At the revision that was read: two who decide at once would both have found it open.
  await actIn(call, row, { act: 'evaluation.decision', path, rev: row.rev, detail }, [
    db
      .prepare(
        `UPDATE evaluation_appeal SET state = ?3, answer = ?4, decided_by = ?5, decided_at = ?6, changed = ?7, effect = ?8
         WHERE evaluation = ?1 AND id = ?2`,
      )
      .bind(row.id, at.appeal, state, answer, actor.id, now, changed, effectOf(before, result.after)),
    strike(db, { evaluation: row.id, subject, ids: struck }, { by: actor.id, now, reason: answer }),
    db
      .prepare(
        `UPDATE evaluation_mark SET left_out = ?3 WHERE evaluation = ?1 AND subject = ?2 AND grp <> 'residents'
           AND rater IN (SELECT value FROM json_each(?4))`,
      )
      .bind(row.id, subject, at.appeal, JSON.stringify(leaveOut)),
    db
      .prepare(
        `UPDATE evaluation_mark SET was = json_insert(was, '$[#]', json_object('appeal', ?3, 'marks', json(marks))),
           marks = ?5, rev = rev + 1 WHERE evaluation = ?1 AND subject = ?2 AND grp <> 'residents' AND rater = ?4`,
      )
      .bind(row.id, subject, at.appeal, right?.rater ?? '', JSON.stringify(right?.marks ?? null)),
    ...(reading ? [record(call, { evaluation: row.id, subject, kind: 'reading', ...reading })] : []),
  ]);
  return result;
}

/** @throws Refusal stale, evaluation-stage, bad-input for an order of others than the equal ones */
export async function decideTies(
  call: StaffCall,
  id: string,
  { rev, order, words }: Body<typeof tiesContract>,
): Promise<Evaluation> {
  const { db, actor } = call;
  const row = await readEvaluation(db, id);
  mustStandAt(row, rev, actor);
  mustBe(row, 'provisional');
  const { awards } = await compute(db, row);
  const open = awards.find((one) => one.state === 'undecided');
  const equal = new Set(open?.state === 'undecided' ? open.among : []);
  const known = new Set(order);
  if (equal.size === 0 || known.size !== equal.size || !order.every((one) => equal.has(one)))
    throw new Refusal('bad-input', { where: 'order' });
  const decided = [...decidedOf(row).filter((one) => !known.has(one)), ...order];
  await actIn(call, row, { act: 'evaluation.ties', rev, detail: { words } }, [
    db
      .prepare('UPDATE evaluation SET decided = ?2, decided_words = ?3 WHERE id = ?1')
      .bind(id, JSON.stringify(decided), words),
  ]);
  return evaluationOf(await readEvaluation(db, id), actor);
}
