// Evaluations on the built Worker: rules frozen when marking begins, one mark of each for a subject, the right of reply with
// its last second, ties on record, a final text that its check code belongs to, and the next run in one act.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EvaluationBoard } from '../../schema/api/evaluation-shapes.ts';
import type { Rating } from '../../schema/api/ratings.ts';
import type { Posted } from '../../schema/evaluations/posted.ts';
import { leastHouseholds } from '../../schema/evaluations/scheme.ts';
import { addAppeal } from '../../worker/evaluations/appeals.ts';
import { stepEvaluation } from '../../worker/evaluations/step.ts';
import type { StaffCall } from '../../worker/http/context.ts';
import { Refusal } from '../../worker/http/refusal.ts';
import { type City, day, must, openCity, origin, refused, responseId } from './city.ts';
import {
  asked,
  mark,
  overNow,
  type PlantedEvaluation,
  plantEvaluation,
  secretOf,
  stepTo,
  testRules,
  tieRules,
} from './planted-evaluation.ts';
import { png } from './requests.ts';

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

const editor = (...call: Parameters<ReturnType<City['as']>>) => city.as('easteditor')(...call);
const admin = (...call: Parameters<ReturnType<City['as']>>) => city.as('eastadmin')(...call);
const opened = async (secret: string): Promise<Rating[]> =>
  must(await city.anyone('POST', '/api/ratings', { secret })).ratings;
const boardOf = async ({ evaluation }: PlantedEvaluation): Promise<EvaluationBoard> =>
  must(await editor('GET', `/api/evaluations/${evaluation}/board`));
const finding = (of: PlantedEvaluation, unit: string, body: object) =>
  editor('POST', `/api/evaluations/${of.evaluation}/subjects/${of.subjects[unit]}/findings`, {
    times: 1,
    note: '',
    ...body,
  });
const appeal = (of: PlantedEvaluation, unit: string, kind = 'object') =>
  editor('POST', `/api/evaluations/${of.evaluation}/subjects/${of.subjects[unit]}/appeals`, {
    kind,
    words: '堆物 11 月 3 日已经清了，有照片。',
    saidBy: '楼栋长 张三',
  });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const flat = (n: number) => Array.from({ length: 5 }, () => n);

describe('preparing', () => {
  test('households are counted that have somebody to mark: not the whole roll, nor whoever would rate only their own', async () => {
    const households = { b1: 2, b2: 3 };
    const all = async ({ evaluation }: PlantedEvaluation) =>
      must(await editor('GET', `/api/evaluations/${evaluation}/raters`)).households;
    const buildings = await plantEvaluation(city, 'draft', {
      households,
      settings: { subjects: [{ unit: 'b2', person: '' }] },
    });
    expect(await all(buildings)).toEqual({ marked: 0, all: 3 });
    const leaders = await plantEvaluation(city, 'draft', {
      households,
      settings: { post: '楼栋长', subjects: [{ unit: 'b2', person: '王秀英', door: '1-101' }] },
    });
    expect(await all(leaders)).toEqual({ marked: 0, all: 2 });
  });
  test('whoever steers the branch makes one; rules that give no result are not opened', async () => {
    const body = asked({ rules: { ...testRules, groups: [] } });
    expect(refused(await editor('POST', '/api/units/e1/evaluations', body))).toEqual([400, 'bad-input']);
    const shares = testRules.groups.map((group) => ({ ...group, weight: 40 }));
    const wrong = asked({ rules: { ...testRules, groups: shares } });
    const made = must(await editor('POST', '/api/units/e1/evaluations', wrong));
    expect(made).toMatchObject({ state: 'draft', version: 1, subjects: 3, keeps: true });
    const step = await editor('POST', `/api/evaluations/${made.id}/step`, { rev: made.rev, to: 'rating' });
    expect(refused(step)).toEqual([409, 'evaluation-not-ready']);
    expect(step.body.faults).toEqual(['rules', 'no-raters', 'no-roll']);
  });

  test('experts are not drawn without a number that anybody can draw again by', async () => {
    const planted = await plantEvaluation(city, 'draft', { settings: { seed: ' ' } });
    const step = await stepTo(city, planted.evaluation, 'rating');
    expect([step.body.code, step.body.faults]).toEqual(['evaluation-not-ready', ['no-seed']]);
  });

  test('another post is taken together with who holds it, and not put on those who are there', async () => {
    const { evaluation, rev } = await plantEvaluation(city, 'draft');
    const change = (body: object) => editor('PATCH', `/api/evaluations/${evaluation}`, { rev, ...body });
    expect(refused(await change({ post: '楼栋长' }))).toEqual([400, 'bad-input']);
    const subjects = [{ unit: 'b1', person: '王秀英' }];
    expect(must(await change({ post: '楼栋长', subjects }))).toMatchObject({ post: '楼栋长', subjects: 1 });
  });

  test('one name stands once in a group and area, and would not count twice', async () => {
    const { evaluation } = await plantEvaluation(city, 'draft');
    const add = (...raters: [group: string, name: string, unit: string][]) =>
      editor('POST', `/api/evaluations/${evaluation}/raters`, {
        raters: raters.map(([group, name, unit]) => ({ group, name, unit })),
      });
    // 周网格 rates the whole of e1 already.
    for (const unit of ['e1', 'b1'])
      expect(refused(await add(['grid', '周 网格', unit]))).toEqual([409, 'rater-twice']);
    expect(refused(await add(['property', '冯', 'e1h'], ['property', '冯', 'e1']))).toEqual([
      409,
      'rater-twice',
    ]);
    must(await add(['property', '冯', 'e1h'], ['property', '冯', 'e1g'], ['community', '周网格', 'e1']));
    must(await add(['grid', '周网格（二组）', 'e1']));
    const many = [add(['grid', '陈', 'e1']), add(['grid', '陈', 'e1'])];
    expect((await Promise.all(many)).map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('nobody outside the branch is rated, and nobody twice', async () => {
    for (const subjects of [['b5'], ['b1', 'b1']].map((units) =>
      units.map((unit) => ({ unit, person: '' })),
    )) {
      const reply = await editor('POST', '/api/units/e1/evaluations', asked({ subjects }));
      expect([400, 403]).toContain(reply.status);
    }
  });

  test('rules and raters stand still once marking has begun; the end of it may be moved on', async () => {
    const { evaluation, rev } = await plantEvaluation(city, 'rating');
    const change = (body: object) => editor('PATCH', `/api/evaluations/${evaluation}`, { rev, ...body });
    expect(refused(await change({ title: '改名' }))).toEqual([409, 'rules-frozen']);
    expect(refused(await change({ rules: tieRules }))).toEqual([409, 'rules-frozen']);
    expect(refused(await change({ closesAt: Date.now() - 1 }))).toEqual([400, 'window-wrong']);
    const closesAt = Date.now() + 20 * day;
    const moved = must(await change({ closesAt }));
    expect(moved.closesAt).toBe(closesAt);
    const back = { rev: moved.rev, closesAt: closesAt - 1 };
    expect(refused(await change(back))).toEqual([409, 'closes-earlier']);
    const step = { rev: moved.rev, to: 'provisional' };
    const early = await editor('POST', `/api/evaluations/${evaluation}/step`, step);
    expect([early.body.code, early.body.faults]).toEqual(['evaluation-not-ready', ['marking']]);
    const kept = await city.db
      .prepare("SELECT detail FROM audit WHERE target = ?1 AND act = 'evaluation.update'")
      .bind(evaluation)
      .first<{ detail: string }>();
    expect(JSON.parse(kept?.detail ?? '')).toMatchObject({ fields: ['closesAt'], to: closesAt });
    // Once it has come, those who have not marked are known, and it is the end.
    await overNow(city, evaluation, 'closes_at');
    const after = { rev: moved.rev, closesAt: closesAt + day };
    expect(refused(await change(after))).toEqual([409, 'closes-earlier']);
    const expert = { raters: [{ group: 'experts', name: '晚来', unit: 'e1' }] };
    const late = await editor('POST', `/api/evaluations/${evaluation}/raters`, expert);
    expect(refused(late)).toEqual([400, 'bad-input']);
  });
});

describe('who will have no score', () => {
  const gapsOf = async ({ evaluation }: PlantedEvaluation) =>
    must(await editor('GET', `/api/evaluations/${evaluation}/gaps`)).gaps;

  test('is said before marking begins, and while it runs by the marks', async () => {
    // A grid worker for b1 alone, one household in b2 and none in b3.
    const planted = await plantEvaluation(city, 'draft', { households: { b1: 5, b2: 1 } });
    const { evaluation, subjects, raters, letters } = planted;
    const grid = raters[0]?.id;
    const { rev } = must(await editor('GET', `/api/evaluations/${evaluation}/raters`)).raters[0];
    const recused = [subjects.b2, subjects.b3];
    must(await editor('PATCH', `/api/evaluations/${evaluation}/raters/${grid}`, { rev, recused }));
    expect(await gapsOf(planted)).toEqual([
      { id: subjects.b2, groups: ['residents', 'grid'], gates: ['happy'] },
      { id: subjects.b3, groups: ['residents', 'grid'], gates: ['happy'] },
    ]);
    must(await stepTo(city, evaluation, 'rating'));
    expect(await gapsOf(planted)).toHaveLength(3);
    const at = { evaluation, subject: subjects.b1 ?? '' };
    for (const secret of letters.b1 ?? []) must(await mark(city, secret, at, flat(18)));
    expect((await gapsOf(planted))[0]).toEqual({
      id: subjects.b1,
      groups: ['grid', 'experts'],
      gates: ['safe'],
    });
    for (const { secret } of raters) must(await mark(city, secret, at, flat(18)));
    // A figure that nobody entered takes the band as surely as marks that nobody gave.
    expect((await gapsOf(planted))[0]).toEqual({ id: subjects.b1, groups: [], gates: ['safe'] });
    must(await finding(planted, 'b1', { kind: 'reading', item: 'safe', times: 92, note: '公安局 10 月' }));
    expect((await gapsOf(planted)).map(({ id }: { id: string }) => id)).toEqual(recused);
    must(await stepTo(city, evaluation, 'provisional'));
    const over = await editor('GET', `/api/evaluations/${evaluation}/gaps`);
    expect(refused(over)).toEqual([409, 'evaluation-stage']);
  });
});

describe('marking', () => {
  test('a rater sees whom to rate and keeps marks; a link that was changed opens nothing', async () => {
    const planted = await plantEvaluation(city, 'rating');
    const [grid] = planted.raters;
    const secret = grid?.secret ?? '';
    const [rating] = await opened(secret);
    expect(rating?.subjects.map(({ name }) => name)).toEqual(['b1 building', 'b2 building', 'b3 building']);
    const at = { evaluation: planted.evaluation, subject: planted.subjects.b1 ?? '' };
    expect(must(await mark(city, secret, at, flat(18)))).toEqual({ rev: 1 });
    // Sent again after a lost answer; then by the same hand once more.
    expect(must(await mark(city, secret, at, flat(18)))).toEqual({ rev: 1 });
    expect(must(await mark(city, secret, at, flat(17), 1))).toEqual({ rev: 2 });
    expect(refused(await mark(city, secret, at, flat(21), 2))).toEqual([400, 'bad-input']);
    expect(refused(await mark(city, secret, at, [1, 2], 2))).toEqual([400, 'bad-input']);
    const link = `/api/evaluations/${planted.evaluation}/raters/${grid?.id}/link`;
    const renewed = must(await editor('POST', link, {}));
    expect(refused(await city.anyone('POST', '/api/ratings', { secret }))).toEqual([404, 'rating-link']);
    const [again] = await opened(renewed.link.split('#')[1]);
    expect(again?.subjects[0]).toMatchObject({ marks: flat(17), rev: 2 });
  });

  test('of two marks at once one is kept, and the other hears of it', async () => {
    const planted = await plantEvaluation(city, 'rating');
    const secret = planted.raters[0]?.secret ?? '';
    const at = { evaluation: planted.evaluation, subject: planted.subjects.b2 ?? '' };
    const both = await Promise.all([mark(city, secret, at, flat(10)), mark(city, secret, at, flat(11))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409);
    const kept = both.findIndex(({ status }) => status === 200) === 0 ? 10 : 11;
    expect([lost?.body.code, lost?.body.current]).toEqual(['stale', { marks: flat(kept), rev: 1 }]);
  });

  test('whom one was not given one does not rate, and nobody rates the own post', async () => {
    const people = [
      { unit: 'b1', person: '周网格', door: '1-101' },
      { unit: 'b2', person: '李四', door: '1单元101室' },
    ];
    const planted = await plantEvaluation(city, 'rating', {
      households: { b1: 1, b2: 1 },
      settings: { post: '楼栋长', subjects: people },
    });
    const [grid] = planted.raters;
    const [rating] = await opened(grid?.secret ?? '');
    expect(rating?.subjects.map(({ person }) => person)).toEqual(['李四']);
    const own = { evaluation: planted.evaluation, subject: planted.subjects.b1 ?? '' };
    expect(refused(await mark(city, grid?.secret ?? '', own, flat(20)))).toEqual([403, 'rating-other']);
    const stored = await city.db
      .prepare('SELECT count(*) AS n FROM evaluation_mark WHERE evaluation = ?1')
      .bind(planted.evaluation)
      .first<{ n: number }>();
    expect(stored?.n).toBe(0);
  });

  test('nobody is rated by their own household, be it told by its door or said to be elsewhere', async () => {
    const people = [
      { unit: 'b1', person: '王秀英', door: '1-102' },
      { unit: 'b2', person: '李四' },
      { unit: 'b3', person: '张三' },
    ];
    const planted = await plantEvaluation(city, 'draft', {
      households: { b1: 3, b2: 2, b3: 1 },
      settings: { post: '楼栋长', subjects: people },
    });
    const { evaluation, subjects, letters, rev } = planted;
    const open = (homes?: object[]) =>
      editor('POST', `/api/evaluations/${evaluation}/step`, { rev, to: 'rating', homes });
    const { rev: now } = must(await editor('GET', `/api/evaluations/${evaluation}`)).evaluation;
    expect(now).toBe(rev);
    const untold = async (homes?: object[]) => {
      const { code, faults, people: named } = (await open(homes)).body;
      return [code, faults, named.map((one: { person: string }) => one.person)];
    };
    expect(await untold()).toEqual(['evaluation-not-ready', ['homes'], ['李四', '张三']]);
    const away = { subject: subjects.b3, door: '' };
    for (const door of ['1-999', '1单元'])
      expect(await untold([{ subject: subjects.b2, door }, away])).toEqual([
        'evaluation-not-ready',
        ['homes'],
        ['李四'],
      ]);
    must(await open([{ subject: subjects.b2, door: '1单元 102室' }, away]));
    const rates = async (unit: string) => {
      const all = await Promise.all((letters[unit] ?? []).map(opened));
      return all.map(([one]) => one?.subjects.map(({ person }) => person));
    };
    expect(await rates('b1')).toEqual([['王秀英'], [], ['王秀英']]);
    expect(await rates('b2')).toEqual([['李四'], []]);
    expect(await rates('b3')).toEqual([['张三']]);
    const own = { evaluation, subject: subjects.b1 ?? '' };
    expect(refused(await mark(city, letters.b1?.[1] ?? '', own, flat(20)))).toEqual([403, 'rating-other']);
  });

  test('a household marks its own building with its letter, and no mark counts after the end', async () => {
    const planted = await plantEvaluation(city, 'rating', { households: { b1: 2, b2: 1 } });
    const [one = '', two = ''] = planted.letters.b1 ?? [];
    const [rating] = await opened(one);
    expect(rating).toMatchObject({ group: 'residents', name: '' });
    expect(rating?.subjects.map(({ name }) => name)).toEqual(['b1 building']);
    const at = { evaluation: planted.evaluation, subject: planted.subjects.b1 ?? '' };
    must(await mark(city, one, at, flat(16)));
    const other = { ...at, subject: planted.subjects.b2 ?? '' };
    expect(refused(await mark(city, one, other, flat(16)))).toEqual([403, 'rating-other']);
    await overNow(city, planted.evaluation, 'closes_at');
    expect(refused(await mark(city, two, at, flat(16)))).toEqual([409, 'rating-over']);
    must(await stepTo(city, planted.evaluation, 'provisional'));
    expect(refused(await mark(city, two, at, flat(16)))).toEqual([409, 'rating-over']);
  });
});

/** All households of b1 and b2 mark, grid and experts too; one mark is deducted from b1, and a figure is entered for all. */
async function marked(): Promise<PlantedEvaluation> {
  const planted = await plantEvaluation(city, 'rating', { households: { b1: 6, b2: 5, b3: 4 } });
  const { evaluation, subjects, letters, raters } = planted;
  for (const [unit, n] of [
    ['b1', 20],
    ['b2', 16],
    ['b3', 20],
  ] as const) {
    for (const secret of letters[unit] ?? [])
      must(await mark(city, secret, { evaluation, subject: subjects[unit] ?? '' }, flat(n)));
    for (const { secret } of raters)
      must(await mark(city, secret, { evaluation, subject: subjects[unit] ?? '' }, flat(15)));
    must(await finding(planted, unit, { kind: 'reading', item: 'safe', times: 92, note: '公安局 10 月' }));
  }
  return planted;
}

describe('what comes of it', () => {
  test('scores as the rules have them; a building with fewer than five households has none to show', async () => {
    const planted = await marked();
    expect(refused(await editor('GET', `/api/evaluations/${planted.evaluation}/board`))).toEqual([
      409,
      'evaluation-stage',
    ]);
    must(await stepTo(city, planted.evaluation, 'provisional'));
    const board = await boardOf(planted);
    const of = (unit: string) => board.lines.find(({ id }) => id === planted.subjects[unit]);
    // 50 % of 100, 30 % of 75, 20 % of 75.
    expect(of('b1')).toMatchObject({ score: 87.5, outcome: { state: 'rated', band: 'standard' } });
    expect(of('b1')?.readings).toEqual([
      { id: 'happy', value: 100 },
      { id: 'safe', value: 92 },
    ]);
    expect(of('b2')?.score).toBeCloseTo(77.5, 9);
    expect(of('b3')).toMatchObject({
      score: null,
      outcome: { state: 'incomplete', groups: ['residents'], gates: ['happy'] },
    });
    expect(of('b3')?.groups[0]).toEqual({ id: 'residents', score: null, n: null });
    expect(leastHouseholds).toBe(5);
    expect(board.awards).toEqual([{ award: 'flag', state: 'given', winners: [planted.subjects.b1] }]);
  });

  test('an appeal that is upheld takes the finding off; who entered it does not decide it', async () => {
    const planted = await marked();
    const { evaluation, subjects } = planted;
    expect(refused(await finding(planted, 'b1', { kind: 'deduction', item: 'heap' }))).toEqual([
      409,
      'photo-needed',
    ]);
    const { photo } = must(
      await editor('POST', `/api/evaluations/${evaluation}/photos`, png, { 'x-linli-name': 'a.png' }),
    );
    const { id } = must(await finding(planted, 'b1', { kind: 'deduction', item: 'heap', times: 20, photo }));
    expect(refused(await finding(planted, 'b1', { kind: 'deduction', item: 'nothing' }))).toEqual([
      400,
      'bad-input',
    ]);
    must(await stepTo(city, evaluation, 'provisional'));
    const before = (await boardOf(planted)).lines.find((one) => one.id === subjects.b1);
    expect([before?.deducted, before?.score]).toEqual([10, 77.5]);
    const { id: said } = must(await appeal(planted, 'b1'));
    const decide = (by: typeof editor, body: object) =>
      by('POST', `/api/evaluations/${evaluation}/appeals/${said}/decision`, body);
    const upheld = { state: 'upheld', answer: '照片是隔壁楼的，撤下。', strike: [id] };
    expect(refused(await decide(editor, upheld))).toEqual([409, 'appeal-own']);
    await overNow(city, evaluation, 'appeals_until');
    const early = await stepTo(city, evaluation, 'final');
    expect([early.body.code, early.body.faults]).toEqual(['evaluation-not-ready', ['appeals']]);
    must(await decide(admin, upheld));
    expect(refused(await decide(admin, upheld))).toEqual([409, 'appeal-decided']);
    const view = must(await editor('GET', `/api/evaluations/${evaluation}/subjects/${subjects.b1}`));
    expect(view.line.score).toBe(87.5);
    expect(view.findings.find((one: { id: string }) => one.id === id)).toMatchObject({
      struckReason: '照片是隔壁楼的，撤下。',
    });
    expect(view.appeals).toMatchObject([{ state: 'upheld', own: true }]);
  });

  test('an appeal counts until its last moment, and not after it', async () => {
    const planted = await marked();
    const { evaluation } = planted;
    must(await stepTo(city, evaluation, 'provisional'));
    const early = await stepTo(city, evaluation, 'final');
    expect([early.body.code, early.body.faults]).toEqual(['evaluation-not-ready', ['window']]);
    await overNow(city, evaluation, 'appeals_until');
    expect(refused(await appeal(planted, 'b1'))).toEqual([409, 'appeals-over']);
  });

  /** A store in which something else is done just before the nth batch of an act. */
  const withBefore = (nth: number, other: () => Promise<unknown>): D1Database => {
    let n = 0;
    return new Proxy(city.db, {
      get(db, key) {
        if (key === 'batch')
          return async (statements: D1PreparedStatement[]) => {
            n += 1;
            if (n === nth) await other();
            return db.batch(statements);
          };
        const value: unknown = Reflect.get(db, key);
        return typeof value === 'function' ? value.bind(db) : value;
      },
    });
  };
  const callOn = (db: D1Database): StaffCall => ({
    db,
    now: Date.now(),
    origin,
    language: 'zh',
    actor: {
      id: 'staffeasteditor',
      login: 'easteditor',
      name: 'easteditor',
      mustChange: false,
      grants: [{ role: 'editor', unit: 'east', path: city.path('east') }],
    },
  });
  const code = (acting: Promise<unknown>) =>
    acting.then(
      () => 'done',
      (thrown: unknown) => (thrown instanceof Refusal ? thrown.code : thrown),
    );
  const object = { kind: 'object', words: '不对', saidBy: '张三' } as const;

  test('an appeal that comes in while the final result is computed holds it up', async () => {
    const { evaluation, subjects } = await plantEvaluation(city, 'provisional');
    const { rev } = must(await editor('GET', `/api/evaluations/${evaluation}`)).evaluation;
    // The clock of who appeals has still a moment left.
    const at = { evaluation, subject: subjects.b1 ?? '' };
    const late = () => addAppeal({ ...callOn(city.db), now: Date.now() - day }, at, object);
    await overNow(city, evaluation, 'appeals_until');
    const final = stepEvaluation(callOn(withBefore(2, late)), evaluation, { rev, to: 'final' });
    expect(await code(final)).toBe('stale');
    const now = must(await editor('GET', `/api/evaluations/${evaluation}`)).evaluation;
    expect([now.state, now.resultSha256]).toEqual(['provisional', null]);
  });

  test('an appeal whose final result comes first is refused, and not lost in silence', async () => {
    const { evaluation, subjects } = await plantEvaluation(city, 'provisional');
    await overNow(city, evaluation, 'appeals_until');
    const final = () => stepTo(city, evaluation, 'final').then(must);
    const at = { evaluation, subject: subjects.b1 ?? '' };
    const late = addAppeal({ ...callOn(withBefore(1, final)), now: Date.now() - day }, at, object);
    expect(await code(late)).toBe('evaluation-stage');
    const { state } = must(await editor('GET', `/api/evaluations/${evaluation}`)).evaluation;
    const view = must(await editor('GET', `/api/evaluations/${evaluation}/subjects/${subjects.b1}`));
    expect([state, view.appeals]).toEqual(['final', []]);
  });

  test('what is found once marking is over is not entered: nobody could answer to it', async () => {
    const planted = await plantEvaluation(city, 'provisional');
    const veto = { kind: 'veto', item: 'fire' };
    expect(refused(await finding(planted, 'b1', veto))).toEqual([409, 'evaluation-stage']);
    await overNow(city, planted.evaluation, 'appeals_until');
    expect(refused(await finding(planted, 'b1', veto))).toEqual([409, 'evaluation-stage']);
    const photos = `/api/evaluations/${planted.evaluation}/photos`;
    const late = await editor('POST', photos, png, { 'x-linli-name': 'a.png' });
    expect(refused(late)).toEqual([409, 'evaluation-stage']);
  });

  test('a finding that changes between two readings is in the frozen result or holds it up', async () => {
    const planted = await plantEvaluation(city, 'rating');
    const { evaluation } = planted;
    const { id } = must(await finding(planted, 'b1', { kind: 'veto', item: 'fire' }));
    must(await stepTo(city, evaluation, 'provisional'));
    const { rev } = must(await editor('GET', `/api/evaluations/${evaluation}`)).evaluation;
    const path = `/api/evaluations/${evaluation}/findings/${id}/strike`;
    const strike = () => admin('POST', path, { reason: '查无此事' }).then(must);
    // The clock of who makes it final has come to the end of the window, that of who takes it off has not.
    const late = { ...callOn(withBefore(2, strike)), now: Date.now() + 30 * day };
    const final = stepEvaluation(late, evaluation, { rev, to: 'final' });
    expect(await code(final)).toBe('stale');
  });

  test('ties are decided on record, and the final text is what its check code says', async () => {
    const planted = await plantEvaluation(city, 'rating', { settings: { rules: tieRules } });
    const { evaluation, subjects, raters } = planted;
    for (const unit of ['b1', 'b2'])
      must(
        await mark(city, raters[0]?.secret ?? '', { evaluation, subject: subjects[unit] ?? '' }, flat(18)),
      );
    must(await stepTo(city, evaluation, 'provisional'));
    await overNow(city, evaluation, 'appeals_until');
    const open = await stepTo(city, evaluation, 'final');
    expect([open.body.code, open.body.faults]).toEqual(['evaluation-not-ready', ['ties']]);
    const { rev } = must(await editor('GET', `/api/evaluations/${evaluation}`)).evaluation;
    const decide = (order: unknown[]) =>
      editor('POST', `/api/evaluations/${evaluation}/ties`, { rev, order, words: '居民代表会议抽签' });
    expect(refused(await decide([subjects.b1]))).toEqual([400, 'bad-input']);
    must(await decide([subjects.b2, subjects.b1]));
    must(await stepTo(city, evaluation, 'final'));
    const { text, sha256: code } = must(await editor('GET', `/api/evaluations/${evaluation}/result`));
    expect(sha256(text)).toBe(code);
    const told = must(await editor('GET', `/api/evaluations/${evaluation}`)).evaluation;
    expect(told).toMatchObject({ state: 'final', resultSha256: code, decidedWords: '居民代表会议抽签' });
    expect(JSON.parse(text).awards).toEqual([{ award: 'flag', state: 'given', winners: [subjects.b2] }]);
    // Whoever marked sees what came of it, by the same link.
    const [after] = await opened(raters[0]?.secret ?? '');
    expect(after).toMatchObject({
      state: 'final',
      awards: [{ title: '流动红旗', names: ['e1g grid b2 building'] }],
    });
    expect(refused(await finding(planted, 'b1', { kind: 'veto', item: 'fire' }))).toEqual([
      409,
      'evaluation-stage',
    ]);
  });

  test('a figure that a precondition looks at is taken as it was published, to two decimals', async () => {
    const gates = [{ id: 'safe', title: '治安满意率', atLeast: 93, from: 'reported' as const }];
    const planted = await plantEvaluation(city, 'rating', { settings: { rules: { ...tieRules, gates } } });
    const { evaluation, subjects, raters } = planted;
    const reading = (unit: string, times: number) =>
      finding(planted, unit, { kind: 'reading', item: 'safe', times, note: '省厅四季度测评' });
    expect(refused(await reading('b1', 92.857))).toEqual([400, 'bad-input']);
    expect(refused(await finding(planted, 'b1', { kind: 'veto', item: 'fire', times: 1.5 }))).toEqual([
      400,
      'bad-input',
    ]);
    for (const [unit, times] of [
      ['b1', 92.85],
      ['b2', 93.01],
    ] as const) {
      must(await reading(unit, times));
      must(
        await mark(city, raters[0]?.secret ?? '', { evaluation, subject: subjects[unit] ?? '' }, flat(18)),
      );
    }
    must(await stepTo(city, evaluation, 'provisional'));
    const [first, second] = (await boardOf(planted)).lines;
    expect([first?.readings[0]?.value, first?.outcome.state]).toEqual([92.85, 'barred']);
    expect([second?.readings[0]?.value, second?.outcome.state]).toEqual([93.01, 'rated']);
    const view = must(await editor('GET', `/api/evaluations/${evaluation}/subjects/${subjects.b1}`));
    expect(view.findings[0].times).toBe(92.85);
  });

  test('popularity of fewer than five is not told', async () => {
    const question = { id: 'q', type: 'yes-no' as const, title: '这栋楼好吗' };
    const { form } = await city.publishForm({ title: '最美楼栋', layout: 'steps', questions: [question] });
    const run = await city.openCampaign(form);
    for (const [unit, n] of [
      ['b1', 5],
      ['b2', 4],
    ] as const)
      for (let at = 0; at < n; at++)
        must(
          await city.anyone('PUT', `/api/campaigns/${run.slug}/responses/${responseId()}`, {
            version: 1,
            unit,
            answers: { q: 'yes' },
          }),
        );
    const planted = await plantEvaluation(city, 'provisional', { settings: { campaign: run.id } });
    expect((await boardOf(planted)).popularity).toEqual({ b1: 5 });
  });

  test('an upheld appeal changes what it says: findings of others are refused, and a rater can be left out of it', async () => {
    const planted = await plantEvaluation(city, 'rating', { settings: { rules: tieRules } });
    const { evaluation, subjects, raters } = planted;
    const { raters: added } = must(
      await editor('POST', `/api/evaluations/${evaluation}/raters`, {
        raters: [{ group: 'grid', name: '前经理', unit: 'e1' }],
      }),
    );
    const [manager] = added;
    for (const [link, n] of [
      [raters[0]?.link, 20],
      [manager?.link, 0],
    ] as const)
      for (const unit of ['b1', 'b2'])
        must(await mark(city, secretOf(link ?? ''), { evaluation, subject: subjects[unit] ?? '' }, flat(n)));
    const toss = { kind: 'deduction', item: 'toss' };
    const { id: elsewhere } = must(await finding(planted, 'b2', toss));
    must(await stepTo(city, evaluation, 'provisional'));
    const { id: said } = must(await appeal(planted, 'b1'));
    const decide = (body: object) =>
      admin('POST', `/api/evaluations/${evaluation}/appeals/${said}/decision`, {
        answer: '应当回避',
        ...body,
      });
    for (const body of [
      { state: 'upheld', strike: [elsewhere] },
      { state: 'upheld', strike: ['nosuchfinding'] },
      { state: 'upheld', strike: [], leaveOut: [elsewhere] },
      { state: 'refused', strike: [], leaveOut: [manager?.id] },
    ])
      expect(refused(await decide(body))).toEqual([400, 'bad-input']);
    must(await decide({ state: 'upheld', strike: [], leaveOut: [manager?.id] }));
    const board = await boardOf(planted);
    const scoreOf = (unit: string) => board.lines.find(({ id }) => id === subjects[unit])?.score;
    // In another building the same rater's marks count on.
    expect([scoreOf('b1'), scoreOf('b2')]).toEqual([100, 48]);
    expect(board.appeals).toMatchObject([{ state: 'upheld', changed: 1 }]);
    const view = must(await admin('GET', `/api/evaluations/${evaluation}/subjects/${subjects.b1}`));
    expect(view.appeals).toMatchObject([{ changed: 1, answer: '应当回避' }]);
    expect(
      Object.fromEntries(
        view.raters.map((one: { name: string; leftOut: boolean }) => [one.name, one.leftOut]),
      ),
    ).toEqual({ 周网格: false, 前经理: true });
  });

  test('an appeal that is upheld and takes nothing off is on record as having changed nothing', async () => {
    const planted = await plantEvaluation(city, 'provisional');
    const { id: said } = must(await appeal(planted, 'b1'));
    const at = `/api/evaluations/${planted.evaluation}/appeals/${said}/decision`;
    must(await admin('POST', at, { state: 'upheld', answer: '以后注意', strike: [] }));
    expect((await boardOf(planted)).appeals).toMatchObject([{ state: 'upheld', changed: 0 }]);
  });

  test('who recorded a finding does not decide the appeal against it', async () => {
    const planted = await plantEvaluation(city, 'rating');
    const { evaluation, subjects } = planted;
    const at = `/api/evaluations/${evaluation}/subjects/${subjects.b1}`;
    const veto = { kind: 'veto', item: 'fire', times: 1, note: '' };
    const { id } = must(await admin('POST', `${at}/findings`, veto));
    must(await stepTo(city, evaluation, 'provisional'));
    const { id: said } = must(await appeal(planted, 'b1'));
    const decide = (by: typeof editor, body: object) =>
      by('POST', `/api/evaluations/${evaluation}/appeals/${said}/decision`, body);
    const refusing = { state: 'refused', answer: '属实', strike: [] };
    expect(refused(await decide(admin, refusing))).toEqual([409, 'appeal-own']);
    const ownOf = async (by: typeof editor) => must(await by('GET', at)).appeals[0].own;
    expect([await ownOf(admin), await ownOf(city.as('mayor'))]).toEqual([true, false]);
    // What they do not decide does not wait for them.
    const waits = async (by: typeof editor) => {
      const { notYours } = must(await by('GET', `/api/evaluations/${evaluation}/board`));
      const { evaluations } = must(await by('GET', '/api/evaluations'));
      return [notYours, evaluations.find((one: { id: string }) => one.id === evaluation).appeals];
    };
    for (const one of [admin, editor]) expect(await waits(one)).toEqual([[said], 0]);
    expect(await waits(city.as('mayor'))).toEqual([[], 1]);
    must(await decide(city.as('mayor'), { state: 'upheld', answer: '记错楼栋', strike: [id] }));
  });

  test.each(['provisional', 'cancelled'])(
    '%s: nobody can tell any more which household marked what',
    async (to) => {
      const planted = await marked();
      const { evaluation } = planted;
      const known = () =>
        city.db
          .prepare(
            `SELECT count(*) AS n, sum(EXISTS (SELECT 1 FROM roll_entry h WHERE h.id = m.rater)) AS known,
             count(DISTINCT m.at) = 1 AS same FROM evaluation_mark m WHERE m.evaluation = ?1 AND m.grp = 'residents'`,
          )
          .bind(evaluation)
          .first();
      expect(await known()).toMatchObject({ n: 15, known: 15 });
      const { rev } = must(await editor('GET', `/api/evaluations/${evaluation}`)).evaluation;
      must(
        await (to === 'provisional'
          ? stepTo(city, evaluation, to)
          : editor('POST', `/api/evaluations/${evaluation}/step`, { rev, to, reason: '不办了' })),
      );
      expect(await known()).toEqual({ n: 15, known: 0, same: 1 });
    },
  );
});

test('the next run takes over rules, who is rated and raters with their links; other rules are the next version', async () => {
  const planted = await plantEvaluation(city, 'provisional');
  const { evaluation, raters, subjects } = planted;
  const asks = {
    id: responseId(),
    title: '文明楼栋评选',
    period: '2026年12月',
    closesAt: Date.now() + 30 * day,
  };
  const next = must(await editor('POST', `/api/evaluations/${evaluation}/next`, asks));
  expect(next).toMatchObject({ state: 'draft', version: 1, period: '2026年12月', previous: evaluation });
  const view = must(await editor('GET', `/api/evaluations/${next.id}`));
  expect(view.subjects.map(({ id }: { id: string }) => id).sort()).toEqual(Object.values(subjects).sort());
  const other = { rev: next.rev, rules: { ...testRules, missing: 'reweight' } };
  const changed = must(await editor('PATCH', `/api/evaluations/${next.id}`, other));
  expect(changed.version).toBe(2);
  const same = { rev: changed.rev, rules: testRules, seed: '20261227 福彩3D 118' };
  expect(must(await editor('PATCH', `/api/evaluations/${next.id}`, same)).version).toBe(1);
  must(await stepTo(city, next.id, 'rating'));
  // The run that is on, and the one before it with where it stands.
  expect((await opened(raters[0]?.secret ?? '')).map((one) => [one.evaluation, one.state])).toEqual([
    [next.id, 'rating'],
    [evaluation, 'provisional'],
  ]);
});

describe('a final result for everybody', () => {
  test('is open by an act alone, says no score and no mark, and opened again is the same text', async () => {
    const planted = await marked();
    const { evaluation, subjects } = planted;
    const open = async (is: boolean) => {
      const { rev } = must(await editor('GET', `/api/evaluations/${evaluation}`)).evaluation;
      return editor('POST', `/api/evaluations/${evaluation}/post`, { rev, open: is });
    };
    const read = () => city.anyone('GET', `/api/open/evaluations/${evaluation}`);
    must(await stepTo(city, evaluation, 'provisional'));
    expect(refused(await open(true))).toEqual([409, 'evaluation-stage']);
    await overNow(city, evaluation, 'appeals_until');
    must(await stepTo(city, evaluation, 'final'));
    expect(refused(await read())).toEqual([404, 'not-found']);
    const { posted } = must(await open(true));
    const told = must(await read());
    expect([told.sha256, posted.sha256]).toEqual([sha256(told.text), sha256(told.text)]);
    const said: Posted = JSON.parse(told.text);
    const whole = must(await editor('GET', `/api/evaluations/${evaluation}/result`));
    expect(said).toMatchObject({
      title: '文明楼栋评选',
      rated: 3,
      unscored: 1,
      bands: [
        { id: 'model', n: 0 },
        { id: 'standard', n: 2 },
        { id: 'mend', n: 0 },
      ],
      awards: [{ id: 'flag', winners: ['e1g grid b1 building'] }],
      appeals: { n: 0, upheld: 0, corrected: 0 },
      resultSha256: whole.sha256,
    });
    // b1 has 87.5 and b2 77.5; neither they, nor who was given nothing, nor who rated.
    const { rules: _, ...rest } = said;
    expect(JSON.stringify(rest)).not.toMatch(
      /87\.5|77\.5|b[23] building|周网格|专家|"score"|"groups"|"lines"/,
    );
    for (const id of Object.values(subjects)) expect(told.text).not.toContain(id);
    must(await open(false));
    expect(refused(await read())).toEqual([404, 'not-found']);
    must(await open(true));
    expect(must(await read())).toEqual(told);
    const { results: acts } = await city.db
      .prepare('SELECT act FROM audit WHERE target = ?1 ORDER BY seq DESC LIMIT 3')
      .bind(evaluation)
      .all<{ act: string }>();
    expect(acts.map(({ act }) => act)).toEqual(['evaluation.post', 'evaluation.unpost', 'evaluation.post']);
  });
});

test('the next run is made once, however often it is asked for, and one of each period', async () => {
  const { evaluation } = await plantEvaluation(city, 'provisional');
  const next = (period: string, id = responseId()) =>
    editor('POST', `/api/evaluations/${evaluation}/next`, {
      id,
      title: '文明楼栋评选',
      period,
      closesAt: Date.now() + 30 * day,
    });
  const sent = responseId();
  const both = await Promise.all([next('2026年12月', sent), next('2026年12月', sent)]);
  expect(both.map((one) => must(one).id)).toEqual([sent, sent]);
  expect(must(await next('2026年12月', sent)).id).toBe(sent);
  const acts = await city.db
    .prepare("SELECT count(*) AS n FROM audit WHERE act = 'evaluation.next' AND target = ?1")
    .bind(sent)
    .first<{ n: number }>();
  expect(acts?.n).toBe(1);
  for (const period of ['2026年12月', '2026年11月'])
    expect(refused(await next(period))).toEqual([409, 'evaluation-run']);
  const { id: blank } = must(await next(''));
  expect(refused(await next(''))).toEqual([409, 'evaluation-run']);
  // What was called off makes room.
  for (const id of [sent, blank]) {
    const { rev } = must(await editor('GET', `/api/evaluations/${id}`)).evaluation;
    const step = { rev, to: 'cancelled', reason: '建错了' };
    must(await editor('POST', `/api/evaluations/${id}/step`, step));
  }
  for (const period of ['2026年12月', '']) must(await next(period));
});

describe('who may see it', () => {
  test('where all households gave the same, their area reads from where to where it is; whoever decides has the figure', async () => {
    const planted = await plantEvaluation(city, 'rating', {
      unit: 'east',
      settings: { subjects: ['b1', 'b2'].map((unit) => ({ unit, person: '' })) },
      households: { b1: 5, b2: 5 },
    });
    const { evaluation, subjects, letters, raters } = planted;
    for (const [unit, marks] of Object.entries({ b1: [20, 20, 20, 20, 20], b2: [20, 12, 16, 8, 18] })) {
      const at = { evaluation, subject: subjects[unit] ?? '' };
      for (const [place, n] of marks.entries())
        must(await mark(city, letters[unit]?.[place] ?? '', at, flat(n)));
      for (const { secret } of raters) must(await mark(city, secret, at, flat(15)));
      must(await finding(planted, unit, { kind: 'reading', item: 'safe', times: 92, note: '公安局 10 月' }));
    }
    must(await stepTo(city, evaluation, 'provisional'));
    const read = async (who: string, unit: string) =>
      must(await city.as(who)('GET', `/api/evaluations/${evaluation}/subjects/${subjects[unit]}`));
    const near = { from: 80, to: 100 };
    const own = await read('e1leader', 'b1');
    expect(own.line).toMatchObject({
      score: null,
      before: null,
      outcome: { state: 'rated', band: 'standard' },
    });
    expect([own.line.about.from, own.line.about.to]).toEqual([
      expect.closeTo(77.5, 9),
      expect.closeTo(87.5, 9),
    ]);
    expect(own.line.groups[0]).toEqual({ id: 'residents', score: null, n: 5, about: near });
    // Of five, neither those who are satisfied nor the others can be five.
    const untold = { id: 'happy', value: null, about: { from: 0, to: 100 } };
    expect(own.line.readings[0]).toEqual(untold);
    expect(own.line.groups[1]).toEqual({ id: 'grid', score: expect.closeTo(75, 9), n: 1 });
    expect(own.middles[0].marks).toEqual([null, null, null, null, null]);
    const whole = (await read('easteditor', 'b1')).line;
    expect([whole.score, whole.groups[0].score, whole.readings[0].value, whole.about]).toEqual([
      87.5,
      100,
      100,
      undefined,
    ]);
    const apart = (await read('e1leader', 'b2')).line;
    expect([apart.groups[0].score, apart.readings[0].value, apart.about]).toEqual([74, null, undefined]);
  });

  test('a branch reads its own results together, each as its own page tells it, once marking is over', async () => {
    const { evaluation, subjects, raters, letters } = await plantEvaluation(city, 'rating', {
      unit: 'east',
      settings: { subjects: ['b1', 'b2', 'b4'].map((unit) => ({ unit, person: '' })) },
      households: { b1: 6 },
    });
    const to = (unit: string) => ({ evaluation, subject: subjects[unit] ?? '' });
    for (const unit of ['b1', 'b2', 'b4'])
      must(await mark(city, raters[0]?.secret ?? '', to(unit), flat(12)));
    // All households at the very end of the scale: what is told of it is told the same in both places.
    for (const secret of letters.b1 ?? []) must(await mark(city, secret, to('b1'), flat(20)));
    const [leader, at] = [city.as('e1leader'), `/api/evaluations/${evaluation}`];
    expect(must(await leader('GET', at)).lines).toEqual([]);
    must(await stepTo(city, evaluation, 'provisional'));
    const single = async (unit: string) => must(await leader('GET', `${at}/subjects/${subjects[unit]}`)).line;
    expect(must(await leader('GET', at)).lines).toEqual([await single('b1'), await single('b2')]);
    expect(must(await editor('GET', at)).lines).toEqual([]);
  });

  test('a branch sees its own subjects, and single marks are for who steers', async () => {
    const planted = await plantEvaluation(city, 'rating', {
      unit: 'east',
      settings: { subjects: ['b1', 'b4'].map((unit) => ({ unit, person: '' })) },
    });
    const { evaluation, subjects, raters } = planted;
    const at = { evaluation, subject: subjects.b1 ?? '' };
    must(await mark(city, raters[0]?.secret ?? '', at, flat(12)));
    const begun = { secret: raters[1]?.secret, ...at, rev: 0, marks: [9, null, null, null, null] };
    must(await city.anyone('POST', '/api/ratings/marks', begun));
    must(await stepTo(city, evaluation, 'provisional'));
    const leader = city.as('e1leader');
    const view = must(await leader('GET', `/api/evaluations/${evaluation}`));
    expect(view.subjects.map(({ unit }: { unit: string }) => unit)).toEqual(['b1']);
    expect(view.evaluation.keeps).toBe(false);
    const own = must(await leader('GET', `/api/evaluations/${evaluation}/subjects/${subjects.b1}`));
    expect([own.raters, own.line.groups[1]]).toEqual([[], { id: 'grid', score: 60, n: 1 }]);
    const middles = new Map(own.middles.map((one: { id: string; marks: unknown }) => [one.id, one.marks]));
    // The criteria of one are that person's marks; the expert stopped after one, which counts nothing.
    expect([middles.get('grid'), middles.get('experts')]).toEqual(Array(2).fill(Array(5).fill(null)));
    const other = await leader('GET', `/api/evaluations/${evaluation}/subjects/${subjects.b4}`);
    expect(refused(other)).toEqual([404, 'not-found']);
    expect(refused(await leader('GET', `/api/evaluations/${evaluation}/board`))).toEqual([404, 'not-found']);
    const steers = must(await editor('GET', `/api/evaluations/${evaluation}/subjects/${subjects.b1}`));
    expect(steers.raters[1]).toMatchObject({ name: '周网格', marks: flat(12) });
    expect(
      must(await leader('GET', '/api/evaluations')).evaluations.map((one: { id: string }) => one.id),
    ).toContain(evaluation);
    expect(must(await city.as('westadmin')('GET', '/api/evaluations')).evaluations).toEqual([]);
  });
});

test('leaders hear of an evaluation when they come and in the week of each step, as it stood then', async () => {
  const { evaluation } = await plantEvaluation(city, 'provisional', {
    unit: 'east',
    settings: { subjects: [{ unit: 'b1', person: '' }] },
  });
  const told = async (staff: string, path: string) => {
    const method = path === '/api/visit' ? 'POST' : 'GET';
    const { branches } = must(await city.as(staff)(method, path));
    return branches[0].evaluations.find(({ id }: { id: string }) => id === evaluation);
  };
  // Whoever has somebody in it is told too, and nobody else.
  for (const staff of ['eastleader', 'e1leader'])
    expect(await told(staff, '/api/visit')).toMatchObject({ state: 'provisional', fresh: true });
  expect(await told('westadmin', '/api/visit')).toBeUndefined();
  // Marked from three weeks ago on, provisional since the last week; final now, though not in the weeks before.
  const week = 7 * day;
  const now = Date.now();
  await city.db
    .prepare(
      "UPDATE evaluation SET opened_at = ?2, appeals_until = ?3, state = 'final', final_at = ?4 WHERE id = ?1",
    )
    .bind(evaluation, now - 3 * week, now - week + 3 * day, now)
    .run();
  const monday = (at: number) => {
    const noon = new Date(at + 8 * 3_600_000);
    return new Date(noon.getTime() - ((noon.getUTCDay() + 6) % 7) * day).toISOString().slice(0, 10);
  };
  const inWeek = (at: number) => told('e1leader', `/api/digest?monday=${monday(at)}`);
  expect(await told('e1leader', '/api/digest')).toMatchObject({ state: 'final', until: now, fresh: true });
  expect(await inWeek(now - week)).toMatchObject({ state: 'provisional', fresh: true });
  expect(await inWeek(now - 2 * week)).toMatchObject({ state: 'rating', fresh: false });
  expect(await inWeek(now - 3 * week)).toMatchObject({ state: 'rating', fresh: true });
  expect(await inWeek(now - 4 * week)).toBeUndefined();
});
