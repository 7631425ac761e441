// The site and a browser, open for the tests of one file, and a page of the staff on it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Login } from '../http/city.ts';
import { launch } from './browser.ts';
import { openSite, type Site } from './site.ts';

export let site: Site;
export let browser: Browser;

/** Opens both before the tests of this file, then what they need on the site; closes them with every page. */
export function openForTests(prepare = async (): Promise<void> => {}): void {
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), launch()]);
    await prepare();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
}

export const desk = { width: 1280, height: 800 };
export const phone = { width: 360, height: 780 };

/** A page in a context of its own, signed in where a login is given. */
export async function pageOf(
  login: Login | undefined,
  viewport = desk,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', colorScheme });
  if (login) await site.signIn(context, login);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** A path of the site, once its heading is there. */
export async function open(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(site.origin + path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** On the pages of forms that this page is led to: logic, scores, places and languages are switched on. */
export const withAllSwitchedOn = (page: Page) =>
  page.addInitScript(() => {
    const form = /^\/staff\/forms\/([a-z0-9]+)$/.exec(location.pathname)?.[1];
    if (form) localStorage.setItem(`linli-switched-${form}`, 'logic,scores,quotas,languages');
  });
