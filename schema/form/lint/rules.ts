// The author's own checks: such as read what is not there, such as do not fit the type, and such as no answer passes.
import { fieldOf } from '../../fields/registry.ts';
import type { Question } from '../../fields/shapes.ts';
import { ranks } from '../../logic/condition.ts';
import type { Rule, RuleOrder } from '../../logic/shapes.ts';
import { samplesOf } from '../samples.ts';
import { holdsNumbers } from './figures.ts';
import { error, type Finding } from './finding.ts';
import type { Form } from './form.ts';
import { addressOf } from './places.ts';

export const ruleFindings = (form: Form): Finding[] =>
  form.questions.flatMap((question) => {
    const rules = question.rules ?? [];
    const wrong = rules.flatMap((rule, index) => {
      const found = ruleFinding(form, question, rule);
      return found ? [{ ...found, at: addressOf(question, 'rules', index) }] : [];
    });
    return wrong.length > 0 ? wrong : [...impossible(form, question, rules)];
  });

function ruleFinding(form: Form, question: Question, rule: Rule): Finding | undefined {
  const { kind } = form.comparable(question);
  const wrongType = error('rule-type', [question.id]);
  switch (rule.check) {
    case 'range':
      return [rule.min, rule.max].every((end) => end === undefined || endFits(kind, end))
        ? undefined
        : wrongType;
    case 'length':
    case 'pattern':
      return isWritten(question, kind) ? undefined : wrongType;
    case 'compare': {
      const other = form.question(rule.with);
      if (!other || !form.answers(other) || other === question)
        return error('rule-source', other ? [question.id, other.id] : [question.id]);
      const ordered = !['equals', 'differs'].includes(rule.order);
      const fits =
        form.comparable(other).kind === kind && (!ordered || ['number', 'date', 'time'].includes(kind));
      return fits ? undefined : error('rule-type', [question.id, other.id]);
    }
    case 'sum': {
      const others = (rule.and ?? []).map((id) => form.question(id));
      if (others.some((other) => !other || !form.answers(other))) return error('rule-source', [question.id]);
      const without = [question, ...others].filter((one) => one && !givesNumbers(form, one));
      return without.length > 0
        ? error('rule-type', [question.id, ...without.flatMap((one) => one?.id ?? [])])
        : undefined;
    }
    case 'holds':
      return undefined;
  }
}

function endFits(kind: string, end: number | string): boolean {
  if (kind === 'number') return typeof end === 'number';
  if (typeof end !== 'string') return false;
  return kind === 'date' ? /^\d{4}-\d\d-\d\d$/.test(end) : kind === 'time' && /^\d\d:\d\d$/.test(end);
}

/** Answered with words or signs, and not with the name of a choice. */
const isWritten = (question: Question, kind: string) =>
  kind === 'text' ||
  (kind === 'none' &&
    samplesOf(question).some((answer) => typeof fieldOf(question).value(answer, question) === 'string'));

const givesNumbers = (form: Form, question: Question) =>
  form.comparable(question).kind === 'number' || holdsNumbers(question);

function impossible(form: Form, question: Question, rules: readonly Rule[]): Finding[] {
  const at = (index: number) => ({ at: addressOf(question, 'rules', index) });
  const ranges = rules.findIndex((rule) => rule.check === 'range');
  if (ranges >= 0 && nothingBetween(form, question, rules))
    return [error('rule-impossible', [question.id], at(ranges))];
  const lengths = rules.findIndex((rule) => rule.check === 'length' || rule.check === 'pattern');
  if (lengths >= 0 && noLength(question, rules))
    return [error('rule-impossible', [question.id], at(lengths))];
  const sums = rules.findIndex((rule, index) =>
    rules.some((other, later) => later >= index && clash(rule, other)),
  );
  return sums >= 0 ? [error('rule-impossible', [question.id], at(sums))] : [];
}

/** The ranges of the checks, and of the type, leave nothing. */
function nothingBetween(form: Form, question: Question, rules: readonly Rule[]): boolean {
  const kind = form.comparable(question);
  const own: readonly [unknown, unknown] =
    kind.kind === 'number'
      ? [kind.min, kind.max]
      : ['min' in question ? question.min : undefined, 'max' in question ? question.max : undefined];
  const ends = rules.flatMap((rule) => (rule.check === 'range' ? [[rule.min, rule.max] as const] : []));
  const isEnd = (end: unknown): end is number | string => typeof end === 'number' || typeof end === 'string';
  const lows = [own, ...ends].map(([low]) => low).filter(isEnd);
  const highs = [own, ...ends].map(([, high]) => high).filter(isEnd);
  return lows.some((low) => highs.some((high) => low > high));
}

/** Characters that a pattern asks for, where it asks for so many. */
const patternLength: Readonly<Record<string, number>> = { postcode: 6, 'credit-code': 18 };

function noLength(question: Question, rules: readonly Rule[]): boolean {
  const own = 'maxLength' in question ? (question.maxLength ?? Infinity) : Infinity;
  let [least, most] = [0, own];
  for (const rule of rules) {
    const exact = rule.check === 'pattern' ? patternLength[rule.pattern] : undefined;
    if (rule.check !== 'length' && exact === undefined) continue;
    const { min = exact ?? 0, max = exact ?? Infinity } = rule.check === 'length' ? rule : {};
    [least, most] = [Math.max(least, min), Math.min(most, max)];
  }
  return least > most;
}

type Sum = Extract<Rule, { check: 'sum' }>;
/** Two sums over the same answers that no sum meets. */
function clash(one: Rule, other: Rule): boolean {
  if (one.check !== 'sum' || other.check !== 'sum' || one === other) return false;
  const over = ({ and = [] }: Sum) => [...and].sort().join();
  if (over(one) !== over(other)) return false;
  const tries = [one.value, other.value].flatMap((value) => [value - 0.5, value, value + 0.5]);
  const meets = (rule: Sum, sum: number) => orderHolds(rule.order, sum, rule.value);
  return !tries.some((sum) => meets(one, sum) && meets(other, sum));
}
const orderHolds = (order: RuleOrder, sum: number, value: number) => {
  if (order === 'equals') return sum === value;
  return order === 'differs' ? sum !== value : ranks[order](sum, value);
};
