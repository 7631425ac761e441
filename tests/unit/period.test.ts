// The period after a run: its dates by the calendar of the place, and its title.
import { describe, expect, test } from 'vitest';
import { nextPeriod } from '../../web/staff/campaign/period.ts';

const at = (words: string) => Date.parse(`${words.replace(' ', 'T')}:00+08:00`);
const inWords = (moment: number) =>
  new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const after = (title: string, opens: string, closes: string, now = '2026-01-01 00:00') => {
  const next = nextPeriod({ title, opensAt: at(opens), closesAt: at(closes) }, at(now));
  return [next.title, inWords(next.opensAt), inWords(next.closesAt)];
};

describe('the title decides', () => {
  test.each([
    ['2026年四季度物业满意度', '2027年一季度物业满意度', '2026-10-08 08:00', '2027-01-08 08:00'],
    ['第3季度评选', '第4季度评选', '2026-07-01 09:00', '2026-10-01 09:00'],
    ['2026年12月例会', '2027年1月例会', '2026-12-05 09:00', '2027-01-05 09:00'],
    ['9月卫生检查', '10月卫生检查', '2026-09-01 09:00', '2026-10-01 09:00'],
    ['2026年下半年评议', '2027年上半年评议', '2026-09-01 09:00', '2027-03-01 09:00'],
    ['2026年度文明楼栋', '2027年度文明楼栋', '2026-11-01 09:00', '2027-11-01 09:00'],
  ])('%s → %s', (title, next, opens, then) => {
    const closes = inWords(at(opens) + 7 * 86_400_000);
    const [said, from, to] = after(title, opens, closes, opens);
    expect([said, from]).toEqual([next, then]);
    expect(at(to ?? '') - at(from ?? '')).toBe(7 * 86_400_000);
  });

  test('one that names no period is given its turn', () => {
    const week = ['2026-03-02 08:00', '2026-03-09 20:00'] as const;
    expect(after('电梯问卷', ...week, '2026-03-09 00:00')[0]).toBe('电梯问卷（第2期）');
    expect(after('电梯问卷（第9期）', ...week, '2026-03-09 00:00')[0]).toBe('电梯问卷（第10期）');
    expect(after('The lift', ...week, '2026-03-09 00:00')[0]).toBe('The lift (2)');
    expect(after('The lift (2)', ...week, '2026-03-09 00:00')[0]).toBe('The lift (3)');
    expect(after('很'.repeat(100), ...week, '2026-03-09 00:00')[0]?.length).toBeLessThanOrEqual(100);
  });
});

describe('the dates', () => {
  test('of a whole month are those of the whole next one', () => {
    expect(after('停车', '2026-11-01 00:00', '2026-11-30 20:00').slice(1)).toEqual([
      '2026-12-01 00:00',
      '2026-12-31 20:00',
    ]);
    expect(after('停车', '2027-01-01 08:00', '2027-01-31 20:00').slice(1)).toEqual([
      '2027-02-01 08:00',
      '2027-02-28 20:00',
    ]);
  });

  test('of a whole quarter are those of the next', () => {
    expect(after('停车', '2026-10-01 00:00', '2026-12-31 20:00').slice(1)).toEqual([
      '2027-01-01 00:00',
      '2027-03-31 20:00',
    ]);
  });

  test('of a few days keep weekday and hour', () => {
    expect(after('停车', '2026-11-23 08:00', '2026-11-30 20:00').slice(1)).toEqual([
      '2026-12-07 08:00',
      '2026-12-14 20:00',
    ]);
    expect(after('停车', '2026-11-23 08:00', '2026-11-27 20:00').slice(1)).toEqual([
      '2026-11-30 08:00',
      '2026-12-04 20:00',
    ]);
  });

  test('of a run that was closed at once have the usual week', () => {
    expect(after('停车', '2026-11-23 08:00', '2026-11-23 08:10', '2026-11-23 09:00').slice(1)).toEqual([
      '2026-11-30 08:00',
      '2026-12-07 08:00',
    ]);
  });

  test('skip what is over, and what should have begun begins now for as long', () => {
    const [title, from, to] = after('1月例会', '2026-01-05 09:00', '2026-01-12 09:00', '2026-04-06 10:00');
    expect([title, from, to]).toEqual(['4月例会', '2026-04-06 10:00', '2026-04-13 10:00']);
    expect(after('1月例会', '2026-01-05 09:00', '2026-01-12 09:00', '2026-04-13 10:00')).toEqual([
      '5月例会',
      '2026-05-05 09:00',
      '2026-05-12 09:00',
    ]);
  });
});
