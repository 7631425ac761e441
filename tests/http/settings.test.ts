// Settings of a city: saved by its admins at the revision they read, shown to residents, and the files at its root.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noSettings } from '../../schema/api/settings.ts';
import { type City, openCity } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('whoever edits in a branch reads what holds for it; only admins of the city save', async () => {
  const read = await city.as('easteditor')('GET', '/api/units/e1/settings');
  expect(read.body).toEqual({ settings: noSettings, rev: 0, mayEdit: false });
  expect((await city.as('mayor')('GET', '/api/units/city/settings')).body.mayEdit).toBe(true);
  const body = { rev: 0, settings: { ...noSettings, organiser: '滨河社区' } };
  expect((await city.as('eastadmin')('PUT', '/api/units/east/settings', body)).body.code).toBe('forbidden');
  expect((await city.as('eastadmin')('PUT', '/api/units/city/settings', body)).status).toBe(404);
  expect((await city.as('mayor')('PUT', '/api/units/city/settings', body)).body).toEqual({ rev: 1 });
  expect((await city.as('westeditor')('GET', '/api/units/w1/settings')).body.settings.organiser).toBe(
    '滨河社区',
  );
});

test('of two who save what they read, one is told that it is stale', async () => {
  const { rev } = (await city.as('mayor')('GET', '/api/units/city/settings')).body;
  const save = (icp: string) =>
    city.as('mayor')('PUT', '/api/units/city/settings', { rev, settings: { ...noSettings, icp } });
  const replies = await Promise.all([save('鄂ICP备1号'), save('鄂ICP备2号'), save('鄂ICP备3号')]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const acts = await city.db.prepare("SELECT count(*) AS n FROM audit WHERE act = 'settings.save'").first();
  expect(acts).toEqual({ n: 2 });
});

test('a made-up city stays marked as one', async () => {
  await city.db.prepare(`UPDATE setting SET body = json_set(body, '$.demo', json('true'))`).run();
  const { rev } = (await city.as('mayor')('GET', '/api/units/city/settings')).body;
  await city.as('mayor')('PUT', '/api/units/city/settings', { rev, settings: noSettings });
  expect((await city.as('mayor')('GET', '/api/units/city/settings')).body.settings.demo).toBe(true);
  expect((await city.as('westadmin')('GET', '/api/session')).body.demo).toBe(true);
});

test('domain files and the share picture are served as what they are', async () => {
  const { rev } = (await city.as('mayor')('GET', '/api/units/city/settings')).body;
  const domainFiles = [{ name: 'MP_verify_abc123.txt', content: 'abc<script>123' }];
  const settings = { ...noSettings, domainFiles, sharePicture: picture };
  await city.as('mayor')('PUT', '/api/units/city/settings', { rev, settings });
  const file = await city.anyone('GET', '/MP_verify_abc123.txt');
  expect([file.status, file.text]).toEqual([200, 'abc<script>123']);
  expect(file.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await city.anyone('GET', '/other.txt')).status).toBe(404);
  const share = await city.anyone('GET', '/share/city.png');
  expect(share.headers.get('content-type')).toBe('image/png');
  expect((await city.anyone('GET', '/share/nowhere.png')).status).toBe(404);
});

test('settings that do not fit are refused by name', async () => {
  const bad = { ...noSettings, domainFiles: [{ name: '../x.txt', content: '' }] };
  const reply = await city.as('mayor')('PUT', '/api/units/city/settings', { rev: 9, settings: bad });
  expect(reply.body).toMatchObject({ code: 'bad-input', where: 'settings.domainFiles.0.name' });
});

test('a branch reads its own history, newest first', async () => {
  const add = (by: 'eastadmin' | 'westadmin', parent: string, code: string) =>
    city.as(by)('POST', `/api/units/${parent}/children`, { kind: 'building', name: code, code });
  for (let n = 0; n < 55; n += 1) await add('eastadmin', 'e2g', `east-${n}`);
  await add('westadmin', 'w1g', 'west-1');
  const first = await city.as('eastadmin')('GET', '/api/units/east/audit');
  expect(first.body.entries.length).toBe(50);
  expect(first.body.entries[0]).toMatchObject({
    act: 'unit.create',
    actor: 'eastadmin',
    detail: { code: 'east-54' },
  });
  const second = await city.as('eastadmin')('GET', `/api/units/east/audit?before=${first.body.next}`);
  expect(second.body.entries.map(({ detail }: { detail: { code: string } }) => detail.code)).toEqual([
    'east-4',
    'east-3',
    'east-2',
    'east-1',
    'east-0',
  ]);
  expect(second.body.next).toBeNull();
  expect((await city.as('mayor')('GET', '/api/units/city/audit')).body.entries[0].detail.code).toBe('west-1');
  expect((await city.as('eastadmin')('GET', '/api/units/west/audit')).status).toBe(404);
  expect((await city.as('easteditor')('GET', '/api/units/east/audit')).status).toBe(403);
}, 30_000);

test('a history is narrowed by who, what about, where and when, and pages through what fits', async () => {
  const acts = async (query: string, unit = 'east') =>
    (await city.as('mayor')('GET', `/api/units/${unit}/audit?${query}`)).body;
  const all = (await acts('')).entries;
  expect(all.length).toBe(50);
  await city.as('mayor')('PATCH', '/api/units/b4', { rev: 1, name: '改过名' });
  const [renamed] = (await acts('who=mayor&about=unit')).entries;
  expect(renamed).toMatchObject({ act: 'unit.update', actor: 'mayor' });
  expect((await acts('who=mayor&about=form')).entries).toEqual([]);
  expect((await acts('who=astadm')).entries.length).toBe(50);
  expect((await acts('about=uni')).entries).toEqual([]);
  // Where: the street has all of them, the other community none.
  expect((await acts('who=eastadmin', 'e2g')).entries.length).toBe(50);
  expect((await acts('who=eastadmin', 'e1')).entries).toEqual([]);
  // When: to the millisecond of the entries themselves.
  const at = all[0].at;
  expect((await acts(`from=${renamed.at}&about=unit&who=mayor`)).entries.length).toBe(1);
  expect((await acts(`to=${renamed.at}&who=mayor`)).entries).toEqual([]);
  expect((await acts(`from=${at + 1}&who=eastadmin`)).entries).toEqual([]);
  const first = await acts('who=eastadmin');
  const second = await acts(`who=eastadmin&before=${first.next}`);
  expect([second.entries.length, second.next]).toEqual([5, null]);
  expect((await acts('about=UNIT')).code).toBe('bad-input');
});

test('a filter that fits nothing looks at 5,000 entries a page and says where to go on', async () => {
  await city.db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
       INSERT INTO audit (at, actor, act, target, path) SELECT i, 'staffwestadmin', 'form.save', 'x', '/city/west/' FROM n`,
    )
    .run();
  const page = async (query: string) =>
    (await city.as('mayor')('GET', `/api/units/west/audit?${query}`)).body;
  const first = await page('about=share');
  expect(first.entries).toEqual([]);
  expect(first.next).toBeGreaterThan(0);
  expect(await page(`about=share&before=${first.next}`)).toMatchObject({ entries: [], next: null });
  const old = await page(`about=unit&before=${first.next}`);
  expect(old.entries.map(({ act }: { act: string }) => act)).toEqual(['unit.create']);
});
