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

const page = 1000;
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

/** @throws Refusal not-found */
export async function recount(db: D1Database, campaign: string): Promise<Report> {
  const run = await db
    .prepare('SELECT form, accepted FROM campaign WHERE id = ?1')
    .bind(campaign)
    .first<{ form: string; accepted: number }>();
  if (!run) throw new Refusal('not-found');
  // Everything up to the last response that stood at the start: what arrives meanwhile is not compared.
  const counted: Counted = new Map();
  let responses = 0;
  const differences: Report['differences'] = [];
  const differ = (one: Report['differences'][number]) => {
    if (differences.length < listed) differences.push(one);
  };
  for (let after = 0; ; ) {
    const { results } = await db
      .prepare(
        `SELECT seq, id, version, chain, grp, answers, delta, erased_at FROM response
         WHERE campaign = ?1 AND seq > ?2 AND state = 'accepted' ORDER BY seq LIMIT ?3`,
      )
      .bind(campaign, after, page)
      .all<Row>();
    for (const row of results) {
      responses++;
      const stored = JSON.parse(row.delta) as Delta;
      // Erased answers can no longer be counted from their words; their stored counts stand.
      const delta = row.erased_at === null ? await deltaOf(db, run.form, row) : stored;
      if (JSON.stringify(sorted(delta)) !== JSON.stringify(sorted(stored)))
        differ({ unit: '', group: row.grp, question: '', key: row.id, tallied: 0, counted: 1 });
      for (const unit of JSON.parse(row.chain) as string[]) add(counted, `${unit} ${row.grp}`, delta);
    }
    const last = results.at(-1);
    if (!last) break;
    after = last.seq;
  }
  const { results: tallies } = await db
    .prepare('SELECT unit, grp, n, counts FROM tally WHERE campaign = ?1')
    .bind(campaign)
    .all<{ unit: string; grp: string; n: number; counts: string }>();
  const names = new Map(tallies.map((tally) => [`${tally.unit} ${tally.grp}`, tally]));
  for (const key of new Set([...counted.keys(), ...names.keys()])) {
    const [unit = '', group = ''] = key.split(' ');
    const tally = names.get(key);
    const again = counted.get(key);
    const before: Delta = tally ? (JSON.parse(tally.counts) as Delta) : {};
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
  return { responses, tallies: tallies.length, differences };
}

async function deltaOf(db: D1Database, form: string, row: Row): Promise<Delta> {
  const rules = await compiled(db, form, row.version);
  return rules.delta(rules.check(JSON.parse(row.answers) as Record<string, unknown>).answers);
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
