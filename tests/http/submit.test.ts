// Submitting: exactly once, checked again by the Worker, counted at every level, refused with a stable code.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thirtyAnswers, thirtyQuestions } from '../property/sample.ts';
import { type City, day, openCity, responseId } from './city.ts';

let city: City;
let campaign: { id: string; slug: string };
beforeAll(async () => {
  city = await openCity();
  const { form } = await city.publishForm(thirtyQuestions());
  campaign = await city.openCampaign(form);
});
afterAll(() => city.close());

const send = (body: unknown, id = responseId(), slug = campaign.slug) =>
  city.anyone('PUT', `/api/campaigns/${slug}/responses/${id}`, body);
const sheet = (seed: number, more: Record<string, unknown> = {}) => ({
  version: 1,
  unit: 'b1',
  answers: { ...thirtyAnswers(seed), ...more },
});
const recount = async (id = campaign.id) =>
  (await city.as('mayor')('POST', `/api/campaigns/${id}/recount`, {})).body;
const tally = async (unit: string) =>
  (
    await city.db
      .prepare('SELECT n FROM tally WHERE campaign = ?1 AND unit = ?2')
      .bind(campaign.id, unit)
      .first<{ n: number }>()
  )?.n ?? 0;

describe('a sent response', () => {
  test('gets a receipt and counts at the building and every level above it', async () => {
    const before = await Promise.all(['b1', 'e1g', 'e1', 'east', 'city', 'west'].map(tally));
    const reply = await send(sheet(1));
    expect(reply.status).toBe(200);
    expect(reply.body.receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const after = await Promise.all(['b1', 'e1g', 'e1', 'east', 'city', 'west'].map(tally));
    expect(after.map((n, index) => n - (before[index] ?? 0))).toEqual([1, 1, 1, 1, 1, 0]);
    expect(await recount()).toMatchObject({ differences: [] });
  });

  test('a second send of the same answers gets the same receipt and counts once', async () => {
    const id = responseId();
    const first = await send(sheet(2), id);
    const before = await tally('city');
    const again = await send(sheet(2), id);
    expect(again.body).toEqual(first.body);
    expect(await tally('city')).toBe(before);
  });

  test('100 concurrent sends of one id give one row and 100 equal receipts', async () => {
    const id = responseId();
    const before = await tally('city');
    const replies = await Promise.all(Array.from({ length: 100 }, () => send(sheet(3), id)));
    expect(new Set(replies.map((reply) => `${reply.status} ${reply.body.receipt}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(200);
    expect(await tally('city')).toBe(before + 1);
  });

  test('other answers under the same id are refused and change nothing', async () => {
    const id = responseId();
    await send(sheet(4), id);
    const other = await send(sheet(4, { more: '换一句话' }), id);
    expect([other.status, other.body.code]).toEqual([409, 'other-answers']);
    expect(await recount()).toMatchObject({ differences: [] });
  });

  test('500 sends from one address within a minute all pass; a flood is slowed with a time to wait', async () => {
    const { form } = await city.publishForm({
      title: '一题',
      layout: 'pages',
      questions: [{ id: 'q', type: 'yes-no', title: '好吗' }],
    });
    const { slug } = await city.openCampaign(form);
    const from = (index: number) =>
      city.anyone(
        'PUT',
        `/api/campaigns/${slug}/responses/${responseId()}`,
        { version: 1, unit: 'b2', answers: { q: index % 2 ? 'yes' : 'no' } },
        { 'cf-connecting-ip': '10.1.2.3' },
      );
    const statuses: number[] = [];
    for (let start = 0; start < 500; start += 50)
      statuses.push(
        ...(await Promise.all(Array.from({ length: 50 }, (_, index) => from(index)))).map(
          (reply) => reply.status,
        ),
      );
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    const flood = await Promise.all(Array.from({ length: 400 }, (_, index) => from(index)));
    const slowed = flood.filter((reply) => reply.status === 429);
    expect(slowed.length).toBeGreaterThan(0);
    expect(Number(slowed[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });
});

describe('what is refused', () => {
  test.each([
    ['malformed JSON', '{"version": 1,', 400, 'bad-json'],
    ['a body of the wrong shape', { version: 'one' }, 400, 'bad-input'],
    [
      'an oversize body',
      { version: 1, unit: 'b1', answers: { more: 'x'.repeat(300_000) } },
      413,
      'too-large',
    ],
    [
      'an unknown question',
      { version: 1, unit: 'b1', answers: { ...thirtyAnswers(5), nobody: 1 } },
      422,
      'answers-wrong',
    ],
    [
      'an option of another question',
      { version: 1, unit: 'b1', answers: { ...thirtyAnswers(5), c0: 'f' } },
      422,
      'answers-wrong',
    ],
    ['a missing required answer', { version: 1, unit: 'b1', answers: {} }, 422, 'answers-wrong'],
    ['an unknown unit', { version: 1, unit: 'nowhere', answers: thirtyAnswers(5) }, 400, 'unit-unknown'],
    [
      'a unit that nobody answers for',
      { version: 1, unit: 'east', answers: thirtyAnswers(5) },
      400,
      'unit-unknown',
    ],
    [
      'a version that was never published',
      { version: 9, unit: 'b1', answers: thirtyAnswers(5) },
      400,
      'version-unknown',
    ],
  ])('%s', async (_, body, status, code) => {
    const before = await tally('city');
    const reply = await send(body);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.body.title.length).toBeGreaterThan(5);
    expect(await tally('city')).toBe(before);
  });

  test('a campaign that nobody knows, is paused, closed, not yet open', async () => {
    expect((await send(sheet(6), undefined, 'nosuchone')).body.code).toBe('campaign-unknown');
    const { form } = await city.publishForm(thirtyQuestions());
    const now = Date.now();
    const coming = await city.openCampaign(form, { opensAt: now + day, closesAt: now + 2 * day });
    expect((await send(sheet(6), undefined, coming.slug)).body.code).toBe('not-open-yet');
    const run = await city.openCampaign(form);
    const mayor = city.as('mayor');
    await mayor('PATCH', `/api/campaigns/${run.id}`, { rev: 1, state: 'paused' });
    expect((await send(sheet(6), undefined, run.slug)).body.code).toBe('paused');
    await mayor('PATCH', `/api/campaigns/${run.id}`, { rev: 2, state: 'closed' });
    expect((await send(sheet(6), undefined, run.slug)).body.code).toBe('closed');
    const stale = await mayor('PATCH', `/api/campaigns/${run.id}`, { rev: 1, state: 'open' });
    expect([stale.status, stale.body.code]).toEqual([409, 'stale']);
  });

  test('an earlier published version is accepted, and hidden answers are dropped and named', async () => {
    const { form } = await city.publishForm({
      title: '条件',
      layout: 'pages',
      questions: [
        { id: 'lift', type: 'yes-no', title: '有电梯吗' },
        { id: 'fix', type: 'text', title: '多久来修', showIf: { q: 'lift', op: 'equals', value: 'yes' } },
      ],
    });
    const run = await city.openCampaign(form);
    const mayor = city.as('mayor');
    const current = (await mayor('GET', `/api/forms/${form}`)).body;
    const saved = await mayor('PUT', `/api/forms/${form}/draft`, {
      rev: current.rev,
      definition: { ...current.draft, title: '条件二' },
    });
    await mayor('POST', `/api/forms/${form}/versions`, { rev: saved.body.rev });
    const reply = await send(
      { version: 1, unit: 'b1', answers: { lift: 'no', fix: '一周' } },
      undefined,
      run.slug,
    );
    expect(reply.body.dropped).toEqual(['fix']);
    const newer = () =>
      send({ version: 2, unit: 'b1', answers: { lift: 'yes', fix: '一周' } }, undefined, run.slug);
    // Published, but this run has not moved to it: its board would not know what was asked.
    expect((await newer()).body.code).toBe('version-unknown');
    await mayor('PATCH', `/api/campaigns/${run.id}`, { rev: 1, version: 2 });
    expect((await newer()).status).toBe(200);
    const rows = await city.db
      .prepare('SELECT answers, delta, version FROM response WHERE campaign = ?1 ORDER BY seq')
      .bind(run.id)
      .all();
    expect(rows.results).toEqual([
      { answers: '{"lift":"no"}', delta: '{"lift":{"no":1}}', version: 1 },
      { answers: '{"lift":"yes","fix":"一周"}', delta: '{"lift":{"yes":1},"fix":{"_n":1}}', version: 2 },
    ]);
    expect(await recount(run.id)).toMatchObject({ responses: 2, differences: [] });
  });

  test.each([1, 37])('a cap of %i under 200 concurrent sends accepts exactly that many', async (cap) => {
    const { form } = await city.publishForm({
      title: '名额',
      layout: 'pages',
      questions: [{ id: 'q', type: 'yes-no', title: '来吗' }],
    });
    const run = await city.openCampaign(form, { cap });
    const replies = await Promise.all(
      Array.from({ length: 200 }, () =>
        send({ version: 1, unit: 'b3', answers: { q: 'yes' } }, undefined, run.slug),
      ),
    );
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(cap);
    expect(new Set(replies.filter((reply) => reply.status !== 200).map((reply) => reply.body.code))).toEqual(
      new Set(['full']),
    );
    expect(await recount(run.id)).toMatchObject({ responses: cap, differences: [] });
  });

  test('a device that answered once is told so, where the campaign asks for one per device', async () => {
    const { form } = await city.publishForm({
      title: '每机一份',
      layout: 'pages',
      questions: [{ id: 'q', type: 'yes-no', title: '来吗' }],
    });
    const run = await city.openCampaign(form, { perDevice: true });
    const cookie = { cookie: '__Host-linli_device=this-phone' };
    const once = (headers: Record<string, string>) =>
      city.anyone(
        'PUT',
        `/api/campaigns/${run.slug}/responses/${responseId()}`,
        { version: 1, unit: 'b3', answers: { q: 'yes' } },
        headers,
      );
    const first = await once(cookie);
    expect(first.status).toBe(200);
    expect((await once(cookie)).body.code).toBe('already-taken-part');
    expect((await once({ cookie: '__Host-linli_device=other-phone' })).status).toBe(200);
    const view = (await city.anyone('POST', '/api/receipts', { receipt: first.body.receipt })).body;
    // Whichever device takes it back, the place that is freed is the one it was sent from.
    const back = await city.anyone('POST', '/api/receipts/withdraw', {
      receipt: view.receipt,
      rev: view.rev,
    });
    expect(back.status).toBe(204);
    const second = await once(cookie);
    expect(second.status).toBe(200);
    const { results } = await city.db
      .prepare("SELECT id FROM response WHERE campaign = ?1 AND state = 'accepted' ORDER BY seq DESC LIMIT 1")
      .bind(run.id)
      .all<{ id: string }>();
    const voided = await city.as('mayor')(
      'POST',
      `/api/campaigns/${run.id}/responses/${results[0]?.id}/void`,
      { rev: 1, reason: '测试' },
    );
    expect(voided.status).toBe(204);
    expect((await once(cookie)).status).toBe(200);
    expect(await recount(run.id)).toMatchObject({ responses: 2, differences: [] });
  });
});

describe('the holder of a receipt', () => {
  test('sees, corrects and withdraws; the tallies follow exactly', async () => {
    const sent = await send(sheet(7));
    const view = (
      await city.anyone('POST', '/api/receipts', {
        receipt: sent.body.receipt.toLowerCase().replaceAll('-', ' '),
      })
    ).body;
    expect(view).toMatchObject({
      state: 'accepted',
      mayChange: true,
      answers: thirtyAnswers(7),
      unit: { id: 'b1' },
    });
    const corrected = await city.anyone('POST', '/api/receipts/correct', {
      receipt: view.receipt,
      rev: view.rev,
      answers: thirtyAnswers(8),
    });
    expect(corrected.body.rev).toBe(view.rev + 1);
    expect(await recount()).toMatchObject({ differences: [] });
    const stale = await city.anyone('POST', '/api/receipts/correct', {
      receipt: view.receipt,
      rev: view.rev,
      answers: thirtyAnswers(9),
    });
    expect(stale.body.code).toBe('stale');
    const before = await tally('city');
    expect(
      (await city.anyone('POST', '/api/receipts/withdraw', { receipt: view.receipt, rev: view.rev + 1 }))
        .status,
    ).toBe(204);
    expect(await tally('city')).toBe(before - 1);
    const row = await city.db
      .prepare('SELECT answers, delta, undo, digest, state FROM response WHERE receipt = ?1')
      .bind(view.receipt.toLowerCase().replaceAll('-', ''))
      .first();
    expect(row).toEqual({ answers: '{}', delta: '{}', undo: null, digest: '', state: 'withdrawn' });
    expect(await recount()).toMatchObject({ differences: [] });
    expect(
      (await city.anyone('POST', '/api/receipts/withdraw', { receipt: view.receipt, rev: 3 })).body.code,
    ).toBe('withdrawn');
  });

  test('finds nothing under a number that was never given', async () => {
    expect((await city.anyone('POST', '/api/receipts', { receipt: 'AAAA-BBBB-CCCC' })).body.code).toBe(
      'receipt-unknown',
    );
  });
});
