// What new forms start from: templates of a branch and whom they reach, the bank of questions, links that show a draft.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { type City, openCity, responseId } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const form = (title: string): Definition => ({
  title,
  layout: 'steps',
  questions: [{ id: 'q', type: 'yes-no', title: `${title}好吗？` }],
});
const titles = (body: { templates: { title: string }[] }) => body.templates.map(({ title }) => title);
const east = () => city.as('easteditor');
const west = () => city.as('westeditor');
const mayor = () => city.as('mayor');

describe('a template of the branch', () => {
  test('is the newest published version, and stays as it was until it is set again', async () => {
    const { form: id } = await city.publishForm(form('楼道'), 'easteditor', 'east');
    const set = () => east()('PUT', `/api/forms/${id}/templates/e1`, { summary: '查楼道堆物' });
    const made = (await set()).body;
    expect(made).toMatchObject({
      title: '楼道',
      summary: '查楼道堆物',
      version: 1,
      newest: 1,
      unit: { id: 'e1' },
    });
    await east()('PUT', `/api/forms/${id}/draft`, { rev: 1, definition: form('楼道二') });
    await east()('POST', `/api/forms/${id}/versions`, { rev: 2 });
    const read = async () => (await east()('GET', `/api/templates/${made.id}`)).body.definition.title;
    expect(await read()).toBe('楼道');
    expect((await east()('GET', '/api/templates')).body.templates[0]).toMatchObject({
      version: 1,
      newest: 2,
    });
    const again = (await set()).body;
    expect([again.id, again.version, await read()]).toEqual([made.id, 2, '楼道二']);
    expect((await east()('DELETE', `/api/templates/${made.id}`)).status).toBe(204);
    expect((await east()('GET', `/api/templates/${made.id}`)).status).toBe(404);
    expect((await set()).body.id).toBe(made.id);
  });

  test('reaches those who edit at its unit, above and below, and nobody beside', async () => {
    const { form: city1 } = await city.publishForm(form('全市'), 'mayor', 'city');
    const { form: east1 } = await city.publishForm(form('街道'), 'mayor', 'east');
    const atCity = (await mayor()('PUT', `/api/forms/${city1}/templates/city`, { summary: '甲' })).body.id;
    const atEast = (await mayor()('PUT', `/api/forms/${east1}/templates/east`, { summary: '乙' })).body.id;
    expect(titles((await east()('GET', '/api/templates')).body)).toEqual(
      expect.arrayContaining(['全市', '街道']),
    );
    expect(titles((await west()('GET', '/api/templates')).body)).toEqual(['全市']);
    expect(titles((await mayor()('GET', '/api/templates')).body)).toEqual(
      expect.arrayContaining(['全市', '街道']),
    );
    // Leaders and helpers make no forms.
    expect(titles((await city.as('eastleader')('GET', '/api/templates')).body)).toEqual([]);
    expect((await east()('GET', `/api/templates/${atCity}`)).status).toBe(200);
    expect((await city.as('eastleader')('GET', `/api/templates/${atCity}`)).status).toBe(403);
    expect((await west()('GET', `/api/templates/${atEast}`)).status).toBe(404);
    // What came from above is taken down there.
    expect((await east()('DELETE', `/api/templates/${atCity}`)).status).toBe(404);
    const shown = (await east()('GET', '/api/templates')).body.templates;
    expect(shown.map((one: { title: string; mayRemove: boolean }) => [one.title, one.mayRemove])).toEqual(
      expect.arrayContaining([
        ['全市', false],
        ['街道', true],
      ]),
    );
  });

  test('stays when its form is put away', async () => {
    const { form: id } = await city.publishForm(form('旧表'), 'easteditor', 'east');
    const { id: template } = (await east()('PUT', `/api/forms/${id}/templates/e1`, { summary: '旧' })).body;
    expect((await east()('POST', `/api/forms/${id}/archive`, { rev: 1, archived: true })).status).toBe(200);
    expect((await east()('GET', `/api/templates/${template}`)).body.definition.title).toBe('旧表');
    expect(titles((await east()('GET', '/api/templates')).body)).toContain('旧表');
  });

  test('is set where one edits only, and only once it was published', async () => {
    const { form: id } = await city.publishForm(form('站点'), 'easteditor', 'east');
    const at = (unit: string) => east()('PUT', `/api/forms/${id}/templates/${unit}`, { summary: '丙' });
    expect((await at('city')).status).toBe(404);
    expect((await at('west')).status).toBe(404);
    expect((await at('nowhere')).status).toBe(404);
    expect((await at('e1g')).status).toBe(200);
    const draft = (
      await east()('POST', '/api/units/east/forms', { kind: 'survey', definition: form('草稿') })
    ).body;
    const refused = await east()('PUT', `/api/forms/${draft.id}/templates/east`, { summary: '丁' });
    expect([refused.status, refused.body.code]).toEqual([409, 'form-not-published']);
  });

  test('is listed among the newest 200, and the reply says when there are more', async () => {
    const { form: id } = await city.publishForm(form('西街'), 'westeditor', 'west');
    const list = async () => (await west()('GET', '/api/templates')).body;
    const addLike = async (from: number, to: number) => {
      const copies = `WITH RECURSIVE n(i) AS (SELECT ?2 UNION ALL SELECT i + 1 FROM n WHERE i < ?3) INSERT INTO`;
      const statements = [
        `${copies} form (id, unit, kind, title, draft, version, created_by, created_at, updated_at)
         SELECT id || i, unit, kind, title, draft, version, 'x', 0, 0 FROM n, form WHERE id = ?1`,
        `${copies} form_version (form, number, definition, sha256, published_by, published_at)
         SELECT form || i, number, definition, '', 'x', 0 FROM n, form_version WHERE form = ?1`,
        `${copies} template (id, form, version, unit, summary, set_by, set_at)
         SELECT id || i, id || i, version, unit, '一样', 'x', i FROM n, form WHERE id = ?1`,
      ];
      await city.db.batch(statements.map((sql) => city.db.prepare(sql).bind(id, from, to)));
    };
    await addLike(1, 200 - (await list()).templates.length);
    const whole = await list();
    expect([whole.templates.length, whole.more]).toEqual([200, false]);
    await addLike(201, 201);
    const cut = await list();
    expect([cut.templates.length, cut.more]).toEqual([200, true]);
  });
});

describe('the bank of questions', () => {
  const question = (title: string) => ({ id: 'q', type: 'yes-no', title });
  const seen = async (login: string) =>
    (await city.as(login)('GET', '/api/bank')).body.questions.map(
      (one: { question: { title: string }; mine: boolean }) => [one.question.title, one.mine],
    );

  test('own questions are for oneself, shared ones for the branch', async () => {
    const keep = async (title: string, shared: boolean) =>
      (await east()('POST', '/api/units/east/bank', { question: question(title), shared })).body.id;
    const own = await keep('我的题', false);
    const shared = await keep('大家的题', true);
    expect(await seen('easteditor')).toEqual(
      expect.arrayContaining([
        ['我的题', true],
        ['大家的题', true],
      ]),
    );
    expect(await seen('mayor')).toEqual([['大家的题', false]]);
    expect(await seen('westeditor')).toEqual([]);
    // Not even the admin of the branch knows of it.
    expect((await city.as('eastadmin')('DELETE', `/api/bank/${own}`)).status).toBe(404);
    expect((await west()('DELETE', `/api/bank/${shared}`)).status).toBe(404);
    expect((await city.as('eastadmin')('DELETE', `/api/bank/${shared}`)).status).toBe(204);
    expect((await east()('DELETE', `/api/bank/${own}`)).status).toBe(204);
    expect(await seen('easteditor')).toEqual([]);
  });

  test('takes whole questions only', async () => {
    const reply = await east()('POST', '/api/units/east/bank', {
      question: { id: 'q', type: 'x' },
      shared: false,
    });
    expect([reply.status, reply.body.code]).toEqual([400, 'bad-input']);
  });
});

describe('a link to a draft', () => {
  const formPost = { 'content-type': 'application/x-www-form-urlencoded' };
  const open = (link: string) => city.anyone('POST', '/p', `token=${link.split('#')[1]}`, formPost);
  const make = async () => {
    const { id } = (
      await east()('POST', '/api/units/east/forms', { kind: 'survey', definition: form('看看') })
    ).body;
    const { link, preview } = (await east()('POST', `/api/forms/${id}/previews`, {})).body;
    return { id, link, preview };
  };
  const counts = async () =>
    (
      await city.db
        .prepare(
          'SELECT (SELECT count(*) FROM response) + (SELECT count(*) FROM audit) + (SELECT count(*) FROM attachment) AS n',
        )
        .first<{ n: number }>()
    )?.n;

  test('shows it without an account, as it is now, and stores nothing', async () => {
    const { id, link } = await make();
    expect(link).toMatch(/\/p#[a-z0-9]{52}$/);
    expect((await city.anyone('GET', '/p')).status).toBe(200);
    const before = await counts();
    const page = await open(link);
    expect([page.status, page.text.includes('看看好吗？'), page.text.includes('"preview":true')]).toEqual([
      200,
      true,
      true,
    ]);
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(await counts()).toBe(before);
    await east()('PUT', `/api/forms/${id}/draft`, { rev: 1, definition: form('改了') });
    expect((await open(link)).text).toContain('改了好吗？');
  });

  test('sends nothing: there is no run behind it', async () => {
    const { link } = await make();
    const { text } = await open(link);
    expect(text).toContain('"slug":""');
    // What its page would post without a script.
    const action = /<form[^>]* action="([^"]*)"/.exec(text)?.[1] ?? '';
    const sent = await city.anyone('POST', action, `.step=send&.response=${responseId()}&q=yes`, formPost);
    expect(sent.status).toBeGreaterThanOrEqual(400);
  });

  test('ends when it is taken back, and after seven days', async () => {
    const { id, link, preview } = await make();
    const listed = async () => (await east()('GET', `/api/forms/${id}/previews`)).body.previews;
    expect(await listed()).toEqual([preview]);
    const days = (preview.expiresAt - preview.createdAt) / 86_400_000;
    expect(days).toBe(7);
    // A secret is no id: neither stands for the other.
    expect((await open(`#${preview.id}`)).status).toBe(410);
    expect((await east()('DELETE', `/api/forms/${id}/previews/${preview.id}`)).status).toBe(204);
    expect((await open(link)).status).toBe(410);
    expect((await listed())[0].revoked).toBe(true);
    const other = await make();
    await city.db
      .prepare('UPDATE preview_link SET expires_at = ?1')
      .bind(Date.now() - 1)
      .run();
    expect((await open(other.link)).status).toBe(410);
  });

  test('does not open while its form is put away, and none is made for such a form', async () => {
    const { id, link } = await make();
    const putAway = (rev: number, archived: boolean) =>
      east()('POST', `/api/forms/${id}/archive`, { rev, archived });
    await putAway(1, true);
    const ended = await open(link);
    expect([ended.status, ended.text.includes('这个链接已经失效')]).toEqual([410, true]);
    expect(ended.text).not.toContain('看看好吗？');
    const refused = await east()('POST', `/api/forms/${id}/previews`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'form-archived']);
    await putAway(2, false);
    expect((await open(link)).status).toBe(200);
  });

  test('is listed among 50, those that still open first, and the reply says when there are more', async () => {
    const { id, preview } = await make();
    const list = async () => (await east()('GET', `/api/forms/${id}/previews`)).body;
    expect(await list()).toEqual({ previews: [preview], more: false });
    await city.db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
         INSERT INTO preview_link (token_hash, form, created_by, created_at, expires_at, revoked_at)
         SELECT 'over' || i, ?1, 'x', ?2 + i, ?2 + i, ?2 + i FROM n`,
      )
      .bind(id, preview.createdAt)
      .run();
    const { previews, more } = await list();
    expect([previews.length, previews[0].id, previews[1].id, more]).toEqual([50, preview.id, 'over50', true]);
  });

  test('of another form is not taken back here', async () => {
    const [one, two] = [await make(), await make()];
    const reply = await east()('DELETE', `/api/forms/${one.id}/previews/${two.preview.id}`);
    expect(reply.status).toBe(404);
  });
});
