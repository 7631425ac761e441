// What is told in public of one run by several ways, publications, signed cards and links: side by side they never tell
// what one to nine people answered.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComposedCard, Figure } from '../../schema/api/composed.ts';
import type { Definition } from '../../schema/form/definition.ts';
import type { Body, Measure, Source } from '../../schema/scorecards/body.ts';
import { publish } from '../../worker/scorecards/publication/make.ts';
import { publicCard } from '../../worker/scorecards/publication/read.ts';
import { begin } from '../../worker/scorecards/publication/store.ts';
import { type City, day, must, openCity, responseId } from './city.ts';
import { monthNow, signing } from './requests.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
}, 60_000);
afterAll(() => city.close());

const asking = (title = '两题'): Definition => ({
  title,
  layout: 'steps',
  questions: [
    { id: 'q', type: 'scale', title: '满意吗', from: 1, to: 5, na: true },
    { id: 'w', type: 'scale', title: '环境', from: 1, to: 5 },
  ],
});
let senders = 0;
async function send(slug: string, unit: string, n: number, answers: (at: number) => object) {
  for (let at = 0; at < n; at++) {
    senders += 1;
    must(
      await city.anyone(
        'PUT',
        `/api/campaigns/${slug}/responses/${responseId()}`,
        { version: 1, unit, answers: answers(at) },
        { 'cf-connecting-ip': `10.8.${Math.floor(senders / 200)}.${senders % 200}` },
      ),
    );
  }
}
const spread = (at: number) => ({ q: 1 + (at % 5), w: 1 + (at % 4) });
const begun = async (title?: string) => {
  const { form } = await city.publishForm(asking(title));
  return { form, ...(await city.openCampaign(form)) };
};
const close = async (id: string) => {
  const { rev } = must(await city.as('mayor')('GET', `/api/campaigns/${id}`));
  must(await city.as('mayor')('PATCH', `/api/campaigns/${id}`, { rev, state: 'closed' }));
};
const make = (campaign: string) =>
  publish(city.db, campaign, { staff: 'staffmayor', note: '', now: Date.now() });
const shown = async (campaign: string, unit: string) => (await publicCard(city.db, campaign, unit))?.card;
const sign = async (unit: string, about: Record<string, string>, more: object = {}) =>
  must(
    await city.as('mayor')(
      'PUT',
      `/api/units/${unit}/issued/${responseId()}`,
      await signing(city, unit, about, more),
    ),
  ) as {
    id: string;
    card: ComposedCard;
  };
const figures = ({ measures }: ComposedCard): Record<string, Figure> =>
  Object.fromEntries(measures.map(({ id, figure }) => [id, figure]));
const measureOf = (id: string, source: Source): Measure => ({
  id,
  title: id,
  source,
  weight: 0,
  better: 'higher',
  target: null,
  fair: null,
});
const keep = async (unit: string, measures: Measure[]): Promise<string> => {
  const body: Body = { period: 'month', picks: [], measures };
  const kept = { title: '记分卡', body, template: false };
  return must(await city.as('mayor')('POST', `/api/units/${unit}/scorecards`, kept)).id;
};

describe('a signed card', () => {
  it('says what the publication says, though one more answer came before the end', async () => {
    const run = await begun();
    await send(run.slug, 'b1', 60, spread);
    await send(run.slug, 'b5', 60, spread);
    await make(run.id);
    await send(run.slug, 'b5', 1, () => ({ q: 5, w: 5 }));
    await close(run.id);
    await make(run.id);
    const signed = await sign('west', { campaign: run.id });
    const card = await shown(run.id, 'west');
    const { overall, rate } = figures(signed.card);
    expect(overall).toMatchObject({ n: 60, why: null });
    expect(overall?.value).toBeCloseTo(card?.headline.score?.value ?? Number.NaN, 1);
    expect(rate?.n).toBe(60);
    const above = await sign('city', { campaign: run.id });
    expect(above.card.rows.map(({ figures: [one] }) => one?.n)).toEqual([60, 60]);
  });

  it('leaves a question out where the publication does, and only there', async () => {
    const run = await begun();
    await send(run.slug, 'b1', 40, spread);
    await make(run.id);
    // Ten more, of whom three say something else to one question.
    await send(run.slug, 'b1', 12, (at) => ({ q: 5, w: at < 3 ? 1 : 2 }));
    await close(run.id);
    const { card } = await sign('e1', { campaign: run.id });
    expect((await shown(run.id, 'e1'))?.published?.held).toEqual(['环境']);
    expect(Object.fromEntries(card.measures.map(({ title, figure }) => [title, figure.why]))).toEqual({
      总得分: null,
      收回: null,
      满意吗: null,
      环境: 'held',
    });
    const scorecard = await keep('e1', [
      measureOf('index', {
        kind: 'index',
        form: run.form,
        items: ['q', 'w'].map((question) => ({ question, row: '', weight: 1 })),
        mapping: 'linear',
      }),
      measureOf('rate', { kind: 'participation', form: run.form }),
    ]);
    const own = figures((await sign('e1', { scorecard, period: monthNow() })).card);
    expect([own.index?.why, own.rate?.n]).toEqual(['held', 52]);
  });

  it('is not held back by a run that was open, and told of nowhere, when another was signed', async () => {
    const [over, open] = [await begun(), await begun('另一张')];
    for (const { slug } of [over, open]) await send(slug, 'b1', 30, spread);
    await close(over.id);
    const overall = (id: string, form: string) => measureOf(id, { kind: 'overall', form });
    const scorecard = await keep('e1', [overall('a', over.form), overall('b', open.form)]);
    const about = { scorecard, period: monthNow() };
    const first = await sign('e1', about);
    expect(figures(first.card).b?.why).toBe('open');
    await send(open.slug, 'b1', 5, spread);
    await close(open.id);
    const second = await sign('e1', about, { corrects: first.id, reason: '补上' });
    expect(figures(second.card).b).toMatchObject({ n: 35, why: null });
  });

  it('says that it leaves out what came after a run was opened again, where that is too little to tell', async () => {
    const run = await begun();
    await send(run.slug, 'b1', 50, spread);
    await close(run.id);
    const first = await sign('e1', { campaign: run.id });
    const open = async () => {
      const { rev } = must(await city.as('mayor')('GET', `/api/campaigns/${run.id}`));
      const again = { rev, state: 'open', closesAt: Date.now() + day };
      must(await city.as('mayor')('PATCH', `/api/campaigns/${run.id}`, again));
    };
    await open();
    await send(run.slug, 'b1', 3, () => ({ q: 1, w: 1 }));
    await close(run.id);
    const second = await sign('e1', { campaign: run.id }, { corrects: first.id, reason: '补' });
    const told = ({ card: { measures } }: typeof first) => [
      measures[0]?.figure.n,
      measures[0]?.how.run?.older,
    ];
    expect([told(first), told(second)]).toEqual([
      [50, undefined],
      [50, 'here'],
    ]);
    // Enough came: it is told, and nothing is left out.
    await open();
    await send(run.slug, 'b1', 40, spread);
    await close(run.id);
    const third = await sign('e1', { campaign: run.id }, { corrects: second.id, reason: '再补' });
    expect(told(third)).toEqual([93, undefined]);
  });

  it('waits for a publication that is being made', async () => {
    const run = await begun();
    await send(run.slug, 'b1', 20, spread);
    await city.db.batch(
      begin(city.db, { campaign: run.id, note: '', made_by: 'staffmayor', at: Date.now() }),
    );
    await send(run.slug, 'b1', 50, spread);
    await close(run.id);
    // What was begun is of an earlier moment: it is ended, and the last one made after it.
    const { card } = await sign('e1', { campaign: run.id });
    expect(figures(card).overall?.n).toBe(70);
  });
});

describe('all that is told of one run', () => {
  /** Every figure that was told of a unit's answers, in the order in which it was. */
  const heard = new Map<string, number[]>();
  const hear = (unit: string, n: number | null | undefined, way: string) => {
    if (n === null || n === undefined) return;
    const before = heard.get(unit) ?? [];
    const change = Math.abs(n - (before.at(-1) ?? n));
    expect(change === 0 || change >= 10, `${unit} ${before} ${n} by ${way}`).toBe(true);
    heard.set(unit, [...before, n]);
  };
  const units = ['city', 'east', 'west', 'e1', 'e2', 'w1'];

  it('by publications and signed cards, in any order, differs by nothing or by ten', async () => {
    const run = await begun();
    let seed = 5;
    const under = (most: number) => {
      seed = (seed * 16807) % 2147483647;
      return seed % most;
    };
    const last = new Map<string, string>();
    const listen = async () => {
      for (const unit of units) {
        const card = await shown(run.id, unit);
        hear(unit, card?.n, 'a publication');
      }
    };
    const signAt = async (unit: string) => {
      const corrects = last.get(unit);
      const more = corrects ? { corrects, reason: '更正' } : {};
      const { id, card } = await sign(unit, { campaign: run.id }, more);
      last.set(unit, id);
      for (const measure of card.measures.slice(0, 2)) hear(unit, measure.figure.n, 'a signed card');
      for (const row of card.rows) hear(row.unit.id, row.figures[0]?.n, `a card of ${unit}`);
    };
    const buildings = ['b1', 'b3', 'b4', 'b5'];
    for (let round = 0; round < 4; round++) {
      for (const unit of buildings) await send(run.slug, unit, 4 + under(16), () => spread(under(20)));
      await make(run.id);
      await listen();
    }
    for (const unit of buildings) await send(run.slug, unit, under(4), () => spread(under(20)));
    await close(run.id);
    const { results } = await city.db
      .prepare('SELECT id FROM response WHERE campaign = ?1 ORDER BY id')
      .bind(run.id)
      .all<{ id: string }>();
    for (let round = 0; round < 8; round++) {
      for (const { id } of results.splice(0, [1, 3, 12, 0][round % 4])) {
        const path = `/api/campaigns/${run.id}/responses/${id}/void`;
        must(await city.as('mayor')('POST', path, { rev: 1, reason: '重复' }));
      }
      await signAt(units[under(units.length)] ?? 'city');
      await listen();
      await signAt(units[under(units.length)] ?? 'city');
    }
    // It moved, and was told in both ways.
    expect(new Set(heard.get('city')).size).toBeGreaterThan(2);
    expect([...heard.values()].flat().length).toBeGreaterThan(60);
  }, 60_000);
});

describe('“do not know”', () => {
  it('is told of any number, on boards and in public alike, and may not change by a few between two publications', async () => {
    const run = await begun();
    await send(run.slug, 'b1', 60, spread);
    await send(run.slug, 'b1', 1, () => ({ q: 'na', w: 1 }));
    await make(run.id);
    const keysOf = async () => {
      const items = (await shown(run.id, 'e1'))?.items ?? [];
      return items
        .find(({ question }) => question === 'q')
        ?.bars.flatMap(({ key, missing, n }) => (missing ? [[key, n]] : []));
    };
    expect(await keysOf()).toEqual([['na', 1]]);
    // Nine more, and the question is known to have been asked of them all: ten in all.
    await send(run.slug, 'b1', 12, () => ({ q: 'na', w: 1 }));
    await make(run.id);
    expect(await keysOf()).toEqual([['na', 13]]);
    await send(run.slug, 'b1', 14, (at) => ({ q: at < 4 ? 'na' : 5, w: 1 }));
    await make(run.id);
    expect((await shown(run.id, 'e1'))?.published?.held).toEqual(['满意吗']);
    await close(run.id);
    const { card } = await sign('e1', { campaign: run.id });
    // What a line of is held back, is not told of it: neither its figure nor that nobody was without one.
    expect(card.measures.map(({ title, how }) => [title, how.missing])).toEqual([
      ['总得分', 0],
      ['收回', 0],
      ['满意吗', null],
      ['环境', 0],
    ]);
  });

  it('is the same on the board, on the composed card and on the signed one, also where the figure is closed', async () => {
    const told = ({ measures: [one] }: ComposedCard) => [one?.figure.n, one?.figure.why, one?.how.missing];
    const asked = async (unit: string, { form }: { form: string }) => {
      const source = {
        kind: 'question',
        form,
        question: 'q',
        row: '',
        what: 'score',
        mapping: 'linear',
      } as const;
      const scorecard = await keep(unit, [measureOf('q', source)]);
      const here: ComposedCard = must(
        await city.as('mayor')('GET', `/api/units/${unit}/scorecards/${scorecard}`),
      ).card;
      return { here, sign: async () => (await sign(unit, { scorecard, period: monthNow() })).card };
    };
    const run = await begun();
    await send(run.slug, 'b1', 58, spread);
    await send(run.slug, 'b1', 2, () => ({ q: 'na', w: 1 }));
    await close(run.id);
    const east = await asked('e1', run);
    expect([told(east.here), told(await east.sign())]).toEqual([
      [58, null, 2],
      [58, null, 2],
    ]);
    const bars = (await shown(run.id, 'e1'))?.items.find(({ question }) => question === 'q')?.bars ?? [];
    expect(bars.find(({ key }) => key === 'na')).toMatchObject({ n: 2, missing: true });
    // Three answers are too few for a figure; that nine did not know is no secret of theirs.
    const other = await begun();
    await send(other.slug, 'b5', 12, (at) => (at < 3 ? { q: 4, w: 2 } : { q: 'na', w: 1 + (at % 4) }));
    await close(other.id);
    const west = await asked('w1', other);
    expect([told(west.here), told(await west.sign())]).toEqual([
      [null, 'closed', 9],
      [null, 'closed', 9],
    ]);
    // Of a unit with fewer than five answers nothing is told.
    const few = await begun();
    await send(few.slug, 'b3', 3, () => ({ q: 'na', w: 1 }));
    expect(told((await asked('e1', few)).here)).toEqual([null, 'few', null]);
  });
});

it('puts no note on record that no publication carries', async () => {
  const run = await begun();
  await send(run.slug, 'b1', 12, spread);
  const made = begin(city.db, { campaign: run.id, note: '头一版', made_by: 'staffmayor', at: Date.now() });
  await city.db.batch(made);
  const path = `/api/campaigns/${run.id}/publications`;
  expect(must(await city.as('mayor')('POST', path, { note: '又按了一次' })).note).toBe('头一版');
  const onRecord = () =>
    city.db
      .prepare("SELECT detail FROM audit WHERE act = 'campaign.publish' AND target = ?1")
      .bind(run.id)
      .all();
  expect((await onRecord()).results).toEqual([]);
  must(await city.as('mayor')('POST', path, { note: '第二版' }));
  expect((await onRecord()).results).toEqual([{ detail: '{"note":"第二版"}' }]);
});

describe('the open figures of a unit', () => {
  it('tell of a run that is listed, and of no other', async () => {
    const { form } = await city.publishForm(asking('评议'));
    const [listed, other] = [
      await city.openCampaign(form, { title: '公开的' }),
      await city.openCampaign(form, { title: '内部的', listed: false }),
    ];
    for (const { id, slug } of [listed, other]) {
      await send(slug, 'b1', 30, spread);
      await close(id);
      await make(id);
    }
    expect((await shown(other.id, 'e1'))?.n).toBe(30);
    const ids = must(await city.anyone('GET', '/api/open/units/e1')).runs.map(({ id }: { id: string }) => id);
    expect(ids).toContain(listed.id);
    expect(ids).not.toContain(other.id);
  });
});
