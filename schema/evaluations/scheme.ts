// The rules of one evaluation 评选办法, as data: who marks what and how much it counts, what is taken off or put on, what
// bars or disqualifies, and who gets what. Frozen when marking begins; the next run takes it over as it stands.
import type { TieRule } from '../measures/awards.ts';
import type { Scheme as Counting, Middle } from '../measures/evaluation.ts';
import { sum } from '../measures/sum.ts';
import { boardThreshold } from '../measures/suppression.ts';

export const groupKinds = [
  'residents',
  'grid',
  'property',
  'branch',
  'experts',
  'self',
  'community',
] as const;
export type GroupKind = (typeof groupKinds)[number];
export const bandKinds = ['model', 'standard', 'mend'] as const;
export type BandKind = (typeof bandKinds)[number];

export interface Indicator {
  id: string;
  title: string;
  /** what the full mark takes */
  criteria: string;
  weight: number;
  /** the full mark */
  most: number;
}

export interface Group {
  id: GroupKind;
  /** share of the score, a whole number; all together 100 */
  weight: number;
  minimum: number;
  middle: Middle;
  /** ids of the indicators that it marks; without them, all */
  marks?: string[] | undefined;
}

export interface Item {
  id: string;
  title: string;
  /** of one mark */
  tenths: number;
  /** found only with a picture */
  photo: boolean;
}

export interface Gate {
  id: string;
  title: string;
  /** 0–100 */
  atLeast: number;
  /** of the households' marks those at four fifths of the full mark or above; or a figure that staff enter with its source */
  from: 'residents' | 'reported';
}

export interface Award {
  id: string;
  title: string;
  places: number;
  from?: number | undefined;
}

export interface Rules {
  indicators: Indicator[];
  groups: Group[];
  missing: 'incomplete' | 'reweight';
  deductions: Item[];
  deductionCap: number;
  bonuses: Item[];
  bonusCap: number;
  vetoes: { id: string; title: string }[];
  gates: Gate[];
  bands: { id: BandKind; from: number }[];
  awards: Award[];
  tie: { by: (GroupKind | 'deductions')[]; rest: TieRule['rest'] };
}

export const mostIndicators = 20;
export const mostRules = 30;
/** Households that a building needs for their marks to count: fewer could be told apart. */
export const leastHouseholds = boardThreshold;
/** The smallest minimum that a group may have. */
export const leastMarks = (kind: GroupKind): number => (kind === 'residents' ? leastHouseholds : 1);

/** What the scoring of schema/measures takes. */
export const counting = (rules: Rules): Counting => ({
  ...rules,
  groups: rules.groups.map(({ marks, ...group }) => (marks ? { ...group, marks } : group)),
});

/** Places of the indicators that a group marks. */
export const askedOf = ({ indicators, groups }: Rules, kind: GroupKind): boolean[] => {
  const group = groups.find(({ id }) => id === kind);
  return indicators.map(({ id }) => group !== undefined && (group.marks?.includes(id) ?? true));
};

/** Experts are drawn, and nobody could draw them again. */
export const drawsUnstated = ({ groups }: Rules, { seed }: { seed: string }): boolean =>
  seed.trim() === '' && groups.some(({ id }) => id === 'experts');
/** Whether these are marks that a group may give: none where it marks nothing, none above the full mark. */
export const marksFit = (rules: Rules, kind: GroupKind, marks: readonly (number | null)[]): boolean => {
  const asked = askedOf(rules, kind);
  return (
    marks.length === rules.indicators.length &&
    rules.indicators.every(({ most }, at) => {
      const mark = marks[at] ?? null;
      return mark === null || (asked[at] === true && mark <= most);
    })
  );
};

export type RuleFault =
  | 'no-indicators'
  | 'shares'
  | 'few-households'
  | 'marks-nothing'
  | 'bands-order'
  | 'twice'
  | 'gate-residents'
  | 'self-share'
  | 'self-tie';

/** What hinders these rules from giving a result that can be defended. */
export function ruleFaults(rules: Rules): RuleFault[] {
  const { indicators, groups, gates, bands, deductions, bonuses, vetoes, awards, tie } = rules;
  const known = new Set(indicators.map(({ id }) => id));
  const weighs = new Set(indicators.flatMap(({ id, weight }) => (weight > 0 ? [id] : [])));
  const lists = [indicators, groups, gates, bands, [...deductions, ...bonuses, ...vetoes], awards];
  const residents = groups.find(({ id }) => id === 'residents');
  const faults: [RuleFault, boolean][] = [
    ['no-indicators', !(sum(indicators.map(({ weight }) => weight)) > 0)],
    ['shares', sum(groups.map(({ weight }) => weight)) !== 100],
    ['few-households', residents !== undefined && residents.minimum < leastHouseholds],
    [
      'marks-nothing',
      groups.some(
        ({ weight, marks }) =>
          marks &&
          (!marks.every((id) => known.has(id)) || !marks.some((id) => (weight > 0 ? weighs : known).has(id))),
      ),
    ],
    ['bands-order', bands.some(({ from }, at) => at > 0 && from >= (bands[at - 1]?.from ?? 0))],
    ['twice', lists.some((list) => new Set(list.map(({ id }) => id)).size !== list.length)],
    ['gate-residents', !residents && gates.some(({ from }) => from === 'residents')],
    // Whoever is judged does not judge: what they say of themselves is shown beside.
    ['self-share', groups.some(({ id, weight }) => id === 'self' && weight > 0)],
    ['self-tie', tie.by.includes('self')],
  ];
  return faults.flatMap(([fault, is]) => (is ? [fault] : []));
}
