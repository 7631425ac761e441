// The typed error of every act: what cannot be done, by its stable code. The mapper in problem.ts makes the answer.
import type { ProblemCode } from '../../schema/api/problem.ts';

export class Refusal extends Error {
  readonly code: ProblemCode;
  /** figures that the sentence needs */
  readonly args: Readonly<Record<string, string | number>>;
  /** what a program may want to know: problems by question, the newer state, … */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    args: Readonly<Record<string, string | number>> = {},
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.code = code;
    this.args = args;
    this.details = details;
  }
}
