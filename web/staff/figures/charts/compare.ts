// One line of a question at several units, in administrative order: never sorted by what came out.
import type { FigureLine, UnitFigures } from '../../../../schema/api/figures.ts';
import type { Chart, Veiled } from './chart.ts';
import { divided, heat, means, thirdsOf } from './makers.ts';

const veiledAt = ({ n, hidden, closed }: UnitFigures, at: number): Veiled | undefined =>
  hidden ? (n === null ? 'few' : 'beside') : closed[at]?.length ? 'beside' : undefined;

/** undefined where there is nothing to put side by side but how many answered. */
export const compared = (line: FigureLine, at: number, units: readonly UnitFigures[]): Chart | undefined => {
  const chart = chartOf(
    line,
    units.map((one) => ({
      title: one.unit.name,
      line,
      // Next to others it is told whole or not at all.
      counts: one.closed[at]?.length ? null : (one.counts[at] ?? null),
      veiled: veiledAt(one, at),
    })),
  );
  return chart && { ...chart, units: true };
};

function chartOf(line: FigureLine, rows: Parameters<typeof heat>[0]): Chart | undefined {
  const { item, type, mixed } = line;
  if (type === 'nps') return thirdsOf(rows);
  if (item.points && !mixed) return divided(line, rows) ?? means(rows);
  if (item.values) return means(rows, type === 'rank' ? 'place' : 'mean');
  if (item.keys.length > 0) return heat(rows);
  return item.sum ? means(rows) : undefined;
}
