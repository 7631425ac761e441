// What a chart shows, before it is drawn: figures and labels, no places and no colours. The sentence above a chart, its
// drawing, its table and its picture are all made from this, so that they cannot differ.
import type { FigureLine } from '../../../../schema/api/figures.ts';
import type { Counts } from '../../../../schema/fields/field.ts';

/** Why a figure may not be shown: too few answers, or beside somebody with too few. */
export type Veiled = 'few' | 'beside';

/** One line of a question as it was counted at one unit. */
export interface Counted {
  line: FigureLine;
  /** null where they may not be shown */
  counts: Counts | null;
  /** why not; too few answers to this line unless said */
  veiled?: Veiled | undefined;
}

/** A row of a chart that has several: a row of a table, an option that is ranked, a unit. */
export interface Row {
  title: string;
  /** answers that the shares are of */
  base: number;
  veiled?: Veiled | undefined;
}

export interface Bar {
  label: string;
  n: number;
  /** 不了解: beside the shares, and outside their base */
  missing: boolean;
  retired: boolean;
}

interface Charts {
  /** shares of options */
  bars: {
    base: number;
    /** an answer may hold several, so that shares add up to more than 100 % */
    several: boolean;
    bars: readonly Bar[];
  };
  /** shares of a few ordered parts, each row together 100 % */
  divided: {
    parts: readonly { label: string; tone: 1 | 2 | 3 | 4 | 5 }[];
    rows: readonly (Row & { n: readonly number[]; missing: number })[];
    /** 0–100, with the range in which it lies; of a single row alone */
    score?: { value: number; low: number; high: number } | undefined;
    /** promoters less detractors, −100–100 */
    net?: number | undefined;
  };
  /** how often each figure, or each of even steps of figures, was given */
  columns: {
    base: number;
    columns: readonly { label: string; n: number }[];
    spread?: { least: number; middle: number; mean: number; most: number; unit: string } | undefined;
  };
  /** one amount a row; `part` is the length of its bar, 0–1 */
  amounts: {
    rows: readonly (Row & { value: number; words: string; part: number })[];
    /** what the amounts are, and whether the smallest is the best of them */
    what: 'mean' | 'place' | 'times';
  };
  /** shares by row and column, the darker the larger; null where a cell may not be shown */
  heat: {
    columns: readonly string[];
    rows: readonly (Row & { n: readonly (number | null)[] })[];
  };
  /** one figure that says it all */
  figure: { base: number; words: string };
  /** how many answered, and no more */
  heads: { base: number };
  /** nothing of it may be shown */
  veiled: { why: Veiled };
}

export type ChartKind = keyof Charts;
interface Any {
  title?: string | undefined;
  /** its rows are units: none of them is named as the first */
  units?: boolean;
}
export type ChartOf<K extends ChartKind> = Any & { kind: K } & Charts[K];
export type Chart = { [K in ChartKind]: ChartOf<K> }[ChartKind];

export const nobodyIn = (chart: Chart): boolean => {
  if (chart.kind === 'veiled') return false;
  if ('base' in chart) return chart.base === 0 && !('bars' in chart && chart.bars.some(({ n }) => n > 0));
  return chart.rows.every((row) => row.base === 0 && !row.veiled && !('missing' in row && row.missing > 0));
};
