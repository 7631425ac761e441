// Days and hours as residents read them, in the time of the place (UTC+8), whatever the phone is set to.
import { placeDay, placeTime } from '../../schema/day.ts';
import { say, spokenLanguage } from './words.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** 12月5日 · 5 Dec; with the year when it is another one. */
export function dayWords(at: number, now: number): string {
  const [year = 0, month = 0, day = 0] = placeDay(at).split('-').map(Number);
  const same = placeDay(now).startsWith(String(year));
  if (spokenLanguage() === 'zh') return `${same ? '' : `${year}年`}${month}月${day}日`;
  return `${day} ${months[month - 1]}${same ? '' : ` ${year}`}`;
}

/** 10:32 */
export const clockWords = (at: number): string => placeTime(at).slice(11, 16);

/** The end of a window: the day, and the hour when it is today. */
export const untilWords = (at: number, now: number): string =>
  say('until', {
    day: placeDay(at) === placeDay(now) ? say('today', { clock: clockWords(at) }) : dayWords(at, now),
  });
