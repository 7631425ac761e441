// Figures as pages say them.
import { expect, it } from 'vitest';
import { count, perHundred } from '../../web/ui/figures.ts';

it('says no rate of 0 where somebody answered', () => {
  expect([
    perHundred(0, 33_769),
    perHundred(14, 33_769),
    perHundred(17, 33_769),
    perHundred(14, 2_821),
  ]).toEqual(['0', '<0.1', '0.1', '0.5']);
  expect(perHundred(3, 0)).toBeUndefined();
  expect(count(33_769)).toBe('33,769');
});
