// Counting as the rules say it, one rule a test: what is in the base, what is void, who stands again.
import { describe, expect, test } from 'vitest';
import type { BallotGroup, Contest, Marks } from '../../schema/elections/contest.ts';
import { count } from '../../schema/elections/count.ts';
import { nextRounds } from '../../schema/elections/next-round.ts';
import type { Pack } from '../../schema/elections/pack.ts';
import { downward } from '../../schema/elections/packs/downward.ts';
import { equal } from '../../schema/elections/packs/equal.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { meeting } from '../../schema/elections/packs/meeting.ts';
import { plurality } from '../../schema/elections/packs/plurality.ts';
import { countRecall, recallAsked } from '../../schema/elections/recall.ts';
import { least, reaches } from '../../schema/elections/share.ts';

const candidates = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `候选人${id}` }));

const contest = (
  registered: number,
  issued: number,
  more: Partial<Contest> & { seats?: number } = {},
): Contest => {
  const { seats = 1, ...rest } = more;
  return { round: 'first', posts: [{ id: 'p', seats, candidates }], registered, issued, ...rest };
};

/** `n` ballots for the candidates named by their letters. */
const votes = (n: number, ids: string, more: Partial<Marks> = {}): BallotGroup => ({
  n,
  marks: { p: { for: [...ids], ...more } },
});

function first(pack: Pack, one: Contest, ballots: readonly BallotGroup[], merges = {}) {
  const result = count(pack, one, ballots, merges);
  const [post] = result.posts;
  if (!post) throw new Error('there is no post');
  return { result, post };
}

describe('a share is decided by whole numbers', () => {
  test('过半数 leaves the half out, 以上 takes the number in', () => {
    const half = { num: 1, den: 2, strict: true };
    expect([reaches(half, 15, 30), reaches(half, 16, 30), least(half, 30), least(half, 31)]).toEqual([
      false,
      true,
      16,
      16,
    ]);
    const third = { num: 1, den: 3, strict: false };
    expect([reaches(third, 9, 28), reaches(third, 10, 28), least(third, 28), least(third, 30)]).toEqual([
      false,
      true,
      10,
      10,
    ]);
    expect(least({ num: 0, den: 1, strict: true }, 99)).toBe(1);
  });

  test('and refuses what is not one', () => {
    expect(() => reaches({ num: 1, den: 2, strict: true }, 1.5, 2)).toThrow(RangeError);
    expect(() => reaches({ num: 1, den: 2, strict: true }, -1, 2)).toThrow(RangeError);
    expect(() => reaches({ num: 3, den: 4, strict: true }, 2 ** 52, 2 ** 52)).toThrow(RangeError);
    expect(() => count(majority, contest(10, 10), [votes(0.5, 'a')])).toThrow(RangeError);
  });
});

describe('the vote as a whole', () => {
  test('more ballots than were given out make it invalid', () => {
    const { result, post } = first(majority, contest(40, 30), [votes(31, 'a')]);
    expect([result.valid, result.faults, post.elected]).toEqual([false, ['overfull-box'], []]);
  });

  test('half of the roll is not more than half', () => {
    expect(count(majority, contest(60, 60), [votes(30, 'a')]).faults).toEqual(['turnout']);
    expect(count(majority, contest(59, 59), [votes(30, 'a')]).faults).toEqual([]);
  });

  test('a meeting counts who came, and its half is of them', () => {
    const box = [votes(15, 'a'), votes(14, 'b')];
    expect(count(meeting, contest(45, 29), box).faults).toEqual(['turnout']);
    const { result, post } = first(meeting, contest(45, 29, { present: 30 }), box);
    expect([result.valid, post.base, post.need, post.elected]).toEqual([true, 30, 16, []]);
  });

  test('more given out than electors is a fault', () => {
    expect(count(plurality, contest(10, 11), [votes(3, 'a')]).faults).toEqual(['over-issued']);
  });

  test('nobody came: nobody is elected', () => {
    const { post } = first(plurality, contest(10, 0), []);
    expect([post.elected, post.tied, post.vacant, post.need]).toEqual([[], [], 1, 1]);
  });
});

describe('void and blank', () => {
  test('a void ballot stays in the base', () => {
    const { result, post } = first(majority, contest(48, 32), [
      votes(15, 'a'),
      votes(12, 'b'),
      votes(1, ''),
      { n: 2, marks: {}, spoilt: true },
    ]);
    expect([post.base, post.need, post.elected, post.void, post.blank]).toEqual([30, 16, [], 2, 1]);
    expect([result.void, post.voidBy]).toEqual([2, { spoilt: 2 }]);
  });

  test('fewer than the seats is valid, more is void', () => {
    const { post } = first(majority, contest(100, 100, { seats: 2 }), [
      votes(40, 'a'),
      votes(30, 'ab'),
      votes(20, 'abc'),
    ]);
    expect([post.valid, post.voidBy, post.standings.map(({ votes: n }) => n)]).toEqual([
      70,
      { 'over-selected': 20 },
      [70, 30, 0, 0],
    ]);
  });

  test('a candidate ticked and written in is chosen once; a written candidate counts for them', () => {
    const { post } = first(majority, contest(30, 30), [
      votes(10, 'a', { written: ['候选人 a'] }),
      votes(10, '', { written: ['候选人ａ'] }),
      votes(1, 'a', { written: ['候选人b'] }),
    ]);
    expect([post.standings[0], post.voidBy]).toMatchObject([
      { person: 'a', votes: 20 },
      { 'over-selected': 1 },
    ]);
  });

  test('what has no place on the ballot makes it void, and never throws', () => {
    const strange: BallotGroup[] = [
      votes(1, 'z'),
      votes(1, 'a', { against: ['b'] }),
      { n: 1, marks: { q: { for: [] } } },
    ];
    expect(count(majority, contest(9, 9), strange).posts[0]?.voidBy).toEqual({ 'not-offered': 3 });
  });

  test('for and against one person: the line says nothing, or the ballot is void', () => {
    const box = [votes(6, 'a'), votes(3, 'a', { against: ['a'] })];
    const { post } = first(equal, contest(9, 9), box);
    expect(post.standings[0]).toMatchObject({ person: 'a', votes: 6, against: 0, abstain: 3 });
    const whole: Pack = { ...equal, unclear: { ...equal.unclear, voids: 'ballot' } };
    expect(count(whole, contest(9, 9), box).posts[0]?.voidBy).toEqual({ contradictory: 3 });
  });

  test('against and abstain are told apart', () => {
    const { post } = first(equal, contest(33, 33), [
      votes(16, 'a'),
      votes(12, '', { against: ['a'] }),
      votes(3, '', { written: ['王芳'] }),
      votes(2, ''),
    ]);
    expect(post.standings.slice(0, 2)).toMatchObject([
      { person: 'a', votes: 16, against: 12, abstain: 5 },
      { person: '=王芳', name: '王芳', candidate: false, votes: 3, abstain: 0 },
    ]);
    expect([post.blank, post.elected]).toEqual([2, []]);
  });

  test('names that people decided count as decided, or for nobody', () => {
    const box = [
      votes(5, '', { written: ['王芳'] }),
      votes(4, '', { written: ['王方'] }),
      votes(3, '', { written: ['不认识'] }),
    ];
    const { post } = first(plurality, contest(20, 20), box, { 王方: '=王芳', 不认识: null });
    expect(post.standings.slice(0, 1)).toMatchObject([{ person: '=王芳', votes: 9 }]);
    expect([post.blank, post.valid, post.elected]).toEqual([3, 12, ['=王芳']]);
  });
});

describe('who is elected', () => {
  test('three seats, 61 of 120 is in and 60 is out', () => {
    const box = [votes(59, 'abd'), votes(1, 'acd'), votes(20, 'ac'), votes(11, 'bc'), votes(29, 'c')];
    const { post } = first(majority, contest(200, 120, { seats: 3 }), box);
    expect(post.standings.map((one) => one.votes)).toEqual([80, 70, 61, 60]);
    expect([post.need, post.elected, post.second]).toEqual([61, ['a', 'b', 'c'], []]);
    const short = first(majority, contest(200, 120, { seats: 3 }), [...box.slice(0, 4), votes(29, '')]);
    expect([short.post.elected, short.post.second, short.post.secondSeats]).toEqual([
      ['a', 'b'],
      ['d', 'c'],
      1,
    ]);
  });

  test('a second round passes with a third, and its seat stays vacant below', () => {
    const pass = first(majority, contest(48, 30, { round: 'second' }), [
      votes(14, 'a'),
      votes(9, 'b'),
      votes(5, ''),
    ]);
    expect([pass.post.need, pass.post.elected]).toEqual([10, ['a']]);
    const fail = first(majority, contest(48, 30, { round: 'second' }), [
      votes(9, 'a'),
      votes(8, 'b'),
      votes(13, ''),
    ]);
    expect([fail.post.need, fail.post.elected, fail.post.vacant, fail.post.second]).toEqual([10, [], 1, []]);
    expect(fail.result.vacanciesAllowed).toBe(false);
    expect(
      count(majority, contest(48, 30, { round: 'second', filled: 3 }), [votes(30, '')]).vacanciesAllowed,
    ).toBe(true);
  });

  test('equal votes at the edge of the second round: nobody is left out by chance', () => {
    const { post } = first(majority, contest(40, 40), [votes(15, 'a'), votes(10, 'b'), votes(10, 'c')]);
    expect(post.second).toEqual(['a', 'b', 'c']);
  });

  test('a pack without a second round leaves the seat vacant, and has none to count', () => {
    expect(first(plurality, contest(9, 9), [votes(9, '')]).post).toMatchObject({ vacant: 1, second: [] });
    expect(() => count(plurality, contest(9, 9, { round: 'second' }), [])).toThrow(RangeError);
  });

  test('a tie on the last seat goes to a run-off among the tied, and the run-off settles it', () => {
    const one = contest(150, 100, { seats: 2 });
    const box = [votes(35, 'ab'), votes(35, 'ac'), votes(20, 'bc'), votes(10, '')];
    const { result, post } = first(majority, one, box);
    expect([post.elected, post.tied, post.tiedSeats, post.second]).toEqual([['a'], ['b', 'c'], 1, []]);
    const [runOff, ...more] = nextRounds(one, result);
    expect([runOff, more]).toMatchObject([
      { round: 'runOff', filled: 1, posts: [{ id: 'p', seats: 1, candidates: [{ id: 'b' }, { id: 'c' }] }] },
      [],
    ]);
    // Written names have no place in a run-off; the most votes win it.
    const vote: Contest = {
      registered: 150,
      issued: 100,
      round: 'runOff',
      posts: runOff?.posts ?? one.posts,
    };
    const again = first(majority, vote, [
      votes(30, 'c'),
      votes(20, 'b'),
      votes(50, '', { written: ['候选人a'] }),
    ]);
    expect([again.post.elected, again.post.standings.length]).toEqual([['c'], 2]);
    expect(first(majority, { ...one, settled: { p: ['c'] } }, box).post).toMatchObject({
      elected: ['a', 'c'],
      tied: [],
      vacant: 0,
    });
    expect(() => first(majority, { ...one, settled: { p: ['d'] } }, box)).toThrow(RangeError);
  });

  test('whoever was written in stands in the next round with an id of its own', () => {
    const { result } = first(majority, contest(40, 40), [
      votes(15, 'a'),
      votes(14, '', { written: ['王芳'] }),
      votes(11, ''),
    ]);
    expect(nextRounds(contest(40, 40), result)).toMatchObject([
      { round: 'second', posts: [{ seats: 1, candidates: [{ id: 'a' }, { id: 'w1', name: '王芳' }] }] },
    ]);
  });
});

test('one who was written in never takes the id of a candidate', () => {
  const one = contest(40, 40, { posts: [{ id: 'p', seats: 1, candidates: [{ id: 'w1', name: '李四' }] }] });
  const { result } = first(majority, one, [
    votes(15, '', { for: ['w1'] }),
    votes(14, '', { written: ['王芳'] }),
    votes(11, ''),
  ]);
  expect(nextRounds(one, result)[0]?.posts[0].candidates).toEqual([
    { id: 'w1', name: '李四' },
    { id: 'w2', name: '王芳' },
  ]);
});

describe('several posts on one ballot', () => {
  const posts: Contest['posts'] = [
    { id: 'chair', seats: 1, candidates },
    { id: 'member', seats: 2, candidates },
  ];
  const both = (n: number, chair: string, member: string): BallotGroup => ({
    n,
    marks: { chair: { for: [...chair] }, member: { for: [...member] } },
  });
  const one = (registered: number): Contest => ({ round: 'first', posts, registered, issued: registered });

  test('one person for two posts voids the ballot', () => {
    const result = count(majority, one(10), [both(7, 'a', 'bc'), both(3, 'a', 'ab')]);
    expect([result.void, result.posts.map(({ voidBy }) => voidBy['two-posts'])]).toEqual([3, [3, 3]]);
  });

  test('too many for one post: the whole ballot, or that line', () => {
    const box = [both(7, 'a', 'bc'), both(3, 'ab', 'c')];
    expect(count(majority, one(10), box).posts.map(({ valid }) => valid)).toEqual([7, 7]);
    expect(count(meeting, one(10), box).posts.map(({ valid }) => valid)).toEqual([7, 10]);
  });

  test('an illegible line leaves the other one', () => {
    const box: BallotGroup[] = [
      { n: 10, marks: { chair: { for: ['a'], unclear: true }, member: { for: ['b'] } } },
    ];
    expect(count(majority, one(10), box).posts.map(({ valid, void: n }) => [valid, n])).toEqual([
      [0, 10],
      [10, 0],
    ]);
  });

  test('votes count downwards where the pack says so; who is elected above is out below', () => {
    const box = [both(40, 'a', 'bc'), both(40, 'b', 'c'), both(20, 'b', 'ad')];
    const plain = count(majority, one(100), box).posts;
    expect(plain.map(({ elected }) => elected)).toEqual([['b'], ['c']]);
    const down = count(downward, one(100), box).posts;
    expect(down[1]?.standings.map(({ person, votes: n, own }) => [person, n, own])).toEqual([
      ['b', 100, 40],
      ['c', 80, 80],
      ['a', 60, 20],
      ['d', 20, 20],
    ]);
    expect(down.map(({ elected }) => elected)).toEqual([['b'], ['c', 'a']]);
  });

  test('a tie above waits: who loses it may still be elected below', () => {
    const free: Pack = { ...plurality, cascade: { ...plurality.cascade, down: true } };
    const box = [both(5, 'a', 'c'), both(5, 'b', 'd')];
    const waiting = count(free, one(10), box).posts;
    expect(waiting).toMatchObject([{ tied: ['a', 'b'] }, { waits: true, elected: [], vacant: 0 }]);
    const after = count(free, { ...one(10), settled: { chair: ['b'] } }, box).posts;
    expect(after).toMatchObject([
      { elected: ['b'], tied: [] },
      { waits: false, tied: ['a', 'c', 'd'], tiedSeats: 2 },
    ]);
  });
});

test('every statement of a notice has its figures and its rule', () => {
  const { result } = first(majority, contest(48, 32), [
    votes(15, 'a'),
    votes(12, 'b'),
    votes(1, ''),
    votes(2, 'ab'),
  ]);
  expect(
    result.statements.map(({ about, met, figures, sources }) => [about, met, figures, sources[0]?.article]),
  ).toEqual([
    ['box', true, { collected: 30, issued: 32 }, '第四十四条'],
    ['turnout', true, { came: 30, registered: 48, need: 25 }, '第十五条'],
    ['void', undefined, { 'over-selected': 2 }, '第四十四条'],
    ['need', undefined, { need: 16, base: 30 }, '第十五条'],
    ['elected', undefined, { elected: 0, seats: 1 }, '第十五条'],
    ['second', undefined, { candidates: 2, seats: 1 }, '第十五条'],
  ]);
});

test('a line that is void by itself is in the notice too', () => {
  const { result, post } = first(meeting, contest(9, 9), [votes(6, 'a'), votes(3, 'ab')]);
  expect([result.void, post.void, post.voidBy]).toEqual([0, 3, { 'over-selected': 3 }]);
  expect(result.statements.find(({ about }) => about === 'void')).toMatchObject({
    post: 'p',
    figures: { 'over-selected': 3 },
  });
});

describe('recall', () => {
  const rule = majority.recall;
  if (!rule) throw new Error('there is no recall');

  test('a fifth of the electors or a third of the delegates may ask', () => {
    expect([recallAsked(rule, 'electors', 20, 100), recallAsked(rule, 'electors', 19, 100)]).toEqual([
      true,
      false,
    ]);
    expect([recallAsked(rule, 'delegates', 10, 30), recallAsked(rule, 'delegates', 9, 30)]).toEqual([
      true,
      false,
    ]);
  });

  test('half of the roll must vote and half of the votes agree, void ones in the base', () => {
    const vote = { registered: 100, issued: 60, agree: 31, against: 20, abstain: 5, void: 4 };
    expect(countRecall(rule, vote)).toMatchObject({
      valid: true,
      collected: 60,
      base: 60,
      need: 31,
      recalled: true,
    });
    expect(countRecall(rule, { ...vote, agree: 30, void: 5 })).toMatchObject({
      valid: true,
      recalled: false,
    });
    expect(countRecall(rule, { ...vote, registered: 120 })).toMatchObject({
      turnout: false,
      recalled: false,
    });
    expect(countRecall(rule, { ...vote, issued: 59 })).toMatchObject({ overfullBox: true, recalled: false });
    expect(() => countRecall(rule, { ...vote, agree: -1 })).toThrow(RangeError);
  });
});
