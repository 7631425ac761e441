// What the code of a letter opens: the door, the contests of its building that go by this roll, and the runs that do.
import type { openLetter as contract, LetterContest } from '../../../schema/api/ballots.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import type { Pack } from '../../../schema/elections/pack.ts';
import type { Call } from '../../http/context.ts';
import { useCredential } from '../../rolls/credential.ts';
import { doorOf } from './by-hand.ts';

interface Row extends Omit<LetterContest, 'ballot' | 'candidates' | 'phases' | 'rehearsal'> {
  phases: number;
  rehearsal: number;
  pack: string;
  candidates: string;
}

type RunRow = Omit<Output<typeof contract>['runs'][number], 'taken'> & { taken: number };

/** @throws Refusal letter-unknown, letter-revoked, entry-struck, too-many */
export async function openLetter({ db, now }: Call, secret: string): Promise<Output<typeof contract>> {
  const holder = await useCredential(db, secret, now);
  const [doors, contests, runs] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT u.name || ' ' || ${doorOf('e')} AS door FROM roll_entry e JOIN unit u ON u.id = e.unit
         WHERE e.roll = ?1 AND e.id = ?2`,
      )
      .bind(holder.roll, holder.entry),
    db
      .prepare(
        `SELECT c.id AS contest, e.slug, e.title, e.post, e.preset, e.rehearsal, c.name, c.above, e.organiser, e.phone,
           c.state, e.phases, c.check_in_from AS checkInFrom, c.check_in_to AS checkInTo, c.voting_from AS votingFrom,
           c.voting_to AS votingTo, e.pack, k.channel,
           (SELECT ${doorOf('h')} FROM proxy p JOIN roll_entry h ON h.roll = r.id AND h.id = p.holder
             WHERE p.contest = c.id AND p.principal = ?3) AS proxy, l.body AS entry,
           (SELECT json_group_array(json_object('id', id, 'name', name, 'line', line, 'photo', photo)) FROM
             (SELECT id, name, line, photo FROM candidate WHERE contest = c.id AND state = 'accepted' AND consent = 1
              ORDER BY position, id)) AS candidates
         FROM contest c JOIN election e ON e.id = c.election JOIN roll r ON r.id = coalesce(c.roll, e.roll)
         LEFT JOIN check_in k ON k.contest = c.id AND k.entry = ?3
         LEFT JOIN ledger_entry l ON l.contest = c.id AND l.seq = 0
         WHERE c.unit = ?1 AND r.line = ?2 AND c.state <> 'cancelled' AND e.cancelled_at IS NULL
         ORDER BY e.created_at DESC, c.round DESC LIMIT 20`,
      )
      .bind(holder.unit, holder.line, holder.entry),
    db
      .prepare(
        `SELECT c.slug, t.unit, c.title, c.opens_at AS opensAt, c.closes_at AS closesAt,
           EXISTS (SELECT 1 FROM participation p WHERE p.campaign = c.id AND p.entry = ?2) AS taken
         FROM roll r JOIN campaign c ON c.roll = r.id JOIN roll_entry e ON e.roll = r.id AND e.id = ?2
         JOIN campaign_unit t ON t.campaign = c.id AND t.unit = e.unit
         WHERE r.line = ?1 AND e.struck_at IS NULL AND c.state <> 'closed' AND c.closes_at > ?3
         ORDER BY c.closes_at LIMIT 20`,
      )
      .bind(holder.line, holder.entry, now),
  ]);
  const found = doors?.results[0] as { door: string } | undefined;
  return {
    door: found?.door ?? '',
    contests: ((contests?.results ?? []) as Row[]).map(({ pack, candidates, ...row }) => {
      const { ballot, writeIns, overSelection } = JSON.parse(pack) as Pack;
      return {
        ...row,
        phases: row.phases === 1,
        rehearsal: row.rehearsal === 1,
        ballot: { style: ballot.style, writeIns: writeIns.allowed, over: overSelection.voids },
        // Whoever stands is known from the freeze on; before, the public page says who is posted.
        candidates: row.entry === null ? [] : (JSON.parse(candidates) as LetterContest['candidates']),
      };
    }),
    runs: ((runs?.results ?? []) as RunRow[]).map((run) => ({ ...run, taken: run.taken === 1 })),
    now,
  };
}
