// The constraint of a row as settings of the question and checks of the author's own, part by part (`a and b and c`).

import { longTextMax } from '../../../../../schema/fields/long-text.ts';
import type { Question } from '../../../../../schema/fields/shapes.ts';
import { textMax } from '../../../../../schema/fields/text.ts';
import type { Rule, RuleOrder } from '../../../../../schema/logic/shapes.ts';
import { conditionOf, dayIn, flipped, orders, targetIn } from '../../xlsform/conditions.ts';
import { patternOf } from '../../xlsform/patterns.ts';
import type { Targets } from '../../xlsform/targets.ts';
import { type Operator, parseXPath, partsOf, type XPath } from '../../xlsform/xpath.ts';

interface Constraint {
  /** settings of the question's type */
  settings: Readonly<Record<string, unknown>>;
  /** ids of options that exclude the others */
  exclusive: string[];
  rules: Rule[];
  /** every part was read */
  whole: boolean;
}

const ruleOrders: Partial<Record<Operator, RuleOrder>> = { ...orders, '=': 'equals', '!=': 'differs' };

type Pair = Extract<XPath, { kind: 'pair' }>;
const isSelf = (tree: XPath | undefined): boolean => tree?.kind === 'self';
const callOf = (tree: XPath, name: string) =>
  tree.kind === 'call' && tree.name === name ? tree.inputs : undefined;
const isCallOfSelf = (tree: XPath, name: string) =>
  isSelf(callOf(tree, name)?.[0]) && callOf(tree, name)?.length === 1;

/** A figure, or a day as this question writes it. */
function literal(tree: XPath): number | string | undefined {
  if (tree.kind === 'number') return tree.value;
  if (tree.kind === 'negative' && tree.inner.kind === 'number') return -tree.inner.value;
  return dayIn(tree);
}

/** One end, when the part says one; strict ends only of whole numbers. */
function endOf(operator: Operator, value: number | string, whole: boolean) {
  if (operator === '>=') return { min: value };
  if (operator === '<=') return { max: value };
  if (!whole || typeof value !== 'number') return undefined;
  if (operator === '>') return { min: value + 1 };
  return operator === '<' ? { max: value - 1 } : undefined;
}

export function constraintOf(
  text: string,
  question: Question,
  targets: Targets,
  message: boolean,
): Constraint | undefined {
  const tree = parseXPath(text);
  if (!tree) return undefined;
  const parts = partsOf(tree, 'and');
  const found = new Found(question, targets, message, parts.length > 1);
  const whole = parts.map((part) => found.read(part)).every((one) => one);
  return { settings: found.settings, exclusive: found.exclusive, rules: found.rules, whole };
}

class Found {
  settings: Record<string, unknown> = {};
  exclusive: string[] = [];
  rules: Rule[] = [];
  #question: Question;
  #targets: Targets;
  /** With words of its own an end is a check and no setting: settings have none. */
  #message: boolean;
  #several: boolean;

  constructor(question: Question, targets: Targets, message: boolean, several: boolean) {
    this.#question = question;
    this.#targets = targets;
    this.#message = message;
    this.#several = several;
  }

  read(part: XPath): boolean {
    const pattern = callOf(part, 'regex');
    if (pattern && isSelf(pattern[0]) && pattern[1]?.kind === 'string') {
      const known = patternOf(pattern[1].value);
      if (known) this.rules.push({ check: 'pattern', pattern: known });
      return known !== undefined;
    }
    if (this.#excludes(part)) return true;
    const pair = part.kind === 'pair' ? turned(part) : undefined;
    if (pair && (this.#decimals(pair) || this.#length(pair) || this.#chosen(pair) || this.#end(pair)))
      return true;
    if (this.#compare(part) || (pair && this.#sum(pair))) return true;
    const condition = conditionOf(part, this.#targets);
    if (condition) this.rules.push({ check: 'holds', condition });
    return condition !== undefined;
  }

  /** `not(selected(., 'none') and count-selected(.) > 1)` */
  #excludes(part: XPath): boolean {
    const [inner] = callOf(part, 'not') ?? [];
    if (!inner) return false;
    const [choice, many, ...more] = partsOf(inner, 'and');
    const [list, name] = (choice && callOf(choice, 'selected')) ?? [];
    const several =
      many?.kind === 'pair' &&
      many.operator === '>' &&
      isCallOfSelf(many.left, 'count-selected') &&
      literal(many.right) === 1;
    const option =
      name?.kind === 'string' && isSelf(list) ? this.#targets.self?.option(name.value) : undefined;
    if (!several || more.length > 0 || option === undefined || this.#question.type !== 'multi') return false;
    this.exclusive.push(option);
    return true;
  }

  /** `round(., 2) = .` */
  #decimals({ operator, left, right }: Pair): boolean {
    const [value, places] = callOf(left, 'round') ?? [];
    const digits = places?.kind === 'number' ? places.value : -1;
    if (operator !== '=' || !isSelf(value) || !isSelf(right) || this.#question.type !== 'number')
      return false;
    if (![0, 1, 2, 3].includes(digits)) return false;
    this.settings.decimals = digits;
    return true;
  }

  #length({ operator, left, right }: Pair): boolean {
    if (!isCallOfSelf(left, 'string-length') || this.#targets.self?.kind !== 'text') return false;
    const value = literal(right);
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > longTextMax)
      return false;
    const { min, max } = toNumbers(
      operator === '=' ? { min: value, max: value } : endOf(operator, value, true),
    );
    if (min === undefined && max === undefined) return false;
    const most = this.#question.type === 'text' ? textMax : longTextMax;
    const last = this.rules.at(-1);
    // Two ends in a row are one check.
    if (last?.check === 'length' && last.max === undefined && min === undefined) last.max = max;
    else if (min === undefined && max && max <= most && !this.#message && !('maxLength' in this.settings))
      this.settings.maxLength = max;
    else
      this.rules.push({
        check: 'length',
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
      });
    return true;
  }

  #chosen({ operator, left, right }: Pair): boolean {
    const value = literal(right);
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= 0;
    if (!isCallOfSelf(left, 'count-selected') || !fits || this.#question.type !== 'multi') return false;
    const ends = operator === '=' ? { min: value, max: value } : endOf(operator, value, true);
    if (!ends) return false;
    // None at least is no condition.
    for (const [name, end] of Object.entries(ends)) if (Number(end) > 0) this.settings[name] = end;
    return true;
  }

  #end({ operator, left, right }: Pair): boolean {
    const value = literal(right);
    const kind = this.#targets.self?.kind;
    const fits = kind === 'number' ? typeof value === 'number' : kind === 'date' && typeof value === 'string';
    if (!isSelf(left) || value === undefined || !fits) return false;
    const { type } = this.#question;
    const whole = type === 'number' && (this.#question.decimals ?? 0) === 0;
    const ends = endOf(operator, value, whole);
    if (!ends) return false;
    // Numbers begin at 0 of themselves: beside other parts that is not what the message is about.
    const usual = type === 'number' && ends.min === 0 && this.#several;
    const isSetting = (type === 'number' || type === 'date') && (!this.#message || usual);
    const [name] = Object.keys(ends);
    if (isSetting && name !== undefined && !(name in this.settings)) Object.assign(this.settings, ends);
    else this.#range(ends);
    return true;
  }

  /** Two ends in a row are one check. */
  #range(ends: { min?: number | string; max?: number | string }): void {
    const last = this.rules.at(-1);
    if (last?.check === 'range' && last.max === undefined && ends.max !== undefined) last.max = ends.max;
    else this.rules.push({ check: 'range', ...ends });
  }

  /** `. < ${other}`, or the same that lets an unanswered question pass: `${other} = '' or . < ${other}`. */
  #compare(part: XPath): boolean {
    const [first, second, ...more] = partsOf(part, 'or');
    const guarded = second && more.length === 0 ? second : first;
    const pair = guarded?.kind === 'pair' ? guarded : undefined;
    const order = pair && ruleOrders[pair.operator];
    const other =
      pair && isSelf(pair.left) && pair.right.kind === 'answer'
        ? targetIn(pair.right, this.#targets)
        : undefined;
    if (!order || !other || other.row !== undefined || other.kind !== this.#targets.self?.kind) return false;
    if (second) {
      const isGuard =
        first?.kind === 'pair' &&
        first.operator === '=' &&
        first.left.kind === 'answer' &&
        pair.right.kind === 'answer' &&
        first.left.name === pair.right.name &&
        first.right.kind === 'string' &&
        first.right.value === '';
      if (!isGuard || more.length > 0) return false;
    }
    this.rules.push({ check: 'compare', order, with: other.q });
    return true;
  }

  /** `. + ${other} = 100` */
  #sum({ operator, left, right }: Pair): boolean {
    const order = ruleOrders[operator];
    const parts = partsOf(left, '+').map((part) => callOf(part, 'coalesce')?.[0] ?? part);
    const value = literal(right);
    const [self, ...others] = parts;
    const targets = others.map((part) => targetIn(part, this.#targets));
    const numbers = targets.every((target) => target?.kind === 'number' && target.row === undefined);
    if (!order || !isSelf(self) || others.length === 0 || typeof value !== 'number' || !numbers) return false;
    if (this.#targets.self?.kind !== 'number') return false;
    this.rules.push({ check: 'sum', order, and: targets.flatMap((target) => target?.q ?? []), value });
    return true;
  }
}

const toNumbers = ({ min, max }: { min?: number | string; max?: number | string } = {}) => ({
  min: typeof min === 'number' ? min : undefined,
  max: typeof max === 'number' ? max : undefined,
});

/** The answer on the left: `18 <= .` is `. >= 18`. */
function turned(pair: Pair): Pair {
  const literalFirst = literal(pair.left) !== undefined && literal(pair.right) === undefined;
  return literalFirst
    ? { ...pair, operator: flipped[pair.operator] ?? pair.operator, left: pair.right, right: pair.left }
    : pair;
}
