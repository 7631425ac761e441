// A form being written: the outline by keyboard and pointer, the phone beside it, text pasted into it, its paths, an old
// version taken back, two people on it, and every act reached by name.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { axeFinds, scrollsSideways } from './look.ts';
import { browser, desk, openForTests, pageOf, phone, site } from './opened.ts';

openForTests();

const choice = (id: string, title: string, more: object = {}): Question => ({
  id,
  type: 'single',
  title,
  options: [
    { id: 'yes', label: '有' },
    { id: 'no', label: '没有' },
  ],
  ...more,
});
const page2: Question = { id: 'page', type: 'page-break', title: '第二部分' };
const five: Definition = {
  title: '楼道',
  layout: 'steps',
  questions: [
    choice('lift', '有电梯吗'),
    choice('fast', '修得快吗', { showIf: { q: 'lift', op: 'answered' } }),
    page2,
    choice('lamp', '灯亮吗'),
    choice('bike', '有停车棚吗'),
  ],
};

async function formOf(definition: Definition): Promise<string> {
  const made = await site.as('easteditor')('POST', '/api/units/east/forms', { kind: 'survey', definition });
  expect(made.status, made.text).toBeLessThan(300);
  return made.body.id;
}
async function open(page: Page, form: string): Promise<void> {
  await page.goto(`${site.origin}/staff/forms/${form}`);
  await page.getByRole('tree').waitFor();
}
const draftOf = async (form: string): Promise<Definition> =>
  (await site.as('easteditor')('GET', `/api/forms/${form}`)).body.draft;
const orderOf = async (form: string) => (await draftOf(form)).questions.map(({ id }) => id);
const row = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name });
const rows = (page: Page) => page.getByRole('treeitem').allTextContents();
const inside = (page: Page) => page.frameLocator('iframe.phone-preview:not(.behind)');

describe('the outline', () => {
  it('is walked, marked, moved, copied and emptied by keys, says what it did, and all of it is undone', async () => {
    const form = await formOf(five);
    const page = await pageOf('easteditor');
    await open(page, form);
    await row(page, /有电梯吗/).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await page.getByText('已选 3 项').waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('已选 2 项').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText(/^已移动 2 项，现在排在第 2 题“修得快吗”后面。/).waitFor();
    await expect.poll(() => orderOf(form)).toEqual(['lift', 'fast', 'lamp', 'bike', 'page']);
    await page.keyboard.press('Control+d');
    await expect.poll(async () => (await rows(page)).length).toBe(7);
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await rows(page)).length).toBe(5);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
      .toBe('treeitem');
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Control+z');
    await expect.poll(() => orderOf(form)).toEqual(['lift', 'fast', 'page', 'lamp', 'bike']);
  }, 60_000);

  it('folds a page away and moves it whole, by pointer', async () => {
    const form = await formOf(five);
    const page = await pageOf('easteditor');
    await open(page, form);
    await row(page, /第二部分/).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await rows(page)).length).toBe(3);
    await row(page, /第二部分/).click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: '选中的往上移' }).click();
    await page.getByText('已移动 3 项，现在排在第 1 题“有电梯吗”后面。').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await rows(page)).length).toBe(3);
    await row(page, /第二部分/).dragTo(row(page, /有电梯吗/), { targetPosition: { x: 40, y: 4 } });
    await expect.poll(() => orderOf(form)).toEqual(['page', 'lamp', 'bike', 'lift', 'fast']);
  }, 60_000);

  it('shows what goes by a question before several are deleted', async () => {
    const form = await formOf(five);
    const page = await pageOf('easteditor');
    await open(page, form);
    await row(page, /有电梯吗/).click({ modifiers: ['Control'] });
    await row(page, /灯亮吗/).click({ modifiers: ['Control'] });
    await page.getByRole('group', { name: '已选 2 项' }).getByRole('button', { name: '删除' }).click();
    await page.getByText('第2题：什么时候出现').waitFor();
    await page.getByRole('button', { name: '还是删除' }).click();
    await expect.poll(() => orderOf(form)).toEqual(['fast', 'page', 'bike']);
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => orderOf(form)).toEqual(['lift', 'fast', 'page', 'lamp', 'bike']);
  }, 60_000);
});

it('options change places by dragging their marks', async () => {
  const form = await formOf(five);
  const page = await pageOf('easteditor');
  await open(page, form);
  await row(page, /有电梯吗/).click();
  const items = page.locator('.question.chosen .line-item');
  await items.nth(1).locator('.line-handle').dragTo(items.nth(0).locator('input'));
  const labels = async () => {
    const [first] = (await draftOf(form)).questions;
    return first && 'options' in first ? first.options.map(({ label }) => label) : [];
  };
  await expect.poll(labels).toEqual(['没有', '有']);
}, 60_000);

it('logic and places are out of sight until they are switched on for the form, and stay on', async () => {
  const form = await formOf({ ...five, questions: [choice('lift', '有电梯吗'), choice('lamp', '灯亮吗')] });
  const page = await pageOf('easteditor');
  await open(page, form);
  await row(page, /灯亮吗/).click();
  await page.getByRole('tab', { name: '设置' }).click();
  await page.getByRole('button', { name: '打开逻辑' }).waitFor();
  expect(await page.getByRole('radio', { name: '符合条件才出现' }).count()).toBe(0);
  await page.getByRole('button', { name: '打开逻辑' }).click();
  await page.getByRole('radio', { name: '符合条件才出现' }).waitFor();
  await page.locator('.form-head > details > summary').click();
  await page.getByRole('checkbox', { name: /^名额/ }).check();
  await page.locator('.form-head .fold', { hasText: '名额' }).first().waitFor();
  expect(await axeFinds(page)).toEqual([]);
  await open(page, form);
  await row(page, /灯亮吗/).click();
  await page.getByRole('tab', { name: '设置' }).click();
  await page.getByRole('radio', { name: '符合条件才出现' }).waitFor();
}, 60_000);

it.each([
  ['a desk', desk],
  ['a phone', phone],
] as const)(
  'a question that is pressed stays where it is on %s, whatever the one above it folds away',
  async (_, size) => {
    const options = Array.from({ length: 12 }, (_, at) => ({ id: `o${at}`, label: `选项 ${at + 1}` }));
    const ids = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'];
    const form = await formOf({
      title: '问卷',
      layout: 'steps',
      questions: ids.map((id) => ({ id, type: 'single', title: `${id} 的题目`, options })),
    });
    const page = await pageOf('easteditor', size);
    await page.goto(`${site.origin}/staff/forms/${form}`);
    for (const id of ids.slice(0, -1)) {
      const title = page.locator(`#q-${id} .question-title`);
      await title.scrollIntoViewIfNeeded();
      const stood = (await title.boundingBox())?.y ?? 0;
      await title.click();
      const field = page.locator(`#title-${id}`);
      await field.waitFor();
      await page.waitForTimeout(200);
      expect(Math.abs(((await field.boundingBox())?.y ?? 0) - stood)).toBeLessThan(16);
      expect(await field.evaluate((one) => document.activeElement === one)).toBe(true);
    }
  },
  60_000,
);

it('several are chosen by presses, and no row moves under the pointer when the first is', async () => {
  const form = await formOf({
    title: '问卷',
    layout: 'steps',
    questions: ['q1', 'q2', 'q3', 'q4'].map((id) => ({ id, type: 'yes-no', title: `${id} 的题目` })),
  });
  const page = await pageOf('easteditor');
  await open(page, form);
  const outline = page.getByRole('navigation', { name: '题目目录' });
  await outline.getByRole('button', { name: '多选' }).click();
  const third = outline.getByRole('treeitem', { name: /q3/ });
  const stood = (await third.boundingBox())?.y;
  await outline.getByRole('treeitem', { name: /q1/ }).click();
  expect((await third.boundingBox())?.y).toBe(stood);
  await third.click();
  await outline.getByText('已选 2 项').waitFor();
  expect(await page.getByRole('treeitem').count()).toBe(4);
}, 60_000);

describe('the phone beside', () => {
  it('follows what is written, keeps what was tried, and leaves the focus where it is', async () => {
    const form = await formOf(five);
    const page = await pageOf('easteditor');
    await open(page, form);
    await inside(page).getByText('第1题，共3题').waitFor();
    await row(page, /修得快吗/).click();
    await page.getByText('按试填的回答，这一题现在不出现。').waitFor();
    await row(page, /有电梯吗/).click();
    await inside(page).getByText('第1题，共3题').waitFor();
    await inside(page).getByText('有', { exact: true }).click();
    await inside(page).getByText('第1题，共4题').waitFor();
    await row(page, /修得快吗/).click();
    await inside(page)
      .getByRole('heading', { name: /修得快吗/ })
      .waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.press('End');
    await page.keyboard.type('？');
    await inside(page)
      .getByRole('heading', { name: /修得快吗？/ })
      .waitFor();
    await inside(page).getByText('第2题，共4题').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.getByRole('button', { name: '大字' }).click();
    await expect.poll(() => inside(page).locator('html').getAttribute('class')).toContain('care');
    await page.getByRole('button', { name: '重新试填' }).click();
    await inside(page).getByText('第1题，共3题').waitFor();
    // What comes back is looked at again, though it was not on the page when it was chosen.
    await row(page, /有停车棚吗/).click();
    await page.locator('#q-bike').getByRole('button', { name: '删除', exact: true }).click();
    await inside(page)
      .getByRole('heading', { name: /灯亮吗/ })
      .waitFor();
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await inside(page)
      .getByRole('heading', { name: /有停车棚吗/ })
      .waitFor();
    await expect.poll(() => page.getByText('按试填的回答，这一题现在不出现。').count()).toBe(0);
  }, 60_000);
});

it('a text pasted on the page becomes questions, after they were looked at', async () => {
  const form = await formOf(five);
  const page = await pageOf('easteditor');
  await open(page, form);
  await row(page, /修得快吗/).click();
  await page.getByRole('button', { name: '粘贴文字成题' }).click();
  await page
    .getByLabel('把题目和选项粘贴到这里')
    .fill('关于电梯\n\n1. 谁来修？\nA. 物业\nB. 厂家\n2. 多久修好（填空）');
  await page.getByText('读出 2 题').waitFor();
  await page.getByText('有 1 处不会加进来：').waitFor();
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole('button', { name: '加这 2 题' }).click();
  await expect
    .poll(async () => (await draftOf(form)).questions.map(({ title }) => title))
    .toEqual(['有电梯吗', '修得快吗', '谁来修？', '多久修好', '第二部分', '灯亮吗', '有停车棚吗']);
}, 60_000);

it.each([
  ['a desk', desk],
  ['a phone', phone],
])(
  'the paths of a form stand on one sheet, on %s',
  async (_, size) => {
    const form = await formOf({
      ...five,
      questions: five.questions.map((one) =>
        one.id === 'fast' ? { ...one, jumps: [{ to: 'sorry' }] } : one,
      ),
      endings: [{ id: 'sorry', title: '不用填了' }],
    });
    const page = await pageOf('easteditor', size);
    await page.goto(`${site.origin}/staff/forms/${form}`);
    await page.getByRole('button', { name: /更多操作/ }).click();
    await page.getByRole('button', { name: '路线图' }).click();
    await page.getByRole('heading', { name: '路线图' }).waitFor();
    await page.getByRole('button', { name: /^2 修得快吗/ }).click();
    await page.getByText('要看：1 有电梯吗 · 跳到：结尾：不用填了').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('button', { name: '去改这一题' }).click();
    await page.locator('#q-fast.chosen').waitFor();
  },
  60_000,
);

it('an old version becomes the draft again, with what was published left alone', async () => {
  const { form, rev } = await site.publishForm(five);
  const mayor = site.as('mayor');
  const saved = await mayor('PUT', `/api/forms/${form}/draft`, {
    rev,
    definition: { ...five, title: '楼道，第二次' },
  });
  await mayor('POST', `/api/forms/${form}/versions`, { rev: saved.body.rev, note: '换了题目' });
  const page = await pageOf('mayor');
  await open(page, form);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('换了题目').waitFor();
  await page.getByRole('button', { name: '拿第 1 版作草稿' }).click();
  await page.getByText('草稿换成了第 1 版的内容，发布后才生效。').waitFor();
  await expect.poll(async () => (await mayor('GET', `/api/forms/${form}`)).body.draft.title).toBe('楼道');
  await page.getByRole('button', { name: /撤销/ }).first().click();
  await expect
    .poll(async () => (await mayor('GET', `/api/forms/${form}`)).body.draft.title)
    .toBe('楼道，第二次');
}, 60_000);

it('two people on one form see each other, and what the other saved can be taken over', async () => {
  const form = await formOf(five);
  const one = await pageOf('easteditor');
  await open(one, form);
  await one.getByText(/^已保存/).waitFor();
  const other = await pageOf('mayor');
  await open(other, form);
  await other.getByText('easteditor也在改这张表单。').waitFor();
  await other.getByRole('textbox', { name: '表单标题' }).fill('楼道和电梯');
  await expect.poll(async () => (await draftOf(form)).title).toBe('楼道和电梯');
  // It is said when the window is looked at again, and every twenty seconds.
  await one.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await one.getByText(/mayor也在改这张表单。/).waitFor();
  await one.getByRole('button', { name: '换成新的' }).click();
  await expect.poll(() => one.getByRole('textbox', { name: '表单标题' }).inputValue()).toBe('楼道和电梯');
}, 60_000);

it('what two windows wrote without a network is there when the form is opened again', async () => {
  const form = await formOf(five);
  const context = await browser.newContext({ viewport: desk, locale: 'zh-CN' });
  await site.signIn(context, 'easteditor');
  const [one, two] = [await context.newPage(), await context.newPage()];
  await open(one, form);
  await open(two, form);
  // Not the browser's own switch: a page that is closed would hear that it is back, and save.
  await context.route('**/api/**', (route) => route.abort());
  await one.getByRole('textbox', { name: '表单标题' }).fill('第一个窗口写的');
  await one.getByText(/没网，已存在本机/).waitFor();
  await two.getByRole('textbox', { name: '表单标题' }).fill('第二个窗口写的');
  await two.getByText(/没网，已存在本机/).waitFor();
  const kept = () =>
    one.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('linli-draft-')).length);
  await expect.poll(kept).toBe(2);
  await one.close();
  await two.close();
  await context.unroute('**/api/**');
  const again = await context.newPage();
  await again.goto(`${site.origin}/staff/`);
  const held = () => again.evaluate(async () => (await navigator.locks.query()).held?.length);
  await expect.poll(held).toBe(0);
  await open(again, form);
  await expect.poll(async () => (await draftOf(form)).title).toBe('第二个窗口写的');
  // The older one waits until the form is opened the next time.
  await again.goto(`${site.origin}/staff/`);
  await expect.poll(held).toBe(0);
  await open(again, form);
  await again.getByRole('heading', { name: /有两个版本，请选一个/ }).waitFor();
  await again.getByText('表单的标题从“第二个窗口写的”改成了“第一个窗口写的”').waitFor();
}, 90_000);

it('a living window keeps its copy: another one that is opened does not take it over', async () => {
  const form = await formOf(five);
  const context = await browser.newContext({ viewport: desk, locale: 'zh-CN' });
  await site.signIn(context, 'easteditor');
  const one = await context.newPage();
  await open(one, form);
  await context.route('**/draft', (route) => route.abort());
  await one.getByRole('textbox', { name: '表单标题' }).fill('还在写的');
  await one.getByText(/没网，已存在本机/).waitFor();
  const two = await context.newPage();
  await open(two, form);
  expect(await two.getByRole('textbox', { name: '表单标题' }).inputValue()).toBe('楼道');
  // And once the network is back, the window that waited saves what it has.
  await context.unroute('**/draft');
  await one.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect.poll(async () => (await draftOf(form)).title).toBe('还在写的');
}, 60_000);

it('two windows that write on one form meet: both are shown, one is chosen, and undo brings the other back', async () => {
  const form = await formOf(five);
  const [one, two] = [await pageOf('easteditor'), await pageOf('easteditor')];
  await open(one, form);
  await open(two, form);
  await one.getByRole('textbox', { name: '表单标题' }).fill('第一个窗口');
  await expect.poll(async () => (await draftOf(form)).title).toBe('第一个窗口');
  await two.getByRole('textbox', { name: '表单标题' }).fill('第二个窗口');
  await two.getByRole('button', { name: '用这里的版本' }).waitFor();
  await expect.poll(() => two.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  expect((await draftOf(form)).title).toBe('第一个窗口');
  await two.getByRole('button', { name: '用这里的版本' }).click();
  await expect.poll(async () => (await draftOf(form)).title).toBe('第二个窗口');
  await two.getByRole('button', { name: /撤销/ }).first().click();
  await expect.poll(async () => (await draftOf(form)).title).toBe('第一个窗口');
}, 60_000);

it('undo of the form leaves fields alone that are none of the form', async () => {
  const form = await formOf(five);
  const page = await pageOf('easteditor');
  await open(page, form);
  await page.getByRole('textbox', { name: '表单标题' }).fill('改好的标题');
  await expect.poll(async () => (await draftOf(form)).title).toBe('改好的标题');
  for (const [button, field] of [
    ['粘贴文字成题', '把题目和选项粘贴到这里'],
    ['更多题型 /', '找题型'],
  ] as const) {
    await page.getByRole('button', { name: button }).click();
    await page.getByLabel(field).fill('几个字');
    await page.keyboard.press('Control+z');
  }
  await page.keyboard.press('Control+k');
  await page.locator('.command input').fill('几个字');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('textbox', { name: /这一版的说明/ }).fill('几个字');
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /回到/ }).click();
  await page.getByText(/^已保存/).waitFor();
  expect((await draftOf(form)).title).toBe('改好的标题');
}, 60_000);

it('what is too much to be saved is cut or refused where it comes in, and told', async () => {
  const form = await formOf(five);
  const page = await pageOf('easteditor');
  await open(page, form);
  await row(page, /有电梯吗/).click();
  const option = page.locator('.question.chosen .line-item input').first();
  await option.click();
  await page.evaluate(
    (text) => {
      const data = new DataTransfer();
      data.setData('text', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    ['长'.repeat(220), ...Array.from({ length: 259 }, (_, index) => `选项${index}`)].join('\n'),
  );
  await page.getByText('粘贴的有 62 个放不下，没有加；太长的只留了前 200 个字。').waitFor();
  await expect
    .poll(async () => {
      const [first] = (await draftOf(form)).questions;
      return first && 'options' in first ? [first.options.length, first.options[1]?.label.length] : [];
    })
    .toEqual([200, 200]);
}, 60_000);

it('the command palette finds pages, acts, forms and areas, by keys alone', async () => {
  const form = await formOf({ ...five, title: '找得到的表' });
  const page = await pageOf('mayor');
  await page.goto(`${site.origin}/staff/`);
  await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
  await page.keyboard.press('Control+k');
  const find = page.locator('.command input');
  await find.waitFor();
  await page.getByRole('option', { name: '新建表单' }).first().waitFor();
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.type('找得到');
  await page.locator('.command [aria-selected=true]', { hasText: /^找得到的表$/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.origin}/staff/forms/${form}`);
  await page.getByRole('tree').waitFor();
  await page.keyboard.press('Control+k');
  await find.waitFor();
  await page.keyboard.type('路线');
  await page.locator('.command [aria-selected=true]', { hasText: '路线图' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '路线图' }).waitFor();
  await page.getByRole('link', { name: '首页' }).first().focus();
  await page.keyboard.press('Control+k');
  await find.waitFor();
  await page.keyboard.type('没有这种东西');
  await page.getByText(/没有找到“没有这种东西”/).waitFor();
  await page.keyboard.press('Escape');
  await find.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('首页');
}, 60_000);

it('the command palette finds a form that is older than the newest fifty', async () => {
  const form = await formOf({ ...five, title: '很早以前的一张' });
  for (let newer = 0; newer < 50; newer++) await formOf(five);
  const page = await pageOf('mayor');
  await page.goto(`${site.origin}/staff/`);
  await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.locator('.command input').waitFor();
  await page.keyboard.type('以前的一张');
  await page.locator('.command [aria-selected=true]', { hasText: '很早以前的一张' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.origin}/staff/forms/${form}`);
}, 60_000);
