// Every question type without a script: filled in as plain HTML, checked, sent, and stored and counted as it is with one.
// Those that need a script say so in a sentence, and what was sent before stays with the answer.
import { describe, expect, test } from 'vitest';
import type { FieldType } from '../../schema/fields/registry.ts';
import { agree, answerOn, askedOn, counted, send, stored } from './asked.ts';
import type { Act, Answered, Kept } from './journeys/journey.ts';
import { openForTests, site } from './opened.ts';
import { next, onPhone, receiptOf } from './phone.ts';
import {
  agreement,
  another,
  answeredJourneys,
  type Publishing,
  publishing,
  questionsOf,
  shownJourneys,
} from './type-journeys.ts';

let forms: Publishing;
openForTests(async () => {
  forms = await publishing(site);
});
interface Way {
  make: Act;
  answer: Act;
  says: string;
  kept: Pick<Kept, 'stored' | 'words' | 'counts'>;
}
const ways = answeredJourneys.flatMap(([type, journey]): [FieldType, Answered, Way][] => {
  const { plain, answer, kept, mistake } = journey;
  const usual = { make: mistake.make, answer, says: mistake.says, kept };
  if (plain === 'same') return [[type, journey, usual]];
  return 'answer' in plain ? [[type, journey, { ...usual, ...plain }]] : [];
});
const cannot = answeredJourneys.flatMap(([type, journey]): [FieldType, Answered, string][] =>
  typeof journey.plain === 'object' && 'cannot' in journey.plain
    ? [[type, journey, journey.plain.cannot]]
    : [],
);

test.each(ways)('%s', (_type, journey, way) =>
  onPhone({ javaScript: false }, async (page) => {
    const { question } = journey;
    const { says, kept } = way;
    const campaign = await forms.open([...questionsOf(journey), another]);
    const asked = askedOn(page, journey);
    await page.goto(`${site.origin}/f/${campaign.slug}?u=b1`);

    await agree(page);
    await way.make(asked);
    await next(page);
    await page.locator('.summary a').filter({ hasText: question.title }).click();
    expect(await asked.box.locator(':target').count()).toBe(1);
    expect(await asked.box.locator('.wrong').first().textContent()).toBe(`▲ 有误：${says}`);

    await way.answer(asked);
    await askedOn(page, { question: another }).tap('是');
    await next(page);
    expect(await answerOn(page, journey)).toBe(kept.words);
    await next(page);
    expect(await receiptOf(page)).toMatch(/^[0-9A-Z]{4}-/);
    expect((await stored(site, campaign))[question.id]).toEqual(kept.stored);
    expect((await counted(site, campaign, 'b1'))[question.id]).toEqual(kept.counts);
  }),
);

test.each(shownJourneys)('%s', (_type, journey) =>
  onPhone({ javaScript: false }, async (page) => {
    const { question, link = '', kept } = journey;
    const campaign = await forms.open([...questionsOf(journey), another]);
    const asked = askedOn(page, journey);
    await page.goto(`${site.origin}/f/${campaign.slug}?u=b1${link}`);
    await journey.fills?.(asked);
    // A figure that is made of answers is there once they were sent.
    if (!journey.fills) await journey.shows(asked);
    await askedOn(page, { question: another }).tap('是');
    await next(page);
    if (kept) expect(await answerOn(page, journey)).toBe(kept.words);
    await next(page);
    expect(await receiptOf(page)).toMatch(/^[0-9A-Z]{4}-/);
    expect((await stored(site, campaign))[question.id]).toEqual(kept?.stored);
  }),
);

describe('what needs a script', () => {
  test.each(cannot)('%s says so, and the rest can be sent', (_type, journey, sentence) =>
    onPhone({ javaScript: false }, async (page) => {
      const { question } = journey;
      const campaign = await forms.open([
        ...questionsOf({ ...journey, question: { ...question, id: 'must' } }),
        { ...question, required: false },
        another,
      ]);
      await page.goto(`${site.origin}/f/${campaign.slug}?u=b1`);
      await agree(page);
      expect(await askedOn(page, journey).box.first().locator('.notice').textContent()).toBe(sentence);
      await askedOn(page, { question: another }).tap('是');
      await next(page);
      // The one that must be answered is named; the rest of the page is as it was.
      expect(await page.locator('.summary a').count()).toBe(1);
      expect(await page.isChecked('#q-again')).toBe(true);
    }),
  );

  test('a correction keeps what was sent with one', () =>
    onPhone({ javaScript: false }, async (page) => {
      const asked = cannot.map(([, journey]) => journey);
      const campaign = await forms.open([agreement, ...asked.map(({ question }) => question), another]);
      const receipt = await send(site, campaign, asked, { [agreement.id]: 1, [another.id]: 'no' });
      const before = await stored(site, campaign);
      await page.goto(`${site.origin}/r`);
      await page.fill('#receipt', receipt);
      await next(page);
      await page.getByRole('button', { name: '更正' }).click();
      await askedOn(page, { question: another }).tap('是');
      await next(page);
      await next(page);
      await page.getByText('已更正').waitFor();
      expect(await stored(site, campaign)).toEqual({ ...before, again: 'yes' });
    }));
});
