// An evaluation month as it goes: rules with their shares on sliders, raters with links, households with their letters on a
// phone, a deduction with its picture, the provisional result with an appeal that is upheld, the list on paper, the next month.
import { expect, test } from 'vitest';
import { must } from '../http/city.ts';
import {
  householdRoll,
  mark,
  overNow,
  plantEvaluation,
  secretOf,
  stepTo,
  tieRules,
} from '../http/planted-evaluation.ts';
import { png } from '../http/requests.ts';
import { faultsOf } from './look.ts';
import { desk, open, openForTests, pageOf, phone, site } from './opened.ts';
import { printedPages } from './printed.ts';

let letters: Record<string, string[]>;
openForTests(async () => {
  ({ letters } = await householdRoll(site, 'e1', { b1: 6, b2: 6, b3: 6 }));
});

test('a month from the rules to the posted list, with one appeal upheld', async () => {
  const page = await pageOf('easteditor');
  await open(page, '/staff/new', '新建');
  await page.getByRole('link', { name: '综合评选' }).click();
  await page.getByRole('heading', { level: 1, name: '办评选' }).waitFor();
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('文明楼栋');
  expect(await page.getByLabel('哪一期').inputValue()).toMatch(/^\d{4}年\d{1,2}月$/);
  await page.getByLabel('主办（落款）').fill('滨河社区居委会');
  // Of the street's buildings those of one community.
  await page.getByRole('checkbox', { name: 'east street' }).click();
  await page.getByRole('checkbox', { name: 'e1 community' }).click();
  await page.getByText('3 个参评').waitFor();
  // One final roll covers these, and it is said that it was chosen.
  await page.getByText('户名册只有这一本，先选上了').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '建好，去看办法' }).click();
  await page.getByRole('heading', { level: 1, name: '文明楼栋' }).waitFor();

  // Shares make 100 whatever is moved.
  const residents = page.getByRole('slider', { name: '居民' });
  await residents.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => residents.inputValue()).toBe('51');
  const shares = await page
    .getByRole('slider')
    .evaluateAll((all) => all.map((one) => Number((one as HTMLInputElement).value)));
  expect(shares.reduce((sum, one) => sum + one, 0)).toBe(100);
  await page.getByText('居民 51%').waitFor();
  await page.getByText('高级', { exact: true }).click();
  await page.getByLabel('有一方没评够').selectOption('reweight');
  await page.getByText('其余各方按比例补上').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '保存办法' }).click();
  await page.getByRole('button', { name: '保存办法' }).waitFor({ state: 'detached' });

  await page.getByText('请评分的人', { exact: true }).click();
  await page.getByLabel('一行一位：姓名 辖区').fill('周网格\n郑网格 没有这里');
  await page.getByRole('button', { name: '请这' }).click();
  // Whoever was understood is asked, and the other line stays to be put right.
  await page.getByText('没有对上辖区，请改一改：郑网格 没有这里').waitFor();
  await expect.poll(() => page.getByLabel('一行一位：姓名 辖区').inputValue()).toBe('郑网格 没有这里');
  const message = page.getByRole('textbox', { name: '周网格的新链接' });
  await message.waitFor();
  const link = /http\S+/.exec(await message.inputValue())?.[0] ?? '';
  expect(await faultsOf(page)).toEqual([]);

  // Property and community have nobody yet.
  await page.getByRole('button', { name: '开始评分' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开始评分' }).click();
  await page.getByText('有一方还没有请评分的人').waitFor();
  await page.getByText('列出的几条办好了再来').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await page.getByText('“文明楼栋”有 10 个名额，参评的只有 3 个').waitFor();
  for (const [group, name] of [
    ['property', '冯物业'],
    ['community', '陈社区'],
  ] as const) {
    const details = page.locator('details', { has: page.getByLabel('一行一位：姓名 辖区') });
    if (!(await details.evaluate((one) => (one as HTMLDetailsElement).open)))
      await page.getByText('请评分的人', { exact: true }).click();
    await page.getByLabel('哪一方').selectOption(group);
    await page.getByLabel('一行一位：姓名 辖区').fill(name);
    await page.getByRole('button', { name: '请这 1 位' }).click();
    await page.getByRole('textbox', { name: `${name}的新链接` }).waitFor();
    await page.getByRole('rowheader', { name }).waitFor();
  }
  // Nobody's link went when the next was told.
  await message.waitFor();
  await page.getByRole('button', { name: '开始评分' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '开始评分' }).click();
  await page.getByText('◐ 评分中').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);

  // The grid worker on a phone: three buildings, marks kept as they are given.
  const rater = await pageOf(undefined, phone);
  await rater.goto(link);
  await rater.getByRole('heading', { level: 1, name: '文明楼栋' }).waitFor();
  await rater.getByText('打完 0 个，一共 3 个').waitFor();
  await rater.getByText('一方只有您一位评的，合起来的就是您的总分').waitFor();
  expect(await faultsOf(rater)).toEqual([]);
  await rater.getByRole('button', { name: 'b1 building' }).click();
  for (const at of [0, 1, 2, 3, 4]) await rater.locator(`label[for="mark-${at}-0"]`).click();
  await rater.getByRole('button', { name: '楼道环境 减 1 分' }).click();
  await rater.getByText('现在 19 分，满分 20 分').waitFor();
  await rater.getByText('已存上').waitFor();
  expect(await faultsOf(rater)).toEqual([]);
  await rater.getByRole('button', { name: '下一个' }).click();
  await rater.getByRole('heading', { level: 1, name: 'b2 building' }).waitFor();
  // Nobody goes past what is not marked without hearing of it.
  await rater.locator('label[for="mark-0-0"]').click();
  await rater.getByRole('button', { name: '下一个' }).click();
  await rater.getByText('还有 4 项没打：安全意识、文明行为、邻里关系、垃圾分类').waitFor();
  expect(await faultsOf(rater)).toEqual([]);
  await rater.getByRole('button', { name: '去打“安全意识”' }).click();
  expect(await rater.evaluate(() => document.activeElement?.id)).toBe('mark-1-0');
  await rater.getByText('已存上').waitFor();
  await rater.getByRole('button', { name: '‹ 回名单' }).click();
  await rater.getByText('打完 1 个，一共 3 个').waitFor();
  // In large type nothing is cut, and a reload finds what was given.
  await rater.getByRole('button', { name: '大字' }).click();
  expect(await faultsOf(rater)).toEqual([]);
  await rater.reload();
  await rater.getByText('● 打完了').waitFor();

  // Households, one of them by hand and the others as their phones would send.
  const home = await pageOf(undefined, phone);
  await home.goto(`${site.origin}/v#${letters.b1?.[0]}`);
  await home.getByRole('link', { name: '可以打分，到' }).click();
  await home.getByRole('button', { name: 'b1 building' }).click();
  for (const at of [0, 1, 2, 3, 4]) await home.locator(`label[for="mark-${at}-0"]`).click();
  await home.getByText('已存上').waitFor();
  expect(await faultsOf(home)).toEqual([]);
  await home.getByRole('button', { name: '打完了，回名单' }).click();
  await home.getByText('不足 5 户不显示').waitFor();
  await home.getByText('已收到，谢谢').waitFor();
  const evaluation = /evaluations\/([a-z0-9]+)/.exec(page.url())?.[1] ?? '';
  const { subjects } = (await site.as('easteditor')('GET', `/api/evaluations/${evaluation}`)).body;
  const of = (unit: string) => subjects.find((one: { unit: string }) => one.unit === unit).id as string;
  for (const [unit, marks] of [
    ['b1', 20],
    ['b2', 18],
    ['b3', 12],
  ] as const)
    for (const secret of letters[unit] ?? [])
      await site.anyone('POST', '/api/ratings/marks', {
        secret,
        evaluation,
        subject: of(unit),
        rev: unit === 'b1' && secret === letters.b1?.[0] ? 9 : 0,
        marks: Array.from({ length: 5 }, () => marks),
      });
  for (const unit of ['b2', 'b3'])
    await site.anyone('POST', '/api/ratings/marks', {
      secret: secretOf(link),
      evaluation,
      subject: of(unit),
      // One criterion of b2 was marked by hand.
      rev: unit === 'b2' ? 1 : 0,
      marks: [16, 16, 16, 16, 16],
    });

  // A deduction needs its picture.
  await page.reload();
  const reminder = page.getByRole('textbox', { name: '还没评完的，复制去催' });
  await reminder.waitFor();
  expect(await reminder.inputValue()).toContain('冯物业（差 3 个），陈社区（差 3 个）');
  await page.getByRole('link', { name: 'b1 building' }).click();
  await page.getByRole('heading', { level: 1, name: 'b1 building' }).waitFor();
  await page.getByText('记一条', { exact: true }).click();
  await page.getByLabel('记什么').selectOption({ label: '扣分：楼道堆物，提醒后没有清' });
  await page.getByLabel('几次').fill('8');
  await page.getByRole('button', { name: '记下' }).click();
  await page.getByText('这一条要附照片').waitFor();
  await page
    .getByLabel('照片')
    .setInputFiles({ name: 'heap.png', mimeType: 'image/png', buffer: Buffer.from(png) });
  await page.getByRole('button', { name: '记下' }).click();
  await page.getByText('扣分：楼道堆物，提醒后没有清 × 8').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await open(page, `/staff/evaluations/${evaluation}`, '文明楼栋');
  await page.getByRole('button', { name: '评分截止，出初评' }).click();
  await page.getByRole('dialog').getByText('还有 2 位没有评完').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '评分截止，出初评' }).click();
  await page.getByRole('dialog').getByText('评分还没有到截止时间').waitFor();
  await overNow(site, evaluation, 'closes_at');
  await page.getByRole('dialog').getByRole('button', { name: '评分截止，出初评' }).click();
  await page.getByRole('heading', { level: 2, name: '初评结果' }).waitFor();
  await page
    .getByText('物业、社区没评够', { exact: false })
    .or(page.getByText('物业，社区没评够'))
    .first()
    .waitFor();
  // No figure breaks in two, and on a phone the result stays a table that scrolls in its box.
  const broken = await page.locator('td.whole').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      return new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size > 1
        ? [cell.textContent]
        : [];
    }),
  );
  expect([await page.locator('td.whole').count(), broken]).toEqual([18, []]);
  await page.setViewportSize(phone);
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewportSize(desk);
  await page.getByText('这些数怎么算的').click();
  await page.getByText('网格员：评的人太少').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  // The area of the building objects; another organiser upholds it.
  await page.getByRole('link', { name: 'b1 building' }).click();
  await page.getByText('对初评有话说').click();
  await page.getByLabel('写什么').fill('堆物是隔壁楼的，照片里看得到楼号。');
  await page.getByLabel('谁提的').fill('楼栋长 张三');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('◐ 等裁定').waitFor();
  await page.getByText('请另一位经办人裁定').waitFor();
  const judge = await pageOf('eastadmin');
  await open(judge, `/staff/evaluations/${evaluation}`, '文明楼栋');
  await judge.getByRole('link', { name: 'b1 building的申诉' }).click();
  await judge.getByRole('button', { name: '裁定' }).click();
  await judge.getByRole('dialog').getByText('扣分：楼道堆物').click();
  await judge.getByRole('dialog').getByLabel('理由').fill('核对照片，属实，撤下扣分。');
  expect(await faultsOf(judge)).toEqual([]);
  await judge.getByRole('dialog').getByRole('button', { name: '裁定' }).click();
  await judge.getByText('● 申诉成立').waitFor();
  await judge.getByText('已撤下：核对照片').waitFor();

  await judge.goto(`${site.origin}/print/evaluation?evaluation=${evaluation}`);
  await judge.getByRole('heading', { name: '关于文明楼栋初评结果的公示' }).waitFor();
  await judge.getByText('有不同意见的，请在这以前提出申诉').waitFor();
  expect(await faultsOf(judge)).toEqual([]);

  await overNow(site, evaluation, 'appeals_until');
  await open(judge, `/staff/evaluations/${evaluation}`, '文明楼栋');
  await judge.getByRole('button', { name: '终评定稿' }).click();
  await judge.getByRole('dialog').getByRole('button', { name: '终评定稿' }).click();
  await judge.getByRole('heading', { level: 2, name: '终评结果' }).waitFor();
  // 51 of 100 and the grid worker's 20 of 99, on what is left when two groups stand aside.
  await judge.getByText('文明楼栋：b1').or(judge.getByText('e1g grid b1 building').first()).first().waitFor();
  expect(await faultsOf(judge)).toEqual([]);

  // Whoever marked finds it behind the same link.
  await home.goto('about:blank');
  await home.goto(`${site.origin}/v#${letters.b1?.[0]}`);
  await home.getByRole('link', { name: '评分已经截止，看结果' }).click();
  await home.getByText('文明楼栋：e1 community e1g grid b1 building').waitFor();
  expect(await faultsOf(home)).toEqual([]);

  await judge.getByRole('link', { name: '打印名单' }).click();
  await judge.getByRole('heading', { name: '关于文明楼栋结果的通知' }).waitFor();
  await judge.getByText('收到申诉1件，成立1件。成立的申诉有1件改动了结果，已按裁定改正。').waitFor();
  await judge.getByText('文明楼栋 10 个，至少 80 分').waitFor();
  // A final list invites no objections: nothing could come of them.
  expect(await judge.getByText('有不同意见').count()).toBe(0);
  expect(await faultsOf(judge)).toEqual([]);
  const sheets = printedPages(await judge.pdf({ preferCSSPageSize: true }));
  expect(sheets.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[210, 297]]);

  // Open to everybody by an act: on a phone the names, the rules and a code that fits; on the notice its address.
  await open(judge, `/staff/evaluations/${evaluation}`, '文明楼栋');
  await judge.getByRole('button', { name: '公开结果' }).click();
  expect(await faultsOf(judge)).toEqual([]);
  await judge.getByRole('dialog').getByRole('button', { name: '公开结果' }).click();
  const address = judge.getByRole('textbox', { name: '公开页面的地址' });
  await address.waitFor();
  expect(await faultsOf(judge)).toEqual([]);
  const reader = await pageOf(undefined, phone);
  await reader.goto(await address.inputValue());
  await reader.getByRole('heading', { level: 2, name: '文明楼栋（2个）' }).waitFor();
  await reader.getByText('e1 community e1g grid b1 building').waitFor();
  await reader.getByText('参评3个。示范1个、达标1个、整改1个。').waitFor();
  await reader.getByText('✓ 校验码和内容一致').waitFor();
  expect(await faultsOf(reader)).toEqual([]);
  await judge.getByRole('link', { name: '打印名单' }).click();
  await judge.getByText('扫码看公开的结果，核对校验码', { exact: true }).waitFor();
  expect(await faultsOf(judge)).toEqual([]);
  expect(printedPages(await judge.pdf({ preferCSSPageSize: true }))).toHaveLength(1);
  await open(judge, `/staff/evaluations/${evaluation}`, '文明楼栋');
  await judge.getByRole('button', { name: '收回' }).click();
  await judge.getByRole('dialog').getByRole('button', { name: '收回' }).click();
  await judge.getByRole('button', { name: '公开结果' }).waitFor();
  await reader.reload();
  await reader.getByText('这里没有公开的评选结果').waitFor();
  expect(await faultsOf(reader)).toEqual([]);

  await open(judge, `/staff/evaluations/${evaluation}`, '文明楼栋');
  await judge.getByRole('button', { name: '再办一期' }).click();
  await judge.getByRole('dialog').getByRole('button', { name: '再办一期' }).click();
  await judge.getByText('○ 正在写办法').first().waitFor();
  await judge.getByRole('cell', { name: '周网格' }).or(judge.getByText('周网格')).first().waitFor();
});

test('before marking the doors are asked of those whose own household the roll does not tell', async () => {
  const people = [
    { unit: 'b1', person: '王秀英' },
    { unit: 'b2', person: '李四' },
  ];
  const settings = { post: '楼栋长', title: '最美楼栋长', subjects: people };
  const { evaluation } = await plantEvaluation(site, 'draft', { households: { b1: 2, b2: 2 }, settings });
  const page = await pageOf('easteditor', phone);
  await open(page, `/staff/evaluations/${evaluation}`, '最美楼栋长');
  await page.getByRole('button', { name: '开始评分' }).click();
  const dialog = page.getByRole('dialog');
  const begin = dialog.getByRole('button', { name: '开始评分' });
  await begin.click();
  await dialog.getByText('名册看不出这几位的家是哪一户').waitFor();
  await dialog.getByLabel('王秀英家的门牌').fill('1-909');
  await begin.click();
  await dialog.getByText('名册的这个辖区里没有这一户').waitFor();
  // The button comes back from being busy a moment later.
  await expect.poll(() => faultsOf(page)).toEqual([]);
  await dialog.getByLabel('王秀英家的门牌').fill('1-101');
  await begin.click();
  await page.getByRole('button', { name: '评分截止，出初评' }).waitFor();
});

test('before marking begins it is said who can have no score, and for want of whom', async () => {
  const { evaluation } = await plantEvaluation(site, 'draft', { settings: { title: '文明楼栋' } });
  const page = await pageOf('easteditor');
  await open(page, `/staff/evaluations/${evaluation}`, '文明楼栋');
  await page.getByRole('button', { name: '开始评分' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('3 个参评对象也出不了分（一共 3 个）').waitFor();
  await dialog.getByText('居民不足 5 份：e1g grid b1 building').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('link', { name: '看户名册' }).click();
  await page.getByRole('heading', { level: 1, name: '户名册' }).waitFor();
});

test('of many raters a few are shown, in order; the others by a press, who is not done by another, one by name or area', async () => {
  const { evaluation, raters } = await plantEvaluation(site, 'rating', { settings: { title: '人多的评选' } });
  const more = Array.from({ length: 20 }, (_, at) => ({
    group: 'grid',
    name: `网格员${20 - at}`,
    unit: 'b3',
  }));
  await site.as('easteditor')('POST', `/api/evaluations/${evaluation}/raters`, { raters: more });
  const { subjects } = (await site.as('easteditor')('GET', `/api/evaluations/${evaluation}`)).body;
  for (const { id } of subjects)
    await site.anyone('POST', '/api/ratings/marks', {
      secret: raters[0]?.secret,
      evaluation,
      subject: id,
      rev: 0,
      marks: [16, 16, 16, 16, 16],
    });
  const page = await pageOf('easteditor', phone);
  await open(page, `/staff/evaluations/${evaluation}`, '人多的评选');
  const names = page.getByRole('region', { name: '评分的人和进度' }).getByRole('rowheader');
  // The whole community stands before its building, and experts behind both.
  await expect
    .poll(() => names.allTextContents())
    .toEqual(['周网格', ...Array.from({ length: 11 }, (_, at) => `网格员${at + 1}`)]);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '列出全部 23 个' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => names.count()).toBe(23);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('table-box');
  await page.getByRole('button', { name: '没评完 22' }).click();
  await expect.poll(() => names.count()).toBe(22);
  await page.getByRole('searchbox', { name: '按姓名、辖区找' }).fill('b3 网格员7');
  await expect.poll(() => names.allTextContents()).toEqual(['网格员7']);
  await page.getByRole('searchbox', { name: '按姓名、辖区找' }).fill('没有的人');
  await page.getByText('没有符合的').waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test('which roll residents mark by is asked where not just one covers those who are rated', async () => {
  await householdRoll(site, 'e1', { b1: 1 });
  const page = await pageOf('easteditor', phone);
  await open(page, '/staff/new/evaluation', '办评选');
  // Of the whole street none covers all.
  const roll = page.getByLabel('居民凭哪本户名册的信打分');
  expect(await roll.inputValue()).toBe('?');
  await page.getByRole('button', { name: '建好，去看办法' }).click();
  await page.getByText('请选一本户名册').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test('the posted list says how many have no score', async () => {
  const { evaluation } = await plantEvaluation(site, 'final', { settings: { title: '文明楼栋' } });
  const page = await pageOf('easteditor');
  await page.goto(`${site.origin}/print/evaluation?evaluation=${evaluation}`);
  await page.getByText('3个没有评够，不出分。').waitFor();
  // Whoever has the whole board takes it along.
  await open(page, `/staff/evaluations/${evaluation}`, '文明楼栋');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存 Excel' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('文明楼栋 2026年11月 终评结果.xlsx');
});

test('before an objection is decided it is said what each choice does, and the posted list says why one has no score', async () => {
  const gates = [{ id: 'safe', title: '缴费率', atLeast: 80, from: 'reported' as const }];
  const settings = { title: '先进楼栋', rules: { ...tieRules, gates } };
  const { evaluation, subjects, raters } = await plantEvaluation(site, 'rating', { settings });
  for (const unit of ['b1', 'b2']) {
    const subject = subjects[unit] ?? '';
    must(await mark(site, raters[0]?.secret ?? '', { evaluation, subject }, [4, 4, 4, 4, 4]));
    const reading = { kind: 'reading', item: 'safe', times: 8, note: '台账' };
    must(
      await site.as('mayor')('POST', `/api/evaluations/${evaluation}/subjects/${subject}/findings`, reading),
    );
  }
  const planted = await pageOf('easteditor');
  await open(planted, `/staff/evaluations/${evaluation}`, '先进楼栋');
  await planted.getByRole('button', { name: '评分截止，出初评' }).click();
  await planted.getByRole('dialog').getByText('缴费率没有数：e1h grid b3 building').waitFor();
  expect(await faultsOf(planted)).toEqual([]);
  must(await stepTo(site, evaluation, 'provisional'));
  for (const unit of ['b1', 'b2'])
    must(
      await site.as('easteditor')(
        'POST',
        `/api/evaluations/${evaluation}/subjects/${subjects[unit]}/appeals`,
        {
          kind: 'object',
          words: '缴费率是 88。',
          saidBy: '楼栋长 张三',
        },
      ),
    );
  const judge = await pageOf('eastadmin', phone);
  const decideOn = async (unit: string) => {
    await open(judge, `/staff/evaluations/${evaluation}/subjects/${subjects[unit]}`, `${unit} building`);
    await judge.getByRole('button', { name: '裁定' }).click();
    return judge.getByRole('dialog');
  };
  const first = await decideOn('b1');
  await first.getByText('照这样裁定：20.00 ▲ 前提不够：缴费率（现在：20.00 ▲ 前提不够：缴费率）').waitFor();
  await first.getByText('周网格（网格员）', { exact: true }).first().click();
  await first.getByText('照这样裁定：没有得分').waitFor();
  await first.getByText('网格员只剩 0 份，办法要 1 份，所以没有得分。').waitFor();
  await expect.poll(() => faultsOf(judge)).toEqual([]);
  await first.getByLabel('理由').fill('应当回避。');
  await first.getByRole('button', { name: '裁定' }).click();
  await judge.getByText('打分不计入以后份数不够，没有得分。').waitFor();

  const second = await decideOn('b2');
  await second.getByLabel('改正哪个填报数').selectOption('缴费率');
  await second.getByLabel('百分之几').fill('88');
  await second.getByLabel('改正谁打的分').selectOption({ label: '周网格（网格员）' });
  await second.getByRole('spinbutton').nth(1).fill('20');
  await second.getByText('照这样裁定：').waitFor();
  await second.getByLabel('理由').fill('核对台账，属实。');
  await second.getByRole('button', { name: '裁定' }).click();
  await second.getByText('请写出处和日期。').waitFor();
  await expect.poll(() => faultsOf(judge)).toEqual([]);
  await second.getByLabel('出处和日期').fill('物业台账 10 月');
  await second.getByRole('button', { name: '裁定' }).click();
  await judge.getByText('按裁定改正了 2 处').waitFor();
  await judge.getByText('已撤下：核对台账，属实。').waitFor();
  await judge.locator('summary').filter({ hasText: '各人打的分' }).click();
  await judge.getByText('4 → 20').waitFor();
  expect(await faultsOf(judge)).toEqual([]);

  await overNow(site, evaluation, 'appeals_until');
  must(await stepTo(site, evaluation, 'final'));
  await judge.goto(`${site.origin}/print/evaluation?evaluation=${evaluation}`);
  await judge.getByText('1个没有评够，不出分。').waitFor();
  await judge.getByText('1个因申诉成立，有评分不计入，不出分。').waitFor();
  await judge.getByText('收到申诉2件，成立2件。成立的申诉有2件改动了结果').waitFor();
});

test('the pages of an evaluation hold on a phone and in the dark', async () => {
  const { evaluations } = (await site.as('easteditor')('GET', '/api/evaluations')).body;
  for (const [viewport, scheme] of [
    [phone, 'light'],
    [desk, 'dark'],
  ] as const) {
    const page = await pageOf('easteditor', viewport, scheme);
    await open(page, '/staff/evaluations', '评选');
    await page.getByRole('link', { name: '文明楼栋' }).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    for (const { id, title } of evaluations) {
      await open(page, `/staff/evaluations/${id}`, title);
      expect(await faultsOf(page)).toEqual([]);
    }
  }
});

test('letters of households say which evaluation they mark in, and are found from it and from the roll', async () => {
  const planted = await plantEvaluation(site, 'rating', {
    settings: { title: '评楼道', period: '四季度', subjects: [{ unit: 'b1', person: '' }] },
    households: { b1: 2, b2: 3 },
  });
  const page = await pageOf('easteditor');
  await open(page, `/staff/evaluations/${planted.evaluation}`, '评楼道 四季度');
  await page.getByRole('link', { name: '给居民印评分信' }).click();
  await page.getByRole('heading', { level: 1, name: '印评分信' }).waitFor();
  await page.getByText('给“评楼道 四季度”打分用，到').waitFor();
  expect(await page.getByText('推选还没有定稿').count()).toBe(0);
  // Of the roll's two buildings the one that is rated.
  expect(await page.getByLabel('哪栋楼').locator('option').allTextContents()).toEqual([
    'b1 building（印好 0/2）',
  ]);
  await page.getByRole('button', { name: '做 2 封信' }).click();
  await page.getByText('做好了 2 封').waitFor();
  await expect.poll(() => page.locator('.letter').count()).toBe(2);
  expect(await page.getByText('信上没有校验码').count()).toBe(0);
  const letter = (await page.locator('.letter').first().textContent()) ?? '';
  expect(letter).toContain('评分信');
  expect(letter).toMatch(/评楼道 四季度：请在 .+ 以前打分/);
  expect(letter).not.toMatch(/投票|领票/);
  expect(letter).toContain('请打 0714-8700000');
  expect(letter).toContain('滨河社区居委会');
  expect(await faultsOf(page)).toEqual([]);
  expect(printedPages(await page.pdf({ preferCSSPageSize: true })).length).toBe(2);

  const roll = await pageOf('easteditor', phone);
  await open(roll, `/staff/rolls/${planted.roll}`, '户名册');
  expect(await roll.getByText('等推选定稿以后再印').count()).toBe(0);
  await roll.getByRole('link', { name: '印给“评楼道 四季度”打分的信' }).waitFor();
  expect(await faultsOf(roll)).toEqual([]);
  await roll.goto(`${site.origin}/print/letters?roll=${planted.roll}`);
  await roll.getByText('给“评楼道 四季度”打分用，到').waitFor();
  expect(await faultsOf(roll)).toEqual([]);
}, 120_000);

test('a community reads its results together while it may appeal; an organiser is not asked to decide the own appeal', async () => {
  const planted = await plantEvaluation(site, 'provisional', {
    unit: 'east',
    settings: { title: '街道评楼', subjects: ['b1', 'b2', 'b4'].map((unit) => ({ unit, person: '' })) },
  });
  const { evaluation, subjects } = planted;
  const small = await pageOf('e1leader', phone);
  await open(small, `/staff/evaluations/${evaluation}`, '街道评楼 2026年11月');
  await small.getByRole('heading', { name: '本辖区的初评' }).waitFor();
  await small.getByText('前可以说明或申诉').waitFor();
  expect(await small.locator('.evaluation-board tbody tr').count()).toBe(2);
  expect(await small.getByRole('button', { name: '存 Excel' }).count()).toBe(0);
  expect(await faultsOf(small)).toEqual([]);
  await small.getByRole('link', { name: 'b1 building' }).click();
  await small.getByRole('heading', { level: 1, name: 'b1 building' }).waitFor();
  // Among what is going on in the own branch it stands too, with the time to appeal, and in the week's digest.
  for (const place of ['mine', 'digest']) {
    await small.goto(`${site.origin}/board/${place}`);
    const told = small.getByRole('link', { name: /评选“街道评楼 2026年11月”初评已出，.+前可以申诉/ });
    await told.first().waitFor();
    expect(await faultsOf(small)).toEqual([]);
  }
  await small.getByRole('link', { name: /街道评楼/ }).click();
  await small.getByRole('heading', { name: '本辖区的初评' }).waitFor();

  const path = `/api/evaluations/${evaluation}/subjects/${subjects.b1}/appeals`;
  const said = { kind: 'object', words: '少算一户', saidBy: '张三' };
  expect((await site.as('easteditor')('POST', path, said)).status).toBe(200);
  const page = await pageOf('easteditor');
  await open(page, `/staff/evaluations/${evaluation}`, '街道评楼 2026年11月');
  await page.getByRole('heading', { name: '等别人裁定的申诉' }).waitFor();
  expect(await page.getByRole('heading', { name: '等您裁定的申诉' }).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  const judge = await pageOf('mayor');
  await open(judge, `/staff/evaluations/${evaluation}`, '街道评楼 2026年11月');
  await judge.getByRole('heading', { name: '等您裁定的申诉' }).waitFor();
}, 120_000);

test('where no roll of households is final, the way to one is there', async () => {
  const page = await pageOf('westadmin');
  await open(page, '/staff/new/evaluation', '办评选');
  await page.getByRole('link', { name: '去名册' }).click();
  await page.getByRole('heading', { level: 1, name: '名册' }).waitFor();
});
