// What a contest still lacks before it can go on: frozen, then open. The steering page says it, and the acts that freeze
// and open refuse by the same list.
import { placeDay } from '../day.ts';
import type { Count, PostResult } from './count.ts';
import { type Days, dayAfter, earlier, votingWindow } from './days.ts';
import { candidatesNeeded } from './nominations.ts';
import type { Pack, Round } from './pack.ts';

interface ElectionAt {
  preset: 'spot' | 'sealed' | 'nominations';
  /** how many tellers open a box together */
  quorum: number;
  pack: Pack;
  /** no notice has to stand */
  rehearsal: boolean;
}

/** A contest as it stands, with what around it decides. */
export interface ContestAt {
  state: string;
  kind: Round;
  seats: number;
  /** its own days, or those of its election */
  days: Days;
  /** candidates that were accepted */
  candidates: number;
  /** proposals that nobody has decided on */
  undecided: number;
  /** objections to the candidates without an answer */
  objections: number;
  /** null: the election has no roll */
  roll: null | {
    frozen: boolean;
    /** electors of this contest's unit on it */
    entries: number;
  };
  /** tellers who watch over it and whose saved key card opened a test ballot */
  tellers: number;
  /** proxies that are held by somebody who stands; none unless said */
  candidateProxies?: number;
  /** when the last of those who stand was accepted, ms since 1970 */
  newest?: number | null;
  /** tellers who have not signed what was settled; none unless said */
  unsigned?: number;
}

export type Missing =
  | { code: 'candidates'; has: number; needs: number }
  | { code: 'undecided'; n: number }
  | { code: 'objections'; n: number }
  | { code: 'no-roll' }
  | { code: 'roll-draft' }
  | { code: 'roll-empty' }
  /** electors may object to the roll until this day */
  | { code: 'roll-notice'; until: string }
  /** the candidates have to stand until this day */
  | { code: 'candidate-notice'; until: string }
  /** somebody who stands holds the proxies of so many, which the rules forbid */
  | { code: 'candidate-proxies'; n: number }
  | { code: 'tellers'; has: number; needs: number }
  /** so many tellers have not signed what was settled */
  | { code: 'signatures'; n: number }
  /** voting begins at this moment (ms since 1970) */
  | { code: 'begins'; at: number }
  | { code: 'over' };

/** Empty: it can be frozen now. A contest that is frozen already, or is only about nominations, is never frozen. */
export function missingToFreeze(
  { preset, quorum, pack, rehearsal }: ElectionAt,
  contest: ContestAt,
  now: number,
): Missing[] {
  const { days, roll, kind } = contest;
  if (contest.state !== 'preparing' || preset === 'nominations') return [{ code: 'over' }];
  const today = placeDay(now);
  const missing: Missing[] = [];
  const needs = candidatesNeeded(pack, contest.seats, kind);
  if (contest.candidates < needs) missing.push({ code: 'candidates', has: contest.candidates, needs });
  if (contest.undecided > 0) missing.push({ code: 'undecided', n: contest.undecided });
  if (contest.objections > 0) missing.push({ code: 'objections', n: contest.objections });
  if (!roll) missing.push({ code: 'no-roll' });
  else if (!roll.frozen) missing.push({ code: 'roll-draft' });
  else if (roll.entries === 0) missing.push({ code: 'roll-empty' });
  if (kind === 'first' && !rehearsal) {
    if (today <= days.objections) missing.push({ code: 'roll-notice', until: days.objections });
    // All is fixed once the notice has stood, and in any case on the day before the first ballot is given out.
    const stands = dayAfter(days.candidates, Math.max(0, (pack.calendar.candidateDays.days ?? 1) - 1));
    const until = earlier(stands, dayAfter(days.checkIn ?? days.vote, -2));
    // Whoever came after the notice was posted stands as long as the rules say, however near the vote is.
    const { newest } = contest;
    const least = pack.calendar.candidateDays.days;
    const added = typeof newest === 'number' ? placeDay(newest) : '';
    const late = least !== null && added > days.candidates ? dayAfter(added, Math.max(0, least - 1)) : '';
    if (needs > 0 && today <= until) missing.push({ code: 'candidate-notice', until });
    else if (today <= late) missing.push({ code: 'candidate-notice', until: late });
  }
  const held = contest.candidateProxies ?? 0;
  if (held > 0 && !pack.proxies?.candidateMayHold) missing.push({ code: 'candidate-proxies', n: held });
  if (preset === 'sealed' && contest.tellers < quorum)
    missing.push({ code: 'tellers', has: contest.tellers, needs: quorum });
  return missing;
}

/** Empty: voting can begin now. */
export function missingToOpen(
  { state, days, unsigned = 0 }: Pick<ContestAt, 'state' | 'days' | 'unsigned'>,
  now: number,
): Missing[] {
  const { opensAt, closesAt } = votingWindow(days);
  if (state !== 'frozen' || now >= closesAt) return [{ code: 'over' }];
  return [
    ...(unsigned > 0 ? [{ code: 'signatures', n: unsigned } as const] : []),
    ...(now < opensAt ? [{ code: 'begins', at: opensAt } as const] : []),
  ];
}

/**
 * What a counted vote calls for: the same round again where it was invalid, else a run-off, else another vote for seats that
 * nobody reached; after a later round too, until so many are elected that the rest may stay vacant.
 */
export function nextRound(
  {
    valid,
    vacanciesAllowed,
    posts,
  }: Pick<Count, 'valid' | 'vacanciesAllowed'> & {
    posts: readonly Pick<PostResult, 'tiedSeats' | 'secondSeats' | 'vacant'>[];
  },
  round: Round,
): Round | undefined {
  if (!valid) return round;
  if (posts.some(({ tiedSeats }) => tiedSeats > 0)) return 'runOff';
  const open = posts.some(({ secondSeats, vacant }) => secondSeats > 0 || (vacant > 0 && !vacanciesAllowed));
  return open ? 'second' : undefined;
}
