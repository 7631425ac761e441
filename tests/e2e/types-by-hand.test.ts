// Every question type on a phone with its script, as a person fills it in: a mistake is said beside the question and leads
// back to it, the answer is seen on the check page and on the receipt, and arrives in the store, the tally and the export.
import { expect, test } from 'vitest';
import { parseCsv } from '../../schema/csv.ts';
import type { Question } from '../../schema/fields/shapes.ts';
import { agree, answerOn, askedOn, counted, stored } from './asked.ts';
import type { Kept } from './journeys/journey.ts';
import { file } from './journeys/journey.ts';
import { openForTests, site } from './opened.ts';
import { next, onPhone, place, receiptOf } from './phone.ts';
import {
  agreement,
  another,
  answeredJourneys,
  journeys,
  type Publishing,
  publishing,
  questionsOf,
  shownJourneys,
} from './type-journeys.ts';

let forms: Publishing;
openForTests(async () => {
  forms = await publishing(site);
});

/** The export's cells of one question, by suffix. */
async function exported(campaign: { id: string }, question: { id: string }) {
  const { text } = await site.as('mayor')(
    'GET',
    `/api/campaigns/${campaign.id}/units/city/export?format=csv`,
  );
  const [names = [], row = []] = parseCsv(text);
  return Object.fromEntries(
    names.flatMap((name, at) => {
      const [id, ...suffix] = name.split('.');
      const cell = row[at] ?? '';
      return id === question.id ? [[suffix.join('.'), /^[0-9a-z]{52}$/.test(cell) ? file : cell]] : [];
    }),
  );
}

async function arrived(campaign: { id: string }, question: { id: string }, kept: Kept) {
  expect((await stored(site, campaign))[question.id]).toEqual(kept.stored);
  for (const unit of ['b1', 'city'])
    expect((await counted(site, campaign, unit))[question.id]).toEqual(kept.counts);
  expect(await exported(campaign, question)).toEqual(kept.cells);
}

test.each(answeredJourneys)('%s', (_type, journey) =>
  onPhone({ place }, async (page) => {
    const { question, mistake, kept } = journey;
    const campaign = await forms.open([...questionsOf(journey), another]);
    const asked = askedOn(page, journey);
    await page.goto(`${site.origin}/f/${campaign.slug}?u=b1`);
    await page.waitForSelector('#top');

    await agree(page);
    await mistake.make(asked);
    await next(page);
    expect(await page.locator('.summary h2').textContent()).toContain('有2处要改');
    await page.locator('.summary a').filter({ hasText: question.title }).click();
    const at = mistake.at?.(asked) ?? asked.box;
    expect(await at.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    expect(await asked.box.locator('.wrong').first().textContent()).toBe(`▲ 有误：${mistake.says}`);

    await journey.answer(asked);
    await expect.poll(() => asked.box.locator('.wrong').count()).toBe(0);
    await askedOn(page, { question: another }).tap('是');
    await next(page);
    expect(await answerOn(page, journey)).toBe(kept.words);

    await next(page);
    await page.waitForSelector('.receipt');
    expect(await receiptOf(page)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await page.getByRole('button', { name: '您填了什么' }).click();
    expect(await answerOn(page, journey)).toBe(kept.words);
    await arrived(campaign, question, kept);
  }),
);

test.each(shownJourneys)('%s', (_type, journey) =>
  onPhone({ place }, async (page) => {
    const { question, link = '', kept } = journey;
    const campaign = await forms.open([...questionsOf(journey), another]);
    const address = `${site.origin}/f/${campaign.slug}?u=b1${link}`;
    await page.goto(address);
    await page.waitForSelector('#top');
    await journey.fills?.(askedOn(page, journey));
    await journey.shows(askedOn(page, journey));
    // What a link carries, and what was filled in, is there after the page was left.
    await askedOn(page, { question: another }).tap('是');
    await page.waitForSelector('.save-state:has-text("已存在本机")');
    await page.goto(address.replace(link, ''));
    await page.waitForSelector('.notice:has-text("没填完的")');
    await next(page);
    if (kept) expect(await answerOn(page, journey)).toBe(kept.words);
    await next(page);
    await page.waitForSelector('.receipt');
    if (kept) await arrived(campaign, question, kept);
  }),
);

test('an answer that nobody has to give can be taken back whole', () =>
  onPhone({ place }, async (page) => {
    const questions = answeredJourneys.map(
      ([, { question }]): Question => ({ ...question, required: false }),
    );
    const { slug } = await forms.open([agreement, ...questions]);
    await page.goto(`${site.origin}/f/${slug}?u=b1`);
    await page.waitForSelector('#top');
    await agree(page);
    for (const [type, journey] of answeredJourneys) {
      const asked = askedOn(page, journey);
      // What is typed or chosen in one field is taken out there.
      const several = await asked.box.evaluate((box) => box.matches('fieldset'));
      if (!several && type !== 'slider') continue;
      const empty = await asked.box.ariaSnapshot();
      await journey.mistake.make(asked);
      await journey.answer(asked);
      await asked.box.getByRole('button', { name: '清空这一题' }).click();
      await expect.poll(() => asked.box.ariaSnapshot(), { message: type }).toBe(empty);
    }
  }));

test('a complaint waits until a press is over, so that what was pressed below it is what is chosen', () =>
  onPhone({ place }, async (page) => {
    const { phone } = journeys;
    const asked = askedOn(page, phone);
    const { slug } = await forms.open([phone.question, another]);
    await page.goto(`${site.origin}/f/${slug}?u=b1`);
    await page.waitForSelector('#top');
    await asked.box.getByLabel('您的电话').fill('138');
    const yes = await askedOn(page, { question: another }).box.getByText('是', { exact: true }).boundingBox();
    if (!yes) throw new Error('nothing to press');
    await page.mouse.move(yes.x + 5, yes.y + 5);
    await page.mouse.down();
    await new Promise((over) => setTimeout(over, 150));
    await page.mouse.up();
    expect(await page.isChecked('#q-again')).toBe(true);
    await asked.box.locator('.wrong').waitFor();
  }));
