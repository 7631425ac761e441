// Choosing a template: by group and by words, with the keyboard alone, seen first as residents will see it.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFinds, scrollsSideways } from './look.ts';
import { desk, openForTests, pageOf, phone, site } from './opened.ts';

openForTests();

async function shelf(size = desk): Promise<Page> {
  const page = await pageOf('easteditor', size);
  await page.goto(`${site.origin}/staff/new`);
  await page.getByRole('heading', { level: 2, name: '用模板' }).waitFor();
  return page;
}
const titles = (page: Page) => page.locator('.template-card h3').allTextContents();

test('groups are tabs of one keyboard stop; words look through all of them, titles first', async () => {
  const page = await shelf();
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
}, 60_000);

test('a template opens as residents will see it, and becomes a form of its own kind', async () => {
  const page = await shelf(phone);
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
}, 60_000);

test.each([
  ['desk', desk],
  ['phone', phone],
] as const)(
  'on a %s, in every group, nothing is out of place',
  async (_, size) => {
    const page = await shelf(size);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await page.getByText('看看有哪些题').first().click();
      expect([await tab.textContent(), await axeFinds(page), await scrollsSideways(page)]).toEqual([
        await tab.textContent(),
        [],
        false,
      ]);
    }
  },
  60_000,
);
