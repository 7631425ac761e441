// Each question type by its own words: what it accepts, what it makes of it, how a plain form is read, what it counts,
// and what it writes into a file.
import { describe, expect, test } from 'vitest';
import type { Counts } from '../../schema/fields/field.ts';
import { fieldOf, fields, fieldTypes } from '../../schema/fields/registry.ts';
import { anyQuestionShape, type Question } from '../../schema/fields/shapes.ts';
import { fileId, type TypeSample, typeSamples } from './type-samples.ts';

const options = [
  { id: 'a', label: '甲' },
  { id: 'b', label: '乙' },
  { id: 'o', label: '其他', text: true },
  { id: 'n', label: '都没有', exclusive: true },
  { id: 'x', label: '旧的', retired: true },
];
const rows = [
  { id: 'r1', label: '净' },
  { id: 'r2', label: '静' },
];
const base = { id: 'q', title: '题' };
const questions = {
  single: { ...base, type: 'single', options },
  multi: { ...base, type: 'multi', options, min: 1, max: 2 },
  dropdown: { ...base, type: 'dropdown', options: options.slice(0, 2) },
  yesNo: { ...base, type: 'yes-no' },
  rating: { ...base, type: 'rating', stars: 5 },
  scale: { ...base, type: 'scale', from: 1, to: 5, na: true, low: '差', high: '好' },
  nps: { ...base, type: 'nps' },
  number: { ...base, type: 'number', min: -5, max: 20 },
  money: { ...base, type: 'number', min: -100, max: 100_000, decimals: 2, unit: '元' },
  count: { ...base, type: 'number' },
  text: { ...base, type: 'text', maxLength: 5 },
  longText: { ...base, type: 'long-text', maxLength: 10 },
  date: { ...base, type: 'date', min: '2020-01-01', max: '2026-12-31' },
  phone: { ...base, type: 'phone' },
  matrixSingle: {
    ...base,
    type: 'matrix-single',
    rows,
    columns: [
      { id: 'c1', label: '有' },
      { id: 'c2', label: '无' },
    ],
  },
  matrixScale: { ...base, type: 'matrix-scale', rows, from: 1, to: 3, na: true },
  required: { ...base, type: 'matrix-scale', rows, from: 1, to: 3, required: true },
  note: { ...base, type: 'note' },
  pageBreak: { ...base, type: 'page-break' },
} as const satisfies Record<string, Question>;
type Name = keyof typeof questions;

const check = (name: Name, value: unknown) => {
  const result = fieldOf(questions[name]).check(value, questions[name]);
  return result.ok ? result.value : `✗ ${result.problem.code}`;
};

test('each type is in the registry under its own name, in the shapes, and sampled here', () => {
  for (const type of fieldTypes) expect(fields[type].type).toBe(type);
  const shaped = anyQuestionShape().def.options.map((shape) => shape.def.shape.type.def.values[0]);
  expect([...shaped].sort()).toEqual([...fieldTypes].sort());
  const sampled = [
    ...Object.values(questions),
    ...Object.values(typeSamples).map(({ question }) => question),
  ];
  expect([...new Set(sampled.map(({ type }) => type))].sort()).toEqual([...fieldTypes].sort());
  for (const question of sampled)
    expect(anyQuestionShape().safeParse(question)).toMatchObject({ success: true });
});

describe('accepted, as it is stored', () => {
  test.each<[Name, unknown, unknown]>([
    ['single', 'a', 'a'],
    ['single', { id: 'o', text: ' 健身 ' }, { id: 'o', text: '健身' }],
    ['single', { id: 'a' }, 'a'],
    ['single', { id: 'a', text: '  ' }, 'a'],
    ['multi', ['b', 'a'], ['a', 'b']],
    ['multi', ['n'], ['n']],
    ['multi', [{ id: 'o', text: '树' }, 'a'], ['a', { id: 'o', text: '树' }]],
    ['dropdown', 'b', 'b'],
    ['yesNo', 'yes', 'yes'],
    ['rating', 5, 5],
    ['scale', 'na', 'na'],
    ['scale', 1, 1],
    ['nps', 0, 0],
    ['nps', 10, 10],
    ['number', -5, -5],
    ['money', 12.34, 12.34],
    ['money', 0.1, 0.1],
    ['count', 10_000_000, 10_000_000],
    ['text', ' 你好 ', '你好'],
    ['longText', '一\r\n二\r三', '一\n二\n三'],
    ['date', '2024-02-29', '2024-02-29'],
    ['phone', '138 0013-8000', '13800138000'],
    ['phone', '+8613800138000', '13800138000'],
    ['phone', '１３８００１３８０００', '13800138000'],
    ['phone', '(0714) 8712345', '07148712345'],
    ['matrixSingle', { r2: 'c1', r1: 'c2' }, { r1: 'c2', r2: 'c1' }],
    ['matrixScale', { r1: 'na', r2: null }, { r1: 'na' }],
    ['required', { r1: 1, r2: 3 }, { r1: 1, r2: 3 }],
  ])('%s %j', (name, value, stored) => {
    expect(check(name, value)).toEqual(stored);
  });

  test('minus zero is stored as zero', () => {
    expect(Object.is(check('number', -0), 0)).toBe(true);
    expect(Object.is(check('money', -0), 0)).toBe(true);
  });

  test('what is accepted is accepted again, and is the same', () => {
    for (const [name, value] of [
      ['single', { id: 'o', text: '健身' }],
      ['multi', ['a', { id: 'o', text: '树' }]],
      ['phone', '07148712345'],
      ['matrixScale', { r1: 'na' }],
    ] as const)
      expect(check(name, check(name, value))).toEqual(value);
  });
});

describe('refused, with its reason', () => {
  test.each<[Name, unknown, string]>([
    ['single', 'z', 'choice-unknown'],
    ['single', 'x', 'choice-unknown'],
    ['single', 1, 'wrong-shape'],
    ['single', ['a'], 'wrong-shape'],
    ['single', { id: 'a', more: 1 }, 'wrong-shape'],
    ['single', { id: 'a', text: '不问' }, 'wrong-shape'],
    ['single', 'o', 'other-text-missing'],
    ['single', { id: 'o', text: ' ' }, 'other-text-missing'],
    ['single', { id: 'o', text: 'x'.repeat(101) }, 'text-long'],
    ['single', { id: 'o', text: 7 }, 'wrong-shape'],
    ['multi', [], 'wrong-shape'],
    ['multi', 'a', 'wrong-shape'],
    ['multi', ['a', 'a'], 'choice-twice'],
    ['multi', ['a', 'n'], 'choice-exclusive'],
    ['multi', ['a', 'b', { id: 'o', text: '树' }], 'choice-too-many'],
    ['multi', ['a', 'z'], 'choice-unknown'],
    ['multi', Array.from({ length: 9 }, () => 'a'), 'choice-twice'],
    ['yesNo', 'maybe', 'choice-unknown'],
    ['yesNo', true, 'wrong-shape'],
    ['rating', 0, 'point-range'],
    ['rating', 6, 'point-range'],
    ['rating', 2.5, 'point-range'],
    ['rating', '3', 'wrong-shape'],
    ['rating', 'na', 'wrong-shape'],
    ['scale', 6, 'point-range'],
    ['nps', 11, 'point-range'],
    ['nps', -1, 'point-range'],
    ['number', '3', 'not-a-number'],
    ['number', Number.NaN, 'not-a-number'],
    ['number', Number.POSITIVE_INFINITY, 'not-a-number'],
    ['number', 2.5, 'not-whole'],
    ['number', -6, 'number-range'],
    ['money', 1.005, 'number-decimals'],
    ['count', -1, 'number-range'],
    ['text', '一二三四五六', 'text-long'],
    ['text', '   ', 'required'],
    ['text', 5, 'wrong-shape'],
    ['date', '2026-02-30', 'date-format'],
    ['date', '2025-02-29', 'date-format'],
    ['date', '2026-1-5', 'date-format'],
    ['date', '0000-00-00', 'date-format'],
    ['date', '2026-01-05T00:00:00Z', 'date-format'],
    ['date', '2019-12-31', 'date-early'],
    ['date', '2027-01-01', 'date-late'],
    ['date', 20260105, 'date-format'],
    ['phone', '1380013800', 'phone-mobile'],
    ['phone', 'abc', 'phone'],
    ['phone', '12345678901', 'phone-mobile'],
    ['phone', 13800138000, 'wrong-shape'],
    ['matrixSingle', { r1: 'c9' }, 'choice-unknown'],
    ['matrixSingle', { r9: 'c1' }, 'row-unknown'],
    ['matrixSingle', {}, 'required'],
    ['matrixSingle', 'c1', 'wrong-shape'],
    ['matrixSingle', ['c1'], 'wrong-shape'],
    ['matrixScale', { r1: 4 }, 'point-range'],
    ['required', { r1: 1 }, 'row-missing'],
    ['note', 'x', 'wrong-shape'],
    ['pageBreak', 'x', 'wrong-shape'],
  ])('%s %j: %s', (name, value, code) => {
    expect(check(name, value)).toBe(`✗ ${code}`);
  });

  test.each(Object.keys(questions) as Name[])(
    '%s takes nothing of a strange shape, and falls over none',
    (name) => {
      const strange = [
        undefined,
        null,
        true,
        Number.NaN,
        {},
        [],
        [[]],
        [null],
        { id: null },
        { toString: 1 },
        { __proto__: null, length: 3 },
        JSON.parse('{"__proto__":1}'),
        JSON.parse('{"constructor":"c1"}'),
        'constructor',
        '__proto__',
      ];
      for (const value of strange) {
        const result = fieldOf(questions[name]).check(value, questions[name]);
        if (result.ok) expect(['text', 'longText']).toContain(name);
      }
    },
  );
});

describe('a plain form is read as somebody filled it in', () => {
  test.each<[Name, Record<string, string[]>, unknown]>([
    ['single', { q: ['a'] }, 'a'],
    ['single', { q: ['o'], 'q:o': [' 树 '] }, { id: 'o', text: '树' }],
    ['single', { q: ['o'] }, { id: 'o', text: '' }],
    ['single', {}, undefined],
    ['multi', { q: ['a', 'o'], 'q:o': ['树'] }, ['a', { id: 'o', text: '树' }]],
    ['multi', {}, undefined],
    ['yesNo', { q: ['yes'] }, 'yes'],
    ['rating', { q: ['4'] }, 4],
    ['rating', { q: ['4.5'] }, '4.5'],
    ['scale', { q: ['na'] }, 'na'],
    ['nps', { q: ['０'] }, '０'],
    ['number', { q: ['３'] }, 3],
    ['number', { q: ['-0'] }, -0],
    ['number', { q: ['1e3'] }, '1e3'],
    ['number', { q: ['0x10'] }, '0x10'],
    ['money', { q: ['12.50'] }, 12.5],
    ['money', { q: ['１２．５'] }, 12.5],
    ['text', { q: [' '] }, undefined],
    ['text', { q: [' 好 '] }, '好'],
    ['date', { q: ['2026/1/5'] }, '2026-01-05'],
    ['date', { q: ['2026年1月5日'] }, '2026-01-05'],
    ['date', { q: ['２０２６.０１.０５'] }, '2026-01-05'],
    ['date', { q: ['明天'] }, '明天'],
    ['phone', { q: ['138'] }, '138'],
    ['matrixSingle', { 'q:r1': ['c1'], 'q:r2': [''] }, { r1: 'c1' }],
    ['matrixScale', { 'q:r1': ['2'], 'q:r2': ['na'] }, { r1: 2, r2: 'na' }],
    ['matrixScale', {}, undefined],
    ['note', { q: ['x'] }, undefined],
  ])('%s %j', (name, form, value) => {
    expect(fieldOf(questions[name]).read((field) => form[field] ?? [], questions[name])).toEqual(value);
  });
});

describe('what an answer adds to its tally', () => {
  test.each<[Name, unknown, Counts]>([
    ['single', { id: 'o', text: '树' }, { o: 1 }],
    ['multi', ['a', { id: 'o', text: '树' }], { a: 1, o: 1, _n: 1 }],
    ['dropdown', 'b', { b: 1 }],
    ['yesNo', 'no', { no: 1 }],
    ['rating', 4, { 4: 1 }],
    ['scale', 'na', { na: 1 }],
    ['nps', 0, { 0: 1 }],
    ['number', -5, { '-5': 1 }],
    ['money', -0.29, { _n: 1, _sum: -29 }],
    ['money', 1.15, { _n: 1, _sum: 115 }],
    ['count', 7, { _n: 1, _sum: 7 }],
    ['text', '好', { _n: 1 }],
    ['date', '2024-02-29', { _n: 1 }],
    ['phone', '13800138000', { _n: 1 }],
    ['matrixSingle', { r1: 'c1', r2: 'c2' }, { 'r1:c1': 1, 'r2:c2': 1 }],
    ['matrixScale', { r1: 3 }, { 'r1:3': 1 }],
  ])('%s %j', (name, answer, counts) => {
    const field = fieldOf(questions[name]);
    expect(field.count(answer, questions[name])).toEqual(counts);
    for (const n of Object.values(counts)) expect(Number.isInteger(n)).toBe(true);
    // Every key that is counted is one that a card knows how to name, or the base, or the sum.
    const items = field.items(questions[name]);
    const known = new Set(
      items.flatMap((item) => [...item.keys.map(({ key }) => key), item.base, item.sum?.key]),
    );
    if (items.length > 0) for (const key of Object.keys(counts)) expect(known).toContain(key);
  });
});

describe('a line of a file', () => {
  test.each<[Name, unknown, string[], (string | number)[]]>([
    ['single', { id: 'o', text: '树' }, ['', 'text'], ['o', '树']],
    ['single', 'a', ['', 'text'], ['a', '']],
    ['multi', ['a', { id: 'o', text: '树' }], ['', 'o_text'], ['a;o', '树']],
    ['dropdown', 'b', [''], ['b']],
    ['rating', 4, [''], [4]],
    ['money', -12.5, [''], [-12.5]],
    ['matrixSingle', { r2: 'c1' }, ['r1', 'r2'], ['', 'c1']],
    ['matrixScale', { r1: 2 }, ['r1', 'r2'], [2, '']],
    ['note', undefined, [], []],
  ])('%s %j', (name, answer, suffixes, cells) => {
    const field = fieldOf(questions[name]);
    expect(field.columns(questions[name]).map(({ suffix }) => suffix)).toEqual(suffixes);
    expect(field.cells(answer, questions[name])).toEqual(cells);
  });
});

test('in words, for people', () => {
  const words = (name: Name, answer: unknown) => fieldOf(questions[name]).words(answer, questions[name]);
  expect(words('single', { id: 'o', text: '树' })).toBe('其他：树');
  expect(words('multi', ['a', 'n'])).toBe('甲、都没有');
  expect(words('yesNo', 'no')).toBe('否');
  expect(words('scale', 'na')).toBe('不了解');
  expect(words('scale', 5)).toBe('5 好');
  expect(words('money', 3.5)).toBe('3.5元');
  expect(words('matrixSingle', { r1: 'c1' })).toBe('净：有');
});

test('words that may name a person are marked as such', () => {
  const personal = fieldTypes.filter((type) => fields[type].personal);
  expect(personal.sort()).toEqual(
    [
      ...[
        'long-text',
        'phone',
        'text',
        'name',
        'email',
        'url',
        'id-number',
        'plate',
        'unit',
        'location',
        'rows',
      ],
      ...[
        'photo',
        'file',
        'signature',
        'voice',
        'deductions',
        'indicator',
        'gap-fill',
        'matrix-text',
        'hidden',
      ],
    ].sort(),
  );
  expect(fieldTypes.filter((type) => fieldOf({ type }).sensitive).sort()).toEqual(['id-number', 'location']);
});

describe('each type beyond the usual ones, by its sample', () => {
  const samples: [string, TypeSample][] = Object.entries(typeSamples);
  const formOf = (values: Record<string, string[]>) => (name: string) => values[name] ?? [];

  test.each(samples)('%s: what is right, as it is stored, and stays so', (_, { question, right }) => {
    const field = fieldOf(question);
    for (const [given, stored = given] of right) {
      expect(field.check(given, question)).toEqual({ ok: true, value: stored });
      expect(field.check(stored, question)).toEqual({ ok: true, value: stored });
    }
  });

  test.each(samples)('%s: what is wrong, and why', (_, { question, wrong }) => {
    const field = fieldOf(question);
    for (const [given, code] of wrong) {
      const result = field.check(given, question);
      expect([given, result.ok ? 'accepted' : result.problem.code]).toEqual([given, code]);
      expect(['required', 'wrong-shape', ...field.problems]).toContain(code);
    }
  });

  test.each(samples)('%s: a plain form holds an answer and gives it back', (_, { question, right }) => {
    const field = fieldOf(question);
    if (field.compute) return expect(field.read(formOf({ [question.id]: ['5'] }), question)).toBeUndefined();
    for (const [given, stored = given] of right) {
      const form = field.write(stored, question);
      expect(Object.keys(form).every((name) => name.split(':')[0] === question.id)).toBe(true);
      expect(field.check(field.read(formOf(form), question), question)).toEqual({ ok: true, value: stored });
    }
    expect(field.read(() => [], question)).toBeUndefined();
    expect(field.read(() => [''], question)).toBeUndefined();
  });

  test.each<[keyof typeof typeSamples, Record<string, string[]>, string]>([
    ['indicator', { 'indicator:reason': ['堆物'] }, 'not-a-number'],
    ['deductions', { 'deductions:note': ['三楼'] }, 'found-missing'],
    ['deductions', { 'deductions:photos': [fileId('a')] }, 'found-missing'],
    ['unit', { 'unit:room': ['302'] }, 'unit-missing'],
  ])('%s: a part that was filled in without the main one is not lost in silence', (type, form, code) => {
    const { question } = typeSamples[type];
    const field = fieldOf(question);
    expect(field.check(field.read(formOf(form), question), question)).toMatchObject({ problem: { code } });
  });

  test('what follows a blank and was typed into it all the same is not said twice', () => {
    const question: Question = {
      id: 'home',
      type: 'gap-fill',
      title: '住____楼，常住____人，在____工作。',
      gaps: [
        { id: 'floor', kind: 'text' },
        { id: 'all', kind: 'number' },
        { id: 'job', kind: 'text' },
      ],
    };
    const field = fieldOf(question);
    const read = (floor: string, all: string, job: string) =>
      field.read(formOf({ 'home:floor': [floor], 'home:all': [all], 'home:job': [job] }), question);
    expect(read('六楼', '4人', '社会工作')).toEqual({ floor: '六', all: 4, job: '社会工作' });
    expect(read('Ｂ１ 楼', '4', '楼')).toEqual({ floor: 'B1', all: 4, job: '楼' });
    expect(read('六层', '4个', '三楼')).toEqual({ floor: '六层', all: '4个', job: '三楼' });
    expect(read('楼', '二十人', '12')).toEqual({ floor: '楼', all: '二十', job: '12' });
  });

  test('a line between two others may be left empty, and a mistake is said of the line where it stands', () => {
    const { question } = typeSamples.rows;
    const field = fieldOf(question);
    const checked = (form: Record<string, string[]>) =>
      field.check(field.read(formOf(form), question), question);
    expect(checked({ 'people:0.who': ['王芳'], 'people:2.who': ['李军'] })).toEqual({
      ok: true,
      value: [{ who: '王芳' }, { who: '李军' }],
    });
    expect(checked({ 'people:0.who': ['王芳'], 'people:2.age': ['70'] })).toMatchObject({
      problem: { code: 'cell-missing', args: { row: '第 3 行', line: 3, column: '姓名' } },
    });
  });

  test.each(samples)(
    '%s: counts, cells and words of an answer',
    (_, { question, right, words, counts, cells }) => {
      const field = fieldOf(question);
      const [[given, stored = given] = []] = right;
      expect(field.columns(question)).toHaveLength(cells.length);
      expect(new Set(field.columns(question).map(({ suffix }) => suffix)).size).toBe(cells.length);
      if (right.length === 0) return expect(field.asks).toBe(false);
      expect(field.words(stored, question)).toBe(words);
      expect(field.cells(stored, question)).toEqual(cells);
      expect(field.count(stored, question)).toEqual(counts);
      const items = field.items(question);
      expect(items.length).toBeGreaterThan(0);
      const known = new Set(
        items.flatMap((item) => [...item.keys.map(({ key }) => key), item.base, item.sum?.key]),
      );
      for (const [key, n] of Object.entries(counts)) {
        expect(Number.isInteger(n)).toBe(true);
        expect([...known, '_n', '_other']).toContain(key);
      }
    },
  );

  test.each(samples)('%s: has no faults, and falls over nothing strange', (_, { question }) => {
    const field = fieldOf(question);
    expect(field.faults?.(question) ?? []).toEqual([]);
    const strange = [
      ...[undefined, null, true, Number.NaN, {}, [], [[]], [null], [{}], { id: null }, { toString: 1 }],
      ...[
        JSON.parse('{"__proto__":1}'),
        JSON.parse('{"constructor":"c1"}'),
        'constructor',
        '__proto__',
        '\ud800',
      ],
      ...[
        { found: null },
        { found: JSON.parse('{"__proto__":1}') },
        Array(5000).fill('a'),
        { r1: null, r2: [] },
      ],
    ];
    for (const value of strange) {
      const result = field.check(value, question);
      if (result.ok)
        expect([value, question.type]).toEqual([
          expect.any(String),
          expect.stringMatching(/^(hidden|name)$/),
        ]);
      else expect(['required', 'wrong-shape', ...field.problems]).toContain(result.problem.code);
    }
  });

  test('every type says what staff call it in a text, and no two the same', () => {
    const labels = fieldTypes.flatMap((type) => fieldOf({ type }).labels);
    for (const type of fieldTypes) expect(fieldOf({ type }).labels.length, type).toBeGreaterThan(0);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });
});

test('a figure of a rank is its place, and a mean can be taken of it', () => {
  const { question } = typeSamples.rank;
  expect(
    fieldOf(question)
      .items(question)[0]
      ?.values?.map(({ value }) => value),
  ).toEqual([1, 2]);
});

test('a choice from the tree of the units is a unit: its id, and its name as it was read', () => {
  const { cascade } = fields;
  const question = {
    id: 'where',
    type: 'cascade' as const,
    title: '哪一栋',
    units: true,
    levels: ['街道'],
    nodes: [],
  };
  const answer = { id: 'b1', name: '东街 滨河 1 栋' };
  expect(cascade.faults?.(question)).toEqual([]);
  expect(cascade.check(answer, question)).toEqual({ ok: true, value: answer });
  expect(cascade.check('b1', question).ok).toBe(false);
  expect(cascade.units?.(answer)).toEqual([answer]);
  expect(cascade.words(answer, question)).toBe('东街 滨河 1 栋');
});

test('an identity number is masked but for its ends', () => {
  expect(fields['id-number'].mask?.('11010519491231002X')).toBe('110*************2X');
});
