// A form in several languages: what the visitor asked for, remembered, or what the browser names; answers know no language.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { localize, tonguesOf, untranslated } from '../../schema/form/localize.ts';
import { type City, openCity, responseId } from './city.ts';

const definition: Definition = {
  title: '物业调查',
  intro: '两分钟',
  layout: 'pages',
  questions: [
    {
      id: 'lift',
      type: 'single',
      title: '电梯好用吗',
      options: [
        { id: 'good', label: '好' },
        { id: 'bad', label: '不好' },
      ],
    },
    { id: 'sure', type: 'yes-no', title: '住在这里吗' },
  ],
  translations: {
    en: { title: 'About the lift', 'q.lift.title': 'Is the lift good?', 'q.lift.options.good.label': 'Good' },
    ja: { title: '管理の調査', 'q.lift.title': 'エレベーター', 'q.sure.title': '' },
  },
};

let city: City;
let run: { id: string; slug: string };
beforeAll(async () => {
  city = await openCity();
  const { form } = await city.publishForm(definition);
  run = await city.openCampaign(form);
});
afterAll(() => city.close());

const page = async (headers: Record<string, string>, query = '') =>
  (await city.anyone('GET', `/f/${run.slug}?u=b1${query}`, undefined, headers)).text;

test('a text that is not translated stays as it was written', () => {
  expect(tonguesOf(definition)).toEqual(['zh', 'en', 'ja']);
  const english = localize(definition, 'en', 'en');
  expect(english.translations).toBeUndefined();
  expect([english.title, english.intro, english.questions[1]?.title]).toEqual([
    'About the lift',
    '两分钟',
    '住在这里吗',
  ]);
  expect(untranslated(definition, 'en').map(({ address }) => address)).toEqual([
    'intro',
    'q.lift.options.bad.label',
    'q.sure.title',
  ]);
  expect(untranslated(definition, 'ja').map(({ address }) => address)).toContain('q.sure.title');
  expect(untranslated(definition, 'zh')).toEqual([]);
});

test.each([
  ['nothing', {}, '', 'zh', '电梯好用吗', '住在这里吗'],
  ['an English browser', { 'accept-language': 'en-GB,en;q=0.9' }, '', 'en', 'Is the lift good?', 'Yes'],
  ['a Japanese browser', { 'accept-language': 'ja' }, '', 'ja', 'エレベーター', 'Yes'],
  ['a French browser', { 'accept-language': 'fr, en;q=0.5' }, '', 'en', 'Is the lift good?', 'Yes'],
  ['what was asked for', { 'accept-language': 'en' }, '&lang=ja', 'ja', 'エレベーター', 'Yes'],
  ['what is remembered', { cookie: 'linli_lang=ja' }, '', 'ja', 'エレベーター', 'Yes'],
  ['what the form lacks, remembered', { cookie: 'linli_lang=ko' }, '', 'en', 'Is the lift good?', 'Yes'],
  ['nonsense', { cookie: 'linli_lang=xx' }, '&lang=%22%3E', 'zh', '电梯好用吗', '是'],
])('%s', async (_, headers, query, tongue, title, word) => {
  const text = await page(headers as Record<string, string>, query);
  expect(text).toContain(`<html lang="${tongue}"`);
  expect(text).toContain(title);
  expect(text).toContain(word);
  for (const name of ['中文', 'English', '日本語']) expect(text).toContain(name);
  expect(text).not.toContain('translations');
});

test('an answer in one language is counted with the others, and its receipt is read in any', async () => {
  for (const lang of ['zh', 'ja']) {
    const sent = await city.anyone(
      'PUT',
      `/api/campaigns/${run.slug}/responses/${responseId()}`,
      { version: 1, unit: 'b1', answers: { lift: 'good' } },
      { 'accept-language': lang },
    );
    expect(sent.status, sent.text).toBe(200);
  }
  const counted = await city.db
    .prepare("SELECT counts ->> '$.lift.good' AS n FROM tally WHERE campaign = ?1 AND unit = 'b1'")
    .bind(run.id)
    .first();
  expect(counted).toEqual({ n: 2 });
});
