// Scorecards that staff compose: figures equal a hand count, each branch reads its own, what a board hides stays hidden in
// every way they are read, and what was signed never changes.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComposedCard, Figure } from '../../schema/api/composed.ts';
import { placeDay } from '../../schema/day.ts';
import { dayAfter, momentOf, weekday } from '../../schema/elections/days.ts';
import type { Definition } from '../../schema/form/definition.ts';
import type { Body, Measure, Source } from '../../schema/scorecards/body.ts';
import { frozenText, rounded } from '../../schema/scorecards/frozen.ts';
import { type City, day, must, openCity, pathOf, refused, responseId } from './city.ts';
import { electionOf } from './election-of.ts';
import { monthNow, signing } from './requests.ts';

const definition: Definition = {
  title: '物业服务满意度调查',
  layout: 'steps',
  questions: [
    { id: 'overall', type: 'scale', title: '总体满意吗', from: 1, to: 5, na: true, required: true },
    { id: 'clean', type: 'scale', title: '环境', from: 1, to: 5 },
    {
      id: 'worry',
      type: 'single',
      title: '最操心什么',
      options: [
        { id: 'lift', label: '电梯' },
        { id: 'park', label: '停车' },
      ],
    },
  ],
};
interface Given {
  unit: string;
  overall: number | 'na';
  clean: number;
  worry: string;
}

let city: City;
let form = '';
let run = { id: '', slug: '' };
const given: Given[] = [];

beforeAll(async () => {
  city = await openCity();
  ({ form } = await city.publishForm(definition));
  run = await city.openCampaign(form);
  let turn = 0;
  for (const [unit, n] of Object.entries({ b1: 14, b2: 9, b3: 12, b4: 3, b5: 45, b6: 40 }))
    for (let at = 0; at < n; at++) {
      turn += 1;
      given.push({
        unit,
        overall: turn % 9 === 0 ? 'na' : 1 + (turn % 5),
        clean: 1 + ((turn * 3) % 5),
        worry: turn % 3 ? 'lift' : 'park',
      });
    }
  for (const { unit, ...answers } of given) await send(run.slug, unit, answers);
}, 120_000);
afterAll(() => city.close());

async function send(slug: string, unit: string, answers: object) {
  must(
    await city.anyone('PUT', `/api/campaigns/${slug}/responses/${responseId()}`, {
      version: 1,
      unit,
      answers,
    }),
  );
}

const measureOf = (id: string, source: Source, more: Partial<Measure> = {}): Measure => ({
  id,
  title: id,
  source,
  weight: 0,
  better: 'higher',
  target: null,
  fair: null,
  ...more,
});
const body = (): Body => ({
  period: 'month',
  picks: [],
  measures: [
    measureOf(
      'score',
      { kind: 'question', form, question: 'overall', row: '', what: 'score', mapping: 'linear' },
      { weight: 3, target: 60, fair: 40 },
    ),
    measureOf('satisfied', {
      kind: 'question',
      form,
      question: 'overall',
      row: '',
      what: 'satisfied',
      mapping: 'linear',
    }),
    measureOf('eighty', {
      kind: 'question',
      form,
      question: 'clean',
      row: '',
      what: 'score',
      mapping: 'hundred_eighty',
    }),
    measureOf('lift', {
      kind: 'question',
      form,
      question: 'worry',
      row: '',
      what: 'share',
      option: 'lift',
      mapping: 'linear',
    }),
    measureOf(
      'index',
      {
        kind: 'index',
        form,
        items: [
          { question: 'overall', row: '', weight: 3 },
          { question: 'clean', row: '', weight: 1 },
        ],
        mapping: 'linear',
      },
      { weight: 1 },
    ),
    measureOf('rate', { kind: 'participation', form }),
    measureOf('runs', { kind: 'burden', what: 'runs' }, { better: 'lower' }),
    measureOf('posts', { kind: 'reported', suffix: '人' }),
    measureOf('contests', { kind: 'election', what: 'announced' }),
  ],
});
const keepAt = async (unit: string, by = 'mayor', what = body()) =>
  must(
    await city.as(by)('POST', `/api/units/${unit}/scorecards`, {
      title: '月度记分卡',
      body: what,
      template: false,
    }),
  );
const readAt = async (
  unit: string,
  scorecard: string,
  by = 'mayor',
  period = monthNow(),
): Promise<ComposedCard> =>
  must(await city.as(by)('GET', `/api/units/${unit}/scorecards/${scorecard}?period=${period}`)).card;
const line = (card: ComposedCard, id: string) => {
  const found = card.measures.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const under = (unit: string) => given.filter((one) => pathOf(one.unit).includes(`/${unit}/`));
const average = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const overallOf = (unit: string) => under(unit).flatMap(({ overall }) => (overall === 'na' ? [] : [overall]));

describe('figures', () => {
  it.each(['city', 'west', 'w1g'])('equal a hand count at %s', async (unit) => {
    const { id } = await keepAt('city');
    const card = await readAt(unit, id);
    const score = average(overallOf(unit).map((point) => (point - 1) * 25));
    const clean = average(under(unit).map((one) => (one.clean - 1) * 25));
    expect(line(card, 'score').figure).toMatchObject({ n: overallOf(unit).length, why: null });
    expect(line(card, 'score').figure.value).toBe(rounded(score, 1));
    expect(line(card, 'satisfied').figure.value).toBe(
      rounded(average(overallOf(unit).map((point) => (point >= 4 ? 100 : 0))), 1),
    );
    expect(line(card, 'eighty').figure.value).toBe(
      rounded(average(under(unit).map((one) => [0, 30, 60, 80, 100][one.clean - 1] ?? 0)), 1),
    );
    expect(line(card, 'lift').figure.value).toBe(
      rounded(average(under(unit).map(({ worry }) => (worry === 'lift' ? 100 : 0))), 1),
    );
    const index = (3 * score + clean) / 4;
    expect(line(card, 'index').figure.value).toBe(rounded(index, 1));
    expect(card.total?.value).toBe(rounded((3 * score + index) / 4, 1));
    expect(line(card, 'rate').what).toBe('perHundred');
    expect(line(card, 'rate').figure.n).toBe(under(unit).length);
    expect(line(card, 'runs').figure.value).toBe(1);
    expect(line(card, 'posts').figure.why).toBe('not-reported');
    expect(line(card, 'contests').figure.why).toBe('no-contest');
    expect(line(card, 'score').how.missing).toBe(under(unit).length - overallOf(unit).length);
  });

  it('have no mark until somebody sets a target', async () => {
    const { id } = await keepAt('city');
    const card = await readAt('city', id);
    const { value, mark } = line(card, 'score').figure;
    expect(mark).toBe((value ?? 0) >= 60 ? 'good' : (value ?? 0) >= 40 ? 'fair' : 'watch');
    expect(card.measures.flatMap(({ id: of, figure }) => (figure.mark ? [of] : []))).toEqual(['score']);
  });

  it('stand below in administrative order, and a run counts in the period that it opened in', async () => {
    const { id } = await keepAt('city');
    expect((await readAt('city', id)).rows.map(({ unit }) => unit.id)).toEqual(['east', 'west']);
    const empty = await readAt('city', id, 'mayor', '2020-01');
    expect(line(empty, 'score').figure.why).toBe('no-run');
    const picked = { ...body(), picks: [{ form, period: '2020-01', run: run.id }] };
    const other = await keepAt('city', 'mayor', picked);
    expect(line(await readAt('city', other.id, 'mayor', '2020-01'), 'score').figure.n).toBe(
      overallOf('city').length,
    );
  });

  it('are the same in the preview, and a trend ends with them', async () => {
    const kept = await keepAt('city');
    const card = await readAt('city', kept.id);
    const preview: ComposedCard = must(
      await city.as('mayor')('POST', '/api/units/city/scorecards/preview', {
        title: '',
        body: body(),
        period: monthNow(),
      }),
    );
    expect(preview.measures.map(({ figure }) => figure)).toEqual(card.measures.map(({ figure }) => figure));
    expect(preview.rows).toEqual(card.rows);
    const trend = must(await city.as('mayor')('GET', `/api/units/city/scorecards/${kept.id}/trend`));
    expect(trend.periods.at(-1).key).toBe(monthNow());
    expect(trend.measures.map(({ figures }: { figures: Figure[] }) => figures.at(-1))).toMatchObject(
      card.measures.map(({ figure, what, suffix }) => ({ ...figure, what, suffix })),
    );
  });
});

describe('what a board hides', () => {
  const shown = ({ value }: Figure) => value !== null;

  it('stays hidden in a composed card: few answers, and who would give them away', async () => {
    const { id } = await keepAt('city');
    // b4 has three answers and is alone in e2; e1 beside it would give it away.
    const card = await readAt('east', id);
    const board = must(await city.as('mayor')('GET', `/api/campaigns/${run.id}/units/east/scorecard`));
    for (const { unit, figures } of card.rows) {
      const child = board.children.find((one: { unit: { id: string } }) => one.unit.id === unit.id);
      const ofForms = figures.slice(0, 6);
      expect([unit.id, ofForms.some(shown)]).toEqual([unit.id, !child.hidden]);
      if (child.hidden) expect(ofForms.every(({ why, n }) => why !== null && n === null)).toBe(true);
    }
    expect(card.rows.map(({ figures }) => figures[0]?.why)).toEqual(['beside', 'few']);
    const small = await readAt('b4', id);
    expect(small.measures.slice(0, 6).filter(({ figure }) => shown(figure))).toEqual([]);
    expect(small.measures.flatMap(({ how }) => how.parts)).toEqual([]);
    expect(small.total).toMatchObject({ value: null, why: 'incomplete' });
  });
});

describe('what is taken along', () => {
  it('hides groups under ten, and who would give them away', async () => {
    const asked = await city.publishForm(definition);
    const { slug } = await city.openCampaign(asked.form);
    for (const [unit, n] of Object.entries({ b5: 12, b6: 7 }))
      for (let at = 0; at < n; at++) await send(slug, unit, { overall: 1 + (at % 5) });
    const measures = [measureOf('took', { kind: 'participation', form: asked.form })];
    const { id } = await keepAt('city', 'mayor', { period: 'month', picks: [], measures });
    const at = `/api/units/w1g/scorecards/${id}?period=${monthNow()}`;
    const told = async (path: string) =>
      must(await city.as('mayor')('GET', path)).card.rows.map(({ figures }: { figures: Figure[] }) => [
        figures[0]?.n,
        figures[0]?.why,
      ]);
    expect(await told(at)).toEqual([
      [12, null],
      [7, null],
    ]);
    expect(await told(`${at}&k=10`)).toEqual([
      [null, 'beside'],
      [null, 'few'],
    ]);
  });
});

describe('the total', () => {
  const asked = (question: string) =>
    ({ kind: 'question', form, question, row: '', mapping: 'linear' }) as const;
  const clean = (): Source => ({ ...asked('clean'), what: 'score' });
  const ofLift = (): Source => ({ ...asked('worry'), what: 'share', option: 'lift' });
  const bodyWith = (...measures: Measure[]): Body => ({ period: 'month', picks: [], measures });

  it('turns round what is better lower', async () => {
    const { id } = await keepAt(
      'city',
      'mayor',
      bodyWith(
        measureOf('clean', clean(), { weight: 1 }),
        measureOf('lift', ofLift(), { weight: 1, better: 'lower' }),
      ),
    );
    const card = await readAt('city', id);
    const [one, other] = card.measures.map(({ figure }) => figure);
    expect(other?.value).toBeGreaterThan(60);
    expect(card.total?.value).toBeCloseTo(((one?.value ?? 0) + 100 - (other?.value ?? 0)) / 2, 0);
    expect(card.total?.low).toBeCloseTo(((one?.low ?? 0) + 100 - (other?.high ?? 0)) / 2, 0);
    expect(card.total?.high).toBeCloseTo(((one?.high ?? 0) + 100 - (other?.low ?? 0)) / 2, 0);
  });

  it.each<[string, Source]>([
    ['a number of runs', { kind: 'burden', what: 'runs' }],
    ['a figure that staff report', { kind: 'reported', suffix: '' }],
  ])('weighs no %s, which is on no scale to 100', async (_what, source) => {
    const weighed = bodyWith(
      measureOf('clean', clean(), { weight: 1 }),
      measureOf('n', source, { weight: 1 }),
    );
    const given = { title: '卡', body: weighed, template: false };
    expect(refused(await city.as('mayor')('POST', '/api/units/city/scorecards', given))).toEqual([
      400,
      'bad-input',
    ]);
    // Nor where it was kept before that was refused.
    const { id } = await keepAt('city', 'mayor', bodyWith(measureOf('clean', clean(), { weight: 1 })));
    await city.db
      .prepare('UPDATE scorecard SET body = ?2 WHERE id = ?1')
      .bind(id, JSON.stringify(weighed))
      .run();
    const card = await readAt('city', id);
    expect(card.total?.value).toBe(card.measures[0]?.figure.value);
  });
});

describe('participation in the total', () => {
  const weighed = (of: string): Body => ({
    period: 'month',
    picks: [],
    measures: [
      measureOf(
        'clean',
        { kind: 'question', form: of, question: 'clean', row: '', what: 'score', mapping: 'linear' },
        { weight: 60 },
      ),
      measureOf('took', { kind: 'participation', form: of }, { weight: 40 }),
    ],
  });

  it('is left out where anyone may answer, and says so', async () => {
    const { id } = await keepAt('city', 'mayor', weighed(form));
    const card = await readAt('city', id);
    expect(card.measures.map(({ weight, unweighed, what }) => [what, weight, unweighed])).toEqual([
      ['score', 60, undefined],
      ['perHundred', 0, true],
    ]);
    expect(card.total?.value).toBe(card.measures[0]?.figure.value);
    const { forms } = must(await city.as('mayor')('GET', '/api/units/city/measurable'));
    expect(forms.find((one: { id: string }) => one.id === form).runs[0].access).toBe('anyone');
  });

  it('is weighed where each household answers once', async () => {
    const asked = await city.publishForm(definition);
    const { id: other } = await city.openCampaign(asked.form);
    await city.db.prepare("UPDATE campaign SET access = 'household' WHERE id = ?1").bind(other).run();
    const { id } = await keepAt('city', 'mayor', weighed(asked.form));
    expect((await readAt('city', id)).measures.map(({ weight }) => weight)).toEqual([60, 40]);
  });
});

describe('the overall score', () => {
  const two: Definition = {
    title: '两题',
    layout: 'steps',
    questions: [
      { id: 'clean', type: 'scale', title: '环境', from: 1, to: 5 },
      { id: 'lift', type: 'scale', title: '电梯', from: 1, to: 5 },
    ],
  };
  const close = async (id: string) =>
    must(await city.as('mayor')('PATCH', `/api/campaigns/${id}`, { rev: 1, state: 'closed' }));

  it('is no figure, and no change, where a question of it went silent since the month before', async () => {
    const asked = await city.publishForm(two);
    const before = await city.openCampaign(asked.form);
    for (let at = 0; at < 20; at++)
      await send(before.slug, 'b4', { clean: 3 + (at % 3), lift: 1 + (at % 2) });
    await close(before.id);
    await city.db
      .prepare('UPDATE campaign SET opens_at = ?2, closes_at = ?3 WHERE id = ?1')
      .bind(before.id, Date.now() - 31 * day, Date.now() - 28 * day)
      .run();
    const now = await city.openCampaign(asked.form);
    // Nobody is better off: of the lift all say the same now, which is not told.
    for (let at = 0; at < 20; at++) await send(now.slug, 'b4', { clean: 3 + (at % 3), lift: 1 });
    await close(now.id);
    const measures = [measureOf('all', { kind: 'overall', form: asked.form })];
    const { id } = await keepAt('e2', 'mayor', { period: 'month', picks: [], measures });
    const untold = { figure: { value: null, why: 'closed' }, change: null, how: { parts: [] } };
    expect(line(await readAt('e2', id), 'all')).toMatchObject(untold);
    const { figures } = must(await city.as('mayor')('GET', `/api/units/e2/scorecards/${id}/trend`))
      .measures[0];
    expect(figures.slice(-2).map(({ value }: Figure) => value)).toEqual([expect.closeTo(43.4, 0), null]);
    const signed = must(
      await city.as('mayor')(
        'PUT',
        `/api/units/e2/issued/${responseId()}`,
        await signing(city, 'e2', { campaign: now.id }),
      ),
    );
    expect(line(signed.card, 'overall')).toMatchObject(untold);
    expect(line(signed.card, 'clean:').figure.value).not.toBeNull();
  });
});

describe('a trend', () => {
  it('breaks, and tells no change, where a question was asked on another scale', async () => {
    const asked = (to: number): Definition => ({
      title: '逐月问',
      layout: 'steps',
      questions: [
        { id: 'clean', type: 'scale', title: '环境', from: 1, to },
        { id: 'lift', type: 'scale', title: '电梯', from: 1, to: 5 },
      ],
    });
    const { form: monthly, rev } = await city.publishForm(asked(5));
    const mayor = city.as('mayor');
    const month = async (ago: number, version: number) => {
      const { id, slug } = await city.openCampaign(monthly);
      for (let at = 0; at < 20; at++)
        must(
          await city.anyone('PUT', `/api/campaigns/${slug}/responses/${responseId()}`, {
            version,
            unit: 'b4',
            answers: { clean: 2 + (at % 4), lift: 1 + (at % 4) },
          }),
        );
      must(await mayor('PATCH', `/api/campaigns/${id}`, { rev: 1, state: 'closed' }));
      await city.db
        .prepare('UPDATE campaign SET opens_at = ?2 WHERE id = ?1')
        .bind(id, Date.now() - ago * 31 * day)
        .run();
    };
    await month(2, 1);
    await month(1, 1);
    const saved = must(await mayor('PUT', `/api/forms/${monthly}/draft`, { rev, definition: asked(10) }));
    must(await mayor('POST', `/api/forms/${monthly}/versions`, { rev: saved.rev }));
    await month(0, 2);
    const ofLine = (question: string): Source => ({
      kind: 'question',
      form: monthly,
      question,
      row: '',
      what: 'score',
      mapping: 'linear',
    });
    const { id } = await keepAt('e2', 'mayor', {
      period: 'month',
      picks: [],
      measures: [
        measureOf('clean', ofLine('clean')),
        measureOf('lift', ofLine('lift')),
        measureOf('all', { kind: 'overall', form: monthly }),
      ],
    });
    const card = await readAt('e2', id);
    expect(card.measures.map(({ before, change }) => [before !== null, change !== null])).toEqual([
      [true, false],
      [true, true],
      [true, false],
    ]);
    const { measures } = must(await mayor('GET', `/api/units/e2/scorecards/${id}/trend`));
    const joined = measures.map(({ figures }: { figures: { value: number | null; basis: number }[] }) => {
      const [first, second, third] = figures.slice(-3);
      expect([first, second, third].every((one) => typeof one?.value === 'number')).toBe(true);
      return [first?.basis === second?.basis, second?.basis === third?.basis];
    });
    expect(joined).toEqual([
      [true, false],
      [true, true],
      [true, false],
    ]);
  });
});

describe('an index', () => {
  it('is of what has a weight: an item of none is neither needed nor named', async () => {
    const asked = await city.publishForm(definition);
    const { slug } = await city.openCampaign(asked.form);
    for (let at = 0; at < 20; at++) await send(slug, 'b2', { overall: 1 + (at % 5) });
    const index = (id: string, weights: number[]): Measure =>
      measureOf(id, {
        kind: 'index',
        form: asked.form,
        items: ['overall', 'clean'].map((question, at) => ({ question, row: '', weight: weights[at] ?? 0 })),
        mapping: 'linear',
      });
    const measures = [index('one', [1, 0]), index('both', [1, 1]), index('none', [0, 0])];
    const { id } = await keepAt('e1', 'mayor', { period: 'month', picks: [], measures });
    const card = await readAt('e1', id);
    expect(card.measures.map(({ figure }) => [figure.value, figure.why])).toEqual([
      [50, null],
      [null, 'no-answers'],
      [null, 'incomplete'],
    ]);
    expect(line(card, 'one').how.parts).toEqual([{ title: '总体满意吗', weight: 1, value: 50 }]);
  });
});

describe('who may', () => {
  it('read at a unit below what is kept above, and nothing of others', async () => {
    const { id } = await keepAt('city');
    const west = await keepAt('west', 'westeditor');
    expect((await readAt('e1', id, 'e1leader')).unit.id).toBe('e1');
    expect(refused(await city.as('e1leader')('GET', `/api/units/east/scorecards/${id}`))).toEqual([
      404,
      'not-found',
    ]);
    expect(refused(await city.as('e1leader')('GET', `/api/units/e1/scorecards/${west.id}`))).toEqual([
      404,
      'not-found',
    ]);
    const listed = must(await city.as('e1leader')('GET', '/api/scorecards')).scorecards;
    expect(listed.some((one: { id: string }) => one.id === id)).toBe(true);
    expect(listed.some((one: { id: string }) => one.id === west.id)).toBe(false);
    expect((await readAt('e1', id, 'e1leader')).above).toEqual([]);
  });

  it('change it, one after the other', async () => {
    const { id, rev } = await keepAt('east', 'easteditor');
    const path = `/api/scorecards/${id}`;
    must(await city.as('easteditor')('PATCH', path, { rev, title: '改一次' }));
    const late = await city.as('eastadmin')('PATCH', path, { rev, title: '再改一次' });
    expect(refused(late)).toEqual([409, 'stale']);
    expect(late.body.current.title).toBe('改一次');
    must(await city.as('easteditor')('PATCH', path, { rev: rev + 1, removed: true }));
    const gone = must(await city.as('easteditor')('GET', '/api/scorecards')).scorecards;
    expect(gone.some((one: { id: string }) => one.id === id)).toBe(false);
    must(await city.as('easteditor')('PATCH', path, { rev: rev + 2, removed: false }));
  });

  it('report a figure with its source, and take it back', async () => {
    const { id } = await keepAt('city');
    const path = `/api/units/east/scorecards/${id}/reported`;
    const one = {
      measure: 'posts',
      period: monthNow(),
      value: 37,
      source: '任职名册',
      day: `${monthNow()}-01`,
    };
    expect(refused(await city.as('easteditor')('PUT', path, { ...one, source: '' }))).toEqual([
      400,
      'bad-input',
    ]);
    expect(refused(await city.as('easteditor')('PUT', path, { ...one, measure: 'score' }))).toEqual([
      400,
      'bad-input',
    ]);
    const tomorrow = dayAfter(placeDay(Date.now()), 1);
    for (const more of [
      ...['2026-02-31', '2026-13-01', '2999-01-01', tomorrow].map((of) => ({ day: of })),
      ...['1999-01', '2999-01', '2026-13', '2026-00'].map((period) => ({ period })),
    ])
      expect([more, ...refused(await city.as('easteditor')('PUT', path, { ...one, ...more }))]).toEqual([
        more,
        400,
        'bad-input',
      ]);
    must(await city.as('easteditor')('PUT', path, { ...one, day: placeDay(Date.now()) }));
    must(await city.as('easteditor')('PUT', path, one));
    const card = await readAt('city', id);
    expect(card.rows[0]?.figures[7]).toMatchObject({ value: 37, why: null });
    expect(line(await readAt('east', id), 'posts').how.reported).toEqual({
      source: '任职名册',
      day: `${monthNow()}-01`,
      by: 'easteditor',
    });
    must(await city.as('easteditor')('PUT', path, { ...one, value: null }));
    expect((await readAt('city', id)).rows[0]?.figures[7]?.why).toBe('not-reported');
  });

  it('report it with up to two decimals, which it keeps, and its mark is that of what is printed', async () => {
    const posts = measureOf('posts', { kind: 'reported', suffix: '%' }, { target: 85, fair: 80 });
    const { id } = await keepAt('east', 'easteditor', { period: 'month', picks: [], measures: [posts] });
    const put = (value: number) =>
      city.as('easteditor')('PUT', `/api/units/east/scorecards/${id}/reported`, {
        measure: 'posts',
        period: monthNow(),
        value,
        source: '任职名册',
        day: `${monthNow()}-01`,
      });
    must(await put(84.96));
    const about = { scorecard: id, period: monthNow() };
    const signed = must(
      await city.as('mayor')(
        'PUT',
        `/api/units/east/issued/${responseId()}`,
        await signing(city, 'east', about),
      ),
    );
    for (const card of [await readAt('east', id), signed.card as ComposedCard])
      expect(line(card, 'posts').figure).toMatchObject({ value: 84.96, mark: 'fair', sure: true });
    expect(signed.canonical).toContain('"84.96"');
    expect(refused(await put(84.961))).toEqual([400, 'bad-input']);
  });

  it('note on a figure, change the own note and no other', async () => {
    const { id } = await keepAt('city');
    const note = responseId();
    const said = { card: id, period: monthNow(), measure: 'score', words: '两栋在装电梯', removed: false };
    const path = `/api/units/e1/notes/${note}`;
    must(await city.as('e1leader')('PUT', path, said));
    must(await city.as('e1leader')('PUT', path, { ...said, words: '三栋在装电梯' }));
    const { notes } = await readAt('e1', id, 'eastadmin');
    expect(notes).toMatchObject([{ measure: 'score', words: '三栋在装电梯', by: 'e1leader', mine: false }]);
    expect(refused(await city.as('eastadmin')('PUT', path, { ...said, words: '改别人的' }))).toEqual([
      403,
      'forbidden',
    ]);
    must(await city.as('e1leader')('PUT', path, { ...said, removed: true }));
    expect((await readAt('e1', id)).notes).toEqual([]);
    expect((await readAt('east', id)).notes).toEqual([]);
  });
});

describe('notes on the card of a run', () => {
  const put = (by: string, unit: string, measure: string, words: string, more: object = {}) => {
    const note = responseId();
    const body = { card: run.id, period: '', measure, words, removed: false, ...more };
    return city.as(by)('PUT', `/api/units/${unit}/notes/${note}`, body);
  };
  const at = async (unit: string, by = 'mayor') =>
    must(await city.as(by)('GET', `/api/units/${unit}/notes?run=${run.id}`));
  const told = (notes: { words: string }[]) => notes.map(({ words }) => words);

  it('stand on its figures and, of the overall one, with the unit above', async () => {
    must(await put('e1leader', 'e1', 'overall', '两栋在装电梯'));
    must(await put('eastadmin', 'e1', 'clean:', '垃圾房搬了'));
    const e1 = await at('e1', 'e1leader');
    expect(told(e1.notes)).toEqual(['两栋在装电梯', '垃圾房搬了']);
    expect(e1.notes.map(({ mine }: { mine: boolean }) => mine)).toEqual([true, false]);
    const east = await at('east');
    expect(east.notes).toEqual([]);
    expect(east.below).toMatchObject([{ unit: 'e1 community', measure: 'overall', words: '两栋在装电梯' }]);
    expect((await at('city')).below).toEqual([]);
  });

  it('are written and read where the board is, and taken away and brought back by who wrote them', async () => {
    expect(refused(await put('e1leader', 'east', 'overall', '不归我'))).toEqual([404, 'not-found']);
    expect(refused(await city.as('e1leader')('GET', `/api/units/east/notes?run=${run.id}`))).toEqual([
      404,
      'not-found',
    ]);
    expect(refused(await put('mayor', 'e1', 'overall', '字'.repeat(301)))).toEqual([400, 'bad-input']);
    const [first] = (await at('e1')).notes;
    const path = `/api/units/e1/notes/${first.id}`;
    const said = { card: run.id, period: '', measure: first.measure, words: first.words };
    expect(refused(await city.as('mayor')('PUT', path, { ...said, removed: true }))).toEqual([
      403,
      'forbidden',
    ]);
    must(await city.as('e1leader')('PUT', path, { ...said, removed: true }));
    expect(told((await at('e1')).notes)).toEqual(['垃圾房搬了']);
    must(await city.as('e1leader')('PUT', path, { ...said, removed: false }));
    expect(told((await at('e1')).notes)).toEqual(['两栋在装电梯', '垃圾房搬了']);
    const acts = await city.db
      .prepare("SELECT act FROM audit WHERE target = ?1 AND act LIKE 'scorecard.%note' ORDER BY seq")
      .bind(run.id)
      .all<{ act: string }>();
    expect(acts.results.map(({ act }) => act)).toEqual([
      'scorecard.note',
      'scorecard.note',
      'scorecard.unnote',
      'scorecard.note',
    ]);
  });
});

describe('signing off', () => {
  const sign = async (
    unit: string,
    about: Record<string, string>,
    more: object = {},
    by = 'mayor',
    id = responseId(),
  ) => city.as(by)('PUT', `/api/units/${unit}/issued/${id}`, await signing(city, unit, about, more));
  const close = async (id: string) => {
    const { rev } = must(await city.as('mayor')('GET', `/api/campaigns/${id}`));
    must(await city.as('mayor')('PATCH', `/api/campaigns/${id}`, { rev, state: 'closed' }));
  };
  /** A run that is over, with so many answers by building. */
  const finished = async (sizes: Record<string, number>) => {
    const over = await city.openCampaign(form);
    for (const [unit, n] of Object.entries(sizes))
      for (let at = 0; at < n; at++)
        await send(over.slug, unit, { overall: 1 + (at % 5), clean: 1 + (at % 4), worry: 'lift' });
    await close(over.id);
    return over;
  };

  it('waits until a run is over, and takes what may be told in public', async () => {
    expect(refused(await sign('city', { campaign: run.id }))).toEqual([409, 'issue-empty']);
    const over = await finished({ b1: 12, b2: 11, b5: 6, b6: 5 });
    const issued = must(await sign('city', { campaign: over.id }));
    expect(issued.card.measures[0].figure).toMatchObject({ n: 34, why: null });
    expect(issued.card.rows.map(({ unit }: ComposedCard['rows'][number]) => unit.id)).toEqual([
      'east',
      'west',
    ]);
    expect(refused(await sign('b1', { campaign: over.id }))).toEqual([409, 'share-too-low']);
    expect(refused(await sign('city', { campaign: over.id }, {}, 'easteditor'))).toEqual([404, 'not-found']);
    expect(refused(await sign('east', { campaign: over.id }, {}, 'easteditor'))).toEqual([403, 'forbidden']);
    // Six and five answers: shown on boards from five on, in public from ten.
    const few = await finished({ b5: 6, b1: 20 });
    const card: ComposedCard = must(await sign('city', { campaign: few.id })).card;
    expect(card.rows.map(({ figures }) => figures[0]?.value)).toEqual([null, null]);
    const small = must(await sign('west', { campaign: few.id }));
    expect(small.card.measures[0].figure).toMatchObject({ value: null, n: null, why: 'few' });
  });

  it('takes along the notes that were read on the board, and none that stands on nothing signed', async () => {
    const over = await finished({ b4: 14 });
    for (const measure of ['overall', 'clean:', 'worry:'])
      must(
        await city.as('mayor')('PUT', `/api/units/e2/notes/${responseId()}`, {
          card: over.id,
          period: '',
          measure,
          words: measure,
          removed: false,
        }),
      );
    const { card } = must(await sign('e2', { campaign: over.id }));
    expect(card.notes.map(({ measure }: { measure: string }) => measure)).toEqual(['overall', 'clean:']);
    expect(card.measures.map(({ id }: { id: string }) => id)).toEqual([
      'overall',
      'rate',
      'overall:',
      'clean:',
    ]);
  });

  it('gives the next number of the unit and year, once for one id', async () => {
    const first = await finished({ b1: 12 });
    const second = await finished({ b1: 12 });
    const id = responseId();
    const named = must(await city.as('e1leader')('GET', `/api/units/e1/issue?campaign=${first.id}`));
    expect(named.organiser).toBe('e1 community');
    const one = must(await sign('e1', { campaign: first.id }, {}, 'e1leader', id));
    const again = must(await sign('e1', { campaign: first.id }, {}, 'e1leader', id));
    expect(again).toEqual(one);
    const ahead = must(await city.as('e1leader')('GET', `/api/units/e1/issue?campaign=${second.id}`));
    expect([ahead.organiser, ahead.number]).toEqual(['滨河社区居委会', 2]);
    const two = must(await sign('e1', { campaign: second.id }));
    expect([one.number, two.number]).toEqual([1, 2]);
    const runs = await Promise.all(Array.from({ length: 4 }, () => finished({ b1: 11 })));
    const all = await Promise.all(runs.map(({ id: about }) => sign('e1', { campaign: about })));
    expect(all.map((reply) => must(reply).number).sort()).toEqual([3, 4, 5, 6]);
  }, 60_000);

  it('never changes: answers that are voided later, a new name and another year leave it as it is', async () => {
    const over = await finished({ b1: 14, b3: 12 });
    const issued = must(await sign('e1', { campaign: over.id }, {}, 'e1leader'));
    const path = `/api/open/issued/${issued.id}`;
    const before = (await city.anyone('GET', path)).text;
    const responses = must(
      await city.as('mayor')('GET', `/api/campaigns/${over.id}/units/e1/responses`),
    ).responses;
    must(
      await city.as('mayor')('POST', `/api/campaigns/${over.id}/responses/${responses[0].id}/void`, {
        rev: 1,
        reason: '重复',
      }),
    );
    await city.db.prepare("UPDATE unit SET name = '改了名' WHERE id = 'e1'").run();
    expect((await city.anyone('GET', path)).text).toBe(before);
    await city.db.prepare("UPDATE unit SET name = 'e1 community' WHERE id = 'e1'").run();
    const text = frozenText({
      id: issued.id,
      unit: 'e1',
      year: issued.year,
      number: issued.number,
      signer: issued.signer,
      signedAt: issued.signedAt,
      organiser: issued.organiser,
      corrects: null,
      reason: '',
      card: issued.card,
    });
    expect(issued.canonical).toBe(text);
    expect(issued.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is corrected by the next number, with a reason, and both say so', async () => {
    const over = await finished({ b1: 14, b3: 12 });
    const first = must(await sign('e1', { campaign: over.id }));
    expect(refused(await sign('e1', { campaign: over.id }))).toEqual([409, 'issued-already']);
    expect(refused(await sign('e1', { campaign: over.id }, { corrects: first.id }))).toEqual([
      409,
      'issued-already',
    ]);
    const second = must(
      await sign('e1', { campaign: over.id }, { corrects: first.id, reason: '户数写错了' }),
    );
    expect(second.corrects).toEqual({
      id: first.id,
      year: first.year,
      number: first.number,
      reason: '户数写错了',
    });
    const old = must(await city.anyone('GET', `/api/open/issued/${first.id}`));
    expect(old.correctedBy).toEqual({ id: second.id, year: second.year, number: second.number });
    expect(old.canonical).toBe(first.canonical);
    expect(old.sha256).toBe(first.sha256);
  });

  it('signs what was shown and nothing else, and no card that was taken away', async () => {
    const what: Body = {
      period: 'month',
      picks: [],
      measures: [measureOf('posts', { kind: 'reported', suffix: '人' })],
    };
    const { id, rev } = await keepAt('e1', 'easteditor', what);
    const report = async (value: number) =>
      must(
        await city.as('easteditor')('PUT', `/api/units/e1/scorecards/${id}/reported`, {
          measure: 'posts',
          period: monthNow(),
          value,
          source: '任职名册',
          day: `${monthNow()}-01`,
        }),
      );
    await report(84);
    const about = { scorecard: id, period: monthNow() };
    const send = (body: object) => city.as('e1leader')('PUT', `/api/units/e1/issued/${responseId()}`, body);
    const note = (words: string, removed: boolean) =>
      city.as('easteditor')('PUT', `/api/units/e1/notes/note000000000000`, {
        card: id,
        period: monthNow(),
        measure: 'posts',
        words,
        removed,
      });
    for (const change of [
      () => report(12),
      () => note('3 号楼少一个人', false),
      async () =>
        must(await city.as('easteditor')('PATCH', `/api/scorecards/${id}`, { rev, title: '别的名字' })),
    ]) {
      const shown = await signing(city, 'e1', about);
      await change();
      expect(refused(await send(shown))).toEqual([409, 'stale']);
    }
    const { id: signed, card } = must(await send(await signing(city, 'e1', about)));
    expect([card.title, card.measures[0].figure.value, card.notes[0].words]).toEqual([
      '别的名字',
      12,
      '3 号楼少一个人',
    ]);
    const shown = await signing(city, 'e1', about, { corrects: signed, reason: '改' });
    must(await city.as('easteditor')('PATCH', `/api/scorecards/${id}`, { rev: rev + 1, removed: true }));
    expect(refused(await send(shown))).toEqual([404, 'not-found']);
  });

  it('keeps the figures that are public where only a few answers changed, whatever is signed first', async () => {
    const over = await finished({ b1: 40, b4: 40 });
    const [first] = [
      must(await sign('e1', { campaign: over.id })),
      must(await sign('e2', { campaign: over.id })),
    ];
    const responses = must(
      await city.as('mayor')('GET', `/api/campaigns/${over.id}/units/e1/responses`),
    ).responses;
    must(
      await city.as('mayor')('POST', `/api/campaigns/${over.id}/responses/${responses[0].id}/void`, {
        rev: 1,
        reason: '重复',
      }),
    );
    const more = { corrects: first.id, reason: '作废了一份' };
    const again: ComposedCard = must(await sign('e1', { campaign: over.id }, more)).card;
    expect(again.measures.map(({ figure }) => figure)).toEqual(
      first.card.measures.map(({ figure }: ComposedCard['measures'][number]) => figure),
    );
    // It says so: what was signed first left nothing out.
    const keptAt = (card: ComposedCard) => new Set(card.measures.map(({ how }) => how.run?.older));
    expect([keptAt(first.card), keptAt(again)]).toEqual([new Set([undefined]), new Set(['here'])]);
    // The street is signed for the first time: the two communities and it tell nothing of the one answer.
    const above: ComposedCard = must(await sign('east', { campaign: over.id })).card;
    expect(line(above, 'overall').figure.n).toBe(80);
    expect(above.rows.map(({ figures }) => figures[0]?.n)).toEqual([40, 40]);
    expect(keptAt(above)).toEqual(new Set(['here']));
  });

  it('is told to everybody, with the results that were announced', async () => {
    const open = must(await city.anyone('GET', '/api/open/units/e1'));
    expect(open.issued.length).toBeGreaterThan(0);
    expect(open.results).toEqual([]);
    expect(open.issued[0].data).toContain('/api/open/issued/');
    expect(refused(await city.anyone('GET', '/api/open/issued/nobody0000000000'))).toEqual([
      404,
      'not-found',
    ]);
    const below = must(await city.as('eastleader')('GET', '/api/units/east/issued')).issued;
    expect(below.every(({ unit }: { unit: { id: string } }) => unit.id !== 'city')).toBe(true);
    expect(below.length).toBeGreaterThan(open.issued.length);
  });
});

describe('a leader’s visits', () => {
  it('tell what is new since the last one, and go on for half an hour', async () => {
    const visit = async () => must(await city.as('eastleader')('POST', '/api/visit'));
    const first = await visit();
    expect(first.since).toBeNull();
    expect(first.branches.map(({ unit }: { unit: { id: string } }) => unit.id)).toEqual(['east']);
    await city.db
      .prepare("UPDATE visit SET at = at - ?1 WHERE staff = 'staffeastleader'")
      .bind(2 * day)
      .run();
    await send(run.slug, 'b1', { overall: 5, clean: 5, worry: 'lift' });
    const second = await visit();
    const again = await visit();
    expect(second.since).toBeLessThan(Date.now() - day);
    expect(again.since).toBe(second.since);
    for (const told of [second, again]) {
      const mine = told.branches[0].runs.find((one: { id: string }) => one.id === run.id);
      expect([mine.more, mine.unit]).toEqual([1, 'east']);
    }
    const week = must(await city.as('eastleader')('GET', '/api/digest'));
    const opened = week.branches[0].runs.filter((one: { opened: boolean }) => one.opened);
    expect(opened.map(({ id }: { id: string }) => id)).toContain(run.id);
    expect(opened).toHaveLength(week.branches[0].runs.length);
    expect(refused(await city.anyone('POST', '/api/visit'))).toEqual([401, 'not-signed-in']);
  });

  it('are told week by week, of Mondays that have come, and of a week that is over as it was then', async () => {
    const at = (day: string) => city.as('eastleader')('GET', `/api/digest?monday=${day}`);
    const today = placeDay(Date.now());
    const monday = dayAfter(today, -((weekday(today) + 6) % 7));
    for (const bad of [dayAfter(monday, 1), dayAfter(monday, 7), '2026-13-45', '2026-02-30', '9999-99-99'])
      expect([bad, ...refused(await at(bad))]).toEqual([bad, 400, 'bad-input']);
    const mine = async (day: string) =>
      must(await at(day)).branches[0].runs.find(({ id }: { id: string }) => id === over.id);
    const over = await city.openCampaign(form);
    for (let n = 0; n < 20; n++)
      await send(over.slug, 'b1', { overall: 1 + (n % 5), clean: 3, worry: 'lift' });
    expect(await mine(monday)).toMatchObject({ n: 20, open: true, opened: true, score: { value: 50 } });
    // Five weeks ago eight of them were there; the run goes on.
    const then = dayAfter(monday, -35);
    await city.db.batch([
      city.db
        .prepare('UPDATE campaign SET opens_at = ?2 WHERE id = ?1')
        .bind(over.id, momentOf(then, '08:00')),
      city.db.prepare('UPDATE day_count SET n = 12 WHERE campaign = ?1').bind(over.id),
      city.db
        .prepare("INSERT INTO day_count (campaign, unit, day, n) VALUES (?1, 'b1', ?2, 8)")
        .bind(over.id, dayAfter(then, 6)),
    ]);
    expect(await mine(then)).toMatchObject({ n: 8, open: true, opened: true, closed: false, score: null });
    expect(await mine(dayAfter(then, -7))).toBeUndefined();
    expect(await mine(monday)).toMatchObject({ n: 20, opened: false, score: { value: 50 } });
  });

  it('count contests of a week that is over as they stood at its end', async () => {
    const weeks = (n: number) =>
      dayAfter(placeDay(Date.now()), -((weekday(placeDay(Date.now())) + 6) % 7) - 7 * n);
    const at = async (day: string) =>
      must(await city.as('eastleader')('GET', `/api/digest?monday=${day}`)).branches[0].contests;
    const before = await at(weeks(4));
    const { election: id } = await electionOf(city);
    // Posted four weeks ago, voted on three weeks ago, announced two weeks ago, the result stands until today.
    await city.db.batch([
      city.db
        .prepare("UPDATE election SET days = json_set(days, '$.roll', ?2, '$.result', ?3) WHERE id = ?1")
        .bind(id, weeks(4), placeDay(Date.now())),
      city.db
        .prepare("UPDATE contest SET state = 'announced', announced_at = ?2 WHERE election = ?1")
        .bind(id, momentOf(weeks(2), '12:00')),
    ]);
    const { n: all } = await city.db
      .prepare('SELECT count(*) AS n FROM contest WHERE election = ?1')
      .bind(id)
      .first<{ n: number }>()
      .then((row) => row ?? { n: 0 });
    expect(all).toBeGreaterThan(0);
    expect(await at(weeks(5))).toEqual(before);
    expect(await at(weeks(4))).toEqual({ ...before, all: before.all + all });
    expect(await at(weeks(2))).toEqual({ all: before.all + all, announced: all, fresh: all });
  });

  it('lead to a card that is kept above at the own branch, and to one that is kept below where it is', async () => {
    const above = await keepAt('city');
    const below = await keepAt('e1');
    const { scorecards } = must(await city.as('eastleader')('POST', '/api/visit'));
    expect(scorecards).toContainEqual({ id: above.id, title: above.title, unit: 'east' });
    expect(scorecards).toContainEqual({ id: below.id, title: below.title, unit: 'e1' });
  });
});
