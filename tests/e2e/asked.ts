// One question on a page, as tests go about it: by what a person sees and a screen reader says.
import type { Page } from 'playwright-core';
import type { FieldType } from '../../schema/fields/registry.ts';
import { fileId, responseId } from '../http/city.ts';
import type { Asked, Journey, Keys } from './journeys/journey.ts';
import { file } from './journeys/journey.ts';
import { aDocument, aPicture, aRecording } from './journeys/sent.ts';
import type { Site } from './site.ts';
import { agreement } from './type-journeys.ts';

export function askedOn(page: Page, { question }: Pick<Journey, 'question'>): Asked {
  const box = page
    .locator('main .question')
    .filter({ has: page.locator('h2').filter({ hasText: question.title }) });
  return {
    page,
    box,
    async tap(...words) {
      for (const one of words) await box.getByText(one, { exact: true }).click();
    },
    field: (name) => box.getByLabel(name, typeof name === 'string' ? { exact: true } : {}),
  };
}

/** Agrees to what sensitive questions are asked after, where the page asks for it. */
export async function agree(page: Page): Promise<void> {
  const { box, tap } = askedOn(page, { question: agreement });
  if (await box.count()) await tap('我已阅读并同意');
}

export const keysOf = (page: Page): Keys => ({
  async press(...keys) {
    for (const key of keys) await page.keyboard.press(key);
  },
  type: (text) => page.keyboard.type(text),
});

/** The answer on the page of checking, or on the receipt. */
export const answerOn = (page: Page, { question }: Pick<Journey, 'question'>) =>
  page
    .locator('.answers > div')
    .filter({ has: page.locator('dt').getByText(question.title, { exact: true }) })
    .locator('.lines')
    .textContent();

/** Ids of files are new every time. */
const nameless = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replace(/"[0-9a-z]{52}"/g, JSON.stringify(file)));

/** What was stored of the newest response. */
export async function stored(site: Site, campaign: { id: string }): Promise<Record<string, unknown>> {
  const row = await site.db
    .prepare('SELECT answers FROM response WHERE campaign = ?1 ORDER BY at DESC, seq DESC LIMIT 1')
    .bind(campaign.id)
    .first<{ answers: string }>();
  return nameless(JSON.parse(row?.answers ?? '{}')) as Record<string, unknown>;
}

/** What the tally of a unit holds, by question. */
export async function counted(site: Site, campaign: { id: string }, unit: string) {
  const row = await site.db
    .prepare('SELECT counts FROM tally WHERE campaign = ?1 AND unit = ?2')
    .bind(campaign.id, unit)
    .first<{ counts: string }>();
  return JSON.parse(row?.counts ?? '{}') as Record<string, Record<string, number>>;
}

/** A file sent for a response as the page sends it; its id. */
async function sendFile(
  site: Site,
  campaign: { slug: string },
  response: string,
  { id: question, type }: { id: string; type: FieldType },
): Promise<string> {
  const { buffer } = { file: aDocument, voice: aRecording }[type as string] ?? aPicture;
  const id = fileId();
  const reply = await site.anyone(
    'PUT',
    `/api/campaigns/${campaign.slug}/responses/${response}/files/${id}`,
    buffer,
    { 'x-linli-question': question, 'x-linli-version': '1', 'x-linli-name': 'a' },
  );
  if (reply.status !== 204) throw new Error(reply.text);
  return id;
}

/** Sends the kept answers of these questions and `more` as one response from b1, each with a file of its own; the receipt. */
export async function send(
  site: Site,
  campaign: { slug: string },
  asked: readonly Journey[],
  more: Record<string, unknown>,
): Promise<string> {
  const response = responseId();
  const answers = { ...more };
  for (const { question, kept } of asked) {
    // A figure made of answers is made again.
    if (!kept || question.type === 'calculated') continue;
    const given = JSON.stringify(kept.stored);
    answers[question.id] = JSON.parse(
      given.includes(file) ? given.replace(file, await sendFile(site, campaign, response, question)) : given,
    );
  }
  const path = `/api/campaigns/${campaign.slug}/responses/${response}`;
  const reply = await site.anyone('PUT', path, { version: 1, unit: 'b1', answers });
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.receipt;
}
