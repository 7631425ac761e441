// Elections by a number: every rule pack, and packs with single rules turned; one post or several; ballots of all kinds.
import type { Contest, Marks, Post } from '../../schema/elections/contest.ts';
import type { Pack, Round } from '../../schema/elections/pack.ts';
import { packs } from '../../schema/elections/packs/registry.ts';
import { type Election, spellings } from './election-oracle.ts';

/** Whole numbers below n, always the same from one seed. */
export function dice(seed: number): (n: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

type Dice = (n: number) => number;

function pick<T>(die: Dice, list: readonly T[]): T {
  const [first, ...others] = list;
  if (first === undefined) throw new Error('there is nothing to pick from');
  return others[die(list.length) - 1] ?? first;
}

const people = [
  { id: 'a', name: '张 三' },
  { id: 'b', name: '李四' },
  { id: 'c', name: '王芳' },
  { id: 'd', name: '赵六' },
  // Two of one name: a written 赵六 names neither.
  { id: 'e', name: '赵 六' },
  { id: 'f', name: 'Anna' },
];
const written = Object.keys(spellings);

function turned(die: Dice, pack: Pack): Pack {
  const shares = [
    { num: 1, den: 2, strict: true },
    { num: 1, den: 3, strict: false },
    { num: 2, den: 3, strict: false },
    { num: 0, den: 1, strict: true },
  ] as const;
  const { first } = pack.rounds;
  return {
    ...pack,
    ballot: { ...pack.ballot, style: pick(die, ['choose', 'each']) },
    writeIns: { ...pack.writeIns, allowed: die(4) > 0 },
    overSelection: { ...pack.overSelection, voids: pick(die, ['ballot', 'line']) },
    unclear: { ...pack.unclear, voids: pick(die, ['ballot', 'line']) },
    twoPosts: { ...pack.twoPosts, voids: pick(die, ['ballot', 'nothing']) },
    cascade: { ...pack.cascade, down: die(2) === 0 },
    rounds: {
      ...pack.rounds,
      first: {
        turnout: die(3) === 0 ? null : first.turnout,
        need: {
          ...pick(die, shares),
          of: pick(die, ['registered', 'collected', 'present', 'valid']),
          sources: first.need.sources,
        },
      },
    },
  };
}

function someOf<T>(die: Dice, list: readonly T[], chance: number): T[] {
  return list.filter(() => die(100) < chance);
}

function marksOf(die: Dice, pack: Pack, post: Post): Marks {
  const ids = post.candidates.map(({ id }) => id);
  const marks: { -readonly [Key in keyof Marks]: Marks[Key] } = {
    for: someOf(die, ids, 12 + 70 / (ids.length + 1)),
  };
  if (die(40) === 0) marks.for = [...marks.for, pick(die, ['a', 'zz', ids[0] ?? 'a'])];
  if (pack.ballot.style === 'each' ? die(2) === 0 : die(30) === 0)
    marks.against = someOf(die, die(4) === 0 ? ids : ids.filter((id) => !marks.for.includes(id)), 40);
  if (die(4) === 0)
    marks.written = [
      written[die(written.length)] ?? '',
      ...(die(4) ? [] : [written[die(written.length)] ?? '']),
    ];
  if (die(25) === 0) marks.unclear = true;
  return marks;
}

export function electionOf(seed: number): Election {
  const die = dice(seed);
  const drawn = packs[die(packs.length)] ?? packs[0];
  if (!drawn) throw new Error('there is no pack');
  const pack = die(2) ? drawn : turned(die, drawn);
  const rounds: readonly Round[] = pack.rounds.second
    ? ['first', 'first', 'second', 'runOff']
    : ['first', 'runOff'];
  const posts = Array.from(
    { length: die(3) ? 1 : 2 + die(2) },
    (_, at): Post => ({
      id: `p${at}`,
      seats: die(12) ? 1 + die(3) : 0,
      candidates: someOf(die, people, 30 + die(50)),
    }),
  );
  const [first, ...rest] = posts;
  if (!first) throw new Error('there is no post');
  const ballots: Election['ballots'] = Array.from({ length: die(10) }, () => {
    const marks: Record<string, Marks> = {};
    for (const post of posts) if (die(12)) marks[post.id] = marksOf(die, pack, post);
    if (die(60) === 0) marks.elsewhere = { for: [] };
    return { n: die(3) ? die(9) : die(8) ? 5 : 40, marks, ...(die(25) === 0 && { spoilt: true }) };
  });
  const collected = ballots.reduce((all, { n }) => all + n, 0);
  const issued = Math.max(0, collected + die(6) - (die(12) ? 0 : 3));
  const registered = Math.max(0, die(20) ? issued + die(die(3) ? 6 : 2 * issued + 3) : issued - 1);
  const contest: Contest = {
    round: pick(die, rounds),
    posts: [first, ...rest],
    registered,
    issued,
    ...(die(4) === 0 && { present: collected + die(9) - 2 < 0 ? 0 : collected + die(9) }),
    ...(die(3) === 0 && { filled: die(4) }),
  };
  const merges: Election['merges'] = {};
  const known = posts.flatMap(({ candidates }) => candidates.map(({ id }) => id));
  if (die(3) === 0) merges.孙八 = pick(die, ['=孙七', null, known[0] ?? null]);
  if (die(6) === 0) merges.赵六 = pick(die, ['=赵六', null, known.includes('e') ? 'e' : '=赵六']);
  if (die(6) === 0) merges.Anna = null;
  return { pack, contest, ballots, merges };
}
