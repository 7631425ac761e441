// Client and server agree on every definition and every answer set: what one accepts the other accepts, with the same
// canonical answers, the same dropped questions and the same problems. Three sides: a browser (schema/form/compile.ts
// in a Chromium, bundled like the fill page: web/fill's own bundle lets nothing be called from outside), the plain form
// post of a page without JavaScript, and JSON to the built Worker in workerd. Nothing is compared with itself in Node.
import * as esbuild from 'esbuild';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import { tsconfigRaw } from '../../worker/host/bundle.ts';
import { root } from '../../worker/host/paths.ts';
import { launch } from '../e2e/browser.ts';
import { type City, openCity, responseId } from '../http/city.ts';
import { answersTo, definition } from './sample.ts';

/** Answer sets a definition; each goes as JSON and, as far as a form can hold it, as a form. */
const sets = 10;
const definitions = (process.env.FULL ? 10_000 : 1_000) / sets;

/** What the page says of one set; `given` is what a form was read as. */
interface Verdict {
  given: string;
  answers: string;
  problems: Record<string, unknown>;
  dropped: string[];
}
type Fields = Record<string, string[]>;

const client = `
import './web/fill/old-browsers.ts';
import { compile } from './schema/form/compile.ts';
globalThis.judge = (text) => {
  const { definition, jsons, forms } = JSON.parse(text);
  const form = compile(definition);
  const say = (given) => {
    const { answers, problems, dropped } = form.check(given);
    return { given: JSON.stringify(given), answers: JSON.stringify(answers), problems, dropped };
  };
  return JSON.stringify({
    jsons: jsons.map(say),
    forms: forms.map((values) => say(form.read((name) => values[name] ?? []))),
  });
};`;

let city: City;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), launch()]);
  const built = await esbuild.build({
    stdin: { contents: client, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: ['chrome80', 'ios14', 'safari14'],
    supported: { destructuring: true, 'optional-chain': true },
    minify: true,
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw,
  });
  page = await browser.newPage();
  await page.addScriptTag({ content: built.outputFiles[0]?.text ?? '' });
});
afterAll(async () => {
  await browser.close();
  await city.close();
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const scalar = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** Answers as somebody would fill them into a page, as far as a page can hold them. */
function fieldsOf({ questions }: Definition, answers: Readonly<Record<string, unknown>>): Fields {
  const fields: Fields = {};
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined) fields[name] = [...(fields[name] ?? []), value];
  };
  for (const { id, type } of questions) {
    const answer = answers[id];
    if (type.startsWith('matrix') && isRecord(answer)) {
      for (const [row, cell] of Object.entries(answer)) put(`${id}:${row}`, scalar(cell));
      continue;
    }
    for (const one of Array.isArray(answer) ? answer : [answer]) {
      put(id, scalar(isRecord(one) ? one.id : one));
      if (isRecord(one)) put(`${id}:${one.id}`, scalar(one.text));
    }
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

async function agree({ definition, given }: { definition: Definition; given: Record<string, unknown>[] }) {
  const { form } = await city.publishForm(definition);
  const { id: campaign, slug } = await city.openCampaign(form);
  const opened = (await city.anyone('GET', `/api/fill/${slug}`)).body;
  const forms = given.map((answers) => fieldsOf(opened.definition, answers));
  const judged: { jsons: Verdict[]; forms: Verdict[] } = JSON.parse(
    await page.evaluate(
      (text) => (globalThis as unknown as { judge(text: string): string }).judge(text),
      JSON.stringify({ definition: opened.definition, jsons: given, forms }),
    ),
  );
  const expected = new Map<string, string>();
  const asJson = async (id: string, verdict: Verdict) => {
    const body = `{"version":1,"unit":"b1","answers":${verdict.given}}`;
    const reply = await city.anyone('PUT', `/api/campaigns/${slug}/responses/${id}`, body, from());
    if (Object.keys(verdict.problems).length > 0) {
      expect({ status: reply.status, problems: reply.body.problems }).toEqual({
        status: 422,
        problems: verdict.problems,
      });
      return;
    }
    expect({ status: reply.status, dropped: reply.body.dropped, code: reply.body.code }).toEqual({
      status: 200,
      dropped: verdict.dropped,
      code: undefined,
    });
    expected.set(id, verdict.answers);
  };
  const asForm = async (id: string, fields: Fields, verdict: Verdict) => {
    const body = new URLSearchParams([
      ['.version', '1'],
      ['.unit', 'b1'],
      ['.response', id],
      ['.do', 'send'],
      ...Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])),
    ]).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await city.anyone('POST', `/f/${slug}`, body, { ...type, ...from() });
    const wrong = Object.keys(verdict.problems);
    expect(reply.status, reply.text.slice(0, 200)).toBe(wrong.length > 0 ? 422 : 200);
    // The link leads to the question, or to its first row without an answer.
    const summary = /id="wrong"[\s\S]*?<\/ul>/.exec(reply.text)?.[0] ?? '';
    const named = [...summary.matchAll(/href="#q-(q\d+)(?:\.r\d+)?"/g)].map(([, question]) => question);
    expect(new Set(named)).toEqual(new Set(wrong));
    // The same answers as JSON under the same id: one row, one receipt, or the same problems.
    await asJson(id, verdict);
  };
  await Promise.all(
    given.map(async (_, index) => {
      const json = judged.jsons[index];
      const plain = judged.forms[index];
      if (!json || !plain) throw new Error('the page judged fewer sets than it was given');
      await asJson(responseId(), json);
      await asForm(responseId(), forms[index] ?? {}, plain);
    }),
  );
  const { results } = await city.db
    .prepare('SELECT id, answers FROM response WHERE campaign = ?1')
    .bind(campaign)
    .all<{ id: string; answers: string }>();
  expect(Object.fromEntries(results.map((row) => [row.id, row.answers]))).toEqual(
    Object.fromEntries(expected),
  );
}

test(`${definitions * sets} answer sets to ${definitions} definitions: the browser, the plain form and the Worker agree`, async () => {
  await fc.assert(fc.asyncProperty(cases, agree), { numRuns: definitions });
}, 900_000);
