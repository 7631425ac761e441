// Freezing: what a contest goes by is fixed before the first vote, and ledger entry 0 says it with one hash. Twenty contests
// a request, because each gets an RSA key of its own; those that are not ready are named.
import type { freezeContests as contract, freezeFaults } from '../../../schema/api/boxes.ts';
import { frozenMost } from '../../../schema/api/boxes.ts';
import type { Body, Output } from '../../../schema/api/endpoint.ts';
import { toBase64url } from '../../../schema/elections/bytes.ts';
import type { Contest as Counted } from '../../../schema/elections/contest.ts';
import { type Days, momentOf, votingWindow } from '../../../schema/elections/days.ts';
import { titleOf } from '../../../schema/elections/ledger.ts';
import { type Pack, packText } from '../../../schema/elections/pack.ts';
import { type ContestAt, missingToFreeze } from '../../../schema/elections/stages.ts';
import { record } from '../../audit/record.ts';
import { sha256 } from '../../db/hash.ts';
import type { StaffCall } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { filledBefore } from '../counting/elected.ts';
import { makeIssuer } from '../issuer.ts';
import { makeReceiptKey } from '../receipt-key.ts';
import { candidateProxies } from '../store.ts';
import { addEntry, place } from './ledger-store.ts';
import { pageHash } from './page-hash.ts';

type Fault = (typeof freezeFaults)[number];

interface ElectionRow {
  id: string;
  path: string;
  title: string;
  post: string;
  preset: 'spot' | 'sealed' | 'nominations';
  phases: number;
  pack: string;
  days: string;
  quorum: number;
  rehearsal: number;
  roll: string | null;
  roll_sha256: string | null;
}

interface Ready {
  id: string;
  path: string;
  unit: string;
  name: string;
  above: string;
  seats: number;
  kind: Counted['round'];
  days: string | null;
  registered: number | null;
  filled: number;
  undecided: number;
  objections: number;
  candidateProxies: number;
  newest: number | null;
  /** JSON: [id, name, rev] of those who stand, in their order */
  candidates: string;
  /** JSON: [id, name, opening key, signing key, proved, rev] of those who watch over it */
  tellers: string;
}

const standing = `(SELECT json_group_array(json_array(id, name, rev)) FROM (SELECT id, name, rev FROM candidate
  WHERE contest = c.id AND state = 'accepted' ORDER BY position, id))`;
const watching = `(SELECT json_group_array(json_array(id, name, opening_key, signing_key, proved_at IS NOT NULL, rev))
  FROM (SELECT * FROM teller WHERE election = c.election AND removed_at IS NULL AND instr(c.path, path) = 1
  ORDER BY created_at, id))`;

const electionById = (db: D1Database, id: string) =>
  db
    .prepare(
      `SELECT e.*, u.path, r.sha256 AS roll_sha256 FROM election e JOIN unit u ON u.id = e.unit
       LEFT JOIN roll r ON r.id = e.roll AND r.state = 'frozen' WHERE e.id = ?1`,
    )
    .bind(id);

/**
 * @param secret gives the Worker's own (secret.ts) where keys are needed
 * @throws Refusal not-found, ballot-secret-missing
 */
export async function freezeContests(
  { db, now, actor }: StaffCall,
  secret: () => string,
  id: string,
  asked: Body<typeof contract>,
): Promise<Output<typeof contract>> {
  const [elections, contests] = await db.batch<unknown>([
    electionById(db, id),
    db
      .prepare(
        `SELECT c.id, c.path, c.unit, c.name, c.above, c.seats, c.kind, c.days, b.n AS registered, ${filledBefore} AS filled,
           (SELECT count(*) FROM candidate WHERE contest = c.id AND state = 'proposed') AS undecided,
           (SELECT count(*) FROM contest_objection WHERE contest = c.id AND state = 'open' AND about <> 'result') AS objections,
           ${candidateProxies} AS candidateProxies,
           (SELECT max(decided_at) FROM candidate WHERE contest = c.id AND state = 'accepted') AS newest,
           ${standing} AS candidates, ${watching} AS tellers
         FROM contest c JOIN election e ON e.id = c.election LEFT JOIN roll_unit b ON b.roll = e.roll AND b.unit = c.unit
         WHERE c.election = ?1 AND c.state = 'preparing' AND c.id > ?2 AND (?3 IS NULL OR c.id = ?3) ORDER BY c.id LIMIT ?4`,
      )
      .bind(id, asked.after ?? '', asked.contest ?? null, frozenMost + 1),
  ]);
  const election = elections?.results[0] as ElectionRow | undefined;
  if (!election) throw new Refusal('not-found');
  const found = (contests?.results ?? []) as Ready[];
  const these = found.slice(0, frozenMost);
  const faults = these.map((contest) => faultOf(election, contest, now));
  const ready = these.filter((_, at) => faults[at] === undefined);
  const key = election.preset === 'sealed' && ready.length > 0 ? secret() : '';
  const statements: D1PreparedStatement[] = [];
  for (const contest of ready) statements.push(...(await freezing(db, election, contest, key, now)));
  const frozen = ready.length > 0 ? await frozenBy(db, election, ready, statements, actor.id, now) : [];
  return {
    frozen,
    refused: these.flatMap(({ id: contest, name }, at) => {
      const why = faults[at];
      return why === undefined ? [] : [{ contest, name, why }];
    }),
    next: found.length > frozenMost ? (these.at(-1)?.id ?? null) : null,
  };
}

const candidatesOf = ({ candidates }: Ready) => JSON.parse(candidates) as [string, string, number][];
const tellersOf = ({ tellers }: Ready) =>
  JSON.parse(tellers) as [string, string, string | null, string | null, 0 | 1, number][];
const daysOf = (election: ElectionRow, contest: Ready) => JSON.parse(contest.days ?? election.days) as Days;

/** Moments of a contest: when ballots are handed out and cast. */
function windows(election: ElectionRow, contest: Ready) {
  const days = daysOf(election, contest);
  const { opensAt, closesAt } = votingWindow(days);
  const apart = election.phases === 1 && days.checkIn !== null;
  return {
    checkInFrom: apart && days.checkIn !== null ? momentOf(days.checkIn, days.opens) : opensAt,
    // Whoever takes a ballot out on the day of voting can be guessed by who votes next.
    checkInTo: apart ? Math.min(momentOf(days.vote, '00:00'), opensAt) : closesAt,
    opensAt,
    closesAt,
  };
}

/** Why this contest cannot be frozen now; undefined where it can. */
function faultOf(election: ElectionRow, contest: Ready, now: number): Fault | undefined {
  const { preset, quorum, rehearsal } = election;
  const tellers = tellersOf(contest);
  const at: ContestAt = {
    state: 'preparing',
    kind: contest.kind,
    seats: contest.seats,
    days: daysOf(election, contest),
    candidates: candidatesOf(contest).length,
    undecided: contest.undecided,
    objections: contest.objections,
    candidateProxies: contest.candidateProxies,
    newest: contest.newest,
    roll:
      election.roll === null
        ? null
        : { frozen: election.roll_sha256 !== null, entries: contest.registered ?? 0 },
    tellers: tellers.filter(([, , , , proved]) => proved === 1).length,
  };
  const pack = JSON.parse(election.pack) as Pack;
  const [first] = missingToFreeze({ preset, quorum, pack, rehearsal: rehearsal === 1 }, at, now).map(
    ({ code }) => code,
  );
  if (first) return first;
  if (windows(election, contest).closesAt <= now) return 'over';
  // The keys of all who were appointed are fixed, so none of them may lock a card that cannot be read.
  return preset === 'spot' || tellers.length === at.tellers ? undefined : 'unproved';
}

/** The statements that freeze one contest, if it still stands as it was read. */
async function freezing(db: D1Database, election: ElectionRow, contest: Ready, secret: string, now: number) {
  const { checkInFrom, checkInTo, opensAt, closesAt } = windows(election, contest);
  const keys =
    election.preset === 'sealed'
      ? { issuer: await makeIssuer(secret, contest.id), receipts: await makeReceiptKey(secret, contest.id) }
      : undefined;
  const statements = [
    db
      .prepare(
        `UPDATE contest AS c SET state = 'frozen', frozen_at = ?2, registered = ?3, roll = ?4, issuer = ?5,
           issuer_secret = ?6, receipts_secret = ?7, check_in_from = ?8, check_in_to = ?9, voting_from = ?10,
           voting_to = ?11, rev = rev + 1
         WHERE id = ?1 AND state = 'preparing' AND ${standing} = ?12 AND ${watching} = ?13`,
      )
      .bind(
        contest.id,
        now,
        contest.registered,
        election.roll,
        keys ? toBase64url(keys.issuer.publicKey) : null,
        keys ? toBase64url(keys.issuer.kept) : null,
        keys ? toBase64url(keys.receipts.kept) : null,
        checkInFrom,
        checkInTo,
        opensAt,
        closesAt,
        contest.candidates,
        contest.tellers,
      ),
  ];
  if (!keys) return statements;
  const pack = JSON.parse(election.pack) as Pack;
  const entry = await place(contest.id, undefined, now, {
    act: 'freeze',
    election: election.title,
    title: titleOf({ ...contest, post: election.post }),
    checkIn: { from: checkInFrom, to: checkInTo },
    voting: { from: opensAt, to: closesAt },
    round: contest.kind,
    mode: election.phases === 1 ? 'two-phase' : 'one-sitting',
    rehearsal: election.rehearsal === 1,
    pack: { id: pack.id, version: pack.version, sha256: await sha256(packText(pack)) },
    roll: { entries: contest.registered ?? 0, sha256: election.roll_sha256 ?? '' },
    filled: contest.filled,
    posts: [
      {
        id: 'post',
        name: election.post,
        seats: contest.seats,
        candidates: candidatesOf(contest).map(([one, name]) => ({ id: one, name })),
      },
    ],
    quorum: election.quorum,
    tellers: tellersOf(contest).map(([, name, opening, signing]) => ({
      name,
      opening: opening ?? '',
      signing: signing ?? '',
    })),
    issuer: toBase64url(keys.issuer.publicKey),
    receipts: toBase64url(keys.receipts.publicKey),
    page: pageHash,
  });
  const guard = "SELECT 1 FROM contest WHERE id = ?1 AND state = 'frozen' AND issuer = ?5";
  statements.push(addEntry(db, contest.id, entry, guard, [toBase64url(keys.issuer.publicKey)]));
  return statements;
}

async function frozenBy(
  db: D1Database,
  election: ElectionRow,
  ready: readonly Ready[],
  statements: readonly D1PreparedStatement[],
  actor: string,
  now: number,
): Promise<string[]> {
  const ids = JSON.stringify(ready.map(({ id }) => id));
  const done = await db.batch<{ id: string }>([
    ...statements,
    db
      .prepare(
        'SELECT id FROM contest WHERE frozen_at = ?2 AND id IN (SELECT value FROM json_each(?1)) ORDER BY id',
      )
      .bind(ids, now),
    record(db, {
      at: now,
      actor,
      act: 'election.freeze',
      target: election.id,
      path: ready.length === 1 && ready[0] ? ready[0].path : election.path,
      detail: { title: election.title, n: ready.length },
    }),
  ]);
  return done.at(-2)?.results.map(({ id }) => id) ?? [];
}
