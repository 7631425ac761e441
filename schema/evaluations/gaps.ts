// Who gets no score or no band, and for want of what: said before marking begins by who could mark, and before it ends by who
// did and what was entered.
import { evaluate } from '../measures/evaluation.ts';
import { counting, type GroupKind, type Rules } from './scheme.ts';

export interface Gap {
  id: string;
  /** groups that count and have too few marks */
  groups: GroupKind[];
  /** ids of preconditions without the figure that they look at */
  gates: string[];
}

interface Scored {
  id: string;
  score: number | null;
  groups: readonly { id: string; score: number | null }[];
  readings: readonly { id: string; value: number | null }[];
}

export const gapsIn = ({ groups }: Rules, lines: readonly Scored[]): Gap[] =>
  lines
    .filter(({ score, readings }) => score === null || readings.some(({ value }) => value === null))
    .map((line) => ({
      id: line.id,
      groups: groups
        .filter(
          ({ id, weight }) =>
            line.score === null &&
            weight > 0 &&
            !line.groups.some((one) => one.id === id && one.score !== null),
        )
        .map(({ id }) => id),
      gates: line.readings.flatMap(({ id, value }) => (value === null ? [id] : [])),
    }));

/** What would come of one that so many of each group mark, all of them everything, and that has all its figures entered. */
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
  const { score, groups } = evaluate(counting(rules), {
    marks,
    deductions: [],
    bonus: [],
    vetoes: [],
    readings: {},
  });
  const satisfied = groups.some((group) => group.id === 'residents' && group.score !== null) ? 100 : null;
  const readings = rules.gates.flatMap(({ id, from }) =>
    from === 'residents' ? [{ id, value: satisfied }] : [],
  );
  return { id, score, groups, readings };
}
