// Answers of a unit and of all below it, made fit to be shown: small children put together (合并楼栋), and of the counts as
// many hidden as it takes that nobody can compute or narrow down what few people answered, over all levels at once.
import { recoverable, type Sum } from './audit.ts';
import { type Arc, type Doubt, hideRings, widthLeast } from './rings.ts';
import { hideSmall } from './suppression.ts';

/** Counts by answer, in the same order everywhere. A unit may have answers that are in none of its children. */
export interface Branch {
  counts: readonly number[];
  children: readonly Branch[];
}

export interface ShownCounts {
  n: number;
  /** null where hidden */
  counts: (number | null)[];
}

export interface Shown extends ShownCounts {
  /** null for those that are shown in `merged` only, and for those without answers */
  children: (Shown | null)[];
  /** small children together, with the places of those */
  merged: (ShownCounts & { of: number[] }) | null;
}

/** A row of the table while it is decided: its arcs by answer. */
interface Row {
  n: number;
  arcs: number[];
}

interface Plan extends Row {
  children: (Plan | null)[];
  merged: (Row & { of: number[] }) | null;
}

/**
 * Null when the unit itself has fewer than k answers. Hidden are counts of 1 to k − 1 and the answer of a unit where all
 * gave the same, then what keeps these open: each may be k or more and less than it is, the same answer of all is open
 * by three at least, and so is the range of whatever else is hidden. Totals of shown units, and of small ones together,
 * are shown. Means, shares and indices of a unit are sums of its counts: they may be shown where all counts are; where
 * no counts of a unit and of its sisters are shown at all, schema/measures/open-mean.ts says which.
 *
 * `inside`: what those see who may see more, at a lower k. What is shown to others can all be computed from it, so that
 * whoever sees both tables learns nothing from having two.
 */
export function showTree(root: Branch, k: number, inside?: Shown): Shown | null {
  const size = total(root.counts);
  if (size < k) return null;
  const arcs: Arc[] = [];
  const sums: Sum[] = [];
  const doubts: Doubt[] = [];
  /** the node that all of the root's answers go to */
  const end = 0;
  let nodes = 1;

  /** `seen`: the rows inside that this one is the sum of */
  function row(
    counts: readonly number[],
    ends: { from: (answer: number) => number; into: readonly number[] },
    seen: readonly ShownCounts[],
  ): Row {
    const n = total(counts);
    const own = counts.map((count, answer) => {
      const few = count > 0 && count < k;
      const same = count > 0 && count === n && counts.length > 1;
      if (few || same)
        doubts.push({ arc: arcs.length, more: few ? k - count : 0, less: same ? widthLeast : 1 });
      const hidden = few || same || seen.some((one) => one.counts[answer] === null);
      return arcs.push({ from: ends.from(answer), to: ends.into[answer] ?? end, n: count, hidden }) - 1;
    });
    sums.push(new Map(own.map((arc) => [arc, 1n])));
    return { n, arcs: own };
  }
  /** A row whose people are not parted further: all of them come out of one node. */
  function leaf(counts: readonly number[], into: readonly number[], seen: readonly ShownCounts[]): Row {
    const node = nodes++;
    return row(counts, { from: () => node, into }, seen);
  }
  function plan({ counts, children }: Branch, into: readonly number[], seen: Shown | undefined): Plan {
    const same = seen ? [seen] : [];
    if (children.length === 0) return { ...leaf(counts, into, same), children: [], merged: null };
    const inner = counts.map(() => nodes++);
    const own = row(counts, { from: (answer) => inner[answer] ?? end, into }, same);
    const sizes = children.map((child) => total(child.counts));
    const rest = counts.map(
      (count, answer) => count - total(children.map((child) => child.counts[answer] ?? 0)),
    );
    if (rest.some((count) => count < 0)) throw new Error('children with more answers than their unit');
    const small = hideSmall(sizes, k, { rest: total(rest) });
    const of = small.flatMap((hidden, at) => (hidden ? [at] : []));
    const left = rest.map(
      (count, answer) => count + total(of.map((at) => children[at]?.counts[answer] ?? 0)),
    );
    const parts = [...of.map((at) => seen?.children[at]), seen?.merged];
    const merged =
      total(left) > 0
        ? {
            ...leaf(
              left,
              inner,
              parts.filter((part) => part !== undefined && part !== null),
            ),
            of,
          }
        : null;
    const plans = children.map((child, at) =>
      small[at] || sizes[at] === 0 ? null : plan(child, inner, seen?.children[at] ?? undefined),
    );
    own.arcs.forEach((arc, answer) => {
      const below = [...plans, merged].flatMap((one) => one?.arcs[answer] ?? []);
      sums.push(new Map([[arc, -1n], ...below.map((part) => [part, 1n] as const)]));
    });
    return { ...own, children: plans, merged };
  }

  const top = plan(
    root,
    root.counts.map(() => end),
    inside,
  );
  const narrow = hideRings(arcs, doubts);
  // What cannot be kept open closes the whole table.
  const closed = narrow.length > 0 || recoverable(sums, (arc) => arcs[arc]?.hidden === true).length > 0;
  const counts = ({ n, arcs: own }: Row): ShownCounts => ({
    n,
    counts: own.map((at) => {
      const arc = arcs[at];
      return closed || !arc || arc.hidden ? null : arc.n;
    }),
  });
  const shown = (one: Plan): Shown => ({
    ...counts(one),
    children: one.children.map((child) => child && shown(child)),
    merged: one.merged && { ...counts(one.merged), of: one.merged.of },
  });
  return shown(top);
}

const total = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0);
