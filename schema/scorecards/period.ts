// Months and quarters on the calendar of the place. `2026-11` and `2026-Q4` are their names.
import { placeDay } from '../day.ts';
import { momentOf } from '../elections/days.ts';

export const periodKinds = ['month', 'quarter'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export interface Period {
  kind: PeriodKind;
  key: string;
  /** its first moment, and that of the next period */
  from: number;
  to: number;
}

const months: Record<PeriodKind, number> = { month: 1, quarter: 3 };

/** `at`: months since the year 0. */
function periodAt(kind: PeriodKind, at: number): Period {
  const length = months[kind];
  const start = Math.floor(at / length) * length;
  const first = (month: number) =>
    momentOf(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`, '00:00');
  const year = Math.floor(start / 12);
  const part = (start % 12) / length + 1;
  const key = kind === 'month' ? `${year}-${String(part).padStart(2, '0')}` : `${year}-Q${part}`;
  return { kind, key, from: first(start), to: first(start + length) };
}

const monthAt = (at: number) => {
  const day = placeDay(at);
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
};

/** The period that a moment lies in. */
export const periodOf = (kind: PeriodKind, at: number): Period => periodAt(kind, monthAt(at));

/** The one before. */
export const periodBefore = ({ kind, from }: Period): Period => periodAt(kind, monthAt(from) - 1);

/** By its name; undefined for what names none of this kind. */
export function periodNamed(kind: PeriodKind, key: string): Period | undefined {
  const [, year = '', part = ''] = /^(\d{4})-Q?(\d{1,2})$/.exec(key) ?? [];
  if (year === '') return undefined;
  const found = periodAt(kind, Number(year) * 12 + (Number(part) - 1) * months[kind]);
  return found.key === key ? found : undefined;
}

/** So many, the newest first. */
export function periodsUpTo(last: Period, many: number): Period[] {
  const all = [last];
  for (let at = 1; at < many; at++) all.push(periodBefore(all[at - 1] ?? last));
  return all;
}
