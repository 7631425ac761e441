// Who stands watches over no box: neither is a teller made of a candidate, nor a candidate of a teller.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, must, openCity } from './city.ts';
import { plantSealed } from './sealed-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

test('a candidate is not appointed teller above their building; somebody else of the name is, once told apart', async () => {
  const { election } = await plantSealed(city, { tellers: 0 });
  const appoint = (name: string) =>
    city.as('mayor')('POST', `/api/elections/${election}/tellers`, { unit: 'e1', name });
  const refused = await appoint('王 秀英');
  expect([refused.status, refused.body.code]).toEqual([409, 'teller-stands']);
  must(await appoint('王秀英（物业）'));
  expect(must(await city.as('mayor')('GET', `/api/elections/${election}/tellers`)).tellers).toHaveLength(1);
});

test('a teller is not entered, accepted or imported as a candidate', async () => {
  const { election, contest } = await plantSealed(city, { tellers: 0 });
  const mayor = city.as('mayor');
  must(await mayor('POST', `/api/elections/${election}/tellers`, { unit: 'e1', name: '赵六' }));
  const person = { name: '赵六', line: '', source: 'community', saidBy: '' };
  const add = (consent: boolean) =>
    mayor('POST', `/api/contests/${contest}/candidates`, { ...person, consent });
  expect((await add(true)).body.code).toBe('stands-teller');
  const { id } = must(await add(false));
  const accept = { rev: 1, state: 'accepted', consent: true };
  const path = `/api/contests/${contest}/candidates/${id}`;
  expect((await mayor('PATCH', path, accept)).body.code).toBe('stands-teller');
  must(await mayor('PATCH', path, { rev: 1, state: 'refused', reason: '是监票人' }));
  const rows = [{ row: 2, unit: 'b1', name: '赵六', line: '', consent: true }];
  const report = must(await mayor('POST', `/api/elections/${election}/candidates`, { rows, dryRun: false }));
  expect(report.refused).toEqual([{ row: 2, reason: 'teller' }]);
});
