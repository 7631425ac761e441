// What a resident finds on the public page of a contest while votes are taken and afterwards: how to vote, until when, that
// there was another vote.
import { expect, test } from 'vitest';
import { closeBox, openBox, plantSealed } from '../http/sealed-election.ts';
import { faultsOf } from './look.ts';
import { open, openForTests, pageOf, phone, site } from './opened.ts';

openForTests();

test('while the box is open, how to vote and until when; the code of a letter can be typed', async () => {
  const planted = await plantSealed(site, { doors: 2 });
  await openBox(planted);
  const page = await pageOf(undefined, phone);
  await open(page, `/e/${planted.slug}/${planted.contest}`, '推选楼栋长');
  await page.getByText(/^正在投票，到 .+ 23:59。$/).waitFor();
  await page.getByRole('heading', { name: '怎样投票' }).waitFor();
  // The vote runs: its result does not.
  expect(await page.getByRole('listitem').filter({ hasText: '现在' }).allTextContents()).toEqual([
    expect.stringContaining('投票'),
  ]);
  expect(await page.getByText(/对候选人的异议/).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: '输入投票信上的码' }).click();
  await page.getByLabel('信上的码').waitFor();

  await closeBox(planted);
  await open(page, `/e/${planted.slug}/${planted.contest}`, '推选楼栋长');
  await page.getByText('投票已截止，票箱已封').waitFor();
  expect(await page.getByRole('heading', { name: '怎样投票' }).count()).toBe(0);
});

test('who has a letter and did not vote is told that voting is over', async () => {
  const planted = await plantSealed(site, { doors: 2 });
  await openBox(planted);
  await closeBox(planted);
  const page = await pageOf(undefined, phone);
  await page.goto(`${site.origin}/v#${planted.letters[0]?.secret}`);
  await page.getByText('投票已截止，不能再投。').waitFor();
  expect(await page.getByRole('button', { name: '领票' }).count()).toBe(0);
  await page.getByRole('link', { name: '看公开记录和结果' }).click();
  await page.getByRole('heading', { level: 1, name: '推选楼栋长' }).waitFor();
});
