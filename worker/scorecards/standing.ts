// What the units below make of each other: what became of each since the campaign beside, and its place by score as far
// as the answers can tell. Nobody is placed by how many answered.
import type { ChildLine } from '../../schema/api/scorecards.ts';
import { averageOf } from '../../schema/measures/points.ts';
import { placesOf } from '../../schema/measures/rank.ts';
import { headlineChange, type Sight } from './compose.ts';

/** A line as it is known here, before what is small is hidden. */
export interface Counted extends ChildLine {
  n: number;
}

/**
 * `k`: fewer answers have no place. Only units whose score is made of the same lines stand in one order: a building
 * without a lift is not better off for having no lift to complain of.
 */
export function standing(
  children: readonly Counted[],
  here: Sight,
  there: Sight | undefined,
  k: number,
): Counted[] {
  const scores = (unit: string, z?: number) =>
    here.lines.countable.map((line) => here.measure(unit, line, z).score);
  const madeOf = children.map(({ n, score, unit }) =>
    n >= k && score ? JSON.stringify(scores(unit.id).map(Boolean)) : '',
  );
  const alike = mostCommon(madeOf.filter(Boolean));
  const among = children.map((child, at) => ({ ...child, alike: madeOf[at] === alike }));
  const places = placesOf(among, k, (child, z) =>
    child.alike ? averageOf(scores(child.unit.id, z).flatMap((score) => score ?? [])) : null,
  );
  return children.map((child, at) => ({
    ...child,
    change: child.score && headlineChange(child.unit.id, here, there),
    place: places[at] ?? null,
  }));
}

/** What most are; undefined where of several nothing is there twice. */
function mostCommon(all: readonly string[]): string | undefined {
  const times = new Map<string, number>();
  for (const one of all) times.set(one, (times.get(one) ?? 0) + 1);
  const [first] = [...times].sort((a, b) => b[1] - a[1]);
  return first && (first[1] > 1 || all.length === 1) ? first[0] : undefined;
}
