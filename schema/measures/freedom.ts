// How far the answers of the rows of one table could be others for all that is shown of them: what each closed one needs,
// and what can be moved among the rows, and between them and the unit above.
import { isWithin, type Kind, type Move, movesIn, type Scale, timesOf, type Way } from './moves.ts';
import { widthLeast } from './rings.ts';
import { sum } from './sum.ts';

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

export interface Row extends Decided {
  n: number;
  freedom: Map<number, number>;
}

/** Whether each count that must be closed could be another; else whether the row itself is what keeps it. */
export function openness(row: Row, k: number, table: Table): 'open' | 'alone' | 'beside' {
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
export function tableOf(rows: readonly Row[], scale: Scale, above: Decided | null): Table {
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
