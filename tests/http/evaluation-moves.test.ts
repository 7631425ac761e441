// An area that was moved since the roll was made, or since it was rated: its households mark it where it stands when marking
// begins, and its own card finds its score wherever it stands now.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ComposedCard, Figure } from '../../schema/api/composed.ts';
import { statements } from '../../worker/host/migrate.ts';
import { migrationsDir } from '../../worker/host/paths.ts';
import { type City, must, openCity, refused, responseId } from './city.ts';
import {
  asked,
  householdRoll,
  mark,
  plantEvaluation,
  stepTo,
  testRules,
  tieRules,
} from './planted-evaluation.ts';
import { monthNow } from './requests.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const mayor = (...call: Parameters<ReturnType<City['as']>>) => city.as('mayor')(...call);
const flat = (n: number) => Array.from({ length: 5 }, () => n);
const byHouseholds = { ...testRules, gates: [], groups: [{ ...testRules.groups[0], weight: 100 }] };

async function move(unit: string, parent: string): Promise<void> {
  const { rev } = must(await mayor('GET', `/api/units/${unit}`)).unit;
  must(await mayor('POST', `/api/units/${unit}/move`, { rev, parent }));
}

describe('households of a building that was moved', () => {
  test('mark it where it stands when marking begins, and are none of its gaps', async () => {
    const { roll, letters } = await householdRoll(city, 'e1', { b1: 5, b3: 5 });
    await move('b3', 'e1g');
    const subjects = ['b1', 'b3', 'e1h'].map((unit) => ({ unit, person: '' }));
    const body = { ...asked({ roll, subjects }), rules: byHouseholds };
    const { id: evaluation } = must(await mayor('POST', '/api/units/e1/evaluations', body));
    const { subjects: rated } = must(await mayor('GET', `/api/evaluations/${evaluation}`));
    const idOf = (unit: string): string => rated.find((one: { unit: string }) => one.unit === unit).id;
    // The grid that it left has no household any more.
    const { gaps } = must(await mayor('GET', `/api/evaluations/${evaluation}/gaps`));
    expect(gaps).toEqual([{ id: idOf('e1h'), groups: ['residents'], gates: [] }]);
    must(await stepTo(city, evaluation, 'rating'));
    const secret = letters.b3?.[0] ?? '';
    const opened = must(await city.anyone('POST', '/api/ratings', { secret })).ratings[0];
    expect(opened.subjects.map(({ name }: { name: string }) => name)).toEqual(['b3 building']);
    expect(must(await mark(city, secret, { evaluation, subject: idOf('b3') }, flat(18)))).toEqual({ rev: 1 });
    for (const other of ['b1', 'e1h'])
      expect(refused(await mark(city, secret, { evaluation, subject: idOf(other) }, flat(18)))).toEqual([
        403,
        'rating-other',
      ]);
    // What was frozen stands: a move while marking runs takes no mark from anybody.
    await move('b3', 'e1h');
    expect(must(await mark(city, secret, { evaluation, subject: idOf('b3') }, flat(17), 1))).toEqual({
      rev: 2,
    });
  });

  test('and who is rated there is named by the place of that day', async () => {
    const planted = await plantEvaluation(city, 'draft', { households: { b3: 5 } });
    await move('b3', 'e1g');
    must(await stepTo(city, planted.evaluation, 'rating'));
    const { subjects } = must(await mayor('GET', `/api/evaluations/${planted.evaluation}`));
    const above = (unit: string): string => subjects.find((one: { unit: string }) => one.unit === unit).above;
    expect(above('b3')).toBe(above('b1'));
    await move('b3', 'e1h');
  });

  test('what left the branch before marking begins is not rated unseen', async () => {
    const planted = await plantEvaluation(city, 'draft', { households: { b3: 5 } });
    await move('b3', 'e2g');
    const step = await stepTo(city, planted.evaluation, 'rating');
    expect([step.body.code, step.body.faults]).toEqual(['evaluation-not-ready', ['gone']]);
    await move('b3', 'e1h');
  });

  test('an evaluation that had begun before buildings were written down goes on', async () => {
    const { evaluation, subjects, letters } = await plantEvaluation(city, 'rating', {
      households: { b1: 1 },
    });
    await city.db.prepare('DELETE FROM evaluation_assignment WHERE rater IN (SELECT id FROM unit)').run();
    const [secret = ''] = letters.b1 ?? [];
    const marks = () => mark(city, secret, { evaluation, subject: subjects.b1 ?? '' }, flat(18));
    expect(refused(await marks())).toEqual([403, 'rating-other']);
    const sql = readFileSync(`${migrationsDir}/0024_household-areas.sql`, 'utf8');
    await city.db.batch(statements(sql).map((one) => city.db.prepare(one)));
    expect(must(await marks())).toEqual({ rev: 1 });
  });
});

describe('on cards', () => {
  /** Value or reason, and the same of each row. */
  async function read(unit: string, card: string) {
    const at = `/api/units/${unit}/scorecards/${card}?period=${monthNow()}`;
    const { measures, rows } = must(await mayor('GET', at)).card as ComposedCard;
    const said = (figure: Figure | undefined) => figure?.why ?? figure?.value;
    return [
      said(measures[0]?.figure),
      Object.fromEntries(rows.map(({ unit: { id }, figures }) => [id, said(figures[0])])),
    ];
  }
  const cardOf = async (source: object): Promise<string> => {
    const aim = { weight: 0, better: 'higher', target: null, fair: null };
    const body = { period: 'month', picks: [], measures: [{ id: 'm', title: '得分', source, ...aim }] };
    return must(await mayor('POST', '/api/units/city/scorecards', { title: '卡', template: false, body })).id;
  };

  test('a unit has its own final score wherever it stands now; sums stay those of the tree that marking found', async () => {
    const { evaluation, subjects } = await plantEvaluation(city, 'final', { settings: { rules: tieRules } });
    const lines = Object.entries({ b1: 90, b2: 80, b3: 20 }).map(([unit, score]) => ({
      id: subjects[unit],
      score,
      outcome: { state: 'rated', band: null },
      groups: [],
    }));
    await city.db
      .prepare('UPDATE evaluation SET result = ?2 WHERE id = ?1')
      .bind(evaluation, JSON.stringify({ lines }))
      .run();
    const card = await cardOf({ kind: 'evaluation' });
    expect(await read('e1h', card)).toEqual([20, { b3: 20 }]);
    await move('b3', 'e2g');
    expect(await read('b3', card)).toEqual([20, {}]);
    expect(await read('e1h', card)).toEqual([20, {}]);
    expect(await read('e1', card)).toEqual([63.3, { e1g: 85, e1h: 20 }]);
    expect(await read('e2g', card)).toEqual(['no-evaluation', { b3: 'elsewhere', b4: 'no-evaluation' }]);
    await move('b3', 'e1h');
  });

  test('and a run of a form found it elsewhere', async () => {
    const question = { id: 'q', type: 'scale' as const, title: '满意吗', from: 1, to: 5 };
    const { form } = await city.publishForm({ title: '满意度', layout: 'steps', questions: [question] });
    const run = await city.openCampaign(form, { unit: 'e1' });
    for (let at = 0; at < 6; at++) {
      const answers = { version: 1, unit: 'b3', answers: { q: 3 + (at % 2) } };
      must(await city.anyone('PUT', `/api/campaigns/${run.slug}/responses/${responseId()}`, answers));
    }
    const card = await cardOf({ kind: 'overall', form });
    await move('b3', 'e2g');
    expect(await read('b3', card)).toEqual([62.5, {}]);
    expect(await read('e2g', card)).toEqual(['no-run', { b3: 'elsewhere', b4: 'no-run' }]);
    await move('b3', 'e1g');
    expect((await read('e1g', card))[1]).toMatchObject({ b3: 'elsewhere', b1: 'no-answers' });
  });
});
