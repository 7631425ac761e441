// Moments as residents read them, in the time of the place.
import { placeTime } from '../../schema/day.ts';
import type { Language } from '../../schema/words/language.ts';

/** 12月5日 20:00 · 5 December 20:00 */
export function placeTimeWords(at: number, language: Language): string {
  const [day = '', time = ''] = placeTime(at).split(' ');
  const [, month, date] = day.split('-').map(Number);
  const clock = time.slice(0, 5);
  if (language === 'zh') return `${month}月${date}日 ${clock}`;
  const name = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' });
  return `${date} ${name} ${clock}`;
}
