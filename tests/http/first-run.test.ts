// The first start: a city to look around in, counted exactly; later starts keep everything; a cut-off one starts over.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ComposedCard } from '../../schema/api/composed.ts';
import daye from '../../worker/host/daye.json' with { type: 'json' };
import { firstRun } from '../../worker/host/first-run.ts';
import { migrate } from '../../worker/host/migrate.ts';
import { openRuntime, type Runtime } from '../../worker/host/runtime.ts';

const origin = 'http://localhost:8787';
let folder: string;
let runtime: Runtime;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-first-'));
  runtime = await openRuntime({ dataDir: folder, vars: { ORIGIN: origin } });
  await migrate(runtime.db);
});
afterAll(async () => {
  await runtime.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(env: Record<string, string> = {}, args: string[] = []): Promise<string> {
  const lines: string[] = [];
  await firstRun({ db: runtime.db, origin, say: (zh) => lines.push(zh), env, args });
  return lines.join('\n');
}
const rows = async (sql: string) => (await runtime.db.prepare(sql).all()).results;
const call = (method: string, path: string, body?: unknown, cookie = '') =>
  fetch(runtime.url.replace(/\/$/, '') + path, {
    method,
    headers: { 'content-type': 'application/json', cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const signIn = (login: string, password: string) => call('POST', '/api/session', { login, password });

let said: string;
test('an empty database becomes the demo city in well under 90 seconds', async () => {
  // What a start that was cut off leaves behind: units, and nobody to sign in.
  await runtime.db
    .prepare(
      "INSERT INTO unit (id, root, kind, name, code, path, position) VALUES ('old', 'old', 'city', '半', 'x', '/old/', 0)",
    )
    .run();
  const start = performance.now();
  said = await run();
  expect(performance.now() - start).toBeLessThan(60_000);
  const kinds = await rows(
    'SELECT kind, count(*) AS n, sum(households) AS households FROM unit GROUP BY kind ORDER BY kind',
  );
  expect(kinds).toEqual([
    { kind: 'building', n: daye.buildings, households: 140_000 },
    { kind: 'city', n: 1, households: 0 },
    { kind: 'community', n: daye.communities, households: 0 },
    { kind: 'estate', n: daye.ownersCommittees, households: 0 },
    { kind: 'grid', n: daye.grids, households: 0 },
    { kind: 'place', n: daye.redStations, households: 0 },
    { kind: 'street', n: daye.streets, households: 0 },
  ]);
  expect(
    await rows(
      "SELECT count(*) AS n FROM unit WHERE kind = 'building' AND length(path) - length(replace(path, '/', '')) <> 6",
    ),
  ).toEqual([{ n: 0 }]);
});

test('the running survey has 20,000 answers, and the tallies of every level add up to them', async () => {
  const campaigns = await rows(
    `SELECT c.accepted, (SELECT count(*) FROM response r WHERE r.campaign = c.id) AS stored,
       (SELECT sum(answers) FROM campaign_unit u WHERE u.campaign = c.id) AS places FROM campaign c ORDER BY c.opens_at`,
  );
  expect(campaigns).toEqual([
    { accepted: 4_000, stored: 4_000, places: daye.buildings },
    { accepted: 20_000, stored: 20_000, places: daye.buildings },
  ]);
  const levels = await rows(
    `SELECT u.kind, sum(t.n) AS n FROM tally t JOIN campaign_unit u ON u.campaign = t.campaign AND u.unit = t.unit
     JOIN campaign c ON c.id = t.campaign AND c.closes_at > unixepoch() * 1000 GROUP BY u.kind ORDER BY u.kind`,
  );
  expect(levels.map(({ kind, n }) => [kind, n])).toEqual(
    ['building', 'city', 'community', 'grid', 'street'].map((kind) => [kind, 20_000]),
  );
  const future = await rows(
    'SELECT count(*) AS n FROM response r JOIN campaign c ON c.id = r.campaign WHERE r.at >= c.closes_at OR r.at < c.opens_at OR r.at > unixepoch() * 1000 + 1000',
  );
  expect(future).toEqual([{ n: 0 }]);
});

test('an evaluation is final, the next one runs, and a scorecard is signed', async () => {
  const evaluations = await rows(
    `SELECT e.state, u.kind, (SELECT count(*) FROM evaluation_subject s WHERE s.evaluation = e.id) AS subjects,
       (SELECT count(DISTINCT m.subject) FROM evaluation_mark m WHERE m.evaluation = e.id) AS marked,
       json_array_length(e.result ->> '$.awards[0].winners') AS winners,
       (SELECT count(DISTINCT l.value ->> '$.outcome.band') FROM json_each(e.result, '$.lines') l) AS bands
     FROM evaluation e JOIN unit u ON u.id = e.unit ORDER BY e.created_at`,
  );
  const [street] = await rows(
    `SELECT count(*) AS n FROM unit b JOIN unit s ON s.code = 'DY01' AND instr(b.path, s.path) = 1 WHERE b.kind = 'building'`,
  );
  expect(evaluations).toEqual([
    { state: 'final', kind: 'street', subjects: street?.n, marked: street?.n, winners: 10, bands: 3 },
    {
      state: 'rating',
      kind: 'street',
      subjects: street?.n,
      marked: expect.any(Number),
      winners: null,
      bands: 0,
    },
  ]);
  expect(await rows('SELECT state FROM evaluation_appeal')).toEqual([{ state: 'upheld' }]);
  const [signed] = await rows('SELECT number, card FROM issued_card');
  const card: ComposedCard = JSON.parse(String(signed?.card));
  expect(card.demo).toBe(true);
  expect(card.measures.every(({ figure }) => figure.value !== null)).toBe(true);
  const kept = await rows('SELECT u.kind FROM scorecard c JOIN unit u ON u.id = c.unit');
  expect(kept).toEqual([{ kind: 'city' }]);
});

test('the printed password opens the city, and each role has an account to try', async () => {
  const [, password] = /密码 (\S+)（/.exec(said) ?? [];
  const reply = await signIn('admin', password ?? '');
  expect(reply.status).toBe(200);
  expect(await reply.json()).toMatchObject({ login: 'admin', mustChange: false, demo: true });
  const [, trial] = /密码都是 (\S+)/.exec(said) ?? [];
  for (const login of ['jiedao', 'shequ', 'wangge', 'lingdao'])
    expect((await signIn(login, trial ?? '')).status).toBe(200);
  const stored =
    JSON.stringify(await rows('SELECT * FROM staff')) + JSON.stringify(await rows('SELECT * FROM audit'));
  expect(stored).not.toContain(password);
});

test('a later start prints the links again, never the password, and changes nothing', async () => {
  const before = await rows('SELECT count(*) AS n FROM response');
  const again = await run();
  const links = (text: string) => text.match(/http:\/\/localhost:8787\/\S+/g);
  expect(links(again)?.length).toBe(3);
  expect(links(said)).toEqual(links(again));
  expect(again).not.toContain('密码');
  expect(await rows('SELECT count(*) AS n FROM response')).toEqual(before);
});

test('who sits at the machine makes a link to set a new password for an admin', async () => {
  const [, token] = /\/staff\/invite#(\S+)/.exec(await run({}, ['--reset-admin'])) ?? [];
  const accepted = await call('POST', '/api/invitations/accept', { token, password: 'brand-new-words' });
  expect(await accepted.json()).toMatchObject({ login: 'admin' });
  expect((await signIn('admin', 'brand-new-words')).status).toBe(200);
  await expect(run({}, ['--reset-admin=shequ'])).rejects.toThrow('shequ');
});

test('without the demo there is one named city and an admin who has to choose a password', async () => {
  await runtime.db.batch(
    (
      await rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'd1_%' AND name NOT LIKE '_cf%' AND name NOT LIKE 'sqlite_%'",
      )
    ).map(({ name }) => runtime.db.prepare(`DELETE FROM ${name}`)),
  );
  await expect(run({ LINLI_DEMO: '0' })).rejects.toThrow('LINLI_CITY');
  const empty = await run({ LINLI_DEMO: '0', LINLI_CITY: '某某市' });
  expect(await rows('SELECT name, kind FROM unit')).toEqual([{ name: '某某市', kind: 'city' }]);
  const [, password] = /密码 (\S+)（/.exec(empty) ?? [];
  expect(await (await signIn('admin', password ?? '')).json()).toMatchObject({
    mustChange: true,
    demo: false,
  });
});
