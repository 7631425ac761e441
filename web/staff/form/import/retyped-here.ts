// Another type for a question that was read: with what the text says of when it is asked, and none that what goes by its
// answer could not go by.
import { type FieldType, fieldOf } from '../../../../schema/fields/registry.ts';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import { sourcesOf } from '../../../../schema/logic/sources.ts';
import { retyped } from '../retype.ts';

/** Ids of the questions by whose answers others are shown, or the form ends. */
export const decidersOf = ({ questions }: Definition): ReadonlySet<string> =>
  new Set(questions.flatMap(({ showIf, jumps }) => sourcesOf([showIf, jumps])));

const kindOf = (question: Question) => fieldOf(question).comparable(question).kind;

/** Undefined where it would not hold. */
export function retypedHere(
  question: Question,
  type: FieldType,
  deciders: ReadonlySet<string>,
): Question | undefined {
  const next = retyped(question, type);
  if (!next || (deciders.has(question.id) && kindOf(next) !== kindOf(question))) return undefined;
  const { showIf, jumps } = question;
  return { ...next, ...(showIf && { showIf }), ...(jumps && { jumps }) };
}
