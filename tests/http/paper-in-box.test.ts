// Paper in a secret election: no more of it than was handed out on paper, whatever the phones left uncast; and no show of hands.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountSheet } from '../../schema/elections/count-sheet.ts';
import { verifyRecord } from '../../web/verify/check.ts';
import { type City, openCity, responseId } from './city.ts';
import { agree, enter } from './on-the-spot.ts';
import {
  checkIn,
  closeBox,
  forOne,
  freezeOf,
  must,
  openBox,
  openBy,
  type Planted,
  plantSealed,
  signAll,
  vote,
} from './sealed-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const forB = (planted: Planted, issued: number, collected: number): CountSheet => ({
  issued,
  present: null,
  collected,
  over: 0,
  spoilt: 0,
  blank: 0,
  votes: [{ candidate: planted.candidates[1] ?? '', for: collected, against: 0 }],
  written: [],
});

/** Phones take ballots and cast some of them, the first 15 for A and the rest for B; one household takes paper. */
async function opened(doors: number, phones: number, cast: number): Promise<Planted> {
  const planted = await plantSealed(city, { doors });
  const { contest, letters, candidates } = planted;
  const [a = '', b = ''] = candidates;
  await openBox(planted);
  const frozen = await freezeOf(planted);
  for (const [at, letter] of letters.slice(0, phones).entries()) {
    const elector = await checkIn(planted, frozen.freeze, letter);
    if (at < cast) must(await vote(planted, frozen, elector, forOne(at < 15 ? a : b)));
  }
  const entry = letters[phones]?.entry;
  must(
    await city.as('easthelper')('POST', `/api/contests/${contest}/check-ins`, {
      entry,
      reason: '不用手机',
      consent: true,
    }),
  );
  await closeBox(planted);
  await openBy(planted, [0, 1]);
  return planted;
}

const editor = (...sent: Parameters<ReturnType<City['as']>>) => city.as('easteditor')(...sent);
const count = ({ contest }: Planted) => editor('POST', `/api/contests/${contest}/count`, {});
const resultOf = async ({ contest }: Planted) =>
  JSON.parse(must(await editor('GET', `/api/contests/${contest}/result`)).result);
async function faultsOf(planted: Planted) {
  await signAll(planted, planted.tellers);
  return (await verifyRecord(must(await city.anyone('GET', `/api/contests/${planted.contest}/record`))))
    .faults;
}

test('ballots that phones took and never cast make no room for paper', async () => {
  const planted = await opened(30, 28, 21);
  const { contest } = planted;
  const waits = async () => must(await editor('GET', `/api/contests/${contest}/count`)).waits;
  // The paper that was handed out must be accounted for before anything is counted.
  expect(await waits()).toBe('issued');
  const batch = await agree(city, contest, forB(planted, 7, 7));
  expect(await waits()).toBe('issued');
  expect((await count(planted)).body.code).toBe('count-waits');
  const { rev } = must(await editor('GET', `/api/contests/${contest}/count`)).batches[0];
  must(await editor('PATCH', `/api/contests/${contest}/batches/${batch}`, { rev, reopen: true }));
  // One was handed out, and seven came out of the box: the vote is void, as the law has it.
  for (const by of [editor, city.as('easthelper')])
    must(await enter(by, contest, batch, forB(planted, 1, 7)));
  must(await count(planted));
  expect(await resultOf(planted)).toMatchObject({
    valid: false,
    faults: ['overfull-box'],
    issued: 29,
    collected: 28,
  });
  expect(await faultsOf(planted)).toEqual([]);
}, 60_000);

test('raised hands are nowhere in a secret contest, and paper is entered once voting is over', async () => {
  const planted = await plantSealed(city);
  await openBox(planted);
  const begin = async (method: 'paper' | 'hands') => {
    const path = `/api/contests/${planted.contest}/batches/${responseId()}`;
    const { status, body } = await editor('PUT', path, { name: '一号票箱', method });
    return status === 200 ? 200 : body.code;
  };
  expect([await begin('hands'), await begin('paper')]).toEqual(['bad-input', 'count-over']);
  await closeBox(planted);
  expect([await begin('hands'), await begin('paper')]).toEqual(['bad-input', 200]);
});
