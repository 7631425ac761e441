// The linking attack: somebody copies the whole database every minute (time travel lets an account's owner do that for 30 days)
// and tries to tell which ballot is whose. In two phases the order of coming tells nothing; where people vote in the order in
// which they took their ballots, or in one sitting, it does, and the figures say how much.
import { expect, test } from 'vitest';
import { dice } from './random-elections.ts';

const electors = 300;

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

test('two phases with independent orders: no better than chance', () => {
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
