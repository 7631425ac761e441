// What may not be shown: units with few answers, single questions that few answered, and as many of their brothers and
// sisters as it takes that neither can be computed (schema/measures/suppression.ts). Decided from the campaign's top
// down and for all readers alike, so that two readers cannot put their boards together.
import { baseOf } from '../../schema/measures/item.ts';
import { hideSmall } from '../../schema/measures/suppression.ts';
import type { Family } from './family.ts';
import type { Line } from './lines.ts';

export interface Veil {
  /** no figure of this unit may be shown */
  unit(id: string): boolean;
  /** this line of this unit may not be shown (true also when the whole unit is hidden) */
  line(id: string, line: Line): boolean;
}

export function veil(family: Family, lines: readonly Line[], k: number): Veil {
  const units = hiddenIn(family, k, (id) => family.tally(id).n);
  const byLine = new Map(
    lines.map((line) => [
      line,
      hiddenIn(family, k, (id) => baseOf(line.item, family.tally(id).counts[line.question] ?? {}), units),
    ]),
  );
  return {
    unit: (id) => units.has(id),
    line: (id, line) => units.has(id) || byLine.get(line)?.has(id) === true,
  };
}

/** Ids of the hidden members, by the sizes of their groups; `already` are hidden whatever their size. */
function hiddenIn(
  { chain, childrenOf }: Family,
  k: number,
  size: (id: string) => number,
  already: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const hidden = new Set<string>();
  const top = chain[0];
  if (top && (already.has(top.id) || (size(top.id) > 0 && size(top.id) < k))) hidden.add(top.id);
  for (const parent of chain) {
    const children = childrenOf(parent.id);
    const sizes = children.map(({ id }) => size(id));
    const own = Math.max(
      0,
      sizes.reduce((left, n) => left - n, size(parent.id)),
    );
    const flags = hidden.has(parent.id)
      ? children.map(() => true)
      : hideSmall(sizes, k, { rest: own, already: children.map(({ id }) => already.has(id)) });
    children.forEach(({ id }, at) => {
      if (flags[at]) hidden.add(id);
    });
  }
  return hidden;
}
