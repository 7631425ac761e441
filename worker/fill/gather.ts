// Group commit: submissions that arrive while a batch is at the database wait for it and go together in the next one,
// so that a crowd shares the price of the call and of the commit, which are larger than the work itself. Alone, a
// submission goes at once. Each keeps its own guards, and nobody gets a receipt before the commit.

/** Members of a group: a longer batch would hold up the next one for too long. */
const most = 16;
/** Milliseconds after which nobody waits for others any more: the request that leads a group may have been cut. */
const patience = 3_000;

type Results = D1Result<unknown>[];

interface Group {
  statements: D1PreparedStatement[];
  members: number;
  done: Promise<Results>;
  settle(results: Promise<Results>): void;
}

/** The group that still takes members, and the one that is at the database or next to go there. */
let open: Group | undefined;
let ahead: Promise<unknown> = Promise.resolve();

function newGroup(): Group {
  let settle: Group['settle'] = () => {};
  const done = new Promise<Results>((resolve) => {
    settle = resolve;
  });
  done.catch(() => {}); // each member hears of it by itself
  return { statements: [], members: 0, done, settle };
}

async function inTime<T>(promise: Promise<T>): Promise<T> {
  let stop = () => {};
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error('timed out')), patience);
    stop = () => clearTimeout(timer);
  });
  return Promise.race([promise, late]).finally(() => stop());
}

/**
 * Results of the statements that `make` prepares, run in one transaction, maybe with those of others. When that fails
 * they are made anew and run alone: with a fresh attempt, so what was stored after all is not counted again.
 */
export async function gathered(db: D1Database, make: () => Promise<D1PreparedStatement[]>): Promise<Results> {
  const statements = await make();
  const joined = open && open.members < most ? open : undefined;
  const group = joined ?? newGroup();
  const start = group.statements.length;
  group.statements.push(...statements);
  group.members++;
  try {
    if (!joined) {
      open = group;
      const before = ahead;
      ahead = group.done.catch(() => {});
      await inTime(before).catch(() => {});
      if (open === group) open = undefined;
      group.settle(db.batch<unknown>(group.statements));
    }
    return (await inTime(group.done)).slice(start, start + statements.length);
  } catch {
    if (open === group) open = undefined;
    return db.batch<unknown>(await make());
  }
}
