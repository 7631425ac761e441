// Campaigns: the window, the scope, the frozen tree, steering by revision, and the timer that erases answers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thirtyAnswers, thirtyQuestions } from '../property/sample.ts';
import { type City, day, openCity, responseId } from './city.ts';

let city: City;
let form: string;
beforeAll(async () => {
  city = await openCity();
  ({ form } = await city.publishForm(thirtyQuestions()));
});
afterAll(() => city.close());

const body = (more: object = {}) => ({
  form,
  scope: ['e1'],
  opensAt: Date.now() - 1000,
  closesAt: Date.now() + day,
  access: 'anyone',
  named: false,
  organiser: '居委会',
  phone: '8700000',
  keepDays: 30,
  ...more,
});
const open = (more: object = {}, unit = 'city') =>
  city.as('mayor')('POST', `/api/units/${unit}/campaigns`, body(more));
let senders = 0;
const send = (slug: string, unit: string, seed = 1) =>
  city.anyone(
    'PUT',
    `/api/campaigns/${slug}/responses/${responseId()}`,
    { version: 1, unit, answers: thirtyAnswers(seed) },
    { 'cf-connecting-ip': `10.5.0.${++senders}` },
  );
const frozen = async (campaign: string) =>
  (
    await city.db
      .prepare(
        'SELECT unit, path, households, places, answers FROM campaign_unit WHERE campaign = ?1 ORDER BY position',
      )
      .bind(campaign)
      .all<{ unit: string; path: string; households: number; places: number; answers: number }>()
  ).results;

describe('opening', () => {
  test.each([
    [
      'a window that ends before it begins',
      { opensAt: Date.now() + 2 * day, closesAt: Date.now() + day },
      400,
      'window-wrong',
    ],
    [
      'a window that is over',
      { opensAt: Date.now() - 2 * day, closesAt: Date.now() - day },
      400,
      'window-wrong',
    ],
    ['a unit of another branch in its scope', { scope: ['e1', 'nowhere'] }, 403, 'scope-outside'],
    ['one per household before there is a roll', { access: 'household' }, 409, 'roll-missing'],
    ['no scope', { scope: [] }, 400, 'bad-input'],
    ['a cap of none', { cap: 0 }, 400, 'bad-input'],
  ])('with %s is refused', async (_, more, status, code) => {
    const reply = await open(more);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('by an editor reaches no further than the own branch', async () => {
    const outside = await city.as('easteditor')('POST', '/api/units/east/campaigns', body({ scope: ['w1'] }));
    expect([outside.status, outside.body.code]).toEqual([404, 'not-found']); // the form is the city's, above the editor
    const own = await city.publishForm(thirtyQuestions(), 'easteditor', 'east');
    const reply = await city.as('easteditor')(
      'POST',
      '/api/units/east/campaigns',
      body({ form: own.form, scope: ['w1'] }),
    );
    expect([reply.status, reply.body.code]).toEqual([403, 'scope-outside']);
  });

  test('over an estate without buildings is refused: nobody could answer', async () => {
    const estate = { kind: 'estate', name: '铁路新村', code: 'bare-estate', households: 0 };
    const made = await city.as('mayor')('POST', '/api/units/e1/children', estate);
    expect(made.status).toBe(200);
    const reply = await open({ scope: [made.body.id] });
    expect([reply.status, reply.body.code]).toEqual([400, 'scope-empty']);
    await city.as('mayor')('POST', `/api/units/${made.body.id}/retire`, { rev: made.body.rev });
  });

  test('of a form that was never published, or was put away, is refused', async () => {
    const mayor = city.as('mayor');
    const draft = (
      await mayor('POST', '/api/units/city/forms', { kind: 'survey', definition: thirtyQuestions() })
    ).body;
    expect((await open({ form: draft.id })).body.code).toBe('form-not-published');
    await mayor('POST', `/api/forms/${draft.id}/archive`, { rev: 1, archived: true });
    expect((await open({ form: draft.id })).body.code).toBe('form-archived');
  });

  test('takes its name from the version that it asks, whatever the draft is called by now', async () => {
    const asked = await city.publishForm({ ...thirtyQuestions(), title: '发布了的名称' });
    const draft = { rev: asked.rev, definition: { ...thirtyQuestions(), title: '还没发布的名称' } };
    expect((await city.as('mayor')('PUT', `/api/forms/${asked.form}/draft`, draft)).status).toBe(200);
    const run = await open({ form: asked.form });
    expect([run.status, run.body.version, run.body.title]).toEqual([200, 1, '发布了的名称']);
    expect((await open({ form: asked.form, title: '自己的名称' })).body.title).toBe('自己的名称');
    const later = await open({ form: asked.form, version: 2 });
    expect([later.status, later.body.code]).toEqual([400, 'version-unknown']);
  });

  test('without names is refused where the form needs one, and so is moving to a version that does', async () => {
    const mayor = city.as('mayor');
    const questions = (required: boolean) => ({
      title: '报名',
      layout: 'steps' as const,
      questions: [{ id: 'who', type: 'name' as const, title: '您的姓名', required }],
    });
    const asked = await city.publishForm(questions(false));
    const run = (await open({ form: asked.form })).body;
    const draft = { rev: asked.rev, definition: questions(true) };
    const { rev } = (await mayor('PUT', `/api/forms/${asked.form}/draft`, draft)).body;
    await mayor('POST', `/api/forms/${asked.form}/versions`, { rev });
    const refused = await open({ form: asked.form });
    expect([refused.status, refused.body.code]).toEqual([409, 'names-needed']);
    expect(refused.body.title).toContain('“您的姓名”');
    const moved = await mayor('PATCH', `/api/campaigns/${run.id}`, { rev: run.rev, version: 2 });
    expect([moved.status, moved.body.code]).toEqual([409, 'names-needed']);
    const named = await open({ form: asked.form, named: true });
    expect([named.status, named.body.version, named.body.named]).toEqual([200, 2, true]);
  });

  test('off building pages is reached by its own address only, until it is put there', async () => {
    const onPage = async () => {
      const { body: page } = await city.anyone('GET', '/api/buildings/pageb1');
      return page.open.map(({ slug }: { slug: string }) => slug);
    };
    const run = (await open({ listed: false })).body;
    const usual = (await open()).body;
    expect([run.listed, usual.listed]).toEqual([false, true]);
    expect(await onPage()).toContain(usual.slug);
    expect(await onPage()).not.toContain(run.slug);
    expect((await city.anyone('GET', `/api/fill/${run.slug}`)).status).toBe(200);
    expect((await send(run.slug, 'b1')).status).toBe(200);
    const put = await city.as('mayor')('PATCH', `/api/campaigns/${run.id}`, { rev: run.rev, listed: true });
    expect([put.status, put.body.listed]).toEqual([200, true]);
    expect(await onPage()).toContain(run.slug);
  });

  test('over nested and repeated units counts each building and household once', async () => {
    const { id, places, households } = (await open({ scope: ['e1', 'e1g', 'b1', 'e1', 'b4'] })).body;
    expect([places, households]).toEqual([4, 40 + 36 + 24 + 60]);
    const units = await frozen(id);
    expect(units.map(({ unit }) => unit)).toEqual([
      'city',
      'east',
      'e1',
      'e1g',
      'b1',
      'b2',
      'e1h',
      'b3',
      'e2',
      'e2g',
      'b4',
    ]);
    expect(units.filter(({ answers }) => answers === 1).map(({ unit }) => unit)).toEqual([
      'b1',
      'b2',
      'b3',
      'b4',
    ]);
  });

  test('of one building reaches that building and nobody beside it', async () => {
    const { slug } = (await open({ scope: ['b1'] })).body;
    expect((await send(slug, 'b1')).status).toBe(200);
    for (const unit of ['b2', 'b5', 'e1g', 'city'])
      expect((await send(slug, unit)).body.code).toBe('unit-unknown');
  });
});

describe('the list', () => {
  test('is searched by words of the title, past the first page, and never beyond the own branches', async () => {
    const sought = (await open({ title: 'Lift 电梯那一期' })).body.id;
    const elsewhere = await open({ title: '西边的电梯', scope: ['w1'] });
    expect(elsewhere.status).toBe(200);
    for (let newer = 0; newer < 31; newer++) await open();
    const found = async (words: string) => {
      const reply = await city.as('eastadmin')('GET', `/api/campaigns?search=${encodeURIComponent(words)}`);
      return reply.body.campaigns.map(({ id }: { id: string }) => id);
    };
    expect((await city.as('eastadmin')('GET', '/api/campaigns')).text).not.toContain(sought);
    expect([await found('电梯'), await found(' lift '), await found('%')]).toEqual([[sought], [sought], []]);
  });
});

describe('the frozen tree', () => {
  test('a renamed, moved or retired unit changes nothing for the campaign that runs', async () => {
    const mayor = city.as('mayor');
    const made = (
      await mayor('POST', '/api/units/e2g/children', {
        kind: 'building',
        name: '老名字',
        code: 'frozenb',
        households: 10,
      })
    ).body;
    const { id, slug } = (await open({ scope: ['city'] })).body;
    expect((await send(slug, made.id, 1)).status).toBe(200);
    const before = await frozen(id);
    let { rev } = made;
    rev = (await mayor('PATCH', `/api/units/${made.id}`, { rev, name: '新名字', households: 99 })).body.rev;
    const moved = await mayor('POST', `/api/units/${made.id}/move`, { rev, parent: 'w1g' });
    expect(moved.status).toBe(200);
    await mayor('POST', `/api/units/${made.id}/retire`, { rev: moved.body.rev });
    expect((await send(slug, made.id, 2)).status).toBe(200);
    expect(await frozen(id)).toEqual(before);
    const n = async (unit: string) =>
      (await mayor('GET', `/api/campaigns/${id}/units/${unit}/progress`)).body.here?.n;
    expect([await n('e2'), await n('east'), await n('west'), await n('city')]).toEqual([2, 2, 0, 2]);
    // Those of the branch where it stood go on reading it; those of the branch where it went do not.
    expect(
      (await city.as('eastadmin')('GET', `/api/campaigns/${id}/units/${made.id}/responses`)).body.responses,
    ).toHaveLength(2);
    expect(
      (await city.as('westadmin')('GET', `/api/campaigns/${id}/units/${made.id}/responses`)).status,
    ).toBe(404);
    expect((await mayor('POST', `/api/campaigns/${id}/recount`, {})).body.differences).toEqual([]);
    // The next campaign takes the tree as it stands now.
    const next = (await open({ scope: ['city'] })).body;
    expect((await frozen(next.id)).map(({ unit }) => unit)).not.toContain(made.id);
  });
});

describe('steering', () => {
  test('pause, go on, extend, close; a stale act is refused and changes nothing', async () => {
    const { id, slug } = (await open()).body;
    const mayor = city.as('mayor');
    const steer = (rev: number, set: object) => mayor('PATCH', `/api/campaigns/${id}`, { rev, ...set });
    expect((await steer(1, { state: 'paused' })).body.phase).toBe('paused');
    expect((await send(slug, 'b1')).body.code).toBe('paused');
    expect((await steer(1, { state: 'closed' })).body.code).toBe('stale');
    expect((await steer(2, { state: 'open' })).body.phase).toBe('open');
    expect((await send(slug, 'b1')).status).toBe(200);
    const later = Date.now() + 3 * day;
    expect((await steer(3, { closesAt: later })).body.closesAt).toBe(later);
    expect((await steer(4, { closesAt: Date.now() - 1 })).body.code).toBe('window-wrong');
    expect((await steer(4, { version: 2 })).body.code).toBe('version-unknown');
    expect((await steer(4, { state: 'closed', outcome: '电梯已修好' })).body).toMatchObject({
      phase: 'closed',
      outcome: '电梯已修好',
      rev: 5,
    });
    expect((await send(slug, 'b1')).body.code).toBe('closed');
  });

  test('of many acts at the same revision one takes effect', async () => {
    const { id } = (await open()).body;
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        city.as('mayor')('PATCH', `/api/campaigns/${id}`, { rev: 1, title: `第 ${index} 个` }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await city.as('mayor')('GET', `/api/campaigns/${id}`)).body.rev).toBe(2);
  });

  test('a campaign is open from its first moment and closed from its last', async () => {
    const { id, slug } = (await open()).body;
    const at = async (opens: number, closes: number) => {
      await city.db
        .prepare('UPDATE campaign SET opens_at = ?2, closes_at = ?3 WHERE id = ?1')
        .bind(id, opens, closes)
        .run();
      return (await send(slug, 'b1')).body.code;
    };
    const now = Date.now();
    expect(await at(now - 60_000, now + 60_000)).toBeUndefined();
    expect(await at(now + 60_000, now + 120_000)).toBe('not-open-yet');
    expect(await at(now - 120_000, now)).toBe('closed');
  });
});

describe('retention', () => {
  test('some days after closing the answers are erased, their counts stay, and the recount is clean', async () => {
    const { id, slug } = (await open({ keepDays: 30 })).body;
    for (let seed = 0; seed < 12; seed++) await send(slug, 'b1', seed);
    const mayor = city.as('mayor');
    const [first] = (await mayor('GET', `/api/campaigns/${id}/units/city/responses`)).body.responses;
    await mayor('POST', `/api/campaigns/${id}/responses/${first.id}/void`, { rev: 1, reason: '重复' });
    const tallies = async () =>
      (
        await city.db
          .prepare('SELECT unit, n, counts FROM tally WHERE campaign = ?1 ORDER BY unit')
          .bind(id)
          .all()
      ).results;
    const before = await tallies();
    const closed = (days: number) =>
      city.db
        .prepare('UPDATE campaign SET closes_at = ?2, opens_at = 0 WHERE id = ?1')
        .bind(id, Date.now() - days * day)
        .run();
    const answers = async () =>
      (
        await city.db
          .prepare("SELECT count(*) AS n FROM response WHERE campaign = ?1 AND answers <> '{}'")
          .bind(id)
          .first<{ n: number }>()
      )?.n;

    await closed(29);
    await city.runtime.scheduled();
    expect(await answers()).toBe(12);
    await closed(31);
    await city.runtime.scheduled();
    expect(await answers()).toBe(0);
    expect(await tallies()).toEqual(before);
    expect((await mayor('POST', `/api/campaigns/${id}/recount`, {})).body).toMatchObject({
      responses: 11,
      differences: [],
    });
    const { body } = await mayor('GET', `/api/campaigns/${id}`);
    expect(body.erasedAt).toBeGreaterThan(0);
    // History is history: it cannot be opened again, and its answers cannot be corrected.
    expect(
      (
        await mayor('PATCH', `/api/campaigns/${id}`, {
          rev: body.rev,
          state: 'open',
          closesAt: Date.now() + day,
        })
      ).body.code,
    ).toBe('campaign-over');
    const row = (await mayor('GET', `/api/campaigns/${id}/units/city/responses`)).body.responses[1];
    expect([row.erased, row.answers]).toEqual([true, {}]);
    const edit = await mayor('PATCH', `/api/campaigns/${id}/responses/${row.id}`, {
      rev: row.rev,
      reason: '更正',
      answers: thirtyAnswers(1),
    });
    expect([edit.status, edit.body.code]).toEqual([410, 'erased']);
    // Taking one out now would tell by the difference what it had said.
    const out = await mayor('POST', `/api/campaigns/${id}/responses/${row.id}/void`, {
      rev: row.rev,
      reason: '晚了',
    });
    expect([out.status, out.body.code]).toEqual([410, 'erased']);
    const left = await city.db
      .prepare(
        "SELECT count(*) AS n FROM response WHERE campaign = ?1 AND (delta <> '{}' OR digest <> '' OR undo IS NOT NULL)",
      )
      .bind(id)
      .first('n');
    expect(left).toBe(0);
    const acts = (
      await city.db
        .prepare("SELECT actor, act FROM audit WHERE target = ?1 AND act = 'campaign.erase'")
        .bind(id)
        .all()
    ).results;
    expect(acts).toEqual([{ actor: 'system', act: 'campaign.erase' }]);
  });
});
