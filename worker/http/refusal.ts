// The typed error of every act: what cannot be done, by its stable code. The mapper in problem.ts makes the answer.
import type { ProblemCode } from '../../schema/api/problem.ts';
import type { AnswerProblem } from '../../schema/fields/field.ts';
import type { LiveCounts } from '../../schema/form/compile.ts';

/** What a program may want to know. */
export interface Details {
  /** what is wrong, by question */
  problems?: Readonly<Record<string, AnswerProblem>>;
  /** how the run stands now */
  live?: LiveCounts;
  [more: string]: unknown;
}

export class Refusal extends Error {
  readonly code: ProblemCode;
  /** figures that the sentence needs */
  readonly args: Readonly<Record<string, string | number>>;
  readonly details: Readonly<Details>;

  constructor(
    code: ProblemCode,
    args: Readonly<Record<string, string | number>> = {},
    details: Readonly<Details> = {},
  ) {
    super(code);
    this.code = code;
    this.args = args;
    this.details = details;
  }
}
