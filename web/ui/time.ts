// Moments in words. Every place that Linli serves keeps Beijing time (UTC+8, no summer time), whatever the computer's
// own clock is set to, so that 20:00 on a poster is 20:00 on every screen.
import { language } from './words/language.ts';

/** Milliseconds by which the place is ahead of UTC. */
export const offset = 8 * 3_600_000;
const two = (n: number) => String(n).padStart(2, '0');

/** The parts of a moment (ms since 1970) on the wall clock of the place. */
function parts(at: number) {
  const local = new Date(at + offset);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    clock: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12月5日`, with the year when it is not this one. */
export function dayWords(at: number, now: number = Date.now()): string {
  const { year, month, day } = parts(at);
  const here = year === parts(now).year;
  if (language() === 'en') return `${day} ${months[month - 1]}${here ? '' : ` ${year}`}`;
  return `${here ? '' : `${year}年`}${month}月${day}日`;
}
export const clockWords = (at: number): string => parts(at).clock;
/** `11 月`, `Nov`. */
export function monthWords(at: number): string {
  const { month } = parts(at);
  return language() === 'en' ? (months[month - 1] ?? '') : `${month} 月`;
}
/** `2026年11月`, `Nov 2026` */
export const yearMonthWords = (at: number): string => {
  const { year, month } = parts(at);
  return language() === 'en' ? `${monthWords(at)} ${year}` : `${year}年${month}月`;
};
export const momentWords = (at: number, now?: number): string => `${dayWords(at, now)} ${clockWords(at)}`;

/** For `<input type="date">` and `<input type="time">`. */
export function dateInput(at: number): string {
  const { year, month, day } = parts(at);
  return `${year}-${two(month)}-${two(day)}`;
}
export const timeInput = clockWords;

/** Both inputs back to a moment; undefined when one is blank or wrong. */
export function fromInputs(date: string, time: string): number | undefined {
  const at = Date.parse(`${date}T${time}:00+08:00`);
  return Number.isNaN(at) ? undefined : at;
}

export const dayLength = 86_400_000;
