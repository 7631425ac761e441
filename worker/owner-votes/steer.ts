// A vote of owners prepared and led through its steps. With the notice the roll, the heads and what is asked are frozen;
// who is not served with a matter cannot be asked it.
import type { Body } from '../../schema/api/endpoint.ts';
import type {
  createOwnerVote as createContract,
  OwnerVote,
  stepOwnerVote as stepContract,
  updateOwnerVote as updateContract,
} from '../../schema/api/owner-votes.ts';
import { placeDay } from '../../schema/day.ts';
import type { owner_vote } from '../../schema/db/tables.ts';
import { noticeDaysUsual, noticeFaults, phaseOf } from '../../schema/elections/owner-vote.ts';
import { record, recordWhere } from '../audit/record.ts';
import { insert } from '../db/insert.ts';
import { newId } from '../db/random.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { headSql, newestRoll, readRoll } from '../rolls/store.ts';
import { closeVote } from './count.ts';
import { doubtsBefore } from './doubts.ts';
import { readVote, type VoteRow, voteOf } from './store.ts';

/** @throws Refusal owners-roll, window-wrong */
export async function createOwnerVote(
  { db, now, actor }: StaffCall,
  id: string,
  asked: Body<typeof createContract>,
): Promise<OwnerVote> {
  const roll = await readRoll(db, id);
  if (roll.kind !== 'owner' || roll.state !== 'frozen') throw new Refusal('owners-roll');
  if (asked.closesAt <= asked.opensAt) throw new Refusal('window-wrong');
  const vote = newId();
  await db.batch([
    insert<typeof owner_vote>(db, 'owner_vote', {
      id: vote,
      unit: roll.unit,
      title: asked.title,
      line: roll.line,
      roll: id,
      matters: '[]',
      state: 'preparing',
      opens_at: asked.opensAt,
      closes_at: asked.closesAt,
      notice_days: noticeDaysUsual,
      organiser: asked.organiser,
      phone: asked.phone,
      created_by: actor.id,
      created_at: now,
    }),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'owners.create',
      target: vote,
      path: roll.path,
      detail: { title: asked.title },
    }),
  ]);
  return voteOf(await readVote(db, vote));
}

/** @throws Refusal stale, vote-frozen, window-wrong, bad-input for two matters of one id */
export async function updateOwnerVote(
  { db, now, actor }: StaffCall,
  id: string,
  { rev, ...asked }: Body<typeof updateContract>,
): Promise<OwnerVote> {
  const row = await readVote(db, id);
  const old = voteOf(row);
  if (old.rev !== rev) throw new Refusal('stale', {}, { current: old });
  if (old.state !== 'preparing') throw new Refusal('vote-frozen');
  const title = asked.title ?? old.title;
  const opensAt = asked.opensAt ?? old.opensAt;
  const closesAt = asked.closesAt ?? old.closesAt;
  const matters = asked.matters ?? old.matters;
  const silence = asked.silence === undefined ? old.silence : asked.silence;
  if (closesAt <= opensAt) throw new Refusal('window-wrong');
  if (new Set(matters.map((one) => one.id)).size !== matters.length)
    throw new Refusal('bad-input', { where: 'matters' });
  const entry = {
    at: now,
    actor: actor.id,
    act: 'owners.update',
    target: id,
    path: row.path,
    detail: { title },
  };
  const [, changed] = await db.batch([
    recordWhere(db, entry, preparing('?7', '?8'), [id, rev]),
    db
      .prepare(
        `UPDATE owner_vote SET title = ?3, words = ?4, opens_at = ?5, closes_at = ?6, notice_days = ?7, organiser = ?8,
           phone = ?9, official = ?10, silence = ?11, named = ?12, matters = ?13, notice_ground = ?14, rev = rev + 1
         WHERE id = ?1 AND rev = ?2 AND state = 'preparing'`,
      )
      .bind(
        id,
        rev,
        title,
        asked.words ?? old.words,
        opensAt,
        closesAt,
        asked.noticeDays ?? old.noticeDays,
        asked.organiser ?? old.organiser,
        asked.phone ?? old.phone,
        asked.official ?? old.official,
        silence && JSON.stringify(silence),
        asked.named ?? old.named,
        JSON.stringify(matters),
        asked.noticeGround ?? old.noticeGround,
      ),
  ]);
  const after = voteOf(await readVote(db, id));
  if (changed?.meta.changes !== 1) throw new Refusal('stale', {}, { current: after });
  return after;
}

const acts: Record<OwnerVote['state'], string> = {
  preparing: 'owners.withdraw',
  notice: 'owners.notice',
  closed: 'owners.count',
  announced: 'owners.announce',
  cancelled: 'owners.cancel',
};

const inState = (state: string, id: string, rev: string) =>
  `SELECT 1 FROM owner_vote WHERE id = ${id} AND rev = ${rev} AND state = '${state}'`;
const preparing = (id: string, rev: string) => inState('preparing', id, rev);

/** @throws Refusal stale, vote-not-ready, vote-running (not counted), vote-frozen, papers-open, bad-input for a step that does not follow */
export async function stepOwnerVote(
  call: StaffCall,
  id: string,
  { rev, to, reason = '', checked = 0 }: Body<typeof stepContract>,
): Promise<OwnerVote> {
  const { db, now, actor } = call;
  const row = await readVote(db, id);
  if (row.rev !== rev) throw new Refusal('stale', {}, { current: voteOf(row) });
  const about = {
    at: now,
    actor: actor.id,
    act: acts[to],
    target: id,
    path: row.path,
    detail: { title: row.title, ...(reason !== '' && { reason }), ...(checked > 0 && { checked }) },
  };
  if (to === 'closed') {
    await closeVote(call, row, about);
    return voteOf(await readVote(db, id));
  }
  const audited = recordWhere(db, about, inState(row.state, '?7', '?8'), [id, rev]);
  const done = await db.batch([audited, ...(await statementsOf(call, row, to, reason, checked))]);
  const after = voteOf(await readVote(db, id));
  if (done[0]?.meta.changes !== 1) throw new Refusal('stale', {}, { current: after });
  return after;
}

/** What a step changes; the last one moves the vote on, and each stands behind the revision that was read. */
async function statementsOf(
  { db, now }: StaffCall,
  row: VoteRow,
  to: OwnerVote['state'],
  reason: string,
  checked: number,
): Promise<D1PreparedStatement[]> {
  const vote = voteOf(row);
  const move = (sets: string, ...bound: unknown[]) =>
    db
      .prepare(
        `UPDATE owner_vote SET state = '${to}', rev = rev + 1, ${sets} WHERE id = ?1 AND rev = ?2 AND state = ?3`,
      )
      .bind(row.id, row.rev, row.state, ...bound);
  const step = `${row.state} ${to}`;
  if (step === 'preparing notice') {
    const today = placeDay(now);
    const faults = noticeFaults({ ...vote, today, opens: placeDay(vote.opensAt) });
    if (faults.length > 0) throw new Refusal('vote-not-ready', {}, { faults });
    if ((await doubtsBefore(db, row)).length !== checked)
      throw new Refusal('vote-not-ready', {}, { faults: ['doubts'] });
    return [freezeHeads(db, row), move(`noticed_at = ?4, roll = ${newestRoll('owner_vote.line')}`, now)];
  }
  if (step === 'notice preparing') {
    // What may have been voted on is not taken back.
    if (phaseOf(vote, now) !== 'notice') throw new Refusal('vote-frozen');
    const guard = `EXISTS (${inState('notice', '?1', '?2')})`;
    return [
      ...['owner_unit', 'owner_service'].map((table) =>
        db.prepare(`DELETE FROM ${table} WHERE vote = ?1 AND ${guard}`).bind(row.id, row.rev),
      ),
      move('noticed_at = NULL'),
    ];
  }
  if (step === 'closed announced') {
    // A count that was interrupted is done again first.
    if (row.result === null) throw new Refusal('vote-running');
    return [move('announced_at = ?4', now)];
  }
  if (to === 'cancelled' && reason !== '' && ['preparing', 'notice'].includes(row.state))
    return [move('cancelled_at = ?4, reason = ?5', now, reason)];
  throw new Refusal('bad-input', { where: 'to' });
}

const freezeHeads = (db: D1Database, { id, rev, line }: VoteRow) =>
  db
    .prepare(
      `INSERT INTO owner_unit (vote, entry, head, unit, area)
       SELECT ?1, id, ${headSql}, unit, area FROM roll_entry
       WHERE roll = ${newestRoll('?3')} AND struck_at IS NULL AND EXISTS (${preparing('?1', '?2')})`,
    )
    .bind(id, rev, line);
