// How far raters agree: Krippendorff's alpha for any raters and gaps, the intraclass correlation for a fixed panel.
// Shown beside a result with two or more raters, so that a score nobody agrees on does not look like one.
import { sum } from './sum.ts';

/** Marks of one unit, a place for each rater; null where one gave none. */
export type Marks = readonly (number | null)[];
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

const given = (marks: Marks): number[] => marks.filter((mark) => mark !== null);

/**
 * Krippendorff's alpha: 1 for full agreement, 0 for what chance gives, below 0 for less. Null when fewer than two marks
 * meet, or all marks are the same (nothing to disagree about was seen). Krippendorff, Content Analysis, 4th ed., 2018,
 * ch. 12; the ordinal difference counts the marks between two values.
 */
export function alpha(units: readonly Marks[], level: Level): number | null {
  const met = units.map(given).filter((marks) => marks.length > 1);
  const values = [...new Set(met.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, at) => [value, at]));
  const counts = met.map((marks) => {
    const row = values.map(() => 0);
    for (const mark of marks) {
      const at = place.get(mark) ?? 0;
      row[at] = (row[at] ?? 0) + 1;
    }
    return row;
  });
  const totals = values.map((_, at) => sum(counts.map((row) => row[at] ?? 0)));
  const n = sum(totals);
  const before = totals.map((_, at) => sum(totals.slice(0, at)));
  const distance: Record<Level, (a: number, b: number) => number> = {
    nominal: () => 1,
    // Ranks that tied marks share lie in the middle of them.
    ordinal: (a, b) => {
      const middle = (at: number) => (before[at] ?? 0) + (totals[at] ?? 0) / 2;
      return middle(a) - middle(b);
    },
    interval: (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
    ratio: (a, b) => {
      const [x, y] = [values[a] ?? 0, values[b] ?? 0];
      return (x - y) / (x + y);
    },
  };
  const between = distance[level];
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < values.length; a++)
    for (let b = 0; b < a; b++) {
      const apart = between(a, b) ** 2;
      expected += (totals[a] ?? 0) * (totals[b] ?? 0) * apart;
      for (const row of counts) observed += ((row[a] ?? 0) * (row[b] ?? 0) * apart) / (sum(row) - 1);
    }
  return expected > 0 ? 1 - ((n - 1) * observed) / expected : null;
}

/** What an alpha allows: conclusions, tentative ones, or none (Krippendorff 2018: .800 and .667). */
export function soundness(value: number): 'sound' | 'tentative' | 'weak' {
  if (value >= 0.8) return 'sound';
  return value >= 0.667 ? 'tentative' : 'weak';
}

/**
 * ICC(2,k): how far the mean of this panel of k raters would come out again with another panel, units and raters both
 * drawn at random, absolute agreement (Shrout & Fleiss, Psychological Bulletin 86, 1979; ICC(A,k) of McGraw & Wong
 * 1996). Only units that every rater marked count. Null with fewer than two of either, or where all marks are the same.
 */
export function panelAgreement(units: readonly Marks[]): number | null {
  const k = Math.max(0, ...units.map((marks) => marks.length));
  const full = units.map(given).filter((marks) => marks.length === k);
  const n = full.length;
  if (n < 2 || k < 2) return null;
  const mean = (list: readonly number[]) => sum(list) / list.length;
  const overall = mean(full.flat());
  const squares = (list: readonly number[]) => sum(list.map((one) => (one - overall) ** 2));
  const betweenUnits = k * squares(full.map(mean));
  const betweenRaters =
    n * squares(Array.from({ length: k }, (_, at) => mean(full.map((row) => row[at] ?? 0))));
  const rest = squares(full.flat()) - betweenUnits - betweenRaters;
  const [msUnits, msRaters, msRest] = [
    betweenUnits / (n - 1),
    betweenRaters / (k - 1),
    rest / ((n - 1) * (k - 1)),
  ];
  const all = msUnits + (msRaters - msRest) / n;
  return all > 0 ? (msUnits - msRest) / all : null;
}
