// The trend of one measure of a composed card: its figure of each period, with a break wherever what was measured became
// another thing, so that nothing is read across it.
import type { MeasureLine, readTrend } from '../../../schema/api/composed.ts';
import type { Output } from '../../../schema/api/endpoint.ts';
import { drawTrend } from '../../ui/drawing/trend.ts';
import { rangeHeads, type Figure as ShownFigure } from '../charts/figure.ts';
import { aboutWords, partialWords, periodWords, valueWords, whyWords } from './said.ts';
import { t } from './words.ts';

export type Trend = Output<typeof readTrend>;
export type TrendFigure = Trend['measures'][number]['figures'][number];

export const figuresOf = ({ measures }: Trend, id: string): readonly TrendFigure[] =>
  measures.find((one) => one.id === id)?.figures ?? [];

/** By period: whether its figure is another thing than the one told before it. */
export function apartAt(figures: readonly TrendFigure[]): boolean[] {
  let last: TrendFigure | undefined;
  return figures.map((figure) => {
    if (figure.value === null) return false;
    const apart = last !== undefined && last.basis !== figure.basis;
    last = figure;
    return apart;
  });
}

/** Beneath a trend: where its figures may not be compared, and why. '' where all may. */
export function apartWords(trend: Trend, lines: readonly Pick<MeasureLine, 'id' | 'title'>[]): string {
  const list = lines.flatMap(({ id, title }) => {
    const apart = apartAt(figuresOf(trend, id));
    const from = trend.periods.filter((_, at) => apart[at]).map(periodWords);
    return from.length > 0 ? [t('apartFrom', { title, from: from.join(t('comma')) })] : [];
  });
  return list.length > 0 ? t('apart', { list: list.join(t('apartComma')) }) : '';
}

const inBrackets = (figure: TrendFigure) =>
  figure.all === undefined ? '' : t('partial', { base: partialWords(figure) });

export function trendFigure(
  unit: string,
  trend: Trend,
  line: Pick<MeasureLine, 'id' | 'title'>,
): ShownFigure {
  const figures = figuresOf(trend, line.id);
  const apart = apartAt(figures);
  const broken = apart.some(Boolean);
  const last = figures.map(({ value }) => value !== null).lastIndexOf(true);
  const [now, period] = [figures[last], trend.periods[last]];
  return {
    title: t('trendOf', { unit, title: line.title }),
    says:
      now && period && now.value !== null
        ? t('trendSays', {
            period: periodWords(period),
            value: valueWords(now, now.value, now.n) + aboutWords(now) + inBrackets(now),
          }) + apartWords(trend, [line])
        : t('trendNone'),
    draw: (pen) =>
      drawTrend(
        pen,
        trend.periods.map((one, at) => {
          const { value = null, low = null, high = null } = figures[at] ?? {};
          return {
            label: periodWords(one),
            apart: apart[at],
            range: value === null ? undefined : { value, low: low ?? value, high: high ?? value },
          };
        }),
      ),
    head: [t('period'), t('figure'), ...rangeHeads(), ...(broken ? [t('withBefore')] : [])],
    rows: trend.periods.map((one, at) => {
      const figure = figures[at];
      const told =
        figure && figure.value !== null
          ? valueWords(figure, figure.value, figure.n) + inBrackets(figure)
          : '';
      const cells = [figure?.value, figure?.low, figure?.high].map((cell) => cell ?? '');
      return [
        periodWords(one),
        told || (figure ? whyWords(figure) : ''),
        ...cells,
        ...(broken ? [apart[at] ? t('notCompared') : ''] : []),
      ];
    }),
  };
}
