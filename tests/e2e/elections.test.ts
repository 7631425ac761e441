// An election as the office sets one up and steers it: everything usual is filled in, candidates come from one sheet and from
// residents' phones, what is missing is told, and nobody is posted before it was decided.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { daysBefore } from '../../schema/elections/calendar.ts';
import { dayAfter } from '../../schema/elections/days.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { daysFrom, electionOf, standing, today } from '../http/election-of.ts';
import { agree, counted, onTheSpot, sheetOf } from '../http/on-the-spot.ts';
import { png } from '../http/requests.ts';
import { closeBox, openBox, plantSealed, readyTeller } from '../http/sealed-election.ts';
import { faultsOf } from './look.ts';
import { open, openForTests, pageOf, phone, site } from './opened.ts';

openForTests();

const pressed = (page: Page, name: RegExp) => page.getByRole('button', { name, pressed: true });

test('new, buildings, a roll without a sheet, candidates from a sheet, a nomination on a phone, its check', async () => {
  const page = await pageOf('easteditor');
  await open(page, '/staff/new', '新建');
  await page.getByRole('link', { name: '扫码投票，不记名，三把锁' }).click();
  await page.getByRole('heading', { level: 1, name: '办推选' }).waitFor();
  await page.getByRole('radio', { name: /^扫码投票/ }).waitFor();
  expect(await page.getByRole('radio', { name: /^扫码投票/ }).isChecked()).toBe(true);
  await page.getByText('4 栋各推选 1 人，一共 4 人。').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  // A rule with days of its own moves the voting day, and a notice that is too short names its article.
  await page.getByRole('radio', { name: /^过半数/ }).check();
  await page.getByText('名册公布，可以提异议').waitFor();
  await page.getByRole('button', { name: '改日期' }).click();
  const vote = await page.getByLabel('投票从').inputValue();
  await page.getByLabel('候选人公示从').fill(dayAfter(vote, -4));
  await page.getByText(/候选人公示不少于 5 天，现在只有 4 天（参照浙江省.*第十八条）/).waitFor();
  await page.getByRole('button', { name: '办这次推选' }).click();
  await page.getByRole('link', { name: '日期有不合规定的地方，见下面。' }).waitFor();
  await page.getByRole('button', { name: '按办法重算' }).click();

  await page.getByText('没有名册，按单元、层、户生成一本').click();
  await page.getByRole('button', { name: '生成 144 户的名册' }).click();
  await page.getByText('名册建好了，144 户').waitFor();
  await page.getByLabel('谁来办').fill('东街道办事处');
  await page.getByLabel('电话').fill('0714-8700000');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '办这次推选' }).click();
  await page.getByRole('heading', { level: 1, name: 'east street推选楼栋长' }).waitFor();
  await page.getByRole('button', { name: '缺候选人 4' }).waitFor();
  await page.getByText('候选人 0 人，要 2 人；名册还没有定稿').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('link', { name: '从表格加候选人' }).click();
  // Nobody is said to agree before somebody says so.
  expect(await page.getByLabel('这些人都同意公示姓名和一句话').isChecked()).toBe(false);
  await page.getByLabel('这些人都同意公示姓名和一句话').check();
  await page.getByLabel('粘贴在这里').fill('b1 王秀英 退休教师\nb1 李建国 党员\nb2 赵敏\nb9 钱七\nb3 138');
  await page.getByRole('button', { name: '看一看' }).click();
  await page.getByText('3 人可以加，0 人已经在，2 行用不了').waitFor();
  await page.getByRole('cell', { name: '没有找到这栋楼' }).waitFor();
  await page.getByRole('cell', { name: '不像姓名' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '加上这 3 人' }).click();
  await page.getByRole('button', { name: '缺候选人 3' }).waitFor();

  // A resident finds the building and proposes a neighbour, on a phone.
  const link = await page.getByRole('textbox', { name: /\/e\// }).inputValue();
  const resident = await pageOf(undefined, phone);
  await open(resident, new URL(link).pathname, 'east street推选楼栋长');
  await resident.getByLabel('小区、楼栋的名称').fill('b2');
  await resident.getByRole('button', { name: '找', exact: true }).click();
  await expect.poll(() => resident.locator('.rows a').count()).toBe(1);
  expect(await faultsOf(resident)).toEqual([]);
  await resident.locator('.rows a').click();
  await resident.getByText('b2 building推选楼栋长，应选 1 人').waitFor();
  expect(await resident.getByText('赵敏').count()).toBe(0);
  await resident.getByRole('button', { name: '推荐邻居' }).click();
  await resident.getByRole('button', { name: '提交' }).click();
  await resident.getByText('请写能打通的电话号码。').waitFor();
  await resident.getByText('请写姓名。').waitFor();
  await resident.getByLabel('您的电话').fill('1387123456');
  await resident.getByText('手机号是 11 位，您填了 10 位。').waitFor();
  expect(await faultsOf(resident)).toEqual([]);
  await resident.getByLabel('您推荐谁').fill('孙 立');
  await resident.getByLabel('一句话介绍').fill('会修水电');
  await resident.getByLabel('您的姓名').fill('周八');
  await resident.getByLabel('您的电话').fill('13871234567');
  await resident.getByRole('button', { name: '提交' }).click();
  await resident.getByText('已收到：孙立。').waitFor();

  // Staff see who waits, ask, and accept; the number is gone with the decision.
  await page.reload();
  await page.getByRole('button', { name: '有待审查的 1' }).click();
  await pressed(page, /^有待审查的/).waitFor();
  await page.getByRole('link', { name: 'b2 building' }).click();
  await page.getByRole('heading', { level: 3, name: /孙立/ }).waitFor();
  await page.getByRole('link', { name: '13871234567' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '本人已同意公示，列为候选人' }).click();
  await page.getByText('已列为候选人').waitFor();
  await expect.poll(() => page.getByRole('link', { name: '13871234567' }).count()).toBe(0);
  await page.getByText('● 候选人').nth(1).waitFor();

  // Refused by mistake, and taken back.
  const sun = page.locator('li.card', { hasText: '孙立' });
  await sun.getByRole('button', { name: '不列入', exact: true }).click();
  await sun.getByLabel('为什么不列入').fill('不住在本楼');
  await sun.getByRole('button', { name: '不列入名单' }).click();
  await sun.getByText('原因：不住在本楼').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await sun.getByText('● 候选人').waitFor();

  await sun.getByRole('button', { name: '改姓名、一句话、照片' }).click();
  await sun
    .getByLabel('照片')
    .setInputFiles({ name: '孙立.png', mimeType: 'image/png', buffer: Buffer.from(png) });
  await sun.getByRole('img', { name: '孙立的照片' }).waitFor();

  // An objection is entered and answered.
  await page.getByRole('button', { name: '登记一条异议' }).click();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect.poll(() => page.getByText('请写上，才能登记。').count()).toBe(2);
  await page.getByLabel('说了什么').fill('他不常住这里');
  await page.getByLabel('谁提的').fill('吴九');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('1 条异议没有答复').waitFor();
  await page.getByLabel('答复').fill('已核对，本人常住');
  await page.getByRole('button', { name: '不成立' }).click();
  await expect.poll(() => page.getByText('1 条异议没有答复').count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);

  // The home page, the palette and the building's own page know of it.
  await open(page, '/staff/', '首页');
  await page.getByRole('link', { name: 'east street推选楼栋长' }).first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('推选楼栋长');
  await page.getByRole('option', { name: /east street推选楼栋长.*：推选$/ }).waitFor();
  await open(resident, '/b/pageb2', 'b2 building');
  await resident.getByRole('heading', { name: '本楼推选' }).waitFor();
  await resident.getByRole('link', { name: '看候选人和日期' }).click();
  await resident.getByText('b2 building推选楼栋长，应选 1 人').waitFor();
});

test('whom the notice names stands on the public page; large type and English stay', async () => {
  const { slug, contest } = await electionOf(site, 'e1');
  await standing(site, contest, '王秀英');
  const page = await pageOf(undefined, phone, 'dark');
  await open(page, `/e/${slug}/${contest}`, '推选楼栋长');
  await page.getByText('王秀英').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '大字' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Candidates' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Candidates' }).waitFor();
  await page.getByRole('button', { name: 'Normal type' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test('what lacks nothing is settled by one press, and says so', async () => {
  const mayor = site.as('mayor');
  const roll = (await mayor('POST', '/api/units/e1/rolls', { kind: 'household', title: '户名册', note: '' }))
    .body;
  const rows = ['b1', 'b2'].map((unit, row) => ({ row, unit, stairwell: '', door: '101', name: '' }));
  await mayor('POST', `/api/rolls/${roll.id}/import`, { rows, dryRun: false });
  const drafted = (await mayor('GET', `/api/rolls/${roll.id}`)).body.roll.rev;
  const { rev } = (await mayor('PATCH', `/api/rolls/${roll.id}`, { rev: drafted, postedAt: Date.now() }))
    .body;
  expect((await mayor('POST', `/api/rolls/${roll.id}/freeze`, { rev })).status).toBe(200);
  const past = (n: number) => dayAfter(today(), -n);
  const days = { ...daysFrom(3), roll: past(9), objections: past(2), nominate: past(2), candidates: past(2) };
  const { election } = await electionOf(site, 'e1', { preset: 'spot', roll: roll.id, days });
  const page = await pageOf('mayor');
  await open(page, `/staff/elections/${election}`, '推选楼栋长');
  // The third building is not on the roll.
  await page.getByText('名册里没有这一栋').waitFor();
  await page.getByRole('button', { name: '定稿可以定稿的 2 栋' }).click();
  // What cannot be taken back is asked, and a building without candidates is named.
  const asked = page.getByRole('dialog');
  await asked.getByText('其中 2 栋没有候选人，选民自己写名字：').waitFor();
  expect(await page.getByRole('cell', { name: '没有候选人，选民自己写名字' }).count()).toBe(3);
  expect(await faultsOf(page)).toEqual([]);
  await asked.getByRole('button', { name: '定稿', exact: true }).click();
  await page.getByText('已定稿 2 栋').waitFor();
  await expect.poll(() => page.getByRole('cell', { name: '● 已定稿' }).count()).toBe(2);
  await expect.poll(() => page.getByRole('button', { name: /^定稿可以定稿的/ }).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
});

test('days are moved and the whole is cancelled, with its reason for residents', async () => {
  const { election, slug, contest } = await electionOf(site, 'e1', { days: daysFrom(12) });
  const page = await pageOf('eastadmin');
  await site.db.prepare("UPDATE election SET unit = 'east' WHERE id = ?1").bind(election).run();
  await open(page, `/staff/elections/${election}`, '推选楼栋长');
  await page.getByRole('button', { name: '改日期' }).click();
  await page.getByLabel('投票从').fill(dayAfter(today(), 15));
  await page.getByLabel('结果公示到').fill(dayAfter(today(), 14));
  await page.getByText('日期的先后不对。').waitFor();
  await page.getByLabel('结果公示到').fill(dayAfter(today(), 18));
  await page.getByRole('button', { name: '存日期' }).click();
  await page.getByText('日期改好了').waitFor();
  await page.getByRole('button', { name: '更多操作' }).click();
  await page
    .getByRole('menuitem', { name: '取消这次推选' })
    .or(page.getByRole('button', { name: '取消这次推选' }))
    .click();
  await page.getByRole('button', { name: '不取消，返回' }).waitFor();
  await page.getByRole('button', { name: '取消推选' }).click();
  await page.getByText('请写明原因。').waitFor();
  await page.getByLabel('原因').fill('与普查重期');
  await page.getByRole('button', { name: '取消推选' }).click();
  await page.getByText('这次推选已取消。').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const resident = await pageOf(undefined, phone);
  await open(resident, `/e/${slug}/${contest}`, '推选楼栋长');
  await resident.getByText('这次推选已取消。与普查重期').waitFor();
});

test('nominations alone ask for no rule, and a rule goes by one name', async () => {
  const page = await pageOf('easteditor');
  await open(page, '/staff/new/election', '办推选');
  await page.getByRole('radio', { name: /^过半数/ }).waitFor();
  await page.getByRole('radio', { name: /^只征集候选人/ }).check();
  await expect.poll(() => page.getByRole('radio', { name: /^过半数/ }).count()).toBe(0);
  const { election } = await electionOf(
    site,
    'e1',
    { days: daysBefore(majority, dayAfter(today(), 40), { preset: 'sealed', phases: false }) },
    majority,
  );
  const office = await pageOf('mayor');
  await open(office, `/staff/elections/${election}`, '推选楼栋长');
  await office.getByText('过半数', { exact: false }).first().waitFor();
  expect(await office.getByText('双过半').count()).toBe(0);
});

test('a rehearsal is settled on its first day, and its box sealed at a press', async () => {
  const planted = await plantSealed(site, { doors: 2 });
  const made = await site.as('mayor')('POST', `/api/elections/${planted.election}/rehearsals`, {});
  const { election } = made.body;
  for (const name of ['王芳', '刘洋']) await readyTeller(site, election, 'e1', name);
  const page = await pageOf('mayor');
  await open(page, `/staff/elections/${election}`, /^演练：/);
  await page.getByText('这是演练，投的票不算数。').waitFor();
  await page.getByRole('button', { name: '定稿可以定稿的 1 栋' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '定稿', exact: true }).click();
  await page.getByText('已定稿 1 栋').waitFor();
  await site.db.prepare("UPDATE contest SET state = 'open' WHERE election = ?1").bind(election).run();
  await page.reload();
  await page.getByRole('button', { name: '演练到此为止，封 1 个票箱' }).click();
  await page.getByText('已封 1 个票箱').waitFor();
});

test('while a secret ballot is open no paper is read out, and its page says why', async () => {
  const planted = await plantSealed(site, { doors: 2 });
  await openBox(planted);
  const page = await pageOf('mayor');
  await open(page, `/staff/elections/${planted.election}/contests/${planted.contest}/count`, /^计票/);
  await page.getByText('正在投票。到时间封票箱以后，再录纸票。').waitFor();
  expect(await page.getByRole('button', { name: '加一批' }).count()).toBe(0);
  expect(await page.getByText('投票已截止').count()).toBe(0);
  expect(await page.getByText('没有另选他人的票').count()).toBe(0);
  await closeBox(planted);
  await page.reload();
  await page.getByRole('button', { name: '加一批' }).waitFor();
});

test('a result that calls for another vote leads to it, and residents find it from the first', async () => {
  const spot = await onTheSpot(site);
  const tie = {
    votes: [spot.a, spot.b].map((candidate) => ({ candidate, for: 13, against: 0 })),
    written: [],
  };
  await agree(site, spot.contest, sheetOf(spot, { ...tie, over: 2, blank: 2 }));
  await counted(site, spot.contest);
  const page = await pageOf('mayor');
  await open(page, `/staff/elections/${spot.election}/contests/${spot.contest}/result`, /^结果/);
  expect(await faultsOf(page)).toEqual([]);
  // Announcing comes first.
  expect(await page.locator('.primary').allTextContents()).toEqual(['公布结果']);
  await page.getByRole('button', { name: '安排再投一次' }).click();
  await page.getByText('已安排再投一次').waitFor();
  await page.getByText('再投一次：票数相同').waitFor();
  const resident = await pageOf(undefined, phone);
  await open(resident, `/e/${spot.slug}/${spot.contest}`, '推选楼栋长');
  await resident.getByRole('link', { name: /后来又投了一次：看第 2 次投票/ }).click();
  await resident.getByText('这是再投一次：上一次票数相同').waitFor();
  await resident.getByRole('link', { name: /看第 1 次投票/ }).waitFor();
  expect(await faultsOf(resident)).toEqual([]);
});
