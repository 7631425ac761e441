// Any chart as a drawing. What is one figure or none has no drawing: its sentence says it.

import { drawGrid } from '../../../ui/drawing/grid.ts';
import { drawRows, oneBar } from '../../../ui/drawing/rows.ts';
import type { Drawing, Pen } from '../../../ui/drawing/shape.ts';
import { count, percent } from '../../../ui/figures.ts';
import type { Chart, ChartKind, ChartOf } from '../charts/chart.ts';
import { veiledWords } from '../charts/table.ts';
import { t } from '../words.ts';
import { drawColumns } from './columns.ts';
import { drawDivided } from './divided.ts';

/** Fifths, each a step darker. */
const stepOf = (share: number): 1 | 2 | 3 | 4 | 5 => {
  if (share < 0.2) return 1;
  if (share < 0.4) return 2;
  if (share < 0.6) return 3;
  return share < 0.8 ? 4 : 5;
};

type Drawers = { [K in ChartKind]?: (pen: Pen, chart: ChartOf<K>) => Drawing };

const drawers: Drawers = {
  bars: (pen, { bars, base }) =>
    drawRows(
      pen,
      bars.map(({ label, n, missing, retired }) => ({
        label: retired ? `${label} ${t('retired')}` : label,
        figure: missing
          ? t('ofBase', { n: count(n) })
          : t('barFigure', { n: count(n), share: percent(n, base) }),
        bar: oneBar(base > 0 ? n / base : 0, missing ? 'hatch' : 'accent'),
      })),
      pen.em * 1.1,
    ),
  divided: drawDivided,
  columns: drawColumns,
  amounts: (pen, { rows, what }) =>
    drawRows(
      pen,
      rows.map(({ title, words, base, part, veiled }) => ({
        label: title,
        figure: what === 'times' ? words : t('amountFigure', { words, n: count(base) }),
        veiled: veiled && veiledWords(veiled),
        bar: oneBar(part),
      })),
      pen.em * 1.1,
    ),
  heat: (pen, { columns, rows }) =>
    drawGrid(pen, {
      columns,
      rows: rows.map(({ title, base, veiled, n }) => ({
        title,
        end: veiled ? '' : t('ofBase', { n: count(base) }),
        veiled: veiled && veiledWords(veiled),
        cells: columns.map((_, at) => {
          const times = n[at];
          if (times === null || times === undefined) return null;
          return { words: base > 0 ? percent(times, base) : '', step: stepOf(base > 0 ? times / base : 0) };
        }),
      })),
    }),
};

const drawing = <K extends ChartKind>(pen: Pen, chart: ChartOf<K> & { kind: K }): Drawing | undefined =>
  drawers[chart.kind]?.(pen, chart);
export const draw = (pen: Pen, chart: Chart): Drawing | undefined => drawing(pen, chart);
