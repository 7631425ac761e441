// What residents see of a run that shows its result while it is open changes by ten answers or more, whoever looks when and
// from where, and however it ends: two looks never tell what one neighbour answered.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { showInSteps } from '../../worker/scorecards/store.ts';
import { type City, day, openCity, responseId } from '../http/city.ts';

const rounds = process.env.FULL ? 150 : 12;
const step = 10;
let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

let runs = 0;
const looks = (campaign: string) => async (n: number) => {
  const row = { campaign, unit: 'e1', n, lines: `after ${n}`, step };
  const shown = await showInSteps(city.db, row);
  expect(shown.lines).toBe(`after ${shown.n}`);
  return shown.n;
};

test('as answers come in and many look at once, any two numbers shown are ten apart', async () => {
  const moments = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 15,
  });
  await fc.assert(
    fc.asyncProperty(moments, async (drawn) => {
      const look = looks(`come ${++runs}`);
      let n = step;
      const shown = new Set<number>();
      for (const more of drawn) {
        const counts = more.map((one) => {
          n += one;
          return n;
        });
        for (const one of await Promise.all(counts.map(look))) shown.add(one);
      }
      const sorted = [...shown].sort((a, b) => a - b);
      for (const [at, one] of sorted.entries())
        if (at > 0) expect(one - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(step);
      // Nor does it stand still: the last look is less than a step behind.
      expect(n - (await look(n))).toBeLessThan(step);
    }),
    { numRuns: rounds },
  );
}, 120_000);

test('as answers are taken back too, what is shown next is ten apart from what was shown before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 2, maxLength: 25 }),
      async (counts) => {
        const look = looks(`go ${++runs}`);
        let before: number | undefined;
        for (const n of counts) {
          const shown = await look(n);
          if (before !== undefined && shown !== before)
            expect(Math.abs(shown - before)).toBeGreaterThanOrEqual(step);
          before = shown;
        }
      },
    ),
    { numRuns: rounds },
  );
}, 120_000);

describe('looked at from any place of a run over several communities', () => {
  const places = ['b1', 'b3', 'b4', 'e1', 'e2', 'east', 'b5', 'nowhere'] as const;
  const answered = fc.record({ at: fc.constantFrom('b1', 'b3', 'b4'), n: fc.integer({ min: 1, max: 13 }) });
  const looked = fc.record({ from: fc.constantFrom(...places) });
  const course = fc.record({
    acts: fc.array(fc.oneof(answered, looked), { minLength: 6, maxLength: 14 }),
    end: fc.constantFrom('shown', 'put off'),
  });
  let senders = 0;

  test('pages and buildings tell one unit only, in numbers ten apart, to the end', async () => {
    const { form } = await city.publishForm({
      title: '一题',
      layout: 'steps',
      questions: [{ id: 'q', type: 'yes-no', title: '好吗？' }],
    });
    const mayor = city.as('mayor');
    const change = async (id: string, set: object) => {
      const { rev } = (await mayor('GET', `/api/campaigns/${id}`)).body;
      expect((await mayor('PATCH', `/api/campaigns/${id}`, { rev, ...set })).status).toBe(200);
    };
    await fc.assert(
      fc.asyncProperty(course, async ({ acts, end }) => {
        const run = await city.openCampaign(form, {
          unit: 'east',
          liveResult: true,
          closesAt: Date.now() + day,
        });
        const told = new Set<string>();
        for (const act of acts) {
          if ('from' in act) {
            const { text } = await city.anyone('GET', `/f/${run.slug}/result?u=${act.from}`);
            const [, unit, n] = /<p>(\S+ \S+)，收[回到](\d+)份/.exec(text) ?? [];
            if (unit) told.add(`${unit} ${n}`);
            continue;
          }
          const sent = Array.from({ length: act.n }, () =>
            city.anyone(
              'PUT',
              `/api/campaigns/${run.slug}/responses/${responseId()}`,
              { version: 1, unit: act.at, answers: { q: 'yes' } },
              { 'cf-connecting-ip': `10.7.${Math.floor(++senders / 200)}.${senders % 200}` },
            ),
          );
          for (const { status } of await Promise.all(sent)) expect(status).toBe(200);
        }
        const before = told.size;
        if (end === 'put off') await change(run.id, { liveResult: false });
        await change(run.id, { state: 'closed' });
        // What was never shown while it was open, and is put off, holds nothing that an earlier look could be set against.
        if (before === 0 && end === 'put off') return;
        for (const building of ['b1', 'b4']) {
          const { finished } = (await city.anyone('GET', `/api/buildings/page${building}`)).body;
          const { result } = finished.find(({ slug }: { slug: string }) => slug === run.slug);
          if (result) told.add(`${result.unit.name} ${result.n}`);
        }
        const units = new Set([...told].map((one) => one.replace(/ \d+$/, '')));
        expect([...units]).toEqual(told.size > 0 ? ['east street'] : []);
        const numbers = [...told].map((one) => Number(one.split(' ').at(-1))).sort((a, b) => a - b);
        for (const [at, one] of numbers.entries())
          if (at > 0) expect(one - (numbers[at - 1] ?? 0)).toBeGreaterThanOrEqual(step);
      }),
      { numRuns: process.env.FULL ? 60 : 10 },
    );
  }, 120_000);
});
