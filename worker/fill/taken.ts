// Answers on their way into the database: checked and counted by the version that they answer, and held to the limits of
// the version that the run asks now, so that nobody keeps a place by sending an older form.
import { type Claims, claimsOf } from '../../schema/form/claims.ts';
import type { Answers, CompiledForm, Context, Delta, Outcome } from '../../schema/form/compile.ts';
import { quotaCounts } from '../../schema/logic/quota-counts.ts';
import { Refusal } from '../http/refusal.ts';

export interface Taken {
  outcome: Outcome;
  delta: Delta;
  claims: Claims | undefined;
}

/** @throws Refusal answers-wrong, with the problems by question; not-meant when the answers lead out of the form */
export function checked(
  form: CompiledForm,
  answers: Readonly<Record<string, unknown>>,
  context: Context,
): Outcome {
  const outcome = form.check(answers, context);
  const count = Object.keys(outcome.problems).length;
  if (outcome.end.refuses) throw new Refusal('not-meant', { title: outcome.end.title ?? '' });
  if (count > 0) throw new Refusal('answers-wrong', { count }, { problems: outcome.problems });
  return outcome;
}

/** `limits`: the form whose quotas hold. */
export function counted(
  form: CompiledForm,
  limits: CompiledForm,
  answers: Answers,
  context: Context,
): Omit<Taken, 'outcome'> {
  const { [quotaCounts]: own, ...counts } = form.delta(answers, context);
  const places = limits === form ? own : limits.delta(answers, context)[quotaCounts];
  const delta: Delta = places ? { ...counts, [quotaCounts]: places } : counts;
  return { delta, claims: claimsOf(form.definition, limits.definition, answers, delta) };
}

/** @throws what {@link checked} throws */
export function taken(
  form: CompiledForm,
  limits: CompiledForm,
  answers: Readonly<Record<string, unknown>>,
  context: Context,
): Taken {
  const outcome = checked(form, answers, context);
  return { outcome, ...counted(form, limits, outcome.answers, context) };
}
