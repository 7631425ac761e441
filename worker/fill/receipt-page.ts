// The receipt as pages: seen, corrected in two steps like the form itself, withdrawn after a question. The number
// travels in bodies only.
import type { ReceiptView } from '../../schema/api/fill.ts';
import type { Frame, ModelOf } from '../../schema/api/page.ts';
import { compile } from '../../schema/form/compile.ts';
import { normalizeCode } from '../../schema/ids.ts';
import type { Call } from '../http/context.ts';
import { slowFlood } from '../http/flood.ts';
import { refusalOf } from '../http/problem.ts';
import { correctionStep } from './correction-steps.ts';
import { liveCounts } from './live.ts';
import type { Page } from './pages.ts';
import { type PlainForm, readPlainForm } from './plain-form.ts';
import { pageStatus, sentenceOf, waitAs } from './problem-page.ts';
import { runOf } from './published.ts';
import { correctReceipt, viewReceipt, withdrawReceipt } from './receipt.ts';
import { inTongue } from './tongue.ts';
import { frameOf, type PageContext } from './visit.ts';

/** Characters of a receipt number. */
const receiptLength = 12;

export async function answerReceiptPost(c: PageContext, call: Call): Promise<Page> {
  const form = await readPlainForm(c.req.raw);
  const typed = form.own('receipt').slice(0, 40);
  let frame: Frame = await frameOf(c, call);
  const given = normalizeCode(typed).length;
  if (given !== receiptLength)
    return { model: { ...frame, page: 'find-receipt', typed, given }, status: 422 };
  try {
    slowFlood(c, call.now); // receipt numbers must not be guessed at full speed
    const seen = await viewReceipt(call, { receipt: typed });
    const around = { ...(await frameOf(c, call, seen.facts.slug)), demo: seen.facts.demo };
    const { frame: own, met: view } = inTongue(c, around, seen);
    frame = own;
    return await actOn(c, call, view, form, frame);
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    waitAs(c, refusal);
    return {
      model: { ...frame, page: 'find-receipt', typed, stop: sentenceOf(refusal, call) },
      status: pageStatus(refusal.code),
    };
  }
}

/** The receipt's page, its questions as they were met. */
function shownReceipt(
  frame: Frame,
  view: ReceiptView,
  more: Partial<Pick<ModelOf<'receipt'>, 'step' | 'dropped'>>,
): ModelOf<'receipt'> {
  const context = { opens: view.facts.opensAt, seed: view.response };
  const { asked } = compile(view.definition).check(view.answers, context);
  return { ...frame, page: 'receipt', view, asked, ...more };
}

async function actOn(
  c: PageContext,
  call: Call,
  view: ReceiptView,
  form: PlainForm,
  frame: Frame,
): Promise<Page> {
  const { receipt } = view;
  const rev = Number(form.own('rev'));
  const shown = async (more: { step?: 'corrected' | 'withdrawn'; dropped?: readonly string[] } = {}) => ({
    model: shownReceipt(frame, inTongue(c, frame, await viewReceipt(call, { receipt })).met, more),
  });
  const refused = async (thrown: unknown): Promise<Page> => {
    const refusal = refusalOf(thrown);
    waitAs(c, refusal);
    const { model } = await shown();
    return { model: { ...model, stop: sentenceOf(refusal, call) }, status: pageStatus(refusal.code) };
  };
  switch (form.own('do')) {
    case 'ask-withdraw':
      return { model: shownReceipt(frame, view, view.mayChange ? { step: 'ask-withdraw' } : {}) };
    case 'withdraw':
      return withdrawReceipt(call, c.env.FILES, { receipt, rev }).then(
        () => shown({ step: 'withdrawn' }),
        refused,
      );
    case 'correct':
    case 'check':
    case 'edit':
    case 'mend':
    case 'send':
      return view.mayChange ? correcting(call, view, form, frame, shown, refused) : shown();
    default:
      return shown();
  }
}

async function correcting(
  call: Call,
  view: ReceiptView,
  form: PlainForm,
  frame: Frame,
  shown: (more: { step: 'corrected'; dropped: readonly string[] }) => Promise<Page>,
  refused: (thrown: unknown) => Promise<Page>,
): Promise<Page> {
  const { facts, definition, receipt } = view;
  const { campaign } = await runOf(call.db, facts.slug);
  const live = await liveCounts(call.db, definition, campaign, compile(definition).delta(view.answers));
  const rev = form.own('do') === 'correct' ? view.rev : Number(form.own('rev'));
  return correctionStep(frame, view, { rev, receipt, action: '/r' }, live, form, {
    save: async (answers, dropped) => {
      await correctReceipt(call, { receipt, rev, answers });
      return shown({ step: 'corrected', dropped });
    },
    refused,
  });
}
