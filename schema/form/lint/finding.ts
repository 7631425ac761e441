// What the check before publishing says: what is wrong, how much it matters, which questions it is about, where it is put
// right, and what would put it right safely.
import type { FaultCode } from '../../fields/field.ts';
import type { Fix } from './fix.ts';

export interface Finding {
  code: FindingCode;
  /** errors stop publishing, advice does not */
  severity: 'error' | 'advice';
  /** ids; the first is where it is put right, none when it is about the form as a whole */
  questions: string[];
  /** address of the place (texts.ts): `q.lift.options.yes.showIf`, `endings.no.when`, `title` */
  at?: string | undefined;
  /** words and figures that its sentence needs */
  args?: Readonly<Record<string, string | number>> | undefined;
  fix?: Fix | undefined;
}

export const findingCodes = [
  // ids and size
  'no-questions',
  'duplicate-question',
  'duplicate-option',
  'duplicate-ending',
  'duplicate-quota',
  'reserved-name',
  'too-many-cells',
  'too-many-minutes',
  'not-all-checked',
  'page-without-questions',
  'param-twice',
  // words
  'duplicate-title',
  'duplicate-label',
  'left-to-write',
  'too-long-for-poster',
  'too-long-to-read',
  'untranslated',
  'wide-on-phone',
  'pipe-not-filled',
  'pipe-unknown',
  'pipe-asks-nothing',
  'pipe-later',
  'pipe-unanswered',
  // conditions and figures
  'condition-source-missing',
  'condition-row',
  'condition-operator',
  'condition-value',
  'condition-retired',
  'condition-range',
  'condition-cycle',
  'figure-source-missing',
  'figure-source-kind',
  'divides-by-zero',
  'figure-never',
  // order and reach
  'reads-later',
  'checks-later',
  'figure-later',
  'jump-nowhere',
  'jump-backwards',
  'jump-never',
  'jump-reads-later',
  'never-visible',
  'required-never-shown',
  'always-skipped',
  'option-never-offered',
  'may-offer-nothing',
  'condition-always',
  'required-if-never',
  'required-if-always',
  'ending-unreachable',
  // what belongs together
  'rule-source',
  'rule-type',
  'rule-impossible',
  'cannot-be-sent',
  'cannot-be-answered',
  'quota-by',
  'quota-impossible',
  'quota-never-counts',
  'carry-source',
  'carry-differs',
  'shuffle-unknown',
  'shuffle-twice',
  'shuffle-pages',
  'shuffle-before-source',
  'quiz-answer-missing',
  'quiz-never-right',
  'sensitive-without-consent',
  'refuses-late',
  // against the published version
  'type-changed',
  'counting-changed',
  'meaning-changed',
  'option-removed',
  'part-removed',
  'question-removed',
  'consent-not-renewed',
] as const;

export type FindingCode = FaultCode | (typeof findingCodes)[number];

type More = Pick<Finding, 'at' | 'args' | 'fix'>;
const found =
  (severity: Finding['severity']) =>
  (code: FindingCode, questions: readonly string[], more: More = {}): Finding => ({
    code,
    severity,
    questions: [...new Set(questions)],
    ...more,
  });

export const error = found('error');
export const advice = found('advice');
