// Sorted by score, places are shared where the ranges overlap: who stands apart only by chance is not told apart.
import type { ChildLine } from './card-types.ts';

export interface Ranked {
  child: ChildLine;
  /** first and last place of its group; undefined without a score */
  from?: number;
  to?: number;
}

/** As it is shown: one decimal. */
const shown = (value: number) => Math.round(value * 10) / 10;

/**
 * Highest score first; units without a score keep their own order at the end. A unit belongs to the group of the one
 * that opens it as long as their ranges overlap.
 */
export function ranked(children: readonly ChildLine[]): Ranked[] {
  const scored = children.flatMap((child) => (child.score ? [{ child, score: child.score }] : []));
  scored.sort((one, other) => other.score.value - one.score.value);
  const groups: (typeof scored)[] = [];
  for (const one of scored) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && shown(one.score.high) >= shown(first.score.low)) group.push(one);
    else groups.push([one]);
  }
  let before = 0;
  const places = groups.flatMap((group) => {
    const from = before + 1;
    before += group.length;
    return group.map(({ child }) => ({ child, from, to: before }));
  });
  return [...places, ...children.filter(({ score }) => !score).map((child) => ({ child }))];
}
