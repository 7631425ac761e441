// Reading publications: the card that the public sees, the list for staff, and what the clock goes on with.
import type { Output } from '../../../schema/api/endpoint.ts';
import type { listPublications } from '../../../schema/api/publications.ts';
import type { ShownScorecard } from '../../../schema/api/scorecards.ts';
import { publicThreshold } from '../../../schema/measures/suppression.ts';
import { type CampaignRow, phaseOf } from '../../fill/facts.ts';
import type { StaffCall } from '../../http/context.ts';
import { covers } from '../../http/policy.ts';
import { goOn, present, publish } from './make.ts';
import * as store from './store.ts';

export interface PublicCard {
  card: ShownScorecard;
  /** something came, changed or went since then */
  older: boolean;
}

/** What the public sees of a unit, with `nearest` of it or the next one above that has a card. */
export async function publicCard(
  db: D1Database,
  campaign: string,
  unit: string,
  { nearest = false } = {},
): Promise<PublicCard | null> {
  const { results } = await store.published(db, campaign, unit).all<store.ShownRow>();
  const row = results.find((one) => one.card !== null && (nearest || one.unit === unit));
  if (!row?.card) return null;
  const card = JSON.parse(row.card) as ShownScorecard;
  return {
    card: {
      ...card,
      k: publicThreshold,
      published: card.published && { ...card.published, newest: row.number },
    },
    older: row.changes !== row.now || row.since !== row.number,
  };
}

/** What the newest publication tells of a unit. */
export interface Told {
  card: ShownScorecard | null;
  /** lines that are left out, because too little changed in them */
  held: readonly string[];
}

/** By run, then by unit. */
export async function toldOf(
  db: D1Database,
  campaigns: readonly string[],
  units: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Told>>> {
  const { results } = await store
    .newestOf(db, campaigns, units)
    .all<Pick<store.ShownRow, 'campaign' | 'unit' | 'card' | 'held'>>();
  const told = new Map(campaigns.map((campaign) => [campaign, new Map<string, Told>()]));
  for (const { campaign, unit, card, held } of results)
    told.get(campaign)?.set(unit, {
      card: card === null ? null : (JSON.parse(card) as ShownScorecard),
      held: JSON.parse(held ?? '[]') as string[],
    });
  return told;
}

/** True when the newest publication lacks nothing. */
async function isUpToDate(db: D1Database, campaign: string): Promise<boolean> {
  const [runs, newests] = await db.batch<{ changes: number }>([
    store.runOf(db, campaign),
    store.newest(db, campaign),
  ]);
  const newest = newests?.results[0];
  return newest !== undefined && newest.changes === runs?.results[0]?.changes;
}

export async function publications(
  { db, actor }: StaffCall,
  campaign: string,
  unit: string,
): Promise<Output<typeof listPublications>> {
  const [rows, order, runs] = await db.batch<unknown>([
    store.listed(db, campaign),
    store.families(db, campaign),
    store.runOf(db, campaign),
  ]);
  const found = (rows?.results ?? []) as store.ListedRow[];
  const of = (order?.results.length ?? 0) + 1;
  const newest = found.find(({ state }) => state === 'ready');
  const run = runs?.results[0] as store.RunRow | undefined;
  const here = await publicCard(db, campaign, unit);
  return {
    publications: found.map((row) => present(row, row.name, of)),
    behind: newest !== undefined && newest.changes !== run?.changes,
    mayMake: covers(actor, run?.path ?? '', ['admin', 'editor']),
    here: here?.card.published
      ? {
          since: here.card.published.number,
          at: here.card.published.at,
          n: here.card.n,
          held: here.card.published.held,
        }
      : null,
  };
}

/** After a run is over the house makes its last publication by itself; false while that is not whole. */
export async function publishEnded(db: D1Database, run: CampaignRow, now: number): Promise<boolean> {
  if (phaseOf(run, now) !== 'closed') return false;
  for (let round = 0; round < 2; round++) {
    if (await isUpToDate(db, run.id)) return true;
    // What was being made may be of an earlier moment.
    const made = await publish(db, run.id, { staff: 'system', note: '', now });
    if (made?.state === 'making') return false;
  }
  return isUpToDate(db, run.id);
}

/** What is due by the clock: a family each of the publications that are being made, and of runs that are over. */
export async function publicationsDue(db: D1Database, now: number): Promise<void> {
  const { results } = await store.due(db, now).all<{ id: string }>();
  for (const { id } of results) {
    const making = await store.making(db, id).first();
    if (making) await goOn(db, id, now);
    else await publish(db, id, { staff: 'system', note: '', now });
  }
}
