// The stages of an evaluation: 办法 → 评分中 → 初评 → 终评; what hinders a step, and the kinds of what is recorded and said on the way.
export const evaluationStates = ['draft', 'rating', 'provisional', 'final', 'cancelled'] as const;
export type EvaluationState = (typeof evaluationStates)[number];

/** The step that follows; a result is taken back by nobody, a wrong one is corrected through appeals before it is final. */
export const nextState = { draft: 'rating', rating: 'provisional', provisional: 'final' } as const;

/** What hinders a step: the beginning of the marking, its end, the final result. */
export const stepFaults = [
  'no-subjects',
  'gone',
  'no-raters',
  'no-roll',
  'no-seed',
  'closes',
  'rules',
  'homes',
  'marking',
  'window',
  'appeals',
  'ties',
] as const;
export type StepFault = (typeof stepFaults)[number];

export const findingKinds = ['deduction', 'bonus', 'veto', 'reading'] as const;
export const appealKinds = ['answer', 'object'] as const;
export const appealStates = ['noted', 'open', 'upheld', 'refused'] as const;
