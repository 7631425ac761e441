// Which desks staff are told of: a helper those at which ballots may be handed out now, others also what is counted and read.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, type Login, must, openCity } from './city.ts';
import { closeBox, openBox, plantSealed } from './sealed-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const found = async (login: Login, query = '') =>
  must(await city.as(login)('GET', `/api/contests${query}`)).contests.map(
    ({ id, desk, reads }: { id: string; desk: boolean; reads: boolean }) => [id, desk, reads],
  );

test('a desk is found by those who may work at it, while ballots are handed out', async () => {
  const planted = await plantSealed(city);
  const { contest } = planted;
  expect(await found('mayor')).toEqual([]);
  await openBox(planted);
  expect(await found('easthelper')).toEqual([[contest, true, false]]);
  expect(await found('easthelper', '?desks=1')).toEqual([[contest, true, false]]);
  expect(await found('easteditor')).toEqual([[contest, true, true]]);
  expect(await found('eastleader')).toEqual([[contest, false, true]]);
  expect(await found('eastleader', '?desks=1')).toEqual([]);
  for (const other of ['westadmin', 'westeditor'] as const) expect(await found(other)).toEqual([]);

  const search = (words: string) => found('easteditor', `?search=${encodeURIComponent(words)}`);
  expect(await search('楼栋长')).toHaveLength(1);
  expect(await search('没有这栋')).toEqual([]);

  await city.db.prepare('UPDATE contest SET check_in_to = ?1 WHERE id = ?2').bind(Date.now(), contest).run();
  expect(await found('easthelper')).toEqual([]);
  expect(await found('easteditor')).toEqual([[contest, false, true]]);
  await closeBox(planted);
  expect(await found('easteditor')).toEqual([[contest, false, true]]);
});

test('the desk names whom to expect to those who keep the roll, and helps others to ask', async () => {
  const planted = await plantSealed(city, { building: 'b2', doors: 2 });
  await openBox(planted);
  await city.db.prepare("UPDATE roll_entry SET name = '欧阳秀英' WHERE roll = ?1").bind(planted.roll).run();
  const names = async (login: Login) =>
    must(await city.as(login)('GET', `/api/contests/${planted.contest}/doors`)).doors.map(
      ({ door, name }: { door: string; name: string }) => [door, name],
    );
  expect(await names('easteditor')).toContainEqual(['1单元 101', '欧阳秀英']);
  expect(await names('easthelper')).toContainEqual(['1单元 101', '欧***']);
  // In a roll of persons the name tells two of one door apart.
  await city.db.prepare('UPDATE roll_entry SET person = name WHERE roll = ?1').bind(planted.roll).run();
  expect(await names('easthelper')).toContainEqual(['1单元 101', '欧阳秀英']);
});
