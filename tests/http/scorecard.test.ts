// What a leader reads equals a hand count, costs few rows, and tells of nobody in a group of fewer than five.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardItem, Scorecard } from '../../schema/api/scorecards.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { scorecard } from '../../worker/scorecards/card.ts';
import { type City, day, openCity, pathOf, responseId } from './city.ts';

const definition: Definition = {
  title: '物业服务满意度调查',
  layout: 'steps',
  questions: [
    { id: 'overall', type: 'scale', title: '总体满意吗', from: 1, to: 5, na: true, required: true },
    {
      id: 'parts',
      type: 'matrix-scale',
      title: '各项满意吗',
      rows: [
        { id: 'clean', label: '环境' },
        { id: 'safe', label: '安全' },
      ],
      from: 1,
      to: 5,
    },
    {
      id: 'worry',
      type: 'multi',
      title: '最操心什么',
      options: [
        { id: 'lift', label: '电梯' },
        { id: 'park', label: '停车' },
        { id: 'noise', label: '噪声' },
      ],
    },
    { id: 'recommend', type: 'nps', title: '愿意推荐吗' },
    { id: 'people', type: 'number', title: '家里几口人', min: 1, max: 12 },
    { id: 'words', type: 'long-text', title: '还想说什么' },
  ],
};

interface Given {
  unit: string;
  answers: {
    overall: number | 'na';
    parts: { clean: number; safe: number };
    worry: string[];
    people: number;
    recommend?: number;
    words?: string;
  };
}

let city: City;
let form = '';
let campaign = { id: '', slug: '' };
const given: Given[] = [];

beforeAll(async () => {
  city = await openCity();
  ({ form } = await city.publishForm(definition));
  campaign = await city.openCampaign(form);
  const sizes = { b1: 14, b2: 9, b3: 12, b4: 3, b5: 16, b6: 11 };
  let turn = 0;
  for (const [unit, n] of Object.entries(sizes))
    for (let at = 0; at < n; at++) {
      turn += 1;
      given.push({
        unit,
        answers: {
          overall: turn % 9 === 0 ? 'na' : 1 + (turn % 5),
          parts: { clean: 1 + ((turn * 3) % 5), safe: 4 + (turn % 2) },
          worry: turn % 2 ? ['lift'] : ['park', 'noise'],
          people: 1 + (turn % 4),
          ...(turn % 3 ? { recommend: turn % 11 } : {}),
          ...(turn % 7 ? {} : { words: `说 ${turn}` }),
        },
      });
    }
  for (const { unit, answers } of given) await send(campaign.slug, unit, answers);
}, 120_000);
afterAll(() => city.close());

async function send(slug: string, unit: string, answers: object, version = 1) {
  const reply = await city.anyone('PUT', `/api/campaigns/${slug}/responses/${responseId()}`, {
    version,
    unit,
    answers,
  });
  expect(reply.status, reply.text).toBeLessThan(300);
}
const cardAt = async (unit: string, query = '', id = campaign.id): Promise<Scorecard> => {
  const reply = await city.as('mayor')('GET', `/api/campaigns/${id}/units/${unit}/scorecard${query}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
};
const under = (unit: string) => given.filter((one) => pathOf(one.unit).includes(`/${unit}/`));
const item = (card: Scorecard, question: string, row = ''): CardItem => {
  const found = card.items.find((one) => one.question === question && one.row === row);
  if (!found) throw new Error(`no ${question} ${row}`);
  return found;
};
const average = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

describe('a card that leaves the house', () => {
  let own: { id: string; slug: string };
  beforeAll(async () => {
    own = await city.openCampaign(form, { unit: 'west' });
    for (let at = 0; at < 22; at++)
      await send(own.slug, at < 14 ? 'b5' : 'b6', {
        overall: 4 + (at % 2),
        parts: { clean: 4, safe: 5 },
        worry: [at % 2 ? 'lift' : 'park'],
        people: 2,
      });
  });

  it('hides groups under ten, with whom they could be computed from', async () => {
    const [here, out] = await Promise.all([cardAt('w1g', '', own.id), cardAt('w1g', '?k=10', own.id)]);
    const told = ({ k, children }: Scorecard) => [k, ...children.map(({ hidden, n }) => [hidden, n])];
    expect(told(here)).toEqual([5, [false, 14], [false, 8]]);
    expect(told(out)).toEqual([10, [true, 14], [true, null]]);
    expect((await cardAt('b6', '?k=10', own.id)).hidden).toBe(true);
    expect([here.headline.score, out.headline.score].map(Boolean)).toEqual([true, true]);
  });

  it('is another card to whoever keeps one, and no other threshold is taken', async () => {
    const path = `/api/campaigns/${own.id}/units/w1g/scorecard`;
    const here = await city.as('mayor')('GET', path);
    const known = { 'if-none-match': here.headers.get('etag') ?? '' };
    expect((await city.as('mayor')('GET', path, undefined, known)).status).toBe(304);
    expect((await city.as('mayor')('GET', `${path}?k=10`, undefined, known)).body.k).toBe(10);
    expect((await city.as('mayor')('GET', `${path}?k=1`)).status).toBe(400);
  });
});

describe('figures', () => {
  it.each(['city', 'east', 'w1', 'w1g', 'b5'])('equal a hand count at %s', async (unit) => {
    const card = await cardAt(unit);
    const answers = under(unit).map((one) => one.answers);
    expect(card.n).toBe(answers.length);

    const known = answers.flatMap(({ overall }) => (overall === 'na' ? [] : [overall]));
    const overall = item(card, 'overall');
    expect(overall.base).toBe(known.length);
    expect(overall.score?.value).toBeCloseTo(average(known.map((point) => (point - 1) * 25)), 9);
    expect(overall.mean).toBeCloseTo(average(known), 9);
    for (const { key, n } of overall.bars)
      expect(n).toBe(answers.filter((one) => String(one.overall) === key).length);
    const told = overall.bars.reduce((sum, { n, missing }) => sum + (missing ? 0 : n), 0);
    expect(told + (overall.others?.n ?? 0)).toBe(overall.base);
    expect(overall.bars.length + (overall.others?.labels.length ?? 0)).toBe(6);
    if (overall.satisfied)
      expect(overall.satisfied.value).toBeCloseTo(average(known.map((point) => (point >= 4 ? 100 : 0))), 9);
    if (unit === 'city') expect([overall.others, overall.satisfied === null]).toEqual([null, false]);
    expect(overall.bars.find(({ key }) => key === 'na')?.missing).toBe(true);

    const clean = answers.map(({ parts }) => (parts.clean - 1) * 25);
    expect(item(card, 'parts', 'clean').score?.value).toBeCloseTo(average(clean), 9);
    expect(item(card, 'worry').base).toBe(answers.length);
    expect(item(card, 'people').mean).toBeCloseTo(average(answers.map(({ people }) => people)), 9);
    const nps = answers.flatMap(({ recommend }) => (recommend === undefined ? [] : [recommend]));
    // Four at each of eleven points: none of them is told by itself.
    expect(item(card, 'recommend')).toMatchObject({ nps: null, bars: [], base: nps.length });
    if (unit === 'city') expect(item(card, 'recommend').mean).toBeCloseTo(average(nps), 9);
    const texts = answers.filter(({ words }) => words !== undefined).length;
    expect(card.texts).toEqual([{ question: 'words', title: '还想说什么', n: texts }]);
    const scored = card.items.flatMap(({ score }) => (score ? [score.value] : []));
    expect(card.headline.score?.value).toBeCloseTo(average(scored), 9);
    expect(card.tiles.length).toBe(Math.min(4, scored.length));
    expect(card.attention.length).toBeLessThanOrEqual(3);
  });

  it('lists the units below in administrative order, whatever they answered', async () => {
    const card = await cardAt('city');
    expect(card.children.map(({ unit }) => unit.id)).toEqual(['east', 'west']);
    expect(card.rate).toEqual({ kind: 'perHundred', value: (65 / 238) * 100, households: 238 });
    expect(card.places).toBe(6);
  });

  it('follow a correction and a withdrawal', async () => {
    const run = await city.openCampaign(form);
    const id = responseId();
    const answers = { overall: 5 };
    for (let at = 0; at < 11; at++) await send(run.slug, 'b1', { overall: at < 6 ? 5 : 1 });
    await city.anyone('PUT', `/api/campaigns/${run.slug}/responses/${id}`, {
      version: 1,
      unit: 'b1',
      answers,
    });
    const path = `/api/campaigns/${run.id}/responses/${id}`;
    const edited = await city.as('mayor')('PATCH', path, {
      rev: 1,
      reason: '按电话更正',
      answers: { overall: 1 },
    });
    expect(edited.status, edited.text).toBe(200);
    expect(item(await cardAt('city', '', run.id), 'overall').bars.map(({ n }) => n)).toEqual([
      6, 0, 0, 0, 6, 0,
    ]);
    await city.as('mayor')('POST', `${path}/void`, { rev: edited.body.rev, reason: '重复' });
    expect(item(await cardAt('b1', '', run.id), 'overall').bars.map(({ n }) => n)).toEqual([
      5, 0, 0, 0, 6, 0,
    ]);
  });

  it('keep the names of options that a newer version no longer has', async () => {
    const options = [
      { id: 'a', label: '甲' },
      { id: 'b', label: '乙' },
    ];
    const first: Definition = {
      title: '两版',
      layout: 'pages',
      questions: [{ id: 'q', type: 'single', title: '选哪个', options }],
    };
    const { form: two, rev } = await city.publishForm(first);
    const run = await city.openCampaign(two);
    for (let at = 0; at < 6; at++) await send(run.slug, 'b1', { q: 'a' });
    const next = {
      ...first,
      questions: [{ id: 'q', type: 'single', title: '选哪个', options: options.slice(1) }],
    };
    const saved = await city.as('mayor')('PUT', `/api/forms/${two}/draft`, { rev, definition: next });
    expect(saved.status, saved.text).toBe(200);
    const published = await city.as('mayor')('POST', `/api/forms/${two}/versions`, { rev: saved.body.rev });
    expect(published.status, published.text).toBeLessThan(300);
    const now = await city.as('mayor')('GET', `/api/campaigns/${run.id}`);
    await city.as('mayor')('PATCH', `/api/campaigns/${run.id}`, { rev: now.body.rev, version: 2 });
    for (let at = 0; at < 5; at++) await send(run.slug, 'b2', { q: 'b' }, 2);
    const card = await cardAt('city', '', run.id);
    expect(card.campaign.version).toBe(2);
    expect(item(card, 'q').bars.map(({ key, label, n }) => [key, label, n])).toEqual([
      ['b', '乙', 5],
      ['a', '甲', 6],
    ]);
    expect(item(card, 'q').base).toBe(11);
  });
});

describe('what a card costs', () => {
  it('at most 200 rows read and two calls of the database, at every level', async () => {
    let rows = 0;
    let calls = 0;
    const db = new Proxy(city.db, {
      get(target, name) {
        if (name !== 'batch') return Reflect.get(target, name);
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements);
          calls += 1;
          for (const { meta } of results) rows += meta.rows_read;
          return results;
        };
      },
    });
    const actor = {
      id: 'staffmayor',
      login: 'mayor',
      name: '',
      mustChange: false,
      grants: [{ role: 'admin' as const, unit: 'city', path: '/city/' }],
    };
    const call = { db, origin: '', now: Date.now(), language: 'zh' as const, actor };
    for (const unit of ['city', 'e1', 'b2']) {
      rows = 0;
      calls = 0;
      await scorecard(call, { campaign: campaign.id, unit });
      expect(calls).toBeLessThanOrEqual(2);
      expect(rows).toBeGreaterThan(0);
      expect(rows, unit).toBeLessThanOrEqual(200);
    }
  });
});

describe('comparing two campaigns', () => {
  it('says how far each figure moved and whether that is clear', async () => {
    const before = await city.openCampaign(form);
    for (let at = 0; at < 40; at++)
      await send(before.slug, at % 2 ? 'b1' : 'b5', {
        overall: at % 5 ? 5 : 3,
        parts: { clean: 3, safe: at % 5 ? 5 : 4 },
      });
    const card = await cardAt('city', `?compare=${before.id}`);
    const tile = card.tiles[0];
    expect(tile?.change?.value).toBeCloseTo((tile?.value.value ?? 0) - 90, 9);
    expect(tile?.change?.clear).toBe(true);
    expect(tile?.change?.high).toBeLessThan(0);
    expect(card.attention[0]).toMatchObject({ why: 'worse', title: '总体满意吗' });
    expect(card.compared).toMatchObject({ id: before.id, n: 40 });
    const list = await city.as('mayor')('GET', `/api/campaigns/${campaign.id}/units/city/comparable`);
    expect(list.body.campaigns.map(({ id }: { id: string }) => id)).toContain(before.id);
  });

  it('knows the one before: the one that was named, else the last that had closed; and moves each unit below', async () => {
    const previousOf = async (id: string, unit = 'city') =>
      (await city.as('mayor')('GET', `/api/campaigns/${id}/units/${unit}/comparable`)).body.previous;
    const own = await city.publishForm({ ...definition, title: '一季一次' });
    const first = await city.openCampaign(own.form);
    const second = await city.openCampaign(own.form);
    expect(await previousOf(second.id)).toBe(null);
    const close = (id: string, at: number) =>
      city.db.prepare('UPDATE campaign SET closes_at = ?2 WHERE id = ?1').bind(id, at).run();
    await close(first.id, Date.now() - 3 * day);
    expect(await previousOf(second.id)).toBe(first.id);
    const third = await city.openCampaign(own.form, { previous: second.id });
    expect(await previousOf(third.id)).toBe(second.id);

    for (let at = 0; at < 12; at++) {
      // All alike would be hidden.
      const alike = (mark: number) => ({ overall: mark, parts: { clean: mark, safe: mark } });
      await send(second.slug, 'b1', alike(1 + (at % 2)));
      await send(third.slug, 'b1', alike(4 + (at % 2)));
      await send(third.slug, 'b5', alike(2 + (at % 2)));
    }
    const card = await cardAt('city', `?compare=${second.id}`, third.id);
    const [east, west] = card.children;
    expect(east?.change).toMatchObject({ value: 75, clear: true });
    expect(west?.change).toBe(null);
    expect(card.children.map(({ place }) => place)).toEqual([
      { best: 1, worst: 1, band: 1 },
      { best: 2, worst: 2, band: 2 },
    ]);
  });

  it('refuses another form, and a campaign that the reader may not see', async () => {
    const other = await city.publishForm({ ...definition, title: '另一张' });
    const run = await city.openCampaign(other.form);
    const reply = await city.as('mayor')(
      'GET',
      `/api/campaigns/${campaign.id}/units/city/scorecard?compare=${run.id}`,
    );
    expect([reply.status, reply.body.code]).toEqual([409, 'compare-other-form']);
  });
});

describe('who may read', () => {
  const scorecardOf = (login: 'eastleader' | 'easthelper' | 'westadmin' | 'e1leader', unit: string) =>
    city.as(login)('GET', `/api/campaigns/${campaign.id}/units/${unit}/scorecard`);

  it('leaders of the branch, and nobody of another', async () => {
    expect((await scorecardOf('eastleader', 'e1')).status).toBe(200);
    expect((await scorecardOf('eastleader', 'city')).status).toBe(404);
    expect((await scorecardOf('westadmin', 'e1')).status).toBe(404);
    expect((await scorecardOf('easthelper', 'e1')).status).toBe(403);
  });

  it('the way up ends where the own branch begins, and leaders read no answers', async () => {
    const { body } = await scorecardOf('e1leader', 'b1');
    expect(body.above.map(({ id }: { id: string }) => id)).toEqual(['e1', 'e1g']);
    expect(body.mayReadAnswers).toBe(false);
  });
});

describe('what residents wrote', () => {
  it('is listed on a board from ten on, page by page, and without where it is from', async () => {
    const run = await city.openCampaign(form);
    const path = (unit: string, more = '') =>
      `/api/campaigns/${run.id}/units/${unit}/words?question=words${more}`;
    const wrote = async (unit: string, n: number) => {
      for (let at = 0; at < n; at++)
        await city.anyone('PUT', `/api/campaigns/${run.slug}/responses/${responseId()}`, {
          version: 1,
          unit,
          answers: { overall: 1 + (at % 5), words: `${unit} ${at}` },
        });
    };
    await wrote('b1', 52);
    await wrote('b5', 9);
    const read = async (unit: string, more = '') => (await city.as('mayor')('GET', path(unit, more))).body;
    const first = await read('city');
    expect(first.comments).toHaveLength(50);
    expect(Object.keys(first.comments[0]).sort()).toEqual(['at', 'text']);
    const rest = await read('city', `&after=${first.next}`);
    const texts = [...first.comments, ...rest.comments].map(({ text }: { text: string }) => text);
    expect([texts.length, new Set(texts).size, rest.next]).toEqual([61, 61, null]);
    expect(await read('b5')).toEqual({ comments: [], next: null });
    expect((await city.as('eastleader')('GET', path('east'))).status).toBe(403);
  });
});

describe('small groups', () => {
  it('hides a building with three answers, and what would give it away', async () => {
    const card = await cardAt('b4');
    expect(card).toMatchObject({
      hidden: true,
      n: null,
      rate: null,
      items: [],
      tiles: [],
      children: [],
      headline: { score: null },
    });
    // b4 is all of e2, so e1 would tell of it by subtraction from east.
    const east = await cardAt('east');
    expect(east.children.map(({ hidden, score }) => [hidden, score === null])).toEqual([
      [true, true],
      [true, true],
    ]);
    // How few is not told either, nor said in another way.
    expect(east.children.map(({ n, rate }) => [n, rate !== null])).toEqual([
      [35, true],
      [null, false],
    ]);
    expect(east.attention).toContainEqual({ why: 'few', title: expect.any(String), n: null });
    // What is hidden for its neighbour's sake is not small, and says its number there too.
    expect(await cardAt('e1')).toMatchObject({ hidden: true, n: 35 });
    expect((await cardAt('b1')).hidden).toBe(true);
    expect((await cardAt('w1')).hidden).toBe(false);
  });

  it('tells of no group of one to four, whatever boards are put together', async () => {
    const run = await city.openCampaign(form);
    const leaves = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6'];
    const units = ['city', 'east', 'west', 'e1', 'e2', 'w1', 'e1g', 'e1h', 'e2g', 'w1g', ...leaves];
    const random = seeded(7);
    for (let round = 0; round < 25; round++) {
      const asked = leaves.map(() => Math.floor(random() * 13));
      // Of those asked, some did not answer the second question.
      const part = asked.map((n) => Math.floor(random() * (n + 1)));
      await fill(run.id, units, leaves, asked, part);
      const shown = new Map<string, number[]>();
      for (const unit of units) {
        const card = await cardAt(unit, '', run.id);
        for (const one of card.items) {
          if (one.mean === null || !['overall', 'people'].includes(one.question)) continue;
          const size = sizeOf(unit, leaves, one.question === 'overall' ? asked : part);
          expect(one.base).toBe(size);
          const key = `${one.question}:${one.row}`;
          shown.set(key, [...(shown.get(key) ?? []), bits(unit, leaves)]);
        }
        for (const child of card.children)
          if (child.score)
            shown.set('overall:', [...(shown.get('overall:') ?? []), bits(child.unit.id, leaves)]);
      }
      for (const [key, sets] of shown) {
        const sizes = key === 'overall:' ? asked : part;
        for (const set of closure(sets)) {
          const size = sizes.reduce((sum, n, at) => sum + (set & (1 << at) ? n : 0), 0);
          expect(size === 0 || size >= 5, `${key}: a group of ${size} from ${asked} / ${part}`).toBe(true);
        }
      }
    }
  });
});

describe('shared links', () => {
  const shares = (unit: string) => `/api/campaigns/${campaign.id}/units/${unit}/shares`;

  it('show a community’s card without the units below, until they are ended', async () => {
    const made = await city.as('mayor')('POST', shares('w1'), { days: 7 });
    expect(made.status, made.text).toBeLessThan(300);
    const token = String(made.body.link).split('#')[1] ?? '';
    expect(made.body.link).toMatch(/^http:\/\/localhost:8787\/s#[0-9a-z]{52}$/);
    const stored = await city.db.prepare('SELECT token_hash FROM share_link').all();
    expect(JSON.stringify(stored.results)).not.toContain(token);

    const card = await city.anyone('POST', '/api/shared', { token });
    expect(card.status, card.text).toBe(200);
    expect(card.body).toMatchObject({
      n: 27,
      children: [],
      compared: null,
      mayReadAnswers: false,
      texts: [],
    });
    expect(item(card.body, 'overall').base).toBeGreaterThan(0);

    const listed = await city.as('mayor')('GET', shares('city'));
    expect(listed.body.shares).toMatchObject([{ unit: { id: 'w1' }, revoked: false }]);
    // The other street can neither see nor end it.
    const share = `${shares('w1')}/${made.body.share.id}`;
    expect((await city.as('eastadmin')('DELETE', share)).status).toBe(404);
    expect((await city.as('mayor')('DELETE', `${shares('east')}/${made.body.share.id}`)).status).toBe(404);
    expect((await city.as('mayor')('DELETE', share)).status).toBe(204);
    expect((await city.as('mayor')('DELETE', share)).status).toBe(204);
    const over = await city.anyone('POST', '/api/shared', { token });
    expect([over.status, over.body.code]).toEqual([410, 'share-over']);
    const acts = await city.db.prepare("SELECT act FROM audit WHERE act LIKE 'share.%' ORDER BY seq").all();
    expect(acts.results).toEqual([{ act: 'share.create' }, { act: 'share.revoke' }]);
  });

  it('end by themselves', async () => {
    const made = await city.as('mayor')('POST', shares('city'), { days: 1 });
    await city.db
      .prepare('UPDATE share_link SET expires_at = ?1')
      .bind(Date.now() - day)
      .run();
    const over = await city.anyone('POST', '/api/shared', { token: String(made.body.link).split('#')[1] });
    expect(over.body.code).toBe('share-over');
    expect((await city.anyone('POST', '/api/shared', { token: 'x' })).body.code).toBe('share-over');
  });

  it('are refused for grids, for fewer than ten answers, and where they would give a small one away', async () => {
    const code = async (unit: string) =>
      (await city.as('mayor')('POST', shares(unit), { days: 7 })).body.code;
    expect(await code('w1g')).toBe('share-too-low');
    expect(await code('e2')).toBe('share-too-few');
    expect(await code('e1')).toBe('hidden');
  });
});

describe('the result on a building’s page', () => {
  it('is that of the nearest community or above that ten people answered for, in plain words', async () => {
    const own = await city.publishForm({ ...definition, title: '结果' });
    const run = await city.openCampaign(own.form);
    for (const [unit, n] of [
      ['b1', 12],
      ['b4', 3],
      ['b5', 11],
    ] as const)
      for (let at = 0; at < n; at++) await send(run.slug, unit, { overall: 4, worry: ['park'], people: 3 });
    const { body } = await city.as('mayor')('GET', `/api/campaigns/${run.id}`);
    await city.as('mayor')('PATCH', `/api/campaigns/${run.id}`, { rev: body.rev, state: 'closed' });
    const resultAt = async (unit: string) => {
      const page = await city.anyone('GET', `/api/buildings/page${unit}`);
      expect(page.status, page.text).toBe(200);
      return page.body.finished.find(({ title }: { title: string }) => title === '结果').result;
    };
    expect(await resultAt('b5')).toMatchObject({ unit: { id: 'w1' }, n: 11 });
    // e2 has three answers; e1 would give it away, so both buildings read their street's.
    expect(await resultAt('b4')).toMatchObject({ unit: { id: 'east' }, n: 15 });
    const { unit, lines } = await resultAt('b1');
    expect(unit.id).toBe('east');
    expect(lines).toEqual([
      { title: '总体满意吗', words: expect.stringMatching(/^75\.0 分（大约 [\d.]+–[\d.]+）$/) },
      // All gave the same answer.
      { title: '最操心什么', words: '为保护隐私不显示' },
      { title: '家里几口人', words: '平均 3.0' },
    ]);
  });
});

const sizeOf = (unit: string, leaves: readonly string[], sizes: readonly number[]) =>
  leaves.reduce((sum, leaf, at) => sum + (pathOf(leaf).includes(`/${unit}/`) ? (sizes[at] ?? 0) : 0), 0);
const bits = (unit: string, leaves: readonly string[]) =>
  leaves.reduce((set, leaf, at) => set | (pathOf(leaf).includes(`/${unit}/`) ? 1 << at : 0), 0);

/** Tallies as submissions would leave them: everybody answers `overall`, some of them `people`. */
async function fill(run: string, units: string[], leaves: string[], asked: number[], part: number[]) {
  await city.db.batch([
    city.db.prepare('DELETE FROM tally WHERE campaign = ?1').bind(run),
    ...units.map((unit) => {
      const counts = {
        overall: { 4: sizeOf(unit, leaves, asked) },
        people: { 2: sizeOf(unit, leaves, part) },
      };
      return city.db
        .prepare("INSERT INTO tally (campaign, unit, grp, n, counts) VALUES (?1, ?2, 'self', ?3, ?4)")
        .bind(run, unit, counts.overall[4], JSON.stringify(counts));
    }),
  ]);
}

/** Everything that sums and differences of known sets make known. */
function closure(known: readonly number[]): Set<number> {
  const all = new Set(known);
  for (let grew = true; grew; ) {
    grew = false;
    for (const a of [...all])
      for (const b of [...all])
        for (const made of [(a & b) === b ? a & ~b : 0, (a & b) === 0 ? a | b : 0])
          if (made !== 0 && !all.has(made)) {
            all.add(made);
            grew = true;
          }
  }
  return all;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
