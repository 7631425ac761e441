// Why claims were not granted, question by question, as the residents' page says it.
import type { AnswerProblem } from '../../schema/fields/field.ts';
import { type Claims, fullProblem, type QuotaClaim } from '../../schema/form/claims.ts';
import type { Definition } from '../../schema/form/definition.ts';
import { localize } from '../../schema/form/localize.ts';
import type { Call } from '../http/context.ts';
import { Refusal } from '../http/refusal.ts';
import { deniedClaims } from './claimed.ts';
import { liveCounts } from './live.ts';

/** answers-wrong with the questions that name what is not to be had; undefined when all of it is there by now. */
export async function deniedRefusal(
  { db, tongue, language }: Call,
  forms: { asked: Definition; limits: Definition },
  at: { campaign: string; id: string; claims: Claims },
): Promise<Refusal | undefined> {
  const { quotas, files, units } = await deniedClaims(db, at);
  const limits = localize(forms.limits, tongue ?? language, language);
  const { questions } = forms.asked;
  // A newer version may hold its limits at a question that was not asked yet.
  const placed = ([id, problem]: [string, AnswerProblem]) =>
    [questions.some((question) => question.id === id) ? id : (questions[0]?.id ?? id), problem] as const;
  const live = quotas.length > 0 ? await liveCounts(db, forms.limits, at.campaign) : undefined;
  const taken = ({ question, key }: QuotaClaim) => live?.[question]?.[key] ?? 0;
  const problems: Record<string, AnswerProblem> = Object.fromEntries([
    ...quotas.map((claim) => placed(fullProblem(claim, limits, taken(claim)))),
    ...files.map(([, question]) => [question, { code: 'file-lost', args: {} }]),
    ...units.map(([, , question]) => [question, { code: 'unit-unknown', args: {} }]),
  ]);
  const count = Object.keys(problems).length;
  if (count === 0) return undefined;
  return new Refusal('answers-wrong', { count }, { problems, ...(live && { live }) });
}
