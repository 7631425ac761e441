// Checks of an author's own: which fit the answers of a question, how a fresh one begins, and what each says.
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Rule, RuleOrder } from '../../../../schema/logic/shapes.ts';
import { rowsThatGive } from '../figures/sources.ts';
import { kindOf, readable } from '../logic/answers.ts';
import { conditionWords } from '../logic/condition-words.ts';
import { alike, firstLeaf } from '../logic/leaves.ts';
import { called } from '../logic/names.ts';
import { t } from './words.ts';

type RuleKind = Rule['check'];
/** Checks of one kind. */
export type RuleOf<K extends RuleKind> = Extract<Rule, { check: K }>;

const isMoment = (question: Question) => kindOf(question) === 'date' || kindOf(question) === 'time';

/** Questions whose answers this one can be compared with. */
export const comparables = (definition: Definition, question: Question): Question[] =>
  alike(question, undefined, readable(definition, question.id));

/** Questions whose numbers can be added up. */
export const addable = (question: Question): boolean =>
  rowsThatGive('total', question).length > 0 || kindOf(question) === 'number';

export function rulesThatFit(definition: Definition, question: Question): RuleKind[] {
  const kind = kindOf(question);
  const kinds: RuleKind[] = [];
  if (kind === 'number' || isMoment(question)) kinds.push('range');
  if (kind === 'text') kinds.push('length', 'pattern');
  if (comparables(definition, question).length > 0) kinds.push('compare');
  if (addable(question)) kinds.push('sum');
  return [...kinds, 'holds'];
}

/** What may be asked of two answers: words and choices are the same or not, figures and days have an order. */
export const ordersFor = (question: Question): readonly RuleOrder[] =>
  kindOf(question) === 'number' || isMoment(question)
    ? ['lt', 'lte', 'gt', 'gte', 'equals', 'differs']
    : ['equals', 'differs'];

export function freshRule(kind: RuleKind, definition: Definition, question: Question): Rule {
  switch (kind) {
    case 'range':
    case 'length':
      return { check: kind };
    case 'pattern':
      return { check: kind, pattern: 'digits' };
    case 'compare': {
      const [other] = comparables(definition, question);
      return { check: kind, order: ordersFor(question)[0] ?? 'equals', with: other?.id ?? question.id };
    }
    case 'sum':
      return { check: kind, order: 'equals', value: 100 };
    case 'holds':
      return { check: kind, condition: firstLeaf(question) };
  }
}

export const orderWord = (order: RuleOrder, question: Question): string =>
  isMoment(question) && order !== 'equals' && order !== 'differs' ? t(`${order}-moment`) : t(order);

function rangeWords(min: string | number | undefined, max: string | number | undefined): string {
  if (min !== undefined && max !== undefined) return t('range-both', { min, max });
  if (min !== undefined) return t('range-min', { min });
  return max !== undefined ? t('range-max', { max }) : t('range-none');
}

export function ruleWords(rule: Rule, question: Question, definition: Definition): string {
  switch (rule.check) {
    case 'range':
      return t('range-says', { range: rangeWords(rule.min, rule.max) });
    case 'length':
      return t('length-says', { range: rangeWords(rule.min, rule.max) });
    case 'pattern':
      return t('pattern-says', { pattern: t(`pattern-${rule.pattern}`) });
    case 'compare':
      return t('compare-says', {
        relation: orderWord(rule.order, question),
        other: called(definition, rule.with),
      });
    case 'sum': {
      const others = (rule.and ?? []).map((id) => called(definition, id));
      return t('sum-says', {
        parts: [t('sum-own'), ...others].join(t('sum-and')),
        relation: t(rule.order),
        value: rule.value,
      });
    }
    case 'holds':
      return t('holds-says', { words: conditionWords(rule.condition, definition, question.id) });
  }
}
