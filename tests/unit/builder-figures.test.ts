// Figures as staff build and read them: the sentence of every block in both languages, one block made another, and the
// try beside the editor.
import { describe, expect, it } from 'vitest';
import type { Question } from '../../schema/form/definition.ts';
import { type Expression, expressionShape } from '../../schema/logic/shapes.ts';
import { exampleFor, keyOf, readsOf, tried } from '../../web/staff/form/figures/example.ts';
import { figureWords } from '../../web/staff/form/figures/figure-words.ts';
import { dayKinds, figureKind, figureKinds, recast } from '../../web/staff/form/figures/kinds.ts';
import { questionsThatGive, rowsThatGive } from '../../web/staff/form/figures/sources.ts';
import { readable } from '../../web/staff/form/logic/answers.ts';
import { form, formOf, inEnglish, lift, people, wishes } from './builder-form.ts';
import { everyType } from './every-type.ts';

const four: Expression = { value: 'people' };
const two: Expression = { number: 2 };

const blocks: [Expression, string, string][] = [
  [two, '2', '2'],
  [four, '第4题的数', 'the figure of question 4'],
  [{ value: 'born' }, '第5题的日期', 'the day of question 5'],
  [{ value: 'grid', row: 'calm' }, '第7题“安静”的数', 'the figure of question 7“安静”'],
  [{ score: 'lift' }, '第1题的得分', 'the score of question 1'],
  [{ chosen: 'wishes' }, '第2题选了几项', 'how many are chosen in question 2'],
  [{ total: 'grid' }, '第7题各数之和', 'the sum of question 7'],
  [{ day: 'opens' }, '活动开始那天', 'the day the run opened'],
  [{ day: '2026-01-01' }, '2026-01-01', '2026-01-01'],
  [{ sum: [four, two], missing: 'skip' }, '第4题的数 + 2', 'the figure of question 4 + 2'],
  [
    { sum: [four], missing: 'zero' },
    '第4题的数（没填的当 0）',
    'the figure of question 4 (missing counts as 0)',
  ],
  [
    { average: [four, two], missing: 'null' },
    '第4题的数、2的平均（有一项没填就不算）',
    'the average of the figure of question 4, 2 (nothing if one is missing)',
  ],
  [
    { least: [four, two], missing: 'skip' },
    '第4题的数、2里最小的',
    'the least of the figure of question 4, 2',
  ],
  [{ most: [four, two], missing: 'skip' }, '第4题的数、2里最大的', 'the most of the figure of question 4, 2'],
  [
    {
      weighted: [
        { part: four, weight: 0.6 },
        { part: two, weight: 0.4 },
      ],
      missing: 'skip',
      mean: true,
    },
    '第4题的数 × 0.6 + 2 × 0.4，按权重平均',
    'the figure of question 4 × 0.6 + 2 × 0.4, over the weights',
  ],
  [
    { times: [{ minus: [four, two] }, { over: [four, two] }] },
    '（第4题的数 − 2） × （第4题的数 ÷ 2）',
    '(the figure of question 4 − 2) × (the figure of question 4 ÷ 2)',
  ],
  [
    { between: [{ value: 'born' }, { day: 'opens' }], unit: 'years' },
    '从第5题的日期到活动开始那天满几年',
    'whole years from the day of question 5 to the day the run opened',
  ],
  [
    { round: { over: [four, two] }, digits: 1 },
    '（第4题的数 ÷ 2）四舍五入到1位小数',
    '(the figure of question 4 ÷ 2) rounded to 1 decimal',
  ],
  [
    {
      count: [
        { q: 'lift', op: 'equals', value: 'yes' },
        { q: 'people', op: 'gt', value: 3 },
      ],
    },
    '下面几条里有几条符合：第1题选了“有”；第4题大于3',
    'how many of these hold: question 1 is “有”; question 4 is above 3',
  ],
  [
    { if: { q: 'lift', op: 'equals', value: 'yes' }, yes: two, no: four },
    '如果第1题选了“有”，就是2，否则是第4题的数',
    '2 if question 1 is “有”, else the figure of question 4',
  ],
];

it.each(blocks)('%j reads as a sentence', (figure, zh, en) => {
  expect(figureWords(figure, form)).toBe(zh);
  expect(inEnglish(() => figureWords(figure, form))).toBe(en);
});

describe('one block made another', () => {
  const sources = readable(form);
  const kinds = figureKinds.filter((kind) => kind !== 'day');

  it.each(blocks)('%j becomes any other kind, and what it becomes can be stored', (figure) => {
    for (const kind of kinds) {
      const next = recast(figure, kind, sources);
      expect([kind, figureKind(next)]).toEqual([kind, kind]);
      expect([kind, expressionShape().safeParse(next).success]).toEqual([kind, true]);
    }
  });

  it('keeps what it is made of', () => {
    const sum: Expression = { sum: [four, two], missing: 'zero' };
    expect(recast(sum, 'average', sources)).toEqual({ average: [four, two], missing: 'zero' });
    expect(recast(sum, 'minus', sources)).toEqual({ minus: [four, two] });
    expect(recast(four, 'round', sources)).toEqual({ round: four, digits: 0 });
  });

  it('makes nothing of questions that there are not', () => {
    for (const kind of [...kinds, ...dayKinds])
      expect(expressionShape().safeParse(recast(two, kind, [])).success).toBe(true);
  });
});

describe('questions that give a figure', () => {
  it('are told apart by what they give', () => {
    const ids = (source: Parameters<typeof questionsThatGive>[0]) =>
      questionsThatGive(source, form.questions).map(({ id }) => id);
    expect(ids('value')).toEqual(['likes', 'people', 'grid', 'total']);
    expect(ids('score')).toEqual(['lift', 'wishes', 'likes', 'people', 'total']);
    expect(ids('chosen')).toEqual(['wishes', 'grid']);
    expect(ids('day')).toEqual(['born']);
  });

  it('include tables of numbers, shares and growing tables, row by row or in all', () => {
    const totals = questionsThatGive('total', everyType.questions).map(({ type }) => type);
    expect(totals).toEqual(expect.arrayContaining(['matrix-number', 'allocate', 'gap-fill', 'rows']));
    const shares = everyType.questions.find(({ type }) => type === 'allocate');
    expect(shares && rowsThatGive('value', shares).length).toBeGreaterThan(1);
  });
});

describe('the try beside a formula', () => {
  const result = (figure: Expression, definition = form, changed: [string, number | string][] = []) => {
    const examples = new Map(readsOf(figure, definition).map((read) => [keyOf(read), exampleFor(read)]));
    for (const [key, value] of changed) examples.set(key, value);
    return tried(figure, examples, definition, Date.UTC(2026, 0, 1));
  };

  it('asks for each answer once, whatever reads it', () => {
    const figure: Expression = {
      if: {
        all: [
          { q: 'people', op: 'gt', value: 3 },
          { is: 'gt', left: { score: 'likes' }, right: two },
          { q: 'name', op: 'same', as: 'lift' },
        ],
      },
      yes: four,
      no: { total: 'grid' },
    };
    expect(readsOf(figure, form).map(keyOf)).toEqual([
      'people  answer',
      'name  answer',
      'lift  answer',
      'likes  answer',
      'grid  adds',
    ]);
  });

  it('counts as the real form will', () => {
    const likesAndPeople: Expression = { sum: [{ value: 'likes' }, four], missing: 'skip' };
    expect(result(likesAndPeople)).toBe(3 + 10);
    expect(result(likesAndPeople, form, [['people  answer', 4]])).toBe(3 + 4);
    expect(result({ between: [{ value: 'born' }, { day: 'opens' }], unit: 'years' })).toBe(66);
    expect(result({ total: 'grid' })).toBe(10);
    expect(result({ over: [four, { number: 0 }] })).toBeNull();
  });

  it('scores options and tests', () => {
    const scored: Question = {
      id: 'lift',
      type: 'single',
      title: '有电梯吗',
      options: [
        { id: 'yes', label: '有', score: 5 },
        { id: 'no', label: '没有', score: 1 },
      ],
    };
    const definition = formOf(scored, wishes, people);
    expect(result({ score: 'lift' }, definition)).toBe(5);
    expect(result({ score: 'lift' }, definition, [['lift  answer', 'no']])).toBe(1);
    expect(result({ chosen: 'wishes' }, definition)).toBe(1);
    const tested = formOf({ ...lift, quiz: { right: ['no'], points: 7 } });
    expect(result({ score: 'lift' }, tested)).toBe(0);
    expect(result({ score: 'lift' }, tested, [['lift  answer', 'no']])).toBe(7);
  });
});
