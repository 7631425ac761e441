// The units below a composed card as they are taken along: figures as numbers with their ranges and units, why there is none where
// there is none, and nothing of what is hidden.
import { describe, expect, test } from 'vitest';
import type { ComposedCard, Figure, MeasureLine } from '../../schema/api/composed.ts';
import { rowsFigure } from '../../web/board/charts/composed.ts';

const figure = (of: Partial<Figure> = {}): Figure => ({
  value: null,
  low: null,
  high: null,
  n: null,
  of: null,
  why: null,
  mark: null,
  sure: true,
  ...of,
});
const scored = figure({ value: 76.54321, low: 70.61, high: 81.49 });
const line = (id: string, title: string, what: string, suffix = ''): MeasureLine => ({
  id,
  title,
  kind: 'overall',
  what,
  suffix,
  better: 'higher',
  target: null,
  fair: null,
  weight: 0,
  figure: scored,
  before: null,
  change: null,
  how: { run: null, mapping: 'linear', parts: [], missing: 0, reported: null },
});
const card: ComposedCard = {
  title: '月度卡',
  unit: { id: 'e1', kind: 'community', name: '滨河社区' },
  above: [],
  period: { kind: 'month', key: '2026-11', from: 0, to: 1 },
  asOf: 0,
  measures: [line('a', '得分', 'score'), line('b', '在岗', 'reported', '人')],
  total: null,
  rows: [
    {
      unit: { id: 'b1', kind: 'building', name: '1号楼' },
      figures: [scored, figure({ value: 12.25, low: 12.25, high: 12.25 })],
    },
    {
      unit: { id: 'b2', kind: 'building', name: '2号楼' },
      figures: [figure({ why: 'few' }), figure({ why: 'not-reported' })],
    },
  ],
  notes: [],
  demo: false,
};
const pen = { width: 720, em: 16 };
const drawn = (draw: ReturnType<typeof rowsFigure>['draw']) => draw(pen)?.shapes ?? [];
const words = (draw: ReturnType<typeof rowsFigure>['draw']) =>
  drawn(draw).flatMap((shape) => (shape.kind === 'words' ? [shape.words] : []));
const hatched = (draw: ReturnType<typeof rowsFigure>['draw']) =>
  drawn(draw).filter((shape) => shape.kind === 'box' && shape.fill === 'hatch').length;

describe('the units below', () => {
  const made = rowsFigure(card);
  test('in a sheet', () => {
    expect(made.head).toEqual(['名称', '得分（分）', '大约从', '大约到', '在岗（人）']);
    expect(made.rows).toEqual([
      ['1号楼', 76.5, 70.6, 81.5, 12.25],
      ['2号楼', '人数太少，为保护隐私不显示', '', '', '还没填报'],
    ]);
  });
  test('in a picture', () => {
    expect(made.says).toBe('月度卡，2026年11月。打斜线的人数太少，为保护隐私不显示。');
    expect(words(made.draw)).toEqual(expect.arrayContaining(['1号楼', '2号楼', '76.5', '—']));
    expect(hatched(made.draw)).toBe(1);
  });
});
