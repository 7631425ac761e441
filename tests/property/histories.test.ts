// Tallies equal a recount after any history: sends, replays, many at once, corrections, withdrawals, edits and voids,
// pauses and a newer version, in any order. And nothing that was acknowledged is missing or counted twice.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { type City, openCity, responseId } from '../http/city.ts';
import { countAgain, readBooks } from './recount.ts';

const histories = process.env.FULL ? 1_000 : 100;
const first: Definition = {
  title: '第一版',
  layout: 'pages',
  questions: [
    { id: 'lift', type: 'yes-no', title: '有电梯吗', required: true },
    {
      id: 'fix',
      type: 'scale',
      title: '修得快吗',
      from: 1,
      to: 5,
      na: true,
      showIf: { q: 'lift', op: 'equals', value: 'yes' },
    },
    {
      id: 'wants',
      type: 'multi',
      title: '想要什么',
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id, text: id === 'd' })),
    },
    { id: 'people', type: 'number', title: '几口人', min: 1, max: 9 },
    { id: 'fee', type: 'number', title: '物业费', min: -10, max: 500, decimals: 2 },
    {
      id: 'grid',
      type: 'matrix-scale',
      title: '几方面',
      from: 1,
      to: 3,
      rows: [
        { id: 'r1', label: '净' },
        { id: 'r2', label: '静' },
      ],
    },
    { id: 'more', type: 'text', title: '还有呢' },
  ],
};
/** A label changed, a question went, another came, an option was added: ids stay. */
const second: Definition = {
  ...first,
  title: '第二版',
  questions: [
    ...first.questions
      .filter((question) => question.id !== 'people')
      .map((question) => ({ ...question, title: `${question.title}？` })),
    { id: 'star', type: 'rating', title: '打几星' },
  ],
};

/** Answers that both versions accept, by a seed. */
function answers(seed: number, version: number): Record<string, unknown> {
  const pick = (n: number, shift: number) => Math.floor(seed / 7 ** shift) % n;
  const lift = pick(3, 0) > 0 ? 'yes' : 'no';
  return {
    lift,
    ...(lift === 'yes' || pick(2, 1) ? { fix: pick(5, 1) === 0 ? 'na' : 1 + pick(5, 1) } : {}),
    ...(pick(3, 2) ? { wants: [['a'], ['b', 'c'], ['a', { id: 'd', text: '别的' }]][pick(3, 2)] } : {}),
    ...(pick(2, 3) ? { fee: (seed % 10_000) / 100 } : {}),
    ...(pick(2, 4) ? { grid: pick(2, 5) ? { r1: 1 + pick(3, 3) } : { r1: 2, r2: 1 + pick(3, 2) } } : {}),
    ...(pick(3, 1) === 0 ? { more: `话 ${seed}` } : {}),
    ...(version === 1 && pick(2, 2) ? { people: 1 + pick(9, 1) } : {}),
    ...(version === 2 && pick(2, 2) ? { star: 1 + pick(5, 3) } : {}),
  };
}

const step = fc.record({
  act: fc.oneof(
    { weight: 8, arbitrary: fc.constant('send' as const) },
    { weight: 12, arbitrary: fc.constantFrom('replay', 'correct', 'withdraw', 'edit', 'void') },
    { weight: 2, arbitrary: fc.constantFrom('pause', 'go on', 'newer', 'older') },
  ),
  /** done together with the step before it */
  together: fc.boolean(),
  unit: fc.constantFrom('b1', 'b2', 'b3', 'b4', 'b5', 'b6'),
  version: fc.constantFrom(1, 2),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  target: fc.nat(50),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

let city: City;
let form: string;
beforeAll(async () => {
  city = await openCity();
  const made = await city.publishForm(first);
  form = made.form;
  const mayor = city.as('mayor');
  const saved = await mayor('PUT', `/api/forms/${form}/draft`, { rev: made.rev, definition: second });
  await mayor('POST', `/api/forms/${form}/versions`, { rev: saved.body.rev });
});
afterAll(() => city.close());

let senders = 0;
const from = () => ({ 'cf-connecting-ip': `10.9.${(++senders >> 8) & 255}.${senders & 255}` });

interface Sent {
  id: string;
  unit: string;
  version: number;
  seed: number;
  receipt?: string;
}

async function live(steps: readonly Step[]) {
  const mayor = city.as('mayor');
  const run = await city.openCampaign(form);
  const sent: Sent[] = [];
  const path = (one: Sent) => `/api/campaigns/${run.slug}/responses/${one.id}`;
  const staffPath = (one: Sent) => `/api/campaigns/${run.id}/responses/${one.id}`;
  const send = async (one: Sent) => {
    const reply = await city.anyone(
      'PUT',
      path(one),
      { version: one.version, unit: one.unit, answers: answers(one.seed, one.version) },
      from(),
    );
    expect(reply.status).toBeLessThan(500);
    if (reply.status !== 200) return;
    if (one.receipt !== undefined) expect(reply.body.receipt).toBe(one.receipt);
    one.receipt = reply.body.receipt;
  };
  const revOf = async (one: Sent) => (await mayor('GET', staffPath(one))).body.response?.rev ?? 1;
  const steer = async (set: object) => {
    const { body } = await mayor('GET', `/api/campaigns/${run.id}`);
    await mayor('PATCH', `/api/campaigns/${run.id}`, { rev: body.rev, ...set });
  };
  const act = async ({ act, unit, version, seed, target }: Step) => {
    const one = sent[target % Math.max(1, sent.length)];
    if (act === 'send') {
      const fresh = { id: responseId(), unit, version, seed };
      sent.push(fresh);
      return send(fresh);
    }
    if (act === 'pause') return steer({ state: 'paused' });
    if (act === 'go on') return steer({ state: 'open' });
    if (act === 'newer') return steer({ version: 2 });
    if (act === 'older') return steer({ version: 1 });
    if (!one) return;
    if (act === 'replay') return send(one);
    const rev = await revOf(one);
    const { receipt } = one;
    const other = { rev, answers: answers(seed, one.version) };
    const reply = await (act === 'edit'
      ? mayor('PATCH', staffPath(one), { ...other, reason: '更正' })
      : act === 'void'
        ? mayor('POST', `${staffPath(one)}/void`, { rev, reason: '重复' })
        : act === 'correct'
          ? city.anyone('POST', '/api/receipts/correct', { ...other, receipt: receipt ?? 'none' }, from())
          : city.anyone('POST', '/api/receipts/withdraw', { rev, receipt: receipt ?? 'none' }, from()));
    expect(reply.status, reply.text).toBeLessThan(500);
  };
  let pending: Promise<unknown>[] = [];
  for (const one of steps) {
    if (!one.together) {
      await Promise.all(pending);
      pending = [];
    }
    pending.push(act(one));
  }
  await Promise.all(pending);
  return { run, sent };
}

test(`${histories} histories: tallies, day counts and the number of accepted equal two recounts`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 24 }), async (steps) => {
      const { run, sent } = await live(steps);
      expect(await readBooks(city.db, run.id)).toEqual(await countAgain(city.db, run.id, [first, second]));
      const product = await city.as('mayor')('POST', `/api/campaigns/${run.id}/recount`, {});
      expect(product.body.differences).toEqual([]);
      const { results } = await city.db
        .prepare('SELECT id, receipt FROM response WHERE campaign = ?1 ORDER BY id')
        .bind(run.id)
        .all<{ id: string; receipt: string }>();
      // Every acknowledged send is one row, and no row was made that nobody sent.
      expect(results.map((row) => row.id)).toEqual(
        sent
          .filter((one) => one.receipt !== undefined)
          .map((one) => one.id)
          .sort(),
      );
      const stored = new Map(results.map((row) => [row.id, row.receipt]));
      for (const one of sent)
        if (one.receipt) expect(stored.get(one.id)).toBe(one.receipt.toLowerCase().replaceAll('-', ''));
    }),
    { numRuns: histories, endOnFailure: true },
  );
}, 600_000);

test('counts of an id add up over versions: a renamed question goes on, a new one begins', async () => {
  const { run } = await live([
    { act: 'send', together: false, unit: 'b1', version: 1, seed: 1, target: 0 },
    { act: 'newer', together: false, unit: 'b1', version: 1, seed: 1, target: 0 },
    { act: 'send', together: false, unit: 'b1', version: 2, seed: 1, target: 0 },
  ]);
  const { tallies } = await readBooks(city.db, run.id);
  expect(tallies.city?.counts.lift).toEqual({ [String(answers(1, 1).lift)]: 2 });
});
