// A form as residents will see it, by the residents' own page: a saved draft for the pane beside it, or a form that is
// nowhere stored yet (a template, before it is taken). It is shown in the language that is asked for here (`in`), which is
// not remembered for the residents' pages on this device. Nothing is sent.
import { render } from '#fill/render';
import { editors, readers } from '../../schema/api/endpoint.ts';
import type { Facts } from '../../schema/api/fill.ts';
import { type Definition, definitionShape } from '../../schema/form/definition.ts';
import { lint } from '../../schema/form/lint.ts';
import { localize, ownTongue, tonguesOf } from '../../schema/form/localize.ts';
import { minutesOf } from '../../schema/form/minutes.ts';
import { blankTitle, untitled } from '../../schema/form/placeholders.ts';
import { showable } from '../../schema/form/showable.ts';
import { fillIn } from '../../schema/words/language.ts';
import { problemWords } from '../../schema/words/problems.ts';
import { interfaceOf } from '../../schema/words/tongues.ts';
import { problemPage } from '../fill/problem-page.ts';
import { frameOf, type PageContext, pageCall } from '../fill/visit.ts';
import { readText } from '../http/body.ts';
import type { Call } from '../http/context.ts';
import { slowFlood } from '../http/flood.ts';
import { htmlResponse } from '../http/html.ts';
import { authorize } from '../http/policy.ts';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/route.ts';
import { settingsOf } from '../settings/read.ts';
import { readUnit } from '../units/read-units.ts';
import { mustReadForm } from './draft.ts';
import { previewedForm } from './preview-links.ts';
import type { FormRow } from './store.ts';

const week = 7 * 86_400_000;
/** Bytes of a posted definition; Chinese takes nine a character in a form post. */
const postedLimit = 1_048_576;

interface Shown {
  definition: Definition;
  kind: Facts['kind'];
  version: number;
  unit: { id: string; name: string; path: string };
}

export function formPreview(app: App): void {
  app.get('/staff/preview/:form', async (c) => {
    const call = pageCall(c);
    await authorize(c, call, readers('form'), c.req.param(), 'previewForm');
    return draftPage(c, call, await mustReadForm(call.db, c.req.param('form')));
  });

  // The secret of a link comes in the body; what it shows stands in a frame of the page that took it from the address.
  app.post('/p', async (c) => {
    const call = pageCall(c);
    try {
      slowFlood(c, call.now);
      const sent = new URLSearchParams(await readText(c.req.raw, 200));
      return await draftPage(c, call, await previewedForm(call, sent.get('token') ?? ''));
    } catch (thrown) {
      return problemPage(c, thrown, true);
    }
  });

  // By an ordinary form post, so that the browser opens it as a page of its own.
  app.post('/staff/preview/unit/:unit', async (c) => {
    const call = pageCall(c);
    await authorize(c, call, editors('unit'), c.req.param(), 'previewNew');
    const sent = new URLSearchParams(await readText(c.req.raw, postedLimit));
    const unit = await readUnit(call.db, c.req.param('unit'));
    return previewPage(c, call, { definition: posted(sent), kind: 'survey', version: 1, unit });
  });
}

const draftPage = (c: PageContext, call: Call, row: FormRow) => {
  const definition = definitionShape().parse(JSON.parse(row.draft));
  return previewPage(c, call, {
    definition: definition.title === blankTitle ? { ...definition, title: untitled } : definition,
    kind: row.kind,
    version: row.version + 1,
    unit: { id: row.unit, name: row.unit_name, path: row.path },
  });
};

/** @throws Refusal bad-json, bad-input */
function posted(sent: URLSearchParams): Definition {
  let given: unknown;
  try {
    given = JSON.parse(sent.get('definition') ?? '');
  } catch {
    throw new Refusal('bad-json');
  }
  const parsed = definitionShape().safeParse(given);
  if (!parsed.success)
    throw new Refusal('bad-input', { where: parsed.error.issues[0]?.path.map(String).join('.') || '—' });
  return parsed.data;
}

async function previewPage(c: PageContext, call: Call, { kind, version, unit, ...shown }: Shown) {
  const own = ownTongue(shown.definition);
  const tongue = tonguesOf(shown.definition).find((one) => one === c.req.query('in')) ?? own;
  const language = tongue === own ? call.language : interfaceOf(tongue);
  const frame = { ...(await frameOf(c, call)), language, tongue };
  // Mistakes are better seen than hidden; what makes a page impossible is left out, and the builder says why.
  const findings = lint(shown.definition);
  const { definition: whole } = showable(shown.definition, findings);
  if (!whole) {
    const errors = findings.filter((finding) => finding.severity === 'error');
    const title = fillIn(problemWords[call.language]['form-has-errors'], { count: errors.length });
    return htmlResponse(c, render({ ...frame, page: 'problem', status: 409, title }), 409, true);
  }
  const definition = localize(whole, tongue, language);
  const { settings } = await settingsOf(call.db, unit.path.split('/')[1] ?? '');
  const facts: Facts = {
    slug: '',
    kind,
    title: definition.title,
    phase: 'open',
    opensAt: call.now,
    closesAt: call.now + week,
    organiser: settings.organiser || unit.name,
    phone: settings.phone,
    named: false,
    access: 'anyone',
    perDevice: false,
    keepDays: 365,
    care: false,
    thanks: '',
    minutes: minutesOf(definition),
    version,
    liveResult: false,
    place: unit.name,
    demo: frame.demo,
  };
  const page = {
    page: 'fill',
    facts,
    definition,
    unit: { id: unit.id, name: unit.name, above: '' },
    response: '',
    seed: '',
    values: {},
    problems: {},
  } as const;
  return htmlResponse(c, render({ ...frame, ...page, preview: true }), 200, true);
}
