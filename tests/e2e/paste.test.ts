// Staff paste a questionnaire, see what was recognised, mend what was not, and get a form of it; files too.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { excelFile } from '../../web/ui/excel-file.ts';
import { abstractList, cell, item, level, list, par, table, wordFile } from '../unit/word-file.ts';
import { axeFinds } from './look.ts';
import { desk, openForTests, pageOf, phone, site } from './opened.ts';

openForTests();
const vectors = fileURLToPath(new URL('../vectors/text-import.json', import.meta.url));

const text = `幸福里小区2号楼楼栋长推选意见征集
请每户派一人填写，约2分钟。
1. 您家的房号[填空题]
2. 您愿意参加推选吗？
A. 愿意 B. 不愿意 C. 弃权
3. 您最看重哪些条件（最多选2项）[多选题]
热心公益
有空闲时间
会用手机
4. 对现有服务的评价[矩阵单选题]
很满意 满意 一般 不满意
环境卫生
矛盾调解
5. 总体满意度[量表题]
1~5
6. 其他建议（选填）[简答题][录像题]
`;

const sending = `居民参与情况
1. 您参加过社区活动吗？
A. 参加过
B. 没参加过（跳到第4题）
2. 参加过几次？
A. 1次 B. 2次及以上
3. 您满意吗？
○满意 ○不满意
4. 您愿意参加吗？
A. 愿意
B. 不愿意
若选“看情况”，跳至第6题
5. 您还住在本小区吗？
A. 住
B. 不住，结束答题
6. 您想参加什么活动？
`;

async function importPage(size = desk): Promise<Page> {
  const page = await pageOf('easteditor', size);
  await page.goto(`${site.origin}/staff/new`);
  await page.getByRole('link', { name: '粘贴文字或选文件' }).click();
  await page.getByRole('heading', { level: 1, name: '粘贴文字或导入文件' }).waitFor();
  return page;
}

const area = (page: Page) => page.getByRole('textbox', { name: '问卷文字' });
const found = (page: Page, n: number) => page.getByRole('heading', { name: `认出 ${n} 题` }).waitFor();
const selected = (page: Page) =>
  area(page).evaluate((field) =>
    field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart, field.selectionEnd)
      : undefined,
  );

/** What stands in the gutter, in sight. */
const marks = (page: Page) => page.locator('.line-marks .line-mark').allInnerTexts();

function vector(id: string): { text: string } {
  const { cases }: { cases: { id: string; text: string }[] } = JSON.parse(readFileSync(vectors, 'utf8'));
  const one = cases.find((each) => each.id === id);
  if (!one) throw new Error(`no case ${id}`);
  return one;
}

describe('a pasted questionnaire', () => {
  it('shows its questions and what has no place, and becomes a form', async () => {
    const page = await importPage();
    await area(page).fill(text);
    await found(page, 6);
    expect(await page.getByRole('combobox', { name: '第 3 题的题型' }).inputValue()).toBe('multi');
    expect(await page.getByRole('combobox', { name: '第 4 题的题型' }).inputValue()).toBe('matrix-single');
    await page.getByRole('heading', { name: '有 1 处没有放进表单' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);

    await page.getByRole('button', { name: '第 16 行 [录像题]' }).click();
    expect(await selected(page)).toBe('6. 其他建议（选填）[简答题][录像题]');
    await page.getByRole('combobox', { name: '第 2 题的题型' }).selectOption('dropdown');
    await area(page).press('End');
    for (let sign = 0; sign < '[录像题]'.length; sign += 1) await page.keyboard.press('Backspace');
    await page.getByText('每一行都放进去了。').waitFor();
    expect(await page.getByRole('combobox', { name: '第 2 题的题型' }).inputValue()).toBe('dropdown');

    await page.getByRole('button', { name: '建成表单（6 题）' }).click();
    await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
    await page.getByRole('heading', { level: 1, name: '幸福里小区2号楼楼栋长推选意见征集' }).waitFor();
    for (const title of [
      '您家的房号',
      '您愿意参加推选吗',
      '您最看重哪些条件',
      '对现有服务的评价',
      '总体满意度',
      '其他建议',
    ])
      await page.locator('.question', { hasText: title }).first().waitFor();
    const { draft } = (await site.as('easteditor')('GET', `/api/forms/${page.url().split('/').at(-1)}`)).body;
    expect(draft.intro).toBe('请每户派一人填写，约2分钟。');
    expect(draft.questions.map(({ type }: { type: string }) => type)).toEqual([
      'text',
      'dropdown',
      'multi',
      'matrix-single',
      'scale',
      'long-text',
    ]);
  }, 60_000);

  it('says of each line what it became, and makes of those without a place what a press says', async () => {
    const page = await importPage();
    const { text: dirty } = vector('T3-dirty');
    const told = `附件1\n物业意见\n${dirty.replace('\n\n4.', '\n难度：易\n\n4.')}请于12月5日前填写完毕。\n`;
    await area(page).fill(told);
    await page.getByRole('heading', { name: '有 3 处没有放进表单' }).waitFor();
    expect(await marks(page)).toEqual(
      '▲ 标 题 选 选 选 选 . 题 选 . 题 ▲ . 题 ▲ .'.split(' ').map((mark) => (mark === '.' ? '' : mark)),
    );
    expect(await axeFinds(page)).toEqual([]);
    const bar = page.getByRole('region', { name: '光标所在的一行' });
    const press = (name: string) => bar.getByRole('button', { name }).click();
    const at = (line: number) => bar.getByText(`第 ${line} 行没有放进表单`).waitFor();

    await page.getByRole('button', { name: '第 1 行 附件1' }).click();
    await at(1);
    await press('当作选项');
    await bar.getByText('上面要先有一道选择题').waitFor();
    await press('不要');
    // The next one stands there at once.
    await at(12);
    await press('当作提示');
    await at(15);
    await press('当作题目');
    await page.getByText('每一行都放进去了。').waitFor();
    await found(page, 5);
    await bar.getByText('第 15 行：题目（第 5 题）').waitFor();

    // The browser's own undo takes it back, and what was typed before.
    await area(page).press('Control+z');
    await page.getByRole('heading', { name: '有 1 处没有放进表单' }).waitFor();
    await at(15);
    await press('当作题目');
    await page.getByText('每一行都放进去了。').waitFor();
    await press('撤销刚才的改动');
    await page.getByRole('heading', { name: '有 1 处没有放进表单' }).waitFor();
    await press('不要');
    await page.getByText('每一行都放进去了。').waitFor();

    await page.getByRole('button', { name: '建成表单（4 题）' }).click();
    await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('button', { name: /^发布第 1 版/ }).click();
    await expect
      .poll(async () => {
        const form = await site.as('easteditor')('GET', `/api/forms/${page.url().split('/').at(-1)}`);
        return [form.body.version, form.body.draft.questions[2]?.hint];
      })
      .toEqual([1, '难度：易']);
  }, 60_000);

  it.each([
    ['a desk', desk],
    ['a phone', phone],
  ])(
    'says what was made of where a paper sends the reader on, on %s',
    async (_, size) => {
      const page = await importPage(size);
      await area(page).fill(sending);
      await found(page, 6);
      await page.getByRole('heading', { name: '有 1 处没有放进表单' }).waitFor();
      const list = page.locator('.found-question');
      const skip = '做成了跳题：选“没参加过”时跳过第 2–3 题';
      await list.filter({ hasText: '参加过社区活动吗' }).getByText(skip).waitFor();
      await list.filter({ hasText: '还住在' }).getByText('选“不住”时直接结束，后面的题都不问').waitFor();
      // What others go by stays a choice of one.
      const types = page.getByRole('combobox', { name: '第 1 题的题型' }).locator('option');
      expect(await types.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).not.toContain(
        'multi',
      );
      const bar = page.getByRole('region', { name: '光标所在的一行' });
      await area(page).evaluate((field, at) => {
        if (field instanceof HTMLTextAreaElement) field.setSelectionRange(at, at);
      }, sending.indexOf('没参加过'));
      await area(page).press('ArrowRight');
      await bar.getByText('第 4 行：选项、行或分值（第 1 题）').waitFor();
      await bar.getByText(skip).waitFor();
      expect(await axeFinds(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);

      await page.getByRole('button', { name: '建成表单（6 题）' }).click();
      await page.getByText('第1题没有选“没参加过”时出现').first().waitFor();
    },
    60_000,
  );

  it.each([
    ['a desk', desk],
    ['a phone', phone],
  ])(
    'makes of a line that was taken for what it is not what a press says, by keyboard, on %s',
    async (_, size) => {
      const page = await importPage(size);
      const words = '1. 您家有车吗\n有\n没有\n停车服务\n2. 您的建议\n尽量写具体\n3. 您的电话';
      await area(page).fill(words);
      await found(page, 3);
      await page.getByText('每一行都放进去了。').waitFor();
      const bar = page.getByRole('region', { name: '光标所在的一行' });
      const go = async (sign: string) => {
        await area(page).focus();
        await area(page).evaluate((field, at) => {
          if (field instanceof HTMLTextAreaElement) field.setSelectionRange(at, at);
        }, words.indexOf(sign));
        await area(page).press('ArrowRight');
      };
      const tabTo = async (name: string) => {
        const button = bar.getByRole('button', { name });
        for (let step = 0; step < 12; step += 1) {
          if (await button.evaluate((one) => one === document.activeElement)) break;
          await page.keyboard.press('Tab');
        }
        await page.keyboard.press('Enter');
      };
      await go('停车服务');
      await bar.getByText('第 4 行：选项、行或分值（第 1 题）').waitFor();
      expect(await bar.getByRole('button', { name: '当作小标题' }).count()).toBe(0);
      await tabTo('不是这样');
      await bar.getByRole('button', { name: '当作小标题' }).waitFor();
      expect(await bar.getByRole('button', { name: '当作选项' }).count()).toBe(0);
      expect(await axeFinds(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await tabTo('当作小标题');
      await bar.getByText('第 4 行：说明文字').waitFor();
      expect(await area(page).inputValue()).toBe(words.replace('停车服务', '—— 停车服务 ——'));
      expect(await selected(page)).toBe('—— 停车服务 ——');
      // Folded again, and taken back by the page's own means.
      expect(await bar.getByRole('button', { name: '当作提示' }).count()).toBe(0);
      await tabTo('撤销刚才的改动');
      await bar.getByText('第 4 行：选项、行或分值（第 1 题）').waitFor();
      expect(await area(page).inputValue()).toBe(words);

      await go('尽量写具体');
      await tabTo('不是这样');
      await tabTo('当作题目');
      await found(page, 4);
      await bar.getByText('第 6 行：题目（第 3 题）').waitFor();
      await go('您家有车吗');
      await tabTo('不是这样');
      await tabTo('当作提示');
      await bar.getByText('这一行做不成提示').waitFor();
    },
    60_000,
  );

  it('leads from a line to its question and back, and keeps a long text in step', async () => {
    const page = await importPage();
    const long = '您对小区公共楼道、电梯、地下车库、绿化和健身设施的日常保洁与维护是否满意'.repeat(3);
    const many = Array.from({ length: 18_000 }, (_, at) =>
      at % 100 === 0 ? `${at / 100 + 1}. ${at === 1000 ? long : `第${at}项服务`}` : `选项${at}`,
    ).join('\n');
    // Typed key by key such a text takes the browser a minute; pasted it takes none.
    await area(page).evaluate((field, words) => {
      if (!(field instanceof HTMLTextAreaElement)) return;
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, many);
    await found(page, 180);
    await area(page).evaluate((field) => {
      field.scrollTop = field.scrollHeight;
    });
    // The last line's mark stands where the last line does, whatever was wrapped above; only what is in sight is drawn.
    await expect
      .poll(() =>
        area(page).evaluate((field) => {
          const last = document.querySelector('.line-mark:last-child');
          const end = last?.getBoundingClientRect().bottom ?? 0;
          return Math.abs(field.getBoundingClientRect().bottom - end) < 16;
        }),
      )
      .toBe(true);
    expect((await marks(page)).length).toBeLessThan(40);

    await page.getByRole('button', { name: '110. 第10900项服务' }).click();
    expect(await selected(page)).toBe('110. 第10900项服务');
    const chosen = page.locator('.found-question[aria-current]');
    await chosen.getByText('第10900项服务').waitFor();
    await area(page).press('ArrowDown');
    await area(page).press('ArrowDown');
    await page.getByText('第 10903 行：选项、行或分值（第 110 题）').waitFor();
  }, 60_000);

  it('is read on a phone, by keyboard alone, without scrolling sideways', async () => {
    const page = await importPage(phone);
    await page.getByRole('button', { name: '填入一个例子' }).focus();
    await page.keyboard.press('Enter');
    await found(page, 6);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
    expect(await axeFinds(page)).toEqual([]);
    const create = page.getByRole('button', { name: '建成表单（6 题）' });
    await area(page).focus();
    for (let step = 0; step < 10; step += 1) {
      await page.keyboard.press('Tab');
      if (await create.evaluate((button) => button === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
  }, 60_000);

  it('what has no place is copied out', async () => {
    const page = await importPage();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    await area(page).fill('1. 您的房号[不存在的题型]\n2. 您的姓名\n答案：略');
    await page.getByRole('button', { name: '把没放进去的内容复制出来' }).click();
    await page.getByText('已复制').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('[不存在的题型]\n略');
  }, 60_000);
});

describe('a form', () => {
  it('is saved as a text that can be brought in again', async () => {
    const page = await importPage();
    await area(page).fill(text);
    await page.getByRole('button', { name: '建成表单（6 题）' }).click();
    await page.waitForURL(/\/staff\/forms\/[a-z0-9]+$/);
    await page.getByRole('button', { name: '导出' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '文字文件' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('幸福里小区2号楼楼栋长推选意见征集.txt');
    const again = await importPage();
    const buffer = await readFile(await download.path());
    await again
      .locator('#import-file')
      .setInputFiles({ name: download.suggestedFilename(), mimeType: 'text/plain', buffer });
    await found(again, 6);
    await again.getByText('每一行都放进去了。').waitFor();
  }, 60_000);
});

describe('a file', () => {
  it('of an old editor (GBK) is read like a pasted text', async () => {
    const page = await importPage();
    // 1. 您的房号 2. 您的性别 男 女, as GBK writes them.
    const bytes = Buffer.from('312e20c4fab5c4b7bfbac50a322e20c4fab5c4d0d4b1f00ac4d00ac5ae0a', 'hex');
    await page
      .locator('#import-file')
      .setInputFiles({ name: '问卷.txt', mimeType: 'text/plain', buffer: bytes });
    await found(page, 2);
    expect(await area(page).inputValue()).toBe('1. 您的房号\n2. 您的性别\n男\n女\n');
  }, 60_000);

  it('that is too old says how to save it', async () => {
    const page = await importPage();
    await page
      .locator('#import-file')
      .setInputFiles({ name: '问卷.doc', mimeType: 'application/msword', buffer: Buffer.from('x') });
    await page.getByText('类型选“Word 文档（.docx）”').waitFor();
    expect(await axeFinds(page)).toEqual([]);
  }, 60_000);

  it('of Word is dropped on the page: automatic numbers, a table as a matrix, a picture told', async () => {
    const page = await importPage();
    const body = [
      par('幸福里小区物业意见'),
      item('您住几号楼', 1),
      item('电梯好用吗', 1),
      item('好用', 1, 1),
      item('不好用', 1, 1),
      par('<w:r><w:drawing><a:blip/></w:drawing></w:r>'),
      item('请评价服务', 1),
      table(['', '满意', '不满意'], ['保洁', cell('□'), cell('□')], ['门岗', cell('□'), cell('□')]),
    ].join('');
    const numbering =
      abstractList(1, level(0, '%1、') + level(1, '%2.', { format: 'upperLetter' })) + list(1, 1);
    const bytes = [...wordFile(body, { numbering })];
    await page.locator('.file-drop').evaluate((zone, content) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(content)], '物业意见.docx'));
      zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: dropped }));
    }, bytes);
    await found(page, 3);
    await page.getByRole('heading', { name: '“物业意见.docx”里有 1 处没有读进来' }).waitFor();
    await page.getByText('〔图片〕，在“B. 不好用”旁边').waitFor();
    expect(await page.getByRole('combobox', { name: '第 3 题的题型' }).inputValue()).toBe('matrix-single');
    expect(await area(page).inputValue()).toContain('2、电梯好用吗\nA. 好用\nB. 不好用');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: '建成表单（3 题）' }).click();
    await page.getByRole('heading', { level: 1, name: '幸福里小区物业意见' }).waitFor();
  }, 60_000);

  it('of Excel is read by rows, and says which cell found no place', async () => {
    const page = await importPage();
    const file = await excelFile([
      {
        name: '题目',
        head: ['题目', '题型', '选项', '最多'],
        rows: [
          ['您家有几口人', '数字题', '', '二十'],
          ['缺什么', '多选题', '路灯|座椅', ''],
        ],
      },
    ]);
    const buffer = Buffer.from(await file.arrayBuffer());
    await page
      .locator('#import-file')
      .setInputFiles({ name: '楼道设施.xlsx', mimeType: 'application/octet-stream', buffer });
    await found(page, 2);
    await page.getByText('第 2 行 · 最多').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: '建成表单（2 题）' }).click();
    await page.getByRole('heading', { level: 1, name: '楼道设施' }).waitFor();
  }, 60_000);

  it('of Excel without heads says so, and gives the empty sheet that is read again', async () => {
    const page = await importPage();
    const upload = async (name: string, buffer: Buffer) =>
      page.locator('#import-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    const file = await excelFile([{ name: '一', head: ['甲'], rows: [['乙']] }]);
    await upload('表.xlsx', Buffer.from(await file.arrayBuffer()));
    await page.getByText('表里没有找到“题目”这一列').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Excel 空表' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('问卷空表.xlsx');
    await upload('问卷空表.xlsx', await readFile(await download.path()));
    await found(page, 2);
    await page.getByText('每一行都放进去了。').waitFor();
  }, 60_000);

  it('that was exported as a copy comes back, and its pictures are told', async () => {
    const page = await importPage();
    const copy = {
      title: '通知栏',
      layout: 'steps',
      questions: [
        { id: 'seen', type: 'picture', title: '效果图', image: 'f'.repeat(52), alt: '新的通知栏' },
        { id: 'a', type: 'text', title: '意见' },
      ],
    };
    await page.locator('#import-file').setInputFiles({
      name: '通知栏.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(copy)),
    });
    await found(page, 1);
    await page.getByRole('listitem').filter({ hasText: '图片 效果图' }).waitFor();
  }, 60_000);
});
