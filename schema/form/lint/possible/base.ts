// Which answers a question may have before any condition is looked at: its type's own, without what is no longer offered,
// within the ranges that its author set. A type is not known here, it is asked.
import { fieldOf } from '../../../fields/registry.ts';
import type { Question } from '../../../fields/shapes.ts';
import type { Form } from '../form.ts';
import { listed } from '../places.ts';
import { type Answers, anything, meet, oneOf, range } from './answers.ts';

/** At most so many figures are told apart one by one. */
const singly = 101;

export const retiredIn = (question: Question): ReadonlySet<string> =>
  new Set(
    [...listed(question).options, ...('nodes' in question ? question.nodes : [])].flatMap(
      ({ id, retired }) => (retired ? [id] : []),
    ),
  );

/** undefined when there is no answer that it may have. */
export function answersOf(form: Form, question: Question, row?: string): Answers | undefined {
  const kind = form.comparable(question, row);
  const retired = row === undefined ? retiredIn(question) : new Set<string>();
  switch (kind.kind) {
    case 'option':
      return takesAnything(question) ? anything : oneOf(kind.options.filter((id) => !retired.has(id)));
    case 'options':
      return { of: 'list', has: new Set(), lacks: retired };
    case 'number': {
      const { min, max } = kind;
      const other = ['na', row !== undefined && { [row]: 'na' }].some((given) => takes(question, given));
      const whole =
        row === undefined && max - min < singly && Number.isInteger(min) && isWhole(question, min, max);
      const all = whole
        ? oneOf([...Array.from({ length: max - min + 1 }, (_, step) => min + step), ...(other ? ['na'] : [])])
        : range(min, max, other);
      return row === undefined && all ? withRules(question, all) : all;
    }
    case 'date':
    case 'time': {
      const min = 'min' in question && typeof question.min === 'string' ? question.min : undefined;
      const max = 'max' in question && typeof question.max === 'string' ? question.max : undefined;
      return withRules(question, range(min, max));
    }
    default:
      return anything;
  }
}

/** A value from a link is what the link says, whatever the author listed. */
export const takesAnything = (question: Question) => takes(question, 'zz_');

const takes = (question: Question, given: unknown) =>
  fieldOf(question).check(given, { ...question, required: false }).ok;

/** A figure between two whole ones is refused because it is not whole. */
function isWhole(question: Question, min: number, max: number): boolean {
  if (max <= min) return false;
  const checked = fieldOf(question).check(min + 0.5, question);
  return !checked.ok && ['not-whole', 'point-range'].includes(checked.problem.code);
}

/** Ranges that the author's own checks leave. */
function withRules(question: Question, answers: Answers): Answers | undefined {
  let left: Answers | undefined = answers;
  for (const rule of question.rules ?? []) {
    if (rule.check !== 'range' || !left) continue;
    const of = typeof (rule.min ?? rule.max);
    const fits = (end: number | string | undefined) => end === undefined || typeof end === of;
    // Ends of another kind than the answers are found by a rule of their own, and hold nobody up.
    if (!fits(rule.min) || !fits(rule.max) || of !== kindOf(answers)) continue;
    left = meet(left, range(rule.min, rule.max, true));
  }
  return left;
}

const kindOf = (answers: Answers): string => {
  if (answers.of === 'range') return typeof (answers.low?.at ?? answers.high?.at ?? '');
  return answers.of === 'ids' ? typeof [...answers.ids][0] : 'undefined';
};

/** Chosen, with words where the option asks for some. */
export const asChosen = (question: Question, ids: Iterable<string>) =>
  [...ids].map((id) =>
    listed(question).options.some((option) => option.id === id && option.text) ? { id, text: '…' } : id,
  );

/** Choices that exclude each other, or are too many: its type says so of a list of them. */
export function takenTogether(question: Question, answers: Answers): Answers | undefined {
  if (answers.of !== 'list' || answers.has.size < 2) return answers;
  const checked = fieldOf(question).check(asChosen(question, answers.has), question);
  const excluded = !checked.ok && ['choice-exclusive', 'choice-too-many'].includes(checked.problem.code);
  return excluded ? undefined : answers;
}
