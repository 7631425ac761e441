// The public record of a contest: what anybody needs to count it again without trusting this server.
import type { ContestRecord } from '../../../schema/api/ballots.ts';
import { type Pack, packText } from '../../../schema/elections/pack.ts';
import { paperIn, seedsArePublic } from '../../../schema/elections/publication.ts';
import type { Call } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { readLedger } from './ledger-store.ts';

interface Row {
  contest: string;
  title: string;
  post: string;
  name: string;
  above: string;
  slug: string;
  organiser: string;
  phone: string;
  state: ContestRecord['state'];
  rehearsal: number;
  phases: number;
  votingFrom: number | null;
  votingTo: number | null;
  closed_at: number | null;
  pack: string;
  result: string | null;
}

/** The box in its order: by leaf, and so by nothing that tells of time. */
const boxOf = (db: D1Database, contest: string) =>
  db
    .prepare(
      'SELECT key, token, sealed, counter, signature, leaf FROM ballot WHERE contest = ?1 ORDER BY leaf',
    )
    .bind(contest);

/** @throws Refusal not-found */
export async function contestRecord({ db }: Call, contest: string): Promise<ContestRecord> {
  const row = await db
    .prepare(
      `SELECT c.id AS contest, e.title, e.post, c.name, c.above, e.slug, e.organiser, e.phone, c.state,
         e.rehearsal, e.phases, c.voting_from AS votingFrom, c.voting_to AS votingTo, c.closed_at, e.pack, c.result
       FROM contest c JOIN election e ON e.id = c.election WHERE c.id = ?1`,
    )
    .bind(contest)
    .first<Row>();
  if (!row) throw new Refusal('not-found');
  const { closed_at, pack, rehearsal, phases, ...facts } = row;
  const ledger = await readLedger(db, contest);
  const shut = closed_at !== null;
  const [counts, box, replaced, opened] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT coalesce(sum(channel = 'token'), 0) AS token, coalesce(sum(channel = 'paper'), 0) AS paper
         FROM check_in WHERE contest = ?1`,
      )
      .bind(contest),
    ...(shut
      ? [
          boxOf(db, contest),
          db
            .prepare(
              'SELECT id AS ballot, counter, leaf FROM superseded WHERE contest = ?1 ORDER BY id, counter',
            )
            .bind(contest),
          db.prepare('SELECT leaf, seed FROM opened_ballot WHERE contest = ?1 ORDER BY leaf').bind(contest),
        ]
      : []),
  ]);
  const ballots = (box?.results ?? []) as NonNullable<ContestRecord['ballots']>;
  const seeds = (opened?.results ?? []) as { seed: string | null }[];
  const isOpened = ledger?.acts.some(({ act }) => act === 'opening') ?? false;
  const checkedIn = counts?.results[0] as ContestRecord['checkedIn'];
  const paper = paperIn(facts.result, ballots.length, checkedIn.paper);
  return {
    ...facts,
    // Staff may still mend the title; what was settled stays.
    title: ledger?.freeze.election ?? facts.title,
    rehearsal: rehearsal === 1,
    phases: phases === 1,
    pack: packText(JSON.parse(pack) as Pack),
    entries: (ledger?.entries ?? []).map(({ text, signatures }) => ({ text, signatures: [...signatures] })),
    checkedIn,
    ballots: shut ? ballots : null,
    superseded: shut ? ((replaced?.results ?? []) as NonNullable<ContestRecord['superseded']>) : null,
    seeds: isOpened && seedsArePublic(ballots.length, paper) ? seeds.map(({ seed }) => seed) : null,
  };
}
