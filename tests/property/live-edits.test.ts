// A running form is changed while residents fill it in. What would show old answers under another meaning is refused:
// another type, other words under an id, words exchanged, an id used again. Whatever else is reworded, retired, moved, added
// or taken out between submissions, the count of each stable id is the number of residents who saw it and chose it. What
// was begun on an older version is taken as such.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { type City, openCity, responseId } from '../http/city.ts';

const sequences = process.env.FULL ? 1_000 : 30;

type Choice = Extract<Question, { type: 'single' | 'multi' }>;
const first: Definition = {
  title: '社区调查',
  layout: 'pages',
  questions: [
    {
      id: 'q0',
      type: 'single',
      title: '先办哪件',
      options: ['a', 'b', 'c'].map((id) => ({ id, label: `事 ${id}` })),
    },
    {
      id: 'q1',
      type: 'multi',
      title: '还想办哪些',
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: `事 ${id}` })),
    },
    {
      id: 'q2',
      type: 'scale',
      title: '满意吗',
      from: 1,
      to: 5,
      labels: ['很差', '差', '一般', '好', '很好'],
    },
    { id: 'q3', type: 'number', title: '几口人', min: 0, max: 9 },
  ],
};

const acts = [
  'rename',
  'rename option',
  'retire',
  'restore',
  'add option',
  'shuffle options',
  'add question',
  'move',
  'require',
  'take out option',
  'quota',
] as const;
/** What publishing refuses, whatever was done before. */
const refused = [
  'other words',
  'exchange words',
  'turn the scale round',
  'other type',
  'id again',
  'other title',
] as const;
const step = fc.record({
  act: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...acts) },
    { weight: 2, arbitrary: fc.constantFrom(...refused) },
    { weight: 1, arbitrary: fc.constantFrom('take out' as const, 'move the run' as const) },
    { weight: 6, arbitrary: fc.constantFrom('open' as const, 'send' as const) },
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const isChoice = (question: Question): question is Choice =>
  question.type === 'single' || question.type === 'multi';

/** The form after one act of an editor; the same when the act finds nothing to do. */
function edited(form: Definition, { act, a, b }: Step, ever: ReadonlyMap<string, Question>): Definition {
  const questions = structuredClone(form.questions);
  const at = a % questions.length;
  const question = questions[at];
  const choices = questions.filter(isChoice);
  const choice = choices[a % Math.max(1, choices.length)];
  const option = choice?.options[b % choice.options.length];
  const offered = choice?.options.filter(({ retired }) => !retired).length ?? 0;
  if (act === 'rename' && question) question.title = `${question.title.slice(0, 90)}呢`;
  if (act === 'rename option' && option) option.label = `请办${option.label.slice(0, 40)}`;
  if (act === 'take out option' && choice && option && !option.retired && offered > 2)
    choice.options.splice(choice.options.indexOf(option), 1);
  if (act === 'quota' && option && !option.retired) option.quota = 1000 + b;
  if (act === 'other words' && option) option.label = `换成停车${'甲乙丙丁'[b % 4]}`;
  const [one, other] = choice?.options ?? [];
  if (act === 'exchange words' && one && other) [one.label, other.label] = [other.label, one.label];
  const scale = questions.find(({ id }) => id === 'q2');
  if (act === 'turn the scale round' && scale?.type === 'scale') scale.labels?.reverse();
  if (act === 'other type' && question)
    questions.splice(at, 1, { id: question.id, type: 'long-text', title: question.title });
  const gone = [...ever.values()].filter(({ id }) => questions.every((here) => here.id !== id));
  const again = gone[a % Math.max(1, gone.length)];
  if (act === 'id again' && again) questions.push({ ...again, title: '楼顶何时关门' });
  if (act === 'other title' && question) question.title = '楼顶何时关门';
  if (act === 'retire' && option && offered > 2) Object.assign(option, { retired: true, quota: undefined });
  if (act === 'restore' && option) delete option.retired;
  if (act === 'add option' && choice && choice.options.length < 12)
    choice.options.push({ id: `n${choice.options.length}`, label: `新 ${b}` });
  if (act === 'shuffle options' && choice) choice.options.reverse();
  if (act === 'add question' && questions.length < 9)
    questions.push({ id: `x${a}_${b}`, type: 'rating', title: `新题 ${b}` });
  if (act === 'move') questions.unshift(...questions.splice(at, 1));
  if (act === 'require' && question) question.required = b % 2 === 0;
  if (act === 'take out' && questions.length > 2) questions.splice(at, 1);
  return { ...form, questions };
}

/** What a resident answers who sees this version. */
function answersTo(form: Definition, { a, b }: Step): Record<string, unknown> {
  return Object.fromEntries(
    form.questions.flatMap((question, index): [string, unknown][] => {
      const seed = a * 7 + b * 13 + index * 31;
      if (!question.required && seed % 5 === 0) return [];
      if (question.type === 'rating' || question.type === 'scale') return [[question.id, 1 + (seed % 5)]];
      if (question.type === 'number') return [[question.id, seed % 10]];
      if (!isChoice(question)) return [];
      const offered = question.options.filter(({ retired }) => !retired).map(({ id }) => id);
      const one = offered[seed % offered.length] ?? '';
      return [
        [
          question.id,
          question.type === 'single' ? one : offered.filter((id, at) => id === one || (seed >> at) % 3 === 0),
        ],
      ];
    }),
  );
}

let city: City;
beforeAll(async () => {
  city = await openCity();
});
afterAll(() => city.close());

let senders = 0;
/** Acts that were done, and refused. */
const turnedDown = new Set<string>();

async function live(steps: readonly Step[]) {
  const mayor = city.as('mayor');
  const made = await city.publishForm(first);
  const run = await city.openCampaign(made.form);
  let form = first;
  let newest = 1;
  /** versions that a resident has on the screen, opened and not sent yet */
  const open: { version: number; definition: Definition }[] = [];
  const seen: Record<string, Record<string, number>> = {};
  let accepted = 0;
  const ever = new Map(first.questions.map((question) => [question.id, question]));
  /** how many answered each question */
  const answered = new Map<string, number>();
  const count = (question: string, keys: readonly string[]) => {
    answered.set(question, (answered.get(question) ?? 0) + 1);
    const own = seen[question] ?? {};
    for (const key of keys) own[key] = (own[key] ?? 0) + 1;
    seen[question] = own;
  };
  for (const one of steps) {
    if (one.act === 'open') {
      const { facts, definition } = (await city.anyone('GET', `/api/fill/${run.slug}`)).body;
      open.push({ version: facts.version, definition });
    } else if (one.act === 'send') {
      const filled = open.splice(one.b % Math.max(1, open.length), 1)[0];
      if (!filled) continue;
      const answers = answersTo(filled.definition, one);
      const reply = await city.anyone(
        'PUT',
        `/api/campaigns/${run.slug}/responses/${responseId()}`,
        { version: filled.version, unit: 'b1', answers },
        { 'cf-connecting-ip': `10.4.${(++senders >> 8) & 255}.${senders & 255}` },
      );
      // An answer that was begun on an older version is accepted as such.
      expect([reply.status, reply.text]).toEqual([200, expect.any(String)]);
      accepted += 1;
      for (const [question, answer] of Object.entries(answers))
        count(question, (Array.isArray(answer) ? answer : [answer]).map(String));
    } else if (one.act === 'move the run') {
      const { rev } = (await mayor('GET', `/api/campaigns/${run.id}`)).body;
      await mayor('PATCH', `/api/campaigns/${run.id}`, { rev, version: newest });
    } else {
      const next = edited(form, one, ever);
      const { rev } = (await mayor('GET', `/api/forms/${made.form}`)).body;
      const saved = await mayor('PUT', `/api/forms/${made.form}/draft`, { rev, definition: next });
      expect(saved.status, saved.text).toBe(200);
      const published = await mayor('POST', `/api/forms/${made.form}/versions`, { rev: saved.body.rev });
      const wrong = refused.some((act) => act === one.act) && JSON.stringify(next) !== JSON.stringify(form);
      if (wrong) {
        // It is taken back, as an editor would.
        expect([one.act, published.body.code]).toEqual([one.act, 'form-has-errors']);
        expect(published.body.findings).toContainEqual(
          expect.objectContaining({
            code: expect.stringMatching(/^(meaning|type)-changed$/),
            severity: 'error',
          }),
        );
        turnedDown.add(one.act);
        continue;
      }
      expect([one.act, published.body.code]).toEqual([
        one.act,
        published.status === 200 ? undefined : 'nothing-changed',
      ]);
      form = next;
      for (const question of next.questions) ever.set(question.id, question);
      if (published.status === 200) newest = published.body.number;
    }
  }
  return { run, seen, answered, accepted };
}

interface Item {
  question: string;
  bars: { key: string; n: number }[];
  others: { n: number | null } | null;
}

test(`${sequences} sequences of edits between submissions: counts of each id are what residents saw`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 30 }), async (steps) => {
      const { run, seen, answered, accepted } = await live(steps);
      const row = await city.db
        .prepare(
          'SELECT t.n, t.counts FROM campaign c JOIN tally t ON t.campaign = c.id AND t.unit = c.unit WHERE c.id = ?1',
        )
        .bind(run.id)
        .first<{ n: number; counts: string }>();
      expect(row?.n ?? 0).toBe(accepted);
      const counts: Record<string, Record<string, number>> = JSON.parse(row?.counts ?? '{}');
      const counted = Object.fromEntries(
        Object.entries(counts).map(([question, keys]) => [
          question,
          Object.fromEntries(Object.entries(keys).filter(([key, n]) => !key.startsWith('_') && n !== 0)),
        ]),
      );
      // Zero of people is a figure, and counted like any other.
      expect(counted).toEqual(seen);
      if (accepted < 5) return;
      // The card tells of each of them, whatever became of its question and its option since: by itself, or, where that
      // would tell what few people chose, with others.
      const card = (await city.as('mayor')('GET', `/api/campaigns/${run.id}/units/city/scorecard`)).body;
      const items: Item[] = card.items;
      for (const { question, bars, others } of items) {
        const given = seen[question] ?? {};
        const shown = bars.filter(({ n }) => n > 0);
        for (const { key, n } of shown) expect([question, key, n]).toEqual([question, key, given[key]]);
        const closed = others === null ? 0 : others.n;
        const sum = (counts: readonly number[]) => counts.reduce((all, n) => all + n, 0);
        if (closed !== null)
          expect([question, sum(shown.map(({ n }) => n)) + closed]).toEqual([
            question,
            sum(Object.values(given)),
          ]);
      }
      const told = items.map(({ question }) => question);
      for (const [question, n] of answered) if (n >= 5) expect(told).toContain(question);
    }),
    { numRuns: sequences, endOnFailure: true },
  );
  expect([...turnedDown].sort()).toEqual([...refused].sort());
}, 900_000);
