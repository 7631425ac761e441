// How many candidates the rules ask for, before anybody votes.
import type { Pack, Round } from './pack.ts';

/**
 * For a post of so many seats; 0 where electors write whom they want. Nobody joins a run-off, so one who is left
 * there alone, because somebody written in declined, is voted on alone.
 */
export function candidatesNeeded(pack: Pack, seats: number, round: Round = 'first'): number {
  const { choice, surplus } = pack.candidates;
  if (round === 'runOff') return 1;
  if (choice === 'none') return 0;
  return seats + (round === 'second' ? (pack.rounds.second?.surplus ?? 0) : surplus);
}
