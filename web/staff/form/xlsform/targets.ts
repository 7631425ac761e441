// What a name in an expression stands for: a question, or a row of one, and what its answers are like.

import type { Comparable } from '../../../../schema/fields/field.ts';
import { fieldOf } from '../../../../schema/fields/registry.ts';
import type { Question } from '../../../../schema/fields/shapes.ts';

export interface Target {
  q: string;
  row?: string;
  kind: Comparable['kind'];
  /** the id of the option that a choice name stands for */
  option(name: string): string | undefined;
  /** its points are scored: every name of a choice is a figure */
  scored: boolean;
}

export interface Targets {
  answer(name: string): Target | undefined;
  /** the question that the expression belongs to: `.` */
  self: Target | undefined;
  /** told when the score of a choice is read */
  score?(q: string): void;
}

/** `choices`: names of choices in the sheet, with the ids that they became. */
export function targetOf(
  question: Question,
  row: string | undefined,
  choices: ReadonlyMap<string, string>,
): Target {
  const comparable = fieldOf(question).comparable(question, row);
  const options = comparable.kind === 'option' || comparable.kind === 'options' ? comparable.options : [];
  return {
    q: question.id,
    ...(row !== undefined && { row }),
    kind: comparable.kind,
    option(name) {
      const id = choices.get(name) ?? name;
      return options.includes(id) ? id : undefined;
    },
    scored:
      row === undefined &&
      'options' in question &&
      options.length > 0 &&
      options.every((id) => /^\d{1,3}$/.test(id)),
  };
}
