// A run from its sheet to the next period, on a desk and on a phone: what it asks, what residents meet, reminders,
// steering, and once more.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { placeDay } from '../../schema/day.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { day, responseId } from '../http/city.ts';
import { faultsOf } from './look.ts';
import { desk, open, openForTests, pageOf, phone, site } from './opened.ts';
import { printedPages } from './printed.ts';

openForTests();

const definition: Definition = {
  title: '2026年四季度物业满意度',
  layout: 'pages',
  questions: [{ id: 'fine', type: 'yes-no', title: '满意吗' }],
  translations: { en: { title: 'Property, Q4 2026', 'q.fine.title': 'Satisfied' } },
};

const answer = (slug: string, unit: string) =>
  site.anyone('PUT', `/api/campaigns/${slug}/responses/${responseId()}`, {
    version: 1,
    unit,
    answers: { fine: 'yes' },
  });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe.each([
  ['a desk', desk],
  ['a phone', phone],
] as const)('on %s', (_, size) => {
  it('a run is opened, watched, reminded of, steered, closed and run again', async () => {
    const { form } = await site.publishForm(definition);
    await site.openCampaign(form, { title: '别的调查', unit: 'east' });
    const page = await pageOf('mayor', size);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });

    await open(page, `/staff/forms/${form}/open`, /开一期/);
    await page.getByText(/× 238 户/).waitFor();
    await page.getByText(/月已有 .*别的调查/).waitFor();
    await page.getByRole('textbox', { name: '主办' }).fill('居委会');
    await page.getByRole('textbox', { name: '咨询电话' }).fill('0714-8700000');
    await page.getByText('更多设置').click();
    await page.getByRole('textbox', { name: /^填完以后说的话/ }).fill('结果下周三贴在楼门口');
    await page.getByRole('checkbox', { name: /^边收边公布结果/ }).check();
    await page.getByRole('checkbox', { name: /^打开就是大字/ }).check();
    await page.getByRole('checkbox', { name: 'English' }).uncheck();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '开始，生成海报' }).click();
    await page.waitForURL(/\/staff\/campaigns\/[a-z0-9]+$/);
    const id = page.url().split('/').at(-1) ?? '';
    const runOf = async () => (await site.as('mayor')('GET', `/api/campaigns/${id}`)).body;
    const run = await runOf();
    expect([run.thanks, run.liveResult, run.care, run.tongues]).toEqual([
      '结果下周三贴在楼门口',
      true,
      true,
      [],
    ]);

    await page.getByText('还一份都没有收到，先把上面的话发到群里。').waitFor();
    // Nothing to see on a board yet, so the poster is at hand; after the first answers the board is.
    const primary = page.locator('.page-head .button.primary');
    expect(await primary.allTextContents()).toEqual(['打印海报']);
    await page.getByRole('link', { name: '看板', exact: true }).waitFor();
    // b1 to b3 are the first community's 100 households; b5 alone answers in the west.
    for (let n = 0; n < 12; n++) expect((await answer(run.slug, n < 11 ? 'b1' : 'b5')).status).toBe(200);
    await page.reload();
    const help = page.getByRole('region', { name: '可能需要帮忙' });
    await help.getByRole('link', { name: 'west street' }).waitFor();
    expect(await primary.allTextContents()).toEqual(['看板']);
    expect(await help.getByRole('link').allTextContents()).toEqual(['west street']);
    await help.getByRole('button', { name: '复制提醒：west street' }).click();
    await help.getByText('已复制').waitFor();
    expect(await copied(page)).toContain(`${run.link}?u=west`);
    await page.getByLabel('什么时候发').selectOption({ label: '最后一天' });
    await help.getByRole('button', { name: '复制提醒：west street' }).click();
    await expect.poll(() => copied(page)).toMatch(/^最后一天：2026年四季度物业满意度\nwest street/);
    expect(await faultsOf(page)).toEqual([]);
    await help.getByRole('link', { name: 'west street' }).click();
    await page.getByRole('heading', { level: 1, name: '各处收了多少' }).waitFor();
    await page.getByRole('rowheader', { name: 'w1 community' }).waitFor();

    // A resident who comes by the reminder lands in the west, in large type.
    const resident = await pageOf(undefined, phone);
    await resident.goto(`${run.link}?u=west`);
    await resident.getByText('w1 community').first().waitFor();
    expect(await resident.locator('html.care').count()).toBe(1);

    await open(page, `/staff/campaigns/${id}`, definition.title);
    await page.getByRole('link', { name: '打印海报' }).click();
    await page.getByRole('button', { name: '打印这 6 张' }).waitFor();
    const sheets = printedPages(await page.pdf({ preferCSSPageSize: true }));
    expect(sheets.map(({ codes }) => codes.length)).toEqual([1, 1, 1, 1, 1, 1]);

    await page.getByRole('link', { name: '回到这一期' }).click();
    await page.getByRole('heading', { level: 1, name: definition.title }).waitFor();
    // By name from wherever one is: what is printed of the run, and where it is steered.
    await page.keyboard.press('Control+k');
    await page.locator('.command input').fill('海报');
    await page
      .getByRole('option', { name: /：打印海报$/ })
      .first()
      .waitFor();
    await page.locator('.command input').fill('延期');
    await page.locator('.command [aria-selected=true]', { hasText: '延期' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('延期');
    await page.getByRole('button', { name: '暂停' }).click();
    await page.getByText('已暂停，居民看到“暂停了”。').waitFor();
    await page.getByRole('button', { name: '继续收' }).click();
    await page.getByText('继续收了').waitFor();
    const { closesAt } = await runOf();
    await page.getByRole('button', { name: '延期' }).click();
    await page.getByLabel('截止日期').focus();
    await page.keyboard.press('Escape');
    await page.getByLabel('截止日期').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('延期');
    await page.keyboard.press('Enter');
    await page.getByLabel('截止日期').fill(placeDay(Date.now() + 20 * day));
    await page.getByRole('button', { name: '改截止时间' }).click();
    await page.getByText('截止时间已改').waitFor();
    expect((await runOf()).closesAt).toBeGreaterThan(closesAt);
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await runOf()).closesAt).toBe(closesAt);
    await page.getByRole('button', { name: '现在截止' }).click();
    await page.getByRole('button', { name: '截止这一期' }).click();
    await page.getByText('已截止', { exact: true }).waitFor();

    await page.getByRole('link', { name: '再办一期' }).click();
    await page.getByRole('heading', { level: 1, name: /^再办一期/ }).waitFor();
    expect(await page.getByLabel('活动名称').inputValue()).toBe('2027年一季度物业满意度');
    await page.getByText('已选 1 个市，6 栋').waitFor();
    await page.getByText('更多设置').click();
    expect(await page.getByRole('checkbox', { name: /^边收边公布结果/ }).isChecked()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '定好，到时自动开始' }).click();
    await page.getByRole('heading', { level: 1, name: '2027年一季度物业满意度' }).waitFor();
    await page.getByRole('link', { name: '2026年四季度物业满意度' }).waitFor();
    const board = page.getByRole('link', { name: '看板', exact: true });
    expect(await board.getAttribute('href')).toContain(`?compare=${id}`);
    const next = (await site.as('mayor')('GET', `/api/campaigns/${page.url().split('/').at(-1)}`)).body;
    expect([next.phase, next.thanks, next.tongues, next.previous.id]).toEqual([
      'coming',
      '结果下周三贴在楼门口',
      [],
      id,
    ]);
  }, 120_000);
});

it('a run of an older version offers the newest, with what has changed, or its own', async () => {
  const { form, rev } = await site.publishForm(definition);
  const run = await site.openCampaign(form);
  const saved = await site.as('mayor')('PUT', `/api/forms/${form}/draft`, {
    rev,
    definition: { ...definition, title: '物业和环境' },
  });
  await site.as('mayor')('POST', `/api/forms/${form}/versions`, { rev: saved.body.rev });
  const page = await pageOf('mayor', phone);
  await open(page, `/staff/campaigns/${run.id}/again`, /再办一期/);
  expect(await page.getByRole('radio', { name: /第 2 版/ }).isChecked()).toBe(true);
  await page.getByText('和第 1 版比，改了什么').click();
  await page.getByText(/物业和环境/).waitFor();
  await page.getByRole('radio', { name: /第 1 版/ }).check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: /^(开始|定好)/ }).click();
  await page.waitForURL((url) => /\/staff\/campaigns\/[a-z0-9]+$/.test(url.pathname));
  const next = (await site.as('mayor')('GET', `/api/campaigns/${page.url().split('/').at(-1)}`)).body;
  expect([next.version, next.previous.id]).toEqual([1, run.id]);
}, 60_000);

it('the code and the posters come right after the facts on a phone', async () => {
  const { form } = await site.publishForm(definition);
  const run = await site.openCampaign(form);
  const page = await pageOf('mayor', phone);
  await open(page, `/staff/campaigns/${run.id}`, definition.title);
  await page.getByRole('heading', { name: '可能需要帮忙' }).waitFor();
  const heads = page.locator('.run-page h2:visible');
  expect((await heads.allTextContents()).slice(0, 3)).toEqual(['这一期', '居民填写的网址', '各处收了多少']);
});

it('one answer is no comfort: it is too early to tell who needs a hand', async () => {
  const { form } = await site.publishForm(definition);
  const run = await site.openCampaign(form);
  expect((await answer(run.slug, 'b1')).status).toBe(200);
  const page = await pageOf('mayor');
  await open(page, `/staff/campaigns/${run.id}`, definition.title);
  const help = page.getByRole('region', { name: '可能需要帮忙' });
  await help.getByText('一共才收到 1 份，还看不出哪里要帮忙。多收几份再看。').waitFor();
  expect(await help.getByText(/差不多/).count()).toBe(0);
});

it('a run takes the name of its version, begins at the press, and never asks nobody', async () => {
  const mayor = site.as('mayor');
  const { form, rev } = await site.publishForm(definition, 'easteditor', 'east');
  await mayor('PUT', `/api/forms/${form}/draft`, { rev, definition: { ...definition, title: '还没发布的' } });
  const estate = { kind: 'estate', name: '铁路新村', code: 'bare', households: 0 };
  expect((await mayor('POST', '/api/units/e1/children', estate)).status).toBe(200);
  const page = await pageOf('easteditor', phone);
  await open(page, `/staff/forms/${form}/open`, `开一期：${definition.title}`);
  await page.getByText('草稿还有没发布的改动，这一期用的是第 1 版。').waitFor();
  expect(await page.getByRole('textbox', { name: '主办' }).inputValue()).toBe('east street');
  await page.getByRole('textbox', { name: '咨询电话' }).fill('0714-8700000');
  expect(await page.getByLabel('开始时间').count()).toBe(0);
  await page.getByRole('checkbox', { name: '现在就开始' }).uncheck();
  expect(await page.getByLabel('开始时间').inputValue()).toMatch(/^\d\d:\d[05]$/);
  await page.getByRole('checkbox', { name: '现在就开始' }).check();

  await page.getByRole('button', { name: '全不选' }).click();
  await page.getByRole('searchbox').fill('铁路新村');
  await page.getByText('小区 · 没有楼栋').waitFor();
  await page.getByRole('checkbox', { name: /^铁路新村/ }).check();
  await page.getByText('选的范围里没有楼栋，没有人能填。请另选辖区。').waitFor();
  await page.getByRole('button', { name: '开始，生成海报' }).click();
  await page.getByRole('link', { name: '选的范围里没有楼栋，没有人能填。请另选辖区。' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('button', { name: '全选', exact: true }).click();
  await page.getByRole('button', { name: '开始，生成海报' }).click();
  await page.waitForURL(/\/staff\/campaigns\/[a-z0-9]+$/);
  await page.getByRole('heading', { level: 1, name: definition.title }).waitFor();
  await page
    .getByText(/正在填/)
    .first()
    .waitFor();
}, 60_000);
