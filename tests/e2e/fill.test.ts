// Residents at a phone of 360 × 780: with JavaScript and without, by keyboard, offline, again and again; drafts,
// receipts, corrections, withdrawals; axe on every page in both modes; and the weight of it all.
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { templates } from '../../schema/form/templates.ts';
import { assetsDir } from '../../worker/host/paths.ts';
import { thirtyQuestions } from '../property/sample.ts';
import { everyType } from '../unit/every-type.ts';
import { axeFinds, scrollsSideways } from './look.ts';
import { openForTests, site } from './opened.ts';
import { heading, next, onPhone, receiptOf, smallTargets } from './phone.ts';
import type { Site } from './site.ts';

const campaigns: Record<
  'survey' | 'every' | 'pages' | 'thirty' | 'device' | 'closed' | 'tongues',
  { id: string; slug: string }
> = {} as never;
/** Without letters that people mix up, so that it is found as it is typed. */
const code = '7k4m2qx';

openForTests(async () => {
  const [survey] = templates;
  if (!survey) throw new Error('no template');
  const open = async (definition: Parameters<Site['publishForm']>[0], options = {}) =>
    site.openCampaign((await site.publishForm(definition)).form, options);
  campaigns.survey = await open(survey.definition);
  campaigns.every = await open(everyType);
  campaigns.pages = await open({ ...everyType, layout: 'pages' });
  campaigns.thirty = await open(thirtyQuestions());
  campaigns.device = await open(survey.definition, { perDevice: true });
  campaigns.closed = await open(survey.definition);
  campaigns.tongues = await open({
    title: '电梯',
    layout: 'steps',
    questions: [{ id: 'good', type: 'yes-no', title: '电梯好用吗', required: true }],
    translations: { en: { title: 'The lift', 'q.good.title': 'Is the lift good?' } },
  });
  await site.as('mayor')('PATCH', `/api/campaigns/${campaigns.closed.id}`, { rev: 1, state: 'closed' });
  await site.db.prepare(`UPDATE building_code SET code = ?1 WHERE unit = 'b1'`).bind(code).run();
});

const to = (slug: string, unit = 'b1') => `${site.origin}/f/${slug}?u=${unit}`;
const tally = async (campaign: { id: string }, unit: string) =>
  (
    await site.db
      .prepare('SELECT n FROM tally WHERE campaign = ?1 AND unit = ?2')
      .bind(campaign.id, unit)
      .first<{ n: number }>()
  )?.n ?? 0;
/** Answers the survey template up to the page of checking. */
async function answerSurvey(page: Page): Promise<void> {
  await page.click('label:text-is("满意")');
  await next(page);
  for (const row of await page.locator('fieldset.card').all())
    await row.locator('label:text-is("很满意")').click();
  await next(page);
  await page.click('label:text-is("没有")');
  await next(page);
  await page.click('label:text-is("停车难")');
  await page.click('label:text-is("其他")');
  await page.fill('.other input', '楼上漏水');
  await next(page);
  await page.fill('textarea', '谢谢');
  await next(page);
}

describe('with JavaScript', () => {
  test('one question a screen, logic as one goes, a check, a receipt; counted up to the city', () =>
    onPhone({}, async (page) => {
      const before = await Promise.all(
        ['b1', 'e1g', 'e1', 'east', 'city'].map((unit) => tally(campaigns.survey, unit)),
      );
      await page.goto(`${site.origin}/f/${campaigns.survey.slug}?b=${code}`);
      expect(await heading(page)).toBe('第1题，共5题');
      await page.click('label:text-is("不满意")');
      expect(await heading(page)).toBe('第1题，共6题'); // 不满意 asks why
      await answerSurvey(page);
      expect(await heading(page)).toBe('请看一遍再发送');
      expect(await page.locator('.answers').textContent()).toContain('停车难、其他：楼上漏水');
      await next(page);
      await page.waitForSelector('.receipt');
      expect(await receiptOf(page)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([
        `linli:sent:${campaigns.survey.slug}`,
      ]);
      expect(await page.locator(`a[href="/b/${code}"]`).count()).toBe(1);
      const after = await Promise.all(
        ['b1', 'e1g', 'e1', 'east', 'city'].map((unit) => tally(campaigns.survey, unit)),
      );
      expect(after).toEqual(before.map((n) => n + 1));
    }));

  test('back goes to the screen before, by the button and by the browser, with the answers kept', () =>
    onPhone({}, async (page) => {
      await page.goto(to(campaigns.survey.slug));
      await page.click('label:text-is("满意")');
      await next(page);
      await page.locator('fieldset.card').first().waitFor();
      await page.goBack();
      expect(await heading(page)).toBe('第1题，共5题');
      expect(await page.isChecked('#q-overall-4')).toBe(true);
      await next(page);
      await page.click('button:has-text("上一题")');
      await page.waitForSelector('#q-overall-4');
      expect(await heading(page)).toBe('第1题，共5题');
    }));

  test('an unanswered question says so above itself and takes the focus; the word goes when it is answered', () =>
    onPhone({}, async (page) => {
      await page.goto(to(campaigns.survey.slug));
      await next(page);
      expect(await page.locator('.wrong').textContent()).toContain('这一题要回答');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-overall');
      expect(await page.title()).toMatch(/^有误：/);
      await page.click('label:text-is("满意")');
      expect(await page.locator('.wrong').count()).toBe(0);
    }));

  test('a field is checked when it is left, never while it is typed in', () =>
    onPhone({}, async (page) => {
      await page.goto(to(campaigns.pages.slug));
      await answerFirstPage(page);
      await next(page);
      await page.locator('#q-phone').pressSequentially('1380000');
      expect(await page.locator('.wrong').count()).toBe(0);
      await page.locator('#q-date').focus();
      expect(await page.locator('.wrong').textContent()).toContain('手机号是 11 位，您填了 7 位');
      await page.locator('#q-phone').fill('13800001234');
      expect(await page.locator('.wrong').count()).toBe(0);
    }));

  test('several mistakes on a page are listed, each leads to its question', () =>
    onPhone({}, async (page) => {
      await page.goto(to(campaigns.pages.slug));
      await next(page);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('wrong');
      await page.click('.summary a:has-text("打分")');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-rating');
    }));

  test('what was typed is there after a reload and in a new window, under the same response id', () =>
    onPhone({}, async (page, context) => {
      await page.goto(to(campaigns.survey.slug));
      await page.click('label:text-is("满意")');
      await next(page);
      await page.locator('fieldset.card label:text-is("一般")').first().click();
      await page.waitForSelector('.save-state:has-text("已存在本机")');
      const draft = () => page.evaluate(() => JSON.parse(Object.values(localStorage)[0] ?? '{}'));
      const { response } = await draft();
      await page.reload();
      expect(await page.locator('fieldset.card input:checked').count()).toBe(1);
      expect((await draft()).response).toBe(response);
      await page.close();
      const again = await context.newPage();
      await again.goto(to(campaigns.survey.slug));
      expect(await again.locator('.notice').textContent()).toContain('没填完的');
      expect(await again.isChecked('#q-overall-4')).toBe(true);
      await again.click('button:has-text("重新填")');
      await again.click('button.danger');
      expect(await again.isChecked('#q-overall-4')).toBe(false);
    }));

  test('a draft older than seven days is deleted, and that is said', () =>
    onPhone({}, async (page) => {
      await page.goto(to(campaigns.survey.slug));
      await page.click('label:text-is("满意")');
      await page.waitForSelector('.save-state:has-text("已存在本机")');
      await page.evaluate(() => {
        const [key = ''] = Object.keys(localStorage);
        const draft = JSON.parse(localStorage.getItem(key) ?? '{}');
        localStorage.setItem(key, JSON.stringify({ ...draft, at: Date.now() - 8 * 86_400_000 }));
      });
      await page.reload();
      expect(await page.locator('.notice').textContent()).toContain('已过7天');
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    }));

  test('sent without a network it waits, says so, and goes when the network is back', () =>
    onPhone({}, async (page, context) => {
      await page.goto(to(campaigns.survey.slug, 'b2'));
      await answerSurvey(page);
      await context.setOffline(true);
      await next(page);
      await page.waitForSelector('.notice:has-text("没网")');
      expect(await tally(campaigns.survey, 'b2')).toBe(0);
      await context.setOffline(false);
      await page.waitForSelector('.receipt');
      expect(await tally(campaigns.survey, 'b2')).toBe(1);
    }));

  test('a lost reply is sent again and counts once; so does a page that was closed meanwhile', () =>
    onPhone({}, async (page, context) => {
      await page.goto(to(campaigns.survey.slug, 'b3'));
      await answerSurvey(page);
      await context.route('**/api/campaigns/**', async (route) => {
        await route.fetch(); // it arrives, the answer does not
        await route.abort();
      });
      await next(page);
      await page.waitForSelector('.notice:has-text("没有收到回音")');
      await page.close();
      await context.unroute('**/api/campaigns/**');
      const again = await context.newPage();
      await again.goto(to(campaigns.survey.slug, 'b3'));
      await again.waitForSelector('.receipt');
      expect(await tally(campaigns.survey, 'b3')).toBe(1);
    }));

  test('a busy server is obeyed: the wait is said, then it is sent', () =>
    onPhone({}, async (page, context) => {
      await page.goto(to(campaigns.survey.slug, 'b4'));
      await answerSurvey(page);
      let refused = 0;
      await context.route('**/api/campaigns/**', (route) =>
        refused++ === 0
          ? route.fulfill({
              status: 429,
              headers: { 'retry-after': '1' },
              contentType: 'application/problem+json',
              body: '{}',
            })
          : route.continue(),
      );
      await next(page);
      await page.waitForSelector('.notice:has-text("1秒后自动再发")');
      await page.waitForSelector('.receipt');
      expect(refused).toBe(2);
      expect(await tally(campaigns.survey, 'b4')).toBe(1);
    }));

  test('one per device: said at the start; a second begun meanwhile is refused, and nothing typed is lost', () =>
    onPhone({}, async (page, context) => {
      await page.goto(to(campaigns.device.slug));
      const second = await context.newPage();
      await second.goto(to(campaigns.device.slug));
      await answerSurvey(page);
      await next(page);
      await page.waitForSelector('.receipt');
      expect(await page.locator('a:has-text("再帮一位家人填")').count()).toBe(0);
      const receipt = await receiptOf(page);
      await answerSurvey(second);
      await next(second);
      expect(await second.locator('#refused').textContent()).toContain('已经填过一份');
      expect(await second.locator('.answers').textContent()).toContain('楼上漏水');
      await page.goto(to(campaigns.device.slug));
      expect(await page.locator('h1').textContent()).toBe('这台手机已经填过一份');
      expect(await page.locator('main').textContent()).toContain(receipt);
      await page.click('a:text-is("看一看、更正")');
      await page.waitForSelector('.answers');
    }));

  test('the last receipt is offered at the start of the next form, until it is withdrawn', () =>
    onPhone({}, async (page) => {
      await page.goto(to(campaigns.survey.slug, 'b5'));
      await answerSurvey(page);
      await next(page);
      await page.waitForSelector('.receipt');
      const receipt = await receiptOf(page);
      await page.goto(to(campaigns.survey.slug, 'b5'));
      expect(await page.locator('main').textContent()).toContain(receipt);
      expect(await heading(page)).toBe('第1题，共5题');
      await page.click('a:text-is("看一看、更正")');
      await page.click('button:text-is("撤回")');
      await page.click('button.danger');
      await page.waitForSelector('text=已撤回');
      await page.goto(to(campaigns.survey.slug, 'b5'));
      expect(await page.locator('main').textContent()).not.toContain(receipt);
    }));

  test('an empty table names the rows without an answer and marks only those', () =>
    onPhone({}, async (page) => {
      await page.goto(to(campaigns.survey.slug));
      await page.click('label:text-is("满意")');
      await next(page);
      const rows = page.locator('fieldset.card');
      const n = await rows.count();
      await next(page);
      expect(await page.locator('.wrong').textContent()).toContain(`还有${n}行没有填：`);
      expect(await page.locator('.wrong').textContent()).toContain('等。');
      await rows.first().locator('label >> nth=0').click();
      await next(page);
      expect(await page.locator('.wrong').textContent()).toContain(`还有${n - 1}行没有填：`);
      expect(await page.locator('fieldset.card.invalid').count()).toBe(n - 1);
      expect(await rows.nth(1).evaluate((row) => row.contains(document.activeElement))).toBe(true);
    }));

  test('what no longer applies is named before sending and on the receipt, and is not sent', () =>
    onPhone({}, async (page) => {
      await page.goto(to(campaigns.survey.slug));
      await page.click('label:text-is("不满意")');
      await next(page);
      for (const row of await page.locator('fieldset.card').all())
        await row.locator('label:text-is("一般")').click();
      await next(page);
      await page.click('label:text-is("没有")');
      await next(page);
      await page.click('label:text-is("停车难")');
      await next(page);
      await page.fill('textarea', '停车');
      await next(page);
      await next(page);
      await page.click('button[aria-label^="修改：总的来说"]');
      await page.click('label:text-is("满意")');
      await next(page);
      expect(await page.locator('.notice').textContent()).toContain('哪里让您不满意？');
      await next(page);
      await page.waitForSelector('.receipt');
      expect(await page.locator('.notice').textContent()).toContain('哪里让您不满意？');
      const stored = await site.db
        .prepare('SELECT answers FROM response WHERE campaign = ?1 ORDER BY at DESC LIMIT 1')
        .bind(campaigns.survey.id)
        .first<{ answers: string }>();
      expect(stored?.answers).not.toContain('why');
    }));

  test('large type is switched without losing what is typed, and remembered', () =>
    onPhone({}, async (page) => {
      await page.goto(to(campaigns.survey.slug));
      await page.click('label:text-is("满意")');
      await page.click('#care');
      expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('24px');
      expect(await page.isChecked('#q-overall-4')).toBe(true);
      await page.goto(`${site.origin}/`);
      expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('24px');
    }));

  test('the building is found as one types', () =>
    onPhone({}, async (page) => {
      await page.goto(`${site.origin}/f/${campaigns.survey.slug}`);
      await page.fill('#search', 'b5');
      await page.click('#found a:has-text("b5")');
      expect(await heading(page)).toBe('第1题，共5题');
    }));

  test('the keyboard is enough, from the first question to the receipt', () =>
    onPhone({}, async (page) => {
      const { slug } = await site.openCampaign(
        (
          await site.publishForm({
            title: '键盘',
            layout: 'steps',
            questions: [
              {
                id: 'one',
                type: 'single',
                title: '一',
                required: true,
                options: [
                  { id: 'a', label: '甲' },
                  { id: 'b', label: '乙' },
                ],
              },
              { id: 'two', type: 'text', title: '二', required: true },
            ],
          })
        ).form,
      );
      await page.goto(to(slug));
      const tabTo = async (selector: string) => {
        for (let step = 0; step < 40; step++) {
          await page.keyboard.press('Tab');
          if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
            const ring = await page.evaluate(() => {
              const at = document.activeElement;
              const drawn = at?.matches('[type=radio], [type=checkbox]') ? at.nextElementSibling : at;
              return drawn ? getComputedStyle(drawn).outlineWidth : '';
            });
            expect(ring).toBe('3px');
            return;
          }
        }
        throw new Error(`no way to ${selector}`);
      };
      await tabTo('#q-one');
      await page.keyboard.press('ArrowDown');
      await tabTo('button.primary');
      await page.keyboard.press('Enter');
      await tabTo('#q-two');
      await page.keyboard.type('words');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.answers');
      await tabTo('button.primary');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.receipt');
    }));

  test('the receipt is copied, drawn as a picture, opened again, corrected and withdrawn', () =>
    onPhone({}, async (page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
      await page.goto(to(campaigns.survey.slug, 'b6'));
      await answerSurvey(page);
      await next(page);
      await page.waitForSelector('.receipt');
      const receipt = await receiptOf(page);
      await page.click('button:text-is("复制")');
      await page.waitForSelector('text=已复制');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(receipt);
      await page.click('button:text-is("存成图片")');
      expect(await page.locator('.receipt img').getAttribute('src')).toMatch(
        /^data:image\/png;base64,.{2000}/,
      );
      expect(new URL(page.url()).hash).toBe(`#${receipt}`);
      await page.reload();
      await page.waitForSelector('.answers');
      expect(page.url()).not.toContain(receipt);
      await page.click('button:text-is("更正")');
      await page.waitForSelector('text=更正您填的内容');
      await page.waitForFunction(() => !document.querySelector('#q-lift_fix')); // logic runs here too
      await page.click('label:text-is("有")');
      await page.click('label:text-is("两三天")');
      await next(page);
      await next(page);
      await page.waitForSelector('text=已更正');
      expect(await page.locator('.answers').textContent()).toContain('两三天');
      expect(await tally(campaigns.survey, 'b6')).toBe(1);
      await page.click('button:text-is("撤回")');
      await page.click('button.danger');
      await page.waitForSelector('text=已撤回');
      expect(await tally(campaigns.survey, 'b6')).toBe(0);
    }));
});

async function answerFirstPage(page: Page): Promise<void> {
  await page.click('fieldset.question:has([name^="single"]) label:text-is("乙")');
  await page.click('fieldset.question:has([name^="multi"]) label:text-is("甲")');
  await page.click('fieldset.question:has([name^="yesno"]) label:text-is("是")');
  await page.click('fieldset.question:has([name^="rating"]) label >> nth=3');
  await page.click('fieldset.question:has([name^="scale"]) label:text-is("满意")');
}

describe('without JavaScript', () => {
  test('every type is answered, checked, sent; then corrected and withdrawn by the receipt', () =>
    onPhone({ javaScript: false }, async (page) => {
      await page.goto(`${site.origin}/f/${campaigns.every.slug}`);
      // The building first, level by level.
      await page.click('a:has-text("east")');
      await page.click('a:has-text("e1 community")');
      await page.click('a:has-text("e1g")');
      await page.click('a:has-text("b1")');
      await next(page);
      expect(await page.title()).toMatch(/^有误：/);
      expect(await page.locator('.summary a').count()).toBe(9);
      await page.click('.summary a:has-text("打分")');
      expect(new URL(page.url()).hash).toBe('#q-rating');
      await answerFirstPage(page);
      await page.click('label[for="q-consent"]');
      await page.selectOption('#q-dropdown', 'b');
      await page.click('fieldset.question:has([name^="nps"]) label:text-is("9")');
      await page.fill('#q-number', '３');
      await page.fill('#q-text', '藏起来的'); // only asked after 甲
      await page.fill('#q-date', '2026-01-31');
      await page.fill('#q-phone', '138 0000 1234');
      for (const row of await page.locator('fieldset.question:has([name^="table"]) fieldset').all())
        await row.locator('label >> nth=1').click();
      for (const row of await page.locator('fieldset.question:has([name^="boxes"]) fieldset').all())
        await row.locator('label >> nth=0').click();
      for (const row of await page.locator('fieldset.question:has([name^="candidates"]) fieldset').all())
        await row.locator('label >> nth=0').click();
      await page.click(
        'fieldset.question:has([name^="scales"]) fieldset >> nth=1 >> label:text-is("不了解")',
      );
      await next(page);
      const check = await page.locator('main').textContent();
      for (const words of [
        '请看一遍再发送',
        '乙',
        '甲',
        '3人',
        '9',
        '2026-01-31',
        '13800001234',
        '第一行：乙；第二行：乙',
        '乙：不了解',
      ])
        expect(check).toContain(words);
      expect(await page.locator('.notice').textContent()).toContain('填空');
      // Back to change something: everything is still there.
      await page.click('button:text-is("返回修改")');
      expect(await page.inputValue('#q-phone')).toBe('138 0000 1234');
      expect(await page.isChecked('#q-rating-4')).toBe(true);
      await next(page);
      await next(page);
      const receipt = await receiptOf(page);
      expect(page.url()).not.toContain(receipt);
      expect(await page.locator('.notice').textContent()).toContain('填空');
      expect(await tally(campaigns.every, 'b1')).toBe(1);

      // The building is remembered for the next form.
      await page.goto(`${site.origin}/f/${campaigns.survey.slug}`);
      expect(await page.locator('header').textContent()).toContain('b1 building');

      await page.goto(`${site.origin}/r`);
      await page.fill('#receipt', receipt.toLowerCase().replace(/-/g, ' '));
      await next(page);
      await page.click('button:text-is("更正")');
      expect(await page.inputValue('#q-number')).toBe('3');
      await page.fill('#q-number', '30');
      await next(page);
      expect(await page.locator('.summary').textContent()).toContain('请填 1 到 20 之间的数');
      await page.fill('#q-number', '5');
      await next(page);
      await next(page);
      expect(await page.locator('main').textContent()).toContain('已更正');
      expect(await page.locator('.answers').textContent()).toContain('5人');
      await page.click('button:text-is("撤回")');
      await page.click('button.danger');
      expect(await page.locator('main').textContent()).toContain('已撤回');
      expect(await tally(campaigns.every, 'b1')).toBe(0);
    }));

  test('sending twice counts once and gives the same receipt', () =>
    onPhone({ javaScript: false }, async (page) => {
      await page.goto(to(campaigns.thirty.slug));
      for (const group of await page.locator('fieldset.question').all())
        await group.locator('label >> nth=0').click();
      await next(page);
      await next(page);
      const receipt = await receiptOf(page);
      await page.goBack();
      await next(page);
      expect(await receiptOf(page)).toBe(receipt);
      expect(await tally(campaigns.thirty, 'b1')).toBe(1);
    }));

  test('after closing it says so and keeps nothing; an unknown address says so too', () =>
    onPhone({ javaScript: false }, async (page) => {
      await page.goto(`${site.origin}/f/${campaigns.closed.slug}?b=${code}`);
      expect(await page.locator('h1').textContent()).toBe('已经截止');
      expect(await page.locator(`a[href="/b/${code}"]`).count()).toBe(1);
      const unknown = await page.goto(`${site.origin}/f/nosuch99`);
      expect(unknown?.status()).toBe(404);
      expect(await page.locator('main').textContent()).toContain('没有这个活动');
    }));

  test('the code at the door leads to the building, typed or scanned; a replaced one says so', () =>
    onPhone({ javaScript: false }, async (page) => {
      await page.goto(`${site.origin}/`);
      await page.fill('#code', code.toUpperCase());
      await page.click('button:text-is("打开")');
      expect(await page.locator('h1').textContent()).toBe('b1 building');
      await page.click(`a[href="/f/${campaigns.survey.slug}?b=${code.toUpperCase()}"]`);
      expect(await page.locator('header').textContent()).toContain('b1 building');
      await site.db.prepare(`UPDATE building_code SET revoked_at = 1 WHERE unit = 'b5'`).run();
      const { code: old } = (await site.db
        .prepare(`SELECT code FROM building_code WHERE unit = 'b5'`)
        .first<{ code: string }>()) ?? { code: '' };
      await site.db.prepare(`UPDATE building_code SET code = 'm5m5m5m' WHERE code = ?1`).bind(old).run();
      await page.goto(`${site.origin}/b/m5m5m5m`);
      expect(await page.locator('main').textContent()).toContain('已经换了新的');
    }));

  test('a paused one stands on the building page without a button', () =>
    onPhone({ javaScript: false }, async (page) => {
      await site.as('mayor')('PATCH', `/api/campaigns/${campaigns.pages.id}`, { rev: 1, state: 'paused' });
      const link = page.locator(`a[href^="/f/${campaigns.pages.slug}"]`);
      await page.goto(`${site.origin}/b/${code}`);
      expect(await link.count()).toBe(0);
      expect(await page.locator('h2:text-is("暂停")').count()).toBe(1);
      await site.as('mayor')('PATCH', `/api/campaigns/${campaigns.pages.id}`, { rev: 2, state: 'open' });
      await page.reload();
      expect(await link.count()).toBe(1);
      expect(await page.locator('h2:text-is("暂停")').count()).toBe(0);
    }));

  test('a code that nobody knows is said for residents and typed again in the same place', () =>
    onPhone({ javaScript: false }, async (page) => {
      const reply = await page.goto(`${site.origin}/b/zzzzzzz`);
      expect(reply?.status()).toBe(404);
      expect(await page.locator('main').textContent()).toContain('没有这个楼栋码，请核对7个字，或再扫一次');
      expect(await page.inputValue('#code')).toBe('zzzzzzz');
      await page.fill('#code', code);
      await page.click('button:text-is("打开")');
      expect(await page.locator('h1').textContent()).toBe('b1 building');
    }));

  test('a receipt number that is missing or too short is told so, and large type keeps it', () =>
    onPhone({ javaScript: false }, async (page) => {
      await page.goto(`${site.origin}/r`);
      await next(page);
      expect(await page.locator('.wrong').textContent()).toContain('请填回执号');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('receipt');
      await page.fill('#receipt', '7k4');
      await next(page);
      expect(await page.locator('.wrong').textContent()).toContain('回执号是12位，您填了3位');
      await page.click('#care');
      expect(await page.locator('html.care').count()).toBe(1);
      expect(await page.inputValue('#receipt')).toBe('7k4');
    }));

  test('large type and language are switched on pages that answer a post, and nothing is lost', () =>
    onPhone({ javaScript: false }, async (page) => {
      await page.goto(to(campaigns.every.slug));
      await page.fill('#q-number', '3');
      await next(page);
      await page.fill('#q-number', '4');
      await page.click('#care');
      expect(await page.locator('html.care').count()).toBe(1);
      expect(await page.inputValue('#q-number')).toBe('4');
      expect(await page.locator('.summary').count()).toBe(1);
      await page.click('footer button');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.inputValue('#q-number')).toBe('4');
    }));

  test.each([false, true])('languages stand in one line, each a target, large type %s', (care) =>
    onPhone({ javaScript: false, care }, async (page) => {
      const lines = async () => {
        expect(await smallTargets(page, care ? 60 : 48)).toEqual([]);
        const boxes = await page
          .locator('nav > *')
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
        expect(boxes).toHaveLength(2);
        expect(Math.abs((boxes[1]?.top ?? 0) - (boxes[0]?.top ?? 0))).toBeLessThan(4);
        const rule = await page.locator('header').evaluate((one) => one.getBoundingClientRect().bottom);
        expect((boxes[0]?.top ?? 0) - rule).toBeGreaterThanOrEqual(8);
        // A number that is broken in two has two boxes.
        for (const width of [360, 320, 280]) {
          await page.setViewportSize({ width, height: 780 });
          const telephone = page.locator('[href^="tel:"]').first();
          const text = telephone.evaluate((one) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            return range.getClientRects().length;
          });
          expect(await text).toBe(1);
        }
        await page.setViewportSize({ width: 360, height: 780 });
      };
      await page.goto(to(campaigns.tongues.slug));
      await lines();
      await page.click('label:text-is("是")');
      await next(page);
      await next(page);
      await page.click('button:has-text("您填了什么")');
      await page.waitForSelector('text=您的回执');
      await lines();
      await page.click('nav button');
      await page.waitForSelector('text=Is the lift good?');
      await lines();
    }),
  );

  test('the other language stands beside the receipts on a page that answers a post', () =>
    onPhone({ javaScript: false }, async (page) => {
      await page.goto(`${site.origin}/r`);
      await next(page);
      const [receipts, language] = await page
        .locator('footer a[href="/r"], footer button')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      expect(language?.left).toBeGreaterThan(receipts?.right ?? 0);
      expect(await smallTargets(page, 48)).toEqual([]);
    }));

  test('a post from another site is refused', async () => {
    const reply = await fetch(`${site.origin}/f/${campaigns.survey.slug}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' },
      body: '.do=send',
    });
    expect(reply.status).toBe(403);
  });
});

describe('every page', () => {
  const addresses = () => ({
    landing: '/',
    choose: `/f/${campaigns.survey.slug}?choose=1`,
    found: `/f/${campaigns.survey.slug}?search=b`,
    steps: `/f/${campaigns.survey.slug}?u=b1`,
    pages: `/f/${campaigns.pages.slug}?u=b1`,
    closed: `/f/${campaigns.closed.slug}`,
    privacy: `/f/${campaigns.every.slug}/privacy`,
    receipt: '/r',
    building: `/b/${code}`,
    unknown: '/f/nosuch99',
  });
  for (const care of [false, true])
    for (const dark of [false, true])
      test(`passes axe and fits the phone: ${care ? 'large' : 'ordinary'}, ${dark ? 'dark' : 'light'}`, () =>
        onPhone({ care, dark, axe: true }, async (page) => {
          const found: string[] = [];
          const look = async (name: string) => {
            found.push(...(await axeFinds(page)).map((one) => `${name} ${one}`));
            for (const width of [360, 320, 180]) {
              await page.setViewportSize({ width, height: 780 });
              if (await scrollsSideways(page)) found.push(`${name} scrolls sideways at ${width}`);
            }
            await page.setViewportSize({ width: 360, height: 780 });
          };
          for (const [name, address] of Object.entries(addresses())) {
            await page.goto(site.origin + address);
            await look(name);
          }
          await page.goto(to(campaigns.pages.slug));
          await next(page);
          await look('mistakes');
          await page.goto(to(campaigns.survey.slug));
          await answerSurvey(page);
          await look('check');
          await next(page);
          await page.waitForSelector('.receipt');
          await look('sent');
          await page.click('button:has-text("您填了什么")');
          await look('receipt seen');
          await page.click('button:text-is("更正")');
          await look('correction');
          await next(page);
          await look('correction checked');
          await next(page);
          await page.waitForSelector('text=已更正');
          await page.click('button:text-is("撤回")');
          await look('withdraw');
        }));

  test('without JavaScript, too', () =>
    onPhone({ axe: true }, async (page, context) => {
      await context.route('**/a/*.js', (route) => route.abort());
      for (const slug of [campaigns.every.slug, campaigns.thirty.slug]) {
        await page.goto(to(slug));
        expect(await axeFinds(page)).toEqual([]);
      }
    }));
});

test('targets are as large as the look asks, in both modes', async () => {
  for (const care of [false, true])
    await onPhone({ care }, async (page) => {
      await page.goto(to(campaigns.pages.slug));
      expect(await smallTargets(page, care ? 60 : 48)).toEqual([]);
    });
});

test.each([
  [360, false],
  [320, false],
  [390, true],
  [360, true],
  [320, true],
])('of 0 to 10 none stands alone, at %i px, large type %s', (width, care) =>
  onPhone({ care, javaScript: false }, async (page) => {
    await page.setViewportSize({ width, height: 780 });
    await page.goto(to(campaigns.thirty.slug));
    const boxes = await page
      .locator('.numbers label')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect(boxes).toHaveLength(11);
    const tops: number[] = boxes.map(({ top }) => Math.round(top));
    for (const top of tops) expect(tops.filter((other) => other === top).length).toBeGreaterThan(1);
    for (const box of boxes) {
      expect(box.width).toBeGreaterThanOrEqual(care ? 60 : 48);
      expect(box.height).toBeGreaterThanOrEqual(care ? 60 : 48);
    }
  }),
);

test('HTML, style and script of a form of 30 questions weigh at most 30,720 bytes', async () => {
  const html = await (await fetch(to(campaigns.thirty.slug))).text();
  const script = /src="(\/a\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const files = (await readdir(`${assetsDir}/a`)).filter((name) => `/a/${name}` === script);
  expect(files).toHaveLength(1);
  const js = await readFile(assetsDir + script, 'utf8');
  expect(js).not.toMatch(/\bimport\b[^(]*from|\?\.\(\.\.\./); // one file; nothing that Chrome 80 gets wrong
  const bytes = { html: gzipSync(html).length, js: gzipSync(js).length };
  console.log(
    `fill page of 30 questions: ${bytes.html} html with style + ${bytes.js} js = ${bytes.html + bytes.js} bytes gzip`,
  );
  expect(bytes.html + bytes.js).toBeLessThanOrEqual(30_720);
});
