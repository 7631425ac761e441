// What a board, its report and its pictures say where a figure is missing: that nobody answered, that nothing is scored,
// or that it is kept back, each only where it is so.
import { describe, expect, test } from 'vitest';
import type { ChildLine, Scorecard } from '../../schema/api/scorecards.ts';
import { childrenFigure, heatFigure } from '../../web/board/charts/figures.ts';
import { whyNoScore } from '../../web/board/figures.ts';
import { noWeights } from '../../web/board/folds/reckoning.tsx';
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
    expect(told.children.map(whyNoScore)).toEqual([because, '还没有答卷', undefined]);
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
    const { children } = kept({ score: null, items: [] });
    expect(children.slice(0, 1).map(whyNoScore)).toEqual(['没有打分题']);
  });

  test('that is small, or beside a small one, says so', () => {
    const [few, beside] = [kept({ hidden: true, n: 3 }), kept({ hidden: true })];
    expect([few, beside].map(({ children: [first] }) => first && whyNoScore(first))).toEqual([
      '不足 5 人，为保护隐私不显示',
      '相邻的人数太少，为保护隐私一起不显示',
    ]);
  });
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
