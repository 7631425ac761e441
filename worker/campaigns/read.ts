// Campaigns as their readers find them.
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { type CampaignRecord, readCampaign } from './store.ts';

/** @throws Refusal not-found, also when the campaign touches none of the reader's branches */
export async function mustReadCampaign({ db, actor }: StaffCall, id: string): Promise<CampaignRecord> {
  const row = await readCampaign(
    db,
    id,
    actor.grants.map((grant) => grant.unit),
  );
  if (!row) throw new Refusal('not-found');
  return row;
}
