// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForms name answers so
// An XLSForm as others write it becomes a form; what our questions and logic cannot say is told by its row.
import { describe, expect, it } from 'vitest';
import { compile } from '../../schema/form/compile.ts';
import { lint } from '../../schema/form/lint.ts';
import { fromXlsform, isXlsform } from '../../web/staff/form/import/from-xlsform.ts';
import { Unreadable } from '../../web/staff/form/import/unreadable.ts';

type Rows = string[][];
const sheets = (survey: Rows, choices: Rows = [], settings: Rows = []) => [
  { name: 'survey', rows: survey },
  { name: 'choices', rows: [['list_name', 'name', 'label'], ...choices] },
  { name: 'settings', rows: settings },
];
const read = (survey: Rows, choices?: Rows, settings?: Rows) =>
  fromXlsform(sheets(survey, choices, settings), '调查');
/** Questions of rows of type, name and label, and what is said of them in one more column. */
const questions = (rows: Rows, choices?: Rows, more: string[] = []) =>
  read([['type', 'name', 'label', ...more], ...rows], choices).definition.questions;
const unplaced = (rows: Rows, choices?: Rows, more: string[] = []) =>
  read([['type', 'name', 'label', ...more], ...rows], choices).unplaced;

const colours = [
  ['colour', 'red', '红'],
  ['colour', 'blue', '蓝'],
];
const marks = [
  ['mark', '1', '差'],
  ['mark', '2', '中'],
  ['mark', '3', '好'],
];

describe('types', () => {
  it('become the questions that ask the same', () => {
    const made = questions(
      [
        ['text', 'a', '一', ''],
        ['text', 'b', '二', 'multiline'],
        ['integer', 'c', '三', ''],
        ['decimal', 'd', '四', ''],
        ['date', 'e', '五', ''],
        ['time', 'f', '六', ''],
        ['note', 'g', '七', ''],
        ['geopoint', 'h', '八', ''],
        ['image', 'i', '九', ''],
        ['image', 'j', '十', 'signature'],
        ['audio', 'k', '十一', ''],
        ['file', 'l', '十二', ''],
        ['hidden', 'm', '十三', ''],
        ['select_one colour', 'n', '十四', ''],
        ['select_one colour', 'o', '十五', 'minimal'],
        ['select_multiple colour', 'p', '十六', ''],
        ['rank colour', 'q', '十七', ''],
        ['select_one mark', 'r', '十八', 'likert'],
        ['phone number', 's', '十九', ''],
      ],
      [...colours, ...marks],
      ['appearance'],
    );
    expect(made.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'a text',
      'b long-text',
      'c number',
      'd number',
      'e date',
      'f time',
      'g note',
      'h location',
      'i photo',
      'j signature',
      'k voice',
      'l file',
      'm hidden',
      'n single',
      'o dropdown',
      'p multi',
      'q rank',
      'r scale',
      's phone',
    ]);
    expect(made[13]).toMatchObject({
      options: [
        { id: 'red', label: '红' },
        { id: 'blue', label: '蓝' },
      ],
    });
    expect(made[17]).toMatchObject({ from: 1, to: 3, labels: ['差', '中', '好'] });
  });

  it('of a range are stars, a slider, or a number with decimals', () => {
    expect(
      questions(
        [
          ['range', 'a', '一', 'rating', 'start=1 end=5 step=1'],
          ['range', 'b', '二', '', 'start=0 end=100 step=5'],
          ['range', 'c', '三', '', 'start=0 end=1 step=0.25'],
          ['range', 'd', '四', '', ''],
        ],
        [],
        ['appearance', 'parameters'],
      ),
    ).toEqual([
      { id: 'a', type: 'rating', title: '一' },
      { id: 'b', type: 'slider', title: '二', min: 0, max: 100, step: 5 },
      { id: 'c', type: 'number', title: '三', min: 0, max: 1, decimals: 2 },
      { id: 'd', type: 'slider', title: '四', min: 0, max: 10 },
    ]);
  });

  it('of choices know yes and no, another answer, and a drawn order', () => {
    const made = questions(
      [
        ['select_one yes_no', 'a', '一', ''],
        ['select_one colour or_other', 'b', '二', ''],
        ['select one from colour', 'c', '三', 'randomize=true'],
      ],
      [...colours, ['yes_no', 'yes', '同意'], ['yes_no', 'no', '不同意']],
      ['parameters'],
    );
    expect(made[0]).toEqual({ id: 'a', type: 'yes-no', title: '一', yes: '同意', no: '不同意' });
    expect(made[1]).toMatchObject({ type: 'single', options: [{}, {}, { id: 'other', text: true }] });
    expect(made[2]).toMatchObject({ type: 'single', shuffle: true });
  });

  it('that a form does not have are kept as lines to write on, and told; what a phone writes down by itself is told', () => {
    const rows = [
      ['barcode', 'a', '条码'],
      ['select_one nowhere', 'b', '没有的列表'],
      ['deviceid', 'deviceid', ''],
    ];
    expect(questions(rows)).toEqual([
      { id: 'a', type: 'text', title: '条码' },
      { id: 'b', type: 'text', title: '没有的列表' },
    ]);
    expect(unplaced(rows)).toEqual([
      { line: 2, column: 'type', text: 'barcode' },
      { line: 3, column: 'type', text: 'select_one nowhere' },
      { line: 4, column: 'type', text: 'deviceid' },
      { line: 4, column: 'name', text: 'deviceid' },
    ]);
  });

  it('give ids that definitions can have, and answers to names that had to change', () => {
    const made = questions(
      [
        ['select_one 楼', 'Your House', '楼', ''],
        ['text', 'your_house', '别的', "${Your House} = ''"],
        ['text', '原因', '为什么', "selected(${Your_House}, '二号')"],
        ['text', 'x', '还有', "${原因} != ''"],
      ],
      [
        ['楼', '一号', '1'],
        ['楼', '二号', '2'],
      ],
      ['relevant'],
    );
    expect(made.map(({ id }) => id)).toEqual(['your_house', 'your_house_2', 'q', 'x']);
    expect(made[3]?.showIf).toEqual({ q: 'q', op: 'answered' });
  });
});

describe('groups', () => {
  it('that are shown together are pages, others headings; conditions reach what stands in them', () => {
    const made = questions(
      [
        ['begin_group', 'p1', '第一页', 'field-list', "${x} = ''"],
        ['text', 'a', '一', '', ''],
        ['begin group', 'part', '家里', '', "${a} != ''"],
        ['text', 'b', '二', '', "${a} = '好'"],
        ['end group', '', '', '', ''],
        ['end_group', 'p1', '', '', ''],
        ['text', 'x', '三', '', ''],
        ['begin_group', 'bare', '', '', "${x} != ''"],
        ['text', 'c', '四', '', ''],
        ['end_group', '', '', '', ''],
      ],
      [],
      ['appearance', 'relevant'],
    );
    const answered = { q: 'a', op: 'answered' };
    expect(made).toEqual([
      { id: 'p1', type: 'page-break', title: '第一页', showIf: { q: 'x', op: 'unanswered' } },
      { id: 'a', type: 'text', title: '一' },
      { id: 'part', type: 'note', title: '家里', showIf: answered },
      {
        id: 'b',
        type: 'text',
        title: '二',
        showIf: { all: [answered, { q: 'a', op: 'equals', value: '好' }] },
      },
      { id: 'page', type: 'page-break', title: '下一页' },
      { id: 'x', type: 'text', title: '三' },
      { id: 'c', type: 'text', title: '四', showIf: { q: 'x', op: 'answered' } },
    ]);
  });

  it('of the same choices are matrices', () => {
    const rows = (verb: string, appearance: string) => [
      ['begin_group', 't', '评价', 'table-list', '', ''],
      [`${verb} mark`, 'clean', '卫生', appearance, 'yes', ''],
      [`${verb} mark`, 'park', '停车', appearance, 'yes', "${clean} = '1'"],
      ['end_group', '', '', '', '', ''],
    ];
    const one = (verb: string, appearance = '') =>
      questions(rows(verb, appearance), marks, ['appearance', 'required', 'relevant'])[0];
    expect(one('select_one')).toEqual({
      id: 't',
      type: 'matrix-single',
      title: '评价',
      required: true,
      rows: [
        { id: 'clean', label: '卫生' },
        { id: 'park', label: '停车', showIf: { q: 't', row: 'clean', op: 'equals', value: '1' } },
      ],
      columns: [
        { id: '1', label: '差' },
        { id: '2', label: '中' },
        { id: '3', label: '好' },
      ],
    });
    expect(one('select_multiple')?.type).toBe('matrix-multi');
    expect(one('select_one', 'likert')).toMatchObject({ type: 'matrix-scale', from: 1, to: 3 });
  });

  it('of the same choices that ask more than that stay questions under a heading', () => {
    const made = questions(
      [
        ['begin_group', 't', '评价', 'table-list', ''],
        ['select_one mark', 'clean', '卫生', '', '看楼道'],
        ['integer', 'many', '几次', '', ''],
        ['end_group', '', '', '', ''],
      ],
      marks,
      ['appearance', 'hint'],
    );
    expect(made.map(({ id, type }) => [id, type])).toEqual([
      ['t', 'note'],
      ['clean', 'single'],
      ['many', 'number'],
    ]);
  });

  it('that repeat are tables that grow; when they are more than that, they are told row by row', () => {
    const simple = [
      ['begin_repeat', 'people', '同住的人', ''],
      ['text', 'who', '姓名', 'yes'],
      ['integer', 'age', '年龄', ''],
      ['select_one colour', 'tie', '关系', ''],
      ['end_repeat', '', '', ''],
    ];
    expect(questions(simple, colours, ['required'])).toMatchObject([
      {
        type: 'rows',
        columns: [
          { id: 'who', label: '姓名', kind: 'text', required: true },
          { id: 'age', kind: 'number' },
          { id: 'tie', kind: 'choice', options: [{ id: 'red' }, { id: 'blue' }] },
        ],
      },
    ]);
    const rich = [
      ['begin_repeat', 'trees', '树'],
      ['text', 'kind', '种类'],
      ['image', 'look', '照片'],
      ['end_repeat', '', ''],
    ];
    expect(questions(rich)).toEqual([{ id: 'trees', type: 'note', title: '树' }]);
    expect(unplaced(rich).map(({ line, text }) => [line, text])).toEqual([
      [3, 'text'],
      [3, 'kind'],
      [3, '种类'],
      [4, 'image'],
      [4, 'look'],
      [4, '照片'],
    ]);
  });

  it('that are never closed close at the end, and an end without a beginning is told', () => {
    expect(
      questions([
        ['begin_group', 'g', '组'],
        ['text', 'a', '一'],
      ]).length,
    ).toBe(2);
    expect(
      unplaced([
        ['end_group', '', ''],
        ['text', 'a', '一'],
      ]),
    ).toEqual([{ line: 2, column: 'type', text: 'end_group' }]);
  });
});

describe('logic', () => {
  const base = [
    ['select_one colour', 'c', '颜色', ''],
    ['select_multiple colour', 'm', '几种', ''],
    ['integer', 'n', '人数', ''],
    ['date', 'd', '日子', ''],
    ['text', 't', '原因', ''],
    ['decimal', 'w', '重', ''],
  ];
  const relevant = (text: string) => {
    const rows = [...base, ['text', 'x', '甲', text]];
    const made = questions(rows, colours, ['relevant']).at(-1);
    return made?.showIf ?? unplaced(rows, colours, ['relevant']);
  };

  it.each<[string, unknown]>([
    ["${c} = 'red'", { q: 'c', op: 'equals', value: 'red' }],
    ["'red' = ${c}", { q: 'c', op: 'equals', value: 'red' }],
    ["${c} != 'red'", { not: { q: 'c', op: 'equals', value: 'red' } }],
    ["selected(${c}, 'red')", { q: 'c', op: 'equals', value: 'red' }],
    ["selected( ${m} , 'red' )", { q: 'm', op: 'contains', value: 'red' }],
    ["${c} = 'red' or ${c} = 'blue'", { q: 'c', op: 'in', value: ['red', 'blue'] }],
    [
      '${n} > 3 and ${n} <= 9',
      {
        all: [
          { q: 'n', op: 'gt', value: 3 },
          { q: 'n', op: 'lte', value: 9 },
        ],
      },
    ],
    ['3 < ${n}', { q: 'n', op: 'gt', value: 3 }],
    ['${n} = -2', { q: 'n', op: 'equals', value: -2 }],
    [
      "not(${n} = 3 or ${t} = '')",
      {
        not: {
          any: [
            { q: 'n', op: 'equals', value: 3 },
            { q: 't', op: 'unanswered' },
          ],
        },
      },
    ],
    ["${t} != ''", { q: 't', op: 'answered' }],
    ['string-length(${t}) > 0', { q: 't', op: 'answered' }],
    ['${t} = ‘好’', { q: 't', op: 'equals', value: '好' }],
    ["${d} >= date('2026-01-05')", { q: 'd', op: 'gte', value: '2026-01-05' }],
    ['${n} = ${w}', { q: 'n', op: 'same', as: 'w' }],
    [
      '${n} + ${w} * 2 >= 10',
      {
        is: 'gte',
        left: { sum: [{ value: 'n' }, { times: [{ value: 'w' }, { number: 2 }] }], missing: 'null' },
        right: { number: 10 },
      },
    ],
    [
      'count-selected(${m}) > 1',
      { is: 'gt', left: { sum: [{ chosen: 'm' }], missing: 'zero' }, right: { number: 1 } },
    ],
    [
      'round(${w} div ${n}, 1) < 2',
      {
        is: 'lt',
        left: { round: { over: [{ value: 'w' }, { value: 'n' }] }, digits: 1 },
        right: { number: 2 },
      },
    ],
    [
      'if(${n} > 2, ${w}, 0) > 5',
      {
        is: 'gt',
        left: { if: { q: 'n', op: 'gt', value: 2 }, yes: { value: 'w' }, no: { number: 0 } },
        right: { number: 5 },
      },
    ],
  ])('reads %s', (text, condition) => {
    expect(relevant(text)).toEqual(condition);
  });

  it.each([
    "${c} = 'green'",
    "${nobody} = 'red'",
    "${m} = 'red'",
    '${n} mod 2 = 0',
    'today() > ${d}',
    'selected(${c}, ${t})',
    "regex(${t}, '^a')",
    'position(..) = 1',
    '${n} >',
    '${n} = 1 and',
    "${t} = 'a",
    '1',
    `${'('.repeat(400)}\${n} = 1${')'.repeat(400)}`,
    `${'not('.repeat(12)}\${n} = 1${')'.repeat(12)}`,
  ])('tells %s by its row, and keeps the question', (text) => {
    expect(relevant(text)).toEqual([{ line: 8, column: 'relevant', text }]);
  });

  const checks = (type: string, constraint: string, message = '') => {
    const rows = [...base.map((row) => [...row, '', '']), [type, 'x', '甲', '', constraint, message]];
    const more = ['relevant', 'constraint', 'constraint_message'];
    const made = questions(rows, colours, more).at(-1);
    const rest = Object.fromEntries(
      Object.entries(made ?? {}).filter(([key]) => !['id', 'type', 'title', 'options'].includes(key)),
    );
    return { ...rest, left: unplaced(rows, colours, more).map(({ text }) => text) };
  };

  it('of a constraint is a setting of the type where there is one', () => {
    expect(checks('integer', '. >= 1 and . < 20')).toEqual({ min: 1, max: 19, left: [] });
    expect(checks('integer', '.>=0 and 120>=.')).toEqual({ max: 120, left: [] });
    expect(checks('decimal', 'round(., 2) = . and . > 1')).toMatchObject({
      decimals: 2,
      rules: [{ check: 'holds' }],
    });
    expect(checks('date', ". <= date('2026-12-31')")).toEqual({ max: '2026-12-31', left: [] });
    expect(checks('text', 'string-length(.) <= 50')).toEqual({ maxLength: 50, left: [] });
    expect(checks('select_multiple colour', 'count-selected(.) >= 1 and count-selected(.) <= 2')).toEqual({
      min: 1,
      max: 2,
      left: [],
    });
  });

  it('of a constraint is a check of the author’s own, with its words', () => {
    expect(checks('integer', '. <= 20', '太多了')).toEqual({
      rules: [{ check: 'range', max: 20, message: '太多了' }],
      left: [],
    });
    expect(checks('text', "regex(., '^[0-9]{6}$')", '六位')).toEqual({
      rules: [{ check: 'pattern', pattern: 'postcode', message: '六位' }],
      left: [],
    });
    expect(checks('integer', '. <= ${n}')).toEqual({
      rules: [{ check: 'compare', order: 'lte', with: 'n' }],
      left: [],
    });
    expect(checks('integer', '. + ${n} = 100')).toEqual({
      rules: [{ check: 'sum', order: 'equals', and: ['n'], value: 100 }],
      left: [],
    });
    expect(checks('text', "${c} = 'red' or . != ''")).toMatchObject({ rules: [{ check: 'holds' }] });
  });

  it('of a constraint that nothing says is told whole, and what could be read of it holds', () => {
    const text = ". >= 1 and regex(., '^[13579]+$')";
    expect(checks('integer', text, '要单数')).toEqual({
      rules: [{ check: 'range', min: 1, message: '要单数' }],
      left: [text],
    });
    expect(checks('integer', '. mod 2 = 1', '要单数')).toEqual({ left: ['. mod 2 = 1', '要单数'] });
  });

  it('of an option that excludes the others, and of what is required sometimes', () => {
    const rows = [
      ['select_multiple colour', 'a', '一', "not(selected(., 'blue') and count-selected(.) > 1)", 'true()'],
      ['text', 'b', '二', '', "selected(${a}, 'red')"],
      ['text', 'c', '三', '', 'now() > 3'],
    ];
    const more = ['constraint', 'required'];
    expect(questions(rows, colours, more)).toMatchObject([
      { required: true, options: [{ id: 'red' }, { id: 'blue', exclusive: true }] },
      { requiredIf: { q: 'a', op: 'contains', value: 'red' } },
      { id: 'c' },
    ]);
    expect(unplaced(rows, colours, more)).toEqual([{ line: 4, column: 'required', text: 'now() > 3' }]);
  });

  it('of calculations are figures; one that cannot be had is left out with those made of it, and told', () => {
    const rows = [
      ['integer', 'a', '', ''],
      ['integer', 'b', '', ''],
      ['calculate', 'sum', '合计', 'round(${a} + ${b}, 1)'],
      ['calculate', 'age', '', 'int((today() - ${a}) div 365.25)'],
      ['calculate', 'next', '', '${age} + 1'],
      ['text', 'x', '甲', ''],
    ];
    const made = questions(rows, [], ['calculation']);
    expect(made.map(({ id }) => id)).toEqual(['a', 'b', 'sum', 'x']);
    expect(made[2]).toEqual({
      id: 'sum',
      type: 'calculated',
      title: '合计',
      decimals: 1,
      formula: { sum: [{ value: 'a' }, { value: 'b' }], missing: 'null' },
    });
    expect(unplaced(rows, [], ['calculation'])).toEqual([
      { line: 5, column: 'type', text: 'calculate' },
      { line: 5, column: 'name', text: 'age' },
      { line: 5, column: 'calculation', text: 'int((today() - ${a}) div 365.25)' },
      { line: 6, column: 'type', text: 'calculate' },
      { line: 6, column: 'name', text: 'next' },
      { line: 6, column: 'calculation', text: '${age} + 1' },
    ]);
  });

  it('of choices that are called what they are worth adds up', () => {
    const made = questions(
      [
        ['select_one mark', 'a', '一', ''],
        ['select_one mark', 'b', '二', ''],
        ['calculate', 'sum', '', '${a} + ${b}'],
      ],
      marks,
      ['calculation'],
    );
    expect(made[0]).toMatchObject({
      type: 'single',
      options: [{ id: '1', score: 1 }, { score: 2 }, { score: 3 }],
    });
    const form = { title: '测', layout: 'steps' as const, questions: made };
    expect(lint(form).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(compile(form).check({ a: '2', b: '3' }).answers).toMatchObject({ sum: 5 });
  });
});

describe('texts', () => {
  it('are in the language of the settings, with the others as translations', () => {
    const { definition, unplaced: left } = read(
      [
        [
          'type',
          'name',
          'label::English (en)',
          'label::中文 (zh)',
          'hint::English (en)',
          'hint::中文 (zh)',
          'label::Swahili (sw)',
        ],
        ['select_one colour', 'c', 'Colour', '颜色', '', '选一个', 'Rangi'],
        ['text', 't', 'Why', '', 'short', '', ''],
      ],
      [],
      [
        ['form_title', 'default_language', 'style', 'form_id', 'public_key'],
        ['颜色调查', '中文 (zh)', 'pages', 'f1', 'MIIB'],
      ],
    );
    expect(definition).toMatchObject({ title: '颜色调查', layout: 'pages' });
    expect(definition.language).toBe(undefined);
    expect(definition.translations).toEqual({ en: { 'q.c.title': 'Colour' } });
    // What has no text in the form's own language says what it has.
    expect(definition.questions[1]).toMatchObject({ title: 'Why', hint: 'short' });
    expect(left).toEqual([
      { line: 2, column: 'type', text: 'select_one colour' },
      { line: 2, column: 'label::Swahili (sw)', text: 'Rangi' },
      { line: 2, column: 'settings: public_key', text: 'MIIB' },
    ]);
  });

  it('of choices and checks are translated too', () => {
    const { definition } = fromXlsform(
      [
        {
          name: 'survey',
          rows: [
            [
              'type',
              'name',
              'label::English',
              'label::Français (fr)',
              'constraint',
              'constraint_message::English',
              'constraint_message::Français (fr)',
            ],
            ['select_one l', 'a', 'Lift', 'Ascenseur', '', '', ''],
            ['integer', 'n', 'How many', 'Combien', '. < 9', 'Too many', 'Trop'],
          ],
        },
        {
          name: 'choices',
          rows: [
            ['list_name', 'name', 'label::English', 'label::Français (fr)'],
            ['l', 'y', 'There is', 'Il y a'],
            ['l', 'n', 'None', 'None'],
          ],
        },
      ],
      'Lift',
    );
    expect(definition.language).toBe('en');
    expect(definition.translations).toEqual({
      fr: {
        'q.a.title': 'Ascenseur',
        'q.a.options.y.label': 'Il y a',
        'q.n.title': 'Combien',
        'q.n.rules.0.message': 'Trop',
      },
    });
  });

  it('repeat earlier answers', () => {
    const made = questions([
      ['text', 'Name', '姓名'],
      ['note', 'hi', '您好，${Name}，${nobody}'],
    ]);
    expect(made[1]?.title).toBe('您好，{{name}}，${nobody}');
  });

  it('that are too long are kept as far as they go, and told', () => {
    const long = '长'.repeat(501);
    expect(questions([['text', 'a', long]])).toEqual([{ id: 'a', type: 'text', title: 'a' }]);
    expect(unplaced([['text', 'a', long]])).toEqual([{ line: 2, column: 'label', text: long }]);
  });
});

it('tells every cell that nobody reads by its row: of all sheets, above their heads, of lists that nobody offers', () => {
  const { unplaced: left } = fromXlsform(
    [
      {
        name: 'survey',
        rows: [
          ['Our survey'],
          ['type', 'name', 'label', 'default', 'choice_filter'],
          ['select_one c', 'a', '一', 'x', 'town=${b}'],
        ],
      },
      {
        name: 'choices',
        rows: [
          ['list_name', 'name', 'label', 'town'],
          ['c', 'x', '甲', 't1'],
          ['c', 'y', '乙', 't2'],
          ['d', 'z', '丙', ''],
          ['', 'w', '丁', ''],
        ],
      },
      { name: 'settings', rows: [['form_title'], ['题'], ['又一题']] },
      { name: 'entities', rows: [['dataset'], ['', 'trees']] },
    ],
    'x',
  );
  expect(left).toEqual([
    { line: 1, column: 'survey', text: 'Our survey' },
    { line: 3, column: 'default', text: 'x' },
    { line: 3, column: 'choice_filter', text: 'town=${b}' },
    { line: 2, column: 'choices: town', text: 't1' },
    { line: 3, column: 'choices: town', text: 't2' },
    { line: 4, column: 'choices: list_name', text: 'd' },
    { line: 4, column: 'choices: name', text: 'z' },
    { line: 4, column: 'choices: label', text: '丙' },
    { line: 5, column: 'choices: name', text: 'w' },
    { line: 5, column: 'choices: label', text: '丁' },
    { line: 3, column: 'settings: form_title', text: '又一题' },
    { line: 1, column: 'entities', text: 'dataset' },
    { line: 2, column: 'entities', text: 'trees' },
  ]);
});

it('knows an XLSForm by its survey', () => {
  expect(isXlsform(sheets([['type', 'name', 'label']]))).toBe(true);
  expect(isXlsform([{ name: '题目', rows: [['题目', '题型']] }])).toBe(false);
  expect(() => fromXlsform([{ name: 'survey', rows: [['x']] }], 'x')).toThrow(new Unreadable('no-survey'));
});

it('tells choices whose lists have no name', () => {
  const { unplaced: left } = fromXlsform(
    [
      {
        name: 'survey',
        rows: [
          ['type', 'name', 'label'],
          ['text', 'a', '一'],
        ],
      },
      {
        name: 'choices',
        rows: [
          ['name', 'label'],
          ['x', '甲'],
        ],
      },
    ],
    'x',
  );
  expect(left.map(({ line, text }) => `${line} ${text}`)).toEqual(['1 name', '1 label', '2 x', '2 甲']);
});
