// What a board, its report and its pictures say where a figure is missing: that nobody answered, that nothing is scored,
// or that it is kept back, each only where it is so.
import { h } from 'preact';
import renderToString from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { ChildLine, Scorecard } from '../../schema/api/scorecards.ts';
import { answersWords } from '../../web/board/campaigns-page.tsx';
import { answersFigure, childrenFigure, heatFigure } from '../../web/board/charts/figures.ts';
import { Distribution } from '../../web/board/distribution.tsx';
import { barsOf, whyNoScore } from '../../web/board/figures.ts';
import { noWeights } from '../../web/board/folds/reckoning.tsx';
import { runsOf, trendFigure } from '../../web/board/folds/trend.ts';
import { headlineWords, scoreName } from '../../web/board/headline.tsx';
import { howLines } from '../../web/board/how-lines.ts';
import { reportBlocks } from '../../web/board/report/blocks.tsx';
import { sheetsOf } from '../../web/board/report/place.ts';
import { footWords } from '../../web/board/wall/wall.tsx';
import { Watch } from '../../web/board/watch.tsx';
import { attention } from '../../worker/scorecards/attention.ts';
import { cardOf, sideOf } from '../property/board-card.ts';

const good = [2, 3, 10, 30, 25];
const households = 120;
const card = cardOf(
  sideOf([
    { households, given: [good, good] },
    { households, given: [good, good] },
    { households, given: [good, good] },
  ]),
);
const because = '说出来就能算出少数人选了什么，不显示';

/** The first unit below as something may be kept back of it, the second without answers, the third as it was. */
function kept(of: Partial<ChildLine>): Scorecard {
  const [first, second, third] = card.children;
  if (!first || !second || !third) throw new Error('three units are below');
  const nothing = { score: null, items: [null, null] };
  return { ...card, children: [{ ...first, ...of }, { ...second, ...nothing, n: 0 }, third] };
}

describe('a unit below without a score', () => {
  test('is told from one that nobody answered in, in words, pictures and sheets', () => {
    const told = kept({ score: null, items: [null, null] });
    expect(told.children.map((child) => whyNoScore(child, told))).toEqual([because, '还没有答卷', undefined]);
    expect(childrenFigure(told, false).rows.map((row) => row[1])).toEqual([
      because,
      '还没有答卷',
      expect.any(Number),
    ]);
    expect(heatFigure(told).rows.map((row) => row[1])).toEqual([because, '还没有答卷', expect.any(Number)]);
    const said = childrenFigure(told, false)
      .draw({ width: 600, em: 16 })
      ?.shapes.flatMap((shape) => (shape.kind === 'words' ? [shape.words] : []));
    expect(said?.filter((words) => words.includes('还没有答卷'))).toHaveLength(1);
  });

  test('of a form that scores nothing says that', () => {
    const told = kept({ score: null, items: [] });
    expect(told.children.slice(0, 1).map((child) => whyNoScore(child, told))).toEqual(['没有打分题']);
  });

  test('that is small, or beside a small one, says so', () => {
    const few = kept({ hidden: true, n: null });
    const told = [few, { ...few, k: 10 }, kept({ hidden: true })];
    expect(told.map((its) => its.children[0] && whyNoScore(its.children[0], its))).toEqual([
      '不足 5 人，为保护隐私不显示',
      '不足 10 人，为保护隐私不显示',
      '相邻的人数太少，为保护隐私一起不显示',
    ]);
  });
});

test('a sheet of the units below has their rates and what changed, as the table on the page', () => {
  const told = childrenFigure(card, false);
  expect(told.head.slice(-2)).toEqual(['户数', '回收率（%）']);
  expect(told.rows[0]?.slice(-2)).toEqual([households, 58.3]);
  const [child] = card.children;
  const rate = { kind: 'perHundred' as const, value: 0.02, households };
  const change = { value: -9.84, low: -13, high: -6.5, clear: true };
  const open = kept({ ...child, rate, change });
  const other = {
    ...open,
    children: open.children.map((one, at) => (at === 0 ? one : { ...one, rate: null })),
  };
  const sheet = childrenFigure(other, false);
  expect(sheet.head.slice(-2)).toEqual(['每百户（份数）', '比上期']);
  expect(sheet.rows.map((row) => row.slice(-2))).toEqual([
    ['<0.1', '低 9.8 分（6.5–13.0）'],
    ['', ''],
    ['', ''],
  ]);
});

test('counts of a question stay on one line, and what is outside the shares is not called what it may not be', () => {
  const [item] = card.items;
  if (!item) throw new Error('the card has items');
  const bars = [...item.bars, { key: 'x', label: '没住过', n: 1622, missing: true, retired: false }];
  const told = renderToString(h(Distribution, { item: { ...item, bars }, card }));
  expect(told).toContain('没住过<span class="note"> 不算在占比里</span>');
  expect(told).toMatch(/<td class="number whole"[^>]*>1,622<\/td>/);
});

test('an item that is kept back of a unit says so in its own cell', () => {
  const [item] = card.children[0]?.items ?? [];
  const told = heatFigure(kept({ items: [item ?? null, null] }));
  expect(told.rows[0]).toEqual(['b0 栋', expect.any(Number), '不显示']);
  expect(told.says).toMatch(/不显示的格：说出来就能算出少数人选了什么。$/);
  expect(heatFigure(card).says).not.toContain('不显示');
});

test('weights by households are said to be missing for want of answers only where there are none', () => {
  expect(noWeights(card)).toBe('weightsHidden');
  expect(noWeights({ children: card.children.slice(0, 1) })).toBe('weightsNone');
});

describe('thresholds', () => {
  const published = { number: 1, newest: 1, at: 0, held: [] };
  const told = (of: Scorecard) => howLines(of).join('');

  test('are those that a card is held to: 5 on a board, 10 in a publication', () => {
    expect(told(card)).toContain('不足 5 份的辖区不单独显示');
    expect(told(card)).toContain('选的人不足 5 个');
    expect(told({ ...card, k: 10, published })).toContain('不足 10 份的辖区不公布');
    expect(told({ ...card, k: 10, published })).toContain('选的人不足 10 个');
  });

  test('of a publication say why its ranges are not those of the board, and not that it moves', () => {
    const open = { ...card, campaign: { ...card.campaign, phase: 'open' as const } };
    expect(told({ ...open, k: 10, published })).toContain('他们看到的范围可能窄一些');
    expect(told(open)).toContain('数会变');
    expect(told({ ...open, k: 10, published })).not.toContain('数会变');
  });
});

describe('answers that are shown together only', () => {
  const [item] = card.items;
  if (!item) throw new Error('the card has items');
  const others = { n: item.base, labels: ['1', '2', '3', '4', '5'] };

  test('are no bar where nothing stands beside it', () => {
    const alone = { ...item, bars: [], others };
    expect(barsOf(alone)).toEqual([]);
    expect(answersFigure(alone).rows).toEqual([]);
    expect(answersFigure(alone).says).toContain('不写份数的：1、2、3、4、5。');
    const [first] = item.bars;
    if (!first) throw new Error('the item has bars');
    const beside = { ...alone, bars: [first], others: { ...others, n: item.base - first.n } };
    expect(barsOf(beside).map(({ label }) => label)).toEqual([first.label, '合在一起']);
  });

  test('are not said to be what most chose', () => {
    const [first] = item.bars;
    const half = { ...item, bars: first ? [first] : [], others: { ...others, n: 200 } };
    expect(answersFigure(half).says).not.toContain('最多');
    expect(answersFigure(item).says).toContain('的最多');
  });
});

test('a screen on a wall says which publication it shows and of when, or that it is for staff', () => {
  const at = Date.UTC(2026, 10, 27, 7, 10);
  const published = { number: 3, newest: 3, at, held: [] };
  const later = at + 3_600_000;
  expect(footWords({ asOf: later, published }, false)).toMatch(/^公布版第 3 版，.*11月27日 15:10 的数/);
  expect(footWords({ asOf: later, published }, true)).toMatch(/11月27日 15:10 的数$/);
  expect(footWords({ asOf: later, published: null }, false)).toBe(
    '数到 16:10，每分钟更新 · 内部看的数，不对外',
  );
});

describe('a score that leaves items out', () => {
  const [first, second] = card.items;
  if (!first || !second) throw new Error('the card has two items');
  const nothing = { score: null, satisfied: null, nps: null, mean: null, bars: [] };
  const one: Scorecard = {
    ...card,
    headline: { score: first.score, change: null },
    items: [first, { ...second, ...nothing, others: { n: null, labels: [] } }],
  };

  test('of a unit is called what it is', () => {
    expect(headlineWords(one)).toMatch(
      /^总体满意吗 [\d.]+ 分（大约 [\d.]+–[\d.]+），共 2 项，其余不显示；收回/,
    );
    const three = { ...one, items: [first, { ...second, row: 'a' }, ...one.items.slice(1)] };
    expect(headlineWords(three)).toMatch(/^满意度 [\d.]+ 分（.*），只合 2 项（共 3 项，其余不显示）；收回/);
    expect(headlineWords(card)).not.toContain('不显示');
  });

  test('of a unit below says so in the picture, the sheet and the report', () => {
    const [item] = card.children[0]?.items ?? [];
    const told = kept({ items: [item ?? null, null] });
    expect(childrenFigure(told, false).rows.map((row) => row[4])).toEqual([
      '只有总体满意吗，不是全部 2 项：其余没人答或不显示',
      '',
      '',
    ]);
    expect(childrenFigure(card, false).head).not.toContain('合了几项');
    const row = reportBlocks(told).find(({ key }) => key === told.children[0]?.unit.id);
    expect(JSON.stringify(row?.node)).toContain('只有总体满意吗，不是全部 2 项');
  });
});

test('a score has one name, whatever else is shown of its items', () => {
  const scored = (scale: 'satisfaction' | 'marks', shown: boolean) => ({
    items: card.items.map((item) => ({ ...item, scale, satisfied: shown ? item.satisfied : null })),
  });
  expect([true, false].map((shown) => scoreName(scored('satisfaction', shown)))).toEqual([
    '满意度',
    '满意度',
  ]);
  expect([true, false].map((shown) => scoreName(scored('marks', shown)))).toEqual(['总得分', '总得分']);
  expect(card.items.map(({ scale }) => scale)).toEqual(['satisfaction', 'satisfaction']);
});

test('few answers are to be watched only where a figure stands on them', () => {
  const side = sideOf([{ households, given: [good] }]);
  const [child] = card.children;
  if (!child) throw new Error('a unit is below');
  const small = (name: string, of: Partial<ChildLine>) => ({
    ...child,
    unit: { ...child.unit, name },
    ...of,
  });
  const told = attention(
    [],
    [
      small('看得到的', { n: 6 }),
      small('不写的', { n: 5, score: null }),
      small('相邻的', { n: 7, hidden: true, score: null }),
      small('太少的', { n: null, hidden: true, score: null }),
    ],
    side.family,
  );
  expect(told.map(({ title }) => title)).toEqual(['太少的', '看得到的']);
});

describe('to be watched', () => {
  const named = (below: Parameters<typeof sideOf>[0], before?: Parameters<typeof sideOf>[0]) =>
    cardOf(sideOf(below), before && sideOf(before, { id: 'c0', opens_at: 0, closes_at: 1 })).attention.map(
      ({ why, title }) => `${why} ${title}`,
    );
  const bad = [40, 30, 10, 10, 10];
  const high = [5, 5, 10, 40, 40];

  test('is a line whose whole range is below 60, and none of which only the value is', () => {
    // 11 answers, 52 points, about 27–77.
    const [few] = cardOf(sideOf([{ households, given: [[2, 2, 2, 3, 2]] }])).items;
    expect([few?.score && few.score.value < 60, few?.score && few.score.high > 60]).toEqual([true, true]);
    expect(named([{ households, given: [[2, 2, 2, 3, 2]] }])).toEqual([]);
    expect(named([{ households, given: [bad, high] }])).toEqual(['low 总体满意吗']);
    // The lowest of several good ones is none either.
    expect(named([{ households, given: [[5, 5, 30, 30, 30], high] }])).toEqual([]);
  });

  test('is a unit below that clearly fell, the worst first, before low lines and after lines that fell', () => {
    const units = (...given: number[][][]) => given.map((one) => ({ households, given: one }));
    // Others rose, so the whole did not fall.
    expect(
      named(
        units([high, bad], [bad, bad], [bad, bad], [high, bad]),
        units([bad, bad], [[10, 20, 30, 20, 20], bad], [high, bad], [bad, bad]),
      ),
    ).toEqual(['worse b2 栋', 'worse b1 栋', 'low 环境']);
    expect(named(units([bad], [high]), units([high], [high]))).toEqual(['worse 总体满意吗', 'worse b0 栋']);
  });

  test('has no colour, and “how computed” names the line that it goes by', () => {
    const seen = cardOf(sideOf([{ households, given: [bad] }]));
    expect(JSON.stringify(Watch({ card: seen }))).not.toContain('mark-warn');
    expect(howLines(seen).join()).toContain('整个范围都在 60 分以下');
  });
});

test('who signs a report never has a sheet of its own', () => {
  const blocks = reportBlocks(card);
  expect(blocks.at(-1)?.key).toBe('signed');
  // A block for each, and one more than fits on the first sheet.
  const sheets = sheetsOf(
    blocks.map(({ keep }) => ({ height: 1, keep })),
    blocks.length - 1,
  );
  expect(sheets.map((sheet) => sheet.length)).toEqual([blocks.length - 4, 4]);
});

test('a list of boards says of where the number of answers is', () => {
  const unit = (id: string, name: string) => ({ id, kind: 'city' as const, name });
  const run = { unit: unit('city', '滨江市'), accepted: 2345 };
  expect(answersWords({ ...run, board: { ...unit('e1', '东一社区'), kind: 'community' } })).toBe(
    '滨江市一共 2,345 份',
  );
  expect(answersWords({ ...run, board: run.unit })).toBe('2,345 份');
});

test('a run that is open stands in the trend at the moment it was read, not in the future', () => {
  const asOf = Date.UTC(2026, 10, 27);
  const open = {
    ...card,
    asOf,
    campaign: { ...card.campaign, phase: 'open' as const, closesAt: asOf + 12 * 86_400_000 },
  };
  const closed = { ...card, campaign: { ...card.campaign, closesAt: Date.UTC(2026, 7, 11) } };
  const { rows, draw } = trendFigure('滨河社区', '满意度', runsOf(open, [closed]));
  expect(rows.map((row) => row[1])).toEqual([
    expect.stringMatching(/8月11日$/),
    expect.stringMatching(/^还没截止（.*11月27日的数）$/),
  ]);
  const labels = draw({ width: 600, em: 16 })?.shapes.flatMap((one) =>
    one.kind === 'words' ? [one.words] : [],
  );
  expect(labels?.join()).toContain('11月27日');
  expect(labels?.join()).not.toContain('12月9日');
});
