// Which answers of the rows of one table are closed: shown together as one count only. Decided family by family (a unit
// and its children), from the top down, so that whoever reads a branch needs the figures of the families above it and
// everybody gets the same decision.
import { isWithin, type Kind, type Move, movesIn, type Scale, timesOf, type Way } from './moves.ts';
import { widthLeast } from './rings.ts';
import { sum } from './sum.ts';

/** Rows of more answers than this (ages) are closed all together where one has something to close. */
const manyAnswers = 24;

const tellingKinds: readonly Kind[] = ['shifts'];
const silentKinds: readonly Kind[] = ['swaps', 'shifts'];

export interface Closing {
  /** by answer: its count is not shown by itself */
  closed: boolean[];
  /** the mean, and all that is made of it, may be shown */
  mean: boolean;
}

/** A row that has been decided, as its own children need to know it. */
export interface Decided extends Closing {
  counts: readonly number[];
  /** how far the row's answers may be taken otherwise, move by move, for all that is shown outside of it */
  freedom: ReadonlyMap<number, number>;
}

export interface Asked {
  scale: Scale;
  /** groups of fewer are hidden; 0: nothing is */
  k: number;
  /** the unit whose answers the rows part without rest; null for the top of the table */
  above: Decided | null;
  /** what those see who may see more: only what can be computed from it is shown */
  inside?: readonly Closing[] | undefined;
}

interface Row extends Decided {
  closed: boolean[];
  mean: boolean;
  n: number;
  freedom: Map<number, number>;
}

/**
 * Whoever reads the rows knows their totals, the counts and means shown, and those of the unit above. All other tables
 * that agree are reached by moving people between answers: two answers apart where a row's mean is not shown, three at a
 * time where it is (so that the mean stays), the same move backwards in other rows, or in the unit above where it closes
 * those answers too. Closed are counts of 1 to k − 1 and the answer of a row where all gave the same; then what it takes,
 * the smallest first, that each of these could be another one: over a range of three, and where no mean is shown a small
 * one also k or more. What rows close of an answer is 0 or at least k in all. Where nothing else helps, a mean is not
 * shown either, and then neither is that of another row.
 *
 * A row under a closed answer closes it too, and one under a hidden mean hides its own: so what moves above can be moved
 * below, and where means are shown below, the moves that the unit above relies on are kept possible among them.
 *
 * With everything closed and no mean shown this always holds, wherever the rows and the rest have k answers each: a count
 * of a row then ranges from max(0, n + a − N) to min(n, a), where a of the N in all rows gave this answer.
 */
export function closeRows(counts: readonly (readonly number[])[], asked: Asked): Decided[] {
  const { scale, k, above, inside } = asked;
  const { shifts } = movesIn(scale);
  const rows = counts.map((own, at) => firstClosing(own, asked, inside?.[at]));
  const given = rows.filter(({ n }) => n > 0);
  if (scale.answers > manyAnswers && above && given.some(({ closed }) => closed.includes(true))) {
    for (const row of rows) {
      row.mean = false;
      row.closed.fill(true);
    }
    return rows;
  }
  const all = (row: Row) => row.closed.every(Boolean);
  const close = (row: Row, answers: readonly boolean[]) => {
    row.closed = row.closed.map((is, answer) => is || answers[answer] === true);
  };
  const hideMean = (row: Row) => {
    row.mean = false;
    row.closed = row.closed.map(() => true);
  };
  const smallest = (may: (row: Row) => boolean, size = (row: Row) => row.n) =>
    given.filter(may).sort((a, b) => size(a) - size(b))[0];

  /** Closes more for a row that gives something away; false where everything is closed that could help. */
  function widen(row: Row, alone: boolean): boolean {
    const next = alone ? nextAnswer(row) : undefined;
    if (next !== undefined) {
      row.closed[next] = true;
      return true;
    }
    if (alone && row.mean) {
      hideMean(row);
      return true;
    }
    const beside = smallest(
      (other) => other !== row && row.closed.some((is, answer) => is && !other.closed[answer]),
    );
    if (beside) {
      close(beside, row.closed);
      if (!row.mean && scale.points) hideMean(beside);
      return true;
    }
    const more = nextAnswer(row);
    if (more !== undefined) row.closed[more] = true;
    else if (row.mean) hideMean(row);
    else {
      const silent = smallest((other) => other !== row && (other.mean || !all(other)));
      if (!silent) return false;
      hideMean(silent);
    }
    return true;
  }

  function pooled(answer: number): Row | undefined {
    if (above?.closed[answer]) return undefined;
    const together = sum(given.map((row) => (row.closed[answer] ? (row.counts[answer] ?? 0) : 0)));
    if (together === 0 || together >= k) return undefined;
    return smallest(
      (row) => !row.closed[answer] && (row.counts[answer] ?? 0) > 0,
      (row) => row.counts[answer] ?? 0,
    );
  }

  for (let changed = true; changed; ) {
    changed = false;
    for (let answer = 0; answer < scale.answers; answer++)
      for (let row = pooled(answer); row; row = pooled(answer)) {
        row.closed[answer] = true;
        changed = true;
      }
    // The mean of those whose means are not shown can be computed.
    const silent = sum(given.map(({ mean, n }) => (mean ? 0 : n)));
    if (above?.mean && silent > 0 && silent < k) {
      const row = smallest(({ mean }) => mean);
      if (row) hideMean(row);
    }
    const table = tableOf(given, scale, above);
    const told = () => given.filter(({ mean }) => mean).length;
    const before = told();
    for (const row of given) {
      const open = openness(row, k, table);
      if (open === 'open') continue;
      if (widen(row, open === 'alone')) changed = true;
      // A mean that is hidden may be all that the others need.
      if (told() < before) break;
    }
    if (changed || !above?.mean) continue;
    for (const [move, times] of above.freedom) {
      if (table.within(move) >= times) continue;
      const row = smallest(
        (one) => one.mean && (shifts[move] ?? []).some(({ at, by }) => by < 0 && (one.counts[at] ?? 0) > 0),
      );
      if (!row) continue;
      hideMean(row);
      changed = true;
      break;
    }
  }
  tableOf(given, scale, above).lean(k);
  return rows;
}

function firstClosing(counts: readonly number[], { scale, k, above }: Asked, inside?: Closing): Row {
  const n = sum(counts);
  const mean =
    scale.points !== null && (above?.mean ?? true) && (inside?.mean ?? true) && (n >= k || n === 0);
  const closed = counts.map(
    (count, answer) =>
      (above?.closed[answer] ?? false) ||
      (inside?.closed[answer] ?? false) ||
      (scale.points !== null && !mean) ||
      (n > 0 && n < k) ||
      (count > 0 && count < k) ||
      (k > 1 && count > 0 && count === n && counts.length > 1),
  );
  return { counts, n, closed, mean, freedom: new Map() };
}

/** The next answer to close: the one that fewest gave, nobody's last. */
function nextAnswer({ closed, counts }: Row): number | undefined {
  const size = (answer: number) => counts[answer] || Number.POSITIVE_INFINITY;
  return closed
    .flatMap((is, answer) => (is ? [] : [answer]))
    .sort((a, b) => (size(a) === size(b) ? a - b : size(a) - size(b)))[0];
}

/** Whether each count that must be closed could be another; else whether the row itself is what keeps it. */
function openness(row: Row, k: number, table: Table): 'open' | 'alone' | 'beside' {
  let state: 'open' | 'beside' = 'open';
  for (const need of needsOf(row, k)) {
    if (!isMet(need, (way, most) => table.path(row, need.answer, way, most, true).far)) return 'alone';
    if (!isMet(need, (way, most) => table.path(row, need.answer, way, most).far)) state = 'beside';
  }
  return state;
}

interface Need {
  answer: number;
  up: number;
  width: number;
}

function needsOf({ counts, closed, mean, n }: Row, k: number): Need[] {
  return counts.flatMap((count, answer) => {
    if (!closed[answer] || count === 0 || (count >= k && count < n)) return [];
    const few = count < k && !mean;
    return [
      {
        answer,
        up: few ? Math.min(k, n) - count : 0,
        width: Math.min(widthLeast, n),
      },
    ];
  });
}

function isMet({ up, width }: Need, far: (way: Way, most: number) => number): boolean {
  const above = far(1, Math.max(up, width));
  return above >= up && above + far(-1, width - above) >= width;
}

interface Path {
  far: number;
  /** moves made by rows whose mean is shown */
  made: { row: Row; move: number }[];
}

interface Table {
  path(row: Row, answer: number, way: Way, most: number, alone?: boolean): Path;
  within(move: number): number;
  lean(k: number): void;
}

/** What can be moved among the rows. */
function tableOf(rows: readonly Row[], scale: Scale, above: Decided | null): Table {
  const moves = movesIn(scale);
  const silent = rows.filter(({ mean }) => !mean);
  const telling = rows.filter(({ mean }) => mean);
  const together = Array.from({ length: scale.answers }, (_, answer) =>
    sum(silent.map(({ counts }) => counts[answer] ?? 0)),
  );

  /** What the unit above leaves free: where its mean is known, only moves that keep it. */
  const free = (move: number, kind: Kind) =>
    above === null
      ? Number.POSITIVE_INFINITY
      : above.mean === (kind === 'shifts')
        ? (above.freedom.get(move) ?? 0)
        : 0;

  /** Moves people into an answer of a row or out of it, one move after the other, with the same moves back in others. */
  function path(row: Row, answer: number, way: Way, most: number, alone = false): Path {
    const own = [...row.counts];
    const work = new Map<Row, number[]>();
    const pool = [...together];
    const made: Path['made'] = [];
    const apply = (counts: number[], move: Move) => {
      for (const { at, by } of move) counts[at] = (counts[at] ?? 0) + by;
    };
    function answered(kind: Kind, at: number, times: number): boolean {
      if (alone || free(at, kind) > times) return true;
      const back = moves[kind][at ^ 1] ?? [];
      if (row.mean && timesOf(pool, back) > 0) {
        apply(pool, back);
        return true;
      }
      for (const other of row.mean ? telling : kind === 'swaps' ? silent : rows) {
        if (other === row || !isWithin(back, other.closed)) continue;
        const counts = work.get(other) ?? [...other.counts];
        if (timesOf(counts, back) < 1) continue;
        apply(counts, back);
        work.set(other, counts);
        if (other.mean) made.push({ row: other, move: at ^ 1 });
        return true;
      }
      return false;
    }
    let far = 0;
    for (const kind of row.mean ? tellingKinds : silentKinds)
      for (const at of moves.of(kind, answer, way)) {
        const move = moves[kind][at] ?? [];
        if (!isWithin(move, row.closed)) continue;
        const by = Math.abs(move.find((step) => step.at === answer)?.by ?? 0);
        for (let times = 0; far < most && timesOf(own, move) > 0 && answered(kind, at, times); times++) {
          apply(own, move);
          if (row.mean) made.push({ row, move: at });
          far += by;
        }
      }
    return { far, made };
  }

  const most = (row: Row, move: Move) => (isWithin(move, row.closed) ? timesOf(row.counts, move) : 0);
  const silentShift = (move: number) => timesOf(together, moves.shifts[move] ?? []);
  /** How often the rows together can make a move of the unit above. */
  const within = (move: number) =>
    silentShift(move) + sum(telling.map((row) => most(row, moves.shifts[move] ?? [])));

  const keep = (row: Row, move: number, times: number) =>
    row.freedom.set(move, Math.max(row.freedom.get(move) ?? 0, times));

  function leanSilent(): void {
    const sums = moves.swaps.map((move) => sum(silent.map((row) => most(row, move))));
    for (const row of silent)
      moves.swaps.forEach((move, at) => {
        const others = (sums[at ^ 1] ?? 0) - most(row, moves.swaps[at ^ 1] ?? []);
        keep(row, at, Math.min(most(row, move), Math.max(free(at, 'swaps'), others)));
      });
  }

  /** Notes which moves what is shown relies on, so that they stay possible in what is shown below. */
  function lean(k: number): void {
    leanSilent();
    for (const row of rows)
      for (const need of needsOf(row, k)) {
        const up = path(row, need.answer, 1, Math.max(need.up, need.width));
        const ways = [up, path(row, need.answer, -1, need.width - up.far)];
        for (const { made } of ways) {
          const times = new Map<Row, Map<number, number>>();
          for (const one of made) {
            const its = times.get(one.row) ?? new Map<number, number>();
            its.set(one.move, (its.get(one.move) ?? 0) + 1);
            times.set(one.row, its);
          }
          for (const [who, its] of times) for (const [move, often] of its) keep(who, move, often);
        }
      }
    if (!above?.mean) return;
    for (const [move, times] of above.freedom) {
      let left = times - silentShift(move);
      const bearers = telling
        .map((row) => ({ row, its: most(row, moves.shifts[move] ?? []) }))
        .sort((a, b) => b.its - a.its);
      for (const { row, its } of bearers) {
        if (left <= 0) break;
        keep(row, move, Math.min(left, its));
        left -= its;
      }
    }
  }
  return { path, within, lean };
}
