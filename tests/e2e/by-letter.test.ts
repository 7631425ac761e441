// A run by letter: staff choose the roll; a household comes by its letter on a phone, or types its code, and answers once.
import { expect, test } from 'vitest';
import { must } from '../http/city.ts';
import { rollWithLetters } from '../http/sealed-election.ts';
import { axeFinds, scrollsSideways } from './look.ts';
import { openForTests, pageOf, site } from './opened.ts';
import { next, onPhone } from './phone.ts';

openForTests();

const title = '楼道卫生评议';

test('one per household, from the sheet of the run to the receipt', async () => {
  const { letters } = await rollWithLetters(site, { unit: 'e1', building: 'b1', doors: 3 });
  const { form } = await site.publishForm(
    {
      title,
      layout: 'pages',
      questions: [
        {
          id: 'clean',
          type: 'single',
          title: '楼道干净吗？',
          options: [
            { id: 'yes', label: '干净' },
            { id: 'no', label: '不干净' },
          ],
        },
      ],
    },
    'easteditor',
    'east',
  );
  const staff = await pageOf('easteditor');
  await staff.goto(`${site.origin}/staff/forms/${form}/open`);
  await staff.getByText(/^每户一份/).click();
  await staff.locator('form.sheet button[type=submit]').click();
  await staff.getByText('请选一份名册').first().waitFor();
  await staff.getByLabel('名册', { exact: true }).selectOption({ index: 1 });
  await staff.getByLabel('电话').fill('8700000');
  expect(await axeFinds(staff)).toEqual([]);
  await staff.locator('form.sheet button[type=submit]').click();
  await staff.waitForURL(/\/staff\/campaigns\//);
  const campaign = staff.url().split('/').at(-1) ?? '';
  const run = must(await site.as('mayor')('GET', `/api/campaigns/${campaign}`));
  expect([run.access, run.households]).toEqual(['household', 3]);

  await onPhone({ axe: true }, async (page, context) => {
    await context.addCookies([{ name: 'linli_lang', value: 'zh-CN', url: site.origin }]);
    await page.goto(`${site.origin}/v#${letters[0]?.secret}`);
    await page.getByRole('button', { name: title }).click();
    await page.getByText('干净', { exact: true }).click();
    await next(page);
    const code = page.getByLabel('信上的码');
    expect(await code.inputValue()).toBe(letters[0]?.secret);
    await code.fill('K7M29QXC');
    expect(await scrollsSideways(page)).toBe(false);
    expect(await axeFinds(page)).toEqual([]);
    await page.locator('main button.primary').click();
    await page.getByText('没有这个码，请对着投票信再核对每一组。').waitFor();
    await code.fill(letters[0]?.secret ?? '');
    await page.locator('main button.primary').click();
    await page.getByRole('heading', { name: /已收到/ }).waitFor();
    await page.goto(`${site.origin}/v#${letters[0]?.secret}`);
    await page.getByText('已经填过').waitFor();
  });
  const counted = await site.db
    .prepare('SELECT accepted FROM campaign WHERE id = ?1')
    .bind(campaign)
    .first('accepted');
  expect(counted).toBe(1);
}, 60_000);
