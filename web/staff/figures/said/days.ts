// Days that were given, put together by the day, the month or the year, whichever can be read.
import { dayNumber } from '../../../../schema/fields/date.ts';
import type { ChartOf } from '../charts/chart.ts';

/** Columns at most. */
const most = 24;
/** Characters of YYYY-MM-DD that name the period. */
const periods = [10, 7, 4] as const;

/** Every period from the first day to the last, also those in which there is none. */
function between(first: string, last: string, long: number): string[] {
  const found = new Set<string>();
  const [from, to] = [dayNumber(first) ?? 0, dayNumber(last) ?? 0];
  for (let day = from; day <= to; day++) found.add(new Date(day * 86_400_000).toISOString().slice(0, long));
  return [...found];
}

export function daysChart(given: readonly string[]): ChartOf<'columns'> {
  const days = given.filter((day) => dayNumber(day) !== undefined).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { kind: 'columns', base: 0, columns: [] };
  const long = periods.find((one) => between(first, last, one).length <= most) ?? 4;
  const sums = new Map(between(first, last, long).map((period) => [period, 0]));
  for (const day of days) sums.set(day.slice(0, long), (sums.get(day.slice(0, long)) ?? 0) + 1);
  return { kind: 'columns', base: days.length, columns: [...sums].map(([label, n]) => ({ label, n })) };
}
