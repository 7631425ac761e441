// Every question type without a finger or a mouse: reached by Tab, answered by keys, sent by Enter; what has the focus shows it.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { askedOn, keysOf, stored } from './asked.ts';
import { openForTests, site } from './opened.ts';
import { onPhone, place } from './phone.ts';
import { answeredJourneys, isSensitive, type Publishing, publishing, questionsOf } from './type-journeys.ts';

let forms: Publishing;
openForTests(async () => {
  forms = await publishing(site);
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
  onPhone({ place }, async (page) => {
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
