// What stands behind a board: trend, comparison and weights, figures as pictures and sheets, the report on paper and the
// screen on a wall.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { workbook } from '../../web/staff/form/import/workbook.ts';
import { responseId } from '../http/city.ts';
import { axeFinds, faultsOf, scrollsSideways } from './look.ts';
import { desk, openForTests, pageOf, phone, site } from './opened.ts';
import { printedPages } from './printed.ts';

const rows = ['门岗', '保洁', '绿化', '停车', '维修', '电梯', '消防', '垃圾'].map((label, at) => ({
  id: `r${at}`,
  label,
}));
const definition: Definition = {
  title: '物业服务满意度调查',
  layout: 'steps',
  questions: [
    { id: 'overall', type: 'scale', title: '总体满意吗', from: 1, to: 5, na: true, required: true },
    { id: 'parts', type: 'matrix-scale', title: '各项', from: 1, to: 5, rows },
    {
      id: 'worry',
      type: 'multi',
      title: '最操心什么',
      options: [
        { id: 'lift', label: '电梯' },
        { id: 'park', label: '停车' },
      ],
    },
  ],
};
const counts = { b1: 24, b2: 20, b3: 18, b4: 3, b5: 30, b6: 16 };

let run = { id: '', slug: '' };
let before = { id: '', slug: '' };

openForTests(async () => {
  const { form } = await site.publishForm(definition);
  before = await site.openCampaign(form, { title: '上半年' });
  run = await site.openCampaign(form, { title: '下半年', previous: before.id });
  await site.db
    .prepare('UPDATE campaign SET opens_at = opens_at - 86400000 WHERE id = ?1')
    .bind(before.id)
    .run();
  for (const [unit, n] of Object.entries(counts))
    for (let at = 0; at < n; at++) {
      // All alike would be hidden.
      await send(before.slug, unit, 3 + (at % 3), 4 + (at % 2));
      await send(run.slug, unit, 1 + (at % 4), (unit === 'b5' || unit === 'b6' ? 4 : 1) + (at % 2));
    }
});

async function send(slug: string, unit: string, overall: number, part: number): Promise<void> {
  const path = `/api/campaigns/${slug}/responses/${responseId()}`;
  const parts = Object.fromEntries(rows.map(({ id }, at) => [id, Math.max(1, part - (at % 3))]));
  const reply = await site.anyone('PUT', path, {
    version: 1,
    unit,
    answers: { overall, parts, worry: [overall > 2 ? 'lift' : 'park'] },
  });
  expect(reply.status, reply.text).toBeLessThan(300);
}

const board = (unit: string, query = '') => `${site.origin}/board/${run.id}/${unit}${query}`;
async function open(page: Page, address: string, sign = '.headline'): Promise<void> {
  await page.goto(address);
  await page.waitForSelector(sign);
}
const unfold = (page: Page, words: string) =>
  page.locator('summary').filter({ hasText: words }).first().click();
const fold = (page: Page, words: string) =>
  page.locator('details', { has: page.locator('summary').filter({ hasText: words }) }).first();

describe('a card', () => {
  it('stands beside the run before it without being asked, and alone when that is chosen', async () => {
    const page = await pageOf('mayor');
    await open(page, board('city'));
    expect(await page.textContent('.headline')).toMatch(/；比上半年低 [\d.]+ 分（大约低 [\d.]+–[\d.]+）。$/);
    expect(await page.locator('th', { hasText: '比上期' }).count()).toBe(1);
    await page.getByLabel('和哪一期比').selectOption({ label: '不比' });
    await page.waitForURL(/compare=none/);
    await expect.poll(() => page.textContent('.headline')).toMatch(/每百户 [\d.]+ 份。$/);
  });

  it('names one place each by score only where the ranges tell them apart', async () => {
    const page = await pageOf('mayor');
    await open(page, board('city'));
    await page.getByLabel('顺序', { exact: true }).selectOption({ label: '按得分' });
    const places = page.locator('.table').first().locator('td[data-label="名次"]');
    await places.first().waitFor();
    expect(await places.allTextContents()).toEqual(['第 1 名', '第 2 名']);
    await open(page, board('w1g'));
    await page.getByLabel('顺序', { exact: true }).selectOption({ label: '按得分' });
    await places.first().waitFor();
    expect(await places.allTextContents()).toEqual(['第 1–2 名，分不出先后', '第 1–2 名，分不出先后']);
  });

  it('opens the card of any area that is found by its name', async () => {
    const page = await pageOf('mayor');
    await open(page, board('city'));
    await page.getByRole('button', { name: '找辖区' }).click();
    await page.getByRole('searchbox').fill('b5');
    await page.getByRole('button', { name: /^b5/ }).click();
    await page.waitForURL(board('b5'));
    await page.waitForSelector('text=收回 30 份');
  });
});

describe('what unfolds', () => {
  it('shows the trend with a point for each run and no line, for each question too', async () => {
    const page = await pageOf('mayor');
    await open(page, board('city'));
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
    await open(page, board('city'));
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
    await open(page, board('city'));
    for (const words of ['这些数怎么算的', '哪一项最能抬高满意度', '按户数加权']) {
      const summary = page.locator('summary').filter({ hasText: words }).first();
      await summary.waitFor();
      await summary.focus();
      await page.keyboard.press('Enter');
    }
    await page.getByText(/离 100 分最远：它到 100 分，满意度多 [\d.]+ 分。/).waitFor();
    await page.getByText(/^满意度：没有加权 [\d.]+ 分（[\d.]+–[\d.]+），按户数加权 [\d.]+ 分/).waitFor();
    expect(await page.textContent('body')).not.toMatch(/导致|因为.*所以得分/);
    expect(await axeFinds(page)).toEqual([]);
  });

  it.each([
    ['on a phone', phone, 'light'],
    ['in the dark', desk, 'dark'],
  ] as const)('fits %s', async (_name, size, scheme) => {
    const page = await pageOf('mayor', size, scheme);
    await open(page, board('city'));
    for (const words of ['走势', '对比', '这些数怎么算的', '哪一项最能抬高满意度', '按户数加权'])
      await unfold(page, words);
    await page.getByText(/^满意度：没有加权/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('speaks English, whole', async () => {
    const page = await pageOf('mayor');
    await open(page, board('city'));
    await page.getByRole('button', { name: 'English' }).click();
    for (const words of [
      'Over time',
      'Compare',
      'How these figures',
      'What would lift',
      'Weighted by households',
    ])
      await unfold(page, words);
    await page.getByText(/^Satisfaction: [\d.]+ unweighted/).waitFor();
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
    await open(page, board('city'));
    const sheet = await taken(page, '存 Excel：下级');
    expect(sheet.name).toBe('city city的下级.xlsx');
    const [first] = await workbook(new Uint8Array(sheet.bytes));
    expect(first?.rows[0]).toEqual(['名称', '得分', '大约从', '大约到', '合了几项', '份数', '户数']);
    const shown = await page.locator('.table').first().locator('.score-cell b').allTextContents();
    expect(first?.rows.slice(1, 3).map(([name, score]) => [name, Number(score).toFixed(1)])).toEqual([
      ['east street', shown[0]],
      ['west street', shown[1]],
    ]);
    const picture = await taken(page, '存图片：下级');
    expect(picture.name).toBe('city city的下级.png');
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.bytes.readUInt32BE(16)).toBe((720 + 48) * 2);
  });

  it('hide what the board hides', async () => {
    const page = await pageOf('mayor');
    await open(page, board('east'));
    const sheet = await taken(page, '存 Excel：下级');
    const [first] = await workbook(new Uint8Array(sheet.bytes));
    const e2 = first?.rows.find(([name]) => name === 'e2 community');
    expect(e2?.[1]).toBe('不足 5 人，为保护隐私不显示');
    expect(e2?.slice(2, 5).filter(Boolean)).toEqual([]);
  });

  it.each(['各题得分', '下级逐项对照', '总体满意吗'])('%s too', async (of) => {
    const page = await pageOf('mayor');
    await open(page, board('city'));
    if (of === '下级逐项对照') await unfold(page, of);
    if (of === '总体满意吗') await unfold(page, '看表');
    expect((await taken(page, `存图片：${of}`)).bytes.subarray(1, 4).toString()).toBe('PNG');
    const sheet = await taken(page, `存 Excel：${of}`);
    expect((await workbook(new Uint8Array(sheet.bytes)))[0]?.rows.length).toBeGreaterThan(3);
  });
});

describe('the report', () => {
  const mm = (pixels: number) => (pixels / 96) * 25.4;

  it('is printed as it is shown: A4 sheets, numbered, nothing cut', async () => {
    const page = await pageOf('mayor');
    await open(page, board('city'));
    await page.getByRole('link', { name: '打印' }).click();
    await page.waitForURL(/\/city\/report/);
    const sheets = page.locator('.report-sheet');
    await sheets.first().waitFor();
    const n = await sheets.count();
    expect(n).toBeGreaterThan(1);
    expect(await page.locator('.report-foot').allTextContents()).toEqual(
      Array.from({ length: n }, (_, at) => `city city · 下半年第 ${at + 1} 页，共 ${n} 页`),
    );
    const told = (await sheets.allTextContents()).join('');
    for (const words of ['满意度', '要留意', 'east street', '最操心什么', '这些数怎么算的', '滨河社区居委会'])
      expect(told).toContain(words);
    const low = await sheets.evaluateAll((all) =>
      all.map((sheet) => {
        const text = sheet.querySelector('.report-text')?.getBoundingClientRect();
        const foot = sheet.querySelector('.report-foot')?.getBoundingClientRect();
        return (text?.bottom ?? 0) <= (foot?.top ?? 0) && sheet.scrollHeight <= sheet.clientHeight;
      }),
    );
    expect(low.every(Boolean)).toBe(true);
    const [box] = await sheets.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect([mm(box.width), mm(box.height)].map(Math.round)).toEqual([210, 297]);
    const pages = printedPages(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      Array.from({ length: n }, () => [210, 297]),
    );
    expect(await axeFinds(page)).toEqual([]);
  });

  it('is looked through on a phone, and there is none of a group that is too small', async () => {
    const page = await pageOf('mayor', phone);
    await open(page, board('city', '/report'), '.report-sheet');
    expect(await faultsOf(page)).toEqual([]);
    await open(page, board('e2g', '/report'), '.empty');
    expect(await page.getByRole('button', { name: '打印' }).count()).toBe(0);
  });
});

describe('the screen on a wall', () => {
  const looks = 120;

  it('reads again every minute, says when it cannot, and holds no more after hours than at first', async () => {
    const page = await pageOf('mayor', { width: 1280, height: 720 });
    await page.clock.install();
    await open(page, board('city', '?wall'), '.wall');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    const held = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      const { metrics } = await devtools.send('Performance.getMetrics');
      const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
      return { heap: of('JSHeapUsedSize'), nodes: of('Nodes') };
    };
    const minute = async () => {
      const [reply] = await Promise.all([page.waitForResponse(/scorecard/), page.clock.runFor(60_000)]);
      // What was not sent again has no body to wait for.
      if (reply.status() !== 304) await reply.finished();
      return reply.status();
    };
    expect(await page.textContent('.wall-sentence')).toContain('收回 111 份');
    await send(run.slug, 'b1', 4, 4);
    await minute();
    await expect.poll(() => page.textContent('.wall-sentence')).toContain('收回 112 份');
    for (let at = 0; at < 10; at++) await minute();
    const first = await held();
    for (let at = 0; at < looks; at++) expect(await minute()).toBe(304);
    const last = await held();
    expect(last.nodes - first.nodes).toBeLessThan(50);
    expect(last.heap - first.heap).toBeLessThan(500_000);

    await page.context().setOffline(true);
    await page.clock.runFor(60_000);
    await page.getByText('没有连上，这是').waitFor();
    await page.context().setOffline(false);
    await minute();
    await page.getByText('每分钟更新').waitFor();
  });

  it.each([
    ['a screen', { width: 1920, height: 1080 }],
    ['an upright screen', { width: 1080, height: 1920 }],
    ['a small one', { width: 1024, height: 600 }],
    ['a phone', phone],
  ])('fits %s without scrolling, in both languages', async (_name, size) => {
    const page = await pageOf('mayor', size);
    for (const language of ['zh', 'en']) {
      await page.addInitScript((said) => localStorage.setItem('linli-language', said), language);
      await open(page, board('city', '?wall'), '.wall');
      const cut = await page.locator('.wall').evaluate((wall) => wall.scrollHeight > wall.clientHeight);
      expect([language, cut, await scrollsSideways(page)]).toEqual([language, false, false]);
      // Nor does one part run over the next, with all that a tile may have to say.
      const parts = await page
        .locator('.wall > *')
        .evaluateAll((all) =>
          all.map((one) => [
            one.getBoundingClientRect().top,
            Math.max(...[one, ...one.children].map((piece) => piece.getBoundingClientRect().bottom)),
          ]),
        );
      for (const [at, [top = 0]] of parts.entries())
        if (at > 0) expect(top).toBeGreaterThanOrEqual((parts[at - 1]?.[1] ?? 0) - 1);
      expect(await axeFinds(page)).toEqual([]);
    }
  });

  it('hangs in a hall by a link that needs no account', async () => {
    const page = await pageOf('mayor');
    await open(page, board('city'));
    await page.getByRole('button', { name: '分享给…' }).click();
    await page.getByRole('button', { name: '生成链接' }).click();
    const link = await page.locator('.share-ready').getByRole('link', { name: '上墙' }).getAttribute('href');
    const guest = await pageOf(undefined, { width: 1280, height: 720 });
    await open(guest, link ?? '', '.wall');
    expect(await guest.textContent('.wall-sentence')).toMatch(/收回 11[12] 份/);
  });
});
