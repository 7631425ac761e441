// From one period to the next: a run's dates and the period that its title names. Months, quarters, half-years and years
// are those of the calendar; anything else follows by whole weeks, so that weekdays and hours stay.
import { formTextMax } from '../../../schema/form/definition.ts';
import { dayLength, offset } from '../../ui/time.ts';

interface Period {
  title: string;
  opensAt: number;
  closesAt: number;
}

const monthsOf = { month: 1, quarter: 3, half: 6, year: 12 } as const;
type Span = keyof typeof monthsOf | 'weeks';

const numerals = ['一', '二', '三', '四'];
const inTitle: readonly [span: Span, pattern: RegExp][] = [
  ['quarter', /(?:(\d{4})年)?(第?)([一二三四1-4])季度/],
  ['half', /(?:(\d{4})年)?([上下])半年/],
  ['month', /(?:(\d{4})年)?(1[0-2]|[1-9])月/],
  ['year', /(\d{4})年/],
];

/** The period of the title; without one, the window that is as long as one. */
function spanOf({ title, opensAt, closesAt }: Period): Span {
  const named = inTitle.find(([, pattern]) => pattern.test(title));
  if (named) return named[0];
  const days = (closesAt - opensAt) / dayLength;
  if (days > 350 && days < 380) return 'year';
  if (days > 80 && days < 100) return 'quarter';
  return days > 26 && days < 32 ? 'month' : 'weeks';
}

/** A day that a month lacks becomes its last; the last day of a month stays the last where a run ends on it. */
function laterBy(months: number, at: number, end: boolean): number {
  const local = new Date(at + offset);
  const [year, month] = [local.getUTCFullYear(), local.getUTCMonth()];
  const last = (ahead: number) => new Date(Date.UTC(year, month + ahead + 1, 0)).getUTCDate();
  const day = local.getUTCDate();
  const kept = end && day === last(0) ? last(months) : Math.min(day, last(months));
  return Date.UTC(year, month + months, kept) + ((at + offset) % dayLength) - offset;
}

/** `2026年四季度` a quarter on is `2027年一季度`; a title that names no period gets its turn: `（第2期）`. */
function titleAfter(title: string, steps: number): string {
  for (const [span, pattern] of inTitle)
    if (pattern.test(title)) return title.replace(pattern, (...found) => named(span, found, steps));
  const turn = /(?<=第)\d+(?=期)|(?<= \()\d+(?=\)$)/;
  if (turn.test(title)) return title.replace(turn, (n) => String(Number(n) + steps));
  const own = title.slice(0, formTextMax.title - 6);
  return /\p{Script=Han}/u.test(title) ? `${own}（第${1 + steps}期）` : `${own} (${1 + steps})`;
}

function named(span: Span, [whole, year = '', one = '', two = '']: string[], steps: number): string {
  const dated = (years: number) => (year ? `${Number(year) + years}年` : '');
  if (span === 'quarter') {
    const now = /\d/.test(two) ? Number(two) - 1 : numerals.indexOf(two);
    const next = (now + steps) % 4;
    return `${dated(Math.floor((now + steps) / 4))}${one}${/\d/.test(two) ? next + 1 : numerals[next]}季度`;
  }
  if (span === 'half') {
    const now = one === '上' ? 0 : 1;
    return `${dated(Math.floor((now + steps) / 2))}${(now + steps) % 2 === 0 ? '上' : '下'}半年`;
  }
  if (span === 'month') {
    const now = Number(one) - 1;
    return `${dated(Math.floor((now + steps) / 12))}${((now + steps) % 12) + 1}月`;
  }
  return year ? `${Number(year) + steps}年` : (whole ?? '');
}

/** The next period that is not over by `now`, of the same length; what should have begun already begins now. */
export function nextPeriod(run: Period, now: number): Period {
  const span = spanOf(run);
  // Closed within the hour, it was a trial: the next one has the usual week.
  const tried = run.closesAt - run.opensAt < 3_600_000;
  const closesAt = tried ? run.opensAt + 7 * dayLength : run.closesAt;
  const length = closesAt - run.opensAt;
  const weeks = Math.ceil(length / (7 * dayLength)) * 7 * dayLength;
  const after = (at: number, steps: number, end: boolean) =>
    span === 'weeks' ? at + steps * weeks : laterBy(steps * monthsOf[span], at, end);
  let steps = 1;
  while (after(closesAt, steps, true) <= now) steps += 1;
  const opensAt = after(run.opensAt, steps, false);
  const late = opensAt < now;
  return {
    title: titleAfter(run.title, steps),
    opensAt: late ? now : opensAt,
    closesAt: late ? now + length : after(closesAt, steps, true),
  };
}
