// What a question may offer to one resident and not to another: under which conditions each option or row is there, and
// whether a question may be left with none.
import type { Question } from '../../../fields/shapes.ts';
import type { Condition } from '../../../logic/shapes.ts';
import type { Form } from '../form.ts';
import { listed } from '../places.ts';
import { retiredIn } from './base.ts';

export type PartOf = 'options' | 'rows';
export const offerLists: readonly PartOf[] = ['options', 'rows'];

const carryOf = (question: Question) => ('carry' in question ? question.carry : undefined);

/** Conditions under which this part of the question is on offer: its own, and that it was carried forward. */
export function offerConditions(form: Form, question: Question, list: PartOf, id: string): Condition[] {
  const part = listed(question)[list].find((one) => one.id === id);
  const carry = carryOf(question);
  const source = carry && form.question(carry.from);
  const conditions = part?.showIf ? [part.showIf] : [];
  // Options are carried where there are any, else rows.
  if (!source || (list === 'rows' && listed(question).options.length > 0)) return conditions;
  const kind = form.comparable(source);
  if ((kind.kind !== 'option' && kind.kind !== 'options') || !kind.options.includes(id)) return conditions;
  const chosen: Condition =
    kind.kind === 'option'
      ? { q: source.id, op: 'equals', value: id }
      : { q: source.id, op: 'contains', value: id };
  return [...conditions, carry.pick === 'chosen' ? chosen : { not: chosen }];
}

/** Options come and go, so that a choice says something of what was answered before. */
export const optionsComeAndGo = (question: Question) =>
  carryOf(question) !== undefined || listed(question).options.some(({ showIf }) => showIf);

/** Parts that are still offered, in each list. */
export function offeredParts(question: Question, list: PartOf) {
  const retired = retiredIn(question);
  return listed(question)[list].filter(({ id }) => !retired.has(id));
}

/** Every option or every row may go. */
export function mayRunOut(form: Form, question: Question): boolean {
  if (!optionsComeAndGo(question) && listed(question).rows.every(({ showIf }) => !showIf)) return false;
  return offerLists.some((list) => {
    const parts = offeredParts(question, list);
    return parts.length > 0 && parts.every(({ id }) => offerConditions(form, question, list, id).length > 0);
  });
}

/** Of what is carried forward nothing may be left, or nothing be known. */
export const mayBeEmpty = (form: Form, question: Question | undefined): boolean =>
  question !== undefined && (carryOf(question) !== undefined || mayRunOut(form, question));
