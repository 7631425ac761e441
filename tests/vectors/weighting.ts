// Weights raked to known totals with what they cost, post-stratification, and figures rolled up from strata.
import { rollUp } from '../../schema/measures/strata.ts';
import { type Cell, costOf, type Margin, rake } from '../../schema/measures/weighting.ts';
import { type Case, type Kind, numbersOf, type Printed, tableOf } from './case.ts';

function raked(cells: Cell[], margins: Margin[]) {
  const { weights } = rake(cells, margins);
  const { deff, effective } = costOf(cells, weights);
  return { weights, figures: { kish_deff: deff, n_eff: effective } };
}

const toHundredths = (weight: number) => Math.round(weight * 100) / 100;

function table(one: Case): Record<string, Printed> {
  const sample = tableOf(one, 'sample');
  const cells = sample.flatMap((row, r) => row.map((n, c) => ({ n, at: [r, c] })));
  const margins = [{ totals: numbersOf(one, 'row_totals') }, { totals: numbersOf(one, 'col_totals') }];
  const { weights, figures } = raked(cells, margins);
  const width = sample[0]?.length ?? 0;
  const rows = sample.map((_, r) => weights.slice(r * width, (r + 1) * width));
  return { weights: rows, r_2dp: rows.map((row) => row.map(toHundredths)), ...figures };
}

export const weighting: Kind = {
  tolerance: 1e-6,
  compute(one) {
    if ('sample' in one) return table(one);
    const [n, N] = [numbersOf(one, 'n'), numbersOf(one, 'N')];
    if (!('mean' in one)) {
      const { weights, figures } = raked(
        n.map((count, at) => ({ n: count, at: [at] })),
        [{ totals: N }],
      );
      return { weights, ...figures };
    }
    const [mean, sd] = [numbersOf(one, 'mean'), numbersOf(one, 'sd')];
    const rolled = rollUp(
      n.map((count, at) => ({ n: count, N: N[at] ?? 0, mean: mean[at] ?? 0, sd: sd[at] ?? 0 })),
    );
    return { est: rolled?.value ?? null, se: rolled?.se ?? null };
  },
};
