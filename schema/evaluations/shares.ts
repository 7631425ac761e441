// Shares of the score as whole numbers that make 100 together, whatever is moved: the others give way in proportion.

/** Whole numbers with this sum in proportion to these: what is left goes to the largest remainders (Hamilton). */
export function shareOut(weights: readonly number[], sum: number): number[] {
  const all = weights.reduce((total, one) => total + one, 0);
  const exact = weights.map((one) => (all > 0 ? one / all : 1 / weights.length) * sum);
  const whole = exact.map(Math.floor);
  const left = sum - whole.reduce((total, one) => total + one, 0);
  const order = exact
    .map((one, at) => ({ at, rest: one - Math.floor(one) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, left)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}

/** One share is set; the others keep their proportions in what is left, and equal parts where they were all 0. */
export function setShare(weights: readonly number[], place: number, value: number): number[] {
  if (weights.length < 2) return weights.map(() => 100);
  const kept = Math.min(100, Math.max(0, Math.round(value)));
  const others = shareOut(
    weights.filter((_, at) => at !== place),
    100 - kept,
  );
  return [...others.slice(0, place), kept, ...others.slice(place)];
}
