// Which answers of the rows of one table are closed: shown together as one count only. Decided family by family (a unit
// and its children), from the top down, so that whoever reads a branch needs the figures of the families above it and
// everybody gets the same decision.
import { type Closing, type Decided, openness, type Row, tableOf } from './freedom.ts';
import { movesIn, type Scale } from './moves.ts';
import { sum } from './sum.ts';

/** Rows of more answers than this (ages) are closed all together where one has something to close. */
const manyAnswers = 24;

export interface Asked {
  scale: Scale;
  /** groups of fewer are hidden; 0: nothing is */
  k: number;
  /** the unit whose answers the rows part without rest; null for the top of the table */
  above: Decided | null;
  /** what those see who may see more: only what can be computed from it is shown */
  inside?: readonly Closing[] | undefined;
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
 * Only answers that say what somebody thinks are in a table. How many said 不了解, or left the question out, says nothing of
 * that: it is no cell, and is told as it is wherever the unit itself is shown.
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
