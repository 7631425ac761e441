// A form as a paper questionnaire: every type can be answered by hand or says how else, and a question stays together.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fieldTypes } from '../../schema/fields/registry.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import type { Block } from '../../web/staff/form/export/paper/block.ts';
import { paperItems } from '../../web/staff/form/export/paper/sheet.ts';
import { toWord } from '../../web/staff/form/export/to-word.ts';
import { docxText } from '../../web/staff/form/import/docx-text.ts';
import { everyType } from './every-type.ts';

const form = (questions: Question[], more: Partial<Definition> = {}): Definition => ({
  title: '楼栋问卷',
  layout: 'steps',
  questions,
  ...more,
});
const item = (question: Question, ...others: Question[]) => paperItems(form([question, ...others]))[0];
const bytes = async (definition: Definition, secret = false) =>
  new Uint8Array(await (await toWord(definition, { organiser: '滨河社区', secret })).arrayBuffer());
const parts = async (definition: Definition) => unzipSync(await bytes(definition));

const drawnBlock = (block: Block): string => {
  if (block.kind === 'options')
    return block.options.map(({ label, text }) => `□${label}${text ? '____' : ''}`).join(' ');
  if (block.kind === 'table') return [block.head, ...block.rows].map((row) => row.join('|')).join('\n');
  if (block.kind === 'lines') return `${block.count} 行`;
  if (block.kind === 'squares') return `${block.count} 格`;
  return block.kind === 'rule' ? '—' : block.text;
};
const drawn = (blocks: readonly Block[]): string => blocks.map(drawnBlock).join('\n');

describe('every type', () => {
  it('has something to answer with, or a sentence; only a title is enough where the title asks', () => {
    const bare = paperItems(everyType).flatMap((one, at) =>
      one.blocks.length > 0 ? [] : [everyType.questions[at]?.type],
    );
    expect(bare).toEqual(['note', 'page-break', 'gap-fill']);
    expect(new Set(everyType.questions.map(({ type }) => type)).size).toBe(fieldTypes.length);
  });

  it.each<[Question, string]>([
    [
      {
        id: 'q',
        type: 'single',
        title: 't',
        options: [
          { id: 'a', label: '甲' },
          { id: 'b', label: '别的', text: true },
          { id: 'c', label: '旧', retired: true },
        ],
      },
      '□甲 □别的____',
    ],
    [
      { id: 'q', type: 'scale', title: 't', from: 1, to: 3, labels: ['差', '中', '好'], na: true },
      '差|中|好|不了解\n□|□|□|□',
    ],
    [
      {
        id: 'q',
        type: 'matrix-single',
        title: 't',
        rows: [{ id: 'r', label: '卫生' }],
        columns: [
          { id: 'a', label: '好' },
          { id: 'b', label: '差' },
        ],
      },
      '项目|好|差\n卫生|□|□',
    ],
    [
      {
        id: 'q',
        type: 'candidates',
        title: 't',
        mode: 'each',
        candidates: [{ id: 'w', label: '王芳', note: '教师' }],
      },
      '候选人|赞成|反对|弃权\n王芳（教师）|□|□|□',
    ],
    [
      {
        id: 'q',
        type: 'rank',
        title: 't',
        options: [
          { id: 'a', label: '甲' },
          { id: 'b', label: '乙' },
        ],
      },
      '（　　）甲\n（　　）乙',
    ],
    [
      { id: 'q', type: 'allocate', title: 't', unit: '%', options: [{ id: 'a', label: '甲' }] },
      '甲：________%',
    ],
    [{ id: 'q', type: 'id-number', title: 't' }, '18 格'],
    [{ id: 'q', type: 'long-text', title: 't' }, '4 行'],
    [{ id: 'q', type: 'long-text', title: 't', maxLength: 200 }, '8 行'],
    [{ id: 'q', type: 'date', title: 't' }, '________年____月____日'],
    [{ id: 'q', type: 'photo', title: 't', most: 2 }, '请拍照，最多 2 张，照片另交。'],
    [
      { id: 'q', type: 'consent', title: 't', text: '只用来联系您。', version: 1 },
      '只用来联系您。\n□我已阅读并同意\n签名：________________　________年____月____日',
    ],
    [
      {
        id: 'q',
        type: 'rows',
        title: 't',
        max: 3,
        columns: [
          { id: 'a', label: '姓名', kind: 'text' },
          {
            id: 'b',
            label: '关系',
            kind: 'choice',
            options: [
              { id: 'x', label: '子女' },
              { id: 'y', label: '父母' },
            ],
          },
        ],
      },
      '序号|姓名|关系（子女/父母）\n1||\n2||\n3||',
    ],
  ])('%# is drawn as it is answered', (question, shown) => {
    expect(drawn(item(question)?.blocks ?? [])).toBe(shown);
  });
});

describe('beside a question stands', () => {
  const lift: Question = {
    id: 'lift',
    type: 'yes-no',
    title: '有电梯吗',
    required: true,
    yes: '有',
    no: '没有',
  };
  const text = (id: string, more: Partial<Question> = {}): Question =>
    ({ id, type: 'text', title: id, ...more }) as Question;

  it('how many to choose, and that it may be left out', () => {
    const options = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
    expect(item({ id: 'q', type: 'multi', title: 't', options, max: 2, required: true })?.remarks).toEqual([
      '可多选',
      '最多选 2 项',
    ]);
    expect(item({ id: 'q', type: 'multi', title: 't', options, min: 2, max: 2 })?.remarks).toEqual([
      '选填',
      '可多选',
      '选 2 项',
    ]);
    expect(item({ id: 'q', type: 'number', title: 't', max: 9, required: true })?.remarks).toEqual([
      '最大 9',
    ]);
    expect(item({ id: 'q', type: 'date', title: 't', min: '2026-01-01', required: true })?.remarks).toEqual([
      '2026-01-01 起',
    ]);
    expect(
      item({
        id: 'q',
        type: 'candidates',
        title: 't',
        mode: 'choose',
        seats: 2,
        candidates: [
          { id: 'a', label: 'a' },
          { id: 'b', label: 'b' },
        ],
        required: true,
      })?.remarks,
    ).toEqual(['最多选 2 位，超过的作废']);
  });

  it('who answers it', () => {
    const [, second] = paperItems(
      form([lift, text('q', { showIf: { q: 'lift', op: 'equals', value: 'yes' } })]),
    );
    expect(second?.remarks).toEqual(['选填', '第1题选了“有”的请答']);
  });

  it('where to go on', () => {
    const items = paperItems(
      form(
        [
          { ...lift, jumps: [{ when: { q: 'lift', op: 'equals', value: 'no' }, to: 'p' }, { to: 'end' }] },
          text('a'),
          { id: 'p', type: 'page-break', title: '下一部分' },
          { id: 'n', type: 'note', title: '说明' },
          text('b', { jumps: [{ to: 'out' }] }),
        ],
        { endings: [{ id: 'out', title: '谢谢' }] },
      ),
    );
    expect(items[0]?.goOn).toEqual(['第1题选了“没有”的，请接着答第3题', '答完这题就答完了']);
    expect(items[4]?.goOn).toEqual(['答完这题就答完了']);
  });

  it('which earlier answer its words repeat', () => {
    const [, second] = paperItems(form([lift, text('q', { title: '您说{{lift}}，为什么' })]));
    expect(second?.title).toBe('您说〔第1题的回答〕，为什么');
  });

  it('an option that is there only sometimes, and no right answers of a test', () => {
    const shown = item(
      {
        id: 'q',
        type: 'single',
        title: 't',
        options: [
          { id: 'a', label: '甲', showIf: { q: 'lift', op: 'equals', value: 'yes' } },
          { id: 'b', label: '乙' },
        ],
        quiz: { right: ['a'], points: 5, explain: '因为' },
      },
      lift,
    );
    expect(drawn(shown?.blocks ?? [])).toBe('□甲（第2题选了“有”的可选） □乙');
  });
});

describe('the file', () => {
  it('is A4 in Chinese fonts, with page numbers, and reads as what was asked', async () => {
    const files = await parts(everyType);
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(/<w:pgSz w:w="1190[56]" w:h="1683[78]"/.test(document)).toBe(true);
    expect(document.includes('w:eastAsia="宋体"')).toBe(true);
    expect(document.includes('w:eastAsia="黑体"')).toBe(true);
    expect(document.includes('\t')).toBe(false);
    const footer = Object.entries(files).find(([name]) => /footer\d*\.xml$/.test(name))?.[1];
    expect(strFromU8(footer ?? new Uint8Array())).toMatch(/PAGE[\s\S]*NUMPAGES/);
    const { text, lost } = docxText(await bytes(everyType));
    expect(lost).toEqual([]);
    for (const { number, title } of paperItems(everyType))
      if (number) expect(text).toContain(`${number}. ${title.slice(0, 4)}`);
    expect(text).toContain('主办：滨河社区');
    expect(text).toContain('楼栋：');
  });

  it('of a ballot asks for nothing that says whose it is', async () => {
    const ballot = form([{ id: 'a', type: 'text', title: '另选他人' }]);
    expect(docxText(await bytes(ballot)).text).toMatch(/编号：[\s\S]*填写日期：[\s\S]*房号：/);
    expect(docxText(await bytes(ballot, true)).text).not.toMatch(/编号|填写日期|楼栋：|房号/);
  });

  it('keeps a question on one page: each paragraph with the next, but for the last', async () => {
    const document = strFromU8(
      (
        await parts(
          form([
            {
              id: 'a',
              type: 'single',
              title: '第一题',
              options: ['甲', '乙'].map((label, at) => ({
                id: `o${at}`,
                label: `${label}${'长'.repeat(20)}`,
              })),
            },
            {
              id: 'b',
              type: 'matrix-text',
              title: '第二题',
              rows: [
                { id: 'r', label: '东' },
                { id: 's', label: '西' },
              ],
              columns: [{ id: 'c', label: '内容' }],
            },
          ]),
        )
      )['word/document.xml'] ?? new Uint8Array(),
    );
    const kept = [...document.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => ({
      next: /<w:keepNext\/>/.test(inner),
      words: [...inner.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, words]) => words).join(''),
    }));
    const from = kept.findIndex(({ words }) => words.startsWith('1. '));
    expect(kept.slice(from).map(({ next, words }) => [next, words.slice(0, 6)])).toEqual([
      [true, '1. 第一题'],
      [true, '□ 甲长长长'],
      [false, '□ 乙长长长'],
      [true, '2. 第二题'],
      [true, '项目'],
      [true, '内容'],
      [true, '东'],
      [true, ''],
      [false, '西'],
      [false, ''],
    ]);
  });
});
