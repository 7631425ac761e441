// Answers in the hands of staff: read by branch, corrected and voided with a reason, on record without the answers.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { thirtyAnswers, thirtyQuestions } from '../property/sample.ts';
import { type City, openCity, responseId } from './city.ts';

let city: City;
let form: string;
let run: { id: string; slug: string };
beforeAll(async () => {
  city = await openCity();
  ({ form } = await city.publishForm(thirtyQuestions()));
});
afterAll(() => city.close());
beforeEach(async () => {
  run = await city.openCampaign(form);
});

let senders = 0;
async function send(unit = 'b1', seed = 1, more: Record<string, unknown> = {}): Promise<string> {
  const id = responseId();
  const reply = await city.anyone(
    'PUT',
    `/api/campaigns/${run.slug}/responses/${id}`,
    { version: 1, unit, answers: { ...thirtyAnswers(seed), ...more } },
    { 'cf-connecting-ip': `10.4.${(++senders >> 8) & 255}.${senders & 255}` },
  );
  expect(reply.status, reply.text).toBe(200);
  return id;
}
const at = (id: string) => `/api/campaigns/${run.id}/responses/${id}`;
const tally = async (unit: string) => {
  const row = await city.db
    .prepare('SELECT n, counts FROM tally WHERE campaign = ?1 AND unit = ?2')
    .bind(run.id, unit)
    .first<{ n: number; counts: string }>();
  return { n: row?.n ?? 0, counts: JSON.parse(row?.counts ?? '{}') };
};
const clean = async () =>
  expect((await city.as('mayor')('POST', `/api/campaigns/${run.id}/recount`, {})).body.differences).toEqual(
    [],
  );

describe('correcting', () => {
  test('moves exactly the difference, at every level, and says who, why and at which revision', async () => {
    const id = await send('b1', 1, { star: 5 });
    await send('b1', 2, { star: 3 });
    const reply = await city.as('easteditor')('PATCH', at(id), {
      rev: 1,
      reason: '本人来电更正',
      answers: { ...thirtyAnswers(1), star: 2 },
    });
    expect([reply.status, reply.body]).toEqual([200, { rev: 2, dropped: [] }]);
    for (const unit of ['b1', 'e1g', 'e1', 'east', 'city']) {
      const { n, counts } = await tally(unit);
      expect([n, counts.star]).toEqual([2, { 3: 1, 2: 1 }]);
    }
    await clean();
    const entry = await city.db
      .prepare(
        "SELECT actor, target, path, detail FROM audit WHERE act = 'response.edit' ORDER BY seq DESC LIMIT 1",
      )
      .first<Record<string, string>>();
    expect(entry).toEqual({
      actor: 'staffeasteditor',
      target: `${run.id}/${id}`,
      path: city.path('b1'),
      detail: expect.stringContaining('"reason":"本人来电更正","changed":["star"],"rev":2'),
    });
  });

  test('at a stale revision, without a reason or with wrong answers changes nothing', async () => {
    const id = await send();
    const before = await tally('city');
    const editor = city.as('easteditor');
    const edit = async (body: object) =>
      (await editor('PATCH', at(id), { rev: 1, reason: '更正', answers: thirtyAnswers(3), ...body })).body
        .code;
    expect(await edit({ rev: 7 })).toBe('stale');
    expect(await edit({ reason: ' ' })).toBe('bad-input');
    expect(await edit({ answers: {} })).toBe('answers-wrong');
    expect(await edit({ answers: { ...thirtyAnswers(3), nobody: 1 } })).toBe('answers-wrong');
    expect(await tally('city')).toEqual(before);
    await clean();
  });

  test('by many at once takes effect once', async () => {
    const id = await send();
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, seed) =>
        city.as('easteditor')('PATCH', at(id), { rev: 1, reason: '更正', answers: thirtyAnswers(seed) }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    await clean();
  });
});

describe('voiding', () => {
  test('takes exactly what was added out of every level, once, and keeps the answers on record', async () => {
    const kept = await send('b2', 5);
    const before = await Promise.all(['b2', 'city'].map(tally));
    const id = await send('b2', 6);
    const replies = await Promise.all(
      Array.from({ length: 6 }, () =>
        city.as('eastadmin')('POST', `${at(id)}/void`, { rev: 1, reason: '重复填写' }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409, 409]);
    const after = await Promise.all(['b2', 'city'].map(tally));
    expect(after.map(({ n }) => n)).toEqual(before.map(({ n }) => n));
    await clean();
    const view = (await city.as('easteditor')('GET', at(id))).body.response;
    expect([view.state, view.answers]).toEqual(['void', thirtyAnswers(6)]);
    for (const act of [
      city.as('easteditor')('PATCH', at(id), { rev: 2, reason: '更正', answers: thirtyAnswers(1) }),
      city.as('easteditor')('POST', `${at(id)}/void`, { rev: 2, reason: '再来' }),
    ])
      expect((await act).body.code).toBe('voided');
    expect((await city.as('easteditor')('GET', at(kept))).body.response.state).toBe('accepted');
  });

  test('and correcting the same revision at once: one of the acts takes effect', async () => {
    const editor = city.as('easteditor');
    for (let round = 0; round < 10; round++) {
      const id = await send('b1', round);
      const replies = await Promise.all([
        editor('PATCH', at(id), { rev: 1, reason: '更正', answers: thirtyAnswers(round + 1) }),
        editor('POST', `${at(id)}/void`, { rev: 1, reason: '重复' }),
        editor('PATCH', at(id), { rev: 1, reason: '再更正', answers: thirtyAnswers(round + 2) }),
      ]);
      expect(replies.filter(({ status }) => status < 300)).toHaveLength(1);
    }
    await clean();
  });

  test('a campaign that has no room has room again', async () => {
    run = await city.openCampaign(form, { cap: 1 });
    const id = await send('b1');
    const full = await city.anyone(
      'PUT',
      `/api/campaigns/${run.slug}/responses/${responseId()}`,
      { version: 1, unit: 'b1', answers: thirtyAnswers(2) },
      { 'cf-connecting-ip': '10.3.0.1' },
    );
    expect(full.body.code).toBe('full');
    await city.as('mayor')('POST', `${at(id)}/void`, { rev: 1, reason: '测试' });
    await send('b1', 3);
    await clean();
  });
});

describe('reading', () => {
  test('a branch page by page, building by building, every answer once', async () => {
    for (let seed = 0; seed < 53; seed++) await send(seed % 2 ? 'b1' : 'b3', seed);
    await send('b4', 99);
    const editor = city.as('easteditor');
    const first = (await editor('GET', `/api/campaigns/${run.id}/units/e1/responses`)).body;
    const second = (await editor('GET', `/api/campaigns/${run.id}/units/e1/responses?after=${first.next}`))
      .body;
    expect([first.responses.length, second.responses.length, second.next]).toEqual([50, 3, null]);
    const all = [...first.responses, ...second.responses];
    expect(new Set(all.map(({ id }) => id)).size).toBe(53);
    expect([...new Set(all.map(({ unit }) => unit.id))]).toEqual(['b1', 'b3']);
  });

  test('comments to one question, without voided ones; another question is not mixed in', async () => {
    const ids = [
      await send('b1', 1, { more: '甲' }),
      await send('b2', 2, { more: '乙' }),
      await send('b4', 3, { more: '丙' }),
    ];
    await city.as('mayor')('POST', `${at(ids[1] ?? '')}/void`, { rev: 1, reason: '重复' });
    const texts = async (unit: string, question = 'more') =>
      (
        await city.as('mayor')('GET', `/api/campaigns/${run.id}/units/${unit}/comments?question=${question}`)
      ).body.comments.map(({ text }: { text: string }) => text);
    expect(await texts('e1')).toEqual(['甲']);
    expect(await texts('city')).toEqual(['甲', '丙']);
    expect(await texts('city', 'c0')).toEqual([]);
  });
});
