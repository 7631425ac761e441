// A resident's phone of 360 × 780, and what tests ask of any page on it.
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { browser, phone, site } from './opened.ts';

export const place = { latitude: 30.1041, longitude: 114.9797 };

interface Setting {
  javaScript?: boolean;
  care?: boolean;
  dark?: boolean;
  /** axe is injected by the test, which the page's own policy would rightly refuse */
  axe?: boolean;
  /** a place that the phone tells, where the page may ask for it */
  place?: typeof place;
}

/** A phone of its own; `look` gets its page. Errors in the page fail the test. */
export async function onPhone(
  { javaScript = true, care = false, dark = false, axe = false, place }: Setting,
  look: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: phone,
    javaScriptEnabled: javaScript,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    bypassCSP: axe,
    ...(place && { geolocation: place, permissions: ['geolocation'] }),
  });
  if (care) await context.addCookies([{ name: 'linli_care', value: '1', url: site.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) errors.push(message.text());
  });
  try {
    await look(page, context);
    expect(errors).toEqual([]);
  } finally {
    await context.close();
  }
}

export const next = (page: Page) => page.click('main button.primary');
export const heading = (page: Page) => page.locator('h1#top').textContent();
export const receiptOf = async (page: Page) =>
  ((await page.locator('.receipt .number').textContent()) ?? '').trim();

/**
 * Targets lower than the look asks: 48 pixels, 60 in large type. A label is one where pressing it chooses something; above
 * a field to type in it only says what goes there, and the field is the target.
 */
export const smallTargets = (page: Page, least: number) =>
  page.evaluate((least) => {
    const typed = 'select, textarea, input:not([type=radio], [type=checkbox])';
    const presses = [...document.querySelectorAll<HTMLLabelElement>('main label')].filter(
      ({ control }) => control && !control.matches(typed),
    );
    const others = document.querySelectorAll<HTMLElement>(
      `main button, header a, header button, nav a, nav button, footer button, ${typed}`,
    );
    return [...presses, ...others]
      .filter((one) => one.offsetParent !== null)
      .map((one) => ({ what: one.outerHTML.slice(0, 80), height: one.getBoundingClientRect().height }))
      .filter(({ height }) => height < least);
  }, least);

/** Words that do not fit into what they stand in. */
export const cutWords = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter(
        (one) =>
          one.offsetParent !== null &&
          !one.closest('.away, svg') &&
          !one.matches('input, select, textarea, progress, audio, video, canvas') &&
          one.scrollWidth > one.clientWidth + 1 &&
          getComputedStyle(one).display !== 'inline',
      )
      .map((one) => one.outerHTML.slice(0, 120)),
  );
