// What a set of answers lays claim to beyond being counted: places that may run out, files that must have arrived, units
// that must exist. The Worker holds all of it inside the batch that stores the answers, so that two who want the last
// place cannot both have it.
import type { AnswerProblem } from '../fields/field.ts';
import { fieldOf } from '../fields/registry.ts';
import { leftOf } from '../logic/places.ts';
import { quotaCounts } from '../logic/quota-counts.ts';
import { sourcesOf } from '../logic/sources.ts';
import type { Answers, Delta } from './compile.ts';
import type { Definition, Question } from './definition.ts';

export interface QuotaClaim {
  /** where the tally counts it: question (or `_quota`) and key */
  question: string;
  key: string;
  /** how much is taken, of how much there is */
  add: number;
  max: number;
}
export interface Claims {
  quotas: QuotaClaim[];
  /** file and question */
  files: [string, string][];
  /** unit and name, with the question that names it */
  units: [string, string, string][];
}

const quotasOf = (question: Question) =>
  'options' in question && Array.isArray(question.options)
    ? question.options.flatMap(({ id, quota }) => (quota === undefined ? [] : [{ id, quota }]))
    : [];

/** Whether a form has places that may run out. */
export const hasQuotas = ({ questions, quotas }: Definition) =>
  quotas !== undefined || questions.some((question) => quotasOf(question).length > 0);

/**
 * What these answers to `asked` claim; undefined when nothing, as by most answers. `limits` is the form whose quotas hold:
 * the same, or a newer version.
 */
export function claimsOf(
  asked: Definition,
  limits: Definition,
  answers: Answers,
  delta: Delta,
): Claims | undefined {
  const claims: Claims = { quotas: [], files: [], units: [] };
  for (const question of limits.questions)
    for (const { id: key, quota } of quotasOf(question)) {
      const add = delta[question.id]?.[key] ?? 0;
      if (add > 0) claims.quotas.push({ question: question.id, key, add, max: quota });
    }
  for (const question of asked.questions) {
    if (!Object.hasOwn(answers, question.id)) continue;
    const { id } = question;
    const field = fieldOf(question);
    for (const file of field.files?.(answers[id]) ?? []) claims.files.push([file, id]);
    for (const unit of field.units?.(answers[id]) ?? []) claims.units.push([unit.id, unit.name, id]);
  }
  for (const { id, max } of limits.quotas ?? []) {
    const add = delta[quotaCounts]?.[id] ?? 0;
    if (add > 0) claims.quotas.push({ question: quotaCounts, key: id, add, max });
  }
  return claims.quotas.length + claims.files.length + claims.units.length > 0 ? claims : undefined;
}

/** The question at which a full quota is put right, and what is said there; `taken`: of its places, by everybody. */
export function fullProblem(
  { question, key, max }: QuotaClaim,
  definition: Definition,
  taken: number,
): [string, AnswerProblem] {
  if (question !== quotaCounts) {
    const asked = definition.questions.find(({ id }) => id === question);
    const options = asked && 'options' in asked && Array.isArray(asked.options) ? asked.options : [];
    const option = options.find(({ id }) => id === key)?.label ?? key;
    return [question, { code: 'option-full', args: { option } }];
  }
  const quota = definition.quotas?.find(({ id }) => id === key);
  const at = quota?.by ?? firstSource(quota?.when, definition) ?? definition.questions[0]?.id ?? '';
  return [at, { code: 'quota-full', args: { quota: quota?.label ?? key, left: leftOf(max, taken) } }];
}

/** The first question, in the order of the form, that this condition reads. */
const firstSource = (condition: unknown, { questions }: Definition): string | undefined => {
  const sources = new Set(sourcesOf(condition));
  return questions.find(({ id }) => sources.has(id))?.id;
};
