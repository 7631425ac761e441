// A whole self-hosted server from its settings: lock, front, runtime, migrations, first run, clock, and the way out.
// The front comes early: a port that is taken must show before a city is made and its password printed. `npm start` and `npm run dev` differ only in what they put around it.
import { existsSync } from 'node:fs';
import { ballotSecret } from './ballot-secret.ts';
import { type Front, type FrontOptions, openFront } from './front.ts';
import { type Lock, lock } from './lock.ts';
import { say, warn } from './log.ts';
import { migrate } from './migrate.ts';
import { assetsDir } from './paths.ts';
import { sayTaken } from './port.ts';
import type { Runtime } from './runtime.ts';
import type { Settings } from './settings.ts';
import { type Supervised, supervise } from './supervise.ts';

/** What worker/host/first-run.ts exports: the first administrator and the demo city. */
interface FirstRun {
  firstRun(it: { db: D1Database; origin: string; say: typeof say }): Promise<void>;
}

export interface Server {
  front: Front;
  runtime(): Runtime | undefined;
  close(): Promise<void>;
}

const minutes = 60_000;

async function prepare(db: D1Database, origin: string): Promise<void> {
  const applied = await migrate(db);
  if (applied.length > 0)
    say(`数据表已更新（${applied.length} 项）`, `${applied.length} migration(s) applied`);
  const module = new URL('./first-run.ts', import.meta.url);
  if (!existsSync(module)) return;
  const { firstRun } = (await import(module.href)) as FirstRun;
  await firstRun({ db, origin, say });
}

async function tick(supervised: Supervised): Promise<void> {
  try {
    await supervised.now()?.scheduled();
  } catch (error) {
    warn('定时任务没有完成', `the scheduled task failed: ${String(error)}`);
  }
}

export async function serve(
  { host, port, dataDir, origin, behindTls, tls }: Settings,
  vars: Record<string, string> = {},
  dev: Pick<FrontOptions, 'before' | 'appendToHtml'> = {},
): Promise<Server> {
  const held: Lock = await lock(dataDir);
  if (held.orphans > 0)
    say('已结束上次遗留的进程', `ended ${held.orphans} orphan workerd of a killed server`);
  let supervised: Supervised | undefined;
  let front: Front | undefined;
  let ready = false;
  try {
    const opened = await openFront({
      host,
      port,
      assetsDir,
      origin,
      behindProxy: behindTls,
      upstream: () => (ready ? supervised?.now()?.url : undefined),
      ...(tls ? { tls } : {}),
      ...dev,
    }).catch(async (error: unknown) => {
      throw await sayTaken(error, host, port);
    });
    front = opened;
    say('正在启动数据库与服务', 'starting the database and the Worker');
    const running = await supervise({
      dataDir,
      vars: { ORIGIN: origin.origin, BALLOT_SECRET: ballotSecret(dataDir), ...vars },
      ownSignals: true,
    });
    supervised = running;
    const runtime = running.now();
    if (runtime) await prepare(runtime.db, origin.origin);
    ready = true;
    const clock = setInterval(() => tick(running), 5 * minutes);
    return {
      front: opened,
      runtime: () => running.now(),
      async close() {
        clearInterval(clock);
        await opened.close();
        await running.close();
        held.release();
      },
    };
  } catch (error) {
    await front?.close(0);
    await supervised?.close();
    held.release();
    throw error;
  }
}

/** On Ctrl-C or SIGTERM: open requests finish, the lock goes, the program ends. A second one does not wait. */
export function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      say('正在停止，等待进行中的请求', 'stopping; open requests may finish');
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
