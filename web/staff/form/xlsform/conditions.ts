// A tree of XPath as a condition of ours; undefined when a condition cannot say it. What is missing counts the same on
// both sides: an empty answer is no number, equals nothing, and is "not equal" to everything.
import type { Condition, Expression, Leaf, Order } from '../../../../schema/logic/shapes.ts';
import { expressionOf } from './figures.ts';
import type { Target, Targets } from './targets.ts';
import { type Operator, partsOf, type XPath } from './xpath.ts';

export const orders: Partial<Record<Operator, Order>> = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' };
export const flipped: Partial<Record<Operator, Operator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

export const targetIn = (tree: XPath, targets: Targets): Target | undefined =>
  tree.kind === 'self' ? targets.self : tree.kind === 'answer' ? targets.answer(tree.name) : undefined;

export function conditionOf(tree: XPath, targets: Targets): Condition | undefined {
  if (tree.kind === 'pair' && (tree.operator === 'and' || tree.operator === 'or')) {
    const parts = partsOf(tree, tree.operator).map((part) => conditionOf(part, targets));
    if (!parts.every((part) => part !== undefined) || parts.length > 20) return undefined;
    if (tree.operator === 'and') return { all: parts };
    return oneOf(parts) ?? { any: parts };
  }
  if (tree.kind === 'pair') return comparisonOf(tree.operator, tree.left, tree.right, targets);
  if (tree.kind !== 'call') return undefined;
  const [first, second, ...more] = tree.inputs;
  if (!first || more.length > 0) return undefined;
  if (tree.name === 'not' && !second) {
    const inner = conditionOf(first, targets);
    return inner && { not: inner };
  }
  if (tree.name === 'boolean' && !second) return conditionOf(first, targets);
  return tree.name === 'selected' && second ? selected(first, second, targets) : undefined;
}

/** One of several answers to the same question, said once. */
function oneOf(parts: readonly Condition[]): Condition | undefined {
  const leaves = parts.flatMap((part) => ('op' in part && part.op === 'equals' ? [part] : []));
  const [first] = leaves;
  const same = leaves.every(({ q, row }) => q === first?.q && row === first?.row);
  if (!first || !same || leaves.length < parts.length) return undefined;
  const { q, row } = first;
  return { q, ...(row !== undefined && { row }), op: 'in', value: leaves.map(({ value }) => value) };
}

const placeOf = ({ q, row }: Target) => ({ q, ...(row !== undefined && { row }) });

function selected(list: XPath, choice: XPath, targets: Targets): Condition | undefined {
  const target = targetIn(list, targets);
  const option = choice.kind === 'string' ? target?.option(choice.value) : undefined;
  if (!target || option === undefined) return undefined;
  return target.kind === 'options'
    ? { ...placeOf(target), op: 'contains', value: option }
    : { ...placeOf(target), op: 'equals', value: option };
}

function comparisonOf(
  operator: Operator,
  left: XPath,
  right: XPath,
  targets: Targets,
): Condition | undefined {
  const isLiteral = left.kind === 'number' || left.kind === 'string';
  if (isLiteral && right.kind !== 'number' && right.kind !== 'string')
    return comparisonOf(flipped[operator] ?? operator, right, left, targets);
  if (operator === '!=') {
    const equal = comparisonOf('=', left, right, targets);
    if (equal === undefined) return undefined;
    return 'op' in equal && equal.op === 'unanswered' ? { ...equal, op: 'answered' } : { not: equal };
  }
  return (
    emptiness(operator, left, right, targets) ??
    leafOf(operator, left, right, targets) ??
    figuresOf(operator, left, right, targets)
  );
}

/** `${a} = ''`, `string-length(${a}) = 0` and its opposite. */
function emptiness(operator: Operator, left: XPath, right: XPath, targets: Targets): Condition | undefined {
  const target = targetIn(left, targets);
  if (target && right.kind === 'string' && right.value === '' && operator === '=')
    return { ...placeOf(target), op: 'unanswered' };
  const [inner] = left.kind === 'call' && left.name === 'string-length' ? left.inputs : [];
  const measured = inner && targetIn(inner, targets);
  if (!measured || right.kind !== 'number' || right.value !== 0) return undefined;
  if (operator === '=') return { ...placeOf(measured), op: 'unanswered' };
  return operator === '>' ? { ...placeOf(measured), op: 'answered' } : undefined;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
/** The day that `date('2026-01-05')` or its text says. */
export const dayIn = (tree: XPath): string | undefined => {
  const [inner] =
    tree.kind === 'call' && tree.name === 'date' && tree.inputs.length === 1 ? tree.inputs : [tree];
  return inner?.kind === 'string' && day.test(inner.value) ? inner.value : undefined;
};

/** What an answer of this kind is held against. */
function valueFor(target: Target, tree: XPath): string | number | undefined {
  const text = tree.kind === 'string' ? tree.value : tree.kind === 'number' ? String(tree.value) : undefined;
  if (target.kind === 'option') return text === undefined ? undefined : target.option(text);
  if (target.kind === 'date') return dayIn(tree);
  if (target.kind === 'text') return tree.kind === 'string' ? tree.value : undefined;
  const figure = tree.kind === 'negative' && tree.inner.kind === 'number' ? String(-tree.inner.value) : text;
  return target.kind === 'number' && figure !== undefined && /^-?\d+(\.\d+)?$/.test(figure)
    ? Number(figure)
    : undefined;
}

function leafOf(operator: Operator, left: XPath, right: XPath, targets: Targets): Leaf | undefined {
  const target = targetIn(left, targets);
  if (!target) return undefined;
  const other = targetIn(right, targets);
  if (other && operator === '=' && other.row === undefined && other.kind === target.kind)
    return { ...placeOf(target), op: 'same', as: other.q };
  const value = valueFor(target, right);
  if (value === undefined) return undefined;
  if (operator === '=') return { ...placeOf(target), op: 'equals', value };
  const order = orders[operator];
  const ranked = target.kind === 'number' || target.kind === 'date';
  return order && ranked ? { ...placeOf(target), op: order, value } : undefined;
}

function figuresOf(operator: Operator, left: XPath, right: XPath, targets: Targets): Condition | undefined {
  const is = operator === '=' ? 'equals' : orders[operator];
  const [one, other]: (Expression | undefined)[] = [
    expressionOf(left, targets),
    expressionOf(right, targets),
  ];
  return is && one && other ? { is, left: one, right: other } : undefined;
}
