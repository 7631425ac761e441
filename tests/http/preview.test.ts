// The draft as residents will see it: for staff of the branch only, in a frame of this site only, and sending nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, openCity } from './city.ts';

let city: City;
let form: string;
beforeAll(async () => {
  city = await openCity();
  const definition = {
    title: '草稿一张',
    layout: 'steps' as const,
    questions: [{ id: 'q', type: 'yes-no' as const, title: '好吗？' }],
  };
  form = (await city.as('easteditor')('POST', '/api/units/east/forms', { kind: 'survey', definition })).body
    .id;
});
afterAll(() => city.close());

test('staff of the branch see the saved draft as residents will, and it may stand in a frame of this site', async () => {
  const page = await city.as('eastleader')('GET', `/staff/preview/${form}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('好吗？');
  expect(page.text).toContain('"preview":true');
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  expect(page.headers.get('x-frame-options')).toBeNull();
});

test('nobody else sees it', async () => {
  expect((await city.anyone('GET', `/staff/preview/${form}`)).status).toBe(401);
  expect((await city.as('westadmin')('GET', `/staff/preview/${form}`)).status).toBe(404);
});

test('a draft that cannot work says how much is left to mend', async () => {
  const draft = { title: '空', layout: 'steps', questions: [] };
  await city.as('easteditor')('PUT', `/api/forms/${form}/draft`, { rev: 1, definition: draft });
  const page = await city.as('easteditor')('GET', `/staff/preview/${form}`);
  expect([page.status, page.text.includes('还有 1 处问题')]).toEqual([409, true]);
});
