// Every question type without a finger or a mouse: reached by Tab, answered by keys, sent by Enter; what has the focus shows it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askedOn, keysOf, stored } from './asked.ts';
import { launch } from './browser.ts';
import { onPhoneOf } from './phone.ts';
import { openSite, type Site } from './site.ts';
import { answeredJourneys, isSensitive, type Publishing, publishing, questionsOf } from './type-journeys.ts';

let site: Site;
let browser: Browser;
let forms: Publishing;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
  forms = await publishing(site);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Tab by Tab until one that fits has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`no way to ${selector}`);
}

/** The ring around what has the focus, or around the label or button that stands for it. */
const ring = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const drawn = at?.matches('[type=radio], [type=checkbox], [type=file]') ? at.nextElementSibling : at;
    return drawn ? getComputedStyle(drawn).outlineWidth : '';
  });

test.each(answeredJourneys)('%s', (_type, journey) =>
  onPhoneOf(browser, site.origin, { place: { latitude: 30.1041, longitude: 114.9797 } }, async (page) => {
    const { id, slug } = await forms.open(questionsOf(journey), 'steps');
    // From the start: asked for only when a key is pressed, it may come too late.
    page.on('filechooser', () => {});
    await page.goto(`${site.origin}/f/${slug}?u=b1`);
    await page.waitForSelector('#top');
    if (isSensitive(journey)) {
      await tabTo(page, `.question :not(a)`);
      await page.keyboard.press('Space');
      await tabTo(page, 'button.primary');
      await page.keyboard.press('Enter');
      await askedOn(page, journey).box.waitFor();
    }
    await tabTo(page, `.question :not(a)`);
    expect(await ring(page)).toBe('3px');
    await journey.keys(keysOf(page), askedOn(page, journey));
    expect(await ring(page)).toBe('3px');
    await tabTo(page, 'button.primary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.answers');
    await tabTo(page, 'button.primary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.receipt');
    expect((await stored(site, { id }))[journey.question.id]).toEqual(journey.kept.stored);
  }),
);
