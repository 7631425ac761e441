// What stands in the controls: the fields of a plain form by name. The page without JavaScript posts them, the page
// with JavaScript keeps them in its state, and both are read by the same code (compile().read).
import type { Values } from '../../schema/api/page.ts';
import type { FormReader } from '../../schema/fields/field.ts';
import { fieldOf } from '../../schema/fields/registry.ts';
import type { Definition } from '../../schema/form/definition.ts';

/** By id, and never what every object has: an old form may have a question of such a name. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export const readerOf =
  (values: Values): FormReader =>
  (name) =>
    own(values, name) ?? [];

export const first = (values: Values, name: string): string => own(values, name)?.[0] ?? '';

/** Stored answers → what the controls show, for a correction. The way back of compile().read. */
export const valuesOf = (definition: Definition, answers: Readonly<Record<string, unknown>>): Values =>
  Object.assign(
    {},
    ...definition.questions.map((question) => {
      const answer = own(answers, question.id);
      return answer === undefined || answer === null ? {} : fieldOf(question).write(answer, question);
    }),
  );
