// Whether a post has the candidates that its rules ask for, before anybody votes.
import type { Pack, Round } from './pack.ts';

/** too-few: fewer candidates than the rules ask for beside the seats; where electors write whom they want, none is needed. */
export type NominationFault = 'too-few';

export function nominationFault(
  pack: Pack,
  post: { seats: number; candidates: number },
  round: Round = 'first',
): NominationFault | undefined {
  const { choice } = pack.candidates;
  if (round === 'runOff') return post.candidates > post.seats ? undefined : 'too-few';
  if (round === 'first' && choice === 'none') return undefined;
  const surplus = round === 'second' ? (pack.rounds.second?.surplus ?? 0) : pack.candidates.surplus;
  return post.candidates >= post.seats + surplus ? undefined : 'too-few';
}
