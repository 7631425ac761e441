// An opened box as the count takes it: ballots that say the same, the contest as it was frozen, and the text of a result.
import { asCanonical, canonicalJson } from './canonical.ts';
import { decodeChoices } from './choices.ts';
import type { BallotGroup, Contest, Merges } from './contest.ts';
import { type Count, count } from './count.ts';
import type { Bytes } from './crypto.ts';
import type { Freeze } from './ledger.ts';
import type { Pack } from './pack.ts';

/** `n` ballots of this content; void where it is none that this product writes, or where the ballot did not open. */
export function groupOf(content: Bytes | undefined, n: number): BallotGroup {
  const choices = content && decodeChoices(content);
  return choices ? { n, marks: choices } : { n, marks: {}, spoilt: true };
}

/** @param issued ballots handed out, by whatever channel */
export function contestOf({ posts, round, roll }: Freeze, issued: number): Contest {
  const [first, ...rest] = posts;
  if (!first) throw new RangeError('a contest without a post');
  return { round, posts: [first, ...rest], registered: roll.entries, issued };
}

export interface CountedWith {
  /** what two people entered alike of paper ballots */
  paper: readonly BallotGroup[];
  merges: Merges;
}

/** The published result: the count and what went into it beside the box. Its SHA-256 stands in the ledger. */
export function resultOf(
  pack: Pack,
  contest: Contest,
  box: readonly BallotGroup[],
  { paper, merges }: CountedWith,
): string {
  return canonicalJson(asCanonical({ ...count(pack, contest, [...box, ...paper], merges), paper, merges }));
}

export type Result = Count & CountedWith;
