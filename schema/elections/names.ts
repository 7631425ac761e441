// Names that electors wrote 另选他人: how they are read, whom they count for, and which look like the same person.
import type { BallotGroup, Contest, Merges, Person } from './contest.ts';

/**
 * A written name in one spelling: full and half width (NFKC), spaces, invisible signs and the kinds of middle dots make
 * no difference. Nothing else is taken for the same: 张健 and 张建 stay two names until people say otherwise.
 */
export const readName = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[•‧∙⋅・·.]/g, '·')
    // What stood apart before may compose now.
    .normalize('NFKC');

/** One who is no candidate, by the name as it is read. */
export const writtenPerson = (name: string): Person => `=${name}`;
const isWritten = (person: Person) => person.startsWith('=');

/** The name of a person in this contest. */
export const nameOf = (contest: Contest, person: Person): string =>
  isWritten(person)
    ? person.slice(1)
    : (contest.posts.flatMap(({ candidates }) => candidates).find(({ id }) => id === person)?.name ?? person);

/** Ids of the candidates, of whatever post, whose name reads so. */
function candidatesNamed(contest: Contest): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const { id, name } of contest.posts.flatMap(({ candidates }) => candidates)) {
    const read = readName(name);
    named.set(read, (named.get(read) ?? new Set()).add(id));
  }
  return named;
}

/**
 * Whom a written name counts for: as people decided; else the one candidate of that name; else the name itself. Two
 * candidates of one name: nobody knows which, so the name stands for itself until people decide. Empty: undefined.
 * @throws RangeError for a decision about what is not a name as it is read, or in favour of somebody unknown or of a
 * name that was itself decided to be another
 */
export function whomNames(
  contest: Contest,
  merges: Merges = {},
): (written: string) => Person | null | undefined {
  const named = candidatesNamed(contest);
  const ids = new Set([...named.values()].flatMap((set) => [...set]));
  for (const [name, person] of Object.entries(merges)) {
    if (name === '' || readName(name) !== name) throw new RangeError(`${name} is not a name as it is read`);
    if (person === null || ids.has(person)) continue;
    const target = person.slice(1);
    const readable = isWritten(person) && target !== '' && readName(target) === target;
    if (!readable || (Object.hasOwn(merges, target) && merges[target] !== person))
      throw new RangeError(`${name} was decided in favour of somebody unknown`);
  }
  return (written) => {
    const name = readName(written);
    if (name === '') return undefined;
    const decided = Object.hasOwn(merges, name) ? merges[name] : undefined;
    if (decided !== undefined) return decided;
    const [only, ...more] = named.get(name) ?? [];
    return only !== undefined && more.length === 0 ? only : writtenPerson(name);
  };
}

export interface WrittenName {
  /** as it is read */
  name: string;
  /** each spelling and the ballots that have it, in the order of the spellings */
  spellings: { written: string; ballots: number }[];
  /** whom it counts for if nobody decides otherwise */
  person: Person;
  /** persons that may be meant too: candidates of the same name, or names that differ in one sign */
  perhaps: Person[];
}

/**
 * Every name that was written in, to be shown before it is counted: what is read as one, and what may be. The people who
 * count answer with {@link Merges}. Ballots that people found void are left out.
 */
export function writtenNames(contest: Contest, ballots: readonly BallotGroup[]): WrittenName[] {
  const found = new Map<string, Map<string, number>>();
  for (const { n, marks, spoilt } of ballots) {
    if (spoilt) continue;
    const written = new Set(Object.values(marks).flatMap((one) => one.written ?? []));
    for (const spelling of written) {
      const name = readName(spelling);
      if (name === '') continue;
      const spellings = found.get(name) ?? new Map<string, number>();
      found.set(name, spellings.set(spelling, (spellings.get(spelling) ?? 0) + n));
    }
  }
  const named = candidatesNamed(contest);
  const whom = whomNames(contest);
  const known = new Map(
    [...found.keys(), ...named.keys()].map((name) => [name, whom(name) ?? writtenPerson(name)]),
  );
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, spellings]) => {
      const person = known.get(name) ?? writtenPerson(name);
      const near = [...known].filter(([other]) => isNear(name, other)).map(([, one]) => one);
      const namesakes = isWritten(person) ? [...(named.get(name) ?? [])] : [];
      return {
        name,
        spellings: [...spellings]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([written, count]) => ({ written, ballots: count })),
        person,
        perhaps: [...new Set([...namesakes, ...near])].filter((one) => one !== person).sort(),
      };
    });
}

/** One sign other, missing or too many, in names of which at least two signs agree; or capitals only. */
function isNear(a: string, b: string): boolean {
  if (a === b) return false;
  if (a.toLowerCase() === b.toLowerCase()) return true;
  const [short, long] = [[...a], [...b]].sort((one, other) => one.length - other.length);
  if (!short || !long || long.length < 3 || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  return long.length - start - end <= 1;
}
