// Every refusal: a stable code, an HTTP status, a sentence that a person can act on (RFC 9457 problem+json).
// The sentences stand in schema/words; a test holds that each code has one in every language.
export const problems = {
  'bad-json': 400,
  'bad-input': 400,
  'bad-unit-file': 400,
  'too-large': 413,
  'too-slow': 408,
  'wrong-content-type': 415,
  'cross-site': 403,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'sign-in-slow': 429,
  'password-weak': 400,
  'password-wrong': 400,
  'password-must-change': 403,
  'invitation-over': 410,
  forbidden: 403,
  'not-found': 404,
  'too-many': 429,
  stale: 409,
  'login-taken': 409,
  'last-admin': 409,
  'grant-outside': 403,
  'code-taken': 409,
  'move-into-itself': 409,
  'parent-retired': 409,
  'unit-in-use': 409,
  'form-has-errors': 409,
  'form-archived': 409,
  'form-not-published': 409,
  'nothing-changed': 409,
  'scope-empty': 400,
  'scope-outside': 403,
  'window-wrong': 400,
  'roll-missing': 409,
  'names-needed': 409,
  'ballot-open': 409,
  'campaign-over': 409,
  'campaign-unknown': 404,
  'not-open-yet': 409,
  closed: 409,
  paused: 409,
  full: 409,
  'already-taken-part': 409,
  'unit-unknown': 400,
  'version-unknown': 400,
  'answers-wrong': 422,
  'not-meant': 422,
  'other-answers': 409,
  'file-kind': 415,
  'file-large': 413,
  'file-many': 409,
  'file-other': 409,
  'file-given-up': 409,
  'file-metadata': 415,
  'receipt-unknown': 404,
  withdrawn: 409,
  voided: 409,
  erased: 410,
  'share-too-few': 409,
  'share-too-low': 409,
  'share-over': 410,
  hidden: 403,
  'compare-other-form': 409,
  unavailable: 503,
  internal: 500,
} as const;
export type ProblemCode = keyof typeof problems;

export interface Problem {
  type: `urn:linli:${ProblemCode}`;
  code: ProblemCode;
  status: number;
  /** one sentence in the reader's language: what happened and what to do */
  title: string;
  /** figures and details by name; for `answers-wrong`: problems by question id */
  [detail: string]: unknown;
}
