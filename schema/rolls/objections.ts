// How long a posted roll stands open to objections (村民委员会组织法, article 14): five days, each answered within three.
export const objectionDays = 5;
const answerDays = 3;
const day = 86_400_000;

/** Days are counted from the day after: a moment of the last day on which one may object. */
export const lastToObject = (postedAt: number): number => postedAt + objectionDays * day;
export const answerDue = (saidAt: number): number => saidAt + answerDays * day;
