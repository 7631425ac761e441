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
import { readsNothingElse, takesNothing } from './possible/alone.ts';

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
  const clashes = rules.findIndex((rule, index) =>
    rules.some((other, later) => later >= index && clash(rule, other)),
  );
  const first = takesNothing(question, form.comparable(question).kind)
    ? rules.findIndex(readsNothingElse)
    : clashes;
  return first >= 0
    ? [error('rule-impossible', [question.id], { at: addressOf(question, 'rules', first) })]
    : [];
}

/** Two checks of one sum, or against one other answer, that nothing meets. */
function clash(one: Rule, other: Rule): boolean {
  if (one === other) return false;
  const meets = (order: RuleOrder, tries: readonly number[], of: number) =>
    tries.filter((figure) => orderHolds(order, figure, of));
  if (one.check === 'compare' && other.check === 'compare')
    return one.with === other.with && meets(other.order, meets(one.order, [-1, 0, 1], 0), 0).length === 0;
  if (one.check !== 'sum' || other.check !== 'sum') return false;
  const over = ({ and = [] }: typeof one) => [...and].sort().join();
  const tries = [one.value, other.value].flatMap((value) => [value - 0.5, value, value + 0.5]);
  return (
    over(one) === over(other) &&
    meets(other.order, meets(one.order, tries, one.value), other.value).length === 0
  );
}
const orderHolds = (order: RuleOrder, sum: number, value: number) => {
  if (order === 'equals') return sum === value;
  return order === 'differs' ? sum !== value : ranks[order](sum, value);
};
