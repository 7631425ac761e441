// What is known of the answers at some point of a form, source by source. A source of which nothing is said may be anything.
import { type Answers, join, meet } from './answers.ts';

export interface Possible {
  /** it may be unanswered or hidden */
  none: boolean;
  /** which answers it may have; undefined: none */
  some: Answers | undefined;
}
export type State = ReadonlyMap<string, Possible>;

/** A question, or one row of it. */
export const sourceKey = (id: string, row?: string | undefined) => (row === undefined ? id : `${id} ${row}`);

export const nothingKnown: State = new Map();

/** What holds in both; undefined when both cannot be. */
export function meetStates(one: State | undefined, other: State | undefined): State | undefined {
  if (!one || !other) return undefined;
  if (one === other || other.size === 0) return one;
  if (one.size === 0) return other;
  const [large, small] = one.size < other.size ? [other, one] : [one, other];
  let met: Map<string, Possible> | undefined;
  for (const [key, possible] of small) {
    const known = large.get(key);
    if (known === possible) continue;
    const both = known ? meetPossible(known, possible) : possible;
    if (!both) return undefined;
    if (both === known) continue;
    met ??= new Map(large);
    met.set(key, both);
  }
  return met ?? large;
}

function meetPossible(one: Possible, other: Possible): Possible | undefined {
  const none = one.none && other.none;
  const some = one.some && other.some && meet(one.some, other.some);
  if (none === one.none && some === one.some) return one;
  return none || some ? { none, some } : undefined;
}

/** What holds in each of them; undefined when there is none. */
export function joinStates(states: readonly (State | undefined)[]): State | undefined {
  const there = states.filter((state) => state !== undefined).sort((a, b) => a.size - b.size);
  const [first, ...rest] = new Set(there);
  return rest.reduce<State | undefined>((one, other) => {
    if (!one) return one;
    let joined: Map<string, Possible> | undefined;
    for (const [key, possible] of one) {
      const also = other.get(key);
      const either = also && (also === possible ? possible : joinPossible(possible, also));
      if (either === possible) continue;
      joined ??= new Map(one);
      if (either) joined.set(key, either);
      else joined.delete(key);
    }
    return joined ?? one;
  }, first);
}

function joinPossible(one: Possible, other: Possible): Possible {
  const none = one.none || other.none;
  const some = one.some && other.some ? join(one.some, other.some) : (one.some ?? other.some);
  return none === one.none && some === one.some ? one : { none, some };
}
