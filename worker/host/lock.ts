// One server per data folder: two on one SQLite file gave 25 % SQLITE_BUSY. The lock is a file that names its
// owner by pid and start, so a lock left by kill -9 is recognised and taken over, together with the orphan
// workerd of that owner, which would go on accepting writes.
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './log.ts';
import { end, isAlive, type Owner, owner, workerdsOn } from './processes.ts';

export interface Lock {
  /** The real path of the data folder. */
  dataDir: string;
  /** How many workerd of an earlier, killed owner had to be ended. */
  orphans: number;
  release(): void;
}

export class DataInUse extends PlainError {
  override name = 'DataInUse';

  constructor(dataDir: string, pid: number) {
    super(
      `数据目录 ${dataDir} 正由另一个进程（${pid}）使用。请先停止它，或用 DATA_DIR 另选目录。`,
      `The data folder is in use by process ${pid}. Stop that one first, or choose another folder with DATA_DIR.`,
    );
  }
}

type Held = Owner & { nonce: string };

function readLock(file: string): Held | undefined {
  try {
    const held: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof held !== 'object' || held === null) return undefined;
    if (!('pid' in held && 'started' in held && 'nonce' in held)) return undefined;
    return { pid: Number(held.pid), started: String(held.started), nonce: String(held.nonce) };
  } catch {
    return undefined;
  }
}

/** Puts our file in place only if there is none: link() is atomic and never overwrites. */
function place(file: string, mine: Held): boolean {
  const draft = `${file}.${mine.nonce}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    linkSync(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes the folder (made when missing) or throws DataInUse. */
export async function lock(folder: string): Promise<Lock> {
  mkdirSync(folder, { recursive: true });
  const dataDir = realpathSync(folder);
  const file = `${dataDir}/lock`;
  const mine: Held = { ...owner(process.pid), nonce: randomUUID() };

  if (!place(file, mine)) {
    const held = readLock(file);
    if (held && isAlive(held)) throw new DataInUse(dataDir, held.pid);
    // Moved away and not deleted: of several that find the same stale lock, only one can move it.
    const stale = `${file}.stale.${mine.nonce}`;
    try {
      renameSync(file, stale);
      rmSync(stale);
    } catch {
      // Another one was quicker; place() below decides.
    }
    place(file, mine);
    // One that was about to move the stale lock may have moved ours instead. Wait for it to show.
    await sleep(60);
  }
  const now = readLock(file);
  if (now?.nonce !== mine.nonce) throw new DataInUse(dataDir, now?.pid ?? 0);

  const orphans = workerdsOn(dataDir);
  await end(orphans);
  return {
    dataDir,
    orphans: orphans.length,
    release() {
      if (readLock(file)?.nonce === mine.nonce) rmSync(file, { force: true });
    },
  };
}
