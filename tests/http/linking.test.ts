// The linking attack on the built Worker: a small election in two phases, the whole database copied after every step. Electors
// do what the voting page does, and some open their letter once more just before they cast.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toHex } from '../../schema/elections/bytes.ts';
import { ballotId } from '../../schema/elections/cast.ts';
import { byLatestTrace, byOrder, dumpOf, rightIn, watcher } from '../property/linking.ts';
import { dice } from '../property/random-elections.ts';
import { type City, must, openCity } from './city.ts';
import {
  castingBegins,
  checkIn,
  type Elector,
  forOne,
  freezeOf,
  openBox,
  plantSealed,
  vote,
} from './sealed-election.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const electors = 30;

test('two phases: a copy after each step shows who took a ballot, and of a ballot that it is there', async () => {
  const planted = await plantSealed(city, { doors: electors, phases: true });
  await openBox(planted);
  const frozen = await freezeOf(planted);
  const copy = () => dumpOf(city.db);
  const spy = watcher(
    planted.letters.map(({ entry }) => entry),
    await copy(),
  );
  const die = dice(5);
  const shuffled = () => {
    const left = [...planted.letters];
    return planted.letters.flatMap(() => left.splice(die(left.length), 1));
  };
  const open = (secret: string) => city.anyone('POST', '/api/vote/letter', { secret });
  const phones = new Map<string, Elector>();
  for (const letter of shuffled()) {
    must(await open(letter.secret));
    phones.set(letter.entry, await checkIn(planted, frozen.freeze, letter));
    expect(spy.look(await copy())).toEqual(['check_in']);
  }
  await castingBegins(planted);
  spy.look(await copy());
  const whose = new Map<string, string>();
  for (const { entry, secret } of shuffled()) {
    const elector = phones.get(entry);
    if (!elector) throw new Error('no ballot');
    must(await open(secret));
    must(await vote(planted, frozen, elector, forOne(planted.candidates[die(2)] ?? '')));
    expect(spy.look(await copy())).toEqual(['ballot']);
    whose.set(toHex(await ballotId(elector.key.point)), entry);
  }
  expect(spy.seen.ballots.size).toBe(electors);
  // Pairing at random is right once on average, with a variance of 1.
  for (const guess of [byLatestTrace, byOrder])
    expect(rightIn(guess(spy.seen), whose)).toBeLessThanOrEqual(1 + 3);
}, 180_000);
