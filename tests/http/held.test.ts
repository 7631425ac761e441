// What is held though no page asks for it: other branches stay unseen, ended codes stay ended, a closed campaign does
// not change by its holders, a recount names a wrong total, and a device's marks cannot be joined across campaigns.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correctionStatements, removalStatements } from '../../worker/fill/change.ts';
import { type City, openCity, responseId } from './city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const publish = async () =>
  (
    await city.publishForm({
      title: '一题',
      layout: 'pages',
      questions: [{ id: 'q', type: 'yes-no', title: '好吗' }],
    })
  ).form;

const answer = async (slug: string, headers: Record<string, string> = {}) => {
  const id = responseId();
  const body = { version: 1, unit: 'b1', answers: { q: 'yes' } };
  const reply = await city.anyone('PUT', `/api/campaigns/${slug}/responses/${id}`, body, headers);
  expect(reply.status).toBe(200);
  return id;
};

describe('comparing campaigns', () => {
  let form: string;
  let a: { id: string };
  let west: { id: string };
  let both: { id: string };
  beforeAll(async () => {
    form = await publish();
    a = await city.openCampaign(form);
    west = await city.openCampaign(form, { unit: 'west' });
    both = await city.openCampaign(form);
  });
  const card = (unit: string, compare: string) =>
    city.as('eastleader')('GET', `/api/campaigns/${a.id}/units/${unit}/scorecard?compare=${compare}`);
  const listed = async (login: string, unit: string): Promise<string[]> => {
    const reply = await city.as(login)('GET', `/api/campaigns/${a.id}/units/${unit}/comparable`);
    expect(reply.status).toBe(200);
    return reply.body.campaigns.map(({ id }: { id: string }) => id).sort();
  };

  test('a campaign that does not hold the unit cannot be put beside it', async () => {
    expect((await card('east', both.id)).body.compared).toMatchObject({ id: both.id });
    const reply = await card('east', west.id);
    expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
  });

  test('only campaigns that hold the unit are offered', async () => {
    await city.openCampaign(await publish());
    expect(await listed('eastleader', 'east')).toEqual([both.id]);
    expect(await listed('mayor', 'west')).toEqual([both.id, west.id].sort());
  });

  test('a campaign that held the unit in another branch is offered to, and opened by, that branch only', async () => {
    const mayor = city.as('mayor');
    const { rev } = (await mayor('GET', '/api/units/e2')).body.unit;
    expect((await mayor('POST', '/api/units/e2/move', { rev, parent: 'west' })).status).toBe(200);
    const moved = await city.openCampaign(form, { unit: 'west' });
    expect(await listed('mayor', 'e2')).toEqual([both.id, moved.id].sort());
    expect(await listed('eastleader', 'e2')).toEqual([both.id]);
    const reply = await card('e2', moved.id);
    expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
  });
});

test('a replaced building code opens neither its page nor a form for its building', async () => {
  const { slug } = await city.openCampaign(await publish());
  const building = (code: string) => city.anyone('GET', `/api/buildings/${code}`);
  const presets = async (code: string) => {
    const page = await city.anyone('GET', `/f/${slug}?b=${code}`, undefined, { accept: 'text/html' });
    expect(page.status).toBe(200);
    const fields = page.text.match(/<input\b[^>]*>/g) ?? [];
    return fields.some((field) => / name="\.unit"/.test(field) && / value="b1"/.test(field));
  };
  expect((await building('pageb1')).status).toBe(200);
  expect(await presets('pageb1')).toBe(true);
  const replaced = await city.as('mayor')('POST', '/api/units/b1/building-code', {});
  expect(replaced.status).toBe(200);
  const old = await building('pageb1');
  expect([old.status, old.body.code]).toEqual([404, 'not-found']);
  expect(await presets('pageb1')).toBe(false);
  expect((await building(replaced.body.code)).status).toBe(200);
  expect(await presets(replaced.body.code)).toBe(true);
});

test('once a campaign is closed, a change by the holder that was already on its way changes nothing', async () => {
  const run = await city.openCampaign(await publish());
  const id = await answer(run.slug);
  const correct = (rev: number, value: 'yes' | 'no', asHolder: boolean) =>
    correctionStatements(
      city.db,
      {
        campaign: run.id,
        id,
        rev,
        answers: JSON.stringify({ q: value }),
        delta: JSON.stringify({ q: { [value]: 1 } }),
        at: Date.now(),
      },
      asHolder,
    ).statements;
  const changes = async (statements: D1PreparedStatement[]) =>
    (await city.db.batch(statements))[0]?.meta.changes;
  const kept = async () => {
    const rows = ['tally', 'day_count', 'response'].map((table) =>
      city.db.prepare(`SELECT * FROM ${table} WHERE campaign = ?1 ORDER BY 1, 2, 3`).bind(run.id),
    );
    const total = city.db.prepare('SELECT accepted FROM campaign WHERE id = ?1').bind(run.id);
    return (await city.db.batch([...rows, total])).map(({ results }) => results);
  };
  expect(await changes(correct(1, 'no', true))).toBe(1);
  const closed = await city.as('mayor')('PATCH', `/api/campaigns/${run.id}`, { rev: 1, state: 'closed' });
  expect(closed.status).toBe(200);

  const before = await kept();
  expect(before[0]?.length).toBeGreaterThan(0);
  expect(await changes(correct(2, 'yes', true))).toBe(0);
  const removal = { campaign: run.id, id, rev: 2, at: Date.now(), state: 'withdrawn' } as const;
  expect(await changes(removalStatements(city.db, removal).statements)).toBe(0);
  expect(await kept()).toEqual(before);
  // It was the closing that held it: the same change by staff takes effect.
  expect(await changes(correct(2, 'yes', false))).toBe(1);
  expect((await city.as('mayor')('POST', `/api/campaigns/${run.id}/recount`, {})).body).toMatchObject({
    responses: 1,
    differences: [],
  });
});

test('a recount names a wrong number of accepted answers', async () => {
  const run = await city.openCampaign(await publish());
  await answer(run.slug);
  const recount = async () =>
    (await city.as('mayor')('POST', `/api/campaigns/${run.id}/recount`, {})).body.differences;
  expect(await recount()).toEqual([]);
  await city.db.prepare('UPDATE campaign SET accepted = accepted + 1 WHERE id = ?1').bind(run.id).run();
  expect(await recount()).toEqual([expect.objectContaining({ key: 'accepted', tallied: 2, counted: 1 })]);
});

test('one device leaves marks in two campaigns that cannot be joined', async () => {
  const form = await publish();
  const runs = [
    await city.openCampaign(form, { perDevice: true }),
    await city.openCampaign(form, { perDevice: true }),
  ];
  for (const { slug } of runs) await answer(slug, { cookie: '__Host-linli_device=x' });
  const { results } = await city.db
    .prepare('SELECT campaign, entry FROM participation WHERE campaign IN (?1, ?2)')
    .bind(...runs.map(({ id }) => id))
    .all<{ campaign: string; entry: string }>();
  expect(results.map(({ campaign }) => campaign).sort()).toEqual(runs.map(({ id }) => id).sort());
  expect(new Set(results.map(({ entry }) => entry)).size).toBe(2);
});
