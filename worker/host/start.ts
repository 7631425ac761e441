// `npm start`: build what changed, then serve. Settings (environment): PORT, HOST, DATA_DIR, ORIGIN, TLS_CERT
// and TLS_KEY, BEHIND_TLS=1.
import { build } from './build.ts';
import { fail, say } from './log.ts';
import { closeOnSignal, type Server, serve } from './serve.ts';
import { settings } from './settings.ts';

async function start(): Promise<void> {
  const chosen = settings();
  say('正在检查并构建', 'building what changed');
  await build();
  let server: Server | undefined;
  closeOnSignal(async () => server?.close());
  server = await serve(chosen);
  say(`已就绪：${chosen.origin.origin}`, `ready, Ctrl-C stops it (data in ${chosen.dataDir})`);
}

await start().catch(fail);
