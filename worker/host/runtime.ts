// The built Worker on workerd, by the Miniflare API, with its data on disk. Only loopback sockets: Miniflare's
// own port believes any header and hands out any object, so nobody but this process may reach it, and the
// Worker's direct socket is for the front alone.
import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { Log, LogLevel, Miniflare, type MiniflareOptions, Response } from 'miniflare';
import { root, workerFile } from './paths.ts';
import { dataMark, end, type Owner, workerdsOn } from './processes.ts';

export interface RuntimeOptions {
  dataDir: string;
  /** Text variables of the Worker's env, ORIGIN among them. */
  vars?: Record<string, string>;
  /** Of the Worker's direct socket; 0, the default, takes a free one. */
  port?: number;
  /** The caller closes the runtime on a signal. Without it Miniflare ends the whole process at once. */
  ownSignals?: boolean;
}

export interface Runtime {
  /** Where the Worker listens, on loopback; stays the same when workerd is restarted. */
  url: string;
  /** The database as it is now: ask for it anew after waiting, a restart of workerd makes the old one void. */
  readonly db: D1Database;
  /** What Cloudflare's clock does: runs the Worker's scheduled handler. */
  scheduled(): Promise<void>;
  /** The workerd processes at work on this data. */
  pids(): Owner[];
  /** Puts the newly built Worker and its variables in place of the running one. */
  reload(vars?: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

/** The one place for both ways of running is wrangler.toml. */
function compatibility(): { compatibilityDate: string; compatibilityFlags: string[] } {
  const toml = readFileSync(`${root}wrangler.toml`, 'utf8');
  const compatibilityDate = /^compatibility_date = "([\d-]+)"/m.exec(toml)?.[1];
  const flags = /^compatibility_flags = \[(.*)\]/m.exec(toml)?.[1];
  if (!compatibilityDate || flags === undefined) throw new Error('wrangler.toml names no compatibility date');
  return {
    compatibilityDate,
    compatibilityFlags: [...flags.matchAll(/"([^"]+)"/g)].map(([, it]) => it ?? ''),
  };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Miniflare's own signal handlers call process.exit() before open requests could finish. */
function withoutNewSignalHandlers<T>(make: () => T): T {
  const before = new Map(signals.map((signal) => [signal, new Set(process.listeners(signal))]));
  const made = make();
  for (const signal of signals)
    for (const it of process.listeners(signal)) if (!before.get(signal)?.has(it)) process.off(signal, it);
  return made;
}

export async function openRuntime({
  dataDir: folder,
  vars = {},
  port = 0,
  ownSignals = false,
}: RuntimeOptions): Promise<Runtime> {
  mkdirSync(folder, { recursive: true });
  const dataDir = realpathSync(folder);
  let db: D1Database;

  const options = (env: Record<string, string>): MiniflareOptions => ({
    host: '127.0.0.1',
    port: 0,
    cf: false,
    log: new Log(LogLevel.WARN),
    resourcePersistencePath: `${dataDir}/store`,
    enableDevRegistry: false,
    unsafeRuntimeEnv: { [dataMark]: dataDir },
    // Miniflare starts a crashed workerd again by itself, on the same ports; only handles to it are lost.
    unsafeHandleRuntimeRestart: refresh,
    workers: [
      {
        config: {
          name: 'linli',
          ...compatibility(),
          manifest: {
            mainModule: 'index.js',
            modules: { 'index.js': { type: 'esm', contents: readFileSync(workerFile, 'utf8') } },
          },
          env: {
            DB: { type: 'd1', id: 'linli' },
            FILES: { type: 'r2', name: 'linli' },
            ...Object.fromEntries(
              Object.entries(env).map(([name, value]) => [name, { type: 'text' as const, value }]),
            ),
          },
        },
        dev: {
          unsafeDirectSockets: [{ host: '127.0.0.1', port, proxy: false }],
          unsafeRegisterWorker: false,
          outboundService: {
            type: 'fetcher',
            handler: () =>
              new Response('A self-hosted server opens no connections of its own.', { status: 403 }),
          },
        },
      },
    ],
  });

  const make = () => new Miniflare(options(vars));
  const miniflare = ownSignals ? withoutNewSignalHandlers(make) : make();
  async function refresh(): Promise<void> {
    db = await miniflare.getD1Database('DB');
  }
  await miniflare.ready;
  await refresh();
  const url = (await miniflare.unsafeGetDirectURL()).origin;

  return {
    url,
    get db() {
      return db;
    },
    async scheduled() {
      const worker = await miniflare.getWorker();
      await worker.scheduled({ cron: '*/5 * * * *' });
    },
    pids: () => workerdsOn(dataDir),
    async reload(next = vars) {
      await miniflare.setOptions(options(next));
      await refresh();
    },
    async close() {
      await miniflare.dispose();
      await end(workerdsOn(dataDir));
    },
  };
}
