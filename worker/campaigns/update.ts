// Steering a campaign: pause, go on, close, extend, a newer version, what was done about the result.
import type { Campaign, updateCampaign as contract } from '../../schema/api/campaigns.ts';
import type { Body } from '../../schema/api/endpoint.ts';
import { recordWhere } from '../audit/record.ts';
import { phaseOf } from '../fill/facts.ts';
import { mustReadForm } from '../forms/draft.ts';
import type { StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { liveOf } from '../scorecards/publication/store.ts';
import { present } from './present.ts';
import { asksIn, keepsPromise, mayShowEarly } from './promise.ts';
import { mustReadCampaign } from './read.ts';
import { updateCampaign as update } from './store.ts';

/** @throws Refusal stale, window-wrong, version-unknown, names-needed, ballot-open, campaign-over */
export async function updateCampaign(
  call: StaffCall,
  asked: { campaign: string } & Body<typeof contract>,
): Promise<Campaign> {
  const { db, now, actor } = call;
  const row = await mustReadCampaign(call, asked.campaign);
  const { campaign, rev, ...wanted } = asked;
  // Closing is now, whatever was planned: dates on every page and the time of erasing count from here.
  const early = wanted.state === 'closed' && now > row.opens_at && now < row.closes_at;
  const set = early ? { ...wanted, closesAt: now } : wanted;
  if (rev !== row.rev) throw new Refusal('stale');
  const erased = row.erased_at !== null;
  // Once personal answers are erased the run is history: only its outcome is still written.
  if (erased && (set.state === 'open' || set.closesAt !== undefined)) throw new Refusal('campaign-over');
  if (wanted.closesAt !== undefined && (wanted.closesAt <= row.opens_at || wanted.closesAt <= now))
    throw new Refusal('window-wrong');
  // Going on needs time left; otherwise it would say open and refuse everybody.
  if (
    set.state === 'open' &&
    phaseOf({ state: 'open', opens_at: row.opens_at, closes_at: set.closesAt ?? row.closes_at }, now) ===
      'closed'
  )
    throw new Refusal('window-wrong');
  if (
    set.version !== undefined &&
    (set.version < row.version || set.version > (await mustReadForm(db, row.form)).version)
  )
    throw new Refusal('version-unknown');
  if (set.liveResult) {
    mayShowEarly(row.kind);
    const was = await liveOf(db, campaign).first<{ live: number; published: number }>();
    if (was?.published === 1 && was.live === 0) throw new Refusal('result-live');
  }
  if (set.version !== undefined) keepsPromise(row.named === 1, await asksIn(db, row.form, set.version));
  const [changed] = await db.batch([
    update(db, campaign, rev, set),
    recordWhere(
      db,
      {
        at: now,
        actor: actor.id,
        act: 'campaign.update',
        target: campaign,
        path: row.unit_path,
        detail: { ...set, campaign: row.title },
      },
      // The revision guard above let at most one writer make this revision; a second finds the row past it.
      'SELECT 1 FROM campaign WHERE id = ?7 AND rev = ?8 AND changes() = 1',
      [campaign, rev + 1],
    ),
  ]);
  if (changed?.meta.changes !== 1) throw new Refusal('stale');
  return present(call, await mustReadCampaign(call, campaign));
}
