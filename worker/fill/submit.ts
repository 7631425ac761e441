// A resident sends answers: checked by the same code as in the browser, stored and counted in one batch.
import type { Output } from '../../schema/api/endpoint.ts';
import type { submit as contract } from '../../schema/api/fill.ts';
import { placeDay } from '../../schema/day.ts';
import type { CompiledForm } from '../../schema/form/compile.ts';
import { showCode } from '../../schema/ids.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { entryOf } from './by-letter.ts';
import { deniedRefusal } from './denied.ts';
import { gathered } from './gather.ts';
import { compiled, runOf } from './published.ts';
import {
  type Accepted,
  digestOf,
  prepareSubmission,
  type Stored,
  type Submission,
  storedStatement,
} from './submission.ts';
import { checked, counted } from './taken.ts';
import { placeTimeWords } from './time.ts';

export interface Sent {
  slug: string;
  response: string;
  version: number;
  unit: string;
  answers: Record<string, unknown>;
  /** hash of this device's mark; it counts in campaigns of one per device */
  device?: string | undefined;
  /** the code of a letter */
  letter?: string | undefined;
}

/**
 * @throws Refusal campaign-unknown, version-unknown, answers-wrong, not-meant, what a letter is refused for, and whatever the
 *   campaign's state asks for
 */
export async function submit(call: Call, sent: Sent): Promise<Output<typeof contract>> {
  const run = await runOf(call.db, sent.slug);
  const form = await compiled(call.db, run.form, sent.version);
  const context = { opens: run.opens };
  const { answers, dropped } = checked(form, sent.answers, context);
  const letter = run.roll === null ? undefined : await entryOf(call, run.roll, sent.letter);
  const unit = letter?.unit ?? sent.unit;
  const entry = letter?.entry ?? (run.perDevice ? (sent.device ?? null) : null);
  /** `asks`: the version that the run asks, so far as is known. */
  const submissionFor = async (asks: number): Promise<Submission> => {
    const limits = asks === sent.version ? form : await compiled(call.db, run.form, asks);
    const { delta, claims } = counted(form, limits, answers, context);
    return {
      campaign: run.campaign,
      id: sent.response,
      version: sent.version,
      limits: asks,
      unit,
      group: 'self',
      answers: JSON.stringify(answers),
      delta: JSON.stringify(delta),
      at: call.now,
      day: placeDay(call.now),
      entry,
      holder: letter && !run.named ? null : entry,
      claims,
    };
  };
  const stands = await store(call, { ...run, asked: form }, sent.version, submissionFor);
  return {
    receipt: showCode(stands.receipt),
    at: stands.at,
    unit: { id: unit, kind: stands.unit_kind, name: stands.unit_name },
    dropped,
  };
}

/** The form of the run, and the version of it that was answered. */
interface Asked {
  form: string;
  asked: CompiledForm;
}

/** How often a submission is tried when the campaign changes between its refusal and the question why. */
const tries = 3;

async function store(
  call: Call,
  run: Asked,
  version: number,
  submissionFor: (asks: number) => Promise<Submission>,
): Promise<Accepted> {
  let asks = version;
  for (let tried = 0; tried < tries; tried++) {
    const submission = await submissionFor(asks);
    const results = await gathered(call.db, () => prepareSubmission(call.db, submission));
    const accepted = results[0]?.results[0] as Accepted | undefined;
    const stands = accepted ?? (await standing(call, run, submission));
    if ('receipt' in stands) return stands;
    asks = stands.asks;
  }
  throw new Refusal('unavailable');
}

/**
 * The receipt that was given for the same answers before; the version that the run asks when nothing else stands in the way.
 * @throws Refusal when there is none, and why
 */
async function standing(
  call: Call,
  { form, asked }: Asked,
  submission: Submission,
): Promise<Accepted | { asks: number }> {
  const stored = await storedStatement(call.db, submission).first<Stored>();
  if (!stored) throw new Refusal('campaign-unknown');
  if (stored.receipt === null) {
    const { claims, limits } = submission;
    const refusal =
      whyNot(stored, submission, call) ??
      (limits === stored.version && claims
        ? await deniedRefusal(
            call,
            { asked: asked.definition, limits: (await compiled(call.db, form, limits)).definition },
            { ...submission, claims },
          )
        : undefined);
    if (refusal) throw refusal;
    return { asks: stored.version };
  }
  if (stored.response_state === 'withdrawn') throw new Refusal('withdrawn');
  if (stored.digest === '') throw new Refusal('erased');
  if (stored.digest !== (await digestOf(submission))) throw new Refusal('other-answers');
  return {
    receipt: stored.receipt,
    at: stored.at ?? call.now,
    unit_kind: stored.unit_kind ?? 'building',
    unit_name: stored.unit_name ?? '',
  };
}

/** Why the guards of the batch let nothing in, in the order that a resident would ask. */
function whyNot(stored: Stored, { version }: Submission, call: Call): Refusal | undefined {
  if (stored.state === 'closed' || call.now >= stored.closes_at) return new Refusal('closed');
  if (call.now < stored.opens_at)
    return new Refusal('not-open-yet', { opens: placeTimeWords(stored.opens_at, call.language) });
  if (stored.state === 'paused') return new Refusal('paused');
  if (stored.took) return new Refusal('already-taken-part');
  // Published meanwhile, but this run has not moved to it.
  if (version > stored.version) return new Refusal('version-unknown');
  if (stored.unit_kind === null) return new Refusal('unit-unknown');
  if (stored.cap !== null && stored.accepted >= stored.cap) return new Refusal('full');
  return undefined;
}
