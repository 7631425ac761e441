// Rules of evaluations as data: what hinders them, shares that make 100, who rates whom, and lines matched to areas.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../schema/api/units.ts';
import { assign, namedTwice, type RatedOne, type RaterOne } from '../../schema/evaluations/assign.ts';
import { presetKinds, presets } from '../../schema/evaluations/presets.ts';
import { stepMark, steps } from '../../schema/evaluations/scale.ts';
import { type RuleFault, type Rules, ruleFaults } from '../../schema/evaluations/scheme.ts';
import { setShare, shareOut } from '../../schema/evaluations/shares.ts';
import { aroundKind, holding, pairsIn } from '../../web/staff/evaluations/find-unit.ts';

describe('rules', () => {
  test.each(presetKinds)('the preset %s hinders nothing', (kind) => {
    expect(ruleFaults(presets[kind])).toEqual([]);
  });
  const rules = presets.full;
  const [residents, ...others] = rules.groups;
  const wrong: [RuleFault, Partial<Rules>][] = [
    ['no-indicators', { indicators: [] }],
    ['shares', { groups: others }],
    ['few-households', { groups: [{ id: 'residents', weight: 100, minimum: 4, middle: { rule: 'mean' } }] }],
    [
      'marks-nothing',
      { groups: [{ id: 'grid', weight: 100, minimum: 1, middle: { rule: 'mean' }, marks: [] }] },
    ],
    [
      'marks-nothing',
      { groups: [{ id: 'grid', weight: 100, minimum: 1, middle: { rule: 'mean' }, marks: ['no'] }] },
    ],
    [
      'marks-nothing',
      {
        indicators: rules.indicators.map((one, at) => ({ ...one, weight: at })),
        groups: [{ id: 'grid', weight: 100, minimum: 1, middle: { rule: 'mean' }, marks: ['clean'] }],
      },
    ],
    ['self-tie', { tie: { by: ['residents', 'self'], rest: 'decide' } }],
    ['bands-order', { bands: [...rules.bands].reverse() }],
    ['twice', { vetoes: [...rules.vetoes, ...rules.vetoes] }],
    [
      'gate-residents',
      {
        groups: [{ id: 'grid', weight: 100, minimum: 1, middle: { rule: 'mean' } }],
        gates: [{ id: 'g', title: '满意率', atLeast: 80, from: 'residents' }],
      },
    ],
    [
      'self-share',
      {
        groups: [
          { id: 'self', weight: 50, minimum: 1, middle: { rule: 'mean' } },
          { id: 'grid', weight: 50, minimum: 1, middle: { rule: 'mean' } },
        ],
      },
    ],
  ];
  test.each(wrong)('%s is found', (fault, change) => {
    expect(residents?.id).toBe('residents');
    expect(ruleFaults({ ...rules, ...change })).toContain(fault);
  });
  test('the five words of a household are whole marks that go down, whatever the full mark', () => {
    for (let most = 5; most <= 100; most++) {
      const marks = steps.map((step) => stepMark(step, most));
      expect([most, new Set(marks).size]).toEqual([most, 5]);
      expect(marks[0]).toBe(most);
    }
  });
});

test('shares make 100 whatever is moved, and the others keep their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(60), { minLength: 2, maxLength: 7 }),
      fc.nat(6),
      fc.integer({ min: -5, max: 120 }),
      (raw, at, value) => {
        const before = shareOut(raw, 100);
        const place = at % before.length;
        const after = setShare(before, place, value);
        expect(after.reduce((sum, one) => sum + one, 0)).toBe(100);
        expect(after[place]).toBe(Math.min(100, Math.max(0, value)));
        expect(after.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
        const order = (list: readonly number[]) => list.filter((_, index) => index !== place);
        const [was, is] = [order(before), order(after)];
        for (const [one, a] of was.entries())
          for (const [other, b] of was.entries())
            if (a > b) expect(is[one]).toBeGreaterThanOrEqual(is[other] ?? 0);
      },
    ),
    { numRuns: 2_000 },
  );
});

describe('who rates whom', () => {
  const building = (id: string, grid: string, person = ''): RatedOne => ({
    id,
    path: `/city/${grid}/${id}/`,
    person,
  });
  const rater = (
    id: string,
    group: RaterOne['group'],
    path: string,
    more: Partial<RaterOne> = {},
  ): RaterOne => ({
    id,
    group,
    name: id,
    path,
    recused: [],
    ...more,
  });
  const rated = [building('b1', 'g1'), building('b2', 'g1'), building('b3', 'g2')];
  const of = (pairs: { rater: string; subject: string }[], id: string) =>
    pairs.filter((pair) => pair.rater === id).map(({ subject }) => subject);

  test('one name twice in a group is told where both rate the same', () => {
    const zhou = rater('zhou', 'grid', '/city/g1/');
    const at = (path: string, group: RaterOne['group'] = 'grid') => [{ ...zhou, group, path }];
    for (const path of ['/city/g1/', '/city/g1/b1/', '/city/'])
      expect(namedTwice(at(path), [zhou])).toEqual(['zhou']);
    expect(namedTwice([zhou, ...at('/city/')], [])).toEqual(['zhou']);
    expect(namedTwice([...at('/city/g2/'), ...at('/city/g1/', 'property')], [zhou])).toEqual([]);
    // Two posts, each rated by whoever holds it.
    expect(namedTwice(at('/city/g1/', 'self'), at('/city/g1/b1/', 'self'))).toEqual([]);
  });

  test('each what lies in the own area, without what they keep out of', () => {
    const raters = [
      rater('zhou', 'grid', '/city/g1/'),
      rater('chen', 'community', '/city/', { recused: ['b2'] }),
      rater('self', 'self', '/city/g1/b1/'),
    ];
    const pairs = assign(raters, rated, { seed: '1', each: 1 });
    expect(of(pairs, 'zhou')).toEqual(['b1', 'b2']);
    expect(of(pairs, 'chen')).toEqual(['b1', 'b3']);
    expect(of(pairs, 'self')).toEqual(['b1']);
  });

  test('nobody the own post, and for oneself only that', () => {
    const people = [building('b1', 'g1', '王秀英'), building('b2', 'g1', '李四')];
    const raters = [
      rater('a', 'grid', '/city/', { name: '王秀英' }),
      rater('b', 'self', '/city/g1/b1/', { name: '王秀英' }),
      rater('c', 'self', '/city/g1/b2/', { name: '王秀英' }),
      rater('d', 'experts', '/city/', { name: '李四' }),
    ];
    const pairs = assign(raters, people, { seed: '1', each: 1 });
    expect(['a', 'b', 'c', 'd'].map((id) => of(pairs, id))).toEqual([['b2'], ['b1'], [], ['b1']]);
  });

  test('experts are drawn evenly, each once for a subject, and the same again from the same number', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 40 }),
        (seed, n, each, many) => {
          const experts = Array.from({ length: n }, (_, at) => rater(`e${at}`, 'experts', '/city/'));
          const all = Array.from({ length: many }, (_, at) => building(`b${at}`, 'g1'));
          const pairs = assign(experts, all, { seed, each });
          expect(assign(experts, all, { seed, each })).toEqual(pairs);
          const loads = experts.map(({ id }) => of(pairs, id).length);
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
          for (const { id } of all) {
            const own = pairs.filter(({ subject }) => subject === id).map((pair) => pair.rater);
            expect(own.length).toBe(Math.min(each, n));
            expect(new Set(own).size).toBe(own.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('another number draws others', () => {
    const experts = Array.from({ length: 9 }, (_, at) => rater(`e${at}`, 'experts', '/city/'));
    const drawn = (seed: string) => JSON.stringify(assign(experts, rated, { seed, each: 2 }));
    expect(new Set(['385', '386', '387', '388'].map(drawn)).size).toBeGreaterThan(1);
  });
});

const unit = (id: string, name: string): Unit => ({
  id,
  parent: null,
  kind: 'building',
  name,
  code: id,
  path: `/${id}/`,
  households: 0,
  children: 0,
  position: 0,
  contact: null,
  buildingCode: null,
  retiredAt: null,
  rev: 1,
});
describe('lines matched to areas', () => {
  const units = [
    unit('a', '滨河小区 2号楼'),
    unit('b', '滨河小区 12号楼'),
    unit('c', '东湖小区 3号楼'),
    unit('d', '一网格'),
  ];
  const found = (words: string) => pairsIn(`张三 ${words}`, units, { first: 'person' })[0]?.unit?.id;
  test('by the whole name, then by the end of it; what fits several fits none', () => {
    expect(found('滨河小区2号楼')).toBe('a');
    expect(found('3号楼')).toBe('c');
    expect(found('2号楼')).toBe('a');
    expect(found('滨河')).toBeUndefined();
    expect(found('9号楼')).toBeUndefined();
  });
  test('a line of a name alone is for the whole branch', () => {
    const [usual] = units;
    const pairs = pairsIn('周网格\t一网格\n\n陈社区\n冯物业，不存在', units, { first: 'person', usual });
    expect(pairs.map(({ person, unit: found }) => [person, found?.id])).toEqual([
      ['周网格', 'd'],
      ['陈社区', 'a'],
      ['冯物业', undefined],
    ]);
    const one = (line: string) => pairsIn(line, units, { first: 'unit' })[0];
    expect(one('东湖小区 3号楼 王秀英')).toMatchObject({ person: '王秀英', door: '' });
    expect(one('东湖小区 3号楼 王秀英 1-301')).toMatchObject({ person: '王秀英', door: '1-301' });
    expect(one('东湖小区 3号楼 王秀英 1-301')?.unit?.id).toBe('c');
  });
});

describe('lines matched along the way down', () => {
  const at = (id: string, name: string, parent: string | null, kind: Unit['kind']): Unit => ({
    ...unit(id, name),
    parent,
    kind,
  });
  const units = [
    at('street', '湖滨街道', null, 'street'),
    ...['东岳园社区', '铁路新村社区', '东岳西社区'].flatMap((name, n) => [
      at(`c${n}`, name, 'street', 'community'),
      at(`c${n}g1`, '第一网格', `c${n}`, 'grid'),
      at(`c${n}g2`, '第二网格', `c${n}`, 'grid'),
      at(`c${n}g11`, '第十一网格', `c${n}`, 'grid'),
    ]),
    at('b1', '1号楼', 'c1g1', 'building'),
    at('b11', '11号楼', 'c1g1', 'building'),
    at('b21', '21号楼', 'c1g2', 'building'),
    at('estate', '铁路新村', 'c1', 'estate'),
  ];
  const pair = (words: string, nominees?: ReadonlySet<string>) =>
    pairsIn(`李网格 ${words}`, units, { first: 'person', ...(nominees && { nominees }) })[0];
  const found = (words: string) => pair(words)?.unit?.id;

  test('with or without a space, whole names or the beginning of them, what lies between left out', () => {
    for (const words of [
      '东岳园社区 第二网格',
      '东岳园社区第二网格',
      '东岳园二网格',
      '湖滨街道东岳园第二网格',
    ])
      expect([words, found(words)]).toEqual([words, 'c0g2']);
    expect(found('铁路新村1号楼')).toBe('b1');
    expect(found('铁路新村社区 第一网格 11号楼')).toBe('b11');
    expect(found('铁路新村')).toBe('estate');
    expect(found('东岳西第十一网格')).toBe('c2g11');
  });
  test('a number is never taken for the end of another', () => {
    expect(found('1号楼')).toBe('b1');
    expect(pair('5号楼')).toMatchObject({ unit: undefined });
    expect(pair('5号楼')).not.toHaveProperty('lost');
    expect(found('铁路新村一网格')).toBe('c1g1');
    expect(found('铁路新村十网格')).toBeUndefined();
  });
  test('several of one name are counted, with words by which one is told apart', () => {
    expect(pair('第一网格')?.lost).toEqual({
      why: 'several',
      area: '第一网格',
      n: 3,
      example: '东岳园社区 第一网格',
      kind: 'community',
    });
    expect(found('东岳园社区 第一网格')).toBe('c0g1');
  });
  test('areas that hold nominees go first, and one that holds none is said to', () => {
    const nominees = holding(units, ['b1', 'b11']);
    expect([...nominees].sort()).toEqual(['b1', 'b11', 'c1', 'c1g1', 'street']);
    expect(pair('第一网格', nominees)?.unit?.id).toBe('c1g1');
    expect(pair('铁路新村', nominees)).toMatchObject({
      unit: undefined,
      lost: { why: 'empty', area: '铁路新村' },
    });
  });
});

test('areas are offered that hold what is rated, and not an estate whose buildings hang under a grid', () => {
  const of = (id: string, kind: Unit['kind'], parent: string | null): Unit => ({
    ...unit(id, id),
    kind,
    parent,
  });
  const units = [
    of('e1', 'community', null),
    of('estate', 'estate', 'e1'),
    of('grid', 'grid', 'e1'),
    of('b1', 'building', 'grid'),
  ];
  const ids = (kind: Unit['kind']) => aroundKind(units, kind).map(({ id }) => id);
  expect(ids('building')).toEqual(['e1', 'grid', 'b1']);
  expect(ids('estate')).toEqual(['e1', 'estate']);
  expect(ids('grid')).toEqual(['e1', 'grid', 'b1']);
});
