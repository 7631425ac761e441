// Checks of an author's own on an answer that its type accepts: a range, a length, a pattern from a safe list, another
// answer to compare with, a sum. Each may say in its own words what is wrong.
import type { AnswerProblem } from '../fields/field.ts';
import type { Question } from '../fields/shapes.ts';
import type { AnswerWord } from '../words/answers.ts';
import { holds } from './condition.ts';
import { evaluate } from './expression.ts';
import { piped } from './pipe.ts';
import {
  type Expression,
  type PatternName,
  patternNames,
  type Rule,
  type RuleOrder,
  ruleOrders,
} from './shapes.ts';
import type { Sight } from './sight.ts';
import { redirected, sourcesOf } from './sources.ts';

/**
 * The patterns that may be asked for. Each is linear in the length of what is typed: none repeats inside a repetition,
 * so that no answer can hold up a phone or a server.
 */
export const patterns = {
  digits: /^\d+$/,
  letters: /^[A-Za-z]+$/,
  'letters-digits': /^[A-Za-z0-9]+$/,
  chinese: /^\p{Script=Han}+$/u,
  postcode: /^\d{6}$/,
  /** 302, 1-302, 2单元302室 */
  room: /^[0-9A-Za-z一二三四五六七八九十单元号楼栋室层#－—-]+$/,
  /** 统一社会信用代码, GB 32100: 18 characters without I, O, S, V, Z */
  'credit-code': /^[0-9A-HJ-NPQRTUWXY]{18}$/,
} as const satisfies Record<PatternName, RegExp>;

const signs: Record<RuleOrder, (a: number | string, b: number | string) => boolean> = {
  equals: (a, b) => a === b,
  differs: (a, b) => a !== b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
};

/** Other questions whose answers these checks read. */
export const judgeSources = (rules: readonly Rule[] = []): string[] =>
  rules.flatMap((rule) => {
    if (rule.check === 'compare') return [rule.with];
    if (rule.check === 'sum') return rule.and ?? [];
    return rule.check === 'holds' ? sourcesOf(rule.condition) : [];
  });

/** The same checks with another question read in the place of one. */
export const judgeRedirected = (rules: readonly Rule[], from: string, to: string): Rule[] =>
  redirected(rules, from, to).map((rule) => {
    const other = (id: string) => (id === from ? to : id);
    if (rule.check === 'compare') return { ...rule, with: other(rule.with) };
    return rule.check === 'sum' && rule.and ? { ...rule, and: rule.and.map(other) } : rule;
  });

/** The first check that fails. What it compares with must be there: an unanswered question fails nothing. */
export function judge(question: Question, sight: Sight): AnswerProblem | undefined {
  for (const rule of question.rules ?? []) {
    const wrong = fails(rule, question, sight);
    if (wrong) return rule.message ? { code: 'rule', args: { message: piped(rule.message, sight) } } : wrong;
  }
  return undefined;
}

function fails(rule: Rule, question: Question, sight: Sight): AnswerProblem | undefined {
  const value = sight.value(question.id);
  switch (rule.check) {
    case 'range': {
      if (typeof value !== 'number' && typeof value !== 'string') return undefined;
      const { min, max } = rule;
      if (typeof min === typeof value && value < (min ?? value))
        return problem('rule-min', { min: min ?? '' });
      if (typeof max === typeof value && value > (max ?? value))
        return problem('rule-max', { max: max ?? '' });
      return undefined;
    }
    case 'length': {
      if (typeof value !== 'string') return undefined;
      const { length } = value;
      if (length < (rule.min ?? 0)) return problem('text-short', { min: rule.min ?? 0, length });
      if (length > (rule.max ?? length)) return problem('text-long', { max: rule.max ?? 0, length });
      return undefined;
    }
    case 'pattern':
      return typeof value === 'string' && !patterns[rule.pattern].test(value)
        ? problem(`pattern-${rule.pattern}`)
        : undefined;
    case 'compare': {
      const other = sight.value(rule.with);
      if (value === undefined || other === undefined || typeof value !== typeof other) return undefined;
      const [a, b] = [plain(value), plain(other)];
      return signs[rule.order](a, b)
        ? undefined
        : problem(`compare-${rule.order}`, { other: title(rule.with, sight) });
    }
    case 'sum': {
      const parts: Expression[] = [question.id, ...(rule.and ?? [])].map((total) => ({ total }));
      const sum = evaluate({ sum: parts, missing: 'skip' }, sight);
      if (sum === null || signs[rule.order](sum, rule.value)) return undefined;
      return problem(`sum-${rule.order}`, { value: rule.value, sum });
    }
    case 'holds':
      return holds(rule.condition, sight) ? undefined : problem('rule-holds');
  }
}

const problem = (code: AnswerWord, args: AnswerProblem['args'] = {}): AnswerProblem => ({ code, args });
const plain = (value: string | number | readonly string[]) =>
  typeof value === 'object' ? value.join() : value;
const title = (id: string, sight: Sight) => piped(sight.given(id)?.question.title ?? '', sight);

/** What these checks may find wrong. */
export const ruleProblems: readonly AnswerWord[] = [
  'rule',
  'rule-min',
  'rule-max',
  'rule-holds',
  'text-short',
  'text-long',
  ...patternNames.map((name) => `pattern-${name}` as const),
  ...ruleOrders.flatMap((order) => [`compare-${order}`, `sum-${order}`] as const),
];
