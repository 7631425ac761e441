// The units below a composed card against its measures, to be taken along. Measures stand on scales of their own, so the
// cells of the picture are all of one shade.
import type { ComposedCard, MeasureLine } from '../../../schema/api/composed.ts';
import { drawGrid } from '../../ui/drawing/grid.ts';
import { isHidden, partialWords, periodWords, plain, whyWords } from '../composed/said.ts';
import { type Figure, shown } from './figure.ts';
import { t } from './words.ts';

/** What it is a number of, behind its title, so that cells hold figures alone. */
function headOf({ title, what, suffix }: MeasureLine): string {
  const unit =
    what === 'mean' || what === 'reported'
      ? suffix
      : what === 'score' || what === 'minutes' || what === 'runs' || what === 'perHundred'
        ? t(`in-${what}`)
        : '%';
  return unit === '' ? title : t('headIn', { title, unit });
}

export function rowsFigure(card: ComposedCard): Figure {
  const { measures, rows } = card;
  const ranged = measures.map((_, at) =>
    rows.some(({ figures }) => figures[at] && figures[at].low !== figures[at].high),
  );
  const sheetCells = (figures: ComposedCard['rows'][number]['figures'], at: number): (string | number)[] => {
    const figure = figures[at];
    const rest = ranged[at] ? ['', ''] : [];
    if (!figure || figure.value === null) return [figure ? whyWords(figure) : '', ...rest];
    const { value, low, high } = figure;
    if (figure.all !== undefined) return [`${shown(value)} · ${partialWords(figure)}`, ...rest];
    if (measures[at]?.what === 'reported') return [value];
    return [
      shown(value),
      ...(ranged[at] && low !== null && high !== null ? [shown(low), shown(high)] : rest),
    ];
  };
  return {
    title: t('below', { unit: card.unit.name }),
    says:
      t('composed', { title: card.title, period: card.period ? periodWords(card.period) : '' }) +
      (rows.some(({ figures }) => figures.some(isHidden)) ? t('hatched') : ''),
    draw: (pen) =>
      drawGrid(pen, {
        columns: measures.map(headOf),
        rows: rows.map(({ unit, figures }) => ({
          title: unit.name,
          end: '',
          cells: measures.map((line, at) => {
            const figure = figures[at];
            if (figure && isHidden(figure)) return null;
            const value = figure?.value ?? null;
            const some = figure?.all === undefined ? '' : ` · ${partialWords(figure)}`;
            return { words: value === null ? '—' : plain(line, value, figure?.n ?? null) + some, step: 1 };
          }),
        })),
      }),
    head: [
      t('name'),
      ...measures.flatMap((line, at) => (ranged[at] ? [headOf(line), t('low'), t('high')] : [headOf(line)])),
    ],
    rows: rows.map(({ unit, figures }) => [
      unit.name,
      ...measures.flatMap((_, at) => sheetCells(figures, at)),
    ]),
  };
}
