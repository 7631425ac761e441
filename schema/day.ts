// The calendar of the place: China Standard Time, UTC+8 all year (no summer time since 1992).
const shift = 8 * 3_600_000;

/** The calendar day of a moment: YYYY-MM-DD. */
export const placeDay = (at: number) => new Date(at + shift).toISOString().slice(0, 10);

/** Date and time of a moment, for files: YYYY-MM-DD HH:MM:SS. */
export const placeTime = (at: number) => new Date(at + shift).toISOString().slice(0, 19).replace('T', ' ');

/** The calendar month that a moment lies in: from its first moment to that of the next month. */
export function monthOf(at: number): { from: number; to: number } {
  const local = new Date(at + shift);
  const start = (month: number) => Date.UTC(local.getUTCFullYear(), month) - shift;
  return { from: start(local.getUTCMonth()), to: start(local.getUTCMonth() + 1) };
}
