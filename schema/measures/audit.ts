// What published figures give away, by exact elimination: whole numbers of any size, so that no rounding decides whether
// somebody can be seen. Willenborg & de Waal, Elements of Statistical Disclosure Control, 2001, ch. 4.

/** A published figure as a sum of cells: how many times each counts, by any numbers given to the cells. */
export type Sum = ReadonlyMap<number, bigint>;

const abs = (n: bigint) => (n < 0n ? -n : n);
function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/**
 * The sums brought to a form in which each has a cell of its own that is in no other one. Every sum that can be computed
 * from them is determined by how often it counts these cells.
 */
function reduce(sums: Iterable<Sum>): Map<number, Map<number, bigint>> {
  const rows = new Map<number, Map<number, bigint>>();
  const holders = new Map<number, Set<number>>();
  const set = (own: number, row: Map<number, bigint>, cell: number, times: bigint) => {
    const holding = holders.get(cell) ?? new Set();
    holders.set(cell, holding);
    put(row, cell, times);
    if (times === 0n) holding.delete(own);
    else holding.add(own);
  };
  for (const sum of sums) {
    const row = new Map([...sum].filter(([, times]) => times !== 0n));
    for (const cell of sum.keys()) {
      const other = rows.get(cell);
      const times = row.get(cell);
      if (other && times !== undefined) take(row, other, cell, times, (at, n) => put(row, at, n));
    }
    const own = [...row.keys()].sort((a, b) => (holders.get(a)?.size ?? 0) - (holders.get(b)?.size ?? 0))[0];
    if (own === undefined) continue;
    for (const other of [...(holders.get(own) ?? [])]) {
      const its = rows.get(other);
      const times = its?.get(own);
      if (its && times !== undefined) take(its, row, own, times, (at, n) => set(other, its, at, n));
    }
    rows.set(own, row);
    for (const [cell, times] of row) set(own, row, cell, times);
  }
  return rows;
}

function put(row: Map<number, bigint>, cell: number, times: bigint): void {
  if (times === 0n) row.delete(cell);
  else row.set(cell, times);
}

/** Takes `by` off `row` as often as removes `cell` from it, which counts `times` there; and divides by what all share. */
function take(
  row: Map<number, bigint>,
  by: ReadonlyMap<number, bigint>,
  cell: number,
  times: bigint,
  write: (cell: number, times: bigint) => void,
): void {
  const its = by.get(cell) ?? 1n;
  const shared = divisor(times, its);
  const [scale, factor] = [its / shared, times / shared];
  if (scale !== 1n) for (const [at, n] of [...row]) write(at, n * scale);
  for (const [at, n] of by) write(at, (row.get(at) ?? 0n) - factor * n);
  let common = 0n;
  for (const n of row.values()) {
    common = divisor(common, n);
    if (common === 1n) return;
  }
  if (common > 1n) for (const [at, n] of [...row]) write(at, n / common);
}

/** Hidden cells that the sums determine, as whoever knows the shown cells can compute: none may be left. */
export function recoverable(sums: Iterable<Sum>, isHidden: (cell: number) => boolean): number[] {
  const unknown = [...sums].map((sum) => new Map([...sum].filter(([cell]) => isHidden(cell))));
  return [...reduce(unknown)].filter(([, row]) => row.size === 1).map(([cell]) => cell);
}

/** Independent groups at most among which all that can be computed is tried: 2^16 ways. */
const groupsMost = 16;

/**
 * The sizes of all groups of people that published groups give away by adding and subtracting. `atoms` are people that
 * no group parts, `groups` the places of the atoms that each holds. Null when there are too many groups to try all:
 * then no further one may be published.
 *
 * A group counts each of its people once, so it is determined by whether it holds the own atom of each reduced sum.
 */
export function derivedSizes(
  atoms: readonly number[],
  groups: readonly (readonly number[])[],
): number[] | null {
  const rows = [...reduce(groups.map((group) => new Map(group.map((atom) => [atom, 1n] as const))))];
  if (rows.length > groupsMost) return null;
  const sizes: number[] = [];
  const held = atoms.map(() => 0);
  // All reduced sums at one common scale: each counts its own atom `scale` times.
  const scale = rows.reduce((all, [own, row]) => {
    const times = abs(row.get(own) ?? 1n);
    return (all / divisor(all, times)) * times;
  }, 1n);
  const scaled = rows.map(([own, row]) =>
    [...row].map(([atom, times]) => [atom, Number((times * scale) / (row.get(own) ?? 1n))] as const),
  );
  const whole = Number(scale);
  const go = (at: number): void => {
    const row = scaled[at];
    if (!row) {
      if (held.every((times) => times === 0 || times === whole))
        sizes.push(atoms.reduce((sum, n, atom) => sum + (held[atom] === 0 ? 0 : n), 0));
      return;
    }
    go(at + 1);
    for (const [atom, times] of row) held[atom] = (held[atom] ?? 0) + times;
    go(at + 1);
    for (const [atom, times] of row) held[atom] = (held[atom] ?? 0) - times;
  };
  go(0);
  return sizes;
}
