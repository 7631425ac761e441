// One elector, one vote, in whatever mix of channels: 200 electors come by letter, at the desk and at the door, twice, at once and
// in any order, with lost replies and other devices; each takes part once, and the box never holds more than were handed out.
// Thousands go straight at the acts, in tests/property/channels.test.ts.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toBase64url } from '../../schema/elections/bytes.ts';
import { dice } from '../property/random-elections.ts';
import { type City, must, openCity } from './city.ts';
import {
  ballotOf,
  closeBox,
  type Elector,
  forOne,
  freezeOf,
  fresh,
  openBox,
  type Planted,
  plantSealed,
  random,
  recordOf,
} from './sealed-election.ts';

const electors = 200;
let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

/** What an elector tries, all at once or one after the other; returns the tokens that the own devices got. */
async function comes(
  planted: Planted,
  at: number,
  issuer: string,
  die: (n: number) => number,
): Promise<Elector[]> {
  const letter = planted.letters[at];
  if (!letter) throw new Error('no letter');
  const { contest } = planted;
  const helper = city.as('easthelper');
  const byHand = `/api/contests/${contest}/check-ins`;
  const got: Elector[] = [];
  const phone = async (times: number) => {
    const device = await fresh(issuer);
    for (let time = 0; time < times; time++) {
      const reply = await city.anyone('POST', '/api/vote/check-in', {
        secret: letter.secret,
        contest,
        blinded: device.blinded,
      });
      // A reply that gets lost is asked for again.
      if (reply.status === 200 && time === times - 1) got.push(await device.elector(reply.body.reply));
    }
  };
  const paper = () => helper('POST', byHand, { entry: letter.entry, reason: '不会用手机', consent: true });
  const door = async () => {
    const device = await fresh(issuer);
    const body = { entry: letter.entry, reason: '上门', consent: true, blinded: device.blinded };
    const reply = await helper('POST', byHand, body);
    if (reply.status === 200) got.push(await device.elector(reply.body.reply));
  };
  const tries = Array.from(
    { length: 1 + die(3) },
    () => [() => phone(1 + die(2)), paper, door][die(3)] ?? paper,
  );
  if (die(2) === 0) await Promise.all(tries.map((one) => one()));
  else for (const one of tries) await one();
  return got;
}

test(`${electors} electors by mixed channels`, async () => {
  const planted = await plantSealed(city, { doors: electors });
  await openBox(planted);
  const frozen = await freezeOf(planted);
  const die = dice(electors);
  let tokens = 0;
  let cast = 0;
  const [a = '', b = ''] = planted.candidates;
  const choices = new Map<string, number>();
  const crowd = 8;
  for (let from = 0; from < electors; from += crowd) {
    const these = Array.from({ length: Math.min(crowd, electors - from) }, (_, at) => from + at);
    await Promise.all(
      these.map(async (at) => {
        const got = await comes(planted, at, frozen.freeze.issuer, die);
        expect(got.length).toBeLessThanOrEqual(1);
        const [elector] = got;
        if (!elector) return;
        tokens++;
        if (die(10) === 0) return;
        cast++;
        const choice = die(3) === 0 ? b : a;
        const votes = 1 + die(2);
        for (let counter = 1; counter <= votes; counter++) {
          const wanted = counter === votes ? choice : a;
          const { body } = await ballotOf(planted.contest, frozen, elector, forOne(wanted), counter);
          must(await city.anyone('POST', '/api/vote/ballots', body));
          // Whoever copies a ballot adds none.
          if (die(3) === 0) await city.anyone('POST', '/api/vote/ballots', body);
        }
        choices.set(choice, (choices.get(choice) ?? 0) + 1);
      }),
    );
  }
  // A token of one's own making is worth nothing.
  const forged = await fresh(frozen.freeze.issuer);
  const { body } = await ballotOf(
    planted.contest,
    frozen,
    { key: forged.key, token: random(256) },
    forOne(a),
  );
  expect((await city.anyone('POST', '/api/vote/ballots', body)).body.code).toBe('ballot-wrong');
  expect(toBase64url(forged.key.point)).toBe(body.key);
  await closeBox(planted);
  const record = await recordOf(planted);
  expect(record.ballots).toHaveLength(cast);
  expect(record.checkedIn.token).toBe(tokens);
  expect(record.checkedIn.token + record.checkedIn.paper).toBeLessThanOrEqual(electors);
  const stored = await city.db
    .prepare('SELECT count(*) AS n, count(DISTINCT entry) AS entries FROM check_in WHERE contest = ?1')
    .bind(planted.contest)
    .first<{ n: number; entries: number }>();
  expect(stored?.n).toBe(stored?.entries);
  expect(stored?.n).toBe(electors);
}, 180_000);
