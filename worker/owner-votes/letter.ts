// An owner with a letter: what is asked of the units that vote together, and the signed ballot. One of a head by its key;
// a later one takes its place until voting is over, and what was there is kept.
import type { Body, Output } from '../../schema/api/endpoint.ts';
import type {
  castOwnerBallot as castContract,
  OwnVote,
  openOwnerLetter as openContract,
  VoteResult,
} from '../../schema/api/owner-votes.ts';
import {
  answersAll,
  choicesText,
  ownerBallotText,
  phaseOf,
  signatureMost,
} from '../../schema/elections/owner-vote.ts';
import { contentOf } from '../../schema/files.ts';
import { withoutMetadata } from '../../schema/picture.ts';
import { sha256 } from '../db/hash.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { useLetter } from '../rolls/credential.ts';
import { keepBefore, type VoteRow, voteOf, votes, whileOpen } from './store.ts';

/** Votes that one letter shows: the newest. */
const shown = 5;

interface BallotRow {
  rev: number;
  at: number;
  channel: 'self' | 'assisted' | 'paper';
  choices: string;
  sha256: string;
  void_at: number | null;
  void_reason: string;
}
const ballotOf = (row: BallotRow) => ({
  rev: row.rev,
  at: row.at,
  channel: row.channel,
  choices: JSON.parse(row.choices),
  sha256: row.sha256,
  voided: row.void_at === null ? '' : row.void_reason,
});

/** @throws Refusal letter-unknown, letter-revoked, entry-struck, too-many */
export async function openOwnerLetter(
  { db, now }: Call,
  { secret }: Body<typeof openContract>,
): Promise<Output<typeof openContract>> {
  const { line, entry, struck } = await useLetter(db, secret, now);
  const { results } = await db
    .prepare(
      `${votes} WHERE v.line = ?1 AND v.state <> 'preparing' AND v.noticed_at IS NOT NULL
         AND EXISTS (SELECT 1 FROM owner_unit w WHERE w.vote = v.id AND w.entry = ?2)
       ORDER BY v.opens_at DESC LIMIT ${shown}`,
    )
    .bind(line, entry)
    .all<VoteRow>();
  const told = await db
    .prepare(
      `SELECT s.body ->> '$.demo' AS demo FROM roll r JOIN unit u ON u.id = r.unit JOIN setting s ON s.root = u.root
       WHERE r.line = ?1 LIMIT 1`,
    )
    .bind(line)
    .first<{ demo: number | null }>();
  // Votes whose notice stood before hold the unit in their base, and go on.
  if (struck && results.length === 0) throw new Refusal('entry-struck');
  return {
    votes: await Promise.all(results.map((row) => ownVote(db, row, entry))),
    now,
    demo: told?.demo === 1,
  };
}

async function ownVote(db: D1Database, row: VoteRow, entry: string): Promise<OwnVote> {
  const own = '(SELECT head FROM owner_unit WHERE vote = ?1 AND entry = ?2)';
  const [units, ballots] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT u.name AS building, e.stairwell, e.door, w.area FROM owner_unit w INDEXED BY owner_unit_of_head
         CROSS JOIN roll_entry e ON e.roll = ?3 AND e.id = w.entry CROSS JOIN unit u ON u.id = w.unit
         WHERE w.vote = ?1 AND w.head = ${own} ORDER BY e.path, e.position, e.id`,
      )
      .bind(row.id, entry, row.roll),
    db.prepare(`SELECT * FROM owner_ballot WHERE vote = ?1 AND head = ${own}`).bind(row.id, entry),
  ]);
  const ballot = ballots?.results[0] as BallotRow | undefined;
  return {
    ...voteOf(row),
    units: (units?.results ?? []) as OwnVote['units'],
    ballot: ballot ? ballotOf(ballot) : null,
    result: row.state === 'announced' && row.result ? (JSON.parse(row.result) as VoteResult) : null,
  };
}

/** Where the picture of a signature lies; named by its content, so that sending again writes the same. */
export const signatureKey = (vote: string, hash: string) => `o/${vote}/${hash}`;

/**
 * @throws Refusal of the letter, signature-wrong, bad-input, not-found, entry-struck, not-open-yet, closed, stale with the
 * ballot that is there
 */
export async function castOwnerBallot(
  { db, now }: Call,
  files: R2Bucket,
  asked: Body<typeof castContract>,
): Promise<Output<typeof castContract>> {
  const { vote, choices, assistant, rev } = asked;
  const { line, entry, struck } = await useLetter(db, asked.secret, now);
  const found = await db
    .prepare(
      `SELECT v.state, v.opens_at AS opensAt, v.closes_at AS closesAt, v.matters, w.head FROM owner_vote v
       JOIN owner_unit w ON w.vote = v.id AND w.entry = ?2 WHERE v.id = ?1 AND v.line = ?3`,
    )
    .bind(vote, entry, line)
    .first<Parameters<typeof phaseOf>[0] & { matters: string; head: string }>();
  if (!found) throw new Refusal(struck ? 'entry-struck' : 'not-found');
  const phase = phaseOf(found, now);
  if (phase !== 'open') throw new Refusal(phase === 'notice' ? 'not-open-yet' : 'closed');
  if (!answersAll(JSON.parse(found.matters), choices)) throw new Refusal('bad-input', { where: 'choices' });
  const { head } = found;

  const raw = Uint8Array.from(atob(asked.signature), (one) => one.charCodeAt(0));
  const picture =
    raw.length <= signatureMost && contentOf(raw)?.media === 'image/png'
      ? withoutMetadata(raw, 'image/png')
      : undefined;
  if (!picture) throw new Refusal('signature-wrong');
  const signature = await sha256(picture);
  const hash = await sha256(ownerBallotText({ vote, entry, choices, signature }));
  const current = db.prepare('SELECT * FROM owner_ballot WHERE vote = ?1 AND head = ?2').bind(vote, head);
  /** There already: a reply was lost. @throws Refusal stale when another ballot is there */
  const same = (ballot: ReturnType<typeof ballotOf>) => {
    if (ballot.sha256 !== hash || ballot.rev !== rev + 1 || ballot.voided !== '')
      throw new Refusal('stale', {}, { current: ballot });
    return ballot;
  };
  const before = await current.first<BallotRow>();
  if (before && before.rev !== rev) return same(ballotOf(before));
  // Ahead of its row, so that no ballot stands without its signature.
  await files.put(signatureKey(vote, signature), picture, { httpMetadata: { contentType: 'image/png' } });

  const channel = assistant === '' ? 'self' : 'assisted';
  const done = await db.batch<unknown>([
    keepBefore(db, { vote, head, rev }, whileOpen('?1', '?4'), [now]),
    db
      .prepare(
        `INSERT INTO owner_ballot (vote, head, entry, choices, channel, assistant, signature, sha256, at, rev)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 + 1 WHERE EXISTS (${whileOpen('?1', '?9')})
           AND (?10 = 0 OR EXISTS (SELECT 1 FROM owner_ballot b WHERE b.vote = ?1 AND b.head = ?2 AND b.rev = ?10))
         ON CONFLICT (vote, head) DO UPDATE SET entry = excluded.entry, choices = excluded.choices,
           channel = excluded.channel, assistant = excluded.assistant, signature = excluded.signature,
           sha256 = excluded.sha256, at = excluded.at, entered_by = NULL, seconded_by = NULL, void_at = NULL,
           void_by = NULL, void_reason = '', rev = excluded.rev WHERE owner_ballot.rev = ?10`,
      )
      .bind(vote, head, entry, choicesText(choices), channel, assistant, signature, hash, now, rev),
    current,
  ]);
  const ballot = done[2]?.results[0] as BallotRow | undefined;
  if (!ballot) throw new Refusal('closed');
  return same(ballotOf(ballot));
}
