// The main job through every room: staff publish and open, residents answer with JavaScript and without, and the leader
// sees the number change at building, grid, community, street and city.
import { expect, test } from 'vitest';
import { browser, openForTests, pageOf, phone, site } from './opened.ts';

openForTests();

/** Through the staff's pages: from a template to a campaign over the whole city. Returns its id and slug. */
async function publish(): Promise<{ id: string; slug: string }> {
  const page = await pageOf('mayor');
  await page.goto(`${site.origin}/staff/new`);
  await page.getByRole('tab', { name: '推选评选' }).click();
  await page.getByRole('button', { name: '用这个模板：楼栋长推选意见征集' }).click();
  await page.waitForURL(/\/staff\/forms\//);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('button', { name: '发布第 1 版' }).click();
  await page.getByRole('link', { name: '开一期，让居民填写' }).click();
  await page.getByRole('textbox', { name: '主办' }).fill('滨河社区居委会');
  await page.getByRole('textbox', { name: '咨询电话' }).fill('0714-8700000');
  await page.getByRole('button', { name: '开始，生成海报' }).click();
  await page.waitForURL(/\/staff\/campaigns\/[a-z0-9]+/);
  const id = /campaigns\/([a-z0-9]+)/.exec(page.url())?.[1] ?? '';
  await page.context().close();
  const { slug } = (await site.as('mayor')('GET', `/api/campaigns/${id}`)).body;
  return { id, slug };
}

/** A resident of b1 comes by the code on the door. */
async function answer(javaScript: boolean): Promise<string> {
  const context = await browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    javaScriptEnabled: javaScript,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${site.origin}/b/pageb1`);
  await page.getByRole('link', { name: '填写' }).click();
  await page.getByText('愿意', { exact: true }).click();
  await page.getByText('热心公益', { exact: true }).click();
  await page.getByText('办事公道', { exact: true }).click();
  await page.locator('button[type=submit].primary').click();
  await page.getByRole('heading', { level: 1, name: '看一遍' }).waitFor();
  await page.locator('button.primary').click();
  await page.getByRole('heading', { level: 1, name: /已收到/ }).waitFor();
  const receipt =
    /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await page.locator('body').textContent()) ?? '')?.[0] ?? '';
  await context.close();
  return receipt;
}

test('what two residents of a building sent is seen at building, grid, community, street and city', async () => {
  const { id, slug } = await publish();
  // Six neighbours have answered before, so that no level is hidden for having too few.
  for (let index = 0; index < 6; index++)
    await site.anyone(
      'PUT',
      `/api/campaigns/${slug}/responses/${`neighbour${'abcdef'.charAt(index)}`.padEnd(24, 'x')}`,
      {
        version: 1,
        unit: 'b1',
        answers: { join: 'yes', merits: ['time'] },
      },
    );
  const leader = await pageOf('mayor');
  const levels = ['b1', 'e1g', 'e1', 'east', 'city'];
  const counts = async () => {
    const seen: string[] = [];
    for (const unit of levels) {
      await leader.goto(`${site.origin}/board/${id}/${unit}`);
      const sentence = await leader
        .getByText(/收回 \d+ 份/)
        .first()
        .textContent();
      seen.push(/收回 (\d+) 份/.exec(sentence ?? '')?.[1] ?? '');
    }
    return seen;
  };
  expect(await counts()).toEqual(['6', '6', '6', '6', '6']);
  const receipts = [await answer(true), await answer(false)];
  expect(receipts.every((receipt) => receipt.length === 14)).toBe(true);
  expect(receipts[0]).not.toBe(receipts[1]);
  expect(await counts()).toEqual(['8', '8', '8', '8', '8']);
  await leader.context().close();
}, 120_000);
