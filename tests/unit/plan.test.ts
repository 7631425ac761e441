// What stands on the sheet of a run at first: when it begins, who organises it; and what is wrong with it.
import { describe, expect, test } from 'vitest';
import { contactOf, type Plan, problemsOf, startOf, usualPlan } from '../../web/staff/campaign/plan.ts';

const demands = { telling: '', needed: '', ballot: undefined, listed: true, tongues: [] };
const at = (clock: string) => Date.parse(`2026-11-27T${clock}+08:00`);
const plan = (more: Partial<Plan> = {}): Plan => ({
  ...usualPlan(at('05:16:40'), 'east', demands),
  organiser: '东岳园社区',
  phone: '8700000',
  ...more,
});

describe('a run begins', () => {
  test('at the press of the button, however long the sheet lay open', () => {
    expect(startOf(plan(), at('06:03:59'))).toBe(at('06:03:00'));
  });
  test.each([
    ['05:16:40', '2026-11-27', '05:20'],
    ['05:20:00', '2026-11-27', '05:20'],
    ['23:58:01', '2026-11-28', '00:00'],
  ])('later at a time that people would say: at %s, %s %s is offered', (clock, startDay, startTime) => {
    const offered = usualPlan(at(clock), 'east', demands);
    expect([offered.startDay, offered.startTime]).toEqual([startDay, startTime]);
    expect(startOf({ ...offered, startsNow: false }, at(clock))).toBe(
      Date.parse(`${startDay}T${startTime}:00+08:00`),
    );
  });
});

describe('residents turn to', () => {
  const settings = { organiser: '市社区治理办公室', phone: '0714-0' };
  test('the office in the settings for a run of the whole root', () => {
    expect(contactOf({ parent: null, name: '大冶市', contact: null }, settings)).toEqual(settings);
  });
  test('the branch itself for a run below it', () => {
    const branch = { parent: 'city', name: '东岳园社区', contact: { name: '', phone: '0714-8' } };
    expect(contactOf(branch, settings)).toEqual({ organiser: '东岳园社区', phone: '0714-8' });
    expect(contactOf({ ...branch, contact: null }, settings).phone).toBe('0714-0');
  });
});

describe('the sheet is not sent', () => {
  const wrong = (places: number, more: Partial<Plan> = {}) =>
    problemsOf(plan(more), at('05:17:00'), demands, places).map(({ field }) => field);
  test('where its scope asks nobody', () => {
    expect(wrong(0)).toEqual(['scope']);
    expect(wrong(1)).toEqual([]);
  });
  test('where it would end before it begins', () => {
    expect(wrong(1, { startsNow: false, startDay: '2027-01-01' })).toEqual(['endDay']);
    expect(wrong(1, { endDay: '2026-11-26' })).toEqual(['endDay']);
  });
});
