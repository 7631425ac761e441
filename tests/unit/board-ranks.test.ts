// Places on the board: shared where ranges overlap, in order of score, without those that have none.
import { expect, test } from 'vitest';
import type { ChildLine } from '../../schema/api/scorecards.ts';
import { ranked } from '../../web/board/ranks.ts';

const child = (name: string, score: [number, number, number] | null): ChildLine => ({
  unit: { id: name, kind: 'community', name },
  n: 10,
  households: 0,
  rate: null,
  score: score && { value: score[0], low: score[1], high: score[2] },
  tiles: [],
  items: [],
  hidden: score === null,
  drill: true,
});
const places = (children: ChildLine[]) =>
  ranked(children).map(({ child, from, to }) => [child.unit.name, from, to]);

test('overlapping ranges share their places, and the next group counts on', () => {
  expect(
    places([
      child('low', [50, 48, 52]),
      child('none', null),
      child('second', [67, 66.3, 67.8]),
      child('first', [67.6, 66.8, 68.3]),
      child('third', [64, 63, 66.8]),
    ]),
  ).toEqual([
    ['first', 1, 3],
    ['second', 1, 3],
    ['third', 1, 3],
    ['low', 4, 4],
    ['none', undefined, undefined],
  ]);
});

test('a unit that only touches a later one of the group opens a group of its own', () => {
  // c reaches b, but not a, which opened the group.
  expect(places([child('a', [80, 78, 82]), child('b', [76, 72, 79]), child('c', [70, 67, 73])])).toEqual([
    ['a', 1, 2],
    ['b', 1, 2],
    ['c', 3, 3],
  ]);
});
