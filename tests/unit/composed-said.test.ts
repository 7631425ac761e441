// What a composed card says in words: marks only where they are certain, the score of a run first, and when it was asked.
import { h } from 'preact';
import renderToString from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { ComposedCard, Figure, MeasureLine } from '../../schema/api/composed.ts';
import { rowsFigure } from '../../web/board/charts/composed.ts';
import { ComposedView } from '../../web/board/composed/card-view.tsx';
import {
  askedWords,
  baseWords,
  cellsWhy,
  changeWords,
  markWords,
  numberWords,
  olderWords,
  summaryWords,
  unfinishedWords,
  unweighedWords,
  whyWords,
} from '../../web/board/composed/said.ts';
import type { Trend, TrendFigure } from '../../web/board/composed/trend-figure.ts';
import { apartAt, apartWords, trendFigure } from '../../web/board/composed/trend-figure.ts';
import { whyNoScore } from '../../web/board/figures.ts';
import { sight } from '../../worker/scorecards/compose.ts';
import { overallOf } from '../../worker/scorecards/composed/line-figures.ts';
import { cardOf, sideOf } from '../property/board-card.ts';

const figure = (of: Partial<Figure> = {}): Figure => ({
  value: 76.5,
  low: 70.6,
  high: 81.5,
  n: 123,
  of: null,
  why: null,
  mark: null,
  sure: true,
  ...of,
});
const line = (title: string, of: Partial<Figure> = {}): MeasureLine => ({
  id: 'a',
  title,
  kind: 'overall',
  what: 'score',
  suffix: '',
  better: 'higher',
  target: 80,
  fair: null,
  weight: 0,
  figure: figure(of),
  before: null,
  change: null,
  how: {
    run: {
      id: 'c1',
      title: '四季度满意度',
      opensAt: Date.UTC(2026, 9, 1),
      closesAt: Date.UTC(2026, 9, 20),
      open: false,
      version: 1,
      access: 'anyone',
    },
    mapping: 'linear',
    parts: [],
    missing: 0,
    reported: null,
  },
});
const card = (measures: MeasureLine[], period: ComposedCard['period'] = null): ComposedCard => ({
  title: '四季度满意度',
  unit: { id: 'e1', kind: 'community', name: '滨河社区' },
  above: [],
  period,
  asOf: 0,
  measures,
  total: null,
  rows: [],
  notes: [],
  demo: false,
});
const month = { kind: 'month', key: '2026-11', from: 0, to: 1 } as const;

describe('a mark', () => {
  test('is none before all of the range has it', () => {
    expect(markWords(figure({ mark: 'watch' }))).toBe('▲ 要留意');
    for (const mark of ['good', 'fair', 'watch'] as const)
      expect(markWords(figure({ mark, sure: false }))).toBe('○ 范围跨过目标，说不准');
  });

  test('that is uncertain is not counted as one to watch, and is named for what it is', () => {
    const words = summaryWords(
      card([line('得分', { mark: 'watch', sure: false }), line('回收率', { mark: 'watch' })], month),
      '2026年11月',
    );
    expect(words).toContain('▲ 要留意 1 项：回收率。');
    expect(words).toContain('○ 范围跨过目标、说不准的 1 项：得分。');
  });
});

test('the card of a run begins with its score and says when it was asked; another with what it has', () => {
  const told = card([line('总得分')]);
  expect(summaryWords(told, told.title)).toBe(
    '四季度满意度：总得分 76.5 分（大约 70.6–81.5），收回 123 份。',
  );
  expect(askedWords(told)).toBe('2026年10月1日 – 2026年10月20日填答');
  const composed = card([line('总得分')], month);
  expect(summaryWords(composed, '2026年11月')).toBe('2026年11月：共 1 项，1 项有数。');
  expect(askedWords(composed)).toBe('');
});

test('a change says what it is a number of, and counts have no decimals', () => {
  const by = (what: string, value: number, suffix = '', low = value) =>
    changeWords({ what, suffix, change: { value, low, high: value + (value - low), clear: true } });
  expect(by('perHundred', 3)).toBe('比上期多 每百户 3 份');
  expect(by('runs', 1)).toBe('比上期多 1 次');
  expect(by('minutes', -0.5)).toBe('比上期少 每户 0.5 分钟');
  expect(by('announced', -12.5)).toBe('比上期少 12.5 个百分点');
  expect(by('reported', 2.25, '人')).toBe('比上期多 2.25 人');
  expect(by('score', 5, '', 3)).toBe('比上期高 5.0 分（3.0–7.0）');
});

describe('a card of a period that is not over', () => {
  const period = {
    kind: 'month',
    key: '2026-11',
    from: Date.UTC(2026, 9, 31, 16),
    to: Date.UTC(2026, 10, 30, 16),
  } as const;
  const at = (asOf: number) => ({ ...card([line('总得分')], period), asOf });
  const during = at(Date.UTC(2026, 10, 27, 4));

  test('says so, on what was signed with the day', () => {
    expect(unfinishedWords(during)).toBe('2026年11月还没过完，数到今天。');
    expect(unfinishedWords(during, true)).toBe('签发的时候2026年11月还没过完，数到2026年11月27日。');
    expect(unfinishedWords(at(period.to))).toBe('');
    expect(unfinishedWords({ ...during, period: null })).toBe('');
  });

  test('where it is read', () => {
    expect(renderToString(h(ComposedView, { card: during }))).toContain('还没过完，数到今天');
    expect(renderToString(h(ComposedView, { card: during, signed: true }))).toContain('数到2026年11月27日');
  });
});

test('what has a weight and cannot be weighed is named under the total', () => {
  const took: MeasureLine = { ...line('参与'), kind: 'participation', what: 'perHundred', unweighed: true };
  expect(unweighedWords(card([line('总得分'), took]))).toBe(
    '没有算进综合的：参与。不是 0–100 的数（像每百户几份），或者只评了一部分，合不到一起。',
  );
  expect(unweighedWords(card([line('总得分')]))).toBe('');
});

test('a figure of some alone says how many of how many they are, wherever it stands', () => {
  const some = { value: 79.4, low: 79.4, high: 79.4, n: 24, of: 26, all: 1269 };
  const said = '26 个参评，全区 1,269 个';
  const rated: MeasureLine = { ...line('评选得分', some), kind: 'evaluation' };
  expect(baseWords(rated, rated.figure)).toBe(said);
  expect(baseWords(rated, figure({ n: 24, of: 26 }))).toBe('评出 24 个 / 参评 26 个');
  const row = { unit: { id: 'e2', kind: 'community', name: '东岳园' }, figures: [rated.figure] };
  const whole = { ...card([rated]), rows: [row] };
  // The tile, the measure and the row.
  expect(renderToString(h(ComposedView, { card: whole })).split(said)).toHaveLength(4);
  expect(rowsFigure(whole).rows[0]?.[1]).toBe(`79.4 · ${said}`);
});

test('a number by itself has the name of the unit that it is one of', () => {
  expect(numberWords({ year: 2026, number: 1 }, '滨河社区')).toBe('滨河社区〔2026〕1 号');
});

test('a run whose figures are those of an earlier publication is named once', () => {
  const older = (where: 'here' | 'below' | undefined): MeasureLine => {
    const one = line('得分');
    const { run } = one.how;
    return { ...one, how: { ...one.how, run: run && { ...run, ...(where && { older: where }) } } };
  };
  expect(olderWords(card([older(undefined)]))).toBe('');
  expect(olderWords(card([older('here'), older('here')]))).toBe(
    '“四季度满意度”上次公布以后又变了几份，太少，为保护隐私没有写进来：数还是上次公布的。',
  );
  expect(olderWords(card([older('below')]))).toContain('下级的数还是上次公布的');
});

describe('a trend', () => {
  const keys = ['2026-08', '2026-09', '2026-10', '2026-11'];
  const trend = (...bases: (number | null)[]): Trend => ({
    periods: keys.slice(0, bases.length).map((key) => ({ kind: 'month', key, from: 0, to: 1 })),
    measures: [
      {
        id: 'a',
        figures: bases.map(
          (basis): TrendFigure => ({
            ...figure(basis === null ? { value: null, low: null, high: null, why: 'no-run' } : {}),
            what: 'score',
            suffix: '',
            basis: basis ?? 9,
          }),
        ),
      },
    ],
  });
  const satisfied = { id: 'a', title: '满意度' };

  test('breaks where the figure is of another thing than the one told before it, over periods without one', () => {
    const apart = (...bases: (number | null)[]) => apartAt(trend(...bases).measures[0]?.figures ?? []);
    expect(apart(0, 0, 0)).toEqual([false, false, false]);
    expect(apart(0, 0, 1)).toEqual([false, false, true]);
    expect(apart(0, null, 1, 1)).toEqual([false, false, true, false]);
    expect(apart(null, 0, null, 0)).toEqual([false, false, false, false]);
    expect(apart(0, 1, 0)).toEqual([false, true, true]);
  });

  test('says so in the table beneath, in the sentence, in the drawing and in the sheet', () => {
    const broken = trend(0, 0, 1);
    const says = '‖ 处前后不能比，题目、分值、收法、办法或参评的变了：满意度从2026年10月起。';
    expect(apartWords(broken, [satisfied])).toBe(says);
    const figure = trendFigure('滨河社区', broken, satisfied);
    expect(figure.says).toBe(`2026年10月：76.5 分（大约 70.6–81.5）。${says}`);
    expect(figure.head.at(-1)).toBe('和前面比');
    expect(figure.rows.map((row) => row.at(-1))).toEqual(['', '', '不能比']);
    const rules = (of: Trend) =>
      trendFigure('滨河社区', of, satisfied)
        .draw({ width: 600, em: 16 })
        ?.shapes.filter((one) => one.kind === 'box' && one.w === 2).length;
    expect([rules(broken), rules(trend(0, 0, 0))]).toEqual([1, 0]);
    const whole = trendFigure('滨河社区', trend(0, 0, 0), satisfied);
    expect([whole.says, whole.head.length]).toEqual(['2026年10月：76.5 分（大约 70.6–81.5）。', 5]);
  });

  test('draws figures beyond a hundred within its frame', () => {
    const many = trend(0, 0);
    const told = many.measures[0]?.figures.map((one) => ({ ...one, value: 730, low: 730, high: 730 })) ?? [];
    const drawn = trendFigure(
      '滨河社区',
      { ...many, measures: [{ id: 'a', figures: told }] },
      satisfied,
    ).draw({
      width: 600,
      em: 16,
    });
    const dots = drawn?.shapes.flatMap((one) => (one.kind === 'dot' ? [one.y] : [])) ?? [];
    expect(dots.length).toBe(2);
    expect(dots.every((y) => y > 0 && y < (drawn?.height ?? 0))).toBe(true);
  });
});

describe('a cell that is hidden', () => {
  const row = (name: string, ...why: Figure['why'][]) => ({
    unit: { id: name, kind: 'grid' as const, name },
    figures: why.map((one) =>
      figure(one === null ? {} : { value: null, low: null, high: null, n: null, why: one }),
    ),
  });

  test('says so in short words, and the reason stands once below the table', () => {
    const told = {
      ...card([line('满意度'), line('环境')]),
      rows: [row('甲', 'closed', 'closed'), row('乙', null, 'closed')],
    };
    expect(cellsWhy(told)).toEqual(['“不显示”的格：说出来就能算出少数人选了什么，不显示。']);
    const seen = renderToString(h(ComposedView, { card: told }));
    expect(seen.split('说出来就能算出少数人选了什么，不显示').length).toBe(2);
    expect(seen.split('</span>不显示</span>').length).toBe(4);
    expect(cellsWhy(card([line('满意度')]))).toEqual([]);
  });

  test('of several reasons has that of its unit; what was not asked is no such cell', () => {
    expect(cellsWhy({ rows: [row('甲', 'few'), row('乙', 'beside'), row('丙', 'no-run')] })).toEqual([
      '“不显示”的格，甲：人数太少，为保护隐私不显示。',
      '“不显示”的格，乙：和相邻的没列的放在一起算得出来，为保护隐私一起不显示。',
    ]);
  });

  test('has the reason that the board of the run gives for it', () => {
    // All in b0 chose one thing, so that its score would tell what each of them did.
    const side = sideOf([
      { households: 100, given: [[0, 0, 0, 0, 40]] },
      { households: 100, given: [[10, 10, 10, 10, 10]] },
      { households: 100, given: [[9, 8, 12, 11, 10]] },
    ]);
    const [child] = cardOf(side).children;
    const seen = { side, sight: sight(side, 5), k: 5, open: false };
    const got = overallOf(seen).at('b0');
    expect(got).toMatchObject({ why: 'closed' });
    expect(child && whyNoScore(child, { k: 5 })).toBe(whyWords(figure({ value: null, why: 'closed' })));
  });
});
