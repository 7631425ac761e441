// A whole self-hosted server from its settings: lock, runtime, migrations, first run, front, clock, and the way
// out. `npm start` and `npm run dev` differ only in what they put around it.
import { existsSync } from 'node:fs';
import { type Front, type FrontOptions, openFront } from './front.ts';
import { type Lock, lock } from './lock.ts';
import { say, warn } from './log.ts';
import { migrate } from './migrate.ts';
import { assetsDir } from './paths.ts';
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
  try {
    say('正在启动数据库与服务', 'starting the database and the Worker');
    const running = await supervise({ dataDir, vars: { ORIGIN: origin.origin, ...vars }, ownSignals: true });
    supervised = running;
    const runtime = running.now();
    if (runtime) await prepare(runtime.db, origin.origin);
    const front = await openFront({
      host,
      port,
      assetsDir,
      origin,
      behindProxy: behindTls,
      upstream: () => running.now()?.url,
      ...(tls ? { tls } : {}),
      ...dev,
    });
    const clock = setInterval(() => tick(running), 5 * minutes);
    return {
      front,
      runtime: () => running.now(),
      async close() {
        clearInterval(clock);
        await front.close();
        await running.close();
        held.release();
      },
    };
  } catch (error) {
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
