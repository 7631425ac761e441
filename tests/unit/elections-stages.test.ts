// What a contest lacks before it can be frozen and opened, in every rule and preset.
import { describe, expect, test } from 'vitest';
import { daysBefore } from '../../schema/elections/calendar.ts';
import { momentOf, votingWindow } from '../../schema/elections/days.ts';
import { candidatesNeeded } from '../../schema/elections/nominations.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { meeting } from '../../schema/elections/packs/meeting.ts';
import { type ContestAt, missingToFreeze, missingToOpen, nextRound } from '../../schema/elections/stages.ts';
import { mattersOf, toSeal } from '../../schema/elections/steering.ts';

const days = daysBefore(majority, '2027-01-10', { preset: 'sealed', phases: false });
const on = (day: string) => momentOf(day, '09:00');
const election = { preset: 'sealed', quorum: 2, pack: majority, rehearsal: false } as const;
const contest: ContestAt = {
  state: 'preparing',
  kind: 'first',
  seats: 1,
  days,
  candidates: 2,
  undecided: 0,
  objections: 0,
  roll: { frozen: true, entries: 36 },
  tellers: 2,
};
const codes = (changed: Partial<ContestAt>, day = '2027-01-09', about: object = {}) =>
  missingToFreeze({ ...election, ...about }, { ...contest, ...changed }, on(day)).map(({ code }) => code);

test('a box is sealed once its time is over; that of a rehearsal at any time', () => {
  const { opensAt, closesAt } = votingWindow(days);
  const steered = { ...election, days, roll: null };
  const boxes = [
    { state: 'open', days: null },
    { state: 'frozen', days: null },
  ];
  expect(toSeal(steered, boxes, opensAt)).toBe(0);
  expect(toSeal(steered, boxes, closesAt)).toBe(1);
  expect(toSeal({ ...steered, rehearsal: true }, boxes, opensAt)).toBe(1);
});

describe('to freeze', () => {
  test('nothing is missing the day before the vote', () => expect(codes({})).toEqual([]));

  test.each([
    ['one candidate for one seat, where the rule wants a choice', { candidates: 1 }, 'candidates'],
    ['a proposal nobody decided on', { undecided: 1 }, 'undecided'],
    ['an objection without an answer', { objections: 1 }, 'objections'],
    ['no roll', { roll: null }, 'no-roll'],
    ['a roll that still changes', { roll: { frozen: false, entries: 36 } }, 'roll-draft'],
    ['a building that the roll leaves out', { roll: { frozen: true, entries: 0 } }, 'roll-empty'],
    ['one teller of two', { tellers: 1 }, 'tellers'],
  ] as const)('%s', (_, changed, code) => expect(codes(changed)).toEqual([code]));

  test('the notices have to stand', () => {
    expect(codes({}, '2026-12-26')).toEqual(['roll-notice', 'candidate-notice']);
    expect(codes({}, '2026-12-27')).toEqual(['candidate-notice']);
    expect(codes({}, '2027-01-08')).toEqual(['candidate-notice']);
    expect(codes({}, '2026-12-26', { rehearsal: true })).toEqual([]);
  });

  test('who is added later stands as long as the rules say, however near the vote is', () => {
    expect(codes({ newest: on(days.candidates) })).toEqual([]);
    expect(codes({ newest: on('2027-01-06') })).toEqual(['candidate-notice']);
    expect(codes({ newest: on('2027-01-05') }, '2027-01-10')).toEqual([]);
    // Where the organiser says how long, the planned days are all there is.
    expect(codes({ newest: on('2027-01-09') }, '2027-01-09', { pack: meeting })).toEqual([]);
  });

  test('a candidate holds no proxy, where the rules forbid it', () => {
    expect(codes({ candidateProxies: 1 })).toEqual(['candidate-proxies']);
  });

  test('two phases are frozen before the first ballot is given out', () => {
    const twoPhase = daysBefore(majority, '2027-01-10', { preset: 'sealed', phases: true });
    expect(codes({ days: twoPhase }, '2027-01-05')).toEqual(['candidate-notice']);
    expect(codes({ days: twoPhase }, '2027-01-06')).toEqual([]);
  });

  test('on the spot nobody watches over a sealed box', () =>
    expect(codes({ tellers: 0 }, '2027-01-09', { preset: 'spot' })).toEqual([]));

  test('where electors write whom they want, nobody has to stand', () => {
    expect(codes({ candidates: 0, undecided: 0 }, '2027-01-05', { pack: meeting })).toEqual([]);
  });

  test('a later round waits for no notice, but wants somebody to stand', () => {
    expect(codes({ kind: 'runOff' }, '2026-12-01')).toEqual([]);
    expect(codes({ kind: 'runOff', candidates: 0 }, '2026-12-01')).toEqual(['candidates']);
    expect(codes({ kind: 'second', candidates: 1 }, '2026-12-01')).toEqual(['candidates']);
  });

  test('a contest that is frozen, or is only about nominations, is not frozen again', () => {
    expect(codes({ state: 'frozen' })).toEqual(['over']);
    expect(codes({ state: 'cancelled' })).toEqual(['over']);
    expect(codes({}, '2027-01-09', { preset: 'nominations' })).toEqual(['over']);
  });
});

describe('to open', () => {
  const { opensAt, closesAt } = votingWindow(days);
  const frozen = { ...contest, state: 'frozen' };
  test('not before the hour, and not after the end', () => {
    expect(missingToOpen(frozen, opensAt - 1)).toEqual([{ code: 'begins', at: opensAt }]);
    expect(missingToOpen(frozen, opensAt)).toEqual([]);
    expect(missingToOpen({ ...frozen, unsigned: 2 }, opensAt)).toEqual([{ code: 'signatures', n: 2 }]);
    expect(missingToOpen(frozen, closesAt)).toEqual([{ code: 'over' }]);
  });
  test.each(['preparing', 'open', 'closed', 'opened', 'counted', 'announced', 'cancelled'])(
    'not from %s',
    (state) => expect(missingToOpen({ ...contest, state }, opensAt)).toEqual([{ code: 'over' }]),
  );
});

test('how many have to stand', () => {
  expect(candidatesNeeded(majority, 3)).toBe(4);
  expect(candidatesNeeded(meeting, 3)).toBe(0);
  expect(candidatesNeeded(majority, 2, 'second')).toBe(3);
  expect(candidatesNeeded(meeting, 1, 'second')).toBe(0);
  expect(candidatesNeeded(meeting, 2, 'runOff')).toBe(1);
});

test('what a count calls for: an invalid vote again, a tie before a second round, no seat vacant too early', () => {
  const after = (
    valid: boolean,
    tiedSeats: number,
    secondSeats: number,
    vacant = 0,
    vacanciesAllowed = true,
  ) => nextRound({ valid, vacanciesAllowed, posts: [{ tiedSeats, secondSeats, vacant }] }, 'runOff');
  expect(after(false, 0, 0)).toBe('runOff');
  expect(after(true, 1, 1)).toBe('runOff');
  expect(after(true, 0, 1)).toBe('second');
  expect(after(true, 0, 0, 1, false)).toBe('second');
  expect(after(true, 0, 0, 1)).toBeUndefined();
  expect(after(true, 0, 0, 0, false)).toBeUndefined();
});

test('too few took part: by the ballots that are there, once voting is over', () => {
  const steered = {
    ...contest,
    state: 'closed',
    days,
    entries: 36,
    registered: 36,
    short: false,
    again: null,
  };
  const around = { ...election, pack: meeting, days, roll: { frozen: true } };
  const found = (came: number | null, kind: 'first' | 'second' = 'first') =>
    mattersOf(around, { ...steered, kind, came }, on('2027-01-11'));
  expect(found(23)).toEqual(['quorum']);
  expect(found(23, 'second')).toEqual(['quorum']);
  expect(found(24)).toEqual([]);
  expect(found(null)).toEqual([]);
});
