// Conditions as a decision table: each operator × each kind of answer × unanswered and hidden. No coercion, ever.
import { describe, expect, test } from 'vitest';
import { CycleError, compile } from '../../schema/form/compile.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { holds, leaves } from '../../schema/logic/condition.ts';
import { type Condition, conditionShape, deepest, type Leaf } from '../../schema/logic/shapes.ts';
import type { Sight, Value } from '../../schema/logic/sight.ts';

const seen = (value: Sight['value']): Sight => ({ value, given: () => undefined, opens: undefined });
const look = (answer: Value): Sight =>
  seen((id, row) => (id === 'q' && row === undefined ? answer : undefined));

/** operator and value × what the source answered → whether it holds */
const kinds: Record<string, Value> = {
  text: 'a',
  'other text': 'b',
  digits: '3',
  number: 3,
  list: ['a', 'c'],
  'empty list': [],
  zero: 0,
};
const table: [{ op: Leaf['op']; value?: unknown }, string[]][] = [
  [{ op: 'answered' }, Object.keys(kinds)],
  [{ op: 'unanswered' }, []],
  [{ op: 'equals', value: 'a' }, ['text']],
  [{ op: 'equals', value: '3' }, ['digits']],
  [{ op: 'equals', value: 3 }, ['number']],
  [{ op: 'equals', value: 0 }, ['zero']],
  [{ op: 'in', value: ['a', 3] }, ['text', 'number']],
  [{ op: 'in', value: ['3'] }, ['digits']],
  [{ op: 'contains', value: 'a' }, ['list']],
  [{ op: 'contains', value: '3' }, []],
  [{ op: 'lt', value: 3 }, ['zero']],
  [{ op: 'lte', value: 3 }, ['number', 'zero']],
  [{ op: 'gt', value: 2 }, ['number']],
  [{ op: 'gte', value: 3 }, ['number']],
  [{ op: 'gt', value: -1 }, ['number', 'zero']],
];

describe('a leaf', () => {
  test.each(table)('%j holds for %j', (leaf, expected) => {
    const condition = { q: 'q', ...leaf } as Leaf;
    expect(Object.keys(kinds).filter((kind) => holds(condition, look(kinds[kind])))).toEqual(expected);
  });

  test.each(table)('%j of an unanswered or hidden source is false, but for unanswered', (leaf) => {
    expect(holds({ q: 'q', ...leaf } as Leaf, look(undefined))).toBe(leaf.op === 'unanswered');
    expect(holds({ q: 'elsewhere', ...leaf } as Leaf, look('a'))).toBe(leaf.op === 'unanswered');
  });

  test('reads one row of a matrix', () => {
    const rows = seen((id, row) => (id === 'm' && row === 'r1' ? 2 : undefined));
    expect(holds({ q: 'm', row: 'r1', op: 'gte', value: 2 }, rows)).toBe(true);
    expect(holds({ q: 'm', row: 'r2', op: 'answered' }, rows)).toBe(false);
  });
});

describe('groups', () => {
  const yes: Condition = { q: 'q', op: 'answered' };
  const no: Condition = { q: 'q', op: 'unanswered' };
  const answered = look('a');
  test.each<[string, Condition, boolean]>([
    ['all of them', { all: [yes, yes] }, true],
    ['all but one', { all: [yes, no] }, false],
    ['any of them', { any: [no, yes] }, true],
    ['none of them', { any: [no, no] }, false],
    ['not', { not: no }, true],
    ['not of a comparison with nothing is true', { not: { q: 'nobody', op: 'equals', value: 1 } }, true],
    ['in each other', { all: [{ any: [no, { not: no }] }, { not: { all: [yes, no] } }] }, true],
  ])('%s', (_, condition, expected) => {
    expect(holds(condition, answered)).toBe(expected);
  });

  test('every leaf is found', () => {
    expect(leaves({ all: [yes, { any: [no, { not: yes }] }] })).toHaveLength(3);
  });

  test(`more than ${deepest} groups in each other are refused`, () => {
    const nested = (depth: number): unknown => (depth === 0 ? yes : { not: nested(depth - 1) });
    expect(conditionShape().safeParse(nested(deepest)).success).toBe(true);
    expect(conditionShape().safeParse(nested(deepest + 1)).success).toBe(false);
    expect(conditionShape().safeParse({ all: [] }).success).toBe(false);
    expect(conditionShape().safeParse({ q: 'q', op: 'like', value: 'a' }).success).toBe(false);
    expect(conditionShape().safeParse({ q: 'q', op: 'lt', value: '3' }).success).toBe(false);
    expect(conditionShape().safeParse({ q: 'q', op: 'answered', value: 3 }).success).toBe(false);
  });
});

const form = (...questions: Definition['questions']): Definition => ({
  title: '表',
  layout: 'pages',
  questions,
});
const yesNo = (id: string, showIf?: Condition) => ({
  id,
  type: 'yes-no' as const,
  title: id,
  ...(showIf ? { showIf } : {}),
});
const isYes = (q: string): Condition => ({ q, op: 'equals', value: 'yes' });

describe('what shows', () => {
  test('hides on from a hidden question: its answer is as if it were not given', () => {
    const chain = compile(
      form(
        yesNo('a'),
        yesNo('b', isYes('a')),
        yesNo('c', isYes('b')),
        yesNo('d', { q: 'b', op: 'unanswered' }),
      ),
    );
    const outcome = chain.check({ a: 'no', b: 'yes', c: 'yes', d: 'yes' });
    expect([...outcome.visible].sort()).toEqual(['a', 'd']);
    expect([outcome.answers, outcome.dropped, outcome.problems]).toEqual([
      { a: 'no', d: 'yes' },
      ['b', 'c'],
      {},
    ]);
  });

  test('a wrong answer counts as none: what depends on it does not show', () => {
    const outcome = compile(form(yesNo('a'), yesNo('b', { q: 'a', op: 'answered' }))).check({
      a: 'maybe',
      b: 'yes',
    });
    expect([Object.keys(outcome.problems), outcome.dropped]).toEqual([['a'], ['b']]);
  });

  test('a question may wait for a later one', () => {
    const outcome = compile(form(yesNo('a', isYes('b')), yesNo('b'))).check({ a: 'no', b: 'yes' });
    expect(outcome.answers).toEqual({ a: 'no', b: 'yes' });
  });

  test('of rows and options that are carried forward, an answer is named as dropped only for what had to go', () => {
    const options = ['x', 'y', 'z'].map((id) => ({ id, label: id }));
    const carried = compile(
      form(
        { id: 'used', type: 'multi', title: '用过', options },
        {
          id: 'rated',
          type: 'matrix-scale',
          title: '满意吗',
          from: 1,
          to: 5,
          rows: options,
          carry: { from: 'used', pick: 'chosen' },
        },
        { id: 'wanted', type: 'multi', title: '想用', options, carry: { from: 'used', pick: 'others' } },
      ),
    );
    const fitting = { used: ['x', 'y'], rated: { x: 5, y: 3 }, wanted: ['z'] };
    expect(carried.check(fitting)).toMatchObject({ answers: fitting, dropped: [], problems: {} });
    const less = carried.check({ ...fitting, used: ['x'], wanted: ['x', 'z'] });
    expect(less).toMatchObject({
      answers: { used: ['x'], rated: { x: 5 }, wanted: ['z'] },
      dropped: ['rated', 'wanted'],
    });
  });

  test('a page with a condition hides all that stands on it, up to the next page', () => {
    const pages = compile(
      form(
        yesNo('a'),
        { id: 'p', type: 'page-break', title: '页', showIf: isYes('a') },
        yesNo('b'),
        yesNo('c', isYes('b')),
        { id: 'p2', type: 'page-break', title: '页' },
        yesNo('d'),
      ),
    );
    expect([...pages.check({ a: 'no', b: 'yes', c: 'yes', d: 'no' }).visible].sort()).toEqual([
      'a',
      'd',
      'p2',
    ]);
    expect([...pages.check({ a: 'yes', b: 'yes' }).visible].sort()).toEqual(['a', 'b', 'c', 'd', 'p', 'p2']);
  });

  test('a hidden required question is not missed', () => {
    const outcome = compile(form(yesNo('a'), { ...yesNo('b', isYes('a')), required: true })).check({
      a: 'no',
    });
    expect(outcome.problems).toEqual({});
  });
});

describe('conditions that wait for each other', () => {
  const cycleOf = (definition: Definition): readonly string[] => {
    try {
      compile(definition);
    } catch (thrown) {
      if (thrown instanceof CycleError) return [...thrown.questions].sort();
    }
    return [];
  };
  test.each<[string, Definition, string[]]>([
    ['itself', form(yesNo('a', isYes('a'))), ['a']],
    ['two', form(yesNo('a', isYes('b')), yesNo('b', isYes('a'))), ['a', 'b']],
    [
      'three, and not those that only lead there',
      form(yesNo('x', isYes('a')), yesNo('a', isYes('b')), yesNo('b', isYes('c')), yesNo('c', isYes('a'))),
      ['a', 'b', 'c'],
    ],
    [
      'a page and a question on it',
      form({ id: 'p', type: 'page-break', title: '页', showIf: isYes('a') }, yesNo('a')),
      ['a'],
    ],
    [
      'through a group',
      form(yesNo('a', { not: { any: [isYes('b')] } }), yesNo('b', { all: [isYes('a')] })),
      ['a', 'b'],
    ],
  ])('%s', (_, definition, questions) => {
    expect(cycleOf(definition)).toEqual(questions);
  });

  test('a diamond is no cycle', () => {
    expect(
      cycleOf(
        form(
          yesNo('a'),
          yesNo('b', isYes('a')),
          yesNo('c', isYes('a')),
          yesNo('d', { all: [isYes('b'), isYes('c')] }),
        ),
      ),
    ).toEqual([]);
  });
});
