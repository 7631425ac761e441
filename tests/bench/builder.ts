// How the form page feels: what it loads before one can write, and how long a key and a move take in a form of 300
// questions. Milliseconds in which the page's own thread was busy, from the event to the end of the drawing that it caused.
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { launch } from '../e2e/browser.ts';
import { openSite } from '../e2e/site.ts';
import { percentile } from './client.ts';

const questions = 300;
const keys = 100;
const moves = 20;

interface BuilderFigures {
  /** JavaScript that is loaded until the form can be written on, gzipped */
  bytes: number;
  /** of a key typed in a title, 95th percentile */
  keyMs: number;
  /** of a question moved by keys in the outline, 95th percentile */
  moveMs: number;
}

/** Choices, scales and texts over ten pages; every third question shows by the one before it. */
function longForm(): Definition {
  const list = Array.from({ length: questions }, (_, index): Question => {
    const id = `q${index}`;
    const title = `第${index + 1}件事：对小区这一项满意吗`;
    if (index > 0 && index % 30 === 0) return { id, type: 'page-break', title: `第 ${index / 30 + 1} 部分` };
    const asked = `q${index - 1}`;
    if (index % 3 === 2 && index % 30 !== 1)
      return { id, type: 'text', title, showIf: { q: asked, op: 'answered' } };
    if (index % 3 === 1)
      return { id, type: 'scale', title, from: 1, to: 5, labels: ['很差', '差', '一般', '好', '很好'] };
    return {
      id,
      type: 'single',
      title,
      options: ['满意', '一般', '不满意', '不了解'].map((label, at) => ({ id: `o${at}`, label })),
    };
  });
  return { title: '三百题', layout: 'pages', questions: list };
}

/** Milliseconds, sorted, in which the page's thread worked for each press: scripts, style, layout and paint, and not what others did. */
async function busyTimes(
  page: Page,
  presses: number,
  press: (n: number) => Promise<void>,
): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const times: number[] = [];
  for (let n = 0; n < presses; n += 1) {
    const before = await worked();
    await press(n);
    // Two frames: the press is drawn by then.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    times.push((await worked()) - before);
  }
  await session.detach();
  return times.sort((a, b) => a - b);
}

export async function measureBuilder(): Promise<BuilderFigures> {
  const [site, browser] = await Promise.all([openSite(), launch()]);
  try {
    const made = await site.as('easteditor')('POST', '/api/units/east/forms', {
      kind: 'survey',
      definition: longForm(),
    });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    await site.signIn(context, 'easteditor');
    const page = await context.newPage();
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      const ofPage = response.frame() === page.mainFrame();
      if (ofPage && new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body());
    });
    // What comes once the page has nothing else to do is not waited for: here it never comes.
    await page.addInitScript(() => Reflect.set(window, 'requestIdleCallback', () => 0));
    await page.goto(`${site.origin}/staff/forms/${made.body.id}`);
    await page.locator('#q-q5').waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    await page.locator('#q-q151').click();
    const title = page.locator('#title-q151');
    await title.waitFor();
    await title.focus();
    const typed = await busyTimes(page, keys, (n) => page.keyboard.type(String(n % 10)));
    await page.locator('#outline-q151').focus();
    const moved = await busyTimes(page, moves, () => page.keyboard.press('Alt+ArrowDown'));
    return { bytes, keyMs: percentile(typed, 0.95), moveMs: percentile(moved, 0.95) };
  } finally {
    await browser.close();
    await site.close();
  }
}
