// Conditions as staff build and read them: every sentence in both languages, the lists they stand in, and that whatever
// the controls offer is what the check before publishing accepts.
import { describe, expect, it } from 'vitest';
import type { Question } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import { holds } from '../../schema/logic/condition.ts';
import { type Condition, conditionShape, type Leaf } from '../../schema/logic/shapes.ts';
import { placesOf, readable, valuesOf } from '../../web/staff/form/logic/answers.ts';
import { conditionOf, groupOf, isEditable, isSentence } from '../../web/staff/form/logic/condition-tree.ts';
import { conditionWords } from '../../web/staff/form/logic/condition-words.ts';
import { firstLeaf, isWhole, leafWith, sayingsFor } from '../../web/staff/form/logic/leaves.ts';
import { sayingWord } from '../../web/staff/form/logic/saying-words.ts';
import { born, form, formOf, grid, inEnglish, lift, likes, name, people } from './builder-form.ts';
import { everyType } from './every-type.ts';

const yes: Leaf = { q: 'lift', op: 'equals', value: 'yes' };
const many: Leaf = { q: 'people', op: 'gt', value: 3 };
const unnamed: Leaf = { q: 'name', op: 'unanswered' };

const sentences: [Condition, string, string][] = [
  [yes, '第1题选了“有”', 'question 1 is “有”'],
  [{ not: yes }, '第1题没有选“有”', 'question 1 is not “有”'],
  [
    { q: 'lift', op: 'in', value: ['yes', 'no'] },
    '第1题选了“有”、“没有”之一',
    'question 1 is one of “有”, “没有”',
  ],
  [{ q: 'wishes', op: 'contains', value: 'meal' }, '第2题选了“送餐”', 'question 2 is “送餐”'],
  [{ q: 'likes', op: 'lte', value: 2 }, '第3题选了“一般”或更低', 'question 3 is “一般” or lower'],
  [many, '第4题大于3', 'question 4 is above 3'],
  [{ q: 'people', op: 'equals', value: 2 }, '第4题正好是2', 'question 4 is 2'],
  [{ q: 'born', op: 'lt', value: '1960-01-01' }, '第5题早于1960-01-01', 'question 5 is before 1960-01-01'],
  [
    { q: 'born', op: 'gte', value: '1960-01-01' },
    '第5题不早于1960-01-01',
    'question 5 is not before 1960-01-01',
  ],
  [{ q: 'name', op: 'equals', value: '张三' }, '第6题写的是“张三”', 'question 6 says “张三”'],
  [
    { q: 'lift', op: 'same', as: 'gone' },
    '第1题和（已删除的题）答得一样',
    'question 1 and (deleted question) have the same answer',
  ],
  [{ q: 'grid', row: 'calm', op: 'equals', value: 3 }, '第7题“安静”选了3', 'question 7“安静” is 3'],
  [{ q: 'total', op: 'gte', value: 60 }, '“合计”不低于60', '“合计” is at least 60'],
  [{ q: 'gone', op: 'answered' }, '（已删除的题）', '(deleted question)'],
  [
    { all: [yes, { any: [many, unnamed] }] },
    '第1题选了“有”，并且（第4题大于3，或者第6题没有回答）',
    'question 1 is “有” and (question 4 is above 3 or question 6 is not answered)',
  ],
  [
    { not: { any: [yes, many] } },
    '不是（第1题选了“有”，或者第4题大于3）',
    'not (question 1 is “有” or question 4 is above 3)',
  ],
  [
    { is: 'gt', left: { sum: [{ value: 'people' }, { number: 2 }], missing: 'skip' }, right: { number: 5 } },
    '第4题的数 + 2大于5',
    'the figure of question 4 + 2 is above 5',
  ],
];

it.each(sentences)('%j reads as a sentence', (condition, zh, en) => {
  expect(conditionWords(condition, form)).toBe(zh);
  expect(inEnglish(() => conditionWords(condition, form))).toBe(en);
});

it('speaks of the question that it stands on without a name, and of a long answer by its beginning', () => {
  expect(conditionWords(yes, form, 'lift')).toBe('选了“有”');
  const long = formOf({ ...lift, options: [{ id: 'yes', label: '有，可是经常坏，要等好几天才有人来修' }] });
  expect(conditionWords(yes, long)).toBe('第1题选了“有，可是经常坏，要等好几天才有…”');
});

describe('a condition in the editor', () => {
  const lists: Condition[] = [
    yes,
    { not: yes },
    { all: [yes, many] },
    { any: [yes, { not: many }] },
    { not: { any: [yes, many] } },
    { not: { all: [yes, many] } },
    { all: [yes, { any: [many, unnamed] }] },
    { any: [yes, { all: [many] }, { not: { any: [unnamed, yes] } }] },
    { all: [{ any: [yes, many] }] },
  ];
  it.each(lists)('%j comes out as it went in', (condition) => {
    expect(isEditable(condition)).toBe(true);
    const { join, parts } = groupOf(condition);
    const again = parts.flatMap((part) =>
      isSentence(part) ? [part] : (conditionOf(groupOf(part), true) ?? []),
    );
    expect(conditionOf({ join, parts: again })).toEqual(condition);
  });

  it('means the same after its head is changed to 都不 and back', () => {
    const answers = new Map<string, string | number>([
      ['lift', 'no'],
      ['people', 2],
    ]);
    const sight = { opens: undefined, value: (id: string) => answers.get(id), given: () => undefined };
    const { parts } = groupOf({ all: [yes, many] });
    expect(holds(conditionOf({ join: 'none', parts }) ?? yes, sight)).toBe(true);
    expect(holds(conditionOf({ join: 'notAll', parts }) ?? yes, sight)).toBe(true);
    expect(holds(conditionOf({ join: 'any', parts }) ?? yes, sight)).toBe(false);
  });

  it('is read only when lists stand in lists in lists', () => {
    expect(isEditable({ all: [yes, { any: [many, { all: [yes, unnamed] }] }] })).toBe(false);
    expect(isEditable({ not: { all: [yes, { not: { not: { any: [yes, many] } } }] } })).toBe(false);
  });

  it('is nothing when the last sentence is taken out', () => {
    expect(conditionOf({ join: 'none', parts: [] })).toBeUndefined();
  });
});

describe('what the controls offer', () => {
  const questions = readable(everyType);
  const last: Question = { id: 'last', type: 'text', title: '最后' };
  const wrong = (showIf: Condition) =>
    lint({ ...everyType, questions: [...everyType.questions, { ...last, showIf }] }).filter(
      ({ code, questions: named }) => code.startsWith('condition-') && named.includes('last'),
    );
  // What is calculated or comes with the link can be read too, though nobody is asked for it.
  const asked = questions.filter(({ id }) => wrong({ q: id, op: 'answered' }).length === 0);

  it('is there for every type that is answered', () => {
    expect(asked.length).toBeGreaterThan(40);
  });

  it.each(asked.map((question) => [question.type, question] as const))(
    '%s: the check accepts it',
    (_, source) => {
      const rows = [undefined, ...placesOf(source).map(({ id }) => id)];
      for (const row of rows) {
        const leaf = firstLeaf(source, row);
        expect(isWhole(leaf, source)).toBe(true);
        expect(wrong(leaf)).toEqual([]);
        for (const { op } of sayingsFor(source, row, questions)) {
          const next = leafWith(source, row, op, leaf);
          if (isWhole(next, source)) expect([op, wrong(next)]).toEqual([op, []]);
          for (const { key } of 'value' in next ? valuesOf(source, row) : []) {
            const value =
              typeof ['value' in next ? next.value : ''].flat()[0] === 'number' ? Number(key) : key;
            const chosen = leafWith(source, row, op, { q: source.id, op: 'equals', value });
            expect([op, key, conditionShape().safeParse(chosen).success, wrong(chosen)]).toEqual([
              op,
              key,
              true,
              [],
            ]);
          }
        }
      }
    },
  );

  it('speaks of days as earlier and later, of figures as more and less, of words as written', () => {
    expect(sayingWord({ op: 'lt', not: false }, 'date')).toBe('早于');
    expect(sayingWord({ op: 'lt', not: false }, 'number')).toBe('小于');
    expect(sayingWord({ op: 'equals', not: true }, 'text')).toBe('写的不是');
    expect(sayingWord({ op: 'contains', not: true }, 'options')).toBe('没有选');
  });

  it('compares an answer with those of its own kind only', () => {
    const same = (source: Question, others: Question[]) =>
      sayingsFor(source, undefined, others).some(({ op }) => op === 'same');
    expect(same(people, [people, likes, born])).toBe(true);
    expect(same(people, [people, born, name])).toBe(false);
    expect(same(grid, [grid, people])).toBe(false);
  });

  it('waits for a whole day and a whole time', () => {
    expect(isWhole({ q: 'born', op: 'lt', value: '1960' }, born)).toBe(false);
    expect(isWhole({ q: 'born', op: 'lt', value: '1960-02-01' }, born)).toBe(true);
    expect(isWhole({ q: 'people', op: 'lt', value: Number.NaN }, people)).toBe(false);
  });
});
