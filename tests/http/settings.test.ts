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
