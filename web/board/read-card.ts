// A card with what it may stand beside: beside the campaign that was asked for, or the one before.
import type { Output } from '../../schema/api/endpoint.ts';
import { comparable, getScorecard } from '../../schema/api/scorecards.ts';
import { publicThreshold } from '../../schema/measures/suppression.ts';
import { call } from '../ui/call.ts';
import type { Scorecard } from './card-types.ts';

export type Beside = Output<typeof comparable>;
/** In the address, where nothing shall stand beside the card. */
export const noCompare = 'none';

/** Asked with it, what is read may leave the house. */
export const forOut = { k: `${publicThreshold}` } as const;

export interface ReadCard {
  card: Scorecard;
  others: Beside['campaigns'];
  /** what stands beside it */
  chosen: string;
}

/**
 * `compare`: as it stands in the address; '' for the campaign before, where there is one.
 * `outward`: as it may leave the house.
 */
export async function readCard(
  campaign: string,
  unit: string,
  compare: string,
  { outward = false } = {},
): Promise<ReadCard> {
  const params = { campaign, unit };
  // Without it the card goes too.
  const beside = await call(comparable, { params }).catch((): Beside => ({ campaigns: [], previous: null }));
  const chosen = compare || beside.previous || noCompare;
  const query = { ...(chosen !== noCompare && { compare: chosen }), ...(outward && forOut) };
  return { card: await call(getScorecard, { params, query }), others: beside.campaigns, chosen };
}

/** The same card as it may leave the house: groups under ten are hidden in it. */
export async function outward(card: Scorecard): Promise<Scorecard> {
  if (card.k >= publicThreshold) return card;
  const params = { campaign: card.campaign.id, unit: card.unit.id };
  const query = { ...forOut, ...(card.compared && { compare: card.compared.id }) };
  return call(getScorecard, { params, query });
}

export const cardAddress = (campaign: string, unit: string, compare = ''): string =>
  `/board/${campaign}/${unit}${compare && `?compare=${compare}`}`;
/** The same on sheets of A4. */
export const reportAddress = (campaign: string, unit: string, compare = ''): string =>
  `/board/${campaign}/${unit}/report${compare && `?compare=${compare}`}`;
/** The same for a screen on the wall. */
export const wallAddress = (campaign: string, unit: string, compare = ''): string =>
  `/board/${campaign}/${unit}?wall${compare && `&compare=${compare}`}`;
