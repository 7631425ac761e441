// Whether a mean, an index or a score gives away the answers that it is made of: n and the mean of five people who all
// said "very satisfied" say so, and a mean of 4.9 of ten says it of nine.
import type { PointCount } from './points.ts';
import { widthLeast } from './rings.ts';

/**
 * Whether the mean may stand beside n where the counts are not shown: every answer that somebody gave must be able to
 * have another count, over a range of at least three, with the same n and the same mean. For points in whole numbers.
 *
 * Other counts are looked for by moving people on three points at a time (two apart, others together, so that the sum
 * stays), one kind of move at once: what is found open is open. Of nobody's answers, and of a mean known to be rounded,
 * less is known than is taken here.
 */
export function meanIsOpen(counts: readonly PointCount[], width = widthLeast): boolean {
  const up = counts.map(() => 0);
  const down = counts.map(() => 0);
  for (const move of movesOf(counts.map(({ point }) => point)))
    for (const sign of [1, -1]) {
      const steps = move.map(({ at, by }) => ({ at, by: by * sign }));
      const times = Math.min(
        ...steps.map(({ at, by }) =>
          by < 0 ? Math.floor((counts[at]?.n ?? 0) / -by) : Number.POSITIVE_INFINITY,
        ),
      );
      for (const { at, by } of steps) {
        if (by > 0) up[at] = Math.max(up[at] ?? 0, by * times);
        else down[at] = Math.max(down[at] ?? 0, -by * times);
      }
    }
  return counts.every(({ n }, at) => n === 0 || (up[at] ?? 0) + (down[at] ?? 0) >= width);
}

export interface Step {
  at: number;
  by: number;
}

/** For every three points p < q < r: (r − q) people more at p, (r − p) fewer at q, (q − p) more at r. */
export function movesOf(points: readonly number[]): Step[][] {
  const order = points.map((point, at) => ({ point, at })).sort((a, b) => a.point - b.point);
  return order.flatMap((p, first) =>
    order.slice(first + 1).flatMap((q, second) =>
      order.slice(first + second + 2).map((r) => {
        const parts = [r.point - q.point, p.point - r.point, q.point - p.point];
        const shared = parts.reduce(divisor);
        return [p, q, r].map(({ at }, part) => ({ at, by: (parts[part] ?? 0) / shared }));
      }),
    ),
  );
}

function divisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : divisor(b, a % b);
}
