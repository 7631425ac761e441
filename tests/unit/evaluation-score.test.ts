// What a score must not rest on or give away: preconditions opened by few households, agreement of raters that were not the
// same, an order that was decided among others, and figures that say what each household gave.
import { describe, expect, test } from 'vitest';
import { presets } from '../../schema/evaluations/presets.ts';
import { stepMark, steps } from '../../schema/evaluations/scale.ts';
import type { GroupKind, Rules } from '../../schema/evaluations/scheme.ts';
import {
  agreementOf,
  indicatorsOf,
  lineOf,
  type MarkList,
  orderCounts,
} from '../../schema/evaluations/score.ts';
import { type ToldLine, tellsCriteria, toldLine } from '../../schema/evaluations/told.ts';
import { giveAwards } from '../../schema/measures/awards.ts';
import { bandsSay } from '../../web/board/posted/said.ts';
import { rulesSay } from '../../web/ui/evaluation-says.ts';
import { towardsBetter } from '../../worker/scorecards/composed/card.ts';

const flat = (n: number): MarkList => [n, n, n, n, n];
const none: MarkList = [null, null, null, null, null];
const rules: Rules = {
  ...presets.simple,
  gates: [{ id: 'happy', title: '满意率', atLeast: 80, from: 'residents' }],
};
const plain = ({ groups }: Rules) => groups.map((one) => ({ ...one, middle: { rule: 'mean' as const } }));
const line = (residents: readonly MarkList[], by = rules) =>
  lineOf(by, { id: 'a', marks: { residents }, found: [] });

test('a band that begins at 0 is told by where it ends', () => {
  const bands = (...from: number[]) =>
    (['model', 'standard', 'mend'] as const).flatMap((id, at) => {
      const one = from[at];
      return one === undefined ? [] : [{ id, from: one }];
    });
  expect(bandsSay({ bands: bands(90, 75, 0) })).toBe('等次：示范90分起、达标75分起、整改不到75分。');
  expect(bandsSay({ bands: bands(0) })).toBe('等次：示范0分起。');
});

describe('the satisfied share of households', () => {
  test.each([
    ['one of five marks', [none, none, none, none, flat(20)], null],
    [
      'five mark all but one criterion, that one four',
      [...Array(4).fill(flat(20)), [20, 20, 20, 20, null]],
      null,
    ],
    ['five mark all', [...Array(4).fill(flat(20)), flat(15)], 80],
  ])('%s', (_, lists, share) => {
    expect(line(lists).readings).toEqual([{ id: 'happy', value: share }]);
    expect(line(lists).outcome.state).toBe(share === null ? 'incomplete' : 'rated');
  });

  test('households that opened the page and marked nothing are not among those that marked', () => {
    expect(line([none, none, none, none, flat(20)]).groups).toEqual([
      { id: 'residents', score: null, n: null },
    ]);
    expect(line([none, ...Array(5).fill(flat(20))]).groups[0]?.n).toBe(5);
  });

  test('a word is worth its share of any full mark at least, and 好 is satisfied', () => {
    for (let most = 5; most <= 100; most++) {
      for (const step of steps)
        expect(stepMark(step, most) * 10).toBeGreaterThanOrEqual(Math.round(step * 10) * most);
      const indicators = rules.indicators.map((one) => ({ ...one, most }));
      const of = (mark: number) =>
        line(Array(5).fill(flat(mark)), { ...rules, indicators }).readings[0]?.value;
      expect([most, of(stepMark(0.8, most)), of(Math.ceil(0.8 * most - 1e-9) - 1)]).toEqual([most, 100, 0]);
    }
  });
});

describe('figures of single criteria', () => {
  const mixed = Array.from({ length: 6 }, (_, at): MarkList => [at, 20 - at, 10 + at, 15 + (at % 2), 20]);
  test('of households none, where all gave one criterion the same', () => {
    expect(indicatorsOf(rules, 'residents', mixed)).toEqual([null, null, null, null, null]);
    const other = mixed.map((list, at) => [...list.slice(0, 4), at === 0 ? 19 : 20]);
    expect(indicatorsOf(rules, 'residents', other)).not.toContain(null);
  });
  test('of households none, where what is left without the ends says the same', () => {
    const cut = Array.from({ length: 10 }, (_, at): MarkList => [at === 0 ? 3 : 20, at, at + 5, 9, at % 3]);
    const mean = {
      ...rules,
      groups: rules.groups.map((one) => ({ ...one, middle: { rule: 'mean' as const } })),
    };
    const near = cut.map((list, at) => [...list.slice(0, 3), at === 0 ? 8 : 9, at % 3]);
    expect(indicatorsOf(rules, 'residents', near)).toEqual([null, null, null, null, null]);
    expect(indicatorsOf(mean, 'residents', near)).not.toContain(null);
  });
  test('of raters who are known by name, all', () => {
    expect(indicatorsOf(presets.full, 'grid', [flat(12)])).toEqual(flat(12));
  });
});

describe('what an area is told of its own result', () => {
  const full: Rules = { ...presets.full, gates: rules.gates, missing: 'reweight' };
  const told = (
    residents: readonly MarkList[],
    by: Rules,
    others: Partial<Record<GroupKind, MarkList[]>> = {},
  ) => toldLine(by, lineOf(by, { id: 'a', marks: { residents, ...others }, found: [] }));
  const others = { grid: [flat(17)], property: [flat(14)] };
  const parts = ({ score, before, about, groups, readings }: ToldLine) => ({
    score,
    before,
    groups,
    readings,
    from: about?.from.toFixed(9),
    to: about?.to.toFixed(9),
  });

  test.each([
    ['simple', rules],
    ['full', full],
  ])('%s: is the same whether all households stand at the end or one of them at the other', (_, by) => {
    for (const n of [5, 9, 13])
      for (const [end, other] of [
        [20, 0],
        [0, 20],
      ] as const) {
        const all = told(Array(n).fill(flat(end)), by, others);
        const one = told(
          [flat(other), ...Array(n - 1).fill(flat(end))],
          { ...by, groups: plain(by) },
          others,
        );
        expect(parts(one)).toEqual(parts(all));
        expect([all.score, all.before, all.groups[0]?.score, all.readings[0]?.value]).toEqual([
          null,
          null,
          null,
          null,
        ]);
        // What it is lies within.
        const { score } = lineOf(by, {
          id: 'a',
          marks: { residents: Array(n).fill(flat(end)), ...others },
          found: [],
        });
        expect(all.about?.from).toBeLessThanOrEqual((score ?? 0) + 1e-9);
        expect(all.about?.to).toBeGreaterThanOrEqual((score ?? 0) - 1e-9);
        expect(tellsCriteria(by, all, 'residents')).toBe(false);
      }
  });
  test('is all of it where the households lie apart, and one criterion is never told again', () => {
    const apart = [flat(12), flat(20), flat(9), flat(16), flat(18)];
    const line = lineOf(full, { id: 'a', marks: { residents: apart, ...others }, found: [] });
    expect({ ...toldLine(full, line), readings: [] }).toEqual({ ...line, readings: [] });
    expect(tellsCriteria(full, line, 'residents')).toBe(true);
    const single = { ...full, groups: full.groups.map((one) => ({ ...one, marks: ['clean'] })) };
    expect(tellsCriteria(single, line, 'residents')).toBe(false);
    // Of one grid worker, the criteria are that person's marks.
    expect(tellsCriteria(single, line, 'grid')).toBe(false);
    const three = lineOf(full, {
      id: 'a',
      marks: { residents: apart, grid: [flat(17), flat(3), flat(9)] },
      found: [],
    });
    expect(tellsCriteria(full, three, 'grid')).toBe(true);
  });
});

describe('agreement of a panel', () => {
  const experts: Rules = {
    ...presets.simple,
    groups: [{ id: 'experts', weight: 100, minimum: 1, middle: { rule: 'mean' } }],
  };
  const rated = (lists: Record<string, number>[]) =>
    lists.map((by, at) => ({
      id: `s${at}`,
      marks: { experts: Object.values(by).map(flat) },
      raters: { experts: Object.keys(by) },
      found: [],
    }));
  const panelOf = (lists: Record<string, number>[]) => agreementOf(experts, rated(lists))[0];

  test('a rota of experts has none, though as many mark each', () => {
    const rota = [
      { a: 20, b: 10, c: 15 },
      { b: 10, c: 15, d: 5 },
      { a: 15, c: 5, d: 18 },
    ];
    expect(panelOf(rota)?.panel).toBeNull();
    expect(panelOf(rota)?.alpha).not.toBeNull();
  });
  test('is the same in whatever order marks are stored', () => {
    const fixed = [
      { a: 20, b: 17, c: 19 },
      { a: 10, b: 8, c: 11 },
      { a: 15, b: 11, c: 15 },
    ];
    const stored = fixed.map((by, at) =>
      Object.fromEntries(at === 1 ? Object.entries(by).reverse() : Object.entries(by)),
    );
    expect(panelOf(fixed)?.panel).toBeGreaterThan(0.5);
    expect(panelOf(stored)).toEqual(panelOf(fixed));
  });
});

describe('an order that was decided', () => {
  const of = (...ids: string[]) => ids.map((id) => ({ id, score: 90, figures: {} }));
  const tie = { by: [], rest: 'decide' } as const;
  const given = (ids: string[], places: number) =>
    giveAwards(of(...ids), [{ id: 'flag', places }], tie, ['b', 'a']);
  test('holds among those it was decided among', () => {
    expect(given(['a', 'b'], 1)).toEqual([{ award: 'flag', state: 'given', winners: ['b'] }]);
  });
  test('is open again where somebody became equal since', () => {
    expect(given(['a', 'b', 'c'], 2)).toEqual([
      { award: 'flag', state: 'undecided', winners: [], left: 2, among: ['a', 'b', 'c'] },
    ]);
  });
});

describe('how a tie was decided is told', () => {
  const award: Rules = {
    ...presets.simple,
    gates: [],
    awards: [{ id: 'flag', title: '流动红旗', places: 1 }],
    tie: { by: [], rest: 'decide' },
  };
  const lines = (...marks: number[]) =>
    marks.map((n, at) => ({
      ...line(Array(8).fill(flat(n)), award),
      id: 'abc'[at] ?? '',
    }));
  test.each([
    ['while it says who has the award', lines(18, 18, 12), award, true],
    ['not once an appeal has ended the tie', lines(18, 17, 12), award, false],
    [
      'not where there are places for both',
      lines(18, 18, 12),
      { ...award, awards: [{ id: 'flag', title: '流动红旗', places: 2 }] },
      false,
    ],
  ])('%s', (_, all, by, told) => {
    expect(orderCounts(by, all, ['b', 'a'])).toBe(told);
    expect(orderCounts(by, all, [])).toBe(false);
  });
});

describe('the ends of a score', () => {
  const item = { title: '堆物', tenths: 1000, photo: false };
  const capped: Rules = {
    ...presets.simple,
    gates: [],
    deductions: [{ id: 'heap', ...item }],
    deductionCap: 100,
    bonuses: [{ id: 'kind', ...item }],
    bonusCap: 5,
  };
  const with_ = (n: number, kind: 'deduction' | 'bonus', item: string) =>
    lineOf(capped, {
      id: 'a',
      marks: Object.fromEntries(capped.groups.map(({ id }) => [id, Array(8).fill(flat(n))])),
      found: [{ kind, item, times: 1 }],
    });

  test('more taken off than there was leaves 0, in the band that begins there', () => {
    expect(with_(10, 'deduction', 'heap')).toMatchObject({
      deducted: 100,
      score: 0,
      outcome: { state: 'rated', band: 'mend' },
    });
  });
  test('the full mark with a bonus is 100 and the cap', () => {
    expect(with_(20, 'bonus', 'kind').score).toBeCloseTo(105, 9);
    expect(rulesSay(capped)).toContain('得分最低 0 分，最高 105 分');
    expect(rulesSay({ ...capped, bonuses: [] })).toContain('得分最低 0 分，最高 100 分');
    expect(rulesSay({ ...capped, deductions: [], bonuses: [] })).not.toContain('得分最低');
  });
  test('in a total a figure beyond either end counts as that end', () => {
    const beyond = { value: 105, low: -50, high: 120 };
    expect(towardsBetter(beyond, 'higher')).toEqual({ value: 100, low: 0, high: 100 });
    expect(towardsBetter(beyond, 'lower')).toEqual({ value: 0, low: 0, high: 100 });
  });
});
