// The linking attack. Whoever owns the account can copy the whole database at any minute of the last 30 days; this reads such
// copies one after the other, knows nothing of the product but that entries of a roll have ids and ballots have too, and says
// which ballot it takes for whose.

/** A copy: every row of every table, as text. */
type Dump = ReadonlyMap<string, ReadonlySet<string>>;

export async function dumpOf(db: D1Database): Promise<Dump> {
  const { results: tables } = await db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
    )
    .all<{ name: string }>();
  const rows = await db.batch<object>(tables.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`)));
  return new Map(
    tables.map(({ name }, at) => [name, new Set(rows[at]?.results.map((row) => JSON.stringify(row)))]),
  );
}

/** Rows that were not there before, by table; of tables in which nothing is new, none. */
const newIn = (before: Dump, after: Dump): Map<string, string[]> =>
  new Map(
    [...after]
      .map(([table, rows]): [string, string[]] => [
        table,
        [...rows].filter((row) => !before.get(table)?.has(row)),
      ])
      .filter(([, rows]) => rows.length > 0),
  );

/** What a run of copies tells: when rows that name an elector changed, and when each ballot was first there. */
export interface Seen {
  /** entry → numbers of the copies, rising */
  traces: Map<string, number[]>;
  /** id of the ballot → number of the copy */
  ballots: Map<string, number>;
}

const idOf = (row: string): string => {
  const read: { id?: unknown } = JSON.parse(row);
  return String(read.id);
};

/** Takes one copy after the other. */
export function watcher(entries: readonly string[], first: Dump) {
  const seen: Seen = { traces: new Map(entries.map((entry) => [entry, []])), ballots: new Map() };
  let before = first;
  let at = 0;
  return {
    seen,
    /** @returns the tables in which something was new */
    look(dump: Dump): string[] {
      at += 1;
      const found = newIn(before, dump);
      before = dump;
      for (const [table, rows] of found)
        for (const row of rows) {
          if (table === 'ballot') {
            const id = idOf(row);
            if (!seen.ballots.has(id)) seen.ballots.set(id, at);
          } else
            for (const [entry, traces] of seen.traces)
              if (row.includes(`"${entry}"`) && traces.at(-1) !== at) traces.push(at);
        }
      return [...found.keys()].sort();
    },
  };
}

/** ballot → entry */
type Guess = Map<string, string>;

/** Each ballot is of whoever left the latest trace before it and has none yet: what gives away who takes and casts at once. */
export function byLatestTrace({ traces, ballots }: Seen): Guess {
  const left = new Set(traces.keys());
  const guess: Guess = new Map();
  for (const [ballot, at] of [...ballots].sort(([, one], [, other]) => one - other)) {
    const latest = (entry: string) => traces.get(entry)?.findLast((trace) => trace <= at) ?? 0;
    const best = [...left].reduce<string | undefined>(
      (one, other) => (one === undefined || latest(other) > latest(one) ? other : one),
      undefined,
    );
    if (best === undefined) break;
    left.delete(best);
    guess.set(ballot, best);
  }
  return guess;
}

/** Who took a ballot first cast first: what gives away those who keep their order over the days. */
export function byOrder({ traces, ballots }: Seen): Guess {
  const first = (entry: string) => traces.get(entry)?.[0] ?? Number.POSITIVE_INFINITY;
  const people = [...traces.keys()].sort((one, other) => first(one) - first(other));
  const box = [...ballots].sort(([, one], [, other]) => one - other);
  return new Map(box.map(([ballot], at) => [ballot, people[at] ?? '']));
}

export const rightIn = (guess: Guess, whose: ReadonlyMap<string, string>): number =>
  [...guess].filter(([ballot, entry]) => whose.get(ballot) === entry).length;
