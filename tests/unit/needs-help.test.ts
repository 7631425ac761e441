// Which areas of a run may need a hand.
import { describe, expect, test } from 'vitest';
import { needsHelp } from '../../web/staff/campaign/needs-help.ts';

const line = (name: string, n: number, households: number) => ({
  unit: { id: name, kind: 'building', name },
  n,
  today: 0,
  week: 0,
  households,
  places: 1,
  silent: 0,
  drill: false,
});
const help = (here: [number, number], ...children: [string, number, number][]) =>
  needsHelp({ here: line('here', ...here), children: children.map((child) => line(...child)) });
const listed = (...asked: Parameters<typeof help>) => help(...asked).listed.map(({ unit }) => unit.name);

describe('an area may need a hand', () => {
  test('with less than half of what it would have if it were like the area above, in the order it stands', () => {
    // 10 for 100 households: 50 households would have 5, so 2 is below half and 3 is not.
    expect(listed([10, 100], ['d', 2, 50], ['a', 3, 50], ['c', 0, 50])).toEqual(['d', 'c']);
  });
  test('only where a few answers were to be expected', () => {
    expect(listed([10, 100], ['small', 0, 29], ['enough', 0, 30])).toEqual(['enough']);
  });
  test('without any answer where households are not known', () => {
    expect(listed([4, 0], ['a', 4, 0], ['b', 0, 0])).toEqual(['b']);
  });
  test('not while nothing has come in at all', () => {
    expect(listed([0, 100], ['a', 0, 50])).toEqual([]);
    expect(listed([0, 0], ['a', 0, 0])).toEqual([]);
  });
});

describe('of how many it can be told', () => {
  test('is none while 25 of 26 buildings of 50 households are empty after one answer', () => {
    const empty = Array.from({ length: 25 }, (_, n): [string, number, number] => [`b${n}`, 0, 50]);
    expect(help([1, 1300], ['full', 1, 50], ...empty)).toEqual({ listed: [], told: 0 });
  });
  test('is those that would have a few answers by now', () => {
    expect(help([10, 100], ['even', 6, 60], ['small', 0, 29]).told).toBe(1);
  });
  test('is all where households are not known, and none before the first answer', () => {
    expect(help([4, 0], ['a', 4, 0], ['b', 0, 0]).told).toBe(2);
    expect(help([0, 100], ['a', 0, 50]).told).toBe(0);
  });
});
