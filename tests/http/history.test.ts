// The history of a city of many years: a page looks at a bounded number of entries, and the pages together leave none out.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAudit } from '../../worker/audit/list.ts';
import { metered } from '../bench/metered.ts';
import { type City, openCity } from './city.ts';

const entries = 60_000;
let city: City;
beforeAll(async () => {
  city = await openCity();
  // Every third in the west; every four-thousandth at a building of the east, the rest in one of its communities.
  await city.db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
       INSERT INTO audit (at, actor, act, target, path) SELECT i, 'staffmayor', iif(i % 5000 = 7, 'share.create', 'form.save'), 'x',
         iif(i % 3 = 0, '/city/west/', iif(i % 4000 = 1, '/city/east/e2/e2g/b4/', '/city/east/e1/')) FROM n`,
    )
    .bind(entries)
    .run();
}, 60_000);
afterAll(() => city.close());

const actor = { id: 'x', login: 'x', name: 'x', mustChange: false, grants: [] };

async function pagesOf(unit: string, query: object = {}) {
  const { db, bill } = metered(city.db);
  const call = { db, origin: '', now: Date.now(), language: 'zh' as const, actor };
  const [seen, rows]: [number[], number[]] = [[], []];
  let before: number | undefined;
  for (;;) {
    const start = bill.rowsRead;
    const page = await listAudit(call, unit, { ...query, before });
    rows.push(bill.rowsRead - start);
    seen.push(...page.entries.map(({ seq }) => seq));
    if (page.next === null || rows.length > 30) return { seen, most: Math.max(...rows), pages: rows.length };
    before = page.next;
  }
}

test.each(['city', 'east', 'e1', 'west'])('%s: a page reads little, however much there is', async (unit) => {
  const { seen, most } = await pagesOf(unit);
  expect(most).toBeGreaterThan(50);
  expect(most).toBeLessThan(5_500);
  // Newest first, without one twice.
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
});

test('with a filter it looks at 5,000 a page, and the pages reach the oldest', async () => {
  const { seen, most, pages } = await pagesOf('east', { about: 'share' });
  expect(most).toBeLessThan(12_000);
  expect(pages).toBe(entries / 5_000);
  const wanted = Array.from({ length: 12 }, (_, at) => 5_000 * at + 7).filter((seq) => seq % 3 !== 0);
  expect(seen).toEqual(wanted.reverse());
});

test('a branch of few entries has them on its first page, however far back they are', async () => {
  const { seen, most, pages } = await pagesOf('b4');
  expect(seen).toHaveLength(10);
  expect(pages).toBe(1);
  expect(most).toBeLessThan(200);
});
