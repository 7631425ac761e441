// Voting is over and the ballots are counted: one batch ends the entering and reads what there is, so that nothing comes in
// between. A count that was interrupted is done again from the same ballots.
import type { VoteResult } from '../../schema/api/owner-votes.ts';
import { type Choices, countVote, phaseOf } from '../../schema/elections/owner-vote.ts';
import { type Entry, recordWhere } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { headOf, headsOnRoll, papersOpen, readVote, type VoteRow, voteOf } from './store.ts';

type Ballot = {
  head: string;
  choices: string;
  channel: 'self' | 'assisted' | 'paper';
  assistant: string;
  void: number;
};

/** @throws Refusal vote-running, papers-open, stale, bad-input */
export async function closeVote({ db, now }: StaffCall, row: VoteRow, about: Entry): Promise<void> {
  const vote = voteOf(row);
  const phase = phaseOf(vote, now);
  if (phase === 'open' || phase === 'notice') throw new Refusal('vote-running');
  const again = row.state === 'closed' && row.result === null;
  if (phase !== 'over' && !again) throw new Refusal('bad-input', { where: 'to' });
  const open = await db.prepare(papersOpen('?1')).bind(row.id).first<{ n: number }>();
  if (open && open.n > 0) throw new Refusal('papers-open', { count: open.n });

  const guard = (id: string, rev: string) =>
    `SELECT 1 FROM owner_vote WHERE id = ${id} AND rev = ${rev} AND state = '${row.state}'
       AND (${papersOpen(id)}) = 0`;
  const [, closed, heads, ballots, served, voided] = await db.batch<unknown>([
    recordWhere(db, about, guard('?7', '?8'), [row.id, row.rev]),
    db
      .prepare(
        `UPDATE owner_vote SET state = 'closed', closed_at = ?3, rev = rev + 1
         WHERE id = ?1 AND EXISTS (${guard('?1', '?2')})`,
      )
      .bind(row.id, row.rev, now),
    headsOnRoll(db, row.id),
    db
      .prepare(
        'SELECT head, choices, channel, assistant, void_at IS NOT NULL AS void FROM owner_ballot WHERE vote = ?1',
      )
      .bind(row.id),
    db.prepare('SELECT entry FROM owner_service WHERE vote = ?1').bind(row.id),
    db
      .prepare(
        `SELECT void_reason AS reason, count(*) AS n, sum(again) AS again FROM (
           SELECT void_reason, void_at, 0 AS again FROM owner_ballot WHERE vote = ?1
           UNION ALL SELECT void_reason, void_at, 1 FROM owner_ballot_before WHERE vote = ?1)
         WHERE void_at IS NOT NULL GROUP BY void_reason ORDER BY n DESC, reason`,
      )
      .bind(row.id),
  ]);
  if (closed?.meta.changes !== 1)
    throw new Refusal('stale', {}, { current: voteOf(await readVote(db, row.id)) });
  const cast = (ballots?.results ?? []) as Ballot[];
  const result: VoteResult = {
    at: now,
    ballots: { self: 0, assisted: 0, paper: 0 },
    paperAssisted: cast.filter((one) => !one.void && one.channel === 'paper' && one.assistant !== '').length,
    voided: (voided?.results ?? []) as VoteResult['voided'],
    matters: countVote(
      vote.matters,
      ((heads?.results ?? []) as Parameters<typeof headOf>[0][]).map(headOf),
      cast.map((one) => ({ head: one.head, choices: one.void ? {} : (JSON.parse(one.choices) as Choices) })),
      vote.silence,
      new Set(((served?.results ?? []) as { entry: string }[]).map(({ entry }) => entry)),
    ),
  };
  for (const one of cast) if (!one.void) result.ballots[one.channel] += 1;
  await db
    .prepare("UPDATE owner_vote SET result = ?2 WHERE id = ?1 AND state = 'closed' AND result IS NULL")
    .bind(row.id, JSON.stringify(result))
    .run();
}
