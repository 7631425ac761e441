// The tries that an isolate counts in its memory, with the clock in the test's hand.
import { expect, test } from 'vitest';
import { Refusal } from '../../worker/http/refusal.ts';
import { claimTry, freeTries, longest } from '../../worker/staff/slow.ts';

const left = (key: string, now: number): number => {
  try {
    claimTry(key, now);
  } catch (thrown) {
    if (thrown instanceof Refusal) return Number(thrown.args.seconds);
    throw thrown;
  }
  return 0;
};

test('a clock that is set back by a day makes nobody wait a day', () => {
  const day = 86_400_000;
  for (let n = 0; n < freeTries; n += 1) expect(left('jump', 2 * day)).toBe(0);
  expect(left('jump', day)).toBe(1);
  expect(left('jump', day + 1_000)).toBe(0);
  expect(left('jump', day + 1_000)).toBeLessThanOrEqual(longest / 1000);
});
