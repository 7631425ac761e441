// What the law calls sensitive is masked wherever answers are listed or taken out, unless an editor asks for the whole,
// which is on record (个人信息保护法 arts. 28–30, 51).
import { fieldOf } from '../../schema/fields/registry.ts';
import type { Answers } from '../../schema/form/compile.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';
import { record } from '../audit/record.ts';
import type { StaffCall } from '../http/context.ts';
import type { StoredResponse } from './store.ts';

/** Sensitive questions that were answered. */
export const sensitiveIn = ({ questions }: Definition, answers: Answers): Question[] =>
  questions.filter((question) => fieldOf(question).sensitive && Object.hasOwn(answers, question.id));

/** Answers without what is sensitive, and what stands in its place, by question id. */
export function masked(
  definition: Definition,
  answers: Answers,
): { answers: Answers; masks: Record<string, string> } {
  const sensitive = sensitiveIn(definition, answers);
  if (sensitive.length === 0) return { answers, masks: {} };
  const left = { ...answers };
  const masks: Record<string, string> = {};
  for (const question of sensitive) {
    masks[question.id] = fieldOf(question).mask?.(answers[question.id]) ?? '***';
    delete left[question.id];
  }
  return { answers: left, masks };
}

/** Somebody saw the whole of a response. */
export const recordReveal = ({ db, now, actor }: StaffCall, row: StoredResponse) =>
  record(db, {
    at: now,
    actor: actor.id,
    act: 'response.reveal',
    target: `${row.campaign}/${row.id}`,
    path: row.path,
    detail: { n: row.seq, unit: row.unit_name, at: row.unit },
  });
