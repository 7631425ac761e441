// What an area is told of its own result, and what a card tells of it. Where the households' mark stands so near an end of
// the scale that one household less could have brought it there, the figure would say what each of them gave: told is from
// where to where it is (top and bottom coding), of it and of what it could be worked out from. Whoever decides has it all.
import { billionths } from '../measures/evaluation.ts';
import { askedOf, leastHouseholds, type Rules } from './scheme.ts';
import type { Line } from './score.ts';

export interface Range {
  from: number;
  to: number;
}

/**
 * `value`: 0–100, of `n` households, each of which moves it by 100/n at most; `near`: how many of them from an end is too
 * near; where every share is, it is told by nothing. Undefined where it is told as it is.
 */
export function nearEnd(value: number, n: number, near = 1): Range | undefined {
  const far = (near * 100) / n;
  if (far >= 50) return { from: 0, to: 100 };
  const whole = Math.ceil(far - 1e-9);
  if (billionths(value) >= billionths(100 - far)) return { from: 100 - whole, to: 100 };
  return billionths(value) <= billionths(far) ? { from: 0, to: whole } : undefined;
}

/** A group of so many is told criterion by criterion; of fewer, the criteria are single people's marks. */
const fewRaters = 3;

export interface ToldLine extends Omit<Line, 'groups' | 'readings'> {
  /** in place of a score that is not told */
  about?: Range | undefined;
  groups: (Line['groups'][number] & { about?: Range | undefined })[];
  readings: (Line['readings'][number] & { about?: Range | undefined })[];
}

/** The line as its own area has it: the same, or with ranges in place of what would tell each household's marks. */
export function toldLine(rules: Rules, line: Line): ToldLine {
  const own = line.groups.find(({ id }) => id === 'residents');
  const n = own?.n ?? 0;
  const asked = new Set(rules.gates.flatMap(({ id, from }) => (from === 'residents' ? [id] : [])));
  const readings = line.readings.map((one) => {
    // A share counts households: neither those who are satisfied nor the others are told where they are few.
    const about =
      asked.has(one.id) && one.value !== null ? nearEnd(one.value, n, leastHouseholds - 1) : undefined;
    return about ? { ...one, value: null, about } : one;
  });
  const mark = own?.score ?? null;
  const near = mark === null ? undefined : nearEnd(mark, n);
  if (!near || mark === null) return { ...line, readings };
  const scored = (id: string) => line.groups.some((group) => group.id === id && group.score !== null);
  const there = rules.groups.filter(({ id }) => scored(id));
  const all = there.reduce((sum, { weight }) => sum + weight, 0);
  const share = (there.find(({ id }) => id === 'residents')?.weight ?? 0) / all;
  const hides = share > 0 && line.score !== null;
  return {
    ...line,
    readings,
    groups: line.groups.map((one) => (one === own ? { ...one, score: null, about: near } : one)),
    ...(hides && {
      before: null,
      score: null,
      about: {
        from: (line.score ?? 0) - share * (mark - near.from),
        to: (line.score ?? 0) + share * (near.to - mark),
      },
    }),
  };
}

/** Whether figures of single criteria may stand beside a line: not where they would tell marks that are not told. */
export function tellsCriteria(rules: Rules, line: ToldLine, kind: string): boolean {
  const group = line.groups.find(({ id }) => id === kind);
  if (kind !== 'residents') return (group?.n ?? 0) >= fewRaters;
  return askedOf(rules, 'residents').filter(Boolean).length > 1 && group?.about === undefined;
}
