// What signing off again would tell beside what was signed before: a run's counts at a unit may have changed by nothing or
// by ten and more in every cell; else its older figures stand, and the new card says so.
import { mayFollow, refreshed } from '../../../schema/measures/differencing.ts';
import { publicThreshold } from '../../../schema/measures/suppression.ts';
import type { Seen, SeenRuns } from './runs.ts';

type Cells = Readonly<Record<string, number>>;

const cellsOf = ({ side: { family } }: Seen, unit: string): Cells => {
  const { n, counts } = family.tally(unit);
  const cells: Record<string, number> = { '': n };
  for (const [question, keys] of Object.entries(counts))
    for (const [key, count] of Object.entries(keys)) cells[`${question} ${key}`] = count;
  return cells;
};

const inOrder = (keys: readonly string[], cells: Cells) => keys.map((key) => cells[key] ?? 0);

export interface Holding {
  /** whether a run's figures at a unit are held back */
  holds(unit: string, run: string): boolean;
  /** what is signed now takes the place of what was */
  statements(db: D1Database): D1PreparedStatement[];
}

/** By run and its top, how many answers the result had that residents saw last while they came in. */
async function seenEarly(db: D1Database, runs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { results } = await db
    .prepare(
      `SELECT s.campaign || ' ' || s.unit AS at, s.n FROM json_each(?1) c JOIN shown_result s ON s.campaign = c.value`,
    )
    .bind(JSON.stringify(runs))
    .all<{ at: string; n: number }>();
  return new Map(results.map(({ at, n }) => [at, n]));
}

/** `children`: the units below that the card has rows for. */
export async function holding(
  db: D1Database,
  runs: readonly (SeenRuns | undefined)[],
  unit: string,
  children: readonly string[],
): Promise<Holding> {
  const seen = new Map(
    runs.flatMap((set) => [...(set?.values() ?? [])]).map((one) => [one.side.head.id, one]),
  );
  const { results } = await db
    .prepare(
      `SELECT i.campaign, i.unit, i.cells FROM json_each(?1) c JOIN json_each(?2) j
         JOIN issued_counts i ON i.campaign = c.value AND i.unit = j.value`,
    )
    .bind(JSON.stringify([...seen.keys()]), JSON.stringify([unit, ...children]))
    .all<{ campaign: string; unit: string; cells: string }>();
  const early = await seenEarly(db, [...seen.keys()]);
  const held = new Set<string>();
  const fresh: { campaign: string; unit: string; cells: Cells }[] = [];
  for (const [campaign, run] of seen) {
    const before = new Map(
      results
        .filter((row) => row.campaign === campaign)
        .map((row) => [row.unit, JSON.parse(row.cells) as Cells]),
    );
    const now = new Map([unit, ...children].map((id) => [id, cellsOf(run, id)]));
    const keys = [...new Set([...before.values(), ...now.values()].flatMap((cells) => Object.keys(cells)))];
    const follows = (id: string) => {
      const old = before.get(id);
      return !old || mayFollow(inOrder(keys, old), inOrder(keys, now.get(id) ?? {}), publicThreshold);
    };
    const older = children.filter((id) => before.has(id));
    const anew = refreshed(
      older.map((id) => inOrder(keys, before.get(id) ?? {})),
      older.map((id) => inOrder(keys, now.get(id) ?? {})),
      publicThreshold,
    );
    const top = run.side.family.chain[0]?.id ?? unit;
    const shown = early.get(`${campaign} ${top}`);
    const beside =
      shown !== undefined && !mayFollow([shown], [run.side.family.tally(top).n], publicThreshold);
    const back = follows(unit) && !beside ? older.filter((_, at) => !anew[at]) : [unit, ...children];
    for (const id of back) held.add(`${campaign} ${id}`);
    for (const [id, cells] of now) if (!back.includes(id)) fresh.push({ campaign, unit: id, cells });
  }
  return {
    holds: (id, run) => held.has(`${run} ${id}`),
    statements: (db) =>
      fresh.map(({ campaign, unit: id, cells }) =>
        db
          .prepare(
            `INSERT INTO issued_counts (campaign, unit, cells) VALUES (?1, ?2, ?3)
             ON CONFLICT (campaign, unit) DO UPDATE SET cells = excluded.cells`,
          )
          .bind(campaign, id, JSON.stringify(cells)),
      ),
  };
}
