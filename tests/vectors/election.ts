// Elections: a rule by its short name, ballots of one post; and counts that add downwards over several posts.
import type { BallotGroup, Contest, Post } from '../../schema/elections/contest.ts';
import { type Count, count } from '../../schema/elections/count.ts';
import type { Pack, Round } from '../../schema/elections/pack.ts';
import { downward } from '../../schema/elections/packs/downward.ts';
import { equal } from '../../schema/elections/packs/equal.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { meeting } from '../../schema/elections/packs/meeting.ts';
import { plurality } from '../../schema/elections/packs/plurality.ts';
import { mayHold } from '../../schema/elections/proxies.ts';
import { type Case, type Compared, differing, maybe, numberOf, recordOf, textOf, textsOf } from './case.ts';

/** `each`: the same rule where a ballot says for or against each candidate. */
const rules: Readonly<Record<string, { choose: Pack; each: Pack; round: Round }>> = {
  majority: { choose: majority, each: equal, round: 'first' },
  third: { choose: majority, each: equal, round: 'second' },
  meeting_2_3: { choose: meeting, each: eachOf(meeting), round: 'first' },
  plurality: { choose: plurality, each: eachOf(plurality), round: 'first' },
};

function eachOf(pack: Pack): Pack {
  return { ...pack, ballot: { ...pack.ballot, style: 'each' } };
}

interface Vote {
  n: number;
  sel: string[];
  oppose: string[];
}

function votesOf(one: Case): Vote[] {
  if (!Array.isArray(one.ballots)) throw new Error('ballots is not a list');
  return one.ballots.map((ballot) => {
    const group = recordOf({ id: one.id, ballot }, 'ballot');
    return {
      n: numberOf(group, 'n'),
      sel: textsOf(group, 'sel'),
      oppose: maybe(group, 'oppose', textsOf) ?? [],
    };
  });
}

function counted(one: Case): Count {
  const name = textOf(one, 'rule');
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (!rule) throw new Error(`rule ${name} is not known`);
  const votes = votesOf(one);
  const names = [...new Set(votes.flatMap(({ sel, oppose }) => [...sel, ...oppose]))];
  const post: Post = {
    id: 'post',
    seats: numberOf(one, 'seats'),
    candidates: names.map((id) => ({ id, name: id })),
  };
  const contest: Contest = {
    round: rule.round,
    posts: [post],
    registered: numberOf(one, 'R'),
    issued: numberOf(one, 'issued'),
  };
  const ballots = votes.map(
    ({ n, sel, oppose }): BallotGroup => ({ n, marks: { post: { for: sel, against: oppose } } }),
  );
  const pack = votes.some(({ oppose }) => oppose.length > 0) ? rule.each : rule.choose;
  return count(pack, contest, ballots);
}

export const election: Compared = {
  compare(one) {
    const expect = recordOf(one, 'expect');
    const result = counted(one);
    const [post] = result.posts;
    if (!post) throw new Error('there is no post');
    const got: Record<string, unknown> = {
      valid: result.valid,
      collected: result.collected,
      void: post.void,
      abstain: post.blank,
      need: post.need,
      votes: Object.fromEntries(
        post.standings.filter(({ votes }) => votes > 0).map(({ person, votes }) => [person, votes]),
      ),
      elected: post.elected,
      tie: post.tied,
      second_round: post.second,
      vacant: typeof expect.vacant === 'boolean' ? post.vacant > 0 : post.vacant,
    };
    // Of several faults a case names one.
    if ('reason' in expect) {
      const faults: readonly string[] = result.faults.map((fault) => fault.replace('-', '_'));
      got.reason = faults.find((fault) => fault === expect.reason) ?? faults[0];
    }
    return differing(expect, got);
  },
};

export const cascade: Compared = {
  compare(one) {
    const own = recordOf(one, 'X');
    const names = Object.keys(own).filter((key) => key !== 'id');
    const candidates = [{ id: 'x', name: 'X' }];
    const [first, ...rest] = names.map((id): Post => ({ id, seats: 1, candidates }));
    if (!first) throw new Error('X has no posts');
    const P = numberOf(one, 'P');
    const ballots = names.map(
      (post): BallotGroup => ({ n: numberOf(own, post), marks: { [post]: { for: ['x'] } } }),
    );
    const others = ballots.reduce((left, { n }) => left - n, P);
    const contest: Contest = { round: 'first', posts: [first, ...rest], registered: P, issued: P };
    const { posts } = count(downward, contest, [...ballots, { n: others, marks: {} }]);
    return differing(one, {
      totals: Object.fromEntries(posts.map(({ post, standings }) => [post, standings[0]?.votes])),
      elected_as: posts.find(({ elected }) => elected.length > 0)?.post ?? null,
    });
  },
};

export const proxy: Compared = {
  compare(one) {
    const { proxies } = majority;
    const refusal = mayHold(proxies && { ...proxies, limit: numberOf(one, 'limit') }, {
      held: numberOf(one, 'held'),
      add: numberOf(one, 'add'),
      candidate: one.holder_is_candidate === true,
    });
    return differing(one, { accept: refusal === undefined });
  },
};
