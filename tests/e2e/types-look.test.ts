// All question types on one page, empty, with mistakes and filled in, in both sizes and both colours: what axe finds, what a
// screen reader is told, and that nothing is cut, too small to press or wider than the phone.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { agree, answerOn, askedOn } from './asked.ts';
import { shown } from './journeys/shown.ts';
import { axeFinds, scrollsSideways } from './look.ts';
import { openForTests, site } from './opened.ts';
import { cutWords, next, onPhone, place, smallTargets } from './phone.ts';
import { allQuestions, answeredJourneys, publishing } from './type-journeys.ts';

let address = '';
openForTests(async () => {
  const { open } = await publishing(site);
  address = `${site.origin}/f/${(await open(allQuestions)).slug}?u=b1`;
});

/** What is wrong with how the page looks. */
async function faults(page: Page, where: string, care: boolean): Promise<string[]> {
  const found = [
    ...(await axeFinds(page)),
    ...(await smallTargets(page, care ? 60 : 48)).map(({ what, height }) => `only ${height} high: ${what}`),
    ...(await cutWords(page)).map((what) => `cut: ${what}`),
  ];
  for (const width of [320, 180, 360]) {
    await page.setViewportSize({ width, height: 780 });
    if (await scrollsSideways(page)) found.push(`wider than ${width}`);
  }
  return found.map((one) => `${where}: ${one}`);
}

test.each([
  { care: false, dark: false },
  { care: true, dark: true },
])('empty and with mistakes: %o', ({ care, dark }) =>
  onPhone({ care, dark, axe: true }, async (page) => {
    await page.goto(address);
    await page.waitForSelector('#top');
    const found = await faults(page, 'empty', care);
    await next(page);
    await page.waitForSelector('.summary');
    found.push(...(await faults(page, 'mistakes', care)));
    expect(found).toEqual([]);
  }),
);

test.each([
  { care: true, dark: false },
  { care: false, dark: true },
])('filled in, checked and received: %o', ({ care, dark }) => {
  return onPhone({ care, dark, axe: true, place }, async (page) => {
    await page.goto(address);
    await page.waitForSelector('#top');
    await agree(page);
    for (const [, journey] of answeredJourneys) {
      const asked = askedOn(page, journey);
      await journey.mistake.make(asked);
      await journey.answer(asked);
    }
    await shown.calculated.fills(askedOn(page, shown.calculated));
    const found = await faults(page, 'filled in', care);
    await next(page);
    await page.waitForSelector('.answers');
    found.push(...(await faults(page, 'check', care)));
    for (const [, journey] of answeredJourneys)
      expect(await answerOn(page, journey)).toBe(journey.kept.words);
    await next(page);
    await page.waitForSelector('.receipt');
    await page.getByRole('button', { name: '您填了什么' }).click();
    await page.waitForSelector('.answers');
    found.push(...(await faults(page, 'receipt', care)));
    expect(found).toEqual([]);
  });
});

test('a screen reader says of every control what it is for', () =>
  onPhone({}, async (page) => {
    await page.goto(address);
    await page.waitForSelector('#top');
    for (const [type, journey] of answeredJourneys) {
      const heard = await askedOn(page, journey).box.ariaSnapshot();
      // A group is called by the question, and so is what stands alone.
      expect(heard, type).toContain(` "${journey.question.title}`);
      // Every control in it has a name.
      const nameless = heard
        .split('\n')
        .filter((line) => /- (button|checkbox|combobox|radio|slider|textbox|searchbox)(?! ")/.test(line));
      expect(nameless, type).toEqual([]);
    }
  }));
