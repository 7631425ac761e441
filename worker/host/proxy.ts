// One request from a client to the Worker and its answer back: believes nothing of what a client says about
// itself, has the whole body before it takes a way to the Worker, compresses text while it streams.

import type { ServerResponse } from 'node:http';
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request as send } from 'node:http';
import { isIP } from 'node:net';
import { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { encodingFor, isCompressible } from './files.ts';
import { type FrontProblem, problem } from './problem.ts';
import { readBody } from './request-body.ts';

/** Said by a client about itself, or meant for one hop only. */
const refused =
  /^(mf-|cf-|x-forwarded|x-real|forwarded$|true-client-ip$|connection$|keep-alive$|proxy-|te$|trailer$|content-length$|transfer-encoding$|upgrade$|expect$|accept-encoding$|host$)/;
const oneHop = /^(connection|keep-alive|transfer-encoding|upgrade|proxy-.*|trailer)$/;

export interface ProxyOptions {
  /** Where the Worker listens now; undefined while it is away. */
  upstream(): string | undefined;
  /** The public origin: the Worker sees its host, whatever the client wrote. */
  origin: URL;
  /** A reverse proxy in front of us ends TLS; the last hop of its X-Forwarded-For is the client. */
  behindProxy: boolean;
  /** Milliseconds that a request's body may take; a test says less. */
  bodyTime?: number;
  /** Written at the end of every page; only `npm run dev` uses it. */
  appendToHtml?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

/** The address that the Worker may believe. */
function clientAddress(request: IncomingMessage, behindProxy: boolean): string {
  const socket = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const hop =
    String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  return behindProxy && isIP(hop) ? hop : socket;
}

function forwardedHeaders(request: IncomingMessage, options: ProxyOptions): IncomingHttpHeaders {
  const kept = Object.entries(request.headers).filter(([name]) => !refused.test(name));
  return {
    ...Object.fromEntries(kept),
    host: options.origin.host,
    'cf-connecting-ip': clientAddress(request, options.behindProxy),
  };
}

function compressor(
  answer: IncomingMessage,
  request: IncomingMessage,
): { name: string; stream: Transform } | undefined {
  const { headers, statusCode } = answer;
  const small = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY) < 1024;
  if (small || request.method === 'HEAD' || statusCode === 204 || statusCode === 304) return undefined;
  if (headers['content-encoding'] || /no-transform/.test(headers['cache-control'] ?? '')) return undefined;
  if (!isCompressible(headers['content-type'] ?? '')) return undefined;
  // gzip first: for text made anew each time it costs a third of brotli's time for nearly its size.
  const name = encodingFor(request, { quick: true });
  if (name === 'gzip') return { name, stream: createGzip({ level: 5, flush: constants.Z_SYNC_FLUSH }) };
  if (name !== 'br') return undefined;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4 };
  return { name, stream: createBrotliCompress({ params, flush: constants.BROTLI_OPERATION_FLUSH }) };
}

function ending(text: string): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => done(null, text),
  });
}

function passBack(
  answer: IncomingMessage,
  request: IncomingMessage,
  response: ServerResponse,
  { appendToHtml }: ProxyOptions,
): void {
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !oneHop.test(name)));
  const packed = compressor(answer, request);
  if (packed) {
    delete headers['content-length'];
    headers['content-encoding'] = packed.name;
    headers.vary = [answer.headers.vary, 'accept-encoding'].filter(Boolean).join(', ');
    if (answer.headers.etag) headers.etag = answer.headers.etag.replace(/^"/, 'W/"');
  }
  const isPage = request.method === 'GET' && /^text\/html/.test(answer.headers['content-type'] ?? '');
  const added = isPage && !answer.headers['content-encoding'] ? appendToHtml : undefined;
  if (added) delete headers['content-length'];
  response.writeHead(answer.statusCode ?? 502, headers);
  // A cut answer must look cut to the client, so both ends fall with it.
  answer.on('error', () => response.destroy());
  response.on('close', () => answer.destroy());
  const whole = added ? answer.pipe(ending(added)) : answer;
  if (packed) whole.pipe(packed.stream).pipe(response);
  else whole.pipe(response);
}

/** Refuses what has not been read to its end, so the connection cannot be used again. */
function refuseUnread(request: IncomingMessage, response: ServerResponse, code: FrontProblem): void {
  response.setHeader('connection', 'close');
  problem(request, response, code);
  request.resume();
}

export async function proxy(
  request: IncomingMessage,
  response: ServerResponse,
  options: ProxyOptions,
): Promise<void> {
  const hasBody = 'content-length' in request.headers || 'transfer-encoding' in request.headers;
  const body = hasBody ? await readBody(request, options.bodyTime) : undefined;
  if (body === 'gone' || response.destroyed) return;
  if (typeof body === 'string') return refuseUnread(request, response, body);
  const upstream = options.upstream();
  if (!upstream) return problem(request, response, 'unavailable');

  const headers = {
    ...forwardedHeaders(request, options),
    ...(body ? { 'content-length': body.length } : {}),
  };
  const { hostname, port } = new URL(upstream);
  const attempt = (again: boolean) => {
    const onward = send({ agent, hostname, port, method: request.method, path: request.url, headers });
    onward.on('response', (answer) => passBack(answer, request, response, options));
    onward.on('error', () => {
      if (response.headersSent) return response.destroy();
      if (response.writableEnded || response.destroyed) return;
      // A kept-alive socket may die as it is used; without a body the same request can be sent again.
      if (again && onward.reusedSocket && !body) return attempt(false);
      problem(request, response, 'unavailable');
    });
    response.on('close', () => onward.destroy());
    onward.end(body);
  };
  attempt(true);
}
