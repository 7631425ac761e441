// A scorecard from template to target, signature, notice and public page; and a leader who comes back on a phone.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { must, responseId } from '../http/city.ts';
import { plantEvaluation } from '../http/planted-evaluation.ts';
import { signing } from '../http/requests.ts';
import { faultsOf } from './look.ts';
import { desk, openForTests, pageOf, phone, site } from './opened.ts';
import { beyondSheet, printedPages } from './printed.ts';

const definition: Definition = {
  title: '物业服务满意度调查',
  layout: 'steps',
  questions: [
    { id: 'overall', type: 'scale', title: '总体满意吗', from: 1, to: 5, na: true, required: true },
    { id: 'clean', type: 'scale', title: '环境卫生', from: 1, to: 5 },
  ],
};
let run = { id: '', slug: '' };

async function send(slug: string, unit: string, answers: object): Promise<void> {
  const path = `/api/campaigns/${slug}/responses/${responseId()}`;
  must(await site.anyone('PUT', path, { version: 1, unit, answers }));
}

openForTests(async () => {
  const { form } = await site.publishForm(definition);
  run = await site.openCampaign(form);
  for (const [unit, n] of Object.entries({ b1: 14, b2: 12, b3: 13, b4: 12, b5: 14, b6: 11 }))
    for (let at = 0; at < n; at++) await send(run.slug, unit, { overall: 1 + (at % 5), clean: 4 });
});

const close = async () => {
  const { rev } = must(await site.as('mayor')('GET', `/api/campaigns/${run.id}`));
  must(await site.as('mayor')('PATCH', `/api/campaigns/${run.id}`, { rev, state: 'closed' }));
};

async function sound(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect(await faultsOf(page)).toEqual([]);
}

describe('a scorecard', () => {
  it('is composed from a template, given a target, signed, printed and published', async () => {
    const page = await pageOf('mayor');
    await page.goto(`${site.origin}/board/cards`);
    await page.getByRole('button', { name: '用这个：城市社区治理月度记分卡' }).click();
    await page.getByRole('heading', { level: 1, name: '排记分卡' }).waitFor();
    const preview = page.locator('.composed-preview');
    await preview.getByText('满意度得分').first().waitFor();
    await sound(page);

    // A target gives the first mark; until then there is none.
    expect(await preview.textContent()).not.toContain('● 好');
    const first = page.locator('[data-measure="m1"]');
    await first.locator('summary').click();
    await first.getByLabel('目标', { exact: true }).fill('50');
    await preview.getByText('● 好').first().waitFor();

    await first.getByLabel('在综合里的占比').fill('60');
    // Anyone may answer: of participation there is no rate to be weighed.
    const took = page.locator('[data-measure="m2"]');
    await took.locator('summary').click();
    await took.getByLabel('目标', { exact: true }).waitFor();
    expect(await took.getByLabel('在综合里的占比').count()).toBe(0);

    // By keyboard: the first measure goes down, and the focus with it.
    await first.getByLabel('这一项叫什么').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => page.locator('[data-measure]').nth(1).getAttribute('data-measure')).toBe('m1');
    expect(
      await page.evaluate(() =>
        document.activeElement?.closest('[data-measure]')?.getAttribute('data-measure'),
      ),
    ).toBe('m1');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('button', { name: '存记分卡' }).click();
    // The preview of the editor has the same lines, and goes with it.
    await page.locator('.composed-editor').waitFor({ state: 'detached' });

    await page.locator('.headline').waitFor();
    expect(await page.textContent('.headline')).toContain('共 9 项');
    // Nine measures on a sheet: all there, none beyond its edge, and how they were made once below the table.
    expect(await beyondSheet(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    const heads = page.locator('.composed-table thead th:visible');
    const titles = await page.locator('.composed-title').allTextContents();
    expect((await heads.allTextContents()).filter((title) => title !== '名称')).toEqual(titles);
    const [rows, method] = await Promise.all([
      page.locator('.composed-table:visible').last().boundingBox(),
      page.locator('.composed-method').boundingBox(),
    ]);
    expect(rows && method && method.y >= rows.y + rows.height).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.composed-how:visible').count()).toBe(titles.length);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null });
    const summary = page.locator('.composed-line', { hasText: '满意度得分' });
    await summary.locator('summary').click();
    await summary.getByText('问卷里每道打分题各算一个得分').waitFor();
    await summary.getByLabel('写一条批注').fill('东区在装电梯');
    await summary.getByRole('button', { name: '存批注' }).click();
    await page.locator('.composed-notes', { hasText: '东区在装电梯' }).waitFor();
    await page.getByText('走势', { exact: true }).click();
    await page.locator('.table caption', { hasText: /^走势$/ }).waitFor({ state: 'attached' });
    await page.getByLabel('看哪一项').selectOption({ label: '办了几次调查' });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^存 Excel：.*办了几次调查走势$/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/办了几次调查走势\.xlsx$/);
    // What leaves the house is read anew, with groups under ten hidden.
    const outward: string[] = [];
    page.on(
      'request',
      (asked) => asked.url().includes('k=10') && outward.push(new URL(asked.url()).pathname),
    );
    for (const [what, ending] of [
      ['存图片', 'png'],
      ['存 Excel', 'xlsx'],
    ]) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `${what}：下级`, exact: true }).click(),
      ]);
      expect(file.suggestedFilename()).toContain(`的下级.${ending}`);
    }
    expect(outward).toHaveLength(2);
    await sound(page);

    // What still runs is not signed.
    await page.getByRole('link', { name: '签发', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '签发' }).waitFor();
    await page.getByText('活动还没截止，没有写进来').first().waitFor();
    await close();
    await page.reload();
    await page.getByLabel('签发人').fill('王主任');
    await sound(page);
    await page.getByRole('button', { name: '签发这张记分卡' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('签发以后不能改，也不能撤回').waitFor();
    await dialog.getByText('签发人写的是王主任').waitFor();
    await dialog.getByText('还没过完，数到今天').waitFor();
    await sound(page);
    await dialog.getByRole('button', { name: '签发，不再变' }).click();
    await page.waitForURL(/\/i\//);
    await page.getByText('✓ 校验码和内容一致').waitFor();
    const address = page.url();

    const guest = await pageOf(undefined, phone);
    await guest.goto(address);
    await guest.getByText('✓ 校验码和内容一致').waitFor();
    expect(await guest.textContent('main')).toContain('东区在装电梯');
    expect(await guest.textContent('main')).toContain('王主任签发');
    expect(await guest.textContent('main')).toContain('签发的时候');
    await sound(guest);

    await page.getByRole('link', { name: '打印公告' }).click();
    await page.locator('.sheet.paper').first().waitFor();
    const sheet = page.locator('.sheet.paper').first();
    for (const said of [
      '满意度得分',
      '目标 50.0 分',
      '还没过完，数到',
      '综合：',
      '满意度得分 100%',
      '数来自：',
      '填答',
    ])
      expect(await sheet.textContent()).toContain(said);
    // Nothing of the table reaches into the 42 mm that are kept for the seal.
    const [table, seal] = await Promise.all([
      sheet.locator('.paper-table').boundingBox(),
      sheet.locator('.paper-seal').boundingBox(),
    ]);
    expect((table?.y ?? 0) + (table?.height ?? 0)).toBeLessThan(seal?.y ?? 0);
    expect(await sheet.evaluate((one) => one.scrollHeight <= one.clientHeight + 1)).toBe(true);
    const sheets = await page.locator('.sheet.paper').count();
    const paper = printedPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(paper.length).toBe(sheets);
    expect(paper[0]?.codes[0]?.side).toBeCloseTo(25, 0);
  });

  it('says at the top of the page who may sign, to somebody who may not', async () => {
    const page = await pageOf('easteditor');
    await page.goto(`${site.origin}/board/sign/east?campaign=${run.id}`);
    const [said, card] = await Promise.all([
      page.getByText('签发要由负责人或管理员来做').boundingBox(),
      page.locator('.headline').boundingBox(),
    ]);
    expect(said?.y).toBeLessThan(card?.y ?? 0);
    expect(await page.getByRole('button', { name: '签发这张记分卡' }).count()).toBe(0);
    await sound(page);
  });

  it('is corrected with a reason, and the older one says so', async () => {
    const page = await pageOf('mayor');
    await page.goto(`${site.origin}/board/sign/east?campaign=${run.id}`);
    await page.getByRole('button', { name: '签发这张记分卡' }).click();
    // Somebody writes on the card while it is being read: that was not seen, and is not signed.
    must(
      await site.as('eastadmin')('PUT', `/api/units/east/notes/${responseId()}`, {
        card: run.id,
        period: '',
        measure: 'overall',
        words: '三栋在修屋面',
        removed: false,
      }),
    );
    await page.getByRole('button', { name: '签发，不再变' }).click();
    await page.getByText('所以没有签发').waitFor();
    await page.locator('.composed-notes', { hasText: '三栋在修屋面' }).waitFor();
    await sound(page);
    await page.getByRole('button', { name: '签发这张记分卡' }).click();
    await page.getByRole('button', { name: '签发，不再变' }).click();
    await page.waitForURL(/\/i\//);
    const first = page.url();
    await page.goto(`${site.origin}/board/sign/east?campaign=${run.id}`);
    await page.getByText('这张卡签发过').waitFor();
    await page.getByLabel('为什么更正').fill('落款写错了');
    await page.getByRole('button', { name: '签发更正' }).click();
    await page.getByRole('button', { name: '签发，不再变' }).click();
    await page.getByText('落款写错了').waitFor();
    await page.goto(first);
    await page.getByText('已由').waitFor();
    await page.goto(`${site.origin}/board/issued/east`);
    await page.getByRole('heading', { level: 1, name: '签发过的' }).waitFor();
    await expect.poll(() => page.locator('main li.card').count()).toBe(2);
    await sound(page);
  });
});

describe('where figures are made up', () => {
  it('every sheet of a notice says so, of a scorecard and of an evaluation', async () => {
    await site.db.prepare("INSERT INTO setting (root, body) VALUES ('city', '{\"demo\":true}')").run();
    const about = { campaign: run.id };
    const signed = must(
      await site.as('mayor')(
        'PUT',
        `/api/units/west/issued/${responseId()}`,
        await signing(site, 'west', about),
      ),
    );
    const { evaluation } = await plantEvaluation(site, 'provisional');
    const page = await pageOf('mayor');
    for (const path of [`issued?card=${signed.id}`, `evaluation?evaluation=${evaluation}`]) {
      await page.goto(`${site.origin}/print/${path}`);
      await page.locator('.sheet.paper').first().waitFor();
      const sheets = await page.locator('.sheet.paper').count();
      expect(await page.locator('.sheet.paper > .paper-demo', { hasText: '演示数据' }).count()).toBe(sheets);
    }
    await sound(page);
    await site.db.prepare("DELETE FROM setting WHERE root = 'city'").run();
  });
});

describe('a leader', () => {
  it('arrives at the own branch, on a phone and in English too', async () => {
    for (const [size, scheme] of [
      [phone, 'light'],
      [desk, 'dark'],
    ] as const) {
      const page = await pageOf('eastleader', size, scheme);
      await page.goto(`${site.origin}/board/mine`);
      await page.getByRole('heading', { level: 2, name: 'east street' }).waitFor();
      await sound(page);
      await page.goto(`${site.origin}/board/digest`);
      await page.getByRole('heading', { level: 1, name: '一周简报' }).waitFor();
      await page.getByText('本周截止').or(page.getByText('本周开始')).first().waitFor();
      await sound(page);
      await page.goto(`${site.origin}/board/cards`);
      await page.getByRole('link', { name: '城市社区治理月度记分卡' }).click();
      await page.locator('.headline').waitFor();
      expect(await page.textContent('h1')).toContain('east street');
      await sound(page);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Measures' }).waitFor();
      await sound(page);
    }
  });
});
