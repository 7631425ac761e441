// Lists of answers: by area, day, channel, state, one question and words, page by page both ways, at the price of what they
// show; and what staff did with one of them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { listBranch } from '../../worker/responses/read.ts';
import { metered } from '../bench/metered.ts';
import { type City, openCity, origin, responseId } from './city.ts';

const named = (labels: Record<string, string>) =>
  Object.entries(labels).map(([id, label]) => ({ id, label, ...(id === 'o' && { text: true }) }));
const lines = { r1: '净', r2: '静' };
const points = { c1: '好', c2: '差' };
const definition: Definition = {
  title: '电梯和物业费',
  layout: 'pages',
  questions: [
    { id: 'agree', type: 'consent', title: '同意', text: '只用于核对年龄。', version: 1, required: true },
    { id: 'idno', type: 'id-number', title: '身份证号' },
    { id: 'lift', type: 'yes-no', title: '有电梯吗' },
    { id: 'wants', type: 'multi', title: '要什么', options: named({ a: '长椅', b: '路灯', o: '其他' }) },
    { id: 'grid', type: 'matrix-single', title: '几方面', rows: named(lines), columns: named(points) },
    { id: 'people', type: 'number', title: '几口人', min: 1, max: 20 },
    { id: 'fee', type: 'number', title: '多少钱', min: -100, max: 1000, decimals: 2 },
    { id: 'who', type: 'name', title: '姓名' },
    { id: 'more', type: 'long-text', title: '还有呢' },
  ],
};
const idNumber = '11010519491231002X';

interface Given {
  unit: string;
  answers: Record<string, unknown>;
  set?: string;
}
/** By a name for each, in the order in which they are sent. */
const given: Record<string, Given> = {
  wang: { unit: 'b1', answers: { lift: 'yes', people: 3, fee: 0.29, who: '王芳', more: 'Lift 坏了' } },
  li: { unit: 'b2', answers: { lift: 'no', wants: ['a', 'b'], people: 5, fee: 1.2 } },
  zhao: { unit: 'b3', answers: { wants: [{ id: 'o', text: '王家的树' }], grid: { r1: 'c1', r2: 'c2' } } },
  paper: { unit: 'b1', answers: { lift: 'no', fee: -3 }, set: "grp = 'paper'" },
  early: { unit: 'b1', answers: { people: 4, grid: { r2: 'c1' } }, set: "day = '2026-01-05'" },
  void: { unit: 'b2', answers: { lift: 'yes' }, set: "state = 'void'" },
  old: { unit: 'b2', answers: { idno: idNumber, more: '楼道灯' } },
  west: { unit: 'b5', answers: { lift: 'yes', more: '坏了的门' } },
};

let city: City;
let run: { id: string; slug: string };
const ids = new Map<string, string>();
beforeAll(async () => {
  city = await openCity();
  const { form } = await city.publishForm(definition);
  run = await city.openCampaign(form);
  for (const [name, { unit, answers, set }] of Object.entries(given)) {
    const id = responseId();
    const reply = await city.anyone('PUT', `/api/campaigns/${run.slug}/responses/${id}`, {
      version: 1,
      unit,
      answers: { agree: 1, ...answers },
    });
    expect(reply.status, reply.text).toBe(200);
    if (set) await city.db.prepare(`UPDATE response SET ${set} WHERE id = ?1`).bind(id).run();
    ids.set(id, name);
  }
});
afterAll(() => city.close());

const address = (query: string, unit = 'city') => `/api/campaigns/${run.id}/units/${unit}/responses?${query}`;
/** Names of what a filter finds, in the order of the list. */
async function found(query: string, unit = 'city'): Promise<(string | undefined)[]> {
  const reply = await city.as('mayor')('GET', address(query, unit));
  expect(reply.status, reply.text).toBe(200);
  return reply.body.responses.map(({ id }: { id: string }) => ids.get(id));
}
const text = encodeURIComponent;

describe('a filter', () => {
  test.each<[string, string[]]>([
    ['', ['wang', 'paper', 'early', 'li', 'void', 'old', 'zhao', 'west']],
    ['channel=paper', ['paper']],
    ['state=void', ['void']],
    ['to=2026-01-05', ['early']],
    ['from=2026-01-06', ['wang', 'paper', 'li', 'void', 'old', 'zhao', 'west']],
    ['question=lift&is=yes', ['wang', 'void', 'west']],
    ['question=lift', ['wang', 'paper', 'li', 'void', 'west']],
    ['question=wants&is=b', ['li']],
    ['question=wants&is=o', ['zhao']],
    ['question=grid&is=r2:c2', ['zhao']],
    ['question=grid&is=r2:c1', ['early']],
    ['question=people&min=4', ['early', 'li']],
    ['question=people&min=3&max=4', ['wang', 'early']],
    ['question=fee&min=0.29&max=0.29', ['wang']],
    ['question=fee&max=0', ['paper']],
    ['question=fee&min=0.3', ['li']],
    ['question=more', ['wang', 'old', 'west']],
    [`words=${text('坏了')}`, ['wang', 'west']],
    ['words=lIFT', ['wang']],
    [`words=${text('王')}`, ['wang', 'zhao']],
    ['words=o', []],
    [`question=lift&is=yes&state=accepted&words=${text('门')}`, ['west']],
    ['question=lift&is=perhaps', []],
  ])('%s', async (query, names) => {
    expect(await found(query)).toEqual(names);
  });

  test('holds within the area alone', async () => {
    expect(await found('question=lift&is=yes', 'e1')).toEqual(['wang', 'void']);
    expect(await found(`words=${text('坏了')}`, 'west')).toEqual(['west']);
  });

  test('cannot ask for what is sensitive, by value, by being answered or by its words', async () => {
    for (const query of [
      'question=idno',
      `question=idno&is=${idNumber}`,
      'question=idno&min=1',
      'question=nobody',
    ])
      expect((await city.as('mayor')('GET', address(query))).body.code).toBe('bad-input');
    expect(await found(`words=${idNumber.slice(0, 6)}`)).toEqual([]);
  });

  test.each(['from=yesterday', 'state=lost', 'question=A', 'min=x', 'words=', 'most=51', 'most=0'])(
    'that makes no sense is refused: %s',
    async (query) => {
      expect((await city.as('mayor')('GET', address(query))).body.code).toBe('bad-input');
    },
  );

  test('is for editors of the branch; a place in another branch leads nowhere', async () => {
    const statuses = { easteditor: 200, eastadmin: 200, easthelper: 403, eastleader: 403, westeditor: 404 };
    for (const [login, status] of Object.entries(statuses))
      expect([login, (await city.as(login)('GET', address('question=lift', 'e1'))).status]).toEqual([
        login,
        status,
      ]);
    const all = (await city.as('mayor')('GET', address(''))).body.responses;
    const branches = [
      ['easteditor', 'e1', ['b1', 'b2', 'b3']],
      ['westeditor', 'west', ['b5']],
    ] as const;
    for (const [login, branch, buildings] of branches)
      for (const { seq } of all)
        for (const way of ['after', 'before']) {
          const { responses } = (await city.as(login)('GET', address(`${way}=${seq}`, branch))).body;
          for (const { unit } of responses) expect(buildings).toContain(unit.id);
        }
  });

  test('is what a file holds, whose name says that it is a part; what is sensitive stays masked', async () => {
    const file = (query: string) =>
      city.as('mayor')('GET', `/api/campaigns/${run.id}/units/city/export?format=${query}`);
    const lines = async (query: string) => {
      const reply = await file(query);
      return reply.text
        .trimEnd()
        .split('\n')
        .filter(Boolean)
        .map((line) => ids.get(JSON.parse(line).response));
    };
    expect(await lines('ndjson&question=lift&is=yes')).toEqual(['wang', 'void', 'west']);
    expect(await lines('ndjson&question=wants&is=b&state=void')).toEqual([]);
    expect((await file(`csv&words=${text('坏了')}`)).text.split('\r\n').filter(Boolean)).toHaveLength(3);
    const part = await file(`csv&words=${text('楼道')}`);
    expect(part.headers.get('content-disposition')).toMatch(/-part\.csv"$/);
    expect(part.text).toContain('110*************2X');
    expect(part.text).not.toContain(idNumber);
    expect((await file('csv')).headers.get('content-disposition')).not.toContain('part');
    expect((await file('csv&question=idno')).body.code).toBe('bad-input');
    const entry = await city.db
      .prepare(
        "SELECT detail FROM audit WHERE act = 'response.export' AND detail LIKE '%part%' ORDER BY seq DESC LIMIT 1",
      )
      .first<{ detail: string }>();
    // That it was a part, and never what was looked for.
    expect(JSON.parse(entry?.detail ?? '')).toEqual({ format: 'csv', unit: 'city', part: true });
  });
});

test('the newest come first when they are asked for, page by page both ways, of the run and of a part', async () => {
  const newest = Object.keys(given).reverse();
  const parts = { city: newest, e1: newest.filter((name) => name !== 'west'), b2: ['old', 'void', 'li'] };
  for (const [unit, names] of Object.entries(parts)) {
    expect(await found('order=newest', unit)).toEqual(names);
    const seqs: number[] = [];
    for (let at = 0; at < names.length; at += 3) {
      const after = at > 0 ? `after=${seqs.at(-1)}&` : '';
      const { responses } = (await city.as('mayor')('GET', address(`order=newest&most=3&${after}`, unit)))
        .body;
      expect(responses.map(({ id }: { id: string }) => ids.get(id))).toEqual(names.slice(at, at + 3));
      seqs.push(...responses.map(({ seq }: { seq: number }) => seq));
    }
    expect(await found(`order=newest&before=${seqs.at(-1)}`, unit)).toEqual(names.slice(0, -1));
  }
  expect(await found('order=newest&state=void', 'e1')).toEqual(['void']);
});

test('pages go on and back over the same answers, each of them once', async () => {
  const page = async (query: string) => (await city.as('mayor')('GET', address(`most=3&${query}`))).body;
  const names = ({ responses }: { responses: { id: string }[] }) => responses.map(({ id }) => ids.get(id));
  const one = await page('');
  const two = await page(`after=${one.next}`);
  const three = await page(`after=${two.next}`);
  expect([one, two, three].map(names)).toEqual([
    ['wang', 'paper', 'early'],
    ['li', 'void', 'old'],
    ['zhao', 'west'],
  ]);
  expect(three.next).toBeNull();
  const back = await page(`before=${three.responses[0].seq}`);
  expect(names(back)).toEqual(['li', 'void', 'old']);
  const first = await page(`before=${back.next}`);
  expect([names(first), first.next]).toEqual([['wang', 'paper', 'early'], null]);
  expect(one.branch).toEqual({ unit: { id: 'city', kind: 'city', name: 'city city' }, n: 8 });
});

describe('what staff did with an answer', () => {
  test('is told with it: who, when, why and which questions, and never what they said', async () => {
    const id = responseId();
    await city.anyone('PUT', `/api/campaigns/${run.slug}/responses/${id}`, {
      version: 1,
      unit: 'b4',
      answers: { agree: 1, idno: idNumber, lift: 'yes', who: '王芳' },
    });
    const at = `/api/campaigns/${run.id}/responses/${id}`;
    const editor = city.as('easteditor');
    await editor('POST', `${at}/reveal`, {});
    const answers = { agree: 1, idno: null, lift: 'no', who: '王芬' };
    await editor('PATCH', at, { rev: 1, reason: '本人来电', answers });
    await city.as('mayor')('POST', `${at}/void`, { rev: 2, reason: '重复' });
    const reply = await editor('GET', at);
    const by = 'easteditor';
    const when = expect.any(Number);
    expect(reply.body.acts).toEqual([
      { act: 'response.reveal', by, at: when },
      { act: 'response.edit', by, at: when, reason: '本人来电', changed: ['idno', 'lift', 'who'] },
      { act: 'response.void', by: 'mayor', at: when, reason: '重复' },
    ]);
    expect(JSON.stringify(reply.body.acts)).not.toMatch(/1101|王/);
    const [other = ''] = ids.keys();
    expect((await editor('GET', `/api/campaigns/${run.id}/responses/${other}`)).body.acts).toEqual([]);
  });
});

describe('at 100,000 answers', () => {
  const many = 100_000;
  let campaign = '';
  beforeAll(async () => {
    const { form } = await city.publishForm(definition);
    const big = await city.openCampaign(form);
    campaign = big.id;
    const reply = await city.anyone('PUT', `/api/campaigns/${big.slug}/responses/${responseId()}`, {
      version: 1,
      unit: 'b1',
      answers: { agree: 1, lift: 'no' },
    });
    expect(reply.status, reply.text).toBe(200);
    // Spread over the six buildings, one of them the only one that says yes.
    await city.db.batch([
      city.db
        .prepare(
          `INSERT INTO response (campaign, id, version, unit, path, chain, grp, state, attempt, digest, receipt, answers, delta, day, at)
           WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
           SELECT r.campaign, 'many' || i, 1, t.unit, t.path, t.chain, 'self', 'accepted', '', '', 'many' || i, r.answers,
             iif(i = 77777, '{"lift":{"yes":1}}', r.delta), r.day, r.at
           FROM n JOIN response r ON r.campaign = ?1 AND r.unit = 'b1' JOIN campaign_unit t ON t.campaign = ?1 AND t.unit = 'b' || (1 + i % 6)`,
        )
        .bind(campaign, many - 1),
      city.db.prepare("UPDATE tally SET n = ?2 WHERE campaign = ?1 AND unit = 'city'").bind(campaign, many),
    ]);
  }, 120_000);

  async function read(query: Partial<Parameters<typeof listBranch>[1]>, unit = 'city') {
    const { db, bill } = metered(city.db);
    const call = { db, origin, now: Date.now(), language: 'zh' as const };
    return { ...(await listBranch(call, { campaign, unit, ...query })), bill };
  }

  test('a page costs at most 200 rows: the first, one in the middle, forwards and back, of the city and of a branch', async () => {
    const [middle] = (
      await city.db
        .prepare(
          "SELECT seq FROM response WHERE campaign = ?1 AND unit = 'b3' ORDER BY seq LIMIT 1 OFFSET 8000",
        )
        .bind(campaign)
        .all<{ seq: number }>()
    ).results;
    const seq = middle?.seq ?? 0;
    for (const unit of ['city', 'e1'])
      for (const place of [{}, { after: seq }, { before: seq }]) {
        const { bill, responses, branch } = await read(place, unit);
        expect(responses).toHaveLength(50);
        expect(bill.rowsRead).toBeGreaterThan(50);
        expect(bill.rowsRead).toBeLessThanOrEqual(200);
        if (unit === 'city') expect(branch.n).toBe(many);
      }
  });

  test('a page of the newest costs at most 200 rows of the whole run; of a part of it at most 5,000 are looked at', async () => {
    const first = await read({ order: 'newest' });
    expect(first.responses[0]?.id).toBe(`many${many - 1}`);
    for (const place of [{}, { after: first.next ?? 0 }, { before: first.next ?? 0 }]) {
      const { bill, responses } = await read({ order: 'newest', ...place });
      expect(responses).toHaveLength('before' in place ? 49 : 50);
      expect(bill.rowsRead).toBeLessThanOrEqual(200);
    }
    const part = await read({ order: 'newest' }, 'b1');
    expect(part.responses).toHaveLength(50);
    expect(part.looked).toBeLessThanOrEqual(6 * 50);
    const west = await read({ order: 'newest', question: 'lift', is: 'yes' }, 'west');
    expect([west.responses.length, west.looked]).toEqual([0, 5000]);
    expect(west.bill.rowsRead).toBeLessThanOrEqual(4 * 5000 + 50);
  });

  test('a filter looks at 5,000 a request and says where it is, until it found the one that there is', async () => {
    const seen: string[] = [];
    let looked = 0;
    let requests = 0;
    for (let after: number | null = 0; after !== null; requests++) {
      const page = await read({ question: 'lift', is: 'yes', after });
      // Index, row, and the counting of it.
      expect(page.bill.rowsRead).toBeLessThanOrEqual(4 * 5000 + 50);
      if (page.next !== null) expect(page.looked).toBe(5000);
      seen.push(...page.responses.map(({ id }) => id));
      looked += page.looked;
      after = page.next;
    }
    expect(seen).toEqual(['many77777']);
    expect(requests).toBe(21);
    expect(looked).toBe(many);
  }, 60_000);

  test('a filter that finds enough stops when the page is full', async () => {
    const page = await read({ question: 'lift', is: 'no' });
    expect([page.responses.length, page.looked]).toEqual([50, 50]);
    expect(page.bill.rowsRead).toBeLessThanOrEqual(320);
  });
});
