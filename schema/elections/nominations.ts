// Whether a post has the candidates that its rules ask for, before anybody votes.
import type { Pack, Round } from './pack.ts';

/** too-few: fewer candidates than the rules ask for beside the seats; where electors write whom they want, none is needed. */
export type NominationFault = 'too-few';

/**
 * How many candidates the rules ask for; 0 where electors write whom they want. Nobody joins a run-off, so one who is left
 * there alone, because somebody written in declined, is voted on alone.
 */
export function candidatesNeeded(pack: Pack, seats: number, round: Round = 'first'): number {
  const { choice, surplus } = pack.candidates;
  if (round === 'runOff') return 1;
  if (choice === 'none') return 0;
  return seats + (round === 'second' ? (pack.rounds.second?.surplus ?? 0) : surplus);
}

export const nominationFault = (
  pack: Pack,
  post: { seats: number; candidates: number },
  round: Round = 'first',
): NominationFault | undefined =>
  post.candidates >= candidatesNeeded(pack, post.seats, round) ? undefined : 'too-few';
