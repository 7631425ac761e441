// An opened box as the count takes it: ballots that say the same, the contest as it was frozen, and the text of a result.
import { asCanonical, canonicalJson } from './canonical.ts';
import { decodeChoices } from './choices.ts';
import type { BallotGroup, Contest, Merges } from './contest.ts';
import { type Count, count } from './count.ts';
import type { Bytes } from './crypto.ts';
import type { Freeze } from './ledger.ts';
import type { Pack } from './pack.ts';
import { togetherOnly } from './publication.ts';

/** `n` ballots of this content; void where it is none that this product writes, or where the ballot did not open. */
export function groupOf(content: Bytes | undefined, n: number): BallotGroup {
  const choices = content && decodeChoices(content);
  return choices ? { n, marks: choices } : { n, marks: {}, spoilt: true };
}

/** Ballots handed out: by phone, and on paper. */
export interface Given {
  token: number;
  paper: number;
}

/** @param paper groups of ballots that came out of the box on paper: no phone that took a ballot makes room for one */
export function contestOf(
  { posts, round, roll, filled }: Freeze,
  given: Given,
  paper: readonly { readonly n: number }[],
): Contest {
  const [first, ...rest] = posts;
  if (!first) throw new RangeError('a contest without a post');
  return {
    round,
    posts: [first, ...rest],
    registered: roll.entries,
    issued: given.token + given.paper,
    beyond: Math.max(0, paper.reduce((sum, { n }) => sum + n, 0) - given.paper),
    filled,
  };
}

export interface CountedWith {
  /** what two people entered alike of paper ballots */
  paper: readonly BallotGroup[];
  merges: Merges;
  /** batches that two people had entered and two took out again, where there are any, and the ballots in them */
  leftOut?: { batches: number; ballots: number };
}

const ballotsIn = (groups: readonly BallotGroup[]): number => groups.reduce((all, { n }) => all + n, 0);

/**
 * The published result: the count and what went into it beside the box. Its SHA-256 stands in the ledger; it is the hash of
 * what anybody reads, since few ballots that were left out of the text could be guessed from a hash of them.
 */
export function resultOf(
  pack: Pack,
  contest: Contest,
  box: readonly BallotGroup[],
  { paper, merges, leftOut }: CountedWith,
): string {
  const counted = count(pack, contest, [...box, ...paper], merges);
  const told = togetherOnly(ballotsIn(box), ballotsIn(paper)) ? null : paper;
  return canonicalJson(asCanonical({ ...counted, paper: told, merges, ...(leftOut && { leftOut }) }));
}

/** `paper` is null where it is told only together with the phones' ballots (publication.ts). */
export type Result = Count & Omit<CountedWith, 'paper'> & { paper: readonly BallotGroup[] | null };
