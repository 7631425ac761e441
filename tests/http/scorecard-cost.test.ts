// A card of a city of 1,188 buildings costs as few rows as it shows. A small tree does not tell: there SQLite may walk
// the whole campaign unnoticed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scorecard } from '../../worker/scorecards/card.ts';
import { type City, openCity } from './city.ts';

const channels = ['self', 'assisted', 'paper'];
let city: City;
let campaign = '';

beforeAll(async () => {
  city = await openCity();
  const questions = Array.from({ length: 30 }, (_, at) => ({
    id: `q${at}`,
    type: 'scale' as const,
    title: `第 ${at} 项`,
    from: 1,
    to: 5,
  }));
  const { form } = await city.publishForm({ title: '全市调查', layout: 'pages', questions });
  campaign = (await city.openCampaign(form)).id;
  const chains: string[][] = [['top']];
  const grow = (chain: string[], fans: readonly number[]): void => {
    const [fan, ...rest] = fans;
    for (let at = 0; at < (fan ?? 0); at++) {
      const next = [...chain, `${chain.at(-1)}x${at}`];
      chains.push(next);
      grow(next, rest);
    }
  };
  grow(['top'], [4, 11, 9, 3]);
  const counts = Object.fromEntries(questions.map(({ id }) => [id, { 2: 3, 4: 8, 5: 9 }]));
  await city.db.batch([
    city.db
      .prepare(
        `INSERT INTO campaign_unit (campaign, unit, parent, chain, path, kind, name, above, position, households, places, answers)
         SELECT ?1, c.value ->> '$[#-1]', c.value ->> '$[#-2]', c.value, '/top/', 'grid', 'x', '', c.key, 100, 1, 1 FROM json_each(?2) c`,
      )
      .bind(campaign, JSON.stringify(chains)),
    city.db
      .prepare(
        `INSERT INTO tally (campaign, unit, grp, n, counts)
         SELECT ?1, c.value ->> '$[#-1]', g.value, 20, ?4 FROM json_each(?2) c, json_each(?3) g`,
      )
      .bind(campaign, JSON.stringify(chains), JSON.stringify(channels), JSON.stringify(counts)),
  ]);
}, 60_000);
afterAll(() => city.close());

const units = ['top', 'topx0', 'topx1x5', 'topx1x5x8', 'topx1x5x8x2'];
it.each(units.flatMap((unit) => [false, true].map((beside) => [unit, beside] as const)))(
  '%s, another campaign beside it: %s: at most 200 rows for each campaign, one call',
  async (unit, beside) => {
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
    const grants = [{ role: 'leader' as const, unit: 'top', path: '/top/' }];
    const actor = { id: 'x', login: 'x', name: 'x', mustChange: false, grants };
    const card = await scorecard(
      { db, origin: '', now: Date.now(), language: 'zh', actor },
      // What stands beside it costs the same, whatever campaign it is.
      { campaign, unit, ...(beside && { compare: campaign }) },
    );
    expect(card.n).toBe(60);
    expect(calls).toBe(1);
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(beside ? 400 : 200);
  },
);
