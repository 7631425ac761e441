// 公布版: made in steps, from the answers of one moment; what the public sees changes by nothing or by ten; and a board
// that did not change is told so by one row.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayFollow } from '../../schema/measures/differencing.ts';
import { goOn, publish } from '../../worker/scorecards/publication/make.ts';
import { publicationsDue, publicCard } from '../../worker/scorecards/publication/read.ts';
import { begin } from '../../worker/scorecards/publication/store.ts';
import { tagOf } from '../../worker/scorecards/tag.ts';
import { metered } from '../bench/metered.ts';
import { type City, must, openCity, pathOf, responseId } from './city.ts';

let city: City;
let form = '';
beforeAll(async () => {
  city = await openCity();
  ({ form } = await city.publishForm({
    title: '两题',
    layout: 'steps',
    questions: [
      { id: 'q', type: 'scale', title: '满意吗', from: 1, to: 5 },
      {
        id: 'w',
        type: 'single',
        title: '先办哪件',
        options: ['lift', 'park'].map((id) => ({ id, label: id })),
      },
    ],
  }));
}, 60_000);
afterAll(() => city.close());

let senders = 0;
async function send(slug: string, unit: string, n: number, answers: (at: number) => object) {
  for (let at = 0; at < n; at++) {
    senders += 1;
    const reply = await city.anyone(
      'PUT',
      `/api/campaigns/${slug}/responses/${responseId()}`,
      { version: 1, unit, answers: answers(at) },
      { 'cf-connecting-ip': `10.9.${Math.floor(senders / 200)}.${senders % 200}` },
    );
    expect(reply.status, reply.text).toBeLessThan(300);
  }
}
const spread = (at: number) => ({ q: 1 + (at % 5), w: at % 2 ? 'lift' : 'park' });
const make = (campaign: string, now = Date.now()) =>
  publish(city.db, campaign, { staff: 'staffmayor', note: '', now });
const shown = async (campaign: string, unit: string) => (await publicCard(city.db, campaign, unit))?.card;

/** So many publications after each other. */
const rounds = process.env.FULL ? 300 : 12;

/** Answers as their tallies alone: rounds of requests would take hours. */
async function count(campaign: string, given: readonly { unit: string; q: string; w: string }[]) {
  const byUnit = new Map<string, { n: number; counts: Record<string, Record<string, number>> }>();
  for (const { unit, ...answers } of given)
    for (const id of pathOf(unit).split('/').filter(Boolean)) {
      const its = byUnit.get(id) ?? { n: 0, counts: { q: {}, w: {} } };
      its.n += 1;
      for (const [question, key] of Object.entries(answers)) {
        const keys = its.counts[question] ?? {};
        keys[key] = (keys[key] ?? 0) + 1;
        its.counts[question] = keys;
      }
      byUnit.set(id, its);
    }
  const sums = { q: ['1', '2', '3', '4', '5'], w: ['lift', 'park'] };
  const sum = Object.entries(sums).map(
    ([question, keys]) =>
      `'${question}', json_object(${keys
        .map(
          (key) =>
            `'${key}', coalesce(counts ->> '$.${question}.${key}', 0) + coalesce(excluded.counts ->> '$.${question}.${key}', 0)`,
        )
        .join(', ')})`,
  );
  await city.db.batch([
    ...[...byUnit].map(([unit, { n, counts }]) =>
      city.db
        .prepare(
          `INSERT INTO tally (campaign, unit, grp, n, counts) VALUES (?1, ?2, 'self', ?3, ?4)
           ON CONFLICT (campaign, unit, grp) DO UPDATE SET n = n + excluded.n, counts = json_object(${sum.join(', ')})`,
        )
        .bind(campaign, unit, n, JSON.stringify(counts)),
    ),
    city.db.prepare('UPDATE campaign SET changes = changes + 1 WHERE id = ?1').bind(campaign),
  ]);
}

describe('a publication', () => {
  it('holds back the figures in which too little changed, and the whole where few came', async () => {
    const run = await city.openCampaign(form);
    await send(run.slug, 'b1', 60, spread);
    await send(run.slug, 'b5', 60, spread);
    await make(run.id);
    expect(await shown(run.id, 'w1')).toMatchObject({ n: 60, published: { number: 1, newest: 1, held: [] } });
    // The open list is of runs that are over.
    const { runs } = must(await city.anyone('GET', '/api/open/units/w1'));
    expect(runs.map(({ id }: { id: string }) => id)).not.toContain(run.id);

    // Three more people: nobody may be told apart, so nothing moves.
    await send(run.slug, 'b5', 3, () => ({ q: 5, w: 'lift' }));
    await make(run.id);
    for (const unit of ['w1', 'west', 'city'])
      expect(await shown(run.id, unit)).toMatchObject({
        n: unit === 'city' ? 120 : 60,
        published: { number: 1, newest: 2 },
      });

    // Nine more, who differ in one question: the count moves, and the question in which one answer got two more does not.
    await send(run.slug, 'b5', 9, (at) => ({ q: 5, w: at < 2 ? 'park' : 'lift' }));
    await make(run.id);
    const card = await shown(run.id, 'w1');
    expect(card).toMatchObject({ n: 72, published: { number: 3, newest: 3, held: ['先办哪件'] } });
    expect(card?.items.map(({ question }) => question)).toEqual(['q']);
    const acts = await city.db
      .prepare("SELECT count(*) AS n FROM audit WHERE act = 'campaign.publish' AND target = ?1")
      .bind(run.id)
      .first();
    expect(acts).toEqual({ n: 0 });
  });

  it('goes on where it stopped, with the answers of the moment that it began', async () => {
    const run = await city.openCampaign(form);
    await send(run.slug, 'b1', 30, spread);
    const path = `/api/campaigns/${run.id}/publications`;
    await city.db.batch(
      begin(city.db, { campaign: run.id, note: '', made_by: 'staffmayor', at: Date.now() }),
    );
    const half = await goOn(city.db, run.id, Date.now(), 1);
    expect(half).toMatchObject({ state: 'making', done: 1 });
    expect(await shown(run.id, 'east')).toBeUndefined();
    await send(run.slug, 'b1', 15, spread);
    // Two go on at once, and neither begins another.
    await Promise.all([goOn(city.db, run.id, Date.now()), publicationsDue(city.db, Date.now())]);
    expect((await shown(run.id, 'east'))?.n).toBe(30);
    const listed = await city.as('mayor')('GET', `/api/campaigns/${run.id}/units/east/publications`);
    expect(listed.body).toMatchObject({ behind: true, here: { since: 1, n: 30, held: [] } });
    expect(listed.body.publications).toMatchObject([{ number: 1, state: 'ready', by: 'mayor' }]);

    const made = must(await city.as('mayor')('POST', path, { note: '第二版' }));
    expect(made).toMatchObject({ number: 2, state: 'ready', note: '第二版' });
    expect((await shown(run.id, 'east'))?.n).toBe(45);
    const { results } = await city.db
      .prepare("SELECT detail FROM audit WHERE act = 'campaign.publish'")
      .all();
    expect(results).toEqual([{ detail: '{"note":"第二版"}' }]);
    // The run is the city's: a street publishes none of it.
    expect((await city.as('eastadmin')('POST', path, { note: '' })).status).toBe(404);
  });

  it('names whoever began it, to those too who go on with it', async () => {
    const run = await city.openCampaign(form);
    await send(run.slug, 'b1', 30, spread);
    await city.db.batch(begin(city.db, { campaign: run.id, note: '', made_by: 'system', at: Date.now() }));
    const path = `/api/campaigns/${run.id}/publications`;
    const ended = must(await city.as('mayor')('POST', path, { note: '第一版' }));
    expect(ended).toMatchObject({ number: 1, state: 'ready', by: '', note: '' });
    await send(run.slug, 'b1', 10, spread);
    expect(must(await city.as('mayor')('POST', path, { note: '' }))).toMatchObject({
      number: 2,
      by: 'mayor',
    });
  });

  it('is what links show, whatever comes in after it', async () => {
    const run = await city.openCampaign(form);
    await send(run.slug, 'b5', 40, spread);
    const made = await city.as('mayor')('POST', `/api/campaigns/${run.id}/units/w1/shares`, { days: 7 });
    const token = String(made.body.link).split('#')[1] ?? '';
    const seen = async () => (await city.anyone('POST', '/api/shared', { token })).body.n;
    expect(await seen()).toBe(40);
    const { results } = await city.db
      .prepare('SELECT act FROM audit WHERE target = ?1 ORDER BY seq')
      .bind(run.id)
      .all<{ act: string }>();
    expect(results.map(({ act }) => act)).toEqual(['campaign.create', 'campaign.publish', 'share.create']);
    await send(run.slug, 'b5', 1, spread);
    expect(await seen()).toBe(40);
  });

  it('shows in two publications after each other no change of one to nine', async () => {
    const run = await city.openCampaign(form);
    let seed = 11;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    const last = new Map<string, Map<string, number[]>>();
    let renewed = 0;
    for (let round = 0; round < rounds; round++) {
      const lines = ['b1', 'b3', 'b4', 'b5'].flatMap((unit) =>
        Array.from({ length: Math.floor(random() * 14) }, () => ({
          unit,
          q: String(1 + Math.floor(random() * 5)),
          w: random() < 0.7 ? 'lift' : 'park',
        })),
      );
      await count(run.id, lines);
      await make(run.id);
      for (const unit of ['city', 'east', 'west', 'e1', 'e2', 'w1']) {
        const card = await shown(run.id, unit);
        if (!card) continue;
        const before = last.get(unit) ?? new Map<string, number[]>();
        for (const { question, bars, base } of card.items) {
          const now = [...bars.map(({ n }) => n), base];
          const was = before.get(question);
          if (was && was.length === now.length)
            expect(mayFollow(was, now, 10), `${unit} ${was} ${now}`).toBe(true);
          if (was?.join() !== now.join()) renewed++;
          before.set(question, now);
        }
        before.set('', [card.n]);
        last.set(unit, before);
      }
    }
    expect(last.get('city')?.get('')?.[0]).toBeGreaterThan(rounds * 20);
    expect(renewed).toBeGreaterThan(rounds);
  }, 3_600_000);
});

describe('a run whose result residents see while it is open', () => {
  const change = async (campaign: string, body: object) => {
    const run = must(await city.as('mayor')('GET', `/api/campaigns/${campaign}`));
    return city.as('mayor')('PATCH', `/api/campaigns/${campaign}`, { rev: run.rev, ...body });
  };
  const open = async (before: number, after: number) => {
    const run = await city.openCampaign(form);
    must(await change(run.id, { liveResult: true }));
    await send(run.slug, 'b1', before, spread);
    expect((await city.anyone('GET', `/f/${run.slug}/result`)).status).toBe(200);
    await send(run.slug, 'b5', after, spread);
    return run;
  };
  const figures = (campaign: string) => `/api/campaigns/${campaign}/publications`;

  it('is not published while it is open, by hand or by a link', async () => {
    const run = await open(40, 4);
    const made = await city.as('mayor')('POST', figures(run.id), { note: '' });
    expect([made.status, made.body.code]).toEqual([409, 'result-live']);
    const link = await city.as('mayor')('POST', `/api/campaigns/${run.id}/units/city/shares`, { days: 7 });
    expect([link.status, link.body.code]).toEqual([409, 'result-live']);
    must(await change(run.id, { liveResult: false }));
    expect((await city.as('mayor')('POST', figures(run.id), { note: '' })).status).toBe(409);
  });

  it('cannot begin to be after it was published', async () => {
    const run = await city.openCampaign(form);
    await send(run.slug, 'b1', 40, spread);
    await make(run.id);
    expect((await change(run.id, { liveResult: true })).body.code).toBe('result-live');
  });

  it.each([
    [4, undefined, undefined],
    [10, 50, 10],
    [0, 40, undefined],
  ])('shows after the end, %d answers later, nothing that tells of one to nine', async (more, all, west) => {
    const run = await open(40, more);
    await change(run.id, { state: 'closed' });
    await publicationsDue(city.db, Date.now());
    for (let step = 0; step < 9; step++) await publicationsDue(city.db, Date.now());
    expect((await shown(run.id, 'city'))?.n).toBe(all);
    expect((await shown(run.id, 'west'))?.n).toBe(west);
    expect((await shown(run.id, 'east'))?.n).toBe(all === undefined ? undefined : 40);
    const listed = must(await city.anyone('GET', '/api/open/units/city'));
    const told = listed.runs.find((one: { id: string }) => one.id === run.id);
    expect(told?.n).toBe(all);
    expect(told?.lines.length).toBe(all === undefined ? undefined : 2);
    const sign = must(await city.as('mayor')('GET', `/api/units/city/issue?campaign=${run.id}`));
    const [overall] = sign.card.measures;
    expect(overall.figure.why).toBe(all === undefined ? 'held' : null);
  });
});

describe('a board that did not change', () => {
  it('answers 304 by one row, until an answer comes, is corrected or goes', async () => {
    const run = await city.openCampaign(form);
    await send(run.slug, 'b5', 12, spread);
    const path = `/api/campaigns/${run.id}/units/west/scorecard`;
    const ask = (tag = '') => city.as('mayor')('GET', path, undefined, tag ? { 'if-none-match': tag } : {});
    const first = await ask();
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect((await ask(tag)).status).toBe(304);
    expect((await ask('W/"x"')).status).toBe(200);
    const id = responseId();
    await city.anyone('PUT', `/api/campaigns/${run.slug}/responses/${id}`, {
      version: 1,
      unit: 'b5',
      answers: { q: 1, w: 'park' },
    });
    const after = [tag];
    const changed = async () => {
      const reply = await ask(after.at(-1));
      expect(reply.status).toBe(200);
      after.push(reply.headers.get('etag') ?? '');
      expect((await ask(after.at(-1))).status).toBe(304);
    };
    await changed();
    const response = `/api/campaigns/${run.id}/responses/${id}`;
    const edited = must(
      await city.as('mayor')('PATCH', response, { rev: 1, reason: '更正', answers: { q: 2, w: 'park' } }),
    );
    await changed();
    await city.as('mayor')('POST', `${response}/void`, { rev: edited.rev, reason: '重复' });
    await changed();
    expect(new Set(after).size).toBe(4);

    const { db, bill } = metered(city.db);
    const grants = [{ role: 'admin' as const, unit: 'city', path: '/city/' }];
    const actor = { id: 'staffmayor', login: 'mayor', name: '', mustChange: false, grants };
    const call = { db, origin: '', now: Date.now(), language: 'zh' as const, actor };
    await tagOf(call, { campaign: run.id, unit: 'west' });
    expect(bill.rowsRead).toBe(1);
  });
});
