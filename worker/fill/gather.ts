// Group commit: submissions that arrive while a batch is at the database wait for it and go together in the next one,
// so that a crowd shares the price of the call, of the commit and of the common counts, which is larger than the rest
// of the work. Alone, a submission goes at once. Each keeps its own guards; nobody gets a receipt before the commit.
import { type Attempt, countStatements, type Prepared } from './submission.ts';

/** Members of a group: a longer batch would hold up the next one for too long. */
const most = 16;
/**
 * Milliseconds that a group stays open once it could go, in a crowd: the requests that arrived while the database was
 * at work have not been read yet. Without it groups of 16 senders held fewer than three.
 */
const linger = 2;
/** Milliseconds after which nobody waits for others any more: the request that leads a group may have been cut. */
const patience = 3_000;

type Results = D1Result<unknown>[];

interface Group {
  statements: D1PreparedStatement[];
  attempts: Attempt[];
  done: Promise<Results>;
  settle(results: Promise<Results>): void;
}

/** The group that still takes members, and the one that is at the database or next to go there. */
let open: Group | undefined;
let ahead: Promise<unknown> = Promise.resolve();
/** The last group had company. */
let crowd = false;

function newGroup(): Group {
  let settle: Group['settle'] = () => {};
  const done = new Promise<Results>((resolve) => {
    settle = resolve;
  });
  done.catch(() => {}); // each member hears of it by itself
  return { statements: [], attempts: [], done, settle };
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
 * Results of a submission's own statements, run in one transaction, maybe with those of others. When that fails it is
 * prepared anew and run alone: with a fresh attempt, so what was stored after all is not counted again.
 */
export async function gathered(db: D1Database, prepare: () => Promise<Prepared>): Promise<Results> {
  const { attempt, own } = await prepare();
  const joined = open && open.attempts.length < most ? open : undefined;
  const group = joined ?? newGroup();
  const start = group.statements.length;
  group.statements.push(...own);
  group.attempts.push(attempt);
  try {
    if (!joined) {
      open = group;
      const before = ahead;
      ahead = group.done.catch(() => {});
      await inTime(before).catch(() => {});
      if (crowd || group.attempts.length > 1) await new Promise((resolve) => setTimeout(resolve, linger));
      if (open === group) open = undefined;
      crowd = group.attempts.length > 1;
      group.settle(db.batch<unknown>([...group.statements, ...countStatements(db, group.attempts)]));
    }
    return (await inTime(group.done)).slice(start, start + own.length);
  } catch {
    if (open === group) open = undefined;
    const alone = await prepare();
    return db.batch<unknown>([...alone.own, ...countStatements(db, [alone.attempt])]);
  }
}
