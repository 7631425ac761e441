// What two publications tell together that neither tells alone: an older one and a newer one of the same units, and
// groups of people that filters overlap in.
import { derivedSizes } from './audit.ts';

const large = (change: number, k: number) => change === 0 || Math.abs(change) >= k;

/**
 * Whether a newer publication of a unit may stand where an older one stood: in every cell, its total among them, nothing
 * changed or at least k answers did. Cells in the same order, hidden ones too: shown ones give away sums of them.
 */
export const mayFollow = (before: readonly number[], now: readonly number[], k: number): boolean =>
  now.every((n, cell) => large(n - (before[cell] ?? 0), k));

/**
 * Whether the children of a unit may be published anew: all of them or none. Were some renewed and others not, what changed in
 * the others could be had from their unit, one publication after the other: C +5 and E +5 are kept back while D is renewed;
 * then C +3 and D +10, and the unit less D tells of 3. Each child as its cells, as above; those that are not shown by
 * themselves are one child together.
 */
export const mayAllFollow = (
  before: readonly (readonly number[])[],
  now: readonly (readonly number[])[],
  k: number,
): boolean => now.every((cells, at) => mayFollow(before[at] ?? [], cells, k));

/**
 * Whether groups that filters pick may all be published: whatever is added to and taken from each other, no group of 1
 * to k − 1 people comes out. `atoms` are the sizes of the parts that no filter parts (under-35 tenants of building 3),
 * `groups` the places of those that each group holds. More than sixteen independent groups are refused.
 */
export function mayShowTogether(
  atoms: readonly number[],
  groups: readonly (readonly number[])[],
  k: number,
): boolean {
  const sizes = derivedSizes(atoms, groups);
  return sizes?.every((size) => large(size, k)) ?? false;
}
