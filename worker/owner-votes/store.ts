// The SQL that the acts of owners' votes share: the vote itself, heads, and the moments at which each change is allowed.
import type { OwnerVote } from '../../schema/api/owner-votes.ts';
import type { HeadOnRoll, OwnerVoteState } from '../../schema/elections/owner-vote.ts';
import { Refusal } from '../http/refusal.ts';

export interface VoteRow {
  id: string;
  unit: string;
  unit_kind: string;
  unit_name: string;
  path: string;
  title: string;
  words: string;
  line: string;
  roll: string;
  matters: string;
  state: OwnerVoteState;
  opens_at: number;
  closes_at: number;
  notice_days: number;
  notice_ground: string;
  organiser: string;
  phone: string;
  official: string;
  silence: string | null;
  named: string;
  noticed_at: number | null;
  closed_at: number | null;
  announced_at: number | null;
  reason: string;
  result: string | null;
  rev: number;
}

export const voteOf = (row: VoteRow): OwnerVote => ({
  id: row.id,
  unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
  roll: row.roll,
  title: row.title,
  words: row.words,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  noticeDays: row.notice_days,
  noticeGround: row.notice_ground,
  organiser: row.organiser,
  phone: row.phone,
  official: row.official,
  silence: row.silence === null ? null : (JSON.parse(row.silence) as OwnerVote['silence']),
  named: row.named,
  matters: JSON.parse(row.matters) as OwnerVote['matters'],
  state: row.state,
  noticedAt: row.noticed_at,
  closedAt: row.closed_at,
  announcedAt: row.announced_at,
  reason: row.reason,
  rev: row.rev,
});

export const votes = `SELECT v.*, u.kind AS unit_kind, u.name AS unit_name, u.path
  FROM owner_vote v JOIN unit u ON u.id = v.unit`;

/** @throws Refusal not-found */
export async function readVote(db: D1Database, id: string): Promise<VoteRow> {
  const row = await db.prepare(`${votes} WHERE v.id = ?1`).bind(id).first<VoteRow>();
  if (!row) throw new Refusal('not-found');
  return row;
}

/** Finds a row while votes are taken (`now`), or paper is entered: from the first moment until the count. */
export const whileOpen = (vote: string, now: string) =>
  `SELECT 1 FROM owner_vote v WHERE v.id = ${vote} AND v.state = 'notice' AND v.opens_at <= ${now} AND v.closes_at > ${now}`;
export const whileEntered = (vote: string, now: string) =>
  `SELECT 1 FROM owner_vote v WHERE v.id = ${vote} AND v.state = 'notice' AND v.opens_at <= ${now}`;

/** Of what people read of a paper (`p`): no ballot took the place of the one that it came in after. */
export const pending = `p.after_rev = coalesce((
  SELECT c.rev FROM owner_ballot c WHERE c.vote = p.vote AND c.head = p.head), 0)`;
/** Heads with a paper that two people have not entered in the same way. */
export const papersOpen = (vote: string) =>
  `SELECT count(DISTINCT p.head) AS n FROM owner_paper p WHERE p.vote = ${vote} AND ${pending}`;

/** SQL: the heads of a vote (?1) with the numbers that stand for them within one answer. */
export const numbered = `numbered AS (SELECT head, row_number() OVER (ORDER BY min(entry)) AS n FROM owner_unit
  WHERE vote = ?1 GROUP BY head)`;

/** The head that a unit belongs to. @throws Refusal not-found */
export async function headOfEntry(db: D1Database, vote: string, entry: string): Promise<string> {
  const row = await db
    .prepare('SELECT head FROM owner_unit WHERE vote = ?1 AND entry = ?2')
    .bind(vote, entry)
    .first<{ head: string }>();
  if (!row) throw new Refusal('not-found');
  return row.head;
}

export const headsOnRoll = (db: D1Database, vote: string) =>
  db
    .prepare(
      `SELECT head, sum(area) AS area, json_group_array(entry) AS units FROM owner_unit WHERE vote = ?1
       GROUP BY head ORDER BY head`,
    )
    .bind(vote);
export const headOf = (row: { head: string; area: number; units: string }): HeadOnRoll => ({
  ...row,
  units: JSON.parse(row.units) as string[],
});

const kept = `vote, head, entry, choices, channel, signature, sha256, at, entered_by, seconded_by, void_at, void_by,
  assistant, void_reason, rev`;

/** Puts the ballot of a head away before another takes its place; `guard` and its values (from ?4 on) as for that. */
export const keepBefore = (
  db: D1Database,
  at: { vote: string; head: string; rev: number },
  guard: string,
  bound: readonly unknown[],
) =>
  db
    .prepare(
      `INSERT INTO owner_ballot_before (${kept}) SELECT ${kept} FROM owner_ballot
       WHERE vote = ?1 AND head = ?2 AND rev = ?3 AND EXISTS (${guard})`,
    )
    .bind(at.vote, at.head, at.rev, ...bound);
