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
 * are shown. Means, shares and indices of a unit are sums of its counts: they may be shown where all counts are.
 */
export function showTree(root: Branch, k: number): Shown | null {
  const size = total(root.counts);
  if (size < k) return null;
  const arcs: Arc[] = [];
  const sums: Sum[] = [];
  const doubts: Doubt[] = [];
  /** the node that all of the root's answers go to */
  const end = 0;
  let nodes = 1;

  function row(counts: readonly number[], from: (answer: number) => number, into: readonly number[]): Row {
    const n = total(counts);
    const own = counts.map((count, answer) => {
      const few = count > 0 && count < k;
      const same = count > 0 && count === n && counts.length > 1;
      if (few || same)
        doubts.push({ arc: arcs.length, more: few ? k - count : 0, less: same ? widthLeast : 1 });
      return arcs.push({ from: from(answer), to: into[answer] ?? 0, n: count, hidden: few || same }) - 1;
    });
    sums.push(new Map(own.map((arc) => [arc, 1n])));
    return { n, arcs: own };
  }
  /** A row whose people are not parted further: all of them come out of one node. */
  function leaf(counts: readonly number[], into: readonly number[]): Row {
    const node = nodes++;
    return row(counts, () => node, into);
  }
  function plan({ counts, children }: Branch, into: readonly number[]): Plan {
    if (children.length === 0) return { ...leaf(counts, into), children: [], merged: null };
    const inner = counts.map(() => nodes++);
    const own = row(counts, (answer) => inner[answer] ?? 0, into);
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
    const merged = total(left) > 0 ? { ...leaf(left, inner), of } : null;
    const plans = children.map((child, at) => (small[at] || sizes[at] === 0 ? null : plan(child, inner)));
    own.arcs.forEach((arc, answer) => {
      const parts = [...plans, merged].flatMap((one) => one?.arcs[answer] ?? []);
      sums.push(new Map([[arc, -1n], ...parts.map((part) => [part, 1n] as const)]));
    });
    return { ...own, children: plans, merged };
  }

  const top = plan(
    root,
    root.counts.map(() => end),
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
