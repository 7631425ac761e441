// What a self-hosted server shows to the network: built files from memory, everything else to the Worker.
// Ends TLS when given a certificate, closes Miniflare's own /cdn-cgi, and lets requests finish on the way out.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Files } from './files.ts';
import { problem } from './problem.ts';
import { type ProxyOptions, proxy } from './proxy.ts';

export interface FrontOptions extends ProxyOptions {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Folder of the built files. */
  assetsDir: string;
  tls?: { cert: Buffer; key: Buffer };
  /** Looks at a request first and returns true when it has answered; only `npm run dev` uses it. */
  before?(request: IncomingMessage, response: ServerResponse): boolean;
}

export interface Front {
  port: number;
  /** Reads the built files again. */
  reload(): void;
  /** Takes no new request, waits for the open ones up to `grace` ms, then closes. */
  close(grace?: number): Promise<void>;
}

/** The path without its query, decoded once; undefined when it is not one. */
function pathOf(url: string): string | undefined {
  if (!url.startsWith('/')) return undefined;
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return undefined;
  }
}

export async function openFront(options: FrontOptions): Promise<Front> {
  const files = new Files(options.assetsDir);
  let closing = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (closing) response.setHeader('connection', 'close');
    const path = pathOf(request.url ?? '');
    if (path === undefined) return problem(request, response, 'bad-input');
    if (/^\/+cdn-cgi(\/|$)/i.test(path)) return problem(request, response, 'not-found');
    if (options.before?.(request, response)) return;
    if (await files.serve(path, request, response)) return;
    await proxy(request, response, options);
  }

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(() => problem(request, response, 'unavailable'));
  };
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  server.headersTimeout = 20_000;
  // A body's own time is held in request-body.ts; a large file on a weak signal takes many minutes.
  server.requestTimeout = 3_600_000;
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    port,
    reload: () => files.reload(),
    async close(grace = 10_000) {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection kept alive turns idle only once its answer is out.
      const idle = setInterval(() => server.closeIdleConnections(), 100);
      const timer = setTimeout(() => server.closeAllConnections(), grace);
      await closed;
      clearTimeout(timer);
      clearInterval(idle);
    },
  };
}
