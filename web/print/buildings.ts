// Which buildings can be printed for: those with a code under the unit, and of a campaign only those in its frozen tree.
import { getCampaign, getProgress, listCampaigns } from '../../schema/api/campaigns.ts';
import { type Facts, openForm } from '../../schema/api/fill.ts';
import { whoAmI } from '../../schema/api/session.ts';
import { listSubtree, type Unit } from '../../schema/api/units.ts';
import { call } from '../ui/call.ts';
import { standsAlone, type Tree, treeOf } from '../ui/tree.ts';

export interface Building {
  id: string;
  name: string;
  kind: string;
  /** names on the way down, without the building's own */
  above: string;
  code: string;
  households: number;
  contact: { name: string; phone: string } | null;
}

export interface Printable {
  /** units to tick, from the top down to the buildings */
  units: readonly Unit[];
  buildings: readonly Building[];
  /** public address of the site */
  origin: string;
  facts: Facts | undefined;
  demo: boolean;
}

export async function readCampaign(campaign: string, unit: string): Promise<Printable> {
  const [run, subtree, me] = await Promise.all([
    call(getCampaign, { params: { campaign } }),
    call(listSubtree, { params: { unit } }),
    call(whoAmI, {}),
  ]);
  // A building counts for its stairwells.
  const units = subtree.units.filter(({ kind }) => kind !== 'stairwell');
  const [{ facts }, inside] = await Promise.all([
    call(openForm, { params: { slug: run.slug } }),
    placesInside(campaign, unit, treeOf(units)),
  ]);
  return { ...printable(units, inside), origin: new URL(run.link).origin, facts, demo: me.demo };
}

export async function readCodes(unit: string): Promise<Printable> {
  const [{ units }, me, { campaigns }] = await Promise.all([
    call(listSubtree, { params: { unit } }),
    call(whoAmI, {}),
    call(listCampaigns, {}),
  ]);
  // A campaign's link tells the public address; the office may be using another one inside its own network.
  const link = campaigns[0]?.link;
  return {
    ...printable(units, undefined),
    origin: link ? new URL(link).origin : location.origin,
    facts: undefined,
    demo: me.demo,
  };
}

/**
 * Units with a code that residents answer for in the campaign. It usually holds whole branches, so the numbers are
 * compared, and only where they differ is it asked one level down. A place (点位) takes part only where it was ticked
 * itself, which the numbers alone cannot tell: what holds one is looked into.
 */
async function placesInside(campaign: string, unit: string, tree: Tree): Promise<ReadonlySet<string>> {
  const { here, children } = await call(getProgress, { params: { campaign, unit } });
  const isWhole = (id: string, places: number) => places === tree.places.get(id) && !holdsPlace(tree, id);
  if (isWhole(unit, here.places)) return new Set(placesUnder(tree, unit));
  // Of those with nothing below, a line in the campaign's own tree says that they answer.
  const whole = children.filter(
    ({ unit: { id }, places }) =>
      isWhole(id, places) || !tree.below.has(id) || tree.byId.get(id)?.buildingCode,
  );
  const partly = children.filter((child) => !whole.includes(child));
  const below = await Promise.all(partly.map((child) => placesInside(campaign, child.unit.id, tree)));
  return new Set([
    ...(children.length === 0 ? ownCode(tree, unit) : []),
    ...whole.flatMap((child) => placesUnder(tree, child.unit.id)),
    ...below.flatMap((set) => [...set]),
  ]);
}

const ownCode = (tree: Tree, id: string) => (tree.byId.get(id)?.buildingCode ? [id] : []);

const holdsPlace = (tree: Tree, id: string): boolean =>
  (tree.below.get(id) ?? []).some((child) => standsAlone(tree.byId.get(child)) || holdsPlace(tree, child));

function placesUnder(tree: Tree, id: string): string[] {
  return [...ownCode(tree, id), ...(tree.below.get(id) ?? []).flatMap((child) => placesUnder(tree, child))];
}

/** Buildings with a code, and the units above them; `inside` limits them to a campaign. */
function printable(units: readonly Unit[], inside: ReadonlySet<string> | undefined) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const way = (unit: Unit): Unit[] => {
    const parent = unit.parent === null ? undefined : byId.get(unit.parent);
    return parent ? [...way(parent), parent] : [];
  };
  const kept = new Set<string>();
  const buildings = units.flatMap((unit): Building[] => {
    if (!unit.buildingCode || unit.retiredAt !== null || (inside && !inside.has(unit.id))) return [];
    const above = way(unit);
    for (const one of [...above, unit]) kept.add(one.id);
    const names = above.filter(({ kind }) => kind !== 'city' && kind !== 'street').map(({ name }) => name);
    return [
      {
        id: unit.id,
        name: unit.name,
        kind: unit.kind,
        above: names.join(' '),
        code: unit.buildingCode,
        households: unit.households,
        contact: unit.contact,
      },
    ];
  });
  return { units: units.filter((unit) => kept.has(unit.id)), buildings };
}
