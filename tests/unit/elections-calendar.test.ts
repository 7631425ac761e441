// The days of an election worked back from the voting day, over ends of months and leap years, and what the rules forbid.
import { describe, expect, test } from 'vitest';
import {
  dayFaults,
  daysBefore,
  daysOfRound,
  firstVotingDay,
  roundFaults,
} from '../../schema/elections/calendar.ts';
import {
  dayAfter,
  daysBetween,
  momentOf,
  stageState,
  stagesOf,
  votingWindow,
  weekday,
} from '../../schema/elections/days.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { packs } from '../../schema/elections/packs/registry.ts';
import { shanghai } from '../../schema/elections/packs/shanghai.ts';

const sealed = { preset: 'sealed', phases: false } as const;
const twoPhase = { preset: 'sealed', phases: true } as const;
const plans = [
  sealed,
  twoPhase,
  { preset: 'spot', phases: false },
  { preset: 'nominations', phases: false },
] as const;

describe('days', () => {
  test('run over ends of months, of years, and a leap day', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29');
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2027-12-15', '2028-03-05')).toBe(81);
    expect(weekday('2026-11-28')).toBe(6);
  });

  test('voting is open on the wall clock of the place', () => {
    const days = daysBefore(majority, '2026-12-20', sealed);
    const { opensAt, closesAt } = votingWindow(days);
    expect(new Date(opensAt).toISOString()).toBe('2026-12-20T00:00:00.000Z');
    expect(new Date(closesAt).toISOString()).toBe('2026-12-20T12:00:00.000Z');
  });
});

describe('worked back from the voting day', () => {
  test('a statutory rule: 20 days of the roll, 5 of the candidates', () => {
    expect(daysBefore(majority, '2027-01-10', sealed)).toMatchObject({
      roll: '2026-12-21',
      objections: '2026-12-26',
      nominate: '2027-01-04',
      candidates: '2027-01-05',
      checkIn: null,
      vote: '2027-01-10',
    });
  });

  test('over a leap day', () => {
    expect(daysBefore(majority, '2028-03-05', sealed)).toMatchObject({
      roll: '2028-02-14',
      candidates: '2028-02-29',
    });
  });

  test('in two phases the candidates stand before the first ballot is given out', () => {
    const days = daysBefore(majority, '2027-01-10', twoPhase);
    expect(days).toMatchObject({ checkIn: '2027-01-07', candidates: '2027-01-05' });
    expect(daysBefore(packs[0] ?? majority, '2027-01-10', twoPhase)).toMatchObject({
      checkIn: '2027-01-07',
      candidates: '2027-01-05',
    });
  });

  test.each(packs.flatMap((pack) => plans.map((plan) => [pack.id, plan, pack] as const)))(
    '%s, %o: what is proposed breaks no rule, and nothing of it is past',
    (_, plan, pack) => {
      for (const today of ['2026-11-26', '2026-12-31', '2027-02-27', '2028-02-28']) {
        const vote = firstVotingDay(pack, today, plan);
        const days = daysBefore(pack, vote, plan);
        expect(dayFaults(pack, days, plan, today)).toEqual([]);
        expect(weekday(vote)).toBe(6);
        expect(days.nominate >= dayAfter(today, 3)).toBe(true);
        if (plan.preset !== 'nominations') expect(days.roll >= today).toBe(true);
      }
    },
  );
});

describe('faults', () => {
  const days = daysBefore(majority, '2027-01-10', sealed);
  const faults = (changed: Partial<typeof days>, plan: (typeof plans)[number] = sealed) =>
    dayFaults(majority, { ...days, ...changed }, plan, '2026-11-26');

  test('a notice that is a day short names the rule and how many days there are', () => {
    const [fault, ...others] = faults({ candidates: '2027-01-06', nominate: '2027-01-05' });
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: 'candidates', field: 'candidates', days: 5, has: 4 });
    expect(fault?.sources?.[0]?.article).toBe('第十八条');
  });

  test.each([
    ['the roll a day late', { roll: '2026-12-22', objections: '2026-12-27' }, 'roll'],
    ['four days to object', { objections: '2026-12-25' }, 'objections'],
    ['nominations after the notice', { nominate: '2027-01-06' }, 'order'],
    ['objections on the voting day', { objections: '2027-01-10' }, 'order'],
    ['closing before opening', { closes: '07:00' }, 'hours'],
    ['an end before the beginning', { voteEnd: '2027-01-09' }, 'order'],
    ['check-in days that the mode has not', { checkIn: '2027-01-07' }, 'check-in'],
  ])('%s', (_, changed, code) => {
    expect(faults(changed).map((fault) => fault.code)).toContain(code);
  });

  test('two phases want a first day of check-in, before the vote and after the notice', () => {
    expect(faults({}, twoPhase).map(({ code }) => code)).toEqual(['check-in']);
    expect(faults({ checkIn: '2027-01-10' }, twoPhase).map(({ code }) => code)).toEqual(['check-in']);
    expect(faults({ checkIn: '2027-01-04' }, twoPhase).map(({ code }) => code)).toEqual(['order']);
    expect(faults({ checkIn: '2027-01-07' }, twoPhase)).toEqual([]);
  });

  test('a voting day that has passed', () => {
    expect(dayFaults(majority, days, sealed, '2027-01-11')).toMatchObject([{ code: 'past', field: 'vote' }]);
    expect(dayFaults(majority, days, sealed, '2027-01-10')).toEqual([]);
  });
});

describe('stages', () => {
  const days = daysBefore(majority, '2027-01-10', twoPhase);
  test('each begins after the one before, and none is skipped as days go by', () => {
    const stages = stagesOf(days, 'sealed');
    expect(stages.map(({ id }) => id)).toEqual([
      'roll',
      'nominate',
      'candidates',
      'checkIn',
      'vote',
      'result',
    ]);
    for (const [at, stage] of stages.entries()) {
      const next = stages[at + 1];
      expect(stage.from <= stage.to).toBe(true);
      if (next) expect(stage.from <= next.from).toBe(true);
    }
    for (const stage of stages) {
      const clock = stage.id === 'result' ? days.closes : '00:00';
      const seen = [-30, 0, 1, 2, 3, 4, 60].map((n) =>
        stageState(stage, days, momentOf(dayAfter(stage.from, n), clock)),
      );
      expect(seen[0]).toBe('coming');
      expect(seen[1]).toBe('now');
      expect(seen.at(-1)).toBe('done');
    }
  });
  test('on the last day of voting the result comes after the vote, not beside it', () => {
    const at = (clock: string) =>
      stagesOf(days, 'sealed')
        .slice(-2)
        .map((stage) => stageState(stage, days, momentOf(days.voteEnd, clock)));
    expect(at(days.opens)).toEqual(['now', 'coming']);
    expect(at(days.closes)).toEqual(['done', 'now']);
  });
  test('nominations alone have neither roll nor vote', () => {
    expect(stagesOf(days, 'nominations').map(({ id }) => id)).toEqual(['nominate', 'candidates']);
  });
});

test('a second round keeps hours and length, within the days that the rule allows', () => {
  const before = { ...daysBefore(shanghai, '2027-01-10', twoPhase), voteEnd: '2027-01-11' };
  const on = (vote: string, kind: 'second' | 'runOff' = 'second', pack = shanghai) =>
    roundFaults(pack, before, kind, daysOfRound(pack, before, '2027-01-12', vote), 'sealed', '2027-01-12');
  expect(on('2027-02-10')).toEqual([]);
  expect(on('2027-02-11')).toMatchObject([{ code: 'late', last: '2027-02-10' }]);
  expect(on('2027-02-11', 'runOff')).toEqual([]);
  expect(on('2027-02-11', 'second', majority)).toEqual([]);
  // A ballot is given out on a day before it is cast.
  expect(on('2027-01-12').map(({ code }) => code)).toEqual(['check-in']);
  expect(daysOfRound(shanghai, before, '2027-01-12', '2027-01-24')).toMatchObject({
    candidates: '2027-01-12',
    checkIn: '2027-01-21',
    vote: '2027-01-24',
    voteEnd: '2027-01-25',
  });
  expect(daysOfRound(shanghai, before, '2027-01-12', '2027-01-13').checkIn).toBe('2027-01-12');
});
