// From counts to charts, one maker for each way to look at a question; registry.ts says which type is looked at how.
import type { FigureLine } from '../../../../schema/api/figures.ts';
import type { Counts } from '../../../../schema/fields/field.ts';
import { baseOf, type ItemMeasures, measure, withUnit } from '../../../../schema/measures/item.ts';
import { decimal } from '../../../ui/figures.ts';
import { t } from '../words.ts';
import type { Chart, ChartOf, Counted } from './chart.ts';
import { columnsOf } from './steps.ts';

export type Maker = (parts: readonly Counted[]) => Chart[];

export const measured = ({ type, item, mixed }: FigureLine, counts: Counts): ItemMeasures =>
  measure(item, counts, { type, mixed });

/** Where a question has several lines, each chart says of which it is. */
const titleOf = ({ item }: FigureLine) => (item.row === '' ? undefined : item.title);

/** One chart a line. */
const each =
  (make: (line: FigureLine, counts: Counts) => Chart): Maker =>
  (parts) =>
    parts.map(({ line, counts, veiled = 'few' }) => {
      const chart: Chart = counts ? make(line, counts) : { kind: 'veiled', why: veiled };
      return { ...chart, title: titleOf(line) };
    });

/** Of a longer list only what was chosen is drawn. */
const barsMost = 20;

const barsOf = (line: FigureLine, counts: Counts): ChartOf<'bars'> => {
  const { base, bars } = measured(line, counts);
  return {
    kind: 'bars',
    base,
    several: bars.reduce((sum, { n, missing }) => sum + (missing ? 0 : n), 0) > base,
    bars: bars.length > barsMost ? bars.filter(({ n }) => n > 0) : bars,
  };
};
export const bars: Maker = each(barsOf);

const tones = { 2: [1, 5], 3: [1, 3, 5], 4: [1, 2, 4, 5], 5: [1, 2, 3, 4, 5] } as const;

/** The colours of a scale with so many points; none where there are more than can be told apart. */
const tonesFor = (points: number): readonly (1 | 2 | 3 | 4 | 5)[] | undefined =>
  points === 2 || points === 3 || points === 4 || points === 5 ? tones[points] : undefined;

/** The tones of a line that can stand as one divided bar. */
const tonesOf = ({ item, mixed }: FigureLine) =>
  mixed || item.marks ? undefined : tonesFor(item.points?.length ?? 0);

const partsOf = ({ item }: FigureLine, tone: readonly (1 | 2 | 3 | 4 | 5)[]) =>
  item.keys.filter(({ missing }) => !missing).map(({ label }, at) => ({ label, tone: tone[at] ?? 3 }));

function dividedRow(
  title: string,
  { line, counts, veiled = 'few' }: Counted,
): ChartOf<'divided'>['rows'][number] {
  if (!counts) return { title, base: 0, n: [], missing: 0, veiled };
  const { base, bars } = measured(line, counts);
  return {
    title,
    base,
    n: bars.flatMap(({ n, missing }) => (missing ? [] : n)),
    missing: bars.reduce((sum, { n, missing }) => sum + (missing ? n : 0), 0),
  };
}

export function divided(
  first: FigureLine,
  rows: readonly (Counted & { title: string })[],
): ChartOf<'divided'> | undefined {
  const tone = tonesOf(first);
  if (!tone) return undefined;
  return {
    kind: 'divided',
    parts: partsOf(first, tone),
    rows: rows.map((row) => dividedRow(row.title, row)),
  };
}

/** A scale: one divided bar where its points can be told apart, else a column for each. */
export const scale: Maker = each((line, counts) => {
  const chart = divided(line, [{ title: '', line, counts }]);
  if (chart) return { ...chart, score: measured(line, counts).score ?? undefined };
  return line.item.marks || line.mixed || !line.item.points
    ? figuresOf(line, counts)
    : columnsOf(line, counts);
});

/** 0–6, 7–8, 9–10 (schema/measures/points.ts). */
const thirds = [
  { from: 0, to: 6, tone: 1 },
  { from: 7, to: 8, tone: 3 },
  { from: 9, to: 10, tone: 5 },
] as const;

export function thirdsOf(rows: readonly (Counted & { title: string })[]): ChartOf<'divided'> {
  const labels = [t('detractors'), t('passives'), t('promoters')];
  return {
    kind: 'divided',
    parts: thirds.map(({ tone }, at) => ({ label: labels[at] ?? '', tone })),
    rows: rows.map(({ title, line, counts, veiled = 'few' }) => ({
      title,
      base: counts ? baseOf(line.item, counts) : 0,
      missing: 0,
      n: counts
        ? thirds.map(({ from, to }) =>
            (line.item.points ?? []).reduce(
              (sum, { key, point }) => sum + (point >= from && point <= to ? (counts[key] ?? 0) : 0),
              0,
            ),
          )
        : [],
      veiled: counts ? undefined : veiled,
    })),
  };
}

export const willingness: Maker = (parts) =>
  parts.flatMap(({ line, counts, veiled = 'few' }): Chart[] =>
    counts
      ? [
          { ...thirdsOf([{ title: '', line, counts }]), net: measured(line, counts).nps?.value },
          { ...columnsOf(line, counts), title: t('byPoint') },
        ]
      : [{ kind: 'veiled', why: veiled }],
  );

/** Figures counted one by one as columns; others by their mean. */
function figuresOf(line: FigureLine, counts: Counts): Chart {
  if (line.item.values || line.item.points) return columnsOf(line, counts);
  const { base, mean } = measured(line, counts);
  if (mean === null) return { kind: 'heads', base };
  return {
    kind: 'figure',
    base,
    words: t('meanOf', { mean: withUnit(decimal(mean), line.item.unit ?? '') }),
  };
}
export const figures: Maker = each(figuresOf);

/** By the hour, each named by its beginning. */
export const hours: Maker = each((line, counts) => {
  const keys = line.item.keys.map(({ key, label }) => ({ key, label: label.slice(0, 5) }));
  return columnsOf({ ...line, item: { ...line.item, keys } }, counts);
});

export const heads: Maker = each((line, counts) => ({ kind: 'heads', base: baseOf(line.item, counts) }));

/** Options where an answer may be among those that the author listed, else how many there are. */
export const listed: Maker = each((line, counts) =>
  line.item.keys.length > 0 ? barsOf(line, counts) : { kind: 'heads', base: baseOf(line.item, counts) },
);

/** Means of several lines side by side. */
export function means(
  rows: readonly (Counted & { title: string })[],
  what: ChartOf<'amounts'>['what'] = 'mean',
): ChartOf<'amounts'> {
  const amounts = rows.map(({ title, line, counts, veiled = 'few' }) => {
    if (!counts) return { title, base: 0, value: 0, words: '', veiled };
    const { base, mean } = measured(line, counts);
    const sum = line.item.sum;
    const value = what === 'times' && sum ? (counts[sum.key] ?? 0) / sum.scale : (mean ?? 0);
    const figure = decimal(value);
    const words = what === 'place' ? t('placeOf', { place: figure }) : withUnit(figure, line.item.unit ?? '');
    return { title, base, value, words: mean === null ? t('none') : words };
  });
  const most = Math.max(...amounts.map(({ value }) => Math.abs(value)));
  const places = Math.max(1, ...rows.map(({ line }) => line.item.values?.length ?? 1));
  return {
    kind: 'amounts',
    what,
    rows: amounts.map((row) => {
      const long =
        what === 'place' ? (places + 1 - row.value) / places : Math.max(0, row.value) / (most || 1);
      return { ...row, part: row.base > 0 ? long : 0 };
    }),
  };
}

const named = (parts: readonly Counted[]) => parts.map((part) => ({ ...part, title: part.line.item.title }));

export const amounts: Maker = (parts) => [means(named(parts))];
/** In the order of their mean places: that is what was asked. */
export const places: Maker = (parts) => {
  const chart = means(named(parts), 'place');
  const order = (row: { base: number; value: number }) =>
    row.base > 0 ? row.value : Number.POSITIVE_INFINITY;
  return [{ ...chart, rows: [...chart.rows].sort((a, b) => order(a) - order(b)) }];
};
/** The points that were taken off, and how often for what. */
export const checklist: Maker = (parts) => {
  const [off, ...found] = parts;
  return [
    ...(off ? each(figuresOf)([off]) : []),
    ...(found.length > 0 ? [{ ...means(named(found), 'times'), title: t('foundWhat') }] : []),
  ];
};

/** Rows with the same columns, one below the other. */
export function heat(rows: readonly (Counted & { title: string })[]): ChartOf<'heat'> {
  const [first] = rows;
  return {
    kind: 'heat',
    columns: first?.line.item.keys.map(({ label }) => label) ?? [],
    rows: rows.map(({ title, line, counts, veiled = 'few' }) => {
      if (!counts) return { title, base: 0, n: [], veiled };
      const { base, bars } = measured(line, counts);
      return { title, base, n: bars.map(({ n }) => n) };
    }),
  };
}

/** Tables by the columns that their rows share: a table of lists has other options in each column. */
export const tables: Maker = (parts) => {
  const groups = new Map<string, Counted[]>();
  for (const part of parts) {
    const [, column = ''] = part.line.item.row.split('.');
    groups.set(column, [...(groups.get(column) ?? []), part]);
  }
  return [...groups.values()].map((group) => heat(named(group)));
};

/** Rows of a scale, each as a divided bar, or by their means. */
export const scales: Maker = (parts) => {
  const [first] = parts;
  if (!first) return [];
  return [divided(first.line, named(parts)) ?? means(named(parts))];
};

/** A stance on each candidate, or the chosen ones. */
export const candidates: Maker = (parts) =>
  parts[0]?.line.item.row === '' ? bars(parts) : [heat(named(parts))];
