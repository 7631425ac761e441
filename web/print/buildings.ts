// Which buildings can be printed for: those with a code under the unit, and of a campaign only those in its frozen tree.
import { getCampaign, getProgress, listCampaigns } from '../../schema/api/campaigns.ts';
import { type Facts, openForm } from '../../schema/api/fill.ts';
import { whoAmI } from '../../schema/api/session.ts';
import { listSubtree, type Unit } from '../../schema/api/units.ts';
import { call } from '../ui/call.ts';
import { type Tree, treeOf } from '../ui/tree.ts';

export interface Building {
  id: string;
  name: string;
  /** names on the way down, without the building's own */
  above: string;
  code: string;
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
  const [run, { units }, me] = await Promise.all([
    call(getCampaign, { params: { campaign } }),
    call(listSubtree, { params: { unit } }),
    call(whoAmI, {}),
  ]);
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
 * Buildings of the branch that take part. A campaign usually holds a whole branch, so the numbers of places are
 * compared, and only where they differ is it asked one level down.
 */
async function placesInside(campaign: string, unit: string, tree: Tree): Promise<ReadonlySet<string>> {
  const { here, children } = await call(getProgress, { params: { campaign, unit } });
  if (here.places === tree.places.get(unit)) return new Set(placesUnder(tree, unit));
  const whole = children.filter((child) => child.places === tree.places.get(child.unit.id));
  const partly = children.filter((child) => !whole.includes(child) && tree.below.has(child.unit.id));
  const below = await Promise.all(partly.map((child) => placesInside(campaign, child.unit.id, tree)));
  return new Set([
    ...whole.flatMap((child) => placesUnder(tree, child.unit.id)),
    ...below.flatMap((set) => [...set]),
  ]);
}

function placesUnder(tree: Tree, id: string): string[] {
  const own = tree.byId.get(id)?.buildingCode ? [id] : [];
  return [...own, ...(tree.below.get(id) ?? []).flatMap((child) => placesUnder(tree, child))];
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
        above: names.join(' '),
        code: unit.buildingCode,
        contact: unit.contact,
      },
    ];
  });
  return { units: units.filter((unit) => kept.has(unit.id)), buildings };
}
