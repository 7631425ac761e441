// Counting a contest by its rule pack: whole numbers only, the same from any order of the ballots, and with every
// statement the rule that it rests on.
import { ballotReader, type ReadBallot, type VoidReason } from './ballot.ts';
import type { BallotGroup, Contest, Merges, Person, Post } from './contest.ts';
import { nameOf } from './names.ts';
import { type Pack, type RoundRule, roundRule } from './pack.ts';
import { least, reaches, wholeNumber } from './share.ts';
import { type Statement, statementsOf } from './statements.ts';
import { byVotes, leading, type Winners, winners } from './winners.ts';

/** turnout: too few took part; overfull-box: more ballots than were given out; over-issued: more given out than electors */
export type Fault = 'turnout' | 'overfull-box' | 'over-issued';

export interface Standing {
  person: Person;
  name: string;
  candidate: boolean;
  /** votes that count for this post; where they count downwards, those for higher posts too */
  votes: number;
  /** of them, those for this post itself */
  own: number;
  against: number;
  /** ballots, valid for this post, that say neither; only where each candidate is voted by itself */
  abstain: number;
}

export interface PostResult {
  post: string;
  seats: number;
  /** ballots of which nothing counts for this post */
  void: number;
  /** why, be it the whole ballot or only this line */
  voidBy: Partial<Record<VoidReason, number>>;
  valid: number;
  /** of the valid, those that choose nobody and oppose nobody */
  blank: number;
  /** what `need` is a share of: void ballots are in it */
  base: number;
  /** votes needed to be elected */
  need: number;
  /** the most votes first */
  standings: Standing[];
  elected: Person[];
  /** equal votes for the last seats: these stand again, for so many seats */
  tied: Person[];
  tiedSeats: number;
  /** who stands in the second round for the seats that nobody reached */
  second: Person[];
  secondSeats: number;
  /** seats without anybody, and without another round for them */
  vacant: number;
  /** a tie for a higher post comes first: who loses it may still be elected here */
  waits: boolean;
}

export interface Count {
  valid: boolean;
  faults: Fault[];
  registered: number;
  issued: number;
  present: number;
  /** C: ballots taken out of the box */
  collected: number;
  /** of them, those that are void as a whole */
  void: number;
  posts: PostResult[];
  /** whether seats that are vacant now may stay so */
  vacanciesAllowed: boolean;
  statements: Statement[];
}

/**
 * The count of one round. `merges`: what people decided about written names. An invalid vote elects nobody and is held
 * again.
 * @throws RangeError for figures that are no whole numbers, or a round that the pack does not have
 */
export function count(
  pack: Pack,
  contest: Contest,
  ballots: readonly BallotGroup[],
  merges: Merges = {},
): Count {
  const rule = roundRule(pack, contest.round);
  checkFigures(contest, ballots);
  const read = ballotReader(pack, contest, merges);
  const groups = ballots.filter(({ n }) => n > 0).map((ballot) => ({ n: ballot.n, ballot: read(ballot) }));
  const collected = total(groups);
  const { registered, issued } = contest;
  const present = Math.max(contest.present ?? 0, collected);
  const { turnout } = rule;
  const came = turnout?.counted === 'present' ? present : collected;
  const faults: Fault[] = [
    ...(turnout && !reaches(turnout, came, registered) ? (['turnout'] as const) : []),
    ...(collected > issued || (contest.beyond ?? 0) > 0 ? (['overfull-box'] as const) : []),
    ...(issued > registered ? (['over-issued'] as const) : []),
  ];
  const posts = countPosts(pack, contest, rule, { groups, collected, present, stands: faults.length === 0 });
  const electedNow = posts.reduce((all, { elected }) => all + elected.length, 0);
  const { least: enough } = pack.vacancies;
  const result = {
    valid: faults.length === 0,
    faults,
    registered,
    issued,
    present,
    collected,
    void: total(groups.filter(({ ballot }) => ballot.void !== undefined)),
    posts,
    vacanciesAllowed: enough === null || (contest.filled ?? 0) + electedNow >= enough,
  };
  return { ...result, statements: statementsOf(pack, rule, result) };
}

interface Read {
  n: number;
  ballot: ReadBallot;
}

interface Box {
  groups: readonly Read[];
  collected: number;
  present: number;
  /** the vote is valid */
  stands: boolean;
}

const total = (groups: readonly Read[]) => groups.reduce((all, { n }) => wholeNumber(all + n, 'ballots'), 0);

function checkFigures(contest: Contest, ballots: readonly BallotGroup[]): void {
  wholeNumber(contest.registered, 'registered');
  wholeNumber(contest.issued, 'issued');
  wholeNumber(contest.present ?? 0, 'present');
  wholeNumber(contest.filled ?? 0, 'filled');
  for (const { id, seats, candidates } of contest.posts) {
    wholeNumber(seats, `seats of ${id}`);
    if (candidates.some((one) => one.id.startsWith('='))) throw new RangeError(`${id}: an id begins with =`);
  }
  for (const { n } of ballots) wholeNumber(n, 'ballots that say the same');
}

function countPosts(pack: Pack, contest: Contest, rule: RoundRule, box: Box): PostResult[] {
  const elected = new Set<Person>();
  /** whose place is open until a run-off for a higher post */
  const pending = new Set<Person>();
  const counted = contest.posts.map((post, index) => {
    const polled = poll(pack, contest, post, index, box.groups);
    const base = { registered: contest.registered, valid: polled.valid, ...box }[rule.need.of];
    const able = polled.standings.filter(
      ({ person, votes }) => !elected.has(person) && reaches(rule.need, votes, base),
    );
    const waits = box.stands && able.some(({ person }) => pending.has(person));
    const decides = box.stands && !waits;
    const won = decides
      ? settle(winners(able, post.seats), contest.settled?.[post.id])
      : { elected: [], tied: [], tiedSeats: 0 };
    for (const person of won.elected) elected.add(person);
    for (const person of waits ? able.map((one) => one.person) : won.tied) pending.add(person);
    const open = decides ? post.seats - won.elected.length - won.tiedSeats : 0;
    return { post, polled, base, won, open, waits };
  });
  return counted.map(({ post, polled, base, won, open, waits }) => {
    const again = contest.round === 'first' && open > 0 ? pack.rounds.second : null;
    // Whoever is elected for any post, or may yet be, does not stand again.
    const losers = polled.standings.filter(({ person }) => !elected.has(person) && !pending.has(person));
    return {
      post: post.id,
      seats: post.seats,
      ...polled,
      base,
      need: least(rule.need, base),
      ...won,
      second: again ? leading(losers, open + again.surplus) : [],
      secondSeats: again ? open : 0,
      vacant: again ? 0 : open,
      waits,
    };
  });
}

/** @throws RangeError for one who was not in the run-off, or more than it had seats */
function settle(won: Winners, settled: readonly Person[] = []): Winners {
  if (settled.length > won.tiedSeats || !settled.every((person) => won.tied.includes(person)))
    throw new RangeError('the run-off was held between others');
  const tiedSeats = won.tiedSeats - settled.length;
  return {
    elected: [...won.elected, ...settled],
    tied: tiedSeats > 0 ? won.tied.filter((person) => !settled.includes(person)) : [],
    tiedSeats,
  };
}

/** Votes for one post: everybody on its ballot or named on it, the most votes first. */
function poll(pack: Pack, contest: Contest, post: Post, index: number, groups: readonly Read[]) {
  const above = pack.cascade.down ? contest.posts.slice(0, index).map((_, at) => at) : [];
  const tally = new Map<Person, { votes: number; own: number; against: number }>();
  const of = (person: Person) => {
    const found = tally.get(person) ?? { votes: 0, own: 0, against: 0 };
    tally.set(person, found);
    return found;
  };
  for (const { id } of post.candidates) of(id);
  const voidBy: Partial<Record<VoidReason, number>> = {};
  let valid = 0;
  let blank = 0;
  for (const { n, ballot } of groups) {
    // A ballot that names somebody for two posts is one vote all the same.
    const named = new Set<Person>();
    const line = ballot.void ?? ballot.lines[index];
    if (typeof line === 'string') voidBy[line] = (voidBy[line] ?? 0) + n;
    else if (line) {
      valid += n;
      if (line.for.size + line.against.size === 0) blank += n;
      for (const person of line.for) {
        named.add(person);
        of(person).own += n;
      }
      for (const person of line.against) of(person).against += n;
    }
    for (const at of above) {
      const higher = ballot.lines[at];
      if (typeof higher === 'object') for (const person of higher.for) named.add(person);
    }
    for (const person of named) of(person).votes += n;
  }
  const candidates = new Set(post.candidates.map(({ id }) => id));
  const each = pack.ballot.style === 'each';
  const standings = [...tally]
    .map(([person, { votes, own, against }]): Standing => {
      const candidate = candidates.has(person);
      const abstain = each && candidate ? valid - own - against : 0;
      return { person, name: nameOf(contest, person), candidate, votes, own, against, abstain };
    })
    .sort(byVotes);
  return { valid, void: total(groups) - valid, voidBy, blank, standings };
}
