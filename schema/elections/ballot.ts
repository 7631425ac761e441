// Reading one ballot: void or not and why, and whom it names for each post.
import type { BallotGroup, Contest, Marks, Merges, Person, Post } from './contest.ts';
import { readName, whomNames } from './names.ts';
import type { Pack } from './pack.ts';

/**
 * spoilt, unclear: people said so; not-offered: a mark that this ballot has no place for; over-selected 选多: more than
 * seats; two-posts: one person for two posts; contradictory: for and against one person.
 */
export const voidReasons = [
  'spoilt',
  'not-offered',
  'unclear',
  'contradictory',
  'over-selected',
  'two-posts',
] as const;
export type VoidReason = (typeof voidReasons)[number];

/** What counts of one ballot for one post. */
export interface Line {
  for: ReadonlySet<Person>;
  against: ReadonlySet<Person>;
}

export interface ReadBallot {
  /** why nothing of it counts */
  void?: VoidReason;
  /** by post, in the order of the contest; a reason where only this line is void */
  lines: readonly (Line | VoidReason)[];
}

const blank: Marks = { for: [] };

/** How a ballot of this contest is read; `merges` as {@link whomNames} takes them. */
export function ballotReader(
  pack: Pack,
  contest: Contest,
  merges: Merges = {},
): (ballot: BallotGroup) => ReadBallot {
  const whom = whomNames(contest, merges);
  const writing = pack.writeIns.allowed && contest.round !== 'runOff';
  const known = contest.posts.map(({ candidates }) => new Set(candidates.map(({ id }) => id)));
  const ids = new Set(contest.posts.map(({ id }) => id));

  function readLine(post: Post, index: number, marks: Marks): Line | VoidReason {
    const { against = [], written = [] } = marks;
    const offered = known[index] ?? new Set();
    if (![...marks.for, ...against].every((id) => offered.has(id))) return 'not-offered';
    if (against.length > 0 && pack.ballot.style !== 'each') return 'not-offered';
    if (marks.unclear) return 'unclear';
    const chosen = new Set(marks.for);
    const nobody = new Set<string>();
    for (const name of written.map(readName)) {
      if (name === '') continue;
      const person = writing ? whom(name) : null;
      if (typeof person === 'string') chosen.add(person);
      // Who chose one who can't be elected has chosen all the same.
      else if (person === null) nobody.add(name);
    }
    const opposed = new Set(against);
    const both = [...chosen].filter((person) => opposed.has(person));
    if (both.length > 0 && pack.unclear.voids === 'ballot') return 'contradictory';
    for (const person of both) {
      chosen.delete(person);
      opposed.delete(person);
    }
    if (chosen.size + nobody.size > post.seats) return 'over-selected';
    return { for: chosen, against: opposed };
  }

  /** Whether a void line takes the whole ballot with it. */
  const takesAll = (reason: VoidReason) =>
    reason === 'over-selected'
      ? pack.overSelection.voids === 'ballot'
      : reason === 'not-offered' || pack.unclear.voids === 'ballot';

  return ({ marks, spoilt, overSelected }) => {
    if (spoilt) return { void: 'spoilt', lines: [] };
    if (overSelected)
      return takesAll('over-selected')
        ? { void: 'over-selected', lines: [] }
        : { lines: contest.posts.map(() => 'over-selected' as const) };
    if (!Object.keys(marks).every((id) => ids.has(id))) return { void: 'not-offered', lines: [] };
    const lines = contest.posts.map((post, index) => readLine(post, index, marks[post.id] ?? blank));
    const worst = lines.find((line) => typeof line === 'string' && takesAll(line));
    if (typeof worst === 'string') return { void: worst, lines: [] };
    if (pack.twoPosts.voids === 'ballot') {
      const chosen = lines.flatMap((line) => (typeof line === 'string' ? [] : [...line.for]));
      if (new Set(chosen).size < chosen.length) return { void: 'two-posts', lines: [] };
    }
    return { lines };
  };
}
