// The stages of an evaluation: 办法 → 评分中 → 初评 → 终评. What each allows stands here once, for the pages and for the Worker.
export const evaluationStates = ['draft', 'rating', 'provisional', 'final', 'cancelled'] as const;
export type EvaluationState = (typeof evaluationStates)[number];

/** The step that follows; a result is taken back by nobody, a wrong one is corrected through appeals before it is final. */
export const nextState = { draft: 'rating', rating: 'provisional', provisional: 'final' } as const;

export type OpeningFault = 'no-subjects' | 'no-raters' | 'no-roll' | 'closes' | 'rules' | 'homes';
export type ProvisionalFault = 'marking';
export type FinalFault = 'window' | 'appeals' | 'ties';

export const findingKinds = ['deduction', 'bonus', 'veto', 'reading'] as const;
export const appealKinds = ['answer', 'object'] as const;
export const appealStates = ['noted', 'open', 'upheld', 'refused'] as const;

/** What a word of the households' scale is worth of a full mark (the mapping 100/80/60/30/0 of published figures). */
export const steps = [1, 0.8, 0.6, 0.3, 0] as const;
/** Rounded up: a whole mark that is not under its share, so that 好 is four fifths whatever the full mark. */
export const stepMark = (step: number, most: number): number =>
  Math.ceil((Math.round(step * 10) * most) / 10);
