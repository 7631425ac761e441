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
 * Which children of a unit that is published anew may be published anew with it; the others keep their older figures.
 * What changed in those together can be computed (the unit's change less that of the others), so children with the
 * smallest changes are held back too, until it is nothing or at least k in every cell. Each child as its cells, as above.
 */
export function refreshed(
  before: readonly (readonly number[])[],
  now: readonly (readonly number[])[],
  k: number,
): boolean[] {
  const changes = now.map((cells, at) => cells.map((n, cell) => n - (before[at]?.[cell] ?? 0)));
  const fresh = changes.map((cells) => cells.every((change) => large(change, k)));
  const size = (cells: readonly number[]) => cells.reduce((sum, change) => sum + Math.abs(change), 0);
  const next = changes
    .map((cells, at) => ({ at, size: size(cells) }))
    .filter(({ at, size }) => fresh[at] && size > 0)
    .sort((a, b) => a.size - b.size || a.at - b.at);
  const heldBack = (cell: number) =>
    changes.reduce((sum, cells, at) => sum + (fresh[at] ? 0 : (cells[cell] ?? 0)), 0);
  const cells = Math.max(0, ...now.map((row) => row.length));
  const open = () => Array.from({ length: cells }, (_, cell) => heldBack(cell)).some((sum) => !large(sum, k));
  for (const { at } of next) {
    if (!open()) break;
    fresh[at] = false;
  }
  return fresh;
}

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
