// The full recount: every accepted response's stored answers, counted again from scratch by the form's own rules, and
// compared with the tallies. It changes nothing; it names every difference.
import type { recountCampaign } from '../../schema/api/campaigns.ts';
import type { Output } from '../../schema/api/endpoint.ts';
import type { Delta } from '../../schema/form/compile.ts';
import { compiled } from '../fill/published.ts';
import { Refusal } from '../http/refusal.ts';

type Report = Output<typeof recountCampaign>;
/** counts by unit and group; `n` under the question '' */
type Counted = Map<string, { n: number; counts: Delta }>;

/** Small pages: others have their turn at the database between two of them. */
const page = 250;
/** At most this many differences are listed; one is already too many. */
const listed = 500;

interface Row {
  seq: number;
  id: string;
  version: number;
  chain: string;
  grp: string;
  answers: string;
  delta: string;
  erased_at: number | null;
}

/** The tallies and what they were made of, at one moment. */
interface Moment {
  form: string;
  opens_at: number;
  accepted: number;
  /** responses up to this seq stood then */
  bound: number;
  /** grows with every correction, void and withdrawal */
  revs: number;
  tallies: { unit: string; grp: string; n: number; counts: string }[];
}

async function moment(db: D1Database, campaign: string): Promise<Moment> {
  const [runs, tallies] = await db.batch<unknown>([
    db
      .prepare(
        `SELECT c.form, c.opens_at, c.accepted, coalesce(max(r.seq), 0) AS bound, coalesce(sum(r.rev), 0) AS revs
         FROM campaign c LEFT JOIN response r ON r.campaign = c.id WHERE c.id = ?1 GROUP BY c.id`,
      )
      .bind(campaign),
    db.prepare('SELECT unit, grp, n, counts FROM tally WHERE campaign = ?1').bind(campaign),
  ]);
  const run = runs?.results[0] as Omit<Moment, 'tallies'> | undefined;
  if (!run) throw new Refusal('not-found');
  return { ...run, tallies: (tallies?.results ?? []) as Moment['tallies'] };
}

/** How often a recount begins anew because answers were corrected while it counted. */
const tries = 3;

/** @throws Refusal not-found; unavailable when answers were being corrected all the while */
export async function recount(db: D1Database, campaign: string): Promise<Report> {
  for (let round = 0; round < tries; round++) {
    const start = await moment(db, campaign);
    const report = await compare(db, campaign, start);
    const still = await db
      .prepare('SELECT coalesce(sum(rev), 0) AS revs FROM response WHERE campaign = ?1 AND seq <= ?2')
      .bind(campaign, start.bound)
      .first<{ revs: number }>();
    if (still?.revs === start.revs) return report;
  }
  throw new Refusal('unavailable');
}

async function compare(db: D1Database, campaign: string, run: Moment): Promise<Report> {
  const { tallies } = run;
  const counted: Counted = new Map();
  let responses = 0;
  let erased = 0;
  const differences: Report['differences'] = [];
  const differ = (one: Report['differences'][number]) => {
    if (differences.length < listed) differences.push(one);
  };
  for (let after = 0; ; ) {
    const { results } = await db
      .prepare(
        `SELECT seq, id, version, chain, grp, answers, delta, erased_at FROM response
         WHERE campaign = ?1 AND seq > ?2 AND seq <= ?4 AND state = 'accepted' ORDER BY seq LIMIT ?3`,
      )
      .bind(campaign, after, page, run.bound)
      .all<Row>();
    for (const row of results) {
      responses++;
      // Erased answers are still heads, and no more than that.
      if (row.erased_at !== null) erased++;
      const delta = row.erased_at === null ? await deltaOf(db, run, row) : {};
      if (JSON.stringify(sorted(delta)) !== JSON.stringify(sorted(JSON.parse(row.delta) as Delta)))
        differ({ unit: '', group: row.grp, question: '', key: row.id, tallied: 0, counted: 1 });
      for (const unit of JSON.parse(row.chain) as string[]) add(counted, `${unit} ${row.grp}`, delta);
    }
    const last = results.at(-1);
    if (!last) break;
    after = last.seq;
  }
  const names = new Map(tallies.map((tally) => [`${tally.unit} ${tally.grp}`, tally]));
  for (const key of new Set([...counted.keys(), ...names.keys()])) {
    const [unit = '', group = ''] = key.split(' ');
    const tally = names.get(key);
    const again = counted.get(key);
    // With answers erased only heads can be counted again.
    const before: Delta = tally && erased === 0 ? (JSON.parse(tally.counts) as Delta) : {};
    if (again && erased > 0) again.counts = {};
    if ((tally?.n ?? 0) !== (again?.n ?? 0))
      differ({ unit, group, question: '', key: 'n', tallied: tally?.n ?? 0, counted: again?.n ?? 0 });
    for (const question of new Set([...Object.keys(before), ...Object.keys(again?.counts ?? {})])) {
      const was = before[question] ?? {};
      const is = again?.counts[question] ?? {};
      for (const option of new Set([...Object.keys(was), ...Object.keys(is)]))
        if ((was[option] ?? 0) !== (is[option] ?? 0))
          differ({ unit, group, question, key: option, tallied: was[option] ?? 0, counted: is[option] ?? 0 });
    }
  }
  if (run.accepted !== responses)
    differ({ unit: '', group: '', question: '', key: 'accepted', tallied: run.accepted, counted: responses });
  return { responses, erased, tallies: tallies.length, differences };
}

async function deltaOf(db: D1Database, { form, opens_at }: Moment, row: Row): Promise<Delta> {
  const judge = await compiled(db, form, row.version);
  const context = { opens: opens_at };
  const { answers } = judge.check(JSON.parse(row.answers) as Record<string, unknown>, context);
  return judge.delta(answers, context);
}

/** With keys in order and without zeros and empty questions, so that equal counts are equal texts. */
function sorted(delta: Delta): [string, [string, number][]][] {
  return Object.entries(delta)
    .map(([question, counts]): [string, [string, number][]] => [
      question,
      Object.entries(counts)
        .filter(([, n]) => n !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ])
    .filter(([, counts]) => counts.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function add(counted: Counted, key: string, delta: Delta): void {
  const sum = counted.get(key) ?? { n: 0, counts: {} };
  sum.n++;
  for (const [question, counts] of Object.entries(delta)) {
    const into = sum.counts[question] ?? {};
    for (const [option, n] of Object.entries(counts)) into[option] = (into[option] ?? 0) + n;
    sum.counts[question] = into;
  }
  counted.set(key, sum);
}
