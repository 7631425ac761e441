// A branch as it comes flat and in tree order: who stands under whom, what is ticked, what the ticks amount to.
import { answersFor } from '../../schema/answering.ts';
import type { Unit } from '../../schema/api/units.ts';

export type TreeUnit = Pick<
  Unit,
  'id' | 'parent' | 'kind' | 'name' | 'code' | 'households' | 'retiredAt' | 'buildingCode'
>;

export interface Tree {
  roots: readonly string[];
  byId: ReadonlyMap<string, TreeUnit>;
  below: ReadonlyMap<string, readonly string[]>;
  /** how many places in it residents answer for: those with a building code */
  places: ReadonlyMap<string, number>;
}

/** A place (点位: a station, a hall) takes part only when it is ticked itself, not with its street. */
export const standsAlone = (unit: TreeUnit | undefined) => unit?.kind === 'place';
const answers = (unit: TreeUnit | undefined) => Boolean(unit?.buildingCode) && !standsAlone(unit);

/** Units out of use are left out; a unit whose parent is not in the list is a top. */
export function treeOf(units: readonly TreeUnit[]): Tree {
  const used = units.filter((unit) => unit.retiredAt === null);
  const byId = new Map(used.map((unit) => [unit.id, unit]));
  const below = new Map<string, string[]>();
  const roots: string[] = [];
  for (const unit of used) {
    if (unit.parent === null || !byId.has(unit.parent)) roots.push(unit.id);
    else below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit.id]);
  }
  const places = new Map<string, number>();
  const count = (id: string): number => {
    const own = answers(byId.get(id)) ? 1 : 0;
    const sum = (below.get(id) ?? []).reduce((total, child) => total + count(child), own);
    places.set(id, sum);
    return sum;
  };
  for (const root of roots) count(root);
  return { roots, byId, below, places };
}

export type Tick = 'on' | 'part' | 'off';

/** `chosen` holds the highest ticked units only: a ticked unit stands for all under it. */
export function tickOf(tree: Tree, chosen: ReadonlySet<string>, id: string): Tick {
  if (chosen.has(id)) return 'on';
  if (standsAlone(tree.byId.get(id))) return 'off';
  for (let at = tree.byId.get(id)?.parent; at; at = tree.byId.get(at)?.parent) {
    if (chosen.has(at)) return 'on';
  }
  return holdsChosen(tree, chosen, id) ? 'part' : 'off';
}

const holdsChosen = (tree: Tree, chosen: ReadonlySet<string>, id: string): boolean => {
  for (const one of chosen) {
    for (let at = tree.byId.get(one)?.parent; at; at = tree.byId.get(at)?.parent) if (at === id) return true;
  }
  return false;
};

/** Ticks or unticks a unit; siblings that are all ticked become their parent, and an unticked child splits it. */
export function toggle(tree: Tree, chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  if (standsAlone(tree.byId.get(id))) {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    return next;
  }
  return tickOf(tree, chosen, id) === 'on' ? without(tree, chosen, id) : withUnit(tree, chosen, id);
}

function withUnit(tree: Tree, chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(
    [...chosen].filter((one) => standsAlone(tree.byId.get(one)) || !isUnder(tree, one, id)),
  );
  next.add(id);
  let at = tree.byId.get(id)?.parent;
  while (at && tree.byId.has(at)) {
    const children = (tree.below.get(at) ?? []).filter((child) => !standsAlone(tree.byId.get(child)));
    if (!children.every((child) => next.has(child))) break;
    for (const child of children) next.delete(child);
    next.add(at);
    at = tree.byId.get(at)?.parent;
  }
  return next;
}

function without(tree: Tree, chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  const way = [id];
  for (let at = tree.byId.get(id)?.parent; at && tree.byId.has(at); at = tree.byId.get(at)?.parent)
    way.push(at);
  const top = way.findIndex((one) => next.has(one));
  // From the ticked ancestor down: tick its other children, and go on into the one that holds `id`.
  for (let step = top; step > 0; step -= 1) {
    const parent = way[step];
    const kept = way[step - 1];
    if (parent === undefined) break;
    next.delete(parent);
    for (const child of tree.below.get(parent) ?? [])
      if (child !== kept && !standsAlone(tree.byId.get(child))) next.add(child);
  }
  next.delete(id);
  return next;
}

function isUnder(tree: Tree, id: string, top: string): boolean {
  for (let at: string | null | undefined = id; at; at = tree.byId.get(at)?.parent)
    if (at === top) return true;
  return false;
}

/** Every unit that a set of ticks covers. */
function covered(tree: Tree, chosen: ReadonlySet<string>): TreeUnit[] {
  const found = new Map<string, TreeUnit>();
  const take = (id: string) => {
    const unit = tree.byId.get(id);
    if (unit) found.set(id, unit);
    for (const child of tree.below.get(id) ?? []) take(child);
  };
  for (const id of chosen) take(id);
  return [...found.values()];
}

/** Units with a code that a set of ticks means: places only where they are ticked themselves. */
export const meant = (tree: Tree, chosen: ReadonlySet<string>): TreeUnit[] =>
  covered(tree, chosen).filter((unit) => answers(unit) || (standsAlone(unit) && chosen.has(unit.id)));

/** What a run over these ticks asks: places, and households in them. Areas without buildings answer for themselves. */
export function asked(tree: Tree, chosen: ReadonlySet<string>) {
  const places = covered(tree, chosen).filter(({ id, kind }) =>
    answersFor({ kind, bare: !tree.below.has(id), ticked: chosen.has(id) }),
  );
  return { places: places.length, households: places.reduce((sum, unit) => sum + unit.households, 0) };
}

/** Everything ticked: a top stands for all below but the places. */
export const everything = (tree: Tree): ReadonlySet<string> =>
  new Set([...tree.roots, ...[...tree.byId.values()].filter(standsAlone).map(({ id }) => id)]);

/** What the ticks amount to: ticked units by kind, and those with a code in them. */
export function summary(tree: Tree, chosen: ReadonlySet<string>) {
  const kinds = new Map<string, number>();
  for (const id of chosen) {
    const unit = tree.byId.get(id);
    if (unit && !answers(unit)) kinds.set(unit.kind, (kinds.get(unit.kind) ?? 0) + 1);
  }
  return { kinds, places: meant(tree, chosen).length };
}

/** Units whose name or code holds the words, with everything above them. */
export function matching(
  tree: Tree,
  words: string,
): { hits: ReadonlySet<string>; shown: ReadonlySet<string> } {
  const wanted = words.trim().toLowerCase();
  const hits = new Set<string>();
  const shown = new Set<string>();
  if (wanted === '') return { hits, shown };
  for (const unit of tree.byId.values()) {
    if (!unit.name.toLowerCase().includes(wanted) && !unit.code.toLowerCase().includes(wanted)) continue;
    hits.add(unit.id);
    for (let at: string | null | undefined = unit.id; at && !shown.has(at); at = tree.byId.get(at)?.parent)
      shown.add(at);
  }
  return { hits, shown };
}
