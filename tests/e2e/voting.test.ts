// A household votes on a phone: the letter, three screens, the check words; votes again; and finds its ballot once the box is
// sealed. Looked at in large type, in English and by axe.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../schema/elections/bytes.ts';
import { equal } from '../../schema/elections/packs/equal.ts';
import { majority } from '../../schema/elections/packs/majority.ts';
import { must } from '../http/city.ts';
import {
  castingBegins,
  checkIn,
  closeBox,
  forOne,
  freezeOf,
  openBox,
  type Planted,
  plantSealed,
  vote,
} from '../http/sealed-election.ts';
import { axeFinds, scrollsSideways } from './look.ts';
import { openForTests, site } from './opened.ts';
import { cutWords, onPhone, smallTargets } from './phone.ts';

openForTests();

const letterOf = ({ letters }: Planted, at: number) => `${site.origin}/v#${letters[at]?.secret}`;

/** Chooses by name and puts the ballot into the box; the answer may be lost. */
async function castFor(page: Page, name: string): Promise<void> {
  await page.getByText(name).click();
  await page.getByRole('button', { name: '看一遍' }).click();
  await page.getByRole('button', { name: '投进票箱' }).click();
}
const castDone = (page: Page) => page.getByRole('heading', { name: '票已投进票箱' }).waitFor();

/** What the slip of this phone carries. */
const slipOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('linli-ballot-')) ?? '';
    const { contest, secret, token } = JSON.parse(localStorage.getItem(key) ?? '{}');
    return `slip.${contest}.${secret}.${token}`;
  });

/** The next ballot gets into the box, and its answer gets lost. */
const answerLost = (page: Page) =>
  page.route(
    '**/api/vote/ballots',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );

const countersOf = async ({ contest }: Planted) => {
  const of = (table: string) =>
    site.db.prepare(`SELECT counter FROM ${table} WHERE contest = ?1 ORDER BY counter`).bind(contest).raw();
  return { box: (await of('ballot')).flat(), replaced: (await of('superseded')).flat() };
};

describe('the voting page', () => {
  test('three screens to the box, once more, and the ballot is found in it', async () => {
    const planted = await plantSealed(site, { doors: 4 });
    await openBox(planted);
    await onPhone({ axe: true }, async (page, context) => {
      await context.addCookies([{ name: 'linli_lang', value: 'zh-CN', url: site.origin }]);
      const sent: { url: string; cookie: string | undefined }[] = [];
      page.on('request', async (request) => {
        const headers = await request.allHeaders();
        sent.push({ url: request.url(), cookie: headers.cookie });
      });
      await page.goto(letterOf(planted, 0));
      await page.getByRole('heading', { name: '101，对吗' }).waitFor();
      // The code leaves the address at once, and no request carries it in its own.
      expect(page.url()).toBe(`${site.origin}/v`);
      expect(await axeFinds(page)).toEqual([]);
      await page.getByRole('button', { name: '领票' }).click();
      await page.getByRole('heading', { name: '请选 1 人' }).waitFor();
      // One tap changes the choice, for a name of one's own too, and nothing moves.
      const button = page.getByRole('button', { name: '看一遍' });
      const before = await button.boundingBox();
      await page.getByText('李建国').click();
      await page.getByLabel('另选的第 1 人').fill('赵六');
      expect(await page.getByRole('checkbox').nth(1).isChecked()).toBe(false);
      await page.getByText('王秀英').click();
      expect(await page.getByLabel('另选的第 1 人').inputValue()).toBe('');
      expect(await page.getByRole('checkbox').nth(0).isChecked()).toBe(true);
      expect(await button.boundingBox()).toEqual(before);
      expect(await axeFinds(page)).toEqual([]);
      expect(await smallTargets(page, 48)).toEqual([]);
      await page.getByRole('button', { name: '看一遍' }).click();
      await page.getByRole('heading', { name: '您选的是' }).waitFor();
      expect(await page.locator('.look-over .big').textContent()).toBe('王秀英');
      await page.getByRole('button', { name: '投进票箱' }).click();
      await page.getByRole('heading', { name: '票已投进票箱' }).waitFor();
      const first = await page.locator('.phrase').textContent();
      expect(first).toMatch(/^\p{Script=Han}{2} \p{Script=Han}{2} \p{Script=Han}{2}$/u);
      expect(await axeFinds(page)).toEqual([]);
      expect(sent.every(({ url }) => !url.includes(planted.letters[0]?.secret ?? '-'))).toBe(true);
      const cookieOf = (end: string) => sent.find(({ url }) => url.endsWith(end))?.cookie;
      expect(cookieOf('/api/vote/check-in')).toContain('linli_lang');
      expect(sent.some(({ url }) => url.endsWith('/api/vote/ballots'))).toBe(true);
      expect(cookieOf('/api/vote/ballots')).toBeUndefined();

      // Read again on the same phone, and another choice: other words.
      await page.reload();
      await page.getByRole('button', { name: '再投一次' }).click();
      await page.getByText('李建国').click();
      await page.getByRole('button', { name: '看一遍' }).click();
      await page.getByRole('button', { name: '投进票箱' }).click();
      await page.getByRole('heading', { name: '票已投进票箱' }).waitFor();
      expect(await page.locator('.phrase').textContent()).not.toBe(first);
      // What was chosen stays nowhere on the phone.
      const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
      expect(stored).not.toContain(planted.candidates[0]);
      expect(stored).not.toContain(planted.candidates[1]);

      await closeBox(planted);
      await page.reload();
      await page.getByRole('button', { name: '查我的票在不在箱里' }).click();
      await page.getByText('是 1 张里的第 1 张').waitFor();
      await page.getByRole('link', { name: '公开记录' }).click();
      await page.getByText('票箱里 1 张，领了没投 0 张，换下的 1 张').waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      expect(await axeFinds(page)).toEqual([]);
    });
  });

  test('another phone is told that the ballot was taken; the slip opens it there', async () => {
    const planted = await plantSealed(site, { doors: 2 });
    await openBox(planted);
    let slip = '';
    await onPhone({}, async (page) => {
      await page.goto(letterOf(planted, 0));
      await page.getByRole('button', { name: '领票' }).click();
      await page.getByText('王秀英').click();
      await page.getByRole('button', { name: '看一遍' }).click();
      await page.getByRole('button', { name: '投进票箱' }).click();
      await page.getByRole('button', { name: '留存选票二维码' }).click();
      await page.locator('.slip svg').waitFor();
      slip = await slipOf(page);
    });
    await onPhone({}, async (page) => {
      await page.goto(letterOf(planted, 0));
      await page.getByText('不在这台手机上').waitFor();
      expect(await page.getByRole('button', { name: '领票' }).count()).toBe(0);
      await page.goto(`${site.origin}/v#${slip}`);
      await page.reload();
      await page.getByRole('heading', { name: '请选 1 人' }).waitFor();
    });
  });

  test('an answer that got lost is asked for again with the same ballot, at once and after a reload', async () => {
    const planted = await plantSealed(site, { doors: 2 });
    await openBox(planted);
    await onPhone({ axe: true }, async (page) => {
      await page.goto(letterOf(planted, 0));
      await page.getByRole('button', { name: '领票' }).click();
      await answerLost(page);
      await castFor(page, '王秀英');
      await page.getByRole('alert').waitFor();
      await page.getByRole('button', { name: '投进票箱' }).click();
      await castDone(page);
      expect(await countersOf(planted)).toEqual({ box: [1], replaced: [] });

      // Lost once more, and the page read anew: the same ballot is sent again …
      await page.getByRole('button', { name: '再投一次' }).click();
      await answerLost(page);
      await castFor(page, '李建国');
      await page.getByRole('alert').waitFor();
      await page.reload();
      await page.getByRole('heading', { name: '还没有收到回执' }).waitFor();
      expect(await axeFinds(page)).toEqual([]);
      await page.getByRole('button', { name: '再送一次' }).click();
      await castDone(page);
      expect(await countersOf(planted)).toEqual({ box: [2], replaced: [1] });

      // … or another choice is made instead, and counts.
      await page.getByRole('button', { name: '再投一次' }).click();
      await answerLost(page);
      await castFor(page, '王秀英');
      await page.getByRole('alert').waitFor();
      await page.reload();
      await page.getByRole('button', { name: '重新选' }).click();
      await castFor(page, '李建国');
      await castDone(page);
      expect(await countersOf(planted)).toEqual({ box: [4], replaced: [1, 2, 3] });

      // The box is sealed before the answer came: it still says whether the ballot is in.
      await page.getByRole('button', { name: '再投一次' }).click();
      await answerLost(page);
      await castFor(page, '王秀英');
      await page.getByRole('alert').waitFor();
      await closeBox(planted);
      await page.reload();
      await page.getByRole('button', { name: '再送一次' }).click();
      await castDone(page);
      await page.getByRole('button', { name: '查我的票在不在箱里' }).click();
      await page.getByText('是 1 张里的第 1 张').waitFor();
    });
    await onPhone({}, async (page) => {
      const other = await plantSealed(site, { doors: 2 });
      await openBox(other);
      await page.goto(letterOf(other, 0));
      await page.getByRole('button', { name: '领票' }).click();
      await page.route('**/api/vote/ballots', (route) => route.abort(), { times: 1 });
      await castFor(page, '王秀英');
      await page.getByRole('alert').waitFor();
      await closeBox(other);
      await page.reload();
      await page.getByRole('button', { name: '再送一次' }).click();
      await page.getByText('没有投进票箱').waitFor();
    });
  });

  test('after a vote on one phone the slip votes again on another, and the first phone after it', async () => {
    const planted = await plantSealed(site, { doors: 2 });
    await openBox(planted);
    await onPhone({}, async (first) => {
      await first.goto(letterOf(planted, 0));
      await first.getByRole('button', { name: '领票' }).click();
      await castFor(first, '王秀英');
      await castDone(first);
      const slip = await slipOf(first);
      await onPhone({}, async (page) => {
        await page.goto(`${site.origin}/v#${slip}`);
        await page.getByRole('heading', { name: '请选 1 人' }).waitFor();
        await castFor(page, '李建国');
        await castDone(page);
      });
      expect(await countersOf(planted)).toEqual({ box: [2], replaced: [1] });
      await first.getByRole('button', { name: '再投一次' }).click();
      await castFor(first, '王秀英');
      await castDone(first);
    });
    expect(await countersOf(planted)).toEqual({ box: [3], replaced: [1, 2] });
  });

  test('for, against or neither for each, others by name, large type, nothing cut', async () => {
    const planted = await plantSealed(site, { doors: 2, pack: equal, names: ['王秀英'] });
    await openBox(planted);
    await onPhone({ care: true }, async (page) => {
      await page.goto(letterOf(planted, 1));
      expect(await cutWords(page)).toEqual([]);
      await page.getByRole('button', { name: '领票' }).click();
      await page.getByRole('heading', { name: '每位候选人选一样' }).waitFor();
      await page.getByText('反对', { exact: true }).click();
      await page.getByLabel('另选的第 1 人').fill('赵六');
      expect(await cutWords(page)).toEqual([]);
      expect(await smallTargets(page, 60)).toEqual([]);
      await page.getByRole('button', { name: '看一遍' }).click();
      expect(await page.locator('.look-over .big').allTextContents()).toEqual(['王秀英：反对', '赵六']);
      expect(await scrollsSideways(page)).toBe(false);
      await page.getByRole('button', { name: '投进票箱' }).click();
      await page.getByRole('heading', { name: '票已投进票箱' }).waitFor();
    });
  });

  test('two phases: the ballot is taken, kept over the days, and cast; a full ballot lets nobody choose more', async () => {
    const planted = await plantSealed(site, {
      phases: true,
      seats: 2,
      names: ['甲', '乙', '丙'],
      pack: majority,
    });
    await openBox(planted);
    await onPhone({}, async (page) => {
      await page.goto(letterOf(planted, 0));
      await page.getByText('领票和投票分两天').waitFor();
      await page.getByRole('button', { name: '领票' }).click();
      await page.getByRole('heading', { name: '票领到了' }).waitFor();
      await castingBegins(planted);
      // From here on nothing that goes out says whose letter it is.
      const sent: string[] = [];
      page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
      await page.goto(letterOf(planted, 0));
      await page.reload();
      await page.getByRole('heading', { name: '请选 2 人' }).waitFor();
      await page.getByText('甲', { exact: true }).click();
      await page.getByText('丙', { exact: true }).click();
      expect(await page.getByRole('checkbox').nth(1).isDisabled()).toBe(true);
      expect(await page.getByLabel('另选的第 1 人').isDisabled()).toBe(true);
      await page.getByRole('button', { name: '看一遍' }).click();
      await page.getByRole('button', { name: '投进票箱' }).click();
      await castDone(page);
      expect(sent.some((one) => one.includes('/api/vote/ballots'))).toBe(true);
      expect(sent.filter((one) => one.includes(planted.letters[0]?.secret ?? '-'))).toEqual([]);
      // Whoever wants what else the letter opens asks for it.
      await page.getByRole('button', { name: '这封信还能投别的吗' }).click();
      await page.getByRole('heading', { name: '票已投进票箱' }).waitFor();
      expect(sent.filter((one) => one.includes('/api/vote/letter'))).toHaveLength(1);
    });
  });

  test('a letter that names other terms stops the vote, and a typed code opens it too', async () => {
    const planted = await plantSealed(site);
    await openBox(planted);
    const { freeze, ledger } = await freezeOf(planted);
    await onPhone({}, async (page) => {
      await page.goto(`${letterOf(planted, 0)}.${'0'.repeat(64)}`);
      await page.getByText('和信上印的不一样').waitFor();
      expect(await page.getByRole('button', { name: '领票' }).count()).toBe(0);
    });
    await onPhone({}, async (page) => {
      await page.goto(`${letterOf(planted, 3)}.${toHex(ledger)}`);
      await page.getByRole('button', { name: '领票' }).waitFor();
    });
    await onPhone({}, async (page) => {
      await page.goto(`${site.origin}/v`);
      const code = planted.letters[1]?.secret.toUpperCase().match(/.{4}/g)?.join('-') ?? '';
      await page.getByLabel('信上的码').fill(code.slice(0, 14));
      await page.getByRole('button', { name: '打开' }).click();
      await page.getByText('码有 28 个，写了 12 个').waitFor();
      const wrong = code.replace(/.$/, (last) => (last === '2' ? '3' : '2'));
      await page.getByLabel('信上的码').fill(wrong);
      await page.getByRole('button', { name: '打开' }).click();
      await page.getByRole('alert').waitFor();
      await page.getByRole('button', { name: '输入投票信上的码' }).click();
      expect(await page.getByLabel('信上的码').inputValue()).toBe(wrong);
      await page.getByLabel('信上的码').fill(code);
      await page.getByRole('button', { name: '打开' }).click();
      await page.getByRole('heading', { name: '102，对吗' }).waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: 'Take my ballot' }).click();
      await page.getByText('王秀英').waitFor();
    });
    const letter = planted.letters[2];
    if (!letter) throw new Error('no letter');
    const elector = await checkIn(planted, freeze, letter);
    must(await vote(planted, { freeze, ledger }, elector, forOne(planted.candidates[0] ?? '')));
  });
});
