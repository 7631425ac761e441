// Figures in words.
/** 1480 → `1,480` */
export const count = (n: number): string => n.toLocaleString('en-US');
/** One decimal at most, or so many: `41.2`. */
export const decimal = (n: number, most = 1): string =>
  n.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: most });
/** A rate; what is more than nothing is never said to be 0. */
export const rateFigure = (rate: number): string => (rate > 0 && rate < 0.05 ? '<0.1' : decimal(rate));
/** Answers for a hundred households; undefined where there are none. */
export const perHundred = (n: number, households: number): string | undefined =>
  households > 0 ? rateFigure((n / households) * 100) : undefined;
/** Whole per cent; `<1` for a few of many, so that somebody is never shown as nobody. */
export const percent = (n: number, base: number): string => {
  if (base <= 0 || n === 0) return '0%';
  const share = (n / base) * 100;
  return share < 0.5 ? '<1%' : `${Math.round(share)}%`;
};
