// The board of an evaluation as a sheet: everybody in the order of areas, each figure a number in a cell of its own, a reason
// where there is none, and that it is for the office.
import { expect, test } from 'vitest';
import type { Evaluation, EvaluationBoard } from '../../schema/api/evaluation-shapes.ts';
import { presets } from '../../schema/evaluations/presets.ts';
import { sheetOf } from '../../web/staff/evaluations/sheet.ts';

const rules: Evaluation['rules'] = {
  ...presets.simple,
  indicators: presets.simple.indicators.map((one) => ({ ...one })),
  groups: [
    { id: 'residents', weight: 60, minimum: 5, middle: { rule: 'mean' } },
    { id: 'grid', weight: 40, minimum: 1, middle: { rule: 'mean' } },
  ],
  deductions: [],
  bonuses: [],
  vetoes: [{ id: 'v1', title: '违法搭建' }],
  gates: [],
  bands: presets.simple.bands.map((one) => ({ ...one })),
  awards: [{ id: 'a1', title: '文明楼栋', places: 1 }],
  tie: { by: [], rest: 'all' },
};
const evaluation: Evaluation = {
  id: 'e',
  unit: { id: 'e1', kind: 'community', name: '滨河社区' },
  title: '文明楼栋',
  period: '2026年11月',
  words: '',
  post: '',
  rules,
  closesAt: 0,
  appealDays: 5,
  organiser: '滨河社区居委会',
  phone: '',
  roll: null,
  campaign: null,
  seed: '',
  each: 1,
  version: 1,
  rulesSha256: '',
  state: 'provisional',
  openedAt: 0,
  appealsUntil: 0,
  finalAt: null,
  resultSha256: null,
  posted: null,
  decided: [],
  decidedWords: '',
  reason: '',
  previous: null,
  subjects: 3,
  rev: 1,
  keeps: true,
};
type Line = EvaluationBoard['lines'][number];
const line = (id: string, of: Partial<Line>): Line => ({
  id,
  groups: [],
  reweighted: [],
  before: null,
  deducted: 0,
  added: 0,
  score: null,
  outcome: { state: 'rated', band: 'model' },
  readings: [],
  ...of,
});
const board: EvaluationBoard = {
  subjects: ['1号楼', '2号楼', '3号楼'].map((name, at) => ({
    id: `s${at}`,
    unit: `b${at}`,
    name,
    above: '第一网格',
    person: '',
  })),
  lines: [
    line('s0', {
      score: 91.239,
      deducted: 2,
      added: 0.5,
      groups: [
        { id: 'residents', score: 92.345, n: 7 },
        { id: 'grid', score: 93, n: 1 },
      ],
    }),
    line('s1', {
      outcome: { state: 'incomplete', groups: ['residents'], gates: [] },
      groups: [
        { id: 'residents', score: null, n: null },
        { id: 'grid', score: 80, n: 1 },
      ],
    }),
    line('s2', {
      score: 80,
      reweighted: ['residents'],
      outcome: { state: 'disqualified', vetoes: ['v1'] },
      groups: [
        { id: 'residents', score: null, n: null },
        { id: 'grid', score: null, n: 0 },
      ],
    }),
  ],
  awards: [{ award: 'a1', state: 'given', winners: ['s0'] }],
  agreement: [],
  popularity: {},
  appeals: [],
};

test('the board of an evaluation in a sheet', () => {
  const sheet = sheetOf(evaluation, board);
  expect(sheet.title).toBe('文明楼栋 2026年11月 初评结果');
  expect(sheet.head).toEqual([
    '名称',
    '得分',
    '等次',
    '评出',
    '居民',
    '居民份数',
    '网格员',
    '网格员份数',
    '扣',
    '加',
  ]);
  expect(sheet.rows).toEqual([
    ['第一网格 1号楼', 91.24, '● 示范', '文明楼栋', 92.3, 7, 93, 1, 2, 0.5],
    ['第一网格 2号楼', '没有得分', '○ 没评够：居民', '', '不足 5 户', '', 80, 1, 0, 0],
    [
      '第一网格 3号楼',
      80,
      '▲ 一票否决：违法搭建；居民没评够，其余各方补上',
      '',
      '不足 5 户',
      '',
      '没评够',
      0,
      0,
      0,
    ],
  ]);
  expect(sheet.below).toEqual(['滨河社区 · 初评，还没有定稿', expect.stringMatching(/^内部用，不张贴/)]);
});

test('popularity stands in it where there is some, and its own words for few', () => {
  const { head, rows } = sheetOf(evaluation, { ...board, popularity: { b0: 12 } });
  expect(head.at(-1)).toBe('人气（不计分）');
  expect(rows.map((row) => row.at(-1))).toEqual([12, '不足 5 份', '不足 5 份']);
});
