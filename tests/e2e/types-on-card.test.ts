// Every question type on the card of a building and of the whole city, once as many as six have answered it; with
// nothing hidden, for all six say the same.
import { expect, test } from 'vitest';
import { sides } from '../../worker/scorecards/card.ts';
import { compose } from '../../worker/scorecards/compose.ts';
import { send } from './asked.ts';
import { shown } from './journeys/shown.ts';
import { browser, openForTests, site } from './opened.ts';
import { agreement, allJourneys, allQuestions, publishing } from './type-journeys.ts';

const people = 6;
const cards = ['b1', 'city'];
const kept = allJourneys.flatMap(([type, { kept }]) => (kept ? [[type, kept.card] as const] : []));

/** title of a line → what stands under it, for each card */
const lines: Record<string, Map<string, string>> = {};
openForTests(async () => {
  const campaign = await (await publishing(site)).open(allQuestions);
  const journeys = allJourneys.map(([, journey]) => journey);
  for (let person = 0; person < people; person++)
    await send(site, campaign, journeys, { [agreement.id]: 1, adults: 2, children: 1 });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  await site.signIn(context, 'mayor');
  const page = await context.newPage();
  for (const unit of cards) {
    const [side] = await sides(site.db, unit, [campaign.id]);
    if (!side) throw new Error(`no ${unit}`);
    const card = compose(side, undefined, { now: Date.now(), k: 0, mayReadAnswers: true, sees: () => true });
    await page.route('**/scorecard', (route) => route.fulfill({ json: card }));
    await page.goto(`${site.origin}/board/${campaign.id}/${unit}`);
    const articles = page.locator('.questions article');
    await articles.first().waitFor();
    lines[unit] = new Map(
      await articles.evaluateAll((all) =>
        all.map((one): [string, string] => [
          one.querySelector('h3')?.textContent ?? '',
          // Without the table behind the bars, which says the same again.
          [...one.querySelectorAll('p, li, .bar-row')].map((part) => part.textContent ?? '').join(' '),
        ]),
      ),
    );
    await page.unroute('**/scorecard');
  }
});

test.each(kept)('%s', (_type, card) => {
  for (const unit of cards)
    for (const [title, says] of Object.entries(card)) expect(lines[unit]?.get(title)).toMatch(says);
});

test('nothing else is on it', () => {
  const more = [agreement, ...shown.calculated.before].map(({ title }) => title);
  const titles = [...kept.flatMap(([, card]) => Object.keys(card)), ...more];
  for (const unit of cards) expect([...(lines[unit]?.keys() ?? [])].sort()).toEqual(titles.sort());
});
