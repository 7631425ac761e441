// What residents wrote, as a board lists it. A board is shown around: ten are needed, and none says where it is from.
import type { Output, Query } from '../../schema/api/endpoint.ts';
import type { boardWords as contract } from '../../schema/api/scorecards.ts';
import { publicThreshold } from '../../schema/measures/suppression.ts';
import type { StaffCall } from '../http/context.ts';
import { comments } from '../responses/read.ts';
import { scorecard } from './card.ts';

/** @throws Refusal not-found */
export async function boardWords(
  call: StaffCall,
  asked: { campaign: string; unit: string } & Query<typeof contract>,
): Promise<Output<typeof contract>> {
  const { texts } = await scorecard(call, asked);
  const told = texts.find(({ question }) => question === asked.question)?.n ?? 0;
  if (told < publicThreshold) return { comments: [], next: null };
  const page = await comments(call, asked);
  return { comments: page.comments.map(({ at, text }) => ({ at, text })), next: page.next };
}
