// Read-only links to one unit's card for people without an account: communities and above, from 10 answers on, without
// the units below. The secret stands in the address after #, which browsers do not send; only its hash is stored.
import type { Scorecard } from '../../schema/api/scorecards.ts';
import { publicKinds, publicThreshold } from '../../schema/measures/suppression.ts';
import { record, recordWhere } from '../audit/record.ts';
import { sha256 } from '../db/hash.ts';
import { newToken } from '../db/random.ts';
import type { Call, StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { sides } from './card.ts';
import { publishAs } from './publication/make.ts';
import { publicCard } from './publication/read.ts';
import { endShare, insertShare, type ShareRow, shareBy, sharesUnder } from './store.ts';

const dayMs = 86_400_000;
/** @throws Refusal not-found, share-too-low, share-too-few, hidden, result-live */
export async function createShare(call: StaffCall, campaign: string, unit: string, days: number) {
  const { db, now, actor } = call;
  const [side] = await sides(db, unit, [campaign]);
  if (!side) throw new Refusal('not-found');
  if (!publicKinds.has(side.family.unit.kind)) throw new Refusal('share-too-low');
  // A link shows what is published, so that is made first.
  if (!(await publicCard(db, campaign, unit))) await publishAs(call, campaign, '');
  if (!(await publicCard(db, campaign, unit)))
    throw new Refusal(side.family.tally(unit).n < publicThreshold ? 'share-too-few' : 'hidden');
  const token = newToken();
  const row = {
    token_hash: await sha256(token),
    campaign,
    unit,
    created_by: actor.id,
    created_at: now,
    expires_at: now + days * dayMs,
  };
  const { path, kind, name } = side.family.unit;
  await db.batch([
    insertShare(db, row),
    record(db, {
      at: now,
      actor: actor.id,
      act: 'share.create',
      target: campaign,
      path,
      detail: { unit, days, name },
    }),
  ]);
  return {
    link: `${call.origin}/s#${token}`,
    share: shareLink({ ...row, kind, name, path, revoked_at: null }),
  };
}

export async function listShares({ db }: StaffCall, campaign: string, unit: string) {
  const { results } = await sharesUnder(db, campaign, unit).all<ShareRow>();
  return { shares: results.map(shareLink) };
}

/** Ending a link that has ended already changes nothing. @throws Refusal not-found */
export async function revokeShare(
  call: StaffCall,
  campaign: string,
  unit: string,
  share: string,
): Promise<void> {
  const { db, now, actor } = call;
  const row = await shareBy(db, share).first<ShareRow>();
  if (!row || row.campaign !== campaign || !row.path.includes(`/${unit}/`)) throw new Refusal('not-found');
  const detail = { unit: row.unit, name: row.name };
  await db.batch([
    // The entry goes first: it is written only where the change below will find something to change.
    recordWhere(
      db,
      { at: now, actor: actor.id, act: 'share.revoke', target: campaign, path: row.path, detail },
      'SELECT 1 FROM share_link WHERE token_hash = ?7 AND revoked_at IS NULL',
      [share],
    ),
    endShare(db, share, now),
  ]);
}

/** The card behind a link. @throws Refusal share-over, hidden */
export async function getShared(call: Call, token: string): Promise<Scorecard> {
  const row = await shareBy(call.db, await sha256(token)).first<ShareRow>();
  if (!row || row.revoked_at !== null || row.expires_at <= call.now) throw new Refusal('share-over');
  const found = await publicCard(call.db, row.campaign, row.unit);
  if (!found) throw new Refusal('hidden');
  return found.card;
}

const shareLink = (row: ShareRow) => ({
  id: row.token_hash,
  unit: { id: row.unit, kind: row.kind, name: row.name },
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  revoked: row.revoked_at !== null,
});
