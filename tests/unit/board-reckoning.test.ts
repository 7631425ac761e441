// What unfolds on a board: the sentence, changes between two cards, what adds most, weights and bounds, each against
// figures worked out by hand.
import { describe, expect, test } from 'vitest';
import type { ChildLine, Scorecard } from '../../schema/api/scorecards.ts';
import { index } from '../../schema/measures/points.ts';
import { between } from '../../web/board/folds/between.ts';
import { compareFigure } from '../../web/board/folds/compare.ts';
import { driversOf } from '../../web/board/folds/drivers.ts';
import { weightsFigure } from '../../web/board/folds/reckoning.tsx';
import { runsOf, trendFigure } from '../../web/board/folds/trend.ts';
import { weightedOf } from '../../web/board/folds/weighted.ts';
import { boundsOf } from '../../web/board/folds/worst.ts';
import { headlineWords } from '../../web/board/headline.tsx';
import { type Below, cardOf, sideOf } from '../property/board-card.ts';
import { seeded } from './seeded.ts';

/** Answers of one building to two questions. */
const building = (households: number, ...given: number[][]): Below => ({ households, given });
const good = [2, 3, 10, 30, 25];
const fair = [8, 14, 30, 12, 6];
const now = sideOf([building(120, good, fair), building(150, good, good)]);
const earlier = { id: 'c0', title: '三季度满意度', opens_at: 0, closes_at: 1 };

describe('the sentence', () => {
  test('says the score with its range, how many, of how many, and what became of it', () => {
    const { headline, rate } = cardOf(now);
    const score = headline.score;
    expect(
      headlineWords(cardOf(now, sideOf([building(120, fair, fair), building(150, fair, good)], earlier))),
    ).toMatch(
      new RegExp(
        `^满意度 ${score?.value.toFixed(1)} 分（大约 ${score?.low.toFixed(1)}–${score?.high.toFixed(1)}），` +
          `是 2 项的平均；收回 140 份，占 ${rate?.value.toFixed(1)}% 的户；比三季度满意度高 [\\d.]+ 分（大约高 [\\d.]+–[\\d.]+）。$`,
      ),
    );
  });

  test('says that nothing can be told, and names the one before where both are called the same', () => {
    expect(
      headlineWords(cardOf(now, sideOf([building(120, good, fair), building(150, good, good)], earlier))),
    ).toMatch(/；比三季度满意度看不出变化。$/);
    const same = sideOf([building(120, good, fair), building(150, good, good)], { id: 'c0' });
    expect(headlineWords(cardOf(now, same))).toMatch(/；比上一期看不出变化。$/);
  });

  test('warns where fewer than three in ten households answered, and where anyone may answer does not', () => {
    const few = [building(300, good, fair), building(400, good, good)];
    expect(headlineWords(cardOf(sideOf(few)))).toContain('占 20% 的户；答的户不到三成，仅供参考');
    expect(headlineWords(cardOf(sideOf(few, { access: 'anyone' })))).not.toContain('仅供参考');
    expect(headlineWords(cardOf(now))).not.toContain('仅供参考');
  });
});

describe('two cards beside each other', () => {
  test('only what was asked alike is compared', () => {
    const before = cardOf(sideOf([building(120, fair, fair), building(150, fair, fair)], earlier));
    const both = between(cardOf(now), before);
    expect(both.items.map(({ title, change }) => [title, change.state])).toEqual([
      ['总体满意吗', 'up'],
      ['环境', 'up'],
    ]);
    expect(both.apart).toEqual([]);
    const reworded = {
      ...before,
      items: before.items.map((item, at) => (at === 1 ? { ...item, title: '环境卫生怎么样' } : item)),
    };
    expect(between(cardOf(now), reworded).apart).toEqual(['环境']);
    const rescaled = {
      ...before,
      items: before.items.map((item, at) => (at === 1 ? { ...item, keys: item.keys.slice(1) } : item)),
    };
    expect(between(cardOf(now), rescaled).apart).toEqual(['环境']);
  });

  test('the table says what can be told of each, in the words for periods or for areas', () => {
    const same = cardOf(sideOf([building(120, good, fair), building(150, good, good)], earlier));
    const figure = (units: boolean) =>
      compareFigure(between(cardOf(now), same), { name: '满意度', here: '甲', there: '乙', units });
    expect(figure(false).rows.map((row) => row.at(-1))).toEqual(['看不出变化', '看不出变化', '看不出变化']);
    expect(figure(true).rows.map((row) => row.at(-1))).toEqual(['看不出差别', '看不出差别', '看不出差别']);
    expect(figure(true).says).toMatch(/^甲 [\d.]+ 分，乙 [\d.]+ 分：看不出差别。$/);
  });

  test('the overall change is that of the Worker', () => {
    const before = sideOf([building(120, fair, good), building(150, good, fair)], earlier);
    const told = between(cardOf(now), cardOf(before)).headline?.change;
    const { change } = cardOf(now, before).headline;
    expect(told).toEqual({
      state: change?.clear ? 'up' : 'unclear',
      value: change?.value,
      low: change?.low,
      high: change?.high,
    });
  });
});

test('the trend has a point for each run that asked the same, and says why where it has none', () => {
  const card = cardOf(now);
  const other = cardOf(sideOf([building(120, good), building(150, good)], { ...earlier, title: '只有一题' }));
  const small = cardOf(
    sideOf([building(120, [0, 0, 1, 1, 1], [0, 0, 1, 1, 1])], { ...earlier, title: '太少' }),
  );
  const silent = cardOf(
    sideOf([building(120, [0, 0, 0, 0, 0], [0, 0, 0, 0, 0])], { ...earlier, title: '没人' }),
  );
  const before = cardOf(sideOf([building(120, fair, fair), building(150, fair, fair)], earlier));
  const runs = runsOf(card, [other, small, silent, before]);
  expect(runs.map(({ why }) => why ?? 'point')).toEqual(['asked', 'hidden', 'none', 'point', 'point']);
  expect(runs.at(-1)?.score?.value).toBeCloseTo(card.headline.score?.value ?? 0, 9);
  const figure = trendFigure('滨河社区', '总得分', runs);
  expect(figure.says).toMatch(
    /^这一期 [\d.]+ 分（大约 [\d.]+–[\d.]+）；比三季度满意度高 [\d.]+ 分（大约 [\d.]+–[\d.]+）。$/,
  );
  expect(figure.rows.map((row) => row[2])).toEqual([
    '问法或题目不同，不比',
    '不足 5 人，不显示',
    '没有答卷',
    expect.any(Number),
    expect.any(Number),
  ]);
  // How many answered a run that is hidden is not told either.
  expect(figure.rows[1]?.[5]).toBe('');
  const { shapes } = figure.draw({ width: 600, em: 16 }) ?? { shapes: [] };
  expect(shapes.filter(({ kind }) => kind === 'dot')).toHaveLength(2);
  // One of its questions alone goes further back.
  const single = runsOf(card, [other], 'q0:');
  expect(single.map(({ why }) => why ?? 'point')).toEqual(['point', 'point']);
});

test('what an item would add is arithmetic: its share of the mean', () => {
  const card = cardOf(now);
  const [first] = driversOf(card);
  const [overall, tidy] = card.items.map((item) => item.score?.value ?? 0);
  expect(first?.title).toBe('环境');
  expect(first?.toFull).toBeCloseTo((100 - (tidy ?? 0)) / 2, 9);
  const best = card.children[1]?.items[1]?.value ?? 0;
  expect(first?.best).toMatchObject({ unit: 'b1 栋' });
  expect(first?.best?.adds).toBeCloseTo((best - (tidy ?? 0)) / 2, 9);
  // Both at 100 make 100.
  const total = driversOf(card).reduce((sum, { toFull }) => sum + toFull, ((overall ?? 0) + (tidy ?? 0)) / 2);
  expect(total).toBeCloseTo(100, 9);
  expect(driversOf(cardOf(sideOf([building(120, good)])))).toEqual([]);
});

test('bounds suppose nothing of those who did not answer: 60 yes of 80 answers of 100 asked are 60–80 %', () => {
  const card = cardOf(sideOf([building(100, [20, 0, 0, 0, 60])]));
  const [one] = boundsOf(card);
  expect([one?.satisfied?.low, one?.satisfied?.high].map((value) => value?.toFixed(9))).toEqual([
    '60.000000000',
    '80.000000000',
  ]);
  expect(one?.score).toMatchObject({ value: 75, low: expect.closeTo(60, 9), high: expect.closeTo(80, 9) });
  expect(boundsOf(cardOf(sideOf([building(100, good)], { access: 'anyone' })))).toEqual([]);
  expect(boundsOf(cardOf(sideOf([building(50, good)])))).toEqual([]);
});

describe('weights by households', () => {
  const item: Scorecard['items'][number] | undefined = cardOf(now).items[0];
  const measured = (no: number, yes: number, N?: number) =>
    index(
      [
        { point: 1, n: no },
        { point: 2, n: yes },
      ],
      { N },
    );
  const at = (id: string, households: number, no: number, yes: number, N?: number): ChildLine => ({
    unit: { id, kind: 'building', name: id },
    n: no + yes,
    households,
    rate: null,
    score: null,
    tiles: [],
    items: [measured(no, yes, N)],
    change: null,
    place: null,
    hidden: false,
    drill: true,
  });
  const told = (children: ChildLine[]) => ({
    items: item ? [{ ...item, score: measured(25, 75) }] : [],
    children,
  });
  const [a, b] = [at('a', 300, 20, 20), at('b', 100, 5, 55)];

  test('each unit counts by how many live there', () => {
    const weighted = weightedOf(told([a, b]));
    expect(weighted?.plain.value).toBeCloseTo(75, 9);
    const value = (300 * 50 + 100 * (5500 / 60)) / 400;
    expect(weighted?.weighted.value).toBeCloseTo(value, 9);
    const [one, other] = [a, b].map(({ items: [score] }) => score);
    const [only] = weighted?.lines ?? [];
    const parts = Math.hypot(0.75 * (50 - (one?.low ?? 0)), 0.25 * (5500 / 60 - (other?.low ?? 0)));
    const plain = (75 - (measured(25, 75)?.low ?? 0)) * Math.sqrt(only?.deff ?? 0);
    expect(weighted?.weighted.low).toBeCloseTo(value - Math.max(parts, plain), 9);
    // Of the range of the parts and the plain one as the weights stretch it, the wider is taken.
    const known = told([a, b]);
    const exact = known.items.map((one) => ({
      ...one,
      score: one.score && { ...one.score, low: one.score.value, high: one.score.value },
    }));
    expect(weightedOf({ ...known, items: exact })?.weighted.low).toBeCloseTo(value - parts, 9);
    const sure = [a, b].map((part) => ({
      ...part,
      items: part.items.map((score) => score && { ...score, low: score.value, high: score.value }),
    }));
    expect(weightedOf(told(sure))?.weighted.low).toBeCloseTo(value - plain, 9);
    const [wa, wb] = [300 / 40, 100 / 60];
    expect(only?.deff).toBeCloseTo((100 * (40 * wa ** 2 + 60 * wb ** 2)) / (40 * wa + 60 * wb) ** 2, 9);
    expect(only?.effective).toBeCloseTo(100 / (only?.deff ?? 0), 9);
    expect(only?.covered).toBe(1);
  });

  test('its ranges hold the truth in 95 of 100 draws of few answers, and are never a point', () => {
    const random = seeded(9);
    const draws = 1000;
    let held = 0;
    for (let draw = 0; draw < draws; draw++) {
      const places = ['a', 'b', 'c', 'd'].map((id) => {
        const share = 0.7 + 0.3 * random();
        const all = Array.from({ length: 40 }, () => (random() < share ? 1 : 0));
        const some = all.slice(0, 5 + Math.floor(random() * 4));
        const yes = some.reduce((sum: number, one) => sum + one, 0);
        return {
          truth: all.reduce((sum: number, one) => sum + one, 0) / 40,
          yes,
          at: at(id, 40, some.length - yes, yes, 40),
        };
      });
      const yes = places.reduce((sum, one) => sum + one.yes, 0);
      const n = places.reduce((sum, one) => sum + (one.at.n ?? 0), 0);
      const found = weightedOf({
        ...told(places.map((one) => one.at)),
        items: item ? [{ ...item, score: measured(n - yes, yes, 160) }] : [],
      })?.weighted;
      const truth = (places.reduce((sum, one) => sum + one.truth, 0) / 4) * 100;
      if (found && found.low <= truth && truth <= found.high) held++;
      expect((found?.high ?? 0) - (found?.low ?? 0)).toBeGreaterThan(1);
    }
    expect(held / draws).toBeGreaterThanOrEqual(0.95);
  });

  test('a unit with a closed option counts by the score that is shown of it', () => {
    // Satisfied units have few who are not: their least options are closed, and their scores are told.
    const side = sideOf([
      building(100, [0, 3, 4, 30, 40]),
      building(120, [8, 14, 30, 12, 6]),
      building(140, [2, 1, 6, 40, 50]),
    ]);
    const card = cardOf(side);
    expect(card.children.map(({ items: [score] }) => score !== null)).toEqual([true, true, true]);
    const means = [0, 1, 2].map((one) => card.children[one]?.items[0]?.value ?? 0);
    const weighted = weightedOf(card);
    expect(weighted?.covered).toBe(1);
    expect(weighted?.weighted.value).toBeCloseTo(
      (100 * (means[0] ?? 0) + 120 * (means[1] ?? 0) + 140 * (means[2] ?? 0)) / 360,
      9,
    );
  });

  test('of less than 95 of 100 households there is none, and the share is said beside the figure', () => {
    const unseen = (households: number) => ({
      ...at('c', households, 0, 0),
      n: null,
      hidden: true,
      items: [],
    });
    expect(weightedOf(told([a, b, unseen(100)]))).toBe(null);
    const most = weightedOf(told([a, b, unseen(20)]));
    expect(most?.covered).toBeCloseTo(400 / 420, 9);
    expect(most && weightsFigure(most, { ...cardOf(now), ...told([a, b]) }).says).toMatch(
      /按户数加权 [\d.]+ 分（[\d.]+–[\d.]+），用到的下级占 95% 的户。$/,
    );
    // Of two items one: the plain mean beside it is of that one, and says so.
    const { items } = told([]);
    const two = weightedOf({
      items: [...items, ...items],
      children: [a, { ...b, items: [...b.items, ...b.items] }],
    });
    expect(two?.left.map(({ covered }) => covered)).toEqual([0.25]);
    expect(two && weightsFigure(two, { ...cardOf(now), items }).says).toMatch(
      /^满意度（只合 1 项，共 2 项）：/,
    );
    expect(weightedOf(told([a]))).toBe(null);
    expect(weightedOf(told([a, b].map((one) => ({ ...one, households: 0 }))))).toBe(null);
  });
});
