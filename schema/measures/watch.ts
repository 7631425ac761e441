// What a board says is to be watched without anybody having set a target.

/**
 * On 0–100: a score is low where its whole range lies below. A rule of thumb that the board names as one, a little above
 * the middle of the scale; no standard and no target.
 */
export const lowScore = 60;
