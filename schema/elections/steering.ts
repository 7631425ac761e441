// What is the matter with each contest of an election, for the page that steers a thousand of them.

import { type Days, votingWindow } from './days.ts';
import { candidatesNeeded } from './nominations.ts';
import type { Pack, Round } from './pack.ts';
import { reaches } from './share.ts';
import { type Missing, missingToFreeze, missingToOpen } from './stages.ts';

export const matters = ['candidates', 'undecided', 'quorum', 'ready', 'again', 'announced'] as const;
type Matter = (typeof matters)[number];

export interface SteeredElection {
  preset: 'spot' | 'sealed' | 'nominations';
  quorum: number;
  rehearsal: boolean;
  pack: Pack;
  days: Days;
  roll: null | { frozen: boolean };
}

interface SteeredContest {
  state: string;
  kind: Round;
  seats: number;
  days: Days | null;
  candidates: number;
  undecided: number;
  objections: number;
  entries: number | null;
  registered: number | null;
  came: number | null;
  tellers: number;
  candidateProxies?: number;
  newest?: number | null;
  unsigned?: number;
  short: boolean;
  again: Round | null;
}

/** What it lacks to go on by an act: to be frozen, then to be opened. Empty for states that go on by other ways. */
export function lacks(election: SteeredElection, contest: SteeredContest, now: number): Missing[] {
  const { days, entries, ...at } = contest;
  const standing = { ...at, days: days ?? election.days };
  if (contest.state === 'frozen') return missingToOpen(standing, now);
  if (contest.state !== 'preparing' || election.preset === 'nominations') return [];
  const roll = election.roll && { frozen: election.roll.frozen, entries: entries ?? 0 };
  return missingToFreeze(election, { ...standing, roll }, now);
}

/** Voting is over, and fewer took part than the rules ask for: ballots are counted, as the count does it. */
function tooFew({ pack }: SteeredElection, { short, kind, registered, came }: SteeredContest): boolean {
  if (short) return true;
  const rule = pack.rounds[kind]?.turnout;
  return rule && registered !== null && came !== null ? !reaches(rule, came, registered) : false;
}

/** How many boxes may be sealed now: their time is over, or nothing that is in them counts. */
export const toSeal = (
  { days, rehearsal }: SteeredElection,
  contests: readonly Pick<SteeredContest, 'state' | 'days'>[],
  now: number,
): number =>
  contests.filter(
    (one) => one.state === 'open' && (rehearsal || votingWindow(one.days ?? days).closesAt <= now),
  ).length;

export function mattersOf(election: SteeredElection, contest: SteeredContest, now: number): Matter[] {
  const lacking = lacks(election, contest, now);
  const goesOn = contest.state === 'frozen' || contest.state === 'preparing';
  const found: Record<Matter, boolean> = {
    candidates:
      contest.state === 'preparing' &&
      contest.candidates < candidatesNeeded(election.pack, contest.seats, contest.kind),
    undecided: contest.state === 'preparing' && contest.undecided > 0,
    quorum: tooFew(election, contest),
    ready: goesOn && election.preset !== 'nominations' && lacking.length === 0,
    again: contest.again !== null,
    announced: contest.state === 'announced',
  };
  return matters.filter((matter) => found[matter]);
}
