// A tree of XPath as a figure of ours; undefined when a figure cannot say it.
import type { Expression } from '../../../../schema/logic/shapes.ts';
import { conditionOf, dayIn, targetIn } from './conditions.ts';
import type { Targets } from './targets.ts';
import { partsOf, type XPath } from './xpath.ts';

export function expressionOf(tree: XPath, targets: Targets): Expression | undefined {
  switch (tree.kind) {
    case 'number':
      return { number: tree.value };
    case 'string':
      return /^-?\d+(\.\d+)?$/.test(tree.value) ? { number: Number(tree.value) } : undefined;
    case 'answer':
    case 'self':
      return answerOf(tree, targets);
    case 'negative': {
      const inner = expressionOf(tree.inner, targets);
      if (!inner) return undefined;
      return 'number' in inner ? { number: -inner.number } : { minus: [{ number: 0 }, inner] };
    }
    case 'pair':
      return pairOf(tree, targets);
    case 'call':
      return callOf(tree.name, tree.inputs, targets);
  }
}

function answerOf(tree: XPath, targets: Targets): Expression | undefined {
  const target = targetIn(tree, targets);
  if (!target) return undefined;
  if (target.kind === 'number')
    return { value: target.q, ...(target.row !== undefined && { row: target.row }) };
  // Choices that are called 0, 1, 2 … are worth that much.
  if (target.kind !== 'option' || !target.scored) return undefined;
  targets.score?.(target.q);
  return { score: target.q };
}

type Pair = Extract<XPath, { kind: 'pair' }>;
function pairOf(tree: Pair, targets: Targets): Expression | undefined {
  if (tree.operator === '+') return sumOf(partsOf(tree, '+'), targets);
  const one = expressionOf(tree.left, targets);
  const other = expressionOf(tree.right, targets);
  if (!one || !other) return undefined;
  if (tree.operator === '-') return { minus: [one, other] };
  if (tree.operator === '*') return { times: [one, other] };
  return tree.operator === 'div' ? { over: [one, other] } : undefined;
}

/** `coalesce(${a}, 0)`: 0 where there is no answer. */
function orZero(tree: XPath): XPath | undefined {
  const [inner, zero] = tree.kind === 'call' && tree.name === 'coalesce' ? tree.inputs : [];
  return inner && zero?.kind === 'number' && zero.value === 0 ? inner : undefined;
}

function sumOf(parts: readonly XPath[], targets: Targets): Expression | undefined {
  const filled = parts.map(orZero);
  const zero = filled.every((part) => part !== undefined);
  const sum = (zero ? filled : parts).map((part) => expressionOf(part, targets));
  return sum.every((part) => part !== undefined) && sum.length <= 100
    ? { sum, missing: zero ? 'zero' : 'null' }
    : undefined;
}

const digits = (tree: XPath | undefined) =>
  tree === undefined ? 0 : tree.kind === 'number' ? tree.value : -1;

function callOf(name: string, inputs: readonly XPath[], targets: Targets): Expression | undefined {
  const [first, second, third] = inputs;
  if (!first) return undefined;
  const of = (tree: XPath) => expressionOf(tree, targets);
  if (name === 'round') {
    const inner = of(first);
    const places = digits(second);
    return inner && Number.isInteger(places) && places >= 0 && places <= 3
      ? { round: inner, digits: places }
      : undefined;
  }
  if (name === 'number' && inputs.length === 1) return of(first);
  if (name === 'coalesce')
    return inputs.length === 2 && orZero({ kind: 'call', name, inputs: [...inputs] })
      ? sumOf([{ kind: 'call', name, inputs: [...inputs] }], targets)
      : undefined;
  if (name === 'min' || name === 'max') {
    const parts = inputs.map(of);
    if (!parts.every((part) => part !== undefined)) return undefined;
    return name === 'min' ? { least: parts, missing: 'null' } : { most: parts, missing: 'null' };
  }
  if (name === 'count-selected' && inputs.length === 1) {
    const target = targetIn(first, targets);
    // Nothing selected is 0 there, and no figure here.
    return target?.kind === 'options' && target.row === undefined
      ? { sum: [{ chosen: target.q }], missing: 'zero' }
      : undefined;
  }
  if (name === 'decimal-date-time' && inputs.length === 1) {
    const fixed = dayIn(first);
    if (fixed !== undefined) return { day: fixed };
    const target = targetIn(first, targets);
    return target?.kind === 'date' ? { value: target.q } : undefined;
  }
  return name === 'if' && second && third ? ifOf(first, second, third, targets) : undefined;
}

function ifOf(when: XPath, yes: XPath, no: XPath, targets: Targets): Expression | undefined {
  return (
    leftOut(when, yes, no, targets) ?? chosenOf(when, yes, no, targets) ?? plainIf(when, yes, no, targets)
  );
}

function plainIf(when: XPath, yes: XPath, no: XPath, targets: Targets): Expression | undefined {
  const condition = conditionOf(when, targets);
  const [one, other] = [expressionOf(yes, targets), expressionOf(no, targets)];
  return condition && one && other ? { if: condition, yes: one, no: other } : undefined;
}

const isEmpty = (tree: XPath) => tree.kind === 'string' && tree.value === '';

/** A sum that leaves missing parts out, and is none when all are: `if(coalesce(a, b) = '', '', coalesce(a, 0) + …)`. */
function leftOut(when: XPath, yes: XPath, no: XPath, targets: Targets): Expression | undefined {
  const test = when.kind === 'pair' && when.operator === '=' && isEmpty(when.right) ? when.left : undefined;
  if (!test || !isEmpty(yes)) return undefined;
  const parts = partsOf(no, '+').map(orZero);
  const asked = (tree: XPath): XPath[] =>
    tree.kind === 'call' && tree.name === 'coalesce' ? tree.inputs.flatMap(asked) : [tree];
  const names = asked(test).map((part) => (part.kind === 'answer' ? part.name : ''));
  const same = names.every((name, at) => {
    const part = parts[at];
    return part?.kind === 'answer' && part.name === name;
  });
  const sum = same && names.length === parts.length ? sumOf(partsOf(no, '+'), targets) : undefined;
  return sum && 'sum' in sum ? { ...sum, missing: 'skip' } : undefined;
}

/** How many are chosen, and no figure when none is: `if(${q} = '', '', count-selected(${q}))`. */
function chosenOf(when: XPath, yes: XPath, no: XPath, targets: Targets): Expression | undefined {
  const count = expressionOf(no, targets);
  if (!isEmpty(yes) || !count || !('sum' in count)) return undefined;
  const [only] = count.sum;
  const condition = conditionOf(when, targets);
  const unanswered =
    condition && 'op' in condition && condition.op === 'unanswered' ? condition.q : undefined;
  return only && 'chosen' in only && only.chosen === unanswered ? only : undefined;
}
