// A composed card equals one made from the raw answers by other code, for random answers, weights and mappings; and it
// shows no figure of a form that the board of the run does not show.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ComposedCard, Figure } from '../../schema/api/composed.ts';
import { compile } from '../../schema/form/compile.ts';
import type { Definition } from '../../schema/form/definition.ts';
import type { Body, Measure, Source } from '../../schema/scorecards/body.ts';
import { rounded } from '../../schema/scorecards/frozen.ts';
import { createCampaign } from '../../worker/campaigns/create.ts';
import { submissionStatements } from '../../worker/fill/submission.ts';
import { createForm } from '../../worker/forms/draft.ts';
import { publish } from '../../worker/forms/publish.ts';
import type { StaffCall } from '../../worker/http/context.ts';
import { scorecard } from '../../worker/scorecards/card.ts';
import { previewSign, sign } from '../../worker/scorecards/composed/issue.ts';
import { keep, preview, readAt } from '../../worker/scorecards/composed/keep.ts';
import { issuedUnder } from '../../worker/scorecards/composed/published.ts';
import { responseId } from '../http/city.ts';
import { memoryD1 } from './memory-d1.ts';

const cards = process.env.FULL ? 300 : 40;
const now = Date.UTC(2026, 10, 20, 4);
const questions = ['a', 'b', 'c'];
const definition: Definition = {
  title: '满意度',
  layout: 'steps',
  questions: questions.map((id) => ({ id, type: 'scale', title: id, from: 1, to: 5, na: true })),
};
const tree: Record<string, string | null> = {
  city: null,
  s1: 'city',
  s2: 'city',
  c1: 's1',
  c2: 's1',
  c3: 's2',
  b1: 'c1',
  b2: 'c1',
  b3: 'c2',
  b4: 'c3',
  b5: 'c3',
};
const buildings = ['b1', 'b2', 'b3', 'b4', 'b5'];
const kinds: Record<string, string> = { c: 'community', s: 'street', b: 'building' };
const way = (unit: string): string => `${tree[unit] ? way(tree[unit] ?? '') : '/'}${unit}/`;
const under = (unit: string, top: string) => way(unit).includes(`/${top}/`);
const children = (unit: string) => Object.keys(tree).filter((one) => tree[one] === unit);

type Answer = Record<string, number | 'na'>;
interface Given {
  unit: string;
  answers: Answer;
}

const answer = fc.record(
  Object.fromEntries(
    questions.map((id) => [
      id,
      fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
        { weight: 1, arbitrary: fc.constant('na' as const) },
      ),
    ]),
  ),
  { requiredKeys: [] },
);
const plan = fc.record({
  given: fc.tuple(
    ...buildings.map(() =>
      fc.oneof(
        fc.array(answer, { minLength: 0, maxLength: 7 }),
        fc.array(answer, { minLength: 8, maxLength: 16 }),
      ),
    ),
  ),
  weights: fc.tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: 9 }),
  ),
  mapping: fc.constantFrom('linear' as const, 'hundred_eighty' as const),
  total: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 })),
});

async function city(given: readonly Given[]) {
  const db = memoryD1();
  await db.batch(
    Object.entries(tree).map(([id, parent], position) =>
      db
        .prepare(
          `INSERT INTO unit (id, root, parent, kind, name, code, path, position, households)
           VALUES (?1, 'city', ?2, ?3, ?1, ?1, ?4, ?5, ?6)`,
        )
        .bind(
          id,
          parent,
          id === 'city' ? 'city' : (kinds[id.charAt(0)] ?? ''),
          way(id),
          position,
          id.startsWith('b') ? 30 : 0,
        ),
    ),
  );
  await db
    .prepare("INSERT INTO staff (id, login, name, home, created_at) VALUES ('s', 's', 's', 'city', 0)")
    .run();
  const call: StaffCall = {
    db,
    origin: 'http://localhost',
    now,
    language: 'zh',
    actor: {
      id: 's',
      login: 's',
      name: 's',
      mustChange: false,
      grants: [{ role: 'admin', unit: 'city', path: '/city/' }],
    },
  };
  const form = await createForm(call, { unit: 'city', kind: 'survey', definition });
  await publish(call, { form: form.id, rev: form.rev });
  const run = await createCampaign(call, {
    unit: 'city',
    form: form.id,
    scope: ['city'],
    opensAt: now - 1000,
    closesAt: now + 86_400_000,
    access: 'anyone',
    perDevice: false,
    named: false,
    organiser: '居委会',
    phone: '8700000',
    keepDays: 30,
  });
  const judge = compile(definition);
  for (const { unit, answers } of given) {
    const { answers: checked } = judge.check(answers);
    await db.batch(
      await submissionStatements(db, {
        campaign: run.id,
        id: responseId(),
        version: 1,
        limits: 1,
        unit,
        group: 'self',
        answers: JSON.stringify(checked),
        delta: JSON.stringify(judge.delta(checked)),
        at: now,
        day: '2026-11-20',
        entry: null,
        holder: null,
      }),
    );
  }
  return { call, form: form.id, run: run.id };
}

const worth = { linear: [0, 25, 50, 75, 100], hundred_eighty: [0, 30, 60, 80, 100] };
const average = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** From the raw answers alone; undefined where nobody answered. */
function scoreOf(given: readonly Given[], unit: string, question: string, mapping: keyof typeof worth) {
  const points = given
    .filter((one) => under(one.unit, unit))
    .flatMap(({ answers }) => {
      const point = answers[question];
      return typeof point === 'number' ? [worth[mapping][point - 1] ?? 0] : [];
    });
  return points.length > 0 ? average(points) : undefined;
}

const measure = (id: string, source: Source, weight = 0): Measure => ({
  id,
  title: id,
  source,
  weight,
  better: 'higher',
  target: null,
  fair: null,
});

test(`${cards} random cities: every figure is that of the raw answers, and none is more than a board shows`, async () => {
  let hidden = 0;
  let parted = 0;
  await fc.assert(
    fc.asyncProperty(plan, async ({ given: drawn, weights, mapping, total }) => {
      const given = drawn.flatMap((answers, at) =>
        answers.map((one): Given => ({ unit: buildings[at] ?? '', answers: { ...one } as Answer })),
      );
      const { call, form, run } = await city(given);
      const items = questions.map((question, at) => ({ question, row: '', weight: weights[at] ?? 0 }));
      const body: Body = {
        period: 'month',
        picks: [],
        measures: [
          ...questions.map((question, at) =>
            measure(
              question,
              { kind: 'question', form, question, row: '', what: 'score', mapping },
              total[at] ?? 0,
            ),
          ),
          measure('index', { kind: 'index', form, items, mapping }),
          measure('rate', { kind: 'participation', form }),
          measure('overall', { kind: 'overall', form }),
        ],
      };
      const { id } = await keep(call, 'city', { title: '卡', body, template: false });
      for (const unit of ['city', 's1', 's2', 'c1', 'c3', 'b1']) {
        const { card } = await readAt(call, { unit, scorecard: id, period: '2026-11' });
        const drawnNow = await preview(call, unit, { title: '卡', body, period: '2026-11' });
        expect(drawnNow.rows).toEqual(card.rows);
        const board = await scorecard(call, { campaign: run, unit });
        const told: [string, readonly Figure[], boolean, (question: string) => boolean][] = [
          [unit, card.measures.map(({ figure }) => figure), board.hidden, shownOn(board)],
          ...card.rows.map((row): [string, readonly Figure[], boolean, (question: string) => boolean] => {
            const child = board.children.find((one) => one.unit.id === row.unit.id);
            const scored = board.items.filter(({ score }) => score);
            const at = (question: string) => scored.findIndex((item) => item.question === question);
            return [
              row.unit.id,
              row.figures,
              child?.hidden ?? board.hidden,
              (question) => at(question) < 0 || child?.items[at(question)] !== null,
            ];
          }),
        ];
        expect(card.rows.map((row) => row.unit.id)).toEqual(children(unit));
        const asked = questions.filter((question) => scoreOf(given, unit, question, 'linear') !== undefined);
        for (const [at, figures, veiled, shows] of told) {
          const scores = questions.map((question) => scoreOf(given, at, question, mapping));
          questions.forEach((question, nth) => {
            const figure = figures[nth];
            if (!figure || figure.value === null) {
              hidden += Number(figure?.why === 'few' || figure?.why === 'beside' || figure?.why === 'closed');
              return;
            }
            expect([at, question, veiled, shows(question)]).toEqual([at, question, false, true]);
            expect(figure.value).toBe(rounded(scores[nth] ?? Number.NaN, 1));
            expect(figure.n).toBeGreaterThanOrEqual(5);
            expect(figure.low).toBeLessThanOrEqual(figure.value + 1e-9);
            expect(figure.high).toBeGreaterThanOrEqual(figure.value - 1e-9);
          });
          const index = figures[3];
          if (index && index.value !== null) {
            const sum = weights.reduce((all, weight) => all + weight, 0);
            const mine = scores.reduce<number>(
              (all, score, nth) => all + ((weights[nth] ?? 0) * (score ?? 0)) / sum,
              0,
            );
            expect(index.value).toBe(rounded(mine, 1));
            const parts = figures.slice(0, 3).filter((_, nth) => (weights[nth] ?? 0) > 0);
            expect(parts.every(({ value }) => value !== null)).toBe(true);
          }
          const n = given.filter((one) => under(one.unit, at)).length;
          const rate = figures[4];
          if (veiled && n > 0) expect([rate?.value, rate?.n]).toEqual([null, null]);
          if (rate && rate.value !== null)
            expect(rate.value).toBe(
              rounded((n / (30 * buildings.filter((one) => under(one, at)).length)) * 100, 1),
            );
          else expect(n).toBeGreaterThan(0);
          // Of every question that was answered here, or there is none.
          const overall = figures[5];
          const told = asked.filter((question) => !veiled && scoredOn(board, at, question));
          if (told.length === 0 || told.length < asked.length) {
            parted += Number(told.length > 0);
            expect([at, overall?.value]).toEqual([at, null]);
          } else
            expect(overall?.value).toBe(
              rounded(
                average(asked.map((question) => scoreOf(given, at, question, 'linear') ?? Number.NaN)),
                1,
              ),
            );
        }
        totalFits(card, total);
      }
    }),
    { numRuns: cards, endOnFailure: true },
  );
  // The cities are small enough that something is hidden in many of them.
  expect(hidden).toBeGreaterThan(cards);
  expect(parted).toBeGreaterThan(0);
}, 600_000);

type Board = Awaited<ReturnType<typeof scorecard>>;
const shownOn = (board: Board) => (question: string) =>
  board.items.some((item) => item.question === question && !item.hidden);

/** Whether a board says the score of a question at its own unit or at one below. */
function scoredOn({ unit, items, children }: Board, at: string, question: string): boolean {
  const scored = items.filter(({ score }) => score);
  const place = scored.findIndex((item) => item.question === question);
  if (place < 0 || at === unit.id) return place >= 0;
  return Boolean(children.find((child) => child.unit.id === at)?.items[place]);
}

function totalFits(card: ComposedCard, weights: readonly number[]): void {
  const weighed = card.measures.slice(0, 2).filter((_, at) => (weights[at] ?? 0) > 0);
  if (weighed.some(({ figure }) => figure.value === null)) expect(card.total?.value).toBeNull();
  else {
    const sum = weights.reduce((all, one) => all + one, 0);
    const mine = weights.reduce(
      (all, weight, at) => all + (weight * (card.measures[at]?.figure.value ?? 0)) / sum,
      0,
    );
    // The parts are rounded as they are printed, and the total once by itself.
    expect(Math.abs((card.total?.value ?? Number.NaN) - mine)).toBeLessThan(0.1 + 1e-9);
  }
}

/** A database that lets something happen once, just before a statement that begins so is answered. */
function interrupted(db: D1Database, beginning: string, meanwhile: () => Promise<unknown>): D1Database {
  let done = false;
  const prepare = (sql: string) => {
    const statement = db.prepare(sql);
    if (done || !sql.startsWith(beginning)) return statement;
    done = true;
    const first = async (...values: unknown[]) => {
      await meanwhile();
      return statement.bind(...values).first();
    };
    return { bind: (...values: unknown[]) => ({ first: () => first(...values) }) };
  };
  return Object.assign(Object.create(db), { prepare });
}

test('of two who sign one card at once, the one who comes second is told that it is signed', async () => {
  const given = Array.from({ length: 40 }, (_, at): Given => ({ unit: 'b1', answers: { a: 1 + (at % 5) } }));
  const { call: open, run } = await city(given);
  const call = { ...open, now: now + 2 * 86_400_000 };
  const about = { campaign: run };
  const { seen } = await previewSign(call, 'c1', about);
  const asked = { about, seen, signer: '王', organiser: '居委会', corrects: null, reason: '' };
  const at = () => ({ unit: 'c1', issued: responseId() });
  const db = interrupted(call.db, 'SELECT coalesce(max(number)', () => sign(call, at(), asked));
  await expect(sign({ ...call, db }, at(), asked)).rejects.toMatchObject({ code: 'issued-already' });
  const { issued } = await issuedUnder(call, 'c1');
  expect(issued.map(({ number }) => number)).toEqual([1]);
});
