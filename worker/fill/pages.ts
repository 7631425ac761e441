// Residents' pages as HTML: each reads what was asked, calls the acts, and hands a model to the renderer. Every one
// works by links and plain form posts alone; the script on the page only makes it quicker.
import { render } from '#fill/render';
import type { PageModel } from '../../schema/api/page.ts';
import { fieldOf } from '../../schema/fields/registry.ts';
import type { Definition } from '../../schema/form/definition.ts';
import type { Call } from '../http/context.ts';
import { permissions } from '../http/headers.ts';
import { htmlResponse } from '../http/html.ts';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/route.ts';
import { steppedResult } from '../scorecards/result.ts';
import { buildingPage } from './building.ts';
import { choosePage } from './choose-page.ts';
import { markDevice } from './device.ts';
import { answerPost, formPage } from './form-page.ts';
import { openForm } from './open.ts';
import { problemPage } from './problem-page.ts';
import { runOf } from './published.ts';
import { answerReceiptPost } from './receipt-page.ts';
import { inTongue } from './tongue.ts';
import { frameOf, type PageContext, pageCall } from './visit.ts';

type PageStatus = Parameters<typeof htmlResponse>[2];
/** What a page answers with: its model, and a status other than 200 when something was refused. */
export interface Page {
  model: PageModel;
  status?: PageStatus;
}

const sensesOf = ({ questions }: Definition) =>
  new Set(questions.flatMap((question) => fieldOf(question).sense ?? []));

/** A page as the answer to a browser. */
export function respond(c: PageContext, { model, status }: Page): Response | Promise<Response> {
  if (model.page === 'fill') c.header('permissions-policy', permissions(sensesOf(model.definition)));
  return htmlResponse(c, render(model), status);
}

export function fillPages(app: App): void {
  const page = (
    method: 'GET' | 'POST',
    path: string,
    make: (c: PageContext, call: Call) => Promise<Page | Response>,
  ) =>
    app.on(method, path, async (c) => {
      try {
        const made = await make(c, pageCall(c));
        if (made instanceof Response) return made;
        // The browser's back button returns to a step of the plain form with what was filled in. Everything else is
        // not stored: a form has a fresh response id each time, a receipt shows answers.
        const step = method === 'POST' && (made.model.page === 'check' || made.model.page === 'fill');
        if (step) c.header('cache-control', 'private, no-cache');
        return await respond(c, made);
      } catch (thrown) {
        return problemPage(c, thrown);
      }
    });

  page('GET', '/', async (c, call) => ({ model: { ...(await frameOf(c, call)), page: 'landing' } }));

  page('GET', '/f/:slug', async (c, call) => {
    const asked = c.req.query();
    const slug = c.req.param('slug') ?? '';
    markDevice(c);
    const chooses = ['choose', 'search', 'parent'].some((name) => asked[name] !== undefined);
    return (chooses ? undefined : await formPage(c, call, slug)) ?? choosePage(c, call, slug);
  });
  page('POST', '/f/:slug', (c, call) => answerPost(c, call, c.req.param('slug') ?? ''));

  page('GET', '/f/:slug/privacy', async (c, call) => {
    const slug = c.req.param('slug') ?? '';
    const [{ facts, definition }, frame] = await Promise.all([openForm(call, slug), frameOf(c, call, slug)]);
    const personal = definition.questions
      .filter(
        (one) => fieldOf(one).personal || ('options' in one && one.options.some((option) => option.text)),
      )
      .map((one) => one.title);
    return { model: { ...frame, page: 'privacy', facts, personal, words: frame.privacy } };
  });

  page('GET', '/f/:slug/result', async (c, call) => {
    const slug = c.req.param('slug') ?? '';
    const [opened, around, { campaign, unit }] = await Promise.all([
      openForm(call, slug),
      frameOf(c, call, slug),
      runOf(call.db, slug),
    ]);
    const {
      frame,
      met: { facts },
    } = inTongue(c, around, opened);
    if (!facts.liveResult) throw new Refusal('not-found');
    const reader = { ...call, language: frame.language };
    const result = await steppedResult(reader, campaign, unit);
    return { model: { ...frame, demo: facts.demo, page: 'result', facts, result } };
  });

  page('GET', '/r', async (c, call) => ({
    model: { ...(await frameOf(c, call)), page: 'find-receipt', typed: '' },
  }));
  page('POST', '/r', answerReceiptPost);

  // The code typed on the front page becomes the address that the door's picture leads to.
  page('GET', '/b', async (c) => {
    const code = (c.req.query('code') ?? '').replace(/[\s-]/g, '').slice(0, 20);
    return c.redirect(code ? `/b/${encodeURIComponent(code)}` : '/');
  });
  page('GET', '/b/:code', async (c, call) => {
    const code = (c.req.param('code') ?? '').slice(0, 20);
    const frame = await frameOf(c, call);
    const building = await buildingPage(call, code).catch((thrown: unknown) => {
      if (thrown instanceof Refusal && thrown.code === 'not-found' && !thrown.details.replaced)
        return undefined;
      throw thrown;
    });
    if (!building) return { model: { ...frame, page: 'problem', status: 404, title: '', code }, status: 404 };
    return { model: { ...frame, demo: building.demo, page: 'building', code, building } };
  });
}
