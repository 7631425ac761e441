// How people can be moved between the answers of a scale without a trace in what is known: two answers apart where only
// their number is, three where their mean is too.
import { sum } from './sum.ts';

/** One line of a card: who gave which of its answers. */
export interface Scale {
  answers: number;
  /** what each answer counts in the mean; null where there is none. Whole numbers. */
  points: readonly number[] | null;
}

interface Step {
  at: number;
  by: number;
}

/** Into an answer, or out of it. */
export type Way = 1 | -1;

/** People taken from answers (by < 0) and given to others; every move is followed by the same one backwards. */
export type Move = readonly Step[];

export const isWithin = (move: Move, closed: readonly boolean[]) => move.every(({ at }) => closed[at]);

export const timesOf = (counts: readonly number[], move: Move) =>
  Math.min(
    ...move.map(({ at, by }) => (by < 0 ? Math.floor((counts[at] ?? 0) / -by) : Number.POSITIVE_INFINITY)),
  );

const bothWays = (moves: readonly Move[]): Move[] =>
  moves.flatMap((move) => [move, move.map(({ at, by }) => ({ at, by: -by }))]);

/** Two answers apart, or three with the same mean. */
export type Kind = 'swaps' | 'shifts';

export interface Moves extends Record<Kind, readonly Move[]> {
  /** places of the moves that bring people into an answer, or take them out, those of few people first */
  of(kind: Kind, answer: number, way: Way): readonly number[];
}

const known = new Map<string, Moves>();

/** On scales of more points than this only moves between neighbours are looked at. */
const longScale = 11;

export function movesIn(scale: Scale): Moves {
  const name = `${scale.answers}:${scale.points ?? ''}`;
  const found = known.get(name);
  if (found) return found;
  const answers = Array.from({ length: scale.answers }, (_, answer) => answer);
  const pairs = answers.flatMap((one) =>
    answers.slice(one + 1).map((other) => [
      { at: one, by: -1 },
      { at: other, by: 1 },
    ]),
  );
  const { points } = scale;
  const long = points !== null && points.length > longScale;
  const triples = (long ? answers.slice(0, -2) : [0]).flatMap((from) =>
    movesOf(points?.slice(from, long ? from + 3 : undefined) ?? []).map((move) =>
      move.map(({ at, by }) => ({ at: at + from, by })),
    ),
  );
  const [swaps, shifts] = [bothWays(pairs), bothWays(triples)];
  const lists = { swaps: byAnswer(swaps), shifts: byAnswer(shifts) };
  const moves: Moves = { swaps, shifts, of: (kind, answer, way) => lists[kind](answer, way) };
  known.set(name, moves);
  return moves;
}

function byAnswer(moves: readonly Move[]) {
  const lists = new Map<number, number[]>();
  const people = (at: number) => sum((moves[at] ?? []).map(({ by }) => Math.abs(by)));
  const keyOf = (answer: number, way: Way) => answer * 2 + (way > 0 ? 1 : 0);
  moves.forEach((move, place) => {
    for (const { at, by } of move) {
      if (by === 0) continue;
      const key = keyOf(at, by > 0 ? 1 : -1);
      lists.set(key, [...(lists.get(key) ?? []), place]);
    }
  });
  for (const list of lists.values()) list.sort((a, b) => people(a) - people(b) || a - b);
  return (answer: number, way: Way) => lists.get(keyOf(answer, way)) ?? [];
}

/** For every three points p < q < r: (r − q) people more at p, (r − p) fewer at q, (q − p) more at r. */
export function movesOf(points: readonly number[]): Step[][] {
  const order = points.map((point, at) => ({ point, at })).sort((a, b) => a.point - b.point);
  return order.flatMap((p, first) =>
    order.slice(first + 1).flatMap((q, second) =>
      order.slice(first + second + 2).map((r) => {
        const parts = [r.point - q.point, p.point - r.point, q.point - p.point];
        const shared = parts.reduce(divisor);
        return [p, q, r].map(({ at }, part) => ({ at, by: (parts[part] ?? 0) / shared }));
      }),
    ),
  );
}

function divisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : divisor(b, a % b);
}
