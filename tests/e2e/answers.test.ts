// Answers in the hands of an organiser, on a desk and on a phone: narrowed, read one after the other, corrected, voided and
// taken out; the filter stands in the address and comes back with every way back.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { responseId } from '../http/city.ts';
import { axeFinds, faultsOf } from './look.ts';
import { desk, openForTests, pageOf, phone, site } from './opened.ts';

const definition: Definition = {
  title: '电梯',
  layout: 'pages',
  questions: [
    { id: 'lift', type: 'yes-no', title: '有电梯吗', required: true },
    { id: 'floor', type: 'number', title: '您住几楼', min: 1, max: 40 },
    { id: 'more', type: 'long-text', title: '还有呢' },
  ],
};

let form = '';
openForTests(async () => {
  ({ form } = await site.publishForm(definition));
});

/** A run with 56 answers; every seventh has a lift, on the floors 10, 3, 36, 29 … from the newest on. */
async function answered(): Promise<string> {
  const run = await site.openCampaign(form);
  for (let n = 0; n < 56; n++) {
    const answers = {
      lift: n % 7 ? 'no' : 'yes',
      floor: 1 + (n % 40),
      ...(n === 30 && { more: '楼道灯坏了' }),
    };
    const reply = await site.anyone(
      'PUT',
      `/api/campaigns/${run.slug}/responses/${responseId()}`,
      { version: 1, unit: n < 40 ? 'b1' : 'b3', answers },
      { 'cf-connecting-ip': `10.9.0.${n}` },
    );
    expect(reply.status, reply.text).toBe(200);
  }
  return run.id;
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const rows = (page: Page) => page.locator('.answer-table tbody tr');
/** Waits until the answer of this floor is read. */
const floor = (page: Page, n: number) =>
  page.locator('.answer-sheet dd').getByText(`${n}`, { exact: true }).waitFor();
const said = (page: Page) => new URL(page.url()).search;

async function openFilter(page: Page): Promise<void> {
  await page.locator('summary', { hasText: '筛选' }).click();
  await page.getByRole('button', { name: '找答卷' }).waitFor();
}

describe.each([
  ['a desk', desk],
  ['a phone', phone],
] as const)('on %s', (_, size) => {
  it('finds answers, reads one after the other, corrects, voids and takes them out without losing the filter', async () => {
    const run = await answered();
    const page = await pageOf('easteditor', size);
    await page.goto(`${site.origin}/staff/campaigns/${run}/answers/east`);
    await heading(page, '答卷');
    await expect.poll(() => rows(page).count()).toBe(50);
    await page.getByText('east street · 有效 56 份').waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await openFilter(page);
    await page.getByLabel('哪一题').selectOption({ label: '有电梯吗' });
    await page.getByLabel('答的是').selectOption({ label: '是' });
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '找答卷' }).click();
    await page.getByText('看完了，这一页找到 8 份').waitFor();
    await expect.poll(() => rows(page).count()).toBe(8);
    expect(said(page)).toBe('?question=lift&is=yes');

    await rows(page).nth(1).getByRole('link').click();
    await floor(page, 3);
    expect(await page.getByRole('navigation', { name: '您在' }).getByRole('link').allTextContents()).toEqual([
      '首页',
      '电梯',
      '筛选出来的答卷',
    ]);
    await expect.poll(() => page.getByRole('button', { name: '下一份' }).isEnabled()).toBe(true);
    await page.keyboard.press('ArrowRight');
    await floor(page, 36);
    await page.getByRole('button', { name: '上一份' }).click();
    await floor(page, 3);
    expect(said(page)).toBe('?question=lift&is=yes');
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole('link', { name: '更正' }).click();
    await page.getByText('更正这份答卷').waitFor();
    // What is typed while the script is on its way has a test of its own.
    await page.waitForLoadState('networkidle');
    await page.getByLabel('更正的原因').fill('本人来电');
    await page.getByLabel('您住几楼').fill('9');
    await page.locator('button.primary').click();
    await page.getByRole('button', { name: '提交更正' }).click();
    await heading(page, /答卷/);
    const acts = page.getByRole('region', { name: '处理记录' });
    await acts.getByText('原因：本人来电 · 改了：您住几楼').waitFor();
    expect(new URL(page.url()).searchParams.get('is')).toBe('yes');
    expect(new URL(page.url()).pathname).toContain('/answers/east/');

    await page.getByRole('button', { name: '作废' }).click();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '作废' }).click();
    await page.getByRole('textbox', { name: '原因' }).fill('重复填写');
    await page.getByRole('button', { name: '作废这份答卷' }).click();
    await page.getByText(/^作废 · .+ · 原因：重复填写$/).waitFor();
    await expect.poll(() => acts.getByText('重复填写').count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole('link', { name: '筛选出来的答卷' }).click();
    await expect.poll(() => rows(page).count()).toBe(8);
    await page.getByText('▲ 作废').waitFor();
    await page.reload();
    await page.locator('summary', { hasText: '“有电梯吗”答“是”' }).waitFor();
    await expect.poll(() => rows(page).count()).toBe(8);
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /CSV/ }).click(),
    ]);
    expect(csv.suggestedFilename()).toMatch(/-part\.csv$/);
    expect((await readFile(await csv.path(), 'utf8')).trim().split('\r\n')).toHaveLength(9);
    const [excel] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /XLSX/ }).click(),
    ]);
    expect(excel.suggestedFilename()).toBe('电梯（部分）.xlsx');

    await page.goto(`${site.origin}/staff/campaigns/${run}/answers/east?words=没有人写过`);
    await page.getByText('没有这样的答卷。').waitFor();
    expect(await page.getByRole('button', { name: /XLSX/ }).count()).toBe(0);
  }, 120_000);
});

it('keeps the reason of a correction that was typed while the script of the page was on its way', async () => {
  const run = await answered();
  const { responses } = (await site.as('mayor')('GET', `/api/campaigns/${run}/units/b1/responses?most=1`))
    .body;
  const page = await pageOf('easteditor');
  let release = () => {};
  const typed = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/a/*.js', async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto(`${site.origin}/correct/${run}/${responses[0].id}`, { waitUntil: 'commit' });
  await page.getByLabel('更正的原因').fill('本人来电');
  release();
  await page.getByRole('button', { name: '听题' }).waitFor();
  expect(await page.getByLabel('更正的原因').inputValue()).toBe('本人来电');
}, 60_000);

it('turns pages, and back to the one that was left for an answer', async () => {
  const run = await answered();
  const page = await pageOf('easteditor');
  await page.goto(`${site.origin}/staff/campaigns/${run}/answers/east`);
  await page.getByRole('link', { name: '下一页' }).click();
  await expect.poll(() => rows(page).count()).toBe(6);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('这一页 6 份');
  const second = said(page);
  expect(second).toMatch(/^\?after=\d+&seen=50$/);
  await rows(page).first().getByRole('link').click();
  await heading(page, /答卷 \d/);
  await page.goBack();
  await expect.poll(() => rows(page).count()).toBe(6);
  expect(said(page)).toBe(second);
  await page.getByRole('link', { name: '上一页' }).click();
  await expect.poll(() => rows(page).count()).toBe(50);
  expect(await page.getByRole('link', { name: '上一页' }).count()).toBe(0);
}, 60_000);

it('shows the newest first, or building by building, and keeps to it from page to page and answer to answer', async () => {
  const run = await answered();
  const page = await pageOf('easteditor');
  const floors = () => rows(page).locator('td:nth-child(7)').allTextContents();
  await page.goto(`${site.origin}/staff/campaigns/${run}/answers/east`);
  await expect.poll(async () => (await floors()).slice(0, 3)).toEqual(['16', '15', '14']);
  await page.getByLabel('排列').selectOption('按楼栋');
  await expect.poll(async () => (await floors()).slice(0, 3)).toEqual(['1', '2', '3']);
  expect(said(page)).toBe('?order=building');
  await rows(page).first().getByRole('link').click();
  await expect.poll(() => page.getByRole('button', { name: '下一份' }).isEnabled()).toBe(true);
  await page.getByRole('button', { name: '下一份' }).click();
  await floor(page, 2);
  await page.getByRole('link', { name: '全部答卷' }).click();
  await page.getByRole('link', { name: '下一页' }).click();
  await expect.poll(floors).toEqual(['11', '12', '13', '14', '15', '16']);
  expect(said(page)).toContain('order=building');
  await page.getByLabel('排列').selectOption('最新的在前');
  await expect.poll(async () => (await floors())[0]).toBe('16');
  expect(said(page)).toBe('');
}, 60_000);

it('looks on by itself until it found what there is, says how far it is, and stops when it is told to', async () => {
  const run = await answered();
  await site.db
    .prepare(
      `INSERT INTO response (campaign, id, version, unit, path, chain, grp, state, attempt, digest, receipt, answers, delta, day, at)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)
       SELECT r.campaign, ?1 || i, 1, r.unit, r.path, r.chain, r.grp, r.state, '', '', ?1 || i, '{}', '{}', r.day, r.at
       FROM n JOIN (SELECT * FROM response WHERE campaign = ?1 AND unit = 'b1' LIMIT 1) r`,
    )
    .bind(run)
    .run();
  const page = await pageOf('easteditor');
  // Held back, so that there is time to look.
  let held: (() => void) | undefined;
  let requests = 0;
  await page.route(/\/responses\?.*words=/, async (route) => {
    if (++requests === 2) await new Promise<void>((resolve) => (held = resolve));
    await route.continue().catch(() => undefined);
  });
  const words = encodeURIComponent('楼道灯');
  await page.goto(`${site.origin}/staff/campaigns/${run}/answers/east?words=${words}&order=building`);
  await page.getByText('已看 5,000 / 约 56 份，这一页找到 1 份').waitFor();
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole('button', { name: '先停下' }).click();
  await page.getByText('看到第 5,000 份（约 56 份），这一页找到 1 份').waitFor();
  held?.();
  await page.getByRole('button', { name: '接着找' }).click();
  await page.getByText('看完了，这一页找到 1 份').waitFor();
  // Where the words stand is shown, whatever the columns are.
  await page.getByRole('cell', { name: '还有呢 · 楼道灯坏了' }).waitFor();
  expect(requests).toBe(4);
}, 60_000);

it('is narrowed to an area that is found by its name', async () => {
  const run = await answered();
  const page = await pageOf('easteditor', phone);
  await page.goto(`${site.origin}/staff/campaigns/${run}/answers/east?state=accepted`);
  await openFilter(page);
  await page.locator('summary', { hasText: '辖区' }).click();
  await page.getByRole('searchbox', { name: '按名称或编码找' }).fill('e1h');
  await page.getByRole('button', { name: /e1h grid/ }).click();
  await page.getByRole('button', { name: '找答卷' }).click();
  await page.getByText('e1h grid · 有效 16 份').waitFor();
  await expect.poll(() => rows(page).count()).toBe(16);
  expect(new URL(page.url()).pathname + said(page)).toBe(
    `/staff/campaigns/${run}/answers/e1h?state=accepted`,
  );
}, 60_000);

it('keeps the chosen columns on this device, and says what cannot be shown', async () => {
  const run = await answered();
  const page = await pageOf('easteditor');
  const list = `${site.origin}/staff/campaigns/${run}/answers`;
  await page.goto(`${list}/east`);
  await page.getByRole('columnheader', { name: '还有呢' }).waitFor();
  await page.locator('summary', { hasText: '显示哪些题' }).click();
  await page.getByRole('checkbox', { name: '还有呢' }).uncheck();
  await expect.poll(() => page.getByRole('columnheader', { name: '还有呢' }).count()).toBe(0);
  await page.reload();
  await page.getByRole('columnheader', { name: '您住几楼' }).waitFor();
  expect(await page.getByRole('columnheader', { name: '还有呢' }).count()).toBe(0);

  await page.goto(`${list}/east?question=nothing`);
  await page.getByText('有的内容不符合要求').waitFor();
  await page.getByRole('link', { name: '看全部答卷' }).click();
  await expect.poll(() => rows(page).count()).toBe(50);
  await page.goto(`${list}/east?words=${encodeURIComponent('没有人写过')}`);
  await page.getByText('没有这样的答卷。').waitFor();
  await page.goto(`${list}/west`);
  await page.getByText('没有找到，可能已经移走').waitFor();
}, 60_000);
