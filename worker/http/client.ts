// Who a request comes from, as far as limits by address need it.
import type { Context } from 'hono';

/** A network: an IPv4 address, or the /64 of an IPv6 one, since whoever has one of those has all its addresses. */
export const clientOf = (c: Context): string => networkOf(c.req.header('cf-connecting-ip') ?? '');

export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(':')) return mapped ?? address;
  const [head = [], tail = []] = address
    .replace(/%.*/, '')
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const groups = [...head, ...zeros, ...tail].slice(0, 4).map((group) => Number.parseInt(group, 16));
  // The first network of all holds the loopback and the whole of IPv4, which are many.
  if (groups.every((group) => group === 0)) return address.toLowerCase();
  return `${groups.map((group) => group.toString(16)).join(':')}::/64`;
}
