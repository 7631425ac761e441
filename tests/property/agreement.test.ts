// Client and server agree on every form and every answer set: what one accepts the other accepts, with the same canonical
// answers, the same dropped questions, the same problems and the same end. Three sides: the script that residents load,
// with its chunks, in a Chromium; the plain form post of a page without JavaScript; and JSON to the built Worker in
// workerd. Nothing is compared with itself in Node.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRecord } from '../../schema/fields/field.ts';
import { fieldOf } from '../../schema/fields/registry.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import type { FillFacts } from '../../worker/host/fill-bundle.ts';
import { fillFactsFile } from '../../worker/host/paths.ts';
import { launch } from '../e2e/browser.ts';
import { openSite, type Site } from '../e2e/site.ts';
import { responseId } from '../http/city.ts';
import { everyType } from '../unit/every-type.ts';
import { answersTo, definition } from './random-forms.ts';

/** Answer sets a form; each goes as JSON and, as far as a form can hold it, as a form. */
const sets = 50;
const definitions = (process.env.FULL ? 100_000 : 2_500) / sets;

/** What the page says of one set; `given` is what a form was read as. */
interface Verdict {
  given: string;
  answers: string;
  problems: Record<string, unknown>;
  dropped: string[];
  /** titles of the answered questions as this resident meets them */
  titles: string[];
  end: { title?: string; text?: string; refuses?: boolean };
}
type Fields = Record<string, string[]>;
interface Asked {
  definition: Definition;
  opens: number;
  sets: { id: string; given?: unknown; fields?: Fields }[];
}

/** Run on the page: a text, so that nothing of the tests' own tools gets into it. */
const judge = (compile: string, readerOf: string) => `(async () => {
  const script = document.querySelector('script[type=module]').getAttribute('src');
  const { ${compile}: compile, ${readerOf}: readerOf } = await import(script);
  globalThis.judge = (text) => {
    const { definition, opens, sets } = JSON.parse(text);
    const form = compile(definition);
    return JSON.stringify(sets.map(({ id, given, fields }) => {
      if (fields) given = form.read(readerOf(fields));
      const { answers, problems, dropped, asked, end } = form.check(given, { opens, seed: id });
      const titles = asked.filter(({ id }) => Object.hasOwn(answers, id)).map(({ title }) => title);
      return { given: JSON.stringify(given), answers: JSON.stringify(answers), problems, dropped, titles, end };
    }));
  };
})()`;

let site: Site;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), launch()]);
  page = await browser.newPage();
  // A page that uses every type and the rules loads every chunk.
  const { form } = await site.publishForm({
    ...everyType,
    questions: everyType.questions.map((one) =>
      one.id === 'single' ? { ...one, shuffle: true } : one,
    ) as Definition['questions'],
  });
  const { slug } = await site.openCampaign(form);
  await page.goto(`${site.origin}/f/${slug}?u=b1`);
  await page.waitForSelector('h1.progress');
  const { names }: FillFacts = JSON.parse(readFileSync(fillFactsFile, 'utf8'));
  await page.evaluate(judge(names.compile ?? '', names.readerOf ?? ''));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const judged = async (asked: Asked): Promise<Verdict[]> =>
  JSON.parse(
    await page.evaluate(
      (text) => (globalThis as unknown as { judge(text: string): string }).judge(text),
      JSON.stringify(asked),
    ),
  );

const scalar = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** Answers as somebody would fill them into a page, as far as a page can hold them; what is wrong, by its first words. */
function fieldsOf({ questions }: Definition, answers: Readonly<Record<string, unknown>>): Fields {
  const fields: Fields = {};
  for (const question of questions) {
    const answer = answers[question.id];
    if (answer === undefined) continue;
    const field = fieldOf(question);
    const checked = field.check(answer, question);
    if (checked.ok) {
      Object.assign(fields, field.write(checked.value, question));
      continue;
    }
    // A file that was never sent is no answer that the page alone can judge.
    if (field.limits) continue;
    const parts = Array.isArray(answer) ? answer : [answer];
    const words = parts.flatMap((part) => scalar(isRecord(part) ? part.id : part) ?? []);
    // Half of a character cannot be typed.
    if (words.length > 0) fields[question.id] = words.map((one) => one.replace(/[\ud800-\udfff]/gu, '?'));
  }
  return fields;
}

const publishable = definition.filter((one) => lint(one).every((finding) => finding.severity !== 'error'));
const cases = publishable.chain((one) =>
  fc.record({
    definition: fc.constant(one),
    given: fc.array(answersTo(one), { minLength: sets, maxLength: sets }),
  }),
);

let senders = 0;
const from = () => ({
  'cf-connecting-ip': `10.${(++senders >> 16) & 255}.${(senders >> 8) & 255}.${senders & 255}`,
});

/** Text of an element as it stands in the source of a page. */
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

async function agree({ definition, given }: { definition: Definition; given: Record<string, unknown>[] }) {
  const { form } = await site.publishForm(definition);
  const { id: campaign, slug } = await site.openCampaign(form);
  const opened = (await site.anyone('GET', `/api/fill/${slug}`)).body;
  const { opensAt: opens } = opened.facts;
  const unit = (await site.anyone('GET', `/api/fill/${slug}/units?search=b1`)).body.units[0];
  const home = { id: unit.id, name: `${unit.above} ${unit.name}`.trim(), room: '302' };
  const answers = given.map((one) =>
    Object.fromEntries(Object.entries(one).map(([id, value]) => [id, value === 'a unit' ? home : value])),
  );
  const asJsons = answers.map((one) => ({ id: responseId(), given: one }));
  const asForms = answers.map((one) => ({ id: responseId(), fields: fieldsOf(opened.definition, one) }));
  const verdicts = await judged({ definition: opened.definition, opens, sets: [...asJsons, ...asForms] });
  const expected = new Map<string, string>();

  const sendJson = async (id: string, verdict: Verdict) => {
    const body = `{"version":1,"unit":"b1","answers":${verdict.given}}`;
    const reply = await site.anyone('PUT', `/api/campaigns/${slug}/responses/${id}`, body, from());
    const said = {
      status: reply.status,
      code: reply.body.code,
      problems: reply.body.problems,
      dropped: reply.body.dropped,
    };
    if (verdict.end.refuses) return expect(said).toMatchObject({ status: 422, code: 'not-meant' });
    if (Object.keys(verdict.problems).length > 0)
      return expect(said).toMatchObject({ status: 422, code: 'answers-wrong', problems: verdict.problems });
    expect(said).toMatchObject({ status: 200, code: undefined, dropped: verdict.dropped });
    expected.set(id, verdict.answers);
  };
  const sendForm = async (id: string, fields: Fields, verdict: Verdict) => {
    const post = (step: string) =>
      site.anyone(
        'POST',
        `/f/${slug}`,
        new URLSearchParams([
          ['.version', '1'],
          ['.unit', 'b1'],
          ['.response', id],
          ['.do', step],
          ...Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])),
        ]).toString(),
        { 'content-type': 'application/x-www-form-urlencoded', ...from() },
      );
    const wrong = verdict.end.refuses ? [] : Object.keys(verdict.problems);
    const check = await post('check');
    expect(check.status, check.text.slice(0, 200)).toBe(wrong.length > 0 ? 422 : 200);
    // The link leads to the question, or to the part of it that is wrong.
    const summary = /id="wrong"[\s\S]*?<\/ul>/.exec(check.text)?.[0] ?? '';
    const named = [...summary.matchAll(/href="#q-([a-z0-9]+)[^"]*"/g)].map(([, question]) => question);
    expect(new Set(named)).toEqual(new Set(wrong));
    if (wrong.length === 0 && !verdict.end.refuses) {
      const list = /<dl class="answers">([\s\S]*?)<\/dl>/.exec(check.text)?.[1] ?? '';
      const titles = [...list.matchAll(/<dt>([\s\S]*?)<\/dt>/g)].map(([, title]) => plain(title ?? ''));
      expect(titles).toEqual(verdict.titles);
      expect((await post('send')).status).toBe(200);
    }
    // The same answers as JSON under the same id: one row, one receipt, or the same problems.
    await sendJson(id, verdict);
  };
  await Promise.all([
    ...asJsons.map(({ id }, at) => sendJson(id, verdicts[at] as Verdict)),
    ...asForms.map(({ id, fields }, at) => sendForm(id, fields, verdicts[asJsons.length + at] as Verdict)),
  ]);
  const { results } = await site.db
    .prepare('SELECT id, answers FROM response WHERE campaign = ?1')
    .bind(campaign)
    .all<{ id: string; answers: string }>();
  expect(Object.fromEntries(results.map((row) => [row.id, row.answers]))).toEqual(
    Object.fromEntries(expected),
  );
}

test(`${definitions * sets} answer sets to ${definitions} forms: the browser, the plain form and the Worker agree`, async () => {
  await fc.assert(fc.asyncProperty(cases, agree), { numRuns: definitions, endOnFailure: true });
}, 1_800_000);
