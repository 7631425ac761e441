// Which runs count on a composed card: those that have opened, the same one on a row and on the unit's own card, and of what
// was asked of people every run that reached a household.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ComposedCard } from '../../schema/api/composed.ts';
import type { Definition } from '../../schema/form/definition.ts';
import type { Measure, Source } from '../../schema/scorecards/body.ts';
import { type City, day, must, openCity, responseId } from './city.ts';
import { monthNow } from './requests.ts';

const definition: Definition = {
  title: '满意度',
  layout: 'steps',
  questions: [{ id: 'overall', type: 'scale', title: '总体满意吗', from: 1, to: 5, required: true }],
};
let city: City;
beforeAll(async () => {
  city = await openCity();
}, 60_000);
afterAll(() => city.close());

const measure = (id: string, source: Source): Measure => ({
  id,
  title: id,
  source,
  weight: 0,
  better: 'higher',
  target: null,
  fair: null,
});
const keepAt = async (unit: string, measures: readonly Measure[]): Promise<string> =>
  must(
    await city.as('mayor')('POST', `/api/units/${unit}/scorecards`, {
      title: '卡',
      body: { period: 'month', picks: [], measures },
      template: false,
    }),
  ).id;
const readAt = async (unit: string, id: string): Promise<ComposedCard> =>
  must(await city.as('mayor')('GET', `/api/units/${unit}/scorecards/${id}?period=${monthNow()}`)).card;
const figures = ({ measures }: ComposedCard) =>
  Object.fromEntries(measures.map(({ id, figure }) => [id, figure.value]));
async function answer(slug: string, units: readonly string[], points: readonly number[]) {
  for (const unit of units)
    for (const overall of points)
      must(
        await city.anyone('PUT', `/api/campaigns/${slug}/responses/${responseId()}`, {
          version: 1,
          unit,
          answers: { overall },
        }),
      );
}
const twelve = Array.from({ length: 12 }, (_, at) => 1 + (at % 3));

it('leave out a run that has not begun: its form keeps its figures, and nobody was asked more', async () => {
  const { form } = await city.publishForm(definition);
  const run = await city.openCampaign(form);
  await answer(run.slug, ['b1', 'b5'], twelve);
  const id = await keepAt('city', [
    measure('score', { kind: 'overall', form }),
    measure('rate', { kind: 'participation', form }),
    measure('runs', { kind: 'burden', what: 'runs' }),
    measure('minutes', { kind: 'burden', what: 'minutes' }),
  ]);
  const before = await readAt('city', id);
  expect(figures(before)).toMatchObject({ score: 25, runs: 1 });
  await city.openCampaign(form, { opensAt: Date.now() + day, closesAt: Date.now() + 9 * day });
  const after = await readAt('city', id);
  expect(figures(after)).toEqual(figures(before));
  expect(after.measures.map(({ how }) => how.run?.id)).toEqual([run.id, run.id, undefined, undefined]);
  const trend = must(await city.as('mayor')('GET', `/api/units/city/scorecards/${id}/trend`));
  expect(trend.measures.map((one: { figures: { value: number }[] }) => one.figures.at(-1)?.value)).toEqual(
    before.measures.map(({ figure }) => figure.value),
  );
  // What is signed waits for the end of a run, of the one that has answers.
  const signing = must(
    await city.as('mayor')('GET', `/api/units/city/issue?scorecard=${id}&period=${monthNow()}`),
  ).card;
  expect(signing.measures[0].how.run.id).toBe(run.id);
  expect(figures(signing)).toMatchObject({ runs: 1 });
});

it('are one run on a row and on the card of that unit, whatever the unit asked by itself', async () => {
  const { form } = await city.publishForm(definition);
  const old = await city.openCampaign(form, { opensAt: Date.now() - 3000 });
  const whole = await city.openCampaign(form, { opensAt: Date.now() - 2000 });
  await answer(whole.slug, ['b1', 'b4', 'b5'], twelve);
  const own = await city.openCampaign(form, { unit: 'e1', opensAt: Date.now() - 500 });
  await answer(own.slug, ['b1'], [3, 4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5]);
  const source: Source = { kind: 'overall', form };
  const id = await keepAt('city', [measure('score', source)]);
  const street = await readAt('east', id);
  const here = await readAt('e1', id);
  expect(street.rows.find(({ unit }) => unit.id === 'e1')?.figures[0]?.value).toBe(25);
  expect(here.measures[0]?.figure.value).toBe(25);
  expect(here.measures[0]?.how.run).toMatchObject({ id: whole.id });
  // A card that the community keeps begins with the community: there its own run is as large, and newer.
  const kept = await keepAt('e1', [measure('score', source)]);
  expect((await readAt('e1', kept)).measures[0]?.figure.value).toBe(75);
  // What was picked by hand stands before both.
  const picks = [{ form, period: monthNow(), run: old.id }];
  const body = { period: 'month', picks, measures: [measure('score', source)] };
  const picked = must(
    await city.as('mayor')('POST', '/api/units/city/scorecards', { title: '卡', body, template: false }),
  );
  expect((await readAt('e1', picked.id)).measures[0]?.how.run?.id).toBe(old.id);
});

it('count what every level asked of a household, once each, and minutes for the average one', async () => {
  const { form } = await city.publishForm(definition);
  const asks = [
    measure('runs', { kind: 'burden', what: 'runs' }),
    measure('minutes', { kind: 'burden', what: 'minutes' }),
  ];
  const id = await keepAt('city', asks);
  const read = async (unit: string) => figures(await readAt(unit, id));
  const units = ['city', 'east', 'e1', 'e1g', 'west', 'b1'];
  const before = new Map(await Promise.all(units.map(async (unit) => [unit, await read(unit)] as const)));
  const more = async (unit: string) => {
    const now = await read(unit);
    const was = before.get(unit);
    return [
      (now.runs ?? 0) - (was?.runs ?? 0),
      Math.round(((now.minutes ?? 0) - (was?.minutes ?? 0)) * 1e6) / 1e6,
    ];
  };
  // One of the city, three of the community e1, one of its grid e1g: a minute each.
  await city.openCampaign(form);
  for (let at = 0; at < 3; at++) await city.openCampaign(form, { unit: 'e1' });
  await city.openCampaign(form, { unit: 'e1g' });
  const share = (asked: number, all: number) => Math.round((asked / all) * 10) / 10;
  expect(await more('b1')).toEqual([5, 5]);
  expect(await more('e1g')).toEqual([5, 5]);
  expect(await more('e1')).toEqual([5, share(4 * 100 + 76, 100)]);
  expect(await more('east')).toEqual([5, share(160 + 3 * 100 + 76, 160)]);
  expect(await more('city')).toEqual([5, share(238 + 3 * 100 + 76, 238)]);
  expect(await more('west')).toEqual([1, 1]);
  const rows = (await readAt('city', id)).rows.map(({ unit, figures: all }) => [
    unit.id,
    ...all.map(({ value }) => value),
  ]);
  const east = await read('east');
  const west = await read('west');
  expect(rows).toEqual([
    ['east', east.runs, east.minutes],
    ['west', west.runs, west.minutes],
  ]);
});

it('tell a change of figures without an interval, and never call it clear', async () => {
  const { form } = await city.publishForm({
    title: '在岗',
    layout: 'steps',
    questions: [{ id: 'hours', type: 'number', title: '几小时', required: true }],
  });
  const hours = async (given: readonly number[]) => {
    const run = await city.openCampaign(form);
    for (const one of given)
      must(
        await city.anyone('PUT', `/api/campaigns/${run.slug}/responses/${responseId()}`, {
          version: 1,
          unit: 'b5',
          answers: { hours: one },
        }),
      );
    return run;
  };
  const past = await hours([1, 2, 3, 4, 5, 6, 7, 8]);
  const [year, month] = monthNow().split('-').map(Number);
  const lastMonth = new Date(Date.UTC(year ?? 0, (month ?? 0) - 2, 15)).toISOString().slice(0, 7);
  await city.db
    .prepare('UPDATE campaign SET opens_at = ?2, closes_at = ?3 WHERE id = ?1')
    .bind(past.id, Date.parse(`${lastMonth}-10`), Date.parse(`${lastMonth}-12`))
    .run();
  await hours([3, 4, 5, 6, 7, 8, 9, 10]);
  const mean = {
    kind: 'question',
    form,
    question: 'hours',
    row: '',
    what: 'mean',
    mapping: 'linear',
  } as const;
  const id = await keepAt('west', [
    measure('posts', { kind: 'reported', suffix: '人' }),
    measure('mean', mean),
  ]);
  for (const [period, value] of [
    [lastMonth, 10],
    [monthNow(), 30],
  ] as const)
    must(
      await city.as('mayor')('PUT', `/api/units/west/scorecards/${id}/reported`, {
        measure: 'posts',
        period,
        value,
        source: '名册',
        day: `${period}-01`,
      }),
    );
  const { measures } = await readAt('west', id);
  expect(measures.map(({ before, change }) => [before, change])).toEqual([
    [10, { value: 20, low: 20, high: 20, clear: false }],
    [4.5, { value: 2, low: 2, high: 2, clear: false }],
  ]);
});

it('leave out the rows of units that nothing on the card reached, unless nothing reached any', async () => {
  const { form } = await city.publishForm(definition);
  const run = await city.openCampaign(form);
  await answer(run.slug, ['b1'], twelve);
  await city.db
    .prepare(
      `INSERT INTO unit (id, root, parent, kind, name, code, path, position, households)
       VALUES ('e1x', 'city', 'e1', 'estate', 'e1x', 'e1x', '/city/east/e1/e1x/', 0, 0)`,
    )
    .run();
  const id = await keepAt('city', [
    measure('score', { kind: 'overall', form }),
    measure('runs', { kind: 'burden', what: 'runs' }),
    measure('posts', { kind: 'reported', suffix: '人' }),
  ]);
  const rowsAt = async (of: string, period = monthNow()): Promise<string[]> => {
    const read = must(await city.as('mayor')('GET', `/api/units/e1/scorecards/${of}?period=${period}`));
    return read.card.rows.map(({ unit }: { unit: { id: string } }) => unit.id);
  };
  expect(await rowsAt(id)).toEqual(['e1g', 'e1h']);
  expect(await rowsAt(id, '2020-01')).toEqual(['e1x', 'e1g', 'e1h']);
  // What staff report hides no row that waits for it, and shows one that it came from.
  const reported = await keepAt('city', [measure('posts', { kind: 'reported', suffix: '人' })]);
  for (const card of [id, reported])
    must(
      await city.as('mayor')('PUT', `/api/units/e1x/scorecards/${card}/reported`, {
        measure: 'posts',
        period: monthNow(),
        value: 3,
        source: '任职名册',
        day: `${monthNow()}-01`,
      }),
    );
  expect(await rowsAt(id)).toEqual(['e1x', 'e1g', 'e1h']);
  expect(await rowsAt(reported)).toEqual(['e1x', 'e1g', 'e1h']);
  await city.db.prepare("UPDATE unit SET retired_at = 1 WHERE id = 'e1x'").run();
});
