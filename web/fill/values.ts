// What stands in the controls: the fields of a plain form by name. The page without JavaScript posts them, the page
// with JavaScript keeps them in its state, and both are read by the same code (compile().read).
import type { Values } from '../../schema/api/page.ts';
import { type FormReader, formName } from '../../schema/fields/field.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';

/** By id, and never what every object has: an old form may have a question of such a name. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export const readerOf =
  (values: Values): FormReader =>
  (name) =>
    own(values, name) ?? [];

export const first = (values: Values, name: string): string => own(values, name)?.[0] ?? '';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Stored answers → what the controls show, for a correction. The way back of compile().read. */
export function valuesOf(definition: Definition, answers: Readonly<Record<string, unknown>>): Values {
  const values: Record<string, string[]> = {};
  for (const question of definition.questions) {
    const answer = own(answers, question.id);
    if (answer !== undefined && answer !== null) Object.assign(values, questionValues(question, answer));
  }
  return values;
}

function questionValues(question: Question, answer: unknown): Record<string, string[]> {
  if ('rows' in question && isRecord(answer))
    return Object.fromEntries(
      Object.entries(answer).map(([row, cell]) => [formName(question, row), [String(cell)]]),
    );
  const values: Record<string, string[]> = { [formName(question)]: [] };
  for (const one of Array.isArray(answer) ? answer : [answer]) {
    const choice: Record<string, unknown> = isRecord(one) ? one : { id: one };
    values[formName(question)]?.push(String(choice.id));
    if (choice.text !== undefined) values[formName(question, String(choice.id))] = [String(choice.text)];
  }
  return values;
}
