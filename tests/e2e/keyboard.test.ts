// A form from a blank sheet to its poster without a pointer: twenty questions, logic among them, published, run, printed.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openForTests, pageOf, site } from './opened.ts';

openForTests();

/** Tab goes on until this has the focus; far more than any page has stops. */
async function tabTo(page: Page, isThere: () => Promise<boolean>, key = 'Tab'): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error('the Tab key does not get there');
}
const focused = (page: Page, selector: string) => () =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** An act of the page by its name, through the command palette. */
async function act(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('.command input').waitFor();
  await page.keyboard.type(name);
  await page.locator('.command [role=option][aria-selected=true]', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
}

/** A question of this type behind the chosen one, by the key for more types. */
async function add(page: Page, type: string, title: string, options: readonly string[] = []): Promise<void> {
  const before = await page.getByRole('treeitem').count();
  await page.keyboard.press('Control+/');
  await page.locator('#find-type').waitFor();
  await page.keyboard.type(type);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('treeitem').count()).toBe(before + 1);
  await expect.poll(focused(page, '.question.chosen textarea')).toBe(true);
  await page.keyboard.type(title);
  if (options.length === 0) return;
  await page.keyboard.press('Enter');
  for (const [index, option] of options.entries()) {
    await expect.poll(focused(page, '.line-item input')).toBe(true);
    await page.keyboard.type(option);
    const more = index + 1 < options.length;
    // Two blank options stand there already: the arrow of the Tab order reaches the second, Enter makes the others.
    if (more && index === 0) await tabTo(page, focused(page, '.line-item:nth-of-type(2) input'));
    else if (more) await page.keyboard.press('Enter');
  }
}

it('blank → 20 questions with logic → published → run → poster, by keyboard alone', async () => {
  const page = await pageOf('mayor');
  await page.goto(`${site.origin}/staff/`);
  await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
  await act(page, '新建表单');
  await page.getByRole('heading', { level: 1, name: '新建' }).waitFor();
  await act(page, '空白');
  await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
  const form = page.url().split('/').at(-1) ?? '';
  await page.getByRole('textbox', { name: '表单标题' }).waitFor();
  await tabTo(page, focused(page, '#form-title'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('楼道安全大家查');
  await add(page, '单选', '楼道里有杂物吗', ['有', '没有', '不清楚']);
  for (let n = 2; n <= 20; n += 1) {
    if (n % 5 === 0) await add(page, '填空', `第${n}处要说明什么`);
    else await add(page, '是否', `第${n}处安全吗`);
  }
  // 什么时候出现: the last question shows by the first.
  await tabTo(page, focused(page, '.question.chosen button.outlined'));
  await page.keyboard.press('Enter');
  await act(page, '打开逻辑');
  await tabTo(page, focused(page, '[role=tabpanel] input[type=radio]'));
  await page.keyboard.press('ArrowDown');
  await page
    .getByText(/题.*时出现$/)
    .first()
    .waitFor();
  await page.getByText(/^已保存/).waitFor();
  const { draft } = (await site.as('mayor')('GET', `/api/forms/${form}`)).body;
  expect(draft.questions.length).toBe(20);
  expect(draft.questions[0].options.map(({ label }: { label: string }) => label)).toEqual([
    '有',
    '没有',
    '不清楚',
  ]);
  expect(draft.questions[19].showIf).toBeDefined();

  await act(page, '发布');
  await page.getByRole('button', { name: '发布第 1 版' }).waitFor();
  await act(page, '发布第 1 版');
  await page.getByText('第 1 版已发布').waitFor();
  await act(page, '开一期，让居民填写');
  await page.getByRole('heading', { level: 1, name: /开一期/ }).waitFor();
  await page.getByText(/已选 1 个市/).waitFor();
  await tabTo(page, focused(page, 'input:not([type=radio],[type=checkbox])'));
  const field = page.getByRole('textbox', { name: '主办' });
  await tabTo(page, () => field.evaluate((one) => one === document.activeElement));
  await page.keyboard.type('城区居委会');
  const phone = page.getByRole('textbox', { name: '咨询电话' });
  await tabTo(page, () => phone.evaluate((one) => one === document.activeElement));
  await page.keyboard.type('0714-8700000');
  await act(page, '开始，生成海报');
  await page.waitForURL(/\/staff\/campaigns\/[a-z0-9]+/);
  await page.getByRole('heading', { level: 1, name: '楼道安全大家查' }).waitFor();
  await page.getByRole('link', { name: '打印海报' }).waitFor();
  await act(page, '打印海报');
  await page.waitForURL(/\/print\/posters/);
  await page.getByText(/张纸/).first().waitFor();
  await page.waitForLoadState('networkidle');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // One sheet a building of the small city.
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(4);
}, 180_000);

it('the focus stays near what is written: more types and back, options pasted, and all taken back', async () => {
  const definition = {
    title: '楼道',
    layout: 'steps',
    questions: ['灯亮吗', '门锁吗'].map((title, at) => ({
      id: `q${at}`,
      type: 'single',
      title,
      options: [
        { id: 'yes', label: '是' },
        { id: 'no', label: '否' },
      ],
    })),
  };
  const made = await site.as('mayor')('POST', '/api/units/city/forms', { kind: 'survey', definition });
  const page = await pageOf('mayor');
  await page.goto(`${site.origin}/staff/forms/${made.body.id}`);
  const value = () => page.evaluate(() => Reflect.get(document.activeElement ?? {}, 'value'));
  await page.locator('#q-q1').click();
  await expect.poll(value).toBe('门锁吗');
  await page.keyboard.press('Control+/');
  await expect.poll(focused(page, '#find-type')).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(value).toBe('门锁吗');
  // Without Ctrl where nothing is typed; back to where one came from there too.
  await page.locator('#q-q1').getByRole('button', { name: '上移：第 2 题' }).focus();
  await page.keyboard.press('/');
  await expect.poll(focused(page, '#find-type')).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(focused(page, 'button[aria-label="上移：第 2 题"]')).toBe(true);
  const last = page.locator('#q-q1 .line-item input').last();
  await last.focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '不知道\n没有门\n别的');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  });
  await expect.poll(value).toBe('别的');
  await page.keyboard.press('Control+z');
  await expect.poll(value).toBe('否');
  await page.keyboard.press('Control+/');
  await expect.poll(focused(page, '#find-type')).toBe(true);
  await page.keyboard.type('填空');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('treeitem').count()).toBe(3);
  await expect.poll(focused(page, '.question.chosen textarea')).toBe(true);
  await page.keyboard.press('Control+z');
  await expect.poll(focused(page, '#q-q1')).toBe(true);
}, 60_000);
