// Read-only links to one unit's card for people without an account: communities and above, from 10 answers on, without
// the units below. The secret stands in the address after #, which browsers do not send; only its hash is stored.
import type { Scorecard } from '../../schema/api/scorecards.ts';
import { publicThreshold } from '../../schema/measures/suppression.ts';
import { record, recordWhere } from '../audit/record.ts';
import { sha256 } from '../db/hash.ts';
import { newToken } from '../db/random.ts';
import type { Call, StaffCall } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { sides } from './card.ts';
import { compose, type Side } from './compose.ts';
import { endShare, insertShare, type ShareRow, shareBy, sharesUnder } from './store.ts';

const dayMs = 86_400_000;
/** Kinds whose cards may leave the house. */
export const publicKinds: ReadonlySet<string> = new Set(['city', 'street', 'community']);

/** @throws Refusal not-found, share-too-low, share-too-few, hidden */
export async function createShare(call: StaffCall, campaign: string, unit: string, days: number) {
  const { db, now, actor } = call;
  const side = await sideOf(call, campaign, unit);
  publicCard(side, now);
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

/** The card behind a link. @throws Refusal share-over, share-too-few, hidden */
export async function getShared(call: Call, token: string): Promise<Scorecard> {
  const row = await shareBy(call.db, await sha256(token)).first<ShareRow>();
  if (!row || row.revoked_at !== null || row.expires_at <= call.now) throw new Refusal('share-over');
  return publicCard(await sideOf(call, row.campaign, row.unit), call.now);
}

async function sideOf(call: Call, campaign: string, unit: string): Promise<Side> {
  const [side] = await sides(call.db, unit, [campaign]);
  if (!side) throw new Refusal('not-found');
  return side;
}

/** A card as it may leave the house. @throws Refusal share-too-low, share-too-few, hidden */
function publicCard(side: Side, now: number): Scorecard {
  const { unit } = side.family;
  if (!publicKinds.has(unit.kind)) throw new Refusal('share-too-low');
  if (side.family.tally(unit.id).n < publicThreshold) throw new Refusal('share-too-few');
  const card = compose(side, undefined, {
    now,
    k: publicThreshold,
    mayReadAnswers: false,
    sees: () => true,
  });
  if (card.hidden) throw new Refusal('hidden');
  return {
    ...card,
    children: [],
    merged: null,
    texts: [],
    channels: [],
    attention: card.attention.filter(({ why }) => why !== 'few' && why !== 'silent'),
  };
}

const shareLink = (row: ShareRow) => ({
  id: row.token_hash,
  unit: { id: row.unit, kind: row.kind, name: row.name },
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  revoked: row.revoked_at !== null,
});
