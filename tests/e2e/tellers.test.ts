// The whole day. Tellers make, keep and try their cards and sign the freeze; a household votes on a phone, twice; others vote,
// one takes paper; the box is closed; two of three tellers open it on their own devices, each in four taps, read it out, count
// and sign: one card alone opens nothing, and the third may be lost. At the end the notice is printed, and the verify page, from
// the disk, finds nothing wrong.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../schema/elections/chain.ts';
import { assetsDir } from '../../worker/host/paths.ts';
import { must } from '../http/city.ts';
import { agree } from '../http/on-the-spot.ts';
import {
  checkIn,
  closeBox,
  endsSoon,
  forOne,
  freezeOf,
  type Planted,
  plantSealed,
  recordOf,
  vote,
} from '../http/sealed-election.ts';
import { axeFinds, scrollsSideways } from './look.ts';
import { browser, openForTests, pageOf, phone, site } from './opened.ts';

openForTests();

const passphrase = '门前的枣树第三年结果';

async function device(): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(error.error().message));
  return { page, errors };
}

async function appoint({ election }: Planted, name: string): Promise<string> {
  const added = must(
    await site.as('mayor')('POST', `/api/elections/${election}/tellers`, { unit: 'e1', name }),
  );
  return added.link;
}

/** Makes the card on a device of its own, keeps its file and tries it; returns what the file holds. */
async function makeCard(page: Page, link: string, name: string): Promise<Buffer> {
  await page.goto(link);
  await page.getByRole('heading', { name: `${name}，您是监票人` }).waitFor();
  await page.getByText('2 位监票人不来或不肯').waitFor();
  await page.getByLabel('给卡设一句口令').fill('12345678');
  await page.getByLabel('口令再写一遍').fill('12345678');
  await page.getByRole('button', { name: '做开箱卡' }).click();
  await page.getByText('口令太短').waitFor();
  await page.getByLabel('给卡设一句口令').fill(passphrase);
  await page.getByLabel('口令再写一遍').fill(passphrase);
  await page.getByRole('button', { name: '做开箱卡' }).click();
  await page.locator('.printed svg').waitFor();
  expect(await axeFinds(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '存成文件' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const card = Buffer.concat(chunks);
  await page.getByRole('button', { name: '两份都存好了' }).click();
  await page.getByRole('heading', { name: '第二步：试一试这张卡' }).waitFor();
  return card;
}

async function unlock(page: Page, card: Buffer, words = passphrase, verb = '打开'): Promise<void> {
  await page
    .getByLabel('读入开箱卡文件')
    .setInputFiles({ name: 'card.txt', mimeType: 'text/plain', buffer: card });
  await page.getByText('卡已读入').waitFor();
  await page.getByLabel('输入口令').fill(words);
  await page.getByRole('button', { name: verb, exact: true }).click();
}

describe('tellers', () => {
  test('from the appointment to the signed result', async () => {
    const planted = await plantSealed(site, { doors: 22, tellers: 0 });
    const { city, election, contest } = planted;
    const names = ['王芳', '刘洋', '陈静'];
    const links: string[] = [];
    for (const name of names) links.push(await appoint(planted, name));
    const devices = [await device(), await device(), await device()];
    const cards: Buffer[] = [];
    for (const [at, { page }] of devices.entries()) {
      cards.push(await makeCard(page, links[at] ?? '', names[at] ?? ''));
      expect(must(await city.as('mayor')('POST', `/api/elections/${election}/freeze`, {})).frozen).toEqual(
        [],
      );
      if (at === 0) {
        await unlock(page, cards[0] ?? Buffer.from(''), 'another passphrase');
        await page.getByText('口令不对，或者卡损坏了').waitFor();
        await page.getByLabel('输入口令').fill(passphrase);
        await page.getByRole('button', { name: '打开', exact: true }).click();
      } else await unlock(page, cards[at] ?? Buffer.from(''));
      await page.getByRole('heading', { name: '都准备好了' }).waitFor();
    }
    expect(must(await city.as('mayor')('POST', `/api/elections/${election}/freeze`, {})).frozen).toEqual([
      contest,
    ]);

    await endsSoon(planted);
    // Each signs the freeze with the card read again: nothing of it stayed on the device.
    for (const [at, { page }] of devices.entries()) {
      await page.goto(links[at] ?? '');
      await page.reload();
      await page.getByRole('heading', { name: '等您签名 1 件' }).waitFor();
      await page.getByText('候选人：王秀英、李建国', { exact: true }).waitFor();
      await page.getByText('监票人：王芳、刘洋、陈静', { exact: true }).waitFor();
      if (at === 0) expect(await axeFinds(page)).toEqual([]);
      await unlock(page, cards[at] ?? Buffer.from(''));
      await page.getByRole('button', { name: '签名（1 件）' }).click();
      const others = names.slice(at + 1).join('、');
      if (at < 2) await page.getByText(`还等 ${others} 签名`).waitFor();
      else await page.getByRole('heading', { name: '都准备好了' }).waitFor();
    }
    must(await city.as('mayor')('POST', `/api/elections/${election}/open`, {}));
    const frozen = await freezeOf(planted);
    const [a = '', b = ''] = planted.candidates;
    const voter = await device();
    await voter.page.goto(`${site.origin}/v#${planted.letters[0]?.secret}`);
    await voter.page.getByRole('button', { name: '领票' }).click();
    for (const name of ['李建国', '王秀英']) {
      await voter.page.getByText(name).click();
      await voter.page.getByRole('button', { name: '看一遍' }).click();
      await voter.page.getByRole('button', { name: '投进票箱' }).click();
      await voter.page.getByRole('heading', { name: '票已投进票箱' }).waitFor();
      if (name === '李建国') await voter.page.getByRole('button', { name: '再投一次' }).click();
    }
    await voter.page.context().close();
    expect(voter.errors).toEqual([]);
    for (const [at, letter] of planted.letters.slice(1, 21).entries()) {
      const elector = await checkIn(planted, frozen.freeze, letter);
      must(await vote(planted, frozen, elector, forOne(at < 5 ? b : a)));
    }
    const paper = { entry: planted.letters[21]?.entry, reason: '不会用手机', consent: true };
    must(await city.as('easthelper')('POST', `/api/contests/${contest}/check-ins`, paper));
    await closeBox(planted);
    await agree(city, contest, {
      issued: 1,
      present: null,
      collected: 1,
      over: 0,
      spoilt: 0,
      blank: 0,
      votes: [{ candidate: b, for: 1, against: 0 }],
      written: [],
    });

    // The second teller's card is lost. The first comes: one of two, and nothing opens.
    const [first, , third] = devices;
    if (!first || !third) throw new Error('no devices');
    const begin = async (page: Page, at: number) => {
      await page.goto(links[at] ?? '');
      await page.reload();
      await page.getByRole('heading', { name: '票箱已封，等您开箱' }).waitFor();
      await page.getByRole('button', { name: /票箱已封，可以开箱/ }).click();
      await unlock(page, cards[at] ?? Buffer.from(''), passphrase, '我到了');
    };
    await begin(first.page, 0);
    await first.page.getByText('开箱卡已到 1/2').waitFor();
    expect(await first.page.getByRole('button', { name: '开箱' }).count()).toBe(0);
    expect(await axeFinds(first.page)).toEqual([]);
    await begin(third.page, 2);
    // Both open at once, and what the third found comes after the first has opened the box, of which the third had heard
    // while it was busy: it goes on by itself.
    const heard = third.page.waitForResponse(
      async (answer) =>
        answer.url().endsWith('/api/teller/opening') && (await answer.json()).state === 'opened',
      { timeout: 60_000 },
    );
    await third.page.route('**/api/teller/opened', async (route) => {
      await heard;
      await route.continue();
    });
    for (const { page } of [first, third]) {
      await page.getByText('开箱卡已到 2/2').waitFor();
      await page.getByRole('button', { name: '开箱', exact: true }).click();
    }
    await third.page.getByText('票箱已开，21 张').waitFor();
    // Read again, the box that is open is read out without a card.
    await third.page.reload();
    await third.page.getByRole('button', { name: /已开箱，接着唱票/ }).click();
    for (const { page } of [first, third]) {
      await page.getByText('票箱已开，21 张').waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      const read: (string | null)[] = [];
      for (let at = 0; at < 21; at++) {
        await page.getByText(`第 ${at + 1} 张，共 21 张`).waitFor();
        read.push(await page.locator('.read-out .big').textContent());
        if (at < 20) await page.getByRole('button', { name: '下一张' }).click();
      }
      expect(read.filter((line) => line === '赞成 王秀英')).toHaveLength(16);
      expect(read.filter((line) => line === '赞成 李建国')).toHaveLength(5);
      expect(await axeFinds(page)).toEqual([]);
      await page.getByRole('button', { name: '唱完了，去计票' }).click();
      if (page === first.page) {
        await page.getByText('箱里 21 张，和录入的纸票（发出 1 张）一起计').waitFor();
        expect((await city.anyone('GET', `/api/contests/${contest}/record`)).body.state).toBe('opened');
        await page.getByRole('button', { name: '计票', exact: true }).click();
      }
      await page.getByText('王秀英 16 票（当选）').waitFor();
    }
    await first.page.getByRole('button', { name: '结果无误，签名' }).click();
    await first.page.getByText('您已签名').waitFor();
    // Who comes once it is counted is told what waits, and signs what the device has found by itself.
    await third.page.reload();
    await third.page.getByRole('heading', { name: '等您签名 2 件' }).waitFor();
    expect(await axeFinds(third.page)).toEqual([]);
    await third.page.getByRole('button', { name: /已计票 · 等您签名 2 件/ }).click();
    await third.page.getByText('王秀英 16 票（当选）').waitFor();
    await unlock(third.page, cards[2] ?? Buffer.from(''), passphrase, '结果无误，签名');
    await third.page.getByText('您已签名').waitFor();
    await third.page.getByRole('button', { name: '回到列表' }).click();
    await third.page.getByRole('heading', { name: '都准备好了' }).waitFor();
    const record = await recordOf(planted);
    expect(record.state).toBe('counted');
    expect(await verifyChain(record.entries)).toMatchObject({ ok: true });
    expect(record.checkedIn).toEqual({ token: 21, paper: 1 });
    // Announced, and printed for the wall.
    must(await city.as('mayor')('POST', `/api/contests/${contest}/announce`, {}));
    const office = await pageOf('mayor');
    await office.goto(`${site.origin}/print/papers?election=${election}&contest=${contest}&paper=result`);
    const notice = (await office.locator('.paper').textContent()) ?? '';
    expect(['王秀英', '16', '当选'].filter((words) => !notice.includes(words))).toEqual([]);
    await verifyFromDisk(JSON.stringify(record), '没有发现问题');
    record.ballots.splice(3, 1);
    await verifyFromDisk(JSON.stringify(record), '箱里有 20 张票，封箱时记的是 21 张');
    for (const { page, errors } of devices) {
      expect(errors).toEqual([]);
      await page.context().close();
    }
  });

  test('a box that was altered is not opened', async () => {
    const planted = await plantSealed(site, { doors: 3, tellers: 0 });
    const { city, election } = planted;
    const links = [await appoint(planted, '王芳'), await appoint(planted, '刘洋')];
    const devices = [await device(), await device()];
    const cards: Buffer[] = [];
    for (const [at, { page }] of devices.entries()) {
      cards.push(await makeCardOf2(page, links[at] ?? '', at === 0 ? '王芳' : '刘洋'));
      await unlock(page, cards[at] ?? Buffer.from(''));
      await page.getByRole('heading', { name: '都准备好了' }).waitFor();
    }
    must(await city.as('mayor')('POST', `/api/elections/${election}/freeze`, {}));
    for (const [at, { page }] of devices.entries()) {
      await page.goto(links[at] ?? '');
      await page.reload();
      await unlock(page, cards[at] ?? Buffer.from(''));
      await page.getByRole('button', { name: '签名（1 件）' }).click();
      await page.getByRole('heading', { name: at === 0 ? '您签好了，还等别人' : '都准备好了' }).waitFor();
    }
    must(await city.as('mayor')('POST', `/api/elections/${election}/open`, {}));
    const frozen = await freezeOf(planted);
    for (const letter of planted.letters)
      must(
        await vote(
          planted,
          frozen,
          await checkIn(planted, frozen.freeze, letter),
          forOne(planted.candidates[0] ?? ''),
        ),
      );
    await closeBox(planted);
    await city.db
      .prepare(
        'DELETE FROM ballot WHERE contest = ?1 AND leaf = (SELECT max(leaf) FROM ballot WHERE contest = ?1)',
      )
      .bind(planted.contest)
      .run();
    const page = devices[0]?.page;
    if (!page) throw new Error('no device');
    await page.goto(links[0] ?? '');
    await page.reload();
    await page.getByRole('button', { name: /票箱已封，可以开箱/ }).click();
    await unlock(page, cards[0] ?? Buffer.from(''), passphrase, '我到了');
    await page.getByText('对不上，不能开箱').waitFor();
    const state = must(
      await city.anyone('POST', '/api/teller/opening', {
        link: links[0]?.split('#')[1],
        contest: planted.contest,
      }),
    );
    expect(state.tellers.every(({ committed }: { committed: string | null }) => committed === null)).toBe(
      true,
    );
    for (const { page: one } of devices) await one.context().close();
  });
});

/** The verify page as it was downloaded: from a file, with no network. */
async function verifyFromDisk(record: string, words: string): Promise<void> {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', offline: true });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`file://${assetsDir}/verify.html`);
  await page.getByLabel('选公开记录文件').setInputFiles({
    name: 'record.json',
    mimeType: 'application/json',
    buffer: Buffer.from(record),
  });
  await page.getByText(words).waitFor();
  expect(asked).toHaveLength(1);
  expect(await scrollsSideways(page)).toBe(false);
  await context.close();
}

/** The same where two tellers are all there are. */
async function makeCardOf2(page: Page, link: string, name: string): Promise<Buffer> {
  await page.goto(link);
  await page.getByRole('heading', { name: `${name}，您是监票人` }).waitFor();
  await page.getByLabel('给卡设一句口令').fill(passphrase);
  await page.getByLabel('口令再写一遍').fill(passphrase);
  await page.getByRole('button', { name: '做开箱卡' }).click();
  const text = await page.getByRole('link', { name: '存成文件' }).getAttribute('href');
  await page.getByRole('button', { name: '两份都存好了' }).click();
  await page.getByRole('heading', { name: '第二步：试一试这张卡' }).waitFor();
  return Buffer.from(decodeURIComponent(text?.split(',').slice(1).join(',') ?? ''));
}
