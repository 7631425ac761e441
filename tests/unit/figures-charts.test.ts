// The chart of every question type from what was counted of it: the same figures in its sentence, its drawing, its table
// and the text for a sheet.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Figures, UnitFigures } from '../../schema/api/figures.ts';
import type { Counts } from '../../schema/fields/field.ts';
import { headsItem } from '../../schema/fields/figures.ts';
import { type FieldType, fieldOf, fieldTypes, holdsAnswer } from '../../schema/fields/registry.ts';
import type { Question } from '../../schema/fields/shapes.ts';
import { askedIn } from '../../web/staff/figures/asked.ts';
import { type Chart, type Counted, nobodyIn } from '../../web/staff/figures/charts/chart.ts';
import { compared } from '../../web/staff/figures/charts/compare.ts';
import { fittings } from '../../web/staff/figures/charts/registry.ts';
import { baseWords, sentenceOf } from '../../web/staff/figures/charts/sentence.ts';
import { sheetText, tableOf } from '../../web/staff/figures/charts/table.ts';
import { draw } from '../../web/staff/figures/draw/draw.ts';
import { colours } from '../../web/ui/drawing/picture.ts';
import { root } from '../../worker/host/paths.ts';
import { everyAnswer, everyType } from './every-type.ts';
import { typeSamples } from './type-samples.ts';

const five = ['很不满意', '不满意', '一般', '满意', '很满意'];
const options = (...labels: string[]) => labels.map((label, at) => ({ id: `o${at}`, label }));

/** The lines of a question with what so many answers make together, as the Worker gives them. */
function counted(question: Question, answers: readonly unknown[]): Counted[] {
  const field = fieldOf(question);
  const counts: Counts = {};
  for (const answer of answers) {
    const checked = field.check(answer, question);
    if (!checked.ok) throw new Error(`${question.id}: ${JSON.stringify(checked.problem)}`);
    for (const [key, n] of Object.entries(field.count(checked.value, question)))
      counts[key] = (counts[key] ?? 0) + n;
  }
  const items = field.items(question);
  return (items.length > 0 ? items : [headsItem(question)]).map((item) => ({
    line: {
      question: question.id,
      title: question.title,
      type: question.type,
      item: {
        ...item,
        keys: [...item.keys],
        points: item.points && [...item.points],
        values: item.values && [...item.values],
      },
      mixed: false,
    },
    counts,
  }));
}
const chartsOf = (question: Question, answers: readonly unknown[]): Chart[] =>
  fittings[question.type].charts?.(counted(question, answers)) ?? [];
function only<K extends Chart['kind']>(kind: K, charts: readonly Chart[]): Extract<Chart, { kind: K }> {
  const found = charts.find((chart): chart is Extract<Chart, { kind: K }> => chart.kind === kind);
  if (!found) throw new Error(`no ${kind} among ${charts.map((chart) => chart.kind)}`);
  return found;
}

describe('every question type', () => {
  const questions = new Map<FieldType, Question>(
    everyType.questions.map((question) => [question.type, question]),
  );
  for (const { question } of Object.values(typeSamples)) questions.set(question.type, question as Question);

  it.each(fieldTypes)('%s has an entry, and a chart when it holds an answer', (type) => {
    const question = questions.get(type);
    expect(Object.keys(fittings)).toContain(type);
    if (!question) throw new Error(`no sample of ${type}`);
    if (!holdsAnswer(question)) {
      expect(fittings[type]).toEqual({});
      return;
    }
    const answer = type === 'calculated' ? 7 : everyAnswer[question.id];
    const charts = chartsOf(question, [answer, answer, answer]);
    expect(charts.length).toBeGreaterThan(0);
    expect(charts.some((chart) => !nobodyIn(chart))).toBe(true);
    for (const chart of charts) {
      expect(sentenceOf(chart)).toMatch(/。$/);
      expect(`${sentenceOf(chart)}${baseWords(chart)}${sheetText(tableOf(chart))}`).not.toMatch(
        /[{}]|undefined|NaN/,
      );
      const { head, rows } = tableOf(chart);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.length).toBe(head.length);
    }
  });

  it.each(fieldTypes)('%s is drawn within its width, on a phone and on a desk', (type) => {
    const question = questions.get(type);
    if (!question || !holdsAnswer(question)) return;
    const answer = type === 'calculated' ? 7 : everyAnswer[question.id];
    for (const chart of chartsOf(question, [answer]))
      for (const width of [280, 820]) {
        const drawing = draw({ width, em: 16 }, chart);
        if (!drawing) continue;
        for (const shape of drawing.shapes) {
          expect(Number.isFinite(shape.x) && Number.isFinite(shape.y)).toBe(true);
          expect(shape.y).toBeLessThanOrEqual(drawing.height + 1);
          if (shape.kind === 'box') {
            expect(shape.x).toBeGreaterThanOrEqual(0);
            expect(shape.x + shape.w).toBeLessThanOrEqual(drawing.width + 1);
          }
        }
        if (chart.kind !== 'heat') expect(drawing.width).toBe(width);
      }
  });
});

describe('what charts show', () => {
  it('choices as bars with their shares, and the most chosen in words', () => {
    const question: Question = {
      id: 'q',
      type: 'single',
      title: '用什么',
      options: options('电梯', '楼梯', '都不用'),
    };
    const chart = only('bars', chartsOf(question, ['o0', 'o0', 'o0', 'o1']));
    expect(chart.bars.map(({ label, n }) => [label, n])).toEqual([
      ['电梯', 3],
      ['楼梯', 1],
      ['都不用', 0],
    ]);
    expect(sentenceOf(chart)).toBe('最多的是“电梯”：3 份，占 75%。');
    expect(baseWords(chart)).toBe('4 份答了这题；份数少，仅供参考');
    expect(sheetText(tableOf(chart))).toBe(
      '选项\t份数\t占比\n电梯\t3\t75%\n楼梯\t1\t25%\n都不用\t0\t0%\n答了的份数\t4\t',
    );
  });

  it('ties as ties', () => {
    const question: Question = {
      id: 'q',
      type: 'single',
      title: '用什么',
      options: options('甲', '乙', '丙'),
    };
    expect(sentenceOf(only('bars', chartsOf(question, ['o0', 'o2'])))).toBe(
      '“甲”和“丙”一样多，最多：各 1 份，占 50%。',
    );
  });

  it('several choices with shares of those who answered', () => {
    const question: Question = { id: 'q', type: 'multi', title: '操心', options: options('停车', '噪声') };
    const chart = only('bars', chartsOf(question, [['o0', 'o1'], ['o0'], ['o0']]));
    expect([chart.base, chart.several]).toEqual([3, true]);
    expect(tableOf(chart).rows[0]).toEqual(['停车', '3', '100%']);
    expect(baseWords(chart)).toContain('占比加起来会超过 100%');
  });

  it('a scale as one divided bar from the lowest to the highest, 不了解 outside', () => {
    const question: Question = {
      id: 'q',
      type: 'scale',
      title: '满意吗',
      from: 1,
      to: 5,
      labels: five,
      na: true,
    };
    const chart = only('divided', chartsOf(question, [1, 4, 4, 5, 'na']));
    expect(chart.parts.map(({ tone }) => tone)).toEqual([1, 2, 3, 4, 5]);
    expect(chart.rows).toEqual([{ title: '', base: 4, n: [1, 0, 0, 2, 1], missing: 1 }]);
    expect(chart.score?.value).toBeCloseTo((0 + 75 + 75 + 100) / 4, 9);
    expect(sentenceOf(chart)).toMatch(/^最多的是“满意”：2 份，占 50%。得分 62\.5 分（大约 /);
    expect(tableOf(chart).rows.at(-2)).toEqual(['不了解，不算进占比', '1', '—']);
  });

  it('three points in three tones, and a scale of ten as columns', () => {
    const three: Question = { id: 'q', type: 'scale', title: '三', from: 1, to: 3 };
    expect(only('divided', chartsOf(three, [1])).parts.map(({ tone }) => tone)).toEqual([1, 3, 5]);
    const ten: Question = { id: 'q', type: 'rating', title: '十', stars: 10 };
    expect(only('columns', chartsOf(ten, [1, 10])).columns.map(({ n }) => n)).toEqual([
      1, 0, 0, 0, 0, 0, 0, 0, 0, 1,
    ]);
  });

  it('willingness to recommend in three parts, and point by point', () => {
    const question: Question = { id: 'q', type: 'nps', title: '推荐' };
    const charts = chartsOf(question, [0, 6, 7, 8, 9, 10, 10, 10]);
    expect(only('divided', charts).rows[0]?.n).toEqual([2, 2, 4]);
    expect(only('divided', charts).net).toBeCloseTo(25, 9);
    expect(sentenceOf(only('divided', charts))).toContain('推荐净值 25.0');
    expect(only('columns', charts).columns.map(({ n }) => n)).toEqual([1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 3]);
  });

  it('figures as columns with mean and median', () => {
    const question: Question = { id: 'q', type: 'number', title: '几口人', min: 1, max: 12, unit: '人' };
    const chart = only('columns', chartsOf(question, [2, 2, 3, 5]));
    expect(chart.columns.map(({ label, n }) => [label, n])).toEqual([
      ['2人', 2],
      ['3人', 1],
      ['4人', 0],
      ['5人', 1],
    ]);
    expect(sentenceOf(chart)).toBe('平均 3 人，中间数 2.5 人；最少 2 人，最多 5 人。');
  });

  it('many figures in even steps that hold all of them', () => {
    const question: Question = { id: 'q', type: 'number', title: '年纪', min: 0, max: 100 };
    const ages = Array.from({ length: 90 }, (_, at) => 5 + at);
    const { columns, base } = only('columns', chartsOf(question, ages));
    expect(columns[0]?.label).toBe('0–9');
    expect(columns.length).toBeLessThanOrEqual(16);
    expect(columns.reduce((sum, { n }) => sum + n, 0)).toBe(base);
    expect(columns[1]).toEqual({ label: '10–19', n: 10 });
  });

  it('figures of a wide range by their mean alone', () => {
    const question: Question = {
      id: 'q',
      type: 'number',
      title: '物业费',
      max: 5000,
      decimals: 2,
      unit: '元',
    };
    expect(sentenceOf(only('figure', chartsOf(question, [100.5, 99.5])))).toBe('平均 100 元。');
  });

  it('an order by mean places, the first first', () => {
    const question: Question = { id: 'q', type: 'rank', title: '先办', options: options('甲', '乙', '丙') };
    const chart = only(
      'amounts',
      chartsOf(question, [
        ['o1', 'o0', 'o2'],
        ['o1', 'o2', 'o0'],
      ]),
    );
    expect(chart.rows.map(({ title, value }) => [title, value])).toEqual([
      ['乙', 1],
      ['甲', 2.5],
      ['丙', 2.5],
    ]);
    expect(sentenceOf(chart)).toBe('排得最靠前的是“乙”：平均第 1 位。');
    expect(chart.rows.map(({ part }) => part)).toEqual([1, 0.5, 0.5]);
  });

  it('shares of a sum by their means', () => {
    const question: Question = {
      id: 'q',
      type: 'allocate',
      title: '钱',
      options: options('甲', '乙'),
      unit: '%',
    };
    const chart = only(
      'amounts',
      chartsOf(question, [
        { o0: 70, o1: 30 },
        { o0: 80, o1: 20 },
      ]),
    );
    expect(chart.rows.map(({ title, words, base }) => [title, words, base])).toEqual([
      ['甲', '75%', 2],
      ['乙', '25%', 2],
    ]);
  });

  it('deductions by points, and how often for what', () => {
    const question: Question = {
      id: 'q',
      type: 'deductions',
      title: '检查',
      list: [
        { id: 'a', label: '堆物', points: 2, times: 3 },
        { id: 'b', label: '烟头', points: 0.5 },
      ],
    };
    const charts = chartsOf(question, [{ found: { a: 3 } }, { found: { a: 1, b: 1 } }]);
    expect(sentenceOf(only('figure', charts))).toBe('平均 4.3 分。');
    expect(only('amounts', charts).rows.map(({ title, words }) => [title, words])).toEqual([
      ['堆物', '4 次'],
      ['烟头', '1 次'],
    ]);
  });

  it('tables row by row, a table of lists by its columns', () => {
    const rows = options('门岗', '保洁');
    const single: Question = {
      id: 'q',
      type: 'matrix-single',
      title: '表',
      rows,
      columns: options('好', '差'),
    };
    const heat = only('heat', chartsOf(single, [{ o0: 'o0', o1: 'o1' }, { o0: 'o0' }]));
    expect(heat.rows).toEqual([
      { title: '门岗', base: 2, n: [2, 0] },
      { title: '保洁', base: 1, n: [0, 1] },
    ]);
    const lists: Question = {
      id: 'q',
      type: 'matrix-dropdown',
      title: '表',
      rows,
      columns: [
        { id: 'c', label: '多久', options: options('天', '周') },
        { id: 'd', label: '谁', options: options('我', '你', '他') },
      ],
    };
    const charts = chartsOf(lists, [{ o0: { c: 'o1', d: 'o2' } }]);
    expect(charts.map((chart) => chart.kind === 'heat' && chart.columns)).toEqual([
      ['天', '周'],
      ['我', '你', '他'],
    ]);
    const scales: Question = {
      id: 'q',
      type: 'matrix-scale',
      title: '表',
      from: 1,
      to: 5,
      labels: five,
      rows,
    };
    expect(
      only('divided', chartsOf(scales, [{ o0: 5, o1: 1 }])).rows.map(({ title, n }) => [title, n]),
    ).toEqual([
      ['门岗', [0, 0, 0, 0, 1]],
      ['保洁', [1, 0, 0, 0, 0]],
    ]);
  });

  it('hours by their beginning', () => {
    const question: Question = { id: 'q', type: 'time', title: '几点' };
    expect(only('columns', chartsOf(question, ['08:05', '10:59'])).columns).toEqual([
      { label: '08:00', n: 1 },
      { label: '09:00', n: 0 },
      { label: '10:00', n: 1 },
    ]);
  });

  it('nothing of what may not be shown', () => {
    const question: Question = { id: 'q', type: 'single', title: '用什么', options: options('甲', '乙') };
    const [part] = counted(question, ['o0', 'o1']);
    if (!part) throw new Error('no line');
    const [chart] = fittings.single.charts([{ line: part.line, counts: null }]);
    expect(chart).toEqual({ kind: 'veiled', why: 'few', title: undefined });
    if (chart) expect(sheetText(tableOf(chart))).toBe('答了的份数\n不足 5 人，为保护隐私不显示');
  });
});

describe('side by side', () => {
  const question: Question = { id: 'q', type: 'scale', title: '满意吗', from: 1, to: 5, labels: five };
  const [part] = counted(question, [1, 5]);
  const unit = (name: string, figures: Partial<UnitFigures>): UnitFigures => ({
    unit: { id: name, kind: 'community', name },
    n: 9,
    hidden: false,
    counts: [{ '1': 2, '5': 7 }],
    closed: [[]],
    ...figures,
  });
  const units = [
    unit('丙', {}),
    unit('甲', { n: null, hidden: true, counts: [] }),
    unit('乙', { n: 8, hidden: true, counts: [] }),
    unit('丁', { counts: [null] }),
  ];

  it('keeps the order of the administration, ranks nobody and says who is hidden why', () => {
    const chart = part && compared(part.line, 0, units);
    if (chart?.kind !== 'divided') throw new Error('no divided bars');
    expect(chart.rows.map(({ title, n, veiled }) => [title, n, veiled])).toEqual([
      ['丙', [2, 0, 0, 0, 7], undefined],
      ['甲', [], 'few'],
      ['乙', [], 'beside'],
      ['丁', [], 'few'],
    ]);
    expect(sentenceOf(chart)).toBe('4 个下级，按辖区顺序；其中 3 个不显示。');
    expect(tableOf(chart).rows[2]?.slice(0, 2)).toEqual(['乙', '相邻的人数太少，为保护隐私一起不显示']);
  });

  it('takes choices as shares and figures as means', () => {
    const kinds = ([type, question]: readonly [string, Question]) => {
      const [one] = counted(question, []);
      return [type, one && compared(one.line, 0, [unit('甲', { counts: [{}] })])?.kind];
    };
    expect(
      (
        [
          ['single', { id: 'q', type: 'single', title: '一', options: options('甲', '乙') }],
          ['number', { id: 'q', type: 'number', title: '数', min: 0, max: 9 }],
          ['wide', { id: 'q', type: 'number', title: '数', max: 9999 }],
          ['nps', { id: 'q', type: 'nps', title: '推荐' }],
          ['ten', { id: 'q', type: 'rating', title: '星', stars: 10 }],
          ['text', { id: 'q', type: 'text', title: '字' }],
        ] as const
      ).map(kinds),
    ).toEqual([
      ['single', 'heat'],
      ['number', 'amounts'],
      ['wide', 'amounts'],
      ['nps', 'divided'],
      ['ten', 'amounts'],
      ['text', undefined],
    ]);
  });
});

it('every share of a divided bar is written, on it or below it', () => {
  const rows = [{ id: 'o0', label: '门岗' }];
  const question: Question = {
    id: 'q',
    type: 'matrix-scale',
    title: '表',
    from: 1,
    to: 5,
    labels: five,
    rows,
  };
  const answers = [1, 2, 2, 2, ...Array.from({ length: 46 }, () => 4)].map((o0) => ({ o0 }));
  const chart: Chart = only('divided', chartsOf(question, answers));
  for (const width of [280, 800]) {
    const words = draw({ width, em: 16 }, chart)?.shapes.flatMap((one) =>
      one.kind === 'words' ? [one.words] : [],
    );
    for (const share of ['2%', '6%', '92%']) expect(words?.join('\n'), `${width}`).toContain(share);
    expect(words?.join('\n')).not.toContain('一般 0%');
  }
});

it('a sheet gets figures as figures, and runs nothing', () => {
  const chart: Chart = {
    kind: 'bars',
    base: 12_345,
    several: false,
    bars: [{ label: '=SUM(A1)\t又', n: 12_345, missing: false, retired: false }],
  };
  expect(sheetText(tableOf(chart))).toBe("选项\t份数\t占比\n'=SUM(A1) 又\t12345\t100%\n答了的份数\t12345\t");
});

it('a picture has the colours of the page in the light', () => {
  const [, light = ''] = readFileSync(`${root}web/ui/tokens.css`, 'utf8').split(/:root \{/);
  const tokens = new Map(
    [...light.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, value]) => [name, value]),
  );
  expect(colours).toEqual(Object.fromEntries(Object.keys(colours).map((name) => [name, tokens.get(name)])));
});

describe('the questions of a run', () => {
  const figures = (...questions: Question[]): Figures => ({
    asOf: 0,
    definition: { title: '表', layout: 'pages', questions },
    above: [],
    below: [],
    levels: [],
    lines: [
      ...questions.flatMap((question) => counted(question, []).map(({ line }) => line)),
      ...counted(
        {
          id: 'old',
          type: 'matrix-single',
          title: '旧题？',
          rows: options('东'),
          columns: options('好', '差'),
        },
        [],
      ).map(({ line }) => ({ ...line, title: `旧题：${line.item.title}` })),
    ],
    here: {
      unit: { id: 'u', kind: 'city', name: '市' },
      n: 9,
      hidden: false,
      counts: [{ o0: 9 }, null, {}],
      closed: [[], [], []],
    },
    units: [],
    mayReadAnswers: true,
  });

  it('stand in the order of the form with its numbers, and old ones last', () => {
    const asked = askedIn(
      figures(
        { id: 'b', type: 'single', title: '第一', options: options('甲') },
        { id: 'a', type: 'scale', title: '第二', from: 1, to: 5 },
      ),
    );
    expect(asked.map(({ id, title }) => [id, title])).toEqual([
      ['b', '1. 第一'],
      ['a', '2. 第二'],
      ['old', '旧题（旧版里的题）'],
    ]);
    expect(asked.map(({ parts }) => parts.map(({ at, counts }) => [at, counts]))).toEqual([
      [[0, { o0: 9 }]],
      [[1, null]],
      [[2, {}]],
    ]);
  });
});
