// Which of several sibling units must not show figures, so that no group of fewer than k people can be read off or
// computed by subtracting what is shown from the unit above.

/** A board of staff hides below 5 people; what leaves the house (shared cards, results for residents) below 10. */
export const boardThreshold = 5;
export const publicThreshold = 10;
/** Kinds of unit that figures leave the house of. */
export const publicKinds: ReadonlySet<string> = new Set(['city', 'street', 'community']);

export interface HideOptions {
  /** answers of the parent that belong to none of the children; they are never shown by themselves */
  rest?: number;
  /** children that are hidden for another reason already */
  already?: readonly boolean[];
}

/**
 * Whether each child is hidden; `n` are the children's answers in any order.
 *
 * Hidden first: 0 < n < k. What is hidden together is known to whoever subtracts the shown children from the parent, so
 * its total must be 0 or at least k; while it is not, the smallest shown child is hidden too (complementary suppression;
 * ties: the first). A child without answers has nothing to hide. When even all together are fewer than k, all are
 * hidden, and the parent, being the same people, is hidden by its own level.
 *
 * Units form a tree and a unit under a hidden one is hidden, so every set of people that can be computed from shown
 * figures is a union of such differences: none is between 1 and k−1 (tests/unit/measures-suppression.test.ts).
 * The order "smallest first" makes what is hidden at a lower k a subset of what is hidden at a higher one.
 */
export function hideSmall(n: readonly number[], k: number, options: HideOptions = {}): boolean[] {
  const { rest = 0, already = [] } = options;
  const hidden = n.map((count, at) => already[at] === true || (count > 0 && count < k));
  const next = n
    .map((count, at) => ({ count, at }))
    .filter(({ count, at }) => count > 0 && !hidden[at])
    .sort((a, b) => a.count - b.count || a.at - b.at);
  const together = () => n.reduce((sum, count, at) => sum + (hidden[at] ? count : 0), rest);
  for (const { at } of next) {
    const sum = together();
    if (sum === 0 || sum >= k) break;
    hidden[at] = true;
  }
  return hidden;
}
