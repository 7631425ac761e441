// Who gets no score, and for want of whom: said before marking begins by who could mark, and before it ends by who did.
import { evaluate } from '../measures/evaluation.ts';
import { counting, type GroupKind, type Rules } from './scheme.ts';

export interface Gap {
  id: string;
  /** groups that count and have too few marks */
  groups: GroupKind[];
}

interface Scored {
  id: string;
  score: number | null;
  groups: readonly { id: string; score: number | null }[];
}

export const gapsIn = ({ groups }: Rules, lines: readonly Scored[]): Gap[] =>
  lines
    .filter(({ score }) => score === null)
    .map((line) => ({
      id: line.id,
      groups: groups
        .filter(
          ({ id, weight }) => weight > 0 && !line.groups.some((one) => one.id === id && one.score !== null),
        )
        .map(({ id }) => id),
    }));

/** What would come of one that so many of each group mark, all of them everything. */
export function ifAllMark(
  rules: Rules,
  id: string,
  raters: Readonly<Partial<Record<GroupKind, number>>>,
): Scored {
  const marks = Object.fromEntries(
    rules.groups.map((group) => [
      group.id,
      Object.fromEntries(
        rules.indicators.map((one) => [one.id, [{ point: one.most, n: raters[group.id] ?? 0 }]]),
      ),
    ]),
  );
  return { id, ...evaluate(counting(rules), { marks, deductions: [], bonus: [], vetoes: [], readings: {} }) };
}
