// A board where others see it: the report on paper, and the screen on a wall.
import { describe, expect, it } from 'vitest';
import { axeFinds, faultsOf, scrollsSideways } from './look.ts';
import { pageOf, phone } from './opened.ts';
import { printedPages } from './printed.ts';
import { board, openBoard, openTwoRuns, run, send } from './two-runs.ts';

openTwoRuns();

describe('the report', () => {
  const mm = (pixels: number) => (pixels / 96) * 25.4;

  it('is printed as it is shown: A4 sheets, numbered, nothing cut', async () => {
    const page = await pageOf('mayor');
    await openBoard(page, board('city'));
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
    await openBoard(page, board('city', '/report'), '.report-sheet');
    expect(await faultsOf(page)).toEqual([]);
    await openBoard(page, board('e2g', '/report'), '.empty');
    expect(await page.getByRole('button', { name: '打印' }).count()).toBe(0);
  });
});

describe('the screen on a wall', () => {
  const looks = 120;

  it('reads again every minute, says when it cannot, and holds no more after hours than at first', async () => {
    const page = await pageOf('mayor', { width: 1280, height: 720 });
    await page.clock.install();
    await openBoard(page, board('city', '?wall'), '.wall');
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
      await openBoard(page, board('city', '?wall'), '.wall');
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
    await openBoard(page, board('city'));
    await page.getByRole('button', { name: '分享给…' }).click();
    await page.getByRole('button', { name: '生成链接' }).click();
    const link = await page.locator('.share-ready').getByRole('link', { name: '上墙' }).getAttribute('href');
    const guest = await pageOf(undefined, { width: 1280, height: 720 });
    await openBoard(guest, link ?? '', '.wall');
    expect(await guest.textContent('.wall-sentence')).toMatch(/收回 11[12] 份/);
    // Whoever was sent the link alone finds it at the foot, where the screen is wide enough for a wall.
    const sent = await pageOf(undefined, { width: 1280, height: 720 });
    await openBoard(sent, (link ?? '').replace('?wall', ''));
    const foot = sent.getByRole('link', { name: '上墙' });
    expect(await foot.getAttribute('href')).toBe(
      `${new URL(link ?? '').pathname}?wall${new URL(link ?? '').hash}`,
    );
    const [wall] = await Promise.all([sent.context().waitForEvent('page'), foot.click()]);
    await wall.waitForSelector('.wall');
    await sent.setViewportSize({ width: 360, height: 780 });
    await foot.waitFor({ state: 'hidden' });
    expect(await axeFinds(sent)).toEqual([]);
  });
});
