// Elections and contests as staff find them.
import type {
  Candidate,
  ContestObjection,
  ContestWhole,
  ElectionWithPack,
  getContest as getContestContract,
  listContests as linesContract,
  listElections as listContract,
} from '../../schema/api/elections.ts';
import type { Output, Query } from '../../schema/api/endpoint.ts';
import type { StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { overturns } from './counting/count-contest.ts';
import {
  branchesOf,
  type ElectionRecord,
  electionOf,
  electionsIn,
  readContest,
  readElection,
  readLines,
  rollOf,
} from './store.ts';

const listed = 50;

export async function listElections(
  { db, actor, origin }: StaffCall,
  { search = '' }: Query<typeof listContract>,
): Promise<Output<typeof listContract>> {
  const { results } = await electionsIn(db, branchesOf(actor), search, listed).all<ElectionRecord>();
  return { elections: results.map((row) => electionOf(row, actor, origin)) };
}

export async function getElection({ db, actor, origin }: StaffCall, id: string): Promise<ElectionWithPack> {
  const row = await readElection(db, id);
  return { ...electionOf(row, actor, origin), pack: row.pack };
}

export const listContests = async (
  { db, actor }: StaffCall,
  election: string,
): Promise<Output<typeof linesContract>> => ({
  contests: await readLines(db, { election, branches: branchesOf(actor) }),
});

interface CandidateRow extends Omit<Candidate, 'consent' | 'saidBy'> {
  consent: number;
  said_by: string;
}

export async function getContest(
  { db, actor }: StaffCall,
  id: string,
): Promise<Output<typeof getContestContract>> {
  const row = await readContest(db, id);
  const [line] = await readLines(db, { election: row.election, branches: [row.path], contest: id });
  const election = await readElection(db, row.election);
  const [stand, objections, watching, rounds] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT id, position, name, line, photo, source, said_by, contact, consent, state, reason, at, rev FROM candidate
         WHERE contest = ?1 ORDER BY position, id`,
      )
      .bind(id),
    db
      .prepare(
        `SELECT o.id, o.about, o.words, o.said_by AS saidBy, o.at, o.state, o.answer, o.answered_at AS answeredAt,
           ${overturns} AS countAnew FROM contest_objection o JOIN contest c ON c.id = o.contest
         WHERE o.contest = ?1 ORDER BY o.at`,
      )
      .bind(id),
    db
      .prepare(
        `SELECT name, proved_at IS NOT NULL AS proved FROM teller
         WHERE election = ?1 AND removed_at IS NULL AND instr(?2, path) = 1 ORDER BY created_at, id`,
      )
      .bind(row.election, row.path),
    db
      .prepare(
        'SELECT id, round, state, rev, reason FROM contest WHERE election = ?1 AND unit = ?2 ORDER BY round',
      )
      .bind(row.election, row.unit),
  ]);
  if (!line) throw new Refusal('not-found');
  const mayEdit = covers(actor, row.path, ['admin', 'editor']);
  const all = (rounds?.results ?? []) as (ContestWhole['rounds'][number] & { rev: number; reason: string })[];
  const own = all.find((one) => one.id === id);
  const people = ((stand?.results ?? []) as CandidateRow[]).map(
    ({ consent, said_by, contact, ...one }): Candidate => ({
      ...one,
      consent: consent === 1,
      saidBy: mayEdit ? said_by : '',
      contact: mayEdit ? contact : null,
    }),
  );
  const { slug, title, post, preset, pack, quorum, organiser } = election;
  return {
    ...line,
    days: JSON.parse(row.days) as ContestWhole['days'],
    election: {
      id: row.election,
      slug,
      title,
      post,
      preset,
      pack,
      quorum,
      rehearsal: election.rehearsal === 1,
      organiser,
    },
    reason: own?.reason ?? '',
    roll: rollOf(election),
    watchers: ((watching?.results ?? []) as { name: string; proved: number }[]).map(({ name, proved }) => ({
      name,
      proved: proved === 1,
    })),
    rounds: all.map(({ id: one, round, state }) => ({ id: one, round, state })),
    // Who was proposed is nobody's business before it is decided.
    stand: mayEdit ? people : people.filter(({ state }) => state === 'accepted'),
    raised: (
      (objections?.results ?? []) as (Omit<ContestObjection, 'countAnew'> & { countAnew: number })[]
    ).map((one) => ({
      ...one,
      saidBy: mayEdit ? one.saidBy : '',
      countAnew: one.countAnew === 1,
    })),
    rev: own?.rev ?? 1,
    mayEdit,
  };
}
