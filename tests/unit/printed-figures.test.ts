// Figures of a composed card are rounded once, and everything said of them is said of what is printed.
import { describe, expect, test } from 'vitest';
import type { Source } from '../../schema/scorecards/body.ts';
import { frozenText, rounded } from '../../schema/scorecards/frozen.ts';
import { valueWords } from '../../web/board/composed/said.ts';
import { exact, figureOf } from '../../worker/scorecards/composed/got.ts';

const marked = (source: Source, value: number, target = 85) =>
  figureOf({ better: 'higher', target, fair: 80, source }, exact(value, null, null));

describe('a figure', () => {
  test.each([
    [84.96, 85, 'good'],
    [84.94, 84.9, 'fair'],
    [79.95, 80, 'fair'],
    [79.94, 79.9, 'watch'],
  ])('of %d is printed as %d and marked so', (value, shown, mark) => {
    expect(marked({ kind: 'evaluation' }, value)).toMatchObject({
      value: shown,
      low: shown,
      mark,
      sure: true,
    });
  });

  test('is marked against the target that is printed', () => {
    expect(marked({ kind: 'evaluation' }, 84.96, 85.04)).toMatchObject({ value: 85, mark: 'good' });
  });

  test('that staff report stays as they entered it', () => {
    const reported: Source = { kind: 'reported', suffix: '' };
    expect(marked(reported, 84.96)).toMatchObject({ value: 84.96, mark: 'fair' });
    expect(valueWords({ what: 'reported', suffix: '人' }, 84.96)).toBe('84.96 人');
  });

  test('that is more than nothing is never said to be nothing', () => {
    expect(valueWords({ what: 'rate', suffix: '' }, 0, 1)).toContain('<0.1');
    expect(valueWords({ what: 'rate', suffix: '' }, 0, 0)).not.toContain('<');
  });
});

test('halves go upwards as the decimal text has them', () => {
  expect([185 / 4 - 1e-13, 46.25, 1.005, 0.15].map((value) => rounded(value, 1))).toEqual([
    46.3, 46.3, 1, 0.2,
  ]);
  expect(rounded({ of: [1.005, 'x', null, 3] }, 2)).toEqual({ of: [1.01, 'x', null, 3] });
});

test('the text of the check code has the decimals that are printed', () => {
  expect(frozenText({ a: 84.9, b: 84.96, c: 85, d: 0.1 })).toBe('{"a":"84.9","b":"84.96","c":85,"d":"0.1"}');
});
