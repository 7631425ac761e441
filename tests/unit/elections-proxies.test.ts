// Voting for another: in writing, by few, in time, and never handed on.
import { expect, test } from 'vitest';
import { majority } from '../../schema/elections/packs/majority.ts';
import { meeting } from '../../schema/elections/packs/meeting.ts';
import { shanghai } from '../../schema/elections/packs/shanghai.ts';
import { type ProxyRequest, proxyList } from '../../schema/elections/proxies.ts';

const ask = (principal: string, holder: string, more: Partial<ProxyRequest> = {}): ProxyRequest => ({
  principal,
  holder,
  written: true,
  relative: true,
  day: '2026-03-01',
  ...more,
});
const why = (requests: ProxyRequest[], rule = majority.proxies) =>
  proxyList(rule, '2026-03-10', new Set(['kan']), requests).refused.map(({ request, why: reason }) => [
    request.principal,
    reason,
  ]);

test('the list holds what was accepted, in the order of the principals', () => {
  const list = proxyList(majority.proxies, '2026-03-10', new Set(), [
    ask('c', 'h'),
    ask('a', 'h'),
    ask('b', 'k'),
  ]);
  expect(list.accepted.map(({ principal }) => principal)).toEqual(['a', 'b', 'c']);
  expect([list.refused, list.publishBy]).toEqual([[], '2026-03-10']);
});

test('three at most, the first to ask first', () => {
  expect(why([ask('d', 'h', { day: '2026-03-02' }), ask('a', 'h'), ask('b', 'h'), ask('c', 'h')])).toEqual([
    ['d', 'limit'],
  ]);
});

test('what is refused, and why', () => {
  expect(why([ask('a', 'h', { written: false })])).toEqual([['a', 'not-written']]);
  expect(why([ask('a', 'a')])).toEqual([['a', 'oneself']]);
  expect(why([ask('a', 'h', { relative: false })])).toEqual([['a', 'not-relative']]);
  expect(why([ask('a', 'kan')])).toEqual([['a', 'candidate']]);
  expect(why([ask('a', 'h'), ask('a', 'k')])).toEqual([['a', 'twice']]);
  expect(why([ask('a', 'h')], meeting.proxies)).toEqual([['a', 'none-allowed']]);
});

test('nobody hands on a vote: not who holds one, not to who is away', () => {
  expect(why([ask('a', 'h'), ask('h', 'k')])).toEqual([['h', 'holds-already']]);
  expect(why([ask('h', 'k'), ask('a', 'h')])).toEqual([['a', 'holder-away']]);
});

test('five days ahead in Shanghai, the list two days ahead', () => {
  const at = (day: string) => why([ask('a', 'h', { day })], shanghai.proxies);
  expect([at('2026-03-05'), at('2026-03-06')]).toEqual([[], [['a', 'too-late']]]);
  expect(proxyList(shanghai.proxies, '2026-03-01', new Set(), []).publishBy).toBe('2026-02-27');
  expect(why([ask('a', 'h', { day: '2026-03-10' })])).toEqual([]);
  expect(why([ask('a', 'h', { day: '2026-03-11' })])).toEqual([['a', 'too-late']]);
});

test('a day that does not exist is an error of the caller', () => {
  expect(() => why([ask('a', 'h', { day: '2026-02-30' })])).toThrow(RangeError);
});
