// Everything that goes into the count of a contest, read at once: its rules and figures, the sheets that two people agreed
// on, what was decided about written names, and of secret ballots the opened box.

import type { CountDesk } from '../../../schema/api/counts.ts';
import { type CountedWith, contestOf, resultOf as resultText } from '../../../schema/elections/box.ts';
import type { BallotGroup, Contest, Merges } from '../../../schema/elections/contest.ts';
import { personSums, sameTogether, sheetGroups } from '../../../schema/elections/count-groups.ts';
import type { CountSheet, Method } from '../../../schema/elections/count-sheet.ts';
import { readAct } from '../../../schema/elections/ledger.ts';
import { type WrittenName, writtenNames } from '../../../schema/elections/names.ts';
import type { Pack } from '../../../schema/elections/pack.ts';
import { onlyPost, type Took } from '../../../schema/elections/result.ts';
import { Refusal } from '../../http/refusal.ts';
import { groupsOf, type OpenedRow, openedBallots } from './box.ts';
import { filledBefore } from './elected.ts';

export interface ContestRow {
  id: string;
  election: string;
  path: string;
  name: string;
  above: string;
  seats: number;
  kind: Contest['round'];
  state: string;
  registered: number | null;
  filled: number;
  result: string | null;
  title: string;
  post: string;
  preset: 'spot' | 'sealed' | 'nominations';
  rehearsal: number;
  pack: string;
  /** ledger entry 0 of a secret contest */
  entry: string | null;
  /** another one as soon as a sheet or a decision is another */
  mark: string;
}

/** SQL of the mark of a contest `c`. */
export const markOf = `(SELECT count(*) || '.' || coalesce(sum(rev), 0) FROM paper_batch WHERE contest = c.id) || '.' ||
  (SELECT count(*) || '.' || coalesce(sum(decided_at), 0) FROM name_decision WHERE contest = c.id)`;

export interface BatchRow {
  id: string;
  name: string;
  method: Method;
  first: string | null;
  first_by: string | null;
  first_name: string | null;
  second: string | null;
  second_by: string | null;
  second_name: string | null;
  agreed: string | null;
  reopened_at: number | null;
  out_by: string | null;
  out_name: string | null;
  removed_at: number | null;
  rev: number;
}

interface DecisionRow {
  name: string;
  person: string | null;
  decided_at: number;
  by: string;
}

interface Handed {
  channel: 'token' | 'paper';
  n: number;
  assisted: number;
  proxies: number;
}

export interface Counted {
  row: ContestRow;
  pack: Pack;
  contest: Contest;
  took: Took;
  /** removed ones too */
  batches: BatchRow[];
  sheets: CountSheet[];
  /** groups of a secret box that was opened */
  box: BallotGroup[];
  decisions: DecisionRow[];
  merges: Merges;
}

export const readSheet = (text: string): CountSheet => JSON.parse(text);

/** @throws Refusal not-found */
export async function readCounted(db: D1Database, id: string): Promise<Counted> {
  const [contests, stand, handed, entered, decided, opened] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT c.id, c.election, c.path, c.name, c.above, c.seats, c.kind, c.state, c.registered, c.result, e.title,
           e.post, e.preset, e.pack, e.rehearsal, ${filledBefore} AS filled, l.body AS entry, ${markOf} AS mark
         FROM contest c JOIN election e ON e.id = c.election
         LEFT JOIN ledger_entry l ON l.contest = c.id AND l.seq = 0 WHERE c.id = ?1`,
      )
      .bind(id),
    db
      .prepare(
        "SELECT id, name FROM candidate WHERE contest = ?1 AND state = 'accepted' ORDER BY position, id",
      )
      .bind(id),
    db
      .prepare(
        `SELECT channel, count(*) AS n, sum(assisted_by IS NOT NULL) AS assisted, sum(holder IS NOT NULL) AS proxies FROM check_in WHERE contest = ?1
         GROUP BY channel`,
      )
      .bind(id),
    db
      .prepare(
        `SELECT b.*, f.name AS first_name, s.name AS second_name, o.name AS out_name FROM paper_batch b
         LEFT JOIN staff f ON f.id = b.first_by LEFT JOIN staff s ON s.id = b.second_by
         LEFT JOIN staff o ON o.id = b.out_by
         WHERE b.contest = ?1 ORDER BY b.created_at, b.id`,
      )
      .bind(id),
    db
      .prepare(
        `SELECT d.name, d.person, d.decided_at, coalesce(s.name, '') AS by FROM name_decision d
         LEFT JOIN staff s ON s.id = d.decided_by WHERE d.contest = ?1`,
      )
      .bind(id),
    openedBallots(db, id),
  ]);
  const row = contests?.results[0] as ContestRow | undefined;
  if (!row) throw new Refusal('not-found');
  const batches = (entered?.results ?? []) as BatchRow[];
  const decisions = (decided?.results ?? []) as DecisionRow[];
  const sheets = batches.flatMap(({ agreed, removed_at }) =>
    agreed === null || removed_at !== null ? [] : [readSheet(agreed)],
  );
  const box = groupsOf((opened?.results ?? []) as OpenedRow[]);
  const took = tookOf((handed?.results ?? []) as Handed[]);
  const candidates = (stand?.results ?? []) as { id: string; name: string }[];
  return {
    row,
    pack: JSON.parse(row.pack) as Pack,
    contest:
      row.preset === 'sealed'
        ? sealedContest(row, candidates, took, sheets)
        : spotContest(row, candidates, sheets),
    took,
    batches,
    sheets,
    box,
    decisions,
    merges: Object.fromEntries(decisions.map(({ name, person }) => [name, person])),
  };
}

type Stand = readonly { id: string; name: string }[];

const openTo = (
  row: ContestRow,
  candidates: Stand,
): Pick<Contest, 'round' | 'posts' | 'registered' | 'filled'> => ({
  round: row.kind,
  posts: [{ id: onlyPost, seats: row.seats, candidates }],
  registered: row.registered ?? 0,
  filled: row.filled,
});

/** By ledger entry 0, as tellers and whoever verifies count it; ballots are handed out by check-in alone. */
function sealedContest(
  row: ContestRow,
  candidates: Stand,
  took: Counted['took'],
  sheets: readonly CountSheet[],
): Contest {
  const freeze = row.entry === null ? undefined : readAct(row.entry);
  const paper = sheets.map(({ collected }) => ({ n: collected }));
  return freeze?.act === 'freeze'
    ? contestOf(freeze, took, paper)
    : { ...openTo(row, candidates), issued: took.token + took.paper };
}

/** On the spot the sheets say how many ballots were handed out, and who came where somebody kept a list. */
function spotContest(row: ContestRow, candidates: Stand, sheets: readonly CountSheet[]): Contest {
  return {
    ...openTo(row, candidates),
    issued: sumOf(sheets, ({ issued }) => issued),
    ...(sheets.some(({ present }) => present !== null) && {
      present: sumOf(sheets, ({ present, collected }) => present ?? collected),
    }),
  };
}

const sumOf = (sheets: readonly CountSheet[], figure: (sheet: CountSheet) => number) =>
  sheets.reduce((all, one) => all + figure(one), 0);

function tookOf(handed: readonly Handed[]): Counted['took'] {
  const of = (channel: Handed['channel']) => handed.find((one) => one.channel === channel)?.n ?? 0;
  return {
    token: of('token'),
    paper: of('paper'),
    assisted: handed.reduce((sum, one) => sum + one.assisted, 0),
    proxies: handed.reduce((sum, one) => sum + one.proxies, 0),
  };
}

/** Written names, of paper and box, with what they may mean. */
export function namesOf({ contest, sheets, box }: Counted): WrittenName[] {
  const onPaper = sheets.flatMap(({ written }) =>
    written.map(({ name, for: n }) => ({ n, marks: { [onlyPost]: { for: [], written: [name] } } })),
  );
  return writtenNames(contest, [...onPaper, ...box]);
}

/** What people still have to do before the count; null: nothing. */
export function waitsFor(counted: Counted): CountDesk['waits'] {
  const { row, took, batches, sheets, merges } = counted;
  if (row.state !== (row.preset === 'sealed' ? 'opened' : 'closed')) return 'state';
  const stands = batches.filter(({ removed_at }) => removed_at === null);
  if (stands.some(({ agreed, out_by }) => agreed === null || out_by !== null)) return 'paper';
  if (row.preset !== 'sealed' && sheets.length === 0) return 'nothing';
  // Each paper ballot that was handed out stands on a sheet, and on no sheet stands one that was not.
  if (row.preset === 'sealed' && sumOf(sheets, ({ issued }) => issued) !== took.paper) return 'issued';
  // Whom another name was decided to mean is decided too.
  const meant = new Set(Object.values(merges));
  const open = namesOf(counted).some(
    ({ name, person, perhaps }) => perhaps.length > 0 && !Object.hasOwn(merges, name) && !meant.has(person),
  );
  return open ? 'names' : null;
}

/** Paper ballots by what the agreed sheets say. @throws Refusal names-overlap */
export function paperOf({ contest, sheets, merges }: Counted): BallotGroup[] {
  for (const sheet of sheets) {
    const { overlap } = personSums(sheet, contest, merges);
    if (overlap !== null) throw new Refusal('names-overlap', { name: overlap });
  }
  return sameTogether(sheets.flatMap((sheet) => sheetGroups(sheet, contest, merges)));
}

/** The text of the result: the same again from the same ballots. @throws Refusal names-overlap */
export function resultOf(counted: Counted): string {
  const { pack, contest, batches, box, merges } = counted;
  const leftOut = leftOutOf(batches);
  return resultText(pack, contest, box, {
    paper: paperOf(counted),
    merges,
    ...(leftOut.batches > 0 && { leftOut }),
  });
}

/** What two people had entered and two people took out again. */
function leftOutOf(batches: readonly BatchRow[]): NonNullable<CountedWith['leftOut']> {
  const out = batches.flatMap(({ removed_at, second }) =>
    removed_at === null || second === null ? [] : [readSheet(second).collected],
  );
  return { batches: out.length, ballots: out.reduce((all, n) => all + n, 0) };
}
