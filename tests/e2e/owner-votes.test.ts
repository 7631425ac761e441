// A vote of owners as it goes: written and posted by the office, papers printed, service recorded, owners vote with their
// letters on a phone and change their minds, paper is entered by two people, the votes are counted and all can see why.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { moveVote, type OwnerRow, type PlantedVote, plantOwnerVote } from '../http/planted-owner-vote.ts';
import { faultsOf } from './look.ts';
import { open, openForTests, pageOf, phone, site } from './opened.ts';
import { printedPages } from './printed.ts';

const rows: OwnerRow[] = [
  { door: '101', name: '张三', area: 8950 },
  { door: '102', name: '李四', area: 9000 },
  { door: '103', name: '王五', area: 10_000 },
  { unit: 'b2', door: '201', name: '张三', area: 7001 },
];
let planted: PlantedVote;
openForTests(async () => {
  planted = await plantOwnerVote(site, 'preparing', { rows });
});

const voteNow = async () => {
  const { votes } = (await site.as('easteditor')('GET', '/api/owner-votes')).body;
  return votes.find(({ title }: { title: string }) => title === '选聘物业表决').id as string;
};

test('written, posted, printed, served, voted on by phone and on paper, counted and announced', async () => {
  const page = await pageOf('easteditor');
  await open(page, '/staff/new', '新建');
  await page.getByRole('link', { name: '办业主表决' }).click();
  await page.getByLabel('名称').fill('选聘物业表决');
  await page.getByLabel('主办（落款）').fill('滨河小区业委会');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '建好，去写事项' }).click();
  await page.getByRole('heading', { level: 1, name: '选聘物业表决' }).waitFor();
  await page.getByText('至少写一件事项').waitFor();

  await page.getByRole('button', { name: '加一件事项' }).click();
  await page.getByLabel('表决什么，一句话').fill('选聘新的物业公司');
  await page.getByLabel('说明：花多少钱').fill('合同三年，每平方米 1.2 元。');
  // Nobody takes an item of the law, or that a vote binds, for chosen which is not.
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByText('请选属于哪一项').waitFor();
  await page.getByText('请选在这里投的算不算数').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // What is ticked is filled in, or it is not saved.
  await page.getByText('只作征询和存档，正式表决在别处投').click();
  await page.getByText('更多设置').click();
  await page.getByText('公示名单写出每户选了什么').click();
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByText('请写正式表决在哪里投').waitFor();
  await page.getByText('请写公示每户选择的依据').waitFor();
  await page.getByText('公示名单写出每户选了什么').click();
  await page.getByText('算数，就在这里定').click();
  await page.getByLabel('属于民法典').selectOption({ index: 6 });
  await page.getByText('都有四分之三以上同意').first().waitFor();
  await page.getByLabel('属于民法典').selectOption({ index: 4 });
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByRole('button', { name: '发公告' }).click();
  await page.getByRole('dialog').getByText('3 人、349.51 平方米').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // Whose units are joined by the name alone is looked at first.
  await page.getByRole('dialog').getByText('只有姓名相同，没有电话和编号：').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '发公告' }).click();
  await page.getByText('再勾上').waitFor();
  await page.getByText('看过了，都没有算错').click();
  await page.getByRole('dialog').getByRole('button', { name: '发公告' }).click();
  await page.getByText('公告期，还没开始投').waitFor();
  const vote = await voteNow();

  const paper = await pageOf('easteditor');
  await paper.goto(`${site.origin}/print/owners?vote=${vote}&what=ballots`);
  await expect.poll(() => paper.locator('.owner-ballot').count()).toBe(3);
  expect(await faultsOf(paper)).toEqual([]);
  const ballots = printedPages(await paper.pdf({ preferCSSPageSize: true }));
  expect(ballots.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
    Array.from({ length: 3 }, () => [210, 297]),
  );
  await paper.goto(`${site.origin}/print/owners?vote=${vote}&what=notice`);
  await paper.locator('.owner-paper').waitFor();
  // The type area of an official paper is 156 mm wide (GB/T 9704).
  await paper.emulateMedia({ media: 'print' });
  const wide = await paper.locator('.owner-paper').evaluate((one) => one.getBoundingClientRect().width);
  expect(Math.abs((wide * 25.4) / 96 - 156)).toBeLessThan(0.3);

  // Served, by mistake one too many.
  await page.getByRole('link', { name: '登记送达、录纸票' }).click();
  await page.getByRole('link', { name: 'b1 building' }).click();
  await page.getByRole('button', { name: '选中没送达的 3 套' }).click();
  await page.getByRole('button', { name: '登记 3 套已送达' }).click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '登记送达' }).click();
  await expect.poll(() => page.getByText('● 当面交到').count()).toBe(3);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => page.getByText('○ 没登记').count()).toBe(3);
  await page.getByLabel('101').check();
  await page.getByRole('button', { name: '登记 1 套已送达' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '登记送达' }).click();
  await expect.poll(() => page.getByText('● 当面交到').count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);

  await moveVote(site, vote, 'open');
  const owner = await pageOf(undefined, phone);
  await owner.goto(`${site.origin}/o#${planted.secret}`);
  await owner.getByText('一共 2 套，159.51 平方米，合在一起算 1 人').waitFor();
  expect(await faultsOf(owner)).toEqual([]);
  const through = async (choice: string) => {
    await owner.getByText(choice, { exact: true }).click();
    await owner.getByRole('button', { name: '下一步' }).click();
    await owner.getByRole('heading', { name: '签名' }).waitFor();
  };
  await owner.getByRole('button', { name: '开始投票' }).click();
  await owner.getByRole('button', { name: '下一步' }).click();
  await owner.getByText('请选一个：同意、反对或弃权').waitFor();
  await through('反对');
  expect(await faultsOf(owner)).toEqual([]);
  await owner.getByRole('button', { name: '看一遍' }).click();
  await owner.getByText('还没有签名').waitFor();
  const box = await owner.locator('.pad').boundingBox();
  if (!box) throw new Error('nowhere to sign');
  await owner.mouse.move(box.x + 30, box.y + 50);
  await owner.mouse.down();
  await owner.mouse.move(box.x + 150, box.y + 90, { steps: 8 });
  await owner.mouse.up();
  await owner.getByRole('button', { name: '看一遍' }).click();
  await owner.locator('.signed').waitFor();
  await owner.getByRole('button', { name: '投出这张票' }).click();
  await owner.getByRole('heading', { name: '已收到，谢谢您' }).waitFor();
  expect(await faultsOf(owner)).toEqual([]);
  // Changed before the end, with a typed name.
  await owner.getByRole('button', { name: '看我的票' }).click();
  await owner.getByRole('button', { name: '改我的票' }).click();
  await through('同意');
  await owner.getByLabel('不方便手写').fill('张三');
  await owner.getByRole('button', { name: '用这个签名' }).click();
  await owner.getByRole('button', { name: '看一遍' }).click();
  await owner.getByRole('button', { name: '投出这张票' }).click();
  await owner.getByRole('heading', { name: '已收到，谢谢您' }).waitFor();

  // A paper of the owner who voted by phone counts only if it came in later.
  await open(page, `/staff/owner-votes/${vote}/units?unit=b1`, 'b1 building');
  await page.getByRole('button', { name: '录纸票：101' }).click();
  await page.getByRole('dialog').getByText('同意', { exact: true }).click();
  await page.getByRole('button', { name: '录好了' }).click();
  await page.getByText('不是后来交的，不用录').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByText('这张纸票是后来交的').click();
  await page.getByRole('button', { name: '录好了' }).click();
  await page.getByText('● 本人填 · ◐ 您录过了，等另一个人录').waitFor();
  await page.getByRole('button', { name: '作废：101' }).click();
  await page.getByLabel('为什么作废').fill('录错');
  await page.getByRole('dialog').getByRole('button', { name: '作废' }).click();
  await page.getByText('请写清原因，至少 5 个字').waitFor();
  await page.getByLabel('为什么作废').fill('录错了门牌');
  await page.getByRole('dialog').getByRole('button', { name: '作废' }).click();
  await page.getByText('● 本人填', { exact: true }).waitFor();

  // Paper of 102: two people, the second errs first.
  const enter = async (login: 'easteditor' | 'eastadmin', choice: string) => {
    const desk = await pageOf(login);
    await open(desk, `/staff/owner-votes/${vote}/units?unit=b1`, 'b1 building');
    const button = desk.getByRole('button', { name: '录纸票：102' });
    await button.waitFor();
    expect(await desk.getByText('同意', { exact: true }).count()).toBe(0);
    await button.click();
    await desk.getByText(choice, { exact: true }).click();
    await desk.getByLabel('代填人姓名').fill('李小四');
    expect(await faultsOf(desk)).toEqual([]);
    await desk.getByRole('button', { name: '录好了' }).click();
    return desk;
  };
  const first = await enter('easteditor', '同意');
  await first.getByText('已录，等另一个人再录一遍').waitFor();
  const second = await enter('eastadmin', '反对');
  await second.getByText('和另一个人录得不一样：选聘新的物业公司').waitFor();
  await second.getByText('▲ 两个人录得不一样').waitFor();
  const again = await enter('eastadmin', '同意');
  await again.getByText('两个人录得一样，算数了').waitFor();
  await again.getByText('● 纸票').waitFor();
  expect(await faultsOf(again)).toEqual([]);

  await open(page, `/staff/owner-votes/${vote}`, '选聘物业表决');
  await page.getByText('2，要 2').waitFor();
  await page.getByText('● 两样都够三分之二').waitFor();
  await moveVote(site, vote, 'over');
  await page.reload();
  await page.getByRole('button', { name: '截止，计票' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '截止，计票' }).click();
  await page.getByText('● 通过').waitFor();
  await page.getByText('收到 2 张：本人填 1，代填 0，纸票 1（其中代填 1）').waitFor();
  await page.getByRole('cell', { name: '249.51' }).first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '公布结果' }).click();
  await page.getByText('已公布').first().waitFor();

  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('button', { name: '导出证据' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('有姓名，请保管好').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '导出证据' }).click(),
  ]);
  await dialog.waitFor({ state: 'detached' });
  const archive = await readFile(await download.path(), 'latin1');
  expect(archive.match(/signatures\/[0-9a-f]{64}\.png/g)).toHaveLength(4);
  for (const name of ['evidence.json', 'ballots.csv', 'ballots-before.csv', 'units.csv', 'result.csv'])
    expect(archive).toContain(name);

  await owner.reload();
  await owner.getByText('● 通过').waitFor();
  expect(await faultsOf(owner)).toEqual([]);
  await paper.emulateMedia({ media: null });
  await paper.goto(`${site.origin}/print/owners?vote=${vote}&what=result`);
  await paper.getByText('1．选聘新的物业公司：通过').waitFor();
  expect(await faultsOf(paper)).toEqual([]);
}, 180_000);

test('who has no letter at hand types its code; a wrong one is told what to do', async () => {
  const page = await pageOf(undefined, phone);
  await page.goto(`${site.origin}/o`);
  await page.getByLabel('请输入信上的字母和数字').fill('0000 0000');
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByText('一共 28 个字母和数字，您输入了 8 个').waitFor();
  await page.getByLabel('请输入信上的字母和数字').fill('0'.repeat(28));
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByText('没有这个码').waitFor();
  await page
    .getByLabel('请输入信上的字母和数字')
    .fill(planted.secret.toLowerCase().replace(/(....)/g, '$1 '));
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByText('您的房屋').waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
