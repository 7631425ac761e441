// The front of a self-hosted server before a Worker that only tells what reached it: nobody can hold the way to it,
// say who they are, or come in by Miniflare's own door.
import { createServer, type Server, request as send } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Front, openFront } from '../../worker/host/front.ts';
import { assetsDir } from '../../worker/host/paths.ts';

interface Seen {
  method: string;
  path: string;
  headers: Record<string, string | undefined>;
  body: string;
}
let seen: Seen[] = [];
let worker: Server;
let away = false;
let front: Front;
let behind: Front;

beforeAll(async () => {
  worker = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    const { method = '', url: path = '', headers } = request;
    seen.push({ method, path, headers: headers as Seen['headers'], body });
    response.end('here');
  });
  await new Promise<void>((done) => worker.listen(0, '127.0.0.1', done));
  const { port } = worker.address() as AddressInfo;
  const options = {
    host: '127.0.0.1',
    port: 0,
    assetsDir,
    origin: new URL('http://localhost:8787'),
    upstream: () => (away ? undefined : `http://127.0.0.1:${port}`),
    bodyTime: 1_500,
  };
  front = await openFront({ ...options, behindProxy: false });
  behind = await openFront({ ...options, behindProxy: true });
});
afterEach(() => {
  seen = [];
  away = false;
});
afterAll(async () => {
  await Promise.all([front.close(0), behind.close(0)]);
  worker.close();
});

const at = (path: string, { port } = front) => `http://127.0.0.1:${port}${path}`;

/** Bytes on a socket as they are, and all that comes back until it closes. */
async function raw(text: string): Promise<{ socket: Socket; answer: Promise<string> }> {
  const socket = connect(front.port, '127.0.0.1');
  await new Promise<void>((done, fail) => socket.once('connect', done).once('error', fail));
  const answer = new Promise<string>((done) => {
    let all = '';
    socket.on('data', (part) => {
      all += part.toString();
    });
    socket.on('error', () => {});
    socket.on('close', () => done(all));
  });
  socket.write(text);
  return { socket, answer };
}

test('six hundred clients that send one byte and then nothing keep nobody out, and are sent away', async () => {
  const stalled = await Promise.all(
    Array.from({ length: 600 }, () =>
      raw('POST /api/session HTTP/1.1\r\nhost: localhost\r\ncontent-length: 500\r\n\r\n{'),
    ),
  );
  const reply = await fetch(at('/api/health'), { signal: AbortSignal.timeout(1_200) });
  expect(await reply.text()).toBe('here');
  const answers = await Promise.all(stalled.map(({ answer }) => answer));
  expect(answers.filter((text) => text.startsWith('HTTP/1.1 408 ')).length).toBe(600);
  expect(answers[0]).toContain('"type":"urn:linli:too-slow"');
  expect(seen.map(({ path }) => path)).toEqual(['/api/health']);
});

test('a body reaches the Worker whole, with its length, whether or not the client stated it', async () => {
  await fetch(at('/x'), { method: 'POST', body: 'stated' });
  await new Promise<void>((done, fail) => {
    const onward = send(at('/x'), { method: 'PUT' }, (reply) => reply.resume().on('end', done));
    onward.on('error', fail);
    onward.write('in ');
    onward.end('pieces');
  });
  await fetch(at('/x'), { method: 'POST' });
  expect(seen.map(({ method, body, headers }) => [method, body, headers['content-length']])).toEqual([
    ['POST', 'stated', '6'],
    ['PUT', 'in pieces', '9'],
    ['POST', '', '0'],
  ]);
});

test('too much is refused before the Worker hears of it, stated or in pieces', async () => {
  const stated = await raw('POST /x HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2097153\r\n\r\n');
  const answer = await stated.answer;
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect(answer).toContain('"type":"urn:linli:too-large","code":"too-large"');
  const pieces = await raw('POST /x HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n');
  for (let n = 0; n < 33; n += 1) pieces.socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`);
  expect(await pieces.answer).toMatch(/^HTTP\/1.1 413 /);
  expect(seen).toEqual([]);
});

test('whoever is not behind a proxy cannot say where they come from', async () => {
  const lies = {
    'x-forwarded-for': '203.0.113.7',
    'cf-connecting-ip': '203.0.113.7',
    'x-real-ip': '203.0.113.7',
    'mf-original-url': 'http://evil.example/',
  };
  await fetch(at('/x'), { headers: lies });
  expect(seen[0]?.headers).toMatchObject({ 'cf-connecting-ip': '127.0.0.1', host: 'localhost:8787' });
  for (const name of ['x-forwarded-for', 'x-real-ip', 'mf-original-url'])
    expect(seen[0]?.headers[name]).toBeUndefined();
});

test('behind a proxy the last hop is believed, and only an address', async () => {
  const from = async (hops: string) => {
    await fetch(at('/x', behind), { headers: { 'x-forwarded-for': hops } });
    return seen.at(-1)?.headers['cf-connecting-ip'];
  };
  expect(await from('198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
  expect(await from('203.0.113.7, nonsense')).toBe('127.0.0.1');
});

test('Miniflare’s own door is closed by the front itself, however it is written', async () => {
  for (const path of ['/cdn-cgi/mf/scheduled', '/CDN-CGI/x', '//cdn-cgi/x', '/%63dn-cgi/x', '/cdn-cgi']) {
    const reply = await fetch(at(path));
    expect([path, reply.status, await reply.json()]).toEqual([
      path,
      404,
      expect.objectContaining({ code: 'not-found' }),
    ]);
  }
  expect(seen).toEqual([]);
});

test('what the front says itself has the codes and the shape of the house, in one language', async () => {
  away = true;
  const reply = await fetch(at('/api/units'), { headers: { 'accept-language': 'en' } });
  expect([reply.status, reply.headers.get('retry-after'), reply.headers.get('content-language')]).toEqual([
    503,
    '3',
    'en',
  ]);
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(await reply.json()).toEqual({
    type: 'urn:linli:unavailable',
    code: 'unavailable',
    status: 503,
    title: 'Busy. Please try again in a while; what you filled in is kept.',
  });
  const page = await fetch(at('/f/x'), { headers: { accept: 'text/html' } });
  const text = await page.text();
  expect([page.status, page.headers.get('refresh')]).toEqual([503, '3']);
  expect(text).toContain('系统正忙');
  expect(text).not.toContain('Busy');
  expect(await (await fetch(at('/%zz'))).json()).toMatchObject({ status: 400, code: 'bad-input' });
});
