// A second opinion on the tallies, written apart from the product: from the stored answers and the tree alone, by the
// rules of counting as a person would put them. It shares no code with schema/fields or worker/campaigns/recount.ts.
import type { Definition } from '../../schema/form/definition.ts';
import { pathOf } from '../http/city.ts';

type Counts = Record<string, Record<string, number>>;
export interface Books {
  /** unit → n and counts */
  tallies: Record<string, { n: number; counts: Counts }>;
  /** `building day` → n */
  days: Record<string, number>;
  accepted: number;
}

const chosen = (choice: unknown): string =>
  typeof choice === 'object' && choice !== null && 'id' in choice ? String(choice.id) : String(choice);

/** Keys that one answer adds one (or a sum) to. */
function keysOf(question: Definition['questions'][number], answer: unknown): [string, number][] {
  if (question.type === 'multi' && Array.isArray(answer))
    return [...answer.map((one): [string, number] => [chosen(one), 1]), ['_n', 1]];
  if (question.type === 'matrix-single' || question.type === 'matrix-scale')
    return Object.entries(answer as object).map(([row, cell]) => [`${row}:${cell}`, 1]);
  if (['text', 'long-text', 'date', 'phone'].includes(question.type)) return [['_n', 1]];
  if (question.type === 'number') {
    const { min = 0, max = 1e7, decimals = 0 } = question;
    if (decimals === 0 && max - min <= 100) return [[String(answer), 1]];
    return [
      ['_n', 1],
      ['_sum', Math.round(Number(answer) * 10 ** decimals)],
    ];
  }
  return [[chosen(answer), 1]];
}

/** A sum of nothing and a key that nobody has any more are the same. */
function withoutZeros(counts: Counts): Counts {
  const kept: Counts = {};
  for (const [question, keys] of Object.entries(counts)) {
    const some = Object.entries(keys).filter(([, n]) => n !== 0);
    if (some.length > 0) kept[question] = Object.fromEntries(some);
  }
  return kept;
}

/** What the books should say: every accepted answer counted at its building and at each unit above it. */
export async function countAgain(
  db: D1Database,
  campaign: string,
  definitions: readonly Definition[],
): Promise<Books> {
  const books: Books = { tallies: {}, days: {}, accepted: 0 };
  const { results } = await db
    .prepare("SELECT unit, version, answers, day FROM response WHERE campaign = ?1 AND state = 'accepted'")
    .bind(campaign)
    .all<{ unit: string; version: number; answers: string; day: string }>();
  for (const row of results) {
    books.accepted++;
    const day = `${row.unit} ${row.day}`;
    books.days[day] = (books.days[day] ?? 0) + 1;
    const answers = JSON.parse(row.answers) as Record<string, unknown>;
    for (const unit of pathOf(row.unit).split('/').filter(Boolean)) {
      const tally = books.tallies[unit] ?? { n: 0, counts: {} };
      books.tallies[unit] = tally;
      tally.n++;
      for (const question of definitions[row.version - 1]?.questions ?? []) {
        if (!(question.id in answers)) continue;
        const counts = tally.counts[question.id] ?? {};
        tally.counts[question.id] = counts;
        for (const [key, n] of keysOf(question, answers[question.id])) counts[key] = (counts[key] ?? 0) + n;
      }
    }
  }
  for (const tally of Object.values(books.tallies)) tally.counts = withoutZeros(tally.counts);
  return books;
}

/** What the books do say, without zeros and without units that nobody stands under. */
export async function readBooks(db: D1Database, campaign: string): Promise<Books> {
  const [tallies, days, runs] = await db.batch<Record<string, string | number>>([
    db.prepare('SELECT unit, grp, n, counts FROM tally WHERE campaign = ?1').bind(campaign),
    db.prepare('SELECT unit, day, n FROM day_count WHERE campaign = ?1 AND n <> 0').bind(campaign),
    db.prepare('SELECT accepted FROM campaign WHERE id = ?1').bind(campaign),
  ]);
  const books: Books = { tallies: {}, days: {}, accepted: Number(runs?.results[0]?.accepted) };
  for (const row of tallies?.results ?? []) {
    const counts = JSON.parse(String(row.counts)) as Counts;
    const kept = withoutZeros(counts);
    if (row.n !== 0 || Object.keys(kept).length > 0)
      books.tallies[String(row.unit)] = { n: Number(row.n), counts: kept };
  }
  for (const row of days?.results ?? []) books.days[`${row.unit} ${row.day}`] = Number(row.n);
  return books;
}
