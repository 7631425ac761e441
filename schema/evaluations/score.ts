// The result of an evaluation from what is stored of it: marks as lists in the order of the indicators, what was found, and
// figures that gates look at. One computation for the board, for the frozen result and for whoever checks it.
import { alpha, panelAgreement } from '../measures/agreement.ts';
import { type Given, giveAwards } from '../measures/awards.ts';
import { type Evaluated, evaluate, middleOf } from '../measures/evaluation.ts';
import type { PointCount } from '../measures/points.ts';
import { stepMark } from './scale.ts';
import { askedOf, counting, type GroupKind, leastHouseholds, type Rules } from './scheme.ts';
import type { findingKinds } from './stages.ts';

/** A rater's marks in the order of the indicators; null where none is given. */
export type MarkList = readonly (number | null)[];

export interface Found {
  kind: (typeof findingKinds)[number];
  /** id of the item, of the veto or of the gate */
  item: string;
  /** how many times; of a reading, the figure itself */
  times: number;
}

export interface Rated {
  id: string;
  marks: Readonly<Partial<Record<GroupKind, readonly MarkList[]>>>;
  /** whose each of these lists is, by the same places; households have no name */
  raters: Readonly<Partial<Record<GroupKind, readonly string[]>>>;
  /** what stands; of readings of one gate the last counts */
  found: readonly Found[];
}

export interface GroupLine {
  id: string;
  score: number | null;
  /** how many marked; null for households under the threshold */
  n: number | null;
}

export interface Line extends Omit<Evaluated, 'groups'> {
  id: string;
  groups: GroupLine[];
  readings: { id: string; value: number | null }[];
}

function pointsOf(lists: readonly MarkList[], place: number): PointCount[] {
  const counts = new Map<number, number>();
  for (const list of lists) {
    const mark = list[place];
    if (mark !== null && mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return [...counts].map(([point, n]) => ({ point, n }));
}

/**
 * 满意率, 0–100: of the households' marks, those at four fifths of the full mark or above; null where a criterion that they
 * mark has fewer marks than the group's minimum.
 */
function satisfiedShare(rules: Rules, lists: readonly MarkList[]): number | null {
  const minimum = rules.groups.find(({ id }) => id === 'residents')?.minimum ?? leastHouseholds;
  const asked = askedOf(rules, 'residents');
  let [all, satisfied] = [0, 0];
  for (const [place, { most }] of rules.indicators.entries()) {
    if (!asked[place]) continue;
    const marks = lists.flatMap((list) => list[place] ?? []);
    if (marks.length < minimum) return null;
    all += marks.length;
    satisfied += marks.filter((mark) => mark >= stepMark(0.8, most)).length;
  }
  return all > 0 ? (satisfied / all) * 100 : null;
}

export function lineOf(rules: Rules, one: Omit<Rated, 'raters'>): Line {
  const points = (kind: 'deduction' | 'bonus', items: Rules['deductions']) =>
    one.found
      .filter((found) => found.kind === kind)
      .map(({ item, times }) => ((items.find(({ id }) => id === item)?.tenths ?? 0) * times) / 10);
  const readings = rules.gates.map(({ id, from }) => ({
    id,
    value:
      from === 'residents'
        ? satisfiedShare(rules, one.marks.residents ?? [])
        : (one.found.filter(({ kind, item }) => kind === 'reading' && item === id).at(-1)?.times ?? null),
  }));
  const { groups, ...rest } = evaluate(counting(rules), {
    marks: Object.fromEntries(
      rules.groups.map(({ id }) => [
        id,
        Object.fromEntries(
          rules.indicators.map((indicator, place) => [indicator.id, pointsOf(one.marks[id] ?? [], place)]),
        ),
      ]),
    ),
    deductions: points('deduction', rules.deductions),
    bonus: points('bonus', rules.bonuses),
    vetoes: [...new Set(one.found.filter(({ kind }) => kind === 'veto').map(({ item }) => item))],
    readings: Object.fromEntries(readings.map(({ id, value }) => [id, value])),
  });
  return {
    id: one.id,
    ...rest,
    groups: groups.map(({ id, score }) => {
      const lists = rules.groups.some((group) => group.id === id) ? (one.marks[id as GroupKind] ?? []) : [];
      const n = lists.filter((list) => list.some((mark) => mark !== null)).length;
      return { id, score, n: id === 'residents' && n < leastHouseholds ? null : n };
    }),
    readings,
  };
}

/**
 * Middle of each indicator's marks in one group, in marks; null where it has too few. Of households all are null where one
 * criterion has the same mark from all who gave one, or from all that are left when the ends are cut off, at an end of the
 * scale: the middle would say what each of them gave, and so would the others together with the score.
 */
export const indicatorsOf = (
  rules: Rules,
  kind: GroupKind,
  lists: readonly MarkList[],
): (number | null)[] => {
  const group = rules.groups.find(({ id }) => id === kind);
  const points = rules.indicators.map((_, place) => pointsOf(lists, place));
  const enough = (given: readonly PointCount[]) =>
    group !== undefined && given.reduce((sum, { n }) => sum + n, 0) >= group.minimum;
  const middles = points.map((given) => (group && enough(given) ? middleOf(given, group.middle) : null));
  const alike = middles.some(
    (middle, place) =>
      middle !== null &&
      (points[place]?.length === 1 || middle === 0 || middle === rules.indicators[place]?.most),
  );
  return kind === 'residents' && alike ? middles.map(() => null) : middles;
};

export function awardsOf(rules: Rules, lines: readonly Line[], decided: readonly string[]): Given[] {
  const candidates = lines.flatMap(({ id, score, outcome, groups, deducted }) =>
    outcome.state !== 'rated' || score === null
      ? []
      : [
          {
            id,
            score,
            figures: {
              ...Object.fromEntries(groups.map((group) => [group.id, group.score ?? 0])),
              deductions: -deducted,
            },
          },
        ],
  );
  const awards = rules.awards.map(({ from, ...award }) => (from === undefined ? award : { ...award, from }));
  return giveAwards(candidates, awards, rules.tie, decided);
}

/** Whether the order that was decided says who has an award: of a tie that is none any more there is nothing to tell. */
export function orderCounts(rules: Rules, lines: readonly Line[], decided: readonly string[]): boolean {
  const given = (by: readonly string[]) =>
    JSON.stringify(
      awardsOf(rules, lines, by).map((one) =>
        one.state === 'waiting' ? one : { ...one, winners: [...one.winners].sort() },
      ),
    );
  return given(decided) !== given([]);
}

/** How far the raters of a group agree on the whole mark; null where it cannot be said. */
export interface Agreement {
  id: GroupKind;
  alpha: number | null;
  /** ICC(2,k), where all of them marked all that are rated */
  panel: number | null;
}

/** Whole marks 0–100, rounded, since a tenth of a point is no disagreement. Households judge each their own building: no panel. */
export function agreementOf(rules: Rules, rated: readonly Rated[]): Agreement[] {
  const total = (list: MarkList) => {
    let [got, of] = [0, 0];
    rules.indicators.forEach(({ weight, most }, place) => {
      const mark = list[place] ?? null;
      if (mark === null) return;
      got += (weight * mark) / most;
      of += weight;
    });
    return of > 0 ? Math.round((got / of) * 100) : null;
  };
  return rules.groups
    .filter(({ id }) => id !== 'residents' && id !== 'self')
    .map(({ id }) => {
      // A column for each rater: who marked at which place is part of what the panel's figure is made of.
      const panel = [...new Set(rated.flatMap(({ raters }) => raters[id] ?? []))].sort();
      const units = rated.map(({ marks, raters }) => {
        const places = new Map(raters[id]?.map((rater, place) => [rater, place]));
        return panel.map((rater) => total(marks[id]?.[places.get(rater) ?? -1] ?? []));
      });
      const fixed = units.every((row) => row.every((mark) => mark !== null));
      return { id, alpha: alpha(units, 'interval'), panel: fixed ? panelAgreement(units) : null };
    });
}
