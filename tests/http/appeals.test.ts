// The right of reply on the built Worker: what an upheld objection may put right, what it would come to before it is decided,
// and who decides.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EvaluationBoard } from '../../schema/api/evaluation-shapes.ts';
import type { Rules } from '../../schema/evaluations/scheme.ts';
import { type City, must, openCity, refused } from './city.ts';
import {
  mark,
  overNow,
  type PlantedEvaluation,
  plantEvaluation,
  secretOf,
  stepTo,
  tieRules,
} from './planted-evaluation.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const editor = (...call: Parameters<ReturnType<City['as']>>) => city.as('easteditor')(...call);
const admin = (...call: Parameters<ReturnType<City['as']>>) => city.as('eastadmin')(...call);
const flat = (n: number) => Array.from({ length: 5 }, () => n);
const rules: Rules = {
  ...tieRules,
  gates: [{ id: 'safe', title: '缴费率', atLeast: 80, from: 'reported' }],
};

const at = ({ evaluation, subjects }: PlantedEvaluation, unit: string) => ({
  evaluation,
  subject: subjects[unit] ?? '',
});
const finding = (of: PlantedEvaluation, unit: string, body: object, by = editor) =>
  by('POST', `/api/evaluations/${of.evaluation}/subjects/${of.subjects[unit]}/findings`, {
    times: 1,
    note: '台账 11 月',
    ...body,
  });
const objection = async (of: PlantedEvaluation, unit: string): Promise<string> =>
  must(
    await editor('POST', `/api/evaluations/${of.evaluation}/subjects/${of.subjects[unit]}/appeals`, {
      kind: 'object',
      words: '缴费率是 88，不是 8。',
      saidBy: '楼栋长 张三',
    }),
  ).id;
const decide = (of: PlantedEvaluation, appeal: string, body: object, by = admin) =>
  by('POST', `/api/evaluations/${of.evaluation}/appeals/${appeal}/decision`, {
    state: 'upheld',
    answer: '核对台账，属实。',
    strike: [],
    ...body,
  });
const boardOf = async ({ evaluation }: PlantedEvaluation): Promise<EvaluationBoard> =>
  must(await editor('GET', `/api/evaluations/${evaluation}/board`));
const lineOf = async (of: PlantedEvaluation, unit: string) =>
  (await boardOf(of)).lines.find(({ id }) => id === of.subjects[unit]);
const viewOf = async ({ evaluation, subjects }: PlantedEvaluation, unit: string, by = editor) =>
  must(await by('GET', `/api/evaluations/${evaluation}/subjects/${subjects[unit]}`));

/** The only grid worker gives b1 nothing and b2 18 of 20; the figure of b1 was entered as 8 instead of 88. */
async function provisional(): Promise<PlantedEvaluation> {
  const planted = await plantEvaluation(city, 'rating', { settings: { rules } });
  const secret = planted.raters[0]?.secret ?? '';
  must(await mark(city, secret, at(planted, 'b1'), flat(0)));
  must(await mark(city, secret, at(planted, 'b2'), flat(18)));
  must(await finding(planted, 'b1', { kind: 'reading', item: 'safe', times: 8 }));
  must(await finding(planted, 'b2', { kind: 'reading', item: 'safe', times: 90 }));
  must(await stepTo(city, planted.evaluation, 'provisional'));
  return planted;
}

describe('putting right', () => {
  test('a wrong figure is corrected with its source, and the old one stays on record', async () => {
    const planted = await provisional();
    expect(await lineOf(planted, 'b1')).toMatchObject({ outcome: { state: 'barred' } });
    const said = await objection(planted, 'b1');
    const reading = { item: 'safe', times: 88, note: '物业台账 10 月' };
    for (const wrong of [
      { reading: { ...reading, item: 'nothing' } },
      { reading: { ...reading, times: 88.123 } },
      { reading: { ...reading, note: '' } },
      { reading, answer: '' },
      { reading, state: 'refused' },
    ])
      expect(refused(await decide(planted, said, wrong))).toEqual([400, 'bad-input']);
    const told = must(await decide(planted, said, { reading }));
    expect(await lineOf(planted, 'b1')).toEqual(told.after);
    expect(told.after).toMatchObject({ readings: [{ value: 88 }], outcome: { state: 'rated' } });
    const { findings } = await viewOf(planted, 'b1');
    expect(
      findings.map((one: { times: number; struckAt: number | null; struckReason: string; note: string }) => [
        one.times,
        one.struckAt === null,
        one.struckReason,
        one.note,
      ]),
    ).toEqual([
      [8, false, '核对台账，属实。', '台账 11 月'],
      [88, true, '', '物业台账 10 月'],
    ]);
    expect((await boardOf(planted)).appeals).toMatchObject([
      { state: 'upheld', changed: 1, effect: 'changed' },
    ]);
  });

  test('one rater’s marks are corrected, and what they were stays on record', async () => {
    const planted = await provisional();
    const { evaluation, subjects } = planted;
    const rater = planted.raters[0]?.id ?? '';
    const said = await objection(planted, 'b1');
    const right = { marks: { rater, marks: flat(17) } };
    for (const wrong of [
      { marks: { rater, marks: flat(21) } },
      { marks: { rater, marks: [17, 17] } },
      { marks: { rater, marks: [17, 17, 17, 17, null] } },
      { marks: { rater: 'nosuchrater', marks: flat(17) } },
      { marks: { rater: planted.raters[1]?.id, marks: flat(17) } },
      { ...right, leaveOut: [rater] },
    ])
      expect(refused(await decide(planted, said, wrong))).toEqual([400, 'bad-input']);
    must(await decide(planted, said, right));
    expect((await lineOf(planted, 'b1'))?.score).toBeCloseTo(85, 9);
    // In another building the same rater's marks stand.
    expect((await lineOf(planted, 'b2'))?.score).toBeCloseTo(90, 9);
    const { raters } = await viewOf(planted, 'b1');
    expect(raters).toMatchObject([{ id: rater, marks: flat(17), was: [flat(0)], leftOut: false }]);
    const again = await objection(planted, 'b1');
    must(await decide(planted, again, { marks: { rater, marks: flat(16) } }));
    const kept = await city.db
      .prepare('SELECT was FROM evaluation_mark WHERE evaluation = ?1 AND subject = ?2 AND rater = ?3')
      .bind(evaluation, subjects.b1, rater)
      .first<{ was: string }>();
    expect(JSON.parse(kept?.was ?? '')).toEqual([
      { appeal: said, marks: flat(0) },
      { appeal: again, marks: flat(17) },
    ]);
  });

  test('what it would come to is said before it is decided, by the code of the result, and changes nothing', async () => {
    const planted = await provisional();
    const rater = planted.raters[0]?.id ?? '';
    const said = await objection(planted, 'b1');
    const before = await boardOf(planted);
    const try_ = async (body: object) =>
      must(await decide(planted, said, { answer: '', dryRun: true, ...body }));
    const refusing = await try_({ state: 'refused' });
    expect(refusing.after).toEqual(refusing.before);
    expect(refusing.before).toEqual(before.lines.find(({ id }) => id === planted.subjects.b1));
    const without = await try_({ leaveOut: [rater] });
    expect(without.after).toMatchObject({
      score: null,
      groups: [{ id: 'grid', score: null, n: 0 }],
      outcome: { state: 'incomplete', groups: ['grid'] },
    });
    const right = { marks: { rater, marks: flat(15) }, reading: { item: 'safe', times: 88, note: '' } };
    expect((await try_(right)).after).toMatchObject({
      score: expect.closeTo(75, 9),
      outcome: { state: 'rated' },
    });
    expect(await boardOf(planted)).toEqual(before);
    // Decided, it is what was told.
    must(await decide(planted, said, { leaveOut: [rater] }));
    expect(await lineOf(planted, 'b1')).toEqual(without.after);
    expect((await boardOf(planted)).appeals).toMatchObject([{ effect: 'unscored' }]);
    expect((await viewOf(planted, 'b1')).appeals).toMatchObject([{ effect: 'unscored' }]);
  });
});

test('an objection whose findings are taken off under a cap has changed nothing of the result', async () => {
  const planted = await plantEvaluation(city, 'rating', {
    settings: { rules: { ...tieRules, deductionCap: 3 } },
  });
  const secret = planted.raters[0]?.secret ?? '';
  must(await mark(city, secret, at(planted, 'b1'), flat(18)));
  const toss = { kind: 'deduction', item: 'toss', times: 10 };
  const { id } = must(await finding(planted, 'b1', toss));
  const { id: other } = must(await finding(planted, 'b1', toss));
  must(await stepTo(city, planted.evaluation, 'provisional'));
  const before = await lineOf(planted, 'b1');
  expect(before?.deducted).toBe(3);
  must(await decide(planted, await objection(planted, 'b1'), { strike: [id] }));
  expect(await lineOf(planted, 'b1')).toEqual(before);
  must(await decide(planted, await objection(planted, 'b1'), { strike: [other] }));
  expect((await boardOf(planted)).appeals).toMatchObject([
    { changed: 1, effect: 'none' },
    { changed: 1, effect: 'changed' },
  ]);
});

describe('who decides', () => {
  const strike = ({ evaluation }: PlantedEvaluation, id: string, by = editor) =>
    by('POST', `/api/evaluations/${evaluation}/findings/${id}/strike`, { reason: '记错' });
  const vetoed = async () => {
    const planted = await plantEvaluation(city, 'rating', { settings: { rules: tieRules } });
    const veto = { kind: 'veto', item: 'fire' };
    const { id } = must(await finding(planted, 'b1', veto));
    return { planted, id, veto };
  };
  const strikesOf = async (planted: PlantedEvaluation, by = editor) =>
    (await viewOf(planted, 'b1', by)).findings.map((one: { strikes: boolean }) => one.strikes);

  test('while marking runs anybody takes a finding off, also who recorded it', async () => {
    const { planted, id } = await vetoed();
    expect(await strikesOf(planted)).toEqual([true]);
    must(await strike(planted, id));
    expect(await strikesOf(planted)).toEqual([false]);
  });

  test('once the result is out, somebody else takes it off, and after the window nobody but by a decision', async () => {
    const { planted, id, veto } = await vetoed();
    const { id: second } = must(await finding(planted, 'b1', veto));
    must(await stepTo(city, planted.evaluation, 'provisional'));
    expect([await strikesOf(planted), await strikesOf(planted, admin)]).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(refused(await strike(planted, id))).toEqual([409, 'appeal-own']);
    must(await strike(planted, id, admin));
    const said = await objection(planted, 'b1');
    await overNow(city, planted.evaluation, 'appeals_until');
    for (const by of [editor, admin])
      expect(refused(await strike(planted, second, by))).toEqual([409, 'appeals-over']);
    expect(await strikesOf(planted, admin)).toEqual([false, false]);
    must(await decide(planted, said, { strike: [second] }));
    expect((await lineOf(planted, 'b1'))?.outcome.state).not.toBe('disqualified');
  });

  test('who recorded a finding does not decide, though it is off by now', async () => {
    const { planted, id } = await vetoed();
    const mayor = city.as('mayor');
    const { id: other } = must(await finding(planted, 'b1', { kind: 'veto', item: 'fire' }, mayor));
    must(await stepTo(city, planted.evaluation, 'provisional'));
    must(await strike(planted, other, admin));
    must(await strike(planted, id, admin));
    const said = await objection(planted, 'b1');
    expect(refused(await decide(planted, said, {}, mayor))).toEqual([409, 'appeal-own']);
    expect((await viewOf(planted, 'b1', mayor)).appeals).toMatchObject([{ own: true }]);
    expect((await viewOf(planted, 'b1', admin)).appeals).toMatchObject([{ own: false }]);
    must(await decide(planted, said, {}));
  });

  test('who marked it by a link under the own name does not decide', async () => {
    const planted = await plantEvaluation(city, 'draft', { settings: { rules: tieRules } });
    const { evaluation } = planted;
    const name = must(await admin('GET', '/api/session')).name;
    const { raters } = must(
      await editor('POST', `/api/evaluations/${evaluation}/raters`, {
        raters: [{ group: 'grid', name: ` ${name}`, unit: 'e1' }],
      }),
    );
    must(await stepTo(city, evaluation, 'rating'));
    must(await mark(city, secretOf(raters[0].link), at(planted, 'b1'), flat(1)));
    must(await stepTo(city, evaluation, 'provisional'));
    const said = await objection(planted, 'b1');
    const elsewhere = await objection(planted, 'b2');
    expect(refused(await decide(planted, said, {}))).toEqual([409, 'appeal-own']);
    expect((await viewOf(planted, 'b1', admin)).appeals).toMatchObject([{ own: true }]);
    must(await decide(planted, elsewhere, {}));
    must(await decide(planted, said, {}, city.as('mayor')));
  });
});
