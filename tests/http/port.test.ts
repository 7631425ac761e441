// A port that is taken is found before anything is made, and the sentence names a free one.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serve } from '../../worker/host/serve.ts';
import { settings } from '../../worker/host/settings.ts';

let dataDir: string;
const holders: Server[] = [];
const hold = (port: number) =>
  new Promise<number | undefined>((done) => {
    const server = createServer();
    server.once('error', () => done(undefined));
    server.listen(port, '127.0.0.1', () => {
      holders.push(server);
      done((server.address() as AddressInfo).port);
    });
  });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'linli-port-'));
});
afterAll(async () => {
  for (const server of holders) server.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('a start on a taken port makes no database, prints no password and proposes the next free number', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const port = (await hold(0)) ?? 0;
  await hold(port + 1); // taken as well, by us or by another
  const env = { PORT: String(port), DATA_DIR: dataDir, LINLI_DEMO: '0', LINLI_CITY: '某某市' };
  const started = await serve(settings(env)).then(
    async (server) => {
      await server.close();
      return '';
    },
    (error: unknown) => String(error),
  );
  const proposed = Number(/PORT=(\d+)/.exec(started)?.[1]);
  expect(proposed).toBeGreaterThan(port + 1);
  expect(await hold(proposed)).toBe(proposed);
  expect(await readdir(dataDir)).toEqual([]);
  expect(said.mock.calls.flat().join('\n')).not.toContain('密码');
  said.mockRestore();
});
