// Freezing a tree: who answers, who is counted, what is left out, in administrative order.
import { describe, expect, test } from 'vitest';
import { freeze, type TreeUnit } from '../../worker/campaigns/freeze.ts';

/** `name kind parent households`, in the order of their positions. */
function tree(...lines: string[]): TreeUnit[] {
  const units: TreeUnit[] = [];
  for (const [position, line] of lines.entries()) {
    const [id = '', kind = '', parent = '', households = '0'] = line.split(' ');
    const above = units.find((unit) => unit.id === parent);
    units.push({
      id,
      kind,
      parent: parent || null,
      name: `${id} 名`,
      path: `${above?.path ?? '/'}${id}/`,
      position,
      households: Number(households),
    });
  }
  return units;
}
const city = tree(
  'city city',
  'street street city',
  'com community street',
  'g1 grid com',
  'b1 building g1 40',
  's1 stairwell b1 12',
  'b2 building g1 30',
  'g2 grid com',
  'stop place g2 0',
  'g3 grid com 7',
  'bare estate com 0',
  'built estate com 0',
  'b3 building built 20',
);
const names = (rows: ReturnType<typeof freeze>) => rows.map(({ unit }) => unit);
const answering = (rows: ReturnType<typeof freeze>) =>
  rows.filter(({ answers }) => answers === 1).map(({ unit }) => unit);

test('a whole branch: buildings answer, and units with nothing under them; stairwells and places do not', () => {
  const rows = freeze('city', ['city'], city);
  expect(names(rows)).toEqual(['city', 'street', 'com', 'g1', 'b1', 'b2', 'g3', 'built', 'b3']);
  expect(answering(rows)).toEqual(['b1', 'b2', 'g3', 'b3']);
  expect(rows[0]).toMatchObject({ places: 4, households: 97, parent: null, chain: ['city'], above: '' });
  expect(rows.find(({ unit }) => unit === 'b1')).toEqual({
    unit: 'b1',
    parent: 'g1',
    chain: ['city', 'street', 'com', 'g1', 'b1'],
    path: '/city/street/com/g1/b1/',
    kind: 'building',
    name: 'b1 名',
    above: 'street 名 com 名 g1 名',
    position: 4,
    households: 40,
    places: 1,
    answers: 1,
  });
});

test('a place answers when it was ticked itself', () => {
  expect(answering(freeze('city', ['city', 'stop'], city))).toEqual(['b1', 'b2', 'stop', 'g3', 'b3']);
  expect(answering(freeze('city', ['stop'], city))).toEqual(['stop']);
});

test('ticked twice, or under another ticked one, counts once', () => {
  const once = freeze('city', ['g1'], city);
  expect(freeze('city', ['g1', 'b1', 'g1', 'b2'], city)).toEqual(once);
  expect(once[0]).toMatchObject({ places: 2, households: 70 });
});

test('only what was ticked and the way down to it is in the tree', () => {
  expect(names(freeze('city', ['b2'], city))).toEqual(['city', 'street', 'com', 'g1', 'b2']);
  expect(names(freeze('com', ['b2'], city))).toEqual(['com', 'g1', 'b2']);
});

test('above says the way from below the top to the unit', () => {
  const rows = freeze('com', ['com'], city);
  expect(rows.find(({ unit }) => unit === 'b1')?.above).toBe('g1 名');
});

describe('nobody could answer', () => {
  test.each([
    ['a stairwell alone', ['s1']],
    ['an estate without buildings', ['bare']],
    ['a grid with a place that was not ticked', ['g2']],
    ['a unit that does not exist', ['nowhere']],
  ])('%s: empty', (_, scope) => {
    expect(freeze('city', scope, city)).toEqual([]);
  });
});

test('order is by position among siblings, and never by name or input', () => {
  const shuffled = [...city].reverse();
  expect(names(freeze('city', ['city'], shuffled))).toEqual(names(freeze('city', ['city'], city)));
});

test('1,269 buildings are frozen in a moment', () => {
  const big = tree(
    'city city',
    ...Array.from({ length: 40 }, (_, index) => `c${index} community city`),
    ...Array.from({ length: 1269 }, (_, index) => `b${index} building c${index % 40} 100`),
  );
  const started = performance.now();
  const rows = freeze('city', ['city'], big);
  expect(rows[0]).toMatchObject({ places: 1269, households: 126_900 });
  expect(performance.now() - started).toBeLessThan(500);
});
