// The dry run: what can be reached is, what cannot is said with what stands in the way, the same every time, in a moment.
import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../schema/fields/registry.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { type DryRun, dryRun } from '../../schema/form/dry-run.ts';
import { lint } from '../../schema/form/lint.ts';
import { samplesOf } from '../../schema/form/samples.ts';
import { templates } from '../../schema/form/templates.ts';
import type { Expression } from '../../schema/logic/shapes.ts';
import { busy } from './busy.ts';
import { everyType } from './every-type.ts';
import {
  a,
  b,
  c,
  day,
  few,
  form,
  grid,
  isNo,
  isYes,
  last,
  many,
  on,
  one,
  options,
  page,
  required,
  steps,
  words,
  yes,
} from './lint-cases/case.ts';

type Condition = NonNullable<Question['showIf']>;
const run = (definition: Definition): DryRun => {
  const done = dryRun(definition, { findings: lint(definition) });
  if (!done) throw new Error('no page');
  return done;
};
const missed = (definition: Definition) => run(definition).missed.map(({ at }) => at);

describe('answers to try', () => {
  test('every type that asks takes some, and keeps them as they are', () => {
    for (const question of everyType.questions) {
      const samples = samplesOf(question);
      expect([question.type, samples.length > 0]).toEqual([
        question.type,
        fieldOf(question).asks || question.type === 'calculated' || question.type === 'hidden',
      ]);
      for (const answer of samples) {
        const checked = fieldOf(question).check(answer, question);
        expect([question.type, checked.ok && checked.value]).toEqual([question.type, answer]);
      }
    }
  });

  test('every option is among them, in lists that must be long too', () => {
    const chosen = samplesOf({
      ...many,
      min: 2,
      options: [a, { ...b, text: true }, { ...c, exclusive: true }],
    });
    expect(chosen).toContainEqual(['c']);
    expect(chosen).toContainEqual(['a', { id: 'b', text: '说明' }]);
  });

  test('what is wanted is among them', () => {
    expect(samplesOf({ ...few, max: 1000 }, [{ value: 777 }])).toEqual(
      expect.arrayContaining([776, 777, 778]),
    );
    expect(samplesOf({ ...grid, required: true }, [{ row: 'r', value: 2 }])).toContainEqual({ r: 2 });
    expect(samplesOf(day, [{ value: '2026-05-01' }])).toContain('2027-05-01');
  });
});

describe('everything is reached', () => {
  test('in the shipped forms and in a form of every type', () => {
    for (const { id, definition } of templates) expect([id, missed(definition)]).toEqual([id, []]);
    expect(missed(everyType)).toEqual([]);
  });

  const both: Expression = { sum: [{ value: 'few' }, { value: 'more' }], missing: 'zero' };
  const sum: Condition = { is: 'gte', left: both, right: { number: 17 } };
  const more: Question = { ...few, id: 'more', title: '又几个' };
  const cases: [string, Definition][] = [
    [
      'behind a figure that nobody would guess',
      form({ ...few, max: 9999 }, on({ q: 'few', op: 'equals', value: 4321 })),
    ],
    ['behind words that must be written so', form(words, on({ q: 'words', op: 'equals', value: '紫藤路' }))],
    ['behind a sum', form(few, more, on(sum))],
    [
      'behind a calculated figure',
      form(
        few,
        more,
        { id: 'sum', type: 'calculated', title: '合计', formula: both },
        on({ q: 'sum', op: 'gte', value: 18 }),
      ),
    ],
    ['behind a row of a table', form(required(grid), on({ q: 'grid', row: 'r', op: 'equals', value: 2 }))],
    [
      'behind two choices at once',
      form(
        many,
        on({
          all: [
            { q: 'many', op: 'contains', value: 'a' },
            { q: 'many', op: 'contains', value: 'c' },
          ],
        }),
      ),
    ],
    [
      'behind the same answer twice',
      form(words, { ...words, id: 'again', title: '再说一遍' }, on({ q: 'words', op: 'same', as: 'again' })),
    ],
    [
      'behind one of many alternatives',
      form(
        one,
        few,
        on({
          any: [
            {
              all: [
                { q: 'one', op: 'equals', value: 'b' },
                { q: 'few', op: 'equals', value: 7 },
              ],
            },
            {
              all: [
                { q: 'one', op: 'equals', value: 'c' },
                { q: 'few', op: 'equals', value: 8 },
              ],
            },
          ],
        }),
      ),
    ],
    [
      'at the end of a chain',
      steps(
        yes,
        ...Array.from(
          { length: 12 },
          (_, at): Question => ({
            ...yes,
            id: `y${at}`,
            title: `再问 ${at}`,
            required: true,
            showIf: { q: at === 0 ? 'yes' : `y${at - 1}`, op: 'equals', value: at % 2 === 0 ? 'yes' : 'no' },
          }),
        ),
      ),
    ],
    [
      'where a jump must not be taken',
      form(
        { ...required(yes), jumps: [{ when: isYes, to: 'end' }] },
        words,
        { ...few, jumps: [{ when: { q: 'few', op: 'gt', value: 2 }, to: 'end' }] },
        page,
        last,
      ),
    ],
    [
      'an option with a condition',
      form(yes, { ...one, options: [a, { ...b, showIf: isNo }, { ...c, showIf: isYes }] }),
    ],
    [
      'what is carried forward',
      form(
        many,
        { ...one, carry: { from: 'many', pick: 'others' } },
        on({ q: 'one', op: 'equals', value: 'b' }),
      ),
    ],
    [
      'an ending by a jump, and one by a condition',
      {
        ...form({ ...yes, jumps: [{ when: isNo, to: 'no' }] }, few, last),
        endings: [
          { id: 'no', title: '不用了' },
          { id: 'many', title: '人多', when: { q: 'few', op: 'gte', value: 9 } },
        ],
      },
    ],
    [
      'behind checks of the author’s own',
      steps(
        { ...required(few), rules: [{ check: 'range', min: 5 }] },
        { ...required(words), rules: [{ check: 'length', max: 1 }] },
        last,
      ),
    ],
  ];
  test.each(cases)('%s', (_, definition) => {
    expect(lint(definition).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(missed(definition)).toEqual([]);
  });

  test('and the ways through are counted', () => {
    expect(run(form(yes, on(isYes))).routes).toBe(2);
    expect(run(form(words)).routes).toBe(1);
  });
});

describe('what is not reached', () => {
  test('is said, with what stood in the way', () => {
    const half: Condition = {
      is: 'equals',
      left: { over: [{ value: 'few' }, { number: 2 }] },
      right: { number: 2.25 },
    };
    expect(run(form(few, on(half))).missed).toEqual([
      { at: 'q.last', question: 'last', tries: 16, obstacle: { by: 'condition', question: 'few' } },
    ]);
  });

  test('is what shows only until a question is answered that must be', () => {
    const until = steps(required(yes), on({ q: 'yes', op: 'unanswered' }));
    expect(run(until).missed).toMatchObject([{ at: 'q.last', obstacle: { by: 'stuck', question: 'yes' } }]);
  });

  test('is all of it where nothing can be sent: what stood in the way is named', () => {
    const half: Condition = {
      is: 'equals',
      left: { over: [{ value: 'few' }, { number: 2 }] },
      right: { number: 2.25 },
    };
    const never = form(words, { ...required(few), rules: [{ check: 'holds', condition: half }] });
    expect(lint(never)).toEqual([]);
    expect(run(never)).toMatchObject({ routes: 0, stuck: 'few' });
    expect(run(form(words))).not.toHaveProperty('stuck');
  });

  test('is not even tried where the rules have proved it', () => {
    const never = form(yes, on({ all: [isYes, isNo] }));
    expect(lint(never).map(({ code }) => code)).toEqual(['never-visible']);
    expect(run(never).missed).toEqual([]);
    expect(dryRun(never)?.missed.map(({ at }) => at)).toEqual(['q.last']);
  });

  test('there is nothing to run where questions wait for each other, or two have one id', () => {
    expect(dryRun(form({ ...yes, showIf: { q: 'last', op: 'answered' } }, on(isYes)))).toBeUndefined();
    expect(dryRun(form(yes, { ...words, id: 'yes' }))).toBeUndefined();
  });
});

/** Two hundred questions, of which many cannot be reached although no rule can prove it. */
const large: Definition = steps(
  ...Array.from({ length: 200 }, (_, at): Question => {
    const source = `q${at - (at % 4)}`;
    const of = { id: `q${at}`, title: `第 ${at} 题` };
    if (at % 4 === 0) return { ...of, type: 'number', min: 1, max: 9, required: true };
    if (at % 4 === 1) return { ...of, type: 'single', options, showIf: { q: source, op: 'gte', value: 5 } };
    const half: Condition = {
      is: 'equals',
      left: { over: [{ value: source }, { number: 2 }] },
      right: { number: at % 8 < 4 ? 2.25 : 2.5 },
    };
    return { ...of, type: 'text', showIf: half };
  }),
);

test('two runs of one form are the same', () => {
  expect(run(large)).toEqual(run(large));
});

test('a form of 200 questions takes less than a second, with many that are never reached', () => {
  run(large);
  const took = [0, 1, 2, 3, 4].map(() =>
    busy(() => {
      const { missed, tries } = run(large);
      expect(missed.length).toBe(50);
      expect(tries).toBeLessThan(420);
    }),
  );
  expect(Math.min(...took)).toBeLessThan(1000);
});
