// Raters as they are looked for: by group in the order of the rules, by area as the tree has it, by name.
import type { Unit } from '../../../schema/api/units.ts';

interface Area {
  at: number;
  /** names of the areas between it and the whole branch */
  above: string;
}

/** `units`: a branch in tree order, its top first. */
export function areasIn(units: readonly Pick<Unit, 'id' | 'parent' | 'name'>[]): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>();
  const names = new Map(units.map(({ id, name }) => [id, name]));
  for (const [at, { id, parent }] of units.entries()) {
    const upper = at === 0 || parent === null ? undefined : areas.get(parent);
    // The top is the whole branch and is not named.
    const above = upper && upper.at > 0 ? `${upper.above} ${names.get(parent ?? '')}`.trim() : '';
    areas.set(id, { at, above });
  }
  return areas;
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Those who were taken off stand last, and whose area is gone behind those of the areas that are there. */
export function inOrder<R extends { group: string; name: string; unit: { id: string }; removed: boolean }>(
  raters: readonly R[],
  groups: readonly { id: string }[],
  areas: ReadonlyMap<string, Area>,
): R[] {
  const turns = new Map<string, number>(groups.map(({ id }, at) => [id, at]));
  const turn = ({ group }: R) => turns.get(group) ?? turns.size;
  const place = ({ unit }: R) => areas.get(unit.id)?.at ?? areas.size;
  return [...raters].sort(
    (a, b) =>
      Number(a.removed) - Number(b.removed) ||
      turn(a) - turn(b) ||
      place(a) - place(b) ||
      byName.compare(a.name, b.name),
  );
}
