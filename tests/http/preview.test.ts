// The draft as residents will see it: for staff of the branch only, in a frame of this site only, and sending nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { templates } from '../../schema/form/templates.ts';
import { type City, type Client, openCity } from './city.ts';

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

test('it says nothing of what is decided only when a run is opened: names, and how long answers are kept', async () => {
  const { text } = await city.as('eastleader')('GET', `/staff/preview/${form}`);
  const shown = text.replace(/<script[\s\S]*?<\/script>/g, '');
  expect(shown).toContain('约');
  expect(shown).not.toMatch(/记名|保存 ?\d+ ?天/);
});

test('nobody else sees it', async () => {
  expect((await city.anyone('GET', `/staff/preview/${form}`)).status).toBe(401);
  expect((await city.as('westadmin')('GET', `/staff/preview/${form}`)).status).toBe(404);
});

test('a draft with mistakes is shown as it is, so that they are seen', async () => {
  const draft = {
    title: '草稿一张',
    layout: 'steps',
    questions: [
      { id: 'q', type: 'yes-no', title: '好吗？' },
      { id: 'r', type: 'text', title: '为什么？', showIf: { q: 'gone', op: 'answered' } },
    ],
  };
  await city.as('easteditor')('PUT', `/api/forms/${form}/draft`, { rev: 1, definition: draft });
  const page = await city.as('easteditor')('GET', `/staff/preview/${form}`);
  expect([page.status, page.text.includes('为什么？')]).toEqual([200, true]);
});

test('a draft of which no page can be made says how much is left to mend', async () => {
  const draft = { title: '空', layout: 'steps', questions: [] };
  await city.as('easteditor')('PUT', `/api/forms/${form}/draft`, { rev: 2, definition: draft });
  const page = await city.as('easteditor')('GET', `/staff/preview/${form}`);
  expect([page.status, page.text.includes('还有 1 处问题')]).toEqual([409, true]);
});

test('questions that wait for each other are left out, and the others are shown', async () => {
  const waits = (id: string, title: string, q: string) => ({
    id,
    type: 'yes-no',
    title,
    showIf: { q, op: 'answered' },
  });
  const draft = {
    title: '环',
    layout: 'steps',
    questions: [
      waits('a', '先有鸡吗', 'b'),
      waits('b', '先有蛋吗', 'a'),
      { id: 'c', type: 'yes-no', title: '好吃吗' },
    ],
  };
  await city.as('easteditor')('PUT', `/api/forms/${form}/draft`, { rev: 3, definition: draft });
  const page = await city.as('easteditor')('GET', `/staff/preview/${form}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('好吃吗');
  expect(page.text).not.toContain('先有');
});

describe('a form that is nowhere stored yet', () => {
  const posted = (definition: string) => new URLSearchParams({ definition }).toString();
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const template = JSON.stringify(templates[0]?.definition);

  test('opens as residents will see it, for those who could make it in that area', async () => {
    const page = await city.as('easteditor')('POST', '/staff/preview/unit/e1', posted(template), form);
    expect(page.status).toBe(200);
    expect(page.text).toContain('总的来说，您对物业服务满意吗？');
    expect(page.text).toContain('"preview":true');
    expect((await city.as('easteditor')('GET', '/api/forms')).body.forms).toHaveLength(1);
  });

  test('is shown to nobody else, and to no other site', async () => {
    const send = (client: Client, headers = {}) =>
      client('POST', '/staff/preview/unit/e1', posted(template), { ...form, ...headers });
    expect((await send(city.anyone)).status).toBe(401);
    expect((await send(city.as('westadmin'))).status).toBe(404);
    expect((await send(city.as('eastleader'))).status).toBe(403);
    expect((await send(city.as('easteditor'), { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('is refused when it is no form', async () => {
    const editor = city.as('easteditor');
    const codeOf = async (definition: string) =>
      (await editor('POST', '/staff/preview/unit/e1', posted(definition), form)).body.code;
    expect(await codeOf('{')).toBe('bad-json');
    expect(await codeOf('{"title":"表"}')).toBe('bad-input');
  });
});

test('it is shown in the language that is asked for there, which is not remembered', async () => {
  const definition = {
    title: '电梯',
    layout: 'steps' as const,
    questions: [{ id: 'q', type: 'yes-no' as const, title: '好吗？' }],
    translations: { en: { 'q.q.title': 'Is it good?' } },
  };
  const made = (await city.as('easteditor')('POST', '/api/units/east/forms', { kind: 'survey', definition }))
    .body;
  const shown = (query: string) => city.as('easteditor')('GET', `/staff/preview/${made.id}${query}`);
  const english = await shown('?in=en');
  expect(english.text).toContain('<html lang="en"');
  expect(english.text).toContain('Is it good?');
  expect(english.text).not.toContain('好吗？');
  expect(english.headers.get('set-cookie') ?? '').not.toContain('linli_lang');
  for (const query of ['', '?in=zh', '?in=fr', '?in=x'])
    expect((await shown(query)).text).toContain('好吗？');
});
