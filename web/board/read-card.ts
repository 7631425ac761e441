// A card with what it may stand beside: beside the campaign that was asked for, or the one before.
import type { Output } from '../../schema/api/endpoint.ts';
import { comparable, getScorecard } from '../../schema/api/scorecards.ts';
import { call } from '../ui/call.ts';
import type { Scorecard } from './card-types.ts';

export type Beside = Output<typeof comparable>;
/** In the address, where nothing shall stand beside the card. */
export const noCompare = 'none';

export interface ReadCard {
  card: Scorecard;
  others: Beside['campaigns'];
  /** what stands beside it */
  chosen: string;
}

/** `compare`: as it stands in the address; '' for the campaign before, where there is one. */
export async function readCard(campaign: string, unit: string, compare: string): Promise<ReadCard> {
  const params = { campaign, unit };
  // Without it the card goes too.
  const beside = await call(comparable, { params }).catch((): Beside => ({ campaigns: [], previous: null }));
  const chosen = compare || beside.previous || noCompare;
  const query = chosen === noCompare ? {} : { compare: chosen };
  return { card: await call(getScorecard, { params, query }), others: beside.campaigns, chosen };
}

export const cardAddress = (campaign: string, unit: string, compare = ''): string =>
  `/board/${campaign}/${unit}${compare && `?compare=${compare}`}`;
/** The same on sheets of A4. */
export const reportAddress = (campaign: string, unit: string, compare = ''): string =>
  `/board/${campaign}/${unit}/report${compare && `?compare=${compare}`}`;
/** The same for a screen on the wall. */
export const wallAddress = (campaign: string, unit: string, compare = ''): string =>
  `/board/${campaign}/${unit}?wall${compare && `&compare=${compare}`}`;
