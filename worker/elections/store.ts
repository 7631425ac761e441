// The SQL of elections: what one is to its readers, and the guards that changes stand behind.
import type { ContestLine, Election } from '../../schema/api/elections.ts';
import type { Days } from '../../schema/elections/days.ts';
import type { Actor } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';

export interface ElectionRecord {
  id: string;
  slug: string;
  unit: string;
  unit_kind: string;
  unit_name: string;
  path: string;
  title: string;
  post: string;
  preset: Election['preset'];
  phases: number;
  pack: string;
  roll: string | null;
  roll_title: string | null;
  roll_state: string | null;
  roll_entries: number;
  days: string;
  rehearsal: number;
  quorum: number;
  proved: number;
  tellers: number;
  organiser: string;
  phone: string;
  words: string;
  listed: number;
  cancelled_at: number | null;
  created_by: string;
  created_at: number;
  rev: number;
}

const roll = `r.title AS roll_title, r.state AS roll_state,
  (SELECT coalesce(sum(n), 0) FROM roll_unit WHERE roll = e.roll) AS roll_entries`;
const elections = `SELECT e.*, u.kind AS unit_kind, u.name AS unit_name, u.path, ${roll}, t.proved, t.tellers
  FROM election e JOIN unit u ON u.id = e.unit LEFT JOIN roll r ON r.id = e.roll
  LEFT JOIN (SELECT election, count(*) AS tellers, count(proved_at) AS proved FROM teller
    WHERE removed_at IS NULL GROUP BY election) t ON t.election = e.id`;

export const electionById = (db: D1Database, id: string) =>
  db.prepare(`${elections} WHERE e.id = ?1`).bind(id);

/** @throws Refusal not-found */
export async function readElection(db: D1Database, id: string): Promise<ElectionRecord> {
  const row = await electionById(db, id).first<ElectionRecord>();
  if (!row) throw new Refusal('not-found');
  return row;
}

/** SQL: a contest `c` lies in a branch; `g` is a list of paths. */
export const inBranch = "c.path >= g.value AND c.path < substr(g.value, 1, length(g.value) - 1) || '0'";

/** Of these branches or with contests in them, the newest first. */
export const electionsIn = (db: D1Database, paths: readonly string[], search: string, most: number) =>
  db
    .prepare(
      `${elections} WHERE instr(lower(e.title), lower(?2)) > 0 AND EXISTS (SELECT 1 FROM json_each(?1) g
         WHERE instr(u.path, g.value) = 1 OR EXISTS (SELECT 1 FROM contest c WHERE c.election = e.id AND ${inBranch}))
       ORDER BY e.created_at DESC, e.id LIMIT ?3`,
    )
    .bind(JSON.stringify(paths), search, most);

/** Tops of the branches that somebody reads: none lies in another. */
export function branchesOf({ grants }: Actor): string[] {
  const paths = grants.filter(({ role }) => role !== 'helper').map(({ path }) => path);
  return [...new Set(paths)].filter(
    (path) => !paths.some((other) => other !== path && path.startsWith(other)),
  );
}

export const electionOf = (row: ElectionRecord, actor: Actor, origin: string): Election => ({
  id: row.id,
  slug: row.slug,
  unit: { id: row.unit, kind: row.unit_kind, name: row.unit_name },
  title: row.title,
  post: row.post,
  preset: row.preset,
  phases: row.phases === 1,
  roll: rollOf(row),
  days: JSON.parse(row.days) as Days,
  quorum: row.quorum,
  rehearsal: row.rehearsal === 1,
  tellers: { proved: row.proved ?? 0, all: row.tellers ?? 0 },
  organiser: row.organiser,
  phone: row.phone,
  words: row.words,
  listed: row.listed === 1,
  cancelledAt: row.cancelled_at,
  createdAt: row.created_at,
  rev: row.rev,
  link: `${origin}/e/${row.slug}`,
  mayEdit: covers(actor, row.path, ['admin', 'editor']),
});

export const rollOf = (row: Pick<ElectionRecord, 'roll' | 'roll_title' | 'roll_state' | 'roll_entries'>) =>
  row.roll === null || row.roll_title === null
    ? null
    : {
        id: row.roll,
        title: row.roll_title,
        frozen: row.roll_state === 'frozen',
        entries: row.roll_entries,
      };

interface LineRow {
  id: string;
  unit: string;
  path: string;
  name: string;
  above: string;
  seats: number;
  round: number;
  kind: ContestLine['kind'];
  state: ContestLine['state'];
  days: string | null;
  registered: number | null;
  entries: number | null;
  short: number | null;
  candidateProxies: number;
  again: ContestLine['again'];
}

/** SQL: proxies of contest `c` of election `e` whose holder bears the name of somebody who stands. */
export const candidateProxies = `(SELECT count(*) FROM proxy x JOIN roll_entry h ON h.roll = e.roll AND h.id = x.holder
  WHERE x.contest = c.id AND EXISTS (SELECT 1 FROM candidate k WHERE k.contest = c.id AND k.state = 'accepted'
    AND replace(k.name, ' ', '') = replace(h.name, ' ', '')))`;

/** What a count calls for, where no round was made of it yet: as schema/elections/stages.ts nextRound says. */
const again = `CASE WHEN e.cancelled_at IS NOT NULL OR c.state NOT IN ('counted', 'announced') OR EXISTS
    (SELECT 1 FROM contest n WHERE n.election = c.election AND n.unit = c.unit AND n.round > c.round AND n.state <> 'cancelled')
    THEN NULL
  WHEN NOT c.result ->> '$.valid' THEN c.kind
  WHEN EXISTS (SELECT 1 FROM json_each(c.result, '$.posts') p WHERE p.value ->> '$.tiedSeats' > 0) THEN 'runOff'
  WHEN EXISTS (SELECT 1 FROM json_each(c.result, '$.posts') p WHERE p.value ->> '$.secondSeats' > 0
    OR p.value ->> '$.vacant' > 0 AND NOT c.result ->> '$.vacanciesAllowed') THEN 'second'
  END AS again`;
const line = `c.id, c.unit, c.path, c.name, c.above, c.seats, c.round, c.kind, c.state, c.days, c.registered,
  CASE WHEN e.roll IS NOT NULL THEN coalesce(b.n, 0) END AS entries,
  EXISTS (SELECT 1 FROM json_each(c.result, '$.faults') f WHERE f.value = 'turnout') AS short, ${again},
  CASE c.state WHEN 'preparing' THEN ${candidateProxies} ELSE 0 END AS candidateProxies`;
/** Contests `c` of an election (?1) in branches (?2), or one of them (?3). */
const which = `FROM json_each(?2) g JOIN contest c ON c.election = ?1 AND ${inBranch} AND (?3 IS NULL OR c.id = ?3)`;
const figures = [
  `SELECT k.contest, sum(k.state = 'accepted') AS candidates, sum(k.state = 'proposed') AS undecided,
     max(iif(k.state = 'accepted', k.decided_at, NULL)) AS newest
   ${which} JOIN candidate k ON k.contest = c.id GROUP BY k.contest`,
  `SELECT o.contest, count(*) AS objections ${which} JOIN contest_objection o ON o.contest = c.id
     AND o.state = 'open' AND o.about <> 'result' GROUP BY o.contest`,
  `SELECT i.contest, count(*) AS checkedIn ${which} JOIN check_in i ON i.contest = c.id
   WHERE c.state IN ('open', 'closed', 'opened') GROUP BY i.contest`,
  `SELECT c.id AS contest, json_array_length(z.body, '$.tellers') -
     (SELECT count(*) FROM ledger_signature s WHERE s.contest = c.id AND s.seq = 0) AS unsigned
   ${which} JOIN ledger_entry z ON z.contest = c.id AND z.seq = 0 WHERE c.state = 'frozen'`,
  `SELECT c.id AS contest, CASE WHEN e.preset = 'sealed' THEN (SELECT count(*) FROM ballot WHERE contest = c.id)
       + coalesce(sum(p.agreed ->> 'collected'), 0) + max(0, (SELECT count(*) FROM check_in WHERE contest = c.id
         AND channel = 'paper') - coalesce(sum(p.agreed ->> 'issued'), 0))
     WHEN min(p.agreed IS NOT NULL) = 1 THEN sum(iif(e.pack ->> '$.rounds.first.turnout.counted' = 'present',
       coalesce(p.agreed ->> 'present', p.agreed ->> 'collected'), p.agreed ->> 'collected')) END AS came
   ${which} JOIN election e ON e.id = c.election LEFT JOIN paper_batch p ON p.contest = c.id AND p.removed_at IS NULL
   WHERE c.state IN ('closed', 'opened') GROUP BY c.id`,
];

interface Asked {
  election: string;
  /** paths */
  branches: readonly string[];
  /** only this one */
  contest?: string;
}

/** The lines of an election's contests in these branches, in administrative order: seven statements, whatever their number. */
export async function readLines(
  db: D1Database,
  { election, branches, contest }: Asked,
): Promise<ContestLine[]> {
  const bound = [election, JSON.stringify(branches), contest ?? null];
  const [rows, tellers, ...counted] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT ${line} ${which} JOIN election e ON e.id = c.election
         LEFT JOIN roll_unit b ON b.roll = e.roll AND b.unit = c.unit ORDER BY c.position, c.round`,
      )
      .bind(...bound),
    db
      .prepare('SELECT path FROM teller WHERE election = ?1 AND removed_at IS NULL AND proved_at IS NOT NULL')
      .bind(election),
    ...figures.map((sql) => db.prepare(sql).bind(...bound)),
  ]);
  const paths = ((tellers?.results ?? []) as { path: string }[]).map(({ path }) => path);
  const numbers = new Map<string, Partial<ContestLine>>();
  for (const { results } of counted)
    for (const { contest: id, ...some } of results as ({ contest: string } & Partial<ContestLine>)[])
      numbers.set(id, { ...numbers.get(id), ...some });
  return ((rows?.results ?? []) as LineRow[]).map(({ path, days, short, ...row }) => ({
    ...row,
    days: days === null ? null : (JSON.parse(days) as Days),
    candidates: 0,
    undecided: 0,
    newest: null,
    objections: 0,
    checkedIn: 0,
    came: null,
    unsigned: 0,
    ...numbers.get(row.id),
    tellers: paths.filter((one) => path.startsWith(one)).length,
    short: short === 1,
  }));
}

/** Nothing of the election (?1) was frozen. */
export const unsettled = 'NOT EXISTS (SELECT 1 FROM contest WHERE election = ?1 AND frozen_at IS NOT NULL)';
/** Finds a contest while its candidates may change. */
export const prepared = (id: '?2' | '?11') =>
  `SELECT 1 FROM contest WHERE id = ${id} AND state = 'preparing'`;

export interface ContestRecord {
  id: string;
  election: string;
  unit: string;
  path: string;
  name: string;
  state: ContestLine['state'];
  seats: number;
  round: number;
  kind: ContestLine['kind'];
  days: string;
  result: string | null;
  title: string;
  preset: Election['preset'];
  rehearsal: number;
  pack: string;
}

/** With the days that hold for it. @throws Refusal not-found */
export async function readContest(db: D1Database, id: string): Promise<ContestRecord> {
  const row = await db
    .prepare(
      `SELECT c.id, c.election, c.unit, c.path, c.name, c.state, c.seats, c.round, c.kind, c.result,
         coalesce(c.days, e.days) AS days, e.title, e.preset, e.rehearsal, e.pack
       FROM contest c JOIN election e ON e.id = c.election WHERE c.id = ?1`,
    )
    .bind(id)
    .first<ContestRecord>();
  if (!row) throw new Refusal('not-found');
  return row;
}
