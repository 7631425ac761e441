// A form given out as a file from the form page, under the pages' own policy: each file opens again and is the form.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { readText } from '../../schema/form/text/read-text.ts';
import { docxText } from '../../web/staff/form/import/docx-text.ts';
import { fromJson } from '../../web/staff/form/import/from-json.ts';
import { fromXlsform } from '../../web/staff/form/import/from-xlsform.ts';
import { workbook } from '../../web/staff/form/import/workbook.ts';
import { openForTests, pageOf, site } from './opened.ts';

openForTests();

const definition: Definition = {
  title: '电梯/停车 调查',
  intro: '请您说说。',
  layout: 'steps',
  questions: [
    {
      id: 'lift',
      type: 'single',
      title: '有电梯吗',
      required: true,
      options: [
        { id: 'has', label: '有' },
        { id: 'none', label: '没有' },
      ],
    },
    {
      id: 'floor',
      type: 'number',
      title: '您住几楼',
      unit: '楼',
      showIf: { q: 'lift', op: 'equals', value: 'none' },
    },
    {
      id: 'services',
      type: 'matrix-single',
      title: '这些服务怎么样',
      rows: [
        { id: 'clean', label: '保洁' },
        { id: 'guard', label: '门岗' },
      ],
      columns: [
        { id: 'good', label: '好' },
        { id: 'bad', label: '不好' },
      ],
    },
  ],
};

async function openForm(kind: 'survey' | 'election' = 'survey'): Promise<Page> {
  const made = await site.as('easteditor')('POST', '/api/units/east/forms', { kind, definition });
  expect(made.status, made.text).toBeLessThan(300);
  const page = await pageOf('easteditor');
  await page.goto(`${site.origin}/staff/forms/${made.body.id}`);
  await page.getByRole('button', { name: '导出' }).waitFor();
  return page;
}

async function exported(page: Page, choice: string): Promise<{ name: string; bytes: Uint8Array }> {
  await page.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: choice }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

it('the paper questionnaire opens again, with its questions, boxes and tables', async () => {
  const { name, bytes } = await exported(await openForm(), 'Word 纸质问卷');
  expect(name).toBe('电梯 停车 调查.docx');
  const { text, lost } = docxText(bytes);
  expect(lost).toEqual([]);
  expect(text).toContain('1. 有电梯吗');
  expect(text).toContain('□ 有\t□ 没有');
  expect(text).toContain('2. 您住几楼（选填；第1题选了“没有”的请答）');
  expect(text).toMatch(/3\. 这些服务怎么样（选填）\[矩阵单选题\]\n好\t不好\n保洁\n门岗/);
  expect(text).toContain('楼栋：');
});

it('a ballot on paper says nothing of whose it is', async () => {
  const { bytes } = await exported(await openForm('election'), 'Word 纸质问卷');
  expect(docxText(bytes).text).not.toMatch(/楼栋：|编号：/);
});

it('the XLSForm opens again as the same form, and says what it has no place for', async () => {
  const page = await openForm();
  const { name, bytes } = await exported(page, 'XLSForm');
  expect(name).toBe('电梯 停车 调查.xlsx');
  await page.getByText('有 1 处这种文件写不了').waitFor();
  const sheets = await workbook(bytes);
  const [lift, floor, services] = definition.questions;
  expect(fromXlsform(sheets, '').definition).toEqual({
    ...definition,
    questions: [lift, { ...floor, unit: undefined }, services],
  });
  expect(sheets.at(-1)).toEqual({
    name: '没有导出',
    rows: [
      ['题号', '题目', '什么', '内容'],
      ['2', '您住几楼', '单位', '楼'],
    ],
  });
});

it('the text reads again as the same questions, and says what it has no place for', async () => {
  const page = await openForm();
  const { name, bytes } = await exported(page, '文字文件');
  expect(name).toBe('电梯 停车 调查.txt');
  await page.getByText('有 1 处文字里写不下：第2题（什么时候出现）').waitFor();
  const { definition: read, unplaced } = readText(new TextDecoder().decode(bytes));
  expect(read.questions.map(({ title }) => title)).toEqual(definition.questions.map(({ title }) => title));
  expect(unplaced.map(({ text }) => text)).toEqual(['第2题“您住几楼”：什么时候出现']);
});

it('the copy comes back whole', async () => {
  const { name, bytes } = await exported(await openForm(), '表单备份');
  expect(name).toBe('电梯 停车 调查.json');
  expect(fromJson(new TextDecoder().decode(bytes))).toEqual({ definition, unplaced: [] });
});
