// How far raters agree: Krippendorff's alpha at its four levels, and the intraclass correlation of a panel.
import { alpha, type Marks, panelAgreement } from '../../schema/measures/agreement.ts';
import type { Case, Kind, Printed } from './case.ts';

function marksOf(one: Case): Marks[] {
  const { units } = one;
  const isMarks = (row: unknown): row is Marks =>
    Array.isArray(row) && row.every((mark) => mark === null || typeof mark === 'number');
  if (!Array.isArray(units) || !units.every(isMarks)) throw new Error('units is not a table of marks');
  return units;
}

export const agreement: Kind = {
  tolerance: 1e-6,
  compute(one) {
    const units = marksOf(one);
    const panel = panelAgreement(units);
    const figures: Record<string, Printed> = {
      nominal: alpha(units, 'nominal'),
      ordinal: alpha(units, 'ordinal'),
      interval: alpha(units, 'interval'),
      ratio: alpha(units, 'ratio'),
    };
    // ICC(2,k), ICC2k, icc_2k: papers and packages write it in as many ways.
    for (const key of Object.keys(one))
      if (key.toLowerCase().replace(/\W|_/g, '') === 'icc2k') figures[key] = panel;
    return figures;
  },
};
