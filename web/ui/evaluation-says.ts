// What the rules say in one sentence, and what an outcome is in words: the same on the page, in the notice and in the appeal.
import type { EvaluationBoard } from '../../schema/api/evaluation-shapes.ts';
import {
  bandKinds,
  type Group,
  type GroupKind,
  groupKinds,
  type Rules,
} from '../../schema/evaluations/scheme.ts';
import type { Found } from '../../schema/evaluations/score.ts';
import type { Range, ToldLine } from '../../schema/evaluations/told.ts';
import { decimal } from './figures.ts';
import { t } from './words/evaluations.ts';

export const groupWord = (id: string): string => {
  const known = groupKinds.find((one) => one === id);
  return known ? t(`group-${known}`) : id;
};

export const tieWord = (by: GroupKind | 'deductions'): string =>
  by === 'deductions' ? t('tie-deductions') : t('tie-group', { group: t(`group-${by}`) });

function middleSays({ id, middle, minimum }: Group): string[] {
  const group = t(`group-${id}`);
  return [
    ...(middle.rule === 'trimmed' ? [t('saysTrim', { group, ...middle })] : []),
    ...(middle.rule === 'median' ? [t('saysMedian', { group, ...middle })] : []),
    ...(minimum > 1 ? [t('saysMinimum', { group, n: minimum })] : []),
  ];
}

function marksSays(rules: Rules): string[] {
  return rules.groups
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id, marks }) => {
      const titles = rules.indicators.flatMap((one) => (marks?.includes(one.id) ? [one.title] : []));
      return marks && titles.length < rules.indicators.length
        ? [t('saysMarks', { group: t(`group-${id}`), items: titles.join(t('comma')) })]
        : [];
    });
}

/** Weights of criteria, where they are not all the same. */
function weightsSay({ indicators }: Rules): string[] {
  const uneven = indicators.some(({ weight }) => weight !== indicators[0]?.weight);
  const each = indicators.map(({ title, weight }) => t('saysWeight', { title, n: weight }));
  return uneven ? [t('saysWeights', { items: each.join(t('comma')) })] : [];
}

/** What it takes to be given an award of at least that score, as one list. */
export function conditionsSay({ vetoes, gates, missing, tie }: Rules, from: number | undefined): string {
  return [
    ...(from === undefined ? [t('takesScore')] : [t('takesFrom', { n: from })]),
    ...(missing === 'incomplete' ? [t('takesAll')] : []),
    ...(vetoes.length > 0 ? [t('takesNoVeto')] : []),
    ...gates.map(({ title, atLeast }) => t('saysGate', { gate: title, n: atLeast })),
    ...(tie.rest === 'none' ? [t('takesNoTie')] : []),
  ].join(t('comma'));
}

/** The chosen rules, trims, preconditions and ties among them, in one sentence. */
export function rulesSay(rules: Rules): string {
  const { groups, deductions, deductionCap, bonuses, bonusCap, vetoes, gates, awards, tie } = rules;
  const counting = groups.filter(({ weight }) => weight > 0);
  const shares = counting.map(({ id, weight }) => t('saysShare', { group: t(`group-${id}`), n: weight }));
  const rest = t(`rest-${tie.rest}`);
  const parts = [
    t('saysShares', { groups: shares.join(t('comma')) }),
    ...weightsSay(rules),
    ...marksSays(rules),
    ...counting.flatMap(middleSays),
    ...(deductions.length > 0 ? [t('saysDeduct', { n: deductionCap })] : []),
    ...(bonuses.length > 0 ? [t('saysBonus', { n: bonusCap })] : []),
    ...(deductions.length + bonuses.length > 0
      ? [t('saysBounds', { n: 100 + (bonuses.length > 0 ? bonusCap : 0) })]
      : []),
    ...(vetoes.length > 0 ? [t('saysVeto')] : []),
    ...gates.map(({ title, atLeast }) => t('saysGate', { gate: title, n: atLeast })),
    t(rules.missing === 'reweight' ? 'saysReweight' : 'saysIncomplete'),
    ...awards.map(({ title, places, from }) =>
      from === undefined
        ? t('saysAward', { award: title, n: places })
        : t('saysAwardFrom', { award: title, n: places, from }),
    ),
    ...(awards.length > 0
      ? [
          tie.by.length > 0
            ? t('saysTie', { by: tie.by.map(tieWord).join(t('comma')), rest })
            : t('saysTiePlain', { rest }),
        ]
      : []),
  ];
  return parts.join(t('semicolon')) + t('stop');
}

type Line = EvaluationBoard['lines'][number];

export function outcomeWord({ outcome }: Pick<Line, 'outcome'>, { vetoes, gates }: Rules): string {
  const titles = (list: readonly { id: string; title: string }[], ids: readonly string[]) =>
    ids.map((id) => list.find((one) => one.id === id)?.title ?? id).join(t('comma'));
  if (outcome.state === 'rated') {
    const band = bandKinds.find((one) => one === outcome.band);
    return t(band ? `out-${band}` : 'out-rated');
  }
  if (outcome.state === 'disqualified')
    return t('out-disqualified', { items: titles(vetoes, outcome.vetoes) });
  if (outcome.state === 'barred') return t('out-barred', { items: titles(gates, outcome.gates) });
  const missing = [
    ...outcome.groups.map(groupWord),
    ...(outcome.gates.length > 0 ? [titles(gates, outcome.gates)] : []),
  ];
  return t('out-incomplete', { items: missing.join(t('comma')) });
}

export const scoreWord = (score: number | null): string =>
  score === null ? t('notScored') : score.toFixed(2);

export const rangeWord = ({ from, to }: Range): string =>
  t('scoreRange', { from: decimal(from), to: decimal(to) });

/** A group's figure: its score, from where to where it is, or why there is none. */
export function groupFigure({ id, score, n, about }: ToldLine['groups'][number]): string {
  if (about) return t('scoreOf', { score: rangeWord(about), n: n ?? 0 });
  if (id === 'residents' && n === null) return t('fewHouseholds');
  return score === null ? t('fewMarks') : t('scoreOf', { score: score.toFixed(1), n: n ?? 0 });
}

export const points = (n: number): string => (n === 0 ? '' : decimal(n));

export function findingWords(rules: Rules, { kind, item, times }: Found): string {
  const list = {
    deduction: rules.deductions,
    bonus: rules.bonuses,
    veto: rules.vetoes,
    reading: rules.gates,
  }[kind];
  const title = list.find(({ id }) => id === item)?.title ?? item;
  const often = kind === 'reading' ? t('percentN', { n: times }) : times > 1 ? t('timesN', { n: times }) : '';
  return t('findingLine', { kind: t(`kind-${kind}`), item: title, times: often });
}
