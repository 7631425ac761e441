// The linking attack: somebody copies the whole database every minute (time travel lets an account's owner do that for 30 days)
// and tries to tell which ballot is whose. In two phases the order of coming tells nothing; where people vote in the order in
// which they took their ballots, or in one sitting, it does, and the figures say how much. The copies are of the database that
// the Worker's own acts write; that they hold an order and nothing else lets many more elections be drawn without them.
import { expect, test, vi } from 'vitest';
import { castBallot } from '../../worker/elections/ballots/cast.ts';
import { checkIn } from '../../worker/elections/ballots/check-in.ts';
import { openLetter } from '../../worker/elections/ballots/letter.ts';
import { byLatestTrace, byOrder, dumpOf, rightIn, watcher } from './linking.ts';
import { contest, letterOf, memoryElection, Phone, secret } from './memory-election.ts';
import { dice } from './random-elections.ts';

// Raw RSA is workerd's own; what it says of a blinded message tells nothing here.
vi.mock('../../worker/elections/issuer.ts', async (real) => ({
  ...(await real<object>()),
  signBlinded: async (_kept: unknown, _secret: string, _contest: string, blinded: Uint8Array) => blinded,
}));

const electors = 300;
const minute = 60_000;

type Die = (n: number) => number;
const shuffled = (die: Die, list: readonly number[]): number[] => {
  const left = [...list];
  return list.map(() => left.splice(die(left.length), 1)[0] ?? 0);
};
const everybody = Array.from({ length: electors }, (_, at) => at);

/** Minutes at which electors do something, in this order, over so many minutes. */
const minutes = (die: Die, order: readonly number[], during: number): Map<number, number> => {
  const at = order.map(() => die(during)).sort((one, two) => one - two);
  return new Map(order.map((elector, place) => [elector, at[place] ?? 0]));
};

/** What a dump each minute shows: who checked in by then, and which ballots lie in the box by then (their names tell nothing). */
interface Seen {
  checkedIn: Map<number, number>;
  /** ballot → the first minute at which it is there; the ballot's number is the elector's, which the attacker does not see */
  cast: Map<number, number>;
}

/** Ranks both sides by the minute and pairs them off, ties by chance: the best that an order can give. */
function guessed(die: Die, { checkedIn, cast }: Seen): number {
  const ranked = (times: Map<number, number>) =>
    shuffled(die, [...times.keys()]).sort((one, two) => (times.get(one) ?? 0) - (times.get(two) ?? 0));
  const people = ranked(checkedIn);
  const ballots = ranked(cast);
  return people.filter((elector, place) => ballots[place] === elector).length;
}

/** Orders that agree as two ranks with this correlation do (of normal scores): 0 not at all, 1 wholly. */
function correlated(die: Die, order: readonly number[], correlation: number): number[] {
  const normal = () =>
    Array.from({ length: 12 }, () => die(1_000_000) / 1_000_000).reduce((a, b) => a + b, -6);
  const early = order.map(normal).sort((one, two) => one - two);
  const noise = Math.sqrt(1 - correlation ** 2);
  const late = new Map(
    order.map((elector, at) => [elector, correlation * (early[at] ?? 0) + noise * normal()]),
  );
  return [...order].sort((one, two) => (late.get(one) ?? 0) - (late.get(two) ?? 0));
}

function average(rounds: number, run: (die: Die) => number): number {
  let sum = 0;
  for (let round = 0; round < rounds; round++) sum += run(dice(round + 1));
  return sum / rounds;
}

const twoPhase = (correlation: number) => (die: Die) => {
  const order = shuffled(die, everybody);
  return guessed(die, {
    checkedIn: minutes(die, order, 3 * 12 * 60),
    cast: minutes(die, correlated(die, order, correlation), 12 * 60),
  });
};

/** Each takes the ballot and casts it some minutes later. */
const oneSitting = (die: Die) => {
  const checkedIn = minutes(die, shuffled(die, everybody), 12 * 60);
  const cast = new Map([...checkedIn].map(([elector, minute]) => [elector, minute + die(4)]));
  return guessed(die, { checkedIn, cast });
};

/** An election minute by minute; a copy whenever a minute brought something. @param cast the minute, by elector */
async function watched(
  seed: number,
  checkedIn: Map<number, number>,
  cast: Map<number, number>,
  phases: boolean,
) {
  const [begin, end] = [1_795_000_000_000, 1_795_000_000_000 + 10_000 * minute];
  const voting = begin + (phases ? 4_000 : 0) * minute;
  const { db, entries, ballot } = await memoryElection(electors, {
    checkIn: [begin, phases ? voting : end],
    voting: [voting, end],
  });
  const spy = watcher(entries, await dumpOf(db));
  const phones = new Map<number, Phone>();
  const whose = new Map<string, string>();
  const call = (now: number) => ({ db, now, origin: 'http://localhost', language: 'zh' as const });
  const acts = [
    ...[...checkedIn].map(([elector, at]) => ({ elector, casts: false, at: begin + at * minute })),
    ...[...cast].map(([elector, at]) => ({ elector, casts: true, at: voting + at * minute })),
  ];
  acts.sort((one, other) => one.at - other.at || Number(one.casts) - Number(other.casts));
  const changed = new Set<string>();
  for (const [place, { elector, casts, at }] of acts.entries()) {
    const letter = letterOf(elector);
    await openLetter(call(at), letter);
    if (casts) {
      const phone = phones.get(elector);
      if (!phone) throw new Error('no ballot');
      const { id, body } = await ballot(phone);
      whose.set(id, entries[elector] ?? '');
      await castBallot({ db, now: at }, secret, body);
    } else {
      const phone = new Phone();
      phones.set(elector, phone);
      await checkIn(call(at), secret, { secret: letter, contest, blinded: phone.blinded });
    }
    if (acts[place + 1]?.at === at) continue;
    for (const table of spy.look(await dumpOf(db)))
      changed.add(`${at < voting ? 'before' : 'while'} voting: ${table}`);
  }
  expect([seed, spy.seen.ballots.size]).toEqual([seed, electors]);
  return {
    changed: [...changed].sort(),
    latest: rightIn(byLatestTrace(spy.seen), whose),
    ordered: rightIn(byOrder(spy.seen), whose),
  };
}

test(`two phases of ${electors}: copies hold who took a ballot and that one came, and guess no better than chance`, async () => {
  const die = dice(11);
  const found = await watched(
    11,
    minutes(die, shuffled(die, everybody), 3 * 12 * 60),
    minutes(die, shuffled(die, everybody), 12 * 60),
    true,
  );
  expect(found.changed).toEqual(['before voting: check_in', 'while voting: ballot']);
  // Of a random pairing one is right on average, with variance 1 (fixed points of a permutation).
  expect(Math.max(found.latest, found.ordered)).toBeLessThanOrEqual(1 + 3);
}, 120_000);

test(`one sitting of ${electors}: the same copies give many away`, async () => {
  const die = dice(12);
  const checkedIn = minutes(die, shuffled(die, everybody), 12 * 60);
  const cast = new Map([...checkedIn].map(([elector, at]) => [elector, at + die(4)]));
  const found = await watched(12, checkedIn, cast, false);
  console.log(
    `linking ${electors} in one sitting by copies: ${found.latest} right by the latest trace, ${found.ordered} by order`,
  );
  expect(Math.max(found.latest, found.ordered)).toBeGreaterThan(50);
}, 120_000);

test('orders of coming alone, independent: no better than chance over 400 elections', () => {
  const rounds = 400;
  const mean = average(rounds, twoPhase(0));
  // Of a random pairing one is right on average, with variance 1 (fixed points of a permutation).
  expect(Math.abs(mean - 1)).toBeLessThan(3 / Math.sqrt(rounds));
});

test('what an order gives away is told, and told as it is', () => {
  const half = average(400, twoPhase(0.5));
  const most = average(60, twoPhase(0.99));
  const sitting = average(60, oneSitting);
  console.log(
    `linking ${electors} ballots by a copy each minute: two phases ${average(200, twoPhase(0)).toFixed(1)}, orders that correlate by 0.5 ${half.toFixed(1)}, by 0.99 ${most.toFixed(1)}, one sitting ${sitting.toFixed(1)} right guesses`,
  );
  expect(half).toBeGreaterThan(1);
  expect(most).toBeGreaterThan(half);
  expect(sitting).toBeGreaterThan(most);
});
