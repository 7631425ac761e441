// What a composed card says in words: marks only where they are certain, the score of a run first, and when it was asked.
import { describe, expect, test } from 'vitest';
import type { ComposedCard, Figure, MeasureLine } from '../../schema/api/composed.ts';
import { askedWords, markWords, numberWords, summaryWords } from '../../web/board/composed/said.ts';

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

test('a number by itself has the name of the unit that it is one of', () => {
  expect(numberWords({ year: 2026, number: 1 }, '滨河社区')).toBe('滨河社区〔2026〕1 号');
});
