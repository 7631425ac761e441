// Files of answers: whole, in the order of the buildings, bounded by what stood at the start, safe in a spreadsheet,
// with columns that never change their name or place.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '../../schema/csv.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { thirtyAnswers, thirtyQuestions } from '../property/sample.ts';
import { type City, openCity, responseId } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

let senders = 0;
const send = async (slug: string, answers: unknown, unit = 'b1', version = 1) => {
  const reply = await city.anyone(
    'PUT',
    `/api/campaigns/${slug}/responses/${responseId()}`,
    { version, unit, answers },
    { 'cf-connecting-ip': `10.2.${(++senders >> 8) & 255}.${senders & 255}` },
  );
  expect(reply.status, reply.text).toBe(200);
};
const file = (campaign: string, format: string, unit = 'city') =>
  city.as('mayor')('GET', `/api/campaigns/${campaign}/units/${unit}/export?format=${format}`);
const fixed = [
  'number',
  'response',
  'unit',
  'unit_above',
  'unit_name',
  'version',
  'channel',
  'state',
  'at',
  'changed_at',
];

/** A table by column names. */
function table(text: string): Record<string, string>[] {
  const [names = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}

const first: Definition = {
  title: '表',
  layout: 'pages',
  questions: [
    { id: 'lift', type: 'yes-no', title: '有电梯吗' },
    {
      id: 'wants',
      type: 'multi',
      title: '要什么',
      options: [
        { id: 'a', label: '甲' },
        { id: 'o', label: '其他', text: true },
      ],
    },
    {
      id: 'grid',
      type: 'matrix-single',
      title: '几方面',
      rows: [
        { id: 'r1', label: '净' },
        { id: 'r2', label: '静' },
      ],
      columns: [
        { id: 'c1', label: '好' },
        { id: 'c2', label: '差' },
      ],
    },
    { id: 'fee', type: 'number', title: '多少钱', min: -100, max: 1000, decimals: 2 },
    { id: 'more', type: 'long-text', title: '还有呢' },
  ],
};

test('a CSV opens in a spreadsheet as what it is: UTF-8 with its mark, one row an answer, numbers as numbers', async () => {
  const { form } = await city.publishForm(first);
  const run = await city.openCampaign(form);
  await send(run.slug, {
    lift: 'yes',
    wants: ['a', { id: 'o', text: '健身器材' }],
    grid: { r2: 'c2' },
    fee: -12.5,
    more: '第一行\n第二行，带"引号"',
  });
  const reply = await fetch(`${city.url}/api/campaigns/${run.id}/units/city/export?format=csv`, {
    headers: { cookie: `__Host-linli=${city.token('mayor')}` },
  });
  const bytes = new Uint8Array(await reply.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(reply.headers.get('content-disposition')).toMatch(
    /^attachment; filename="linli-[a-z0-9]+-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
  const [names] = parseCsv(text);
  expect(names).toEqual([
    ...fixed.map((name) => `_${name}`),
    'lift',
    'wants',
    'wants.o_text',
    'grid.r1',
    'grid.r2',
    'fee',
    'more',
  ]);
  const { responses } = (await city.as('mayor')('GET', `/api/campaigns/${run.id}/units/city/responses`)).body;
  expect(table(text)).toEqual([
    expect.objectContaining({
      _number: `${responses[0].seq}`,
      _unit_above: 'east street e1 community e1g grid',
      _unit: 'b1',
      _version: '1',
      _channel: 'self',
      _state: 'accepted',
      lift: 'yes',
      wants: 'a;o',
      'wants.o_text': '健身器材',
      'grid.r1': '',
      'grid.r2': 'c2',
      fee: '-12.5',
      more: '第一行\n第二行，带"引号"',
    }),
  ]);
});

test.each([
  '=1+1',
  '+8613800138000',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '＝1+1',
  '=HYPERLINK("http://evil.example","点我")',
])('what residents wrote cannot be run by a spreadsheet: %s', async (words) => {
  const { form } = await city.publishForm(first);
  const run = await city.openCampaign(form);
  await send(run.slug, { more: `${words}。` });
  const [row] = table((await file(run.id, 'csv')).text);
  expect(row?.more?.startsWith("'")).toBe(true);
  expect(row?.more).toContain(words.trim());
});

test('columns keep their names and places when a form is renamed, extended and reordered', async () => {
  const { form, rev } = await city.publishForm(first);
  const run = await city.openCampaign(form);
  await send(run.slug, { lift: 'no', more: '旧版' });
  const [before] = parseCsv((await file(run.id, 'csv')).text);
  const [lift, ...others] = first.questions;
  const second = {
    ...first,
    questions: [
      { id: 'star', type: 'rating', title: '打几星' },
      ...others
        .filter(({ id }) => id !== 'fee')
        .map((question) => ({ ...question, title: `${question.title}（新）` })),
      lift,
    ],
  };
  const mayor = city.as('mayor');
  const saved = await mayor('PUT', `/api/forms/${form}/draft`, { rev, definition: second });
  await mayor('POST', `/api/forms/${form}/versions`, { rev: saved.body.rev });
  await mayor('PATCH', `/api/campaigns/${run.id}`, { rev: 1, version: 2 });
  await send(run.slug, { star: 4, lift: 'yes', more: '新版' }, 'b1', 2);
  const { text } = await file(run.id, 'csv');
  const [after] = parseCsv(text);
  expect(after).toEqual([...(before ?? []), 'star']);
  expect(table(text).map(({ _version: version, lift, more, star }) => [version, lift, more, star])).toEqual([
    ['1', 'no', '旧版', ''],
    ['2', 'yes', '新版', '4'],
  ]);
});

describe('an export of 3,000 answers', () => {
  let run: { id: string; slug: string };
  beforeAll(async () => {
    const { form } = await city.publishForm(thirtyQuestions());
    run = await city.openCampaign(form);
    for (let start = 0; start < 3000; start += 100)
      await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          send(run.slug, thirtyAnswers(start + index), `b${1 + ((start + index) % 6)}`),
        ),
      );
  }, 120_000);

  test('is whole, each answer once, building by building, in both formats alike', async () => {
    const rows = table((await file(run.id, 'csv')).text);
    expect(rows).toHaveLength(3000);
    expect(new Set(rows.map(({ _response: response }) => response)).size).toBe(3000);
    expect([...new Set(rows.map(({ _unit: unit }) => unit))]).toEqual(['b1', 'b2', 'b3', 'b4', 'b5', 'b6']);
    const reply = await file(run.id, 'ndjson');
    expect(reply.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = reply.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ response }) => response)).toEqual(rows.map(({ _response: response }) => response));
    expect(lines.map(({ answers }) => String(answers.star))).toEqual(rows.map(({ star }) => star));
  });

  test('of one branch holds that branch and nothing else', async () => {
    const rows = table((await file(run.id, 'csv', 'e1')).text);
    expect(rows).toHaveLength(1500);
    expect([...new Set(rows.map(({ _unit: unit }) => unit))]).toEqual(['b1', 'b2', 'b3']);
  });

  test('does not hold what arrived after it began', async () => {
    const reply = await fetch(`${city.url}/api/campaigns/${run.id}/units/city/export?format=ndjson`, {
      headers: { cookie: `__Host-linli=${city.token('mayor')}` },
    });
    const reader = reply.body?.getReader();
    let text = new TextDecoder().decode((await reader?.read())?.value);
    // Into the last building, so that its page has not been read yet.
    for (let index = 0; index < 20; index++) await send(run.slug, thirtyAnswers(index), 'b6');
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      text += new TextDecoder().decode(part.value);
    expect(text.trimEnd().split('\n')).toHaveLength(3000);
  });

  test('is on record with who, what and where, before the first line leaves', async () => {
    const entries = async () =>
      await city.db
        .prepare(
          "SELECT actor, path, detail FROM audit WHERE act = 'response.export' AND target = ?1 ORDER BY seq DESC LIMIT 1",
        )
        .bind(run.id)
        .first();
    await file(run.id, 'ndjson', 'east');
    expect(await entries()).toEqual({
      actor: 'staffmayor',
      path: city.path('east'),
      detail: '{"format":"ndjson","unit":"east"}',
    });
  });
});

test('voided and withdrawn answers say so in the file; what was withdrawn is empty', async () => {
  const { form } = await city.publishForm(first);
  const run = await city.openCampaign(form);
  for (const more of ['甲', '乙', '丙']) await send(run.slug, { more });
  const mayor = city.as('mayor');
  const rows = (await mayor('GET', `/api/campaigns/${run.id}/units/city/responses`)).body.responses;
  await mayor('POST', `/api/campaigns/${run.id}/responses/${rows[1].id}/void`, { rev: 1, reason: '重复' });
  const { receipt } = (await city.db
    .prepare('SELECT receipt FROM response WHERE id = ?1')
    .bind(rows[2].id)
    .first<{ receipt: string }>()) ?? { receipt: '' };
  await city.anyone('POST', '/api/receipts/withdraw', { receipt, rev: 1 });
  const states = table((await file(run.id, 'csv')).text).map(({ _state: state, more }) => [state, more]);
  expect(states).toEqual([
    ['accepted', '甲'],
    ['void', '乙'],
    ['withdrawn', ''],
  ]);
});
