// Figures of a composed card in words: what they are a number of, how sure they are, what they count, why there is none.
import type { ComposedCard, Figure, MeasureLine } from '../../../schema/api/composed.ts';
import { withUnit } from '../../../schema/measures/item.ts';
import { decimalsOf } from '../../../schema/scorecards/frozen.ts';
import { count, decimal, rateFigure } from '../../ui/figures.ts';
import { dayWords } from '../../ui/time.ts';
import { language } from '../../ui/words/language.ts';
import type { Counted } from '../card-types.ts';
import { distance, points } from '../figures.ts';
import { t } from './words.ts';

type Of = Pick<MeasureLine, 'what' | 'suffix'>;

/** The figure alone, with one decimal where it is no count; as it was entered where staff report it. */
export const plain = ({ what }: Pick<Of, 'what'>, value: number, n: number | null = null): string => {
  if (what === 'runs') return decimal(value);
  if (what === 'reported') return decimal(value, decimalsOf(what));
  if (what !== 'rate' && what !== 'perHundred') return points(value);
  // What a few of very many is rounded to is still more than nothing.
  return rateFigure(value === 0 && n ? Number.MIN_VALUE : value);
};

/** `n`: what it counts, where that is known. */
export function valueWords(of: Of, value: number, n: number | null = null): string {
  const figure = plain(of, value, n);
  if (of.what === 'score') return t('points', { value: figure });
  if (of.what === 'perHundred') return t('perHundred', { value: figure });
  if (of.what === 'minutes') return t('minutes', { value: figure });
  if (of.what === 'runs') return t('runs', { value: figure });
  return of.what === 'mean' || of.what === 'reported'
    ? withUnit(figure, of.suffix)
    : t('percent', { value: figure });
}

/** '' where the figure is counted whole. */
export const aboutWords = ({ value, low, high }: Figure): string =>
  low === null || high === null || (low === value && high === value)
    ? ''
    : t('about', { low: points(low), high: points(high) });

/** Beside a figure of some alone: how many they are, and how many there are. '' for others. */
export const partialWords = ({ of, all }: Figure): string =>
  all === undefined ? '' : t('basePartial', { n: count(of ?? 0), all: count(all) });

export function baseWords({ kind, what }: Pick<MeasureLine, 'kind' | 'what'>, figure: Figure): string {
  const { n, of } = figure;
  if (figure.all !== undefined) return partialWords(figure);
  if (n === null || what === 'runs') return '';
  if (kind === 'burden') return t('baseRuns', { n: count(n) });
  if (kind === 'evaluation') return t('baseRated', { n: count(n), of: count(of ?? 0) });
  if (kind === 'election' || kind === 'owner-vote') return t('baseOf', { n: count(n), of: count(of ?? 0) });
  return of === null
    ? t('baseAnswers', { n: count(n) })
    : t('baseHouseholds', { n: count(n), of: count(of) });
}

export const whyWords = ({ why }: Figure): string => (why === null ? '' : t(`why-${why}`));
/** Why cells of a table say nothing, each reason once; with the units where it is not the same everywhere. */
export function cellsWhy({ rows }: Pick<ComposedCard, 'rows'>): string[] {
  const hidden = new Map<string, Set<string>>();
  for (const { unit, figures } of rows)
    for (const figure of figures.filter(isHidden)) {
      const why = whyWords(figure);
      hidden.set(why, (hidden.get(why) ?? new Set()).add(unit.name));
    }
  return [...hidden].map(([why, names]) =>
    hidden.size === 1 ? t('cellsWhy', { why }) : t('cellsWhyOf', { why, list: [...names].join(t('comma')) }),
  );
}

/** Hidden for the sake of people, and not merely absent. */
export const isHidden = ({ why }: Figure): boolean =>
  why === 'few' || why === 'alike' || why === 'beside' || why === 'closed' || why === 'held';

const signs = { good: '●', fair: '◐', watch: '▲' } as const;
/** A mark that only a part of the range has is none yet, for better or worse. */
export const markWords = ({ mark, sure }: Figure): string => {
  if (mark === null) return '';
  return sure ? `${signs[mark]} ${t(`mark-${mark}`)}` : t('unsure');
};
export const markClass = ({ mark, sure }: Figure): string => {
  if (!sure) return 'mark-fair';
  return mark === 'watch' ? 'mark-warn' : mark === 'good' ? 'mark-good' : 'mark-fair';
};

const ofHundred = new Set(['rate', 'announced', 'turnout', 'satisfied', 'share']);

/** `what` as its figure has it, with its unit: of shares, percentage points. */
export function changeWords({
  change,
  what,
  suffix,
}: Pick<MeasureLine, 'change' | 'what' | 'suffix'>): string {
  if (!change) return '';
  const far = Math.abs(change.value);
  const by = ofHundred.has(what)
    ? t('percentPoints', { value: plain({ what }, far) })
    : valueWords({ what, suffix }, far);
  if (change.low === change.high) {
    if (change.value === 0) return t('changeSame');
    return t(change.value > 0 ? 'changeExactUp' : 'changeExactDown', { by });
  }
  if (!change.clear) return t('changeNone');
  return t(change.value > 0 ? 'changeUp' : 'changeDown', { ...distance(change), by });
}

const quarters = ['一', '二', '三', '四'];

/** `2026年11月`, `2026年四季度`. */
export function periodWords(period: { kind: 'month' | 'quarter'; key: string }): string {
  const [year = '', part = ''] = period.key.split('-');
  if (period.kind === 'month') return t('month', { year, n: Number(part) });
  const n = Number(part.slice(1));
  return t('quarter', { year, n: language() === 'zh' ? (quarters[n - 1] ?? n) : n });
}

/** That the period goes on, and until when is counted; '' where it was over. `signed`: as it stands on what was signed. */
export function unfinishedWords({ period, asOf }: ComposedCard, signed = false): string {
  if (!period || asOf >= period.to) return '';
  const said = { period: periodWords(period) };
  return signed ? t('unfinishedSigned', { ...said, day: dayWords(asOf, 0) }) : t('unfinished', said);
}

/** A card in a sentence: how many measures have a figure, and how they stand to their targets. */
export function summaryWords(card: ComposedCard, period: string): string {
  const figures = card.measures.map(({ figure }) => figure);
  const marked = (mark: Figure['mark']) => figures.filter((one) => one.mark === mark && one.sure).length;
  const titles = (of: (figure: Figure) => boolean) =>
    card.measures.filter(({ figure }) => of(figure)).map(({ title }) => title);
  const watch = titles(({ mark, sure }) => mark === 'watch' && sure);
  const unsure = titles(({ mark, sure }) => mark !== null && !sure);
  const [overall] = card.measures;
  return [
    // A run's own card begins with its score.
    card.period === null && overall?.kind === 'overall' && overall.figure.value !== null
      ? t('summaryRun', {
          run: period,
          title: overall.title,
          value: valueWords(overall, overall.figure.value) + aboutWords(overall.figure),
          base: baseWords(overall, overall.figure),
        })
      : t('summary', {
          period,
          n: figures.length,
          shown: figures.filter(({ value }) => value !== null).length,
        }),
    marked('good') > 0 ? t('summaryGood', { n: marked('good') }) : '',
    marked('fair') > 0 ? t('summaryFair', { n: marked('fair') }) : '',
    watch.length > 0 ? t('summaryWatch', { n: watch.length, list: watch.join(t('comma')) }) : '',
    unsure.length > 0 ? t('summaryUnsure', { n: unsure.length, list: unsure.join(t('comma')) }) : '',
  ].join('');
}

/** The total and how sure it is, or why there is none. */
export const totalWords = (total: Figure): string =>
  total.value === null
    ? whyWords(total)
    : valueWords({ what: 'score', suffix: '' }, total.value) + aboutWords(total);

/** What a total is made of, with the share of each. */
export function weighedWords({ measures }: Pick<ComposedCard, 'measures'>): string {
  const weighed = measures.filter(({ weight }) => weight > 0);
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const list = weighed.map(({ title, weight, better }) =>
    t(better === 'lower' ? 'totalTurned' : 'totalPart', {
      title,
      weight: Math.round((weight / all) * 1000) / 10,
    }),
  );
  return t('totalNote', { list: list.join(t('comma')) });
}

/** Which runs and evaluations the figures are from, each once, and of when; '' for none. */
export function sourcesWords({ measures }: Pick<ComposedCard, 'measures'>): string {
  const from = measures.flatMap(({ how: { run, evaluation } }) => [
    ...(run
      ? [
          t('sourceRun', {
            title: run.title,
            from: dayWords(run.opensAt, 0),
            to: dayWords(run.closesAt, 0),
          }),
        ]
      : []),
    ...(evaluation
      ? [
          t('sourceEvaluation', {
            title: evaluation.title,
            unit: evaluation.unit,
            day: dayWords(evaluation.finalAt, 0),
          }),
        ]
      : []),
  ]);
  return from.length > 0 ? t('sources', { list: [...new Set(from)].join(t('apartComma')) }) : '';
}

/** What has a weight and is left out of the total all the same; '' where nothing is. */
export function unweighedWords({ measures }: Pick<ComposedCard, 'measures'>): string {
  const left = measures.filter(({ unweighed }) => unweighed);
  return left.length > 0 ? t('totalLeft', { list: left.map(({ title }) => title).join(t('comma')) }) : '';
}

/** Where and when what is taken along was counted. */
export const countedOf = ({ unit, title, asOf }: ComposedCard): Counted => ({
  unit,
  campaign: { title },
  asOf,
});

/** With the name of the unit whose number it is, where that does not stand beside it. */
export const numberWords = ({ year, number }: { year: number; number: number }, unit = ''): string =>
  unit ? t('numberAt', { unit, year, n: number }) : t('numberOf', { year, n: number });

/** Of the card of one run: from when to when it was answered; '' for a card of a period. */
export function askedWords({ period, measures }: Pick<ComposedCard, 'period' | 'measures'>): string {
  const run = period === null ? measures.find(({ how }) => how.run)?.how.run : undefined;
  return run ? t('asked', { from: dayWords(run.opensAt, 0), to: dayWords(run.closesAt, 0) }) : '';
}

/** Of runs whose figures are those of an earlier publication: that they are, and where. */
export function olderWords({ measures }: Pick<ComposedCard, 'measures'>): string {
  const runs = new Map(measures.flatMap(({ how: { run } }) => (run?.older ? [[run.id, run] as const] : [])));
  return [...runs.values()]
    .map(({ title, older }) => t(older === 'here' ? 'olderHere' : 'olderBelow', { title }))
    .join('');
}
