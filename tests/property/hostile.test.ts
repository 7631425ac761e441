// Answers that no page sends: wrong types, options of other questions, keys of prototypes, huge lists, halves of characters,
// numbers that are none, nesting without end. Not one is accepted, none brings the Worker down, and each is refused by a
// stable code.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problems } from '../../schema/api/problem.ts';
import { fieldOf } from '../../schema/fields/registry.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { answerWords } from '../../schema/words/answers.ts';
import { type City, openCity, responseId } from '../http/city.ts';
import { everyAnswer, everyType } from '../unit/every-type.ts';

const runs = process.env.FULL ? 100_000 : 4_000;

const definition: Definition = { ...everyType, layout: 'pages' };
const asked = definition.questions.filter((question) => fieldOf(question).asks);

let city: City;
let slug: string;
let campaign: string;
beforeAll(async () => {
  city = await openCity();
  const { form } = await city.publishForm(definition);
  ({ slug, id: campaign } = await city.openCampaign(form));
});
afterAll(() => city.close());

/** JSON, and what is none, that is no answer of any type. */
const poison: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('true', 'false', '[[]]', '[null]', '[true]', '[{}]', '{"zz":{}}', '{"id":["a"]}'),
  fc.constantFrom(
    '{"__proto__":{"a":1}}',
    '{"constructor":"a"}',
    '{"toString":1}',
    '{"hasOwnProperty":["a"]}',
  ),
  fc.constantFrom('"\\ud800"', '"a\\udfff"', '["\\ud83d"]', '{"id":"other","text":"\\ud800"}'),
  fc.constantFrom('1e400', '-1e400', '1e308', '-1e21', '0.1e-300', '9007199254740993'),
  fc.constantFrom('NaN', 'Infinity', 'undefined', '01', "'a'", '{a:1}', '[1,]', '"\u0000"'),
  fc.integer({ min: 500, max: 4000 }).map((n) => `[${Array(n).fill('"a"').join()}]`),
  fc.integer({ min: 4000, max: 9000 }).map((n) => JSON.stringify('甲'.repeat(n))),
  fc
    .integer({ min: 300, max: 1000 })
    .map((n) => JSON.stringify(Object.fromEntries(Array.from({ length: n }, (_, at) => [`k${at}`, 1])))),
  fc.integer({ min: 2, max: 5000 }).map((n) => `${'['.repeat(n)}${']'.repeat(n)}`),
  fc.integer({ min: 2, max: 5000 }).map((n) => `${'{"a":'.repeat(n)}1${'}'.repeat(n)}`),
);
/** An answer that is right, but for another question; or any object. */
const foreign = (question: Question) =>
  fc
    .oneof(
      fc
        .constantFrom(...asked.filter(({ type }) => type !== question.type))
        .map(({ id }) => JSON.stringify(everyAnswer[id])),
      fc.json({ maxDepth: 4 }).filter((text) => /^[[{]./.test(text)),
    )
    // Some answers fit more than one type.
    .filter((text) => !fieldOf(question).check(JSON.parse(text), question).ok);

const attack = fc
  .constantFrom(...asked)
  .chain((question) =>
    fc
      .oneof({ weight: 4, arbitrary: poison }, { weight: 1, arbitrary: foreign(question) })
      .map((text) => ({ question: question.id, text })),
  );
const strangers = fc
  .constantFrom(
    'nobody',
    '__proto__',
    'constructor',
    'toString',
    '',
    '_quota',
    'q'.repeat(200),
    '题',
    'single ',
  )
  .map((question) => ({ question, text: '"a"' }));

const codes = new Set<string>(Object.keys(problems));
const words = new Set<string>(Object.keys(answerWords.zh));
let sent = 0;

async function refuses({ question, text }: { question: string; text: string }) {
  const others = Object.entries(everyAnswer)
    .filter(
      ([id]) =>
        id !== question && asked.some((one) => one.id === id && !fieldOf(one).limits && one.type !== 'unit'),
    )
    .map(([id, value]) => `${JSON.stringify(id)}:${JSON.stringify(value)}`);
  const body = `{"version":1,"unit":"b1","answers":{${[...others, `${JSON.stringify(question)}:${text}`].join()}}}`;
  const reply = await city.anyone('PUT', `/api/campaigns/${slug}/responses/${responseId()}`, body, {
    'cf-connecting-ip': `10.9.${(++sent >> 8) & 255}.${sent & 255}`,
  });
  expect([400, 413, 422], `${reply.status} ${reply.text.slice(0, 300)}`).toContain(reply.status);
  expect(codes).toContain(reply.body.code);
  if (reply.status !== 422) return;
  expect(Object.keys(reply.body.problems).length).toBeGreaterThan(0);
  for (const problem of Object.values<{ code: string }>(reply.body.problems))
    expect(words).toContain(problem.code);
}

test(`${runs} hostile answers: none is accepted, each is refused by a known code`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 9, arbitrary: attack }, { weight: 1, arbitrary: strangers }), {
        minLength: 20,
        maxLength: 20,
      }),
      async (attacks) => {
        await Promise.all(attacks.map(refuses));
      },
    ),
    { numRuns: runs / 20, endOnFailure: true },
  );
  const stored = await city.db
    .prepare('SELECT count(*) AS n FROM response WHERE campaign = ?1')
    .bind(campaign)
    .first<{ n: number }>();
  expect(stored?.n).toBe(0);
  // Still there, and still counting.
  expect((await city.anyone('GET', '/api/health')).status).toBe(200);
}, 900_000);
