// The board of a city in which a million have answered thirty questions, seeded as tallies: what a card costs with and
// without hiding, what it costs to be told that nothing changed, and how long a publication takes.
import { compile } from '../../schema/form/compile.ts';
import { type Asked, scorecard, sides } from '../../worker/scorecards/card.ts';
import { compose } from '../../worker/scorecards/compose.ts';
import { goOn, publish } from '../../worker/scorecards/publication/make.ts';
import { tagOf } from '../../worker/scorecards/tag.ts';
import { thirtyAnswers, thirtyQuestions } from '../property/sample.ts';
import { seeded } from '../unit/seeded.ts';
import { type BigCity, openBigCity, origin } from './big-city.ts';
import { openClient, percentile } from './client.ts';
import { metered } from './metered.ts';

export const responses = 1_000_000;
const looks = 100;
/** Different answers at a building; the others repeat these. */
const different = 60;

type Tallied = Record<string, Record<string, number>>;

function add(into: Tallied, delta: Tallied, times: number): void {
  for (const [question, keys] of Object.entries(delta)) {
    const own = into[question] ?? {};
    into[question] = own;
    for (const [key, n] of Object.entries(keys)) own[key] = (own[key] ?? 0) + n * times;
  }
}

/** Tallies of every unit: buildings drawn, those above added up. */
async function seedTallies(city: BigCity): Promise<void> {
  const { db } = city.runtime;
  const form = compile(thirtyQuestions());
  const deltas = Array.from({ length: 997 }, (_, seed): Tallied => {
    const { answers } = form.check(thirtyAnswers(seed));
    return form.delta(answers);
  });
  const { results } = await db
    .prepare('SELECT unit, chain FROM campaign_unit WHERE campaign = ?1 AND answers = 1')
    .bind(city.campaign.id)
    .all<{ unit: string; chain: string }>();
  const random = seeded(5);
  const tallies = new Map<string, { n: number; counts: Tallied }>();
  results.forEach(({ chain }, at) => {
    const n = Math.floor(responses / results.length) + (at < responses % results.length ? 1 : 0);
    const own: Tallied = {};
    for (let one = 0, left = n; one < different; one++) {
      const times = one === different - 1 ? left : Math.min(left, Math.floor((random() * 2 * n) / different));
      add(own, deltas[Math.floor(random() * deltas.length)] ?? {}, times);
      left -= times;
    }
    for (const unit of JSON.parse(chain) as string[]) {
      const sum = tallies.get(unit) ?? { n: 0, counts: {} };
      sum.n += n;
      add(sum.counts, own, 1);
      tallies.set(unit, sum);
    }
  });
  const rows = [...tallies].map(([unit, { n, counts }]) => [unit, n, JSON.stringify(counts)]);
  for (let at = 0; at < rows.length; at += 100)
    await db
      .prepare(
        `INSERT INTO tally (campaign, unit, grp, n, counts)
         SELECT ?1, j.value ->> 0, 'self', j.value ->> 1, j.value ->> 2 FROM json_each(?2) j`,
      )
      .bind(city.campaign.id, JSON.stringify(rows.slice(at, at + 100)))
      .run();
  await db
    .prepare('UPDATE campaign SET accepted = ?2, changes = ?2 WHERE id = ?1')
    .bind(city.campaign.id, responses)
    .run();
}

interface BoardFigures {
  n: number;
  rowsRead: number;
  /** p95 of a card over HTTP, milliseconds */
  shownMs: number;
  /** p95 of the same read and composed with nothing hidden but what all gave alike, in this process */
  plainMs: number;
  /** rows read where nothing changed */
  unchangedRows: number;
  unchangedMs: number;
  publicationSeconds: number;
  published: number;
}

export async function measureBoards(): Promise<BoardFigures> {
  const city = await openBigCity();
  try {
    await seedTallies(city);
    const { db, bill } = metered(city.runtime.db);
    const grants = [{ role: 'admin' as const, unit: 'city', path: '/city/' }];
    const actor = { id: 'mayor', login: 'mayor', name: 'mayor', mustChange: false, grants };
    const call = { db, origin, now: Date.now(), language: 'zh' as const, actor };
    const asked: Asked = { campaign: city.campaign.id, unit: 'city' };
    const card = await scorecard(call, asked);
    const rowsRead = bill.rowsRead;
    await tagOf(call, asked);
    const unchangedRows = bill.rowsRead - rowsRead;

    const client = openClient(city.runtime.url, 1);
    const headers = { cookie: city.cookie };
    const path = `/api/campaigns/${city.campaign.id}/units/city/scorecard`;
    const tag = (await fetch(city.runtime.url + path, { headers })).headers.get('etag') ?? '';
    const timed = async (one: () => Promise<unknown>) => {
      const times: number[] = [];
      for (let look = 0; look < looks; look++) {
        const start = performance.now();
        await one();
        times.push(performance.now() - start);
      }
      return percentile(
        times.sort((a, b) => a - b),
        0.95,
      );
    };
    const ask = (status: number, more: Record<string, string> = {}) =>
      timed(async () => {
        const reply = await client.send({ method: 'GET', path, headers: { ...headers, ...more } });
        if (reply.status !== status) throw new Error(`scorecard: ${reply.status} ${reply.text}`);
      });
    const shownMs = await ask(200);
    const unchangedMs = await ask(304, { 'if-none-match': tag });
    client.close();
    const plainMs = await timed(async () => {
      const [side] = await sides(city.runtime.db, 'city', [city.campaign.id]);
      if (!side) throw new Error('no city');
      compose(side, undefined, { now: Date.now(), k: 0, mayReadAnswers: true, sees: () => true });
    });
    const start = performance.now();
    let made = await publish(city.runtime.db, city.campaign.id, {
      staff: 'mayor',
      note: '',
      now: Date.now(),
    });
    while (made?.state === 'making') made = await goOn(city.runtime.db, city.campaign.id, Date.now());
    const publicationSeconds = (performance.now() - start) / 1000;
    const { results } = await city.runtime.db
      .prepare('SELECT unit FROM publication_unit WHERE campaign = ?1 AND card IS NOT NULL')
      .bind(city.campaign.id)
      .all();
    return {
      n: card.n ?? 0,
      rowsRead,
      shownMs,
      plainMs,
      unchangedRows,
      unchangedMs,
      publicationSeconds,
      published: results.length,
    };
  } finally {
    await city.close();
  }
}
