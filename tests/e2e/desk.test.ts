// Staff at the desk: tellers are appointed, a paper ballot is handed out, and an elector votes on the helper's device, which then
// forgets the ballot.
import { describe, expect, test } from 'vitest';
import { openBox, plantSealed, recordOf } from '../http/sealed-election.ts';
import { faultsOf } from './look.ts';
import { open, openForTests, pageOf, phone, site } from './opened.ts';
import { onPhone } from './phone.ts';

openForTests();

describe('the desk', () => {
  test('a teller is appointed, and the link is shown once', async () => {
    const planted = await plantSealed(site, { tellers: 1 });
    const page = await pageOf('easteditor');
    await open(page, `/staff/elections/${planted.election}`, '推选楼栋长');
    await page.getByText('● 监票人1').waitFor();
    await page.getByRole('button', { name: '请监票人' }).click();
    await page.getByLabel('姓名').fill('王芳');
    await page.getByRole('button', { name: '请这位监票人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('只显示这一次').waitFor();
    expect(await dialog.getByRole('textbox').inputValue()).toMatch(/\/t#[0-9a-z]{28}$/);
    await dialog.getByRole('button', { name: '已经发给本人' }).click();
    await page.getByText('还没做开箱卡').waitFor();
    const row = page.getByRole('listitem').filter({ hasText: '王芳' });
    await row.getByRole('button', { name: '换下' }).click();
    await expect.poll(() => page.getByRole('listitem').filter({ hasText: '王芳' }).count()).toBe(0);
    await page.context().close();
  });

  test('paper for one, help on the device for another', async () => {
    const planted = await plantSealed(site, { doors: 4 });
    await openBox(planted);
    await site.db.prepare("UPDATE roll_entry SET name = '王秀英' WHERE roll = ?1").bind(planted.roll).run();
    const page = await pageOf('easthelper', phone);
    await open(page, `/staff/contests/${planted.contest}/desk`, /在现场发票/);
    expect(await faultsOf(page)).toEqual([]);
    const first = page.getByRole('button', { name: /1单元 101/ });
    await expect.poll(() => first.locator('span').allTextContents()).toEqual(['○ 1单元 101', '王**', '未领']);
    const before = await first.boundingBox();
    await first.click();
    await page.getByText('名册上是 王**').waitFor();
    expect(await first.boundingBox()).toEqual(before);
    await page.getByRole('button', { name: '发纸票' }).click();
    await page.getByText('先核对来的人').waitFor();
    await page.getByText('看过证件或者认得').click();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '发纸票' }).click();
    await page.getByText('已领纸票').waitFor();

    await page.getByRole('button', { name: /1单元 102/ }).click();
    await page.getByText('本人要帮忙').click();
    await page.getByRole('button', { name: '发纸票' }).click();
    await page.getByText('请写原因').waitFor();
    await page.getByLabel('为什么帮着领').fill('手机坏了');
    await page.getByText('是本人要求帮忙的').click();
    await page.getByRole('button', { name: '在这台设备上投' }).click();
    await page.getByRole('heading', { name: '请把设备交给选民本人' }).waitFor();
    await page.getByRole('button', { name: '我是本人，开始投票' }).click();
    await page.getByText('热心').first().waitFor();
    await page.getByText('王秀英').click();
    await page.getByRole('button', { name: '看一遍' }).click();
    await page.getByRole('button', { name: '投进票箱' }).click();
    await page.getByRole('heading', { name: '票已投进票箱' }).waitFor();
    await page.getByRole('button', { name: '从这台设备清掉，回到发票' }).click();
    await page.getByRole('heading', { name: /在现场发票/ }).waitFor();
    await expect.poll(() => page.getByText('已用手机领票').count()).toBe(1);
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('linli-ballot'))),
    ).toEqual([]);
    const record = await recordOf(planted);
    expect(record.checkedIn).toEqual({ token: 1, paper: 1 });

    // Who walks off before casting takes the slip along; the device forgets the ballot and goes back to the desk.
    await page.getByRole('button', { name: /1单元 103/ }).click();
    await page.getByText('看过证件或者认得').click();
    await page.getByRole('button', { name: '在这台设备上投' }).click();
    await page.getByRole('button', { name: '我是本人，开始投票' }).click();
    await page.getByRole('button', { name: '现在先不投' }).click();
    await page.locator('.slip svg').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const slip = await page.evaluate(() => {
      const key = Object.keys(localStorage).find((one) => one.startsWith('linli-ballot-')) ?? '';
      const { contest, secret, token } = JSON.parse(localStorage.getItem(key) ?? '{}');
      return `slip.${contest}.${secret}.${token}`;
    });
    const back = page.getByRole('button', { name: '从这台设备清掉，回到发票' });
    expect(await back.isDisabled()).toBe(true);
    await page.getByText('选民已经留存').click();
    await back.click();
    await page.getByRole('heading', { name: /在现场发票/ }).waitFor();
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('linli-ballot'))),
    ).toEqual([]);
    await onPhone({}, async (own) => {
      await own.goto(`${site.origin}/v#${slip}`);
      await own.getByText('热心').first().waitFor();
      await own.getByText('李建国').click();
      await own.getByRole('button', { name: '看一遍' }).click();
      await own.getByRole('button', { name: '投进票箱' }).click();
      await own.getByRole('heading', { name: '票已投进票箱' }).waitFor();
    });
    await page.context().close();
  });
});
