// Paper beside phones in one count: nothing is counted before the paper that was handed out stands in settled batches, and
// nobody alone takes out what two people entered. No more of it than was handed out, whatever phones left uncast; no show of hands.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CountSheet } from '../../schema/elections/count-sheet.ts';
import { meeting } from '../../schema/elections/packs/meeting.ts';
import { verifyRecord } from '../../web/verify/check.ts';
import { type City, must, openCity, responseId } from './city.ts';
import { agree, enter, onTheSpot, sheetOf } from './on-the-spot.ts';
import {
  closeBox,
  closedBox,
  openAndVote,
  openBox,
  openBy,
  type Planted,
  plantSealed,
  recordOf,
  signAll,
} from './sealed-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

/** Six doors: one votes by phone for the first, four take paper. The box is closed. */
const oneByPhone = () => closedBox(city, [0], { paper: 4, doors: 6 });

const onPaper = ({ candidates }: Planted, n: number, more: Partial<CountSheet> = {}): CountSheet => ({
  issued: n,
  present: null,
  collected: n,
  over: 0,
  spoilt: 0,
  blank: 0,
  votes: [{ candidate: candidates[1] ?? '', for: n, against: 0 }],
  written: [],
  ...more,
});

const count = ({ tellers, contest }: Planted) =>
  city.anyone('POST', '/api/teller/count', { link: tellers[0]?.link, contest });
const deskOf = async (contest: string) =>
  must(await city.as('easteditor')('GET', `/api/contests/${contest}/count`));
const patch = async (
  by: 'easteditor' | 'mayor',
  contest: string,
  batch: string,
  body: Readonly<Record<string, unknown>>,
) => {
  const { batches } = await deskOf(contest);
  const { rev } = batches.find(({ id }: { id: string }) => id === batch);
  return city.as(by)('PATCH', `/api/contests/${contest}/batches/${batch}`, { rev, ...body });
};

test('the page that steers an election judges a closed box by the ballots in it, not by who took one', async () => {
  const line = async ({ election, contest }: Planted) => {
    const { contests } = must(await city.as('mayor')('GET', `/api/elections/${election}/contests`));
    const found = contests.find(({ id }: { id: string }) => id === contest);
    return { checkedIn: found.checkedIn, came: found.came };
  };
  const planted = await plantSealed(city, { doors: 6, pack: meeting });
  await openAndVote(planted, [0, null, null, null]);
  expect(await line(planted)).toEqual({ checkedIn: 4, came: null });
  await closeBox(planted);
  expect(await line(planted)).toEqual({ checkedIn: 4, came: 1 });
  const paper = await oneByPhone();
  expect(await line(paper)).toEqual({ checkedIn: 5, came: 5 });
  await agree(city, paper.contest, onPaper(paper, 2, { issued: 3 }));
  expect(await line(paper)).toEqual({ checkedIn: 5, came: 4 });
});

test('and one on the spot by its sheets', async () => {
  const spot = await onTheSpot(city, { rule: meeting });
  const came = async () => {
    const { contests } = must(await city.as('mayor')('GET', `/api/elections/${spot.election}/contests`));
    return contests[0].came;
  };
  await agree(city, spot.contest, sheetOf(spot, { present: 31 }));
  must(await city.as('easteditor')('POST', `/api/contests/${spot.contest}/end`, {}));
  expect(await came()).toBe(31);
  const second = { name: '二号', method: 'paper' };
  must(await city.as('easteditor')('PUT', `/api/contests/${spot.contest}/batches/secondofthespot12`, second));
  expect(await came()).toBeNull();
});

describe('an opened box beside paper', () => {
  test('waits until settled batches hold all paper that was handed out', async () => {
    const planted = await oneByPhone();
    const { contest } = planted;
    await openBy(planted, [0, 1]);
    expect((await deskOf(contest)).waits).toBe('issued');
    expect((await count(planted)).body.code).toBe('count-waits');
    await agree(city, contest, onPaper(planted, 3));
    expect((await count(planted)).body.code).toBe('count-waits');
    // The fourth took the ballot home.
    await agree(city, contest, onPaper(planted, 0, { issued: 1 }));
    expect((await deskOf(contest)).waits).toBeNull();
    expect(JSON.parse(must(await count(planted)).result)).toMatchObject({
      issued: 5,
      collected: 4,
      posts: [{ elected: [planted.candidates[1]] }],
    });
  });

  test('loses no settled batch by one person, and the result says what two left out', async () => {
    const planted = await oneByPhone();
    const { contest } = planted;
    const batch = await agree(city, contest, onPaper(planted, 4));
    const twice = await agree(city, contest, onPaper(planted, 4));
    await openBy(planted, [0, 1]);
    const asked = must(await patch('easteditor', contest, twice, { removed: true }));
    expect(asked.batches.find(({ id }: { id: string }) => id === twice)).toMatchObject({
      removed: false,
      out: { by: 'easteditor', mine: true },
    });
    expect(asked.waits).toBe('paper');
    expect((await patch('easteditor', contest, twice, { removed: true })).body.code).toBe('batch-second');
    expect((await count(planted)).body.code).toBe('count-waits');
    must(await patch('mayor', contest, twice, { removed: true }));
    expect((await patch('easteditor', contest, twice, { removed: false })).body.code).toBe('batch-second');
    must(await patch('easteditor', contest, batch, { removed: true }));
    must(await patch('easteditor', contest, batch, { removed: false }));
    const { result } = must(await count(planted));
    expect(JSON.parse(result)).toMatchObject({ collected: 5, leftOut: { batches: 1, ballots: 4 } });
    await signAll(planted, planted.tellers.slice(0, 2));
    const record = await recordOf(planted);
    expect((await verifyRecord(record)).faults).toEqual([]);
  });
});

test('on the spot too, a batch that two entered goes by two; one that nobody checked yet by one', async () => {
  const spot = await onTheSpot(city);
  const { contest } = spot;
  const batch = await agree(city, contest, sheetOf(spot));
  must(await patch('easteditor', contest, batch, { reopen: true }));
  must(await patch('easteditor', contest, batch, { removed: true }));
  const desk = await deskOf(contest);
  expect(desk.batches[0]).toMatchObject({ removed: false, agreed: null });
  const made = must(
    await city.as('easteditor')('PUT', `/api/contests/${contest}/batches/begunbymistake123`, {
      name: '二号票箱',
      method: 'paper',
    }),
  );
  expect(made.batches).toHaveLength(2);
  const gone = must(await patch('easteditor', contest, 'begunbymistake123', { removed: true }));
  expect(gone.batches.find(({ id }: { id: string }) => id === 'begunbymistake123').removed).toBe(true);
  must(await patch('easteditor', contest, 'begunbymistake123', { removed: false }));
});

test('ballots that phones took and never cast make no room for paper', async () => {
  // Of 28 who took a ballot 15 voted for one, 6 for the other, 7 for nobody; one took paper, and one did not come.
  const phones = [...Array<number>(15).fill(0), ...Array<number>(6).fill(1), ...Array<null>(7).fill(null)];
  const planted = await closedBox(city, phones, { paper: 1, doors: 30 });
  await openBy(planted, [0, 1]);
  const { contest } = planted;
  const waits = async () => (await deskOf(contest)).waits;
  // The paper that was handed out must be accounted for before anything is counted.
  expect(await waits()).toBe('issued');
  const batch = await agree(city, contest, onPaper(planted, 7));
  expect(await waits()).toBe('issued');
  expect((await count(planted)).body.code).toBe('count-waits');
  must(await patch('easteditor', contest, batch, { reopen: true }));
  // One was handed out, and seven came out of the box: the vote is void, as the law has it.
  for (const by of ['easteditor', 'easthelper'] as const)
    must(await enter(city.as(by), contest, batch, onPaper(planted, 7, { issued: 1 })));
  expect(JSON.parse(must(await count(planted)).result)).toMatchObject({
    valid: false,
    faults: ['overfull-box'],
    issued: 29,
    collected: 28,
  });
  await signAll(planted, planted.tellers.slice(0, 2));
  const record = await recordOf(planted);
  expect((await verifyRecord(record)).faults).toEqual([]);
}, 60_000);

test('raised hands are nowhere in a secret contest, and paper is entered once voting is over', async () => {
  const planted = await plantSealed(city);
  await openBox(planted);
  const begin = async (method: 'paper' | 'hands') => {
    const path = `/api/contests/${planted.contest}/batches/${responseId()}`;
    const { status, body } = await city.as('easteditor')('PUT', path, { name: '一号票箱', method });
    return status === 200 ? 200 : body.code;
  };
  expect([await begin('hands'), await begin('paper')]).toEqual(['bad-input', 'count-over']);
  await closeBox(planted);
  expect([await begin('hands'), await begin('paper')]).toEqual(['bad-input', 200]);
});
