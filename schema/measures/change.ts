// What became of a figure between two periods: up, down, or no clear change; and nothing at all where the two were not
// asked or computed alike.
import { difference, isClear, type Measured } from './interval.ts';
import type { MappingRef } from './mapping.ts';

/** A figure with what it is a figure of. */
export interface Dated extends Measured {
  question: { id: string; version: number };
  mapping: MappingRef;
}

export type Change =
  | ({ state: 'up' | 'down' | 'unclear' } & Measured)
  | { state: 'incomparable'; why: 'question' | 'mapping' };

const same = (a: MappingRef, b: MappingRef) => a.id === b.id && a.version === b.version;

/** From `before` to `now`; unclear where the interval of the difference (Newcombe's, for shares) covers 0. */
export function changeSince(before: Dated, now: Dated): Change {
  if (!same(before.question, now.question)) return { state: 'incomparable', why: 'question' };
  if (!same(before.mapping, now.mapping)) return { state: 'incomparable', why: 'mapping' };
  const change = difference(now, before);
  if (!isClear(change)) return { state: 'unclear', ...change };
  return { state: change.low > 0 ? 'up' : 'down', ...change };
}
