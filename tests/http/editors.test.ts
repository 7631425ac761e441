// Who has a form open to write on it: seen by the others of the branch, forgotten when it says nothing any more.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type City, openCity } from './city.ts';

let city: City;
let form = '';
const windows = { one: 'window-one', two: 'window-two', three: 'window-three' };

beforeAll(async () => {
  city = await openCity();
  const definition = { title: '表', layout: 'steps', questions: [] };
  form = (await city.as('easteditor')('POST', '/api/units/east/forms', { kind: 'survey', definition })).body
    .id;
}, 60_000);
afterAll(() => city.close());

const say = (login: 'easteditor' | 'mayor' | 'eastleader' | 'westadmin', window: string) =>
  city.as(login)('POST', `/api/forms/${form}/editors`, { window });

it('each sees the others, and the own other window', async () => {
  expect((await say('easteditor', windows.one)).body).toEqual({ others: [], rev: 1 });
  expect((await say('mayor', windows.two)).body.others).toEqual([{ name: 'easteditor', you: false }]);
  expect((await say('easteditor', windows.three)).body.others).toEqual([
    { name: 'easteditor', you: true },
    { name: 'mayor', you: false },
  ]);
});

it('and that something newer was saved', async () => {
  const definition = { title: '新表', layout: 'steps', questions: [] };
  await city.as('mayor')('PUT', `/api/forms/${form}/draft`, { rev: 1, definition });
  expect((await say('easteditor', windows.one)).body.rev).toBe(2);
});

it('a window that says nothing for a minute is forgotten, and its row with it', async () => {
  await city.db
    .prepare('UPDATE form_editor SET seen_at = seen_at - 61000 WHERE window <> ?1')
    .bind(windows.one)
    .run();
  expect((await say('easteditor', windows.one)).body.others).toEqual([]);
  const rows = await city.db.prepare('SELECT window FROM form_editor').all();
  expect(rows.results).toEqual([{ window: windows.one }]);
});

it('a window that leaves is forgotten at once', async () => {
  await say('mayor', windows.two);
  expect((await say('easteditor', windows.one)).body.others).toEqual([{ name: 'mayor', you: false }]);
  const left = await city.as('mayor')('POST', `/api/forms/${form}/editors`, {
    window: windows.two,
    leaves: true,
  });
  expect(left.status).toBe(200);
  expect((await say('easteditor', windows.one)).body.others).toEqual([]);
});

it('is for those who may write', async () => {
  expect((await say('eastleader', windows.two)).status).toBe(403);
  expect((await say('westadmin', windows.two)).status).toBe(404);
});
