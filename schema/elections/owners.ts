// A vote of owners 业主表决: heads and area from the roll, who took part, and whether the matter passes. Named, not secret:
// an owner signs. Whole numbers only; area in hundredths of a square metre.
import type { Source } from './pack.ts';
import { least, reaches, type Share, wholeNumber } from './share.ts';

/** Of all heads or area on the roll (quorum), or of those that took part (the others). */
export interface OwnerRules {
  quorum: Share & { sources: readonly Source[] };
  ordinary: Share & { sources: readonly Source[] };
  special: Share & { sources: readonly Source[] };
  /** how heads and area are counted */
  heads: { sources: readonly Source[] };
  area: { sources: readonly Source[] };
}

export type MatterKind = 'ordinary' | 'special';

export interface OwnedUnit {
  id: string;
  /** one key for one owner of several units, one for all co-owners of a unit */
  owner: string;
  area: number;
  /** undelivered: sold, and still held by the developer */
  holding: 'sold' | 'unsold' | 'undelivered';
}

/** Heads or area. */
export interface Weight {
  heads: number;
  area: number;
}

export interface Head extends Weight {
  units: readonly string[];
}

/**
 * The heads of a roll. All units of one owner are one head, co-owners are one, and whatever the developer has not sold or
 * not delivered is one, with what the developer (`developer`: its key) owns like anybody else.
 * @throws RangeError for a unit that is there twice or an area that is no whole number
 */
export function headsOf(units: readonly OwnedUnit[], developer: string): Map<string, Head> {
  const heads = new Map<string, { heads: 1; area: number; units: string[] }>();
  const seen = new Set<string>();
  for (const { id, owner, area, holding } of units) {
    if (seen.has(id)) throw new RangeError(`unit ${id} is there twice`);
    seen.add(id);
    const key = holding === 'sold' ? owner : developer;
    const head = heads.get(key) ?? { heads: 1, area: 0, units: [] };
    head.area = wholeNumber(head.area + wholeNumber(area, `area of ${id}`), 'area');
    head.units.push(id);
    heads.set(key, head);
  }
  return heads;
}

export type OwnerChoice = 'agree' | 'against' | 'abstain';

export interface OwnerBallot {
  /** key of the head */
  owner: string;
  choice: OwnerChoice;
}

export interface OwnerTally {
  all: Weight;
  part: Weight;
  agree: Weight;
  against: Weight;
  abstain: Weight;
  /** heads that said two different things: they count for nothing until people settle it */
  conflicts: string[];
  /** ballots of those who are not on the roll */
  strangers: string[];
}

const none = (): Weight => ({ heads: 0, area: 0 });

export function add(to: Weight, { heads, area }: Weight): void {
  to.heads += heads;
  to.area += area;
}

/** What each head said, once: a second ballot that says the same adds nothing. */
export function choicesOf(heads: ReadonlyMap<string, Head>, ballots: readonly OwnerBallot[]) {
  const said = new Map<string, Set<OwnerChoice>>();
  for (const { owner, choice } of ballots) said.set(owner, (said.get(owner) ?? new Set()).add(choice));
  const choices = new Map<string, OwnerChoice>();
  const conflicts: string[] = [];
  const strangers: string[] = [];
  for (const [owner, [choice, ...others]] of said) {
    if (!heads.has(owner)) strangers.push(owner);
    else if (others.length > 0 || choice === undefined) conflicts.push(owner);
    else choices.set(owner, choice);
  }
  return { choices, conflicts: conflicts.sort(), strangers: strangers.sort() };
}

export function tallyOwners(heads: ReadonlyMap<string, Head>, ballots: readonly OwnerBallot[]): OwnerTally {
  const { choices, ...problems } = choicesOf(heads, ballots);
  const tally = { all: none(), part: none(), agree: none(), against: none(), abstain: none(), ...problems };
  for (const [owner, head] of heads) {
    add(tally.all, head);
    const choice = choices.get(owner);
    if (choice === undefined) continue;
    add(tally.part, head);
    add(tally[choice], head);
  }
  wholeNumber(tally.all.area, 'area of the roll');
  return tally;
}

export interface OwnerOutcome {
  quorum: boolean;
  /** the quorum is met, and enough of those who took part agree */
  passes: boolean;
  /** the least that meets the quorum, and that passes given who took part */
  quorumNeed: Weight;
  need: Weight;
}

/** Both tests by heads and by area: one alone is not enough. */
export function decide(
  rules: OwnerRules,
  kind: MatterKind,
  { all, part, agree }: Pick<OwnerTally, 'all' | 'part' | 'agree'>,
): OwnerOutcome {
  for (const [name, { heads, area }] of Object.entries({ all, part, agree })) {
    wholeNumber(heads, `heads: ${name}`);
    wholeNumber(area, `area: ${name}`);
  }
  const both = (share: Share, some: Weight, whole: Weight) =>
    reaches(share, some.heads, whole.heads) && reaches(share, some.area, whole.area);
  const leastOf = (share: Share, whole: Weight): Weight => ({
    heads: least(share, whole.heads),
    area: least(share, whole.area),
  });
  // Nobody on the roll is no quorum of it.
  const quorum = all.heads > 0 && both(rules.quorum, part, all);
  return {
    quorum,
    passes: quorum && both(rules[kind], agree, part),
    quorumNeed: leastOf(rules.quorum, all),
    need: leastOf(rules[kind], part),
  };
}
