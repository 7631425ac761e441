// The card of a wall screen once more: asked for with the tag of the one that is shown, so that nothing new costs next to
// nothing.
import { getScorecard } from '../../../schema/api/scorecards.ts';
import { addressOf } from '../../ui/call.ts';
import type { Scorecard } from '../card-types.ts';
import { noCompare, type ReadCard } from '../read-card.ts';

/** Undefined where nothing changed. @throws Error where nothing answered, or with a refusal */
export type Again = () => Promise<Scorecard | undefined>;

export function boardAgain({ card, chosen }: Pick<ReadCard, 'card' | 'chosen'>): Again {
  const address = addressOf(getScorecard, {
    params: { campaign: card.campaign.id, unit: card.unit.id },
    query: chosen === noCompare ? {} : { compare: chosen },
  });
  let tag = '';
  return async () => {
    const response = await fetch(address, {
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(tag && { 'if-none-match': tag }) },
    });
    if (response.status === 304) return undefined;
    if (!response.ok) throw new Error(`${response.status}`);
    tag = response.headers.get('etag') ?? '';
    return response.json();
  };
}
