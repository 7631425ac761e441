// Scores: net promoters; an index under named mappings with the satisfied share; the ACSI form.
import { index, netPromoters, satisfactionIndex, topTwo } from '../../schema/measures/points.ts';
import { type Case, type Kind, maybe, numberOf, numbersOf } from './case.ts';

/** `linear_100_75_50_25_0`: the mapping stands in the name of the expectation. */
const mappingIn = (key: string) => key.split('_').slice(1).map(Number);

function indexCase(one: Case): Record<string, number> {
  const counts = numbersOf(one, 'counts');
  const figures: Record<string, number> = {};
  // Counts come from the best answer to the worst.
  const points = counts.map((n, at) => ({ point: counts.length - at, n }));
  for (const key of Object.keys(one)) {
    if (/^map(_\d+(\.\d+)?)+$/.test(key))
      figures[key] = index(points, { values: mappingIn(key) })?.value ?? Number.NaN;
    if (/^linear(_\d+(\.\d+)?)+$/.test(key)) figures[key] = index(points)?.value ?? Number.NaN;
  }
  const { x, n } = topTwo(points);
  return { ...figures, top2: x / n };
}

export const score: Kind = {
  tolerance: 1e-9,
  compute(one) {
    if ('promoters' in one) {
      const { value, se } = netPromoters(
        numberOf(one, 'promoters'),
        numberOf(one, 'detractors'),
        numberOf(one, 'n'),
      );
      return { nps: value, se };
    }
    if ('means' in one) {
      const means = numbersOf(one, 'means');
      return {
        weighted: satisfactionIndex(means, maybe(one, 'w', numbersOf)),
        diy: satisfactionIndex(means),
      };
    }
    return indexCase(one);
  },
};
