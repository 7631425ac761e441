// What is counted: a contest of one post or several on one ballot, and its ballots as they came out of the box.

export interface Candidate {
  id: string;
  name: string;
}

export interface Post {
  id: string;
  seats: number;
  /** one person keeps one id in every post of the contest */
  candidates: readonly Candidate[];
}

export interface Contest {
  round: 'first' | 'second' | 'runOff';
  /** the highest first */
  posts: readonly [Post, ...Post[]];
  /** R: electors on the frozen roll, persons or households */
  registered: number;
  /** I: ballots given out */
  issued: number;
  /** paper ballots in the box beyond those given out on paper, where check-in says how many that were */
  beyond?: number;
  /** people who signed the attendance sheet, where one was kept; whoever voted was present in any case */
  present?: number;
  /** seats filled in earlier rounds, for the rule when seats may stay vacant */
  filled?: number;
  /** by post: who won the run-off, once it was held */
  settled?: Readonly<Record<string, readonly Person[]>>;
}

/** What a ballot says of one post. A candidate on neither list is abstained, as an untouched line on paper is. */
export interface Marks {
  /** ids of candidates */
  for: readonly string[];
  against?: readonly string[];
  /** 另选他人: names as they were written */
  written?: readonly string[];
  /** the people who count found it illegible */
  unclear?: boolean;
}

/** `n` ballots that say the same. */
export interface BallotGroup {
  n: number;
  /** by post; a post that is missing was left blank */
  marks: Readonly<Record<string, Marks>>;
  /** the people who count found the whole ballot void, or it did not open */
  spoilt?: boolean;
  /** the people who count found more chosen than there are seats; whom, the sheet does not tell (count-sheet.ts) */
  overSelected?: boolean;
}

/**
 * Somebody who can have votes: a candidate's id, or `=` and the name of one who was written in. Ids of candidates never
 * begin with `=`.
 */
export type Person = string;

/**
 * What the people who count decided about written names, by the name as {@link readName} reads it: who is meant, or null
 * when it names nobody who can be elected. Decided and shown before the count, kept with its result.
 */
export type Merges = Readonly<Record<string, Person | null>>;
