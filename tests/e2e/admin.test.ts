// The rooms of the admin on a phone: the tree, its import, accounts and the history. Whatever can be taken back is.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { placeDay } from '../../schema/day.ts';
import { excelFile } from '../../web/ui/excel-file.ts';
import { day } from '../http/city.ts';
import { faultsOf } from './look.ts';
import { open, openForTests, pageOf, phone, site } from './opened.ts';

openForTests();

const unitOf = async (id: string) => (await site.as('mayor')('GET', `/api/units/${id}`)).body.unit;
const undo = (page: Page) => page.getByRole('status').getByRole('button', { name: '撤销' }).click();

it('an area is renamed, put elsewhere among its siblings, moved, taken out of use, and all of it undone', async () => {
  const page = await pageOf('mayor', phone);
  const order = async () =>
    (await site.as('mayor')('GET', '/api/units/e1g')).body.children.map(({ id }: { id: string }) => id);
  expect(await order()).toEqual(['b1', 'b2']);
  await open(page, '/staff/areas/e1', 'e1 community');
  await page.getByRole('definition').getByText('100', { exact: true }).waitFor();
  await open(page, '/staff/areas/b1', 'b1 building');
  await page.getByRole('button', { name: '修改' }).click();
  await page.getByLabel('名称', { exact: true }).fill('一号楼');
  await page.getByLabel('排在').selectOption({ label: '“b2 building”后面' });
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByRole('heading', { level: 1, name: '一号楼' }).waitFor();
  expect(await order()).toEqual(['b2', 'b1']);
  await undo(page);
  await page.getByRole('heading', { level: 1, name: 'b1 building' }).waitFor();
  expect(await order()).toEqual(['b1', 'b2']);

  await page.getByRole('button', { name: '移到别处' }).click();
  await page.getByRole('searchbox', { name: '按名称或编码找' }).last().fill('e2g');
  await page.getByRole('button', { name: /^e2g grid/ }).click();
  await page.getByRole('button', { name: '移到“e2g grid”下面' }).click();
  await page.getByText('已移到“e2g grid”下面，办着的活动不受影响').waitFor();
  expect((await unitOf('b1')).parent).toBe('e2g');
  await undo(page);
  await expect.poll(async () => (await unitOf('b1')).parent).toBe('e1g');

  await open(page, '/staff/areas/b2', 'b2 building');
  await page.getByRole('button', { name: '停用', exact: true }).click();
  await page.getByText('这个辖区已停用，只能看。').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect((await unitOf('b2')).retiredAt).not.toBeNull();
  await undo(page);
  await page.getByRole('button', { name: '停用', exact: true }).waitFor();
  expect((await unitOf('b2')).retiredAt).toBeNull();
  await page.getByRole('button', { name: '停用', exact: true }).click();
  await page.getByRole('button', { name: '恢复使用' }).click();
  await page.getByText('已恢复“b2 building”').waitFor();
  await expect.poll(async () => (await unitOf('b2')).retiredAt).toBeNull();
}, 60_000);

it('the access of an account is changed and given back, unless another has changed it since', async () => {
  const made = await site.as('mayor')('POST', '/api/units/west/staff', {
    login: 'lijun',
    name: '李军',
    grants: [{ role: 'helper', unit: 'w1' }],
  });
  expect(made.status).toBeLessThan(300);
  const accountOf = async () =>
    (await site.as('mayor')('GET', '/api/units/west/staff?search=lijun')).body.accounts[0];
  const rolesOf = async () => (await accountOf()).grants.map(({ role }: { role: string }) => role);
  const page = await pageOf('mayor', phone);
  await open(page, '/staff/people', '工作人员');
  await page.getByLabel('按姓名或账号找').fill('lijun');
  const change = async () => {
    await page.getByRole('button', { name: /更多操作.*李军|李军.*更多操作/ }).click();
    await page.getByRole('button', { name: '改权限' }).click();
    // Each says in a line what it may do.
    await page.getByRole('radio', { name: /^经办人\s*做表单、办活动/ }).check();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '保存权限' }).click();
    await page.getByText('已保存，对方要重新登录').waitFor();
    expect(await rolesOf()).toEqual(['editor']);
  };
  await change();
  await undo(page);
  await expect.poll(rolesOf).toEqual(['helper']);

  await page.getByRole('row', { name: /李军.*帮办员/ }).waitFor();
  await change();
  const { id, rev } = await accountOf();
  const other = [{ role: 'leader', unit: 'w1' }];
  expect((await site.as('mayor')('PATCH', `/api/staff/${id}`, { rev, grants: other })).status).toBe(200);
  await undo(page);
  await page.getByText('别人刚改过，您的修改没有覆盖它。').waitFor();
  expect(await rolesOf()).toEqual(['leader']);
}, 60_000);

it('accounts from a sheet are checked before any is opened', async () => {
  const page = await pageOf('mayor', phone);
  await open(page, '/staff/people/city/import', '批量加工作人员');
  await page.getByLabel('粘贴几行').fill('zhaoli，赵丽，经办人，w1\nzhaoli2，赵二，主任，w1');
  await page.getByRole('button', { name: '检查这几行' }).click();
  await page.getByRole('heading', { name: '检查完了，还没有开：1 位可以' }).waitFor();
  await page.getByRole('row', { name: /zhaoli2.*角色只能是/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const found = async () =>
    (await site.as('mayor')('GET', '/api/units/city/staff?search=zhaoli')).body.accounts.length;
  expect(await found()).toBe(0);
  await page.getByRole('button', { name: '给 1 位开账号' }).click();
  await page.getByRole('heading', { name: '开了 1 个账号' }).waitFor();
  expect(await found()).toBe(1);
}, 60_000);

it('an import of areas is looked at row by row before anything is written, and can be taken back', async () => {
  const page = await pageOf('mayor', phone);
  await open(page, '/staff/areas/w1/import', '从表格导入辖区');
  const head = ['类型', '名称', '编码', '上级编码', '户数'];
  const rows = [
    ['楼栋', '五号楼', 'b5', '', '50'],
    ['楼栋', '新楼', 'W-NEW', 'w1g', '12'],
    ['楼栋', 'b6 building', 'b6', 'west', '30'],
    ['塔', '歪楼', 'W-ODD', 'w1g', '1'],
  ];
  const choose = async (sheet: string[][]) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByLabel('选择表格文件').click(),
    ]);
    await chooser.setFiles({
      name: '辖区.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await (await excelFile([{ name: '辖区', head, rows: sheet }])).arrayBuffer()),
    });
    await page.getByRole('button', { name: '检查这个文件' }).click();
  };
  // A file that has nothing to use is mended under its name, and chosen again.
  await choose(rows.slice(3));
  await page.getByText('没有能导入的行。请改好文件再试。').waitFor();
  await choose(rows);
  await page.getByText('一共 4 行：新加 1，更新 1，没变 0，用不了 2。').waitFor();
  const rowOf = (name: string | RegExp) => page.getByRole('row', { name });
  await rowOf(/新楼.*w1g grid/).waitFor();
  await rowOf(/五号楼.*b5 building/).waitFor();
  await rowOf(/五号楼.*48/).waitFor();
  await rowOf(/歪楼/).waitFor();
  expect(await page.getByRole('link', { name: '去它的页面' }).getAttribute('href')).toBe('/staff/areas/b6');
  await page.getByText('文件里没有的 1 个，照旧不动').click();
  await page.getByText('w1g grid', { exact: true }).last().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect((await site.as('mayor')('GET', '/api/units/b5')).body.unit.name).toBe('b5 building');
  const back = decodeURIComponent(
    (await page.getByRole('link', { name: '存一份改之前的（CSV）' }).getAttribute('href')) ?? '',
  );
  await page.getByRole('button', { name: '导入 2 行' }).click();
  await page.getByRole('heading', { name: '导入完成' }).waitFor();
  expect((await site.as('mayor')('GET', '/api/units/b5')).body.unit.name).toBe('五号楼');
  const text = back.slice(back.indexOf(',') + 1);
  await site.as('mayor')('POST', '/api/units/w1/import', { file: { text }, dryRun: false });
  const restored = (await site.as('mayor')('GET', '/api/units/b5')).body.unit;
  expect([restored.name, restored.households]).toEqual(['b5 building', 48]);
}, 60_000);

it('the history is narrowed by keyboard, keeps that in its address, and shows all again', async () => {
  await site.as('mayor')('PATCH', '/api/units/b4', { rev: 1, name: '四号楼' });
  await site.as('mayor')('PATCH', '/api/units/b3', { rev: 1, name: '三号楼' });
  const page = await pageOf('mayor', phone);
  await open(page, '/staff/history', '操作记录');
  await page.getByText('只看一部分').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel(/^谁/).focus();
  await page.keyboard.type('mayor');
  await page.getByLabel('哪一类').selectOption({ label: '辖区' });
  await page.getByRole('button', { name: '换一个辖区' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: '按名称或编码找' }).fill('e2');
  await page.getByRole('button', { name: /^e2 community/ }).click();
  await page.getByText('辖区：e2 community').waitFor();
  await page.getByLabel('从哪天').fill(placeDay(Date.now()));
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '查记录' }).click();
  await page.getByText(`只看：mayor · 辖区 · e2 community · ${placeDay(Date.now())} 起`).waitFor();
  await page.getByText('三号楼').waitFor({ state: 'detached' });
  await page.getByText('四号楼').first().waitFor();
  expect(new URL(page.url()).searchParams.get('about')).toBe('unit');
  await page.reload();
  await page.getByText('四号楼').first().waitFor();
  expect(await page.getByText('三号楼').count()).toBe(0);
  await page.getByText(/^只看：/).click();
  await page.getByLabel('到哪天').fill(placeDay(Date.now() - day));
  await page.getByLabel('从哪天').fill('');
  await page.getByRole('button', { name: '查记录' }).click();
  await page.getByText('没有这样的记录。').waitFor();
  await page.getByText(/^只看：/).click();
  await page.getByRole('button', { name: '看全部' }).click();
  await page.getByText('三号楼').first().waitFor();
  expect(new URL(page.url()).search).toBe('');
}, 60_000);

it('settings that another keeps look as though they could not be written, and one sentence says so', async () => {
  const ground = async (login: 'mayor' | 'eastadmin') => {
    const page = await pageOf(login, phone);
    await open(page, '/staff/settings', '设置');
    const field = page.getByRole('textbox', { name: /^主办单位/ });
    await field.waitFor();
    return { page, field, color: await field.evaluate((one) => getComputedStyle(one).backgroundColor) };
  };
  const own = await ground('mayor');
  await own.page.getByText('对city city整个辖区有效').waitFor();
  const others = await ground('eastadmin');
  await others.page
    .getByText('这些设置由最上面一级的管理员统一改，对下面的辖区都有效。您可以看，不能改。')
    .waitFor();
  expect(await others.page.getByText(/整个辖区有效/).count()).toBe(0);
  expect([await own.field.isEnabled(), await others.field.isEnabled()]).toEqual([true, false]);
  expect(others.color).not.toBe(own.color);
  expect(await faultsOf(others.page)).toEqual([]);
}, 60_000);
