// The columns of an export: question ids (and row or part ids), over all versions of the form, in the order in which
// they first appeared. Renaming a question or adding a version never renames or moves a column.

import { fieldOf } from '../../schema/fields/registry.ts';
import type { Definition, Question } from '../../schema/form/definition.ts';

export interface ExportColumn {
  question: string;
  suffix: string;
  /** `overall` · `items.clean` */
  name: string;
}

/** Definitions by version number, oldest first. */
export function columnsOf(definitions: readonly Definition[]): ExportColumn[] {
  const columns = new Map<string, ExportColumn>();
  for (const question of definitions.flatMap((definition) => definition.questions)) {
    for (const { suffix } of fieldOf(question).columns(question)) {
      const name = suffix ? `${question.id}.${suffix}` : question.id;
      if (!columns.has(name)) columns.set(name, { question: question.id, suffix, name });
    }
  }
  return [...columns.values()];
}

/** The cells of one response, by column name, under the version that it was given on; a mask stands in the first column. */
export function cellsOf(
  definition: Definition,
  answers: Readonly<Record<string, unknown>>,
  masks: Readonly<Record<string, string>> = {},
): Map<string, string | number> {
  const cells = new Map<string, string | number>();
  for (const question of definition.questions) {
    const [first] = fieldOf(question).columns(question);
    if (first && Object.hasOwn(masks, question.id))
      cells.set(nameOf(question, first.suffix), masks[question.id] ?? '');
    if (!Object.hasOwn(answers, question.id)) continue;
    const values = fieldOf(question).cells(answers[question.id], question);
    fieldOf(question)
      .columns(question)
      .forEach(({ suffix }, index) => {
        cells.set(nameOf(question, suffix), values[index] ?? '');
      });
  }
  return cells;
}

const nameOf = (question: Question, suffix: string) => (suffix ? `${question.id}.${suffix}` : question.id);
