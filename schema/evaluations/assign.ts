// Who rates whom: each rater what lies in their own area, experts what is drawn for them, nobody the own post. The draw is
// Fisher and Yates' by mulberry32 from a stated seed, so that anybody can draw again and get the same.
import type { GroupKind } from './scheme.ts';

export interface RatedOne {
  id: string;
  path: string;
  /** who holds the post; '' where an area is rated */
  person: string;
}

export interface RaterOne {
  id: string;
  group: GroupKind;
  name: string;
  /** of the area that they may rate in */
  path: string;
  /** ids of those that they keep out of, as they said */
  recused: readonly string[];
}

export interface Draw {
  seed: string;
  /** experts for each of those that are rated */
  each: number;
}

/** Numbers of 32 bits from a text: xmur3 for the state, mulberry32 for the stream (both public domain). */
function streamOf(seed: string): () => number {
  let h = 1779033703 ^ seed.length;
  for (let at = 0; at < seed.length; at++) {
    h = Math.imul(h ^ seed.charCodeAt(at), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  let state = h >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at--) {
    const other = next() % (at + 1);
    const [a, b] = [order[at], order[other]];
    if (a !== undefined && b !== undefined) [order[at], order[other]] = [b, a];
  }
  return order;
}

/** People are told apart by name alone, as tellers are. */
function mayRate({ group, name, path, recused }: RaterOne, one: RatedOne): boolean {
  if (recused.includes(one.id)) return false;
  return group === 'self'
    ? one.path === path && (one.person === '' || one.person === name)
    : one.path.startsWith(path) && one.person !== name;
}

type Seat = Pick<RaterOne, 'group' | 'name' | 'path'>;

/** Names of those who would rate the same twice in one group: with others that are added, or with those who are there. */
export const namedTwice = (added: readonly Seat[], there: readonly Seat[]): string[] => [
  ...new Set(
    added.flatMap((one, at) =>
      [...there, ...added.slice(0, at)].some(
        ({ group, name, path }) =>
          group === one.group &&
          name === one.name &&
          (path === one.path ||
            (group !== 'self' && (path.startsWith(one.path) || one.path.startsWith(path)))),
      )
        ? one.name
        : [],
    ),
  ),
];

/** Pairs of rater and rated, in the order of those that are rated. */
export function assign(
  raters: readonly RaterOne[],
  rated: readonly RatedOne[],
  draw: Draw,
): { rater: string; subject: string }[] {
  const experts = drawn(
    raters.filter(({ group }) => group === 'experts'),
    rated,
    draw,
  );
  return rated.flatMap((one) => [
    ...raters
      .filter((rater) => rater.group !== 'experts' && mayRate(rater, one))
      .map((rater) => ({ rater: rater.id, subject: one.id })),
    ...(experts.get(one.id) ?? []).map((rater) => ({ rater, subject: one.id })),
  ]);
}

/** Each drawn in turn goes to those with the fewest so far: nobody has two more than another who could have had them. */
function drawn(experts: readonly RaterOne[], rated: readonly RatedOne[], draw: Draw): Map<string, string[]> {
  const next = streamOf(draw.seed);
  const load = new Map(experts.map(({ id }) => [id, 0]));
  return new Map(
    shuffled(rated, next).map((one) => {
      const able = shuffled(
        experts.filter((expert) => mayRate(expert, one)),
        next,
      ).sort((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0));
      const chosen = able.slice(0, draw.each).map(({ id }) => id);
      for (const id of chosen) load.set(id, (load.get(id) ?? 0) + 1);
      return [one.id, chosen];
    }),
  );
}
