// The ETag of a card: the same as long as nothing that it shows has changed, for this reader. One row read a campaign.
import { sha256 } from '../db/hash.ts';
import { type CampaignRow, phaseOf } from '../fill/facts.ts';
import type { StaffCall } from '../http/context.ts';
import type { Asked } from './card.ts';

/** Changes with what a card is made of: kept copies of an older kind are not taken for new ones. */
const kind = 2;

export async function tagOf({ db, now, actor }: StaffCall, { campaign, compare, k }: Asked): Promise<string> {
  const standing = (id: string) => db.prepare('SELECT * FROM campaign WHERE id = ?1').bind(id);
  const found = await db.batch<CampaignRow & { changes: number; rev: number }>(
    [campaign, compare].flatMap((id) => (id === undefined ? [] : [standing(id)])),
  );
  const stand = found.flatMap(({ results }) =>
    results.map((row) => [row.id, row.changes, row.rev, phaseOf(row, now)]),
  );
  return `W/"${(await sha256(JSON.stringify([kind, k, stand, actor.grants]))).slice(0, 32)}"`;
}
