// The check before publishing as staff meet it: a fault is made, said in a sentence, led to by keyboard, put right with one
// press, taken back and put right again, and the form is published.
import { expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { axeFinds } from './look.ts';
import { openForTests, pageOf, phone, site } from './opened.ts';

openForTests();

async function makeForm(definition: Definition): Promise<string> {
  const made = await site.as('mayor')('POST', '/api/units/city/forms', { kind: 'survey', definition });
  expect(made.status, made.text).toBeLessThan(300);
  return made.body.id;
}

const sentence = '第 3 题“堆在哪里？”的出现条件用到了第 2 题“楼道里堆放杂物吗？”没有的选项或答案。';
const repair = '修好：从条件里去掉没有人选得到的答案';

test('a fault is said, led to by keyboard, put right, taken back, put right again, and the form is published', async () => {
  const form = await makeForm({
    title: '楼道堆物',
    layout: 'steps',
    questions: [
      { id: 'tidy', type: 'rating', title: '楼道整洁吗？', required: true },
      {
        id: 'junk',
        type: 'single',
        title: '楼道里堆放杂物吗？',
        required: true,
        options: [
          { id: 'never', label: '从不' },
          { id: 'sometimes', label: '偶尔' },
          { id: 'often', label: '经常' },
        ],
      },
      {
        id: 'where',
        type: 'text',
        title: '堆在哪里？',
        showIf: { q: 'junk', op: 'in', value: ['sometimes', 'often'] },
      },
    ],
  });
  const page = await pageOf('mayor');
  await page.goto(`${site.origin}/staff/forms/${form}`);

  // An option goes that the condition of the next question reads.
  await page.locator('.question.reading', { hasText: '楼道里堆放杂物吗' }).click();
  await page.getByRole('button', { name: '删除“偶尔”' }).click();
  await page.getByRole('tab', { name: /检查 1/ }).click();
  await page.getByText(sentence).waitFor();
  expect(await axeFinds(page)).toEqual([]);

  const lead = page.getByRole('button', { name: '去看：第 3 题“堆在哪里？”' });
  await lead.focus();
  await page.keyboard.press('Enter');
  // The settings of that question are open, and the focus stands at its condition.
  await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toBe('设置');
  await page.getByRole('heading', { name: '第 3 题的设置' }).waitFor();
  const within = () => page.evaluate(() => document.activeElement?.closest('[role=tabpanel]') !== null);
  await expect.poll(within).toBe(true);

  await page.getByRole('tab', { name: /检查/ }).click();
  await page.getByRole('button', { name: repair }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('没有发现问题，可以发布。').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('findings');
  await page.getByText(/^● 已走通 \d+ 条路线，每一题都能走到。$/).waitFor();

  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText(sentence).waitFor();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('还有 1 处要改，改好才能发布。').waitFor();
  await page.getByRole('button', { name: repair }).click();
  await page.getByRole('button', { name: '发布第 1 版' }).click();
  await page.getByText('第 1 版已发布').waitFor();
  const { definition } = (await site.as('mayor')('GET', `/api/forms/${form}/versions/1`)).body;
  expect(definition.questions.find((one: { id: string }) => one.id === 'where').showIf).toEqual({
    q: 'junk',
    op: 'in',
    value: ['often'],
  });
}, 90_000);

test('a consent that was published is raised by one press once its text changes', async () => {
  const consent = {
    id: 'agree',
    type: 'consent',
    title: '同意书',
    text: '用于核对。',
    version: 1,
    required: true,
  } as const;
  const form = await makeForm({ title: '入住登记', layout: 'steps', questions: [consent] });
  await site.as('mayor')('POST', `/api/forms/${form}/versions`, { rev: 1 });
  const page = await pageOf('mayor');
  await page.goto(`${site.origin}/staff/forms/${form}`);
  await page.locator('.question.reading', { hasText: '同意书' }).click();
  await page.getByRole('textbox', { name: '同意书全文' }).fill('用于核对和回访。');
  await page.getByRole('tab', { name: /检查 1/ }).click();
  await page.getByText(/第 1 题“同意书”的文字改了，还是第 1 版/).waitFor();
  await page.getByRole('button', { name: '修好：改成第 2 版，请居民重新同意' }).click();
  await page.getByText('没有发现问题，可以发布。').waitFor();
  await page.getByText(/^已保存/).waitFor();
  expect((await site.as('mayor')('GET', `/api/forms/${form}`)).body.draft.questions[0].version).toBe(2);
}, 60_000);

test('on a phone the list leads to the question, and what cannot be walked is said', async () => {
  const form = await makeForm({
    title: '几个人',
    layout: 'steps',
    questions: [
      { id: 'few', type: 'number', title: '家里几口人？', min: 1, max: 9, required: true },
      {
        id: 'half',
        type: 'text',
        title: '为什么是半个人？',
        showIf: { is: 'equals', left: { over: [{ value: 'few' }, { number: 2 }] }, right: { number: 2.25 } },
      },
      { id: 'too', type: 'text', title: '家里几口人？' },
    ],
  });
  const page = await pageOf('mayor', phone);
  await page.goto(`${site.origin}/staff/forms/${form}`);
  await page.getByRole('tab', { name: /检查 1/ }).click();
  await page.getByText('第 3 题“家里几口人？”和第 1 题“家里几口人？”写得一样，看结果时分不清。').waitFor();
  await page
    .getByText('第 2 题“为什么是半个人？”：要看第 1 题“家里几口人？”怎么答，凑不出让它出现的回答。')
    .waitFor();
  expect(await axeFinds(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.getByRole('button', { name: '去看：第 3 题“家里几口人？”' }).click();
  const title = page.getByRole('textbox', { name: '题目', exact: true });
  await expect.poll(() => title.evaluate((element) => element === document.activeElement)).toBe(true);
}, 60_000);

test('where no answers can be sent the dry run says so, and never that all is well', async () => {
  const form = await makeForm({
    title: '几个人',
    layout: 'steps',
    questions: [
      {
        id: 'few',
        type: 'number',
        title: '家里几口人？',
        min: 1,
        max: 9,
        required: true,
        rules: [
          {
            check: 'holds',
            condition: {
              is: 'equals',
              left: { over: [{ value: 'few' }, { number: 2 }] },
              right: { number: 2.25 },
            },
          },
        ],
      },
    ],
  });
  const page = await pageOf('mayor');
  await page.goto(`${site.origin}/staff/forms/${form}`);
  await page.getByRole('tab', { name: /检查/ }).click();
  await page.getByText(/没有一次能交上，多半卡在第 1 题“家里几口人？”/).waitFor();
  expect(await page.getByText('已走通').count()).toBe(0);
  await page.getByRole('button', { name: '去看：第 1 题“家里几口人？”' }).click();
}, 60_000);

test('what is folded away is opened: a jump of a question, an ending of the form', async () => {
  const form = await makeForm({
    title: '问几句',
    layout: 'steps',
    questions: [
      { id: 'yes', type: 'yes-no', title: '您住在本楼吗？', jumps: [{ to: 'gone' }] },
      { id: 'last', type: 'text', title: '还有什么？' },
    ],
    endings: [{ id: 'sorry', title: '不用填了' }],
  });
  const page = await pageOf('mayor');
  await page.goto(`${site.origin}/staff/forms/${form}`);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const open = () => page.evaluate(() => document.activeElement?.closest('details')?.open === true);

  await page.getByRole('tab', { name: /检查 2/ }).click();
  await page.getByRole('button', { name: '去看：第 1 题“您住在本楼吗？”' }).click();
  await expect.poll(focused).toMatch(/^跳到/);
  expect(await open()).toBe(true);

  await page.getByRole('tab', { name: /检查 2/ }).click();
  await page
    .locator('.finding', { hasText: '结束语“不用填了”谁也走不到。' })
    .getByRole('button', { name: '去看' })
    .click();
  await expect.poll(open).toBe(true);
  expect(await focused()).toContain('不用填了');
}, 60_000);
