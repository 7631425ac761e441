// What changed between two versions: every kind of change, by ids and never by places, and in plain words.
import { describe, expect, test } from 'vitest';
import { type Definition, definitionShape } from '../../schema/form/definition.ts';
import { diff } from '../../schema/form/diff.ts';
import { changeSentences } from '../../web/staff/form/change-words.ts';

const plain: Definition = {
  title: '物业调查',
  layout: 'steps',
  questions: [
    { id: 'lift', type: 'yes-no', title: '有电梯吗', required: true },
    {
      id: 'wants',
      type: 'multi',
      title: '想要什么',
      options: [
        { id: 'a', label: '绿化' },
        { id: 'b', label: '车位' },
        { id: 'c', label: '路灯' },
      ],
    },
    { id: 'people', type: 'number', title: '几口人', min: 1, max: 9 },
    { id: 'more', type: 'text', title: '还有呢' },
  ],
};
const edit = (change: (form: Definition) => void): Definition => {
  const form = structuredClone(plain);
  change(form);
  return form;
};
const wants = (form: Definition) => {
  const question = form.questions[1];
  if (question?.type !== 'multi') throw new Error('no options');
  return question;
};

/** The same with 车位 no longer offered. */
const retired = edit((form) => {
  for (const option of wants(form).options) if (option.id === 'b') option.retired = true;
});

const cases: [string, (form: Definition) => void, unknown[], string[]][] = [
  ['nothing', () => {}, [], []],
  [
    'the title of the form',
    (form) => {
      form.title = '物业满意度';
    },
    [{ what: 'text', key: 'title', from: '物业调查', to: '物业满意度' }],
    ['表单的标题从“物业调查”改成了“物业满意度”'],
  ],
  [
    'words at the beginning',
    (form) => {
      form.intro = '两分钟';
    },
    [{ what: 'text', key: 'intro', from: '', to: '两分钟' }],
    ['表单加了开头的话“两分钟”'],
  ],
  [
    'a title of a question',
    (form) => {
      wants(form).title = '最想要什么';
    },
    [{ what: 'text', question: 'wants', key: 'title', from: '想要什么', to: '最想要什么' }],
    ['第 2 题“最想要什么”的题目从“想要什么”改成了“最想要什么”'],
  ],
  [
    'a question more, and one less',
    (form) => {
      form.questions.splice(2, 1, { id: 'star', type: 'rating', title: '打几星' });
    },
    [
      { what: 'added', question: 'star' },
      { what: 'removed', question: 'people' },
    ],
    ['新加了第 3 题“打几星”', '去掉了第 3 题“几口人”'],
  ],
  [
    'one question moved, and not all that it passed',
    (form) => {
      form.questions.unshift(...form.questions.splice(3, 1));
    },
    [{ what: 'moved', question: 'more' }],
    ['第 1 题“还有呢”换了位置'],
  ],
  [
    'a question of another type',
    (form) => {
      form.questions[3] = { id: 'more', type: 'long-text', title: '还有呢' };
    },
    [{ what: 'type', question: 'more', from: 'text', to: 'long-text' }],
    ['第 4 题“还有呢”从填空改成了长文字'],
  ],
  [
    'options: another name, retired, new, gone',
    (form) => {
      wants(form).options = [
        { id: 'c', label: '路灯', retired: true },
        { id: 'a', label: '种树', text: true },
        { id: 'd', label: '长椅' },
      ];
    },
    [
      { what: 'text', question: 'wants', key: 'label', from: '绿化', to: '种树' },
      { what: 'part-retired', question: 'wants', list: 'options', label: '路灯' },
      { what: 'part-set', question: 'wants', list: 'options', label: '种树' },
      { what: 'part-added', question: 'wants', list: 'options', label: '长椅' },
      { what: 'part-removed', question: 'wants', list: 'options', label: '车位' },
    ],
    [
      '第 2 题“想要什么”的文字从“绿化”改成了“种树”',
      '第 2 题“想要什么”停用了选项“路灯”，以前的计数还在',
      '第 2 题“想要什么”改了选项“种树”的设置',
      '第 2 题“想要什么”加了选项“长椅”',
      '第 2 题“想要什么”去掉了选项“车位”',
    ],
  ],
  [
    'options in another order',
    (form) => {
      const [first, ...rest] = wants(form).options;
      wants(form).options = first ? [...rest, first] : [];
    },
    [{ what: 'parts-moved', question: 'wants', list: 'options' }],
    ['第 2 题“想要什么”的选项换了先后'],
  ],
  [
    'an option retired, which goes to the end, and another in its place: the others stay in order',
    (form) => {
      const [first, ...rest] = wants(form).options;
      wants(form).options = first ? [{ id: 'd', label: '长椅' }, ...rest, { ...first, retired: true }] : [];
    },
    [
      { what: 'part-added', question: 'wants', list: 'options', label: '长椅' },
      { what: 'part-retired', question: 'wants', list: 'options', label: '绿化' },
    ],
    ['第 2 题“想要什么”加了选项“长椅”', '第 2 题“想要什么”停用了选项“绿化”，以前的计数还在'],
  ],
  [
    'an option offered again, under another score',
    (form) => {
      wants(form).options = [
        { id: 'a', label: '绿化' },
        { id: 'b', label: '车位', score: 2 },
        { id: 'c', label: '路灯', retired: true },
      ];
    },
    [
      { what: 'part-restored', question: 'wants', list: 'options', label: '车位' },
      { what: 'part-set', question: 'wants', list: 'options', label: '车位' },
      { what: 'part-retired', question: 'wants', list: 'options', label: '路灯' },
    ],
    [
      '第 2 题“想要什么”恢复了选项“车位”',
      '第 2 题“想要什么”改了选项“车位”的设置',
      '第 2 题“想要什么”停用了选项“路灯”，以前的计数还在',
    ],
  ],
  [
    'settings, each once',
    (form) => {
      form.questions[0] = { id: 'lift', type: 'yes-no', title: '有电梯吗' };
      form.questions[2] = { id: 'people', type: 'number', title: '几口人', min: 2, max: 8 };
      const more = form.questions[3];
      if (more) more.showIf = { q: 'lift', op: 'equals', value: 'yes' };
      form.layout = 'pages';
    },
    [
      { what: 'form', key: 'layout' },
      { what: 'set', question: 'lift', key: 'required' },
      { what: 'set', question: 'people', key: 'min' },
      { what: 'set', question: 'people', key: 'max' },
      { what: 'set', question: 'more', key: 'showIf' },
    ],
    [
      '改了翻页方式',
      '第 1 题“有电梯吗”改成选填',
      '第 3 题“几口人”改了范围',
      expect.stringMatching(/^第 4 题“还有呢”改成只在.*第 ?1 ?题.*时显示$/),
    ] as string[],
  ],
];

describe('a change', () => {
  test.each(cases)('%s', (what, change, changes, sentences) => {
    const before = what.includes('again') ? retired : plain;
    const after = edit(change);
    expect(diff(before, after)).toEqual(changes);
    expect(changeSentences(diff(before, after), before, after)).toEqual(sentences);
  });

  test('back again is the same changes turned round', () => {
    const after = edit((form) => {
      form.questions.splice(1, 1);
    });
    expect(diff(after, plain)).toEqual([{ what: 'added', question: 'wants' }]);
  });

  const question = (more: object): Definition => {
    const parsed = definitionShape().parse({
      ...plain,
      questions: [{ id: 'q', title: '问', ...more }],
    });
    return parsed;
  };
  const candidates = [{ id: 'x', label: '王芳' }];
  const labels = ['差', '中', '好'];
  test.each<[string, object, object, string]>([
    [
      'what is said of a candidate',
      { type: 'candidates', mode: 'each', candidates },
      { type: 'candidates', mode: 'each', candidates: [{ ...candidates[0], note: '现任楼栋长' }] },
      '现任楼栋长',
    ],
    ['words of a scale', { type: 'scale', from: 1, to: 3 }, { type: 'scale', from: 1, to: 3, labels }, '中'],
    [
      'words of a table of scales',
      { type: 'matrix-scale', from: 1, to: 3, rows: candidates },
      { type: 'matrix-scale', from: 1, to: 3, rows: candidates, labels },
      '好',
    ],
  ])('%s, added and taken out', (_, less, more, words) => {
    const [one, other] = [question(less), question(more)];
    expect(diff(one, other)).toContainEqual(expect.objectContaining({ what: 'text', from: '', to: words }));
    expect(diff(other, one)).toContainEqual(expect.objectContaining({ what: 'text', from: words, to: '' }));
    expect(changeSentences(diff(one, other), one, other).join()).toContain(words);
  });
});
