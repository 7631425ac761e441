// What the units below make of each other: what became of each since the campaign beside, and its place by score as far
// as the answers can tell. Nobody is placed by how many answered.
import type { ChildLine } from '../../schema/api/scorecards.ts';
import { averageOf } from '../../schema/measures/points.ts';
import { placesOf } from '../../schema/measures/rank.ts';
import { headlineChange, type Sight } from './compose.ts';

/** `k`: fewer answers have no place. */
export function standing(
  children: readonly ChildLine[],
  here: Sight,
  there: Sight | undefined,
  k: number,
): ChildLine[] {
  const places = placesOf(
    children,
    k,
    ({ unit, score }, z) =>
      score && averageOf(here.lines.countable.flatMap((line) => here.measure(unit.id, line, z).score ?? [])),
  );
  return children.map((child, at) => ({
    ...child,
    change: child.score && headlineChange(child.unit.id, here, there),
    place: places[at] ?? null,
  }));
}
