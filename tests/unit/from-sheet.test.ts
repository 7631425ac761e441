// A sheet of questions becomes a form; a cell without a place is told by its row and column.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fieldOf, fieldTypes } from '../../schema/fields/registry.ts';
import { type FindingCode, lint } from '../../schema/form/lint.ts';
import { exampleSheet } from '../../web/staff/form/import/example-sheet.ts';
import { fromSheet } from '../../web/staff/form/import/from-sheet.ts';
import { Unreadable } from '../../web/staff/form/import/unreadable.ts';
import { workbook } from '../../web/staff/form/import/workbook.ts';

const heads = ['题号', '题目', '题型', '必填', '选项', '行', '列', '最少', '最多', '单位', '提示'];
type Cells = Partial<Record<(typeof heads)[number], string>>;
const read = (rows: readonly Cells[], options: string[][] = []) =>
  fromSheet(
    [
      { name: '题目', rows: [heads, ...rows.map((row) => heads.map((head) => row[head] ?? ''))] },
      { name: '选项', rows: options },
    ],
    '问卷',
  );
const one = (row: Cells, options?: string[][]) => read([row], options).definition.questions[0];
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe('questions', () => {
  it('are read by their heads in any order, Chinese or English', () => {
    const { definition, unplaced } = fromSheet(
      [
        {
          name: 'Questions',
          rows: [
            ['Type', 'required', 'Question *', 'Options'],
            ['single', 'no', 'Lift?', 'yes\nno'],
          ],
        },
      ],
      'A',
    );
    expect(definition).toEqual({
      title: 'A',
      layout: 'steps',
      questions: [
        {
          id: 'q1',
          type: 'single',
          title: 'Lift?',
          options: [
            { id: 'o1', label: 'yes' },
            { id: 'o2', label: 'no' },
          ],
        },
      ],
    });
    expect(unplaced).toEqual([]);
  });

  it('stand below a title and opening words, if there are any', () => {
    const { definition } = fromSheet(
      [
        {
          name: 'Sheet1',
          rows: [['满意度调查', ''], [], ['请您填写', ''], ['题目', '题型'], ['姓名', '姓名']],
        },
      ],
      '文件名',
    );
    expect(definition).toMatchObject({ title: '满意度调查', intro: '请您填写' });
    expect(definition.questions).toEqual([{ id: 'q1', type: 'name', title: '姓名' }]);
  });

  it('are required when the sheet says so, when starred, or when they are choices of which nothing is said', () => {
    const required = (row: Cells) => one({ 选项: 'a|b', ...row })?.required;
    expect(required({ 题目: '甲' })).toBe(true);
    expect(required({ 题目: '甲', 必填: '否' })).toBe(undefined);
    expect(required({ 题目: '甲（选填）' })).toBe(undefined);
    expect(one({ 题目: '甲', 题型: '填空题' })?.required).toBe(undefined);
    expect(one({ 题目: '* 甲', 题型: '填空题' })).toMatchObject({ title: '甲', required: true });
    expect(one({ 题目: '甲', 题型: '填空题', 必填: '√' })?.required).toBe(true);
  });

  it('take their options from a cell, from several columns, or from a list of the other sheet', () => {
    const labels = (cell: string) => {
      const question = one({ 题目: '甲', 选项: cell });
      return question && 'options' in question ? question.options : [];
    };
    expect(
      labels('A.好；B、一般；其他____').map((option) => ('label' in option ? option.label : '')),
    ).toEqual(['好', '一般', '其他']);
    expect(labels('甲|其他（请写明）|都没有（互斥）')).toEqual([
      { id: 'o1', label: '甲' },
      { id: 'o2', label: '其他', text: true },
      { id: 'o3', label: '都没有', exclusive: true },
    ]);
    const columns = fromSheet(
      [
        {
          name: 'x',
          rows: [
            ['题目', '选项A', '选项B', '选项 3'],
            ['甲', '一', '二', '三'],
          ],
        },
      ],
      'x',
    );
    expect(columns.definition.questions[0]).toMatchObject({
      options: [{ label: '一' }, { label: '二' }, { label: '三' }],
    });
    expect(
      one({ 题目: '甲', 题型: '多选题', 选项: '渠道' }, [
        ['列表名', '选项', '编号', '其他可填', '互斥', '分值'],
        ['渠道', '电话', 'tel', '', '', '2'],
        ['', '别的', '', '是', '否', ''],
        ['', '没有', '', '', '是', ''],
      ]),
    ).toMatchObject({
      options: [
        { id: 'tel', label: '电话', score: 2 },
        { id: 'o1', label: '别的', text: true },
        { id: 'o2', label: '没有', exclusive: true },
      ],
    });
  });

  it('are guessed where no type is said', () => {
    const types = read([
      { 题目: '一、基本情况' },
      { 题目: '几楼', 选项: '低|高' },
      { 题目: '渠道', 选项: '甲|乙', 最多: '1' },
      { 题目: '评价', 行: '卫生|治安', 列: '好|差' },
      { 题目: '住____号楼' },
      { 题目: '建议' },
    ]).definition.questions.map(({ type }) => type);
    expect(types).toEqual(['note', 'single', 'multi', 'matrix-single', 'gap-fill', 'text']);
  });

  it('keep an id of their own, and no two the same', () => {
    const { definition, unplaced } = read([
      { 题号: 'lift', 题目: '甲' },
      { 题号: 'lift', 题目: '乙' },
      { 题号: '3', 题目: '丙' },
      { 题号: '第四', 题目: '丁' },
    ]);
    expect(definition.questions.map(({ id }) => id)).toEqual(['lift', 'q1', 'q2', 'q3']);
    expect(unplaced).toEqual([
      { line: 3, column: '题号', text: 'lift' },
      { line: 5, column: '题号', text: '第四' },
    ]);
  });

  it('of every type can be named by its label, and give a form that can be published', () => {
    // What each type needs besides a title, or why it cannot be had from a sheet.
    const cells: Partial<Record<string, Cells>> = {
      cascade: { 选项: '地方' },
      'gap-fill': { 题目: '共____人' },
      deductions: { 选项: '堆物（2分）|飞线-5分' },
      candidates: { 选项: '王芳|李军', 最多: '1' },
      'matrix-dropdown': { 行: '东|西', 列: '照明', 选项: '好|坏' },
      'matrix-scale': { 行: '东|西', 列: '差|中|好' },
      rows: { 列: '姓名|年龄' },
      consent: { 提示: '只用来联系您。' },
      slider: { 最少: '0', 最多: '10', 单位: '分' },
      date: { 最少: '2026/1/5', 最多: '2026年12月31日' },
      time: { 最少: '8:00', 最多: '20:30' },
    };
    const places = [
      ['列表名', '选项', '上级'],
      ['地方', '金湖', ''],
      ['地方', '滨河', '金湖'],
    ];
    // What only the writer can say: a picture of one's own, what residents consent to.
    const toWrite: readonly FindingCode[] = ['no-questions', 'media-missing', 'sensitive-without-consent'];
    for (const type of fieldTypes) {
      if (type === 'calculated') continue;
      const usual: Cells = /^(image-choice|single|multi|dropdown|vote|rank|allocate)$/.test(type)
        ? { 选项: '甲|乙' }
        : {};
      const table: Cells = /^matrix/.test(type) ? { 行: '东|西', 列: '好|差' } : {};
      const own = cells[type] ?? { ...usual, ...table };
      const { definition, unplaced } = read(
        [{ 题目: '题', 题型: fieldOf({ type }).labels[0] ?? '', ...own }],
        type === 'cascade' ? places : [],
      );
      expect([type, definition.questions[0]?.type, unplaced]).toEqual([type, type, []]);
      const wrong = lint(definition).filter(
        ({ code, severity }) => severity === 'error' && !toWrite.includes(code),
      );
      expect([type, wrong]).toEqual([type, []]);
    }
    expect(one({ 题目: '题', 题型: '日期题', 最少: '2026/1/5' })).toMatchObject({ min: '2026-01-05' });
    expect(one({ 题目: '题', 题型: '扣分题', 选项: '堆物（2分）' })).toMatchObject({
      list: [{ label: '堆物', points: 2 }],
    });
    expect(one({ 题目: '题', 题型: '多级下拉题', 选项: '地方' }, places)).toMatchObject({
      levels: ['第1级', '第2级'],
      nodes: [
        { id: 'o1', label: '金湖' },
        { id: 'o2', label: '滨河', under: 'o1' },
      ],
    });
  });
});

describe('what finds no place', () => {
  it('is told: a type that there is none of, a head that nobody knows, a figure that is none', () => {
    const { definition, unplaced } = fromSheet(
      [
        {
          name: '题目',
          rows: [
            ['题目', '题型', '最多', '备注', '最少'],
            ['甲', '不存在的题型', '', '给李主任看', ''],
            ['乙', '数字题', '很多', '', '1'],
            ['丙', '填空题', '', '', '3'],
          ],
        },
        { name: '草稿', rows: [['', '别忘了'], [], ['问一问', '再定']] },
      ],
      'x',
    );
    expect(definition.questions).toEqual([
      { id: 'q1', type: 'text', title: '甲' },
      { id: 'q2', type: 'number', title: '乙', required: true, min: 1 },
      { id: 'q3', type: 'text', title: '丙' },
    ]);
    expect(unplaced).toEqual([
      { line: 2, column: '题型', text: '不存在的题型' },
      { line: 2, column: '备注', text: '给李主任看' },
      { line: 3, column: '最多', text: '很多' },
      { line: 4, column: '最少', text: '3' },
      { line: 1, column: '草稿', text: '别忘了' },
      { line: 3, column: '草稿', text: '问一问' },
      { line: 3, column: '草稿', text: '再定' },
    ]);
  });

  it('a question that its type cannot be made of is kept as words, with all that it said', () => {
    const { definition, unplaced } = read([
      { 题目: '渠道', 题型: '单选题' },
      { 题目: '合计', 题型: '计算题' },
      { 题目: '甲', 题型: '多选题', 选项: `${'长'.repeat(201)}|乙` },
    ]);
    expect(definition.questions.map(({ type, title }) => [type, title])).toEqual([
      ['text', '渠道'],
      ['note', '合计'],
      ['text', '甲'],
    ]);
    expect(unplaced.map(({ line, column }) => [line, column])).toEqual([
      [2, '题型'],
      [3, '题型'],
      [4, '题型'],
      [4, '选项'],
    ]);
  });

  it('a row without a title, a title that is too long, and an option without a list', () => {
    const long = '长'.repeat(501);
    const { definition, unplaced } = read(
      [{ 选项: '甲|乙' }, { 题目: long }],
      [
        ['列表名', '选项'],
        ['', '孤儿'],
      ],
    );
    expect(definition.questions).toEqual([{ id: 'q1', type: 'text', title: '长'.repeat(500) }]);
    expect(unplaced).toEqual([
      { line: 2, column: '选项', text: '甲|乙' },
      { line: 3, column: '题目', text: long },
      { line: 2, column: '选项', text: '孤儿' },
    ]);
  });
});

describe('what no question takes of the sheet of options', () => {
  const options = [
    ['请照着填', '', ''],
    ['列表名', '选项', '备注'],
    ['渠道', '电话', '白天'],
    ['', '微信', '随时'],
    ['没人用', '甲', ''],
    ['', '乙', ''],
  ];

  it('is told, each cell by its row', () => {
    const { unplaced } = read([{ 题目: '怎么联系', 题型: '单选题', 选项: '渠道' }], options);
    expect(unplaced).toEqual([
      { line: 1, column: '选项', text: '请照着填' },
      { line: 3, column: '备注', text: '白天' },
      { line: 4, column: '备注', text: '随时' },
      { line: 5, column: '选项', text: '甲' },
      { line: 6, column: '选项', text: '乙' },
    ]);
  });

  it('is all of it when it has no head of lists', () => {
    const { unplaced } = read([{ 题目: '建议' }], [['选项'], ['甲']]);
    expect(unplaced.map(({ line, text }) => `${line} ${text}`)).toEqual(['1 选项', '2 甲']);
  });
});

describe('files', () => {
  it('the empty sheet that staff download reads as it stands, with the names of all types', async () => {
    const sheets = await workbook(await bytesOf(await exampleSheet()));
    const { definition, unplaced } = fromSheet(sheets, '示例');
    expect(unplaced).toEqual([]);
    expect(definition.questions).toMatchObject([
      { type: 'multi', max: 2, options: [{}, {}, {}, { label: '其他', text: true }] },
      { type: 'matrix-single', required: true, rows: [{}, {}], columns: [{ label: '满意' }, {}, {}] },
    ]);
    expect(sheets[2]?.rows.slice(1).map(([label]) => label)).toEqual(
      fieldTypes.map((type) => fieldOf({ type }).labels[0]),
    );
  });

  const refusal = (bytes: Uint8Array) =>
    workbook(bytes).then(
      (sheets) => fromSheet(sheets, 'x').definition.title,
      (thrown: unknown) => (thrown instanceof Unreadable ? thrown.code : thrown),
    );
  const book = (sheet: string) =>
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="题目" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
      ),
    });
  const title = '<row r="1"><c r="A1" t="inlineStr"><is><t>题目</t></is></c></row>';

  it('are refused by their content, and when a cell lies where no questionnaire reaches', async () => {
    expect(await refusal(book(title))).toBe('x');
    // Formatted to the last cell of the sheet, as whole columns often are, and empty there.
    expect(await refusal(book(`${title}<row r="1048576"><c r="XFD1048576" s="0"/></row>`))).toBe('x');
    expect(await refusal(book(`${title}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`))).toBe(
      'too-large',
    );
    expect(await refusal(book(`${title}<row r="2"><c r="A2" t="s"><v>9</v></c></row>`))).toBe('damaged');
    expect(await refusal(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe('not-sheets');
    expect(await refusal(strToU8('题目,题型'))).toBe('not-office');
  });

  it('without a head that names titles is refused', () => {
    expect(() => fromSheet([{ name: 'x', rows: [['姓名', '电话']] }], 'x')).toThrow(
      new Unreadable('no-heads'),
    );
  });
});
