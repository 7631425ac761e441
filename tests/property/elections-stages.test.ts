// No stage of an election can be skipped, and days that the rules allow always leave a day on which all can be fixed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayFaults, daysBefore, firstVotingDay } from '../../schema/elections/calendar.ts';
import { type Days, dayAfter, momentOf, votingWindow } from '../../schema/elections/days.ts';
import { candidatesNeeded } from '../../schema/elections/nominations.ts';
import { packs } from '../../schema/elections/packs/registry.ts';
import { type ContestAt, missingToFreeze, missingToOpen } from '../../schema/elections/stages.ts';

const today = '2027-01-15';
const plan = fc.record({
  preset: fc.constantFrom('spot' as const, 'sealed' as const),
  phases: fc.boolean(),
  pack: fc.constantFrom(...packs),
  late: fc.integer({ min: 0, max: 60 }),
  /** what somebody moved by hand */
  moved: fc.dictionary(
    fc.constantFrom('roll', 'objections', 'nominate', 'candidates', 'voteEnd', 'result'),
    fc.integer({ min: -9, max: 9 }),
    { maxKeys: 3 },
  ),
});

function daysOf({
  preset,
  phases,
  pack,
  late,
  moved,
}: typeof plan extends fc.Arbitrary<infer P> ? P : never): Days {
  const asked = { preset, phases };
  const days = daysBefore(pack, dayAfter(firstVotingDay(pack, today, asked), late), asked);
  const shifted = Object.entries(moved).map(([field, by]) => [field, dayAfter(days[field as 'roll'], by)]);
  return { ...days, ...Object.fromEntries(shifted) };
}

const contest = fc.record({
  state: fc.constantFrom('preparing', 'frozen', 'open', 'closed', 'counted', 'cancelled'),
  kind: fc.constantFrom('first' as const, 'second' as const, 'runOff' as const),
  seats: fc.integer({ min: 1, max: 5 }),
  candidates: fc.integer({ min: 0, max: 8 }),
  undecided: fc.integer({ min: 0, max: 1 }),
  objections: fc.integer({ min: 0, max: 1 }),
  roll: fc.option(fc.record({ frozen: fc.boolean(), entries: fc.integer({ min: 0, max: 2 }) })),
  tellers: fc.integer({ min: 0, max: 3 }),
});

test('whoever is let through has passed every stage before', () => {
  fc.assert(
    fc.property(plan, contest, fc.integer({ min: -40, max: 90 }), (one, standing, later) => {
      const days = daysOf(one);
      const at: ContestAt = { ...standing, days };
      const now = momentOf(dayAfter(days.vote, later - 40), '10:00');
      const freezes = missingToFreeze({ ...one, quorum: 2, rehearsal: false }, at, now).length === 0;
      const opens = missingToOpen(at, now).length === 0;
      expect(freezes && opens).toBe(false);
      if (opens) {
        const { opensAt, closesAt } = votingWindow(days);
        expect([at.state, now >= opensAt, now < closesAt]).toEqual(['frozen', true, true]);
      }
      if (!freezes) return;
      expect(at.state).toBe('preparing');
      expect(at.candidates).toBeGreaterThanOrEqual(candidatesNeeded(one.pack, at.seats, at.kind));
      expect([at.undecided, at.objections]).toEqual([0, 0]);
      expect(at.roll?.frozen).toBe(true);
      expect(at.roll?.entries).toBeGreaterThan(0);
      if (one.preset === 'sealed') expect(at.tellers).toBeGreaterThanOrEqual(2);
      if (at.kind === 'first') expect(now).toBeGreaterThan(momentOf(days.objections, '23:59'));
    }),
  );
});

test('days that the rules allow leave the day before the first ballot to fix everything', () => {
  let allowed = 0;
  fc.assert(
    fc.property(plan, (one) => {
      const days = daysOf(one);
      if (dayFaults(one.pack, days, one, today).length > 0) return;
      allowed += 1;
      const ready: ContestAt = {
        state: 'preparing',
        kind: 'first',
        seats: 1,
        days,
        candidates: 9,
        undecided: 0,
        objections: 0,
        roll: { frozen: true, entries: 36 },
        tellers: 2,
      };
      const first = days.checkIn ?? days.vote;
      const missing = (day: string) =>
        missingToFreeze({ ...one, quorum: 2, rehearsal: false }, ready, momentOf(day, '00:00'));
      expect(missing(first)).toEqual([]);
      // Unless somebody lets objections run to the eve, there is a whole day.
      if (days.objections < dayAfter(first, -1)) expect(missing(dayAfter(first, -1))).toEqual([]);
    }),
  );
  expect(allowed).toBeGreaterThan(10);
});
