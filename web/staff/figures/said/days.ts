// Days that were given, put together by the day, the month, the year, ten years … whichever can be read.
import { dayNumber } from '../../../../schema/fields/date.ts';
import type { ChartOf } from '../charts/chart.ts';

/** Columns at most. */
const most = 24;
/** Characters of YYYY-MM-DD that name the period, and the days of the shortest of its kind. */
const periods = [
  { long: 10, days: 1 },
  { long: 7, days: 28 },
  { long: 4, days: 365 },
  { long: 3, days: 3651 },
  { long: 2, days: 36_524 },
  { long: 1, days: 365_242 },
] as const;
type Period = (typeof periods)[number];

/** Every period from the first day to the last, also those in which there is none; of too many, one too many. */
function between(first: string, last: string, { long, days }: Period): string[] {
  const found = new Set<string>();
  const [from, to] = [dayNumber(first) ?? 0, dayNumber(last) ?? 0];
  for (let day = from; day < to && found.size <= most; day += days)
    found.add(new Date(day * 86_400_000).toISOString().slice(0, long));
  return [...found.add(last.slice(0, long))];
}

/** `2026`, `2020–2029`, `2026-03`. */
const named = (period: string) =>
  period.length < 4 ? `${period.padEnd(4, '0')}–${period.padEnd(4, '9')}` : period;

export function daysChart(given: readonly string[]): ChartOf<'columns'> {
  const days = given.filter((day) => dayNumber(day) !== undefined).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { kind: 'columns', base: 0, columns: [] };
  const period = periods.find((one) => between(first, last, one).length <= most) ?? periods[5];
  const sums = new Map(between(first, last, period).map((one) => [one, 0]));
  for (const day of days) {
    const one = day.slice(0, period.long);
    sums.set(one, (sums.get(one) ?? 0) + 1);
  }
  const columns = [...sums].map(([one, n]) => ({ label: named(one), n }));
  return { kind: 'columns', base: days.length, columns };
}
