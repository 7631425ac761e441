// Figures in words.
/** 1480 → `1,480` */
export const count = (n: number): string => n.toLocaleString('en-US');
/** One decimal at most: `41.2`. */
export const decimal = (n: number): string =>
  n.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: 1 });
/** Answers for a hundred households; undefined where there are none. */
export const perHundred = (n: number, households: number): string | undefined =>
  households > 0 ? decimal((n / households) * 100) : undefined;
