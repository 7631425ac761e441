// Staff's way through the figures of a run: down and up the tree, side by side, crossed, in words, and out into a report.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { responseId } from '../http/city.ts';
import { faultsOf, scrollsSideways } from './look.ts';
import { desk, openForTests, pageOf, phone, site } from './opened.ts';

const rows = [
  { id: 'clean', label: '保洁' },
  { id: 'safe', label: '门岗' },
];
const definition: Definition = {
  title: '物业服务满意度调查',
  layout: 'pages',
  questions: [
    {
      id: 'age',
      type: 'single',
      title: '您的年龄',
      options: [
        { id: 'young', label: '60 岁以下' },
        { id: 'old', label: '60 岁以上' },
      ],
    },
    {
      id: 'overall',
      type: 'scale',
      title: '总体满意吗',
      from: 1,
      to: 5,
      labels: ['很不满意', '不满意', '一般', '满意', '很满意'],
    },
    {
      id: 'parts',
      type: 'matrix-single',
      title: '多久一次',
      rows,
      columns: [
        { id: 'a', label: '每天' },
        { id: 'b', label: '每周' },
      ],
    },
    { id: 'people', type: 'number', title: '家里几口人', min: 1, max: 9, unit: '人' },
    { id: 'day', type: 'date', title: '哪天有空' },
    { id: 'words', type: 'long-text', title: '还想说什么' },
  ],
};

let run = { id: '', slug: '' };
let form = '';
async function send(slug: string, unit: string, answers: object): Promise<void> {
  const path = `/api/campaigns/${slug}/responses/${responseId()}`;
  const reply = await site.anyone('PUT', path, { version: 1, unit, answers });
  expect(reply.status, reply.text).toBeLessThan(300);
}
openForTests(async () => {
  ({ form } = await site.publishForm(definition));
  run = await site.openCampaign(form, { title: '下半年调查' });
  for (const [unit, n] of Object.entries({ b1: 12, b2: 10, b3: 8, b4: 3, b5: 14, b6: 13 }))
    for (let at = 0; at < n; at++) {
      const answers = {
        age: at % 2 ? 'old' : 'young',
        overall: at % 2 ? 5 : 2,
        parts: { clean: 'a', safe: at % 3 ? 'a' : 'b' },
        people: 1 + (at % 3),
        day: `2026-03-0${1 + (at % 5)}`,
        ...(at % 4 === 0 && { words: '电梯老是坏，请打13800138000' }),
      };
      await send(run.slug, unit, answers);
    }
});

const address = (unit: string, query = '') => `/staff/campaigns/${run.id}/figures/${unit}${query}`;
async function open(page: Page, unit: string, query = ''): Promise<void> {
  await page.goto(site.origin + address(unit, query));
  await page.getByRole('heading', { level: 2, name: '1. 您的年龄' }).waitFor();
}
const question = (page: Page, title: string) =>
  page.locator('section.figure-card', { has: page.getByRole('heading', { level: 2, name: title }) });

describe('the figures of a run', () => {
  it('are reached from the run, and say each question in a sentence, a chart and a table', async () => {
    const page = await pageOf('eastadmin');
    await page.goto(`${site.origin}/staff/campaigns/${run.id}`);
    await page.getByRole('link', { name: '统计：每道题的图和表' }).click();
    await page.getByRole('heading', { level: 1, name: '统计' }).waitFor();
    const age = question(page, '1. 您的年龄');
    await age.getByText('最多的是“60 岁以下”：17 份，占 52%。').waitFor();
    await age.getByRole('img', { name: /最多的是/ }).waitFor();
    await age.getByRole('button', { name: /看表格/ }).click();
    expect(await age.getByRole('table').getByRole('row').allTextContents()).toEqual([
      '选项份数占比',
      '60 岁以下1752%',
      '60 岁以上1648%',
      '答了的份数33',
    ]);
    await question(page, '4. 家里几口人').getByText('平均 1.9 人').waitFor();
  });

  it('go down to a unit and up again, and hide what boards hide', async () => {
    const page = await pageOf('mayor');
    await open(page, 'city');
    await page.getByLabel('往下看').selectOption({ label: 'east street' });
    await page.getByText(/east street · 收回 33 份/).waitFor();
    await page.getByLabel('往下看').selectOption({ label: 'e2 community' });
    await page.getByText('这里不能显示：不足 5 人，为保护隐私不显示。请看上一级。').waitFor();
    await page.getByText(/e2 community · 不足 5 份/).waitFor();
    expect(await page.locator('svg.chart').count()).toBe(0);
    await page.getByRole('navigation', { name: '辖区' }).getByRole('link', { name: 'city city' }).click();
    await page.getByText(/city city · 收回 60 份/).waitFor();
  });

  it('put the units of a level side by side in the order of the administration', async () => {
    const page = await pageOf('mayor');
    await open(page, 'city');
    await page.getByLabel('按下级对比').selectOption({ label: '各社区（3 个）' });
    const overall = question(page, '2. 总体满意吗');
    await overall.getByText('3 个下级，按辖区顺序；其中 2 个不显示。').waitFor();
    await overall
      .getByRole('button', { name: /看表格/ })
      .last()
      .click();
    const lines = await overall.getByRole('table').getByRole('row').allTextContents();
    expect(lines.slice(1).map((line) => line.slice(0, 24))).toEqual([
      expect.stringMatching(/^e1 community相邻的人数太少/),
      expect.stringMatching(/^e2 community不足 5 人/),
      expect.stringMatching(/^w1 community27/),
    ]);
    await page.reload();
    await overall.getByText(/3 个下级/).waitFor();
  });

  it('cross two questions, and tell no cell of fewer than five', async () => {
    const page = await pageOf('easteditor');
    await open(page, 'east');
    const cross = question(page, '两道题交叉看');
    await cross.getByLabel('每一行是').selectOption({ label: '1. 您的年龄' });
    await cross.getByLabel('每一栏是').selectOption({ label: '3. 多久一次：门岗' });
    await cross.getByRole('button', { name: '数一数' }).click();
    await cross.getByRole('button', { name: /看表格/ }).click();
    await expect
      .poll(() => cross.getByRole('table').getByRole('row').allTextContents())
      .toEqual(['名称答了的份数每天每天 占比每周每周 占比', '60 岁以下171059%741%', '60 岁以上161169%531%']);
    await cross.getByLabel('每一栏是').selectOption({ label: '4. 家里几口人' });
    await cross.getByRole('button', { name: '数一数' }).click();
    await cross.getByRole('button', { name: /看表格/ }).click();
    const cells = await cross.getByRole('table').getByRole('cell').allTextContents();
    expect(cells.some((cell) => /^[1-4]$/.test(cell))).toBe(false);
  });

  it('list the words of three people and more, and who said so, but no number of a telephone', async () => {
    const page = await pageOf('easteditor');
    await open(page, 'east');
    const words = question(page, '6. 还想说什么');
    await words.getByRole('button', { name: /看常用的词/ }).click();
    await words.getByRole('button', { name: /^电梯/ }).first().waitFor();
    expect((await words.getByRole('listitem').allTextContents()).join(' ')).not.toContain('1380');
    await words.getByRole('button', { name: /^电梯/ }).first().click();
    await words.getByText(/份里有/).waitFor();
    await question(page, '5. 哪天有空')
      .getByRole('button', { name: /看集中在哪些天/ })
      .click();
    await question(page, '5. 哪天有空').getByText('“2026-03-01”和“2026-03-02”一样多').waitFor();
  });

  it('show leaders the counts, and nothing that comes from single answers', async () => {
    const page = await pageOf('eastleader');
    await open(page, 'east');
    await question(page, '6. 还想说什么').getByText('9 份答了这道题。').waitFor();
    expect(await page.getByRole('button', { name: /看常用的词|数一数|集中在哪些天/ }).count()).toBe(0);
  });
});

describe('what cannot be read from answers any more', () => {
  it('is said: too many of them at once, or erased when their time was over', async () => {
    const other = await site.openCampaign(form, { title: '上一期' });
    for (let at = 0; at < 11; at++)
      await send(other.slug, 'b1', { age: at < 6 ? 'old' : 'young', overall: 4, words: '好' });
    await site.db
      .prepare('UPDATE tally SET n = 60000 WHERE campaign = ?1 AND unit = ?2')
      .bind(other.id, 'city')
      .run();
    const page = await pageOf('mayor');
    await page.goto(`${site.origin}/staff/campaigns/${other.id}/figures/city`);
    await page.getByText('这里有 60,000 份答卷，超过 50,000 份就不能交叉。').waitFor();
    await page.getByText('超过 50,000 份，这里不列常用的词。').waitFor();
    expect(await page.getByRole('button', { name: /看常用的词|数一数/ }).count()).toBe(0);
    await site.db.prepare('UPDATE campaign SET erased_at = 1 WHERE id = ?1').bind(other.id).run();
    await page.goto(`${site.origin}/staff/campaigns/${other.id}/figures/b1`);
    await page.getByText('保存期已过').waitFor();
    await question(page, '1. 您的年龄').getByText('最多的是“60 岁以上”：6 份，占 55%。').waitFor();
    expect(await page.getByRole('button', { name: /看常用的词|数一数/ }).count()).toBe(0);
  });
});

describe('into a report', () => {
  it('a picture twice as sharp goes into the clipboard, and a table that sheets take', async () => {
    const page = await pageOf('mayor');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, 'city');
    const age = question(page, '1. 您的年龄');
    await age.getByRole('button', { name: /复制图片/ }).click();
    await page.getByText('图片已复制').waitFor();
    const picture = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const image = item && (await createImageBitmap(await item.getType('image/png')));
      const canvas = document.createElement('canvas');
      canvas.width = image?.width ?? 0;
      canvas.height = image?.height ?? 0;
      const pen = canvas.getContext('2d');
      if (!image || !pen) throw new Error('no picture');
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set<string>();
      for (let at = 0; at < data.length; at += 4) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
      return { width: image.width, corner: [...data.slice(0, 3)], accent: colours.has('23,84,122') };
    });
    expect(picture).toEqual({ width: (720 + 48) * 2, corner: [255, 255, 255], accent: true });
    await age.getByRole('button', { name: /复制表格/ }).click();
    await page.getByText('表格已复制').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '选项\t份数\t占比\n60 岁以下\t31\t52%\n60 岁以上\t29\t48%\n答了的份数\t60\t',
    );
  });

  it('where there is no clipboard the picture is a download', async () => {
    const page = await pageOf('mayor');
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await open(page, 'city');
    const download = page.waitForEvent('download');
    await question(page, '1. 您的年龄')
      .getByRole('button', { name: /复制图片/ })
      .click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('1. 您的年龄.png');
    expect((await readFile(await file.path())).subarray(1, 4).toString()).toBe('PNG');
    await page.getByText('图片已存到下载里').waitFor();
  });

  it('prints without what is pressed, and not wider than a sheet', async () => {
    const page = await pageOf('mayor');
    await open(page, 'city', '?depth=2');
    await page
      .getByText(/3 个下级/)
      .first()
      .waitFor();
    await page.setViewportSize({ width: 680, height: 960 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(0);
    await page.getByText(/^打印于/).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
  });
});

it.each([
  ['on a desk', desk, 'light'],
  ['on a phone', phone, 'light'],
  ['in the dark', phone, 'dark'],
] as const)('axe finds nothing and nothing scrolls sideways, %s', async (_name, size, scheme) => {
  const page = await pageOf('mayor', size, scheme);
  await open(page, 'city', '?depth=3');
  await page
    .getByText(/4 个下级/)
    .first()
    .waitFor();
  const cross = question(page, '两道题交叉看');
  await cross.getByRole('button', { name: '数一数' }).click();
  await cross.getByRole('button', { name: /看表格/ }).click();
  await question(page, '6. 还想说什么')
    .getByRole('button', { name: /看常用的词/ })
    .click();
  await question(page, '6. 还想说什么').getByRole('button', { name: /^电梯/ }).first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
