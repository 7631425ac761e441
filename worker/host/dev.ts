// `npm run dev`: serves, and on every saved file builds again, swaps the Worker and reloads open pages.
import { watch } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { build } from './build.ts';
import type { FrontOptions } from './front.ts';
import { fail, say, warn } from './log.ts';
import { root } from './paths.ts';
import { closeOnSignal, serve } from './serve.ts';
import { settings } from './settings.ts';

/** Pages load it as a file because their policy is script-src 'self'. */
const client = `new EventSource('/__dev').addEventListener('built', () => location.reload());`;

const appendToHtml = '<script type="module" src="/__dev.js"></script>';

const open = new Set<ServerResponse>();

const before: NonNullable<FrontOptions['before']> = (request, response) => {
  if (request.url === '/__dev.js') {
    response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' }).end(client);
    return true;
  }
  if (request.url === '/__dev') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 500\n\n');
    open.add(response);
    response.on('close', () => open.delete(response));
    return true;
  }
  return false;
};

async function dev(): Promise<void> {
  await build();
  const chosen = settings();
  const server = await serve(chosen, { DEV: '1' }, { before, appendToHtml });

  let timer: NodeJS.Timeout | undefined;
  let building: Promise<void> = Promise.resolve();
  const rebuild = async () => {
    try {
      if (!(await build())) return;
      server.front.reload();
      await server.runtime()?.reload();
      for (const page of open) page.write('event: built\ndata: \n\n');
    } catch (error) {
      warn(
        '构建失败，改好后会自动重试',
        `build failed: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
  for (const folder of ['schema', 'web', 'worker']) {
    watch(root + folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        building = building.then(rebuild);
      }, 80);
    });
  }
  closeOnSignal(() => {
    for (const page of open) page.end();
    return server.close();
  });
  say(`开发服务已就绪：${chosen.origin.origin}`, 'pages reload when a file is saved');
}

await dev().catch(fail);
