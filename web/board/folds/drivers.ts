// What each scored item would add to the overall score, which is their mean: arithmetic of today's figures, and no word
// about what causes what.
import type { Scorecard } from '../card-types.ts';
import { few } from '../figures.ts';

export interface Driver {
  title: string;
  value: number;
  /** points of the overall score, if the item stood at 100 */
  toFull: number;
  /** if it stood where the best unit below stands; none where no unit with enough answers stands higher */
  best: { unit: string; value: number; adds: number } | null;
}

/** The most first; empty where the overall score is one item's own. */
export function driversOf({ items, children }: Scorecard): Driver[] {
  const scored = items.flatMap((item) =>
    item.score ? [{ title: item.short, value: item.score.value }] : [],
  );
  if (scored.length < 2) return [];
  const adds = (from: number, to: number) => (to - from) / scored.length;
  const drivers = scored.map(({ title, value }, at) => {
    const higher = children.flatMap((child) => {
      const score = child.items[at];
      return score && (child.n ?? 0) >= few && score.value > value
        ? [{ unit: child.unit.name, value: score.value }]
        : [];
    });
    const best = higher.length > 0 ? higher.reduce((a, b) => (b.value > a.value ? b : a)) : null;
    return {
      title,
      value,
      toFull: adds(value, 100),
      best: best && { ...best, adds: adds(value, best.value) },
    };
  });
  return drivers.sort((a, b) => b.toFull - a.toFull);
}
