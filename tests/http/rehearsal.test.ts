// A rehearsal goes the whole way at once, and nothing of it can be taken for the election that it is for.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, must, openCity } from './city.ts';
import {
  ballotOf,
  checkIn,
  forOne,
  freezeOf,
  openBox,
  openBy,
  type Planted,
  plantSealed,
  readyTeller,
  recordOf,
  vote,
} from './sealed-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

test('test letters vote, the box closes at a press, two open it; its ballots fit no other box', async () => {
  const real = await plantSealed(city, { building: 'b3' });
  await openBox(real);
  const made = must(await city.as('mayor')('POST', `/api/elections/${real.election}/rehearsals`, {}));
  const { results } = await city.db
    .prepare(
      'SELECT c.id, k.id AS candidate FROM contest c JOIN candidate k ON k.contest = c.id WHERE c.election = ?1',
    )
    .bind(made.election)
    .all<{ id: string; candidate: string }>();
  const planted: Planted = {
    ...real,
    election: made.election,
    contest: results[0]?.id ?? '',
    candidates: results.map(({ candidate }) => candidate),
    letters: made.letters.map(({ door, link }: { door: string; link: string }) => ({
      entry: '',
      door,
      secret: link.split('#')[1] ?? '',
    })),
    tellers: [
      await readyTeller(city, made.election, 'e1', '演练一'),
      await readyTeller(city, made.election, 'e1', '演练二'),
    ],
  };
  await openBox(planted);
  const frozen = await freezeOf(planted);
  expect(frozen.freeze.rehearsal).toBe(true);
  const [a = ''] = planted.candidates;
  const [first] = planted.letters;
  if (!first) throw new Error('no letter');
  const elector = await checkIn(planted, frozen.freeze, first);
  // Neither the ballot nor the token is worth anything in the real box.
  const there = await freezeOf(real);
  const { body } = await ballotOf(real.contest, there, elector, forOne(real.candidates[0] ?? ''));
  expect((await city.anyone('POST', '/api/vote/ballots', body)).body.code).toBe('ballot-wrong');
  const moved = await ballotOf(planted.contest, frozen, elector, forOne(a));
  const asReal = { ...moved.body, contest: real.contest };
  expect((await city.anyone('POST', '/api/vote/ballots', asReal)).body.code).toBe('ballot-wrong');
  must(await vote(planted, frozen, elector, forOne(a)));
  // A test letter opens the rehearsal and nothing else, and a real one the other way round.
  const opened = must(await city.anyone('POST', '/api/vote/letter', { secret: first.secret }));
  expect(opened.contests.map(({ contest }: { contest: string }) => contest)).toEqual([planted.contest]);
  const letter = must(await city.anyone('POST', '/api/vote/letter', { secret: real.letters[0]?.secret }));
  expect(letter.contests.map(({ contest }: { contest: string }) => contest)).toEqual([real.contest]);

  must(await city.as('mayor')('POST', `/api/elections/${planted.election}/close`, {}));
  // Closing at a press is for rehearsals alone.
  expect(must(await city.as('mayor')('POST', `/api/elections/${real.election}/close`, {})).closed).toBe(0);
  await openBy(planted, [0, 1]);
  const counted = await city.anyone('POST', '/api/teller/count', {
    link: planted.tellers[0]?.link,
    contest: planted.contest,
  });
  expect(JSON.parse(must(counted).result).collected).toBe(1);
  for (const path of [
    `/api/contests/${planted.contest}/announce`,
    `/api/elections/${planted.election}/announce`,
  ])
    expect((await city.as('mayor')('POST', path, {})).body.code).toBe('rehearsal');
  const record = await recordOf(planted);
  expect([record.rehearsal, record.title.startsWith('演练')]).toEqual([true, true]);
});
