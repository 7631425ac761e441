// Whom a limit by address counts as one: an IPv4 address, or everything within one /64.
import { expect, test } from 'vitest';
import { networkOf } from '../../worker/http/client.ts';

test('all addresses of one /64 are one client, however they are written', () => {
  for (const address of [
    '2001:db8:0:7:1:2:3:4',
    '2001:db8:0:7::1',
    '2001:0DB8:0000:0007:ffff::',
    '2001:db8::7:0:0:0:9',
  ])
    expect([address, networkOf(address)]).toEqual([address, '2001:db8:0:7::/64']);
  expect(networkOf('2001:db8:0:8::1')).toBe('2001:db8:0:8::/64');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
});

test('an IPv4 address is one client, also inside IPv6', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(networkOf('::ffff:cb00:7107')).not.toBe(networkOf('::ffff:cb00:7108'));
  expect(networkOf('')).toBe('');
});
