// Staff correct an answer on the page that residents fill in, so that every type is corrected by its own control: begun
// with what is stored, with a reason, seen again before it is saved.
import { editors } from '../../schema/api/endpoint.ts';
import type { Correction, Frame } from '../../schema/api/page.ts';
import { compile } from '../../schema/form/compile.ts';
import { correctionStep, type Stored } from '../fill/correction-steps.ts';
import { type CampaignRow, campaignSelect, factsOf } from '../fill/facts.ts';
import { liveCounts } from '../fill/live.ts';
import { type Page, respond } from '../fill/pages.ts';
import { type PlainForm, readPlainForm } from '../fill/plain-form.ts';
import { problemPage, sentenceOf } from '../fill/problem-page.ts';
import { compiled } from '../fill/published.ts';
import { frameOf, type PageContext, pageCall } from '../fill/visit.ts';
import type { StaffCall } from '../http/context.ts';
import { authorize } from '../http/policy.ts';
import { refusalOf } from '../http/problem.ts';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/route.ts';
import { edit } from './change.ts';
import { recordReveal, sensitiveIn } from './masks.ts';
import { mustReadResponse } from './read.ts';
import type { StoredResponse } from './store.ts';

export function correctPage(app: App): void {
  app.on(['GET', 'POST'], '/correct/:campaign/:response', async (c) => {
    try {
      const call = pageCall(c);
      const { campaign, response } = c.req.param();
      const actor = await authorize(c, call, editors('response'), { campaign, response }, 'correctPage');
      const row = await mustReadResponse(call.db, campaign, response);
      const form = c.req.method === 'POST' ? await readPlainForm(c.req.raw) : beginning;
      const made = await correcting(c, { ...call, actor }, row, form);
      return typeof made === 'string' ? c.redirect(made, 303) : await respond(c, made);
    } catch (thrown) {
      return problemPage(c, thrown);
    }
  });
}

/** Opening the page is the first step. */
const beginning: PlainForm = {
  values: {},
  reader: () => [],
  own: (name) => (name === 'do' ? 'correct' : ''),
};

async function storedOf(call: StaffCall, row: StoredResponse): Promise<Stored> {
  const campaign = await call.db
    .prepare(`${campaignSelect} WHERE c.id = ?1`)
    .bind(row.campaign)
    .first<CampaignRow>();
  if (!campaign) throw new Refusal('not-found');
  const { definition } = await compiled(call.db, row.form, row.version);
  return {
    response: row.id,
    facts: { ...factsOf(campaign, definition, call.now), version: row.version },
    definition,
    unit: { id: row.unit, name: row.unit_name },
    answers: JSON.parse(row.answers) as Record<string, unknown>,
  };
}

/** A page, or the address of the answer when there is nothing (more) to do here. */
async function correcting(
  c: PageContext,
  call: StaffCall,
  row: StoredResponse,
  form: PlainForm,
): Promise<Page | string> {
  // Back to the list that staff came from: its branch, and its filter.
  const { pathname, search, searchParams } = new URL(c.req.url);
  const unit = encodeURIComponent(searchParams.get('unit') ?? row.unit);
  const back = `/staff/campaigns/${row.campaign}/answers/${unit}/${row.id}${search}`;
  if (row.state !== 'accepted' || row.erased_at !== null) return back;
  const stored = await storedOf(call, row);
  const begun = form.own('do') === 'correct';
  // The controls show everything that is stored.
  if (begun && sensitiveIn(stored.definition, stored.answers).length > 0) await recordReveal(call, row).run();
  const reason = form.own('reason').trim().slice(0, 200);
  const acts = ['check', 'send'].includes(form.own('do'));
  const correction: Correction = {
    rev: begun ? row.rev : Number(form.own('rev')),
    action: pathname + search,
    staff: { reason, missing: acts && reason === '', back },
  };
  const around: Frame = { ...(await frameOf(c, call, stored.facts.slug)), demo: stored.facts.demo };
  const own = compile(stored.definition).delta(stored.answers);
  const live = await liveCounts(call.db, stored.definition, row.campaign, own);
  let saved = false;
  const page = await correctionStep(around, stored, correction, live, form, {
    async save(answers) {
      await edit(call, { campaign: row.campaign, response: row.id, rev: correction.rev, reason, answers });
      saved = true;
      return { model: { ...around, page: 'landing' } };
    },
    refused: async (thrown) => {
      const title = sentenceOf(refusalOf(thrown), call);
      return { model: { ...around, page: 'problem', status: 409, title }, status: 409 };
    },
  });
  return saved ? back : page;
}
