// The scale that marks are given by in words: 很好 to 很差, each a share of the full mark.

/** What a word of the households' scale is worth of a full mark (the mapping 100/80/60/30/0 of published figures). */
export const steps = [1, 0.8, 0.6, 0.3, 0] as const;
/** Rounded up: a whole mark that is not under its share, so that 好 is four fifths whatever the full mark. */
export const stepMark = (step: number, most: number): number =>
  Math.ceil((Math.round(step * 10) * most) / 10);
