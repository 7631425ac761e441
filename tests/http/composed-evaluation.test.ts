// Final scores of evaluations on composed scorecards: of the unit itself, or the mean of those rated below it; and where
// they leave the house, nothing that tells what fewer than ten households said.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComposedCard, Figure } from '../../schema/api/composed.ts';
import { periodBefore, periodOf } from '../../schema/scorecards/period.ts';
import { type City, must, openCity } from './city.ts';
import { plantEvaluation } from './planted-evaluation.ts';
import { monthNow } from './requests.ts';

/** Score and households of each building; null: it was vetoed. */
const marked: Record<string, [score: number | null, households: number]> = {
  b1: [90, 12],
  b2: [80, 6],
  b3: [null, 8],
  b4: [70, 7],
  b5: [60, 20],
  b6: [51, 5],
};
let city: City;
let card = '';

async function finalOf(unit: string, of: typeof marked) {
  const planted = await plantEvaluation(city, 'final', {
    unit,
    settings: { subjects: Object.keys(of).map((one) => ({ unit: one, person: '' })) },
    households: { [Object.keys(of)[0] ?? '']: 1 },
  });
  const lines = Object.entries(of).map(([one, [score, n]]) => ({
    id: planted.subjects[one],
    score: score ?? 88,
    outcome: score === null ? { state: 'disqualified', vetoes: ['fire'] } : { state: 'rated', band: null },
    groups: [{ id: 'residents', score: 70, n }],
  }));
  await city.db
    .prepare('UPDATE evaluation SET result = ?2 WHERE id = ?1')
    .bind(planted.evaluation, JSON.stringify({ lines }))
    .run();
}

beforeAll(async () => {
  city = await openCity();
  card = must(
    await city.as('mayor')('POST', '/api/units/city/scorecards', {
      title: '评选',
      template: false,
      body: {
        period: 'month',
        picks: [],
        measures: [
          {
            id: 'rated',
            title: '评选得分',
            source: { kind: 'evaluation' },
            weight: 0,
            better: 'higher',
            target: null,
            fair: null,
          },
        ],
      },
    }),
  ).id;
  await finalOf('city', marked);
}, 60_000);
afterAll(() => city.close());

const readAt = async (unit: string): Promise<ComposedCard> =>
  must(await city.as('mayor')('GET', `/api/units/${unit}/scorecards/${card}?period=${monthNow()}`)).card;
const signedAt = async (unit: string): Promise<ComposedCard> =>
  must(await city.as('mayor')('GET', `/api/units/${unit}/issue?scorecard=${card}&period=${monthNow()}`)).card;
const short = (figure: Figure | undefined) => figure && [figure.why ?? figure.value, figure.n, figure.of];
const here = ({ measures }: ComposedCard) => short(measures[0]?.figure);
const rows = (read: ComposedCard) =>
  Object.fromEntries(read.rows.map(({ unit, figures }) => [unit.id, short(figures[0])]));

describe('on the board', () => {
  it('a unit has its own score, others the mean of those rated below, with how many', async () => {
    expect(here(await readAt('city'))).toEqual([(90 + 80 + 70 + 60 + 51) / 5, 5, 6]);
    const grid = await readAt('e1g');
    expect(here(grid)).toEqual([85, 2, 2]);
    expect(rows(grid)).toEqual({ b1: [90, null, null], b2: [80, null, null] });
    expect(rows(await readAt('e1h'))).toEqual({ b3: ['not-rated', null, null] });
    expect(grid.measures[0]?.how.evaluation).toMatchObject({
      title: '文明楼栋评选',
      unit: expect.any(String),
    });
  });

  it('another month has none, and what is not final counts nowhere', async () => {
    const other = must(await city.as('mayor')('GET', `/api/units/city/scorecards/${card}?period=2020-01`));
    expect(here(other.card)).toEqual(['no-evaluation', null, null]);
    await plantEvaluation(city, 'provisional', { unit: 'e1' });
    expect(here(await readAt('e1'))).toEqual([85, 2, 3]);
  });

  it('the newest that covers the unit counts, and a place below does not stand for all', async () => {
    await finalOf('w1', { b5: [99, 20] });
    expect((await readAt('w1')).measures[0]?.figure).toMatchObject({ value: 99, n: 1, of: 1, all: 2 });
    expect(here(await readAt('city'))).toEqual([70.2, 5, 6]);
    await city.db.prepare("UPDATE evaluation SET state = 'cancelled' WHERE unit = 'w1'").run();
  });
});

describe('where the households of a unit stand at an end', () => {
  const title = '都打一样';
  const atEnd: Record<string, [mark: number, households: number]> = {
    b1: [100, 6],
    b2: [70, 6],
    b4: [100, 5],
    b5: [60, 9],
    b6: [64, 9],
  };
  async function finalWith(of: typeof atEnd) {
    const planted = await plantEvaluation(city, 'final', {
      unit: 'city',
      settings: { title, subjects: Object.keys(of).map((one) => ({ unit: one, person: '' })) },
      households: { b1: 1 },
    });
    const lines = Object.entries(of).map(([one, [score, n]]) => ({
      id: planted.subjects[one],
      score: score / 2 + 40,
      outcome: { state: 'rated', band: null },
      groups: [{ id: 'residents', score, n }],
    }));
    await city.db
      .prepare('UPDATE evaluation SET result = ?2 WHERE id = ?1')
      .bind(planted.evaluation, JSON.stringify({ lines }))
      .run();
  }

  it('it has no figure on a card, nor does what would tell it less its neighbours', async () => {
    await finalWith(atEnd);
    // b2 stands beside b1, so their grid would tell it; b4 is alone in its community.
    expect(rows(await readAt('e1g'))).toEqual({ b1: ['alike', null, null], b2: [75, null, null] });
    expect(here(await readAt('e1g'))).toEqual(['beside', null, null]);
    expect(here(await readAt('b1'))).toEqual(['alike', null, null]);
    expect(here(await readAt('e2'))).toEqual(['alike', null, null]);
    expect(here(await readAt('w1'))).toEqual([71, 2, 2]);
    // Nobody can take the west from the city and have the east, whose households all gave the same.
    expect(here(await readAt('city'))).toEqual(['beside', null, null]);
    await city.db.prepare('UPDATE evaluation SET state = ?2 WHERE title = ?1').bind(title, 'cancelled').run();
  });

  it('one among very many is not told by their mean, which has a tenth', async () => {
    // As many as hide b1 from whoever takes the others from the mean of the street: 0.05 × 400 ≥ 100 ÷ 5.
    await finalWith({ b1: [100, 5], b2: [70, 5] });
    const { id } = (await city.db
      .prepare("SELECT id FROM evaluation WHERE title = ?1 AND state = 'final'")
      .bind(title)
      .first<{ id: string }>()) ?? { id: '' };
    const few = here(await readAt('e1g'));
    const lines = JSON.stringify(
      Array.from({ length: 398 }, (_, at) => ({
        id: `more${at}`,
        score: 60,
        outcome: { state: 'rated', band: null },
        groups: [{ id: 'residents', score: 50, n: 9 }],
      })),
    );
    await city.db.batch([
      city.db
        .prepare(
          `INSERT INTO evaluation_subject (evaluation, id, unit, path, name, above, person, position)
           SELECT ?1, j.value ->> 'id', 'x' || j.key, u.path || 'x' || j.key || '/', 'x', '', '', 9 + j.key
           FROM json_each(?2) j JOIN unit u ON u.id = 'e1g'`,
        )
        .bind(id, lines),
      city.db
        .prepare(
          `UPDATE evaluation SET result = json_set(result, '$.lines', json((SELECT json_group_array(json(value)) FROM (
             SELECT value FROM json_each(result, '$.lines') UNION ALL SELECT value FROM json_each(?2))))) WHERE id = ?1`,
        )
        .bind(id, lines),
    ]);
    expect([few, here(await readAt('e1g'))]).toEqual([
      ['beside', null, null],
      [60.1, 400, 400],
    ]);
    await city.db.prepare('UPDATE evaluation SET state = ?2 WHERE title = ?1').bind(title, 'cancelled').run();
  });

  it('several that do not stand at an end together are told as one', async () => {
    await finalWith({ ...atEnd, b2: [0, 6], b4: [75, 5] });
    expect(rows(await readAt('e1g'))).toEqual({ b1: ['alike', null, null], b2: ['alike', null, null] });
    expect(here(await readAt('e1g'))).toEqual([65, 2, 2]);
    expect(here(await readAt('city'))).toEqual([(90 + 40 + 77.5 + 70 + 72) / 5, 5, 5]);
    await city.db.prepare('UPDATE evaluation SET state = ?2 WHERE title = ?1').bind(title, 'cancelled').run();
  });
});

describe('taken along', () => {
  const takenAt = async (unit: string): Promise<ComposedCard> =>
    must(await city.as('mayor')('GET', `/api/units/${unit}/scorecards/${card}?period=${monthNow()}&k=10`))
      .card;

  it('hides units of fewer than ten households at every level, with what would give them away', async () => {
    const grid = await takenAt('e1g');
    expect(rows(grid)).toEqual({ b1: [90, null, null], b2: ['few', null, null] });
    expect(here(grid)).toEqual(['beside', null, null]);
    const trend = async (more: string) =>
      must(
        await city.as('mayor')('GET', `/api/units/b2/scorecards/${card}/trend?period=${monthNow()}${more}`),
      ).measures[0].figures.at(-1);
    expect(short(await trend(''))).toEqual([80, null, null]);
    expect(short(await trend('&k=10'))).toEqual(['few', null, null]);
  });
});

describe('in public', () => {
  it('hides a unit with few households, and what would give it away beside those that are shown', async () => {
    // e1: 12 + 6 households; e2: 7; w1: 20 + 5. Less e1, the east and the city would tell e2.
    expect(here(await signedAt('e1'))).toEqual([85, 2, 3]);
    expect(here(await signedAt('e2'))).toEqual(['few', null, null]);
    const east = await signedAt('east');
    expect(here(east)).toEqual(['beside', null, null]);
    expect(rows(east)).toEqual({ e1: [85, 2, 3], e2: ['few', null, null] });
    const all = await signedAt('city');
    expect(here(all)).toEqual(['beside', null, null]);
    expect(rows(all)).toEqual({ east: ['beside', null, null], west: [55.5, 2, 2] });
  });

  it('shows all once none is small', async () => {
    await city.db.prepare("UPDATE evaluation SET state = 'cancelled' WHERE unit = 'city'").run();
    await finalOf('city', { ...marked, b4: [70, 10] });
    expect(rows(await signedAt('city'))).toEqual({ east: [80, 3, 4], west: [55.5, 2, 2] });
    expect(here(await signedAt('city'))).toEqual([70.2, 5, 6]);
  });
});

describe('an evaluation of some', () => {
  const aimed = async (unit: string): Promise<ComposedCard> => {
    const made = must(
      await city.as('mayor')('POST', '/api/units/city/scorecards', {
        title: '评选',
        template: false,
        body: {
          period: 'month',
          picks: [],
          measures: [
            {
              id: 'rated',
              title: '评选得分',
              source: { kind: 'evaluation' },
              weight: 1,
              better: 'higher',
              target: 60,
              fair: null,
            },
          ],
        },
      }),
    );
    return must(
      await city.as('mayor')('GET', `/api/units/${unit}/scorecards/${made.id}?period=${monthNow()}`),
    ).card;
  };

  it('stands for those alone: with how many there are, no mark, no change, no part in the total', async () => {
    await city.db.prepare("UPDATE evaluation SET state = 'cancelled'").run();
    await finalOf('city', marked);
    const lastMonth = periodBefore(periodOf('month', Date.now())).from;
    await city.db.prepare('UPDATE evaluation SET opened_at = ?1').bind(lastMonth).run();
    await finalOf('city', { b1: [90, 12], b2: [80, 12] });
    await finalOf('w1', { b5: [60, 20] });
    const read = await aimed('city');
    expect(read.measures[0]).toMatchObject({
      figure: { value: 85, n: 2, of: 2, all: 6, mark: null },
      before: null,
      change: null,
      weight: 0,
      unweighed: true,
    });
    expect(read.total).toBeNull();
    expect(read.rows.map(({ figures: [one] }) => [one?.value, one?.all, one?.why])).toEqual([
      [85, 4, null],
      [null, undefined, 'own-evaluation'],
    ]);
    // Where it rated all, it is a figure as any other, with the month before beside it.
    const whole = (await aimed('e1g')).measures[0];
    expect(whole).toMatchObject({ figure: { value: 85, mark: 'good' }, before: 85, weight: 1 });
    expect(whole?.figure.all).toBeUndefined();
    // Held in a part of the place, it is of that part, though it be all that there is.
    await city.db.prepare("UPDATE evaluation SET state = 'cancelled' WHERE unit = 'city'").run();
    await city.db.prepare("UPDATE unit SET retired_at = 1 WHERE kind = 'building' AND id <> 'b5'").run();
    expect((await aimed('west')).measures[0]?.figure).toMatchObject({ value: 60, all: 1, mark: null });
    expect((await aimed('w1')).measures[0]?.figure).toMatchObject({ value: 60, mark: 'good' });
    await city.db.prepare('UPDATE unit SET retired_at = NULL').run();
  });
});
