// Opening freezes the tree: the scope, the way down to it, names, order and households as they stand. Tallies, rights
// and rates use this copy; a later move takes effect from the next campaign.
import { answersFor } from '../../schema/answering.ts';

/** A unit as it stands in the tree, in any order. */
export interface TreeUnit {
  id: string;
  parent: string | null;
  kind: string;
  name: string;
  path: string;
  position: number;
  households: number;
}

/** A row of campaign_unit, without its campaign. */
export interface FrozenUnit {
  unit: string;
  parent: string | null;
  chain: string[];
  path: string;
  kind: string;
  name: string;
  above: string;
  position: number;
  households: number;
  places: number;
  answers: 0 | 1;
}

/**
 * The frozen tree under `top` for these scope units, in administrative order. Stairwells and whatever else lies under a
 * building are left out: the building counts for them. Empty when nobody could answer. `entries`: of the roll by whose letters it is
 * answered, by building: they are its households, and where it has none nobody answers.
 */
export function freeze(
  top: string,
  scope: readonly string[],
  units: readonly TreeUnit[],
  entries?: ReadonlyMap<string, number>,
): FrozenUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const below = new Map<string, TreeUnit[]>();
  for (const unit of units) {
    if (unit.parent !== null) below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit]);
  }
  for (const list of below.values())
    list.sort((a, b) => a.position - b.position || (a.path < b.path ? -1 : 1));
  const ticked = new Set(scope);
  const frozen: FrozenUnit[] = [];

  /** Walks down; keeps a unit only when somebody under it can answer. Returns its row, or undefined. */
  function walk(
    unit: TreeUnit,
    chain: readonly string[],
    above: readonly string[],
    inScope: boolean,
  ): FrozenUnit | undefined {
    const inside = inScope || ticked.has(unit.id);
    const row: FrozenUnit = {
      unit: unit.id,
      parent: chain.at(-1) ?? null,
      chain: [...chain, unit.id],
      path: unit.path,
      kind: unit.kind,
      name: unit.name,
      above: above.join(' '),
      position: frozen.length,
      households: 0,
      places: 0,
      answers: 0,
    };
    frozen.push(row);
    const under = unit.kind === 'building' ? [] : (below.get(unit.id) ?? []);
    const counted = under.flatMap(
      (child) => walk(child, row.chain, unit.id === top ? above : [...above, unit.name], inside) ?? [],
    );
    const bare = under.length === 0;
    const households = entries ? (entries.get(unit.id) ?? 0) : unit.households;
    const mayAnswer = !entries || households > 0;
    if (inside && mayAnswer && answersFor({ kind: unit.kind, bare, ticked: ticked.has(unit.id) })) {
      row.answers = 1;
      row.places = 1;
      row.households = households;
    }
    for (const child of counted) {
      row.places += child.places;
      row.households += child.households;
    }
    if (row.places === 0) {
      frozen.splice(frozen.indexOf(row), 1);
      return undefined;
    }
    return row;
  }

  const start = byId.get(top);
  if (start) walk(start, [], [], false);
  return frozen.map((row, position) => ({ ...row, position }));
}
