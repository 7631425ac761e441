// All logic of a form set on the form page, by pointer and by keyboard; published as it was set; and met by residents.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { axeFinds, scrollsSideways } from './look.ts';
import { desk, openForTests, pageOf, phone, site, withAllSwitchedOn } from './opened.ts';

openForTests();

const satisfied = ['很不满意', '不满意', '一般', '满意', '很满意'];
/** The questions alone; what they have to do with each other is set on the page. */
const questions: Question[] = [
  { id: 'name', type: 'text', title: '您怎么称呼' },
  {
    id: 'lift',
    type: 'single',
    title: '您住的楼有电梯吗',
    required: true,
    options: [
      { id: 'yes', label: '有' },
      { id: 'no', label: '没有' },
      { id: 'away', label: '不住这里' },
    ],
  },
  { id: 'good', type: 'scale', title: '电梯好用吗', from: 1, to: 5, labels: satisfied },
  { id: 'people', type: 'number', title: '家里几口人', min: 1, max: 20 },
  { id: 'young', type: 'number', title: '其中几个孩子', min: 0, max: 20 },
  {
    id: 'wishes',
    type: 'multi',
    title: '想要哪些服务',
    options: [
      { id: 'meal', label: '送餐' },
      { id: 'walk', label: '陪诊' },
      { id: 'hair', label: '理发' },
    ],
  },
  { id: 'first', type: 'single', title: '最想要哪个', options: [{ id: 'o', label: '先空着' }] },
  { id: 'stairs', type: 'yes-no', title: '楼道里能停电动车吗' },
  { id: 'total', type: 'calculated', title: '合计', formula: { number: 0 } },
];
const plain: Definition = { title: '养老服务需求', layout: 'steps', questions };

async function formOf(definition: Definition): Promise<string> {
  const made = await site.as('easteditor')('POST', '/api/units/east/forms', { kind: 'survey', definition });
  expect(made.status, made.text).toBeLessThan(300);
  return made.body.id;
}
async function openForm(page: Page, form: string): Promise<void> {
  await withAllSwitchedOn(page);
  await page.goto(`${site.origin}/staff/forms/${form}`);
  await page.getByRole('textbox', { name: '表单标题' }).or(page.getByRole('tab').first()).first().waitFor();
}
const saved = (page: Page) => page.getByText(/^已保存/).waitFor();
const draftOf = async (form: string): Promise<Definition> =>
  (await site.as('easteditor')('GET', `/api/forms/${form}`)).body.draft;
const questionOf = async (form: string, id: string) =>
  (await draftOf(form)).questions.find((question) => question.id === id);

const choose = async (page: Page, id: string) => {
  await page.locator(`#q-${id}.reading`).click();
  await page.getByRole('tab', { name: '设置' }).click();
};
const card = (page: Page) => page.locator('.question.chosen');
const settings = (page: Page) => page.getByRole('tabpanel');
/** A folded setting of the chosen question, opened. */
async function fold(page: Page, title: string): Promise<Locator> {
  const more = settings(page).locator('details.more');
  if ((await more.getAttribute('open')) === null) await more.locator('> summary').click();
  const found = more.locator('details.fold', { has: page.locator('summary', { hasText: title }) });
  await found.locator('> summary').click();
  return found;
}
const pick = (where: Locator, label: string, option: string | RegExp) =>
  where
    .getByLabel(label, { exact: true })
    .last()
    .selectOption(typeof option === 'string' ? { label: option } : option.source);

describe('logic set on the form page', () => {
  let form = '';

  it('is built as sentences, kept as data, and found again in words', async () => {
    const page = await pageOf('easteditor');
    form = await formOf(plain);
    await openForm(page, form);

    // 什么时候出现, with a list inside a list
    await choose(page, 'good');
    const shows = settings(page);
    await shows.getByRole('radio', { name: '符合条件才出现' }).check();
    await pick(shows, '哪个', '有');
    await shows.getByRole('button', { name: '再加一条' }).click();
    await pick(shows, '哪一题', '第 4 题 家里几口人');
    await pick(shows, '怎样', '不低于');
    await shows.getByLabel('哪个').last().fill('1');
    await shows.getByRole('button', { name: '再加一组' }).click();
    const group = shows.locator('.rule.group');
    await pick(group, '哪一题', '第 1 题 您怎么称呼');
    await pick(group, '怎样', '没有回答');
    await group.getByRole('button', { name: '再加一条' }).click();
    await pick(group, '哪一题', '第 1 题 您怎么称呼');
    await card(page)
      .getByText('第2题选了“有”，并且第4题不低于1，并且（第1题没有回答，或者第1题回答了）时出现')
      .waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await shows.locator('.rule').nth(1).getByRole('button', { name: '去掉这一条' }).click();

    // An earlier answer in its title; a token goes as a whole
    const title = card(page).getByRole('textbox', { name: '题目', exact: true });
    const insert = async () => {
      await title.press('Home');
      await card(page).getByRole('button', { name: '插入前面的回答' }).first().click();
      await pick(card(page), '哪一题的回答', '第 1 题 您怎么称呼');
      await card(page).getByRole('textbox', { name: '没有回答时写' }).fill('您');
      await page.keyboard.press('Enter');
      const token = '〔第1题的回答，没有就写“您”〕';
      await expect.poll(() => title.inputValue()).toBe(`${token}电梯好用吗`);
      const caret = () => title.evaluate((field: HTMLTextAreaElement) => field.selectionStart);
      await expect.poll(caret).toBe(token.length);
    };
    await insert();
    await page.keyboard.press('Backspace');
    await expect.poll(() => title.inputValue()).toBe('电梯好用吗');
    await insert();
    await page.keyboard.type('，');
    await card(page).getByText('没有回答的人看到：您，电梯好用吗').waitFor();
    await saved(page);
    expect(await questionOf(form, 'good')).toMatchObject({
      title: '{{name|您}}，电梯好用吗',
      showIf: {
        all: [
          { q: 'lift', op: 'equals', value: 'yes' },
          {
            any: [
              { q: 'name', op: 'unanswered' },
              { q: 'name', op: 'answered' },
            ],
          },
        ],
      },
    });

    // 结尾 and 跳到
    await page.getByRole('button', { name: '加一种“不符合条件”的结尾' }).click();
    await page.getByRole('textbox', { name: '标题', exact: true }).fill('谢谢，只问住户');
    await page.getByRole('button', { name: '加一种结尾', exact: false }).first().click();
    const ending = page.locator('.fold', { hasText: '结尾 2' });
    await ending.getByRole('textbox', { name: '标题', exact: true }).fill('谢谢您一大家子');
    await ending.getByRole('radio', { name: '答完以后，符合条件就到这里' }).check();
    await pick(ending, '哪一题', '第 4 题 家里几口人');
    await pick(ending, '怎样', '大于');
    await ending.getByLabel('哪个').fill('4');
    await choose(page, 'lift');
    const jumps = await fold(page, '跳到别处');
    await jumps.getByRole('button', { name: '加一条跳转' }).click();
    await pick(jumps, '跳到', '第 4 题 家里几口人（会在它前面分页）');
    await pick(jumps, '哪个', '没有');
    await page.getByText('已在第 4 题前面加了分页“接下来”，标题可以改。').waitFor();
    await jumps.getByRole('button', { name: '加一条跳转' }).click();
    await pick(jumps, '跳到', '结尾“谢谢，只问住户”');
    await pick(jumps, '哪个', '不住这里');
    await page.locator('.outline').getByText('选了“不住这里”时跳到结尾“谢谢，只问住户”').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await saved(page);
    const draft = await draftOf(form);
    const landing = draft.questions.find(({ type }) => type === 'page-break');
    expect(draft.questions.map(({ id }) => id).indexOf(landing?.id ?? '')).toBe(3);
    expect((await questionOf(form, 'lift'))?.jumps).toEqual([
      { when: { q: 'lift', op: 'equals', value: 'no' }, to: landing?.id },
      { when: { q: 'lift', op: 'equals', value: 'away' }, to: draft.endings?.[0]?.id },
    ]);
    expect(draft.endings).toMatchObject([
      { title: '谢谢，只问住户', refuses: true },
      { title: '谢谢您一大家子', when: { q: 'people', op: 'gt', value: 4 } },
    ]);

    // Options: scores, places, a condition; a drawn order
    await choose(page, 'wishes');
    const score = async (label: string, points: string) => {
      await card(page)
        .getByRole('button', { name: `更多：${label}`, exact: true })
        .click();
      await card(page)
        .getByLabel(/选它得几分/)
        .fill(points);
    };
    await score('送餐', '2');
    await card(page)
      .getByLabel(/最多几个人选/)
      .fill('1');
    await card(page).getByText('2 分 · 限 1 人').waitFor();
    await card(page).getByRole('button', { name: '更多：送餐', exact: true }).click();
    await score('陪诊', '3');
    await card(page).getByRole('button', { name: '更多：陪诊', exact: true }).click();
    await card(page).getByRole('button', { name: '更多：理发', exact: true }).click();
    await card(page).getByRole('radio', { name: '只在符合条件时列出来' }).check();
    await pick(card(page), '哪一题', '第 4 题 家里几口人');
    await pick(card(page), '怎样', '大于');
    await card(page).getByLabel('哪个').fill('2');
    expect(await axeFinds(page)).toEqual([]);
    const order = await fold(page, '选项乱序');
    await order.getByRole('checkbox', { name: /选项乱序/ }).check();
    await card(page)
      .getByRole('checkbox', { name: /位置不动/ })
      .check();

    // 必填 only sometimes, through a comparison of figures
    const required = await fold(page, '什么时候必填');
    await required.getByRole('radio', { name: '只在符合条件时必填' }).check();
    await pick(required, '哪一题', '几题算出来的数…');
    await required
      .locator('.block')
      .first()
      .getByLabel('哪一题')
      .selectOption({ label: '第 4 题 家里几口人' });
    await required.getByLabel('和这个数比').selectOption({ label: '一个固定的数' });
    await required.getByLabel('多少').fill('3');
    await card(page)
      .getByText(/第4题的数不低于3时必填/)
      .waitFor();
    await saved(page);
    expect(await questionOf(form, 'wishes')).toMatchObject({
      shuffle: true,
      requiredIf: { is: 'gte', left: { value: 'people' }, right: { number: 3 } },
      options: [
        { id: 'meal', score: 2, quota: 1 },
        { id: 'walk', score: 3 },
        { id: 'hair', pinned: true, showIf: { q: 'people', op: 'gt', value: 2 } },
      ],
    });

    // Carried forward
    await choose(page, 'first');
    const carry = await fold(page, '只列出前面选过的');
    await carry.getByRole('radio', { name: '只列出前面选过的' }).check();
    await pick(carry, '前面哪一题', '第 6 题 想要哪些服务');
    await card(page).getByText('只列出第6题选过的').waitFor();
    // What is renamed there is renamed here.
    await page.locator('#q-wishes.reading').click();
    await card(page).getByRole('textbox', { name: '选项 3' }).fill('上门理发');
    await saved(page);
    expect(await questionOf(form, 'first')).toMatchObject({
      carry: { from: 'wishes', pick: 'chosen' },
      options: [
        { id: 'meal', label: '送餐' },
        { id: 'walk', label: '陪诊' },
        { id: 'hair', label: '上门理发' },
      ],
    });

    // A test question
    await choose(page, 'stairs');
    const quiz = await fold(page, '测验题');
    await quiz.getByRole('radio', { name: '否', exact: true }).check();
    await quiz.getByLabel('答对得几分').fill('5');
    await quiz.getByRole('textbox', { name: '答完给人看的解释' }).fill('会着火，堵住逃生的路');
    await card(page).getByText('测验：答对得 5 分').waitFor();

    // A formula: begun with the scores, then changed
    await page.locator('#q-total.reading').click();
    await card(page).getByRole('button', { name: '各题得分加起来' }).click();
    await card(page).getByText('算出来是 7').waitFor();
    await card(page).getByLabel('有的没填时').selectOption({ label: '没填的当 0' });
    await card(page).getByText('也就是：第3题的得分 + 第6题的得分 + 第8题的得分（没填的当 0）').waitFor();
    await card(page).locator('.try-out').getByRole('checkbox', { name: '陪诊' }).check();
    await card(page).getByText('算出来是 10').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await saved(page);
    expect(await questionOf(form, 'stairs')).toMatchObject({
      quiz: { right: ['no'], points: 5, explain: '会着火，堵住逃生的路' },
    });
    expect(await questionOf(form, 'total')).toMatchObject({
      formula: { sum: [{ score: 'good' }, { score: 'wishes' }, { score: 'stairs' }], missing: 'zero' },
    });

    // The whole form: places and random order
    await page.locator('.question summary', { hasText: '更多设置' }).first().click();
    const places = page.locator('.question .fold', { has: page.locator('summary', { hasText: '名额' }) });
    await places.locator('> summary').click();
    await places.getByRole('button', { name: '加一个名额' }).click();
    await places.getByRole('textbox', { name: '叫什么' }).fill('有电梯的');
    await places.getByLabel('一共多少').fill('100');
    await places.getByRole('radio', { name: '只有符合条件的才占' }).check();
    await pick(places, '哪一题', '第 2 题 您住的楼有电梯吗');
    const random = page.locator('.question .fold', { has: page.locator('summary', { hasText: '题目乱序' }) });
    await random.locator('> summary').click();
    await random.getByRole('button', { name: '加一组' }).click();
    await random.getByRole('checkbox', { name: '第 1 题 您怎么称呼' }).uncheck();
    await page.getByText('第2题、第3题，先后随机').last().waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await saved(page);
    expect(await draftOf(form)).toMatchObject({
      quotas: [{ label: '有电梯的', max: 100, when: { q: 'lift', op: 'equals', value: 'yes' } }],
      shuffle: [['lift', 'good']],
    });
    // Two that go by each other are better asked in their order.
    await random.getByRole('button', { name: '去掉第 1 组' }).click();
    await saved(page);
    expect((await draftOf(form)).shuffle).toBeUndefined();
  }, 120_000);

  it('is set by keyboard alone, and undone', async () => {
    const page = await pageOf('easteditor');
    await openForm(page, form);
    await choose(page, 'young');
    const focus = async (target: Locator) => {
      await target.focus();
      await expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true);
    };
    await focus(settings(page).locator('details.more > summary'));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab'); // 什么时候必填
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter'); // 检查填得对不对
    await settings(page).getByRole('button', { name: '加一条检查' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter'); // 加一条检查
    await focus(settings(page).getByLabel('检查什么'));
    for (const said of ['要小于第3题', '要不超过第3题', '要不超过第4题']) {
      await page.keyboard.press('ArrowDown');
      await card(page).getByText(said).waitFor();
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('孩子不会比全家还多');
    await saved(page);
    const rules = [{ check: 'compare', order: 'lte', with: 'people', message: '孩子不会比全家还多' }];
    expect((await questionOf(form, 'young'))?.rules).toEqual(rules);
    await page.keyboard.press('Control+z');
    await saved(page);
    expect((await questionOf(form, 'young'))?.rules).toEqual([
      { check: 'compare', order: 'lte', with: 'people' },
    ]);
    await page.keyboard.press('Control+y');
    await saved(page);
    expect((await questionOf(form, 'young'))?.rules).toEqual(rules);
  }, 60_000);

  it('is published as it was set, and residents meet it', async () => {
    const page = await pageOf('easteditor');
    await openForm(page, form);
    await page.getByRole('tab', { name: /检查/ }).click();
    await page.getByText('没有发现问题，可以发布。').waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('button', { name: '发布第 1 版' }).click();
    await page.getByText('第 1 版已发布').waitFor();
    const { definition } = (await site.as('easteditor')('GET', `/api/forms/${form}/versions/1`)).body;
    expect(definition).toEqual(await draftOf(form));
    const run = await site.openCampaign(form, { by: 'easteditor', unit: 'east' });

    const resident = async () => {
      const visit = await pageOf(undefined, phone);
      await visit.goto(`${site.origin}/f/${run.slug}?u=b1`);
      const next = () => visit.locator('main button.primary').click();
      const asked = (title: string) =>
        visit.getByRole('heading', { name: title }).or(visit.getByText(title)).first().waitFor();
      return {
        visit,
        next,
        asked,
        async write(title: string, words: string) {
          await asked(title);
          await visit.getByRole('textbox').or(visit.getByRole('spinbutton')).first().fill(words);
          await next();
        },
        async choose(title: string, ...labels: string[]) {
          await asked(title);
          for (const label of labels)
            await visit.locator('main label', { hasText: new RegExp(`^${label}`) }).click();
          await next();
        },
      };
    };
    const sent = async () => {
      const { results } = await site.db
        .prepare('SELECT answers FROM response WHERE campaign = ?1 ORDER BY seq')
        .bind(run.id)
        .all<{ answers: string }>();
      return results.map(({ answers }) => JSON.parse(answers));
    };

    // With a lift: asked about it by name; three people must choose; only what was chosen is listed; children are held.
    const one = await resident();
    await one.write('您怎么称呼', '王阿姨');
    await one.choose('您住的楼有电梯吗', '有');
    await one.choose('王阿姨，电梯好用吗', '满意');
    await one.write('家里几口人', '3');
    await one.write('其中几个孩子', '5');
    await one.visit.getByText('孩子不会比全家还多').first().waitFor();
    await one.write('其中几个孩子', '1');
    await one.asked('想要哪些服务');
    await one.next();
    await one.visit.getByText('上门理发').waitFor();
    expect(await one.visit.getByText('最想要哪个').count()).toBe(0);
    await one.choose('想要哪些服务', '送餐', '陪诊');
    await one.asked('最想要哪个');
    expect(await one.visit.getByText('上门理发').count()).toBe(0);
    await one.choose('最想要哪个', '陪诊');
    await one.choose('楼道里能停电动车吗', '否');
    await one.asked('请看一遍再发送');
    await one.next();
    await one.visit.waitForSelector('.receipt');
    expect(await sent()).toEqual([
      {
        name: '王阿姨',
        lift: 'yes',
        good: 4,
        people: 3,
        young: 1,
        wishes: ['meal', 'walk'],
        first: 'walk',
        stairs: 'no',
        total: 4 + 5 + 5,
      },
    ]);

    // Without one: straight to the household; five of them end elsewhere; the place for meals is taken.
    const two = await resident();
    await two.next();
    await two.choose('您住的楼有电梯吗', '没有');
    await two.write('家里几口人', '5');
    await two.write('其中几个孩子', '0');
    await two.asked('想要哪些服务');
    expect(await two.visit.getByRole('checkbox', { name: /送餐/ }).isDisabled()).toBe(true);
    await two.choose('想要哪些服务', '陪诊');
    await two.choose('最想要哪个', '陪诊');
    await two.choose('楼道里能停电动车吗', '是');
    await two.asked('请看一遍再发送');
    await two.next();
    await two.visit.waitForSelector('.receipt');
    await two.visit.getByText('谢谢您一大家子').first().waitFor();
    expect((await sent())[1]).toMatchObject({ lift: 'no', people: 5, wishes: ['walk'], total: 3 });

    // Who does not live here is thanked, and sends nothing.
    const three = await resident();
    await three.next();
    await three.choose('您住的楼有电梯吗', '不住这里');
    await three.visit.getByText('谢谢，只问住户').first().waitFor();
    expect(await sent()).toHaveLength(2);
  }, 120_000);
});

describe('questions that others go by', () => {
  const asks: Definition = {
    title: '电梯',
    layout: 'steps',
    questions: [
      { id: 'lift', type: 'yes-no', title: '有电梯吗' },
      { id: 'good', type: 'yes-no', title: '好用吗', showIf: { q: 'lift', op: 'equals', value: 'yes' } },
      { id: 'more', type: 'text', title: '还想说什么' },
    ],
  };

  it('say what goes by them before they are deleted, and warn when they are moved behind it', async () => {
    const page = await pageOf('easteditor');
    const form = await formOf(asks);
    await openForm(page, form);
    await page.locator('#q-lift.reading').click();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await page.getByRole('alert').getByText('第2题：什么时候出现').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: '不删了' }).click();
    expect((await draftOf(form)).questions).toHaveLength(3);
    await page.getByRole('button', { name: /^下移/ }).click();
    await page.getByText('现在第1题要看第2题，可是第2题排在后面了。').waitFor();
    await saved(page);
    expect((await draftOf(form)).questions.map(({ id }) => id)).toEqual(['good', 'lift', 'more']);
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await saved(page);
    expect((await draftOf(form)).questions.map(({ id }) => id)).toEqual(['lift', 'good', 'more']);
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await page.getByRole('button', { name: '还是删除' }).click();
    await page.getByText('已删除“有电梯吗”').waitFor();
    await saved(page);
    expect((await draftOf(form)).questions.map(({ id }) => id)).toEqual(['good', 'more']);
  }, 60_000);

  it('are read in words where an import nested them deeper than the page can show', async () => {
    const page = await pageOf('easteditor');
    const yes = { q: 'lift', op: 'equals', value: 'yes' } as const;
    const showIf = { all: [yes, { any: [yes, { all: [yes, { any: [yes, { not: yes }] }] }] }] };
    const form = await formOf({
      ...asks,
      questions: asks.questions.map((question) =>
        question.id === 'more' ? { ...question, showIf } : question,
      ),
    });
    await openForm(page, form);
    await choose(page, 'more');
    await settings(page)
      .getByText(/这个条件一层套一层，这里只能看：第1题选了“是”，并且/)
      .waitFor();
    await settings(page).getByRole('button', { name: '删除重做' }).click();
    await saved(page);
    expect(await questionOf(form, 'more')).not.toHaveProperty('showIf');
  }, 60_000);
});

describe('several languages', () => {
  it.each([
    ['desk', desk],
    ['phone', phone],
  ] as const)(
    'are translated text by text and in a sheet, on a %s',
    async (_, size) => {
      const page = await pageOf('easteditor', size);
      const form = await formOf({ ...plain, thanks: '谢谢{{name|您}}' });
      await openForm(page, form);
      await page.getByRole('button', { name: '更多操作' }).click();
      await page.getByRole('button', { name: '多语言' }).click();
      await page.getByRole('heading', { name: '多语言' }).waitFor();
      await page.getByLabel('加一种语言').selectOption({ label: 'English' });
      const progress = page.getByText(/^已翻译 \d+ \/ \d+$/);
      const all = Number(/(\d+)$/.exec((await progress.textContent()) ?? '')?.[1]);
      expect(all).toBeGreaterThan(20);
      await page.getByRole('textbox', { name: /^第1题 · 题目/ }).fill('Your name');
      await page.getByText(`已翻译 1 / ${all}`).waitFor();
      await page.getByRole('checkbox', { name: '只看没翻译的' }).check();
      expect(await page.getByRole('textbox', { name: /^第1题 · 题目/ }).count()).toBe(0);
      // A row stays while it is written.
      await page.getByRole('textbox', { name: /^结束语/ }).fill('Thank you');
      await page.getByText('译文里的〔…〕和原文不一样').waitFor();
      await page
        .getByRole('textbox', { name: /^结束语/ })
        .fill('Thank you 〔第1题的回答，没有就写“neighbour”〕');
      await expect.poll(() => page.getByText('译文里的〔…〕和原文不一样').count()).toBe(0);
      expect(await axeFinds(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);

      await page.locator('summary', { hasText: '在 Excel 里翻译' }).click();
      await page
        .getByRole('textbox', { name: '把译好的表粘贴在这里' })
        .fill(
          'q.lift.title\t第2题 · 题目\t您住的楼有电梯吗\tIs there a lift?\nq.lift.options.yes.label\t…\t有\tYes\n编外\t谁\t没有的\tNo such',
        );
      await page.getByRole('button', { name: '填进来' }).click();
      await page.getByText('填好了 2 处；有 1 行没有认出来').waitFor();
      await page.getByRole('button', { name: '回到题目' }).click();
      await saved(page);
      expect((await draftOf(form)).translations?.en).toEqual({
        'q.name.title': 'Your name',
        thanks: 'Thank you {{name|neighbour}}',
        'q.lift.title': 'Is there a lift?',
        'q.lift.options.yes.label': 'Yes',
      });

      await page.getByRole('tab', { name: '手机' }).click();
      await page.getByLabel('用哪种语言看').selectOption({ label: 'English' });
      const preview = page.frameLocator('iframe.phone-preview:not(.behind)');
      await preview.getByText('Your name').first().waitFor();
      await page.getByLabel('用哪种语言看').selectOption({ label: '中文' });
      await preview.getByText('您怎么称呼').first().waitFor();
    },
    60_000,
  );
});

it('a form with all of it holds up under axe on a phone, and never scrolls sideways', async () => {
  const long = '家里有八十岁以上的老人，子女又不在身边，平时没有人照顾，需要有人定期上门看望';
  const form = await formOf({
    ...plain,
    thanks: '谢谢{{name|您}}',
    endings: [{ id: 'e', title: long.slice(0, 40), when: { q: 'people', op: 'gt', value: 4 } }],
    quotas: [{ id: 'n', label: long, max: 30 }],
    translations: { en: { title: 'Care' } },
    questions: questions.map((question): Question => {
      if (question.id !== 'wishes' || question.type !== 'multi') return question;
      return {
        ...question,
        shuffle: true,
        showIf: { q: 'lift', op: 'equals', value: 'yes' },
        options: question.options.map((option) => ({
          ...option,
          label: `${option.label}${long}`,
          score: 1,
          quota: 3,
        })),
        jumps: [{ when: { q: 'wishes', op: 'contains', value: 'meal' }, to: 'e' }],
      };
    }),
  });
  const page = await pageOf('easteditor', phone);
  await openForm(page, form);
  const found: string[] = [];
  const look = async (where: string) => {
    found.push(...(await axeFinds(page)).map((fault) => `${where}: ${fault}`));
    if (await scrollsSideways(page)) found.push(`${where}: scrolls sideways`);
  };
  await look('questions');
  await page.locator('#q-wishes.reading').click();
  await card(page)
    .getByRole('button', { name: /^更多：送餐/ })
    .click();
  await card(page).getByRole('radio', { name: '只在符合条件时列出来' }).check();
  await look('option');
  await page.getByRole('tab', { name: '设置' }).click();
  await fold(page, '跳到别处');
  await look('jumps');
  await page.getByRole('tab', { name: '题目' }).click();
  await page.locator('#q-total.reading').click();
  await card(page).getByLabel('这里是').selectOption({ label: '按权重相加' });
  await card(page).getByRole('button', { name: '加一项' }).click();
  await look('formula');
  expect(found).toEqual([]);
}, 60_000);
