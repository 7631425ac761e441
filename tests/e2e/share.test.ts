// A form given on: as a template of the branch, by a link that shows its draft, and question by question by way of the bank.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { axeFinds, scrollsSideways } from './look.ts';
import { browser, desk, openForTests, pageOf, phone, site } from './opened.ts';

openForTests();

const definition: Definition = {
  title: '电梯调查',
  layout: 'steps',
  questions: [
    {
      id: 'home',
      type: 'single',
      title: '您住几层',
      options: [
        { id: 'low', label: '低层' },
        { id: 'high', label: '高层' },
      ],
    },
    {
      id: 'lift',
      type: 'yes-no',
      title: '电梯好用吗',
      showIf: { q: 'home', op: 'equals', value: 'high' },
    },
  ],
};
const formOf = async (): Promise<string> =>
  (await site.as('easteditor')('POST', '/api/units/east/forms', { kind: 'survey', definition })).body.id;
async function open(form: string, size = desk): Promise<Page> {
  const page = await pageOf('easteditor', size);
  await page.goto(`${site.origin}/staff/forms/${form}`);
  await page.locator('.question').first().waitFor();
  return page;
}
const share = async (page: Page, what: string) => {
  await page.getByRole('button', { name: /^分享( ▾)?$/ }).click();
  await page.getByRole('button', { name: what }).click();
};
const answersOf = async () =>
  (await site.db.prepare('SELECT count(*) AS n FROM response').first<{ n: number }>())?.n;

describe('a preview link', () => {
  it('is made, opened without an account, filled in without a trace, and taken back', async () => {
    const form = await formOf();
    const page = await open(form);
    await share(page, '分享预览');
    const dialog = page.getByRole('dialog', { name: '分享预览' });
    await dialog.getByRole('button', { name: '生成预览链接' }).click();
    const link = await dialog.getByRole('textbox', { name: '预览链接' }).inputValue();
    // Nothing is pending once the link is there.
    await dialog.getByRole('button', { name: '关闭' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);

    const guest = await (await browser.newContext({ viewport: phone, locale: 'zh-CN' })).newPage();
    guest.setDefaultTimeout(15_000);
    const asked: string[] = [];
    guest.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    await guest.goto(link);
    await guest.getByText('预览，不会保存').waitFor();
    const inside = guest.locator('iframe').contentFrame();
    await inside.getByText('低层').click();
    await inside
      .getByRole('button', { name: '下一题' })
      .or(inside.getByRole('button', { name: '看一遍' }))
      .first()
      .click();
    expect([await axeFinds(guest), await scrollsSideways(guest)]).toEqual([[], false]);
    // The secret is in no address that was asked for.
    const secret = link.split('#')[1] ?? '';
    expect(asked.filter((one) => one.includes(secret))).toEqual([]);
    expect(await answersOf()).toBe(0);
    await guest.reload();
    await guest.locator('iframe').contentFrame().getByText('您住几层').first().waitFor();

    await dialog.getByRole('button', { name: '收回' }).click();
    await dialog.getByText('已失效').waitFor();
    await guest.reload();
    await guest.locator('iframe').contentFrame().getByText('这个链接已经失效').waitFor();
  }, 60_000);

  it('shows nothing of what was tried behind another one', async () => {
    const link = async (form: string) =>
      (await site.as('easteditor')('POST', `/api/forms/${form}/previews`, {})).body.link;
    const guest = await (await browser.newContext({ viewport: phone, locale: 'zh-CN' })).newPage();
    guest.setDefaultTimeout(15_000);
    const open = async (address: string) => {
      // Another link at the same address would only change what is behind the #.
      await guest.goto('about:blank');
      await guest.goto(address);
      const inside = guest.locator('iframe').contentFrame();
      await inside
        .getByRole('button', { name: /^(下一题|看一遍)/ })
        .first()
        .waitFor();
      return inside.getByRole('radio', { name: '高层' });
    };
    const first = await open(await link(await formOf()));
    await first.check({ force: true });
    await first.page().locator('iframe').contentFrame().getByRole('button', { name: '下一题' }).click();
    expect(await (await open(await link(await formOf()))).isChecked()).toBe(false);
  }, 60_000);

  it('on a phone stands in the window', async () => {
    const page = await open(await formOf(), phone);
    await share(page, '分享预览');
    await page.getByRole('button', { name: '生成预览链接' }).click();
    await page.getByRole('textbox', { name: '预览链接' }).waitFor();
    expect([await axeFinds(page), await scrollsSideways(page)]).toEqual([[], false]);
  }, 60_000);

  it('of which there are many stands first while it opens, and the page says that others are not listed', async () => {
    const form = await formOf();
    const make = () => site.as('easteditor')('POST', `/api/forms/${form}/previews`, {});
    await make();
    await site.db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
         INSERT INTO preview_link (token_hash, form, created_by, created_at, expires_at)
         SELECT 'over' || i, ?1, 'x', i, i FROM n`,
      )
      .bind(form)
      .run();
    const page = await open(form);
    await share(page, '分享预览');
    const dialog = page.getByRole('dialog', { name: '分享预览' });
    await dialog.getByText('这里只列出 50 个').waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(50);
    await dialog.getByRole('listitem').first().getByRole('button', { name: '收回' }).waitFor();
  }, 60_000);
});

describe('a template of the branch', () => {
  it('is set from the form once it was published, and a press takes it down again', async () => {
    const form = await formOf();
    const first = await open(form, phone);
    await share(first, '设为模板');
    await first.getByText('先发布一版，再设为模板').waitFor();

    await site.as('easteditor')('POST', `/api/forms/${form}/versions`, { rev: 1 });
    const page = await open(form);
    await share(page, '设为模板');
    const dialog = page.getByRole('dialog', { name: '设为模板' });
    await dialog.getByRole('button', { name: '设为模板' }).click();
    await dialog.getByText('写一句话，同事才知道什么时候用它。').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await dialog.getByLabel('一句话说明').fill('问电梯好不好用');
    await dialog.getByRole('button', { name: '设为模板' }).click();
    await page.getByText('已设为east street的模板').waitFor();
    const listed = async () => (await site.as('easteditor')('GET', '/api/templates')).body.templates;
    expect((await listed())[0]).toMatchObject({ title: '电梯调查', summary: '问电梯好不好用', version: 1 });
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('已撤下，不再是east street的模板').waitFor();
    expect(await listed()).toEqual([]);
  }, 60_000);
});

describe('the bank of questions', () => {
  it('keeps a question without what goes by others, and gives it to another form, twice under two ids', async () => {
    const page = await open(await formOf());
    await page.locator('#q-lift').click();
    await page.getByRole('button', { name: '存进题库：电梯好用吗' }).click();
    await page.getByRole('button', { name: '和east street的同事一起用' }).click();
    await page.getByText('已存进题库，不带“什么时候出现”').waitFor();

    const empty = { title: '另一张', layout: 'steps', questions: [] };
    const other = (
      await site.as('eastadmin')('POST', '/api/units/east/forms', { kind: 'survey', definition: empty })
    ).body;
    const colleague = await pageOf('eastadmin');
    await colleague.goto(`${site.origin}/staff/forms/${other.id}`);
    await colleague.getByRole('button', { name: '题库', exact: true }).click();
    const bank = colleague.getByRole('region', { name: '题库' });
    await bank.getByRole('searchbox', { name: '在题库里找' }).fill('没有这样的');
    await bank.getByText('没有找到“没有这样的”').waitFor();
    await bank.getByRole('searchbox', { name: '在题库里找' }).fill('电梯 是否');
    expect(await axeFinds(colleague)).toEqual([]);
    await bank.getByRole('button', { name: '加进表单：电梯好用吗' }).click();
    await bank.getByRole('button', { name: '加进表单：电梯好用吗' }).click();
    await expect
      .poll(async () => {
        const { draft } = (await site.as('eastadmin')('GET', `/api/forms/${other.id}`)).body;
        const ids = draft.questions.map(({ id }: { id: string }) => id);
        return [ids[0], new Set(ids).size, JSON.stringify(draft).includes('showIf')];
      })
      .toEqual(['lift', 2, false]);

    await bank.getByRole('button', { name: '移出题库：电梯好用吗' }).click();
    await bank.getByText('题库还是空的').waitFor();
    await colleague.getByRole('button', { name: '撤销', exact: true }).last().click();
    await bank.getByRole('button', { name: '加进表单：电梯好用吗' }).waitFor();
  }, 60_000);
});
