// Every cell of the decision table, held against the evaluator by forms that are really checked: an answer that is there,
// and each of the three ways of there being none.
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../schema/fields/date.ts';
import { fieldOf } from '../../schema/fields/registry.ts';
import { compile } from '../../schema/form/compile.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { holds } from '../../schema/logic/condition.ts';
import {
  type AnswerKind,
  answers,
  comparisonDecisions,
  figureDecisions,
  leafDecisions,
  sameDecisions,
  sumDecisions,
  todayDecisions,
  weightedDecisions,
} from '../../schema/logic/decisions.ts';
import { evaluate } from '../../schema/logic/expression.ts';
import type { Condition, Expression, Leaf, Missing } from '../../schema/logic/shapes.ts';
import type { Sight } from '../../schema/logic/sight.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
/** A question that can give each kind of answer. */
const sources: Record<Exclude<AnswerKind, 'none'>, Question> = {
  'option a': { id: 'q', type: 'single', title: '甲', options },
  'choices a, c': { id: 'q', type: 'multi', title: '甲', options },
  'number 3': { id: 'q', type: 'number', title: '甲' },
  'number 0': { id: 'q', type: 'number', title: '甲' },
  'text 3': { id: 'q', type: 'text', title: '甲' },
  'day 2026-02-28': { id: 'q', type: 'date', title: '甲' },
  'time 09:30': { id: 'q', type: 'time', title: '甲' },
};
const kinds = Object.keys(answers) as AnswerKind[];
const given = kinds.filter((kind): kind is keyof typeof sources => kind !== 'none');

const form = (...questions: Question[]): Definition => ({ title: '表', layout: 'pages', questions });
const shows = (definition: Definition, said: Record<string, unknown>) =>
  compile(definition).check(said).visible.has('z');
const z = (showIf: Condition): Question => ({ id: 'z', type: 'note', title: '乙', showIf });

describe('an operator', () => {
  test.each(leafDecisions.map(([leaf, kinds]) => [JSON.stringify(leaf), leaf, kinds] as const))(
    '%s',
    (_, leaf, expected) => {
      const condition = { q: 'q', ...leaf } as Leaf;
      const holding = given.filter((kind) => shows(form(sources[kind], z(condition)), { q: answers[kind] }));
      expect(holding).toEqual(expected.filter((kind) => kind !== 'none'));
      for (const kind of given) {
        // The opposite, for every kind of answer.
        const opposite = shows(form(sources[kind], z({ not: condition })), { q: answers[kind] });
        expect([kind, opposite]).toEqual([kind, !holding.includes(kind)]);
        // Unanswered, hidden and wrong are the same: there is none.
        const none = expected.includes('none');
        const hidden = { ...sources[kind], showIf: { q: 'gate', op: 'answered' } } as Question;
        const gate: Question = { id: 'gate', type: 'yes-no', title: '门' };
        const jumper: Question = { ...gate, jumps: [{ to: 'page' }] };
        const page: Question = { id: 'page', type: 'page-break', title: '页' };
        expect(shows(form(sources[kind], z(condition)), {})).toBe(none);
        expect(shows(form(sources[kind], z(condition)), { q: null })).toBe(none);
        expect(shows(form(sources[kind], z(condition)), { q: '' })).toBe(none);
        expect(shows(form(sources[kind], z(condition)), { q: { wrong: true } })).toBe(none);
        expect(shows(form(gate, hidden, z(condition)), { q: answers[kind] })).toBe(none);
        expect(shows(form(jumper, sources[kind], page, z(condition)), { q: answers[kind] })).toBe(none);
        expect(shows(form(z({ not: condition }), sources[kind]), {})).toBe(!none);
      }
    },
  );

  test('an empty list, an empty text and an empty table are no answers', () => {
    const table: Question = { id: 'q', type: 'matrix-number', title: '甲', rows: options, columns: options };
    for (const [question, value] of [
      [sources['choices a, c'], []],
      [sources['text 3'], ''],
      [sources['text 3'], '  '],
      [table, {}],
    ] as const)
      expect(shows(form(question, z({ q: 'q', op: 'answered' })), { q: value })).toBe(false);
  });

  test.each(sameDecisions)('%s is the same as %s: %s', (one, other, expected) => {
    const two = (kind: AnswerKind, id: string): Question => ({
      ...(kind === 'none' ? sources['option a'] : sources[kind]),
      id,
    });
    const said = { q: answers[one], p: answers[other] };
    expect(shows(form(two(one, 'q'), two(other, 'p'), z({ q: 'q', op: 'same', as: 'p' })), said)).toBe(
      expected,
    );
  });
});

/** What figures look at: a form of its own, whose answers are as they would be accepted. */
const seen: Definition = form(
  { id: 'none', type: 'number', title: '空' },
  { id: 'three', type: 'number', title: '三' },
  { id: 'choices', type: 'multi', title: '选', options },
  {
    id: 'scored',
    type: 'multi',
    title: '分',
    options: options.map((one, at) => ({ ...one, score: at + 3 })),
  },
  {
    id: 'table',
    type: 'matrix-number',
    title: '表',
    rows: options.slice(0, 2),
    columns: options.slice(0, 2),
  },
);
const said: Record<string, unknown> = {
  three: 3,
  choices: ['a', 'c'],
  scored: ['a', 'b'],
  table: { a: { a: 1, b: 2 }, b: { a: 3 } },
};
const sightOf = (opens?: number): Sight => {
  const { answers: accepted, problems } = compile(seen).check(said);
  if (Object.keys(problems).length > 0) throw new Error('the sample answers are wrong');
  const at = (id: string) => {
    const question = seen.questions.find((one) => one.id === id);
    return question && Object.hasOwn(accepted, id)
      ? { question, field: fieldOf(question), answer: accepted[id] }
      : undefined;
  };
  return {
    opens,
    given: at,
    value(id, row) {
      const one = at(id);
      return one?.field.value(one.answer, one.question, row);
    },
  };
};
const figure = (expression: Expression) => evaluate(expression, sightOf());
const part = (number: number | null): Expression => (number === null ? { value: 'none' } : { number });
const ways: Missing[] = ['skip', 'zero', 'null'];

describe('a figure', () => {
  test.each(sumDecisions)('%s of %j is %j', (kind, parts, result) => {
    for (const missing of ways) {
      const list = parts.map(part);
      const expression = { [kind]: list, missing } as unknown as Expression;
      expect([missing, figure(expression)]).toEqual([missing, result[missing]]);
    }
  });

  test.each(weightedDecisions)('weighted %j, as a mean: %s, is %j', (parts, mean, result) => {
    const weighted = parts.map(([number, weight]) => ({ part: part(number), weight }));
    for (const missing of ways)
      expect([missing, figure({ weighted, missing, mean })]).toEqual([missing, result[missing]]);
  });

  test.each(figureDecisions)('%s', (_, expression, result) => {
    expect(figure(expression)).toBe(result);
  });

  test('is never a number that is none', () => {
    const huge: Expression = { times: [{ times: [{ number: 1e9 }, { number: 1e9 }] }, { number: 1e9 }] };
    let power: Expression = huge;
    for (let at = 0; at < 12; at++) power = { times: [power, huge] };
    expect(figure(power)).toBeNull();
    expect(figure({ minus: [power, power] })).toBeNull();
  });

  test.each(comparisonDecisions)('%s %s %s: %s', (left, is, right, expected) => {
    const condition: Condition = { is, left: part(left), right: part(right) };
    expect(holds(condition, sightOf())).toBe(expected);
    expect(holds({ not: condition }, sightOf())).toBe(!expected);
  });

  test.each(todayDecisions)('a run that opened at %s: today is %s', (opens, today) => {
    expect(evaluate({ day: 'opens' }, sightOf(Date.parse(opens)))).toBe(dayNumber(today));
    expect(evaluate({ day: 'opens' }, sightOf())).toBeNull();
  });
});

test('a calculated question that cannot be had is unanswered', () => {
  const definition = form(
    { id: 'n', type: 'number', title: '数' },
    {
      id: 'half',
      type: 'calculated',
      title: '半',
      decimals: 1,
      formula: { over: [{ value: 'n' }, { number: 2 }] },
    },
    z({ q: 'half', op: 'unanswered' }),
  );
  expect(compile(definition).check({}).answers).toEqual({});
  expect(shows(definition, {})).toBe(true);
  expect(compile(definition).check({ n: 5 }).answers).toEqual({ n: 5, half: 2.5 });
  // Nobody gives it: what is sent in its place is made anew.
  expect(compile(definition).check({ n: 5, half: 99 })).toMatchObject({
    answers: { half: 2.5 },
    dropped: [],
  });
});
