// One request from a client to the Worker and its answer back: believes nothing of what a client says about
// itself, holds the body limit, compresses text while it streams.

import type { ServerResponse } from 'node:http';
import {
  Agent,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as send,
} from 'node:http';
import { isIP } from 'node:net';
import { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { encodingFor, isCompressible } from './files.ts';
import { problem } from './problem.ts';

/** Bytes of a request body; the Worker has narrower limits of its own. */
const bodyLimit = 2 * 1024 * 1024;

/** Said by a client about itself, or meant for one hop only. */
const refused =
  /^(mf-|cf-|x-forwarded|x-real|forwarded$|true-client-ip$|connection$|keep-alive$|proxy-|te$|trailer$|transfer-encoding$|upgrade$|expect$|accept-encoding$|host$)/;
const oneHop = /^(connection|keep-alive|transfer-encoding|upgrade|proxy-.*|trailer)$/;

export interface ProxyOptions {
  /** Where the Worker listens now; undefined while it is away. */
  upstream(): string | undefined;
  /** The public origin: the Worker sees its host, whatever the client wrote. */
  origin: URL;
  /** A reverse proxy in front of us ends TLS; the last hop of its X-Forwarded-For is the client. */
  behindProxy: boolean;
  /** Written at the end of every page; only `npm run dev` uses it. */
  appendToHtml?: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

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

/** Sends the body on and cuts it at the limit. */
function sendBody(request: IncomingMessage, onward: ClientRequest, response: ServerResponse): void {
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= bodyLimit) return;
    request.unpipe(onward);
    onward.destroy();
    tooLarge(request, response);
  });
  request.on('aborted', () => onward.destroy());
  request.pipe(onward);
}

function tooLarge(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  problem(request, response, 413);
  request.resume();
}

export function proxy(request: IncomingMessage, response: ServerResponse, options: ProxyOptions): void {
  const upstream = options.upstream();
  if (!upstream) {
    problem(request, response, 503);
    return;
  }
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) {
    tooLarge(request, response);
    return;
  }

  const hasBody = 'content-length' in request.headers || 'transfer-encoding' in request.headers;
  const headers = forwardedHeaders(request, options);
  const attempt = (again: boolean) => {
    const { hostname, port } = new URL(upstream);
    const onward = send({ agent, hostname, port, method: request.method, path: request.url, headers });
    onward.on('response', (answer) => passBack(answer, request, response, options));
    onward.on('error', () => {
      if (response.headersSent) return response.destroy();
      if (response.writableEnded || response.destroyed) return;
      // A kept-alive socket may die as it is used; without a body the same request can be sent again.
      if (again && onward.reusedSocket && !hasBody) return attempt(false);
      problem(request, response, 503);
    });
    response.on('close', () => onward.destroy());
    if (hasBody) sendBody(request, onward, response);
    else onward.end();
  };
  attempt(true);
}
