// The one judge of answers: blank is blank, order is the form's, strangers are named, and nothing is coerced.
import { expect, test } from 'vitest';
import { compile } from '../../schema/form/compile.ts';
import type { Definition } from '../../schema/form/definition.ts';

const definition: Definition = {
  title: '表',
  layout: 'pages',
  questions: [
    { id: 'b', type: 'text', title: '乙', required: true },
    { id: 'note', type: 'note', title: '说明' },
    { id: 'a', type: 'number', title: '甲' },
    { id: 'p', type: 'page-break', title: '第二页' },
    {
      id: 'm',
      type: 'multi',
      title: '丙',
      options: [
        { id: 'x', label: 'x' },
        { id: 'y', label: 'y' },
      ],
    },
  ],
};
const form = compile(definition);

test('canonical answers stand in the order of the form, whatever order they came in', () => {
  const one = form.check({ m: ['y', 'x'], a: 3, b: ' 话 ' });
  const two = form.check({ b: '话', a: 3, m: ['x', 'y'] });
  expect(JSON.stringify(one.answers)).toBe('{"b":"话","a":3,"m":["x","y"]}');
  expect(JSON.stringify(two.answers)).toBe(JSON.stringify(one.answers));
});

test.each([[undefined], [null], ['']])(
  '%j is no answer: missing where one is required, nothing elsewhere',
  (blank) => {
    const outcome = form.check({ b: blank, a: blank, m: blank });
    expect([outcome.answers, outcome.problems, outcome.dropped]).toEqual([
      {},
      { b: { code: 'required', args: {} } },
      [],
    ]);
  },
);

test('what is not in the form is named, also when it has a name that objects have anyway', () => {
  const given = JSON.parse('{"b":"话","zz":1,"constructor":1,"__proto__":1}');
  const outcome = form.check(given);
  expect(Object.keys(outcome.problems).sort()).toEqual(['__proto__', 'constructor', 'zz'].sort());
  expect(outcome.problems.zz).toEqual({ code: 'unknown-question', args: { question: 'zz' } });
  expect(outcome.answers).toEqual({ b: '话' });
});

test('a question named like a property of objects is not answered by it', () => {
  const odd = compile({
    ...definition,
    questions: [
      { id: 'constructor', type: 'text', title: '怪' },
      { id: 'valueof', type: 'text', title: '怪' },
    ],
  });
  expect(odd.check({})).toMatchObject({ answers: {}, problems: {}, dropped: [] });
  expect(odd.check(JSON.parse('{"constructor":"话"}')).answers).toEqual({ constructor: '话' });
});

test('layout takes no answer', () => {
  expect(form.check({ b: '话', note: 'x', p: 'y' }).problems).toEqual({
    note: { code: 'wrong-shape', args: {} },
    p: { code: 'wrong-shape', args: {} },
  });
});

test('counts only what is there, and takes it from canonical answers', () => {
  expect(form.delta({ b: '话', m: ['x'] })).toEqual({ b: { _n: 1 }, m: { x: 1, _n: 1 } });
  expect(form.delta({})).toEqual({});
});

test('a plain form is read question by question; what nobody filled in is not there', () => {
  const values: Record<string, string[]> = { b: [' 话 '], a: [''], m: ['x', 'y'], note: ['x'], other: ['z'] };
  expect(form.read((name) => values[name] ?? [])).toEqual({ b: '话', m: ['x', 'y'] });
});
