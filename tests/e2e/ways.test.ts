// The ways through the product to what is not a form: elections, votes of owners, rolls, letters and the desk, from the home
// page, the menu, the page of what is new and the command palette.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { plantOwnerVote } from '../http/planted-owner-vote.ts';
import { openBox, type Planted, plantSealed } from '../http/sealed-election.ts';
import { faultsOf } from './look.ts';
import { open, openForTests, pageOf, phone, site } from './opened.ts';

let planted: Planted;
let vote: string;
openForTests(async () => {
  planted = await plantSealed(site, { doors: 3 });
  await openBox(planted);
  vote = (await plantOwnerVote(site, 'open', { unit: 'e1' })).vote;
});

const here = (page: Page) => new URL(page.url()).pathname;

describe('the home page', () => {
  it('lists what is running of every kind, and counts it', async () => {
    const page = await pageOf('mayor', phone);
    await open(page, '/staff/', '首页');
    await page.getByRole('heading', { name: '现在有 2 项在办' }).waitFor();
    const main = page.locator('main');
    expect(await main.locator(`a[href="/staff/elections/${planted.election}"]`).count()).toBe(1);
    expect(await main.locator(`a[href="/staff/owner-votes/${vote}"]`).count()).toBe(1);
    // To the desk one comes from the building's own page.
    expect(await main.locator('a[href$="/desk"]').count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('leads a helper to each desk', async () => {
    const page = await pageOf('easthelper', phone);
    await open(page, '/staff/', '首页');
    const desk = page.locator('main a[href$="/desk"]');
    await desk.waitFor();
    expect(await page.getByText('现在没有在办的活动').count()).toBe(0);
    await desk.click();
    await page.getByRole('heading', { level: 1, name: /在现场发票 · b1/ }).waitFor();
    expect(here(page)).toBe(`/staff/contests/${planted.contest}/desk`);
    await page.context().close();
  });
});

it('all rooms of an admin stand in one line of a phone', async () => {
  const page = await pageOf('mayor', phone);
  await open(page, '/staff/owner-votes', '业主表决');
  const rooms = page.locator('.frame-menu a');
  expect(await rooms.allTextContents()).toEqual([
    '首页',
    '辖区',
    '名册',
    '记分卡',
    '评选',
    '业主表决',
    '人员',
    '记录',
    '设置',
  ]);
  const tops = await rooms.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  // The line is longer than the window: the room that one is in is in sight, and every other one can be brought there.
  await open(page, '/staff/settings', '设置');
  const last = await rooms.last().boundingBox();
  expect((last?.x ?? phone.width) + (last?.width ?? 0)).toBeLessThanOrEqual(phone.width);
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});

it('all kinds of work are within sight where something new begins, and a questionnaire is not taken for a vote', async () => {
  const page = await pageOf('easteditor', phone);
  await open(page, '/staff/new', '新建');
  for (const name of ['表单', '评选', '推选', '业主表决']) {
    const box = await page.getByRole('heading', { level: 2, name, exact: true }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThan(phone.height);
  }
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('tab', { name: '议事表决' }).click();
  const card = page.getByRole('listitem').filter({ hasText: '业主大会表决票' });
  await card.getByText('不是业主表决').waitFor();
  await card.getByRole('link', { name: '办业主表决' }).click();
  await page.getByRole('heading', { level: 1, name: '业主表决' }).waitFor();
  await page.context().close();
});

const found: [words: string, name: string | RegExp, address: () => string][] = [
  ['推选', '推选楼栋长（e1 community）：推选', () => `/staff/elections/${planted.election}`],
  ['各栋结果', '推选楼栋长（e1 community）：各栋结果', () => `/staff/elections/${planted.election}/results`],
  ['发票', '推选楼栋长（滨河社区 b1 building）：在现场发票', () => `/staff/contests/${planted.contest}/desk`],
  [
    '计票',
    '推选楼栋长（滨河社区 b1 building）：计票',
    () => `/staff/elections/${planted.election}/contests/${planted.contest}/count`,
  ],
  ['业主表决', '业主表决', () => '/staff/owner-votes'],
  ['办业主', '办业主表决', () => '/staff/owner-votes'],
  ['：业主表决', /：业主表决$/, () => `/staff/owner-votes/${vote}`],
  ['名册', '名册', () => '/staff/rolls'],
  ['户名册', '户名册（e1 community，第 1 版）：名册', () => `/staff/rolls/${planted.roll}`],
  ['投票信', '户名册（e1 community，第 1 版）：打印投票信', () => '/print/letters'],
];
it.each(found)('the command palette finds %s', async (words, name, address) => {
  const page = await pageOf('easteditor');
  await open(page, '/staff/', '首页');
  await page.keyboard.press('Control+k');
  await page.locator('.command input').fill(words);
  await page.locator('.command').getByRole('option', { name, exact: true }).first().click();
  await expect.poll(() => here(page)).toBe(address());
  await page.context().close();
});

it('the command palette offers a helper the desk, and no count', async () => {
  const page = await pageOf('easthelper');
  await open(page, '/staff/', '首页');
  await page.keyboard.press('Control+k');
  await page.locator('.command input').fill('推选');
  await page
    .locator('.command')
    .getByRole('option', { name: /在现场发票/ })
    .waitFor();
  expect(await page.locator('.command').getByRole('option', { name: /计票/ }).count()).toBe(0);
  await page.context().close();
});
