// The next run of an evaluation is for the month or the quarter that follows, however it is written.
import { expect, test } from 'vitest';
import { nextPeriod } from '../../web/staff/evaluations/next-period.ts';

test.each([
  ['11 月', '12 月'],
  ['12 月', '1 月'],
  ['2026年9月', '2026年10月'],
  ['2026年12月', '2027年1月'],
  ['三季度', '四季度'],
  ['2026年四季度', '2027年一季度'],
  ['第一季度', '第二季度'],
  ['Nov', 'Dec'],
  ['Dec 2026', 'Jan 2027'],
  ['', undefined],
  ['春节前', undefined],
  ['13 月', undefined],
])('after %j comes %j', (period, next) => {
  expect(nextPeriod(period)).toBe(next);
});
