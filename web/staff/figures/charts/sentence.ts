// What a chart says, in one sentence: it stands above the chart, is read out for it, and goes along with its picture.
import { withUnit } from '../../../../schema/measures/item.ts';
import { count, decimal, percent } from '../../../ui/figures.ts';
import { t } from '../words.ts';
import { type Chart, type ChartKind, type ChartOf, nobodyIn, type Row } from './chart.ts';

/** Fewer answers than this come with a word of caution. */
const few = 10;

type Sayings = { [K in ChartKind]: (chart: ChartOf<K>) => string };

/** The labels that stand out, with their number; none where nobody chose anything. */
function mostOf(given: readonly { label: string; n: number }[]): { labels: readonly string[]; n: number } {
  const n = Math.max(0, ...given.map((one) => one.n));
  return { labels: n > 0 ? given.filter((one) => one.n === n).map(({ label }) => label) : [], n };
}

/** More than so many that are equally many are no news. */
const tiesMost = 3;

function mostWords(given: readonly { label: string; n: number }[], base: number): string {
  const { labels, n } = mostOf(given);
  if (labels.length === 0) return t('sayNone');
  const figures = { n: count(n), share: percent(n, base) };
  if (labels.length > tiesMost) return t('saySame', figures);
  const names = labels.map((label) => t('quoted', { label })).join(t('and'));
  return t(labels.length > 1 ? 'sayTied' : 'sayMost', { ...figures, names });
}

const one = (value: number) => value.toFixed(1).replace('-', '−');

const sayings: Sayings = {
  bars: ({ bars, base }) =>
    mostWords(
      bars.filter(({ missing }) => !missing),
      base,
    ),
  divided({ parts, rows, score, net }) {
    const [row] = rows;
    if (rows.length === 1 && row && row.title === '') {
      const given = parts.map(({ label }, at) => ({ label, n: row.n[at] ?? 0 }));
      const most = mostWords(given, row.base);
      if (net !== undefined) return t('sayNet', { most, net: one(net) });
      if (!score) return most;
      return t('sayScore', { most, score: one(score.value), low: one(score.low), high: one(score.high) });
    }
    const best = rows
      .filter(({ base }) => base > 0)
      .map(({ title, n, base }) => ({ title, share: (n.at(-1) ?? 0) / base, n: n.at(-1) ?? 0, base }))
      .reduce<{ title: string; share: number; n: number; base: number } | undefined>(
        (found, row) => (!found || row.share > found.share ? row : found),
        undefined,
      );
    const part = parts.at(-1)?.label ?? '';
    return best && best.n > 0
      ? t('sayRow', { row: best.title, column: part, share: percent(best.n, best.base) })
      : t('sayRows', { rows: rows.length });
  },
  columns({ columns, base, spread }) {
    if (!spread) return mostWords(columns, base);
    const figure = (value: number) => withUnit(decimal(value), spread.unit);
    return t('saySpread', {
      mean: figure(spread.mean),
      middle: figure(spread.middle),
      least: figure(spread.least),
      most: figure(spread.most),
    });
  },
  amounts({ rows, what }) {
    const given = rows.filter(({ base, value }) => base > 0 && (what !== 'times' || value > 0));
    const best = given.reduce<(typeof given)[number] | undefined>(
      (found, row) => (!found || row.part > found.part ? row : found),
      undefined,
    );
    if (!best) return t('sayNone');
    return t(`say-${what}`, { row: best.title, words: best.words });
  },
  heat({ columns, rows }) {
    const cells = rows.flatMap(({ title, base, n }) =>
      columns.map((column, at) => ({ title, column, n: n[at] ?? 0, base })),
    );
    const best = cells
      .filter(({ base }) => base >= few)
      .reduce<(typeof cells)[number] | undefined>(
        (found, cell) => (!found || cell.n / cell.base > found.n / found.base ? cell : found),
        undefined,
      );
    if (!best || best.n === 0) return t('sayRows', { rows: rows.length });
    return t('sayRow', { row: best.title, column: best.column, share: percent(best.n, best.base) });
  },
  figure: ({ words }) => words,
  heads: ({ base }) => t('sayHeads', { n: count(base) }),
  veiled: () => '',
};

/** Written as methods of one table, so that a chart finds the saying of its own kind. */
const say = <K extends ChartKind>(chart: ChartOf<K> & { kind: K }): string => sayings[chart.kind](chart);

export function sentenceOf(chart: Chart): string {
  if (nobodyIn(chart)) return t('nobody');
  if (chart.units && 'rows' in chart) return unitWords(chart.rows);
  return say(chart);
}

/** Nobody is ranked: only how many there are, and how many of them may not be shown. */
function unitWords(rows: readonly Row[]): string {
  const veiled = rows.filter((row) => row.veiled).length;
  return t(veiled > 0 ? 'sayUnitsVeiled' : 'sayUnits', { n: rows.length, veiled });
}

/** The number of answers behind a chart; none where each row has its own. */
export function baseWords(chart: Chart): string {
  const base =
    'base' in chart
      ? chart.base
      : chart.kind === 'divided' && chart.rows.length === 1
        ? chart.rows[0]?.base
        : undefined;
  if (base === undefined || base === 0 || chart.kind === 'heads') return '';
  const missing = missingIn(chart);
  return [
    t(missing > 0 ? 'basePlus' : 'base', { n: count(base), missing: count(missing) }),
    base < few ? t('caution') : '',
    chart.kind === 'bars' && chart.several ? t('several') : '',
  ]
    .filter(Boolean)
    .join(t('semicolon'));
}

function missingIn(chart: Chart): number {
  if (chart.kind === 'bars') return chart.bars.reduce((sum, { missing, n }) => sum + (missing ? n : 0), 0);
  return chart.kind === 'divided' ? (chart.rows[0]?.missing ?? 0) : 0;
}
