// The check before publishing: each finding where there is one, and none where there is not.
import { expect, test } from 'vitest';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { type FindingCode, lint } from '../../schema/form/lint.ts';
import { templates } from '../../schema/form/templates.ts';
import { thirtyQuestions } from '../property/sample.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
const [a, b] = options;
if (!a || !b) throw new Error('no options');
const yes: Question = { id: 'yes', type: 'yes-no', title: '是吗' };
const few: Question = { id: 'few', type: 'number', title: '几个', min: 1, max: 9 };
const many: Question = { id: 'many', type: 'multi', title: '哪些', options };
const words: Question = { id: 'words', type: 'text', title: '话' };
const grid: Question = {
  id: 'grid',
  type: 'matrix-scale',
  title: '几方面',
  from: 1,
  to: 3,
  rows: [{ id: 'r', label: '净' }],
};
const phone: Question = { id: 'phone', type: 'phone', title: '电话' };
const note: Question = { id: 'note', type: 'note', title: '说明' };
const sources = [yes, few, many, words, grid, phone, note];
const on = (showIf: NonNullable<Question['showIf']>): Question => ({
  id: 'last',
  type: 'text',
  title: '最后',
  showIf,
});
const form = (...questions: Question[]): Definition => ({ title: '表', layout: 'pages', questions });

const image = 'p'.repeat(52);

type Case = [FindingCode, string, Definition, Definition];
const cases: Case[] = [
  ['no-questions', 'nothing is asked', form(note), form(note, yes)],
  ['duplicate-question', 'two questions of one id', form(yes, { ...words, id: 'yes' }), form(yes, words)],
  [
    'duplicate-option',
    'two options of one id',
    form({ ...many, options: [a, { ...b, id: 'a' }] }),
    form(many),
  ],
  [
    'duplicate-option',
    'two rows of one id',
    form({
      ...grid,
      rows: [
        { id: 'r', label: '净' },
        { id: 'r', label: '静' },
      ],
    }),
    form(grid),
  ],
  [
    'duplicate-label',
    'two options of one label',
    form({ ...many, options: [a, { ...b, label: 'a' }] }),
    form(many),
  ],
  [
    'no-options-left',
    'all options retired',
    form({ ...many, options: options.map((one) => ({ ...one, retired: true })) }),
    form({ ...many, options: [a, { ...b, retired: true }] }),
  ],
  [
    'contradictory-range',
    'more asked for than there is',
    form({ ...many, min: 4 }),
    form({ ...many, min: 3 }),
  ],
  [
    'contradictory-range',
    'at least more than at most',
    form({ ...many, min: 3, max: 2 }),
    form({ ...many, min: 2, max: 2 }),
  ],
  [
    'contradictory-range',
    'exclusive options are no room',
    form({ ...many, min: 3, options: [a, b, { id: 'n', label: '无', exclusive: true }] }),
    form({ ...many, min: 2, options: [a, b, { id: 'n', label: '无', exclusive: true }] }),
  ],
  [
    'contradictory-range',
    'a number that ends before it begins',
    form({ ...few, min: 9, max: 1 }),
    form({ ...few, min: 1, max: 1 }),
  ],
  [
    'contradictory-range',
    'an upper end below zero alone',
    form({ id: 'n', type: 'number', title: '数', max: -1 }),
    form({ id: 'n', type: 'number', title: '数', min: -5, max: -1 }),
  ],
  [
    'contradictory-range',
    'a day that ends before it begins',
    form({ id: 'd', type: 'date', title: '日', min: '2026-02-01', max: '2026-01-01' }),
    form({ id: 'd', type: 'date', title: '日', min: '2026-01-01', max: '2026-01-01' }),
  ],
  [
    'labels-do-not-fit',
    'as many labels as points',
    form({ id: 's', type: 'scale', title: '量', from: 1, to: 5, labels: ['差', '好'] }),
    form({ id: 's', type: 'scale', title: '量', from: 1, to: 2, labels: ['差', '好'] }),
  ],
  [
    'gaps-do-not-fit',
    'a sentence with one gap too many',
    form({
      id: 'g',
      type: 'gap-fill',
      title: '我家 __ 口人，__ 个孩子',
      gaps: [{ id: 'a', kind: 'number' }],
    }),
    form({ id: 'g', type: 'gap-fill', title: '我家 __ 口人', gaps: [{ id: 'a', kind: 'number' }] }),
  ],
  ['list-in-pieces', 'a branch that hangs on nothing', form(cascade('gone')), form(cascade('a'))],
  [
    'picture-missing',
    'pictures to choose from without a picture',
    form({ id: 'p', type: 'image-choice', title: '图', options: [a, b] }),
    form({ id: 'p', type: 'image-choice', title: '图', options: [a, b].map((one) => ({ ...one, image })) }),
  ],
  [
    'media-missing',
    'a picture that is not there yet',
    form(yes, { id: 'p', type: 'picture', title: '图', alt: '院子' }),
    form(yes, { id: 'p', type: 'picture', title: '图', image, alt: '院子' }),
  ],
  [
    'picture-undescribed',
    'a picture without words',
    form(yes, { id: 'p', type: 'picture', title: '图', image }),
    form(yes, { id: 'p', type: 'picture', title: '图', image, alt: '院子' }),
  ],
  [
    'condition-source-missing',
    'a source that is not there',
    form(yes, on({ q: 'gone', op: 'answered' })),
    form(yes, on({ q: 'yes', op: 'answered' })),
  ],
  [
    'condition-source-missing',
    'a source that asks nothing',
    form(yes, note, on({ q: 'note', op: 'answered' })),
    form(yes, note, on({ q: 'yes', op: 'answered' })),
  ],
  [
    'condition-operator',
    'a choice is not compared by size',
    form(yes, on({ q: 'yes', op: 'gt', value: 1 })),
    form(few, on({ q: 'few', op: 'gt', value: 1 })),
  ],
  [
    'condition-operator',
    'several choices are not equal to one',
    form(many, on({ q: 'many', op: 'equals', value: 'a' })),
    form(many, on({ q: 'many', op: 'contains', value: 'a' })),
  ],
  [
    'condition-operator',
    'a telephone number is only there or not',
    form(phone, on({ q: 'phone', op: 'equals', value: '1' })),
    form(phone, on({ q: 'phone', op: 'answered' })),
  ],
  [
    'condition-operator',
    'inside a group too',
    form(yes, on({ any: [{ q: 'yes', op: 'answered' }, { not: { q: 'yes', op: 'lt', value: 3 } }] })),
    form(yes, on({ any: [{ q: 'yes', op: 'answered' }, { not: { q: 'yes', op: 'unanswered' } }] })),
  ],
  [
    'condition-value',
    'an option that is not offered',
    form(many, on({ q: 'many', op: 'contains', value: 'z' })),
    form(many, on({ q: 'many', op: 'contains', value: 'c' })),
  ],
  [
    'condition-value',
    'a number written as a text',
    form(few, on({ q: 'few', op: 'equals', value: '3' })),
    form(few, on({ q: 'few', op: 'equals', value: 3 })),
  ],
  [
    'condition-value',
    'one of several values',
    form(yes, on({ q: 'yes', op: 'in', value: ['yes', 'perhaps'] })),
    form(yes, on({ q: 'yes', op: 'in', value: ['yes', 'no'] })),
  ],
  [
    'condition-cycle',
    'two that wait for each other',
    form({ ...yes, showIf: { q: 'few', op: 'answered' } }, { ...few, showIf: { q: 'yes', op: 'answered' } }),
    form(yes, { ...few, showIf: { q: 'yes', op: 'answered' } }),
  ],
  ['too-many-cells', 'a table of 21 by 20', form(table(21, 20)), form(table(20, 20))],
  [
    'too-many-cells',
    'tables that are too many together',
    form(...[0, 1, 2, 3, 4, 5].map((at) => ({ ...table(20, 20), id: `t${at}` }))),
    form(...[0, 1, 2, 3, 4].map((at) => ({ ...table(20, 20), id: `t${at}` }))),
  ],
];

function cascade(under: string): Question {
  const nodes = [
    { id: 'a', label: '甲' },
    { id: 'b', label: '乙', under },
  ];
  return { id: 'c', type: 'cascade', title: '哪里', levels: ['区', '街'], nodes };
}

function table(rows: number, columns: number): Definition['questions'][number] {
  const list = (n: number, kind: string) =>
    Array.from({ length: n }, (_, at) => ({ id: `${kind}${at}`, label: `${kind} ${at}` }));
  return { id: 't', type: 'matrix-single', title: '表', rows: list(rows, 'r'), columns: list(columns, 'c') };
}

test.each(cases)('%s: %s', (code, _, wrong, right) => {
  expect(lint(wrong).map((finding) => finding.code)).toContain(code);
  expect(lint(right)).toEqual([]);
});

test('every code has a case', () => {
  const all: Record<FindingCode, true> = {
    'no-questions': true,
    'duplicate-question': true,
    'duplicate-option': true,
    'duplicate-label': true,
    'no-options-left': true,
    'contradictory-range': true,
    'labels-do-not-fit': true,
    'condition-source-missing': true,
    'condition-operator': true,
    'condition-value': true,
    'condition-cycle': true,
    'too-many-cells': true,
    'gaps-do-not-fit': true,
    'list-in-pieces': true,
    'picture-missing': true,
    'picture-undescribed': true,
    'media-missing': true,
  };
  expect([...new Set(cases.map(([code]) => code))].sort()).toEqual(Object.keys(all).sort());
});

test('only what cannot work stops publishing', () => {
  const advice = cases.filter(([, , wrong]) => lint(wrong).every(({ severity }) => severity === 'advice'));
  expect(advice.map(([code]) => code)).toEqual(['duplicate-label', 'picture-missing', 'picture-undescribed']);
});

test('a finding names the questions', () => {
  expect(lint(form(yes, on({ q: 'yes', op: 'gt', value: 1 })))).toEqual([
    { code: 'condition-operator', severity: 'error', questions: ['last', 'yes'] },
  ]);
});

test('a form of everything, the thirty questions and the shipped forms have no findings', () => {
  expect(lint(form(...sources))).toEqual([]);
  expect(lint(thirtyQuestions())).toEqual([]);
  for (const { definition } of templates) expect(lint(definition)).toEqual([]);
});
