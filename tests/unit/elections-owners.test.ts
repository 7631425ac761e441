// Owners deciding: heads, both bases, and the silence rule with everything it rests on.
import { describe, expect, test } from 'vitest';
import {
  decide,
  headsOf,
  type OwnedUnit,
  type OwnerBallot,
  tallyOwners,
} from '../../schema/elections/owners.ts';
import { ownerRules } from '../../schema/elections/packs/owners.ts';
import { countOwners, type SilenceRecord } from '../../schema/elections/silence.ts';

const unit = (
  id: string,
  owner: string,
  area: number,
  holding: OwnedUnit['holding'] = 'sold',
): OwnedUnit => ({ id, owner, area, holding });

describe('heads', () => {
  test('several units of one owner, co-owners, and what the developer still holds are one head each', () => {
    const heads = headsOf(
      [
        unit('1', 'a', 9000),
        unit('2', 'a', 6000),
        unit('3', 'b+c', 10_000),
        unit('4', 'dev', 8000, 'unsold'),
        unit('5', 'p', 7000, 'undelivered'),
        unit('6', 'd', 5000),
        unit('7', 'dev', 100),
      ],
      'dev',
    );
    expect([...heads].map(([owner, { area, units }]) => [owner, area, units.length])).toEqual([
      ['a', 15_000, 2],
      ['b+c', 10_000, 1],
      ['dev', 15_100, 3],
      ['d', 5000, 1],
    ]);
  });

  test('a unit that is there twice or a broken area is refused', () => {
    expect(() => headsOf([unit('1', 'a', 1), unit('1', 'b', 1)], 'dev')).toThrow(RangeError);
    expect(() => headsOf([unit('1', 'a', 89.505)], 'dev')).toThrow(RangeError);
  });
});

const weight = (heads: number, area = heads) => ({ heads, area });

describe('thresholds', () => {
  test.each([
    ['two thirds is enough, a head less is not', 'ordinary', [300, 200, 101], [true, true]],
    ['a head less', 'ordinary', [300, 199, 150], [false, false]],
    ['half of those who took part is not more than half', 'ordinary', [300, 200, 100], [true, false]],
    ['three quarters is enough for a special matter', 'special', [300, 200, 150], [true, true]],
    ['a head less than three quarters', 'special', [300, 200, 149], [true, false]],
    ['nobody', 'ordinary', [0, 0, 0], [false, false]],
  ] as const)('%s', (_, kind, [all, part, agree], [quorum, passes]) => {
    expect(
      decide(ownerRules, kind, { all: weight(all), part: weight(part), agree: weight(agree) }),
    ).toMatchObject({ quorum, passes });
  });

  test('heads alone or area alone are not enough', () => {
    const all = weight(300, 30_000);
    const by = (part: number, area: number) =>
      decide(ownerRules, 'ordinary', { all, part: weight(part, area), agree: weight(part, area) }).quorum;
    expect([by(200, 20_000), by(199, 30_000), by(300, 19_999)]).toEqual([true, false, false]);
    const agreed = (heads: number, area: number) =>
      decide(ownerRules, 'ordinary', { all, part: weight(200, 20_000), agree: weight(heads, area) }).passes;
    expect([agreed(101, 10_001), agreed(100, 20_000), agreed(200, 10_000)]).toEqual([true, false, false]);
  });

  test('the notice says the least that would do', () => {
    expect(
      decide(ownerRules, 'special', { all: weight(10), part: weight(7), agree: weight(6) }),
    ).toMatchObject({
      quorumNeed: weight(7),
      need: weight(6),
      passes: true,
    });
  });
});

describe('ballots', () => {
  const heads = headsOf([unit('1', 'a', 9000), unit('2', 'a', 6000), unit('3', 'b', 5000)], 'dev');

  test('an owner of several units votes once', () => {
    const tally = tallyOwners(heads, [
      { owner: 'a', choice: 'agree' },
      { owner: 'a', choice: 'agree' },
    ]);
    expect([tally.agree, tally.part, tally.conflicts]).toEqual([weight(1, 15_000), weight(1, 15_000), []]);
  });

  test('two different words count for nothing until people settle it; strangers never', () => {
    const ballots: OwnerBallot[] = [
      { owner: 'a', choice: 'agree' },
      { owner: 'a', choice: 'against' },
      { owner: 'x', choice: 'agree' },
    ];
    expect(tallyOwners(heads, ballots)).toMatchObject({
      part: weight(0),
      conflicts: ['a'],
      strangers: ['x'],
    });
  });
});

describe('silence', () => {
  const heads = headsOf(
    Array.from({ length: 12 }, (_, at) => unit(`u${at}`, `o${at}`, 100)),
    'dev',
  );
  const say = (from: number, to: number, choice: OwnerBallot['choice']): OwnerBallot[] =>
    Array.from({ length: to - from }, (_, at) => ({ owner: `o${from + at}`, choice }));
  const record: SilenceRecord = {
    article: '管理规约第二十条',
    warning: '不投票的，视为同意多数人的意见',
    abstentions: 'stand',
    served: new Set(Array.from({ length: 9 }, (_, at) => `u${at}`)),
  };
  const box = [...say(0, 3, 'agree'), ...say(3, 5, 'against'), ...say(5, 6, 'abstain')];

  test('off by default', () => {
    expect(countOwners(ownerRules, 'ordinary', heads, box)).toMatchObject({
      silence: null,
      decides: 'strict',
      passes: false,
    });
  });

  test('the silent who were served join the majority, and both tallies are there', () => {
    const result = countOwners(ownerRules, 'ordinary', heads, box, record);
    expect(result.silence?.joined).toEqual(['o6', 'o7', 'o8']);
    expect(result.silence?.tally).toMatchObject({
      part: weight(9, 900),
      agree: weight(6, 600),
      abstain: weight(1, 100),
    });
    expect(result.strict.tally).toMatchObject({ part: weight(6, 600), agree: weight(3, 300) });
    expect([result.decides, result.passes, result.strict.outcome.passes]).toEqual(['silence', true, false]);
  });

  test('those who abstained follow only where the record says so', () => {
    const follow = countOwners(ownerRules, 'ordinary', heads, box, { ...record, abstentions: 'follow' });
    expect(follow.silence?.tally).toMatchObject({
      part: weight(9, 900),
      agree: weight(7, 700),
      abstain: weight(0),
    });
  });

  test('the majority may be against', () => {
    const turned = box.map(({ owner, choice }) => ({
      owner,
      choice: choice === 'agree' ? ('against' as const) : choice === 'against' ? ('agree' as const) : choice,
    }));
    expect(countOwners(ownerRules, 'ordinary', heads, turned, record)).toMatchObject({
      passes: false,
      silence: { tally: { against: weight(6, 600) } },
    });
  });

  test('no majority by heads and by area: nobody joins', () => {
    const equal = [...say(0, 3, 'agree'), ...say(3, 6, 'against')];
    expect(
      countOwners(ownerRules, 'ordinary', heads, equal, { ...record, abstentions: 'follow' }).silence,
    ).toMatchObject({ joined: [], tally: { part: weight(6, 600) } });
  });

  test.each([
    ['no-article', { article: ' ' }],
    ['no-warning', { warning: '' }],
    ['nobody-served', { served: new Set<string>() }],
  ])('without what it rests on (%s) the strict tally decides', (fault, missing) => {
    expect(countOwners(ownerRules, 'ordinary', heads, box, { ...record, ...missing })).toMatchObject({
      decides: 'strict',
      passes: false,
      silence: { faults: [fault] },
    });
  });

  test('a head with a unit that was not served does not join', () => {
    const two = headsOf([unit('u0', 'a', 100), unit('u1', 'b', 100), unit('u2', 'b', 100)], 'dev');
    const result = countOwners(ownerRules, 'ordinary', two, [{ owner: 'a', choice: 'agree' }], {
      ...record,
      served: new Set(['u1']),
    });
    expect(result.silence?.joined).toEqual([]);
  });
});
