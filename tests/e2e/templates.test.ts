// Choosing a template: by group and by words, with the keyboard alone, seen first as residents will see it.
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './browser.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function shelf(width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  await site.signIn(context, 'easteditor');
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${site.origin}/staff/new`);
  await page.getByRole('heading', { level: 2, name: '用模板' }).waitFor();
  return page;
}
const titles = (page: Page) => page.locator('.template-card h3').allTextContents();

test('groups are tabs of one keyboard stop; words look through all of them, titles first', async () => {
  const page = await shelf(1280, 800);
  await page.getByRole('tab', { name: '满意度' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.getByRole('tab', { name: '推选评选' }).getAttribute('aria-selected')).toBe('true');
  expect(await titles(page)).toContain('文明楼栋现场评分表');
  await page.getByLabel('找模板').fill('停车');
  await page.getByText(/^找到 \d+ 个模板$/).waitFor();
  const found = await titles(page);
  expect(found[0]).toBe('停车和充电意见征集');
  expect(found).toContain('物业服务满意度调查');
  await page.getByLabel('找模板').fill('电梯 出钱');
  await expect.poll(() => titles(page)).toEqual(['加装电梯意见征询']);
  await page.getByLabel('找模板').fill('火箭');
  await page.getByText('没有找到。换几个词试试，或者从空白开始。').waitFor();
  await page.getByLabel('找模板').fill('');
  expect(await page.getByRole('tab', { name: '推选评选' }).getAttribute('aria-selected')).toBe('true');
  await page.context().close();
}, 60_000);

test('a template opens as residents will see it, and becomes a form of its own kind', async () => {
  const page = await shelf(360, 780);
  await page.getByRole('tab', { name: '推选评选' }).click();
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', { name: /^预览.*楼栋长推选选票$/ }).press('Enter');
  const preview = await opening;
  await preview.getByRole('heading', { name: '请对每位候选人表态' }).waitFor();
  await preview.close();
  expect((await site.as('easteditor')('GET', '/api/forms')).body.forms).toEqual([]);

  await page.getByRole('button', { name: '用这个模板：楼栋长推选选票' }).press('Enter');
  await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
  const { forms } = (await site.as('easteditor')('GET', '/api/forms')).body;
  expect(forms.map(({ kind, title }: { kind: string; title: string }) => [kind, title])).toEqual([
    ['election', '楼栋长推选选票'],
  ]);
  await page.context().close();
}, 60_000);

test.each([
  ['desk', 1280, 800],
  ['phone', 360, 780],
] as const)(
  'on a %s, in every group, nothing is out of place',
  async (_, width, height) => {
    const page = await shelf(width, height);
    await page.evaluate(
      await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'),
    );
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await page.getByText('看看有哪些题').first().click();
      const found = await page.evaluate(async () => {
        const { violations } = await Reflect.get(window, 'axe').run();
        return violations.map(({ id }: { id: string }) => id);
      });
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect([await tab.textContent(), found, scrollWidth > clientWidth]).toEqual([
        await tab.textContent(),
        [],
        false,
      ]);
    }
    await page.context().close();
  },
  60_000,
);
