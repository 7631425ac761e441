// A correction in steps, like the form itself: begun with what is stored, checked, seen again, sent. Holders of a receipt
// and staff go the same way; what is done at its end is theirs.
import type { Facts } from '../../schema/api/fill.ts';
import type { Correction, Frame } from '../../schema/api/page.ts';
import { type Answers, compile, type LiveCounts } from '../../schema/form/compile.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { Refusal } from '../http/refusal.ts';
import type { Page } from './pages.ts';
import type { PlainForm } from './plain-form.ts';

export interface Stored {
  /** id of the response */
  response: string;
  facts: Facts;
  definition: Definition;
  unit: { id: string; name: string };
  answers: Answers;
}

export interface Ends {
  /** keeps the answers; the page that says so, with the ids of what was dropped */
  save(given: Record<string, unknown>, dropped: readonly string[]): Promise<Page>;
  /** anything but wrong answers was refused */
  refused(thrown: unknown): Promise<Page>;
}

/** `live`: how the run stands without this response. */
export async function correctionStep(
  frame: Frame,
  stored: Stored,
  correction: Correction,
  live: LiveCounts | undefined,
  form: PlainForm,
  ends: Ends,
): Promise<Page> {
  const { facts, definition, unit, response } = stored;
  const filling = {
    ...frame,
    facts,
    definition,
    unit: { ...unit, above: '' },
    response: '',
    seed: response,
    live,
    correction,
  };
  const step = form.own('do');
  if (step === 'correct')
    return { model: { ...filling, page: 'fill', values: {}, stored: stored.answers, problems: {} } };
  const { values } = form;
  const compiled = compile(definition);
  const given = compiled.read(form.reader);
  const outcome = compiled.check(given, { opens: facts.opensAt, seed: response, live });
  const { problems, dropped } = outcome;
  if (step === 'edit' || step === 'mend')
    return { model: { ...filling, page: 'fill', values, problems: step === 'mend' ? problems : {} } };
  if ((Object.keys(problems).length > 0 && !outcome.end.refuses) || correction.staff?.missing)
    return { model: { ...filling, page: 'fill', values, problems }, status: 422 };
  if (step === 'check' || outcome.end.refuses)
    return { model: { ...filling, page: 'check', values, outcome } };
  try {
    return await ends.save(given, dropped);
  } catch (thrown) {
    const denied = thrown instanceof Refusal ? thrown.details.problems : undefined;
    return denied
      ? { model: { ...filling, page: 'fill', values, problems: denied }, status: 422 }
      : ends.refused(thrown);
  }
}
