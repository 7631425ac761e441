// One question by itself: what may be its answer, as its type and its author's checks have it that read nothing else.
import { fieldOf } from '../../../fields/registry.ts';
import type { Question } from '../../../fields/shapes.ts';
import { judge } from '../../../logic/judge.ts';
import type { Rule } from '../../../logic/shapes.ts';
import { samplesOf } from '../../samples.ts';

export const readsNothingElse = ({ check }: Rule) =>
  check === 'range' || check === 'length' || check === 'pattern';

/** Its answers are plain values, and this is none of them. */
export function isNever(question: Question, value: string | number): boolean {
  const field = fieldOf(question);
  const checked = field.check(value, question);
  if (checked.ok && field.value(checked.value, question) === value) return breaksRule(question, value);
  return samplesOf(question).some((answer) => answer === field.value(answer, question));
}

function breaksRule(question: Question, value: string | number): boolean {
  const rules = question.rules?.filter(readsNothingElse);
  return (
    judge({ ...question, rules }, { opens: undefined, given: () => undefined, value: () => value }) !==
    undefined
  );
}

/** No answer passes its checks: not even those at the ends of what they leave, which pass if any does. */
export function takesNothing(question: Question, kind: string): boolean {
  const rules = question.rules?.filter(readsNothingElse) ?? [];
  const own = Object.entries(question).flatMap(([key, value]) =>
    key === 'min' || key === 'max' ? [value] : [],
  );
  const ends = [...own, ...rules.flatMap((rule) => (rule.check === 'range' ? [rule.min, rule.max] : []))];
  const tries =
    kind === 'number'
      ? numbers(question, ends)
      : kind === 'date' || kind === 'time'
        ? ends.flatMap((end) => (typeof end === 'string' ? moments(end) : []))
        : writings(question, rules);
  // What is no plain text has a form of its own, of which the checks know nothing.
  const fails = kind === 'none' ? breaksRule : isNever;
  return rules.length > 0 && tries.length > 0 && tries.every((value) => fails(question, value));
}

/** Each end, and the first figures after it that have so many decimals, or lie on the steps of a slider. */
function numbers(question: Question, ends: readonly unknown[]): number[] {
  const start = 'from' in question && typeof question.from === 'number' ? question.from : 0;
  const step = 'step' in question && typeof question.step === 'number' ? question.step : 1;
  return [start, ...ends.filter((end) => typeof end === 'number')].flatMap((end) => [
    end,
    start + Math.ceil((end - start) / step) * step,
    ...[10, 100, 1000].map((unit) => Math.ceil(end * unit) / unit),
  ]);
}

/** The day or time itself, and those that are right before and after it where there is no such day or time. */
function moments(end: string): string[] {
  const [year = '', month = '01'] = end.split('-');
  if (!end.includes('-')) return [end, `${`${Number(year.slice(0, 2)) + 1}`.padStart(2, '0')}:00`];
  const next = `${Number(month) + 1}`.padStart(2, '0');
  return [end, `${year}-${month}-28`, `${year}-${next}-01`, `${Number(year) + 1}-01-01`];
}

/** One sign of each kind that patterns tell apart, as often as some length wants it. */
function writings(question: Question, rules: readonly Rule[]): string[] {
  const most = 'maxLength' in question && typeof question.maxLength === 'number' ? question.maxLength : 1;
  const least = rules.map((rule) => (rule.check === 'length' ? (rule.min ?? 1) : 1));
  const lengths = [Math.min(1, most), Math.max(1, ...least), 6, 18];
  return ['1', 'A', 'a', '一', '中', '-'].flatMap((sign) => lengths.map((length) => sign.repeat(length)));
}
