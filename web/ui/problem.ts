// The one error that a call to the Worker ends in: a refusal with its stable code, or no network.
import type { ProblemCode } from '../../schema/api/problem.ts';
import { t } from './words/ui.ts';

export class ApiProblem extends Error {
  readonly code: ProblemCode | 'offline';
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  /** `title` is one sentence in the reader's language: what happened and what to do. */
  constructor(
    code: ProblemCode | 'offline',
    status: number,
    title: string,
    details: Readonly<Record<string, unknown>>,
  ) {
    super(title);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** What to say of anything that was thrown. */
export const sentenceOf = (thrown: unknown): string =>
  thrown instanceof ApiProblem ? thrown.message : t('unreadable');

export const isProblem = (thrown: unknown, code: ApiProblem['code']): thrown is ApiProblem =>
  thrown instanceof ApiProblem && thrown.code === code;
