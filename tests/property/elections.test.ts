// The product's count equals a count written apart from it, for every kind of ballot and rule; and what must not matter
// does not: the order of ballots, how they are grouped, what candidates are called.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BallotGroup } from '../../schema/elections/contest.ts';
import { type Count, count } from '../../schema/elections/count.ts';
import { nextRounds } from '../../schema/elections/next-round.ts';
import { reaches } from '../../schema/elections/share.ts';
import { countAgain, type Election, type Seen } from './election-oracle.ts';
import { dice, electionOf } from './random-elections.ts';

const full = Boolean(process.env.FULL);
const elections = full ? 100_000 : 20_000;
const some = { numRuns: full ? 20_000 : 2_000 };
// Every number is another election; small ones are no simpler.
const seed = () => fc.noBias(fc.nat());

const countOf = ({ pack, contest, ballots, merges }: Election) => count(pack, contest, ballots, merges);

/** What the oracle says too, with lists of people as sets. */
function seen({ valid, faults, collected, void: voided, posts }: Count): Seen {
  return {
    valid,
    faults,
    collected,
    void: voided,
    posts: posts.map(({ seats: _, standings, elected, tied, second, ...figures }) => ({
      ...figures,
      polled: Object.fromEntries(
        standings.map(({ person, votes, own, against, abstain }) => [
          person,
          { votes, own, against, abstain },
        ]),
      ),
      elected: [...elected].sort(),
      tied: [...tied].sort(),
      second: [...second].sort(),
    })),
  };
}

const text = (value: unknown) => JSON.stringify(value, (_, one) => (isRecord(one) ? sorted(one) : one));
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const sorted = (value: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The same contest after the run-off of every tie, won by whoever the dice say. */
function settled(election: Election, result: Count, number: number): Election | undefined {
  const die = dice(number);
  const winners = result.posts
    .filter(({ tied }) => tied.length > 0)
    .map(({ post, tied, tiedSeats }) => [post, tied.slice(0, 1 + die(tiedSeats))] as const);
  if (winners.length === 0) return undefined;
  return { ...election, contest: { ...election.contest, settled: Object.fromEntries(winners) } };
}

test(`${elections} elections counted twice: no difference`, () => {
  const met = {
    valid: 0,
    tied: 0,
    second: 0,
    vacant: 0,
    waits: 0,
    settled: 0,
    void: 0,
    elected: 0,
    turnout: 0,
  };
  fc.assert(
    fc.property(seed(), (number) => {
      const election = electionOf(number);
      const result = countOf(election);
      expect(text(seen(result))).toBe(text(countAgain(election)));
      const after = settled(election, result, number);
      if (after) expect(text(seen(countOf(after)))).toBe(text(countAgain(after)));
      met.valid += Number(result.valid);
      met.turnout += Number(result.faults.includes('turnout'));
      met.settled += Number(after !== undefined);
      met.void += result.void;
      for (const post of result.posts) {
        met.tied += Number(post.tied.length > 0);
        met.second += Number(post.second.length > 0);
        met.vacant += Number(post.vacant > 0);
        met.waits += Number(post.waits);
        met.elected += post.elected.length;
      }
    }),
    { numRuns: elections },
  );
  // The draw reaches every branch, not only the plain elections.
  for (const [what, times] of Object.entries(met))
    expect([what, times > elections / 250]).toEqual([what, true]);
});

describe('what must not matter', () => {
  test('the order of the ballots and how they are grouped', () => {
    fc.assert(
      fc.property(seed(), (number) => {
        const election = electionOf(number);
        const die = dice(number + 1);
        const split: BallotGroup[] = election.ballots
          .flatMap((group) => {
            const part = die(group.n + 1);
            return [
              { ...group, n: part },
              { ...group, n: group.n - part },
            ];
          })
          .map((group) => ({ group, at: die(1000) }))
          .sort((a, b) => a.at - b.at)
          .map(({ group }) => group);
        expect(count(election.pack, election.contest, split, election.merges)).toEqual(countOf(election));
      }),
      some,
    );
  });

  test('what candidates are called', () => {
    const other = (id: string) =>
      id.startsWith('=') ? id : `${{ a: 'q', b: 'y', c: 'n', d: 'm', e: 'x', f: 'k' }[id] ?? id}1`;
    fc.assert(
      fc.property(seed(), (number) => {
        const election = electionOf(number);
        const [first, ...rest] = election.contest.posts.map((post) => ({
          ...post,
          candidates: post.candidates.map(({ id, name }) => ({ id: other(id), name })),
        }));
        if (!first) throw new Error('there is no post');
        const renamed = countOf({
          ...election,
          contest: { ...election.contest, posts: [first, ...rest] },
          ballots: election.ballots.map(({ marks, ...group }) => ({
            ...group,
            marks: Object.fromEntries(
              Object.entries(marks).map(([post, mark]) => [
                post,
                {
                  ...mark,
                  for: mark.for.map(other),
                  ...(mark.against && { against: mark.against.map(other) }),
                },
              ]),
            ),
          })),
          merges: Object.fromEntries(
            Object.entries(election.merges).map(([name, person]) => [name, person && other(person)]),
          ),
        });
        const plain = seen(countOf(election));
        const expected = plain.posts.map((post) => ({
          ...post,
          polled: Object.fromEntries(
            Object.entries(isRecord(post.polled) ? post.polled : {}).map(([id, figures]) => [
              other(id),
              figures,
            ]),
          ),
          ...Object.fromEntries(
            ['elected', 'tied', 'second'].map((list) => {
              const ids = post[list];
              return [list, Array.isArray(ids) ? ids.map(other).sort() : ids];
            }),
          ),
        }));
        expect(text(seen(renamed).posts)).toBe(text(expected));
        expect(renamed.faults).toEqual(plain.faults);
      }),
      some,
    );
  });
});

test('one more void ballot never lowers what is needed', () => {
  fc.assert(
    fc.property(seed(), (number) => {
      const election = electionOf(number);
      const { contest } = election;
      const before = countOf(election);
      const after = countOf({
        ...election,
        contest: { ...contest, issued: contest.issued + 1, registered: contest.registered + 1 },
        ballots: [...election.ballots, { n: 1, marks: {}, spoilt: true }],
      });
      expect(after.collected).toBe(before.collected + 1);
      after.posts.forEach((post, at) => {
        expect(post.need).toBeGreaterThanOrEqual(before.posts[at]?.need ?? 0);
        expect(post.valid).toBe(before.posts[at]?.valid);
      });
    }),
    some,
  );
});

test('one more vote for the one elected keeps them elected', () => {
  let times = 0;
  fc.assert(
    fc.property(seed(), (number) => {
      const election = electionOf(number);
      const { contest } = election;
      const [post, ...more] = countOf(election).posts;
      const [winner] = post?.elected ?? [];
      if (!post || more.length > 0 || !winner || winner.startsWith('=') || post.seats !== 1) return;
      const [stood] = contest.posts;
      if (!stood.candidates.some(({ id }) => id === winner)) return;
      times++;
      const after = countOf({
        ...election,
        contest: {
          ...contest,
          issued: contest.issued + 1,
          registered: contest.registered + 1,
          ...(contest.present !== undefined && { present: contest.present + 1 }),
        },
        ballots: [...election.ballots, { n: 1, marks: { [post.post]: { for: [winner] } } }],
      });
      expect(after.posts[0]?.elected).toEqual([winner]);
    }),
    { numRuns: some.numRuns },
  );
  expect(times).toBeGreaterThan(some.numRuns / 50);
});

test('the books balance: ballots, seats, and everybody elected has what is needed', () => {
  fc.assert(
    fc.property(seed(), (number) => {
      const election = electionOf(number);
      const { pack, contest } = election;
      const result = countOf(election);
      const rule = pack.rounds[contest.round];
      if (!rule) throw new Error('no such round');
      for (const post of result.posts) {
        expect(post.void + post.valid).toBe(result.collected);
        if (result.valid && !post.waits)
          expect(post.elected.length + post.tiedSeats + post.secondSeats + post.vacant).toBe(post.seats);
        for (const { person, votes, own, against } of post.standings) {
          expect(own + against).toBeLessThanOrEqual(post.valid);
          expect(reaches(rule.need, votes, post.base)).toBe(votes >= post.need);
          if (post.elected.includes(person) || post.tied.includes(person))
            expect(votes).toBeGreaterThanOrEqual(post.need);
        }
      }
      const all = result.posts.flatMap(({ elected }) => elected);
      expect(new Set(all).size).toBe(all.length);
      for (const { sources } of result.statements) expect(sources.length).toBeGreaterThan(0);
      for (const next of nextRounds(contest, result))
        for (const { seats, candidates } of next.posts) {
          expect(seats).toBeGreaterThan(0);
          expect(new Set(candidates.map(({ id }) => id)).size).toBe(candidates.length);
          if (next.round === 'runOff') expect(candidates.length).toBeGreaterThan(seats);
        }
    }),
    some,
  );
});
