// Everything that the check before publishing finds in a draft as it stands here, blanks included.
import type { Definition } from '../../../schema/form/definition.ts';
import { type Finding, lint } from '../../../schema/form/lint.ts';
import { blanksOf } from './blanks.ts';
import type { Code } from './finding-words.ts';

export interface Found {
  code: Code;
  severity: Finding['severity'];
  questions: string[];
}

/** Blanks first: two blank labels are not two that read the same. */
export function findingsOf(definition: Definition): Found[] {
  const blanks = blanksOf(definition);
  const blankOnes = new Set(
    blanks.filter((found) => found.code === 'label-missing').flatMap((found) => found.questions),
  );
  const rest = lint(definition).filter(
    (found) => found.code !== 'duplicate-label' || !found.questions.some((id) => blankOnes.has(id)),
  );
  return [...blanks, ...rest];
}
export const errorsOf = (found: readonly Found[]) => found.filter((one) => one.severity === 'error');
