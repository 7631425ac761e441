// What stands behind a board: its places and areas, trend, comparison and weights, figures as pictures and sheets.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { workbook } from '../../web/staff/form/import/workbook.ts';
import { axeFinds, faultsOf } from './look.ts';
import { desk, pageOf, phone } from './opened.ts';
import { board, openBoard, openTwoRuns } from './two-runs.ts';

openTwoRuns();

const unfold = (page: Page, words: string) =>
  page.locator('summary').filter({ hasText: words }).first().click();
const fold = (page: Page, words: string) =>
  page.locator('details', { has: page.locator('summary').filter({ hasText: words }) }).first();

describe('a card', () => {
  it('stands beside the run before it without being asked, and alone when that is chosen', async () => {
    const page = await pageOf('mayor');
    await openBoard(page, board('city'));
    expect(await page.textContent('.headline')).toMatch(/；比上半年低 [\d.]+ 分（大约低 [\d.]+–[\d.]+）。$/);
    expect(await page.locator('th', { hasText: '比上期' }).count()).toBe(1);
    await page.getByLabel('和哪一期比').selectOption({ label: '不比' });
    await page.waitForURL(/compare=none/);
    await expect.poll(() => page.textContent('.headline')).toMatch(/每百户 [\d.]+ 份。$/);
  });

  it('names one place each by score only where the ranges tell them apart', async () => {
    const page = await pageOf('mayor');
    await openBoard(page, board('city'));
    await page.getByLabel('顺序', { exact: true }).selectOption({ label: '按得分' });
    const places = page.locator('.table').first().locator('td[data-label="名次"]');
    await places.first().waitFor();
    expect(await places.allTextContents()).toEqual(['第 1 名', '第 2 名']);
    await openBoard(page, board('w1g'));
    await page.getByLabel('顺序', { exact: true }).selectOption({ label: '按得分' });
    await places.first().waitFor();
    expect(await places.allTextContents()).toEqual(['第 1–2 名，分不出先后', '第 1–2 名，分不出先后']);
  });

  it('opens the card of any area that is found by its name', async () => {
    const page = await pageOf('mayor');
    await openBoard(page, board('city'));
    await page.getByRole('button', { name: '找辖区' }).click();
    await page.getByRole('searchbox').fill('b5');
    await page.getByRole('button', { name: /^b5/ }).click();
    await page.waitForURL(board('b5'));
    await page.waitForSelector('text=收回 30 份');
  });
});

describe('notes on the figures of a run', () => {
  it('are written where the figure is, stand on paper and with the area above, and come back when taken away', async () => {
    const page = await pageOf('mayor');
    const write = async (within: ReturnType<Page['locator']>, words: string) => {
      await within.locator('summary', { hasText: '加批注' }).first().click();
      await within.getByLabel('写一条批注').first().fill(words);
      await within.getByRole('button', { name: '存批注' }).first().click();
      await within.locator('.comments', { hasText: words }).first().waitFor();
    };
    await openBoard(page, board('east'));
    await write(page.locator('.board-noted').first(), '两个小区在换物业');
    await write(page.locator('.question', { hasText: '总体满意吗' }), '电梯大修，停了两周');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '打印' }).click();
    await page.locator('.report-sheet').first().waitFor();
    const paper = (await page.locator('.report-sheet').allTextContents()).join('');
    expect(paper).toMatch(/批注：两个小区在换物业（mayor，\d{4}年/);
    expect(paper).toContain('批注：电梯大修，停了两周（');

    await openBoard(page, board('city'));
    await page.locator('.comments', { hasText: 'east street：两个小区在换物业' }).waitFor();
    expect(await page.textContent('main')).not.toContain('电梯大修');

    await openBoard(page, board('east'));
    const headline = page.locator('.board-noted').first();
    await headline.getByRole('button', { name: '收起' }).click();
    await expect.poll(() => headline.locator('.comments').count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await headline.locator('.comments', { hasText: '两个小区在换物业' }).waitFor();
  });
});

describe('what unfolds', () => {
  it('shows the trend with a point for each run and no line, for each question too', async () => {
    const page = await pageOf('mayor');
    await openBoard(page, board('city'));
    await unfold(page, '走势');
    const trend = fold(page, '走势');
    await trend.locator('svg circle').first().waitFor();
    expect(await trend.locator('svg circle').count()).toBe(2);
    expect(await trend.locator('svg path, svg polyline, svg line').count()).toBe(0);
    expect(await trend.textContent()).toMatch(/这一期 [\d.]+ 分（大约 [\d.]+–[\d.]+）；比上半年低 [\d.]+ 分/);
    await page.getByLabel('看哪一项').selectOption({ label: '停车' });
    await expect.poll(() => trend.locator('svg').getAttribute('aria-label')).toContain('比上半年低');
  });

  it('puts two periods and any two areas beside each other', async () => {
    const page = await pageOf('mayor');
    await openBoard(page, board('city'));
    await unfold(page, '对比');
    const both = fold(page, '对比');
    await page.getByLabel('哪一期', { exact: true }).selectOption({ label: '上半年' });
    await both
      .getByText(/^下半年 [\d.]+ 分，上半年 [\d.]+ 分：低 [\d.]+ 分（大约 [\d.]+–[\d.]+）。$/)
      .waitFor();
    await page.getByLabel('和什么比').selectOption({ label: '另一个辖区' });
    await both.getByRole('searchbox').fill('b5');
    await both.getByRole('button', { name: /^b5/ }).click();
    await both.getByText(/^city city [\d.]+ 分，b5 building [\d.]+ 分：低 [\d.]+ 分/).waitFor();
    await both.getByText('一边是另一边的一部分').waitFor();
    await both.getByRole('searchbox').fill('b4');
    await both.getByRole('button', { name: /^b4/ }).click();
    await both.getByText('人数太少，为保护隐私不显示').waitFor();
    expect(await axeFinds(page)).toEqual([]);
  });

  it('reckons what adds most and what weights change, by keyboard', async () => {
    const page = await pageOf('mayor');
    await openBoard(page, board('city'));
    for (const words of ['这些数怎么算的', '哪一项最能抬高满意度', '按户数加权']) {
      const summary = page.locator('summary').filter({ hasText: words }).first();
      await summary.waitFor();
      await summary.focus();
      await page.keyboard.press('Enter');
    }
    await page.getByText(/离 100 分最远：它到 100 分，满意度多 [\d.]+ 分。/).waitFor();
    await page
      .getByText(
        /^满意度（只合 \d 项，共 9 项）：没有加权 [\d.]+ 分（[\d.]+–[\d.]+），按户数加权 [\d.]+ 分（[\d.]+–[\d.]+），用到的下级占 100% 的户。$/,
      )
      .waitFor();
    expect(await page.textContent('body')).not.toMatch(/导致|因为.*所以得分/);
    expect(await axeFinds(page)).toEqual([]);
  });

  it.each([
    ['on a phone', phone, 'light'],
    ['in the dark', desk, 'dark'],
  ] as const)('fits %s', async (_name, size, scheme) => {
    const page = await pageOf('mayor', size, scheme);
    await openBoard(page, board('city'));
    for (const words of ['走势', '对比', '这些数怎么算的', '哪一项最能抬高满意度', '按户数加权'])
      await unfold(page, words);
    await page.getByText(/^满意度（只合 \d 项，共 9 项）：没有加权/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('speaks English, whole', async () => {
    const page = await pageOf('mayor');
    await openBoard(page, board('city'));
    await page.getByRole('button', { name: 'English' }).click();
    for (const words of [
      'Over time',
      'Compare',
      'How these figures',
      'What would lift',
      'Weighted by households',
    ])
      await unfold(page, words);
    await page.getByText(/^Satisfaction \(\d of 9 items only\): [\d.]+ unweighted/).waitFor();
    await fold(page, 'Over time').getByText('Save picture').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/[得分走势对比加权下级]{2}/);
  });
});

describe('figures taken along', () => {
  async function taken(page: Page, button: string) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).first().click(),
    ]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  it('are a sheet that opens, with figures as numbers, and a picture', async () => {
    const page = await pageOf('mayor');
    await openBoard(page, board('city'));
    const sheet = await taken(page, '存 Excel：下级');
    expect(sheet.name).toBe('city city的下级.xlsx');
    const [first] = await workbook(new Uint8Array(sheet.bytes));
    expect(first?.rows[0]).toEqual([
      '名称',
      '得分',
      '大约从',
      '大约到',
      '合了几项',
      '份数',
      '户数',
      '每百户（份数）',
      '比上期',
    ]);
    const shown = await page
      .locator('.table')
      .first()
      .locator('.score-cell > span:not(.note, .interval)')
      .allTextContents();
    expect(shown).toHaveLength(2);
    for (const [at, name] of ['east street', 'west street'].entries()) {
      const [of, score] = first?.rows[at + 1] ?? [];
      expect([of, shown[at]]).toEqual([name, expect.stringMatching(`^${Number(score).toFixed(1)}（`)]);
    }
    const picture = await taken(page, '存图片：下级');
    expect(picture.name).toBe('city city的下级.png');
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.bytes.readUInt32BE(16)).toBe((720 + 48) * 2);
  });

  it('hide what the board hides', async () => {
    const page = await pageOf('mayor');
    await openBoard(page, board('east'));
    const sheet = await taken(page, '存 Excel：下级');
    const [first] = await workbook(new Uint8Array(sheet.bytes));
    const e2 = first?.rows.find(([name]) => name === 'e2 community');
    expect(e2?.[1]).toBe('不足 10 人，为保护隐私不显示');
    expect(e2?.slice(2, 5).filter(Boolean)).toEqual([]);
  });

  it.each(['各题得分', '下级逐项对照', '总体满意吗'])('%s too', async (of) => {
    const page = await pageOf('mayor');
    await openBoard(page, board('city'));
    if (of === '下级逐项对照') await unfold(page, of);
    if (of === '总体满意吗') await unfold(page, '看表');
    expect((await taken(page, `存图片：${of}`)).bytes.subarray(1, 4).toString()).toBe('PNG');
    const sheet = await taken(page, `存 Excel：${of}`);
    expect((await workbook(new Uint8Array(sheet.bytes)))[0]?.rows.length).toBeGreaterThan(3);
  });
});
