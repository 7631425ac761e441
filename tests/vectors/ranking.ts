// Sets of ranks that units may have, by simultaneous intervals of shares.
import { wilson } from '../../schema/measures/interval.ts';
import { rankSets, simultaneousZ } from '../../schema/measures/rank.ts';
import { byName, type Kind, numbersOf } from './case.ts';

export const ranking: Kind = {
  tolerance: 1e-6,
  compute(one) {
    const units = byName(one, 'units', numbersOf);
    const z = simultaneousZ(units.length);
    const intervals = units.map(([, [x = 0, n = 0]]) => wilson(x, n, { z }));
    const sets = rankSets(intervals);
    const named = (pair: (at: number) => [number, number]) =>
      Object.fromEntries(units.map(([name], at) => [name, pair(at)]));
    return {
      z,
      interval: named((at) => [intervals[at]?.low ?? 0, intervals[at]?.high ?? 0]),
      rank_set: named((at) => [sets[at]?.best ?? 0, sets[at]?.worst ?? 0]),
    };
  },
};
