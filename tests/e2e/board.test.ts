// A leader's way through the board, a guest's through a shared link, and the sheets that come out of the printer.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { responseId } from '../http/city.ts';
import { axeFinds, faultsOf } from './look.ts';
import { openForTests, pageOf, phone, site } from './opened.ts';

const definition: Definition = {
  title: '物业服务满意度调查',
  layout: 'steps',
  questions: [
    { id: 'overall', type: 'scale', title: '总体满意吗', from: 1, to: 5, na: true, required: true },
    { id: 'clean', type: 'rating', title: '环境卫生' },
    {
      id: 'worry',
      type: 'multi',
      title: '最操心什么',
      options: [
        { id: 'lift', label: '电梯' },
        { id: 'park', label: '停车' },
      ],
    },
    { id: 'words', type: 'long-text', title: '还想说什么' },
  ],
};

let run = { id: '', slug: '' };
let before = { id: '', slug: '' };

openForTests(async () => {
  const { form } = await site.publishForm(definition);
  before = await site.openCampaign(form, { title: '上半年' });
  run = await site.openCampaign(form, { title: '下半年' });
  for (const [unit, n] of Object.entries({ b1: 9, b2: 8, b3: 7, b4: 12, b5: 14, b6: 6 }))
    for (let at = 0; at < n; at++) {
      const high = at % 4 ? 5 : 4;
      await send(before.slug, unit, { overall: high, clean: high });
      await send(run.slug, unit, { overall: 1 + (at % 4), clean: 4, worry: ['lift'], words: `第 ${at} 条` });
    }
});

async function send(slug: string, unit: string, answers: object): Promise<void> {
  const path = `/api/campaigns/${slug}/responses/${responseId()}`;
  const reply = await site.anyone('PUT', path, { version: 1, unit, answers });
  expect(reply.status, reply.text).toBeLessThan(300);
}

const board = (unit: string, query = '') => `${site.origin}/board/${run.id}/${unit}${query}`;

async function open(page: Page, address: string, sign = '.headline'): Promise<void> {
  await page.goto(address);
  await page.waitForSelector(sign);
}

describe('the board', () => {
  it('tells the number of answers at every level, and follows a new one', async () => {
    const page = await pageOf('mayor');
    const counts = async () => {
      const told: string[] = [];
      for (const unit of ['b5', 'w1g', 'w1', 'west', 'city']) {
        await open(page, board(unit));
        told.push(/收回 (\d+) 份/.exec((await page.textContent('.headline')) ?? '')?.[1] ?? '');
      }
      return told;
    };
    expect(await counts()).toEqual(['14', '20', '20', '20', '56']);
    await send(run.slug, 'b5', { overall: 3, clean: 4 });
    expect(await counts()).toEqual(['15', '21', '21', '21', '57']);
  });

  it.each([
    ['wide', { width: 1280, height: 800 }],
    ['on a phone', phone],
  ])('has nothing for axe to find and does not scroll sideways, %s', async (_name, size) => {
    const page = await pageOf('mayor', size);
    for (const address of [board('city', `?compare=${before.id}`), board('b1'), `${site.origin}/board/`]) {
      await open(page, address, 'h1');
      await page.waitForLoadState('networkidle');
      expect(await faultsOf(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page, board('city'));
    expect(await axeFinds(page)).toEqual([]);
  });

  it('names what the overall score is the mean of, says units, and leaves no holes between cards', async () => {
    const rows = ['门岗', '保洁', '绿化', '停车', '维修'].map((label, at) => ({ id: `r${at}`, label }));
    const { form } = await site.publishForm({
      title: '五项',
      layout: 'steps',
      questions: [
        { id: 'people', type: 'number', title: '家里几口人', unit: '人', min: 1, max: 9 },
        { id: 'marks', type: 'indicator', title: '楼道整洁', full: 20, levels: [{ label: '好', from: 16 }] },
        { id: 'parts', type: 'matrix-scale', title: '各项', from: 1, to: 5, rows },
      ],
    });
    const five = await site.openCampaign(form);
    for (let at = 0; at < 30; at++) {
      const parts = Object.fromEntries(rows.map(({ id }, row) => [id, 1 + ((at + row) % 5)]));
      await send(five.slug, 'b1', { people: 2 + (at % 2), marks: { marks: at % 2 ? 14 : 18 }, parts });
    }
    const page = await pageOf('mayor');
    await open(page, `${site.origin}/board/${five.id}/b1`);
    expect(await page.textContent('.headline')).toContain('是 6 项的平均');
    expect(await page.locator('.tile h2').allTextContents()).toEqual(['楼道整洁', '门岗', '保洁', '绿化']);
    await page.getByText('总得分里还有：停车 50.0 分、维修 50.0 分。').waitFor();
    const card = (title: string) => page.locator('.question', { hasText: title });
    expect(await card('家里几口人').textContent()).toContain('平均 2.5 人');
    expect(await card('楼道整洁').textContent()).toContain('平均 16 分');
    expect(await card('楼道整洁').textContent()).not.toContain('满意率');
    expect(await card('门岗').textContent()).toContain('满意率');
    const boxes = await page
      .locator('.question')
      .evaluateAll((cards) => cards.map((one) => one.getBoundingClientRect().toJSON()));
    expect(new Set(boxes.map(({ left }) => left)).size).toBe(2);
    boxes.forEach((box, at) => {
      const above = boxes[at - 1];
      if (above && above.left === box.left) expect(box.top - above.bottom).toBeLessThan(24);
    });
  });

  it('leads down and up by links and by keyboard, and sorts by score but never by number of answers', async () => {
    const page = await pageOf('mayor');
    await open(page, board('east'));
    const names = () => page.locator('.table').first().locator('tbody th a').allTextContents();
    const order = page.getByLabel('顺序', { exact: true });
    expect(await order.locator('option').allTextContents()).toEqual(['按辖区顺序', '按得分']);
    expect(await names()).toEqual(['e1 community', 'e2 community']);
    await order.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText(/范围都连在一起，分不出先后/).waitFor();
    expect(await page.locator('.table').first().locator('caption').textContent()).toContain('按得分');
    await page.getByRole('link', { name: 'e1 community' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(board('e1'));
    await page.waitForSelector('text=e1h grid');
    await page.getByRole('link', { name: 'east street' }).click();
    await page.waitForURL(board('east'));
  });

  it('puts another campaign beside this one and says what became of it', async () => {
    const page = await pageOf('mayor');
    await open(page, board('city'));
    await page.getByLabel('和哪一期比').selectOption({ index: 1 });
    await page.waitForSelector('text=比上半年低');
    expect(page.url()).toContain(`compare=${before.id}`);
    expect(await page.locator('.interval-dot.before').count()).toBeGreaterThan(0);
  });

  it('shows a leader no answers, and no more of the tree than the own branch', async () => {
    const page = await pageOf('e1leader');
    await open(page, board('e1'));
    expect(await page.locator('.crumbs a').count()).toBe(0);
    expect(await page.getByText('看这 24 条').count()).toBe(0);
    await page.goto(board('city'));
    await page.waitForSelector('[role="alert"]');
  });

  it('opens every fold that is printed for the printer and closes them again', async () => {
    const page = await pageOf('mayor', phone);
    await open(page, board('city'));
    const folded = () => page.locator('details:not([open], .no-print)').count();
    const at = await folded();
    expect(at).toBeGreaterThan(0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await folded()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await folded()).toBe(at);
  });
});

describe('by keys', () => {
  it('the first stop leads past the top of the page', async () => {
    const page = await pageOf('mayor');
    await open(page, board('west'));
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.waitForSelector('.headline');
  });

  it('that the data is made up stands in a landmark', async () => {
    await site.db
      .prepare("INSERT OR REPLACE INTO setting (root, body) VALUES ('city', '{\"demo\":true}')")
      .run();
    const page = await pageOf('mayor');
    await open(page, board('west'));
    await page.getByText('演示数据：').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await site.db.prepare("DELETE FROM setting WHERE root = 'city'").run();
  });
});

describe('a shared link', () => {
  it('shows the card to a guest until it is ended', async () => {
    const page = await pageOf('mayor');
    await open(page, board('west'));
    // What staff see is not for a hall: the wall leads to a link first.
    await page.getByRole('button', { name: '上墙' }).click();
    await page.getByText('这样上墙的是工作人员看的数').waitFor();
    await page.getByRole('button', { name: '给大厅生成链接' }).click();
    await page.getByRole('button', { name: '生成链接' }).click();
    const link = await page.getByLabel('链接', { exact: true }).inputValue();
    expect(await axeFinds(page)).toEqual([]);

    const guest = await pageOf(undefined, phone);
    const sent: string[] = [];
    guest.on('request', (request) => sent.push(request.url()));
    await open(guest, link);
    expect(await guest.textContent('.headline')).toContain('收回 21 份');
    expect(await guest.locator('#children').count()).toBe(0);
    expect(sent.join()).not.toContain(link.split('#')[1]);
    expect(await axeFinds(guest)).toEqual([]);
    await guest.goto('about:blank');
    await open(guest, link.replace('#', '?wall#'), '.wall');
    await guest.getByText('公布版第 1 版，').waitFor();
    expect(await guest.getByText('每分钟更新').count()).toBe(0);
    await guest.goto('about:blank');
    await open(guest, link);

    await page.getByRole('button', { name: '收回链接' }).click();
    await page.waitForSelector('text=已收回');
    await guest.reload();
    expect(await guest.textContent('[role="alert"]')).toContain('已经失效');
    expect(await guest.getByRole('button', { name: '再试一次' }).count()).toBe(0);
    expect(await guest.locator('h1').count()).toBe(1);
  });
});

describe('sheets', () => {
  const print = (kind: string, unit = 'city') =>
    `${site.origin}/print/${kind}?campaign=${run.id}&unit=${unit}`;
  const mm = (pixels: number) => (pixels / 96) * 25.4;

  it.each([
    ['posters', 6],
    // One for every household, eight on a sheet, and a sheet has one building.
    ['slips', 31],
    ['codes', 6],
  ])('%s come on A4 sheets, each of one building', async (kind, sheets) => {
    const page = await pageOf('mayor');
    await open(page, print(kind), '.button.primary');
    expect(await page.locator('.sheet').count()).toBe(sheets);
    expect(await axeFinds(page)).toEqual([]);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(sheets);
  });

  it('speak the chosen language, whole', async () => {
    const page = await pageOf('mayor');
    await open(page, print('posters'), '.button.primary');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Which buildings').first().waitFor();
    expect(await page.getByText('要哪些楼栋').count()).toBe(0);
  });

  it('set the code of a poster 110 mm wide and nothing outside the sheet', async () => {
    const page = await pageOf('mayor');
    await open(page, print('posters', 'e1g'), '.button.primary');
    expect(await page.locator('.sheet').count()).toBe(2);
    await page.emulateMedia({ media: 'print' });
    const box = await page.locator('.sheet .qr').first().boundingBox();
    const modules = await page
      .locator('.sheet .qr')
      .first()
      .evaluate((qr) => Number(qr.getAttribute('viewBox')?.split(' ')[2]));
    expect(mm(box?.width ?? 0) * ((modules - 8) / modules)).toBeCloseTo(110, 0);
    expect(modules - 8).toBeLessThanOrEqual(33);
    const cut = await page
      .locator('.sheet')
      .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight).length);
    expect(cut).toBe(0);
  });

  it('draw a picture of 1080 × 1440 for each building', async () => {
    const page = await pageOf('mayor', phone);
    await open(page, print('picture', 'e1'), '.button.primary');
    const sizes = await page
      .locator('.pictures img')
      .evaluateAll((all) =>
        all.map((one) => (one instanceof HTMLImageElement ? [one.naturalWidth, one.naturalHeight] : [])),
      );
    expect(sizes).toEqual([
      [1080, 1440],
      [1080, 1440],
      [1080, 1440],
    ]);
    expect(await faultsOf(page)).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('.button.primary')]);
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
  });

  it('say what is missing in a link that was cut off', async () => {
    const page = await pageOf('mayor');
    await open(page, `${site.origin}/print/posters`, '[role="alert"]');
    expect(await axeFinds(page)).toEqual([]);
  });
});
