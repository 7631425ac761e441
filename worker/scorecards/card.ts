// The act behind a board: read the tallies of a unit and its family in one round trip, one more when the campaign ran
// on several versions of its form, and compose the card.
import type { Scorecard } from '../../schema/api/scorecards.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { boardThreshold } from '../../schema/measures/suppression.ts';
import type { StaffCall } from '../http/context.ts';
import { covers } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import { compose, type Side } from './compose.ts';
import { family } from './family.ts';
import { hasUnknown } from './lines.ts';
import {
  type ComparableRow,
  comparableWith,
  type Gathered,
  gather,
  olderVersions,
  readGathered,
} from './store.ts';

export interface Asked {
  campaign: string;
  unit: string;
  compare?: string | undefined;
  /** groups of fewer are hidden; as on boards of staff unless said */
  k?: number | undefined;
}

/**
 * @throws Refusal not-found when the unit is in neither campaign or the other lies outside the reader's branches;
 *   compare-other-form
 */
export async function scorecard(call: StaffCall, asked: Asked): Promise<Scorecard> {
  const [side, beside] = await sides(call.db, asked.unit, [asked.campaign, asked.compare]);
  if (!side) throw new Refusal('not-found');
  const { actor } = call;
  if (asked.compare) {
    if (!beside || !covers(actor, beside.family.unit.path)) throw new Refusal('not-found');
    if (beside.head.form !== side.head.form) throw new Refusal('compare-other-form');
  }
  return compose(side, beside, {
    now: call.now,
    k: asked.k ?? boardThreshold,
    mayReadAnswers: covers(actor, side.family.unit.path, ['admin', 'editor']),
    sees: (path) => covers(actor, path),
  });
}

/** Both campaigns' sides in one batch; undefined for a campaign that does not exist or does not hold the unit. */
export async function sides(
  db: D1Database,
  unit: string,
  campaigns: readonly (string | undefined)[],
): Promise<(Side | undefined)[]> {
  const named = campaigns.filter((campaign) => campaign !== undefined);
  const batch = named.flatMap((campaign) => gather(db, campaign, unit));
  const results = await db.batch<unknown>(batch);
  const each = batch.length / named.length;
  return Promise.all(
    named.map((_campaign, at) => sideOf(db, unit, readGathered(results.slice(at * each, (at + 1) * each)))),
  );
}

/** Reads older versions where the tallies hold what the current one has no name for. */
export async function sideOf(
  db: D1Database,
  unit: string,
  { head, members, tallies }: Gathered,
): Promise<Side | undefined> {
  const found = family(unit, members, tallies);
  if (!head || !found) return undefined;
  const current = JSON.parse(head.definition) as Definition;
  const top = found.chain[0] ?? found.unit;
  const older =
    head.version > 1 && hasUnknown(current, found.tally(top.id).counts)
      ? await olderVersions(db, head.form, head.version).all<{ definition: string }>()
      : { results: [] };
  const definitions = older.results.map(({ definition }) => JSON.parse(definition) as Definition);
  return { head, family: found, definitions: [current, ...definitions] };
}

/** Campaigns of the same form that the reader may put beside this one. */
export async function comparable(call: StaffCall, campaign: string, unit: string) {
  const { results } = await comparableWith(call.db, campaign, unit).all<ComparableRow>();
  const open = results.filter(({ path }) => covers(call.actor, path));
  return {
    campaigns: open.map(({ id, title, opens_at, closes_at }) => ({
      id,
      title,
      opensAt: opens_at,
      closesAt: closes_at,
    })),
    previous: open.find(({ earlier }) => earlier === 1)?.id ?? null,
  };
}
