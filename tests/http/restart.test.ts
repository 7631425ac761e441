// Acknowledged means stored: a real server is killed with -9 under load (the parent, workerd, both), started again, and
// every receipt that anybody got is found; the tallies equal a recount; a send without an answer can be sent again.
import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../worker/host/paths.ts';
import { workerdsOn } from '../../worker/host/processes.ts';
import { openRuntime } from '../../worker/host/runtime.ts';
import { type BigCity, openBigCity } from '../bench/big-city.ts';
import { thirtyAnswers } from '../property/sample.ts';
import { responseId } from './city.ts';
import { freePort } from './free-port.ts';

let city: BigCity;
let port: number;
let server: ChildProcess | undefined;
const said: string[] = [];

let callers = 0;
/** Behind a proxy that ends TLS, so that each request may come from an address of its own. */
async function ask(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: ReturnType<JSON['parse']> }> {
  callers++;
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`,
      cookie: city.cookie,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(8_000),
  });
  const text = await reply.text();
  return { status: reply.status, body: text.startsWith('{') ? JSON.parse(text) : undefined };
}

async function start(): Promise<void> {
  server = spawn(process.execPath, ['worker/host/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: city.dataDir,
      ORIGIN: 'https://linli.example.cn',
      BEHIND_TLS: '1',
      LINLI_DEMO: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  server.stdout?.on('data', (text: Buffer) => said.push(text.toString()));
  server.stderr?.on('data', (text: Buffer) => said.push(text.toString()));
  await healthy();
}

async function healthy(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await ask('GET', '/api/health').catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(100);
  }
  throw new Error(`the server did not come back:\n${said.join('')}`);
}

const gone = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once('exit', () => resolve()));

beforeAll(async () => {
  city = await openBigCity();
  await city.runtime.close();
  port = await freePort();
  await start();
}, 60_000);

afterAll(async () => {
  if (server) {
    server.kill('SIGTERM');
    await gone(server);
  }
  await rm(city.dataDir, { recursive: true, force: true });
});

interface Sent {
  id: string;
  seed: number;
  unit: string;
  receipt?: string;
}
const all: Sent[] = [];
const send = async (one: Sent) => {
  const { status, body } = await ask('PUT', `/api/campaigns/${city.campaign.slug}/responses/${one.id}`, {
    version: 1,
    unit: one.unit,
    answers: thirtyAnswers(one.seed),
  });
  if (status === 200) one.receipt = String(body.receipt);
  return status;
};

/** Sixteen senders at once, until told to stop; none of them is put off by a refused connection. */
function load() {
  let stopped = false;
  const one = async () => {
    while (!stopped) {
      const seed = all.length;
      const sent: Sent = {
        id: responseId(),
        seed,
        unit: city.buildings[(seed * 7919) % city.buildings.length] ?? '',
      };
      all.push(sent);
      await send(sent).catch(() => sleep(50));
    }
  };
  const senders = Promise.all(Array.from({ length: 16 }, one));
  return {
    async stop() {
      stopped = true;
      await senders;
    },
  };
}

const killWorkerd = () => {
  const found = workerdsOn(city.dataDir);
  for (const { pid } of found) process.kill(pid, 'SIGKILL');
  return found.length;
};
async function killParent() {
  if (!server) return;
  server.kill('SIGKILL');
  await gone(server);
}

describe.each([
  ['the parent', async () => killParent(), true],
  ['workerd', async () => killWorkerd(), false],
  ['both', async () => Promise.all([killParent(), killWorkerd()]), true],
] as const)('kill -9 of %s under load', (_, kill, startAgain) => {
  test('loses nothing that was acknowledged', async () => {
    const before = all.filter((one) => one.receipt).length;
    const running = load();
    await sleep(1500);
    await kill();
    await sleep(300);
    await running.stop();
    if (startAgain) await start();
    else await healthy();
    // Of a killed parent, the workerd that went on alone has been ended: one is at work.
    expect(workerdsOn(city.dataDir)).toHaveLength(1);

    const acknowledged = all.slice().filter((one) => one.receipt);
    expect(acknowledged.length - before).toBeGreaterThan(50);
    const lost: string[] = [];
    for (let at = 0; at < acknowledged.length; at += 32)
      await Promise.all(
        acknowledged.slice(at, at + 32).map(async (one) => {
          const { status, body } = await ask('POST', '/api/receipts', { receipt: one.receipt });
          if (status !== 200 || body.unit.id !== one.unit || body.state !== 'accepted')
            lost.push(`${one.id}: ${status}`);
        }),
      );
    expect(lost).toEqual([]);

    // What got no answer may be stored or not: sending it again settles it, and it counts once.
    for (const one of all.filter((sent) => !sent.receipt)) expect(await send(one)).toBe(200);
    const { body } = await ask('POST', `/api/campaigns/${city.campaign.id}/recount`, {});
    expect(body).toMatchObject({ responses: all.length, differences: [] });
  }, 60_000);
});

describe('npm run recount', () => {
  const recount = async (...args: string[]) => {
    const child = spawn(process.execPath, ['worker/host/recount.ts', ...args], {
      cwd: root,
      env: { ...process.env, PORT: String(port), DATA_DIR: city.dataDir },
    });
    let text = '';
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
    });
    child.stderr.on('data', (part: Buffer) => {
      text += part.toString();
    });
    await gone(child);
    return { code: child.exitCode, text };
  };

  test('says that the server is running, else counts, and ends with 1 when something differs', async () => {
    expect(await recount()).toMatchObject({
      code: 1,
      text: expect.stringContaining('The server is running'),
    });
    server?.kill('SIGTERM');
    if (server) await gone(server);
    expect(await recount(city.campaign.slug)).toMatchObject({
      code: 0,
      text: expect.stringContaining(`${all.length} responses`),
    });
    expect(await recount('nosuchone')).toMatchObject({ code: 1, text: expect.stringContaining('nosuchone') });

    const runtime = await openRuntime({ dataDir: city.dataDir });
    await runtime.db.prepare("UPDATE tally SET n = n + 1 WHERE unit = 'city'").run();
    await runtime.close();
    const found = await recount();
    expect(found.code).toBe(1);
    expect(found.text).toContain(`city · self · n: ${all.length + 1} ≠ ${all.length}`);
  }, 60_000);
});
