// What points are worth belongs to a figure: other mappings give other indices, and no change can be told between them.
import { describe, expect, it, test } from 'vitest';
import { changeSince, type Dated } from '../../schema/measures/change.ts';
import { wilson } from '../../schema/measures/interval.ts';
import { measure } from '../../schema/measures/item.ts';
import { mappings, valuesOf } from '../../schema/measures/mapping.ts';
import { averageOf, index, satisfactionIndex } from '../../schema/measures/points.ts';

const [linear, hundredEighty] = mappings;
const answers = [4, 6, 15, 35, 40].map((n, at) => ({ point: at + 1, n }));

describe('an index under a mapping', () => {
  it('is another figure for the same answers', () => {
    if (!linear || !hundredEighty) throw new Error('a mapping is missing');
    expect(valuesOf(linear, answers)).toEqual([0, 25, 50, 75, 100]);
    expect(index(answers, { values: valuesOf(linear, answers) })).toEqual(index(answers));
    expect(index(answers, { values: valuesOf(hundredEighty, answers) })?.value).toBeCloseTo(78.8, 12);
    // From the best answer down: the worst answer still gets the least.
    const down = [...answers].reverse();
    expect(valuesOf(hundredEighty, down)).toEqual([100, 80, 60, 30, 0]);
  });

  it('keeps its interval within what the points are worth', () => {
    const best = index(
      [0, 0, 5].map((n, point) => ({ point, n })),
      { values: [40, 70, 100] },
    );
    expect(best?.high).toBe(100);
    expect(best?.low).toBeGreaterThan(40);
    expect(best?.low).toBeLessThan(90);
  });

  it('is refused on a scale of other points', () => {
    if (!hundredEighty) throw new Error('a mapping is missing');
    expect(() => valuesOf(hundredEighty, answers.slice(1))).toThrow(
      'hundred_eighty 1 has 5 values for 4 points',
    );
  });

  it('leaves those who do not know out of its base, and counts them', () => {
    const item = {
      row: '',
      title: '题',
      keys: [
        { key: '1', label: '不满意' },
        { key: '2', label: '满意' },
        { key: 'na', label: '不了解', missing: true },
      ],
      points: [
        { key: '1', point: 1 },
        { key: '2', point: 2 },
      ],
    };
    const counts = { 1: 1, 2: 3, na: 6 };
    const { base, bars, score } = measure(item, counts, {
      type: 'scale',
      mapping: { id: 'own', version: 2, values: [20, 100] },
    });
    expect([base, score?.value]).toEqual([4, 80]);
    expect(bars.filter(({ missing }) => missing).map(({ n }) => n)).toEqual([6]);
  });
});

test('items count by their weights, in whatever sum these are given', () => {
  const figures = [80, 60].map((value) => ({ value, low: value - 4, high: value + 4 }));
  expect(averageOf(figures, [3, 1])).toEqual({ value: 75, low: 71, high: 79 });
  expect(averageOf(figures, [0, 0])).toBeNull();
  expect(satisfactionIndex([10, 1], [3, 1])).toBe(75);
});

test('a change is told only between figures that were asked and computed alike', () => {
  const dated = (x: number, version = 1, mapping = 1): Dated => ({
    value: x / 200,
    ...wilson(x, 200),
    question: { id: 'q1', version },
    mapping: { id: 'linear', version: mapping },
  });
  expect(changeSince(dated(100), dated(150)).state).toBe('up');
  expect(changeSince(dated(150), dated(100)).state).toBe('down');
  expect(changeSince(dated(100), dated(110)).state).toBe('unclear');
  expect(changeSince(dated(100), dated(150, 2))).toEqual({ state: 'incomparable', why: 'question' });
  expect(changeSince(dated(100), dated(150, 1, 2))).toEqual({ state: 'incomparable', why: 'mapping' });
});
