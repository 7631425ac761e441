// Staff paste a questionnaire, see what was recognised, mend what was not, and get a form of it; files too.
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
let browser: Browser;
let axe = '';
const opened: BrowserContext[] = [];

beforeAll(async () => {
  axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
  [site, browser] = await Promise.all([openSite(), launch()]);
}, 120_000);
afterAll(async () => {
  for (const context of opened) await context.close();
  await browser?.close();
  await site?.close();
});

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 780 };

const text = `幸福里小区2号楼楼栋长推选意见征集
请每户派一人填写，约2分钟。
1. 您家的房号[填空题]
2. 您愿意参加推选吗？
A. 愿意 B. 不愿意 C. 弃权
3. 您最看重哪些条件（最多选2项）[多选题]
热心公益
有空闲时间
会用手机
4. 对现有服务的评价[矩阵单选题]
很满意 满意 一般 不满意
环境卫生
矛盾调解
5. 总体满意度[量表题]
1~5
6. 其他建议（选填）[简答题][录像题]
`;

async function importPage(size = desk): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN' });
  opened.push(context);
  await site.signIn(context, 'easteditor');
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${site.origin}/staff/new`);
  await page.getByRole('link', { name: '粘贴文字或选文件' }).click();
  await page.getByRole('heading', { level: 1, name: '粘贴文字或导入文件' }).waitFor();
  return page;
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await Reflect.get(window, 'axe').run({ iframes: false });
    return found.violations.flatMap((violation: { id: string; nodes: { html: string }[] }) =>
      violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)}`),
    );
  });
}
const area = (page: Page) => page.getByRole('textbox', { name: '问卷文字' });
const found = (page: Page, n: number) => page.getByRole('heading', { name: `认出 ${n} 题` }).waitFor();
const selected = (page: Page) =>
  area(page).evaluate((field) =>
    field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart, field.selectionEnd)
      : undefined,
  );

describe('a pasted questionnaire', () => {
  it('shows its questions and what has no place, and becomes a form', async () => {
    const page = await importPage();
    await area(page).fill(text);
    await found(page, 6);
    expect(await page.getByRole('combobox', { name: '第 3 题的题型' }).inputValue()).toBe('multi');
    expect(await page.getByRole('combobox', { name: '第 4 题的题型' }).inputValue()).toBe('matrix-single');
    await page.getByRole('heading', { name: '有 1 处没有放进表单' }).waitFor();
    expect(await faults(page)).toEqual([]);

    await page.getByRole('button', { name: '第 16 行 [录像题]' }).click();
    expect(await selected(page)).toBe('6. 其他建议（选填）[简答题][录像题]');
    await page.getByRole('combobox', { name: '第 2 题的题型' }).selectOption('dropdown');
    await area(page).press('End');
    for (let sign = 0; sign < '[录像题]'.length; sign += 1) await page.keyboard.press('Backspace');
    await page.getByText('每一行都放进去了。').waitFor();
    expect(await page.getByRole('combobox', { name: '第 2 题的题型' }).inputValue()).toBe('dropdown');

    await page.getByRole('button', { name: '建成表单（6 题）' }).click();
    await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
    await page.getByRole('heading', { level: 1, name: '幸福里小区2号楼楼栋长推选意见征集' }).waitFor();
    for (const title of [
      '您家的房号',
      '您愿意参加推选吗',
      '您最看重哪些条件',
      '对现有服务的评价',
      '总体满意度',
      '其他建议',
    ])
      await page.locator('.question', { hasText: title }).first().waitFor();
    const { draft } = (await site.as('easteditor')('GET', `/api/forms/${page.url().split('/').at(-1)}`)).body;
    expect(draft.intro).toBe('请每户派一人填写，约2分钟。');
    expect(draft.questions.map(({ type }: { type: string }) => type)).toEqual([
      'text',
      'dropdown',
      'multi',
      'matrix-single',
      'scale',
      'long-text',
    ]);
  }, 60_000);

  it('is read on a phone, by keyboard alone, without scrolling sideways', async () => {
    const page = await importPage(phone);
    await page.getByRole('button', { name: '填入一个例子' }).focus();
    await page.keyboard.press('Enter');
    await found(page, 6);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    expect(await faults(page)).toEqual([]);
    const create = page.getByRole('button', { name: '建成表单（6 题）' });
    await area(page).focus();
    for (let step = 0; step < 10; step += 1) {
      await page.keyboard.press('Tab');
      if (await create.evaluate((button) => button === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
  }, 60_000);

  it('what has no place is copied out', async () => {
    const page = await importPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    await area(page).fill('1. 您的房号[不存在的题型]\n2. 您的姓名\n答案：略');
    await page.getByRole('button', { name: '把没放进去的内容复制出来' }).click();
    await page.getByText('已复制').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('[不存在的题型]\n略');
  }, 60_000);
});

describe('a form', () => {
  it('is saved as a text that can be brought in again', async () => {
    const page = await importPage();
    await area(page).fill(text);
    await page.getByRole('button', { name: '建成表单（6 题）' }).click();
    await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
    await page.getByRole('button', { name: '更多操作' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '存成文字文件' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('幸福里小区2号楼楼栋长推选意见征集.txt');
    const again = await importPage();
    const buffer = await readFile(await download.path());
    await again
      .locator('#import-file')
      .setInputFiles({ name: download.suggestedFilename(), mimeType: 'text/plain', buffer });
    await found(again, 6);
    await again.getByText('每一行都放进去了。').waitFor();
  }, 60_000);
});

describe('a file', () => {
  it('of an old editor (GBK) is read like a pasted text', async () => {
    const page = await importPage();
    // 1. 您的房号 2. 您的性别 男 女, as GBK writes them.
    const bytes = Buffer.from('312e20c4fab5c4b7bfbac50a322e20c4fab5c4d0d4b1f00ac4d00ac5ae0a', 'hex');
    await page
      .locator('#import-file')
      .setInputFiles({ name: '问卷.txt', mimeType: 'text/plain', buffer: bytes });
    await found(page, 2);
    expect(await area(page).inputValue()).toBe('1. 您的房号\n2. 您的性别\n男\n女\n');
  }, 60_000);

  it('that is too old says how to save it', async () => {
    const page = await importPage();
    await page
      .locator('#import-file')
      .setInputFiles({ name: '问卷.doc', mimeType: 'application/msword', buffer: Buffer.from('x') });
    await page.getByText('类型选“Word 文档（.docx）”').waitFor();
    expect(await faults(page)).toEqual([]);
  }, 60_000);
});
