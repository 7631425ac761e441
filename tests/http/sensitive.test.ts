// What the law calls sensitive: masked in lists and files unless an editor asks for the whole, which is on record; kept by
// a correction that did not see it. And the page on which staff correct.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { type City, openCity, responseId } from './city.ts';

const number = '11010519491231002X';
const definition: Definition = {
  title: '高龄补贴登记',
  layout: 'pages',
  questions: [
    { id: 'agree', type: 'consent', title: '同意', text: '只用于核对年龄。', version: 1, required: true },
    { id: 'idno', type: 'id-number', title: '身份证号' },
    { id: 'where', type: 'location', title: '位置' },
    {
      id: 'how',
      type: 'single',
      title: '怎么领',
      options: [
        { id: 'card', label: '打卡' },
        { id: 'cash', label: '现金' },
      ],
    },
  ],
};
const whole = { agree: 1, idno: number, where: { lat: 30.1, lng: 114.95 }, how: 'card' };

let city: City;
let run: { id: string; slug: string };
beforeAll(async () => {
  city = await openCity();
  const { form } = await city.publishForm(definition);
  run = await city.openCampaign(form);
});
afterAll(() => city.close());

async function answered(answers: unknown = whole): Promise<string> {
  const id = responseId();
  const reply = await city.anyone('PUT', `/api/campaigns/${run.slug}/responses/${id}`, {
    version: 1,
    unit: 'b1',
    answers,
  });
  expect(reply.status, reply.text).toBe(200);
  return id;
}
const stored = async (id: string) => {
  const row = await city.db
    .prepare('SELECT answers FROM response WHERE id = ?1')
    .bind(id)
    .first<{ answers: string }>();
  return JSON.parse(row?.answers ?? 'null');
};
const reveals = async () =>
  (
    await city.db
      .prepare("SELECT count(*) AS n FROM audit WHERE act = 'response.reveal'")
      .first<{ n: number }>()
  )?.n;
const at = (id: string) => `/api/campaigns/${run.id}/responses/${id}`;
const masks = { idno: '110*************2X', where: '***' };

describe('sensitive answers', () => {
  test('are masked in lists and where one is read', async () => {
    const id = await answered();
    const editor = city.as('easteditor');
    const list = (await editor('GET', `/api/campaigns/${run.id}/units/b1/responses`)).body;
    const one = (await editor('GET', at(id))).body;
    for (const row of [list.responses.find((each: { id: string }) => each.id === id), one.response])
      expect([row.answers, row.masks]).toEqual([{ agree: 1, how: 'card' }, masks]);
    expect(JSON.stringify([list, one])).not.toContain('49123');
  });

  test('are shown whole to an editor who asks, which is on record first', async () => {
    const id = await answered();
    const before = (await reveals()) ?? 0;
    expect((await city.as('easteditor')('POST', `${at(id)}/reveal`, {})).body.answers).toEqual(whole);
    expect(await reveals()).toBe(before + 1);
    for (const [login, status] of [
      ['easthelper', 403],
      ['eastleader', 403],
      ['westadmin', 404],
    ] as const)
      expect((await city.as(login)('POST', `${at(id)}/reveal`, {})).status).toBe(status);
    expect(await reveals()).toBe(before + 1);
  });

  test.each(['csv', 'ndjson'])('are masked in a file of %s unless the whole is asked for', async (format) => {
    await answered();
    const take = (more = '') =>
      city.as('easteditor')('GET', `/api/campaigns/${run.id}/units/b1/export?format=${format}${more}`);
    const file = (await take()).text;
    expect(file).toContain('110*************2X');
    expect(file).not.toContain(number);
    expect(file).not.toContain('114.95');
    const full = (await take('&whole=1')).text;
    expect(full).toContain(number);
    expect(full).toContain('114.95');
    const { results } = await city.db
      .prepare("SELECT detail FROM audit WHERE act = 'response.export' ORDER BY seq DESC LIMIT 2")
      .all<{ detail: string }>();
    expect(results.map(({ detail }) => JSON.parse(detail).whole)).toEqual([true, undefined]);
  });

  test('stay when a correction does not name them, and go when it says so', async () => {
    const id = await answered();
    const patch = (rev: number, answers: unknown) =>
      city.as('easteditor')('PATCH', at(id), { rev, reason: '改领法', answers });
    expect((await patch(1, { agree: 1, how: 'cash' })).status).toBe(200);
    expect(await stored(id)).toEqual({ ...whole, how: 'cash' });
    expect((await patch(2, { agree: 1, how: 'cash', idno: null, where: null })).status).toBe(200);
    expect(await stored(id)).toEqual({ agree: 1, how: 'cash' });
  });
});

describe('the page on which staff correct', () => {
  const page = (id: string) => `/correct/${run.id}/${id}`;
  const post = (id: string, step: string, fields: Record<string, string>, login = 'easteditor') =>
    city.as(login)(
      'POST',
      page(id),
      new URLSearchParams({ '.do': step, '.rev': '1', agree: '1', ...fields }).toString(),
      { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    );

  test('begins with all that is stored, which is on record where it is sensitive', async () => {
    const [open, plain] = [await answered(), await answered({ agree: 1, how: 'card' })];
    const before = (await reveals()) ?? 0;
    const shown = await city.as('easteditor')('GET', page(open));
    expect(shown.status).toBe(200);
    expect(shown.text).toContain(`value="${number}"`);
    expect(shown.text).toContain('name=".reason"');
    expect(await reveals()).toBe(before + 1);
    expect((await city.as('easteditor')('GET', page(plain))).status).toBe(200);
    expect(await reveals()).toBe(before + 1);
  });

  test('asks for the reason, shows it all again, saves, and leads back', async () => {
    const id = await answered({ agree: 1, how: 'card' });
    const unsaid = await post(id, 'check', { how: 'cash' });
    expect([unsaid.status, unsaid.text.includes('请写明原因')]).toEqual([422, true]);
    const wrong = await post(id, 'check', { how: 'cash', idno: '123', '.reason': '本人来电' });
    expect([wrong.status, wrong.text.includes('href="#q-idno"')]).toEqual([422, true]);
    expect(wrong.text).toContain('value="本人来电"');
    const check = await post(id, 'check', { how: 'cash', '.reason': '本人来电' });
    expect([check.status, check.text.includes('原因：本人来电')]).toEqual([200, true]);
    expect(await stored(id)).toEqual({ agree: 1, how: 'card' });
    const saved = await post(id, 'send', { how: 'cash', '.reason': '本人来电' });
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      `/staff/campaigns/${run.id}/answers/b1/${id}`,
    ]);
    expect(await stored(id)).toEqual({ agree: 1, how: 'cash' });
    const late = await post(id, 'send', { how: 'card', '.reason': '又改' });
    expect(late.status).toBe(409);
    expect(await stored(id)).toEqual({ agree: 1, how: 'cash' });
  });

  test('is for editors of the branch, and not for a page of another site', async () => {
    const id = await answered();
    for (const [login, status] of [
      ['easthelper', 403],
      ['eastleader', 403],
      ['westadmin', 404],
    ] as const) {
      const shown = await city.as(login)('GET', page(id));
      expect([login, shown.status, shown.text.includes(number)]).toEqual([login, status, false]);
      expect((await post(id, 'send', { '.reason': '甲' }, login)).status).toBe(status);
    }
    const nobody = await city.anyone('GET', page(id));
    expect([nobody.status, nobody.text.includes(number)]).toEqual([400, false]);
    const forged = await city.as('easteditor')('POST', page(id), '.do=send&.rev=1&.reason=x', {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
    });
    expect(forged.status).toBe(403);
    expect(await stored(id)).toEqual(whole);
  });

  test('has nothing to do for what is void', async () => {
    const id = await answered();
    await city.as('easteditor')('POST', `${at(id)}/void`, { rev: 1, reason: '重复' });
    expect((await city.as('easteditor')('GET', page(id))).status).toBe(303);
  });
});
