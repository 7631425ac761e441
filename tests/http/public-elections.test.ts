// What residents read of an election: its contests, and of candidates only those who are posted and agreed to it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, openCity } from './city.ts';
import { plantElection, plantedDays } from './planted-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

test('an election lists its contests, found by the words of their buildings', async () => {
  const { slug, contest } = await plantElection(city.db, 'e1');
  const all = await city.anyone('GET', `/api/e/${slug}`);
  expect(all.status).toBe(200);
  expect(all.body.election.rule.about.zh).toBe('得票多的当选。');
  expect(all.body.contests).toMatchObject([{ id: contest, state: 'preparing', above: '滨河社区' }]);
  const none = await city.anyone('GET', `/api/e/${slug}?search=${encodeURIComponent('滨河 没有')}`);
  expect(none.body).toMatchObject({ contests: [], total: 1, more: false });
});

test('a contest names who was accepted and agreed to be posted, and nobody else', async () => {
  const { slug, contest } = await plantElection(city.db, 'e1');
  const page = await city.anyone('GET', `/api/e/${slug}/contests/${contest}`);
  expect(page.body.candidates.map((one: { name: string }) => one.name)).toEqual(['王秀英']);
  expect(page.text).not.toMatch(/李建国|赵六|contact|device|said/);
});

test('nobody is named before the day of the notice', async () => {
  const { slug, contest } = await plantElection(city.db, 'e1', {
    days: { ...plantedDays, candidates: '2099-01-01' },
  });
  const page = await city.anyone('GET', `/api/e/${slug}/contests/${contest}`);
  expect(page.body).toMatchObject({ posted: false, candidates: [] });
});

test('a contest is found in its own election only', async () => {
  const one = await plantElection(city.db, 'e1');
  const other = await plantElection(city.db, 'e1');
  const page = await city.anyone('GET', `/api/e/${one.slug}/contests/${other.contest}`);
  expect(page.status).toBe(404);
});
