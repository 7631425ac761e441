// Hiding figures that add up, so that no hidden one can be computed or narrowed down. Figures are the arcs of a network in
// which what comes into a node goes out of it (a cell goes from its row to its column, a building's answers to its
// grid's): all other tables that agree with what is shown are reached by moving people around rings of hidden arcs.
// Cox, Network models for complementary cell suppression, JASA 90, 1995.

export interface Arc {
  from: number;
  to: number;
  /** a whole number ≥ 0 */
  n: number;
  hidden: boolean;
}

/** What else a hidden arc must be able to hold, beside what it does. */
export interface Doubt {
  arc: number;
  /** so many more */
  more: number;
  /** so many less */
  less: number;
}

/** Narrowest range of a hidden figure. */
export const widthLeast = 3;

/**
 * Hides further arcs, those with few people first, until every hidden arc can hold what its doubt asks for, and ranges
 * over at least `width` (from the least to the most that it can hold). Hiding only widens, so each arc is looked at once.
 * Returns the arcs for which this cannot be had, whatever is hidden.
 */
export function hideRings(arcs: readonly Arc[], doubts: readonly Doubt[], width = widthLeast): number[] {
  const net = network(arcs);
  const wanted = new Map(doubts.map((doubt) => [doubt.arc, doubt]));
  const open: number[] = [];
  const queue = arcs.flatMap(({ hidden }, at) => (hidden ? [at] : []));
  const hide = ({ shown, done }: Way): number => {
    for (const at of shown) {
      const arc = arcs[at];
      if (arc) arc.hidden = true;
      queue.push(at);
    }
    return done;
  };
  for (const arc of queue) {
    const { more, less } = wanted.get(arc) ?? { more: 0, less: 0 };
    const enough = hide(net.move({ arc, more: true, by: more })) >= more;
    const lower = hide(net.move({ arc, more: false, by: less })) >= less;
    const up = net.move({ arc, more: true, by: width, free: true }).done;
    const down = net.move({ arc, more: false, by: width - up, free: true }).done;
    let range = up + down;
    if (range < width) {
      // Where it shows the least: upwards, downwards, or as far as either goes.
      const rise = net.move({ arc, more: true, by: width - down });
      const fall = net.move({ arc, more: false, by: width - up });
      const ways = [rise, fall].filter((way, at) => way.done + (at === 0 ? down : up) >= width);
      const [best] = ways.sort((a, b) => a.cost - b.cost);
      if (best) hide(best);
      range = best ? width : hide(rise) + hide(net.move({ arc, more: false, by: width - rise.done }));
    }
    if (!enough || !lower || range < width) open.push(arc);
  }
  return open;
}

/** How people can be moved into an arc or out of it, and what that would hide. */
interface Way {
  done: number;
  /** arcs that are shown so far */
  shown: number[];
  cost: number;
}

interface Move {
  arc: number;
  more: boolean;
  by: number;
  /** over hidden arcs only */
  free?: boolean;
}

interface Step {
  arc: number;
  /** walked along the arc: it gains */
  gains: boolean;
}

function network(arcs: readonly Arc[]) {
  const nodes = arcs.reduce((most, { from, to }) => Math.max(most, from, to), -1) + 1;
  const steps: (Step & { to: number })[][] = Array.from({ length: nodes }, () => []);
  arcs.forEach(({ from, to }, arc) => {
    steps[from]?.push({ arc, gains: true, to });
    steps[to]?.push({ arc, gains: false, to: from });
  });
  const moved = arcs.map(() => 0);
  const planned = new Set<number>();
  const cost = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Array<{ step: Step; from: number } | undefined>(nodes);
  const priceOf = (at: number) => {
    const arc = arcs[at];
    return !arc || arc.hidden || planned.has(at) ? 0 : 1 + arc.n;
  };

  /** The way between the ends of an arc that hides the least, over arcs that can lose `amount`. */
  function cheapest({ arc: target, more, free }: Move, amount: number): Step[] | undefined {
    const arc = arcs[target];
    if (!arc) return undefined;
    const [start, end] = more ? [arc.to, arc.from] : [arc.from, arc.to];
    const heap = new Heap();
    const seen = [start];
    cost[start] = 0;
    heap.add(0, start);
    let found: Step[] | undefined;
    for (let next = heap.take(); next; next = heap.take()) {
      if (next.cost > (cost[next.node] ?? 0)) continue;
      if (next.node === end) {
        found = wayTo(end, start);
        break;
      }
      for (const step of steps[next.node] ?? []) {
        if (step.arc === target) continue;
        if (!step.gains && (arcs[step.arc]?.n ?? 0) + (moved[step.arc] ?? 0) < amount) continue;
        const price = priceOf(step.arc);
        if (free && price > 0) continue;
        const total = next.cost + price;
        if (total >= (cost[step.to] ?? 0)) continue;
        if (cost[step.to] === Number.POSITIVE_INFINITY) seen.push(step.to);
        cost[step.to] = total;
        cameBy[step.to] = { step, from: next.node };
        heap.add(total, step.to);
      }
    }
    for (const node of seen) cost[node] = Number.POSITIVE_INFINITY;
    return found;
  }

  function wayTo(end: number, start: number): Step[] {
    const way: Step[] = [];
    for (let node = end; node !== start; ) {
      const came = cameBy[node];
      if (!came) break;
      way.push(came.step);
      node = came.from;
    }
    return way;
  }

  /** Moves `by` people into an arc, or out of it, as far as there are rings. */
  function move(wish: Move): Way {
    let [done, price] = [0, 0];
    const touched = new Set<number>();
    const most = wish.more ? wish.by : Math.min(wish.by, arcs[wish.arc]?.n ?? 0);
    // One ring for all of them first: several would hide more.
    for (let amount = most; amount > 0; ) {
      const ring = cheapest(wish, amount);
      if (!ring) {
        amount--;
        continue;
      }
      for (const { arc, gains } of ring) {
        price += priceOf(arc);
        if (priceOf(arc) > 0) planned.add(arc);
        moved[arc] = (moved[arc] ?? 0) + (gains ? amount : -amount);
        touched.add(arc);
      }
      done += amount;
      amount = Math.min(amount, most - done);
    }
    for (const arc of touched) moved[arc] = 0;
    const shown = [...planned];
    planned.clear();
    return { done, shown, cost: price };
  }
  return { move };
}

/** The node that costs the least, first. */
class Heap {
  readonly #list: { cost: number; node: number }[] = [];

  add(cost: number, node: number): void {
    const list = this.#list;
    let at = list.push({ cost, node }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((list[above]?.cost ?? 0) <= cost) break;
      this.#swap(at, above);
      at = above;
    }
  }

  take(): { cost: number; node: number } | undefined {
    const list = this.#list;
    const first = list[0];
    const last = list.pop();
    if (!first || !last || list.length === 0) return first;
    list[0] = last;
    const costAt = (at: number) => list[at]?.cost ?? Number.POSITIVE_INFINITY;
    for (let at = 0; ; ) {
      const below = costAt(2 * at + 1) <= costAt(2 * at + 2) ? 2 * at + 1 : 2 * at + 2;
      if (costAt(below) >= costAt(at)) return first;
      this.#swap(at, below);
      at = below;
    }
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#list[a], this.#list[b]];
    if (!one || !other) return;
    this.#list[a] = other;
    this.#list[b] = one;
  }
}
