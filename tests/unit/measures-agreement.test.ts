// Agreement of raters against printed figures, and where there is nothing to say.
import { expect, test } from 'vitest';
import { alpha, panelAgreement, soundness } from '../../schema/measures/agreement.ts';
import { normalQuantile } from '../../schema/measures/normal.ts';

/** Six targets by four judges (Shrout & Fleiss 1979, table 2). */
const judged = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

test('the intraclass correlation of a panel is the printed .62, whoever left a unit out', () => {
  expect(panelAgreement(judged)).toBeCloseTo(0.6201, 4);
  expect(panelAgreement([...judged, [10, null, 1, 1]])).toBeCloseTo(0.6201, 4);
  expect(panelAgreement(judged.map(([one = 0]) => [one, one, one]))).toBe(1);
});

test('nothing is said of raters who never met, or gave one mark alone', () => {
  expect(alpha([[1, null], [null, 2], []], 'interval')).toBeNull();
  expect(
    alpha(
      [
        [3, 3, 3],
        [3, 3],
      ],
      'interval',
    ),
  ).toBeNull();
  expect(panelAgreement([[1, 2, 3]])).toBeNull();
  expect(panelAgreement([[1], [2]])).toBeNull();
  expect(
    panelAgreement([
      [4, 4],
      [4, 4],
    ]),
  ).toBeNull();
  expect(panelAgreement([])).toBeNull();
});

test('an agreement is sound from .8, tentative from .667', () => {
  expect([0.8, 0.799, 0.667, 0.666].map(soundness)).toEqual(['sound', 'tentative', 'tentative', 'weak']);
});

test('quantiles of the normal distribution are the printed ones', () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
  expect(normalQuantile(0.99375)).toBeCloseTo(2.497705474412373, 12);
  expect(normalQuantile(1 - 0.05 / (2 * 1269))).toBeCloseTo(4.110963767751901, 9);
  expect(() => normalQuantile(1)).toThrow(RangeError);
});
