// What a figure made from answers is: sums, averages, scores, differences of days. Evaluation is one walk over the
// expression; a figure that cannot be had is `null`, and each sum says what it does with a missing part (decisions.ts).
import { placeDay } from '../day.ts';
import { dayNumber } from '../fields/date.ts';
import { holds, ranks } from './condition.ts';
import { scoreOf } from './score.ts';
import { type Comparison, type Expression, type Missing, opening } from './shapes.ts';
import type { Sight } from './sight.ts';

/** The figure, or null when it cannot be had. Never NaN, never infinite; 0.1 and 0.2 make 0.3. */
export function evaluate(expression: Expression, sight: Sight): number | null {
  const figure = plain(expression, sight);
  if (figure === null || !Number.isFinite(figure)) return null;
  // Decimals of a double are exact to 15 digits; what follows is the dust of binary fractions.
  return Number.isInteger(figure) ? figure : Number(figure.toPrecision(15));
}

function plain(expression: Expression, sight: Sight): number | null {
  const of = (one: Expression) => evaluate(one, sight);
  if ('number' in expression) return expression.number;
  if ('value' in expression) return figureOf(expression.value, expression.row, sight);
  if ('score' in expression) return scoreOf(sight.given(expression.score));
  if ('chosen' in expression) {
    const value = sight.value(expression.chosen);
    return value === undefined ? null : typeof value === 'object' ? value.length : 1;
  }
  if ('total' in expression) {
    const given = sight.given(expression.total);
    return given ? totalOf(given.answer) : null;
  }
  if ('day' in expression) return dayOf(expression.day, sight);
  if ('sum' in expression) return put(expression.sum.map(of), expression.missing, sum);
  if ('average' in expression)
    return put(expression.average.map(of), expression.missing, (parts) => sum(parts) / parts.length);
  if ('least' in expression)
    return put(expression.least.map(of), expression.missing, (parts) => Math.min(...parts));
  if ('most' in expression)
    return put(expression.most.map(of), expression.missing, (parts) => Math.max(...parts));
  if ('weighted' in expression) return weighted(expression, sight);
  if ('count' in expression) return expression.count.filter((one) => holds(one, sight)).length;
  if ('if' in expression) return of(holds(expression.if, sight) ? expression.yes : expression.no);
  if ('round' in expression) {
    const figure = of(expression.round);
    return figure === null ? null : rounded(figure, expression.digits);
  }
  if ('minus' in expression) return two(expression.minus, sight, (a, b) => a - b);
  if ('times' in expression) return two(expression.times, sight, (a, b) => a * b);
  if ('over' in expression) return two(expression.over, sight, (a, b) => (b === 0 ? null : a / b));
  return two(expression.between, sight, (a, b) => between(a, b, expression.unit));
}

function figureOf(id: string, row: string | undefined, sight: Sight): number | null {
  const value = sight.value(id, row);
  if (typeof value === 'number') return value;
  const given = sight.given(id);
  if (typeof value !== 'string' || !given) return null;
  return given.field.number?.(value) ?? null;
}

function dayOf(text: string, { opens }: Sight): number | null {
  if (text !== opening) return dayNumber(text) ?? null;
  return opens === undefined ? null : (dayNumber(placeDay(opens)) ?? null);
}

const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);

function put(
  parts: readonly (number | null)[],
  missing: Missing,
  together: (parts: number[]) => number,
): number | null {
  if (missing === 'null' && parts.includes(null)) return null;
  const there = parts.flatMap((part) => (part !== null ? [part] : missing === 'zero' ? [0] : []));
  return there.length > 0 ? together(there) : null;
}

function weighted(
  { weighted: terms, missing, mean }: Extract<Expression, { weighted: unknown }>,
  sight: Sight,
): number | null {
  const parts = terms.map(({ part, weight }) => ({ figure: evaluate(part, sight), weight }));
  if (missing === 'null' && parts.some(({ figure }) => figure === null)) return null;
  const there = parts.filter(({ figure }) => figure !== null || missing === 'zero');
  if (there.length === 0) return null;
  const all = sum(there.map(({ figure, weight }) => (figure ?? 0) * weight));
  const weights = sum(there.map(({ weight }) => weight));
  return mean ? (weights === 0 ? null : all / weights) : all;
}

function two(
  [one, other]: readonly [Expression, Expression],
  sight: Sight,
  of: (a: number, b: number) => number | null,
): number | null {
  const a = evaluate(one, sight);
  const b = evaluate(other, sight);
  return a === null || b === null ? null : of(a, b);
}

/** Every number in an answer, wherever it stands. */
function totalOf(answer: unknown): number | null {
  if (typeof answer === 'number') return answer;
  if (typeof answer !== 'object' || answer === null) return null;
  const parts = Object.values(answer)
    .map(totalOf)
    .filter((part) => part !== null);
  return parts.length > 0 ? sum(parts) : null;
}

/**
 * Rounded to so many decimals, halves away from zero. By way of the decimal text, so that 1.005 becomes 1.01 as people
 * expect, and not 1.00 as its binary fraction would have it.
 */
export function rounded(figure: number, digits: number): number {
  const [mantissa, power = '0'] = String(Math.abs(figure)).split('e');
  const whole = Math.round(Number(`${mantissa}e${Number(power) + digits}`));
  const result = Math.sign(figure) * Number(`${whole}e-${digits}`);
  return result === 0 ? 0 : result;
}

const day = 86_400_000;
const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();

/** Where a month has no such day, its last day completes it (民法典 art. 202): one month from 31 January is 28 February. */
function between(from: number, to: number, unit: 'days' | 'months' | 'years'): number {
  if (unit === 'days') return to - from;
  if (to < from) return -between(to, from, unit) || 0;
  const [a, b, next] = [new Date(from * day), new Date(to * day), new Date((to + 1) * day)];
  const full = b.getUTCDate() >= a.getUTCDate() || monthOf(next) !== monthOf(b);
  const months = monthOf(b) - monthOf(a) - (full ? 0 : 1);
  return unit === 'months' ? months : Math.floor(months / 12);
}

export function compares({ is, left, right }: Comparison, sight: Sight): boolean {
  const a = evaluate(left, sight);
  const b = evaluate(right, sight);
  if (a === null || b === null) return false;
  return is === 'equals' ? a === b : ranks[is](a, b);
}
