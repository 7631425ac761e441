// What staff enter for owners: that notice and ballot reached them, and what stands on their signed paper. A paper counts
// once two people entered the same; neither is shown what the other did.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type {
  enterPaper as paperContract,
  serveOwners as serveContract,
  voidOwnerBallot as voidContract,
} from '../../schema/api/owner-votes.ts';
import { placeDay } from '../../schema/day.ts';
import {
  answersAll,
  type Choices,
  choicesText,
  isUnsigned,
  ownerBallotText,
} from '../../schema/elections/owner-vote.ts';
import { recordWhere } from '../audit/record.ts';
import { sha256 } from '../db/hash.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { headOfEntry, keepBefore, pending, readVote, type VoteRow, voteOf, whileEntered } from './store.ts';

export const about = ({ actor, now }: StaffCall, { id, title, path }: VoteRow, act: string, more = {}) => ({
  at: now,
  actor: actor.id,
  act,
  target: id,
  path,
  detail: { title, ...more },
});

/** @throws Refusal not-found, served-day, vote-over, vote-counted, stale */
export async function serveOwners(
  call: StaffCall,
  id: string,
  { entries, how, day, note }: Body<typeof serveContract>,
): Promise<Output<typeof serveContract>> {
  const { db, now, actor } = call;
  const vote = await readVote(db, id);
  const posted = (of: string, at: string) =>
    `SELECT 1 FROM owner_vote v WHERE v.id = ${of} AND v.state = 'notice' AND v.closes_at > ${at}`;
  if (how !== null && vote.noticed_at !== null && (day < placeDay(vote.noticed_at) || day > placeDay(now)))
    throw new Refusal('served-day');
  const list = JSON.stringify(entries);
  const change =
    how === null
      ? db
          .prepare(
            `DELETE FROM owner_service WHERE vote = ?1 AND entry IN (SELECT value FROM json_each(?2))
             AND EXISTS (${posted('?1', '?3')})`,
          )
          .bind(id, list, now)
      : db
          .prepare(
            `INSERT INTO owner_service (vote, entry, how, day, note, staff, at)
             SELECT ?1, w.entry, ?3, ?4, ?5, ?6, ?7 FROM json_each(?2) j
               JOIN owner_unit w ON w.vote = ?1 AND w.entry = j.value WHERE EXISTS (${posted('?1', '?7')})
             ON CONFLICT (vote, entry) DO UPDATE SET how = excluded.how, day = excluded.day, note = excluded.note,
               staff = excluded.staff, at = excluded.at`,
          )
          .bind(id, list, how, day, note, actor.id, now);
  const act = how === null ? 'owners.unserve' : 'owners.serve';
  const [recorded, changed] = await db.batch([
    recordWhere(db, about(call, vote, act, { n: entries.length }), posted('?7', '?8'), [id, now]),
    change,
  ]);
  if (recorded?.meta.changes !== 1) throw await tooLate(call, id);
  return { changed: changed?.meta.changes ?? 0 };
}

async function tooLate({ db, now }: StaffCall, id: string): Promise<Refusal> {
  const { state, closes_at } = await readVote(db, id);
  if (state !== 'notice') return new Refusal('vote-counted');
  return new Refusal(now < closes_at ? 'stale' : 'vote-over');
}

/** @throws Refusal not-found, bad-input, not-open-yet, vote-counted, ballot-there */
export async function enterPaper(
  call: StaffCall,
  id: string,
  { entry, choices, assistant = '', after = 0 }: Body<typeof paperContract>,
): Promise<Output<typeof paperContract>> {
  const { db, now, actor } = call;
  const row = await readVote(db, id);
  if (!answersAll(voteOf(row).matters, choices)) throw new Refusal('bad-input', { where: 'choices' });
  const head = await headOfEntry(db, id, entry);
  const text = choicesText(choices);
  const hash = await sha256(ownerBallotText({ vote: id, entry, choices, signature: null }));
  const old = await db
    .prepare('SELECT rev, void_at FROM owner_ballot WHERE vote = ?1 AND head = ?2')
    .bind(id, head)
    .first<{ rev: number; void_at: number | null }>();
  const live = old?.void_at === null;
  if (live && (old.rev !== after || isUnsigned(choices))) throw await whyNotEntered(call, id);
  const rev = old?.rev ?? 0;
  const guard = (vote: string, at: string, of: string, then: string) =>
    `${whileEntered(vote, at)} AND ${then} = coalesce((
       SELECT b.rev FROM owner_ballot b WHERE b.vote = ${vote} AND b.head = ${of}), 0)`;
  const twin = `p.vote = ?1 AND p.head = ?3 AND p.staff <> ?4 AND p.choices = ?5 AND p.after_rev = ?8 AND p.assistant = ?9`;
  const [recorded] = await db.batch([
    recordWhere(db, about(call, row, 'owners.paper'), guard('?7', '?8', '?9', '?10'), [id, now, head, rev]),
    db
      .prepare(
        `INSERT INTO owner_paper (vote, head, staff, entry, choices, after_rev, at, assistant)
         SELECT ?1, ?3, ?4, ?6, ?5, ?7, ?2, ?8 WHERE EXISTS (${guard('?1', '?2', '?3', '?7')})
         ON CONFLICT (vote, head, staff) DO UPDATE SET entry = excluded.entry, choices = excluded.choices,
           after_rev = excluded.after_rev, at = excluded.at, assistant = excluded.assistant`,
      )
      .bind(id, now, head, actor.id, text, entry, rev, assistant),
    keepBefore(
      db,
      { vote: id, head, rev },
      `${whileEntered('?1', '?4')} AND EXISTS (SELECT 1 FROM owner_paper p WHERE p.vote = ?1 AND p.head = ?2
         AND p.staff <> ?5 AND p.choices = ?6 AND p.after_rev = ?3 AND p.assistant = ?7)`,
      [now, actor.id, text, assistant],
    ),
    db
      .prepare(
        `INSERT INTO owner_ballot (vote, head, entry, choices, channel, sha256, at, entered_by, seconded_by, rev, assistant)
         SELECT ?1, ?3, ?6, ?5, 'paper', ?7, ?2,
           (SELECT p.staff FROM owner_paper p WHERE ${twin} ORDER BY p.at, p.staff LIMIT 1), ?4, ?8 + 1, ?9
         WHERE EXISTS (${guard('?1', '?2', '?3', '?8')} AND EXISTS (SELECT 1 FROM owner_paper p WHERE ${twin}))
         ON CONFLICT (vote, head) DO UPDATE SET entry = excluded.entry, choices = excluded.choices,
           channel = excluded.channel, signature = NULL, sha256 = excluded.sha256, at = excluded.at, assistant = excluded.assistant,
           entered_by = excluded.entered_by, seconded_by = excluded.seconded_by, void_at = NULL, void_by = NULL,
           void_reason = '', rev = excluded.rev WHERE owner_ballot.rev = ?8`,
      )
      .bind(id, now, head, actor.id, text, entry, hash, rev, assistant),
  ]);
  if (recorded?.meta.changes !== 1) throw await whyNotEntered(call, id);
  return paperState(db, { vote: id, head, rev }, choices, assistant);
}

async function whyNotEntered({ db, now }: StaffCall, id: string): Promise<Refusal> {
  const { state, opens_at } = await readVote(db, id);
  if (state !== 'notice') return new Refusal(state === 'preparing' ? 'not-open-yet' : 'vote-counted');
  return new Refusal(now < opens_at ? 'not-open-yet' : 'ballot-there');
}

/** What became of a paper that came in after the ballot of revision `rev`. */
async function paperState(
  db: D1Database,
  { vote, head, rev }: { vote: string; head: string; rev: number },
  mine: Choices,
  assistant: string,
): Promise<Output<typeof paperContract>> {
  const [counts, papers] = await db.batch<unknown>([
    db.prepare('SELECT 1 FROM owner_ballot WHERE vote = ?1 AND head = ?2 AND rev > ?3').bind(vote, head, rev),
    db
      .prepare('SELECT choices, assistant FROM owner_paper WHERE vote = ?1 AND head = ?2 AND after_rev = ?3')
      .bind(vote, head, rev),
  ]);
  if ((counts?.results.length ?? 0) > 0) return { state: 'counts', differ: [], assistant: false };
  const entered = (papers?.results ?? []) as { choices: string; assistant: string }[];
  const read = entered.map(({ choices }) => JSON.parse(choices) as Choices);
  const differ = Object.keys(mine).filter((matter) => read.some((one) => one[matter] !== mine[matter]));
  return {
    state: read.length > 1 ? 'differs' : 'waits',
    differ,
    assistant: entered.some((one) => one.assistant !== assistant),
  };
}

/** @throws Refusal not-found when nothing is there to void, vote-over, vote-counted, stale */
export async function voidOwnerBallot(
  call: StaffCall,
  id: string,
  { entry, reason }: Body<typeof voidContract>,
): Promise<void> {
  const { db, now, actor } = call;
  const row = await readVote(db, id);
  const head = await headOfEntry(db, id, entry);
  const papers = `FROM owner_paper AS p WHERE p.vote = ?1 AND p.head = ?2 AND ${pending}`;
  const there = await db
    .prepare(
      `SELECT EXISTS (SELECT 1 ${papers}) AS papers,
         (SELECT b.rev FROM owner_ballot b WHERE b.vote = ?1 AND b.head = ?2 AND b.void_at IS NULL) AS rev`,
    )
    .bind(id, head)
    .first<{ papers: number; rev: number | null }>();
  if (!there || (there.papers === 0 && there.rev === null)) throw new Refusal('not-found');
  const entering = (vote: string) => `SELECT 1 FROM owner_vote v WHERE v.id = ${vote} AND v.state = 'notice'`;
  // What staff misread can be mended until the count; what an owner signed only while the owner can sign anew.
  const mended = (vote: string, of: string, at: string, rev: string) =>
    `${entering(vote)} AND EXISTS (SELECT 1 FROM owner_ballot b WHERE b.vote = v.id AND b.head = ${of}
       AND b.rev = ${rev} AND b.void_at IS NULL AND (b.channel = 'paper' OR v.closes_at > ${at}))`;
  const record = about(call, row, 'owners.void', { reason });
  const [recorded] = await db.batch(
    there.papers
      ? [
          recordWhere(db, record, entering('?7'), [id]),
          db.prepare(`DELETE ${papers} AND EXISTS (${entering('?1')})`).bind(id, head),
        ]
      : [
          recordWhere(db, record, mended('?7', '?8', '?9', '?10'), [id, head, now, there.rev]),
          db
            .prepare(
              `UPDATE owner_ballot SET void_at = ?3, void_by = ?5, void_reason = ?6
               WHERE vote = ?1 AND head = ?2 AND EXISTS (${mended('?1', '?2', '?3', '?4')})`,
            )
            .bind(id, head, now, there.rev, actor.id, reason),
        ],
  );
  if (recorded?.meta.changes !== 1) throw await tooLate(call, id);
}
