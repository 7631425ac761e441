// Intervals of shares: Wilson, its finite-population form, worst-case bounds, Newcombe's difference.
import { newcombe, wilson, worstCase } from '../../schema/measures/interval.ts';
import { type Case, type Kind, maybe, numberOf, numbersOf } from './case.ts';

function pair(one: Case, key: string): [number, number] {
  const [x, n] = numbersOf(one, key);
  if (x === undefined || n === undefined) throw new Error(`${key} is not a pair x, n`);
  return [x, n];
}

export const interval: Kind = {
  tolerance: 1e-9,
  compute(one) {
    if ('a' in one) {
      const { value, low, high } = newcombe(pair(one, 'a'), pair(one, 'b'));
      return { diff: value, lo: low, hi: high };
    }
    const [x, n, N] = [numberOf(one, 'x'), numberOf(one, 'n'), maybe(one, 'N', numberOf)];
    const worst = one.id.startsWith('worst-case');
    const { low, high } = worst ? worstCase(x, n, numberOf(one, 'N')) : wilson(x, n, { N });
    return { lo: low, hi: high };
  },
};
