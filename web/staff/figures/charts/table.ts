// The figures of a chart as a table: on the page, and as text that pastes into Excel and WPS.
import { boardThreshold } from '../../../../schema/measures/suppression.ts';
import { count, percent } from '../../../ui/figures.ts';
import { t as ui } from '../../../ui/words/ui.ts';
import { t } from '../words.ts';
import type { Chart, ChartKind, ChartOf, Row, Veiled } from './chart.ts';

interface ChartTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export const veiledWords = (why: Veiled) =>
  why === 'few' ? ui('hiddenUnit', { k: boardThreshold }) : ui('hiddenBeside');

const veiledOr = (row: Row, cells: () => string[], width: number): string[] =>
  row.veiled
    ? [row.title, veiledWords(row.veiled), ...Array.from({ length: width - 2 }, () => '')]
    : [row.title, ...cells()];

/** Two cells for a part: how many, and their share. */
const counted = (n: number | null | undefined, base: number): string[] =>
  n === null || n === undefined ? ['*', '*'] : [count(n), percent(n, base)];

const twoHeads = (labels: readonly string[]) => labels.flatMap((label) => [label, t('shareOfIt', { label })]);

type Tables = { [K in ChartKind]: (chart: ChartOf<K>) => ChartTable };

const tables: Tables = {
  bars: ({ bars, base }) => ({
    head: [t('option'), t('times'), t('share')],
    rows: [
      ...bars.map(({ label, n, missing, retired }) => [
        [label, retired ? t('retired') : '', missing ? t('missing') : ''].filter(Boolean).join(' '),
        count(n),
        missing ? '—' : percent(n, base),
      ]),
      [t('answered'), count(base), ''],
    ],
  }),
  divided({ parts, rows }) {
    const [row] = rows;
    if (rows.length === 1 && row && row.title === '')
      return {
        head: [t('option'), t('times'), t('share')],
        rows: [
          ...parts.map(({ label }, at) => [label, ...counted(row.n[at] ?? 0, row.base)]),
          ...(row.missing > 0 ? [[t('missing'), count(row.missing), '—']] : []),
          [t('answered'), count(row.base), ''],
        ],
      };
    const missing = rows.some((one) => one.missing > 0);
    const head = [
      t('name'),
      t('answered'),
      ...twoHeads(parts.map(({ label }) => label)),
      ...(missing ? [t('missing')] : []),
    ];
    return {
      head,
      rows: rows.map((one) =>
        veiledOr(
          one,
          () => [
            count(one.base),
            ...parts.flatMap((_, at) => counted(one.n[at] ?? 0, one.base)),
            ...(missing ? [count(one.missing)] : []),
          ],
          head.length,
        ),
      ),
    };
  },
  columns: ({ columns, base, spread }) => ({
    head: [t('figure'), t('times'), t('share')],
    rows: [
      ...columns.map(({ label, n }) => [label, ...counted(n, base)]),
      [t('answered'), count(base), ''],
      ...(spread
        ? [
            [t('mean'), String(Number(spread.mean.toFixed(2))), ''],
            [t('middle'), String(spread.middle), ''],
          ]
        : []),
    ],
  }),
  amounts: ({ rows, what }) => ({
    head: [t('name'), t(`amount-${what}`), t('answered')],
    rows: rows.map((row) => veiledOr(row, () => [row.words, count(row.base)], 3)),
  }),
  heat({ columns, rows }) {
    const head = [t('name'), t('answered'), ...twoHeads(columns)];
    return {
      head,
      rows: rows.map((row) =>
        veiledOr(
          row,
          () => [count(row.base), ...columns.flatMap((_, at) => counted(row.n[at], row.base))],
          head.length,
        ),
      ),
    };
  },
  figure: ({ words, base }) => ({ head: [t('figure'), t('answered')], rows: [[words, count(base)]] }),
  heads: ({ base }) => ({ head: [t('answered')], rows: [[count(base)]] }),
  veiled: ({ why }) => ({ head: [t('answered')], rows: [[veiledWords(why)]] }),
};

const table = <K extends ChartKind>(chart: ChartOf<K> & { kind: K }): ChartTable => tables[chart.kind](chart);
export const tableOf = (chart: Chart): ChartTable => table(chart);

/** Cells apart by tabs, as sheets take them; figures without their commas, so that they stay figures. */
export const sheetText = ({ head, rows }: ChartTable): string =>
  [head, ...rows]
    .map((row) =>
      row
        .map((cell) => (/^\d{1,3}(,\d{3})+$/.test(cell) ? cell.replaceAll(',', '') : cell))
        // A label that a sheet would run is a label.
        .map((cell) => (/^[=+@-]/.test(cell) ? `'${cell}` : cell).replace(/[\t\r\n]+/g, ' '))
        .join('\t'),
    )
    .join('\n');
