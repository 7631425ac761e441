// Staff's way from a template to an open campaign, and what must not go wrong on it: keyboard only, two writers,
// no network.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../schema/form/definition.ts';
import { responseId } from '../http/city.ts';
import { axeFinds, scrollsSideways } from './look.ts';
import { desk, open, openForTests, pageOf, phone, site } from './opened.ts';

openForTests();

const template = '物业服务满意度调查';
async function formFromTemplate(page: Page): Promise<string> {
  await open(page, '/staff/new', '新建');
  await page.getByRole('button', { name: `用这个模板：${template}` }).click();
  await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
  await page.getByRole('heading', { level: 1, name: template }).waitFor();
  return page.url().split('/').at(-1) ?? '';
}
const saved = (page: Page) => page.getByText(/^已保存/).waitFor();
const draftOf = async (form: string) => (await site.as('easteditor')('GET', `/api/forms/${form}`)).body;

describe('from a template to an open campaign', () => {
  it('a form is made, edited in place, published, opened over the own branch, and residents get a link', async () => {
    const page = await pageOf('easteditor');
    await open(page, '/staff/', '首页');
    await page.getByRole('link', { name: '新建', exact: true }).first().click();
    const form = await formFromTemplate(page);

    await page.getByRole('textbox', { name: '表单标题' }).fill('东街物业满意吗');
    await page.locator('.question.reading', { hasText: '您住的楼有电梯吗' }).click();
    await page.getByRole('textbox', { name: '选项 2' }).press('Enter');
    await page.keyboard.type('正在装');
    await page.getByRole('textbox', { name: '选项 3' }).press('Enter');
    await page.getByRole('textbox', { name: '选项 4' }).evaluate((input) => {
      const data = new DataTransfer();
      data.setData('text/plain', '1. 甲\n2. 乙\n3. 丙');
      input.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await saved(page);
    const { draft } = await draftOf(form);
    expect(draft.title).toBe('东街物业满意吗');
    const lift = draft.questions.find((question: { id: string }) => question.id === 'lift');
    expect(lift.options.map((option: { label: string }) => option.label)).toEqual([
      '有',
      '没有',
      '正在装',
      '甲',
      '乙',
      '丙',
    ]);
    expect(await axeFinds(page)).toEqual([]);

    await page.getByRole('button', { name: '发布', exact: true }).click();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    expect(await focused()).toContain('发布');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: '表单标题' }).waitFor();
    await expect.poll(focused).toBe('发布');
    await page.keyboard.press('Enter');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: '发布第 1 版' }).click();
    await page.getByText('第 1 版已发布').waitFor();
    await page.getByRole('link', { name: '开一期，让居民填写' }).click();

    await page.getByRole('heading', { level: 1, name: /开一期/ }).waitFor();
    await page.getByText('已选 1 个街道，4 栋').waitFor();
    await page.getByText('× 160 户').waitFor();
    // One per household goes by the letters of a final roll, and there is none.
    await page.getByText(/^每户一份/).click();
    await page.getByText('还没有合用的已定稿名册').waitFor();
    await page
      .getByText(/^谁都能填/)
      .first()
      .click();
    await page.getByRole('button', { name: '开始，生成海报' }).click();
    await page.getByRole('link', { name: '请填咨询电话，居民有疑问时好找人。' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('textbox', { name: '主办' }).fill('东街道办事处');
    await page.getByRole('textbox', { name: '咨询电话' }).fill('0714-8700000');
    await page.getByRole('button', { name: '开始，生成海报' }).click();
    await page.waitForURL(/\/staff\/campaigns\//);
    await page.getByRole('heading', { level: 1, name: '东街物业满意吗' }).waitFor();
    await page.getByRole('img', { name: /二维码/ }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
  }, 60_000);
});

describe('the form page', () => {
  it('is worked by keyboard alone: add a type, write it, add options, move it, undo', async () => {
    const page = await pageOf('easteditor');
    const form = await formFromTemplate(page);
    await page.locator('body').press('/');
    await page.keyboard.type('多选');
    await page.keyboard.press('Enter');
    const title = page.getByRole('textbox', { name: '题目', exact: true });
    await expect.poll(() => title.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('您愿意做哪些事');
    await page.keyboard.press('Enter');
    await page.keyboard.type('巡楼');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.line-item').count()).toBe(1);
    await page.keyboard.type('巡楼');
    await page.keyboard.press('Enter');
    await page.keyboard.type('送餐');
    await title.press('Alt+Shift+ArrowUp');
    await saved(page);
    const { draft } = await draftOf(form);
    const at = draft.questions.findIndex(
      (question: { title: string }) => question.title === '您愿意做哪些事',
    );
    expect(at).toBe(draft.questions.length - 2);
    expect(draft.questions[at].options.map((option: { label: string }) => option.label)).toEqual([
      '巡楼',
      '送餐',
    ]);
    await page.keyboard.press('Control+z');
    await saved(page);
    expect((await draftOf(form)).draft.questions.at(-1).title).toBe('您愿意做哪些事');
  }, 60_000);

  it('all types open within sight, and what is typed next is what is looked for', async () => {
    const page = await pageOf('easteditor');
    const form = await formFromTemplate(page);
    await page.locator('.question.reading', { hasText: '您住的楼有电梯吗' }).click();
    await page.getByRole('button', { name: /^更多题型/ }).click();
    await page.keyboard.type('车牌');
    const search = page.getByRole('searchbox', { name: '找题型' });
    expect(await search.inputValue()).toBe('车牌');
    const box = await search.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(desk.height);
    await page.keyboard.press('Enter');
    await saved(page);
    const { draft } = await draftOf(form);
    expect(draft.questions.some((question: { type: string }) => question.type === 'plate')).toBe(true);
    const lift = draft.questions.find(({ id }: { id: string }) => id === 'lift');
    expect(lift.title).toBe('您住的楼有电梯吗？');
  }, 60_000);

  it('a deleted question comes back by undo, and the check names what is missing', async () => {
    const page = await pageOf('easteditor');
    await formFromTemplate(page);
    const lift = page.locator('.question.reading', { hasText: '您住的楼有电梯吗' });
    await lift.click();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await page.getByRole('button', { name: '还是删除' }).click();
    await page.getByRole('tab', { name: /检查/ }).click();
    await page.getByText(/的出现条件要看的题已经不在了/).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await page.getByText('没有发现问题，可以发布。').waitFor();
  }, 60_000);

  it('another type keeps what was written, is undone, and once published is another question', async () => {
    const page = await pageOf('easteditor');
    const form = await formFromTemplate(page);
    const lift = page.locator('.question.reading', { hasText: '您住的楼有电梯吗' });
    await lift.click();
    await page.getByRole('tab', { name: '设置' }).click();
    const type = page.getByRole('combobox', { name: '题型' });
    await type.selectOption({ label: '多选' });
    await saved(page);
    const typeOf = async (id: string) =>
      (await draftOf(form)).draft.questions.find((question: { id: string }) => question.id === id)?.type;
    await expect.poll(() => typeOf('lift')).toBe('multi');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: /撤销/ }).first().click();
    await expect.poll(() => typeOf('lift')).toBe('single');

    const { rev } = await draftOf(form);
    await site.as('easteditor')('POST', `/api/forms/${form}/versions`, { rev });
    await open(page, `/staff/forms/${form}`, template);
    await lift.click();
    await page.getByRole('tab', { name: '设置' }).click();
    await page.getByText(/^这题发布过/).waitFor();
    await type.selectOption({ label: '多选' });
    await page.getByText('已换成“多选”，是新的一题；旧题不再问，已收的回答都留着。').waitFor();
    expect(await type.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => typeOf('lift')).toBeUndefined();
    await page.getByRole('tab', { name: /检查/ }).click();
    await page.getByText(/^◇ 发布过的 1 题不在了/).waitFor();
    expect(await page.getByText(/另一种题型/).count()).toBe(0);
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => typeOf('lift')).toBe('single');
  }, 60_000);

  it('a condition is built as a sentence and read back in words', async () => {
    const page = await pageOf('easteditor');
    const form = await formFromTemplate(page);
    await page.locator('.question.reading', { hasText: '还有什么想对社区和物业说的' }).click();
    await page.getByRole('tab', { name: '设置' }).click();
    await page.getByRole('radio', { name: '符合条件才出现' }).check();
    await page.getByLabel('哪一题').selectOption({ label: '第 1 题 总的来说，您对物业服务满意吗？' });
    await page.getByLabel('怎样').selectOption({ label: '不超过' });
    await page.getByLabel('哪个').selectOption({ label: '不满意' });
    await page.getByText('第1题选了“不满意”或更低时出现').last().waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await saved(page);
    const { draft } = await draftOf(form);
    expect(draft.questions.at(-1).showIf).toEqual({ q: 'overall', op: 'lte', value: 2 });
  }, 60_000);

  it('two writers: nothing is overwritten until one version is chosen', async () => {
    const page = await pageOf('easteditor');
    const form = await formFromTemplate(page);
    const before = await draftOf(form);
    await site.as('eastadmin')('PUT', `/api/forms/${form}/draft`, {
      rev: before.rev,
      definition: {
        ...before.draft,
        title: '别人改的标题',
        questions: before.draft.questions.map((question: Question, at: number) =>
          at === 0 ? { ...question, hint: '别人写的说明' } : question,
        ),
      },
    });
    await page.getByRole('textbox', { name: '表单标题' }).fill('我改的标题');
    await page.getByRole('heading', { name: /有两个版本，请选一个/ }).waitFor();
    const two = page.getByRole('region', { name: '有两个版本，请选一个' });
    await two.getByText('表单的标题从“别人改的标题”改成了“我改的标题”').waitFor();
    await two.getByText(/^第 ?1 ?题.*去掉了说明“别人写的说明”$/).waitFor();
    await two.getByText('已保存的版本', { exact: true }).click();
    await two.getByText('别人写的说明', { exact: true }).waitFor();
    await two.locator('details[open] .sketch-lines').first().waitFor();
    expect((await draftOf(form)).draft.title).toBe('别人改的标题');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: '用这里的版本' }).click();
    await saved(page);
    expect((await draftOf(form)).draft.title).toBe('我改的标题');
  }, 60_000);

  it('without a network the draft waits on this device, survives closing, and is saved afterwards', async () => {
    const page = await pageOf('easteditor');
    const form = await formFromTemplate(page);
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: '表单标题' }).fill('没网时写的');
    await page.getByText('没网，已存在本机').waitFor();
    await page.close();
    const again = await page.context().newPage();
    await again.context().setOffline(false);
    await open(again, `/staff/forms/${form}`, '没网时写的');
    await saved(again);
    await expect.poll(async () => (await draftOf(form)).draft.title).toBe('没网时写的');
  }, 60_000);
});

describe('an open campaign', () => {
  it('gives its answers as an Excel file made in the browser, and follows the language at once', async () => {
    const { form } = await site.publishForm({
      title: '停车',
      layout: 'steps',
      questions: [{ id: 'words', type: 'text', title: '哪里停车难' }],
    });
    const run = await site.openCampaign(form);
    const words = ['=HYPERLINK("http://evil.example")', '三号楼'];
    for (const text of words) {
      const path = `/api/campaigns/${run.slug}/responses/${responseId()}`;
      const reply = await site.anyone('PUT', path, { version: 1, unit: 'b1', answers: { words: text } });
      expect(reply.status, reply.text).toBeLessThan(300);
    }
    const page = await pageOf('mayor');
    await open(page, `/staff/campaigns/${run.id}`, '停车');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Excel（XLSX）/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('停车.xlsx');
    const file = await readFile(await download.path());
    // A zip archive; texts stand in it as shared strings and never as formulas.
    expect(file.subarray(0, 2).toString()).toBe('PK');
    await page.getByText('Excel 已下载').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'What was done' }).waitFor();
    await page.getByRole('heading', { name: 'Received by area' }).waitFor();
  }, 60_000);

  it('says of a voided answer why and by whom, there and in the history, which leads to it', async () => {
    const { form } = await site.publishForm({
      title: '路灯',
      layout: 'steps',
      questions: [{ id: 'fine', type: 'yes-no', title: '路灯亮吗' }],
    });
    const run = await site.openCampaign(form);
    const response = responseId();
    const path = `/api/campaigns/${run.slug}/responses/${response}`;
    await site.anyone('PUT', path, { version: 1, unit: 'b1', answers: { fine: 'yes' } });
    const gone = await site.as('mayor')('POST', `/api/campaigns/${run.id}/responses/${response}/void`, {
      rev: 1,
      reason: '本人来电作废',
    });
    expect(gone.status, gone.text).toBeLessThan(300);
    const page = await pageOf('mayor');
    await open(page, '/staff/history', '操作记录');
    const entry = page.getByRole('row', { name: /作废答卷.*本人来电作废/ });
    await entry.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: /答卷/ }).waitFor();
    await page.getByText(/^作废 · .+ · 原因：本人来电作废$/).waitFor();
    expect(await page.getByText('更正过').count()).toBe(0);
  }, 60_000);

  it('prints a place only where it was ticked itself', async () => {
    const made = await site.as('mayor')('POST', '/api/units/e1/children', {
      kind: 'place',
      name: '滨河公厕',
      code: 'E1-P1',
    });
    expect(made.status, made.text).toBeLessThan(300);
    const { form } = await site.publishForm({
      title: '环境',
      layout: 'steps',
      questions: [{ id: 'fine', type: 'yes-no', title: '干净吗' }],
    });
    const run = await site.openCampaign(form);
    const page = await pageOf('mayor');
    await page.goto(`${site.origin}/print/posters?campaign=${run.id}&unit=city`);
    await page.getByText('共 6 栋，6 张纸').waitFor();
    await page.getByText('已选 1 个市，6 栋').waitFor();
    expect(await page.getByText('滨河公厕').count()).toBe(0);
    await page.goto(`${site.origin}/print/codes?unit=city`);
    await page.getByText('共 6 栋，1 个点位，7 张纸').waitFor();
    await page.getByText('已选 1 个市，1 个点位，6 栋').waitFor();
    await page.getByRole('button', { name: '全不选' }).click();
    await page.getByText('共 0 栋，0 张纸').waitFor();
  }, 60_000);

  it('is named when the form asks for a phone, and opens without names only once that was confirmed', async () => {
    const { form } = await site.publishForm({
      title: '报修',
      layout: 'steps',
      questions: [{ id: 'tel', type: 'phone', title: '您的电话' }],
    });
    const page = await pageOf('mayor');
    await open(page, `/staff/forms/${form}/open`, /开一期/);
    expect(await page.getByRole('radio', { name: /^记名/ }).isChecked()).toBe(true);
    expect(await page.getByText(/您选了不记名，表单却问了/).count()).toBe(0);
    await page.getByRole('radio', { name: /^不记名/ }).check();
    await page.getByText(/您选了不记名，表单却问了“您的电话”/).waitFor();
    await page.getByRole('textbox', { name: '主办' }).fill('居委会');
    await page.getByRole('textbox', { name: '咨询电话' }).fill('0714-8700000');
    await page.getByRole('button', { name: '开始，生成海报' }).click();
    await page.getByRole('link', { name: /请打勾确认，或者改成记名/ }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('checkbox', { name: /^我知道填了就能看出是谁/ }).check();
    await page.getByRole('button', { name: '开始，生成海报' }).click();
    await page.waitForURL(/\/staff\/campaigns\//);
  }, 60_000);

  it.each([
    ['election', '这是大家的意见，不是选举结果。'],
    ['owner-vote', '这是大家的意见，不是业主大会的表决。'],
  ])(
    'that calls itself %s opens once it was confirmed to be an opinion, and the board says so',
    async (kind, says) => {
      const definition = {
        title: '本楼推选',
        layout: 'steps' as const,
        questions: [{ id: 'fine', type: 'yes-no' as const, title: '同意吗' }],
      };
      const made = (await site.as('mayor')('POST', '/api/units/city/forms', { kind, definition })).body;
      await site.as('mayor')('POST', `/api/forms/${made.id}/versions`, { rev: made.rev });
      const page = await pageOf('mayor');
      await open(page, `/staff/forms/${made.id}/open`, /开一期/);
      await page
        .getByRole('alert')
        .getByText(/^这样开，不核对/)
        .waitFor();
      await page.getByRole('textbox', { name: '主办' }).fill('居委会');
      await page.getByRole('textbox', { name: '咨询电话' }).fill('0714-8700000');
      await page.getByRole('button', { name: '开始，生成海报' }).click();
      await page.getByRole('link', { name: /^请先确认：这次只听意见/ }).waitFor();
      expect(await axeFinds(page)).toEqual([]);
      await page.getByRole('checkbox', { name: /^我知道：这次只听意见/ }).check();
      await page.getByRole('button', { name: '开始，生成海报' }).click();
      await page.waitForURL(/\/staff\/campaigns\//);
      await page.getByText(says).waitFor();
      await open(page, `/board/${page.url().split('/').at(-1)}/city`, /本楼推选/);
      await page.getByText(says).waitFor();
    },
    60_000,
  );

  it('cannot be opened without names when everybody has to give one', async () => {
    const { form } = await site.publishForm({
      title: '登记',
      layout: 'steps',
      questions: [{ id: 'who', type: 'name', title: '您的姓名', required: true }],
    });
    const page = await pageOf('mayor');
    await open(page, `/staff/forms/${form}/open`, /开一期/);
    await page.getByText('表单要填“您的姓名”，不能写“不记名”。').waitFor();
    expect(await page.getByRole('radio', { name: /^不记名/ }).isDisabled()).toBe(true);
    expect(await page.getByRole('radio', { name: /^记名/ }).isChecked()).toBe(true);
  }, 60_000);

  it('that still asks an older version is named when a new one is published, with the way to move it', async () => {
    const definition = {
      title: '晾晒',
      layout: 'steps' as const,
      questions: [{ id: 'fine', type: 'yes-no' as const, title: '够用吗' }],
    };
    const { form, rev } = await site.publishForm(definition);
    const run = await site.openCampaign(form);
    const page = await pageOf('mayor');
    await site.as('mayor')('PUT', `/api/forms/${form}/draft`, {
      rev,
      definition: { ...definition, title: '晾晒够用吗' },
    });
    await open(page, `/staff/forms/${form}`, '晾晒够用吗');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('button', { name: '发布第 2 版' }).click();
    await page.getByText('正在进行的“晾晒”（city city）还在用第 1 版。').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('link', { name: '去那一期换' }).click();
    await page.waitForURL(`${site.origin}/staff/campaigns/${run.id}`);
    await page.getByRole('button', { name: '换成第 2 版' }).click();
    await page.getByText('已换成第 2 版').waitFor();
    await open(page, `/staff/forms/${form}`, '晾晒够用吗');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText('草稿和第 2 版一样，不用再发布。').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText(/还在用第 1 版/).count()).toBe(0);
  }, 60_000);

  it('of a form that staff fill in themselves stands on no building page unless that is wanted', async () => {
    const page = await pageOf('mayor');
    await open(page, '/staff/new', '新建');
    await page.getByLabel('找模板').fill('网格巡诊');
    await page.getByRole('button', { name: '用这个模板：网格巡诊记录' }).click();
    await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
    const form = page.url().split('/').at(-1) ?? '';
    const { rev } = (await site.as('mayor')('GET', `/api/forms/${form}`)).body;
    await site.as('mayor')('POST', `/api/forms/${form}/versions`, { rev });
    await open(page, `/staff/forms/${form}/open`, /开一期/);
    expect(await page.getByRole('checkbox', { name: /^列在楼栋页面上/ }).isChecked()).toBe(false);
    await page.getByRole('textbox', { name: '主办' }).fill('居委会');
    await page.getByRole('textbox', { name: '咨询电话' }).fill('0714-8700000');
    await page.getByRole('button', { name: '开始，生成二维码' }).click();
    await page.waitForURL(/\/staff\/campaigns\//);
    await page.getByText(/^没有列在楼栋页面上/).waitFor();
    expect(await page.getByRole('link', { name: '打印海报' }).count()).toBe(0);
    const onPage = async () => (await site.anyone('GET', '/b/pageb1')).text.includes('网格巡诊记录');
    expect(await onPage()).toBe(false);
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('button', { name: '列到楼栋页面上' }).click();
    await page.getByRole('link', { name: '打印海报' }).waitFor();
    expect(await onPage()).toBe(true);
  }, 60_000);

  it('is paused, goes on, and is closed only after it was asked', async () => {
    const { form } = await site.publishForm({
      title: '电梯',
      layout: 'steps',
      questions: [{ id: 'fine', type: 'yes-no', title: '电梯好用吗' }],
    });
    const run = await site.openCampaign(form);
    const stateOf = async () => (await site.as('mayor')('GET', `/api/campaigns/${run.id}`)).body.state;
    const page = await pageOf('mayor');
    await open(page, `/staff/campaigns/${run.id}`, '电梯');
    await page.getByRole('button', { name: '暂停' }).click();
    await page.getByRole('button', { name: '继续收' }).click();
    await page.getByRole('button', { name: '暂停' }).waitFor();
    await page.getByRole('button', { name: '现在截止' }).click();
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await stateOf()).toBe('open');
    await page.getByRole('button', { name: '现在截止' }).click();
    await page.getByRole('button', { name: '截止这一期' }).click();
    await page.getByText('已截止', { exact: true }).waitFor();
    expect(await stateOf()).toBe('closed');
  }, 60_000);
});

describe('every page', () => {
  it('holds up under axe in both themes, on a phone and a desk, and never scrolls sideways', async () => {
    const maker = await pageOf('mayor');
    const form = await formFromTemplate(maker);
    const { rev } = (await site.as('mayor')('GET', `/api/forms/${form}`)).body;
    await site.as('mayor')('POST', `/api/forms/${form}/versions`, { rev });
    const run = await site.openCampaign(form);
    const response = responseId();
    const five = { clean: 4, safe: 4, repair: 3, parking: 2, green: 5 };
    const sent = await site.anyone('PUT', `/api/campaigns/${run.slug}/responses/${response}`, {
      version: 1,
      unit: 'b1',
      answers: { overall: 4, items: five, lift: 'no', worries: ['none'] },
    });
    const pages: [string, string | RegExp][] = [
      ['/staff/', '首页'],
      ['/staff/new', '新建'],
      ['/staff/new/import', '粘贴文字或导入文件'],
      [`/staff/forms/${form}`, template],
      [`/staff/forms/${form}/open`, /开一期/],
      [`/staff/campaigns/${run.id}`, template],
      [`/staff/campaigns/${run.id}/progress/east`, '各处收了多少'],
      [`/staff/campaigns/${run.id}/answers/city`, '答卷'],
      ...(sent.status < 300
        ? [[`/staff/campaigns/${run.id}/answers/city/${response}`, /答卷/] as [string, RegExp]]
        : []),
      [`/staff/campaigns/${run.id}/comments/city`, '居民的话'],
      ['/staff/areas', '辖区'],
      ['/staff/areas/b1', 'b1 building'],
      ['/staff/areas/east/import', '从表格导入辖区'],
      ['/staff/people', '工作人员'],
      ['/staff/people/city/import', '批量加工作人员'],
      ['/staff/settings', '设置'],
      ['/staff/history', '操作记录'],
      ['/staff/password', '换密码'],
      ['/staff/nowhere', '没有这一页'],
    ];
    const found: string[] = [];
    for (const [size, scheme] of [
      [phone, 'dark'],
      [desk, 'light'],
    ] as const) {
      const page = await pageOf('mayor', size, scheme);
      for (const [path, heading] of pages) {
        await open(page, path, heading);
        await page.waitForLoadState('networkidle');
        found.push(...(await axeFinds(page)).map((fault) => `${path} ${size.width}: ${fault}`));
        if (await scrollsSideways(page)) found.push(`${path} ${size.width}: scrolls sideways`);
      }
    }
    expect(found).toEqual([]);
  }, 120_000);

  it('asks those who are not signed in to sign in, and brings them back', async () => {
    const page = await pageOf(undefined);
    await page.goto(`${site.origin}/staff/areas/b1`);
    await page.getByRole('heading', { level: 1, name: '工作人员登录' }).waitFor();
    expect(new URL(page.url()).searchParams.get('back')).toBe('/staff/areas/b1');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('请填账号。').waitFor();
    await page.getByRole('textbox', { name: '账号' }).fill('nobody');
    await page.getByLabel('密码').fill('wrong-password');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('账号或密码不对，请再试。').waitFor();
    expect(await page.getByRole('textbox', { name: '账号' }).inputValue()).toBe('nobody');
    expect(await axeFinds(page)).toEqual([]);
  }, 60_000);

  it('an invitation sets a password and signs in', async () => {
    const made = await site.as('eastadmin')('POST', '/api/units/east/staff', {
      login: 'wangfang',
      name: '王芳',
      grants: [{ role: 'editor', unit: 'e1' }],
    });
    const page = await pageOf(undefined);
    await page.goto(made.body.invitation.link);
    await page.getByLabel('新密码', { exact: true }).fill('dongjie-2026-wf');
    await page.getByLabel('再填一次新密码').fill('dongjie-2026-wf');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: '设好密码，开始工作' }).click();
    await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');

    const late = await pageOf(undefined);
    await late.goto(made.body.invitation.link);
    await late.getByLabel('新密码', { exact: true }).fill('dongjie-2026-wg');
    await late.getByLabel('再填一次新密码').fill('dongjie-2026-wg');
    await late.getByRole('button', { name: '设好密码，开始工作' }).click();
    await late.getByRole('link', { name: '去登录' }).waitFor();
  }, 60_000);
});
