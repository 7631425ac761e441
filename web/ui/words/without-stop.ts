// What somebody typed, as it stands inside a sentence: the sentence has its own full stop.
export const withoutStop = (typed: string): string => typed.trim().replace(/[。．.；;]+$/, '');
