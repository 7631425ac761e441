// What staff enter for owners: that notice and ballot reached them, and what stands on their signed paper. A paper counts
// once two people entered the same; neither is shown what the other did.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type {
  enterPaper as paperContract,
  serveOwners as serveContract,
  voidOwnerBallot as voidContract,
} from '../../schema/api/owner-votes.ts';
import { answersAll, type Choices, choicesText, ownerBallotText } from '../../schema/elections/owner-vote.ts';
import { recordWhere } from '../audit/record.ts';
import { sha256 } from '../db/hash.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { headOfEntry, keepBefore, readVote, type VoteRow, voteOf, whileEntered } from './store.ts';

export const about = ({ actor, now }: StaffCall, { id, title, path }: VoteRow, act: string, more = {}) => ({
  at: now,
  actor: actor.id,
  act,
  target: id,
  path,
  detail: { title, ...more },
});

/** @throws Refusal vote-counted */
export async function serveOwners(
  call: StaffCall,
  id: string,
  { entries, how, day, note }: Body<typeof serveContract>,
): Promise<Output<typeof serveContract>> {
  const { db, now, actor } = call;
  const vote = await readVote(db, id);
  const posted = "SELECT 1 FROM owner_vote v WHERE v.id = ?1 AND v.state = 'notice'";
  const list = JSON.stringify(entries);
  const change =
    how === null
      ? db
          .prepare(
            `DELETE FROM owner_service WHERE vote = ?1 AND entry IN (SELECT value FROM json_each(?2))
             AND EXISTS (${posted})`,
          )
          .bind(id, list)
      : db
          .prepare(
            `INSERT INTO owner_service (vote, entry, how, day, note, staff, at)
             SELECT ?1, w.entry, ?3, ?4, ?5, ?6, ?7 FROM json_each(?2) j
               JOIN owner_unit w ON w.vote = ?1 AND w.entry = j.value WHERE EXISTS (${posted})
             ON CONFLICT (vote, entry) DO UPDATE SET how = excluded.how, day = excluded.day, note = excluded.note,
               staff = excluded.staff, at = excluded.at`,
          )
          .bind(id, list, how, day, note, actor.id, now);
  const act = how === null ? 'owners.unserve' : 'owners.serve';
  const [recorded, changed] = await db.batch([
    recordWhere(db, about(call, vote, act, { n: entries.length }), posted.replace('?1', '?7'), [id]),
    change,
  ]);
  if (recorded?.meta.changes !== 1) throw new Refusal('vote-counted');
  return { changed: changed?.meta.changes ?? 0 };
}

/** @throws Refusal not-found, bad-input, not-open-yet, vote-counted, ballot-there */
export async function enterPaper(
  call: StaffCall,
  id: string,
  { entry, choices }: Body<typeof paperContract>,
): Promise<Output<typeof paperContract>> {
  const { db, now, actor } = call;
  const row = await readVote(db, id);
  if (!answersAll(voteOf(row).matters, choices)) throw new Refusal('bad-input', { where: 'choices' });
  const head = await headOfEntry(db, id, entry);
  const text = choicesText(choices);
  const hash = await sha256(ownerBallotText({ vote: id, entry, choices, signature: null }));
  const free = (vote: string, of: string) =>
    `NOT EXISTS (SELECT 1 FROM owner_ballot b WHERE b.vote = ${vote} AND b.head = ${of} AND b.void_at IS NULL)`;
  const guard = `${whileEntered('?1', '?2')} AND ${free('?1', '?3')}`;
  const twin = `SELECT 1 FROM owner_paper p WHERE p.vote = ?1 AND p.head = ?3 AND p.staff <> ?4 AND p.choices = ?5`;
  const old = await db
    .prepare('SELECT rev FROM owner_ballot WHERE vote = ?1 AND head = ?2')
    .bind(id, head)
    .first<{ rev: number }>();
  const rev = old?.rev ?? 0;
  const [recorded] = await db.batch([
    recordWhere(db, about(call, row, 'owners.paper'), `${whileEntered('?7', '?8')} AND ${free('?7', '?9')}`, [
      id,
      now,
      head,
    ]),
    db
      .prepare(
        `INSERT INTO owner_paper (vote, head, staff, entry, choices, at) SELECT ?1, ?3, ?4, ?6, ?5, ?2
         WHERE EXISTS (${guard})
         ON CONFLICT (vote, head, staff) DO UPDATE SET entry = excluded.entry, choices = excluded.choices, at = excluded.at`,
      )
      .bind(id, now, head, actor.id, text, entry),
    keepBefore(
      db,
      { vote: id, head, rev },
      `${whileEntered('?1', '?4')} AND ${free('?1', '?2')} AND EXISTS (
      SELECT 1 FROM owner_paper p WHERE p.vote = ?1 AND p.head = ?2 AND p.staff <> ?5 AND p.choices = ?6)`,
      [now, actor.id, text],
    ),
    db
      .prepare(
        `INSERT INTO owner_ballot (vote, head, entry, choices, channel, sha256, at, entered_by, seconded_by, rev)
         SELECT ?1, ?3, ?6, ?5, 'paper', ?7, ?2,
           (SELECT p.staff FROM owner_paper p WHERE p.vote = ?1 AND p.head = ?3 AND p.staff <> ?4 AND p.choices = ?5
            ORDER BY p.at, p.staff LIMIT 1), ?4, ?8 + 1
         WHERE EXISTS (${guard} AND EXISTS (${twin}))
         ON CONFLICT (vote, head) DO UPDATE SET entry = excluded.entry, choices = excluded.choices,
           channel = excluded.channel, signature = NULL, sha256 = excluded.sha256, at = excluded.at, assistant = '',
           entered_by = excluded.entered_by, seconded_by = excluded.seconded_by, void_at = NULL, void_by = NULL,
           void_reason = '', rev = excluded.rev WHERE owner_ballot.void_at IS NOT NULL AND owner_ballot.rev = ?8`,
      )
      .bind(id, now, head, actor.id, text, entry, hash, rev),
  ]);
  if (recorded?.meta.changes !== 1) throw await whyNotEntered(call, id);
  return paperState(db, id, head, choices);
}

async function whyNotEntered({ db, now }: StaffCall, id: string): Promise<Refusal> {
  const { state, opens_at } = await readVote(db, id);
  if (state !== 'notice') return new Refusal(state === 'preparing' ? 'not-open-yet' : 'vote-counted');
  return new Refusal(now < opens_at ? 'not-open-yet' : 'ballot-there');
}

async function paperState(
  db: D1Database,
  vote: string,
  head: string,
  mine: Choices,
): Promise<Output<typeof paperContract>> {
  const [counts, papers] = await db.batch<unknown>([
    db
      .prepare('SELECT 1 FROM owner_ballot WHERE vote = ?1 AND head = ?2 AND void_at IS NULL')
      .bind(vote, head),
    db.prepare('SELECT choices FROM owner_paper WHERE vote = ?1 AND head = ?2').bind(vote, head),
  ]);
  if ((counts?.results.length ?? 0) > 0) return { state: 'counts', differ: [] };
  const read = ((papers?.results ?? []) as { choices: string }[]).map(
    ({ choices }) => JSON.parse(choices) as Choices,
  );
  const differ = Object.keys(mine).filter((matter) => read.some((one) => one[matter] !== mine[matter]));
  return { state: read.length > 1 ? 'differs' : 'waits', differ };
}

/** @throws Refusal not-found, vote-counted */
export async function voidOwnerBallot(
  call: StaffCall,
  id: string,
  { entry, reason }: Body<typeof voidContract>,
): Promise<void> {
  const { db, now, actor } = call;
  const row = await readVote(db, id);
  const head = await headOfEntry(db, id, entry);
  const open = "SELECT 1 FROM owner_vote v WHERE v.id = ?1 AND v.state = 'notice'";
  const [recorded] = await db.batch([
    recordWhere(db, about(call, row, 'owners.void', { reason }), open.replace('?1', '?7'), [id]),
    db
      .prepare(
        `UPDATE owner_ballot SET void_at = ?3, void_by = ?4, void_reason = ?5
         WHERE vote = ?1 AND head = ?2 AND void_at IS NULL AND EXISTS (${open})`,
      )
      .bind(id, head, now, actor.id, reason),
    db.prepare(`DELETE FROM owner_paper WHERE vote = ?1 AND head = ?2 AND EXISTS (${open})`).bind(id, head),
  ]);
  if (recorded?.meta.changes !== 1) throw new Refusal('vote-counted');
}
