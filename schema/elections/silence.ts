// The silence rule 从众: whether owners who were served and said nothing join the majority of those who voted. Off unless
// the by-laws say so and everything it rests on is recorded; both tallies are shown in any case.
import {
  add,
  choicesOf,
  decide,
  type Head,
  type MatterKind,
  type OwnerBallot,
  type OwnerOutcome,
  type OwnerRules,
  type OwnerTally,
  tallyOwners,
} from './owners.ts';

/** stand: an abstention stays one; follow: those who abstained join the majority too */
export type Abstentions = 'stand' | 'follow';

/** What the rule rests on, as it was recorded before the vote. */
export interface SilenceRecord {
  /** the article of the by-laws */
  article: string;
  /** the warning that stood on every ballot */
  warning: string;
  abstentions: Abstentions;
  /** units with a proof of service */
  served: ReadonlySet<string>;
}

export type SilenceFault = 'no-article' | 'no-warning' | 'nobody-served';

/** What is missing for the rule to count. */
export const silenceFaults = ({ article, warning, served }: SilenceRecord): SilenceFault[] => [
  ...(article.trim() === '' ? (['no-article'] as const) : []),
  ...(warning.trim() === '' ? (['no-warning'] as const) : []),
  ...(served.size === 0 ? (['nobody-served'] as const) : []),
];

export interface OwnerResult {
  strict: { tally: OwnerTally; outcome: OwnerOutcome };
  /** null where the rule is off */
  silence: { tally: OwnerTally; outcome: OwnerOutcome; joined: string[]; faults: SilenceFault[] } | null;
  /** the tally that decides: with silence only where nothing is missing */
  decides: 'strict' | 'silence';
  passes: boolean;
}

/**
 * The vote on one matter. A head is served when each of its units is. The silent join only a majority by heads and by
 * area; where the two differ, or votes are equal, they join nobody and have not taken part. Heads in conflict never join,
 * nor do those whose ballot is void (`spoke`): they have not taken part, and were not silent.
 */
export function countOwners(
  rules: OwnerRules,
  kind: MatterKind,
  heads: ReadonlyMap<string, Head>,
  ballots: readonly OwnerBallot[],
  record: SilenceRecord | null = null,
  spoke: ReadonlySet<string> = new Set(),
): OwnerResult {
  const tally = tallyOwners(heads, ballots);
  const strict = { tally, outcome: decide(rules, kind, tally) };
  if (!record) return { strict, silence: null, decides: 'strict', passes: strict.outcome.passes };
  const { choices, conflicts } = choicesOf(heads, ballots);
  const silent = [...heads]
    .filter(
      ([owner, { units }]) =>
        !choices.has(owner) &&
        !conflicts.includes(owner) &&
        !spoke.has(owner) &&
        units.every((unit) => record.served.has(unit)),
    )
    .map(([owner]) => owner)
    .sort();
  const majority = majorityOf(tally);
  const joined = majority ? silent : [];
  const followed = joinMajority(
    tally,
    joined.flatMap((owner) => heads.get(owner) ?? []),
    record.abstentions,
  );
  const faults = silenceFaults(record);
  const silence = { tally: followed, outcome: decide(rules, kind, followed), joined, faults };
  const decides = faults.length === 0 ? 'silence' : 'strict';
  const { outcome } = decides === 'silence' ? silence : strict;
  return { strict, silence, decides, passes: outcome.passes };
}

/** Whom more voted for by heads and by area; undefined when the two do not say the same. */
export function majorityOf({ agree, against }: Pick<OwnerTally, 'agree' | 'against'>) {
  if (agree.heads > against.heads && agree.area > against.area) return 'agree';
  if (against.heads > agree.heads && against.area > agree.area) return 'against';
  return undefined;
}

/** The tally when `silent` join the majority, and those who abstained with them if they follow; itself without one. */
export function joinMajority<Tally extends Pick<OwnerTally, 'part' | 'agree' | 'against' | 'abstain'>>(
  tally: Tally,
  silent: readonly Pick<Head, 'heads' | 'area'>[],
  abstentions: Abstentions,
): Tally {
  const majority = majorityOf(tally);
  if (!majority) return tally;
  const { part, agree, against, abstain } = tally;
  const joined = {
    ...tally,
    part: { ...part },
    agree: { ...agree },
    against: { ...against },
    abstain: { ...abstain },
  };
  for (const head of silent) {
    add(joined.part, head);
    add(joined[majority], head);
  }
  if (abstentions === 'follow') {
    add(joined[majority], abstain);
    joined.abstain = { heads: 0, area: 0 };
  }
  return joined;
}
