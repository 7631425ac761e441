// What tests ask of any page that is drawn: what axe finds on it, and whether it is wider than the window.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One line each; what stands in a frame is looked at by itself. */
export async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // A button on its way from one colour to another has neither.
    await Promise.allSettled(
      document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? one.finished : [])),
    );
    const { violations } = await Reflect.get(window, 'axe').run({ iframes: false });
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  });
}

export const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Both: nothing is left when the page is sound. */
export const faultsOf = async (page: Page): Promise<string[]> => [
  ...(await axeFinds(page)),
  ...((await scrollsSideways(page)) ? ['scrolls sideways'] : []),
];
