// A flood from one address is slowed, never a queue of neighbours behind one router: 600 at once, then 10 a second.
// A token bucket in the memory of this isolate: exact when one machine serves, per isolate on a spread-out edge.
import type { Context } from 'hono';
import { clientOf } from './client.ts';
import { Refusal } from './refusal.ts';

export const burst = 600;
export const perSecond = 10;
const most = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}
const buckets = new Map<string, Bucket>();

/** Bytes of files that one client may send at once, and how many come back each second. */
export const byteBurst = 256 * 1_048_576;
export const bytesPerSecond = 2 * 1_048_576;
const byteBuckets = new Map<string, Bucket>();

/** Takes a file's bytes from this client's share. @throws Refusal too-many, with the seconds to wait */
export function slowBytes(c: Context, now: number, bytes: number): void {
  const client = clientOf(c);
  const bucket = byteBuckets.get(client) ?? { tokens: byteBurst, at: now };
  const tokens = Math.min(byteBurst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * bytesPerSecond);
  const enough = tokens >= bytes;
  byteBuckets.delete(client);
  byteBuckets.set(client, { tokens: enough ? tokens - bytes : tokens, at: now });
  if (byteBuckets.size > most) byteBuckets.delete(byteBuckets.keys().next().value ?? '');
  if (!enough) throw new Refusal('too-many', { seconds: Math.ceil((bytes - tokens) / bytesPerSecond) });
}

/** Takes one token for this client. @throws Refusal too-many, with the seconds to wait */
export function slowFlood(c: Context, now: number): void {
  const client = clientOf(c);
  const bucket = buckets.get(client) ?? { tokens: burst, at: now };
  const tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond);
  buckets.delete(client); // newest last, so that the oldest goes first
  buckets.set(client, { tokens: Math.max(0, tokens - 1), at: now });
  if (buckets.size > most) buckets.delete(buckets.keys().next().value ?? '');
  if (tokens < 1)
    throw new Refusal('too-many', { seconds: Math.max(1, Math.ceil((1 - tokens) / perSecond)) });
}
