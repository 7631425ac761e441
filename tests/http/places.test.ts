// Places that may run out: of many who want the last ones at once exactly so many get them, a withdrawn one is free again,
// a correction never competes with itself, and residents see what is left.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { type City, must, openCity, type Reply, responseId } from './city.ts';

const definition: Definition = {
  title: '包粽子活动报名',
  layout: 'pages',
  questions: [
    {
      id: 'when',
      type: 'single',
      title: '参加哪一场',
      required: true,
      options: [
        { id: 'morning', label: '上午场', quota: 3 },
        { id: 'afternoon', label: '下午场', quota: 4 },
        { id: 'none', label: '只要材料' },
      ],
    },
    { id: 'people', type: 'number', title: '几个人来', min: 1, max: 9 },
  ],
  quotas: [{ id: 'seats', label: '座位', max: 20, by: 'people' }],
};

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

async function open() {
  const { form } = await city.publishForm(definition);
  return city.openCampaign(form);
}
const send = (slug: string, answers: unknown, id = responseId()) =>
  city.anyone('PUT', `/api/campaigns/${slug}/responses/${id}`, { version: 1, unit: 'b1', answers });
const told = ({ status, body }: Reply) => [
  status,
  body.code,
  body.problems &&
    Object.entries(body.problems as Record<string, { code: string }>).map(([id, { code }]) => [id, code]),
];
const fullOption = [422, 'answers-wrong', [['when', 'option-full']]];

describe('of many at once', () => {
  test('exactly as many get an option as it has places', async () => {
    const { id, slug } = await open();
    const replies = await Promise.all(Array.from({ length: 24 }, () => send(slug, { when: 'morning' })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(3);
    for (const reply of replies.filter(({ status }) => status !== 200))
      expect(told(reply)).toEqual(fullOption);
    expect(must(await city.as('mayor')('GET', `/api/campaigns/${id}`)).accepted).toBe(3);
  });

  test('never more seats are given than there are, however many each wants', async () => {
    const { id, slug } = await open();
    const wanted = Array.from({ length: 30 }, (_, at) => 1 + ((at * 7) % 5));
    const replies = await Promise.all(wanted.map((people) => send(slug, { when: 'none', people })));
    const given = replies.flatMap(({ status }, at) => (status === 200 ? [wanted[at] ?? 0] : []));
    const seats = given.reduce((sum, n) => sum + n, 0);
    expect(seats).toBeLessThanOrEqual(20);
    // Whoever was refused wanted more than what was left at the end.
    const refused = replies.flatMap(({ status }, at) => (status === 200 ? [] : [wanted[at] ?? 0]));
    expect(refused.length).toBeGreaterThan(0);
    for (const reply of replies.filter(({ status }) => status !== 200))
      expect(told(reply)).toEqual([422, 'answers-wrong', [['people', 'quota-full']]]);
    const { counts } = (await city.db
      .prepare(
        'SELECT t.counts FROM campaign c JOIN tally t ON t.campaign = c.id AND t.unit = c.unit WHERE c.id = ?1',
      )
      .bind(id)
      .first<{ counts: string }>()) ?? { counts: '{}' };
    expect(JSON.parse(counts)._quota).toEqual({ seats });
  });
});

describe('one after the other', () => {
  test('the same answers sent again are the same response, full or not', async () => {
    const { slug } = await open();
    const id = responseId();
    const first = await send(slug, { when: 'morning' }, id);
    await send(slug, { when: 'morning' });
    await send(slug, { when: 'morning' });
    expect(told(await send(slug, { when: 'morning' }))).toEqual(fullOption);
    const again = await send(slug, { when: 'morning' }, id);
    expect([again.status, again.body.receipt]).toEqual([200, first.body.receipt]);
  });

  test('a correction keeps its own place, gives it back, and takes another only where there is one', async () => {
    const { slug } = await open();
    const mine = (await send(slug, { when: 'morning', people: 8 })).body.receipt;
    for (const people of [6, 6]) await send(slug, { when: 'morning', people });
    const correct = (rev: number, answers: unknown) =>
      city.anyone('POST', '/api/receipts/correct', { receipt: mine, rev, answers });
    // All 20 seats and all three places are taken, these among them.
    expect(told(await correct(1, { when: 'morning', people: 9 }))).toEqual([
      422,
      'answers-wrong',
      [['people', 'quota-full']],
    ]);
    expect((await correct(1, { when: 'morning', people: 7 })).status).toBe(200);
    expect((await correct(2, { when: 'afternoon', people: 1 })).status).toBe(200);
    expect((await send(slug, { when: 'morning', people: 7 })).status).toBe(200);
    expect(told(await correct(3, { when: 'morning', people: 1 }))).toEqual(fullOption);
  });

  test('what is withdrawn is free again', async () => {
    const { slug } = await open();
    const receipts = [];
    for (let at = 0; at < 3; at++) receipts.push((await send(slug, { when: 'morning' })).body.receipt);
    expect(told(await send(slug, { when: 'morning' }))).toEqual(fullOption);
    const gone = await city.anyone('POST', '/api/receipts/withdraw', { receipt: receipts[1], rev: 1 });
    expect(gone.status, gone.text).toBe(204);
    expect((await send(slug, { when: 'morning' })).status).toBe(200);
  });
});

test('the page says what is left, closes what is full, and comes back with what was filled in', async () => {
  const { slug } = await open();
  const page = async () => (await city.anyone('GET', `/f/${slug}?u=b1`)).text;
  expect(await page()).toContain('还剩 3 个名额');
  expect(await page()).toContain('还剩 20 个名额');
  for (let at = 0; at < 3; at++) await send(slug, { when: 'morning', people: 2 });
  const full = await page();
  expect(full).toContain('还剩 14 个名额');
  expect(full).toContain('名额已满');
  expect(full).toMatch(/value="morning"[^>]*disabled/);
  expect(full).not.toMatch(/value="afternoon"[^>]*disabled/);
  // A plain form that was opened before: the refusal comes with the form, not with an empty one.
  const response = responseId();
  const post = (step: string) =>
    city.anyone(
      'POST',
      `/f/${slug}`,
      new URLSearchParams({
        '.response': response,
        '.version': '1',
        '.unit': 'b1',
        '.do': step,
        when: 'morning',
        people: '5',
      }).toString(),
      { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:8787' },
    );
  expect((await post('check')).status).toBe(200);
  const refused = await post('send');
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('href="#q-when"');
  expect(refused.text).toContain('value="5"');
});

describe('a newer version of the form', () => {
  const places = (morning: number, quotas?: Definition['quotas']): Definition => ({
    title: '报名',
    layout: 'pages',
    language: 'zh',
    translations: { en: { 'q.when.options.morning.label': 'Morning', 'quotas.seats.label': 'Seats' } },
    questions: [
      {
        id: 'when',
        type: 'single',
        title: '哪一场',
        options: [
          { id: 'morning', label: '上午', quota: morning },
          { id: 'evening', label: '晚上' },
        ],
      },
      { id: 'people', type: 'number', title: '几个人来', min: 1, max: 9 },
    ],
    ...(quotas && { quotas }),
  });
  async function moved(from: Definition, to: Definition, first?: (slug: string) => Promise<unknown>) {
    const { form } = await city.publishForm(from);
    const run = await city.openCampaign(form);
    await first?.(run.slug);
    const mayor = city.as('mayor');
    const { rev } = (await mayor('GET', `/api/forms/${form}`)).body;
    const saved = await mayor('PUT', `/api/forms/${form}/draft`, { rev, definition: to });
    await mayor('POST', `/api/forms/${form}/versions`, { rev: saved.body.rev });
    const before = (await mayor('GET', `/api/campaigns/${run.id}`)).body;
    expect((await mayor('PATCH', `/api/campaigns/${run.id}`, { rev: before.rev, version: 2 })).status).toBe(
      200,
    );
    return run;
  }

  test('has its say about places that are left, whatever version is sent', async () => {
    const { slug } = await moved(places(5), places(2));
    const replies = [];
    for (let n = 0; n < 4; n += 1) replies.push(told(await send(slug, { when: 'morning' })));
    const received = [200, undefined, undefined];
    expect(replies).toEqual([received, received, fullOption, fullOption]);
  });

  test('and about places that the older one did not count', async () => {
    const { slug } = await moved(
      places(9),
      places(9, [{ id: 'seats', label: '座位', max: 10, by: 'people' }]),
    );
    expect((await send(slug, { people: 8 })).status).toBe(200);
    expect(told(await send(slug, { people: 3 }))).toEqual([422, 'answers-wrong', [['people', 'quota-full']]]);
    expect((await send(slug, { people: 2 })).status).toBe(200);
  });

  test('a correction is held to them too', async () => {
    const { slug } = await moved(places(5), places(1));
    const own = await send(slug, { when: 'evening' });
    await send(slug, { when: 'morning' });
    const change = (answers: unknown) =>
      city.anyone('POST', '/api/receipts/correct', { receipt: own.body.receipt, rev: 1, answers });
    expect(told(await change({ when: 'morning' }))).toEqual(fullOption);
  });

  test('a place that was had before there were too few is kept, and no refusal names it', async () => {
    let receipt = '';
    await moved(
      places(5),
      places(1, [{ id: 'seats', label: '座位', max: 3, by: 'people' }]),
      async (slug) => {
        await send(slug, { when: 'morning' });
        receipt = (await send(slug, { when: 'morning' })).body.receipt;
      },
    );
    const change = (people: number) =>
      city.anyone('POST', '/api/receipts/correct', {
        receipt,
        rev: 1,
        answers: { when: 'morning', people },
      });
    expect(told(await change(4))).toEqual([422, 'answers-wrong', [['people', 'quota-full']]]);
    expect((await change(3)).status).toBe(200);
  });
});

test('a full place is named in the language of the page', async () => {
  const { form } = await city.publishForm({
    ...definition,
    language: 'zh',
    translations: {
      en: { 'q.when.options.morning.label': 'Morning' },
      fr: { 'q.when.options.morning.label': 'Matin' },
    },
  });
  const { slug } = await city.openCampaign(form);
  const ask = (lang: string) =>
    city.anyone(
      'PUT',
      `/api/campaigns/${slug}/responses/${responseId()}`,
      { version: 1, unit: 'b1', answers: { when: 'morning' } },
      { 'accept-language': lang },
    );
  for (let n = 0; n < 3; n += 1) await ask('zh');
  expect((await ask('en')).body.problems.when.args).toEqual({ option: 'Morning' });
  expect((await ask('fr')).body.problems.when.args).toEqual({ option: 'Matin' });
  expect((await ask('zh-CN')).body.problems.when.args).toEqual({ option: '上午场' });
});
