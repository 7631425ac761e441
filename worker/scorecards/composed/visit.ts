// What leaders find when they come: their branches, what is going on there, what changed since they were here last; and
// the same for a week, to be printed.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { Happening, noteVisit, readDigest } from '../../../schema/api/issued.ts';
import { placeDay } from '../../../schema/day.ts';
import { dayAfter, momentOf, weekday } from '../../../schema/elections/days.ts';
import { isDay } from '../../../schema/fields/date.ts';
import { boardThreshold } from '../../../schema/measures/suppression.ts';
import { evaluationsIn } from '../../evaluations/happening.ts';
import { phaseOf } from '../../fill/facts.ts';
import type { StaffCall } from '../../http/context.ts';
import { Refusal } from '../../http/refusal.ts';
import { endOfBranch } from '../../units/store.ts';
import { sides } from '../card.ts';
import { compose, type Side } from '../compose.ts';
import { type IssuedRow, issuedCards, issuedLine } from './issued-store.ts';
import { listKept } from './keep.ts';
import type { Span } from './sources.ts';
import { reaches } from './store.ts';

type Seen = Readonly<Record<string, number>>;
/** Runs of a branch that are told of. */
const runsMost = 8;
const branchesMost = 10;
/** A visit goes on while no more than this lies between two looks. */
const pause = 30 * 60_000;

interface RunRow {
  id: string;
  unit: string;
}

type EvaluationRow = Omit<Happening['evaluations'][number], 'fresh'> & { fresh: number };

interface Branch {
  id: string;
  kind: string;
  name: string;
  path: string;
}

/** The tops of the reader's branches: one that lies in another counts once. */
async function branchesOf({ db, actor }: StaffCall): Promise<{ branches: Branch[]; demo: boolean }> {
  const roles = new Set(['admin', 'editor', 'leader']);
  const grants = actor.grants.filter(({ role }) => roles.has(role));
  const tops = grants.filter(
    ({ path, unit }) => !grants.some((other) => other.unit !== unit && path.startsWith(other.path)),
  );
  const { results } = await db
    .prepare(
      `SELECT u.id, u.kind, u.name, u.path, coalesce(s.body ->> '$.demo', 0) AS demo FROM json_each(?1) j
       JOIN unit u ON u.id = j.value LEFT JOIN setting s ON s.root = u.root GROUP BY u.id ORDER BY u.path`,
    )
    .bind(JSON.stringify([...new Set(tops.map(({ unit }) => unit))].slice(0, branchesMost)))
    .all<Branch & { demo: number }>();
  return { branches: results, demo: results.some(({ demo }) => demo === 1) };
}

/** What happened in a branch between two moments. `seen`: answers by run when the reader was last told. */
async function happeningIn(
  call: StaffCall,
  branch: Branch,
  span: Span,
  seen: Seen | undefined,
): Promise<Happening> {
  const { db, now, origin } = call;
  const [runs, contests, issued, notes, rated] = await db.batch<unknown>([
    db
      .prepare(
        // A run that covers the branch is read there; one that lies in it, at its own top. What is open comes first.
        `SELECT id, unit FROM (
           SELECT c.id, t.unit, c.state, c.opens_at, c.closes_at FROM campaign_unit t INDEXED BY campaign_unit_by_unit
             JOIN campaign c ON c.id = t.campaign WHERE t.unit = ?1
           UNION SELECT c.id, c.unit, c.state, c.opens_at, c.closes_at FROM unit u
             JOIN campaign c INDEXED BY campaign_by_unit ON c.unit = u.id WHERE u.path > ?4 AND u.path < ?5)
         WHERE opens_at < ?3 AND closes_at >= ?2
         ORDER BY state = 'closed' OR closes_at <= ?7, opens_at DESC, id LIMIT ?6`,
      )
      .bind(branch.id, span.from, span.to, branch.path, endOfBranch(branch.path), runsMost, now),
    db
      .prepare(
        // A later round begins with the notice of its candidates.
        `SELECT count(*) AS n, coalesce(sum(c.state = 'announced' AND c.announced_at < ?4), 0) AS announced,
           coalesce(sum(c.announced_at >= ?3 AND c.announced_at < ?4), 0) AS fresh
         FROM election e CROSS JOIN contest c INDEXED BY contest_order ON c.election = e.id AND c.path >= ?1 AND c.path < ?2
         WHERE e.rehearsal = 0 AND e.cancelled_at IS NULL AND c.state <> 'cancelled' AND e.days ->> '$.result' >= ?5
           AND CASE WHEN c.days IS NULL THEN e.days ->> '$.roll' ELSE c.days ->> '$.candidates' END <= ?6`,
      )
      .bind(
        branch.path,
        endOfBranch(branch.path),
        span.from,
        span.to,
        placeDay(span.from),
        placeDay(span.to - 1),
      ),
    db
      .prepare(
        `${issuedCards} JOIN unit u ON u.id = i.unit WHERE u.path >= ?1 AND u.path < ?2 AND i.signed_at >= ?3
           AND i.signed_at < ?4 ORDER BY i.signed_at DESC LIMIT 20`,
      )
      .bind(branch.path, endOfBranch(branch.path), span.from, span.to),
    db
      .prepare(
        `SELECT n.words, s.name AS by, n.written_at AS at, u.name AS unit FROM figure_note n
         JOIN unit u ON u.id = n.unit JOIN staff s ON s.id = n.written_by
         WHERE u.path >= ?1 AND u.path < ?2 AND n.written_at >= ?3 AND n.written_at < ?4 AND n.removed_at IS NULL
         ORDER BY n.written_at DESC LIMIT 20`,
      )
      .bind(branch.path, endOfBranch(branch.path), span.from, span.to),
    evaluationsIn(db, branch, span),
  ]);
  const rows = (runs?.results ?? []) as RunRow[];
  const counted = contests?.results[0] as { n: number; announced: number; fresh: number } | undefined;
  const at = new Map<string, string[]>();
  for (const { id, unit } of rows) at.set(unit, [...(at.get(unit) ?? []), id]);
  const read = (await Promise.all([...at].map(([unit, ids]) => sides(db, unit, ids)))).flat();
  const order = rows.map(({ id }) => id);
  const came = span.to <= now ? await cameBefore(db, rows, placeDay(span.to)) : undefined;
  const told = read
    .flatMap((side) => (side ? [side] : []))
    .sort((a, b) => order.indexOf(a.head.id) - order.indexOf(b.head.id));
  return {
    unit: { id: branch.id, kind: branch.kind, name: branch.name },
    runs: told.map((side) => ({ ...runOf(side, span, now, seen), ...(came && asThen(side, span, came)) })),
    contests: { all: counted?.n ?? 0, announced: counted?.announced ?? 0, fresh: counted?.fresh ?? 0 },
    evaluations: ((rated?.results ?? []) as EvaluationRow[]).map((one) => ({
      ...one,
      fresh: one.fresh === 1,
    })),
    issued: ((issued?.results ?? []) as IssuedRow[]).map((row) => issuedLine(origin, row)),
    notes: (notes?.results ?? []) as Happening['notes'],
  };
}

function runOf(side: Side, span: Span, now: number, seen: Seen | undefined): Happening['runs'][number] {
  const { head } = side;
  const { unit } = side.family;
  const card = compose(side, undefined, { now, k: boardThreshold, mayReadAnswers: false, sees: () => false });
  // What was not told of then is known to be new only where it opened since.
  const told = seen && (seen[`${head.id} ${unit.id}`] ?? (head.opens_at >= span.from ? 0 : undefined));
  const within = (at: number) => at >= span.from && at < span.to;
  return {
    id: head.id,
    title: head.title,
    unit: unit.id,
    opensAt: head.opens_at,
    closesAt: head.closes_at,
    open: phaseOf(head, now) !== 'closed',
    n: card.n,
    more: told === undefined || card.n === null ? null : Math.max(0, card.n - told),
    households: unit.households,
    access: head.access,
    score: card.headline.score,
    opened: within(head.opens_at),
    closed: within(head.closes_at) && head.closes_at <= now,
  };
}

/** By run, how many answers of its branch came before a day, less what was voided since. */
async function cameBefore(
  db: D1Database,
  runs: readonly RunRow[],
  day: string,
): Promise<ReadonlyMap<string, number>> {
  const { results } = await db
    .prepare(
      `SELECT h.campaign AS id, sum(d.n) AS n FROM json_each(?1) j
         CROSS JOIN campaign_unit h ON h.campaign = j.value ->> '$.id' AND h.unit = j.value ->> '$.unit'
         JOIN campaign_unit p ON p.campaign = h.campaign AND p.answers = 1 AND p.path >= h.path AND p.path < h.path || '~'
         JOIN day_count d ON d.campaign = p.campaign AND d.unit = p.unit AND d.day < ?2 GROUP BY h.campaign`,
    )
    .bind(JSON.stringify(runs), day)
    .all<{ id: string; n: number }>();
  return new Map(results.map(({ id, n }) => [id, n]));
}

/** Of a week that is over: a score is always of now, so there is none. */
const asThen = ({ head }: Side, { to }: Span, came: ReadonlyMap<string, number>) => ({
  n: came.get(head.id) ?? 0,
  open: head.closes_at >= to,
  score: null,
});

interface VisitRow {
  at: number;
  seen: string;
  before_at: number | null;
  before_seen: string;
}

/** Looks that follow each other closely are one visit, so that reading a page twice loses nothing of what is new. */
export async function visit(call: StaffCall): Promise<Output<typeof noteVisit>> {
  const { db, now, actor } = call;
  const [{ branches, demo }, row, kept] = await Promise.all([
    branchesOf(call),
    db.prepare('SELECT * FROM visit WHERE staff = ?1').bind(actor.id).first<VisitRow>(),
    listKept(call),
  ]);
  const again = row !== null && now - row.at < pause;
  const since = row === null ? null : again ? row.before_at : row.at;
  const told = row === null ? '{}' : again ? row.before_seen : row.seen;
  const span = { from: since ?? now - 7 * 86_400_000, to: now + 1 };
  const happened = await Promise.all(
    branches.map((branch) =>
      happeningIn(call, branch, span, since === null ? undefined : (JSON.parse(told) as Seen)),
    ),
  );
  const seen = Object.fromEntries(
    happened.flatMap(({ runs }) =>
      runs.flatMap(({ id, unit, n }) => (n === null ? [] : [[`${id} ${unit}`, n] as const])),
    ),
  );
  await db
    .prepare(
      `INSERT INTO visit (staff, at, seen, before_at, before_seen) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (staff) DO UPDATE SET at = excluded.at, seen = excluded.seen, before_at = excluded.before_at,
         before_seen = excluded.before_seen`,
    )
    .bind(actor.id, now, JSON.stringify(seen), since, told)
    .run();
  return {
    since,
    branches: happened,
    scorecards: kept.scorecards.slice(0, runsMost).map(({ id, title, unit }) => {
      // Kept above the own branch, it is read at the own one.
      const mine = branches.find(({ path }) => reaches(unit.id, path));
      return { id, title, unit: mine?.id ?? unit.id };
    }),
    demo,
  };
}

/** The week of a Monday that has come, or the last seven days. @throws Refusal bad-input */
export async function digest(
  call: StaffCall,
  monday: string | undefined,
): Promise<Output<typeof readDigest>> {
  if (monday !== undefined && (!isDay(monday) || weekday(monday) !== 1 || monday > placeDay(call.now)))
    throw new Refusal('bad-input', { where: 'monday' });
  const from = momentOf(monday ?? dayAfter(placeDay(call.now), -6), '00:00');
  const span = { from, to: from + 7 * 86_400_000 };
  const { branches, demo } = await branchesOf(call);
  return {
    ...span,
    branches: await Promise.all(branches.map((branch) => happeningIn(call, branch, span, undefined))),
    demo,
  };
}
