// What a form asks beyond showing and hiding: the way through it, what is on offer, what is asked for in earnest, checks of
// the author's, earlier answers in later texts, a drawn order, and what is taken of its places.
import { describe, expect, test } from 'vitest';
import { compile, type Outcome } from '../../schema/form/compile.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { patterns } from '../../schema/logic/judge.ts';
import { withPlaces } from '../../schema/logic/places.ts';
import { plainForm, plainQuestions } from '../../schema/logic/plain.ts';
import { usesRules } from '../../schema/logic/rules.ts';
import type { Condition, Rule } from '../../schema/logic/shapes.ts';

type More = Omit<Definition, 'title' | 'layout' | 'questions'>;
const form = (questions: Question[], more: More = {}): Definition => ({
  title: '表',
  layout: 'pages',
  questions,
  ...more,
});
const yesNo = (id: string, more: Partial<Question> = {}) =>
  ({ id, type: 'yes-no', title: id, ...more }) as Question;
const page = (id: string, more: Partial<Question> = {}) =>
  ({ id, type: 'page-break', title: id, ...more }) as Question;
const is = (q: string, value: string): Condition => ({ q, op: 'equals', value });
const letters = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id.toUpperCase() }));
const shown = (outcome: Outcome) => [...outcome.visible].sort();

describe('a jump', () => {
  const way = form(
    [
      yesNo('a', {
        jumps: [
          { when: is('a', 'no'), to: 'p3' },
          { when: is('a', 'yes'), to: 'p2' },
        ],
      }),
      yesNo('b', { required: true }),
      page('p2'),
      yesNo('c', { jumps: [{ to: 'done' }] }),
      page('p3'),
      yesNo('d'),
    ],
    { endings: [{ id: 'done', title: '到这里' }] },
  );
  const check = (given: Record<string, unknown>) => compile(way).check(given);

  test('goes over all that stands between, and what was answered there is dropped by name', () => {
    const outcome = check({ a: 'no', b: 'yes', c: 'yes', d: 'no' });
    expect([shown(outcome), outcome.answers, outcome.dropped]).toEqual([
      ['a', 'd', 'p3'],
      { a: 'no', d: 'no' },
      ['b', 'c'],
    ]);
  });
  test('is the first whose condition holds; none when none does', () => {
    expect(shown(check({ a: 'yes' }))).toEqual(['a', 'c', 'p2']);
    expect(check({}).problems).toEqual({ b: { code: 'required', args: {} } });
  });
  test('leads to an ending, behind which nothing is asked', () => {
    const outcome = check({ a: 'yes', c: 'yes', d: 'yes' });
    expect([outcome.end, outcome.dropped]).toEqual([{ id: 'done', title: '到这里' }, ['d']]);
  });
  test('of a question that is jumped over or hidden does not fire', () => {
    // c would end the form; jumped over, it does not.
    expect(check({ a: 'no', c: 'yes', d: 'yes' }).end).toEqual({ text: undefined });
    const hidden = compile(
      form([yesNo('a'), yesNo('b', { showIf: is('a', 'yes'), jumps: [{ to: 'end' }] }), yesNo('c')]),
    );
    expect(shown(hidden.check({ a: 'no', c: 'yes' }))).toEqual(['a', 'c']);
    expect(shown(hidden.check({ a: 'yes', c: 'yes' }))).toEqual(['a', 'b']);
  });
  test('without a condition fires whether its question is answered or not', () => {
    const plain = compile(form([yesNo('a', { jumps: [{ to: 'p' }] }), yesNo('b'), page('p'), yesNo('c')]));
    expect(shown(plain.check({}))).toEqual(['a', 'c', 'p']);
  });
  test('waits for the jump before it, although it stands on a page that may be hidden', () => {
    const two = compile(
      form([
        yesNo('a', { jumps: [{ when: is('a', 'no'), to: 'p' }] }),
        yesNo('b', { jumps: [{ to: 'end' }] }),
        page('p'),
        yesNo('c'),
      ]),
    );
    expect(shown(two.check({ a: 'no' }))).toEqual(['a', 'c', 'p']);
    expect(shown(two.check({ a: 'yes' }))).toEqual(['a', 'b']);
  });
});

describe('an ending', () => {
  const ends = form([yesNo('a'), { id: 'n', type: 'number', title: 'n' }], {
    thanks: '谢谢',
    endings: [
      { id: 'not', title: '不用填', when: is('a', 'no'), refuses: true },
      { id: 'many', title: '{{n}} 口人', when: { q: 'n', op: 'gt', value: 5 } },
    ],
  });
  test.each([
    [{ a: 'yes', n: 3 }, { text: '谢谢' }],
    [
      { a: 'yes', n: 6 },
      { id: 'many', title: '6 口人' },
    ],
    // The first whose condition holds.
    [
      { a: 'no', n: 6 },
      { id: 'not', title: '不用填', refuses: true },
    ],
  ])('%j leads to %j', (given, end) => expect(compile(ends).check(given).end).toEqual(end));
});

describe('what is on offer', () => {
  const options = letters.map((option) =>
    option.id === 'b' ? { ...option, showIf: is('a', 'yes') } : option,
  );
  const offered = compile(form([yesNo('a'), { id: 'm', type: 'multi', title: 'm', options }]));
  const ids = (outcome: Outcome, id: string) => {
    const asked = outcome.asked.find((question) => question.id === id);
    return asked && 'options' in asked ? asked.options.map((option) => option.id) : undefined;
  };

  test('an option with a condition comes and goes, and its choice with it, by name', () => {
    const without = offered.check({ a: 'no', m: ['a', 'b'] });
    expect([ids(without, 'm'), without.answers, without.dropped]).toEqual([
      ['a', 'c', 'd'],
      { a: 'no', m: ['a'] },
      ['m'],
    ]);
    const withIt = offered.check({ a: 'yes', m: ['a', 'b'] });
    expect([ids(withIt, 'm'), withIt.answers, withIt.dropped]).toEqual([
      ['a', 'b', 'c', 'd'],
      { a: 'yes', m: ['a', 'b'] },
      [],
    ]);
  });

  test('options are those that were chosen before, or were not', () => {
    const carried = (pick: 'chosen' | 'others') =>
      compile(
        form([
          { id: 'm', type: 'multi', title: 'm', options: letters },
          {
            id: 's',
            type: 'single',
            title: 's',
            required: true,
            options: letters,
            carry: { from: 'm', pick },
          },
        ]),
      );
    expect(ids(carried('chosen').check({ m: ['a', 'c'] }), 's')).toEqual(['a', 'c']);
    expect(ids(carried('others').check({ m: ['a', 'c'] }), 's')).toEqual(['b', 'd']);
    expect(carried('chosen').check({ m: ['a'], s: 'b' })).toMatchObject({
      dropped: ['s'],
      problems: { s: { code: 'required' } },
    });
    // Nothing was chosen: there is nothing to ask, and nothing is missed.
    const nothing = carried('chosen').check({});
    expect([shown(nothing), nothing.problems]).toEqual([['m'], {}]);
  });

  test('rows of a table too', () => {
    const table = compile(
      form([
        { id: 'm', type: 'multi', title: 'm', options: letters },
        {
          id: 't',
          type: 'matrix-scale',
          title: 't',
          from: 1,
          to: 5,
          rows: letters,
          required: true,
          carry: { from: 'm', pick: 'chosen' },
        },
      ]),
    );
    expect(table.check({ m: ['a'], t: { a: 1, b: 2 } })).toMatchObject({
      answers: { t: { a: 1 } },
      dropped: ['t'],
      problems: {},
    });
    expect(table.check({ m: ['a', 'b'], t: { a: 1 } }).problems).toMatchObject({
      t: { code: 'row-missing', args: { row: 'B' } },
    });
  });
});

test('a quiz question is right with all that is right and nothing else', () => {
  const quiz = compile(
    form([
      {
        id: 'm',
        type: 'multi',
        title: 'm',
        options: letters,
        quiz: { right: ['a', 'b'], points: 5 },
      },
      { id: 'sum', type: 'calculated', title: '得分', formula: { score: 'm' } },
    ]),
  );
  const points = (m: string[]) => quiz.check({ m }).answers.sum;
  expect([['a', 'b'], ['b', 'a'], ['a'], ['a', 'c'], ['a', 'b', 'c'], ['c', 'd']].map(points)).toEqual([
    5, 5, 0, 0, 0, 0,
  ]);
});

test('an option without places stays open to whoever has one of them', () => {
  const asked: Question = {
    id: 's',
    type: 'single',
    title: 's',
    options: letters.map((option) => ({ ...option, quota: 2 })),
  };
  const fullFor = (chosen: string | undefined) => {
    const told = withPlaces(asked, [], { s: { a: 2, b: 1 } }, chosen);
    return 'options' in told ? told.options.map((option) => 'full' in option && option.full) : [];
  };
  expect(fullFor(undefined)).toEqual([true, false, false, false]);
  expect(fullFor('a')).toEqual([false, false, false, false]);
  expect(fullFor('b')).toEqual([true, false, false, false]);
});

test('a question may be required only sometimes', () => {
  const some = compile(form([yesNo('a'), { id: 't', type: 'text', title: 't', requiredIf: is('a', 'yes') }]));
  expect(some.check({ a: 'no' }).problems).toEqual({});
  expect(some.check({ a: 'yes' }).problems).toEqual({ t: { code: 'required', args: {} } });
  expect(some.check({ a: 'yes', t: '话' }).problems).toEqual({});
});

describe('a check of the author’s', () => {
  const number: Question = { id: 'n', type: 'number', title: '数' };
  const other: Question = { id: 'o', type: 'number', title: '另一个', decimals: 1 };
  const text: Question = { id: 't', type: 'text', title: '字' };
  const day: Question = { id: 'd', type: 'date', title: '日' };
  const found = (question: Question, rule: Rule, given: Record<string, unknown>) => {
    const all = [other, { ...other, id: 'p' }, question].filter(
      (one, at, list) => list.findIndex(({ id }) => id === one.id) === at,
    );
    const { problems } = compile(
      form(all.map((one) => (one.id === question.id ? { ...one, rules: [rule] } : one))),
    ).check(given);
    return problems[question.id];
  };
  test.each<[string, Question, Rule, Record<string, unknown>, string | undefined]>([
    ['a range', number, { check: 'range', min: 2, max: 5 }, { n: 1 }, 'rule-min'],
    ['a range', number, { check: 'range', min: 2, max: 5 }, { n: 6 }, 'rule-max'],
    ['a range', number, { check: 'range', min: 2, max: 5 }, { n: 2 }, undefined],
    ['a range', number, { check: 'range', min: 2, max: 5 }, { n: 5 }, undefined],
    ['a range of days', day, { check: 'range', min: '2026-01-01' }, { d: '2025-12-31' }, 'rule-min'],
    ['an end of another kind', number, { check: 'range', min: '2026-01-01' }, { n: 1 }, undefined],
    ['a length', text, { check: 'length', min: 2, max: 3 }, { t: '一' }, 'text-short'],
    ['a length', text, { check: 'length', min: 2, max: 3 }, { t: '一二三四' }, 'text-long'],
    ['a length', text, { check: 'length', min: 2, max: 3 }, { t: '一二三' }, undefined],
    ['digits', text, { check: 'pattern', pattern: 'digits' }, { t: '12a' }, 'pattern-digits'],
    ['digits', text, { check: 'pattern', pattern: 'digits' }, { t: '120' }, undefined],
    ['less than another', number, { check: 'compare', order: 'lt', with: 'o' }, { n: 3, o: 3 }, 'compare-lt'],
    ['less than another', number, { check: 'compare', order: 'lt', with: 'o' }, { n: 2, o: 3 }, undefined],
    ['than one that is not there', number, { check: 'compare', order: 'lt', with: 'o' }, { n: 3 }, undefined],
    [
      'than one of another kind',
      text,
      { check: 'compare', order: 'equals', with: 'o' },
      { t: '3', o: 3 },
      undefined,
    ],
    [
      'a sum',
      number,
      { check: 'sum', order: 'equals', and: ['o', 'p'], value: 10 },
      { n: 3, o: 3, p: 4 },
      undefined,
    ],
    [
      'a sum',
      number,
      { check: 'sum', order: 'equals', and: ['o', 'p'], value: 10 },
      { n: 3, o: 3, p: 5 },
      'sum-equals',
    ],
    [
      'a sum of decimals',
      { ...number, decimals: 1 },
      { check: 'sum', order: 'equals', and: ['o', 'p'], value: 1 },
      { n: 0.7, o: 0.2, p: 0.1 },
      undefined,
    ],
    [
      'a sum of what is there',
      number,
      { check: 'sum', order: 'lte', and: ['o', 'p'], value: 10 },
      { n: 3, o: 3 },
      undefined,
    ],
    [
      'a condition',
      number,
      { check: 'holds', condition: { q: 'n', op: 'gt', value: 2 } },
      { n: 2 },
      'rule-holds',
    ],
    [
      'nothing that was answered',
      number,
      { check: 'holds', condition: { q: 'o', op: 'answered' } },
      {},
      undefined,
    ],
    ['own words', number, { check: 'range', min: 2, message: '至少两个' }, { n: 1 }, 'rule'],
  ])('%s: %#', (_, question, rule, given, code) => {
    expect(found(question, rule, given)?.code).toBe(code);
  });

  test('says its own words, or the figures that a sentence needs', () => {
    expect(found(number, { check: 'range', min: 2, message: '至少两个' }, { n: 1 })?.args).toEqual({
      message: '至少两个',
    });
    expect(found(number, { check: 'sum', order: 'lte', and: ['o'], value: 5 }, { n: 3, o: 4 })?.args).toEqual(
      { value: 5, sum: 7 },
    );
    expect(found(number, { check: 'compare', order: 'lte', with: 'o' }, { n: 3, o: 2 })?.args).toEqual({
      other: '另一个',
    });
  });

  test('says earlier answers in its own words, and in the title that it compares with', () => {
    const people: Question = { id: 'a', type: 'number', title: '几口人' };
    const problems = (rule: Rule) =>
      compile(form([people, { ...other, title: '{{a}}口人里的老人' }, { ...number, rules: [rule] }])).check({
        a: 3,
        o: 2,
        n: 9,
      }).problems.n?.args;
    expect(problems({ check: 'range', max: 5, message: '您家只有{{a}}口人，请核对' })).toEqual({
      message: '您家只有3口人，请核对',
    });
    expect(problems({ check: 'compare', order: 'lte', with: 'o' })).toEqual({ other: '3口人里的老人' });
  });

  test('takes no longer for a text made to hold it up', () => {
    const hostile = [
      `${'1'.repeat(2000)}!`,
      `${'单元'.repeat(1000)}!`,
      `${'A'.repeat(2000)}!`,
      '楼号-'.repeat(500),
    ];
    const start = performance.now();
    for (const pattern of Object.values(patterns)) for (const text of hostile) pattern.test(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('an earlier answer in a later text', () => {
  const pipes = form([
    { id: 'who', type: 'text', title: '称呼' },
    { id: 's', type: 'single', title: '哪里', options: letters },
    yesNo('sure', { title: '{{who|您}}住在 {{s}} 吗', hint: '{{s|那里}}' }),
  ]);
  const title = (given: Record<string, unknown>) => compile(pipes).check(given).asked.at(-1);

  test('stands in words, with what to say where there is none', () => {
    expect(title({ who: '王阿姨', s: 'b' })).toMatchObject({ title: '王阿姨住在 B 吗', hint: 'B' });
    expect(title({})).toMatchObject({ title: '您住在 …… 吗', hint: '那里' });
  });
  test('is left out where its author says nothing instead', () => {
    const blank = form([
      { id: 'who', type: 'text', title: '称呼' },
      yesNo('sure', { title: '您{{who|}}好' }),
    ]);
    expect(compile(blank).check({}).asked.at(-1)).toMatchObject({ title: '您好' });
  });
  test('is taken as it was written, braces and all', () => {
    expect(title({ who: '{{s}}', s: 'a' })).toMatchObject({ title: '{{s}}住在 A 吗' });
  });
  test('is named by its question where no answers are known', () => {
    const greeted = plainForm({ ...pipes, thanks: '{{who|您}}好，{{gone}}' });
    expect(greeted.thanks).toBe('〔称呼〕好，〔……〕');
    expect(plainQuestions(pipes, {}).at(-1)?.title).toBe('〔称呼〕住在 〔哪里〕 吗');
  });
});

describe('a drawn order', () => {
  const many = Array.from({ length: 8 }, (_, at) => ({ id: `o${at}`, label: `${at}` }));
  const drawn = form(
    [
      {
        id: 's',
        type: 'single',
        title: 's',
        shuffle: true,
        options: [
          ...many,
          { id: 'pin', label: '钉住', pinned: true },
          { id: 'other', label: '其他', text: true },
        ],
      },
      yesNo('a'),
      yesNo('b'),
      yesNo('c'),
      yesNo('last'),
    ],
    { shuffle: [['a', 'b', 'c']] },
  );
  const orderOf = (seed: string) => {
    const { asked } = compile(drawn).check({}, { seed });
    const [first] = asked;
    return {
      options: first && 'options' in first ? first.options.map(({ id }) => id) : [],
      questions: asked.map(({ id }) => id),
    };
  };

  test('is the same for one response and the same on a page without a script', () => {
    expect(orderOf('r1')).toEqual(orderOf('r1'));
    expect(plainQuestions(drawn, { seed: 'r1' }).map(({ id }) => id)).toEqual(orderOf('r1').questions);
  });
  test('differs between responses, loses nothing, and leaves what is pinned', () => {
    const orders = Array.from({ length: 40 }, (_, at) => orderOf(`response ${at}`));
    expect(new Set(orders.map(({ options }) => options.join())).size).toBeGreaterThan(30);
    expect(new Set(orders.map(({ questions }) => questions.join())).size).toBe(6);
    for (const { options, questions } of orders) {
      expect([...options].sort()).toEqual([...many.map(({ id }) => id), 'other', 'pin'].sort());
      expect(options.slice(-2)).toEqual(['pin', 'other']);
      expect([questions[0], questions[4]]).toEqual(['s', 'last']);
    }
  });
  test('is even: each option stands first about as often', () => {
    const firsts = new Map<string, number>();
    for (let at = 0; at < 4000; at++) {
      const [first = ''] = orderOf(`r${at}`).options;
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const n of firsts.values()) expect(Math.abs(n - 500)).toBeLessThan(100);
  });
});

test('places are taken by those whose condition holds, as many as they ask for', () => {
  const places = compile(
    form([yesNo('a'), { id: 'n', type: 'number', title: 'n' }], {
      quotas: [
        { id: 'all', label: '所有人', max: 100 },
        { id: 'yes', label: '是的', max: 10, when: is('a', 'yes') },
        { id: 'seats', label: '座位', max: 50, by: 'n' },
      ],
    }),
  );
  const taken = (given: Record<string, unknown>) => places.delta(places.check(given).answers)._quota;
  expect(taken({ a: 'no' })).toEqual({ all: 1 });
  expect(taken({ a: 'yes', n: 4 })).toEqual({ all: 1, yes: 1, seats: 4 });
  expect(taken({ n: 0 })).toEqual({ all: 1 });
  // As far as a page knows how many are left.
  const told = (n: number, seats: number) =>
    places.check({ n }, { live: { _quota: { seats, all: 100 } } }).problems;
  expect(told(3, 47)).toEqual({});
  expect(told(4, 47)).toEqual({ n: { code: 'quota-full', args: { quota: '座位', left: 3 } } });
  expect(told(1, 60)).toEqual({ n: { code: 'quota-full', args: { quota: '座位', left: 0 } } });
  expect(places.check({ n: 4 }).problems).toEqual({});
});

test('a form that uses none of it needs no rules', () => {
  expect(usesRules(form([yesNo('a'), yesNo('b', { showIf: is('a', 'yes') })]))).toBe(false);
  const options = [{ id: 'x', label: 'X', quota: 3 }];
  for (const more of [
    form([yesNo('a', { requiredIf: is('a', 'yes') })]),
    form([yesNo('a', { jumps: [{ to: 'end' }] })]),
    form([yesNo('a', { title: '{{a}}' })]),
    form([{ id: 's', type: 'single', title: 's', options }]),
    form([yesNo('a', { showIf: { is: 'lt', left: { number: 1 }, right: { number: 2 } } })]),
    form([yesNo('a')], { thanks: '{{a}}' }),
    form([yesNo('a')], { shuffle: [['a', 'b']] }),
    form([yesNo('a')], { endings: [{ id: 'e', title: 'e' }] }),
    form([yesNo('a')], { quotas: [{ id: 'q', label: 'q', max: 1 }] }),
  ])
    expect(usesRules(more)).toBe(true);
});
