// Choosing a template: by group and by words, with the keyboard alone, seen first as residents will see it.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from './look.ts';
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
  const open = page.getByRole('button', { name: '预览居民看到的样子：楼栋长推选选票' });
  await open.press('Enter');
  const preview = page.getByRole('dialog', { name: '预览：楼栋长推选选票' });
  await preview
    .locator('iframe')
    .contentFrame()
    .getByRole('heading', { name: '请对每位候选人表态' })
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });
  expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
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
      if ((await tab.textContent())?.startsWith('本地模板'))
        await page.getByText('还没有本地模板。').waitFor();
      else await page.getByText('看看有哪些题').first().click();
      expect(await faultsOf(page), (await tab.textContent()) ?? '').toEqual([]);
    }
  },
  60_000,
);

test('a form is made like an earlier one, and its questions keep their ids', async () => {
  const definition = {
    title: '去年的楼道调查',
    layout: 'steps' as const,
    questions: [{ id: 'lamp', type: 'yes-no' as const, title: '灯亮吗？' }],
  };
  const { form } = await site.publishForm(definition, 'easteditor', 'east');
  const page = await shelf(phone);
  const earlier = page.locator('#earlier');
  await earlier.getByLabel('按标题找表单').fill('没有这一张');
  await earlier.getByText('没有找到“没有这一张”').waitFor();
  await earlier.getByLabel('按标题找表单').fill('楼道');
  expect(await faultsOf(page)).toEqual([]);
  await earlier.getByRole('button', { name: '照着做一份：去年的楼道调查' }).press('Enter');
  await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
  await page.getByRole('heading', { level: 1, name: '去年的楼道调查（副本）' }).waitFor();
  expect(page.url()).not.toContain(form);
  const { draft, unit } = (await site.as('easteditor')('GET', `/api/forms/${page.url().split('/').at(-1)}`))
    .body;
  expect([draft.questions, unit.id]).toEqual([definition.questions, 'east']);

  await page.goto(`${site.origin}/staff`);
  await page.getByRole('searchbox', { name: '按标题找表单' }).fill('副本');
  await page.getByRole('button', { name: '照着做一份：去年的楼道调查（副本）' }).click();
  await page.getByRole('heading', { level: 1, name: '去年的楼道调查（副本）（副本）' }).waitFor();
}, 60_000);

test('a template of the branch stands among the others, is renewed and taken down', async () => {
  const definition = {
    title: '本街道电梯调查',
    layout: 'steps' as const,
    questions: [{ id: 'lift', type: 'yes-no' as const, title: '电梯好用吗？' }],
  };
  const { form } = await site.publishForm(definition, 'easteditor', 'east');
  await site.as('easteditor')('PUT', `/api/forms/${form}/templates/east`, { summary: '问电梯好不好用' });
  await site.as('easteditor')('PUT', `/api/forms/${form}/draft`, {
    rev: 1,
    definition: { ...definition, title: '本街道电梯调查二' },
  });
  await site.as('easteditor')('POST', `/api/forms/${form}/versions`, { rev: 2 });
  const page = await shelf();
  await page.getByLabel('找模板').fill('问电梯好不好用');
  await page.getByRole('heading', { level: 3, name: '本街道电梯调查' }).waitFor();
  await page.getByLabel('找模板').fill('');
  await page.getByRole('tab', { name: '本地模板 1' }).click();
  await page.getByText('east street的模板，第 1 版').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '换成第 2 版：本街道电梯调查' }).click();
  await page.getByRole('heading', { level: 3, name: '本街道电梯调查二' }).waitFor();
  await page.getByRole('button', { name: '撤下：本街道电梯调查二' }).click();
  await page.getByText('还没有本地模板。').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '用这个模板：本街道电梯调查二' }).click();
  await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
  await page.getByRole('heading', { level: 1, name: '本街道电梯调查二' }).waitFor();
}, 60_000);

test('where the branch has more templates than are listed, the page says so, beside what was found too', async () => {
  const page = await shelf();
  await page.route('**/api/templates', async (route) => {
    const reply = await route.fetch();
    await route.fulfill({ json: { ...(await reply.json()), more: true } });
  });
  await page.reload();
  await page.getByRole('tab', { name: /^本地模板/ }).click();
  await page.getByText('这里只有最新的 200 个').waitFor();
  await page.getByLabel('找模板').fill('停车');
  await page.getByText('这里只有最新的 200 个').waitFor();
}, 60_000);
