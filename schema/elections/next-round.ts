// What is voted next: the run-off of a tie first, then the second round for seats that nobody reached.
import type { Contest, Person, Post } from './contest.ts';
import type { Count, PostResult } from './count.ts';
import { nameOf } from './names.ts';

export type NextRound = Pick<Contest, 'round' | 'posts' | 'filled'>;

/**
 * The run-off and the second round that a count calls for, each with its posts, candidates and seats; none when the vote
 * is finished or invalid. Whoever was written in stands as a candidate with an id of its own (`w1` …).
 */
export function nextRounds(contest: Contest, count: Count): NextRound[] {
  const filled = count.posts.reduce((all, { elected }) => all + elected.length, contest.filled ?? 0);
  const candidates = candidatesAgain(contest, count);
  const round = (
    kind: NextRound['round'],
    who: (post: PostResult) => { persons: readonly Person[]; seats: number },
  ): NextRound[] => {
    const posts = count.posts.flatMap((result): Post[] => {
      const { persons, seats } = who(result);
      return seats > 0 ? [{ id: result.post, seats, candidates: candidates(persons) }] : [];
    });
    const [first, ...rest] = posts;
    return first ? [{ round: kind, posts: [first, ...rest], filled }] : [];
  };
  return [
    ...round('runOff', ({ tied, tiedSeats }) => ({ persons: tied, seats: tiedSeats })),
    ...round('second', ({ second, secondSeats }) => ({ persons: second, seats: secondSeats })),
  ];
}

function candidatesAgain(contest: Contest, { posts }: Count) {
  const taken = new Set(contest.posts.flatMap((post) => post.candidates.map(({ id }) => id)));
  const given = new Map<Person, string>();
  let next = 1;
  const idOf = (person: Person): string => {
    if (taken.has(person)) return person;
    const known = given.get(person);
    if (known !== undefined) return known;
    while (taken.has(`w${next}`)) next++;
    const id = `w${next++}`;
    given.set(person, id);
    return id;
  };
  // One order for both rounds, so that a person keeps one id in them.
  for (const { tied, second } of posts) for (const person of [...tied, ...second]) idOf(person);
  return (persons: readonly Person[]) =>
    persons.map((person) => ({ id: idOf(person), name: nameOf(contest, person) }));
}
