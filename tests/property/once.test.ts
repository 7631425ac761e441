// Exactly once, and never above the cap: many senders of the same ids at the same time, in any mix.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, openCity, responseId } from '../http/city.ts';
import { countAgain, readBooks } from './recount.ts';

const rounds = process.env.FULL ? 50 : 5;
const question = { id: 'q', type: 'yes-no', title: '来吗' } as const;
const definition = { title: '名额', layout: 'pages' as const, questions: [question] };

let city: City;
let form: string;
beforeAll(async () => {
  city = await openCity();
  ({ form } = await city.publishForm(definition));
});
afterAll(() => city.close());

let senders = 0;
const send = (slug: string, id: string, unit: string, q: string) =>
  city.anyone(
    'PUT',
    `/api/campaigns/${slug}/responses/${id}`,
    { version: 1, unit, answers: { q } },
    { 'cf-connecting-ip': `10.8.${(++senders >> 8) & 255}.${senders & 255}` },
  );

test('100 concurrent sends of one id: one row, one count, one receipt', async () => {
  const run = await city.openCampaign(form);
  const id = responseId();
  const replies = await Promise.all(Array.from({ length: 100 }, () => send(run.slug, id, 'b1', 'yes')));
  expect(new Set(replies.map(({ status, body }) => `${status} ${body.receipt} ${body.at}`)).size).toBe(1);
  expect(replies[0]?.status).toBe(200);
  expect((await readBooks(city.db, run.id)).accepted).toBe(1);
});

test('100 concurrent sends of one id with two different answers: one of them stands, the others are told', async () => {
  const run = await city.openCampaign(form);
  const id = responseId();
  const replies = await Promise.all(
    Array.from({ length: 100 }, (_, index) => send(run.slug, id, 'b1', index % 2 ? 'yes' : 'no')),
  );
  const accepted = replies.filter(({ status }) => status === 200);
  expect(accepted).toHaveLength(50);
  expect(new Set(accepted.map(({ body }) => body.receipt)).size).toBe(1);
  expect(new Set(replies.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
    new Set(['other-answers']),
  );
  expect(await readBooks(city.db, run.id)).toEqual(await countAgain(city.db, run.id, [definition]));
});

test('a cap of k under 200 concurrent sends accepts exactly k', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.constantFrom(1, 37, 150), fc.integer({ min: 1, max: 199 })), async (cap) => {
      const run = await city.openCampaign(form, { cap });
      const replies = await Promise.all(
        Array.from({ length: 200 }, (_, index) => send(run.slug, responseId(), `b${1 + (index % 6)}`, 'yes')),
      );
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(cap);
      expect(new Set(replies.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
        new Set(['full']),
      );
      const books = await readBooks(city.db, run.id);
      expect(books).toEqual(await countAgain(city.db, run.id, [definition]));
      expect(books.accepted).toBe(cap);
    }),
    { numRuns: rounds },
  );
});

test('ids sent again and again in any order, at once: each counts once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(20), { minLength: 20, maxLength: 120 }), async (order) => {
      const run = await city.openCampaign(form);
      const ids = Array.from({ length: 21 }, responseId);
      const receipts = new Map<number, Set<string>>();
      await Promise.all(
        order.map(async (which) => {
          const reply = await send(run.slug, ids[which] ?? '', `b${1 + (which % 6)}`, 'no');
          expect(reply.status).toBe(200);
          receipts.set(which, (receipts.get(which) ?? new Set()).add(reply.body.receipt));
        }),
      );
      for (const same of receipts.values()) expect(same.size).toBe(1);
      const books = await readBooks(city.db, run.id);
      expect(books).toEqual(await countAgain(city.db, run.id, [definition]));
      expect(books.accepted).toBe(new Set(order).size);
    }),
    { numRuns: rounds },
  );
});

test('senders that hang up do not hold up the others, and what they sent can be sent again', async () => {
  const run = await city.openCampaign(form);
  const ids = Array.from({ length: 120 }, responseId);
  const cut = ids
    .filter((_, index) => index % 3 === 0)
    .map(async (id) => {
      const stop = new AbortController();
      const sent = fetch(`${city.url}/api/campaigns/${run.slug}/responses/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'cf-connecting-ip': `cut-${id}` },
        body: JSON.stringify({ version: 1, unit: 'b1', answers: { q: 'yes' } }),
        signal: stop.signal,
      });
      setTimeout(() => stop.abort(), Math.random() * 20);
      await sent.catch(() => {});
    });
  const started = Date.now();
  const rest = ids.filter((_, index) => index % 3 !== 0);
  const replies = await Promise.all(rest.map((id) => send(run.slug, id, 'b2', 'yes')));
  await Promise.all(cut);
  expect(replies.every(({ status }) => status === 200)).toBe(true);
  expect(Date.now() - started).toBeLessThan(10_000);
  const again = await Promise.all(
    ids.map((id, index) => send(run.slug, id, index % 3 === 0 ? 'b1' : 'b2', 'yes')),
  );
  expect(again.every(({ status }) => status === 200)).toBe(true);
  const books = await readBooks(city.db, run.id);
  expect(books.accepted).toBe(ids.length);
  expect(books).toEqual(await countAgain(city.db, run.id, [definition]));
});
