// A roll as the office meets it: a sheet from somewhere is matched and checked, every row that cannot be used is told, the
// list is corrected, an objection answered, the roll made final, and letters come out of the printer that fit an envelope.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { excelFile } from '../../web/ui/excel-file.ts';
import { faultsOf } from './look.ts';
import { open, openForTests, pageOf, phone, site } from './opened.ts';
import { printedPages } from './printed.ts';

openForTests();

const sheet = async () => {
  const file = await excelFile([
    {
      name: '户名册',
      head: ['楼栋', '单元', '号头', '户主', '身份证号', '联系方式'],
      rows: [
        ['b1', '1', '101', '张三', '420281198001011234', '13800138000'],
        ['b1', '1', '102', '李四', '420281198001011235', ''],
        ['b1', '1', '101', '王五', '420281198001011236', ''],
        ['b9', '1', '101', '赵六', '420281198001011237', ''],
        ['b2', '2', '201', '钱七', '420281198001011238', '打不通'],
        ['b2', '2', '202', '孙八', '420281198001011239', '0714-8700000'],
      ],
    },
  ]);
  return {
    name: '户名册.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await file.arrayBuffer()),
  };
};

test('a sheet becomes a final roll, and its letters fit their envelope', async () => {
  const page = await pageOf('easteditor');
  await open(page, '/staff/rolls', '名册');
  await page.getByRole('button', { name: '新建名册' }).click();
  await page.getByLabel('名称').fill('东街户名册');
  await page.getByRole('button', { name: '建这本名册' }).click();
  await page.getByRole('heading', { level: 1, name: '东街户名册' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('link', { name: '从表格加' }).click();
  await page.locator('#roll-file').setInputFiles(await sheet());
  await page.getByText('像身份证号').waitFor();
  expect(await page.getByText('420281').count()).toBe(0);
  // Nobody could guess what 号头 is.
  await page.getByRole('button', { name: '检查这张表' }).click();
  await page.getByText('请指出哪一列是门牌').waitFor();
  await page.getByLabel('这一列是：号头').selectOption('门牌');
  await page.getByRole('button', { name: '检查这张表' }).click();
  await page.getByText('新加 3，更改 0，没变 0').waitFor();
  await page.getByText('3 行用不了').waitFor();
  const refused = await page.locator('.table tbody tr').allTextContents();
  expect(refused.map((row) => row.replace(/\s+/g, ''))).toEqual([
    '4▲和第2行重复。',
    '5▲这个范围里没有“b9”这栋楼。请写全名或编码，或先在“辖区”里加上。',
    '6▲电话“打不通”不对。',
  ]);
  const file = await page.getByRole('link', { name: '下载用不了的行' }).getAttribute('href');
  expect(decodeURIComponent(file ?? '')).toMatch(/赵六/);
  expect(decodeURIComponent(file ?? '')).not.toMatch(/420281/);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '把 3 行加进名册' }).click();
  await page.getByRole('heading', { name: '加好了' }).waitFor();
  await page.getByRole('link', { name: '回到名册' }).click();
  await page.getByText('3 户').first().waitFor();

  // One is struck by mistake and brought back; one name is put right.
  await page.getByRole('link', { name: '查看、修改每一户' }).click();
  await page.getByRole('button', { name: '划掉：b1 building 1单元 102' }).click();
  await page.getByText('▲ 已划掉').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => page.getByText('▲ 已划掉').count()).toBe(0);
  await page.getByRole('button', { name: '修改：b1 building 1单元 102' }).click();
  await page.getByLabel('户主或代表').fill('李四光');
  await page.getByRole('button', { name: '保存这一户' }).click();
  await page.getByRole('cell', { name: '李四光' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: '东街户名册' }).click();

  // While an objection waits, the roll is not made final.
  await page.getByRole('button', { name: '今天公布了' }).click();
  await page.getByText('，还有 5 天').first().waitFor();
  await page.getByRole('button', { name: '登记一条异议' }).click();
  await page.getByLabel('说了什么').fill('3 单元少了一户');
  await page.getByLabel('谁提的').fill('周女士');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('◐ 待答复').waitFor();
  await page.getByRole('button', { name: '定稿', exact: true }).click();
  await page.getByRole('button', { name: '定稿，不再改' }).click();
  // Said beside the button, in the dialog, and by whom it was refused.
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('alert').getByText('还有 1 条异议没有答复').waitFor();
  expect(await page.getByText('▲ 还有 1 条异议没有答复。').count()).toBe(2);
  expect(await page.getByText('▲ 公布还没有满，还有 5 天可以提异议。').count()).toBe(2);
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await page.getByLabel('不成立，照旧').check();
  await page.getByLabel('答复了什么').fill('那一户在西街');
  await page.getByRole('button', { name: '记下答复' }).click();
  await page.getByText('○ 不成立').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  // What is upheld and not done is not forgotten.
  await page.getByRole('button', { name: '登记一条异议' }).click();
  await page.getByLabel('说了什么').fill('102 的名字写错了');
  await page.getByLabel('谁提的').fill('李先生');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await page.getByLabel('答复了什么').fill('照改');
  await page.getByRole('button', { name: '记下答复' }).click();
  await page.getByText('▲ 有 1 条异议答复成立、名册要改，可是名册从那以后没有改过。').waitFor();

  // The list for the wall: a notice and a sheet for each building, with no name in full.
  const wall = await pageOf('easteditor');
  await wall.goto(
    site.origin + (await page.getByRole('link', { name: '印公布用的名册' }).getAttribute('href')),
  );
  await wall.getByRole('button', { name: '打印这 3 张' }).waitFor();
  await expect.poll(() => wall.locator('.sheet').count()).toBe(3);
  const posted = (await wall.locator('.sheet').allTextContents()).join('');
  expect(posted).toContain('张*');
  expect(posted).toContain('李**');
  expect(posted).not.toMatch(/张三|李四|孙八/);
  expect(await faultsOf(wall)).toEqual([]);
  const onWall = printedPages(await wall.pdf({ preferCSSPageSize: true }));
  expect(onWall.map(({ width, height }) => [width, height].map(Math.round))).toEqual(
    Array.from({ length: 3 }, () => [210, 297]),
  );
  expect(
    await wall
      .locator('.paper-area')
      .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length),
  ).toBe(0);
  await wall.close();
  await page.getByRole('button', { name: '定稿', exact: true }).click();
  await page.getByRole('button', { name: '定稿，不再改' }).click();
  const code = await page.locator('.roll-code').textContent();

  // Whoever has the file finds the same code.
  await page.getByRole('button', { name: '更多操作' }).click();
  const bytes = await page.getByRole('link', { name: '导出（用来核对校验码）' }).getAttribute('href');
  const exported = await page.request.get(site.origin + bytes);
  expect(
    createHash('sha256')
      .update(await exported.body())
      .digest('hex'),
  ).toBe(code);

  // No election goes by it yet: letters wait, and can be had by whoever must.
  await page.getByText('等推选定稿以后再印').waitFor();
  await page.getByRole('link', { name: '去办推选' }).waitFor();
  await page.getByRole('link', { name: '印投票信' }).click();
  await page.getByText('推选还没有定稿').waitFor();
  await page.getByRole('button', { name: '做 2 封信' }).click();
  await page.getByText('做好了 2 封').waitFor();
  await page.getByText('信上没有校验码').waitFor();
  await expect.poll(() => page.locator('.letter').count()).toBe(2);
  expect(await faultsOf(page)).toEqual([]);
  const typed = await page.locator('.letter-typed').first().locator('span').allTextContents();
  expect(typed.join(' ')).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  const box = await page.evaluate(() => {
    const [letter, address] = ['.letter', '.letter address'].map((one) =>
      document.querySelector(one)?.getBoundingClientRect(),
    );
    const mm = 210 / (letter?.width ?? 1);
    return [
      ((address?.left ?? 0) - (letter?.left ?? 0)) * mm,
      ((address?.top ?? 0) - (letter?.top ?? 0)) * mm,
      (address?.width ?? 0) * mm,
      (address?.height ?? 0) * mm,
    ].map(Math.round);
  });
  expect(box).toEqual([20, 45, 85, 45]);
  const pages = printedPages(await page.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBe(2);
  for (const { width, height, codes } of pages) {
    expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
    const [qr, ...others] = codes;
    expect(others).toEqual([]);
    if (!qr) throw new Error('no code on the letter');
    expect(Math.abs(qr.side - 50)).toBeLessThan(0.2);
    expect(qr.quiet).toBe(4);
    // Below the fold, so that it never lies behind the window.
    expect(qr.top).toBeGreaterThan(105);
  }
  await page.getByRole('button', { name: '都印好了' }).click();
  await page.getByText('记下了，2 封印好').waitFor();
  await page.getByText('（印好 2/2）').waitFor({ state: 'attached' });

  // One letter is lost: a new one comes alone, with its address. Then the whole building's are.
  const { body: all } = await site.as('easteditor')('GET', '/api/rolls');
  const own = all.rolls[0].id;
  await open(page, `/staff/rolls/${own}/entries`, '查看每一户，重做投票信');
  await page.getByRole('row', { name: /102/ }).getByRole('link', { name: '重做投票信' }).click();
  await page.getByText('给b1 building 1单元 102 李四光重做一封').waitFor();
  await page.getByRole('button', { name: '作废旧的，做新的' }).click();
  await expect.poll(() => page.locator('.letter').count()).toBe(1);
  expect(await page.locator('.letter address').textContent()).toBe(
    'east street e1 community b1 building1单元 102李四光 收',
  );
  await page.getByRole('button', { name: '都印好了' }).click();
  await page.getByText('记下了，1 封印好').waitFor();
  await page.goto(`${site.origin}/print/letters?roll=${own}`);
  await page.getByLabel('哪栋楼').selectOption({ label: 'b1 building（印好 2/2）' });
  await page.getByRole('button', { name: '这栋楼的信丢了，全部作废' }).click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '作废 2 封' }).click();
  await page.getByText('2 封已作废').waitFor();
  await page.getByRole('button', { name: '做 2 封信' }).waitFor();

  const small = await pageOf('easteditor', phone);
  await open(small, `/staff/rolls/${own}`, '东街户名册');
  await small.getByText('0/2 封').waitFor();
  expect(await faultsOf(small)).toEqual([]);
}, 120_000);

test('no roll is begun for an area without buildings, and it is said why', async () => {
  const made = await site.as('mayor')('POST', '/api/units/e1/children', {
    kind: 'estate',
    name: '空小区',
    code: 'EMPTY',
  });
  expect(made.status).toBe(200);
  const page = await pageOf('easteditor');
  await open(page, '/staff/rolls', '名册');
  await page.getByRole('button', { name: '新建名册' }).click();
  await page.getByRole('button', { name: '修改' }).click();
  await page.getByPlaceholder('按名称或编码找').fill('空小区');
  await page.getByRole('button', { name: /空小区/ }).click();
  await page.getByText('“空小区”下面没有楼栋').waitFor();
  await page.getByRole('button', { name: '建这本名册' }).click();
  expect(await page.getByRole('heading', { level: 1, name: '名册', exact: true }).count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
}, 60_000);

test('a roll without a sheet: so many stairwells, floors and doors', async () => {
  const page = await pageOf('easteditor');
  const made = await site.as('easteditor')('POST', '/api/units/e1/rolls', {
    kind: 'household',
    title: '没有表格',
    note: '',
  });
  await open(page, `/staff/rolls/${made.body.id}`, '没有表格');
  await page.getByRole('button', { name: '按楼栋生成门牌' }).click();
  await page.getByRole('button', { name: '全选' }).click();
  await page.getByRole('button', { name: '生成 108 户' }).click();
  await page.getByText('新加 108 户').waitFor();
  await page.getByText('36 户').first().waitFor();
  // All buildings in their order, as many whole ones as fill a page.
  await page.getByRole('link', { name: '查看、修改每一户' }).click();
  const doorsOf = async () => [
    ...new Set((await page.locator('tbody th').allTextContents()).map((door) => door.split(' ')[0])),
  ];
  await expect.poll(doorsOf).toEqual(['b1', 'b2']);
  await page.getByRole('button', { name: '再看一些' }).click();
  await expect.poll(doorsOf).toEqual(['b3']);
  // The leader of the branch sees counts and no door.
  const leader = await pageOf('e1leader');
  await open(leader, `/staff/rolls/${made.body.id}`, '没有表格');
  await leader.getByText('108 户').first().waitFor();
  expect(await leader.getByRole('link', { name: '查看、修改每一户' }).count()).toBe(0);
  const entries = await site.as('e1leader')('GET', `/api/rolls/${made.body.id}/entries`);
  expect(entries.status).toBe(403);
}, 60_000);
