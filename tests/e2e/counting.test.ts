// Counting in a courtyard: two people enter what was read out, differ, settle it, decide a name, count, announce; residents
// read the result, and the papers come out of the printer as official ones.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { plurality } from '../../schema/elections/packs/plurality.ts';
import { agree, counted, onTheSpot, sheetOf } from '../http/on-the-spot.ts';
import { axeFinds, faultsOf } from './look.ts';
import { open, openForTests, pageOf, phone, site } from './opened.ts';
import { printedPages } from './printed.ts';

openForTests();

const figures = async (page: Page, typed: Record<string, string>) => {
  for (const [label, value] of Object.entries(typed))
    await page.getByLabel(label, { exact: true }).fill(value);
};

test('two people enter a box, differ in two figures, settle it, and it is counted and announced', async () => {
  const { election, contest, slug } = await onTheSpot(site, { rule: plurality });
  const desk = `/staff/elections/${election}/contests/${contest}/count`;
  const one = await pageOf('easteditor', phone);
  const other = await pageOf('easthelper', phone);
  await open(one, desk, '计票 · b1 building');
  expect(await faultsOf(one)).toEqual([]);
  await one.getByRole('button', { name: '结束投票' }).click();
  await one.getByRole('button', { name: '结束投票，开始计票' }).click();
  await expect.poll(() => one.getByText('先结束投票').count()).toBe(0);

  await one.getByRole('button', { name: '加一批' }).click();
  await one.getByRole('button', { name: '加这一批' }).click();
  await one.getByLabel('发出的票').waitFor();
  expect(await faultsOf(one)).toEqual([]);
  await one.getByRole('button', { name: '交我录的这一遍' }).click();
  await one.getByText('请填数，没有就填 0。').first().waitFor();
  const read = {
    发出的票: '34',
    收回的票: '33',
    '废票：选多了': '2',
    '废票：其他': '0',
    '空白票（全部弃权）': '1',
  };
  await figures(one, { ...read, 王秀英: '16', 李建国: '10', 赵六: '0' });
  await one.getByText('30 张有选择的票，应有 30 票；已录 26 票').waitFor();
  await one.getByText('▲ 没对上').waitFor();
  for (const [row, [name, votes]] of [
    ['孙 大伟', '3'],
    ['孙大为', '1'],
  ].entries()) {
    await one.getByRole('button', { name: '加一个名字' }).click();
    await one
      .getByLabel('姓名（照票上写的）')
      .nth(row)
      .fill(name ?? '');
    await one
      .getByLabel('票数', { exact: true })
      .nth(row)
      .fill(votes ?? '');
  }
  await one.getByText('● 对上了').waitFor();
  expect(await faultsOf(one)).toEqual([]);
  await one.getByRole('button', { name: '交我录的这一遍' }).click();
  await one.getByText('◐ 您录了一遍，等另一个人录').waitFor();

  // The second sees no figure of the first, and misreads two.
  await open(other, desk, '计票 · b1 building');
  await other.getByText('◐ easteditor录了一遍，等另一个人').waitFor();
  await other.getByRole('button', { name: '录这一批：一号票箱' }).click();
  expect(await other.getByLabel('王秀英', { exact: true }).inputValue()).toBe('');
  await figures(other, { ...read, 王秀英: '15', 李建国: '11', 赵六: '0' });
  for (const [row, [name, votes]] of [
    ['孙大伟', '3'],
    ['孙大为', '1'],
  ].entries()) {
    await other.getByRole('button', { name: '加一个名字' }).click();
    await other
      .getByLabel('姓名（照票上写的）')
      .nth(row)
      .fill(name ?? '');
    await other
      .getByLabel('票数', { exact: true })
      .nth(row)
      .fill(votes ?? '');
  }
  await other.getByRole('button', { name: '交我录的这一遍' }).click();
  await other.getByRole('status').filter({ hasText: '▲ 两遍不一样，有 2 处' }).waitFor();
  const rows = await other.locator('.count-batch tbody tr').allTextContents();
  expect(rows).toEqual(['王秀英1615', '李建国1011']);
  expect(await faultsOf(other)).toEqual([]);
  await other.getByRole('button', { name: '改我录的：一号票箱' }).click();
  await figures(other, { 王秀英: '16', 李建国: '10' });
  await other.getByRole('button', { name: '交我录的这一遍' }).click();
  await other.getByText('● easteditor、easthelper录得一样，收回 33 张').waitFor();
  await other.getByText('由经办人计票。').waitFor();

  // A name that may be two people waits for people.
  await one.reload();
  await one.getByText('还有名字要决定。').waitFor();
  await one.getByText('▲ 和孙大伟像，请决定').waitFor();
  expect(await faultsOf(one)).toEqual([]);
  await one.getByLabel('算作：孙大为').selectOption({ label: '孙大伟' });
  await one.getByRole('button', { name: '计票', exact: true }).click();
  await one.getByText('按“得票最多”计算。').waitFor();
  await one.getByRole('dialog').getByRole('button', { name: '计票', exact: true }).click();
  await one.getByRole('heading', { level: 1, name: '结果 · b1 building' }).waitFor();
  await one.getByText('王秀英当选楼栋长。').waitFor();
  expect(await one.locator('.result-people li').allTextContents()).toEqual([
    '王秀英得票 16● 当选',
    '李建国得票 10',
    '孙大伟得票 4另选他人',
    '赵六得票 0',
  ]);
  expect(await faultsOf(one)).toEqual([]);
  await one.getByRole('button', { name: '重新数一遍' }).click();
  await one.getByText('重新数了一遍，和结果一样。').waitFor();

  const resident = await pageOf(undefined, phone);
  await open(resident, `/e/${slug}/${contest}`, '推选楼栋长');
  expect(await resident.getByText('王秀英当选').count()).toBe(0);
  await one.getByRole('button', { name: '公布结果' }).click();
  await one.getByRole('dialog').getByRole('button', { name: '公布结果' }).click();
  await one.getByText(/easteditor .* 公布/).waitFor();
  await resident.reload();
  await resident.getByText('王秀英当选楼栋长。').waitFor();
  expect(await faultsOf(resident)).toEqual([]);
  await open(resident, '/b/pageb1', 'b1 building');
  await resident.getByText('王秀英当选楼栋长').waitFor();

  // An objection to the result is entered and answered.
  await one.getByRole('button', { name: '登记一条异议' }).click();
  await one.getByLabel('说了什么').fill('少数了一张');
  await one.getByLabel('谁提的').fill('吴九');
  await one.getByRole('button', { name: '登记', exact: true }).click();
  await one.getByText('少数了一张').waitFor();
  await one.getByLabel('答复').fill('当众再数，33 张');
  await one.getByRole('button', { name: '不成立' }).click();
  await one.getByText('当众再数，33 张').waitFor();

  const table = await pageOf('easteditor');
  await open(table, `/staff/elections/${election}/results`, '结果汇总');
  await table.getByText('1/1 栋已计票，1 栋已公布，1 栋已选出').waitFor();
  expect(await faultsOf(table)).toEqual([]);
  const [csv] = await Promise.all([
    table.waitForEvent('download'),
    table.getByRole('button', { name: '下载 CSV' }).click(),
  ]);
  expect(csv.suggestedFilename()).toMatch(/结果汇总\.csv$/);
  const [xlsx] = await Promise.all([
    table.waitForEvent('download'),
    table.getByRole('button', { name: '下载 Excel' }).click(),
  ]);
  expect(xlsx.suggestedFilename()).toMatch(/结果汇总\.xlsx$/);
}, 120_000);

describe('on paper', () => {
  const near = (given: number, wanted: number) => expect(Math.abs(given - wanted)).toBeLessThan(0.3);
  const kinds = ['notice', 'roll', 'candidates', 'ballot', 'proxy', 'tally', 'result', 'minutes'];
  /** Millimetres of what is drawn for the printer. */
  const boxes = (page: Page, selector: string) =>
    page.locator(selector).evaluateAll((found) =>
      found.map((one) => {
        const sheet = one.closest('.sheet')?.getBoundingClientRect();
        const box = one.getBoundingClientRect();
        const mm = (px: number) => (px * 25.4) / 96;
        return {
          sheet: [...document.querySelectorAll('.sheet')].findIndex((page) => page.contains(one)),
          left: mm(box.left - (sheet?.left ?? 0)),
          top: mm(box.top - (sheet?.top ?? 0)),
          right: mm(box.right - (sheet?.left ?? 0)),
          bottom: mm(box.bottom - (sheet?.top ?? 0)),
          fits: one.scrollHeight <= one.clientHeight + 1 && one.scrollWidth <= one.clientWidth + 1,
        };
      }),
    );

  test('every paper of an election is A4, holds all that is on it, and keeps the seal clear', async () => {
    const editor = site.as('easteditor');
    const roll = (
      await editor('POST', '/api/units/e1/rolls', { kind: 'household', title: '户名册', note: '' })
    ).body.id;
    const rows = Array.from({ length: 72 }, (_, at) => ({
      row: at,
      unit: 'b1',
      stairwell: String(1 + Math.floor(at / 24)),
      door: String(101 + (at % 24)),
      name: `欧阳${at}`,
    }));
    await editor('POST', `/api/rolls/${roll}/import`, { rows, dryRun: false });
    const drafted = (await editor('GET', `/api/rolls/${roll}`)).body.roll.rev;
    const { rev } = (await editor('PATCH', `/api/rolls/${roll}`, { rev: drafted, postedAt: Date.now() }))
      .body;
    await editor('POST', `/api/rolls/${roll}/freeze`, { rev });
    const spot = await onTheSpot(site, { roll, registered: 72, scope: ['b1', 'b2'], rule: plurality });
    const { electors } = (await editor('GET', `/api/contests/${spot.contest}/proxies`)).body;
    await editor('PUT', `/api/contests/${spot.contest}/proxies/${electors[0].entry}`, {
      holder: electors[1].entry,
      relation: '女儿',
      relative: true,
      written: true,
    });
    await agree(site, spot.contest, sheetOf(spot));
    await counted(site, spot.contest);
    const page = await pageOf('easteditor');
    await page.goto(`${site.origin}/print/papers?election=${spot.election}&contest=${spot.contest}`);
    const sheets: Record<string, number> = {};
    for (const kind of kinds) {
      await page.getByLabel('印哪一种').selectOption(kind);
      await page.getByRole('button', { name: /^打印这/ }).waitFor();
      await page
        .locator(kind === 'ballot' || kind === 'proxy' ? '.ballots' : '.paper')
        .first()
        .waitFor();
      await page.emulateMedia({ media: 'print' });
      const found = [...(await boxes(page, '.paper-area')), ...(await boxes(page, '.ballot'))];
      expect([kind, found.filter(({ fits }) => !fits)]).toEqual([kind, []]);
      expect(found.length).toBeGreaterThan(0);
      for (const area of await boxes(page, '.paper-area')) {
        near(area.top, 37);
        near(area.left, 28);
        near(area.right - area.left, 156);
        near(area.bottom - area.top, 225);
      }
      const seals = await boxes(page, '.paper-seal');
      const others = await boxes(page, '.paper-text > *, .paper-notes > *');
      for (const seal of seals) {
        expect(seal.right - seal.left).toBeGreaterThanOrEqual(42);
        near(seal.bottom - seal.top, 42);
        // Nothing of the text enters it: it lies above or left of it.
        expect(
          others.filter(
            (one) => one.sheet === seal.sheet && one.bottom > seal.top + 0.5 && one.right > seal.left + 0.5,
          ),
        ).toEqual([]);
      }
      const pages = printedPages(await page.pdf({ preferCSSPageSize: true }));
      sheets[kind] = pages.length;
      for (const { width, height, codes } of pages) {
        expect(Math.abs(width - 210)).toBeLessThan(0.3);
        expect(Math.abs(height - 297)).toBeLessThan(0.3);
        for (const code of codes) {
          near(code.side, 25);
          expect(code.quiet).toBe(4);
        }
      }
      const codes = pages.flatMap((one) => one.codes).length;
      expect([kind, codes]).toEqual([kind, seals.length]);
      await page.emulateMedia({ media: null });
      expect(await axeFinds(page)).toEqual([]);
    }
    // 72 doors are two sheets behind the notice; 76 ballots, two on a sheet; a sheet of forms and the list.
    expect(sheets).toEqual({
      notice: 1,
      roll: 3,
      candidates: 1,
      ballot: 38,
      proxy: 2,
      tally: 1,
      result: 1,
      minutes: 1,
    });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Print election papers' }).waitFor();
    for (const kind of kinds) {
      await page.getByLabel('Which paper').selectOption(kind);
      await page.getByRole('button', { name: /^Print/ }).waitFor();
      await page
        .locator(kind === 'ballot' || kind === 'proxy' ? '.ballots' : '.paper')
        .first()
        .waitFor();
      await page.emulateMedia({ media: 'print' });
      const found = [...(await boxes(page, '.paper-area')), ...(await boxes(page, '.ballot'))];
      expect([kind, found.filter(({ fits }) => !fits)]).toEqual([kind, []]);
      await page.emulateMedia({ media: null });
    }
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { level: 1, name: '印推选材料' }).waitFor();
    await page.getByLabel('印哪一种').selectOption('result');
    const said = await page.locator('.paper').textContent();
    for (const words of [
      '楼栋长推选结果公告',
      '应参加',
      '72',
      '发出',
      '32',
      '收回',
      '30',
      '当选线',
      '王秀英当选楼栋长。',
      '校验码：',
      '本地规则，由组织者决定',
    ])
      expect(said).toContain(words);
  }, 120_000);

  test('papers of all ticked buildings come in one run', async () => {
    const spot = await onTheSpot(site, { scope: ['b1', 'b2', 'b3'], rule: plurality });
    const page = await pageOf('easteditor', phone);
    await page.goto(`${site.origin}/print/papers?election=${spot.election}&paper=tally`);
    await page.getByRole('button', { name: '打印这 3 张' }).waitFor();
    await page.getByRole('checkbox', { name: /^b2 building/ }).uncheck();
    await page.getByRole('button', { name: '打印这 2 张' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('印哪一种').selectOption('result');
    await page.getByText(/还没有计票，没有结果公告/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  }, 60_000);
});
