// What a link brings along reaches the form over the choice of a building, goes in with the answers and is counted; what
// the form does not ask for stays outside.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, openCity, responseId } from './city.ts';

let city: City;
let run: { id: string; slug: string };
beforeAll(async () => {
  city = await openCity();
  const { form } = await city.publishForm({
    title: '报名',
    layout: 'pages',
    questions: [
      {
        id: 'source',
        type: 'hidden',
        title: '从哪里来',
        param: 'from',
        known: [{ id: 'poster', label: '海报' }],
      },
      { id: 'sure', type: 'yes-no', title: '来吗', required: true },
    ],
  });
  run = await city.openCampaign(form);
});
afterAll(() => city.close());

const field = (html: string) => /name="source" value="([^"]*)"/.exec(html)?.[1];

test('over the choice of a building, and the newest link counts', async () => {
  const landed = await city.anyone('GET', `/f/${run.slug}?from=poster&other=1`);
  const [cookie = ''] = landed.headers.getSetCookie().filter((one) => one.startsWith('linli_link='));
  expect(cookie).toMatch(/^linli_link=from%3Dposter; Path=\/f\/\w+; HttpOnly; SameSite=Lax$/);
  const headers = { cookie: cookie.split(';')[0] ?? '' };
  const chosen = await city.anyone('GET', `/f/${run.slug}?u=b1`, undefined, headers);
  expect(field(chosen.text)).toBe('poster');
  const again = await city.anyone('GET', `/f/${run.slug}?u=b1&from=%3Cb%3E`, undefined, headers);
  expect(field(again.text)).toBe('&lt;b>');
  expect(field((await city.anyone('GET', `/f/${run.slug}?u=b1`)).text) ?? '').toBe('');
});

test('is stored and counted by its name, or as another', async () => {
  for (const source of ['poster', 'poster', 'wechat', undefined]) {
    const reply = await city.anyone('PUT', `/api/campaigns/${run.slug}/responses/${responseId()}`, {
      version: 1,
      unit: 'b1',
      answers: { sure: 'yes', ...(source && { source }) },
    });
    expect(reply.status, reply.text).toBe(200);
  }
  const row = await city.db
    .prepare("SELECT counts FROM tally WHERE campaign = ?1 AND unit = 'b1'")
    .bind(run.id)
    .first<{ counts: string }>();
  expect(JSON.parse(row?.counts ?? '{}').source).toEqual({ poster: 2, _other: 1, _n: 3 });
});
