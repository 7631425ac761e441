// Figures in words.
/** 1480 → `1,480` */
export const count = (n: number): string => n.toLocaleString('en-US');
/** One decimal at most: `41.2`. */
export const decimal = (n: number): string =>
  n.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: 1 });
/** A rate; what is more than nothing is never said to be 0. */
export const rateFigure = (rate: number): string => (rate > 0 && rate < 0.05 ? '<0.1' : decimal(rate));
/** Answers for a hundred households; undefined where there are none. */
export const perHundred = (n: number, households: number): string | undefined =>
  households > 0 ? rateFigure((n / households) * 100) : undefined;
