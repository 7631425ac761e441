// Reading the tree: by words, one unit with what is above and below it, a whole branch in the order of its posters.
import type { Output, Query } from '../../schema/api/endpoint.ts';
import type {
  getUnit as getContract,
  searchUnits as searchContract,
  listSubtree as subtreeContract,
  Unit,
} from '../../schema/api/units.ts';
import type { Actor, StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import {
  branchOf,
  childrenOf,
  householdsBelow,
  idsOf,
  search,
  type UnitRow,
  unitById,
  unitOf,
  unitsById,
} from './store.ts';

/** At most this many search results; more words find the rest. */
const found = 50;

/** Paths of the own branches; one that lies in another counts once. */
function branches(actor: Actor): string[] {
  const paths = [...new Set(actor.grants.map(({ path }) => path))];
  return paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(other)));
}

export async function searchUnits(
  { db, actor }: StaffCall,
  asked: Query<typeof searchContract>,
): Promise<Output<typeof searchContract>> {
  const paths = branches(actor);
  const words = asked.search?.normalize('NFKC').trim() ?? '';
  const { kind = '', campaign = '' } = asked;
  const wanted =
    words + kind + campaign === ''
      ? unitsById(
          db,
          paths.map((path) => idsOf(path).at(-1) ?? ''),
        )
      : search(db, { paths, words, kind, campaign, most: found });
  const { results } = await wanted.all<UnitRow>();
  const ways = results.map(({ id, path }) => {
    const top = paths.find((one) => path.startsWith(one)) ?? path;
    // Of several branches the top tells in which one it is.
    return { id, ids: idsOf(path).slice(idsOf(top).length - (paths.length > 1 ? 1 : 0), -1) };
  });
  const steps = [...new Set(ways.flatMap(({ ids }) => ids))];
  const named = steps.length > 0 ? (await unitsById(db, steps).all<UnitRow>()).results : [];
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return {
    units: results.map(unitOf),
    above: Object.fromEntries(ways.map(({ id, ids }) => [id, ids.map((one) => names.get(one) ?? '')])),
  };
}

/** @throws Refusal not-found */
export async function readUnit(db: D1Database, id: string): Promise<Unit> {
  const row = await unitById(db, id).first<UnitRow>();
  if (!row) throw new Refusal('not-found');
  return unitOf(row);
}

export async function getUnit({ db, actor }: StaffCall, id: string): Promise<Output<typeof getContract>> {
  const unit = await readUnit(db, id);
  const ids = idsOf(unit.path);
  const mine = new Set(actor.grants.map((grant) => grant.unit));
  const top = ids.findIndex((one) => mine.has(one));
  const [[above, below], { results: sums }] = await Promise.all([
    db.batch<UnitRow>([unitsById(db, ids.slice(top < 0 ? ids.length : top, -1)), childrenOf(db, id)]),
    householdsBelow(db, id).all<{ id: string; n: number }>(),
  ]);
  const children = (below?.results ?? []).map(unitOf);
  const sumOf = new Map(sums.map((sum) => [sum.id, sum.n]));
  const figures = children.map((child) => [child.id, sumOf.get(child.id) || child.households] as const);
  const all = unit.kind === 'building' ? 0 : figures.reduce((sum, [, n]) => sum + n, 0);
  return {
    unit,
    above: (above?.results ?? []).map(unitOf),
    children,
    households: { ...Object.fromEntries(figures), [id]: all || unit.households },
  };
}

/** A branch as a flat list: each unit, then all under it, siblings in their order. One query. */
export async function subtree(db: D1Database, path: string): Promise<Unit[]> {
  const { results } = await branchOf(db, path).all<UnitRow>();
  const units = results.map(unitOf);
  const below = new Map<string, Unit[]>();
  for (const unit of units) {
    const siblings = below.get(unit.parent ?? '');
    if (siblings) siblings.push(unit);
    else below.set(unit.parent ?? '', [unit]);
  }
  for (const siblings of below.values())
    siblings.sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
  const ordered: Unit[] = [];
  const visit = (unit: Unit) => {
    ordered.push(unit);
    for (const child of below.get(unit.id) ?? []) visit(child);
  };
  const top = units.find((unit) => unit.path === path);
  if (top) visit(top);
  return ordered;
}

export async function listSubtree({ db }: StaffCall, id: string): Promise<Output<typeof subtreeContract>> {
  const { path } = await readUnit(db, id);
  return { units: await subtree(db, path) };
}
