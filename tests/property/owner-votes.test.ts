// Owners' votes counted twice, by the product and by an oracle written apart from it; and what must not matter.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headsOf, type OwnedUnit, type OwnerTally } from '../../schema/elections/owners.ts';
import { ownerRules } from '../../schema/elections/packs/owners.ts';
import { countOwners } from '../../schema/elections/silence.ts';
import { type OwnerVote, ownersAgain } from './owner-oracle.ts';
import { dice } from './random-elections.ts';

const full = Boolean(process.env.FULL);
const votes = full ? 100_000 : 50_000;
const seed = () => fc.noBias(fc.nat());

function voteOf(number: number): OwnerVote {
  const die = dice(number);
  const owners = Array.from({ length: 1 + die(12) }, (_, at) => `o${at}`);
  const owner = () => owners[die(owners.length)] ?? 'o0';
  const developer = die(3) ? 'dev' : 'o0';
  // Equal areas now and then: then heads and area meet their thresholds exactly, and together.
  const even = die(3) === 0;
  const units: OwnedUnit[] = Array.from({ length: die(16) }, (_, at) => ({
    id: `u${at}`,
    owner: even ? (owners[at % owners.length] ?? 'o0') : owner(),
    area: even ? 9000 : die(20) ? 3000 + die(15_000) : 0,
    holding: die(6) ? 'sold' : die(2) ? 'unsold' : 'undelivered',
  }));
  const leaning = die(3);
  const ballots: OwnerVote['ballots'] = [...owners, 'dev'].flatMap((one) =>
    die(4)
      ? [
          {
            owner: one,
            choice:
              leaning && die(5) ? 'agree' : ((['agree', 'against', 'abstain'] as const)[die(3)] ?? 'agree'),
          },
        ]
      : [],
  );
  if (die(5) === 0) ballots.push({ owner: owner(), choice: die(2) ? 'agree' : 'against' });
  if (die(9) === 0) ballots.push({ owner: 'nobody', choice: 'agree' });
  const record: OwnerVote['record'] = die(2)
    ? null
    : {
        article: die(8) ? '管理规约第二十条' : ' ',
        warning: die(8) ? '不投票的，视为同意多数人的意见' : '',
        abstentions: die(2) ? 'stand' : 'follow',
        served: new Set(units.filter(() => die(3)).map(({ id }) => id)),
      };
  return { units, developer, ballots, kind: die(2) ? 'ordinary' : 'special', record };
}

const counted = ({ units, developer, ballots, kind, record }: OwnerVote) =>
  countOwners(ownerRules, kind, headsOf(units, developer), ballots, record);

/** The product's result with the figures that the oracle has. */
function seen(vote: OwnerVote) {
  const { strict, silence, passes } = counted(vote);
  const sums = ({ all, part, agree, against, abstain }: OwnerTally) => ({
    all,
    part,
    agree,
    against,
    abstain,
  });
  const verdict = ({ quorum, passes: passed }: { quorum: boolean; passes: boolean }) => ({
    quorum,
    passes: passed,
  });
  return {
    strict: { ...sums(strict.tally), ...verdict(strict.outcome) },
    conflicts: strict.tally.conflicts,
    silence: silence && { ...sums(silence.tally), ...verdict(silence.outcome), joined: silence.joined },
    passes,
  };
}

const text = (value: unknown) =>
  JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? Number(one) : one));

test(`${votes} votes counted twice: no difference`, () => {
  const met = { quorum: 0, noQuorum: 0, passes: 0, joined: 0, moved: 0, conflicts: 0 };
  fc.assert(
    fc.property(seed(), (number) => {
      const vote = voteOf(number);
      const result = seen(vote);
      expect(text(result)).toBe(text(ownersAgain(vote)));
      met.quorum += Number(result.strict.quorum);
      met.noQuorum += Number(!result.strict.quorum);
      met.passes += Number(result.passes);
      met.conflicts += result.conflicts.length;
      met.joined += result.silence?.joined.length ?? 0;
      met.moved += Number(result.passes !== result.strict.passes);
    }),
    { numRuns: votes },
  );
  for (const [what, times] of Object.entries(met)) expect([what, times > votes / 100]).toEqual([what, true]);
});

test('the order of units and ballots, and ballots sent twice, change nothing', () => {
  fc.assert(
    fc.property(seed(), (number) => {
      const vote = voteOf(number);
      const turned = {
        ...vote,
        units: [...vote.units].reverse(),
        ballots: [...vote.ballots, ...vote.ballots].reverse(),
      };
      expect(seen(turned)).toEqual(seen(vote));
    }),
    { numRuns: 2_000 },
  );
});

test('a unit cut in two of the same owner changes no head and no area', () => {
  fc.assert(
    fc.property(seed(), (number) => {
      const vote = { ...voteOf(number), record: null };
      const units = vote.units.flatMap((unit) => {
        const part = dice(number + 1)(unit.area + 1);
        return [
          { ...unit, area: part },
          { ...unit, id: `${unit.id}b`, area: unit.area - part },
        ];
      });
      expect(seen({ ...vote, units })).toEqual(seen(vote));
    }),
    { numRuns: 2_000 },
  );
});

test('one more owner who agrees never turns a vote that passes', () => {
  let times = 0;
  fc.assert(
    fc.property(seed(), (number) => {
      const vote = { ...voteOf(number), record: null };
      const silent = [...headsOf(vote.units, vote.developer).keys()].filter(
        (owner) => !vote.ballots.some((ballot) => ballot.owner === owner),
      );
      const [owner] = silent;
      if (owner === undefined || !counted(vote).passes) return;
      times++;
      expect(counted({ ...vote, ballots: [...vote.ballots, { owner, choice: 'agree' }] }).passes).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  expect(times).toBeGreaterThan(50);
});
