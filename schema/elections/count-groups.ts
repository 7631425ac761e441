// From the sums of a count sheet to groups of equal ballots, which the count takes. Many boxes have the same sums; the count
// gives the same figures for each of them, because it asks of a ballot of one post only whom it is for and against, whether
// it is blank and why it is void (tests/property/count-sheets.test.ts draws boxes to see that).
import { canonicalJson } from './canonical.ts';
import type { BallotGroup, Contest, Marks, Merges } from './contest.ts';
import { type CountSheet, spokenBallots } from './count-sheet.ts';
import { whomNames, writtenPerson } from './names.ts';

/** Sums of one person: a candidate, a name, or a name that people found to mean nobody. */
interface Sums {
  id?: string;
  name?: string;
  for: number;
  against: number;
}

/**
 * Sums by person once names are decided: votes for a candidate and votes that wrote the candidate's name are one sum.
 * Decided names that together have more votes than there are ballots cannot all be one person: `overlap` names the sum.
 */
export function personSums(
  sheet: CountSheet,
  contest: Contest,
  merges: Merges = {},
): { sums: Sums[]; overlap: string | null } {
  const whom = whomNames(contest, merges);
  const sums = new Map<string, Sums>();
  const of = (key: string, who: Omit<Sums, 'for' | 'against'>): Sums => {
    const found = sums.get(key) ?? { ...who, for: 0, against: 0 };
    sums.set(key, found);
    return found;
  };
  for (const { candidate, for: n, against } of sheet.votes) {
    const sum = of(candidate, { id: candidate });
    sum.for += n;
    sum.against += against;
  }
  const ids = new Set(contest.posts.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  for (const { name, for: n } of sheet.written) {
    const person = whom(name) ?? null;
    if (person !== null && ids.has(person)) of(person, { id: person }).for += n;
    // Several spellings of one who is no candidate stand under one of them; what means nobody stays by itself.
    else of(person ?? `${writtenPerson(name)} nobody`, { name: person?.slice(1) ?? name }).for += n;
  }
  const spoken = spokenBallots(sheet);
  const over = [...sums.values()].find((sum) => sum.for + sum.against > spoken);
  return {
    sums: [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum),
    overlap: over ? (over.name ?? over.id ?? '') : null,
  };
}

/**
 * Ballots with the sums of a sheet that has no faults (count-sheet.ts). Votes are dealt out in turn, so that nobody is
 * twice on a ballot and no ballot has more than its share; then what is against, first where nothing stands yet.
 * @throws RangeError when decided names overlap
 */
export function sheetGroups(sheet: CountSheet, contest: Contest, merges: Merges = {}): BallotGroup[] {
  const { sums, overlap } = personSums(sheet, contest, merges);
  if (overlap !== null) throw new RangeError(`${overlap} has more votes than there are ballots`);
  const post = contest.posts[0].id;
  const spoken = spokenBallots(sheet);
  const ballots = Array.from({ length: spoken }, () => ({
    for: [] as string[],
    against: [] as string[],
    written: [] as string[],
  }));
  let turn = 0;
  for (const sum of sums)
    for (let n = 0; n < sum.for; n++) {
      const ballot = ballots[turn];
      if (sum.id !== undefined) ballot?.for.push(sum.id);
      else if (sum.name !== undefined) ballot?.written.push(sum.name);
      turn = (turn + 1) % spoken;
    }
  const isEmpty = (one: { for: string[]; against: string[]; written: string[] }) =>
    one.for.length + one.against.length + one.written.length === 0;
  for (const { id, against } of sums) {
    if (id === undefined || against === 0) continue;
    const free = ballots.filter((ballot) => !ballot.for.includes(id));
    const emptyFirst = [...free.filter(isEmpty), ...free.filter((ballot) => !isEmpty(ballot))];
    for (const ballot of emptyFirst.slice(0, against)) ballot.against.push(id);
  }
  const { blank, over, spoilt } = sheet;
  return sameTogether([
    ...ballots.map((marks) => ({ n: 1, marks: { [post]: marksOf(marks) } })),
    { n: blank, marks: {} },
    { n: over, marks: {}, overSelected: true },
    { n: spoilt, marks: {}, spoilt: true },
  ]);
}

function marksOf(ballot: { for: string[]; against: string[]; written: string[] }): Marks {
  const { against, written } = ballot;
  return {
    for: ballot.for.sort(),
    ...(against.length > 0 && { against: against.sort() }),
    ...(written.length > 0 && { written: written.sort() }),
  };
}

/** Equal ballots as one group, in an order of their own: from whichever sheets in whichever order they came. */
export function sameTogether(groups: readonly BallotGroup[]): BallotGroup[] {
  const same = new Map<string, BallotGroup>();
  for (const { n, ...what } of groups) {
    if (n === 0) continue;
    const key = canonicalJson(asData(what));
    same.set(key, { ...what, n: n + (same.get(key)?.n ?? 0) });
  }
  return [...same].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

const asData = ({ marks, spoilt, overSelected }: Omit<BallotGroup, 'n'>) => ({
  marks: Object.fromEntries(
    Object.entries(marks).map(([post, { for: chosen, against = [], written = [], unclear }]) => [
      post,
      { for: chosen, against, written, unclear: unclear ?? false },
    ]),
  ),
  spoilt: spoilt ?? false,
  over: overSelected ?? false,
});
