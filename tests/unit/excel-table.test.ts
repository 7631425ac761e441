// The Excel file of a run: each column says what stands in it, and each cell is for people and no code.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../schema/fields/registry.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { columnsOf, headOf, rowOf } from '../../web/staff/campaign/excel-table.ts';
import { definition as anyForm } from '../property/random-forms.ts';
import { type TypeSample, typeSamples } from './type-samples.ts';

const samples = Object.entries<TypeSample>(typeSamples);
const form = (...questions: Question[]): Definition => ({ title: '表', layout: 'steps', questions });

/** The parts of a row that answers to these questions make, by the head of their columns. */
function told(definition: Definition, answers: Record<string, unknown>, masks = {}) {
  const columns = columnsOf([definition]);
  const row = rowOf({ version: 1, answers, masks }, new Map([[1, definition]]), columns);
  const heads = headOf(columns).map((cell) => cell?.value ?? '');
  return Object.fromEntries(heads.map((head, index) => [head, row[index]?.value ?? '']).slice(7));
}
const toldOf = (name: keyof typeof typeSamples) => {
  const { question, right }: TypeSample = typeSamples[name];
  const [given, stored = given] = right[0] ?? [];
  return told(form(question), { [question.id]: stored });
};

describe('what stands at the head', () => {
  test.each(samples)(
    '%s: no two columns of a question are called the same, in either language',
    (_, sample) => {
      for (const spoken of ['zh', 'en'] as const) {
        const labels = fieldOf(sample.question)
          .columns({ ...sample.question, spoken })
          .map(({ label }) => label);
        expect(new Set(labels).size).toBe(labels.length);
      }
    },
  );

  test('a choice that asks for words has a column for them, named by the option', () => {
    const option = { id: 'o', label: '其他', text: true };
    const question: Question = { id: 'q', type: 'single', title: '题', options: [option] };
    expect(told(form(question), { q: { id: 'o', text: '树' } })).toEqual({ 题: '其他', '题 · 其他': '树' });
  });

  test('questions with the same title, or that of a column about the answer, are told apart', () => {
    const named = (id: string, title: string): Question => ({ id, type: 'yes-no', title });
    const definition = form(
      named('a', '时间'),
      named('b', '好吗'),
      named('c', '好吗'),
      named('d', '好吗 (2)'),
    );
    expect(Object.keys(told(definition, {}))).toEqual(['时间 (2)', '好吗', '好吗 (2)', '好吗 (2) (2)']);
  });

  test('no file has two columns of the same name, over all versions of any form', () => {
    fc.assert(
      fc.property(anyForm, anyForm, (one, other) => {
        const heads = headOf(columnsOf([one, other])).map((cell) => cell?.value);
        expect(new Set(heads).size).toBe(heads.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what stands in the cells', () => {
  test.each<[keyof typeof typeSamples, Record<string, string | number>]>([
    ['consent', { 知情同意: '同意（第 2 版）' }],
    ['unit', { 住哪栋: 'city e1 b1 building', '住哪栋 · 门牌': '2单元302' }],
    ['date-range', { '外出 · 从': '2026-02-27', '外出 · 到': '2026-03-02' }],
    ['indicator', { 楼道整洁: 8, '楼道整洁 · 理由': '堆物' }],
    ['location', { '在哪里 · 纬度': 30.1, '在哪里 · 经度': 114.98, '在哪里 · 误差（米）': '' }],
    ['photo', { 现场照片: '照片 2 张' }],
    ['candidates', { '推选楼栋长 · 王芳': '赞成', '推选楼栋长 · 李军': '弃权' }],
    [
      'deductions',
      {
        '现场检查 · 扣分': 4,
        '现场检查 · 楼道堆物': 2,
        '现场检查 · 飞线充电': 0,
        '现场检查 · 说明': '三楼',
        '现场检查 · 照片': '照片 1 张',
      },
    ],
  ])('%s', (name, cells) => {
    expect(toldOf(name)).toEqual(cells);
  });

  test('a choice in a line of a table, and a candidate who was chosen, are named', () => {
    expect(toldOf('rows')).toMatchObject({ '同住的人 · 1 姓名': '王芳', '同住的人 · 1 关系': '甲' });
    const { question } = typeSamples.candidates;
    expect(told(form({ ...question, mode: 'choose' }), { candidates: { wang: 'for' } })).toEqual({
      '推选楼栋长 · 王芳': '赞成',
      '推选楼栋长 · 李军': '',
    });
  });

  test('a row is found again by the number of its answer, and says where its building belongs', () => {
    const definition = form({ id: 'q', type: 'yes-no', title: '好吗' });
    const columns = columnsOf([definition]);
    const line = {
      number: 4711,
      unit_name: '2号楼',
      unit_above: '滨河社区 3号网格',
      version: 1,
      answers: {},
    };
    const row = rowOf(line, new Map([[1, definition]]), columns).map((cell) => cell?.value);
    const heads = headOf(columns).map((cell) => cell?.value);
    expect(heads.slice(0, 3)).toEqual(['编号', '辖区', '所属']);
    expect(row.slice(0, 3)).toEqual([4711, '2号楼', '滨河社区 3号网格']);
  });

  test.each([
    [['长椅', '路灯'], '长椅、路灯'],
    [['花、草', '路灯'], '花、草；路灯'],
    [['花、草', '灯；路'], '花、草 / 灯；路'],
  ])('several choices stand beside a sign that none of them contains: %j', (labels, cell) => {
    const options = labels.map((label, index) => ({ id: `o${index}`, label }));
    const ids = options.map(({ id }) => id);
    expect(told(form({ id: 'q', type: 'multi', title: '要什么', options }), { q: ids })).toEqual({
      要什么: cell,
    });
    const asked = { ...options[0], id: 'x', label: '其他', text: true };
    const open = form({ id: 'q', type: 'multi', title: '要什么', options: [...options, asked] });
    expect(told(open, { q: ids })).toMatchObject({ 要什么: cell });
    const grid: Question = {
      id: 'q',
      type: 'matrix-multi',
      title: '几处',
      rows: [{ id: 'r', label: '门口' }],
      columns: options,
    };
    expect(told(form(grid), { q: { r: ids } })).toEqual({ '几处 · 门口': cell });
  });

  test('what is masked stands in the first column that there is', () => {
    const { question } = typeSamples.unit;
    expect(told(form(question), {}, { unit: '***' })).toEqual({ 住哪栋: '***', '住哪栋 · 门牌': '' });
  });

  test.each(samples)('%s: no id of a unit, a file or an option', (_, { question, right }) => {
    for (const [given, stored = given] of right) {
      // Ids that no words have, in the question and in its answer.
      const ids = new Set([...idsIn(question), ...idsIn(stored)].filter((id) => id !== question.id));
      const disguised = <T>(value: T): T =>
        JSON.parse(
          JSON.stringify(value).replace(/"(\w+)"/g, (whole, id) => (ids.has(id) ? `"zz${id}zz"` : whole)),
        );
      const answers = { [question.id]: disguised(stored) };
      const cells = Object.values(told(form(disguised(question)), answers));
      expect(cells.join('\n')).not.toMatch(/zz\w+zz|\b\w{52}\b/);
    }
  });
});

const idsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => (key === 'id' ? [String(part)] : idsIn(part)))
    : [];
