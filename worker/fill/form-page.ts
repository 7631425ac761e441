// The form as a page: opened with a fresh response id, posted to be checked, shown to be read again, sent.
// Nothing is kept between these steps but what the form itself carries.
import type { Facts, FillUnit } from '../../schema/api/fill.ts';
import type { Frame, Stop } from '../../schema/api/page.ts';
import type { ProblemCode } from '../../schema/api/problem.ts';
import { compile } from '../../schema/form/compile.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { encodeId } from '../../schema/ids.ts';
import type { Call } from '../http/context.ts';
import { slowFlood } from '../http/flood.ts';
import { refusalOf } from '../http/problem.ts';
import { Refusal } from '../http/refusal.ts';
import { deviceEntry } from './device.ts';
import { linkValues } from './link-values.ts';
import { liveCounts } from './live.ts';
import { fillUnitOf, findUnits, openForm, openVersion, unitByCode } from './open.ts';
import type { Page } from './pages.ts';
import { type PlainForm, readPlainForm } from './plain-form.ts';
import { pageStatus, sentenceOf, waitAs } from './problem-page.ts';
import { runOf } from './published.ts';
import { submit } from './submit.ts';
import { inTongue } from './tongue.ts';
import { frameOf, lastUnit, type PageContext, rememberUnit } from './visit.ts';

/** As the browser would mint it: 120 bits. */
const newResponseId = () => encodeId(crypto.getRandomValues(new Uint8Array(24)));

const safeCode = (code: string | undefined) =>
  code !== undefined && /^[A-Za-z0-9-]{1,20}$/.test(code) ? code : undefined;

const unitOf = ({ id, name, above }: FillUnit) => ({ id, name, above });

/** The building that this visit is for; undefined when the resident has to choose. */
async function findUnit(c: PageContext, call: Call, slug: string): Promise<FillUnit | undefined> {
  const { b, u } = c.req.query();
  if (u !== undefined) return fillUnitOf(call, slug, u);
  if (b !== undefined) return unitByCode(call, slug, b);
  const last = lastUnit(c);
  const remembered = last === undefined ? undefined : await fillUnitOf(call, slug, last);
  if (remembered) return remembered;
  const { units } = await findUnits(call, slug, {});
  return units.length === 1 ? units[0] : undefined;
}

/** Said at the start, so that nobody answers everything in vain; the rule itself is held by submit. */
async function hasTakenPart(c: PageContext, call: Call, slug: string): Promise<boolean> {
  const entry = await deviceEntry(c, slug);
  if (entry === undefined) return false;
  const found = await call.db
    .prepare(
      'SELECT 1 FROM participation WHERE campaign = (SELECT id FROM campaign WHERE slug = ?1) AND entry = ?2',
    )
    .bind(slug, entry)
    .first();
  return found !== null;
}

/** The form, or why it cannot be filled in now; undefined when the building has to be chosen first. */
export async function formPage(c: PageContext, call: Call, slug: string): Promise<Page | undefined> {
  const [opened, around, { campaign }] = await Promise.all([
    openForm(call, slug),
    frameOf(c, call, slug),
    runOf(call.db, slug),
  ]);
  const {
    frame,
    met: { facts, definition },
  } = inTongue(c, around, opened);
  const brought = linkValues(c, slug, definition);
  const code = safeCode(c.req.query('b'));
  if (facts.phase !== 'open') return { model: { ...frame, demo: facts.demo, page: 'stopped', facts, code } };
  if (facts.perDevice && (await hasTakenPart(c, call, slug)))
    return { model: { ...frame, demo: facts.demo, page: 'stopped', facts, code, taken: true } };
  const unit = await findUnit(c, call, slug);
  if (!unit?.answers) return undefined;
  rememberUnit(c, unit.id);
  const response = newResponseId();
  return {
    model: {
      ...frame,
      demo: facts.demo,
      page: 'fill',
      facts,
      definition,
      unit: unitOf(unit),
      response,
      seed: response,
      live: await liveCounts(call.db, definition, campaign),
      values: brought,
      problems: {},
      code,
    },
  };
}

/** What a post of the form is about. */
interface Post {
  frame: Frame;
  facts: Facts;
  definition: Definition;
  unit: { id: string; name: string; above: string };
  response: string;
  seed: string;
  code: string | undefined;
  form: PlainForm;
}

async function readPost(c: PageContext, call: Call, slug: string): Promise<Post> {
  const form = await readPlainForm(c.req.raw);
  const [{ facts: now }, around, { definition: filled }, unit] = await Promise.all([
    openForm(call, slug),
    frameOf(c, call, slug),
    openVersion(call, slug, Number(form.own('version'))),
    fillUnitOf(call, slug, form.own('unit')),
  ]);
  // The version that was filled in goes on being the version that is sent.
  const {
    frame,
    met: { facts, definition },
  } = inTongue(c, around, {
    facts: { ...now, version: Number(form.own('version')) },
    definition: filled,
  });
  const sent = form.own('response');
  const response = /^[a-z0-9]{20,32}$/.test(sent) ? sent : newResponseId();
  return {
    frame: { ...frame, demo: facts.demo },
    facts,
    definition,
    unit: unit ? unitOf(unit) : { id: form.own('unit').slice(0, 32), name: '', above: '' },
    response,
    seed: response,
    code: safeCode(form.own('code') || undefined),
    form,
  };
}

/** What a letter is refused for: another code may be typed. */
const letterCodes: readonly ProblemCode[] = [
  'letter-needed',
  'letter-unknown',
  'letter-revoked',
  'letter-elsewhere',
  'entry-struck',
];
const again = new Set<ProblemCode>([
  'too-many',
  'unavailable',
  'internal',
  'paused',
  'not-open-yet',
  ...letterCodes,
]);
const elsewhere: Partial<Record<ProblemCode, Stop['to']>> = {
  'unit-unknown': 'choose',
  'other-answers': 'receipt',
  'already-taken-part': 'receipt',
  withdrawn: 'receipt',
};

export async function answerPost(c: PageContext, call: Call, slug: string): Promise<Page> {
  const post = await readPost(c, call, slug);
  const { frame, form, ...filling } = post;
  const { definition, facts, unit, response, code } = filling;
  const { campaign } = await runOf(call.db, slug);
  const live = await liveCounts(call.db, definition, campaign);
  const compiled = compile(definition);
  const given = compiled.read(form.reader);
  const outcome = compiled.check(given, { opens: facts.opensAt, seed: response, live });
  const step = form.own('do');
  const letter = form.own('letter').slice(0, 60);
  // `mend`: large type or the language is switched on a page of mistakes, which stay named.
  if (step === 'edit' || step === 'mend') {
    const problems = step === 'mend' ? outcome.problems : {};
    return { model: { ...frame, ...filling, page: 'fill', live, values: form.values, problems } };
  }
  // Whom the form is not meant for is told so before anything is complained about.
  if (Object.keys(outcome.problems).length > 0 && !outcome.end.refuses)
    return {
      model: { ...frame, ...filling, page: 'fill', live, values: form.values, problems: outcome.problems },
      status: 422,
    };
  const check = (stop?: Stop): Page['model'] => ({
    ...frame,
    ...filling,
    page: 'check',
    values: form.values,
    outcome,
    stop,
    letter,
  });
  if (step !== 'send' || outcome.end.refuses) return { model: check() };
  try {
    slowFlood(c, call.now);
    const reader = { ...call, language: frame.language, tongue: frame.tongue };
    const sending = submit(reader, {
      slug,
      response,
      version: facts.version,
      unit: unit.id,
      answers: given,
      device: await deviceEntry(c, slug),
      letter: letter.trim() === '' ? undefined : letter,
    });
    // Others may go in the same batch: it goes through although this sender hangs up.
    c.executionCtx.waitUntil(sending.catch(() => {}));
    const receipt = await sending;
    const { end, asked, answers } = outcome;
    return { model: { ...frame, page: 'sent', facts, definition, end, asked, answers, receipt, code } };
  } catch (thrown) {
    const refusal = thrown instanceof Refusal ? thrown : refusalOf(thrown);
    waitAs(c, refusal);
    const { problems, live: now = live } = refusal.details;
    if (problems)
      return {
        model: { ...frame, ...filling, page: 'fill', live: now, values: form.values, problems },
        status: 422,
      };
    return {
      model: check({
        title: sentenceOf(refusal, call),
        again: again.has(refusal.code),
        to: elsewhere[refusal.code],
      }),
      status: pageStatus(refusal.code),
    };
  }
}
