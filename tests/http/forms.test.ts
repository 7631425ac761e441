// Forms: drafts saved with the revision that was read, versions under their hash, and what stops publishing.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { templates } from '../../schema/form/templates.ts';
import { writtenOut } from '../unit/written-out.ts';
import { type City, openCity } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const definition: Definition = {
  title: '物业调查',
  layout: 'steps',
  questions: [
    { id: 'lift', type: 'yes-no', title: '有电梯吗', required: true },
    { id: 'why', type: 'text', title: '哪里不好', showIf: { q: 'lift', op: 'equals', value: 'yes' } },
  ],
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const create = async (given: unknown = definition) =>
  (await city.as('easteditor')('POST', '/api/units/e1/forms', { kind: 'survey', definition: given })).body;

describe('a draft', () => {
  test('is saved at the revision that was read', async () => {
    const form = await create();
    expect([form.rev, form.version, form.changed]).toEqual([1, 0, false]);
    const saved = await city.as('easteditor')('PUT', `/api/forms/${form.id}/draft`, {
      rev: 1,
      definition: { ...definition, title: '改过的' },
    });
    expect([saved.status, saved.body.rev, saved.body.draft.title, saved.body.title]).toEqual([
      200,
      2,
      '改过的',
      '改过的',
    ]);
  });

  test('of a stale save nothing is kept, and the newer state comes with the refusal', async () => {
    const form = await create();
    const editor = city.as('easteditor');
    await editor('PUT', `/api/forms/${form.id}/draft`, {
      rev: 1,
      definition: { ...definition, title: '甲改的' },
    });
    const stale = await editor('PUT', `/api/forms/${form.id}/draft`, {
      rev: 1,
      definition: { ...definition, title: '乙改的' },
    });
    expect([stale.status, stale.body.code, stale.body.current.draft.title]).toEqual([409, 'stale', '甲改的']);
    expect((await editor('GET', `/api/forms/${form.id}`)).body.draft.title).toBe('甲改的');
  });

  test('saves of one sitting are one line of the history, until somebody or something else comes between', async () => {
    const form = await create();
    const save = async (who: string, rev: number) =>
      (
        await city.as(who)('PUT', `/api/forms/${form.id}/draft`, {
          rev,
          definition: { ...definition, title: `第 ${rev} 次` },
        })
      ).body.rev;
    const acts = async () =>
      (await city.as('eastadmin')('GET', '/api/units/east/audit')).body.entries
        .filter(({ target }: { target: string }) => target === form.id)
        .map(({ act, actor }: { act: string; actor: string }) => `${actor} ${act}`)
        .reverse();
    for (const rev of [1, 2, 3]) expect(await save('easteditor', rev)).toBe(rev + 1);
    expect(await acts()).toEqual(['easteditor form.create', 'easteditor form.save']);
    await save('eastadmin', 4);
    await save('easteditor', 5);
    await save('easteditor', 6);
    expect((await acts()).slice(2)).toEqual(['eastadmin form.save', 'easteditor form.save']);
    await city.db.prepare('UPDATE audit SET at = at - 700000 WHERE target = ?1').bind(form.id).run();
    await save('easteditor', 7);
    expect((await acts()).slice(4)).toEqual(['easteditor form.save']);
  });

  test('of two saves at once one is kept whole and the other is refused', async () => {
    const form = await create();
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        city.as('easteditor')('PUT', `/api/forms/${form.id}/draft`, {
          rev: 1,
          definition: { ...definition, title: `第 ${index} 位` },
        }),
      ),
    );
    const kept = replies.filter(({ status }) => status === 200);
    expect(kept).toHaveLength(1);
    const now = (await city.as('easteditor')('GET', `/api/forms/${form.id}`)).body;
    expect([now.rev, now.draft.title]).toEqual([2, kept[0]?.body.draft.title]);
  });

  test('a save repeated because its reply was lost is no second revision', async () => {
    const form = await create();
    const body = { rev: 1, definition: { ...definition, title: '同一次' } };
    const editor = city.as('easteditor');
    await editor('PUT', `/api/forms/${form.id}/draft`, body);
    const again = await editor('PUT', `/api/forms/${form.id}/draft`, body);
    expect([again.status, again.body.rev]).toEqual([200, 2]);
  });

  test.each([
    ['a type that nobody knows', { ...definition, questions: [{ id: 'x', type: 'poem', title: '诗' }] }],
    ['an id with a quote in it', { ...definition, questions: [{ id: 'a"b', type: 'text', title: '问' }] }],
    [
      'a setting that the type does not have',
      { ...definition, questions: [{ id: 'x', type: 'text', title: '问', stars: 5 }] },
    ],
    [
      'more than 300 questions',
      {
        ...definition,
        questions: Array.from({ length: 301 }, (_, index) => ({
          id: `q${index}`,
          type: 'text',
          title: '问',
        })),
      },
    ],
    ['no title', { ...definition, title: ' ' }],
  ])('with %s is refused with the place of the mistake', async (_, given) => {
    const reply = await city.as('easteditor')('POST', '/api/units/e1/forms', {
      kind: 'survey',
      definition: given,
    });
    expect([reply.status, reply.body.code]).toEqual([400, 'bad-input']);
    expect(reply.body.where).toContain('definition');
  });

  test('deep conditions are refused before they exhaust anything', async () => {
    let showIf: unknown = { q: 'lift', op: 'answered' };
    for (let depth = 0; depth < 50; depth++) showIf = { not: showIf };
    const reply = await city.as('easteditor')('POST', '/api/units/e1/forms', {
      kind: 'survey',
      definition: {
        ...definition,
        questions: [definition.questions[0], { id: 'x', type: 'text', title: '问', showIf }],
      },
    });
    expect(reply.status).toBe(400);
  });
});

describe('publishing', () => {
  test('makes a version whose hash is the hash of what is stored', async () => {
    const form = await create();
    const published = (
      await city.as('easteditor')('POST', `/api/forms/${form.id}/versions`, { rev: 1, note: '第一版' })
    ).body;
    const row = await city.db
      .prepare('SELECT definition, sha256, note FROM form_version WHERE form = ?1')
      .bind(form.id)
      .first<{ definition: string; sha256: string; note: string }>();
    expect(published).toMatchObject({ number: 1, sha256: sha256(row?.definition ?? '') });
    expect(row?.sha256).toBe(published.sha256);
    expect(row?.note).toBe('第一版');
    expect((await city.as('eastleader')('GET', `/api/forms/${form.id}/versions/1`)).body).toMatchObject({
      number: 1,
      definition,
    });
    expect((await city.as('eastleader')('GET', `/api/forms/${form.id}/versions/2`)).status).toBe(404);
  });

  test('needs a form without errors, and names the questions of a cycle', async () => {
    const form = await create({
      ...definition,
      questions: [
        { id: 'a', type: 'yes-no', title: '甲', showIf: { q: 'b', op: 'answered' } },
        { id: 'b', type: 'yes-no', title: '乙', showIf: { q: 'a', op: 'answered' } },
      ],
    });
    const reply = await city.as('easteditor')('POST', `/api/forms/${form.id}/versions`, { rev: 1 });
    expect([reply.status, reply.body.code]).toEqual([409, 'form-has-errors']);
    expect(reply.body.findings).toEqual([
      { code: 'condition-cycle', severity: 'error', questions: ['a', 'b'], at: 'q.a.showIf' },
    ]);
    expect((await city.as('easteditor')('GET', `/api/forms/${form.id}/versions`)).body.versions).toEqual([]);
  });

  test('advice does not stop it', async () => {
    const same = ['x', 'y'].map((id) => ({ id, label: '一样的' }));
    const form = await create({
      ...definition,
      questions: [{ id: 'a', type: 'single', title: '甲', options: same }],
    });
    expect(form.findings).toEqual([
      {
        code: 'duplicate-label',
        severity: 'advice',
        questions: ['a'],
        at: 'q.a.options.y',
        args: { label: '一样的' },
      },
    ]);
    expect((await city.as('easteditor')('POST', `/api/forms/${form.id}/versions`, { rev: 1 })).status).toBe(
      200,
    );
  });

  test('holds the draft against what is published: a consent keeps its version, an option that is gone is told', async () => {
    const consent = {
      id: 'agree',
      type: 'consent',
      title: '同意书',
      text: '用于核对。',
      version: 1,
      required: true,
    };
    const how = {
      id: 'how',
      type: 'single',
      title: '怎么联系您',
      options: ['phone', 'door', 'post'].map((id) => ({ id, label: `方式 ${id}` })),
    };
    const editor = city.as('easteditor');
    const form = await create({ ...definition, questions: [consent, how] });
    expect([
      form.findings,
      (await editor('POST', `/api/forms/${form.id}/versions`, { rev: 1 })).status,
    ]).toEqual([[], 200]);

    const changed = {
      ...definition,
      questions: [
        { ...consent, text: '用于核对和回访。' },
        { ...how, options: how.options.slice(0, 2) },
      ],
    };
    const saved = (await editor('PUT', `/api/forms/${form.id}/draft`, { rev: 1, definition: changed })).body;
    expect(
      saved.findings.map(({ code, severity }: { code: string; severity: string }) => [code, severity]),
    ).toEqual([
      ['consent-not-renewed', 'error'],
      ['option-removed', 'advice'],
    ]);
    const refused = await editor('POST', `/api/forms/${form.id}/versions`, { rev: 2 });
    expect([refused.status, refused.body.code, refused.body.findings[0].fix]).toEqual([
      409,
      'form-has-errors',
      { do: 'raise-consent', question: 'agree', version: 2 },
    ]);

    const renewed = {
      ...changed,
      questions: [{ ...consent, text: '用于核对和回访。', version: 2 }, changed.questions[1]],
    };
    await editor('PUT', `/api/forms/${form.id}/draft`, { rev: 2, definition: renewed });
    expect((await editor('POST', `/api/forms/${form.id}/versions`, { rev: 3 })).body.number).toBe(2);
  });

  test('an id that an earlier version had goes on meaning what it meant there', async () => {
    const editor = city.as('easteditor');
    const vote = (title: string, one: string, other: string) => ({
      id: 's',
      type: 'single' as const,
      title,
      options: [
        { id: 'a', label: one },
        { id: 'b', label: other },
      ],
    });
    const last = { id: 'last', type: 'text' as const, title: '还有什么' };
    const of = (...questions: object[]) => ({ title: '加装电梯', layout: 'pages', questions });
    const form = await create(of(vote('同意加装电梯吗', '同意', '反对'), last));
    const save = (rev: number, next: object) =>
      editor('PUT', `/api/forms/${form.id}/draft`, { rev, definition: next });
    const publish = (rev: number) => editor('POST', `/api/forms/${form.id}/versions`, { rev });
    expect((await publish(1)).body.number).toBe(1);
    await save(1, of(last));
    expect((await publish(2)).body.number).toBe(2);
    const third = await save(2, of(vote('几点开会', '上午', '下午'), last));
    const changed = { code: 'meaning-changed', severity: 'error' };
    expect(third.body.findings).toContainEqual(expect.objectContaining({ ...changed, at: 'q.s.options.a' }));
    const refused = await publish(3);
    expect([refused.status, refused.body.code]).toEqual([409, 'form-has-errors']);
    // The builder is given what it needs to say so itself.
    expect((await editor('GET', `/api/forms/${form.id}/versions/2`)).body.earlier).toMatchObject([
      { id: 's', title: '同意加装电梯吗' },
    ]);
    await save(3, of(vote('您同意加装电梯吗', '同意', '反对'), last));
    expect((await publish(4)).body.number).toBe(3);
  });

  test('twice without a change is refused; at once it makes one version', async () => {
    const form = await create();
    const replies = await Promise.all(
      Array.from({ length: 6 }, () =>
        city.as('easteditor')('POST', `/api/forms/${form.id}/versions`, { rev: 1 }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const again = await city.as('easteditor')('POST', `/api/forms/${form.id}/versions`, { rev: 1 });
    expect(again.body.code).toBe('nothing-changed');
    expect((await city.as('easteditor')('GET', `/api/forms/${form.id}/versions`)).body.versions).toHaveLength(
      1,
    );
  });

  test('a draft that says again what was published has nothing to publish', async () => {
    const form = await create();
    const editor = city.as('easteditor');
    await editor('POST', `/api/forms/${form.id}/versions`, { rev: 1 });
    const save = async (rev: number, title: string) =>
      (await editor('PUT', `/api/forms/${form.id}/draft`, { rev, definition: { ...definition, title } }))
        .body;
    expect((await save(1, '改过的')).changed).toBe(true);
    expect((await save(2, '物业调查')).changed).toBe(false);
    expect((await save(3, '又改了')).changed).toBe(true);
  });

  test('an archived form is neither saved nor published nor run; brought back, it is as it was', async () => {
    const form = await create();
    const editor = city.as('easteditor');
    await editor('POST', `/api/forms/${form.id}/versions`, { rev: 1 });
    const away = (await editor('POST', `/api/forms/${form.id}/archive`, { rev: 1, archived: true })).body;
    expect([away.archived, away.changed]).toEqual([true, false]);
    expect((await editor('PUT', `/api/forms/${form.id}/draft`, { rev: 2, definition })).body.code).toBe(
      'form-archived',
    );
    expect((await editor('POST', `/api/forms/${form.id}/versions`, { rev: 2 })).body.code).toBe(
      'form-archived',
    );
    const ids = async (query = '') =>
      (await editor('GET', `/api/forms${query}`)).body.forms.map(({ id }: { id: string }) => id);
    expect(await ids()).not.toContain(form.id);
    expect(await ids('?archived=1')).toContain(form.id);
    const back = (await editor('POST', `/api/forms/${form.id}/archive`, { rev: 2, archived: false })).body;
    expect([back.archived, back.version, back.changed]).toEqual([false, 1, false]);
  });
});

test.each(templates.map((template) => [template.id, template] as const))(
  'the shipped form %s is published, once its user put the own words in',
  async (_, template) => {
    const form = await create(writtenOut(template.definition));
    expect(form.findings).toEqual([]);
    expect((await city.as('easteditor')('POST', `/api/forms/${form.id}/versions`, { rev: 1 })).status).toBe(
      200,
    );
  },
);

test('forms come 50 a page, every one once, while others are added', async () => {
  const editor = city.as('westeditor');
  for (let index = 0; index < 53; index++)
    await editor('POST', '/api/units/w1/forms', { kind: 'survey', definition });
  const first = (await editor('GET', '/api/forms')).body;
  await editor('POST', '/api/units/w1/forms', { kind: 'survey', definition });
  const second = (await editor('GET', `/api/forms?after=${first.next}`)).body;
  expect([first.forms.length, second.forms.length, second.next]).toEqual([50, 3, null]);
  expect(new Set([...first.forms, ...second.forms].map(({ id }) => id)).size).toBe(53);
});
