// One question of every type beyond the usual ones, with answers that are right and as they are stored, and answers that
// are wrong and why: for tests of the types, of the resident's page and of client and server agreeing.

import type { Question } from '../../schema/fields/shapes.ts';
import type { AnswerWord } from '../../schema/words/answers.ts';

export interface TypeSample {
  question: Question;
  /** given → stored; the same where only one is said */
  right: readonly (readonly [given: unknown, stored?: unknown])[];
  wrong: readonly (readonly [given: unknown, code: AnswerWord])[];
  /** of the first right answer */
  words: string;
  counts: Record<string, number>;
  cells: readonly (string | number)[];
}

export const fileId = (letter: string) => letter.repeat(52);

const options = [
  { id: 'a', label: '甲' },
  { id: 'b', label: '乙' },
  { id: 'c', label: '丙' },
];
const rows = [
  { id: 'r1', label: '东' },
  { id: 'r2', label: '西' },
];
const columns = [
  { id: 'c1', label: '老人' },
  { id: 'c2', label: '孩子' },
];

export const typeSamples = {
  slider: {
    question: { id: 'slider', type: 'slider', title: '打几分', min: 0, max: 100, step: 5, unit: '分' },
    right: [[85], [0], [-0, 0], [100]],
    wrong: [
      [101, 'number-range'],
      [-5, 'number-range'],
      [83, 'number-step'],
      ['85', 'not-a-number'],
      [Number.NaN, 'not-a-number'],
    ],
    words: '85分',
    counts: { 85: 1 },
    cells: [85],
  },
  time: {
    question: { id: 'time', type: 'time', title: '几点方便', min: '08:00', max: '20:30' },
    right: [['09:30'], ['20:30']],
    wrong: [
      ['9:30', 'time-format'],
      ['24:00', 'time-format'],
      ['07:59', 'time-early'],
      ['20:31', 'time-late'],
      [930, 'time-format'],
    ],
    words: '09:30',
    counts: { h09: 1 },
    cells: ['09:30'],
  },
  'date-range': {
    question: {
      id: 'range',
      type: 'date-range',
      title: '外出',
      min: '2026-01-01',
      max: '2026-12-31',
      most: 30,
    },
    right: [
      [{ from: '2026-02-27', to: '2026-03-02' }],
      [
        { to: '2026-05-01', from: '2026-05-01' },
        { from: '2026-05-01', to: '2026-05-01' },
      ],
    ],
    wrong: [
      [{ from: '2026-03-02' }, 'range-half'],
      [{ from: '2026-03-02', to: '2026-03-01' }, 'range-backwards'],
      [{ from: '2026-02-30', to: '2026-03-01' }, 'date-format'],
      [{ from: '2025-12-31', to: '2026-01-02' }, 'date-early'],
      [{ from: '2026-12-31', to: '2027-01-01' }, 'date-late'],
      [{ from: '2026-01-01', to: '2026-01-31' }, 'range-long'],
      [['2026-01-01', '2026-01-02'], 'wrong-shape'],
      [{ from: '2026-01-01', to: '2026-01-02', more: 1 }, 'wrong-shape'],
    ],
    words: '2026-02-27 – 2026-03-02',
    counts: { _n: 1, _sum: 4 },
    cells: ['2026-02-27', '2026-03-02'],
  },
  email: {
    question: { id: 'email', type: 'email', title: '邮箱' },
    right: [
      [' Wang.Fang@Example.CN ', 'Wang.Fang@example.cn'],
      ['a＠b.cn', 'a@b.cn'],
    ],
    wrong: [
      ['wang', 'email'],
      ['wang@', 'email'],
      ['a@b', 'email'],
      ['a b@c.cn', 'email'],
      ['a@b@c.cn', 'email'],
      [5, 'wrong-shape'],
    ],
    words: 'Wang.Fang@example.cn',
    counts: { _n: 1 },
    cells: ['Wang.Fang@example.cn'],
  },
  url: {
    question: { id: 'url', type: 'url', title: '网址' },
    right: [
      ['HTTPS://Www.Example.cn/A?b=1', 'https://www.example.cn/A?b=1'],
      ['www.example.cn', 'https://www.example.cn'],
      ['https://中国.cn/', 'https://中国.cn/'],
    ],
    wrong: [
      ['javascript:alert(1)', 'url'],
      ['ftp://example.cn', 'url'],
      ['不是', 'url'],
      ['https://a b.cn', 'url'],
      [5, 'wrong-shape'],
    ],
    words: 'https://www.example.cn/A?b=1',
    counts: { _n: 1 },
    cells: ['https://www.example.cn/A?b=1'],
  },
  name: {
    question: { id: 'name', type: 'name', title: '姓名' },
    right: [[' 王  芳 ', '王 芳'], ['阿卜杜拉•买买提', '阿卜杜拉·买买提'], ['Jean-Luc O’Neill']],
    wrong: [
      ['王芳1', 'name'],
      ['<b>', 'name'],
      ['王'.repeat(41), 'text-long'],
      ['\ud83d', 'text-broken'],
      [5, 'wrong-shape'],
    ],
    words: '王 芳',
    counts: { _n: 1 },
    cells: ['王 芳'],
  },
  'id-number': {
    question: { id: 'idnumber', type: 'id-number', title: '身份证号' },
    // The specimen of GB 11643-1999, and one that ends in X.
    right: [['110105194912310021'.replace('0021', '002x'), '11010519491231002X'], ['440524188001010014']],
    wrong: [
      ['11010519491231002', 'id-length'],
      ['110105194912310021', 'id-number'],
      ['110105194902300021', 'id-number'],
      ['01010519491231002X', 'id-number'],
      [11010519491231, 'wrong-shape'],
    ],
    words: '11010519491231002X',
    counts: { _n: 1 },
    cells: ['11010519491231002X'],
  },
  plate: {
    question: { id: 'plate', type: 'plate', title: '车牌' },
    right: [['鄂b·12345', '鄂B12345'], ['鄂BD12345'], ['鄂B1234学']],
    wrong: [
      ['B12345', 'plate'],
      ['鄂I12345', 'plate'],
      ['鄂B1234', 'plate'],
      [12345, 'wrong-shape'],
    ],
    words: '鄂B·12345',
    counts: { _n: 1 },
    cells: ['鄂B12345'],
  },
  consent: {
    question: { id: 'consent', type: 'consent', title: '知情同意', text: '只用来联系您。', version: 2 },
    right: [[2]],
    wrong: [
      [1, 'consent-old'],
      ['2', 'wrong-shape'],
      [true, 'wrong-shape'],
    ],
    words: '我已阅读并同意',
    counts: { v2: 1 },
    cells: [2],
  },
  rank: {
    question: { id: 'rank', type: 'rank', title: '排一排', options, places: 2 },
    right: [[['c', 'a']]],
    wrong: [
      [['a'], 'rank-incomplete'],
      [['a', 'b', 'c'], 'rank-incomplete'],
      [['a', 'a'], 'choice-twice'],
      [['a', 'z'], 'choice-unknown'],
      ['a', 'wrong-shape'],
      [[], 'wrong-shape'],
    ],
    words: '1 丙、2 甲',
    counts: { 'c:1': 1, 'a:2': 1 },
    cells: ['c;a'],
  },
  allocate: {
    question: { id: 'allocate', type: 'allocate', title: '各占多少', options, unit: '%' },
    right: [
      [
        { a: 60, c: 40 },
        { a: 60, b: 0, c: 40 },
      ],
    ],
    wrong: [
      [{ a: 60 }, 'allocate-sum'],
      [{ a: 60.5, b: 39.5 }, 'not-whole'],
      [{ a: 120, b: -20 }, 'number-range'],
      [{ a: 60, z: 40 }, 'choice-unknown'],
      [[60, 40], 'wrong-shape'],
    ],
    words: '甲 60%、丙 40%',
    counts: { a: 60, b: 0, c: 40, _n: 1 },
    cells: [60, 0, 40],
  },
  'image-choice': {
    question: {
      id: 'images',
      type: 'image-choice',
      title: '哪个方案',
      several: true,
      max: 2,
      options: options.map((option, index) => ({ ...option, image: fileId('abc'.charAt(index)) })),
    },
    right: [
      [
        ['c', 'a'],
        ['a', 'c'],
      ],
    ],
    wrong: [
      [['a', 'b', 'c'], 'choice-too-many'],
      [['a', 'a'], 'choice-twice'],
      [['z'], 'choice-unknown'],
      ['a', 'wrong-shape'],
    ],
    words: '甲、丙',
    counts: { a: 1, c: 1, _n: 1 },
    cells: ['a;c'],
  },
  cascade: {
    question: {
      id: 'cascade',
      type: 'cascade',
      title: '住在哪里',
      levels: ['街道', '社区'],
      nodes: [
        { id: 'jinhu', label: '金湖' },
        { id: 'binhe', label: '滨河', under: 'jinhu' },
        { id: 'dongfeng', label: '东风', under: 'jinhu' },
        { id: 'luoqiao', label: '罗桥' },
      ],
    },
    right: [['binhe'], ['luoqiao']],
    wrong: [
      ['jinhu', 'cascade-incomplete'],
      ['nowhere', 'choice-unknown'],
      [['binhe'], 'wrong-shape'],
    ],
    words: '金湖 滨河',
    counts: { jinhu: 1, binhe: 1 },
    cells: ['binhe'],
  },
  unit: {
    question: { id: 'unit', type: 'unit', title: '住哪栋', room: true },
    right: [
      [
        { id: 'b1', name: 'city e1 b1 building', room: ' 2单元302 ' },
        { id: 'b1', name: 'city e1 b1 building', room: '2单元302' },
      ],
    ],
    wrong: [
      [{ id: 'b1', name: 'b1' }, 'room-missing'],
      [{ id: '', name: '', room: '302' }, 'unit-missing'],
      [{ id: 'B 1', name: 'b1', room: '302' }, 'unit-unknown'],
      [{ id: 'b1', name: 'b1', room: '一'.repeat(31) }, 'text-long'],
      [{ id: 'b1', name: 'b1', room: '302', path: '/' }, 'wrong-shape'],
      ['b1', 'wrong-shape'],
    ],
    words: 'city e1 b1 building 2单元302',
    counts: { _n: 1 },
    cells: ['b1', 'city e1 b1 building', '2单元302'],
  },
  vote: {
    question: { id: 'vote', type: 'vote', title: '加装电梯，您赞成吗', options: options.slice(0, 2) },
    right: [['b']],
    wrong: [
      ['z', 'choice-unknown'],
      [1, 'wrong-shape'],
    ],
    words: '乙',
    counts: { b: 1 },
    cells: ['b'],
  },
  candidates: {
    question: {
      id: 'candidates',
      type: 'candidates',
      title: '推选楼栋长',
      mode: 'each',
      required: true,
      candidates: [
        { id: 'wang', label: '王芳', note: '62 岁，退休教师' },
        { id: 'li', label: '李军' },
      ],
    },
    right: [
      [
        { li: 'abstain', wang: 'for' },
        { wang: 'for', li: 'abstain' },
      ],
    ],
    wrong: [
      [{ wang: 'for' }, 'candidate-missing'],
      [{ wang: 'yes', li: 'for' }, 'wrong-shape'],
      [{ wang: 'for', li: 'for', zhao: 'for' }, 'choice-unknown'],
      [['wang'], 'wrong-shape'],
    ],
    words: '王芳 赞成、李军 弃权',
    counts: { 'wang:for': 1, 'li:abstain': 1, _n: 1 },
    cells: ['for', 'abstain'],
  },
  indicator: {
    question: {
      id: 'indicator',
      type: 'indicator',
      title: '楼道整洁',
      full: 20,
      reasonBelow: 12,
      levels: [{ label: '好', from: 16 }],
    },
    right: [
      [
        { marks: 8, reason: ' 堆物 ' },
        { marks: 8, reason: '堆物' },
      ],
      [{ marks: 20 }],
    ],
    wrong: [
      [{ marks: 8 }, 'reason-missing'],
      [{ reason: '堆物' }, 'not-a-number'],
      [{ marks: 21 }, 'number-range'],
      [{ marks: 12.5 }, 'marks-step'],
      [{ marks: '8' }, 'not-a-number'],
      [8, 'wrong-shape'],
    ],
    words: '8 / 20：堆物',
    counts: { 8: 1 },
    cells: [8, '堆物'],
  },
  deductions: {
    question: {
      id: 'deductions',
      type: 'deductions',
      title: '现场检查',
      photos: 2,
      evidence: true,
      list: [
        { id: 'junk', label: '楼道堆物', points: 2, times: 3 },
        { id: 'wire', label: '飞线充电', points: 5 },
      ],
    },
    right: [
      [
        { found: { junk: 2, wire: 0 }, photos: [fileId('a')], note: ' 三楼 ' },
        { found: { junk: 2 }, photos: [fileId('a')], note: '三楼' },
      ],
      [{ found: {} }],
    ],
    wrong: [
      [{ found: { junk: 4 }, photos: [fileId('a')] }, 'times-many'],
      [{ found: { wire: 1 } }, 'evidence-missing'],
      [{ note: '三楼' }, 'found-missing'],
      [{ photos: [fileId('a')] }, 'found-missing'],
      [{ found: { other: 1 } }, 'choice-unknown'],
      [{ found: { wire: 1 }, photos: [fileId('a'), fileId('b'), fileId('c')] }, 'files-many'],
      [{ found: { wire: 0.5 } }, 'wrong-shape'],
      [{}, 'wrong-shape'],
    ],
    words: '扣 4 分：楼道堆物 ×2、三楼',
    counts: { junk: 2, _n: 1, _sum: 8 },
    cells: [4, 2, 0, '三楼', fileId('a')],
  },
  'gap-fill': {
    question: {
      id: 'gaps',
      type: 'gap-fill',
      title: '家里常住____人，其中老人____人。',
      gaps: [
        { id: 'all', kind: 'number' },
        { id: 'old', kind: 'number', optional: true },
      ],
    },
    right: [[{ all: 4, old: 1 }], [{ all: 4 }]],
    wrong: [
      [{ old: 1 }, 'gap-missing'],
      [{ all: 'four' }, 'not-a-number'],
      [{ all: 4, more: 1 }, 'row-unknown'],
      [4, 'wrong-shape'],
    ],
    words: '家里常住4人，其中老人1人。',
    counts: { _n: 1 },
    cells: [4, 1],
  },
  photo: {
    question: { id: 'photo', type: 'photo', title: '现场照片', most: 2 },
    right: [[[fileId('a'), fileId('b')]]],
    wrong: [
      [[fileId('a'), fileId('b'), fileId('c')], 'files-many'],
      [[fileId('a'), fileId('a')], 'wrong-shape'],
      [['../../etc'], 'wrong-shape'],
      [[`~${fileId('a')}`], 'file-sending'],
      [[`~~${fileId('a')}`, `~${fileId('b')}`], 'file-refused'],
      [fileId('a'), 'wrong-shape'],
    ],
    words: '照片 2 张',
    counts: { _n: 1 },
    cells: [`${fileId('a')};${fileId('b')}`],
  },
  file: {
    question: { id: 'file', type: 'file', title: '证明材料' },
    right: [[[fileId('a')]]],
    wrong: [[[], 'wrong-shape']],
    words: '文件 1 个',
    counts: { _n: 1 },
    cells: [fileId('a')],
  },
  signature: {
    question: { id: 'signature', type: 'signature', title: '签名' },
    right: [[[fileId('a')]]],
    wrong: [[[fileId('a'), fileId('b')], 'files-many']],
    words: '已签名',
    counts: { _n: 1 },
    cells: [fileId('a')],
  },
  voice: {
    question: { id: 'voice', type: 'voice', title: '说一说' },
    right: [[[fileId('a')]]],
    wrong: [[[fileId('a'), fileId('b')], 'files-many']],
    words: '已录音',
    counts: { _n: 1 },
    cells: [fileId('a')],
  },
  location: {
    question: { id: 'location', type: 'location', title: '在哪里' },
    right: [
      [
        { lat: 30.10456, lng: 114.98012, within: 12 },
        { lat: 30.1, lng: 114.98 },
      ],
    ],
    wrong: [
      [{ lat: 91, lng: 0 }, 'place'],
      [{ lat: '30', lng: 114 }, 'place'],
      [{ lat: 30, lng: Number.NaN }, 'place'],
      [[30, 114], 'wrong-shape'],
    ],
    words: '30.1, 114.98',
    counts: { _n: 1 },
    cells: [30.1, 114.98, ''],
  },
  'matrix-multi': {
    question: { id: 'boxes', type: 'matrix-multi', title: '哪些人', rows, columns, required: true },
    right: [
      [
        { r1: ['c2', 'c1'], r2: ['c1'] },
        { r1: ['c1', 'c2'], r2: ['c1'] },
      ],
    ],
    wrong: [
      [{ r1: ['c1'] }, 'row-missing'],
      [{ r1: ['c1', 'c1'], r2: ['c1'] }, 'choice-twice'],
      [{ r1: ['c9'], r2: ['c1'] }, 'choice-unknown'],
      [{ r1: 'c1', r2: ['c1'] }, 'wrong-shape'],
      [{ r9: ['c1'], r1: ['c1'], r2: ['c1'] }, 'row-unknown'],
    ],
    words: '东：老人、孩子；西：老人',
    counts: { 'r1:c1': 1, 'r1:c2': 1, 'r1:_n': 1, 'r2:c1': 1, 'r2:_n': 1 },
    cells: ['c1;c2', 'c1'],
  },
  'matrix-number': {
    question: { id: 'numbers', type: 'matrix-number', title: '几个人', rows, columns, max: 99, unit: '人' },
    right: [
      [
        { r1: { c2: 1, c1: 2 }, r2: { c1: 0 } },
        { r1: { c1: 2, c2: 1 }, r2: { c1: 0 } },
      ],
    ],
    wrong: [
      [{ r1: { c1: 100 } }, 'number-range'],
      [{ r1: { c1: 1.5 } }, 'not-whole'],
      [{ r1: { c9: 1 } }, 'row-unknown'],
      [{ r1: {} }, 'row-missing'],
      [{ r1: 2 }, 'wrong-shape'],
      [{}, 'required'],
    ],
    words: '东：老人 2人，孩子 1人；西：老人 0人',
    counts: {
      'r1.c1:_n': 1,
      'r1.c1:_sum': 2,
      'r1.c2:_n': 1,
      'r1.c2:_sum': 1,
      'r2.c1:_n': 1,
      'r2.c1:_sum': 0,
    },
    cells: [2, 1, 0, ''],
  },
  'matrix-text': {
    question: { id: 'texts', type: 'matrix-text', title: '谁负责', rows, columns, maxLength: 5 },
    right: [[{ r1: { c1: ' 王芳 ' } }, { r1: { c1: '王芳' } }]],
    wrong: [
      [{ r1: { c1: '一二三四五六' } }, 'text-long'],
      [{ r1: { c1: 5 } }, 'wrong-shape'],
      [{ r9: { c1: '王' } }, 'row-unknown'],
    ],
    words: '东：老人 王芳',
    counts: { _n: 1 },
    cells: ['王芳', '', '', ''],
  },
  'matrix-dropdown': {
    question: {
      id: 'lists',
      type: 'matrix-dropdown',
      title: '怎么样',
      rows,
      columns: [{ id: 'c1', label: '照明', options: options.slice(0, 2) }],
    },
    right: [[{ r2: { c1: 'b' } }]],
    wrong: [
      [{ r1: { c1: 'z' } }, 'choice-unknown'],
      [{ r1: { c1: ['a'] } }, 'wrong-shape'],
      [{ r1: 'a' }, 'wrong-shape'],
    ],
    words: '西：照明 乙',
    counts: { 'r2.c1:b': 1 },
    cells: ['', 'b'],
  },
  rows: {
    question: {
      id: 'people',
      type: 'rows',
      title: '同住的人',
      max: 3,
      columns: [
        { id: 'who', label: '姓名', kind: 'text', required: true },
        { id: 'age', label: '年龄', kind: 'number', min: 0, max: 150 },
        { id: 'tie', label: '关系', kind: 'choice', options },
      ],
    },
    right: [
      [
        [{ age: 70, who: ' 王芳 ', tie: 'a' }, { who: '李军' }],
        [{ who: '王芳', age: 70, tie: 'a' }, { who: '李军' }],
      ],
      [
        [{ who: '王芳' }, {}, { who: '李军' }],
        [{ who: '王芳' }, { who: '李军' }],
      ],
    ],
    wrong: [
      [[{ age: 70 }], 'cell-missing'],
      [[{}, {}], 'required'],
      [[{ who: '一' }, { who: '二' }, { who: '三' }, { who: '四' }], 'rows-many'],
      [[{ who: '王', tie: 'z' }], 'choice-unknown'],
      [[{ who: '王', age: 'x' }], 'not-a-number'],
      [[{ who: '王', age: -1 }], 'number-range'],
      [[{ who: '王', age: 151 }], 'number-range'],
      [[{ who: '王', more: 1 }], 'row-unknown'],
      [['王'], 'wrong-shape'],
      [{ who: '王' }, 'wrong-shape'],
    ],
    words: '1. 姓名 王芳，年龄 70，关系 甲\n2. 姓名 李军',
    counts: { _n: 1, _sum: 2 },
    cells: ['王芳', 70, 'a', '李军', '', '', '', '', ''],
  },
  calculated: {
    question: {
      id: 'sum',
      type: 'calculated',
      title: '合计',
      decimals: 1,
      shown: true,
      formula: { sum: [{ value: 'slider' }, { value: 'indicator' }], missing: 'zero' },
    },
    right: [[12.5]],
    wrong: [['12', 'wrong-shape']],
    words: '12.5',
    counts: { _n: 1, _sum: 125 },
    cells: [12.5],
  },
  hidden: {
    question: {
      id: 'from',
      type: 'hidden',
      title: '来源',
      param: 'from',
      known: [{ id: 'poster', label: '海报' }],
    },
    right: [['poster'], ['别处']],
    wrong: [
      ['x'.repeat(101), 'text-long'],
      [5, 'wrong-shape'],
    ],
    words: '海报',
    counts: { poster: 1, _n: 1 },
    cells: ['poster'],
  },
  divider: layout({ id: 'divider', type: 'divider', title: '—' }),
  picture: layout({
    id: 'picture',
    type: 'picture',
    title: '效果图',
    image: fileId('a'),
    alt: '加装电梯后的楼',
  }),
  video: layout({ id: 'video', type: 'video', title: '怎么分类', video: fileId('b') }),
} as const satisfies Record<string, TypeSample>;

function layout(question: Question): TypeSample {
  return { question, right: [], wrong: [['x', 'wrong-shape']], words: '', counts: {}, cells: [] };
}
